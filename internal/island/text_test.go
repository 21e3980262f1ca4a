package island

import (
	"testing"

	"github.com/entente-net/entente/internal/typography"
)

// All that is said of the island is said in each language with its own marks.
func TestTexts(t *testing.T) {
	texts := []Text{mapWords.title, mapWords.about}
	for _, p := range Places() {
		texts = append(texts, p.Name, p.Short, p.Neutral)
	}
	for _, p := range Parties() {
		texts = append(texts, p.Name, p.About)
	}
	for _, g := range Ten() {
		texts = append(texts, g.Office, g.Waits, g.Does)
	}
	for _, c := range Calendars() {
		texts = append(texts, c.Name, c.Weekend, c.Closed)
	}
	for _, x := range texts {
		if len(x) == 0 {
			continue // a place has no short or no neutral name
		}
		for _, l := range Languages {
			if x[l] == "" {
				t.Errorf("%q is not said in %s", x["en"], l)
			}
			if found := typography.Slips(l, x[l]); len(found) > 0 {
				t.Errorf("%s: %q in %q", l, found, x[l])
			}
		}
		if len(x) != len(Languages) {
			t.Errorf("%q is said in %d languages, not in %d", x["en"], len(x), len(Languages))
		}
	}
}
