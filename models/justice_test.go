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

// justiceText is the agreement with its parts in place, as it is negotiated, but without its examples: other tests play them,
// and no red line reads them.
func justiceText(t *testing.T) string {
	t.Helper()
	whole, _, _, err := agreement.Open(os.DirFS("."), "justice.md", "justice.md")
	if err != nil {
		t.Fatal(err)
	}
	return regexp.MustCompile(`(?ms)^expect ".*?^}\n`).ReplaceAllString(string(whole.Text), "")
}

// draftOf reads a text as a draft; one value serves many conditions.
func draftOf(t *testing.T, text string) *negotiation.Version {
	t.Helper()
	v, err := negotiation.Read([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// standsTo says how a draft stands to a condition that must hold.
func standsTo(t *testing.T, v *negotiation.Version, name, condition string) negotiation.Outcome {
	t.Helper()
	r, err := negotiation.NewRedLine(name, condition, "")
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	got, why := r.Check(v)
	if why != "" {
		t.Logf("%s: %s", name, why)
	}
	return got
}

// Each red line of the example holds, and is crossed by the change that it is there to notice.
func TestJusticeRedLines(t *testing.T) {
	const path = "justice/redlines.hcl"
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f, diags := hclsyntax.ParseConfig(b, path, hcl.InitialPos)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	text := justiceText(t)
	draft := draftOf(t, text)
	crossings := map[string][2]string{
		"our-judges-decide": {
			"    title    = \"Authorise the core data\"\n    by       = [holding.judge]",
			"    title    = \"Authorise the core data\"\n    own_party = true\n    by       = [checking.judge]",
		},
		"the-defence-can-ask": {
			"    title   = \"Ask for evidence\"\n    by      = [defence.counsel]",
			"    title   = \"Ask for evidence\"\n    by      = [defence.person]",
		},
		"forty-days-and-free":            {"within  = \"P40D\"", "within  = \"P60D\""},
		"nationality-is-for-the-auditor": {"with    = [role.auditor]", "with    = [role.auditor, holding.contact-point]"},
		"everybody-is-told-in-the-end":   {"deferred_max = \"P1Y\"", "deferred_max = \"P18M\""},
		"ledgers-only-when-verified":     {"with    = [asking.asset-office]\n    from    = [\"found\"]", "with    = [asking.asset-office]\n    from    = [\"analysed\"]"},
		"nobody-listed-by-one":           {"    quorum  = 2\n    adds    = register.sanctions_list", "    adds    = register.sanctions_list"},
		"silence-consents-to-nothing-of-ours": {
			"    within  = \"P7D\"\n    warns   = \"P2D\"\n    silence = \"lapse\"\n    to      = \"declined\"",
			"    within  = \"P7D\"\n    warns   = \"P2D\"\n    silence = \"proceed\"\n    takes   = step.agree",
		},
	}
	for _, k := range f.Body.(*hclsyntax.Body).Blocks {
		name, line := k.Labels[0], map[string]string{}
		for key, a := range k.Body.Attributes {
			v, diags := a.Expr.Value(nil)
			if diags.HasErrors() {
				t.Fatal(diags)
			}
			line[key] = v.AsString()
		}
		if line["words"] == "" || !strings.Contains(text, "party \""+line["party"]+"\" {") {
			t.Errorf("%s: no words, or no party %q", name, line["party"])
		}
		if got := standsTo(t, draft, name, line["condition"]); got != negotiation.Holds {
			t.Errorf("%s: %s", name, got)
		}
		x, known := crossings[name]
		if !known || !strings.Contains(text, x[0]) {
			t.Errorf("%s: nothing crosses it", name)
			continue
		}
		delete(crossings, name)
		if got := standsTo(t, draftOf(t, strings.Replace(text, x[0], x[1], 1)), name, line["condition"]); got != negotiation.Crossed {
			t.Errorf("%s, changed: %s", name, got)
		}
	}
	for name := range crossings {
		t.Errorf("there is no red line %s", name)
	}
}

// What the playbook aims at holds, and each fall-back is a bracket that can be placed: its words stand once in its article.
func TestJusticePlaybook(t *testing.T) {
	b, err := os.ReadFile("justice/playbook.hcl")
	if err != nil {
		t.Fatal(err)
	}
	book, err := negotiation.ReadPlaybook("playbook.hcl", b)
	if err != nil {
		t.Fatal(err)
	}
	text := justiceText(t)
	draft := draftOf(t, text)
	for _, m := range book.Milestones {
		if got := standsTo(t, draft, m.Name, m.Verified); got != negotiation.Holds {
			t.Errorf("%s: %s", m.Name, got)
		}
		for _, f := range m.Fallbacks {
			_, article, _ := strings.Cut(text, "\n## Article "+string(f.Article)+" ")
			article, _, _ = strings.Cut(article, "\n## Article ")
			if n := strings.Count(article, f.From); n != 1 {
				t.Errorf("%s: its words stand %d times in Article %s", f.Name, n, f.Article)
			}
		}
	}
}
