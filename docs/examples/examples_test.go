package examples_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
)

// Every example must compile without a finding, come out on the engine as it states by example, and have the
// layout that entente agreement fmt gives.
func TestExamples(t *testing.T) {
	files, err := filepath.Glob("*.md")
	if err != nil || len(files) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	for _, name := range files {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			m, fs := agreement.Compile(name, text)
			if len(fs) > 0 {
				t.Fatalf("%s", fs)
			}
			for _, f := range casework.Expectations(m) {
				t.Errorf("%s", f)
			}
			if laid, err := agreement.Format(text); err != nil || !bytes.Equal(laid, text) {
				t.Errorf("%s has another layout: run entente agreement fmt --write on it (%v)", name, err)
			}
		})
	}
}
