package agreement

import (
	"os"
	"strings"
	"testing"
)

// What authors of unseen treaties did, and nothing noticed.
func TestSlipsOfAuthors(t *testing.T) {
	base, err := os.ReadFile("testdata/base.md")
	if err != nil {
		t.Fatal(err)
	}
	choice := strings.NewReplacer(`field "weight" {
    type  = "number"
    class = "official"
  }`, `field "weight" {
    type  = "number"
    class = "official"
  }

  field "way" {
    type    = "choice"
    choices = ["continued", "converted"]
    class   = "official"
  }`, `["matter", "weight"]`, `["matter", "weight", "way"]`)
	withChoice := choice.Replace(string(base))
	for name, c := range map[string]struct {
		text string
		code FindingCode
		says string
	}{
		"a choice misspelt":         {strings.Replace(withChoice, "case.weight > 1.0", "case.way == 'continud'", 1), CodeCondition, "none of the choices"},
		"on the other side":         {strings.Replace(withChoice, "case.weight > 1.0", "'continud' != case.way", 1), CodeCondition, "none of the choices"},
		"in a list":                 {strings.Replace(withChoice, "case.weight > 1.0", "case.way in ['converted', 'continud']", 1), CodeCondition, "none of the choices"},
		"a choice":                  {strings.Replace(withChoice, "case.weight > 1.0", "case.way in ['converted', 'continued'] || case.way == 'converted'", 1), "", ""},
		"a clock beyond the end":    {strings.Replace(string(base), "    within  = \"5 working days\"", "    stops   = [\"granted\"]\n    within  = \"5 working days\"", 1), "", ""},
		"a clock beyond an end":     {strings.Replace(string(base), "  clock \"decision\" {", "  state \"dropped\" { final = true }\n\n  step \"drop\" {\n    by   = [asking.clerk]\n    from = [\"asked\"]\n    to   = \"dropped\"\n  }\n\n  clock \"decision\" {\n    stops   = [\"granted\"]", 1), CodeFinalLeft, "runs on in the final state \"dropped\""},
		"the first article":         {strings.Replace(string(base), "## Article 1 — Parties", "## Article premier — Parties", 1), "", ""},
		"the first article as 1er":  {strings.Replace(string(base), "## Article 1 — Parties", "## Article 1er — Parties", 1), "", ""},
		"an article between others": {strings.Replace(string(base), "## Article 3 — Register", "## Article 2 bis — Register", 1), CodeArticleNumber, "bis would be its title"},
	} {
		t.Run(name, func(t *testing.T) {
			if c.text == string(base) || c.text == withChoice && c.code != "" {
				t.Fatal("nothing was changed")
			}
			m, fs := Compile("base.md", []byte(c.text))
			if c.code == "" {
				if m == nil || len(fs) > 0 {
					t.Fatal(fs)
				}
				return
			}
			for _, f := range fs {
				if f.Code == c.code && strings.Contains(f.Message, c.says) {
					return
				}
			}
			t.Errorf("found %s, want %s: %q", fs, c.code, c.says)
		})
	}
}

// Who owes an act can be said; else it is everybody whose step would do.
func TestOwedBy(t *testing.T) {
	base, err := os.ReadFile("testdata/base.md")
	if err != nil {
		t.Fatal(err)
	}
	said := strings.Replace(string(base), "    within  = \"5 working days\"", "    owed_by = [asking.clerk]\n    within  = \"5 working days\"", 1)
	m, fs := Compile("base.md", []byte(said))
	if len(fs) > 0 {
		t.Fatal(fs)
	}
	if owed := m.Procedure("request").Clock("decision").Owed; len(owed) != 1 || owed[0] != (Actor{Side: "asking", Role: "clerk"}) {
		t.Errorf("owed by %v", owed)
	}
}
