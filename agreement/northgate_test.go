package agreement

import (
	"os"
	"testing"
)

func TestNorthgate(t *testing.T) {
	text, err := os.ReadFile("../models/northgate.md")
	if err != nil {
		t.Fatal(err)
	}
	m, fs := Compile("northgate.md", text)
	if len(fs) > 0 {
		t.Fatalf("%s", fs)
	}
	if m.Title != "Northgate Corridor Partnership" || len(m.Procedures) != 3 {
		t.Errorf("%s with %d procedures", m.Title, len(m.Procedures))
	}
}
