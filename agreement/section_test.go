package agreement

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/entente-net/entente/fault"
)

func TestSections(t *testing.T) {
	text := "# Title\n\nPreamble.\n\n## Article 1 — One\n\nfirst\n\n## Article 2 — Two\n\nsecond\n\n### Article 3 — Three\n\nthird\n\n## Annex\n\nloose\n\n## Article 4 — Four\nfourth"
	ss, err := Sections([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"1 ## Article 1 — One\n\nfirst\n\n", "2 ## Article 2 — Two\n\nsecond\n\n", "3 ### Article 3 — Three\n\nthird\n\n", "4 ## Article 4 — Four\nfourth"}
	if len(ss) != len(want) {
		t.Fatalf("%v", ss)
	}
	for i, s := range ss {
		if got := string(s.Article) + " " + text[s.Start:s.End]; got != want[i] {
			t.Errorf("%q, want %q", got, want[i])
		}
	}
}

// The articles of every sound text are those of its model, and no byte belongs to two.
func TestSectionsAreTheModels(t *testing.T) {
	files, err := filepath.Glob("testdata/*.md")
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	for _, file := range append(files, "../bench/northgate.md", "../docs/language.md") {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		m, _ := Compile(file, text)
		if m == nil {
			continue
		}
		ss, err := Sections(text)
		if err != nil || len(ss) != len(m.Articles) {
			t.Fatalf("%s: %d sections, %d articles: %v", file, len(ss), len(m.Articles), err)
		}
		last := 0
		for i, s := range ss {
			a := m.Articles[i]
			if s.Article != a.Number || s.Title != a.Title || s.Start < last || s.End <= s.Start || strings.Count(string(text[:s.Start]), "\n")+1 != a.Line {
				t.Errorf("%s: %v is not Article %s", file, s, a.Number)
			}
			last = s.End
		}
	}
}

func TestSectionsRefused(t *testing.T) {
	for name, text := range map[string]string{
		"a number twice":          "## Article 1 — A\n\n## Article 1 — B\n",
		"a number nobody reads":   "## Article seven\n",
		"no text":                 "## Article 1 — \xff\n",
		"carriage returns":        "## Article 1\r\n",
		"nested beyond measure":   strings.Repeat("> ", 3000) + "x",
		"another order than seen": "## Article 1 — \u202ex\n",
	} {
		if ss, err := Sections([]byte(text)); fault.CodeOf(err) != fault.AgreementOpen {
			t.Errorf("%s: %v, %v", name, ss, err)
		}
	}
	if _, err := Sections(make([]byte, maxSource+1)); fault.CodeOf(err) != fault.TooLarge {
		t.Error(err)
	}
}
