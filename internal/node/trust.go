package node

import (
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/seal"
)

// What another party says is held to its signatures, and what home says to its own rules, before it counts here.

// authentic verifies an act's signatures. Where its author had seen more of the agreement case than this node, the keys may
// be what is missing here: then the act comes again.
func (n *Node) authentic(d *deal, s *seal.SignedAct, at time.Time) error {
	now := d.now.Load()
	if _, err := seal.VerifyAct(s, now.ring, at); err != nil {
		return n.orBehind(d, now, &s.Act, err)
	}
	return nil
}

// orBehind turns a refusal for a key or a signature under the agreement that does not count here into a wait, where the author
// had seen more of the agreement case than what was looked at comes from: the enrolment may be on its way. That it lies in the
// database already says nothing: its effect follows the commit, and the act may have come between the two.
func (n *Node) orBehind(d *deal, now *standing, a *seal.Act, why error) error {
	if a.Head == "" || a.Head == now.head {
		return why
	}
	switch fault.CodeOf(why) {
	case fault.UnknownKey, fault.PersonalInvalid, fault.NotInForce:
	default:
		return why
	}
	seen := false
	err := n.db.View(ctxBackground, func(tx *store.Tx) error {
		act, err := tx.GetActByReceipt(ctxBackground, a.Head)
		seen = err == nil && (act.CaseID != d.caseID || act.Number <= now.number)
		if store.Missing(err) {
			return nil
		}
		return err
	})
	switch {
	case err != nil: // no verdict rests on what could not be read
		return fault.New(fault.Conflict, "how far the agreement case has come here cannot be read now").Mend("the act is sent again").Wrap(err)
	case seen:
		return why
	}
	return fault.New(fault.Conflict, "the act rests on a later state of the agreement case than this node has seen").
		Mend("it is sent again; the agreement case catches up by itself").Wrap(why)
}

// checkTimes holds a receipt's instants to each other: receipts never go back in time, and an act counts as done
// before it was received only by the depositary's word.
func (n *Node) checkTimes(f *file, in *incoming, r *seal.Receipt) error {
	a := &in.signed.Act
	switch {
	case a.Kind == seal.KindLapse && a.Party != r.Home:
		return notHomes(f, a)
	case r.Received.Before(f.received):
		return fault.New(fault.Malformed, "receipt %d says %s, the one before it %s", r.Number, r.Received.Format(time.RFC3339), f.received.Format(time.RFC3339))
	case r.Evidence == "" && r.Proved.Equal(r.Received.Time):
		in.relay = nil
		return nil
	case in.relay == nil || r.Evidence != in.relay.Digest() || !r.Proved.Equal(in.relay.Relay.Held.Time) || r.Proved.After(r.Received.Time):
		return fault.New(fault.Malformed, "receipt %d counts the act from %s on, without the depositary's word for it", r.Number, r.Proved.Format(time.RFC3339))
	}
	return n.checkRelay(f, in, r.Received.Time)
}

// checkRelay lets relay evidence count only if the depositary gave it, and not for itself.
func (n *Node) checkRelay(f *file, in *incoming, received time.Time) error {
	if in.relay == nil {
		return nil
	}
	r, d := &in.relay.Relay, f.d
	if named, err := n.dealOf(in.signed.Act.Agreement); err == nil && f.c != nil && f.has(named.model) {
		d = named // it was held when the case was under that version
	}
	if r.By != string(d.model.Depositary) || r.By == in.signed.Act.Party || r.Act != in.digest || r.Case != string(f.id) || r.Agreement != d.textHash {
		return fault.New(fault.Malformed, "the relay evidence is not the depositary's word about this act")
	}
	_, err := seal.VerifyRelay(in.relay, d.ring(), received)
	return err
}

// notHomes refuses a silence that is recorded by somebody else than home.
func notHomes(f *file, a *seal.Act) error {
	article := ""
	if p := f.d.model.Procedure(agreement.ProcedureID(a.Procedure)); p != nil {
		if article = string(p.Article); p.Clock(agreement.ClockID(a.Clock)) != nil {
			article = string(p.Clock(agreement.ClockID(a.Clock)).Article)
		}
	}
	return fault.Refuse(fault.NotHome, article, "silences of this case are recorded by %s, not by %s", f.home(), a.Party)
}
