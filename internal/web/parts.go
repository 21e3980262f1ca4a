package web

import (
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
)

// articlePath leads to an article: from the portal to the public page of it, which asks for no login.
func (p *page) articlePath(a ArticleRef) string {
	path := agreementPath(a.Agreement)
	if p.public {
		path = publicPath(a.Agreement)
	}
	return path + "#a" + url.PathEscape(string(a.Number))
}

func casePath(id casework.CaseID) string { return "/cases/" + url.PathEscape(string(id)) }

// oneKept gives how long all of it is kept, where that is the same for all, so that it is said once.
func oneKept(list []Outflow) string {
	for _, o := range list {
		if o.Kept != list[0].Kept {
			return ""
		}
	}
	if len(list) < 2 {
		return ""
	}
	return list[0].Kept
}

// shortPerson is enough of a pseudonym to tell two people of one case apart.
func shortPerson(s casework.Pseudonym) string { return string(s[:min(8, len(s))]) }

// share of the track that has passed, in its 200 units.
func (p *page) passed(c ClockView) int { return onTrack(c, p.now) }

func warned(c ClockView) int {
	if c.Warn.IsZero() {
		return 0
	}
	return onTrack(c, c.Warn)
}

func onTrack(c ClockView, t time.Time) int {
	whole := c.Due.Sub(c.Started)
	if whole <= 0 {
		return 198
	}
	return min(198, max(2, int(200*float64(t.Sub(c.Started))/float64(whole))))
}

// left says what is left of a clock's time, or what became of it.
func (p *page) left(c ClockView) string {
	switch {
	case c.Status == casework.StatusLapsed:
		return p.T("clock.lapsed")
	case c.Status == casework.StatusStopped:
		return p.T("clock.stopped")
	case c.Status == casework.StatusSealed:
		return p.T("clock.sealed")
	case !c.Paused.IsZero():
		return p.T("clock.paused", "span", p.span(c.Due.Sub(c.Paused)))
	case !c.Due.After(p.now):
		return p.T("clock.over")
	default:
		return p.T("clock.left", "span", p.span(c.Due.Sub(p.now)))
	}
}

// clockNote is what else there is to say of a clock.
func (p *page) clockNote(c ClockView) string {
	switch {
	case c.Status == casework.StatusSealed && !c.Grace.IsZero():
		return p.T("clock.grace", "grace", p.instant(c.Grace))
	case !c.Paused.IsZero():
		return p.T("clock.since", "since", p.instant(c.Paused))
	case c.Status == casework.StatusRuns && c.Due.After(p.now) && c.Due.After(c.Started):
		return p.T("clock.run", "percent", int(100*float64(p.now.Sub(c.Started))/float64(c.Due.Sub(c.Started))))
	default:
		return ""
	}
}

// silent begins the sentence of silence: "If you stay silent: erase".
func (p *page) silent(c ClockView) string {
	if c.Silence == "" {
		return p.T("silent.duty") // a duty to tell somebody: no silence ends it
	}
	word := p.T("silence." + string(c.Silence))
	switch {
	case c.Status == casework.StatusLapsed:
		return p.T("silent.was", "word", word)
	case c.Yours:
		return p.T("silent.you", "word", word)
	case len(c.Owed) == 1:
		return p.T("silent.role", "word", word, "role", c.Owed[0].Title, "party", c.Owed[0].Party.Name)
	default:
		return p.T("silent.nobody", "word", word)
	}
}

// silenceWord is the agreement's word for what silence means, in a list.
func (p *page) silenceWord(s agreement.Silence) string {
	if s == "" {
		return ""
	}
	return p.T("silence.means", "word", p.T("silence."+string(s)))
}

func (p *page) sight(s Sight) string {
	if s.Sees == SeesLater && s.When != "" {
		return p.T("sees.later.when", "state", s.When)
	}
	return p.T("sees." + string(s.Sees))
}

func (p *page) sightNote(s Sight) string {
	key := "sees.note." + string(s.Sees)
	if !p.Has(key) {
		return ""
	}
	note := p.T(key)
	if s.Article != "" {
		note += " (" + p.article(s.Article) + ")"
	}
	return note
}

// valueClass sets codes in the face of codes.
func valueClass(f *agreement.Field) string {
	if f.Type == agreement.TypeDocument || f.Type == agreement.TypeIdentifier {
		return "hash"
	}
	return "value"
}

// valueLines writes a value for reading; a list gives a line for each element.
func (p *page) valueLines(v Value) []string {
	if list, ok := v.Value.([]any); ok && v.Field.Type == agreement.TypeList {
		lines := make([]string, 0, len(list))
		for _, e := range list {
			lines = append(lines, p.plain(v.Field, v.Field.Of, e))
		}
		if len(lines) == 0 {
			return []string{p.T("value.none")}
		}
		return lines
	}
	return []string{p.plain(v.Field, v.Field.Type, v.Value)}
}

// plain writes one value. What does not fit its type is shown as it stands: the page never hides data.
func (p *page) plain(f *agreement.Field, t agreement.Type, v any) string {
	switch t {
	case agreement.TypeDate:
		if s, ok := v.(string); ok {
			if d, err := time.Parse(time.DateOnly, s); err == nil {
				return p.at(time.UTC).date(d)
			}
		}
	case agreement.TypeTime:
		if s, ok := v.(string); ok {
			if at, err := time.Parse(time.RFC3339Nano, s); err == nil {
				return p.instant(at)
			}
		}
	case agreement.TypeLine:
		if line := coordinates(v); len(line) > 1 {
			return p.where(line, false)
		}
	case agreement.TypeArea:
		if rings, ok := v.([]any); ok && len(rings) > 0 {
			if ring := coordinates(rings[0]); len(ring) > 2 {
				return p.where(ring, true)
			}
		}
	case agreement.TypeYesNo:
		if b, ok := v.(bool); ok {
			return p.yesNo(b)
		}
	case agreement.TypeAmount:
		if o, ok := v.(map[string]any); ok {
			return p.measure(o["value"], o["currency"])
		}
	case agreement.TypeQuantity:
		if o, ok := v.(map[string]any); ok {
			return p.measure(o["value"], o["unit"])
		}
	case agreement.TypeNumber:
		return p.exact(fmt.Sprint(v))
	case agreement.TypeFile:
		if o, ok := v.(map[string]any); ok {
			return p.T("value.file", "name", fmt.Sprint(o["name"]), "media", fmt.Sprint(o["media"]))
		}
	case agreement.TypePoint:
		if c, ok := v.([]any); ok && len(c) == 2 {
			return p.T("value.point", "lat", fmt.Sprint(c[1]), "lon", fmt.Sprint(c[0]))
		}
	case agreement.TypeRecord:
		if o, ok := v.(map[string]any); ok {
			return p.recordLine(o)
		}
	}
	if s, ok := v.(string); ok {
		return f.Word(s)
	}
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	return string(b)
}

func (p *page) yesNo(b bool) string {
	if b {
		return p.T("yes")
	}
	return p.T("no")
}

func (p *page) recordLine(o map[string]any) string {
	parts := make([]string, 0, len(o))
	for _, k := range sortedKeys(o) {
		parts = append(parts, p.T("value.pair", "label", strings.ReplaceAll(k, "_", " "), "value", fmt.Sprint(o[k])))
	}
	return strings.Join(parts, p.T("list.semi"))
}

// measure sets a number before its unit; the two stay on one line.
func (p *page) measure(number, unit any) string {
	return p.exact(fmt.Sprint(number)) + "\u00a0" + fmt.Sprint(unit)
}
