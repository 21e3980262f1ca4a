package agreement

import (
	"os"
	"testing"
)

func TestExcerpt(t *testing.T) {
	text, err := os.ReadFile("testdata/excerpt.md")
	if err != nil {
		t.Fatal(err)
	}
	m, fs := Compile("excerpt.md", text)
	if len(fs) > 0 {
		t.Fatalf("%s", fs)
	}
	t.Logf("%s", m.Canonical())
}
