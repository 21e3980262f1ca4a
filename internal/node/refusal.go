package node

import (
	"context"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"
)

// refuse keeps and sends home's no, so that the author has it in writing.
func (n *Node) refuse(ctx context.Context, f *file, in *incoming, why error) error {
	e := asFault(why)
	if e.Code == fault.Internal || e.Code == fault.StoreFull || e.Code == fault.Unavailable || e.Code == fault.Conflict || e.Code == fault.StoreBehind {
		return why // no verdict about the act: it comes again
	}
	d := f.d
	if named, err := n.dealOf(in.signed.Act.Agreement); err == nil && f.c != nil && f.has(named.model) {
		d = named // by its line the act came, and so does the answer
	}
	refusal, err := seal.SignRefusal(seal.Refusal{
		Act: in.digest, Agreement: d.textHash, Article: e.Article, Case: string(f.id), Code: string(e.Code), Home: string(n.party), Key: n.home.Sign.ID(),
		Message: e.Message, Received: sealTime(notBefore(n.Now(), f.received)), Remedy: e.Remedy, Type: seal.TypeRefusal, World: n.world,
	}, n.home.Sign)
	if err != nil {
		return err
	}
	run, err := n.entry(d, ledger.KindRefusal, string(in.digest), refusal.Digest())
	if err != nil {
		return err
	}
	at := store.MicrosOf(n.Now())
	err = n.db.Update(ctx, func(tx *store.Tx) error {
		added, err := tx.AddAct(ctx, store.AddActParams{
			Digest: in.digest, CaseID: f.id, Agreement: d.textHash, Kind: in.signed.Act.Kind, Status: store.ActRefused, Author: agreement.PartyID(in.signed.Act.Party),
			Body: in.signed.Encode(), Refusal: refusal.Encode(), Received: at,
		})
		if err != nil || added == 0 {
			return err
		}
		if err := n.logged(tx, run); err != nil {
			return err
		}
		return tx.PutOutbox(ctx, store.PutOutboxParams{Agreement: d.textHash, Peer: agreement.PartyID(in.signed.Act.Party), Kind: outRefusal, Ref: string(in.digest), Created: at})
	})
	n.wakeLines(agreement.PartyID(in.signed.Act.Party))
	return err
}

// receiveRefusal ends the wait of an own act.
func (n *Node) receiveRefusal(ctx context.Context, d *deal, ref *seal.SignedRefusal) error {
	r := &ref.Refusal
	var act store.Act
	err := n.db.View(ctx, func(tx *store.Tx) error {
		var err error
		act, err = tx.GetAct(ctx, r.Act)
		return err
	})
	if err != nil {
		return err
	}
	if _, err := seal.VerifyRefusal(ref, d.ring(), r.Received.Time); err != nil {
		return err
	}
	s, err := seal.DecodeSignedAct(act.Body)
	if err != nil {
		return err
	}
	run, err := n.entry(d, ledger.KindRefusal, string(r.Act), ref.Digest())
	if err != nil {
		return err
	}
	err = n.withFile(ctx, d, act.CaseID, func(f *file) error {
		if string(f.homeOf(&s.Act)) != r.Home {
			return fault.New(fault.NotHome, "a refusal of %s in a case that it does not order", r.Home)
		}
		return n.db.Update(ctx, func(tx *store.Tx) error {
			done, err := tx.RefuseAct(ctx, store.RefuseActParams{Digest: r.Act, Refusal: ref.Encode()})
			if err != nil || done == 0 {
				return err
			}
			if _, err := tx.DoneOutboxRef(ctx, store.DoneOutboxRefParams{Peer: agreement.PartyID(r.Home), Ref: string(r.Act), Kind: outAct}); err != nil {
				return err
			}
			return n.logged(tx, run)
		})
	})
	if err == nil {
		n.waiters.tell(r.Act, verdict{refusal: r})
	}
	return err
}
