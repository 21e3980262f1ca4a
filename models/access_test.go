package models_test

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/negotiation"
)

var examples = regexp.MustCompile(`(?ms)^expect ".*?^}\n`)

// access is the agreement on humanitarian access with its parts in place, as it is negotiated, but without its examples, which
// other tests play and no red line reads.
func access(t *testing.T) string {
	t.Helper()
	whole, _, _, err := agreement.Open(os.DirFS("."), "access.md", "access.md")
	if err != nil {
		t.Fatal(err)
	}
	return examples.ReplaceAllString(string(whole.Text), "")
}

func version(t *testing.T, text string) *negotiation.Version {
	t.Helper()
	v, err := negotiation.Read([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// redLines reads a file of example red lines: of each its name, party, words and condition.
func redLines(t *testing.T, path string) []map[string]string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f, diags := hclsyntax.ParseConfig(b, path, hcl.InitialPos)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	var out []map[string]string
	for _, k := range f.Body.(*hclsyntax.Body).Blocks {
		line := map[string]string{"name": k.Labels[0]}
		for name, a := range k.Body.Attributes {
			v, diags := a.Expr.Value(nil)
			if diags.HasErrors() {
				t.Fatal(diags)
			}
			line[name] = v.AsString()
		}
		out = append(out, line)
	}
	if len(out) < 3 {
		t.Fatalf("%d red lines", len(out))
	}
	return out
}

// Each red line of the example holds, and is crossed by the change that it is there to notice.
func TestAccessRedLines(t *testing.T) {
	lines := redLines(t, "access/redlines.hcl")
	text := access(t)
	whole := version(t, text)
	crossings := map[string][2]string{
		"no-list-of-people":                   {"  field \"travelling\" {\n    type  = \"number\"", "  field \"travelling\" {\n    type  = \"list of name\""},
		"patients-stay-with-medical-officers": {"    fields  = [\"kind\", \"patients\", \"crossing\", \"hour\"]\n    with    = [passing.checkpoint]", "    fields  = [\"kind\", \"patients\", \"crossing\", \"hour\", \"patient\"]\n    with    = [passing.checkpoint]"},
		"silence-moves-nothing":               {"    silence = \"lapse\"\n    to      = \"stays\"", "    silence = \"proceed\"\n    takes   = step.consent"},
		"own-stretch-alone":                   {"    with      = [near.liaison, near.checkpoint]", "    with      = [near.liaison, far.checkpoint]"},
		"two-days-to-object":                  {"within  = \"PT48H\"\n    warns   = \"PT12H\"\n    silence = \"lapse\"\n    to      = \"unanswered\"", "within  = \"PT12H\"\n    warns   = \"PT6H\"\n    silence = \"lapse\"\n    to      = \"unanswered\""},
		"the-neutral-keeps-the-order":         {"  record = record.cargo\n  home   = depositary", "  record = record.cargo\n  home   = side.watching"},
		"recovery-is-verified":                {"    milestone = procedure.milestone\n    verified  = [\"verified\"]\n", ""},
		"the-survivor-decides":                {"    by    = [hearing.listener]\n    from  = [\"referred\", \"care-alone\"]\n    to    = \"investigated\"", "    by    = [concerned.liaison]\n    from  = [\"referred\", \"care-alone\"]\n    to    = \"investigated\""},
	}
	for _, l := range lines {
		r, err := negotiation.NewRedLine(l["name"], l["condition"], l["words"])
		if err != nil {
			t.Errorf("%s: %v", l["name"], err)
			continue
		}
		if !strings.Contains(text, "party \""+l["party"]+"\" {") {
			t.Errorf("%s: no party %s", l["name"], l["party"])
		}
		if got, why := r.Check(whole); got != negotiation.Holds {
			t.Errorf("%s: %s (%s)", l["name"], got, why)
		}
		x := crossings[l["name"]]
		if x[0] == "" || !strings.Contains(text, x[0]) {
			t.Errorf("%s: nothing crosses it", l["name"])
			continue
		}
		if got, why := r.Check(version(t, strings.Replace(text, x[0], x[1], 1))); got != negotiation.Crossed {
			t.Errorf("%s, changed: %s (%s)", l["name"], got, why)
		}
	}
}

// Every fall-back of the playbook is a bracket that can be placed: its words stand once in its article.
func TestAccessPlaybook(t *testing.T) {
	b, err := os.ReadFile("access/playbook.hcl")
	if err != nil {
		t.Fatal(err)
	}
	book, err := negotiation.ReadPlaybook("playbook.hcl", b)
	if err != nil {
		t.Fatal(err)
	}
	text := access(t)
	for _, m := range book.Milestones {
		for _, f := range m.Fallbacks {
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
		if got, why := r.Check(version(t, text)); got != negotiation.Holds {
			t.Errorf("%s: %s (%s)", m.Name, got, why)
		}
	}
	if !bytes.Contains(b, []byte("fallback")) {
		t.Error("no fall-back")
	}
}
