package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strconv"
	"strings"
	"sync"

	"github.com/a-h/templ"
)

// shelf keeps public pages as they were drawn, by address and language: they are the same for everyone. One holds as long
// as the state of its agreement is the same (Figures.Head).
type shelf struct {
	mu    sync.Mutex
	pages map[string]*shelved
}

type shelved struct {
	head, tag       string
	media           string
	plain, squeezed []byte
}

// mostShelved bounds how many pages are kept, of up to a hundred kilobytes each.
const mostShelved = 300

func (d *shelf) get(key, head string) *shelved {
	d.mu.Lock()
	defer d.mu.Unlock()
	if x := d.pages[key]; x != nil && x.head == head {
		return x
	}
	return nil
}

func (d *shelf) put(key string, x *shelved) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.pages == nil || len(d.pages) >= mostShelved {
		d.pages = map[string]*shelved{}
	}
	d.pages[key] = x
}

// public serves a page without login, the same to everyone.
func (s *server) public(draw func(w http.ResponseWriter, r *http.Request, p *page) (templ.Component, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		l := s.cat.choose(r)
		r = told(r, l)
		x, p, err := s.drawPublic(w, r, l, draw)
		if err != nil {
			w.Header().Set("Cache-Control", "no-store")
			s.problem(w, r, p, err)
			return
		}
		h := w.Header()
		h.Set("Cache-Control", "public, max-age=60")
		s.cat.varies(h, r)
		h.Add("Vary", "Accept-Encoding")
		x.write(w, r)
	}
}

func (s *server) drawPublic(w http.ResponseWriter, r *http.Request, l *Language, draw func(http.ResponseWriter, *http.Request, *page) (templ.Component, error)) (*shelved, *page, error) {
	key, head := "", ""
	if q := r.URL.RawQuery; (q == "" || q == languageField+"="+l.Code) && s.Figures != nil {
		var err error
		if head, err = s.Figures.Head(r.Context(), agreementOf(r)); err == nil {
			key = l.Code + " " + r.URL.RequestURI()
			if x := s.shelf.get(key, head); x != nil {
				return x, nil, nil
			}
		}
	}
	p, err := s.publicPage(r)
	if err != nil {
		return nil, p, err
	}
	c, err := draw(w, r, p)
	if err != nil {
		return nil, p, err
	}
	var b bytes.Buffer
	if err := c.Render(r.Context(), &b); err != nil {
		return nil, p, err
	}
	x := keep("text/html; charset=utf-8", b.Bytes())
	if x.head = head; key != "" {
		s.shelf.put(key, x)
	}
	return x, p, nil
}

func keep(media string, body []byte) *shelved {
	sum := sha256.Sum256(body)
	return &shelved{media: media, tag: `"` + hex.EncodeToString(sum[:12]) + `"`, plain: body, squeezed: squeeze(body)}
}

// write sends a kept page, or says that the reader has it already.
func (x *shelved) write(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	body, tag := x.plain, x.tag
	if acceptsGzip(r) {
		body, tag = x.squeezed, strings.TrimSuffix(x.tag, `"`)+`-gz"`
		h.Set("Content-Encoding", "gzip")
	}
	h.Set("ETag", tag)
	h.Set("Content-Type", x.media)
	if match := r.Header.Get("If-None-Match"); match != "" && (match == "*" || strings.Contains(match, tag)) {
		h.Del("Content-Encoding")
		w.WriteHeader(http.StatusNotModified)
		return
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) // the reader has gone: nobody is left to tell
	}
}
