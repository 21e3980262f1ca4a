package reader

import (
	"slices"
	"time"
)

// Force says whether an article is in force at an instant between parties: "" if so, else the code.
func (a *Agreement) Force(s *Standing, number string, parties []string, at time.Time) string {
	art := one(a.Articles, func(x *Article) bool { return x.Number == number })
	switch {
	case art == nil, at.Before(a.begins(a.Starts)) && !a.early(number, parties, at):
		return "not-in-force"
	case a.over(a.ownLastDay(s, art, at), at):
		return "article-ended"
	case a.over(a.LastDay(s, at), at), !a.inPhase(s, number, at):
		return "not-in-force"
	case s.Suspended(number, at):
		return "article-suspended"
	case slices.ContainsFunc(parties, func(p string) bool { return s.Left(p, at) }):
		return "party-withdrawn"
	case !a.Binds(number, parties):
		return "not-in-force"
	}
	return ""
}

// early says whether all of these parties apply an article before the first day.
func (a *Agreement) early(number string, parties []string, at time.Time) bool {
	for _, p := range parties {
		if !slices.ContainsFunc(a.Declarations, func(d Declaration) bool {
			return d.Party == p && d.Kind == "provisional" && slices.Contains(d.Provisional, number) && !at.Before(a.begins(d.Made))
		}) {
			return false
		}
	}
	return len(parties) > 0
}

// over says that a last day has ended by an instant; "" never does.
func (a *Agreement) over(last string, at time.Time) bool {
	return last != "" && !at.Before(a.begins(nextDay(last)))
}

func (a *Agreement) ownLastDay(s *Standing, art *Article, at time.Time) string {
	if art.Number == a.Declared { // what renews it renews the agreement
		return art.Ends
	}
	return s.prolonged(art.Ends, art.Number, at)
}

func (a *Agreement) inPhase(s *Standing, number string, at time.Time) bool {
	named := slices.ContainsFunc(a.Phases, func(p Phase) bool { return slices.Contains(p.Articles, number) })
	return !named || slices.ContainsFunc(a.spans(s), func(x span) bool { return x.at(at) && slices.Contains(x.phase.Articles, number) })
}

// Binds says whether an article binds all of these parties towards each other.
func (a *Agreement) Binds(number string, parties []string) bool {
	for _, d := range a.Declarations {
		for _, other := range parties {
			opposed := slices.ContainsFunc(d.Objects, func(o Objection) bool { return o.Party == other && o.Opposes })
			if d.Kind == "reservation" && slices.Contains(parties, d.Party) && other != d.Party && (opposed || slices.Contains(d.Excludes, number)) {
				return false
			}
		}
	}
	return true
}

// steps are all steps of the agreement.
func (a *Agreement) steps(is func(*Step) bool) bool {
	return slices.ContainsFunc(a.Procedures, func(p Procedure) bool { return one(p.Steps, is) != nil })
}

// open says that what other cases decide could leave an article in force at an instant.
func (a *Agreement) open(number string, at time.Time) bool {
	art := one(a.Articles, func(x *Article) bool { return x.Number == number })
	if art == nil || at.Before(a.begins(a.Starts)) {
		return false
	}
	renewed := func(n string) bool { return a.steps(func(s *Step) bool { return slices.Contains(s.Renews, n) }) }
	if a.over(art.Ends, at) && (number == a.Declared || !renewed(number)) || a.over(a.LastDay(nil, at), at) && !renewed(a.Declared) {
		return false
	}
	named := false
	for i := range a.Phases {
		p := &a.Phases[i]
		if !slices.Contains(p.Articles, number) {
			continue
		}
		named = true
		begun := p.Starts != "" && !at.Before(a.begins(p.Starts)) || a.steps(func(s *Step) bool { return s.Begins == p.ID })
		if begun && !a.over(p.Ends, at) {
			return true
		}
	}
	return !named
}

// movable says that what other cases decide could take an article out of force at an instant.
func (a *Agreement) movable(number string, at time.Time) bool {
	if at.Before(a.begins(a.Starts)) {
		return false
	}
	return slices.ContainsFunc(a.Phases, func(p Phase) bool { return slices.Contains(p.Articles, number) }) ||
		a.steps(func(s *Step) bool {
			return s.Withdraws || slices.Contains(s.Suspends, number) || slices.Contains(s.Renews, number) || slices.Contains(s.Renews, a.Declared)
		}) ||
		a.Renewal != nil && a.Renewal.Unless != nil && a.over(a.Ends, at)
}

// inForce: row 6.
func (c *Case) inForce(step *Step, acts string, at time.Time, trusted bool) string {
	a, number := c.Agreement, step.Article
	var parties []string
	for _, s := range c.Procedure.Sides {
		parties = append(parties, c.Sides[s.ID])
	}
	if acts != "" {
		parties = append(parties, acts)
	}
	in := func(t time.Time) string {
		code := a.Force(c.Standing, number, parties, t)
		if code != "" && trusted && a.movable(number, t) && a.open(number, t) && a.Binds(number, parties) {
			return ""
		}
		return code
	}
	code := in(at)
	art := one(a.Articles, func(x *Article) bool { return x.Number == number })
	switch {
	case code == "" || art == nil:
		return code
	case code == "article-suspended":
		if slices.Contains(step.Restores, number) {
			return ""
		}
		return code
	}
	begun := c.opened
	if c.before != nil {
		begun = c.moved
	}
	pending := slices.Contains(art.Survives, "pending-cases") && in(begun) == ""
	remedy := c.Procedure.Remedy && slices.Contains(art.Survives, "remedies") && !at.Before(a.begins(a.Starts))
	if pending || remedy {
		return ""
	}
	return code
}
