package browser

import (
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/entente-net/entente/agreement"
)

// faulty are pages with the faults that the scripts are there to find.
var faulty = map[string]struct{ policy, head, main string }{
	"elsewhere": {policy: "default-src 'none'; script-src 'self'; img-src http:", head: `<script src="/broken.js"></script>`, main: `<img alt="" src="http://localhost:9/x.png"><p style="color: red">red</p>`},
	"bare":      {main: `<p>no policy</p>`},
	"unsafe":    {policy: "default-src 'none'; style-src 'unsafe-inline'", main: `<p>unsafe</p>`},
	"wide":      {policy: "default-src 'none'; style-src 'self'", main: `<p class="wide">wide</p>`},
	"axe": {policy: "default-src 'none'; style-src 'self'; img-src 'self'", main: `<img src="/dot.svg"><h4>too deep</h4><p class="dim">dim in the dark</p>
		<p><a class="tiny" href="/1">1</a><a class="tiny" href="/2">2</a></p><p class="phone">wide on a phone</p>`},
	"trap":      {policy: "default-src 'none'; script-src 'self'; style-src 'self'", head: `<script src="/trap.js"></script>`, main: `<button id="trap">in</button><a href="/">out</a>`},
	"noskip":    {policy: "default-src 'none'", main: `<p>no skip link</p>`},
	"unseen":    {policy: "default-src 'none'; style-src 'self'", main: `<a class="unseen" href="/">nobody sees it</a>`},
	"hidden":    {policy: "default-src 'none'; style-src 'self'", main: `<a href="/">behind</a><div class="cover"></div>`},
	"unreached": {policy: "default-src 'none'; script-src 'self'", head: `<script src="/skip.js"></script>`, main: `<a href="/1">one</a><a href="/2" id="jumped">two</a><a href="/3">three</a>`},
}

var faultyFiles = map[string]string{
	"/broken.js": `throw new Error('no such thing')`,
	"/trap.js":   `addEventListener('keydown', (e) => { if (e.key === 'Tab' && document.activeElement.id === 'trap') e.preventDefault() })`,
	"/skip.js":   `addEventListener('focusin', (e) => { if (e.target.id === 'jumped') e.target.nextElementSibling.focus() })`,
	"/dot.svg":   `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4"/></svg>`,
	"/style.css": `html { color-scheme: light dark } a { outline-offset: 2px } a:focus { outline: 3px solid black } .wide { width: 3000px }
		.dim { color: #666; background: #fff } @media (prefers-color-scheme: dark) { .dim { color: #444; background: #333 } }
		.tiny { font-size: 8px } .phone { min-width: 500px } .unseen:focus { outline: none } .cover { position: fixed; inset: 0; background: white }`,
}

func TestFaults(t *testing.T) {
	t.Parallel()
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if body, ok := faultyFiles[r.URL.Path]; ok {
			kind := map[byte]string{'s': "text/javascript", 'g': "image/svg+xml"}[r.URL.Path[len(r.URL.Path)-1]]
			if r.URL.Path == "/style.css" {
				kind = "text/css"
			}
			w.Header().Set("Content-Type", kind)
			_, _ = io.WriteString(w, body)
			return
		}
		f, ok := faulty[r.URL.Path[1:]]
		if !ok {
			w.WriteHeader(http.StatusNoContent)
			return
		}
		if f.policy != "" {
			w.Header().Set("Content-Security-Policy", f.policy)
		}
		skip := `<a class="skip" href="#main">Skip to the content</a>`
		if r.URL.Path == "/noskip" {
			skip = `<a href="/">home</a>`
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = io.WriteString(w, `<!DOCTYPE html><html lang="en" dir="ltr"><head><title>Faulty</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">`+
			`<link rel="stylesheet" href="/style.css">`+f.head+`</head><body>`+skip+`<main id="main" tabindex="-1"><h1>Faulty</h1>`+f.main+`</main></body></html>`)
	}))
	t.Cleanup(srv.Close)
	run(t, "faults.mjs", &stage{Desks: map[agreement.PartyID]string{"faulty": srv.URL}})
}
