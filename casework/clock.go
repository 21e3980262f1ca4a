package casework

import (
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// tick is the resolution of instants. An act at the very end of the time is in time, so a silence can be
// found one tick later and no earlier.
const tick = time.Microsecond

// start begins a clock at an instant.
func (c *Case) start(cl *agreement.Clock, at time.Time) Running {
	r := Running{Clock: cl.ID, Started: at, Status: StatusRuns}
	c.count(cl, &r, at)
	return r
}

// ends is when a clock runs out that starts at one instant and counts from another, before any rounding: by the time that the party
// which owes the act has declared, where it may; where several owe it, by the longest of theirs.
func (c *Case) ends(cl *agreement.Clock, started, from time.Time) time.Time {
	var last time.Time
	if cl.Varies != nil {
		for _, p := range cl.Owing(c.Sides) {
			own := *cl
			own.Within = c.Model.WithinFor(c.Procedure, cl, p)
			if end := c.Model.End(&own, started, from); end.After(last) {
				last = end
			}
		}
	}
	if last.IsZero() {
		return c.Model.End(cl, started, from)
	}
	return last
}

// set moves a clock's end.
func (c *Case) set(cl *agreement.Clock, r *Running, due time.Time) {
	due = c.Model.Rounded(cl, due)
	r.Moved += due.Sub(r.Due)
	c.endAt(cl, r, due)
}

// endAt gives a clock its end, and with it grace and warning.
func (c *Case) endAt(cl *agreement.Clock, r *Running, due time.Time) {
	r.Due, r.Grace = due, due
	if cl.Silence == agreement.SilenceErase {
		r.Grace = c.Model.AfterOn(cl, cl.Grace, due)
	}
	if !cl.Warns.IsZero() {
		// The length of the warning is taken where the clock begins: a month before the end is as long
		// as the month after the start.
		r.Warns = due.Add(r.Started.Sub(c.Model.AfterOn(cl, cl.Warns, r.Started)))
	}
}

// latest is the instant beyond which pauses and extensions together cannot move the end.
func (c *Case) latest(cl *agreement.Clock, r *Running) (time.Time, bool) {
	if cl.Max.IsZero() || r.Base.IsZero() {
		return time.Time{}, false
	}
	return c.Model.Rounded(cl, c.Model.AfterOn(cl, cl.Max, r.Base)), true
}

// end is when a running clock is due; false while it is paused without an end in sight, or its date is not open here.
func (c *Case) end(cl *agreement.Clock, r *Running) (time.Time, bool) {
	if r.Unread {
		return time.Time{}, false
	}
	if r.Paused.IsZero() {
		return r.Due, true
	}
	return c.latest(cl, r)
}

// adjust lets a step pause, resume and extend clocks. checkClocks has refused what is not possible.
func (c *Case) adjust(step *agreement.Step, at time.Time) {
	if len(step.Pauses)+len(step.Resumes)+len(step.Extends) == 0 {
		return
	}
	clocks := slices.Clone(c.Clocks)
	for i := range clocks {
		r := &clocks[i]
		// In the grace an act that was done in time still counts, and the clock with it.
		if r.Status != StatusRuns && (r.Status != StatusSealed || at.After(r.Due)) {
			continue
		}
		cl := c.Procedure.Clock(r.Clock)
		if slices.Contains(step.Extends, cl.ID) {
			c.extend(cl, r)
		}
		if slices.Contains(step.Pauses, cl.ID) && r.Paused.IsZero() {
			r.Paused = at
			r.Status, r.Fired = StatusRuns, time.Time{}
		}
		if slices.Contains(step.Resumes, cl.ID) && !r.Paused.IsZero() {
			c.resume(cl, r, at)
		}
	}
	c.Clocks = clocks
}

// resume adds the time that the pause took, up to the maximum.
func (c *Case) resume(cl *agreement.Clock, r *Running, at time.Time) {
	due := r.Due.Add(at.Sub(r.Paused))
	r.Paused = time.Time{}
	if r.Unread {
		return
	}
	c.set(cl, r, c.capped(cl, r, due))
}

// extend moves the end by the clock's extension, up to the maximum.
func (c *Case) extend(cl *agreement.Clock, r *Running) {
	if r.Unread {
		r.Extended = true
		return
	}
	due := c.Model.AfterOn(cl, cl.Extends, r.Due)
	if latest, ok := c.latest(cl, r); ok && cl.Extends.IsZero() {
		due = latest
	}
	r.Extended = true
	r.Status, r.Fired = StatusRuns, time.Time{}
	c.set(cl, r, c.capped(cl, r, due))
}

func (c *Case) capped(cl *agreement.Clock, r *Running, due time.Time) time.Time {
	if latest, ok := c.latest(cl, r); ok && due.After(latest) {
		due = latest
	}
	// Neither a maximum shorter than what was granted already takes anything back, nor an answer that is
	// proved to be older than the question.
	if due.Before(r.Due) {
		return r.Due
	}
	return due
}

// checkClocks: no silence stands in the way. A step that is late is refused by the clock that it should
// have stopped; a suspended case takes no step but those that end the suspension.
// What is late by its own plea is not held up by a suspension; what is sealed stays so, since that protects people.
// Where the end of a clock counts from what is not open here, home's word is followed that it had not come.
func (c *Case) checkClocks(step *agreement.Step, at, received time.Time, excused, attested bool) error {
	for i := range c.Clocks {
		r := &c.Clocks[i]
		cl := c.Procedure.Clock(r.Clock)
		if r.Unread && r.Status == StatusRuns && !attested {
			return c.unreadEnd(cl)
		}
		if err := c.checkUnrecorded(cl, r, at, received); err != nil {
			return err
		}
		stops := step.To != "" && step.To != c.State && ends(cl, step.To) || slices.Contains(step.Restarts, cl.ID)
		late := at.After(r.Due)
		if r.Status == StatusSealed && late && stops {
			return c.ranOut(cl, r.Due, "what was obtained is sealed and awaits destruction").
				Mend("only an act that is proved to have been done by then still counts")
		}
		if suspends(cl, r) && late && !stops && !excused {
			return c.ranOut(cl, r.Due, "the case is suspended").
				Mend("first the %s must act", c.actors(cl.Owed))
		}
		if slices.Contains(step.Extends, cl.ID) {
			if err := c.checkExtend(cl, r, at); err != nil {
				return err
			}
		}
	}
	for _, id := range step.Extends {
		if !slices.ContainsFunc(c.Clocks, func(r Running) bool { return r.Clock == id }) {
			return fault.Refuse(fault.ConditionUnmet, string(step.Article), "the time limit %s does not run and cannot be extended", words(id)).
				Mend("extend it while it runs")
		}
	}
	return nil
}

// checkUnrecorded refuses a step for which a silence that was due before is not in the history yet.
func (c *Case) checkUnrecorded(cl *agreement.Clock, r *Running, at, received time.Time) error {
	l, ok := c.next(cl, r)
	if !ok || !received.After(l.At) {
		return nil
	}
	// Of a paused clock the grace follows its latest end, as it will once the sealing is recorded.
	if l.Phase == PhaseSealed && !at.After(l.At) && !received.After(c.Model.AfterOn(cl, cl.Grace, l.At)) {
		return nil // done in time, and the grace is not over: it counts, sealed or not
	}
	return c.ranOut(cl, l.At, "its effect must be recorded before anything else").
		Mend("record the silence first; then look again what is possible")
}

func (c *Case) ranOut(cl *agreement.Clock, at time.Time, effect string) *fault.Error {
	return fault.Refuse(fault.ClockLapsed, string(cl.Article), "the time for %s ran out on %s; %s", title(cl.Title, cl.ID), c.instant(at), effect)
}

// suspends says that a lapsed clock holds the case up. Where silence leads to a state of its own and
// nothing is said about what ends it, that state is the suspension, and its steps lead out of it.
func suspends(cl *agreement.Clock, r *Running) bool {
	return cl.Silence == agreement.SilenceSuspend && r.Status == StatusLapsed && (cl.To == "" || len(cl.Stops) > 0)
}

// checkExtend: a clock can be extended while it runs, once, or as often as its maximum allows.
func (c *Case) checkExtend(cl *agreement.Clock, r *Running, at time.Time) error {
	switch {
	case r.Status == StatusStopped:
		return fault.Refuse(fault.ConditionUnmet, string(cl.Article), "the time for %s has stopped and cannot be extended", title(cl.Title, cl.ID)).
			Mend("leave the extension out")
	case r.Status == StatusLapsed, r.Status == StatusSealed && at.After(r.Due):
		return c.ranOut(cl, r.Due, "it can no longer be extended").Mend("extend it while it runs")
	}
	latest, limited := c.latest(cl, r)
	if limited && r.Due.Before(latest) || !limited && !r.Extended {
		return nil
	}
	return fault.Refuse(fault.ConditionUnmet, string(cl.Article), "the time for %s has been extended as far as it can be", title(cl.Title, cl.ID)).
		Mend("act by %s", c.instant(r.Due))
}
