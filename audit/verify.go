package audit

import (
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"
)

func digestOf(b []byte) seal.Digest { return seal.DigestOf(b) }

// vouched says whether home gave this receipt: because the receipt stands in a log of home that home
// signed for, or by the receipt's own signature. It also explains the leaves that the entry opens.
// before are the copies of other bundles that were looked at already.
func (r *caseRun) vouched(e *entry, before []*entry) bool {
	rc := &e.receipt.Receipt
	ct := r.textOf(rc.Agreement)
	if rc.Case != string(r.key.id) || ct == nil {
		r.breach(e, fault.Conflict, e.view.b.header.Party, "the receipt belongs to another case or agreement")
		return false
	}
	if rc.World != r.ct.model.World {
		r.breach(e, fault.WrongWorld, agreement.PartyID(rc.Home), "the receipt is marked %s, the agreement %s", worldName(rc.World), worldName(r.ct.model.World))
		return false
	}
	inTree, absent := false, (*Opening)(nil)
	for i := range e.opened {
		o := &e.opened[i]
		switch o.What {
		case string(ledger.KindReceipt):
			l, ok := r.shown(e.view, *o, e.sum)
			switch {
			case !ok:
				absent = o
			case l.Party == agreement.PartyID(rc.Home) && l.Agreement == rc.Agreement:
				inTree = inTree || o.Index < l.covered
				if r.bounded(e, l, o.Index) {
					l.clock.note(l.Size, o.Index, rc.Received.Time, r.job, rc.Number)
				}
			default:
				r.bounded(e, l, o.Index)
			}
		case string(ledger.KindRelay):
			if e.relay != nil {
				if _, ok := r.shown(e.view, *o, e.relay.Digest()); !ok {
					r.missing(e.view, *o, e.number, "relay evidence")
				}
			}
		default:
			if e.changed {
				continue // that the act was changed has been said
			}
			if _, ok := r.shown(e.view, *o, e.actSum); !ok {
				r.missing(e.view, *o, e.number, "act")
			}
		}
	}
	known := inTree
	for _, other := range before {
		known = known || other.sum == e.sum && !other.doubted
		inTree = inTree || other.sum == e.sum && other.inTree
	}
	e.inTree = inTree
	if known {
		if absent != nil {
			r.missing(e.view, *absent, e.number, "receipt")
		}
		return true
	}
	if _, err := seal.VerifyReceipt(e.receipt, ct.ring, rc.Received.Time); err != nil {
		f := faultOf(err)
		r.breach(e, f.Code, e.view.b.header.Party, "the receipt in the bundle of %s does not count: %s", e.view.b.header.Party, f.Error())
		return false
	}
	if absent != nil {
		r.missing(e.view, *absent, e.number, "receipt")
	}
	return true
}

// bounded: another party cosigned a log with this leaf in it at an instant; the receipt cannot be younger.
func (r *caseRun) bounded(e *entry, l *logState, at uint64) bool {
	latest, ok := l.bounds.latest(at)
	if !ok || !e.received().After(latest.Add(r.a.opts.Skew)) {
		return true
	}
	said := func(f Finding) bool { return f.Code == BackDated && f.Number == e.number }
	if !slices.ContainsFunc(r.findings, said) { // the other side's log may show the same
		r.find(Finding{
			Code: BackDated, Severity: Breach, Party: agreement.PartyID(e.receipt.Receipt.Home), Number: e.number, Step: stepOf(e),
			Log: l.Name, Index: index(at), At: e.received(),
			Message: "the receipt says " + formatTime(e.received()) + ", but another party cosigned the log that holds it by " + formatTime(latest),
		})
	}
	return false
}

// verify goes along the chain: signatures of acts, each receipt naming the one before, and times.
func (r *caseRun) verify() {
	for i, e := range r.list {
		r.counts.Acts++
		var prev *entry
		if i > 0 && r.list[i-1].number == e.number-1 {
			prev = r.list[i-1]
		}
		r.chained(e, prev)
		if e.changed {
			continue
		}
		r.signed(e)
		r.timed(i, e)
	}
}

func (r *caseRun) chained(e, prev *entry) {
	if prev == nil || prev.doubted || e.doubted {
		return
	}
	home := agreement.PartyID(e.receipt.Receipt.Home)
	if e.receipt.Receipt.Before != prev.sum {
		r.breach(e, BrokenChain, home, "the receipt names another one before it than the one with the number %d", prev.number)
	}
	if e.received().Before(prev.received()) {
		r.breach(e, BackDated, home, "the receipt says %s, the one before it %s", formatTime(e.received()), formatTime(prev.received()))
	}
}

