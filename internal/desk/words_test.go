package desk

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/typography"
	"github.com/entente-net/entente/ledger"
)

// Every sentence that the code names is there, and none is there for nothing.
func TestCatalogue(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	var stems []string
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") || strings.HasPrefix(name, "words_") {
			continue
		}
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`(?:say\(|key :?= |last, )"([a-z.-]+)"(\s*\+)?`).FindAllStringSubmatch(string(b), -1) {
			if m[2] != "" {
				stems = append(stems, m[1])
			} else {
				used[m[1]] = true
			}
		}
	}
	used["and"], used["or"] = true, true // say(last)
	for key := range used {
		if english[key] == "" {
			t.Errorf("nothing is said for %q", key)
		}
	}
	for key := range english {
		stem := func() bool {
			for _, s := range stems {
				if strings.HasPrefix(key, s) {
					return true
				}
			}
			return false
		}
		if !used[key] && !stem() {
			t.Errorf("nobody says %q", key)
		}
	}
	for _, k := range ledger.Kinds {
		if english["entry."+string(k)] == "" {
			t.Errorf("no word for an entry of the kind %s", k)
		}
	}
	for _, s := range []agreement.Survival{agreement.SurvivesCases, agreement.SurvivesRemedy, agreement.SurvivesErasure, agreement.SurvivesSecrecy} {
		if english["survives."+string(s)] == "" {
			t.Errorf("no word for what survives: %s", s)
		}
	}
}

// alike are the words that a language writes as English does.
var alike = map[string][]string{"fr": {"entry.lapse", "entry.signature", "verified.lapses"}}

// Every language says what English says, with the same places and with its own marks.
func TestTonguesKeepUp(t *testing.T) {
	places := func(s string) string {
		found := regexp.MustCompile(`\{[a-z]+\}`).FindAllString(s, -1)
		slices.Sort(found)
		return strings.Join(found, "")
	}
	if len(tongues) != 6 {
		t.Fatalf("the desk speaks %d languages, not six", len(tongues))
	}
	for code, says := range tongues {
		for key, en := range english {
			own, ok := says[key]
			if !ok || own == "" && key != "space" {
				t.Errorf("%s lacks %q", code, key)
			} else if code != "en" && own == en && !slices.Contains(alike[code], key) && regexp.MustCompile(`\p{L}{4,}`).MatchString(regexp.MustCompile(`\{[a-z]+\}`).ReplaceAllString(own, "")) {
				t.Errorf("%s says %q in English: %q", code, key, own)
			} else if places(own) != places(en) {
				t.Errorf("%s: %q has the places %q, not %q", code, key, places(own), places(en))
			}
			if key == "comma" || key == "and" || key == "or" || key == "space" {
				continue // what joins brings its spaces along
			}
			if found := typography.Slips(code, own); len(found) > 0 {
				t.Errorf("%s: %q has %q in %q", code, key, found, own)
			}
			if code == "ar" && typography.Bare(own) {
				t.Errorf("%s: %q has Latin letters that are not isolated: %q", code, key, own)
			}
		}
		for key := range says {
			if english[key] == "" {
				t.Errorf("%s has %q, which English lacks", code, key)
			}
		}
	}
	ar := tongue{"ar", arabic}
	if got := ar.list([]string{"أ", "ب", "ج"}); got != "أ، ب وج" {
		t.Errorf("a list in Arabic: %q", got)
	}
}

func TestQuotes(t *testing.T) {
	text, err := os.ReadFile("../../bench/northgate.md")
	if err != nil {
		t.Fatal(err)
	}
	m, findings := agreement.Compile("northgate.md", text)
	if m == nil {
		t.Fatal(findings)
	}
	for _, c := range []struct {
		article agreement.Article
		hints   []string
		want    string
	}{
		{"7", []string{"Authorise the measure", "Judge"}, "A judge of the requested Party decides"},
		{"7", []string{"Uphold the urgent measure", "Judge"}, "if the judge does not uphold the measure"},
		{"3", []string{"Open the review of a hit", "Review of a hit", "Border officer"}, "No consequence follows from a hit"},
		{"2", []string{"Is this document reported stolen?", "Border officer"}, "A border officer of either Party may ask"},
		{"7", []string{"Zeppelin"}, ""},
	} {
		got := quoted(m, m, c.article, c.hints...).Quote
		if !strings.Contains(got, c.want) || c.want == "" && got != "" {
			t.Errorf("Article %s, %v: %q", c.article, c.hints, got)
		}
		if strings.HasPrefix(got, "1.") {
			t.Errorf("the number of a paragraph is no part of its sentence: %q", got)
		}
	}
	if a := quoted(m, m, "99", "Judge"); a.Quote != "" || a.Title != "" {
		t.Errorf("an article that is not there is quoted: %v", a)
	}
}

func TestCursor(t *testing.T) {
	for _, s := range []string{"x", "-", "0-abc", "51", "51-!!", "-1-abc"} {
		if _, _, err := parseCursor(s); err == nil {
			t.Errorf("%q is taken for a place in the list", s)
		}
	}
	if _, n, err := parseCursor(""); err != nil || n != 1 {
		t.Errorf("the first page: %d %v", n, err)
	}
}
