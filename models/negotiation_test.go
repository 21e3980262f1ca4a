package models_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/negotiation"
)

// exampleFence is a fence of examples. No condition reads them, and they are more than half of a text.
var exampleFence = regexp.MustCompile("(?ms)^```hcl\nexpect .*?^```\n")

// assembled gives a model agreement as it is negotiated, with its parts in place, but for its examples.
func assembled(t *testing.T, name string) []byte {
	t.Helper()
	a, m, fs, err := agreement.Open(os.DirFS("."), name+".md", name+".md")
	if err != nil || m == nil {
		t.Fatal(err, fs)
	}
	return exampleFence.ReplaceAll(a.Text, nil)
}

func book(t *testing.T, file string) *negotiation.Playbook {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	pb, err := negotiation.ReadPlaybook(file, text)
	if err != nil {
		t.Fatal(err)
	}
	return pb
}

// line makes a red line of a milestone's condition, and holds a text to it.
func line(t *testing.T, m negotiation.Milestone, text []byte) (negotiation.Outcome, string) {
	t.Helper()
	r, err := negotiation.NewRedLine(m.Name, m.Verified, m.Words)
	if err != nil {
		t.Fatal(err)
	}
	v, err := negotiation.Read(text)
	if err != nil {
		t.Fatal(err)
	}
	return r.Check(v)
}

// The text that the project ships meets every aim of the playbook beside it and every red line, and what a fall-back would
// change stands in its article, once.
func TestPlaybooksFitTheirModels(t *testing.T) {
	files, err := filepath.Glob("*/*.hcl")
	if err != nil || len(files) == 0 {
		t.Fatalf("no playbooks: %v", err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(b, []byte("\nredline \"")) {
			continue // those of access and justice have a form, and tests, of their own
		}
		t.Run(file, func(t *testing.T) {
			text := assembled(t, filepath.Dir(file))
			v, err := negotiation.Read(text)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range book(t, file).Milestones {
				for _, a := range m.Agreed {
					if v.Title(a) == "" {
						t.Errorf("%s: there is no Article %s", m.Name, a)
					}
				}
				for _, f := range m.Fallbacks {
					if n := strings.Count(string(v.Article(f.Article)), f.From); n == 0 {
						t.Errorf("%s: %q does not stand in Article %s", f.Name, f.From, f.Article)
					}
				}
				if m.Verified == "" {
					continue
				}
				if out, why := line(t, m, text); out != negotiation.Holds {
					t.Errorf("%s: %s %s", m.Name, out, why)
				}
			}
		})
	}
}

// Each red line of the border partnership is crossed by a draft that a counterpart might well send.
func TestRedLinesOfBorderAreCrossed(t *testing.T) {
	text := assembled(t, "border")
	drafts := map[string][2]string{
		"arland-what-is-captured-stays":                    {"fields  = [\"template\"]\n    with    = [checking.supervisor]", "fields  = [\"template\"]\n    with    = [checking.supervisor, role.officer]"},
		"arland-four-eyes":                                 {"    reasons    = true\n    other_than = step.compare\n  }\n\n  step \"clear\"", "    reasons    = true\n  }\n\n  step \"clear\""},
		"arland-nothing-personal-for-more-than-five-years": {"  keep {\n    for   = \"P5Y\"\n    after = [\"received\"]", "  keep {\n    for   = \"P6Y\"\n    after = [\"received\"]"},
		"belmark-silence-returns-nobody-to-us":             {"entering(\"assessed\", \"consulted\")\n    within  = \"P20D\"\n    warns   = \"P5D\"\n    silence = \"remain\"\n    ladder  = ladder.late-answer", "entering(\"assessed\", \"consulted\")\n    within  = \"P20D\"\n    warns   = \"P5D\"\n    silence = \"proceed\"\n    takes   = step.accept"},
		"belmark-goods-move":                               {"within  = \"PT12H\"\n    warns   = \"PT2H\"\n    silence = \"proceed\"", "within  = \"PT72H\"\n    warns   = \"PT2H\"\n    silence = \"proceed\""},
		"belmark-both-expand":                              {"quorum = 2\n    begins = phase.full", "begins = phase.full"},
		"ombuds-no-way-back-without-appeal-and-monitor":    {"from  = [\"monitored\"]\n    to    = \"transferred\"", "from  = [\"monitored\", \"transferable\"]\n    to    = \"transferred\""},
		"ombuds-thirty-days":                               {"starts  = entering(\"recovery\")\n    within  = \"P30D\"", "starts  = entering(\"recovery\")\n    within  = \"P10D\""},
		"ombuds-protection-is-nobody-elses-business":       {"with    = [aid.interpreter]\n    purpose = purpose.protection", "with    = [aid.interpreter, role.liaison]\n    purpose = purpose.protection"},
		"ombuds-the-employer-never-knows":                  {"with    = [inspecting.labour-inspector]\n    when    = \"case.may_be_named\"", "with    = [inspecting.labour-inspector, inspecting.employers-desk]\n    when    = \"case.may_be_named\""},
		"court-silence-sets-free":                          {"silence = \"lapse\"\n    to      = \"free\"\n    extends = \"P7D\"", "silence = \"remain\"\n    ladder  = ladder.person-waits\n    extends = \"P7D\""},
	}
	lines := book(t, "border/redlines.hcl").Milestones
	if len(lines) != len(drafts) {
		t.Errorf("%d red lines, %d drafts that cross one", len(lines), len(drafts))
	}
	for _, m := range lines {
		t.Run(m.Name, func(t *testing.T) {
			d := drafts[m.Name]
			if n := bytes.Count(text, []byte(d[0])); d[0] == "" || n != 1 {
				t.Fatalf("%q stands %d times", d[0], n)
			}
			if out, why := line(t, m, bytes.Replace(text, []byte(d[0]), []byte(d[1]), 1)); out != negotiation.Crossed {
				t.Errorf("%s %s", out, why)
			}
		})
	}
}

// The annex of the border partnership is the file to which the text commits.
func TestAnnexOfBorderIsCommittedTo(t *testing.T) {
	_, m, fs, err := agreement.Open(os.DirFS("."), "border.md", "border.md")
	if err != nil || m == nil {
		t.Fatal(err, fs)
	}
	file, err := os.ReadFile("border/equipment.txt")
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(file)
	if got := m.Annexes[0].SHA256; got != hex.EncodeToString(sum[:]) {
		t.Errorf("the text commits to %s, the file is %x", got, sum)
	}
}
