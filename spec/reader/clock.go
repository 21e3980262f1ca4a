package reader

import (
	"maps"
	"slices"
	"time"
)

// after is the instant a length after another, by the calendars of a clock.
func (c *Case) after(cl *Clock, at time.Time, length string) time.Time {
	return c.Agreement.on(cl, at, length)
}

// begin starts a clock.
func (c *Case) begin(cl *Clock, at time.Time) *Run {
	r := &Run{Clock: cl, Start: at, Status: "runs"}
	c.count(r, at)
	return r
}

// within is the end of a clock's time, by what those who owe the act have declared of it: the latest.
func (c *Case) within(cl *Clock, at time.Time) time.Time {
	var ends []time.Time
	for _, a := range cl.Owed {
		party := c.Sides[a.Side]
		if a.Side == "" || party == "" || cl.Varies == nil {
			continue
		}
		length := cl.Within
		for _, d := range slices.Backward(c.Agreement.Declarations) {
			for _, v := range slices.Backward(d.Varies) {
				if d.Party == party && v.Procedure == c.Procedure.ID && v.Clock == cl.ID {
					length = v.Within
				}
			}
		}
		ends = append(ends, c.after(cl, at, length))
	}
	if len(ends) == 0 {
		return c.after(cl, at, cl.Within)
	}
	return slices.MaxFunc(ends, time.Time.Compare)
}

func (c *Case) setEnd(r *Run, end time.Time) {
	end = c.Agreement.rounded(r.Clock, end)
	r.moved += end.Sub(r.End)
	c.fix(r, end)
}

func (c *Case) fix(r *Run, end time.Time) {
	r.End, r.Grace = end, end
	if r.Clock.Silence == "erase" {
		r.Grace = c.after(r.Clock, end, r.Clock.Grace)
	}
	if w := r.Clock.Warns; w != "" {
		r.Warning = end.Add(-c.after(r.Clock, r.Start, w).Sub(r.Start))
	}
}

// latest is the end that pauses and extensions cannot pass; false where there is none.
func (c *Case) latest(r *Run) (time.Time, bool) {
	if r.Clock.Max == "" || r.first.IsZero() {
		return time.Time{}, false
	}
	return c.Agreement.rounded(r.Clock, c.after(r.Clock, r.first, r.Clock.Max)), true
}

// move moves an end, not beyond the latest and not back.
func (c *Case) move(r *Run, end time.Time) {
	if latest, ok := c.latest(r); ok && end.After(latest) {
		end = latest
	}
	if end.Before(r.End) {
		end = r.End
	}
	c.setEnd(r, end)
}

func (c *Case) extend(r *Run) {
	if r.unread {
		r.Extended = true
		return
	}
	end := c.after(r.Clock, r.End, r.Clock.Extends)
	if r.Clock.Extends == "" {
		end, _ = c.latest(r)
	}
	r.Extended, r.Status = true, "runs"
	c.move(r, end)
}

// ending is when a clock that has not lapsed ends; false while it is paused without a latest end.
func (c *Case) ending(r *Run) (time.Time, bool) {
	if r.unread {
		return time.Time{}, false
	}
	if r.Paused.IsZero() {
		return r.End, true
	}
	return c.latest(r)
}

// work is a step's effect on the clocks.
func (c *Case) work(step *Step, at time.Time) {
	c.own()
	for _, r := range c.Clocks {
		if r.Status != "runs" && (r.Status != "sealed" || at.After(r.End)) {
			continue
		}
		if slices.Contains(step.Extends, r.Clock.ID) {
			c.extend(r)
		}
		if slices.Contains(step.Pauses, r.Clock.ID) && r.Paused.IsZero() {
			r.Paused, r.Status = at, "runs"
		}
		if slices.Contains(step.Resumes, r.Clock.ID) && !r.Paused.IsZero() {
			end := r.End.Add(at.Sub(r.Paused))
			r.Paused = time.Time{}
			if !r.unread {
				c.move(r, end)
			}
		}
	}
}

