package node

import (
	"context"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"
)

// relay is the depositary's office towards a party whose counterparty is silent: it holds the act, says
// since when, and passes it on. What is sealed in it stays sealed to the depositary.
func (n *Node) relay(ctx context.Context, d *deal, from agreement.PartyID, p *seal.Post) error {
	if n.party != d.model.Depositary {
		return fault.New(fault.Forbidden, "%s is not the depositary", n.party).Mend("ask %s", d.model.Depositary)
	}
	if p.Act == nil || p.Act.Act.Party != string(from) {
		return fault.New(fault.Malformed, "a request to relay another party's act, or none")
	}
	s := p.Act
	if err := n.maySign(); err != nil {
		return err
	}
	now := n.Now()
	if err := n.authentic(d, s, now); err != nil {
		return err
	}
	home, err := n.homeFor(ctx, d, s)
	if err != nil {
		return err
	}
	digest := s.Digest()
	evidence, err := seal.SignRelay(seal.Relay{
		Act: digest, Agreement: d.textHash, By: string(n.party), Case: s.Act.Case, Held: sealTime(now), Key: n.home.Sign.ID(), Type: seal.TypeRelay, World: n.world,
	}, n.home.Sign)
	if err != nil {
		return err
	}
	run, err := n.entry(d, ledger.KindRelay, string(digest), evidence.Digest())
	if err != nil {
		return err
	}
	at := store.MicrosOf(now)
	err = n.db.Update(ctx, func(tx *store.Tx) error {
		added, err := tx.AddMeta(ctx, store.AddMetaParams{Key: "relay/" + string(digest), Value: evidence.Encode()})
		if err != nil || added == 0 {
			return err // held already: the first word stands
		}
		if err := n.logged(tx, run); err != nil {
			return err
		}
		onward := &seal.Post{Act: s, Relay: evidence, Sealed: p.Sealed, Type: seal.TypePost}
		if home != "" && home != n.party {
			if err := tx.PutOutbox(ctx, store.PutOutboxParams{Agreement: d.textHash, Peer: home, Kind: outStatic, Ref: string(digest), Body: onward.Encode(), Created: at}); err != nil {
				return err
			}
		}
		word := &seal.Post{Relay: evidence, Type: seal.TypePost}
		return tx.PutOutbox(ctx, store.PutOutboxParams{Agreement: d.textHash, Peer: from, Kind: outStatic, Ref: string(digest), Body: word.Encode(), Created: at})
	})
	n.wakeLines(home, from)
	return err
}

// homeFor finds the home of an act's case, also where the case is not known here: a depositary that is
// no side of it. Then the act's own binding says it, or the asker will deliver it when the line is back.
func (n *Node) homeFor(ctx context.Context, d *deal, s *seal.SignedAct) (agreement.PartyID, error) {
	if len(s.Act.Case) != 32 {
		return "", fault.New(fault.Malformed, "%.40q is no case", s.Act.Case)
	}
	home, err := n.homeOfAct(ctx, d, s)
	if err != nil || home != "" {
		return home, err
	}
	// Two-sided cases of states: the home is the other party that the procedure's home side can be.
	p := d.model.Procedure(agreement.ProcedureID(s.Act.Procedure))
	if p == nil {
		return "", fault.New(fault.NoSuchStep, "the agreement has no procedure %q", s.Act.Procedure)
	}
	if p.Home == "" {
		return d.model.Depositary, nil
	}
	var candidates []agreement.PartyID
	for _, party := range p.Side(p.Home).Any {
		if party != agreement.PartyID(s.Act.Party) {
			candidates = append(candidates, party)
		}
	}
	if len(candidates) == 1 {
		return candidates[0], nil
	}
	return "", nil
}

// receiveRelay keeps the depositary's word about an own act: it goes with the act when the line is back.
func (n *Node) receiveRelay(ctx context.Context, d *deal, r *seal.SignedRelay) error {
	if r.Relay.By != string(d.model.Depositary) {
		return fault.New(fault.Forbidden, "%s is not the depositary", r.Relay.By)
	}
	if _, err := seal.VerifyRelay(r, d.ring(), n.Now()); err != nil {
		return err
	}
	run, err := n.entry(d, ledger.KindRelay, string(r.Relay.Act), r.Digest())
	if err != nil {
		return err
	}
	return n.db.Update(ctx, func(tx *store.Tx) error {
		act, err := tx.GetAct(ctx, r.Relay.Act)
		if err != nil {
			return err
		}
		if len(act.Relay) > 0 {
			return nil
		}
		if _, err := tx.SetActRelay(ctx, store.SetActRelayParams{Digest: r.Relay.Act, Relay: r.Encode()}); err != nil {
			return err
		}
		return n.logged(tx, run)
	})
}

// askCatchUp asks home for what is missing of a case.
func (n *Node) askCatchUp(ctx context.Context, f *file, home agreement.PartyID) error {
	p := &seal.Post{Catchup: &seal.Catchup{After: uint64(f.row.Number), Case: string(f.id)}, Type: seal.TypePost}
	err := n.db.Update(ctx, func(tx *store.Tx) error {
		ref := "catchup/" + string(f.id)
		if _, err := tx.DoneOutboxRef(ctx, store.DoneOutboxRefParams{Peer: home, Ref: ref, Kind: outStatic}); err != nil {
			return err
		}
		return tx.PutOutbox(ctx, store.PutOutboxParams{Agreement: f.d.textHash, Peer: home, Kind: outStatic, Ref: ref, Body: p.Encode(), Created: store.MicrosOf(n.Now())})
	})
	n.wakeLines(home)
	return err
}

// catchUp sends a party of a case what it says it is missing. Who has no part in the case gets nothing.
func (n *Node) catchUp(ctx context.Context, d *deal, from agreement.PartyID, c *seal.Catchup) error {
	id := casework.CaseID(c.Case)
	return n.withFile(ctx, d, id, func(f *file) error {
		if !f.have {
			return fault.New(fault.NotFound, "there is no case %s here", id)
		}
		part := false
		for _, p := range f.others(n.party) {
			part = part || p == from
		}
		if !part {
			return fault.New(fault.Forbidden, "%s has no part in the case", from)
		}
		return n.db.Update(ctx, func(tx *store.Tx) error {
			acts, err := tx.ListTakenActs(ctx, store.ListTakenActsParams{CaseID: id, After: int64(min(c.After, 1<<62)), MaxRows: 500})
			if err != nil {
				return err
			}
			for _, a := range acts {
				if _, err := tx.DoneOutboxRef(ctx, store.DoneOutboxRefParams{Peer: from, Ref: string(a.Digest), Kind: outReceipt}); err != nil {
					return err
				}
				if err := tx.PutOutbox(ctx, store.PutOutboxParams{Agreement: a.Agreement, Peer: from, Kind: outReceipt, Ref: string(a.Digest), Created: store.MicrosOf(n.Now())}); err != nil {
					return err
				}
			}
			return nil
		})
	})
}
