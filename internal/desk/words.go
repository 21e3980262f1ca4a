package desk

import (
	"context"
	"slices"
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/web"
)

// tongue is what the desk says of its own in one language; a {place} stands in braces. What the agreement
// says comes from the agreement, and what the pages say from theirs.
type tongue struct {
	code string
	says map[string]string
}

// tongues holds the catalogue; a test holds every language to the English.
var tongues = map[string]map[string]string{
	"ar": arabic, "en": english, "es": spanish, "fr": french, "ru": russian, "zh": chinese,
}

// speak gives the reader's language.
func speak(ctx context.Context) tongue {
	code := web.LanguageOf(ctx)
	if says := tongues[code]; says != nil {
		return tongue{code, says}
	}
	return tongue{code, english}
}

// say fills a sentence: pairs of place and words.
func (t tongue) say(key string, pairs ...string) string {
	s, ok := t.says[key]
	if !ok {
		s = english[key]
	}
	swaps := make([]string, len(pairs)/2*2)
	for i := 0; i+1 < len(pairs); i += 2 {
		swaps[i], swaps[i+1] = "{"+pairs[i]+"}", agreement.Isolate(t.code, pairs[i+1])
	}
	return strings.NewReplacer(swaps...).Replace(s)
}

// list joins words as a sentence does.
func (t tongue) list(words []string) string { return t.joined(words, "and") }

func (t tongue) either(words []string) string { return t.joined(words, "or") }

func (t tongue) joined(words []string, last string) string {
	words = slices.Clone(words)
	for i := range words {
		words[i] = agreement.Isolate(t.code, words[i])
	}
	switch n := len(words); n {
	case 0:
		return ""
	case 1:
		return words[0]
	default:
		return strings.Join(words[:n-1], t.say("comma")) + web.Joint(t.code, t.say(last), words[n-1]) + words[n-1]
	}
}

func (t tongue) quote(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = t.say("quote", "text", w)
	}
	return out
}