// own gives the case runs that nobody else holds.
func (c *Case) own() {
	runs := make([]*Run, len(c.Clocks))
	for i, r := range c.Clocks {
		own := *r
		runs[i] = &own
	}
	c.Clocks = runs
}

// endsAt says that a clock ends at a state.
func (cl *Clock) endsAt(state string) bool {
	if len(cl.Stops) > 0 {
		return slices.Contains(cl.Stops, state)
	}
	return !slices.Contains(cl.Starts, state)
}

// enter lets the case enter a state; by is the clock whose silence leads there.
func (c *Case) enter(state string, at time.Time, by string) {
	if state == "" || state == c.State {
		return
	}
	c.own()
	c.State = state
	if _, been := c.entered[state]; !been {
		c.entered[state] = at
	}
	for _, k := range c.Procedure.keepings() {
		if slices.Contains(k.After, state) {
			c.kept = maps.Clone(c.kept)
			c.kept[k] = at
		}
	}
	for _, r := range c.Clocks {
		if r.Clock.ID != by && r.Clock.endsAt(state) && !r.spent() {
			r.Status, r.Paused = "stopped", time.Time{}
		}
	}
	for i := range c.Procedure.Clocks {
		cl := &c.Procedure.Clocks[i]
		if cl.ID == by || !slices.Contains(cl.Starts, state) || slices.Contains(cl.Stops, state) ||
			slices.ContainsFunc(c.Clocks, func(r *Run) bool { return r.Clock.ID == cl.ID && r.binds() }) {
			continue
		}
		c.Clocks = slices.DeleteFunc(c.Clocks, func(r *Run) bool {
			return r.Clock.ID == cl.ID && (r.Status != "lapsed" || cl.Silence != "restrict")
		})
		c.Clocks = append(c.Clocks, c.begin(cl, at))
	}
}

// spent says that a run cannot be stopped any more.
func (r *Run) spent() bool {
	if r.Status != "lapsed" {
		return r.Status == "stopped"
	}
	switch r.Clock.Silence {
	case "lapse", "proceed", "erase":
		return true
	case "restrict":
		return r.Clock.To != "" && len(r.Clock.Stops) == 0
	}
	return false
}

// binds says that the clock need not start anew.
func (r *Run) binds() bool {
	switch r.Status {
	case "runs", "sealed":
		return true
	case "lapsed":
		return r.Clock.To == "" && slices.Contains([]string{"remain", "explain", "suspend", "restrict"}, r.Clock.Silence)
	}
	return false
}

// inTheWay: row 11.
func (c *Case) inTheWay(step *Step, act *Act, at time.Time) string {
	excused := belated(step, act.Ground)
	for _, r := range c.Clocks {
		if r.unread && r.Status == "runs" && !act.Trusted {
			return "condition-unread"
		}
		if s, ok := c.next(r); ok && act.Received.After(s.At) {
			exempt := !s.Final && !at.After(s.At) && !act.Received.After(c.after(r.Clock, s.At, r.Clock.Grace))
			if !exempt {
				return "clock-lapsed"
			}
		}
		late := at.After(r.End)
		wouldStop := step.To != "" && step.To != c.State && r.Clock.endsAt(step.To) || slices.Contains(step.Restarts, r.Clock.ID)
		suspends := r.Clock.Silence == "suspend" && r.Status == "lapsed" && (r.Clock.To == "" || len(r.Clock.Stops) > 0)
		if late && (r.Status == "sealed" && wouldStop || suspends && !wouldStop && !excused) {
			return "clock-lapsed"
		}
		if slices.Contains(step.Extends, r.Clock.ID) {
			latest, limited := c.latest(r)
			switch {
			case r.Status == "stopped":
				return "condition-unmet"
			case r.Status == "lapsed", r.Status == "sealed" && late:
				return "clock-lapsed"
			case limited && !r.End.Before(latest), !limited && r.Extended:
				return "condition-unmet"
			}
		}
	}
	for _, id := range step.Extends {
		if !slices.ContainsFunc(c.Clocks, func(r *Run) bool { return r.Clock.ID == id }) {
			return "condition-unmet"
		}
	}
	return ""
}
