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
// gave the field itself.
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
	var later *agreement.Share
	for j := range c.Procedure.Shares {
		s := &c.Procedure.Shares[j]
		if !slices.Contains(s.Fields, f) || !slices.ContainsFunc(s.With, func(w agreement.Actor) bool { return c.is(w, a) }) {
			continue
		}
		if !c.reached(s) {
			later = s
			continue
		}
		if ok, err := s.When.Eval(c.env(nil)); err == nil && ok {
			return s, nil
		}
		later = s
	}
	if later != nil {
		e := fault.Refuse(fault.NotShared, string(later.Article), "the field %s is not open to the %s yet", f, c.roleTitle(a.Role))
		if !c.reached(later) {
			return nil, e.Mend("it is shared once the case has stood in %s", c.states(later.From))
		}
		return nil, e.Mend("it is shared if: %s", later.When.Source)
	}
	return nil, fault.Refuse(fault.NotShared, art, "no clause shares the field %s with the %s", f, c.roleTitle(a.Role)).
		Mend("what is not granted is refused")
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

// erasedBy is the article of the silence that destroyed a field, or else of the keeping time.
func (c *Case) erasedBy(f agreement.FieldID) agreement.Article {
	for i := len(c.Taken) - 1; i >= 0; i-- {
		if t := &c.Taken[i]; t.Phase == PhaseFinal && slices.Contains(t.Erases, f) {
			return c.Procedure.Clock(t.Clock).Article
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

// Entitled gives the fields that have been given and that any role of this party may see now, sorted: what
// the party's node may receive.
func (c *Case) Entitled(p agreement.PartyID, now time.Time) []agreement.FieldID {
	var open []agreement.FieldID
	for f := range maps.Keys(c.Given) {
		for i := range c.Model.Roles {
			a := Actor{Party: p, Role: c.Model.Roles[i].ID}
			if holds(c.Model, a.Role, p) && c.Sees(a, f, now) == nil {
				open = append(open, f)
				break
			}
		}
	}
	slices.Sort(open)
	return open
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
