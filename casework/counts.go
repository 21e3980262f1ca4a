package casework

import (
	"errors"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// ErrUnreadEnd marks the error of what depends on when a clock ends that counts from a field which is not open here.
var ErrUnreadEnd = errors.New("a time limit counts from what is not open here")

// unknownEnd is where a clock ends whose date cannot be read here: after every act, until home records its silence.
// No end lies beyond it.
var unknownEnd = time.Date(9999, time.December, 31, 0, 0, 0, 0, time.UTC)

// FactEnd is the name of the fact by which the act of a lapse states when a clock that counts from a field was over:
// whoever cannot read the field follows home's word. Its value is an instant in RFC 3339, in quotation marks.
func FactEnd(id agreement.ClockID) string { return "end:" + string(id) }

// EndFact gives the value of FactEnd, "" of a clock that counts from no field.
func EndFact(cl *agreement.Clock, at time.Time) string {
	if cl.CountsFrom == "" {
		return ""
	}
	return `"` + at.UTC().Format(time.RFC3339Nano) + `"`
}

// StatedEnd reads what EndFact wrote, as decoded from JSON; false for anything else.
func StatedEnd(v any) (time.Time, bool) {
	s, ok := v.(string)
	at, err := time.Parse(time.RFC3339Nano, s)
	return at.UTC(), ok && err == nil && !at.After(unknownEnd)
}

// counted gives a clock's first end, not rounded, if it begins at an instant; false where it counts from a field that
// cannot be read here.
func (c *Case) counted(cl *agreement.Clock, started time.Time) (time.Time, bool) {
	var from time.Time
	if cl.CountsFrom != "" {
		var ok bool
		from, ok = c.Model.Instant(c.Model.ProcedureField(c.Procedure, cl.CountsFrom), c.Values[cl.CountsFrom])
		if _, gone := c.Erased[cl.CountsFrom]; !ok || gone {
			return time.Time{}, false
		}
	}
	end := c.ends(cl, started, from)
	if end.After(unknownEnd) {
		end = unknownEnd
	}
	return end, true
}

// count gives a clock the end that its date brings. What that date has passed already ends at once: at the instant
// at which it begins, or gets its date.
func (c *Case) count(cl *agreement.Clock, r *Running, at time.Time) {
	first, ok := c.counted(cl, r.Started)
	if !ok {
		r.Unread = true
		r.Due, r.Grace, r.Warns = unknownEnd, unknownEnd, time.Time{}
		return
	}
	due := c.Model.Rounded(cl, first)
	if r.Base.IsZero() {
		r.Base = first
	} else if !r.Unread {
		due = c.Model.Rounded(cl, due.Add(r.Moved))
	}
	if latest, bound := c.latest(cl, r); bound && due.After(latest) {
		due = latest
	}
	r.Unread = false
	if !r.Paused.IsZero() {
		at = r.Paused // where its time stands still
	}
	if due.Before(at) {
		due = at
	}
	c.endAt(cl, r, due)
}

// redate moves the ends of clocks whose date a step gives anew, whether they are paused or not.
func (c *Case) redate(gives []agreement.FieldID, at time.Time) {
	if !slices.ContainsFunc(c.Procedure.Clocks, func(cl agreement.Clock) bool { return cl.CountsFrom != "" && slices.Contains(gives, cl.CountsFrom) }) {
		return
	}
	clocks := slices.Clone(c.Clocks)
	for i := range clocks {
		r := &clocks[i]
		cl := c.Procedure.Clock(r.Clock)
		if cl.CountsFrom == "" || !slices.Contains(gives, cl.CountsFrom) || r.Status != StatusRuns && (r.Status != StatusSealed || at.After(r.Due)) {
			continue
		}
		r.Status, r.Fired = StatusRuns, time.Time{}
		c.count(cl, r, at)
	}
	c.Clocks = clocks
}

// restart begins clocks anew, whatever became of them, if the case stands where they run.
func (c *Case) restart(step *agreement.Step, at time.Time) {
	if len(step.Restarts) == 0 {
		return
	}
	clocks := slices.Clone(c.Clocks)
	for _, id := range step.Restarts {
		cl := c.Procedure.Clock(id)
		barred := func(r Running) bool { return r.Clock == id && r.Status == StatusSealed && at.After(r.Due) } // it awaits destruction
		if !slices.Contains(cl.Starts, c.State) || slices.Contains(cl.Stops, c.State) || slices.ContainsFunc(clocks, barred) {
			continue
		}
		next := Running{Clock: id, Started: at, Status: StatusRuns}
		for i := range clocks {
			// What was never over goes on under the same bound.
			r := &clocks[i]
			if r.Clock == id && !cl.Max.IsZero() && (r.Status == StatusRuns || r.Status == StatusSealed) {
				next.Base = r.Base
			}
		}
		c.count(cl, &next, at)
		clocks = slices.DeleteFunc(clocks, func(r Running) bool { return r.Clock == id && !restricts(cl, &r) })
		clocks = append(clocks, next)
	}
	c.Clocks = clocks
}

// Would gives a clock as it would run if it began at an instant; false where its end cannot be known here.
func (c *Case) Would(cl *agreement.Clock, at time.Time) (Running, bool) {
	r := c.start(cl, at)
	return r, !r.Unread
}

// Unread gives the silence of a running clock whose end cannot be known here, as home's act states it: who follows home
// records it with Attested. False where the clock's end is known, or it does not run.
func (c *Case) Unread(id agreement.ClockID, phase Phase, at time.Time) (Lapse, bool) {
	cl := c.Procedure.Clock(id)
	i := slices.IndexFunc(c.Clocks, func(r Running) bool { return r.Clock == id && r.Status == StatusRuns && r.Unread })
	if cl == nil || i < 0 || at.Before(c.Clocks[i].Started) || phase != firstPhase(cl) {
		return Lapse{}, false
	}
	return Lapse{Clock: id, Phase: phase, At: at}, true
}

// firstPhase is the phase in which a clock that runs falls silent.
func firstPhase(cl *agreement.Clock) Phase {
	if cl.Silence == agreement.SilenceErase {
		return PhaseSealed
	}
	return PhaseFinal
}

// checkUnread lets a silence whose end cannot be known here be recorded on home's word alone, and not before one that
// is known and earlier.
func (c *Case) checkUnread(cl *agreement.Clock, l Lapse, pending []Lapse) (bool, error) {
	if _, ok := c.Unread(l.Clock, l.Phase, l.At); !ok || len(pending) > 0 && pending[0].At.Before(l.At) {
		return false, nil
	}
	if !l.Attested {
		return true, c.unreadEnd(cl)
	}
	return true, nil
}

func (c *Case) unreadEnd(cl *agreement.Clock) error {
	return fault.Refuse(fault.ConditionUnread, string(cl.Article), "when the time for %s ends counts from the field %s, which is not open here", title(cl.Title, cl.ID), cl.CountsFrom).
		Mend("let the field be shared with whoever must know the end").Wrap(errors.Join(agreement.ErrUnread, ErrUnreadEnd))
}
