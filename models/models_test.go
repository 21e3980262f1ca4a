package models_test

import (
	"os"
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
)

// Every model text must compile without a finding, and every promise that it states by example must come
// out on the engine as stated.
func TestModels(t *testing.T) {
	for _, name := range []string{"northgate.md", "../docs/language.md", "../agreement/testdata/excerpt.md"} {
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
	}
}
