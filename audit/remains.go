package audit

import (
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"
)

// statements verifies the agreement's own case: each act carries a statement, ordered by the depositary.
func (r *caseRun) statements() {
	heads, signed := map[seal.Digest]bool{}, map[agreement.PartyID]time.Time{}
	for _, e := range r.list {
		heads[e.sum] = true
		if home := string(r.ct.model.Depositary); e.receipt.Receipt.Home != home && !e.doubted {
			r.breach(e, fault.NotHome, agreement.PartyID(e.receipt.Receipt.Home), "%s gave the receipt; home of the agreement's case is %s", e.receipt.Receipt.Home, home)
		}
		if e.act == nil || e.changed {
			continue
		}
		a := &e.act.Act
		by := agreement.PartyID(a.Party)
		if a.Kind == seal.KindFound {
			r.day(e)
			continue
		}
		if a.Kind != seal.KindStatement {
			r.breach(e, fault.NoSuchStep, by, "an act of the kind %q has no place in the agreement's case", a.Kind)
			continue
		}
		s, err := seal.DecodeSignedStatement([]byte(a.Statement))
		if err == nil {
			// The ring has taken the statement from the bundle, or takes it now: either way it must chain.
			var said seal.Statement
			said, err = r.ct.ring.Clone().Add(s)
			if n, ok := said.(*seal.Ratification); err == nil && ok && n.Agreement == r.ct.digest && n.Model == r.ct.hash {
				if p := agreement.PartyID(n.Party); signed[p].IsZero() {
					signed[p] = e.received()
				}
			}
		}
		if err != nil {
			r.breach(e, fault.CodeOf(err), by, "the statement does not count: %s", faultOf(err).Error())
		}
	}
	r.ct.heads, r.ct.signed = heads, signed
}

// unanswered looks at acts to which home gave neither receipt nor refusal.
func (r *caseRun) unanswered() {
	for _, v := range r.views {
		for _, p := range v.pending {
			r.counts.Pending++
			s, err := seal.DecodeSignedAct(p.Signed)
			if err != nil {
				r.find(Finding{
					Code: fault.CodeOf(err), Severity: Breach, Party: v.b.header.Party,
					Message: "an act that home has not answered cannot be read: " + faultOf(err).Error(),
				})
				continue
			}
			sum := digestOf(p.Signed)
			for _, o := range p.Opened {
				if _, ok := r.shown(v, o, sum); !ok && o.What != string(ledger.KindRelay) {
					r.missing(v, o, 0, "act")
				}
			}
			a := &s.Act
			f := Finding{Party: agreement.PartyID(a.Party), Step: agreement.StepID(a.Step), At: a.Made.Time}
			if _, err := seal.VerifyAct(s, r.ringOf(a.Agreement), a.Made.Time); err != nil {
				f.Code, f.Severity, f.Message = fault.CodeOf(err), Breach, "an act that home has not answered does not count: "+faultOf(err).Message
				r.find(f)
				continue
			}
			answered := slices.ContainsFunc(r.list, func(e *entry) bool { return e.actSum == sum })
			if answered || v.b.header.Made.Before(a.Made.Add(r.a.opts.Late)) {
				continue
			}
			f.Code, f.Severity = Unresponsive, Attested
			f.Message = sprintf("%s says that it sent the act at %s and had no answer by %s", v.b.header.Party, formatTime(a.Made.Time), formatTime(v.b.header.Made))
			if p.Relay != nil {
				if rl, err := seal.DecodeSignedRelay(p.Relay); err == nil && rl.Relay.Act == sum {
					if _, err := seal.VerifyRelay(rl, r.ringOf(rl.Relay.Agreement), rl.Relay.Held.Time); err == nil {
						f.Message += sprintf("; %s says that it held the act at %s", rl.Relay.By, formatTime(rl.Relay.Held.Time))
					}
				}
			}
			r.find(f)
		}
	}
}

// engineSays are the refusals that the replay can test without the disclosures of the refused act.
var engineSays = []fault.Code{
	fault.WrongRole, fault.WrongSide, fault.WrongState, fault.NoSuchStep, fault.SamePerson, fault.NotIndependent,
	fault.ArticleEnded, fault.NotInForce, fault.ClockLapsed, fault.SideUnbound,
}