// signed verifies the act's signatures. A person's signature that does not count is a breach of its
// own; the replay then goes on as though it did, so that one wrong is reported once.
func (r *caseRun) signed(e *entry) {
	a := &e.act.Act
	by := agreement.PartyID(a.Party)
	ct := r.textOfEntry(e)
	switch {
	case a.World != r.ct.model.World:
		r.breach(e, fault.WrongWorld, by, "the act is marked %s, the agreement %s", worldName(a.World), worldName(r.ct.model.World))
		return
	case a.Agreement != ct.digest || a.Model != ct.hash:
		r.breach(e, fault.WrongModel, by, "the act is under another text or model than the case: the text makes the model %s", ct.hash)
	case a.Case != string(r.key.id):
		r.breach(e, fault.Conflict, by, "the act belongs to another case")
	}
	s, err := seal.VerifyAct(e.act, ct.ring, e.receipt.Receipt.Proved.Time)
	if err != nil {
		f := faultOf(err)
		r.find(Finding{
			Code: f.Code, Severity: Breach, Party: by, Article: agreement.Article(f.Article), Number: e.number, Step: stepOf(e), At: e.received(),
			Message: "the act does not count: " + f.Message,
		})
		return
	}
	if s.Person != nil {
		r.counts.Personal++
		r.outlived(e, s.Person)
	}
	r.outlived(e, s.Node)
	if a.Head != "" && ct.heads != nil && !ct.heads[a.Head] {
		r.find(Finding{
			Code: NotJudged, Severity: Unverifiable, Party: by, Number: e.number, Step: stepOf(e), At: e.received(),
			Message: "the act rests on an entry of the agreement's own case that no bundle has",
		})
	}
	if e.relay != nil {
		r.relayed(e)
	}
}

// outlived: a key that has been revoked since counts for what was done before, if another party vouches by a
// cosignature of that time that it was done; otherwise that rests on home, whose clock could be turned back.
func (r *caseRun) outlived(e *entry, h *seal.Holder) {
	if h.Revoked.IsZero() {
		return
	}
	for _, o := range e.opened {
		l := e.view.b.logs[o.Log]
		if l == nil {
			continue
		}
		if latest, ok := l.bounds.latest(o.Index); ok && !latest.After(h.Revoked.Add(r.a.opts.Skew)) {
			return
		}
	}
	r.find(Finding{
		Code: RevokedSince, Severity: Attested, Party: agreement.PartyID(e.receipt.Receipt.Home), Number: e.number, Step: stepOf(e), At: e.received(),
		Message: sprintf("the %s key %s was revoked from %s on; that it signed before rests on home's receipt", h.Key.Kind(), h.Key.ID(), formatTime(h.Revoked)),
	})
}

func (r *caseRun) relayed(e *entry) {
	rl, rc := &e.relay.Relay, &e.receipt.Receipt
	by := agreement.PartyID(rl.By)
	if _, err := seal.VerifyRelay(e.relay, r.ringOf(rl.Agreement), rl.Held.Time); err != nil {
		f := faultOf(err)
		r.breach(e, f.Code, by, "the relay evidence does not count: %s", f.Error())
		return
	}
	r.counts.Relays++
	switch {
	case rl.Act != e.actSum || rl.Case != rc.Case:
		r.breach(e, BackDated, agreement.PartyID(rc.Home), "the relay evidence is of another act")
	case by != r.ct.model.Depositary, rl.By == e.act.Act.Party:
		r.breach(e, fault.WrongRole, by, "relay evidence comes from the depositary, and not for its own acts")
	}
}

// timed: an act is made between its basis and its receipt, and counts no earlier than it is proved.
func (r *caseRun) timed(i int, e *entry) {
	a, rc, skew := &e.act.Act, &e.receipt.Receipt, r.a.opts.Skew
	by, home := agreement.PartyID(a.Party), agreement.PartyID(rc.Home)
	if a.Made.After(rc.Received.Add(skew)) {
		r.breach(e, BackDated, home, "the act says that it was made at %s, and its receipt that it was received before, at %s", formatTime(a.Made.Time), formatTime(e.received()))
	}
	var basis time.Time
	if a.Basis != "" {
		found, doubted := false, r.gap
		for j := i - 1; j >= 0; j-- {
			doubted = doubted || r.list[j].doubted
			if r.list[j].sum == a.Basis {
				basis, found = r.list[j].received(), true
				break
			}
		}
		switch {
		case !found && !doubted:
			r.breach(e, BrokenChain, by, "the act rests on a receipt that is none of this case's before it")
		case found && a.Made.Add(skew).Before(basis):
			r.breach(e, BackDated, by, "the act says that it was made at %s, before the receipt of %s that it rests on", formatTime(a.Made.Time), formatTime(basis))
		}
	}
	if rc.Evidence == "" {
		return
	}
	switch {
	case e.relay == nil:
		r.find(Finding{
			Code: NotJudged, Severity: Attested, Party: home, Number: e.number, Step: stepOf(e), At: rc.Proved.Time,
			Message: "that the act was done by " + formatTime(rc.Proved.Time) + " rests on home's word: the relay evidence is in no bundle",
		})
	case e.relay.Digest() != rc.Evidence, e.relay.Relay.Held.After(rc.Proved.Time) && rc.Proved.Before(rc.Received.Time):
		r.breach(e, BackDated, home, "the receipt counts the act from %s on; its evidence does not say so", formatTime(rc.Proved.Time))
	case rc.Proved.Add(skew).Before(basis):
		r.breach(e, BackDated, agreement.PartyID(e.relay.Relay.By), "the evidence is of %s, before the receipt that the act rests on", formatTime(rc.Proved.Time))
	}
}
