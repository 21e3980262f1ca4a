package web

import (
	"context"
	"net/http"
	"strings"
	"sync"
	"time"
)

type languageKey struct{}

// LanguageOf gives the language in which the reader of a request is answered: a code of BCP 47.
func LanguageOf(ctx context.Context) string {
	if code, ok := ctx.Value(languageKey{}).(string); ok {
		return code
	}
	return "en"
}

// told gives the request with its reader's language, so that whoever fills the views can speak it.
func told(r *http.Request, l *Language) *http.Request {
	return r.WithContext(context.WithValue(r.Context(), languageKey{}, l.Code))
}

// spoken are the languages for those who fill the views: what they write by hand is written as the pages write it.
var spoken = sync.OnceValue(func() *catalogue {
	c, err := loadCatalogue()
	if err != nil {
		panic("web: " + err.Error()) // the files are part of the program
	}
	return c
})

func writer(code string, zone *time.Location) *page {
	l := spoken().find(code)
	if l == nil {
		l = spoken().english
	}
	return &page{Language: l, zone: zone}
}

// ValueIn writes a value as the pages of a language do, on one line; instants are in the zone.
func ValueIn(code string, zone *time.Location, v Value) string {
	p := writer(code, zone)
	return strings.Join(p.valueLines(v), p.T("list.semi"))
}

// NumberIn writes a whole number with the separators of a language.
func NumberIn(code string, n uint64) string { return writer(code, time.UTC).Num(n) }

// Joint gives the word that joins the last of several to those before it, as it sounds before that word: Spanish
// says e for y before the sound i, and u for o before the sound o (Ortografía, 2010, 3.4).
func Joint(code, joint, next string) string {
	if code != "es" {
		return joint
	}
	word := strings.ToLower(strings.TrimLeft(next, "«“\u2068 "))
	word = strings.TrimPrefix(word, "h")
	switch strings.TrimSpace(joint) {
	case "y":
		if strings.HasPrefix(word, "í") || strings.HasPrefix(word, "i") && !strings.HasPrefix(word, "ia") && !strings.HasPrefix(word, "ie") {
			return strings.Replace(joint, "y", "e", 1)
		}
	case "o":
		if strings.HasPrefix(word, "o") || strings.HasPrefix(word, "ó") {
			return strings.Replace(joint, "o", "u", 1)
		}
	}
	return joint
}
