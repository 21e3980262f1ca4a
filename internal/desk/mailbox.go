package desk

import (
	"context"
	"slices"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/web"
)

// Mailbox shows a case to whoever holds its code.
func (d *desk) Mailbox(ctx context.Context, code string) (*web.MailboxView, error) {
	f, err := d.n.OpenFiling(ctx, code)
	if err != nil {
		return nil, err
	}
	out := &web.MailboxView{Code: string(f.Code), Confirmed: f.Confirmed, Reference: reference(f.Case), Agreement: f.Agreement, Filed: f.Filed}
	if f.View == nil {
		return out, d.underway(ctx, f, out)
	}
	x := d.filerTeller(ctx, f, f.Told())
	out.Title, out.Zone, out.State, out.Clocks, out.Next = titled(x.p.Title, x.p.ID), x.m.Location(), x.state(x.c.State), x.clocks(), x.next()
	out.State.Final = x.c.Over()
	out.Article = quoted(x.c.Model, x.m, x.p.Article, x.c.Procedure.Title)
	out.Means = x.means(len(f.Offers) > 0)
	out.Values = x.values(f.View)
	for i := range out.Values {
		// The same people may have given it for another part that they have in the case.
		if v := &out.Values[i]; v.Sight.Sees == web.SeesAwaited && fault.CodeOf(f.View.Withheld[v.Field.ID]) != fault.PeerAway {
			v.Sight = web.Sight{Sees: web.SeesSealed}
		}
	}
	if out.Acts, err = d.acts(ctx, x, f.View, f.Who()); err != nil {
		return nil, err
	}
	for _, o := range f.Offers {
		out.Steps = append(out.Steps, web.Opening{
			Agreement: x.m.ID, Procedure: x.p.ID, Step: o.Step.ID, Title: stepTitle(x.p, o.Step.ID), Tongue: x.m.Tongue(),
			Article: quoted(x.c.Model, x.m, o.Step.Article, titled(o.Step.Title, o.Step.ID), roleTitle(x.c.Model, o.Role)),
		})
	}
	out.Appeal = x.appeal(out.Clocks)
	words, err := d.n.Words(ctx, f)
	if err != nil {
		return nil, err
	}
	out.Messages = messages(x.m, f.Offices, words)
	out.Readers = d.filerTeller(ctx, f, f.View.Case).readersOf(f)
	if out.Links, err = d.follows(ctx, x.tongue, f.Case, x.m.ID); err != nil {
		return nil, err
	}
	out.Proof, err = d.filingState(ctx, x.m, f)
	return out, err
}

// underway is a mailbox whose case has no answer of its home yet, or was refused by it.
func (d *desk) underway(ctx context.Context, f *node.Filing, out *web.MailboxView) error {
	m, err := d.model(f.Agreement)
	if err != nil || len(f.Acts) == 0 {
		return err
	}
	p := m.Procedure(agreement.ProcedureID(f.Acts[0].Act.Procedure))
	if p == nil {
		return nil
	}
	x := d.tell(speak(ctx), blank(m, p, nil, f.Filed), nil)
	out.Title, out.Zone, out.Article = titled(x.p.Title, x.p.ID), m.Location(), quoted(m, x.m, p.Article, p.Title)
	out.Means = x.say("mailbox.underway")
	for _, a := range f.Acts {
		v := x.act(a)
		v.You = true
		if v.Refused != nil {
			out.Means = x.say("mailbox.refused")
		}
		out.Acts = append(out.Acts, v)
	}
	out.Proof, err = d.filingState(ctx, m, f)
	return err
}

// means says what the state means for the person.
func (x *teller) means(may bool) string {
	switch {
	case x.c.Over():
		return x.say("mailbox.over")
	case may && x.appealing() != nil:
		return x.say("mailbox.yours")
	}
	for _, k := range x.clocks() { // who is waited for says more than who may act
		if names := x.roleNames(x.c.Owing(x.p.Clock(k.Clock), k.Started)); k.Status == casework.StatusRuns && names != "" {
			return x.say("mailbox.waits", "what", x.say("why.waits", "roles", names))
		}
	}
	if e := x.why(); e != nil {
		return x.say("mailbox.waits", "what", e.Message)
	}
	return ""
}

