package reader

import (
	"slices"
	"time"
)

// keepings are the keeping times of a procedure, that of the fields which have none of their own first.
func (p *Procedure) keepings() (all []*Keep) {
	if p.Keep != nil {
		all = append(all, p.Keep)
	}
	for i := range p.Keeps {
		all = append(all, &p.Keeps[i])
	}
	return all
}

// until is the end of a keeping time; false while it has not begun.
func (c *Case) until(k *Keep) (time.Time, bool) {
	from, begun := c.kept[k]
	if k == nil || !begun {
		return time.Time{}, false
	}
	end := c.Agreement.after(from, k.For)
	if end.Before(c.moved) {
		end = c.moved
	}
	return end, true
}

// KeptUntil is the end of all keeping times; false while one has not begun, and where some fields have none.
func (c *Case) KeptUntil() (last time.Time, ok bool) {
	if c.Procedure.Keep == nil {
		return last, false
	}
	for _, k := range c.Procedure.keepings() {
		end, begun := c.until(k)
		if !begun {
			return time.Time{}, false
		}
		if end.After(last) {
			last = end
		}
	}
	return last, true
}

// keeping is what says how long a field is kept, nil where nothing does.
func (c *Case) keeping(f string) *Keep {
	for i := range c.Procedure.Keeps {
		if slices.Contains(c.Procedure.Keeps[i].Fields, f) {
			return &c.Procedure.Keeps[i]
		}
	}
	return c.Procedure.Keep
}

// use says whether a field can be used at an instant: "", "sealed" or "erased".
func (c *Case) use(f string, at time.Time) string {
	if end, ok := c.until(c.keeping(f)); ok && at.After(end) || c.Destroyed[f] {
		return "erased"
	}
	for _, r := range c.Clocks {
		end, ok := c.ending(r)
		if r.Status == "stopped" || !slices.Contains(r.Clock.Erases, f) || !ok || !at.After(end) {
			continue
		}
		switch {
		case r.Clock.Silence == "restrict":
			return "sealed"
		case r.Clock.Silence == "erase" && r.Status != "lapsed":
			if at.After(c.after(r.Clock, end, r.Clock.Grace)) {
				return "erased"
			}
			return "sealed"
		}
	}
	return ""
}

// Sees says whether a party in a role sees a field at an instant: the code is "" if so. It sees no finer than the
// precision, where there is one.
func (c *Case) Sees(party, role, f string, at time.Time) (precision, code string) {
	if c.Agreement.field(c.Procedure, f) == nil {
		return "", "field-unknown"
	}
	i, given := c.giver[f]
	if !given {
		return "", "not-shared"
	}
	if code := c.use(f, at); code != "" {
		return "", code
	}
	if !c.Agreement.fills(party, role) {
		return "", "not-shared"
	}
	if by := c.history[i].act; by.Party == party && by.Role == role {
		return "", ""
	}
	coarse := ""
	for i := range c.Procedure.Shares {
		s := &c.Procedure.Shares[i]
		meant := slices.ContainsFunc(s.With, func(w Actor) bool { return w.Role == role && (w.Side == "" || c.Sides[w.Side] == party) })
		if !meant || !slices.Contains(s.Fields, f) || !c.opens(s, at) || c.judge(s.When, nil, at) != holds {
			continue
		}
		if s.Precision == "" {
			return "", ""
		}
		if coarse == "" {
			coarse = s.Precision
		}
	}
	if coarse != "" {
		return coarse, ""
	}
	return "", "not-shared"
}

// opens says that a share's time has come and is not over.
func (c *Case) opens(s *Share, at time.Time) bool {
	first := func(states []string) (t time.Time) {
		for _, st := range states {
			if in, been := c.entered[st]; been && (t.IsZero() || in.Before(t)) {
				t = in
			}
		}
		return t
	}
	since := c.opened
	if len(s.From) > 0 {
		since = first(s.From)
	}
	if since.IsZero() || !first(s.Until).IsZero() {
		return false
	}
	return s.For == "" || !at.After(c.Agreement.after(since, s.For))
}

