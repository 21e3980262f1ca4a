package agreement

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// The reference is itself an agreement, so that no example of it can be wrong; and it leaves out no word of
// the language and no finding.
func TestReference(t *testing.T) {
	text, err := os.ReadFile("../docs/language.md")
	if err != nil {
		t.Fatal(err)
	}
	c := newCompiler("docs/language.md", text)
	words := map[string]bool{}
	c.heard = func(b *body) {
		words[b.block.Type] = true
		for _, a := range b.asked {
			words[a] = true
		}
		for _, n := range b.nested {
			words[n] = true
		}
	}
	c.run()
	if fs := c.all(); len(fs) > 0 {
		t.Fatalf("%s", fs)
	}
	if len(words) < 80 {
		t.Errorf("only %d words were heard", len(words))
	}
	for w := range words {
		if !strings.Contains(string(text), "`"+w+"`") {
			t.Errorf("the reference does not explain `%s`", w)
		}
	}
	for code, meaning := range meanings {
		if row := fmt.Sprintf("| `%s` | %s | %s |", code, code.severity(), meaning); !strings.Contains(string(text), row) {
			t.Errorf("the reference lacks the row\n%s", row)
		}
	}
	for _, list := range [][]string{scalars, topBlocks, measures, eventKinds, {"proceed", "lapse", "suspend", "erase", "explain", "remain", "restrict"}} {
		for _, w := range list {
			if !strings.Contains(string(text), "`"+w+"`") {
				t.Errorf("the reference does not name `%s`", w)
			}
		}
	}
}

// Every attribute that the language knows stands in an example of the reference, or is written by a node.
func TestReferenceShowsEveryAttribute(t *testing.T) {
	text, err := os.ReadFile("../docs/language.md")
	if err != nil {
		t.Fatal(err)
	}
	asked, shown := map[string]bool{}, map[string]bool{}
	c := newCompiler("docs/language.md", text)
	c.heard = func(b *body) {
		for _, a := range b.asked {
			asked[b.block.Type+" "+a] = true
		}
		for a := range b.block.Body.Attributes {
			shown[b.block.Type+" "+a] = true
		}
	}
	c.run()
	for a := range asked {
		if !shown[a] && a != "party key" && a != "authority key" && a != "party country" {
			t.Errorf("no example shows the attribute: %s", a)
		}
	}
}
