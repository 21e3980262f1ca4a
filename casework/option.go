package casework

import (
	"errors"
	"iter"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
)

// Opening is a case that an actor may open now.
type Opening struct {
	Procedure *agreement.Procedure
	Step      *agreement.Step
	Side      agreement.SideID
	Fields    []Input
}

// Options gives the steps that an actor may take now, in the order of the text, each with its form and
// with what would leave to whom. Silences that are due count, recorded or not. A condition that only the
// step's own fields or outside facts can decide does not keep a step from being offered.
func (c *Case) Options(a Actor, now time.Time) []Option {
	c = c.Settled(now)
	var options []Option
	for step, side := range c.offers(a, now) {
		form := Form(c.Model, c.Procedure, step)
		options = append(options, Option{Step: step, Side: side, Fields: form, Shares: c.outflows(step, form, side, a, now), Missing: c.missing(step)})
	}
	return options
}

// MayAct says whether any step is open to an actor now.
func (c *Case) MayAct(a Actor, now time.Time) bool {
	for range c.Settled(now).offers(a, now) {
		return true
	}
	return false
}

// offers gives the steps of a settled case that an actor may take now, in the order of the text, each with the side on
// which they take it.
func (c *Case) offers(a Actor, now time.Time) iter.Seq2[*agreement.Step, agreement.SideID] {
	return func(yield func(*agreement.Step, agreement.SideID) bool) {
		for i := range c.Procedure.Steps {
			step := &c.Procedure.Steps[i]
			if !slices.Contains(step.From, c.State) && step.Irregular == "" {
				continue // checkState would say so, in words that nobody reads here
			}
			side, ok := c.stands(step, a)
			if ok && c.offered(step, side, a, now) == nil && !yield(step, side) {
				return
			}
		}
	}
}

// stands gives the side on which an actor could take a step.
func (c *Case) stands(step *agreement.Step, a Actor) (agreement.SideID, bool) {
	for _, by := range step.By {
		if by.Role != a.Role {
			continue
		}
		if by.Side != "" && c.Sides[by.Side] == a.Party {
			return by.Side, true
		}
		if by.Side == "" {
			if on := c.SideOf(a.Party); len(on) > 0 {
				return on[0], true
			}
			return "", true
		}
	}
	return "", false
}

// offered refuses what Take would refuse whatever the form says.
func (c *Case) offered(step *agreement.Step, side agreement.SideID, a Actor, now time.Time) error {
	if err := c.checkActor(step, side, a.Party, a.Role); err != nil {
		return err
	}
	if err := c.checkForce(step, a.Party, now, false); err != nil {
		return err
	}
	late := belated(step, agreement.PleaLate) // the plea is a matter of the form
	if err := c.checkState(step, false, late); err != nil {
		return err
	}
	if err := c.checkQuorum(step, a.Party); err != nil {
		return err
	}
	if err := c.checkClocks(step, now, now, late, true); err != nil {
		return err
	}
	if err := c.checkDefers(step, now); err != nil {
		return err
	}
	if err := c.checkPerson(step, side, a.Role, a.Person); err != nil {
		return err
	}
	own := func(f agreement.FieldID) bool { return carries(step, f) }
	if len(step.When.Facts) > 0 || slices.ContainsFunc(step.When.Reads, own) {
		return nil
	}
	err := c.checkCondition(step, Move{}, now)
	if errors.Is(err, agreement.ErrUnread) {
		return nil // home can read it, or will refuse
	}
	return err
}

// outflows compares what each recipient of a share sees with what it would see after the step. What
// depends on values that the form has not yet is counted as leaving: a warning too many is none too few.
func (c *Case) outflows(step *agreement.Step, form []Input, side agreement.SideID, a Actor, now time.Time) []Outflow {
	after := *c
	mv := Move{Step: step.ID, Side: side, Party: a.Party, Role: a.Role, Person: a.Person, Received: now, Gives: make([]agreement.FieldID, 0, len(form))}
	for _, in := range form {
		mv.Gives = append(mv.Gives, in.Field.ID)
	}
	after.give(mv)
	after.follow(step, mv, now) // and nothing is recorded: the memory of the history stays for what does happen
	var flows []Outflow
	for i := range c.Procedure.Shares {
		s := &c.Procedure.Shares[i]
		if !after.open(s, now) || !after.mayHold(s) {
			continue
		}
		for _, w := range s.With {
			for to := range c.bearing(w) {
				if to.Party == a.Party && to.Role == a.Role {
					continue
				}
				if fields := c.flowing(&after, s, to, mv.Gives, now); len(fields) > 0 {
					flows = append(flows, Outflow{Share: s, Party: to.Party, Role: to.Role, Fields: fields})
				}
			}
		}
	}
	return flows
}

// mayHold says whether a share's condition holds or cannot be known yet.
func (c *Case) mayHold(s *agreement.Share) bool {
	ok, err := s.When.Eval(c.env(nil))
	return ok || err != nil
}

// flowing are the fields of a share that are new to a recipient.
func (c *Case) flowing(after *Case, s *agreement.Share, to Actor, gives []agreement.FieldID, now time.Time) []agreement.FieldID {
	var fields []agreement.FieldID
	for _, f := range s.Fields {
		if _, given := after.Given[f]; !given || after.barrier(f, now).kind != free {
			continue
		}
		name := f
		if s.Precision != "" {
			name = CoarseName(f, s.Precision)
			if !slices.Contains(CoarseNames(c.Model, c.Procedure, f), name) {
				continue // nothing of it is shown
			}
		}
		if slices.Contains(gives, f) || !c.holdable(to, name, now) {
			fields = append(fields, f)
		}
	}
	return fields
}

// Openings gives the cases that an actor may open now, in the order of the text.
func Openings(m *agreement.Model, a Actor, now time.Time) []Opening {
	return (*Standing)(nil).Openings(m, a, now)
}

// Openings gives the cases that an actor may open now, as the agreement stands.
func (s *Standing) Openings(m *agreement.Model, a Actor, now time.Time) []Opening {
	var all []Opening
	for i := range m.Procedures {
		p := &m.Procedures[i]
		for j := range p.Steps {
			step := &p.Steps[j]
			if len(step.From) > 0 {
				continue
			}
			blank := &Case{Model: m, Procedure: p, Opened: now, Standing: s}
			if blank.checkForce(step, a.Party, now, false) != nil || !holds(m, a.Role, a.Party) {
				continue
			}
			for _, by := range step.By {
				if by.Role == a.Role && canStand(m, p, by.Side, a.Party) {
					all = append(all, Opening{Procedure: p, Step: step, Side: by.Side, Fields: Form(m, p, step)})
					break
				}
			}
		}
	}
	return all
}

// canStand says whether a party could be bound to a side.
func canStand(m *agreement.Model, p *agreement.Procedure, side agreement.SideID, party agreement.PartyID) bool {
	if side == "" {
		return true
	}
	s := p.Side(side)
	return s != nil && slices.Contains(candidates(m, p, s, nil), party)
}
