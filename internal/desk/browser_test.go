package desk_test

import (
	"context"
	"html"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/internal/world"
)

// browser is a person at a desk: it keeps cookies, follows links that are on the page, and sends the forms
// that are on the page with the fields that they came with.
type browser struct {
	t    *testing.T
	http *http.Client
	base string
	page string
	res  *http.Response
}

func newBrowser(t *testing.T, base string) *browser {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &browser{t: t, http: &http.Client{Jar: jar}, base: base}
}

func (b *browser) do(r *http.Request) {
	b.t.Helper()
	res, err := b.http.Do(r)
	if err != nil {
		b.t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		b.t.Fatal(err)
	}
	b.page, b.res = string(body), res
	if strings.HasPrefix(res.Header.Get("Content-Type"), "text/html") {
		b.sound()
	}
}

// idish are words that no judge would understand: identifiers of the model, keys without a message,
// verbs of formatting.
var idish = regexp.MustCompile(`act-at-once|measure-in-force|not-upheld|measure-upheld|refused-finally|assessment_|issuing_state|stolen_documents|contact-point|⟦|%!|\{[a-z]+\}`)

// written is the source of an agreement, which a negotiator reads and changes as it is.
var written = regexp.MustCompile(`(?s)<textarea\b.*?</textarea>|<pre class="source.*?</pre>`)

// sound holds what a person reads to what a page must be.
func (b *browser) sound() {
	b.t.Helper()
	read := *b
	read.page = written.ReplaceAllString(b.page, "")
	if word := idish.FindString(read.text()); word != "" {
		at := strings.Index(b.text(), word)
		b.t.Errorf("%s: a person reads %q: …%s…", b.res.Request.URL, word, b.text()[max(0, at-60):min(len(b.text()), at+60)])
	}
	if strings.Contains(b.page, " style=") || strings.Count(b.page, "<script") != strings.Count(b.page, `<script type="module" src="/assets/`) {
		b.t.Errorf("%s: inline style or script", b.res.Request.URL)
	}
	if !strings.Contains(b.res.Header.Get("Content-Security-Policy"), "default-src 'none'") {
		b.t.Errorf("%s: no content policy", b.res.Request.URL)
	}
}

var (
	tags   = regexp.MustCompile(`<[^>]*>`)
	spaces = regexp.MustCompile(`\s+`)
)

// text is what a person reads of the page.
func (b *browser) text() string {
	main := b.page
	if i := strings.Index(main, "<main"); i >= 0 {
		main = main[i:]
	}
	return spaces.ReplaceAllString(html.UnescapeString(tags.ReplaceAllString(main, " ")), " ")
}

func (b *browser) get(path string) {
	b.t.Helper()
	r, err := http.NewRequest(http.MethodGet, b.base+path, nil)
	if err != nil {
		b.t.Fatal(err)
	}
	b.do(r)
}

// follow opens the link with these words.
func (b *browser) follow(words string) {
	b.t.Helper()
	for _, m := range regexp.MustCompile(`(?s)<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>`).FindAllStringSubmatch(b.page, -1) {
		if strings.Contains(html.UnescapeString(tags.ReplaceAllString(m[2], "")), words) {
			b.get(html.UnescapeString(m[1]))
			return
		}
	}
	b.t.Fatalf("%s: no link %q", b.res.Request.URL, words)
}

type form struct {
	action string
	fields url.Values
	body   string
}

// form finds the form whose button bears these words, with what its fields hold.
func (b *browser) form(button string) form {
	b.t.Helper()
	for _, m := range regexp.MustCompile(`(?s)<form\b([^>]*)>(.*?)</form>`).FindAllStringSubmatch(b.page, -1) {
		if !strings.Contains(html.UnescapeString(m[2]), button) {
			continue
		}
		f := form{action: attr(m[1], "action"), fields: url.Values{}, body: m[2]}
		for _, in := range regexp.MustCompile(`<input\b([^>]*)/?>`).FindAllStringSubmatch(m[2], -1) {
			name, kind := attr(in[1], "name"), attr(in[1], "type")
			if kind == "radio" && !strings.Contains(in[1], " checked") || kind == "file" || name == "" {
				continue
			}
			f.fields.Set(name, attr(in[1], "value"))
		}
		for _, in := range regexp.MustCompile(`(?s)<textarea\b([^>]*)>(.*?)</textarea>`).FindAllStringSubmatch(m[2], -1) {
			f.fields.Set(attr(in[1], "name"), html.UnescapeString(in[2]))
		}
		for _, in := range regexp.MustCompile(`(?s)<select\b([^>]*)>(.*?)</select>`).FindAllStringSubmatch(m[2], -1) {
			for i, o := range regexp.MustCompile(`<option\b([^>]*)>`).FindAllStringSubmatch(in[2], -1) {
				if i == 0 || strings.Contains(o[1], " selected") {
					f.fields.Set(attr(in[1], "name"), attr(o[1], "value"))
				}
			}
		}
		for _, in := range regexp.MustCompile(`(?s)<button\b([^>]*)>(.*?)</button>`).FindAllStringSubmatch(m[2], -1) {
			if name := attr(in[1], "name"); name != "" && strings.Contains(html.UnescapeString(in[2]), button) {
				f.fields.Set(name, attr(in[1], "value"))
			}
		}
		return f
	}
	b.t.Fatalf("%s: no form with the button %q; the page says: %s", b.res.Request.URL, button, b.text())
	return form{}
}

