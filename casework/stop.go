package casework

import (
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
)

// StoppedAt says when the run of a clock that began at an instant was stopped: by the entry into a state that ends it, or
// by a step that began it anew. False where the history does not say; a run that lapsed was not stopped.
func (c *Case) StoppedAt(id agreement.ClockID, started time.Time) (time.Time, bool) {
	cl := c.Procedure.Clock(id)
	if cl == nil {
		return time.Time{}, false
	}
	restarts := func(t *Taken) bool {
		s := c.Procedure.Step(t.Step)
		return t.Step != "" && s != nil && slices.Contains(s.Restarts, id)
	}
	begun := false
	for i := range c.Taken {
		t := &c.Taken[i]
		if t.Lacks > 0 {
			continue // others must still take it
		}
		enters := t.To != t.From && t.To != ""
		if !begun {
			begun = !t.At.Before(started) && (enters && slices.Contains(cl.Starts, t.To) || restarts(t))
			continue
		}
		if enters && t.Clock != id && ends(cl, t.To) || restarts(t) {
			return t.At, true
		}
	}
	return time.Time{}, false
}
