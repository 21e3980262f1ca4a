package reader

import (
	"maps"
	"slices"
	"time"
)

// Amendment is `$defs/Amendment`.
type Amendment struct {
	Version string     `json:"version"`
	Cases   string     `json:"cases"`
	Moves   []CaseMove `json:"moves"`
}

// CaseMove is `$defs/CaseMove`.
type CaseMove struct {
	Procedure string      `json:"procedure"`
	Cases     string      `json:"cases"`
	States    []StateMove `json:"states"`
}

// StateMove is `$defs/StateMove`.
type StateMove struct {
	Old string `json:"old"`
	New string `json:"new"`
}

// moves says whether a text moves the cases of a procedure of another, and gives what it says of them.
func (a *Agreement) moves(old *Agreement, procedure string) (*CaseMove, bool) {
	if a.Amends == nil || a.ID != old.ID || a.Version == old.Version || a.Amends.Version != old.Version || a.Amends.Cases != "move" {
		return nil, false
	}
	m := one(a.Amends.Moves, func(m *CaseMove) bool { return m.Procedure == procedure })
	return m, m == nil || m.Cases != "stay"
}

// named is the name that a state of the old text has in the new one.
func (m *CaseMove) named(state string) string {
	if m != nil {
		if s := one(m.States, func(s *StateMove) bool { return s.Old == state }); s != nil {
			return s.New
		}
	}
	return state
}

// over says that nothing more can happen in the case.
func (c *Case) over() bool {
	s := one(c.Procedure.States, func(s *State) bool { return s.ID == c.State })
	return c.Closed || s != nil && s.Final
}

// Move lets the case go on under the text that takes the place of its own; see "Moving to another text" in spec/case.md.
func (c *Case) Move(to *Agreement, at time.Time) string {
	m, moving := to.moves(c.Agreement, c.Procedure.ID)
	if s, ok := c.Next(); ok && at.After(s.At) || !moving || c.over() {
		return "conflict"
	}
	p := to.Procedure(c.Procedure.ID)
	if p == nil {
		return "no-such-step"
	}
	home := func(a *Agreement, p *Procedure) string {
		if p.Home == "" {
			return a.Depositary
		}
		return c.Sides[p.Home]
	}
	if !to.binds(p, c.Sides) || home(to, p) != home(c.Agreement, c.Procedure) {
		return "side-unbound"
	}
	state := one(p.States, func(s *State) bool { return s.ID == m.named(c.State) })
	if state == nil || state.Final {
		return "wrong-state"
	}
	for f := range c.giver {
		if to.field(p, f) == nil {
			return "field-unknown"
		}
	}
	was := *c
	c.Agreement, c.Procedure, c.State, c.before, c.moved, c.since = to, p, state.ID, &was, at, len(c.history)
	c.entered = map[string]time.Time{}
	for s, first := range was.entered {
		n := m.named(s)
		if t, been := c.entered[n]; one(p.States, func(s *State) bool { return s.ID == n }) != nil && (!been || first.Before(t)) {
			c.entered[n] = first
		}
	}
	c.history, c.kept = slices.Clone(c.history), map[*Keep]time.Time{}
	for i := range c.history {
		e := &c.history[i]
		e.from, e.to = m.named(e.from), m.named(e.to)
		for _, k := range p.keepings() {
			if e.from != e.to && slices.Contains(k.After, e.to) {
				c.kept[k] = e.at
			}
		}
	}
	c.values, c.Destroyed, c.giver = maps.Clone(c.values), maps.Clone(c.Destroyed), maps.Clone(c.giver)
	c.Clocks = nil
	for _, r := range was.Clocks {
		if n := c.goesOn(&was, r); n != nil {
			c.Clocks = append(c.Clocks, n)
		}
	}
	for i := range p.Clocks {
		cl := &p.Clocks[i]
		old := one(was.Procedure.Clocks, func(k *Clock) bool { return k.ID == cl.ID })
		bound := slices.ContainsFunc(c.Clocks, func(r *Run) bool { return r.Clock.ID == cl.ID && r.binds() })
		if cl.begins(c.State) && !bound && (old == nil || !old.begins(was.State)) {
			c.Clocks = append(c.Clocks, c.begin(cl, at))
		}
	}
	return ""
}

