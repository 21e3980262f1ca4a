package agreement

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// What is taken for plain is what the lexer would let pass: rules of every text, with something put in or taken out.
func TestPlainRulesHoldNothingThatLexRefuses(t *testing.T) {
	files, err := filepath.Glob("testdata/*.md")
	if err != nil {
		t.Fatal(err)
	}
	fences := regexp.MustCompile("(?ms)^```hcl\n(.*?)^```$")
	pieces := []string{"-", "5-3", "${", "%{", "==", "=>", "...", "::", "!", "*", "/", "//x\n", "/*", "#", "\"", "\\", "<<", "<", "&&", "?", "(", "[", "{", "é", "-5", "a-b", " - ", "\t", "\r"}
	rnd := rand.New(rand.NewPCG(1, 2))
	plain, other := 0, 0
	for _, file := range append(files, "../docs/language.md", "../models/northgate.md") {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range fences.FindAllSubmatch(text, -1) {
			for k := range 12 {
				rules := string(m[1])
				if at := rnd.IntN(len(rules)); k > 0 && k%3 != 0 {
					rules = rules[:at] + pieces[rnd.IntN(len(pieces))] + rules[at:]
				} else if k > 0 {
					rules = rules[:at] + rules[min(at+1+rnd.IntN(3), len(rules)):]
				}
				if !plainRules([]byte(rules)) {
					other++
					continue
				}
				plain++
				tokens, _ := hclsyntax.LexConfig([]byte(rules), "x", hcl.InitialPos)
				if c := newCompiler("x", []byte(rules)); !c.lex(tokens) {
					t.Fatalf("taken for plain, and %s\n%s", c.findings[0].message, rules)
				}
			}
		}
	}
	if plain < 1000 || other < 1000 {
		t.Errorf("%d plain, %d not", plain, other)
	}
	for _, s := range []string{"x = 5-3", "x = -y", "x = 1 - 2", "x = a ? b : c"} {
		if plainRules([]byte(s)) {
			t.Errorf("%s is taken for plain", s)
		}
	}
	for _, s := range []string{"x = -5", "clock = clock.a-b", "f = entering(\"a\", \"b\")\n"} {
		if !plainRules([]byte(s)) {
			t.Errorf("%s is not taken for plain", s)
		}
	}
}
