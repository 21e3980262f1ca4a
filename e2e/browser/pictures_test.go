package browser

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/desk"
)

// pictured are the states of which docs/gallery keeps a picture, with what each is to show.
var pictured = []struct{ state, title string }{
	{"tour", "Where the demonstration begins"},
	{"login", "Whom to be"},
	{"today", "Today: what waits, by the clock that runs out first"},
	{"case", "A case: its clock, its acts, who sees what, and what one may do"},
	{"review", "Before signing: what leaves, and to whom"},
	{"step-errors", "A form with mistakes: which field, which article, how to mend it"},
	{"check-hit", "A hit beside what was asked"},
	{"public", "The living agreement, for everybody"},
	{"ledger", "The log, and who vouches for it"},
	{"audit-findings", "An audit that found something"},
	{"parts", "Every part that pages are made of"},
}

var ways = []struct{ width, language, scheme string }{
	{"desktop", "en", "light"},
	{"desktop", "en", "dark"},
	{"desktop", "ar", "light"},
	{"desktop", "ar", "dark"},
	{"phone", "en", "light"},
	{"phone", "en", "dark"},
	{"phone", "ar", "light"},
	{"phone", "ar", "dark"},
}

// TestPictures draws each pictured state in each way. `make gallery` keeps the pictures, and writes docs/gallery.md; a test run
// keeps nothing of them, and holds each to being a picture of a page that answered.
func TestPictures(t *testing.T) {
	t.Parallel()
	dir := os.Getenv("ENTENTE_PICTURES")
	keep := dir != ""
	if !keep {
		dir = t.TempDir()
	} else if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	s := newStage(t, northgate(t), []role{{party: "arland", id: "dessar", name: "Officer Dessar", roles: []agreement.RoleID{"officer"}}}, desk.Options{Development: true})
	type shot struct {
		State    string `json:"state"`
		Width    string `json:"width"`
		Language string `json:"language"`
		Scheme   string `json:"scheme"`
		File     string `json:"file"`
	}
	var shots []shot
	for i, p := range pictured {
		for j, w := range ways {
			if !keep && i+j > 0 {
				continue // one is enough to see that pictures can be made
			}
			shots = append(shots, shot{p.state, w.width, w.language, w.scheme, filepath.Join(dir, picture(p.state, j))})
		}
	}
	run(t, "pictures.mjs", map[string]any{"desks": s.Desks, "shots": shots})
	total := 0
	for _, x := range shots {
		b, err := os.ReadFile(x.File)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.HasPrefix(b, []byte("RIFF")) || len(b) < 2000 {
			t.Errorf("%s is no picture of a page", x.File)
		}
		total += len(b)
	}
	if total > 6_000_000 {
		t.Errorf("the pictures weigh %d bytes", total)
	}
	if keep {
		if err := os.WriteFile(filepath.Join(dir, "..", "gallery.md"), album(), 0o644); err != nil {
			t.Fatal(err)
		}
		t.Logf("%d pictures, %d bytes", len(shots), total)
	}
}

func picture(state string, way int) string {
	w := ways[way]
	return strings.Join([]string{state, w.width, w.language, w.scheme}, "-") + ".webp"
}

// album is docs/gallery.md.
func album() []byte {
	var b bytes.Buffer
	b.WriteString("# What the pages look like\n\nWritten by `make gallery`, from the invented states that `/gallery` shows in development mode: the same that the tests look at.\n" +
		"Each is drawn at 1280 and at 390 px, in English and Arabic, in the light and in the dark; all states, also those that have no picture here, are tested in a real browser\n" +
		"with `go test ./e2e/browser -run TestGallery`.\n")
	for _, p := range pictured {
		fmt.Fprintf(&b, "\n## %s\n\n", p.title)
		fmt.Fprintf(&b, "![%s, desktop, English](gallery/%s)\n\n", p.title, picture(p.state, 0))
		fmt.Fprintf(&b, "![%s, phone, Arabic, dark](gallery/%s)\n\n", p.title, picture(p.state, len(ways)-1))
		var links []string
		for j, w := range ways {
			links = append(links, fmt.Sprintf("[%s %s %s](gallery/%s)", w.width, w.language, w.scheme, picture(p.state, j)))
		}
		b.WriteString(strings.Join(links, " · ") + "\n")
	}
	return b.Bytes()
}
