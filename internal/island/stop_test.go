package island

import (
	"slices"
	"strings"
	"testing"
)

// Each of the ten leads over three to six pages, and says in six languages what there is to see.
func TestStops(t *testing.T) {
	for _, g := range Ten() {
		stops := Stops(g.Who)
		if len(stops) < 3 || len(stops) > 6 {
			t.Errorf("%s has %d stops", g.Who, len(stops))
		}
		for i, s := range stops {
			if !strings.HasPrefix(s.At, "/") && s.At != "waits" && !strings.HasPrefix(s.At, "waits#") {
				t.Errorf("%s, %d: %q is no place", g.Who, i, s.At)
			}
			if g.Person == "" && !strings.HasPrefix(s.At, "/public/") {
				t.Errorf("%s has no login and is led to %s", g.Who, s.At)
			}
			if g.Person != "" && slices.ContainsFunc(stops[:i], func(o Stop) bool { return o.At == s.At }) {
				t.Errorf("%s is led to %s twice", g.Who, s.At)
			}
			for _, l := range []string{"ar", "en", "es", "fr", "ru", "zh"} {
				if s.Title[l] == "" || s.Look[l] == "" {
					t.Errorf("%s, %s: nothing is said in %s", g.Who, s.At, l)
				}
			}
		}
	}
}
