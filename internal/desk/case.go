package desk

import (
	"context"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/web"
	"github.com/entente-net/entente/seal"
)

// Case gives one case as the viewer may see it. That personal fields were looked at is logged by the node.
func (d *desk) Case(ctx context.Context, v web.Viewer, id casework.CaseID) (*web.CaseView, error) {
	who, err := d.who(ctx, v)
	if err != nil {
		return nil, err
	}
	seen, err := d.n.Case(ctx, who, id)
	if err != nil {
		return nil, err
	}
	o, err := d.n.Outline(ctx, who, id)
	if err != nil {
		return nil, err
	}
	x := d.tell(speak(ctx), seen.Case, who)
	out := &web.CaseView{
		Case: x.refOf(o), Agreement: x.m.ID, Zone: x.m.Location(), Home: partyRef(x.m, seen.Home), State: x.state(x.c.State),
		Article: quoted(x.c.Model, x.m, x.p.Article, x.c.Procedure.Title), Clocks: x.clocks(), Next: x.next(), Queued: seen.Queued,
		Values: x.values(seen),
	}
	out.State.Final = x.c.Over()
	if x.m.World == agreement.WorldExercise {
		out.Ground = ground(x.code)
	}
	for i := range x.p.Sides {
		s := &x.p.Sides[i]
		party := x.c.Sides[s.ID]
		out.Sides = append(out.Sides, web.SideView{Side: s.ID, Title: x.side(s.ID), Tongue: x.m.Tongue(), Party: partyRef(x.m, party), You: party == d.n.Party()})
	}
	if out.Acts, err = d.acts(ctx, x, seen, who); err != nil {
		return nil, err
	}
	out.Columns, out.Rows = x.matrix()
	for _, f := range o.Offers {
		out.Offers = append(out.Offers, d.caseForm(x, o, f))
	}
	if len(out.Offers) == 0 {
		out.Why = x.why()
	}
	return out, nil
}

// values are the fields that have been given, as far as the viewer sees them.
func (x *teller) values(seen *node.CaseView) []web.Value {
	var out []web.Value
	for _, f := range fields(x.m, x.p) {
		if _, given := x.c.Given[f.ID]; !given {
			continue
		}
		s := x.own(f.ID)
		v, here := seen.Values[f.ID]
		switch open := s.Sees == web.SeesIt || s.Sees == web.SeesGave; {
		case open && here:
			out = append(out, value(x.m, f, v, s))
		case open:
			s.Sees = web.SeesAwaited
			out = append(out, web.Value{Field: f, Sight: s})
		default:
			out = append(out, web.Value{Field: f, Sight: s})
		}
	}
	return out
}

// acts are the timeline: what home has taken, in its order, then what waits for home or was refused.
func (d *desk) acts(ctx context.Context, x *teller, seen *node.CaseView, who node.Who) ([]web.ActView, error) {
	l, err := d.n.Ledger(ctx, x.m.ID, 0)
	if err != nil {
		return nil, err
	}
	me := d.n.Auth().Pseudonym(who, seen.ID)
	lendings, err := d.n.Auth().Delegations(ctx)
	if err != nil {
		return nil, err
	}
	var out []web.ActView
	for _, a := range seen.Acts {
		v := x.act(a)
		if v.Lent, err = d.lent(ctx, lendings, x.c, &a.Act); err != nil {
			return nil, err
		}
		v.You = v.Person != "" && v.Person == me
		v.Proof = web.ProofState{Signed: true, Personal: a.Personal, Received: a.Number > 0 || a.Refusal != nil, Logged: a.Log >= 0, Index: uint64(max(0, a.Log))}
		for _, c := range cosigned(x.m, d.n.Party(), l) {
			if !slices.Contains(a.Signed, c.By.ID) {
				c = web.Cosigning{By: c.By} // awaited
			}
			v.Proof.Cosigned = append(v.Proof.Cosigned, c)
		}
		out = append(out, v)
	}
	return out, nil
}

