package reader

import (
	"slices"
	"time"
)

// Silence is one that will be recorded if nothing else happens.
type Silence struct {
	Clock string
	Final bool // false: a sealing
	At    time.Time
}

// next is the silence in which a run will end; false where none is in sight.
func (c *Case) next(r *Run) (Silence, bool) {
	switch r.Status {
	case "runs":
		end, ok := c.ending(r)
		return Silence{r.Clock.ID, r.Clock.Silence != "erase", end}, ok
	case "sealed":
		return Silence{r.Clock.ID, true, r.Grace}, true
	}
	return Silence{}, false
}

// Next is the silence that must be recorded first; false where none is in sight.
func (c *Case) Next() (first Silence, found bool) {
	for i := range c.Procedure.Clocks { // in the order of the text
		for _, r := range c.Clocks {
			if r.Clock != &c.Procedure.Clocks[i] {
				continue
			}
			if s, ok := c.next(r); ok && (!found || s.At.Before(first.At)) {
				first, found = s, true
			}
		}
	}
	return first, found
}

// Word is home's of a silence, where its receipt is trusted for what cannot be known here: that a step was not taken,
// and that the silence rests.
type Word struct {
	Trusted, Unmet, Rests bool
	Facts                 map[string]any // outside facts, trusted or not

	// Ended is the clock whose end cannot be known here, and when home says that it ended.
	Ended string
	At    time.Time
}

// saidEnd is the silence of a clock whose end cannot be known here, as home says; nil where there is none.
func (c *Case) saidEnd(home Word) *Silence {
	for _, r := range c.Clocks {
		if r.Clock.ID == home.Ended && r.Status == "runs" && r.unread && !home.At.Before(r.Start) {
			return &Silence{r.Clock.ID, r.Clock.Silence != "erase", home.At}
		}
	}
	return nil
}

// Rests says whether the next silence of a clock would rest, as the agreement stands.
func (c *Case) Rests(clock string, at time.Time) bool {
	cl := one(c.Procedure.Clocks, func(k *Clock) bool { return k.ID == clock })
	return slices.Contains([]string{"proceed", "lapse", "suspend", "explain"}, cl.Silence) && c.Standing.Disputed(cl.Article, at)
}

// Fall records the next silence.
func (c *Case) Fall(home Word) string {
	s, ok := c.Next()
	if told := c.saidEnd(home); told != nil && !(ok && s.At.Before(told.At)) {
		if !home.Trusted {
			return "condition-unread"
		}
		s, ok = *told, true
	}
	if !ok {
		return "conflict"
	}
	i := slices.IndexFunc(c.Clocks, func(r *Run) bool { return r.Clock.ID == s.Clock && (r.Status == "runs" || r.Status == "sealed") })
	cl := c.Clocks[i].Clock
	rests := s.Final && c.Rests(cl.ID, s.At)
	if home.Trusted {
		rests = home.Rests && slices.Contains([]string{"proceed", "lapse", "suspend", "explain"}, cl.Silence)
	}
	var step *Step
	if cl.Silence == "proceed" && !rests {
		var code string
		if step, code = c.byDefault(cl, s.At, home); code != "" {
			return code
		}
	}
	c.own()
	r := c.Clocks[i]
	if r.unread {
		r.unread, r.Paused = false, time.Time{}
		c.fix(r, s.At)
	}
	if !r.Paused.IsZero() {
		r.Paused = time.Time{}
		c.setEnd(r, s.At)
	}
	e := entry{silence: cl.ID, final: s.Final, at: s.At, from: c.State, to: c.State}
	switch {
	case !s.Final:
		r.Status = "sealed"
		c.record(e)
		return ""
	case rests:
		r.Status, e.rests = "stopped", true
		c.record(e)
		return ""
	case cl.Silence == "explain" && !r.Extended:
		c.extend(r)
		c.record(e)
		return ""
	}
	r.Status, r.lapsed = "lapsed", s.At
	to := cl.To
	if cl.Silence == "proceed" {
		to = ""
		if v := one(c.Procedure.Votes, func(v *Vote) bool { return cl.Decides != "" && v.ID == cl.Decides }); v != nil && c.outcome(v) == "" {
			to = cl.To
		}
		if step != nil {
			if to = step.To; to == "" {
				to = cl.To
			}
		}
	}
	if cl.Silence == "erase" {
		e.destroys = c.destroy(cl.Erases)
	}
	if step != nil {
		e.takes, e.destroys = step.ID, c.destroy(step.Erases)
	}
	if to != "" {
		e.to = to
	}
	e.closes = cl.Silence == "lapse" && cl.To == ""
	c.record(e)
	if step != nil {
		c.work(step, s.At)
	}
	c.enter(to, s.At, cl.ID)
	if step != nil {
		c.anew(step, s.At)
	}
	if e.closes {
		c.close()
	}
	return ""
}

// byDefault gives the step that silence takes, nil where it can do nothing.
func (c *Case) byDefault(cl *Clock, at time.Time, home Word) (*Step, string) {
	takes := cl.Takes
	if v := one(c.Procedure.Votes, func(v *Vote) bool { return cl.Decides != "" && v.ID == cl.Decides }); v != nil {
		takes = c.outcome(v)
	}
	step := one(c.Procedure.Steps, func(s *Step) bool { return s.ID == takes })
	switch {
	case step == nil, !slices.Contains(step.From, c.State), !c.byNobody(step):
		return nil, ""
	case home.Trusted && home.Unmet && (c.Agreement.movable(step.Article, at) || c.follows(step) || step.Money != nil):
		return nil, ""
	case c.inForce(step, "", at, home.Trusted) != "":
		return nil, ""
	}
	code := c.condition(step, home.Facts, false, at)
	if code == "" {
		code = c.begins(step, home.Facts, home.Trusted && !home.Unmet, at)
	}
	if code == "" {
		code = c.money(step, &Act{Trusted: home.Trusted}, at)
	}
	switch {
	case code == "", code == "condition-unread" && home.Trusted && !home.Unmet:
		return step, ""
	case code == "condition-unread" && !home.Trusted:
		return nil, code
	}
	return nil, ""
}

// follows says that a step begins a phase that follows another.
func (c *Case) follows(step *Step) bool {
	return one(c.Agreement.Phases, func(p *Phase) bool { return p.ID == step.Begins && p.After != "" }) != nil
}

// destroy destroys those of the fields that are there.
func (c *Case) destroy(fields []string) (gone []string) {
	for _, f := range fields {
		if _, given := c.giver[f]; given && !c.Destroyed[f] {
			c.Destroyed[f] = true
			delete(c.values, f)
			gone = append(gone, f)
		}
	}
	slices.Sort(gone)
	return gone
}

func (c *Case) close() {
	c.Closed = true
	c.own()
	for _, r := range c.Clocks {
		if r.Status == "runs" && r.Clock.Silence != "erase" && r.Clock.Silence != "restrict" {
			r.Status, r.Paused = "stopped", time.Time{}
		}
	}
}
