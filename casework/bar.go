package casework

import (
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// usable refuses what is sealed or destroyed at an instant.
func (c *Case) usable(f agreement.FieldID, at time.Time) error {
	if b := c.barrier(f, at); b.kind != free {
		return c.barred(b, f)
	}
	return nil
}

// barrier is what keeps a field from use at an instant.
type barrier struct {
	kind      barrierKind
	clock     *agreement.Clock
	since     time.Time
	destroyed time.Time // of a field that is sealed
}

type barrierKind int

const (
	free       barrierKind = iota
	keptLong               // the keeping time is over
	destroyed              // a silence or a step destroyed it
	overdue                // a silence that is not recorded destroyed it
	sealed                 // a silence has sealed it and will destroy it
	restricted             // a silence has taken it out of use
)

func (c *Case) barrier(f agreement.FieldID, at time.Time) barrier {
	if end, ok := c.keptUntil(f); ok && at.After(end) {
		return barrier{kind: keptLong, since: end}
	}
	if gone, ok := c.Erased[f]; ok {
		return barrier{kind: destroyed, since: gone}
	}
	for i := range c.Clocks {
		r := &c.Clocks[i]
		if r.Status == StatusStopped {
			continue
		}
		cl := c.Procedure.Clock(r.Clock)
		if len(cl.Erases) == 0 || !slices.Contains(cl.Erases, f) {
			continue
		}
		if b := c.silenced(cl, r, at); b.kind != free {
			return b
		}
	}
	return barrier{}
}

// silenced says what a clock whose time is over does to its fields.
func (c *Case) silenced(cl *agreement.Clock, r *Running, at time.Time) barrier {
	end, ok := c.end(cl, r)
	if !ok || !at.After(end) {
		return barrier{}
	}
	if gone, ok := c.gone(cl, r); ok {
		if at.After(gone) {
			return barrier{kind: overdue, clock: cl, since: gone}
		}
		return barrier{kind: sealed, clock: cl, since: end, destroyed: gone}
	}
	if cl.Silence == agreement.SilenceRestrict {
		return barrier{kind: restricted, clock: cl, since: end}
	}
	return barrier{}
}

// barred puts a barrier into words.
func (c *Case) barred(b barrier, f agreement.FieldID) error {
	switch b.kind {
	case keptLong:
		return fault.Refuse(fault.Erased, string(c.Procedure.KeepOf(f).Article), "%s", c.keptWords(f, b.since))
	case destroyed:
		return fault.Refuse(fault.Erased, string(c.erasedBy(f)), "the field %s was destroyed on %s", f, c.instant(b.since))
	case overdue:
		return fault.Refuse(fault.Erased, string(b.clock.Article), "the field %s was to be destroyed on %s", f, c.instant(b.since))
	case sealed:
		return fault.Refuse(fault.Sealed, string(b.clock.Article), "the field %s is sealed since %s and will be destroyed on %s", f, c.instant(b.since), c.instant(b.destroyed)).
			Mend("only an act that is proved to have been done by then can lift this")
	}
	return fault.Refuse(fault.Sealed, string(b.clock.Article), "the field %s is kept but no longer usable since %s", f, c.instant(b.since)).
		Mend("what was owed must be done first")
}

// erasedBy is the article of the silence or the step that destroyed a field, or else of the keeping time.
func (c *Case) erasedBy(f agreement.FieldID) agreement.Article {
	for i := len(c.Taken) - 1; i >= 0; i-- {
		if t := &c.Taken[i]; t.Phase == PhaseFinal && slices.Contains(t.Erases, f) {
			return c.destroyer(i)
		}
	}
	if k := c.Procedure.KeepOf(f); k != nil {
		return k.Article
	}
	return c.Procedure.Article
}

// keptWords says until when a field was kept: with the case, or by itself.
func (c *Case) keptWords(f agreement.FieldID, end time.Time) string {
	if len(c.Procedure.Keeps) == 0 {
		return "the case was kept until " + c.instant(end)
	}
	return "the field " + string(f) + " was kept until " + c.instant(end)
}
