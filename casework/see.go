package casework

import (
	"iter"
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
	v := c.look(a, f, "", now)
	if v.why == visible {
		return v.share, nil
	}
	return nil, c.unseen(v, a, f, now)
}

// view is the answer to a look at a field, before it is put into words.
type view struct {
	why   hidden
	share *agreement.Share // that permits it, or that does not yet
	bar   barrier
}

// hidden is why a viewer does not see a field.
type hidden int

const (
	visible hidden = iota
	notField
	notGiven
	notUsable
	notHeld
	notOpen  // by the share that names the viewer
	notNamed // no share does
)

// look is Grant without words, but that a share with the precision counts as one without.
func (c *Case) look(a Actor, f agreement.FieldID, precision string, now time.Time) view {
	i, given := c.Given[f]
	if !given {
		if c.Model.ProcedureField(c.Procedure, f) == nil {
			return view{why: notField}
		}
		return view{why: notGiven}
	}
	if b := c.barrier(f, now); b.kind != free {
		return view{why: notUsable, bar: b}
	}
	return c.lookAt(a, f, i, precision, now)
}

// lookAt is look at a field that an act, by its number, gave and that nothing bars.
func (c *Case) lookAt(a Actor, f agreement.FieldID, i int, precision string, now time.Time) view {
	if !holds(c.Model, a.Role, a.Party) {
		return view{why: notHeld}
	}
	if t := &c.Taken[i]; t.Party == a.Party && t.Role == a.Role {
		return view{}
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
		if !s.When.IsZero() {
			if ok, err := s.When.Eval(c.env(nil)); err != nil || !ok {
				later = s
				continue
			}
		}
		if s.Precision == "" || s.Precision == precision {
			return view{share: s}
		}
		if coarse == nil {
			coarse = s
		}
	}
	switch {
	case coarse != nil:
		return view{share: coarse}
	case later != nil:
		return view{why: notOpen, share: later}
	}
	return view{why: notNamed}
}

// unseen puts into words why a viewer does not see a field.
func (c *Case) unseen(v view, a Actor, f agreement.FieldID, now time.Time) error {
	art := string(c.Procedure.Article)
	switch v.why {
	case notField:
		return fault.Refuse(fault.FieldUnknown, art, "%s has no field %q", title(c.Procedure.Title, c.Procedure.ID), f)
	case notGiven:
		return fault.Refuse(fault.NotShared, art, "the field %s has not been given", f)
	case notUsable:
		return c.barred(v.bar, f)
	case notHeld:
		return fault.Refuse(fault.NotShared, art, "%s does not fill the role %s", a.Party, c.roleTitle(a.Role))
	case notOpen:
		return c.shut(v.share, f, a, now)
	}
	return fault.Refuse(fault.NotShared, art, "no clause shares the field %s with the %s", f, c.roleTitle(a.Role)).
		Mend("what is not granted is refused")
}

// is says whether the viewer is meant by an actor of the agreement.
func (c *Case) is(w agreement.Actor, a Actor) bool {
	return w.Role == a.Role && (w.Side == "" || c.Sides[w.Side] == a.Party)
}

// holdable is MayHold without words.
func (c *Case) holdable(a Actor, name agreement.FieldID, now time.Time) bool {
	f, precision := FieldOf(name)
	v := c.look(a, f, precision, now)
	return v.why == visible && !coarser(v.share, precision)
}

// coarser says that a share opens a field no finer than a precision of its own, which is not the one asked for.
func coarser(s *agreement.Share, than string) bool {
	return s != nil && s.Precision != "" && s.Precision != than
}

// Entitled names the fields that have been given and whose very value any role of this party may see now, and, by
// CoarseName, the coarser values that it may: what the party's node may receive, sorted. Whose the very value is, are
// the coarser ones too: who holds both can tell whether the one follows from the other.
func (c *Case) Entitled(p agreement.PartyID, now time.Time) []agreement.FieldID {
	var open []agreement.FieldID
	for f := range maps.Keys(c.Given) {
		for _, name := range append(CoarseNames(c.Model, c.Procedure, f), f) {
			for i := range c.Model.Roles {
				a := Actor{Party: p, Role: c.Model.Roles[i].ID}
				if holds(c.Model, a.Role, p) && c.holdable(a, name, now) {
					open = append(open, name)
					break
				}
			}
		}
	}
	slices.Sort(open)
	return open
}

// Knowing is the case for somebody who knows these values too, each as far as it is the latest that the entry-th act gave: by them a
// share may be open that depends on what a field says.
func (c *Case) Knowing(values map[agreement.FieldID]any, entry int) *Case {
	n := *c
	n.Values = maps.Clone(c.Values)
	for f, v := range values {
		if given, ok := c.Given[f]; ok && given == entry {
			n.Values[f] = v
		}
	}
	return &n
}

// MayHold is Sees for the value as it was given, or, by CoarseName, for a coarser one, refused with not-shared too where
// shares open the field with another precision alone: what the actor's node may hold, where Sees says what the actor
// may see.
func (c *Case) MayHold(a Actor, name agreement.FieldID, now time.Time) error {
	f, precision := FieldOf(name)
	v := c.look(a, f, precision, now)
	switch {
	case v.why != visible:
		return c.unseen(v, a, f, now)
	case !coarser(v.share, precision):
		return nil
	case precision == "":
		precision = "as it was given"
	default:
		precision = "no finer than " + precision
	}
	return fault.Refuse(fault.NotShared, string(v.share.Article), "the field %s is open to the %s no finer than %s, and its value %s is not", f, c.roleTitle(a.Role), v.share.Precision, precision).
		Mend("what is not granted is refused")
}

// bearers are the parties and roles that an actor of the agreement stands for in this case, in order.
func (c *Case) bearers(w agreement.Actor) []Actor { return slices.Collect(c.bearing(w)) }

func (c *Case) bearing(w agreement.Actor) iter.Seq[Actor] {
	return func(yield func(Actor) bool) {
		if w.Side != "" {
			if p := c.Sides[w.Side]; holds(c.Model, w.Role, p) {
				yield(Actor{Party: p, Role: w.Role})
			}
			return
		}
		if r := c.Model.Role(w.Role); r != nil {
			for _, p := range r.Held {
				if !yield(Actor{Party: p, Role: w.Role}) {
					return
				}
			}
		}
	}
}
