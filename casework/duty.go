package casework

import (
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
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
	Due    time.Time // Latest, once a step has put it off
	Latest time.Time // Due, or the end of the longest deferral
	Done   time.Time // when the step that fulfils it was taken; zero: not yet

	// Shown: a step of the procedure puts the duty off, so that the case shows whether it was (and where none does,
	// only whoever may defer it knows).
	Shown    bool
	Deferred time.Time // when a step put it off; zero: none did
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
		since = c.began(n, since)
		d := Duty{Notice: n, Since: since, Due: c.told(n, since)}
		d.Latest = d.Due
		if n.DeferredBy != nil {
			if last := c.Model.After(n.DeferredMax, since); last.After(d.Due) {
				d.Latest = last
			}
		}
		for j := range c.Taken {
			if t := &c.Taken[j]; n.By != "" && t.Step == n.By && t.Lacks == 0 && !t.At.Before(since) {
				d.Done = t.At
				break
			}
		}
		c.deferral(&d)
		duties = append(duties, d)
	}
	return duties
}

// deferral lets the first step count that put the duty off before it was due and before it was done.
func (c *Case) deferral(d *Duty) {
	for b := c; b != nil && !d.Shown; b = b.Before { // what was put off under an earlier text stays put off
		d.Shown = slices.ContainsFunc(b.Procedure.Steps, func(s agreement.Step) bool { return slices.Contains(s.Defers, d.Notice.ID) })
	}
	if !d.Shown {
		return
	}
	for i := range c.Taken {
		t := &c.Taken[i]
		if t.At.Before(d.Since) || t.At.After(d.Due) || !d.Done.IsZero() && t.At.After(d.Done) {
			continue
		}
		if s := c.did(i); s != nil && slices.Contains(s.Defers, d.Notice.ID) {
			d.Deferred, d.Due = t.At, d.Latest
			return
		}
	}
}

// checkDefers: a duty can be put off while it is owed, once, and as far as the agreement lets it.
func (c *Case) checkDefers(step *agreement.Step, at time.Time) error {
	if len(step.Defers) == 0 {
		return nil
	}
	duties := c.Notices()
	for _, id := range step.Defers {
		n := c.Procedure.Notice(id)
		i := slices.IndexFunc(duties, func(d Duty) bool { return d.Notice == n })
		if n == nil || i < 0 {
			if n != nil && step.To != "" && slices.Contains(n.After, step.To) {
				continue // the step itself begins the duty
			}
			return fault.Refuse(fault.ConditionUnmet, string(step.Article), "the duty to tell %s has not begun and cannot be put off", words(id)).
				Mend("put it off once it is owed")
		}
		if err := c.checkDefer(&duties[i], at); err != nil {
			return err
		}
	}
	return nil
}

func (c *Case) checkDefer(d *Duty, at time.Time) error {
	art, name := string(d.Notice.Article), words(d.Notice.ID)
	switch {
	case !d.Done.IsZero():
		return fault.Refuse(fault.ConditionUnmet, art, "the duty to tell %s was fulfilled on %s and cannot be put off", name, c.instant(d.Done)).
			Mend("leave it as it is")
	case !d.Deferred.IsZero():
		return fault.Refuse(fault.ConditionUnmet, art, "the duty to tell %s was put off on %s already, until %s", name, c.instant(d.Deferred), c.instant(d.Due)).
			Mend("tell by then")
	case at.After(d.Due):
		return fault.Refuse(fault.ClockLapsed, art, "the time to tell %s ran out on %s; it can no longer be put off", name, c.instant(d.Due)).
			Mend("tell now: late notice is still notice")
	case !d.Latest.After(d.Due):
		return fault.Refuse(fault.ConditionUnmet, art, "the agreement does not let the duty to tell %s be put off", name).
			Mend("tell by %s", c.instant(d.Due))
	}
	return nil
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
