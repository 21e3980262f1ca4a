package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/a-h/templ"
)

// Fresh is how long a public page stands as it was drawn: short enough that whoever acts and then looks sees what was done
// on the next look, long enough that many readers at once cost one drawing.
const Fresh = 5 * time.Second

// shelfRoom bounds how many pages are kept; what asks for more is drawn each time.
const shelfRoom = 512

// shelf keeps public pages as bytes: nothing on it is of a person.
type shelf struct {
	mu   sync.Mutex
	kept map[string]*drawnPage
}

// drawnPage is one page; its lock guards the drawing, so that many who ask at once wait for one.
type drawnPage struct {
	mu             sync.Mutex
	at             time.Time
	etag           string
	plain, squeeze []byte
}

func newShelf() *shelf { return &shelf{kept: map[string]*drawnPage{}} }

// place gives the page's place; nil where the shelf is full of others.
func (f *shelf) place(key string, now time.Time) *drawnPage {
	f.mu.Lock()
	defer f.mu.Unlock()
	if k := f.kept[key]; k != nil {
		return k
	}
	if len(f.kept) >= shelfRoom {
		for other, k := range f.kept {
			if k.mu.TryLock() {
				stale := !k.fresh(now)
				k.mu.Unlock()
				if stale {
					delete(f.kept, other)
				}
			}
		}
		if len(f.kept) >= shelfRoom {
			return nil
		}
	}
	k := &drawnPage{}
	f.kept[key] = k
	return k
}

// fresh says whether a page may be shown as it stands; a clock that went back makes it stale too.
func (k *drawnPage) fresh(now time.Time) bool {
	return k.plain != nil && !now.Before(k.at) && now.Sub(k.at) < Fresh
}

// shelved serves a page that is the same for every reader of its language.
func (s *server) shelved(draw func(r *http.Request, p *page) (templ.Component, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		r = told(r, s.cat.choose(r))
		p, err := s.publicPage(r)
		p.path = r.URL.Path // what else stands in an address changes nothing, and takes no room
		if from := r.URL.Query().Get("from"); from != "" {
			p.path += "?from=" + url.QueryEscape(from)
		}
		if s.cat.addressed(r) != nil {
			p.path = inLanguage(p.path, p.Code)
		}
		switch {
		case err != nil:
		case p.guide != nil: // the bar of a guided tour is its reader's own
			err = s.unshelved(w, r, p, draw)
		default:
			err = s.fromShelf(w, r, p, draw)
		}
		if err != nil {
			w.Header().Set("Cache-Control", "no-store")
			s.problem(w, r, p, err)
		}
	}
}

func (s *server) unshelved(w http.ResponseWriter, r *http.Request, p *page, draw func(r *http.Request, p *page) (templ.Component, error)) error {
	c, err := draw(r, p)
	if err != nil {
		return err
	}
	return s.send(w, r, http.StatusOK, c)
}

func (s *server) fromShelf(w http.ResponseWriter, r *http.Request, p *page, draw func(r *http.Request, p *page) (templ.Component, error)) error {
	k := s.shelf.place(p.Code+" "+p.path, p.now)
	if k == nil {
		k = &drawnPage{}
	}
	k.mu.Lock()
	if !k.fresh(p.now) {
		if err := s.draw(r, p, k, draw); err != nil {
			k.mu.Unlock()
			return err
		}
	}
	etag, plain, squeezed := k.etag, k.plain, k.squeeze
	k.mu.Unlock()

	h := w.Header()
	h.Set("Cache-Control", "public, max-age=60")
	s.cat.varies(h, r)
	h.Add("Vary", "Accept-Encoding")
	h.Set("ETag", etag)
	if matches(r.Header.Get("If-None-Match"), etag) {
		w.WriteHeader(http.StatusNotModified)
		return nil
	}
	h.Set("Content-Type", "text/html; charset=utf-8")
	body := plain
	if acceptsGzip(r) {
		body = squeezed
		h.Set("Content-Encoding", "gzip")
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) // the reader has gone: nobody is left to tell
	}
	return nil
}

// draw fills the place; the tag is weak, since the same page is sent squeezed and plain.
func (s *server) draw(r *http.Request, p *page, k *drawnPage, draw func(r *http.Request, p *page) (templ.Component, error)) error {
	c, err := draw(r, p)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := c.Render(r.Context(), &b); err != nil {
		return err
	}
	sum := sha256.Sum256(b.Bytes())
	k.at, k.etag, k.plain, k.squeeze = p.now, `W/"`+hex.EncodeToString(sum[:8])+`"`, b.Bytes(), squeeze(b.Bytes())
	return nil
}

// matches compares weakly, as RFC 9110, 13.1.2 asks.
func matches(header, etag string) bool {
	for part := range strings.SplitSeq(header, ",") {
		if part = strings.TrimSpace(part); part == "*" || strings.TrimPrefix(part, "W/") == strings.TrimPrefix(etag, "W/") {
			return true
		}
	}
	return false
}
