package world

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/internal/scenario"
	"github.com/entente-net/entente/models"
)

// modelText gives a model agreement as it is signed, with its parts in place.
func modelText(t testing.TB, name string) []byte {
	t.Helper()
	a, m, fs, err := agreement.Open(models.Files, name+".md", name+".md")
	if err != nil || m == nil {
		t.Fatal(err, fs)
	}
	return a.Text
}

// led makes a world that is led by hand.
func led(t testing.TB, seed byte, start time.Time, names ...string) *Inside {
	t.Helper()
	plan := Plan{Dir: t.TempDir(), Text: modelText(t, names[0]), Start: start, Seed: &[32]byte{seed}}
	for _, n := range names[1:] {
		plan.More = append(plan.More, modelText(t, n))
	}
	plan.Node.MaxSkew = 1000 * time.Hour
	w, err := NewInside(context.Background(), plan)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.Close)
	return w
}

func modelIn(w *Inside, id agreement.ID) *agreement.Model {
	m, _ := w.library.Compile(w.Texts[id])
	return m
}

// tell plays stories beside each other, in the order of their instants, and names every sentence that does not come out.
func tell(t *testing.T, w *Inside, id agreement.ID, files []string) (told int, apart []string) {
	t.Helper()
	ctx := context.Background()
	casts := w.Extras()
	var acts []Strand
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s, err := scenario.Read(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(file), ".story")
		if states(s) || onEngine[name] != "" {
			continue
		}
		if s.Cases[0].Name != "" && len(files) > 1 { // what it does to the agreement would count for all others
			apart = append(apart, file)
			continue
		}
		told++
		scene, err := w.NewScene(ctx, id, s, casts)
		if err != nil {
			t.Fatal(err)
		}
		acts = append(acts, NewTelling(name, s, scene))
	}
	if err := w.Perform(ctx, acts, nil); err != nil {
		t.Fatal(err)
	}
	for _, a := range acts {
		for _, wrong := range a.(*Telling).Wrong() {
			t.Errorf("%s: %s", a.(*Telling).Name, wrong)
		}
	}
	return told, apart
}

// audited replays what the nodes show of an agreement, all together and each alone. Of an honest history it finds what people did
// not keep (somebody whom nobody told, an act in the place of another), and nothing else.
func audited(t *testing.T, w *Inside, id agreement.ID) {
	t.Helper()
	dir := t.TempDir()
	var bundles []string
	for _, p := range modelIn(w, id).Parties {
		path := filepath.Join(dir, string(p.ID)+".evidence")
		bundles = append(bundles, path)
		f, err := os.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Node(p.ID).Evidence(context.Background(), id, f); err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
	for _, list := range append([][]string{bundles}, each(bundles)...) {
		for _, x := range replayed(t, list).Findings {
			if x.Code != audit.NotNotified && x.Code != audit.IrregularAct {
				t.Errorf("the audit finds: %+v", x)
			}
		}
	}
}

func each(list []string) (out [][]string) {
	for _, x := range list {
		out = append(out, []string{x})
	}
	return out
}

// states says whether a story states what nodes find out by themselves: how much of a quota is used, how much a fund holds.
func states(s *scenario.Story) bool {
	return len(s.Amended) > 0 || slices.ContainsFunc(s.Lines, func(l scenario.Line) bool { return len(l.Facts) > 0 })
}

// onEngine are the stories that speak of what one case alone cannot be on nodes, and why.
var onEngine = map[string]string{
	"border-phase-stays":               "the rights indicators are those of the other stories",
	"access-money-recovery":            "a milestone is verified in another case",
	"access-spoken-word":               "one person works for two parties",
	"neighbours-grant":                 "a milestone is verified in another case",
	"neighbours-grant-sent-back":       "a milestone is verified in another case",
	"neighbours-water-grant":           "a milestone is verified in another case",
	"neighbours-water-grant-sent-back": "a milestone is verified in another case",
}

func TestStoriesOnNodes(t *testing.T) {
	for _, name := range []string{"border", "access", "neighbours", "justice"} {
		t.Run(name, func(t *testing.T) {
			w := led(t, 1, time.Date(2026, 2, 20, 8, 0, 0, 0, time.UTC), name)
			files, err := filepath.Glob("../../e2e/scenarios/" + name + "-*.story")
			if err != nil {
				t.Fatal(err)
			}
			begun := time.Now()
			told, apart := tell(t, w, agreement.ID(name), files)
			t.Logf("%d of %d stories in %s, and %d in worlds of their own", told, len(files), time.Since(begun), len(apart))
			if err := w.Vouch(context.Background()); err != nil {
				t.Fatal(err)
			}
			audited(t, w, agreement.ID(name))
			for _, file := range apart {
				w := led(t, 1, time.Date(2026, 2, 20, 8, 0, 0, 0, time.UTC), name)
				tell(t, w, agreement.ID(name), []string{file})
				if err := w.Vouch(context.Background()); err != nil {
					t.Fatal(err)
				}
				audited(t, w, agreement.ID(name))
				w.Close()
			}
		})
	}
}