// binds says whether these parties can stand on the sides of a procedure.
func (a *Agreement) binds(p *Procedure, sides map[string]string) bool {
	for _, s := range p.Sides {
		party := sides[s.ID]
		if !a.party(party) || len(s.Any) > 0 && !slices.Contains(s.Any, party) ||
			slices.ContainsFunc(s.Other, func(o string) bool { return sides[o] == party }) {
			return false
		}
	}
	return len(sides) == len(p.Sides)
}

// begins says that a clock starts in a state.
func (cl *Clock) begins(state string) bool {
	return slices.Contains(cl.Starts, state) && !slices.Contains(cl.Stops, state)
}

// goesOn gives a clock of the old text as it goes on, nil where it ends.
func (c *Case) goesOn(was *Case, old *Run) *Run {
	cl := one(c.Procedure.Clocks, func(k *Clock) bool { return k.ID == old.Clock.ID })
	if cl == nil || (old.Status == "lapsed" || old.Status == "sealed") && cl.Silence != old.Clock.Silence {
		return nil
	}
	r := *old
	r.Clock = cl
	if cl.endsAt(c.State) && !r.spent() {
		r.Status, r.Paused = "stopped", time.Time{}
	}
	if r.Status != "runs" {
		return &r
	}
	if cl.CountsFrom != "" || old.Clock.CountsFrom != "" {
		r.first, r.Warning = time.Time{}, time.Time{}
		c.count(&r, c.moved)
		return &r
	}
	end := r.End
	plain := was.Agreement.rounded(old.Clock, was.within(old.Clock, r.Start))
	added := end.Sub(plain)
	resumes := slices.ContainsFunc(c.Procedure.Steps, func(s Step) bool { return slices.Contains(s.Resumes, cl.ID) })
	if !r.Paused.IsZero() && !resumes {
		lasted := c.moved.Sub(r.Paused)
		end, added, r.Paused = end.Add(lasted), added+lasted, time.Time{}
	}
	fresh := c.within(cl, r.Start)
	r.first = fresh
	if added > 0 {
		fresh = fresh.Add(added)
		if latest, ok := c.latest(&r); ok && fresh.After(latest) {
			fresh = latest
		}
	}
	fresh = c.Agreement.rounded(cl, fresh)
	if r.Paused.IsZero() && !fresh.After(c.moved) {
		fresh = sooner(end, c.Agreement.rounded(cl, c.within(cl, c.moved)))
	}
	r.Warning = time.Time{}
	c.setEnd(&r, fresh)
	return &r
}

func sooner(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

// owedSince is from when on a duty is owed that a state began at an instant: a duty that a move brought begins with it.
func (c *Case) owedSince(n *Notice, at time.Time) time.Time {
	if c.before == nil {
		return at
	}
	if old := c.before.notice(n.ID); old != nil {
		return c.before.owedSince(old, at)
	}
	if at.Before(c.moved) {
		return c.moved
	}
	return at
}

// owedBy is by when it is to be fulfilled.
func (c *Case) owedBy(n *Notice, since time.Time) time.Time {
	due := c.Agreement.after(since, n.Within)
	if c.before == nil || !since.Before(c.moved) {
		return due
	}
	old := c.before.owedBy(c.before.notice(n.ID), since)
	switch {
	case !old.After(c.moved):
		return old
	case due.After(c.moved):
		return due
	}
	return sooner(old, c.Agreement.after(c.moved, n.Within))
}

func (c *Case) notice(id string) *Notice {
	return one(c.Procedure.Notices, func(n *Notice) bool { return n.ID == id })
}

// record notes an entry under the text under which it is taken.
func (c *Case) record(e entry) {
	e.under = c.Procedure
	c.history = append(c.history, e)
}
