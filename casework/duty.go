package casework

import (
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
)

// RungDue is a rung of a ladder whose time has come.
type RungDue struct {
	Clock  agreement.ClockID
	Ladder *agreement.Ladder
	Rung   *agreement.Rung
	At     time.Time
	Tells  []Actor // who is to be told, Person ""
}

// Ladders gives the rungs that are due by now of every duty that remains unfulfilled, in the order of
// their time. A ladder ends when the clock that began it is stopped. A silence that is due counts,
// recorded or not.
func (c *Case) Ladders(now time.Time) []RungDue {
	c = c.Settled(now)
	var due []RungDue
	for i := range c.Clocks {
		r := &c.Clocks[i]
		cl := c.Procedure.Clock(r.Clock)
		ladder := c.Model.Ladder(cl.Ladder)
		if r.Status != StatusLapsed || ladder == nil {
			continue
		}
		for j := range ladder.Rungs {
			rung := &ladder.Rungs[j]
			at := c.Model.AfterOn(cl, rung.After, r.Fired)
			if !now.After(at) {
				continue
			}
			d := RungDue{Clock: cl.ID, Ladder: ladder, Rung: rung, At: at}
			for _, w := range rung.Tells {
				d.Tells = append(d.Tells, c.bearers(w)...)
			}
			due = append(due, d)
		}
	}
	slices.SortStableFunc(due, func(a, b RungDue) int { return a.At.Compare(b.At) })
	return due
}

// Warnings gives the running clocks whose early warning is in place now, in the order of their ends.
func (c *Case) Warnings(now time.Time) []Running {
	var warned []Running
	for _, r := range c.Clocks {
		if r.Status == StatusRuns && r.Paused.IsZero() && !r.Warns.IsZero() && !now.Before(r.Warns) && !now.After(r.Due) {
			warned = append(warned, r)
		}
	}
	slices.SortStableFunc(warned, func(a, b Running) int { return a.Due.Compare(b.Due) })
	return warned
}

// Duty is a duty to tell somebody, begun by a state of the case.
type Duty struct {
	Notice *agreement.Notice
	Since  time.Time // the first entry into a state that begins it
	Due    time.Time
	Latest time.Time // Due, or the end of the longest deferral
	Done   time.Time // when the step that fulfils it was taken; zero: not yet
}

// Notices gives the duties to tell somebody that have begun, in the order of the text. Where the notice
// names no step that fulfils it, Done stays zero and the case cannot show whether it was kept.
func (c *Case) Notices() []Duty {
	var duties []Duty
	for i := range c.Procedure.Notices {
		n := &c.Procedure.Notices[i]
		since, ok := c.firstEntry(n.After)
		if !ok {
			continue
		}
		d := Duty{Notice: n, Since: since, Due: c.Model.After(n.Within, since)}
		d.Latest = d.Due
		if n.DeferredBy != nil {
			if last := c.Model.After(n.DeferredMax, since); last.After(d.Due) {
				d.Latest = last
			}
		}
		for j := range c.Taken {
			if t := &c.Taken[j]; n.By != "" && t.Step == n.By && !t.At.Before(since) {
				d.Done = t.At
				break
			}
		}
		duties = append(duties, d)
	}
	return duties
}

// firstEntry is the earliest first entry into any of these states.
func (c *Case) firstEntry(states []agreement.StateID) (time.Time, bool) {
	var first time.Time
	for _, s := range states {
		if at, been := c.Entered[s]; been && (first.IsZero() || at.Before(first)) {
			first = at
		}
	}
	return first, !first.IsZero()
}
