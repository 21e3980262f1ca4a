package web

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	keyForm   = regexp.MustCompile(`"([a-z][a-z0-9]*(?:\.[a-z0-9-]+)+\.?)"`)
	plainKey  = regexp.MustCompile(`\b[TN]\("([a-z]+)"`)
	refusal   = regexp.MustCompile(`refused\([^,"]+, "([a-z.]+)"`)
	placeForm = regexp.MustCompile(`\{([a-z]+)\}`)
	notKeys   = []string{"mark.svg", "signature.json", "party.key", "golang.org", "github.com", "cel.dev"}
)

// sources gives the package's own text: templates and Go, without what is generated or tests.
func sources(t *testing.T, pattern string) map[string]string {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, n := range names {
		if strings.HasSuffix(n, "_test.go") || strings.HasSuffix(n, "_templ.go") || strings.HasPrefix(n, "specimen") {
			continue
		}
		b, err := os.ReadFile(n)
		if err != nil {
			t.Fatal(err)
		}
		texts[n] = string(b)
	}
	return texts
}

// Every message that the pages ask for is in the English catalogue; a key that ends in a dot is the
// stem of several.
func TestEveryMessageIsThere(t *testing.T) {
	s := newGallery(t)
	used := map[string]bool{}
	for _, pattern := range []string{"*.templ", "*.go"} {
		for _, text := range sources(t, pattern) {
			for _, line := range strings.Split(text, "\n") {
				if strings.HasPrefix(strings.TrimSpace(line), "//") {
					continue
				}
				line := line
				for _, m := range refusal.FindAllStringSubmatch(line, -1) {
					used["refused."+m[1]], used["refused."+m[1]+".mend"] = true, true
					line = strings.ReplaceAll(line, m[0], "")
				}
				for _, m := range append(keyForm.FindAllStringSubmatch(line, -1), plainKey.FindAllStringSubmatch(line, -1)...) {
					used[m[1]] = true
				}
			}
		}
	}
	stems := []string{
		"number.", "weekday.", "in.", "ago.", "month.", "silence.", "standing.", "problem.", "fault.", "finding.", "limit.", "said.", "sees.", "today.",
		"audit.", "input.half.", "language.", "prevails.", "field.", "label.",
		"help.class.", "setup.", "begin.page.",
		"portal.nav.", "portal.way.", "portal.file.", "portal.later.", "verify.kind.",
		"figures.column.", "figures.group.", "figures.unit.",
		"draft.begin.", "draft.line.", "draft.changes.", "draft.article.changed.", "draft.play.cannot.", "programme.turn.", "programme.kind.", "notices.kind.", "notices.mode.",
	}
	for key := range used {
		if strings.HasSuffix(key, ".") || strings.HasSuffix(key, ".css") || slices.Contains(notKeys, key) || strings.HasPrefix(key, "f.") {
			continue
		}
		if !s.cat.english.Has(key) {
			t.Errorf("no message %q", key)
		}
	}
	for key := range s.cat.english.messages {
		if !used[key] && !slices.ContainsFunc(stems, func(p string) bool { return strings.HasPrefix(key, p) }) {
			t.Errorf("nothing uses the message %q", key)
		}
	}
}

func places(m message) map[string]bool {
	found := map[string]bool{}
	texts := []string{m.text}
	for _, f := range m.forms {
		texts = append(texts, f)
	}
	for _, text := range texts {
		for _, p := range placeForm.FindAllStringSubmatch(text, -1) {
			found[p[1]] = true
		}
	}
	return found
}

func TestMessagesFill(t *testing.T) {
	s := newGallery(t)
	en, ar := s.cat.find("en"), s.cat.find("ar")
	for _, c := range []struct{ got, want string }{
		{en.N("span.days", 1), "1 day"},
		{en.N("span.days", 2), "2 days"},
		{en.N("foot.log", 184612), "Log of 184,612 entries."},
		{ar.N("span.days", 1), "يوم واحد"},
		{ar.N("span.days", 2), "يومان"},
		{ar.N("in.days", 2), "بعد يومين"},
		{ar.N("span.days", 3), "3 أيام"},
		{ar.N("span.days", 11), "11 يوماً"},
		{ar.N("span.days", 100), "100 يوم"},
		{(&Language{fallback: en}).T("cases.more"), "Older cases"},
		{en.T("step.becomes", "state", "{clock}"), "The case will then be: {clock}."},
		{en.Own(map[string]string{"fr": "Motifs", "ru": "Основания"}, "x"), "Motifs"},
		{en.Count(6), "Six"},
		{en.Count(60), "60"},
		{ar.Count(6), "6"},
		{en.T("no.such"), "⟦no.such⟧"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

// Names of the agreement keep their own order inside a sentence of the other direction, and nothing else changes.
func TestForeignWordsAreIsolated(t *testing.T) {
	c, err := loadCatalogue()
	if err != nil {
		t.Fatal(err)
	}
	ar, en := c.find("ar"), c.find("en")
	if got := ar.T("proof.cosigned", "party", "Kingdom of Belmark"); !strings.Contains(got, "\u2068Kingdom of Belmark\u2069") {
		t.Errorf("got %q", got)
	}
	if got := en.T("proof.cosigned", "party", "Kingdom of Belmark"); strings.ContainsAny(got, "\u2068\u2069") {
		t.Errorf("got %q", got)
	}
	if got, want := (&page{Language: ar}).list([]string{"Facts", "Offence"}), "\u2068Facts\u2069 و\u2068Offence\u2069"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
