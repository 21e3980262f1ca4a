package web

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var galleryDir = flag.String("gallery", "", "also write the gallery's pages into this folder, to be looked at")

func TestGalleryIsWellFormed(t *testing.T) {
	s := newGallery(t)
	for _, g := range galleryStates() {
		for _, l := range s.cat.list {
			t.Run(g.name+"/"+l.Code, func(t *testing.T) {
				p := s.galleryPage(g)
				p.Language = l
				body := drawn(t, p, g)
				for _, f := range checkMarkup(body) {
					t.Error(f)
				}
				if !strings.Contains(body, `dir="`+l.Dir+`"`) {
					t.Error("the page does not state its direction")
				}
				if n := strings.Count(body, "<h1"); n != 1 {
					t.Errorf("the page has %d titles", n)
				}
				if *galleryDir != "" {
					writePage(t, s, g.name+"."+l.Code+".html", body)
				}
			})
		}
	}
}

// No clock stands on a page without the sentence that says what silence means.
func TestEveryClockHasItsSilence(t *testing.T) {
	s := newGallery(t)
	seen := 0
	for _, g := range galleryStates() {
		body := drawn(t, s.galleryPage(g), g)
		clocks, silences := strings.Count(body, `class="clock"`)+strings.Count(body, `class="clock mini"`), strings.Count(body, `class="silence"`)
		seen += clocks
		if silences < clocks {
			t.Errorf("%s: %d clocks, %d sentences", g.name, clocks, silences)
		}
	}
	if seen < 5 {
		t.Errorf("the gallery shows %d clocks only", seen)
	}
}

// The first page, styles and all, stays under 100 kB on the wire.
func TestFirstPageWeight(t *testing.T) {
	s := newGallery(t)
	styles := len(s.assets.files[strings.TrimPrefix(s.assets.styles, "/assets/")].squeeze)
	for _, g := range galleryStates() {
		page := len(squeeze([]byte(drawn(t, s.galleryPage(g), g))))
		if page+styles > 100_000 {
			t.Errorf("%s weighs %d bytes", g.name, page+styles)
		}
	}
}

func newGallery(t *testing.T) *server {
	t.Helper()
	s, err := newServer(Services{}, Options{Name: "gallery"})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func drawn(t *testing.T, p *page, g galleryState) string {
	t.Helper()
	var b bytes.Buffer
	if err := g.draw(p).Render(context.WithValue(context.Background(), languageKey{}, p.Code), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func writePage(t *testing.T, s *server, name, body string) {
	t.Helper()
	body = strings.ReplaceAll(body, `"/assets/`, `"`)
	if err := os.WriteFile(filepath.Join(*galleryDir, name), []byte(body), 0o644); err != nil {
		t.Fatal(err)
	}
	for asset, f := range s.assets.files {
		if err := os.WriteFile(filepath.Join(*galleryDir, asset), f.plain, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