func attr(tag, name string) string {
	m := regexp.MustCompile(`(?:^|\s)` + name + `="([^"]*)"`).FindStringSubmatch(tag)
	if m == nil {
		return ""
	}
	return html.UnescapeString(m[1])
}

// press sends the form with that button, after filling in: pairs of name and value.
func (b *browser) press(button string, fill ...string) {
	b.t.Helper()
	f := b.form(button)
	for i := 0; i+1 < len(fill); i += 2 {
		if !strings.Contains(f.body, `name="`+fill[i]+`"`) {
			b.t.Fatalf("%s: the form has no field %q", b.res.Request.URL, fill[i])
		}
		f.fields.Set(fill[i], fill[i+1])
	}
	b.post(f.action, f.fields)
}

func (b *browser) post(path string, fields url.Values) {
	b.t.Helper()
	r, err := http.NewRequest(http.MethodPost, b.base+path, strings.NewReader(fields.Encode()))
	if err != nil {
		b.t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	b.do(r)
}

// upload sends a form with files in one of its fields.
func (b *browser) upload(button, field string, files map[string]string) {
	b.t.Helper()
	f := b.form(button)
	var body strings.Builder
	w := multipart.NewWriter(&body)
	for name := range f.fields {
		if err := w.WriteField(name, f.fields.Get(name)); err != nil {
			b.t.Fatal(err)
		}
	}
	for name, content := range files {
		part, err := w.CreateFormFile(field, name)
		if err == nil {
			_, err = io.WriteString(part, content)
		}
		if err != nil {
			b.t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		b.t.Fatal(err)
	}
	r, err := http.NewRequest(http.MethodPost, b.base+f.action, strings.NewReader(body.String()))
	if err != nil {
		b.t.Fatal(err)
	}
	r.Header.Set("Content-Type", w.FormDataContentType())
	b.do(r)
}

// reads holds the page to a status and to what must be read on it.
func (b *browser) reads(status int, texts ...string) {
	b.t.Helper()
	if b.res.StatusCode != status {
		b.t.Fatalf("%s: status %d, want %d: %s", b.res.Request.URL, b.res.StatusCode, status, b.text())
	}
	text := b.text()
	for _, s := range texts {
		if !strings.Contains(text, s) {
			b.t.Errorf("%s: nobody reads %q there: %s", b.res.Request.URL, s, text)
		}
	}
}

// comes loads an address anew until a person reads these words there, as long as an answer may be on its way: what one node
// told another is delivered before it is acted on, and a run of many cases goes on when its page has been sent.
func (b *browser) comes(path string, texts ...string) {
	b.t.Helper()
	err := world.Await(context.Background(), 30*time.Second, func() (bool, error) {
		b.get(path)
		text := b.text()
		return !slices.ContainsFunc(texts, func(s string) bool { return !strings.Contains(text, s) }), nil
	})
	if err != nil {
		b.reads(200, texts...)
	}
}

func (b *browser) lacks(texts ...string) {
	b.t.Helper()
	for _, s := range texts {
		if strings.Contains(b.page, s) {
			b.t.Errorf("%s: %q is on the page", b.res.Request.URL, s)
		}
	}
}

// cell gives the matrix's word for a field and a column.
func (b *browser) cell(field, column string) string {
	b.t.Helper()
	for _, row := range regexp.MustCompile(`(?s)<tr role="row">(.*?)</tr>`).FindAllStringSubmatch(b.page, -1) {
		if !strings.Contains(row[1], `scope="row">`+field+`<`) {
			continue
		}
		for _, c := range regexp.MustCompile(`(?s)<td\b([^>]*)>(.*?)</td>`).FindAllStringSubmatch(row[1], -1) {
			if attr(c[1], "data-l") == column {
				return strings.TrimSpace(html.UnescapeString(tags.ReplaceAllString(c[2], "")))
			}
		}
	}
	b.t.Fatalf("%s: the table has no cell of %q and %q", b.res.Request.URL, field, column)
	return ""
}

func (b *browser) cookies() []string {
	u, _ := url.Parse(b.base)
	var names []string
	for _, c := range b.http.Jar.Cookies(u) {
		names = append(names, c.Name)
	}
	slices.Sort(names)
	return names
}