// refusals verifies home's noes, and asks the engine whether the agreement says so too.
func (r *caseRun) refusals() {
	said := map[seal.Digest]bool{}
	for _, v := range r.views {
		for _, x := range v.refused {
			if said[digestOf(x.Refusal)] {
				continue
			}
			said[digestOf(x.Refusal)] = true
			r.refusal(v, x)
		}
	}
}

func (r *caseRun) refusal(v *view, x Refused) {
	r.counts.Refusals++
	no, err := seal.DecodeSignedRefusal(x.Refusal)
	f := Finding{Severity: Breach, Party: v.b.header.Party}
	if err != nil {
		f.Code, f.Message = fault.CodeOf(err), "a refusal cannot be read: "+faultOf(err).Error()
		r.find(f)
		return
	}
	sum := digestOf(x.Signed)
	for _, o := range x.Opened {
		of := sum
		if o.What == string(ledger.KindRefusal) {
			of = digestOf(x.Refusal)
		}
		if _, ok := r.shown(v, o, of); !ok {
			r.missing(v, o, 0, "refusal")
		}
	}
	n := &no.Refusal
	f.At, f.Article, f.Party = n.Received.Time, agreement.Article(n.Article), agreement.PartyID(n.Home)
	if _, err := seal.VerifyRefusal(no, r.ringOf(n.Agreement), n.Received.Time); err != nil {
		f.Code, f.Message = fault.CodeOf(err), "a refusal does not count: "+faultOf(err).Error()
		r.find(f)
		return
	}
	s, err := seal.DecodeSignedAct(x.Signed)
	if err != nil || n.Act != sum {
		f.Code, f.Party, f.Message = ChangedAct, v.b.header.Party, "the refused act in the bundle is not the one that home refused"
		r.find(f)
		return
	}
	f.Step = agreement.StepID(s.Act.Step)
	for _, e := range r.list {
		if e.actSum == sum {
			f.Code, f.Number, f.Message = fault.Forked, e.number, "home both took this act and refused it"
			r.find(f)
			return
		}
	}
	r.rightly(s, n, f)
}

// rightly replays the refused act where it arrived.
func (r *caseRun) rightly(s *seal.SignedAct, n *seal.Refusal, f Finding) {
	if s.Act.Kind != seal.KindStep || !slices.Contains(engineSays, fault.Code(n.Code)) {
		return
	}
	var c *casework.Case
	for i, e := range r.list {
		if i < len(r.states) && !e.received().After(n.Received.Time) {
			c = r.states[i]
		}
	}
	if c != nil {
		c = c.Carried(n.Received.Time, r.a.later())
	}
	if ct := r.textOf(s.Act.Agreement); c == nil || ct == nil || ct.model != c.Model {
		return
	}
	m, err := r.move(&entry{act: s, receipt: &seal.SignedReceipt{Receipt: seal.Receipt{Received: n.Received, Proved: n.Received}}})
	if err != nil {
		return // it could not be taken either way
	}
	m.Attested = true
	if _, err := c.Take(m); err == nil {
		f.Code, f.Severity = WronglyRefused, Irregular
		f.Message = sprintf("home refused the act with %q; by the agreement it was permitted", n.Code)
		r.find(f)
	}
}

// verdicts lists what holders logged before they destroyed what the replay reads.
func (r *caseRun) verdicts() {
	for _, v := range r.views {
		for _, j := range v.verdicts {
			f := Finding{Code: VerdictOnly, Severity: Attested, Party: j.Party, Number: j.Number, At: j.Made}
			f.Message = sprintf("%s logged that the replay up to number %d came to %q, before it destroyed what was to be destroyed", j.Party, j.Number, j.Result)
			sum, logged := digestOf(j.Encode()), false
			for _, o := range j.opened {
				l, ok := r.shown(v, o, sum)
				if !ok {
					r.missing(v, o, j.Number, "verdict")
				}
				logged = logged || ok && l.Party == j.Party
			}
			ct := r.textOf(j.Agreement)
			if _, e := r.at(j.Number); e == nil || e.sum != j.Head || ct == nil || j.Model != ct.hash || j.Case != r.key.id {
				f.Code, f.Severity = BrokenChain, Breach
				f.Message = sprintf("the verdict of %s is about another history than this one", j.Party)
			} else if !logged {
				f.Message += " (it is not shown to stand in a log)"
			}
			r.find(f)
		}
	}
}
