package safeguard_test

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/entente-net/entente/agreement"
)

// played are the attacks by the model on whose world they are played, and by their tests.
var played = map[string]struct {
	test    string
	attacks []attack
}{
	"border":     {"TestBorder", slices.Concat(borderAttacks, commonAttacks)},
	"access":     {"TestAccess", accessAttacks},
	"neighbours": {"TestNeighbours", neighboursAttacks},
	"justice":    {"TestJustice", justiceAttacks},
}

var (
	modelOf  = regexp.MustCompile("^## .*`models/([a-z]+)\\.md`$")
	rowForm  = regexp.MustCompile("^\\| (\\S[^|]*) \\| ([0-9]+) \\| (\\S[^|]*) \\| `([a-z-]+)`(?:, Article ([0-9]+))? \\| `(Test[A-Za-z]+/[a-z0-9-]+)` \\|$")
	article1 = regexp.MustCompile(`(?m)^## Article ([0-9]+) — `)
)

// docs/safeguards.md has a row for each attack and an attack for each row, with the same answer.
func TestPage(t *testing.T) {
	page, err := os.ReadFile("../../docs/safeguards.md")
	if err != nil {
		t.Fatal(err)
	}
	open := map[string]attack{}
	for _, p := range played {
		for _, a := range p.attacks {
			if _, twice := open[p.test+"/"+a.name]; twice {
				t.Errorf("%s: two attacks have the name %s", p.test, a.name)
			}
			open[p.test+"/"+a.name] = a
		}
	}
	if len(open) < 60 {
		t.Errorf("only %d attacks", len(open))
	}
	model, articles := "", []string{}
	for i, l := range strings.Split(string(page), "\n") {
		at := fmt.Sprintf("docs/safeguards.md:%d", i+1)
		if m := modelOf.FindStringSubmatch(l); m != nil {
			model, articles = m[1], nil
			for _, a := range article1.FindAllStringSubmatch(string(wholeText(t, model)), -1) {
				articles = append(articles, a[1])
			}
			continue
		}
		if !strings.HasPrefix(l, "| ") || strings.HasPrefix(l, "| ---") || strings.HasPrefix(l, "| safeguard |") {
			continue
		}
		m := rowForm.FindStringSubmatch(l)
		if m == nil {
			t.Errorf("%s: the row does not read", at)
			continue
		}
		a, ok := open[m[6]]
		switch {
		case !ok:
			t.Errorf("%s: there is no test %s, or it has a row already", at, m[6])
		case !strings.HasPrefix(m[6], played[model].test+"/"):
			t.Errorf("%s: %s is not on models/%s.md", at, m[6], model)
		case string(a.code) != m[4] || a.article != agreement.Article(m[5]):
			t.Errorf("%s: the answer is %s of Article %q", at, a.code, a.article)
		}
		if !slices.Contains(articles, m[2]) {
			t.Errorf("%s: models/%s.md has no Article %s", at, model, m[2])
		}
		delete(open, m[6])
	}
	for name := range open {
		t.Errorf("docs/safeguards.md has no row for %s", name)
	}
}