// Members are those who stand on a side, home, and those who fill a role that a step or a share names for whatever party.
func (c *Case) Members() []string {
	home := c.Agreement.Depositary
	if c.Procedure.Home != "" {
		home = c.Sides[c.Procedure.Home]
	}
	first := c
	for first.before != nil {
		first = first.before
	}
	var in []string
	for _, p := range c.Agreement.Parties {
		on := slices.ContainsFunc(c.Procedure.Sides, func(s Side) bool { return c.Sides[s.ID] == p.ID })
		any := func(a Actor) bool { return a.Side == "" && first.Agreement.fills(p.ID, a.Role) }
		acts := slices.ContainsFunc(first.Procedure.Steps, func(s Step) bool { return slices.ContainsFunc(s.By, any) })
		sees := slices.ContainsFunc(first.Procedure.Shares, func(s Share) bool { return slices.ContainsFunc(s.With, any) })
		if on || p.ID == home || acts || sees {
			in = append(in, p.ID)
		}
	}
	return in
}

// Owed is a destruction that a party owes.
type Owed struct {
	Due    time.Time
	All    bool
	Fields []string // in the order of the names; of All every field that was given
}

// Owes gives what a party must have destroyed by now and has not attested.
func (c *Case) Owes(party string, now time.Time) (owed []Owed) {
	for i, e := range c.history {
		if e.attested != "" || len(e.destroys) == 0 || !now.After(e.at) {
			continue
		}
		done := func(f string) bool {
			return slices.ContainsFunc(c.history[i:], func(w entry) bool {
				return w.attested == party && (w.all || slices.Contains(w.destroys, f))
			})
		}
		if slices.ContainsFunc(e.destroys, func(f string) bool { return !done(f) }) {
			owed = append(owed, Owed{Due: e.at, Fields: slices.Sorted(slices.Values(e.destroys))})
		}
	}
	for _, r := range c.Clocks {
		end, ok := c.ending(r)
		if r.Clock.Silence != "erase" || r.Status != "runs" && r.Status != "sealed" || !ok {
			continue
		}
		end = c.after(r.Clock, end, r.Clock.Grace)
		var fields []string
		for _, f := range r.Clock.Erases {
			if _, given := c.giver[f]; given && !c.Destroyed[f] && !slices.Contains(fields, f) {
				fields = append(fields, f)
			}
		}
		if now.After(end) && len(fields) > 0 {
			owed = append(owed, Owed{Due: end, Fields: slices.Sorted(slices.Values(fields))})
		}
	}
	last, whole := c.KeptUntil()
	for _, k := range c.Procedure.keepings() {
		end, begun := c.until(k)
		if !begun || !now.After(end) || whole && end.Equal(last) {
			continue
		}
		var fields []string
		left := false
		for _, f := range c.given() {
			if c.keeping(f) == k {
				fields = append(fields, f)
				left = left || !slices.ContainsFunc(c.history, func(w entry) bool {
					return w.attested == party && w.at.After(end) && (w.all || slices.Contains(w.destroys, f))
				})
			}
		}
		if left {
			owed = append(owed, Owed{Due: end, Fields: fields})
		}
	}
	if end, ok := last, whole; ok && now.After(end) && !slices.ContainsFunc(c.history, func(w entry) bool { return w.attested == party && w.all }) {
		owed = append(owed, Owed{Due: end, All: true, Fields: c.given()})
	}
	slices.SortStableFunc(owed, func(a, b Owed) int { return a.Due.Compare(b.Due) })
	return owed
}

// given are the fields that were given, by name.
func (c *Case) given() []string {
	var all []string
	for f := range c.giver {
		all = append(all, f)
	}
	slices.Sort(all)
	return all
}

// Attest takes a party's word that it destroyed fields, or the whole case.
func (c *Case) Attest(party string, fields []string, all bool, at time.Time) string {
	end, kept := c.KeptUntil()
	over := kept && at.After(end)
	switch {
	case !slices.Contains(c.Members(), party):
		return "side-unbound"
	case all && !over:
		return "conflict"
	case !all && len(fields) == 0:
		return "invalid"
	}
	for _, f := range fields {
		_, given := c.giver[f]
		silenced := slices.ContainsFunc(c.history, func(e entry) bool { return e.attested == "" && slices.Contains(e.destroys, f) })
		if end, ok := c.until(c.keeping(f)); ok && at.After(end) && given {
			continue
		}
		if !all && (!given || !silenced) {
			return "conflict"
		}
	}
	e := entry{attested: party, all: all, at: at, from: c.State, to: c.State}
	if all {
		c.destroy(c.given())
	} else {
		e.destroys = fields
	}
	c.record(e)
	return ""
}
