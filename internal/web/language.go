package web

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/entente-net/entente/agreement"
)

//go:embed messages
var messageFiles embed.FS

// Language is one catalogue. Every one that is offered is complete, and the tests hold it so; should
// one lack a message all the same, it appears in English.
type Language struct {
	Code     string // BCP 47
	Name     string // in itself
	Dir      string // ltr or rtl
	messages map[string]message
	fallback *Language
}

// message is a text, or one text for each plural form of CLDR.
type message struct {
	text  string
	forms map[string]string
}

func (m *message) UnmarshalJSON(b []byte) error {
	if json.Unmarshal(b, &m.text) == nil {
		return nil
	}
	return json.Unmarshal(b, &m.forms)
}

// offered are the official languages of the United Nations, each in its own name; the order is theirs.
var offered = []struct{ code, name, dir string }{
	{"ar", "العربية", "rtl"},
	{"zh", "中文", "ltr"},
	{"en", "English", "ltr"},
	{"fr", "Français", "ltr"},
	{"ru", "Русский", "ltr"},
	{"es", "Español", "ltr"},
}

// catalogue holds every language that is offered.
type catalogue struct {
	list    []*Language
	english *Language
}

func loadCatalogue() (*catalogue, error) {
	c := &catalogue{}
	for _, o := range offered {
		l := &Language{Code: o.code, Name: o.name, Dir: o.dir}
		var err error
		if l.messages, err = loadMessages(o.code); err != nil {
			return nil, err
		}
		c.list = append(c.list, l)
		if o.code == "en" {
			c.english = l
		}
	}
	for _, l := range c.list {
		if l != c.english {
			l.fallback = c.english
		}
	}
	return c, nil
}

// loadMessages reads all files of a language: one for each part of the sites, and no key in two.
func loadMessages(code string) (map[string]message, error) {
	names, err := fs.Glob(messageFiles, "messages/"+code+"/*.json")
	if err != nil {
		return nil, err
	}
	all := map[string]message{}
	for _, name := range names {
		b, err := messageFiles.ReadFile(name)
		if err != nil {
			return nil, err
		}
		var part map[string]message
		if err := json.Unmarshal(b, &part); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		for key, m := range part {
			if _, twice := all[key]; twice {
				return nil, fmt.Errorf("%s: the message %s stands in another file already", name, key)
			}
			all[key] = m
		}
	}
	return all, nil
}

func (c *catalogue) find(code string) *Language {
	for _, l := range c.list {
		if l.Code == code {
			return l
		}
	}
	return nil
}

const languageCookie = "entente-language"

// languageField names a page's language in its address, so that a link can lead to a page in one language. It
// holds for that page alone: the reader's own choice is the cookie.
const languageField = "lang"

// addressed gives the language that the address names, nil where it names none that is offered.
func (c *catalogue) addressed(r *http.Request) *Language {
	if !strings.Contains(r.URL.RawQuery, languageField+"=") {
		return nil
	}
	return c.find(r.URL.Query().Get(languageField))
}

// inLanguage gives the address of the same page in a language, or with "" in the reader's own.
func inLanguage(path, code string) string {
	u, err := url.Parse(path)
	if err != nil {
		return path
	}
	q := u.Query()
	if code == "" && !q.Has(languageField) {
		return path
	}
	if q.Del(languageField); code != "" {
		q.Set(languageField, code)
	}
	u.RawQuery = q.Encode()
	return u.String()
}

// varies tells caches what an answer that is the same for everyone depends on beside its address.
func (c *catalogue) varies(h http.Header, r *http.Request) {
	if c.addressed(r) == nil {
		h.Add("Vary", "Cookie, Accept-Language")
	}
}

// choose gives the language of a request: what the address names, then the reader's choice, then what
// the browser prefers.
func (c *catalogue) choose(r *http.Request) *Language {
	if l := c.addressed(r); l != nil {
		return l
	}
	if k, err := r.Cookie(languageCookie); err == nil {
		if l := c.find(k.Value); l != nil {
			return l
		}
	}
	tags, weights, _ := language.ParseAcceptLanguage(r.Header.Get("Accept-Language"))
	for i, t := range tags {
		base, _ := t.Base()
		if weights[i] == 0 {
			continue // the browser says that it is not wanted
		}
		if l := c.find(base.String()); l != nil {
			return l
		}
	}
	return c.english
}

// T gives a message; pairs are names and values for its {places}.
func (l *Language) T(key string, pairs ...any) string {
	m, ok := l.messages[key]
	if !ok {
		if l.fallback != nil {
			return l.fallback.T(key, pairs...)
		}
		return "⟦" + key + "⟧" // a test finds every key that is missing
	}
	return l.fill(m.text, pairs)
}

// N gives the message for a number; {n} is the number itself.
func (l *Language) N(key string, n int, pairs ...any) string {
	m, ok := l.messages[key]
	if !ok {
		if l.fallback != nil {
			return l.fallback.N(key, n, pairs...)
		}
		return "⟦" + key + "⟧"
	}
	text, ok := m.forms[pluralForm(l.Code, n)]
	if !ok {
		text = m.forms["other"]
	}
	return l.fill(text, append(slices.Clone(pairs), "n", n))
}

// Has says whether there is a message of that name, here or in the language that stands in.
func (l *Language) Has(key string) bool {
	_, ok := l.messages[key]
	return ok || l.fallback != nil && l.fallback.Has(key)
}

func (l *Language) fill(text string, pairs []any) string {
	if len(pairs) == 0 || !strings.Contains(text, "{") {
		return text
	}
	swaps := make([]string, 0, len(pairs))
	for i := 0; i+1 < len(pairs); i += 2 {
		swaps = append(swaps, "{"+fmt.Sprint(pairs[i])+"}", l.show(pairs[i+1]))
	}
	return strings.NewReplacer(swaps...).Replace(text)
}

func (l *Language) show(v any) string {
	switch n := v.(type) {
	case int, int64, uint64:
		return figuresOf[l.Code].whole(fmt.Sprint(n))
	case string:
		return agreement.Isolate(l.Code, n)
	default:
		return fmt.Sprint(v)
	}
}

// Count writes a small number as a word where the language has one ("Six"), else in digits.
func (l *Language) Count(n int) string {
	if key := fmt.Sprintf("number.%d", n); n <= 12 && l.messages[key].text != "" {
		return l.messages[key].text
	}
	return l.show(n)
}

// Own chooses from texts by language: the reader's, English, or the first by name.
func (l *Language) Own(texts map[string]string, otherwise string) string {
	for _, code := range []string{l.Code, "en"} {
		if s := texts[code]; s != "" {
			return s
		}
	}
	codes := make([]string, 0, len(texts))
	for code := range texts {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	for _, code := range codes {
		if texts[code] != "" {
			return texts[code]
		}
	}
	return otherwise
}