// appealing is a clock within which whoever holds the code may lead the case on, by a step for anyone.
func (x *teller) appealing() *agreement.Clock {
	for _, r := range x.c.Clocks {
		if r.Status != casework.StatusRuns {
			continue
		}
		cl := x.p.Clock(r.Clock)
		for i := range x.p.Steps {
			s := &x.p.Steps[i]
			if s.Anyone && s.To != "" && s.To != x.c.State && slices.Contains(s.From, x.c.State) && slices.Contains(cl.Starts, x.c.State) && !slices.Contains(cl.Starts, s.To) {
				return cl
			}
		}
	}
	return nil
}

func (x *teller) appeal(clocks []web.ClockView) *web.ClockView {
	if cl := x.appealing(); cl != nil {
		for i := range clocks {
			if clocks[i].Clock == cl.ID {
				return &clocks[i]
			}
		}
	}
	return nil
}

func messages(m *agreement.Model, offices []agreement.Actor, words []node.Word) []web.Message {
	var out []web.Message
	for _, w := range words {
		v := web.Message{At: w.At, Text: w.Text}
		if w.Kind == node.WordOffice && len(offices) > 0 {
			v.Office = roleTitle(m, offices[0].Role)
		}
		if w.Kind != node.WordNote {
			out = append(out, v)
		}
	}
	return out
}

// readersOf says who can see what the person gave, and who will.
func (x *teller) readersOf(f *node.Filing) []web.ReaderView {
	var given []agreement.FieldID
	for _, def := range fields(x.m, x.p) {
		if i, ok := x.c.Given[def.ID]; ok && slices.ContainsFunc(f.Offices, func(a agreement.Actor) bool {
			return a.Side == x.c.Taken[i].Side && x.c.Taken[i].Party == x.party
		}) {
			given = append(given, def.ID)
		}
	}
	var out []web.ReaderView
	for _, c := range x.columns() {
		var now, later []agreement.FieldID
		for _, id := range given {
			a := casework.Actor{Party: c.Role.Party.ID, Role: c.Role.ID}
			switch s := x.sight(a, id); s.Sees {
			case web.SeesIt, web.SeesGave:
				now = append(now, id)
			case web.SeesLater:
				if share := x.shareFor(a, id); share == nil || !x.closed(share) {
					later = append(later, id)
				}
			}
		}
		if len(now) > 0 {
			out = append(out, web.ReaderView{Who: c.Role, Sees: web.SeesIt, What: labels(x.m, x.p, now, x.code), Until: x.kept(now)})
		}
		if len(later) > 0 {
			out = append(out, web.ReaderView{Who: c.Role, Sees: web.SeesLater, What: labels(x.m, x.p, later, x.code), Until: x.kept(later)})
		}
	}
	return out
}

// filingState is how far the filing can be proved by now.
func (d *desk) filingState(ctx context.Context, m *agreement.Model, f *node.Filing) (web.FilingProofState, error) {
	var out web.FilingProofState
	l, err := d.n.Ledger(ctx, m.ID, 0)
	if err != nil {
		return out, err
	}
	out.Log = l.Origin
	for _, a := range f.Acts {
		if agreement.PartyID(a.Act.Party) != d.n.Party() {
			continue
		}
		out.Digest, out.Logged, out.Index = string(a.Digest), a.Log >= 0, uint64(max(0, a.Log))
		for _, c := range cosigned(m, d.n.Party(), l) {
			if !slices.Contains(a.Signed, c.By.ID) {
				c = web.Cosigning{By: c.By}
			}
			out.Cosigned = append(out.Cosigned, c)
		}
		break
	}
	return out, nil
}
