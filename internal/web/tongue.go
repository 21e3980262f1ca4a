package web

import (
	"context"
	"net/http"
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
