package desk

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/web"
)

// article cites an article without quoting it.
func article(m *agreement.Model, number agreement.Article) web.ArticleRef {
	a := web.ArticleRef{Agreement: m.ID, Number: number}
	if c := m.Clause(number); c != nil {
		a.Title = c.Title
	}
	return a
}

// quoted cites an article with the sentence of its prose that speaks of what the hints name. The text does
// not say which sentence a rule carries out; the one that shares most words with it is shown, and none
// where no word is shared.
func quoted(m *agreement.Model, number agreement.Article, hints ...string) web.ArticleRef {
	a := article(m, number)
	c := m.Clause(number)
	if c == nil {
		return a
	}
	about := stems(strings.Join(hints, " "))
	best := 0
	for _, paragraph := range c.Prose {
		for _, s := range sentences(paragraph) {
			score := 0
			for stem := range stems(s) {
				if about[stem] {
					score++
				}
			}
			if score > best {
				best, a.Quote = score, s
			}
		}
	}
	return a
}

var paragraphNumber = regexp.MustCompile(`^\s*(\(?[0-9]+[a-z]?[.)])\s+`)

// sentences parts a paragraph; a full stop counts where a capital follows.
func sentences(paragraph string) []string {
	text := strings.Join(strings.Fields(paragraphNumber.ReplaceAllString(paragraph, "")), " ")
	var out []string
	start := 0
	for i := 0; i+2 < len(text); i++ {
		if text[i] == '.' && text[i+1] == ' ' && unicode.IsUpper(rune(text[i+2])) {
			out = append(out, text[start:i+1])
			start = i + 2
		}
	}
	if rest := strings.TrimSpace(text[start:]); rest != "" {
		out = append(out, rest)
	}
	return out
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
	"their": true, "them": true, "been": true, "have": true, "under": true, "other": true, "into": true, "when": true, "where": true, "does": true,
}
