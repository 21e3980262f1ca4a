package web

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

var (
	keyForm   = regexp.MustCompile(`"([a-z][a-z0-9]*(?:\.[a-z0-9-]+)+\.?)"`)
	plainKey  = regexp.MustCompile(`\b[TN]\("([a-z]+)"`)
	placeForm = regexp.MustCompile(`\{([a-z]+)\}`)
	notKeys   = []string{"components.css", "desk.css", "figures.css", "tokens.css", "mark.svg", "golang.org", "github.com", "cel.dev"}
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
				for _, m := range append(keyForm.FindAllStringSubmatch(line, -1), plainKey.FindAllStringSubmatch(line, -1)...) {
					used[m[1]] = true
				}
			}
		}
	}
	stems := []string{"number.", "weekday.", "month.", "silence.", "standing.", "problem.", "said.", "sees.", "today.", "audit.", "input.half.", "language.", "prevails.", "field.", "label.", "figures.column.", "figures.group.", "figures.unit."}
	for key := range used {
		if strings.HasSuffix(key, ".") || slices.Contains(notKeys, key) || strings.HasPrefix(key, "f.") {
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

// Every language that is offered says everything that English says, in every plural form that it has;
// the places of a translation are those of the English.
func TestLanguagesKeepUp(t *testing.T) {
	s := newGallery(t)
	for _, l := range s.cat.list {
		for key, en := range s.cat.english.messages {
			own, ok := l.messages[key]
			if !ok || own.text == "" && own.forms == nil {
				t.Errorf("%s lacks %q", l.Code, key)
				continue
			}
			if (en.forms == nil) != (own.forms == nil) {
				t.Errorf("%s: %q has plural forms in one language alone", l.Code, key)
			}
			allowed := places(en)
			allowed["n"] = allowed["n"] || en.forms != nil // every plural is given its number
			for place := range places(own) {
				if !allowed[place] {
					t.Errorf("%s: %q names the unknown place {%s}", l.Code, key, place)
				}
			}
			if own.forms != nil {
				for _, form := range formsOf(l.tag) {
					if _, ok := own.forms[form]; !ok {
						t.Errorf("%s: %q lacks the form %s", l.Code, key, form)
					}
				}
			} else if got, want := places(own), places(en); !maps.Equal(got, want) {
				t.Errorf("%s: %q has the places %v, not %v", l.Code, key, got, want)
			}
		}
		for key := range l.messages {
			if _, ok := s.cat.english.messages[key]; !ok {
				t.Errorf("%s has %q, which English lacks", l.Code, key)
			}
		}
	}
}

// formsOf gives the plural forms that a language has for whole numbers.
func formsOf(tag language.Tag) []string {
	found := map[string]bool{}
	for n := range 200 {
		found[formNames[plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0)]] = true
	}
	return slices.Sorted(maps.Keys(found))
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

var (
	expression = regexp.MustCompile(`\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}`)
	element    = regexp.MustCompile(`(?s)<[^>]*>`)
	letters    = regexp.MustCompile(`\p{L}{2,}`)
	goLine     = regexp.MustCompile(`^\s*(//|@|templ |package |import |if |for |\} else|switch |case |default:|[a-zA-Z-]+=|"[^"]*"$|\)|\}|\()`)
)

// No page says a word that is not in the catalogue.
func TestTemplatesHoldNoWords(t *testing.T) {
	for name, text := range sources(t, "*.templ") {
		text = expression.ReplaceAllString(text, "")
		text = expression.ReplaceAllString(text, "")
		text = element.ReplaceAllString(text, "")
		for n, line := range strings.Split(text, "\n") {
			if !goLine.MatchString(line) && letters.MatchString(line) {
				t.Errorf("%s, near line %d: %q", name, n+1, strings.TrimSpace(line))
			}
		}
	}
}

func TestMessagesFill(t *testing.T) {
	s := newGallery(t)
	en, ar := s.cat.find("en"), s.cat.find("ar")
	for _, c := range []struct{ got, want string }{
		{en.N("span.days", 1), "1 day"},
		{en.N("span.days", 2), "2 days"},
		{en.N("foot.log", 184612), "Log of 184,612 entries."},
		{ar.N("span.days", 1), "يوم واحد"},
		{ar.N("span.days", 2), "يومين"},
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
