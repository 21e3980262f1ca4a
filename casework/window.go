package casework

import (
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// shut says why a share does not open a field now.
func (c *Case) shut(s *agreement.Share, f agreement.FieldID, a Actor, now time.Time) error {
	if over, ok := c.closes(s); ok && c.reached(s) && now.After(over) {
		return fault.Refuse(fault.NotShared, string(s.Article), "the field %s was open to the %s until %s", f, c.roleTitle(a.Role), c.instant(over)).
			Mend("what is not granted is refused")
	}
	if st, at := c.ended(s); !at.IsZero() {
		return fault.Refuse(fault.NotShared, string(s.Article), "the field %s is no longer open to the %s: the case has stood in “%s” since %s", f, c.roleTitle(a.Role), c.stateTitle(st), c.instant(at)).
			Mend("what is not granted is refused")
	}
	e := fault.Refuse(fault.NotShared, string(s.Article), "the field %s is not open to the %s yet", f, c.roleTitle(a.Role))
	if !c.reached(s) {
		return e.Mend("it is shared once the case has stood in %s", c.states(s.From))
	}
	return e.Mend("it is shared if: %s", s.When.Source)
}

// open says whether a share's time has come and is not over: it opens with the first entry into a state of from (at the
// opening of the case where it names none), and shuts once the case has been in a state of until, or when the time
// that it states has run. What it opened once it does not open again.
func (c *Case) open(s *agreement.Share, now time.Time) bool {
	if !c.reached(s) {
		return false
	}
	if len(s.Until) > 0 {
		if _, at := c.ended(s); !at.IsZero() {
			return false
		}
	}
	if s.For.IsZero() {
		return true
	}
	over, _ := c.closes(s)
	return !now.After(over)
}

// ended gives the first entry into a state that shuts a share; the zero time where there was none.
func (c *Case) ended(s *agreement.Share) (in agreement.StateID, at time.Time) {
	for _, st := range s.Until {
		if t, been := c.Entered[st]; been && (at.IsZero() || t.Before(at)) {
			in, at = st, t
		}
	}
	return in, at
}

// closes is the last instant at which a share with a window is open; false for one without.
func (c *Case) closes(s *agreement.Share) (time.Time, bool) {
	if s.For.IsZero() {
		return time.Time{}, false
	}
	from := c.Opened
	if len(s.From) > 0 {
		from, _ = c.firstEntry(s.From)
	}
	return c.Model.After(s.For, from), true
}

// reached says whether a share's time has come.
func (c *Case) reached(s *agreement.Share) bool {
	return len(s.From) == 0 || slices.ContainsFunc(s.From, func(st agreement.StateID) bool {
		_, been := c.Entered[st]
		return been
	})
}
