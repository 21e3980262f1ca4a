package casework

import (
	"bytes"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// InForceFrom is the instant at which a text comes into force: midnight of its first day, or, where that is later, when the last
// of its parties signed it. Of the versions of an agreement the first counts, for a party, of those that follow one another
// without a gap and have the party.
func InForceFrom(m *agreement.Model, signed time.Time) time.Time {
	at := m.Starts.Midnight(m.Location()).UTC()
	if signed.After(at) {
		return signed.UTC()
	}
	return at
}

// MovesAt says whether the case moves to a text that comes into force at an instant, and when: at that instant, or after the last
// of what home had taken under the old text without knowing. A case moves that is open then, is of a procedure whose cases the
// text moves, and whose keeping time is not over.
func (c *Case) MovesAt(to *agreement.Model, inForce time.Time) (time.Time, bool) {
	if !to.TakesPlaceOf(c.Model) || !to.Amends.Moving(c.Procedure.ID) || !inForce.After(c.Opened) {
		return time.Time{}, false
	}
	at := inForce
	if at.Before(c.Moved) {
		at = c.Moved
	}
	for i := len(c.Taken) - 1; i >= 0 && c.under(i) == c; i-- {
		if t := &c.Taken[i]; t.At.After(at) && t.Phase != PhaseErased {
			at = t.At
		}
	}
	if end, ok := c.keepEnds(); ok && !at.Before(end) {
		return time.Time{}, false
	}
	return at, !c.Over()
}

// Move lets the case go on under the text that takes the place of its own, from an instant on: that of MovesAt. It keeps
// name, history, fields and sides; all that follows is judged by the new text.
//
// A time limit that both texts have is reckoned anew from when it began, with what pauses and extensions had added; where that
// end is not after the move, it ends when it would have ended, or with the new time counted from the move, whichever comes first
// (as Article 229 § 6(4) EGBGB has it of periods of limitation). One that the new text adds and that runs in the case's
// state begins now, one that it lacks or that does not run there ends. Silence that has had its effect keeps it.
//
// Refused with conflict where a silence is due by then and not recorded, or where nothing moves the case; with no-such-step,
// side-unbound, wrong-state and field-unknown where the new text lacks what the case needs (agreement.CheckAmendment finds that
// before anybody signs).
func (c *Case) Move(to *agreement.Model, at time.Time) (*Case, error) {
	if due := c.Due(at); len(due) > 0 {
		return nil, fault.Refuse(fault.Conflict, string(c.Procedure.Article), "the time for %s ran out before the case moves", words(due[0].Clock)).Mend("record the silence first")
	}
	if !to.TakesPlaceOf(c.Model) || !to.Amends.Moving(c.Procedure.ID) || c.Over() {
		return nil, fault.Refuse(fault.Conflict, string(c.Procedure.Article), "version %s does not move the case", to.Version).Mend("the case stays as it is")
	}
	p, err := c.fits(to)
	if err != nil {
		return nil, err
	}
	was := c
	n := *c
	n.Model, n.Procedure, n.Before, n.Moved = to, p, was, at.UTC()
	named := func(s agreement.StateID) agreement.StateID { return to.Amends.State(p.ID, s) }
	n.State = named(c.State)
	n.Entered = map[agreement.StateID]time.Time{}
	for s, first := range c.Entered {
		if t, been := n.Entered[named(s)]; p.State(named(s)) != nil && (!been || first.Before(t)) {
			n.Entered[named(s)] = first
		}
	}
	n.Taken, n.history, n.kept = slices.Clone(c.Taken), nil, nil
	for i := range n.Taken {
		t := &n.Taken[i]
		t.From, t.To = named(t.From), named(t.To)
		if t.From != t.To {
			n.keep(t.To, t.At)
		}
	}
	n.Clocks = nil
	for i := range c.Clocks {
		if r, on := n.carried(was, c.Clocks[i]); on {
			n.Clocks = append(n.Clocks, r)
		}
	}
	for i := range p.Clocks {
		if cl := &p.Clocks[i]; n.begins(was, cl) {
			n.Clocks = append(n.Clocks, n.start(cl, n.Moved))
		}
	}
	return &n, nil
}

// Successor is a text that takes the place of another, and from when on it is in force.
type Successor struct {
	Model *agreement.Model
	From  time.Time
}

// Carried gives the case under the text under which it is at an instant, of texts that take each other's place: in force by then
// or not, in any order. It stops before a move that waits for a silence to be recorded (see Settled), and where the case cannot move.
func (c *Case) Carried(now time.Time, later []Successor) *Case {
	for {
		n, ok := c.NextText(now, later)
		if !ok {
			return c
		}
		c = n
	}
}

// NextText is one move of Carried; false where none is to be made by then.
func (c *Case) NextText(now time.Time, later []Successor) (*Case, bool) {
	to, at, ok := c.successor(later)
	if !ok || at.After(now) {
		return nil, false
	}
	n, err := c.Move(to, at)
	return n, err == nil
}

// NextMove is when the case moves next, as it stands; zero where no text moves it.
func (c *Case) NextMove(later []Successor) time.Time {
	_, at, ok := c.successor(later)
	if !ok {
		return time.Time{}
	}
	return at
}

// successor is the text that takes the place of the case's own: of several the first to come into force.
func (c *Case) successor(later []Successor) (*agreement.Model, time.Time, bool) {
	var next *Successor
	for i := range later {
		s := &later[i]
		if s.Model.TakesPlaceOf(c.Model) && (next == nil || s.From.Before(next.From) || s.From.Equal(next.From) && before(s.Model, next.Model)) {
			next = s
		}
	}
	if next == nil {
		return nil, time.Time{}, false
	}
	at, ok := c.MovesAt(next.Model, next.From)
	return next.Model, at, ok
}

// before orders models by what they are, so that everybody takes the same for the first.
func before(a, b *agreement.Model) bool {
	x, y := a.Hash(), b.Hash()
	return bytes.Compare(x[:], y[:]) < 0
}

// Fits says why the case could not go on under a text, as it stands; nil: it could. Refused as Move.
func (c *Case) Fits(to *agreement.Model) error {
	if !to.TakesPlaceOf(c.Model) {
		return fault.Refuse(fault.Conflict, string(c.Procedure.Article), "version %s does not say that it amends version %s", to.Version, c.Model.Version).Mend("the case stays as it is")
	}
	_, err := c.fits(to)
	return err
}

// fits gives the procedure of the new text in which the case can go on.
func (c *Case) fits(to *agreement.Model) (*agreement.Procedure, error) {
	p := to.Procedure(c.Procedure.ID)
	if p == nil {
		return nil, fault.Refuse(fault.NoSuchStep, string(to.Declared), "version %s has no procedure %q", to.Version, c.Procedure.ID).Mend("the case stays as it is")
	}
	if err := checkSides(to, p, c.Sides); err != nil {
		return nil, err
	}
	if HomeOf(to, p, c.Sides) != c.Home() {
		return nil, fault.Refuse(fault.SideUnbound, string(p.Article), "the home of the case would be another").Mend("the case stays as it is")
	}
	if s := p.State(to.Amends.State(p.ID, c.State)); s == nil || s.Final {
		return nil, fault.Refuse(fault.WrongState, string(p.Article), "version %s has no counterpart of “%s”", to.Version, c.stateTitle(c.State)).Mend("the case stays as it is")
	}
	for f := range c.Given {
		if to.ProcedureField(p, f) == nil {
			return nil, fault.Refuse(fault.FieldUnknown, string(p.Article), "version %s has no field %q", to.Version, f).Mend("the case stays as it is")
		}
	}
	return p, nil
}

// carried gives a clock of the case before as it goes on, and false where it ends.
func (c *Case) carried(was *Case, r Running) (Running, bool) {
	old, cl := was.Procedure.Clock(r.Clock), c.Procedure.Clock(r.Clock)
	if cl == nil || (r.Status == StatusLapsed || r.Status == StatusSealed) && cl.Silence != old.Silence {
		return r, false
	}
	if r.Status != StatusStopped && stopped(cl, &r, c.State) {
		r.Status, r.Paused = StatusStopped, time.Time{}
		return r, true
	}
	if r.Status != StatusRuns {
		return r, true
	}
	if cl.CountsFrom != "" || old.CountsFrom != "" { // its end is that of its date, wherever it counted from before
		r.Base, r.Warns = time.Time{}, time.Time{}
		c.count(cl, &r, c.Moved)
		return r, true
	}
	end := r.Due
	added := end.Sub(was.Model.Rounded(old, was.ends(old, r.Started, r.Started)))
	if !r.Paused.IsZero() && !resumable(c.Procedure, cl.ID) {
		end, added = end.Add(c.Moved.Sub(r.Paused)), added+c.Moved.Sub(r.Paused) // nothing could set it going again
		r.Paused = time.Time{}
	}
	r.Base = c.ends(cl, r.Started, r.Started)
	due := r.Base.Add(max(added, 0))
	if latest, ok := c.latest(cl, &r); ok && due.After(latest) && added > 0 {
		due = latest
	}
	r.Warns = time.Time{}
	if due = c.Model.Rounded(cl, due); r.Paused.IsZero() {
		due = c.fair(due, end, c.Model.Rounded(cl, c.ends(cl, c.Moved, c.Moved)))
	}
	c.set(cl, &r, due)
	return r, true
}

// fair gives the end of a time that the move makes shorter: where it would be over already, the old end, or the new time counted
// from the move, whichever comes first.
func (c *Case) fair(due, old, anew time.Time) time.Time {
	if due.After(c.Moved) {
		return due
	}
	if old.Before(anew) {
		return old
	}
	return anew
}

// resumable says whether a step sets a paused clock going again.
func resumable(p *agreement.Procedure, id agreement.ClockID) bool {
	return slices.ContainsFunc(p.Steps, func(s agreement.Step) bool { return slices.Contains(s.Resumes, id) })
}

// begins says whether a clock of the new text begins at the move: it runs in the state, and by the old text it did not.
func (c *Case) begins(was *Case, cl *agreement.Clock) bool {
	runs := func(k *agreement.Clock, s agreement.StateID) bool {
		return slices.Contains(k.Starts, s) && !slices.Contains(k.Stops, s)
	}
	if !runs(cl, c.State) || slices.ContainsFunc(c.Clocks, func(r Running) bool { return r.Clock == cl.ID && binding(cl, &r) }) {
		return false
	}
	old := was.Procedure.Clock(cl.ID)
	return old == nil || !runs(old, was.State)
}

// under gives the case, as it is or as it was before it moved, under whose text the entry i of the history was taken.
func (c *Case) under(i int) *Case {
	for c.Before != nil && i < len(c.Before.Taken) {
		c = c.Before
	}
	return c
}

// since is the first entry of the history that was taken under the text under which the case is now.
func (c *Case) since() int {
	if c.Before == nil {
		return 0
	}
	return len(c.Before.Taken)
}

// begun is when the case was opened, or moved to its text: what is in force then goes on for it.
func (c *Case) begun() time.Time {
	if c.Before == nil {
		return c.Opened
	}
	return c.Moved
}

// called gives the name that a state has now, which the entry i knew by that of its own text.
func (c *Case) called(s agreement.StateID, i int) agreement.StateID {
	if c.Before == nil || i >= len(c.Before.Taken) {
		return s
	}
	return c.Model.Amends.State(c.Procedure.ID, c.Before.called(s, i))
}

// began is from when on a duty to tell is owed: since a state began it, or since the move that brought the duty.
func (c *Case) began(n *agreement.Notice, since time.Time) time.Time {
	if c.Before == nil {
		return since
	}
	if old := c.Before.Procedure.Notice(n.ID); old != nil {
		return c.Before.began(old, since)
	}
	if since.Before(c.Moved) {
		return c.Moved
	}
	return since
}

// told is by when a duty to tell is to be fulfilled. A time that the move made shorter ends as that of a clock does.
func (c *Case) told(n *agreement.Notice, since time.Time) time.Time {
	due := c.Model.After(n.Within, since)
	if c.Before == nil || !since.Before(c.Moved) {
		return due
	}
	before := c.Before.told(c.Before.Procedure.Notice(n.ID), since)
	if !before.After(c.Moved) {
		return before // it was late already
	}
	return c.fair(due, before, c.Model.After(n.Within, c.Moved))
}
