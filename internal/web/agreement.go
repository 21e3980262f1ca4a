package web

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/url"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/a-h/templ"
	"github.com/yuin/goldmark"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/indicator"
)

func agreementPath(id agreement.ID) string { return "/agreements/" + url.PathEscape(string(id)) }

// prose renders an article as signed. Goldmark leaves raw HTML out unless told otherwise, and it is
// not told: a signed text brings words, never markup of its own.
func prose(paragraphs []string) templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		var b bytes.Buffer
		if err := goldmark.Convert([]byte(strings.Join(paragraphs, "\n\n")), &b); err != nil {
			return err
		}
		_, err := w.Write(b.Bytes())
		return err
	})
}

// tongue is the language in which the text is shown: the reader's where there is a translation, else the agreement's own.
func (v *AgreementView) tongue() string {
	switch {
	case v.Tongue != "":
		return v.Tongue
	case len(v.Languages) > 0:
		return v.Languages[0]
	}
	return "und"
}

func (v *AgreementView) direction() string { return directionOf(v.tongue()) }

func standingGlyph(s Standing) string {
	switch s {
	case StandingInForce:
		return "holds"
	case StandingEnds:
		return "sunset"
	case StandingEnded:
		return "closed"
	case StandingSuspended:
		return "suspended"
	default:
		return "wait"
	}
}

func ruleClass(s Standing) string {
	switch s {
	case StandingEnds:
		return "rule sunset"
	case StandingInForce:
		return "rule"
	case StandingSuspended:
		return "rule suspended"
	default:
		return "rule waiting"
	}
}

// standingWord says a state, and from or until when where that is not plain.
func (p *page) standingWord(s Standing, starts, ends time.Time) string {
	switch {
	case s == StandingAwaits && !starts.IsZero():
		return p.T("standing.awaits.on", "date", p.date(starts))
	case s == StandingEnds && !ends.IsZero():
		return p.N("standing.ends.in", max(0, p.daysUntil(ends)), "date", p.lastDay(ends))
	case s == StandingEnded && !ends.IsZero():
		return p.T("standing.ended.on", "date", p.lastDay(ends))
	default:
		return p.T("standing." + string(s))
	}
}

func (p *page) articleWord(a ArticleView) string {
	if a.Standing == StandingSuspended && !a.Since.IsZero() {
		return p.T("standing.suspended.since", "date", p.date(a.Since))
	}
	return p.standingWord(a.Standing, time.Time{}, a.Ends)
}

// term says from when to when, and how many days are left.
func (p *page) term(a AgreementRow) string {
	if a.Ends.IsZero() {
		return p.T("term.open", "from", p.date(a.Starts))
	}
	s := p.T("term", "from", p.date(a.Starts), "to", p.lastDay(a.Ends))
	if left := p.daysUntil(a.Ends); left > 0 && a.Starts.Before(p.now) {
		s += " " + p.N("term.left", left)
	}
	return s
}

// ending names the articles that are not simply in force: it comes before all else.
func (p *page) ending(v *AgreementView) string {
	var parts []string
	for _, a := range v.Articles {
		if a.Standing != StandingInForce {
			parts = append(parts, p.T("agreement.notsimple", "article", p.article(a.Number), "title", a.Title, "state", lowerFirst(p.articleWord(a))))
		}
	}
	if len(parts) == 0 || v.Standing == StandingProposed || v.Standing == StandingAwaits || v.Standing == StandingEnded {
		return ""
	}
	return p.N("agreement.notsimple.lead", len(parts), "total", len(v.Articles)) + p.T("list.space") + p.follow(parts...)
}

func lowerFirst(s string) string {
	c, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToLower(c)) + s[n:]
}

func upperFirst(s string) string {
	c, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(c)) + s[n:]
}

func (p *page) languageNames(codes []string) string {
	names := make([]string, len(codes))
	for i, c := range codes {
		names[i] = c
		if p.Has("language." + c) {
			names[i] = p.T("language." + c)
		}
	}
	return p.list(names)
}

func (p *page) prevails(what string) string {
	if p.Has("prevails." + what) {
		return p.T("prevails." + what)
	}
	return p.T("prevails.language", "language", p.languageNames([]string{what}))
}

// signedTitle says how many of the parties have signed.
func (p *page) signedTitle(v *AgreementView) string {
	n := 0
	for _, s := range v.Signed {
		if !s.At.IsZero() {
			n++
		}
	}
	return p.N("agreement.signed", n, "of", len(v.Signed))
}

func rangePath(low, high float64) string {
	from, to := 200*low, 200*high
	if to-from < 2 { // a certainty is a point, and a point is seen
		from, to = max(0, min(from, 198)), max(from+2, 2)
	}
	return fmt.Sprintf("M%.1f 7H%.1f", from, min(200, to))
}

func goalPath(goal float64) string { return fmt.Sprintf("M%.1f 0v14", 200*min(1, goal)) }

func goalOf(x IndicatorFigure) float64 {
	goal, _ := indicator.Goal(x.Target)
	return goal
}

func changesPath(p *page, id agreement.ID) string {
	if p.public {
		return publicPath(id) + "/changes"
	}
	return agreementPath(id) + "/changes"
}

func versionKey(i int) string { return fmt.Sprintf("v%d", i) }

func rulesPath(id agreement.ID, n agreement.Article) string {
	return publicPath(id) + "/rules/" + url.PathEscape(string(n))
}
