package web

import "time"

// todayTitle is what a person would say: how much waits, and when the first runs out.
func (p *page) todayTitle(v *TodayView) string {
	n := len(v.Waits) + v.More + len(v.Drafts)
	if n == 0 {
		return p.T("today.title.none")
	}
	s := p.N("today.title", n, "count", p.Count(n))
	if len(v.Waits) == 0 {
		return s
	}
	if c := v.Waits[0].Clock; c != nil && c.Due.After(p.now) {
		s += p.T("list.space") + p.T("today.first", "when", p.within(c.Due))
	}
	return s
}

// within says a time inside a sentence: "today at 18:05", "on Friday 27 November 2026 at 19:04".
func (p *page) within(t time.Time) string {
	switch p.daysUntil(t) {
	case 0:
		return p.T("time.within.today", "clock", p.clock(t))
	case 1:
		return p.T("time.within.tomorrow", "clock", p.clock(t))
	default:
		return p.T("time.within.day", "day", p.day(t), "clock", p.clock(t))
	}
}

type waitGroup struct {
	id    string
	waits []Wait
}

// groups parts what waits by the day on which it runs out.
func (p *page) groups(waits []Wait) []waitGroup {
	list := []waitGroup{{id: "over"}, {id: "day"}, {id: "week"}, {id: "later"}, {id: "unclocked"}}
	for _, w := range waits {
		at := 4
		if w.Clock != nil {
			switch days := p.daysUntil(w.Clock.Due); {
			case !w.Clock.Due.After(p.now):
				at = 0
			case days == 0:
				at = 1
			case days < 7:
				at = 2
			default:
				at = 3
			}
		}
		list[at].waits = append(list[at].waits, w)
	}
	filled := list[:0]
	for _, g := range list {
		if len(g.waits) > 0 {
			filled = append(filled, g)
		}
	}
	return filled
}
