package casework

import (
	"maps"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// Sees says whether a viewer may see the latest value of a field now: nil if so; otherwise not-shared,
// sealed or erased, each with its article (field-unknown for what is no field of the procedure). Time
// alone decides about sealing and destruction: home's record of the silence is not waited for.
func (c *Case) Sees(a Actor, f agreement.FieldID, now time.Time) error {
	_, err := c.Grant(a, f, now)
	return err
}

// Grant is Sees with the share that permits it, which names purpose and handling; nil for the role that
// gave the field itself. Where the share has a precision, the viewer may see the value no finer than that: whoever shows
// it applies Coarsen. A share without one counts before a share with one.
func (c *Case) Grant(a Actor, f agreement.FieldID, now time.Time) (*agreement.Share, error) {
	art := string(c.Procedure.Article)
	if c.Model.ProcedureField(c.Procedure, f) == nil {
		return nil, fault.Refuse(fault.FieldUnknown, art, "%s has no field %q", title(c.Procedure.Title, c.Procedure.ID), f)
	}
	i, given := c.Given[f]
	if !given {
		return nil, fault.Refuse(fault.NotShared, art, "the field %s has not been given", f)
	}
	if err := c.usable(f, now); err != nil {
		return nil, err
	}
	if !holds(c.Model, a.Role, a.Party) {
		return nil, fault.Refuse(fault.NotShared, art, "%s does not fill the role %s", a.Party, c.roleTitle(a.Role))
	}
	if t := &c.Taken[i]; t.Party == a.Party && t.Role == a.Role {
		return nil, nil
	}
	var later, coarse *agreement.Share
	for j := range c.Procedure.Shares {
		s := &c.Procedure.Shares[j]
		if !slices.Contains(s.Fields, f) || !slices.ContainsFunc(s.With, func(w agreement.Actor) bool { return c.is(w, a) }) {
			continue
		}
		if !c.open(s, now) {
			later = s
			continue
		}
		if ok, err := s.When.Eval(agreement.Env{Case: c.Values}); err == nil && ok {
			if s.Precision == "" {
				return s, nil
			}
			if coarse == nil {
				coarse = s
			}
			continue
		}
		later = s
	}
	switch {
	case coarse != nil:
		return coarse, nil
	case later != nil:
		return nil, c.shut(later, f, a, now)
	}
	return nil, fault.Refuse(fault.NotShared, art, "no clause shares the field %s with the %s", f, c.roleTitle(a.Role)).
		Mend("what is not granted is refused")
}

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
	return after(c.Model, s.For, from), true
}

// is says whether the viewer is meant by an actor of the agreement.
func (c *Case) is(w agreement.Actor, a Actor) bool {
	return w.Role == a.Role && (w.Side == "" || c.Sides[w.Side] == a.Party)
}

// reached says whether a share's time has come.
func (c *Case) reached(s *agreement.Share) bool {
	return len(s.From) == 0 || slices.ContainsFunc(s.From, func(st agreement.StateID) bool {
		_, been := c.Entered[st]
		return been
	})
}

// usable refuses what is sealed or destroyed at an instant.
func (c *Case) usable(f agreement.FieldID, at time.Time) error {
	if end, ok := c.keepEnds(); ok && at.After(end) {
		return fault.Refuse(fault.Erased, string(c.Procedure.Keep.Article), "the case was kept until %s", c.instant(end))
	}
	if gone, ok := c.Erased[f]; ok {
		return fault.Refuse(fault.Erased, string(c.erasedBy(f)), "the field %s was destroyed on %s", f, c.instant(gone))
	}
	for i := range c.Clocks {
		r := &c.Clocks[i]
		cl := c.Procedure.Clock(r.Clock)
		if r.Status == StatusStopped || !slices.Contains(cl.Erases, f) {
			continue
		}
		if err := c.barred(cl, r, f, at); err != nil {
			return err
		}
	}
	return nil
}

// erasedBy is the article of the silence or the step that destroyed a field, or else of the keeping time.
func (c *Case) erasedBy(f agreement.FieldID) agreement.Article {
	for i := len(c.Taken) - 1; i >= 0; i-- {
		if t := &c.Taken[i]; t.Phase == PhaseFinal && slices.Contains(t.Erases, f) {
			return c.destroyer(t)
		}
	}
	if k := c.Procedure.Keep; k != nil {
		return k.Article
	}
	return c.Procedure.Article
}

// barred says what a clock whose time is over does to its field.
func (c *Case) barred(cl *agreement.Clock, r *Running, f agreement.FieldID, at time.Time) error {
	end, ok := c.end(cl, r)
	if !ok || !at.After(end) {
		return nil
	}
	if destroyed, ok := c.gone(cl, r); ok {
		if at.After(destroyed) {
			return fault.Refuse(fault.Erased, string(cl.Article), "the field %s was to be destroyed on %s", f, c.instant(destroyed))
		}
		return fault.Refuse(fault.Sealed, string(cl.Article), "the field %s is sealed since %s and will be destroyed on %s", f, c.instant(end), c.instant(destroyed)).
			Mend("only an act that is proved to have been done by then can lift this")
	}
	if cl.Silence == agreement.SilenceRestrict {
		return fault.Refuse(fault.Sealed, string(cl.Article), "the field %s is kept but no longer usable since %s", f, c.instant(end)).
			Mend("what was owed must be done first")
	}
	return nil
}

// Entitled gives the fields that have been given and whose very value any role of this party may see now, sorted:
// what the party's node may receive. What a share opens with a precision alone is not among them: a commitment is
// to the value as it was given, so that a coarser one could not be proved.
func (c *Case) Entitled(p agreement.PartyID, now time.Time) []agreement.FieldID {
	var open []agreement.FieldID
	for f := range maps.Keys(c.Given) {
		for i := range c.Model.Roles {
			a := Actor{Party: p, Role: c.Model.Roles[i].ID}
			if holds(c.Model, a.Role, p) && c.MayHold(a, f, now) == nil {
				open = append(open, f)
				break
			}
		}
	}
	slices.Sort(open)
	return open
}

// MayHold is Sees for the value as it was given, refused with not-shared too where a share opens the field with a
// precision alone: what the actor's node may hold, where Sees says what the actor may see.
func (c *Case) MayHold(a Actor, f agreement.FieldID, now time.Time) error {
	s, err := c.Grant(a, f, now)
	if err == nil && s != nil && s.Precision != "" {
		return fault.Refuse(fault.NotShared, string(s.Article), "the field %s is open to the %s no finer than %s, and its value as it was given is not", f, c.roleTitle(a.Role), s.Precision).
			Mend("what is not granted is refused")
	}
	return err
}

// bearers are the parties and roles that an actor of the agreement stands for in this case, in order.
func (c *Case) bearers(w agreement.Actor) []Actor {
	if w.Side != "" {
		if p := c.Sides[w.Side]; holds(c.Model, w.Role, p) {
			return []Actor{{Party: p, Role: w.Role}}
		}
		return nil
	}
	r := c.Model.Role(w.Role)
	if r == nil {
		return nil
	}
	all := make([]Actor, len(r.Held))
	for i, p := range r.Held {
		all[i] = Actor{Party: p, Role: w.Role}
	}
	return all
}
