package web

import (
	"bytes"
	"compress/gzip"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"net/http"
	"strings"
	"sync"

	"github.com/a-h/templ"

	"github.com/entente-net/entente/fault"
)

// policy permits this site's own stylesheets, images, forms and scripts, and nothing from anywhere else: no inline script or
// style, no evaluation. The service worker that shows notices is a script of this site too.
const policy = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// guard sets the headers of every answer and refuses forms that come from other sites.
func (s *server) guard(next http.Handler) http.Handler {
	cross := http.NewCrossOriginProtection()
	inner := cross.Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		inner.ServeHTTP(w, r)
	})
}

const tokenField = "form_token"

func (s *server) formCookie() string { return "entente-" + s.opt.Name + "-form" }

// mac binds a form to the browser's cookie and to the session, so that a token of one is none of another.
func (s *server) mac(cookie, session string) []byte {
	m := hmac.New(sha256.New, s.opt.Key)
	m.Write([]byte(cookie + "\x00" + session))
	return m.Sum(nil)
}

// formToken gives the token for this page's forms. It is masked afresh each time: the page is
// compressed, and a secret that repeats beside reflected text could be guessed by its length.
func (s *server) formToken(w http.ResponseWriter, r *http.Request, session string) string {
	value := ""
	if k, err := r.Cookie(s.formCookie()); err == nil && len(k.Value) == 32 {
		value = k.Value
	} else {
		value = nonce()
		http.SetCookie(w, &http.Cookie{
			Name: s.formCookie(), Value: value, Path: "/", HttpOnly: true, Secure: s.opt.Secure, SameSite: http.SameSiteLaxMode,
		})
	}
	return masked(s.mac(value, session))
}

func masked(mac []byte) string {
	out := make([]byte, 2*len(mac))
	_, _ = rand.Read(out[:len(mac)]) // crypto/rand does not fail
	subtle.XORBytes(out[len(mac):], mac, out[:len(mac)])
	return base64.RawURLEncoding.EncodeToString(out)
}

// formRight says whether a token belongs to this browser and session.
func (s *server) formRight(r *http.Request, session, token string) bool {
	k, err := r.Cookie(s.formCookie())
	if err != nil {
		return false
	}
	b, err := base64.RawURLEncoding.DecodeString(token)
	if err != nil || len(b) != 2*sha256.Size {
		return false
	}
	mac := make([]byte, sha256.Size)
	subtle.XORBytes(mac, b[:sha256.Size], b[sha256.Size:])
	return subtle.ConstantTimeCompare(mac, s.mac(k.Value, session)) == 1
}

// nonce is 16 random bytes in hex.
func nonce() string {
	b := make([]byte, 16)
	_, _ = rand.Read(b) // crypto/rand does not fail
	return hex.EncodeToString(b)
}

// form reads a posted form within its bounds and takes it only with its token.
func (s *server) form(w http.ResponseWriter, r *http.Request, p *page) error {
	limit := int64(2 * maxForm)
	if p.public {
		limit = maxPublic
	}
	if p.viewer.Audits && strings.HasSuffix(r.URL.Path, "/audit") {
		limit = maxEvidence
	}
	r.Body = http.MaxBytesReader(w, r.Body, limit)
	var err error
	if strings.HasPrefix(r.Header.Get("Content-Type"), "multipart/form-data") {
		err = r.ParseMultipartForm(maxForm)
	} else {
		err = r.ParseForm()
	}
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return p.refused(fault.TooLarge, "form.large", "limit", limit>>20, "file", maxFile>>20)
	case err != nil:
		return p.refused(fault.Invalid, "form.broken").Wrap(err)
	}
	if !s.formRight(r, p.viewer.Session, r.PostForm.Get(tokenField)) {
		return p.refused(fault.Forbidden, "form.session")
	}
	return nil
}

// send renders a page whole before it writes a byte, so that an error is never half a page.
func (s *server) send(w http.ResponseWriter, r *http.Request, status int, c templ.Component) error {
	var b bytes.Buffer
	if err := c.Render(r.Context(), &b); err != nil {
		return err
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	if h.Get("Cache-Control") == "" {
		h.Set("Cache-Control", "no-store")
	}
	h.Add("Vary", "Accept-Encoding")
	body := b.Bytes()
	if acceptsGzip(r) {
		body = squeeze(body)
		h.Set("Content-Encoding", "gzip")
	}
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) // the reader has gone: nobody is left to tell
	}
	return nil
}

func acceptsGzip(r *http.Request) bool {
	for part := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
		name, q, _ := strings.Cut(strings.TrimSpace(part), ";")
		if name == "gzip" && strings.ReplaceAll(q, " ", "") != "q=0" {
			return true
		}
	}
	return false
}

// squeezers are used again: the tables of one are a hundred times the page.
var squeezers = sync.Pool{New: func() any { return gzip.NewWriter(nil) }}

func squeeze(b []byte) []byte {
	var out bytes.Buffer
	z := squeezers.Get().(*gzip.Writer)
	z.Reset(&out)
	_, _ = z.Write(b) // a buffer does not fail
	_ = z.Close()
	squeezers.Put(z)
	return out.Bytes()
}

// problem shows an error as a page.
func (s *server) problem(w http.ResponseWriter, r *http.Request, p *page, err error) {
	code := status(err)
	if s.send(w, r, code, problemPage(p, code, p.problemOf(agreementOf(r), err))) != nil {
		http.Error(w, http.StatusText(code), code)
	}
}
