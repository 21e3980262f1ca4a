package casework

import (
	"errors"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// Take lets a step happen. It is refused with a *fault.Error that cites the article, and the first
// reason counts, in this order: the move itself (invalid), the step (no-such-step), the side
// (side-unbound, wrong-side), the role (wrong-role), the article (not-in-force, article-ended,
// article-suspended, party-withdrawn), the state (wrong-state, or clock-lapsed where silence led away from the
// right one), the quorum (quorum-twice), the clocks (clock-lapsed, condition-unread), four eyes (same-person), independence
// (not-independent), the person's own signature (personal-missing), the fields (field-missing, field-unknown,
// field-invalid), reasons (reasons-missing), the ground (ground-unknown), assessments (field-missing,
// condition-unmet), the duties that it puts off (clock-lapsed, condition-unmet), the condition (sealed, erased,
// condition-unread, condition-unmet), the phase that it begins (condition-unread, condition-unmet), the quota
// that it uses (condition-unread, quota-used), the entry that it makes in a fund (sealed, erased, condition-unread, and
// as Allowed refuses).
//
// Every silence that was final by mv.Received must have been recorded first (see Due), otherwise the move
// is refused with clock-lapsed: which effect silence had never depends on who was quicker.
func (c *Case) Take(mv Move) (*Case, error) { return c.take(mv, false) }

func (c *Case) take(mv Move, opening bool) (*Case, error) {
	if err := c.sound(mv); err != nil {
		return nil, err
	}
	step := c.Procedure.Step(mv.Step)
	if step == nil {
		return nil, fault.Refuse(fault.NoSuchStep, string(c.Procedure.Article), "%s has no step %q",
			title(c.Procedure.Title, c.Procedure.ID), mv.Step).Mend("choose one of the steps that the article names")
	}
	at := c.counts(mv)
	if err := c.checkActor(step, mv.Side, mv.Party, mv.Role); err != nil {
		return nil, err
	}
	if err := c.checkForce(step, mv.Party, at, mv.Attested); err != nil {
		return nil, err
	}
	late := belated(step, mv.Ground)
	if err := c.checkState(step, opening, late); err != nil {
		return nil, err
	}
	if err := c.checkQuorum(step, mv.Party); err != nil {
		return nil, err
	}
	if err := c.checkClocks(step, at, mv.Received, late, mv.Attested || mv.Ends); err != nil {
		return nil, err
	}
	if err := c.checkPerson(step, mv.Side, mv.Role, mv.Person); err != nil {
		return nil, err
	}
	if step.Personal && !mv.Personal {
		return nil, fault.Refuse(fault.PersonalMissing, string(step.Article), "%s needs the person's own signature", title(step.Title, step.ID)).
			Mend("let the %s sign with their own role key", c.roleTitle(mv.Role))
	}
	if err := c.checkGives(step, mv); err != nil {
		return nil, err
	}
	if err := c.checkDefers(step, at); err != nil {
		return nil, err
	}
	n := *c
	n.give(mv)
	if err := n.checkCondition(step, mv, at); err != nil {
		return nil, err
	}
	if err := c.checkEffects(step, mv, at); err != nil {
		return nil, err
	}
	if c.lacks(step, mv.Party) == 0 {
		if err := n.checkMoney(step, mv, at); err != nil {
			return nil, err
		}
	}
	n.apply(step, mv, at)
	return &n, nil
}

// sound refuses what no honest caller passes.
func (c *Case) sound(mv Move) error {
	switch {
	case mv.Received.IsZero():
		return fault.New(fault.Invalid, "the act has no time of receipt").Mend("state when home received it")
	case mv.Proved.After(mv.Received):
		return fault.New(fault.Invalid, "the act is proved only after its receipt").Mend("leave the proof out: the receipt is earlier")
	case mv.Person == "":
		return fault.New(fault.Invalid, "the act names no person").Mend("state the pseudonym of the person who acts")
	}
	return nil
}

// counts is when a move counts as done. An act is never before its basis, and the case's opening is in
// every basis: another party's clock that runs behind does not move an act before it. Nor does an act under a text
// count before the case moved there.
func (c *Case) counts(mv Move) time.Time {
	at := effective(mv)
	if at.Before(c.Opened) {
		at = c.Opened
	}
	if at.Before(c.Moved) {
		return c.Moved
	}
	return at
}

// checkActor: the side is the party's, the role is held by it, and the step belongs to both.
func (c *Case) checkActor(step *agreement.Step, side agreement.SideID, party agreement.PartyID, role agreement.RoleID) error {
	art := string(step.Article)
	if side != "" && (c.Procedure.Side(side) == nil || c.Sides[side] != party) {
		return fault.Refuse(fault.SideUnbound, art, "%s does not stand on the side %s in this case", party, side).
			Mend("act on a side that the opening of the case binds to %s", party)
	}
	if c.Model.Party(party) == nil {
		return fault.Refuse(fault.SideUnbound, art, "%s is no party to this agreement", party)
	}
	if !slices.ContainsFunc(step.By, func(a agreement.Actor) bool { return a.Side == "" || a.Side == side }) {
		return fault.Refuse(fault.WrongSide, art, "%s belongs to the %s", title(step.Title, step.ID), c.actors(step.By)).
			Mend("leave it to them")
	}
	belongs := slices.ContainsFunc(step.By, func(a agreement.Actor) bool {
		return a.Role == role && (a.Side == "" || a.Side == side)
	})
	if !belongs {
		return fault.Refuse(fault.WrongRole, art, "%s belongs to the %s, not to the %s", title(step.Title, step.ID), c.actors(step.By), c.roleTitle(role)).
			Mend("let the %s act", c.actors(step.By))
	}
	if !holds(c.Model, role, party) {
		return fault.Refuse(fault.WrongRole, art, "%s does not fill the role %s", party, c.roleTitle(role)).
			Mend("only these parties do: %s", list(c.Model.Role(role).Held))
	}
	return nil
}

// holds says whether a party may fill a role.
func holds(m *agreement.Model, role agreement.RoleID, party agreement.PartyID) bool {
	r := m.Role(role)
	return r != nil && slices.Contains(r.Held, party)
}

// checkState: the step starts from where the case stands, or, where it is late by its own plea, from where it
// stood before silence moved or closed it.
func (c *Case) checkState(step *agreement.Step, opening, late bool) error {
	art, name := string(step.Article), title(step.Title, step.ID)
	if opening {
		if len(step.From) > 0 {
			return fault.Refuse(fault.WrongState, art, "%s does not open a case", name).
				Mend("it is possible once the case stands in %s", c.states(step.From))
		}
		return nil
	}
	if len(step.From) == 0 {
		return fault.Refuse(fault.WrongState, art, "%s opens a case, and this one is open already", name).
			Mend("open another case")
	}
	if !c.Closed.IsZero() && !late {
		cl := c.lastLapse()
		return fault.Refuse(fault.ClockLapsed, string(cl.Article), "the time for %s ran out on %s, and the case was closed", title(cl.Title, cl.ID), c.instant(c.Closed)).
			Mend("open a new case")
	}
	if slices.Contains(step.From, c.State) {
		return nil
	}
	if cl, at := c.ledAway(step); cl != nil {
		if late {
			return nil
		}
		return fault.Refuse(fault.ClockLapsed, string(cl.Article), "the time for %s ran out on %s; the case now stands in “%s”",
			title(cl.Title, cl.ID), c.instant(at), c.stateTitle(c.State)).Mend("choose a step that starts from there")
	}
	return fault.Refuse(fault.WrongState, art, "%s is possible in %s; the case stands in “%s”", name, c.states(step.From), c.stateTitle(c.State)).
		Mend("choose a step that starts from “%s”", c.stateTitle(c.State))
}

// ledAway finds the silence that last led the case out of a state in which the step was possible, if no
// act has moved the case since.
func (c *Case) ledAway(step *agreement.Step) (*agreement.Clock, time.Time) {
	for i := len(c.Taken) - 1; i >= 0; i-- {
		t := &c.Taken[i]
		if t.From == t.To {
			continue
		}
		if t.Clock == "" {
			return nil, time.Time{}
		}
		if slices.Contains(step.From, t.From) {
			return c.under(i).Procedure.Clock(t.Clock), t.At
		}
	}
	return nil, time.Time{}
}

// checkPerson: four eyes, and the independence of those who decide from those who ask. Person "" asks
// for the role in general, as Options does.
func (c *Case) checkPerson(step *agreement.Step, side agreement.SideID, role agreement.RoleID, person Pseudonym) error {
	if person == "" {
		return nil
	}
	art := string(step.Article)
	for _, other := range step.OtherThan {
		if t := c.lastTaken(other); t != nil && t.Person == person {
			return fault.Refuse(fault.SamePerson, art, "the person who took %q cannot take %s as well", other, title(step.Title, step.ID)).
				Mend("let another person act: four eyes are two people")
		}
	}
	r := c.Model.Role(role)
	asking := c.asking()
	for i := range c.Taken {
		t := &c.Taken[i]
		if t.Person != person || t.Step == "" {
			continue
		}
		before := c.Model.Role(t.Role)
		other := t.Role != role && (r.Independent || before != nil && before.Independent)
		if other || r.Independent && t.Side == asking && side != asking || step.OwnParty && len(t.From) == 0 {
			return fault.Refuse(fault.NotIndependent, art, "the person acted in this case as %s and is not independent as %s", c.roleTitle(t.Role), c.roleTitle(role)).
				Mend("let a person act who has taken no part in another role")
		}
	}
	return nil
}

// asking is the side that opened the case, "" while it is being opened.
func (c *Case) asking() agreement.SideID {
	if len(c.Taken) == 0 {
		return ""
	}
	return c.Taken[0].Side
}

func (c *Case) lastTaken(step agreement.StepID) *Taken {
	for i := len(c.Taken) - 1; i >= 0; i-- {
		if c.Taken[i].Step == step {
			return &c.Taken[i]
		}
	}
	return nil
}

// checkCondition evaluates the step's condition over the case as the step itself would leave it.
func (c *Case) checkCondition(step *agreement.Step, mv Move, at time.Time) error {
	if step.When.IsZero() {
		return nil
	}
	art, name := string(step.Article), title(step.Title, step.ID)
	for _, f := range step.When.Reads {
		if err := c.usable(f, at); err != nil {
			return err
		}
	}
	env := c.env(mv.Facts)
	env.At = at
	ok, err := step.When.Eval(env)
	switch {
	case errors.Is(err, agreement.ErrUnread):
		if mv.Attested || mv.Awaits {
			return nil
		}
		return fault.Refuse(fault.ConditionUnread, art, "the condition of %s reads what is not open here", name).
			Mend("its condition is: %s", step.When.Source).Wrap(err)
	case err != nil:
		return fault.Refuse(fault.ConditionUnmet, art, "the condition of %s cannot be evaluated", name).
			Mend("its condition is: %s", step.When.Source).Wrap(err)
	case !ok:
		return fault.Refuse(fault.ConditionUnmet, art, "the condition of %s is not fulfilled", name).
			Mend("its condition is: %s", step.When.Source)
	}
	return nil
}
