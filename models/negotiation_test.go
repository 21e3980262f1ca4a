package models_test

import (
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

// The text that the project ships meets every aim of the playbook beside it, and what a fall-back would
// change stands in its article, once.
func TestPlaybooksFitTheirModels(t *testing.T) {
	files, err := filepath.Glob("*/playbook.hcl")
	if err != nil || len(files) == 0 {
		t.Fatalf("no playbooks: %v", err)
	}
	for _, file := range files {
		t.Run(file, func(t *testing.T) {
			v := draft(t, string(assembled(t, filepath.Dir(file))))
			fallbacks := 0
			for _, m := range book(t, file).Milestones {
				fallbacks += len(m.Fallbacks)
				for _, a := range m.Agreed {
					if v.Title(a) == "" {
						t.Errorf("%s: there is no Article %s", m.Name, a)
					}
				}
				for _, f := range m.Fallbacks {
					if n := strings.Count(string(v.Article(f.Article)), f.From); n != 1 {
						t.Errorf("%s: %q stands %d times in Article %s", f.Name, f.From, n, f.Article)
					}
				}
				if m.Verified == "" {
					continue
				}
				r, err := negotiation.NewRedLine(m.Name, m.Verified, m.Words)
				if err != nil {
					t.Fatal(err)
				}
				if out, why := r.Check(v); out != negotiation.Holds {
					t.Errorf("%s: %s %s", m.Name, out, why)
				}
			}
			if fallbacks == 0 {
				t.Error("no fall-back")
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
