package models_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/negotiation"
)

var neighbourExamples = regexp.MustCompile(`(?ms)^expect ".*?^}\n`)

// neighbours is the agreement of the neighbours with its parts in place, as it is negotiated, but without its examples, which
// TestModels plays and no red line reads.
func neighbours(t *testing.T) string {
	t.Helper()
	whole, _, _, err := agreement.Open(os.DirFS("."), "neighbours.md", "neighbours.md")
	if err != nil {
		t.Fatal(err)
	}
	return neighbourExamples.ReplaceAllString(string(whole.Text), "")
}

func neighboursChanged(t *testing.T, text string, pairs ...string) *negotiation.Version {
	t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		if !strings.Contains(text, pairs[i]) {
			t.Fatalf("%q does not stand in the text", pairs[i])
		}
	}
	v, err := negotiation.Read([]byte(strings.NewReplacer(pairs...).Replace(text)))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// Each red line of the example holds, and is crossed by the change that it is there to notice.
func TestNeighboursRedLines(t *testing.T) {
	b, err := os.ReadFile("neighbours/redlines.hcl")
	if err != nil {
		t.Fatal(err)
	}
	file, diags := hclsyntax.ParseConfig(b, "redlines.hcl", hcl.InitialPos)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	lines := file.Body.(*hclsyntax.Body).Blocks
	crossings := map[string][]string{
		"no-silence-consents":     {"    silence = \"lapse\"\n    to      = \"not-accepted\"", "    silence = \"proceed\"\n    takes   = step.accept"},
		"three-inspections":       {"  title  = \"Inspections that a Party must accept in a year\"\n  number = 3", "  title  = \"Inspections that a Party must accept in a year\"\n  number = 4"},
		"duty-judge-of-the-court": {"  title       = \"Duty judge of the Court of the Island\"\n  held_by     = [party.court]", "  title       = \"Duty judge of the Court of the Island\"\n  held_by     = [party.court, party.arland]"},
		"routes-stay-coarse":      {"    with      = [role.liaison]\n    from      = [\"reported\", \"unreported\", \"broken-off\"]", "    with      = [role.liaison]\n    from      = [\"cleared\"]"},
		"names-go-in-two-years":   {"    for   = \"P2Y\"\n    after = [\"refused\", \"lapsed\", \"ended\"]", "    for   = \"P5Y\"\n    after = [\"refused\", \"lapsed\", \"ended\"]"},
		"remedies-stay":           {"suspends = [\"16\"]", "suspends = [\"15\"]", "restores = [\"16\"]", "restores = [\"15\"]"},
	}
	if len(lines) != len(crossings) {
		t.Fatalf("%d red lines", len(lines))
	}
	text := neighbours(t)
	whole := neighboursChanged(t, text)
	for _, l := range lines {
		name, says := l.Labels[0], map[string]string{}
		for n, a := range l.Body.Attributes {
			v, diags := a.Expr.Value(nil)
			if diags.HasErrors() {
				t.Fatal(diags)
			}
			says[n] = v.AsString()
		}
		r, err := negotiation.NewRedLine(name, says["condition"], says["words"])
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if !strings.Contains(text, "party \""+says["party"]+"\" {") {
			t.Errorf("%s: no party %s", name, says["party"])
		}
		if got, why := r.Check(whole); got != negotiation.Holds {
			t.Errorf("%s: %s (%s)", name, got, why)
		}
		if got, why := r.Check(neighboursChanged(t, text, crossings[name]...)); got != negotiation.Crossed {
			t.Errorf("%s, changed: %s (%s)", name, got, why)
		}
	}
}

// What verifies the milestones holds, and every fall-back is a bracket that can be placed: its words stand once in its article.
func TestNeighboursPlaybook(t *testing.T) {
	b, err := os.ReadFile("neighbours/playbook.hcl")
	if err != nil {
		t.Fatal(err)
	}
	book, err := negotiation.ReadPlaybook("playbook.hcl", b)
	if err != nil {
		t.Fatal(err)
	}
	text := neighbours(t)
	whole, fallbacks := neighboursChanged(t, text), 0
	for _, m := range book.Milestones {
		for _, f := range m.Fallbacks {
			fallbacks++
			_, article, _ := strings.Cut(text, "\n## Article "+string(f.Article)+" ")
			article, _, _ = strings.Cut(article, "\n## Article ")
			if n := strings.Count(article, f.From); n != 1 {
				t.Errorf("%s: its words stand %d times in Article %s", f.Name, n, f.Article)
			}
		}
		if m.Verified == "" {
			continue
		}
		r, err := negotiation.NewRedLine(m.Name, m.Verified, m.Words)
		if err != nil {
			t.Fatal(err)
		}
		if got, why := r.Check(whole); got != negotiation.Holds {
			t.Errorf("%s: %s (%s)", m.Name, got, why)
		}
	}
	if fallbacks < 2 {
		t.Errorf("%d fall-backs", fallbacks)
	}
}
