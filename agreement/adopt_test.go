package agreement

import (
	"strings"
	"testing"
)

// A translation goes along with an agreement that has the model's parties: under its name and title, and not otherwise changed.
func TestATranslationIsAdopted(t *testing.T) {
	was, french := small(t), inLanguage(t, "fr")
	adopt := func(text string, change ...string) (string, error) {
		got, err := AdoptTranslation([]byte(text), "fr", was, small(t, change...))
		return string(got), err
	}
	want := strings.Replace(french, `agreement "small"`, `agreement "ours"`, 1)
	if got, err := adopt(french, `agreement "small"`, `agreement "ours"`); err != nil || got != want {
		t.Errorf("another name: %v\n%s", err, got)
	}
	want = strings.Replace(want, `title = "Un petit accord"`, `title = "Ours"`, 1)
	if got, err := adopt(french, `agreement "small"`, `agreement "ours"`, `title      = "A small agreement"`, `title      = "Ours"`); err != nil || got != want {
		t.Errorf("another title: %v\n%s", err, got)
	}
	for name, x := range map[string]struct {
		text   string
		change []string
		says   string
	}{
		"another party":            {french, []string{`name = "A"`, `name = "Nord"`}, "A is no party of the agreement"},
		"a party under other name": {french, []string{`party "b"`, `party "nord"`, "party.b", "party.nord"}, "B is no party of the agreement"},
		"what does not read":       {strings.Replace(french, `title = "Juge"`, `title = `, 1), nil, "does not read"},
		"what does not fit":        {strings.Replace(french, "Deux Parties conviennent.", "Deux Parties conviennent.\n\nEncore.", 1), nil, "does not fit"},
	} {
		if got, err := adopt(x.text, x.change...); err == nil || got != "" || !strings.Contains(err.Error(), x.says) {
			t.Errorf("%s: %v, want %q", name, err, x.says)
		}
	}
}
