package node

import (
	"context"
	"time"

	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"

	"github.com/entente-net/entente/agreement"
)

// declare puts a statement into the agreement case, by its home, the depositary. The same statement
// twice is one.
func (n *Node) declare(ctx context.Context, d *deal, step agreement.StepID, st *seal.SignedStatement) error {
	if err := n.maySign(); err != nil {
		return err
	}
	if _, err := d.ring().Clone().Add(st); err != nil {
		return err
	}
	var s *seal.SignedAct
	err := n.withFile(ctx, d, d.caseID, func(f *file) error {
		nonce, err := seal.NewNonce(n.cfg.Random)
		if err != nil {
			return err
		}
		s, err = seal.SignAct(seal.Act{
			Agreement: d.textHash, Article: string(d.model.Declared), Basis: f.row.LastReceipt, Case: string(d.caseID), Facts: []seal.Fact{},
			Gives: []seal.Commitment{}, Head: d.head(), Kind: seal.KindStatement, Made: sealTime(n.Now()), Model: d.modelHash, Nonce: nonce,
			Party: string(n.party), Procedure: string(ProcedureAgreement), Sides: []seal.Binding{}, Statement: string(st.Encode()),
			Step: string(step), World: n.world,
		}, n.home.Sign, seal.PrivateKey{})
		if err != nil {
			return err
		}
		digest := s.Digest()
		once := "statement/" + string(d.textHash) + "/" + string(st.Digest())
		if home := f.home(); home == n.party {
			_, err := n.order(ctx, f, &incoming{signed: s, digest: digest, mine: true, once: once})
			return err
		}
		run, err := n.entry(d, ledger.KindSignature, string(digest), digest)
		if err != nil {
			return err
		}
		at := store.MicrosOf(n.Now())
		return n.db.Update(ctx, func(tx *store.Tx) error {
			if err := putOnce(ctx, tx, once, digest); err != nil {
				return err
			}
			if _, err := tx.AddAct(ctx, store.AddActParams{
				Digest: digest, CaseID: f.id, Agreement: d.textHash, Kind: s.Act.Kind, Status: store.ActQueued, Author: n.party, Mine: true,
				Body: s.Encode(), Received: at,
			}); err != nil {
				return err
			}
			if err := n.logged(tx, run); err != nil {
				return err
			}
			return tx.PutOutbox(ctx, store.PutOutboxParams{Agreement: d.textHash, Peer: f.home(), Kind: outAct, Ref: string(digest), Created: at})
		})
	})
	n.wakeLines(d.model.Depositary)
	if fault.CodeOf(err) == fault.Conflict {
		return nil // said before
	}
	return err
}

// statementOf reads the statement that an act of the agreement case carries, and holds the act's step
// to it.
func statementOf(a *seal.Act) (*seal.SignedStatement, error) {
	st, err := seal.DecodeSignedStatement([]byte(a.Statement))
	if err != nil {
		return nil, err
	}
	said, err := seal.DecodeStatement([]byte(st.Statement))
	if err != nil {
		return nil, err
	}
	var step agreement.StepID
	switch said.(type) {
	case *seal.NodeCertificate:
		step = StepCertify
	case *seal.Ratification:
		step = StepRatify
	case *seal.RoleCertificate, *seal.SealingCertificate:
		step = StepEnrol
	case *seal.Revocation:
		step = StepRevoke
	}
	if string(step) != a.Step || a.Procedure != string(ProcedureAgreement) {
		return nil, fault.New(fault.Malformed, "the step %q does not carry such a statement", a.Step)
	}
	return st, nil
}

// tryStatement says whether a statement would count.
func (n *Node) tryStatement(d *deal, a *seal.Act) error {
	st, err := statementOf(a)
	if err != nil {
		return err
	}
	said, err := d.ring().Clone().Add(st)
	if err != nil {
		return err
	}
	if r, ok := said.(*seal.Ratification); ok && (r.Agreement != d.textHash || r.Model != d.modelHash) {
		return fault.New(fault.WrongModel, "%s signed another text or model", r.Party).Mend("compare the hashes")
	}
	return nil
}

// statementTaken lets a statement that has its receipt have its effect. One that the depositary should not have
// taken has none: a statement counts by its own signature alone. The keys and how far the case has come change as one.
func (n *Node) statementTaken(d *deal, a *seal.Act, number int64, receipt seal.Digest, at time.Time) {
	next := &standing{ring: d.ring(), head: receipt, number: number}
	if a.Kind == seal.KindFound {
		n.dayTaken(d, a, at)
		d.now.Store(next)
		return
	}
	st, err := statementOf(a)
	if err == nil {
		var ring *seal.KeyRing
		if ring, err = n.learn(d, st, at); err == nil {
			next.ring = ring
		}
	}
	if err != nil {
		n.log.Error("the depositary took a statement that does not count", "agreement", d.id, "step", a.Step, "party", a.Party, "err", err)
	}
	d.now.Store(next)
}

// replayAgreementCase brings back what the agreement case has said so far.
func (n *Node) replayAgreementCase(ctx context.Context, d *deal) error {
	var acts []store.Act
	err := n.db.View(ctx, func(tx *store.Tx) error {
		for after := int64(0); ; {
			page, err := tx.ListTakenActs(ctx, store.ListTakenActsParams{CaseID: d.caseID, After: after, MaxRows: 500})
			if err != nil {
				return err
			}
			acts = append(acts, page...)
			if len(page) < 500 {
				return nil
			}
			after = page[len(page)-1].Number
		}
	})
	if err != nil {
		return err
	}
	for _, row := range acts {
		s, err := seal.DecodeSignedAct(row.Body)
		if err != nil {
			return fault.New(fault.Internal, "an act of the agreement case is damaged").Wrap(err)
		}
		n.statementTaken(d, &s.Act, row.Number, row.ReceiptDigest, row.Received.Time())
	}
	return nil
}
