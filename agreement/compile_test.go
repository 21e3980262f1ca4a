package agreement

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gowebpki/jcs"
)

func TestCompileIsDeterministic(t *testing.T) {
	text := northgate(t)
	first, fs := Compile("northgate.md", text)
	if first == nil {
		t.Fatal(fs)
	}
	for range 5 {
		again, _ := Compile("another-name.md", text)
		if !bytes.Equal(first.Canonical(), again.Canonical()) || first.Hash() != again.Hash() {
			t.Fatal("the same text gave another model")
		}
	}
	canonical, err := jcs.Transform(first.Canonical())
	if err != nil || !bytes.Equal(canonical, first.Canonical()) {
		t.Errorf("the canonical form is not RFC 8785: %v", err)
	}
	// A copy that lost its lookups says the same, and answers the same.
	bare := *first
	bare.index = nil
	if !bytes.Equal(bare.Canonical(), first.Canonical()) {
		t.Error("a model without lookups has another canonical form")
	}
	if bare.Procedure("assistance") == nil || bare.Location().String() != "Etc/GMT-2" {
		t.Error("a model without lookups does not answer")
	}
	if TextHash(text) == TextHash(append(text, '\n')) {
		t.Error("another text has the same hash")
	}
}

func TestDerived(t *testing.T) {
	m, fs := Compile("northgate.md", northgate(t))
	if m == nil {
		t.Fatal(fs)
	}
	p := m.Procedure("assistance")
	if !p.Affects || p.Remedy || !m.Procedure("complaint").Remedy {
		t.Error("whom a procedure affects, or what it remedies, is wrong")
	}
	review := p.Clock("review")
	if len(review.Owed) != 1 || review.Owed[0] != (Actor{Side: "requested", Role: "judge"}) {
		t.Errorf("the review waits for %v", review.Owed)
	}
	excerpt, err := os.ReadFile("testdata/excerpt.md")
	if err != nil {
		t.Fatal(err)
	}
	m, fs = Compile("excerpt.md", excerpt)
	if m == nil {
		t.Fatal(fs)
	}
	review = m.Procedure("assistance").Clock("review")
	if review.Grace.String() != "P1D" || len(review.Erases) != 1 || review.Erases[0] != "evidence" {
		t.Errorf("erased is %v after %v, want evidence after P1D", review.Erases, review.Grace)
	}
	var states []string
	for _, s := range m.Procedure("assistance").States {
		states = append(states, string(s.ID))
	}
	if got, want := strings.Join(states, " "), "executed refused not-upheld requested authorised measure-upheld measure-in-force"; got != want {
		t.Errorf("the states come as %s, want %s", got, want)
	}
}

func TestProseIsWithoutRules(t *testing.T) {
	m, fs := Compile("northgate.md", northgate(t))
	if m == nil {
		t.Fatal(fs)
	}
	c := m.Clause("7")
	if c.Title != "Mutual assistance" || len(c.Prose) != 8 || !strings.HasPrefix(c.Prose[3], "4. Where life is in danger") {
		t.Errorf("Article 7 is %q with %d paragraphs", c.Title, len(c.Prose))
	}
	for _, cl := range m.Articles {
		for _, p := range cl.Prose {
			if strings.Contains(p, "```") || strings.Contains(p, " = ") {
				t.Errorf("Article %s: rules among the prose: %s", cl.Number, p)
			}
		}
	}
}

// A heading may be written in any of the ways that treaties write it.
func TestHeadings(t *testing.T) {
	base, err := os.ReadFile("testdata/base.md")
	if err != nil {
		t.Fatal(err)
	}
	for heading, want := range map[string]Clause{
		"## Article 7 — Requests":      {Number: "7", Title: "Requests"},
		"# Article 7a - Requests":      {Number: "7a", Title: "Requests"},
		"### Article 12: Requests":     {Number: "12", Title: "Requests"},
		"## Article 12. Requests":      {Number: "12", Title: "Requests"},
		"## Article 12 Requests":       {Number: "12", Title: "Requests"},
		"## Article 12":                {Number: "12"},
		"Article 12 – Requests\n-----": {Number: "12", Title: "Requests"},
	} {
		text := strings.Replace(string(base), "## Article 2 — Requests", heading, 1)
		m, fs := Compile("x.md", []byte(text))
		if m == nil {
			t.Errorf("%s: %s", heading, fs)
			continue
		}
		c := m.Articles[1]
		if c.Number != want.Number || c.Title != want.Title {
			t.Errorf("%q was read as Article %s %q", heading, c.Number, c.Title)
		}
		if len(c.Prose) != 1 {
			t.Errorf("%q: the prose is %q", heading, c.Prose)
		}
		if m.Procedure("request").Article != want.Number {
			t.Errorf("%q: its rule cites Article %s", heading, m.Procedure("request").Article)
		}
	}
}

func TestFindingIsPrinted(t *testing.T) {
	f := Finding{SeverityError, CodeNameUnknown, "7", "x.md", 3, 9, "\tby = [ä.judge]", "there is no side \"ä\"", "declare it"}
	want := "x.md:3:9: Article 7: error: there is no side \"ä\" [name-unknown]\n  | \tby = [ä.judge]\n  | \t       ^\n  mend: declare it"
	if got := f.String(); got != want {
		t.Errorf("printed as\n%s\nwant\n%s", got, want)
	}
	b, err := json.Marshal(f)
	if err != nil || !strings.Contains(string(b), `"column":9`) || !strings.Contains(string(b), `"source_line"`) {
		t.Errorf("as JSON: %s, %v", b, err)
	}
	long := Finding{File: "x.md", Line: 1, Column: 900, SourceLine: strings.Repeat("x", 10_000)}
	if len(long.String()) > 1000 {
		t.Error("a line of ten thousand characters is printed whole")
	}
}

// Whatever is given, the compiler answers: a model, or findings that stand in the text.
func FuzzCompile(f *testing.F) {
	for _, glob := range []string{"testdata/*.md", "../models/*.md"} {
		files, err := filepath.Glob(glob)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(text)
		}
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		m, fs := Compile("fuzz.md", text)
		if (m == nil) != fs.Failed() {
			t.Fatalf("model %v with %s", m != nil, fs)
		}
		for _, x := range fs {
			if x.Line < 1 || x.Column < 1 || x.Message == "" || x.String() == "" {
				t.Fatalf("%+v", x)
			}
		}
		if m == nil {
			return
		}
		Explain(m, "en")
		if d := Diff(m, m); len(d) != 0 {
			t.Fatalf("a model differs from itself: %v", d)
		}
		if again, _ := Compile("fuzz.md", text); !bytes.Equal(again.Canonical(), m.Canonical()) {
			t.Fatal("not deterministic")
		}
	})
}
