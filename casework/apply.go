package casework

import (
	"maps"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
)

// The functions of this file change their receiver: a copy that nobody else has seen yet. Maps and slices
// are still those of the case before and are replaced, never written to.

// give lays the move's fields over the case's. What is given anew and cannot be read here hides the old
// value: a condition must not be judged by what no longer holds.
func (c *Case) give(mv Move) {
	if len(mv.Gives) == 0 {
		return
	}
	values, given := own(c.Values), own(c.Given)
	c.giveCoarse(mv.Gives, mv.Coarse)
	for _, f := range mv.Gives {
		given[f] = len(c.Taken)
		if v, ok := mv.Values[f]; ok {
			values[f] = v
		} else {
			delete(values, f)
		}
		if _, gone := c.Erased[f]; gone {
			c.Erased = maps.Clone(c.Erased)
			delete(c.Erased, f)
		}
	}
	c.Values, c.Given = values, given
}

// giveCoarse lays coarser values over those of fields that are given anew or destroyed.
func (c *Case) giveCoarse(fields []agreement.FieldID, values map[agreement.FieldID]any) {
	if len(c.Coarse)+len(values) == 0 {
		return
	}
	coarse := own(c.Coarse)
	maps.DeleteFunc(coarse, func(name agreement.FieldID, _ any) bool {
		f, _ := FieldOf(name)
		return slices.Contains(fields, f)
	})
	maps.Copy(coarse, values)
	c.Coarse = coarse
}

// own is a copy of a map that may be written to.
func own[K comparable, V any](m map[K]V) map[K]V {
	if m == nil {
		return map[K]V{}
	}
	return maps.Clone(m)
}

// apply records the step and lets clocks and state follow.
func (c *Case) apply(step *agreement.Step, mv Move, at time.Time) { c.record(c.follow(step, mv, at)) }

// follow lets fields, clocks and state follow a step and gives the entry that records it.
func (c *Case) follow(step *agreement.Step, mv Move, at time.Time) Taken {
	t := Taken{
		Step: step.ID, Side: mv.Side, Party: mv.Party, Role: mv.Role, Person: mv.Person, At: at,
		From: c.State, To: c.State, Gives: slices.Clone(mv.Gives), Signer: mv.Signer, Received: mv.Received.UTC(),
		Ground: mv.Ground, Irregular: step.Irregular, Lacks: c.lacks(step, mv.Party),
	}
	c.Number++
	if t.Lacks > 0 { // what was given stands; all else waits for the other parties
		return t
	}
	if step.To != "" {
		t.To = step.To
	}
	if len(step.Erases) > 0 {
		if t.Erases = c.destroy(except(step.Erases, mv.Gives), at); len(t.Erases) > 0 {
			t.Phase = PhaseFinal
		}
	}
	if t.To != t.From {
		c.Closed = time.Time{} // only a late act gets here after silence had closed the case
	}
	c.redate(mv.Gives, at)
	c.adjust(step, at)
	c.enter(t.To, at, "")
	c.restart(step, at)
	return t
}

// except gives a list without the members of another.
func except(list, without []agreement.FieldID) []agreement.FieldID {
	return slices.DeleteFunc(slices.Clone(list), func(f agreement.FieldID) bool { return slices.Contains(without, f) })
}

// record appends to Taken without touching what other cases see.
func (c *Case) record(t Taken) { c.Taken, c.history = grow(c.history, c.Taken, t) }

// enter moves the case into a state: clocks that this stops, then clocks that it starts. by is the clock
// whose silence leads there, "" for a step. To stay in a state is not to enter it.
func (c *Case) enter(to agreement.StateID, at time.Time, by agreement.ClockID) {
	if to == c.State || to == "" {
		return
	}
	c.State = to
	if _, been := c.Entered[to]; !been {
		entered := own(c.Entered)
		entered[to] = at
		c.Entered = entered
	}
	c.keep(to, at)
	if len(c.Procedure.Clocks) == 0 {
		return
	}
	clocks := make([]Running, len(c.Clocks), len(c.Clocks)+1)
	copy(clocks, c.Clocks)
	for i := range clocks {
		if r := &clocks[i]; r.Clock != by && r.Status != StatusStopped && stopped(c.Procedure.Clock(r.Clock), r, to) {
			r.Status, r.Paused = StatusStopped, time.Time{}
		}
	}
	for i := range c.Procedure.Clocks {
		cl := &c.Procedure.Clocks[i]
		if !slices.Contains(cl.Starts, to) || slices.Contains(cl.Stops, to) || cl.ID == by {
			continue
		}
		if slices.ContainsFunc(clocks, func(r Running) bool { return r.Clock == cl.ID && binding(cl, &r) }) {
			continue
		}
		// A clock stands once in the list, except that a restriction outlives the clock's next run.
		clocks = slices.DeleteFunc(clocks, func(r Running) bool { return r.Clock == cl.ID && !restricts(cl, &r) })
		clocks = append(clocks, c.start(cl, at))
	}
	c.Clocks = clocks
}

// stopped says whether entering a state stops a clock that has not been stopped yet.
func stopped(cl *agreement.Clock, r *Running, to agreement.StateID) bool {
	switch r.Status {
	case StatusStopped:
		return false
	case StatusLapsed:
		switch cl.Silence {
		case agreement.SilenceLapse, agreement.SilenceProceed, agreement.SilenceErase:
			return false // silence has had its whole effect
		case agreement.SilenceRestrict:
			if cl.To != "" && len(cl.Stops) == 0 {
				return false // silence itself left the states that the clock guards: nothing lifts the restriction
			}
		}
	}
	return ends(cl, to)
}

// ends says whether a state is one in which the clock no longer runs.
func ends(cl *agreement.Clock, to agreement.StateID) bool {
	if len(cl.Stops) > 0 {
		return slices.Contains(cl.Stops, to)
	}
	return !slices.Contains(cl.Starts, to)
}

// binding says that a clock need not start again: it runs, or what was owed in this state still is.
func binding(cl *agreement.Clock, r *Running) bool {
	switch r.Status {
	case StatusRuns, StatusSealed:
		return true
	case StatusLapsed:
		switch cl.Silence {
		case agreement.SilenceRemain, agreement.SilenceExplain, agreement.SilenceSuspend, agreement.SilenceRestrict:
			return cl.To == ""
		}
	}
	return false
}

// restricts says that a lapsed clock still forbids the use of its fields.
func restricts(cl *agreement.Clock, r *Running) bool {
	return cl.Silence == agreement.SilenceRestrict && r.Status == StatusLapsed
}
