package desk

import (
	"strings"
	"unicode"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/web"
)

// article cites an article without quoting it.
func article(m *agreement.Model, number agreement.Article) web.ArticleRef {
	a := web.ArticleRef{Agreement: m.ID, Number: number, Tongue: m.Tongue()}
	if c := m.Clause(number); c != nil {
		a.Title = c.Title
	}
	return a
}

// quoted cites an article with the sentence of its prose that speaks of what the hints name. The text does
// not say which sentence a rule carries out; the one that shares most words with it is shown, and none
// where no word is shared. It is looked for in the agreement as signed, by hints in its own words, and shown as m says it.
func quoted(own, m *agreement.Model, number agreement.Article, hints ...string) web.ArticleRef {
	a := article(m, number)
	if q, _ := quote(own, m, number, hints...); q != "" {
		a.Quote = q
	}
	return a
}

// quote gives the sentence, and how many words with meaning it shares with the hints.
func quote(own, m *agreement.Model, number agreement.Article, hints ...string) (said string, best int) {
	c, in := own.Clause(number), m.Clause(number)
	if c == nil || in == nil {
		return "", 0
	}
	about := stems(strings.Join(hints, " "))
	for i, paragraph := range c.Prose {
		list := sentences(paragraph)
		for j, s := range list {
			score := 0
			for stem := range stems(s) {
				if about[stem] {
					score++
				}
			}
			if score <= best {
				continue
			}
			best, said = score, s
			if in != c && i < len(in.Prose) {
				if other := sentences(in.Prose[i]); len(other) == len(list) {
					said = other[j]
				} else {
					said = strings.Join(other, " ") // the translation parts the paragraph otherwise: all of it
				}
			}
		}
	}
	return said, best
}

func sentences(paragraph string) []string {
	return (&agreement.Clause{Prose: []string{paragraph}}).Sentences()
}

// stems are the words that carry meaning, cut so that "authorises" and "authorisation" meet.
func stems(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if len(w) > 2 && !common[w] {
			out[string([]rune(w)[:min(len([]rune(w)), 5)])] = true
		}
	}
	return out
}

var common = map[string]bool{
	"the": true, "and": true, "for": true, "are": true, "not": true, "may": true, "was": true, "its": true, "one": true, "who": true, "has": true,
	"any": true, "all": true, "her": true, "his": true, "out": true, "what": true,
	"with": true, "from": true, "that": true, "this": true, "shall": true, "which": true, "were": true, "they": true,
	"their": true, "them": true, "been": true, "have": true, "under": true, "other": true, "into": true, "when": true, "where": true, "does": true, "must": true, "done": true,
}
