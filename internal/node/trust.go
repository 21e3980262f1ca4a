package node

import (
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

// What another party says is held to its signatures, and what home says to its own rules, before it counts here.

// authentic verifies an act's signatures. Where its author had seen more of the agreement case than this node, the keys may
// be what is missing here: then the act comes again.
func (n *Node) authentic(f *file, s *seal.SignedAct, at time.Time) error {
	if _, err := seal.VerifyAct(s, f.d.ring.Load(), at); err != nil {
		return n.orBehind(f.d, &s.Act, err)
	}
	return nil
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
	r := &in.relay.Relay
	if r.By != string(f.d.model.Depositary) || r.By == in.signed.Act.Party || r.Act != in.digest || r.Case != string(f.id) || r.Agreement != f.d.textHash {
		return fault.New(fault.Malformed, "the relay evidence is not the depositary's word about this act")
	}
	_, err := seal.VerifyRelay(in.relay, f.d.ring.Load(), received)
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
