package node

import (
	"context"
	"reflect"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/negotiation"
	"github.com/entente-net/entente/seal"
)

// concludeAll takes onto this node what all have signed. It is asked again and again, so that a stop at any point is made up for; each of
// its steps is done once, however often it is tried.
func (n *Node) concludeAll(ctx context.Context) error {
	var first error
	for _, t := range n.talks.all() {
		if err := n.conclude(ctx, t); err != nil && first == nil {
			first = err
		}
	}
	return first
}

func (n *Node) conclude(ctx context.Context, t *talk) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	v := t.s.Concluded()
	if v == nil || t.concluded != "" {
		return nil
	}
	m, _ := v.Model()
	if m == nil {
		return fault.New(fault.AgreementOpen, "the text that all have signed does not compile here").Mend("run the version of the software with which it was signed")
	}
	if m.Party(n.party) != nil { // who leaves by an amendment has signed it, and does not run it
		if err := n.takeOn(ctx, t, v); err != nil {
			return err
		}
	}
	err := n.db.Update(ctx, func(tx *store.Tx) error {
		_, err := tx.ConcludeNegotiation(ctx, store.ConcludeNegotiationParams{ID: t.s.ID, Concluded: v.Hash})
		return err
	})
	if err == nil {
		t.concluded = v.Hash
		n.log.Info("a negotiation is concluded", "agreement", m.ID, "version", m.Version)
	}
	return err
}

// takeOn adopts the text and puts this party's ratification into its agreement case.
func (n *Node) takeOn(ctx context.Context, t *talk, v *negotiation.Version) error {
	d, err := n.dealOf(v.Hash)
	if err != nil {
		var cards []Card
		for _, p := range t.s.Opening.Parties {
			c := Card{Party: agreement.PartyID(p.Party), Address: p.Address, Certificate: p.Certificate, Key: p.Key}
			if known, err := n.cardOf(ctx, c.Party); err == nil {
				c.Address = known.Address // a party may have moved since
			}
			if c.Party != n.party {
				cards = append(cards, c)
			}
		}
		if _, err := n.Adopt(ctx, v.Text, cards); err != nil {
			return err
		}
		if d, err = n.dealOf(v.Hash); err != nil {
			return err
		}
	}
	if old, err := n.dealOf(t.s.Opening.Amends); err == nil {
		if err := n.carryOver(ctx, old, d); err != nil {
			return err
		}
		if err := n.carryTranslations(ctx, old, d); err != nil {
			return err
		}
	}
	return n.declare(ctx, d, StepRatify, t.s.Ratification(n.party, v))
}

// carryOver brings what is about keys, and not about the text, from one version to the next: this party's own certificates and
// revocations.
func (n *Node) carryOver(ctx context.Context, old, now *deal) error {
	acts, err := n.takenStatements(ctx, old)
	if err != nil {
		return err
	}
	for _, a := range acts {
		st, err := statementOf(a)
		if err != nil || a.Party != string(n.party) || a.Step == string(StepRatify) {
			continue
		}
		if err := n.declare(ctx, now, agreement.StepID(a.Step), st); err != nil {
			n.log.Warn("a statement has no place under the new version", "agreement", now.id, "step", a.Step, "why", err)
		}
	}
	return nil
}

// carryRegisters brings the registers that this party holds to each version that has come into force, as they are then, where they
// are still what they were. It does so once, however often it is asked.
func (n *Node) carryRegisters(ctx context.Context) error {
	for _, d := range n.allDeals() {
		if d.model.Amends == nil || d.came.Load() || !d.signedByAll() || n.Now().Before(casework.InForceFrom(d.model, time.Time{})) {
			continue
		}
		for _, old := range n.versionsOf(d.id) {
			if d.model.TakesPlaceOf(old.model) {
				if err := n.registersFrom(ctx, old, d); err != nil {
					return err
				}
			}
		}
		d.came.Store(true)
	}
	return nil
}

func (n *Node) registersFrom(ctx context.Context, old, now *deal) error {
	for i := range now.model.Registers {
		r := &now.model.Registers[i]
		was := old.model.Register(r.ID)
		if was == nil || !sameData(old.model, now.model, was, r) {
			continue
		}
		if err := n.carryRegister(ctx, old, now, r); err != nil {
			return err
		}
	}
	return nil
}

func (n *Node) takenStatements(ctx context.Context, d *deal) (out []*seal.Act, err error) {
	err = n.db.View(ctx, func(tx *store.Tx) error {
		out = nil
		for after := int64(0); ; {
			page, err := tx.ListTakenActs(ctx, store.ListTakenActsParams{CaseID: d.caseID, After: after, MaxRows: 500})
			if err != nil {
				return err
			}
			for _, row := range page {
				if s, err := seal.DecodeSignedAct(row.Body); err == nil {
					out = append(out, &s.Act)
				}
			}
			if len(page) < 500 {
				return nil
			}
			after = page[len(page)-1].Number
		}
	})
	return out, err
}

// sameData says whether what stands in a register under one version can stand in it under the other.
func sameData(old, now *agreement.Model, a, b *agreement.Register) bool {
	x, y := old.Record(a.Record), now.Record(b.Record)
	if x == nil || y == nil || !reflect.DeepEqual(a.Key, b.Key) || len(x.Fields) != len(y.Fields) {
		return false
	}
	for i := range x.Fields {
		f, g := x.Fields[i], y.Fields[i]
		if f.ID != g.ID || f.Type != g.Type || f.Of != g.Of || f.Record != "" || g.Record != "" || !reflect.DeepEqual(f.Choices, g.Choices) {
			return false
		}
	}
	return true
}

func (n *Node) carryRegister(ctx context.Context, old, now *deal, r *agreement.Register) error {
	var version store.RegisterVersion
	err := n.db.View(ctx, func(tx *store.Tx) (err error) {
		version, err = tx.GetRegisterVersion(ctx, store.GetRegisterVersionParams{Agreement: old.textHash, Register: r.ID})
		return err
	})
	if fault.CodeOf(err) == fault.NotFound {
		return nil // not this party's, or never loaded
	} else if err != nil {
		return err
	}
	run, err := n.entry(now, ledger.KindRegister, "register/"+string(r.ID)+"/"+version.Version, seal.DigestOf([]byte(string(r.ID)+"\n"+version.Version)))
	if err != nil {
		return err
	}
	n.regs.load.Lock()
	defer n.regs.load.Unlock()
	var fresh int64
	err = n.db.Update(ctx, func(tx *store.Tx) error {
		var err error
		fresh, err = tx.CopyRegisterVersion(ctx, store.CopyRegisterVersionParams{New: now.textHash, Old: old.textHash, Register: r.ID})
		if err != nil || fresh == 0 {
			return err
		}
		if _, err := tx.CopyRegisterEntries(ctx, store.CopyRegisterEntriesParams{New: now.textHash, Old: old.textHash, Register: r.ID}); err != nil {
			return err
		}
		return n.logged(tx, run)
	})
	if err != nil || fresh == 0 {
		return err
	}
	return n.loadRegisters(ctx, now)
}
