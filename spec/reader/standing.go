package reader

import (
	"cmp"
	"maps"
	"slices"
	"time"
)

// Standing is how an agreement stands by what its cases have done; see spec/standing.md. It keeps what it is told, and
// works out every answer anew.
type Standing struct {
	Effects  []Effect        // in the order in which they fold
	Renewals map[string]bool // what was found on the last day of a term: whether the agreement goes on
	Entered  map[string]bool // what was found on the day of a phase: whether its condition held
}

// Note adds effects, each once. The receiver stays as it was; it may be nil.
func (s *Standing) Note(effects ...Effect) *Standing {
	n := &Standing{}
	if s != nil {
		n.Renewals, n.Entered = s.Renewals, s.Entered
		n.Effects = slices.Clone(s.Effects)
	}
	order := func(a, b Effect) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Case, b.Case), cmp.Compare(a.Entry, b.Entry), cmp.Compare(a.Nth, b.Nth))
	}
	n.Effects = append(n.Effects, effects...)
	slices.SortStableFunc(n.Effects, order)
	n.Effects = slices.CompactFunc(n.Effects, func(a, b Effect) bool { return order(a, b) == 0 })
	return n
}

// Renewal notes what was found on the last day of a term.
func (s *Standing) Renewal(day string, goesOn bool) *Standing {
	n := s.Note()
	n.Renewals = maps.Clone(n.Renewals)
	if n.Renewals == nil {
		n.Renewals = map[string]bool{}
	}
	n.Renewals[day] = goesOn
	return n
}

// Enter notes what was found on the day of a phase.
func (s *Standing) Enter(phase string, held bool) *Standing {
	n := s.Note()
	n.Entered = maps.Clone(n.Entered)
	if n.Entered == nil {
		n.Entered = map[string]bool{}
	}
	n.Entered[phase] = held
	return n
}

// of gives the effects of a kind upon a target, in order.
func (s *Standing) of(kind, target string) (list []Effect) {
	if s == nil {
		return nil
	}
	for _, e := range s.Effects {
		if e.Kind == kind && e.Target == target {
			list = append(list, e)
		}
	}
	return list
}

// Suspended says whether an article is suspended at an instant.
func (s *Standing) Suspended(article string, at time.Time) bool {
	if s == nil {
		return false
	}
	now := false
	for _, e := range s.Effects { // of the same instant the last decides
		switch {
		case e.From.After(at) || e.Target != article:
		case e.Kind == "suspends":
			now = true
		case e.Kind == "restores":
			now = false
		}
	}
	return now
}

// Disputed says whether a case about an article is open at an instant.
func (s *Standing) Disputed(article string, at time.Time) bool {
	for _, d := range s.of("disputes", article) {
		settled := false
		for _, e := range s.of("settles", "") {
			settled = settled || e.Case == d.Case && e.Entry > d.Entry && !e.From.After(at)
		}
		if !d.From.After(at) && !settled {
			return true
		}
	}
	return false
}

// Left says whether a party has left at an instant.
func (s *Standing) Left(party string, at time.Time) bool {
	return slices.ContainsFunc(s.of("withdraws", party), func(e Effect) bool { return !e.From.After(at) })
}

// prolonged is a last day, moved by what has renewed it by an instant.
func (s *Standing) prolonged(last, article string, at time.Time) string {
	for _, e := range s.of("renews", article) {
		if last != "" && !e.At.After(at) {
			last = term(last, e.Prolongs, 1)
		}
	}
	return last
}

// term is the last day of a term, so many periods later: they follow the day after it.
func term(last, period string, times int) string {
	day, _ := time.Parse(time.DateOnly, last)
	next := day.AddDate(0, 0, 1)
	l := parseLength(period)
	month := next.AddDate(0, l.months*times, 1-next.Day()) // the first of the month
	days := min(next.Day(), month.AddDate(0, 1, -1).Day()) - 1 + l.days*times
	if end := month.AddDate(0, 0, days-1); end.Year() <= 9999 && !end.Before(day) {
		return end.Format(time.DateOnly)
	}
	return "9999-12-31"
}

// LastDay is the agreement's last day at an instant, "" for one without end.
func (a *Agreement) LastDay(s *Standing, at time.Time) string {
	text := s.prolonged(a.Ends, a.Declared, at)
	r := a.Renewal
	if l := parseLength(renewalPeriod(r)); text == "" || r == nil || r.Mode != "automatic" || l.months+l.days == 0 {
		return text
	}
	for n, last := 0, text; ; n++ {
		last = term(text, r.Period, n)
		stopped := false
		if s != nil {
			goesOn, found := s.Renewals[last]
			stopped = found && !goesOn
		}
		if stopped || at.Before(a.begins(nextDay(last))) || last == "9999-12-31" {
			return last
		}
	}
}

// Renews says whether an agreement that renews itself goes on, by the facts of that day.
func (a *Agreement) Renews(facts map[string]any) (goesOn bool, code string) {
	if a.Renewal.Unless == nil {
		return true, ""
	}
	switch a.judge(&Procedure{}, a.Renewal.Unless, nil, facts) {
	case holds:
		return false, ""
	case fails:
		return true, ""
	}
	return false, "condition-unread"
}

func renewalPeriod(r *Renewal) string {
	if r == nil {
		return ""
	}
	return r.Period
}

// span is a time during which a phase runs; a zero until is without end.
type span struct {
	phase       *Phase
	from, until time.Time
}

func (p *span) at(t time.Time) bool {
	return !t.Before(p.from) && (p.until.IsZero() || t.Before(p.until))
}

// spans are the times of all phases, in the order in which they begin.
func (a *Agreement) spans(s *Standing) (run []span) {
	var begin []span
	for i := range a.Phases {
		p := &a.Phases[i]
		if p.Starts != "" && (p.Entry == nil || s != nil && s.Entered[p.ID]) {
			begin = append(begin, span{phase: p, from: a.begins(p.Starts)})
		}
		for _, e := range s.of("begins", p.ID) {
			begin = append(begin, span{phase: p, from: e.From})
		}
	}
	slices.SortStableFunc(begin, func(x, y span) int { return cmp.Or(x.from.Compare(y.from), cmp.Compare(x.phase.ID, y.phase.ID)) })
	for _, b := range begin {
		if b.phase.Ends != "" {
			b.until = a.begins(nextDay(b.phase.Ends))
		}
		over := !b.until.IsZero() && !b.from.Before(b.until)
		if over || slices.ContainsFunc(run, func(o span) bool { return o.phase == b.phase && o.at(b.from) }) {
			continue
		}
		for i := range run {
			if run[i].until.IsZero() {
				run[i].until = b.from
			}
		}
		run = append(run, b)
	}
	return run
}

// Present are the phases that run at an instant, in the order in which they began.
func (a *Agreement) Present(s *Standing, at time.Time) (phases []string) {
	for _, p := range a.spans(s) {
		if p.at(at) {
			phases = append(phases, p.phase.ID)
		}
	}
	return phases
}