func (x *teller) act(a node.ActView) web.ActView {
	act := &a.Act
	v := web.ActView{
		Number: a.Number, Party: partyRef(x.m, agreement.PartyID(act.Party)), Person: casework.Pseudonym(act.Person), At: a.Proved,
		Article: article(x.m, agreement.Article(act.Article)), Ground: act.Ground,
	}
	if v.At.IsZero() {
		v.At = act.Made.Time
	}
	if r := a.Refusal; r != nil {
		v.Refused = &fault.Error{Code: fault.Code(r.Code), Article: r.Article, Message: r.Message, Remedy: r.Remedy}
	}
	var taken casework.Taken
	if a.Number > 0 && a.Number <= uint64(len(x.c.Taken)) {
		taken = x.c.Taken[a.Number-1]
	}
	switch act.Kind {
	case seal.KindLapse:
		x.lapse(&v, act, taken)
	case seal.KindErased:
		key := "erased.title"
		if taken.All {
			key = "erased.all"
		}
		v.Title = x.say(key, "party", v.Party.Name)
	default:
		s := x.p.Step(agreement.StepID(act.Step))
		v.Title, v.Role = stepTitle(x.p, agreement.StepID(act.Step)), roleTitle(x.m, agreement.RoleID(act.Role))
		if s != nil {
			v.Article, v.Ground = article(x.m, s.Article), s.Word(act.Ground)
		}
		for _, g := range act.Gives {
			if f, precision := casework.FieldOf(agreement.FieldID(g.Field)); precision == "" { // a coarser value is no other field
				v.Gives = append(v.Gives, labels(x.m, x.p, []agreement.FieldID{f}, x.code)...)
			}
		}
		slices.Sort(v.Gives)
	}
	if taken.To != taken.From {
		v.To = x.state(taken.To)
	}
	return v
}

// lapse tells a silence: whose it was, and what it did.
func (x *teller) lapse(v *web.ActView, act *seal.Act, taken casework.Taken) {
	v.Lapse = true
	cl := x.p.Clock(agreement.ClockID(act.Clock))
	if cl == nil {
		v.Title = inWords(act.Clock)
		return
	}
	key := "lapse.title"
	if cl.Silence == agreement.SilenceErase && taken.Phase == casework.PhaseFinal {
		key = "lapse.final"
	}
	v.Title, v.Silence, v.Article = x.say(key, "clock", clockTitle(cl)), cl.Silence, article(x.m, cl.Article)
	v.Effect = x.did(cl, taken.Phase, taken.Takes, taken.To)
	v.Party, v.Person = x.firstOf(x.c.Owing(cl, x.startedBefore(cl.ID, taken.At))), ""
	if !taken.At.IsZero() {
		v.At = taken.At
	}
}

// startedBefore is when a clock that ran out at an instant had last been started.
func (x *teller) startedBefore(id agreement.ClockID, at time.Time) time.Time {
	cl := x.p.Clock(id)
	var started time.Time
	for _, t := range x.c.Taken {
		if t.To != t.From && slices.Contains(cl.Starts, t.To) && !slices.Contains(cl.Starts, t.From) && t.At.Before(at) {
			started = t.At
		}
	}
	return started
}

// why says whom the case waits for where nothing is open to the viewer.
func (x *teller) why() *fault.Error {
	if x.c.Over() {
		return nil
	}
	var by []agreement.Actor
	cited := x.p.Article
	for i := range x.p.Steps {
		s := &x.p.Steps[i]
		if slices.Contains(s.From, x.c.State) && !x.c.Tells(s.ID) {
			for _, a := range s.By {
				if !slices.Contains(by, a) {
					by, cited = append(by, a), s.Article
				}
			}
		}
	}
	names := x.roleNames(by)
	if names == "" {
		return nil
	}
	return fault.Refuse(fault.WrongRole, string(cited), "%s", x.say("why.waits", "roles", names)).In(x.code)
}
