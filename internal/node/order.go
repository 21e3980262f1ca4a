package node

import (
	"context"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"
)

// incoming is an act that asks for its place, with what came with it.
type incoming struct {
	signed      *seal.SignedAct
	digest      seal.Digest
	disclosures []seal.Disclosure
	values      map[agreement.FieldID]any
	relay       *seal.SignedRelay // evidence that it was held earlier
	mine        bool
	once        string
	filing      *store.AddFilingParams
	d           *deal // the version that the act names, once it has been held to the case's
	unread      bool  // a silence whose step nobody can judge here: it has no effect
}

// order is home's office: it gives an act its place in the case and its receipt, or refuses it. The
// caller holds the case's lock.
func (n *Node) order(ctx context.Context, f *file, in *incoming) (*seal.SignedReceipt, error) {
	if err := n.maySign(); err != nil {
		return nil, err
	}
	a := &in.signed.Act
	if f.broken != nil && a.Kind == seal.KindStep {
		return nil, f.broken // what a condition reads may be missing: no verdict
	}
	received := notBefore(n.Now(), f.received)
	if f.c != nil && a.Kind != seal.KindLapse {
		// What is due is recorded first: which effect silence had never depends on who was quicker.
		if err := n.recordSilences(ctx, f, received); err != nil {
			return nil, err
		}
	}
	if f.proven(in) {
		f.back()
		f.refresh()
	}
	names := homeFacts(f, a)
	defer f.d.counting(len(names) > 0)()
	received = notBefore(n.Now(), f.received)
	if err := n.checkAct(f, in, received); err != nil {
		return nil, err
	}
	rec := seal.Receipt{
		Act: in.digest, Agreement: in.d.textHash, Before: f.row.LastReceipt, Case: string(f.id), Home: string(n.party), Key: n.home.Sign.ID(),
		Number: uint64(f.row.Number) + 1, Proved: sealTime(received), Received: sealTime(received), Type: seal.TypeReceipt, World: n.world,
	}
	if in.relay != nil && in.relay.Relay.Held.Before(received) {
		rec.Evidence, rec.Proved = in.relay.Digest(), in.relay.Relay.Held
	}
	next := f.c
	switch a.Kind {
	case seal.KindStatement:
		if err := n.tryStatement(f.d, a); err != nil {
			return nil, err
		}
	case seal.KindFound:
		if _, err := f.d.dayOf(a, received); err != nil {
			return nil, err
		}
	default:
		var err error
		if rec.Facts, err = n.found(ctx, f.d, names, rec.Proved.Time); err != nil {
			return nil, err
		}
		mv, err := moveOf(f.d.model, in.signed, in.values, &rec)
		if err != nil {
			return nil, err
		}
		mv.Received, mv.Attested = received, in.unread
		if rec.Evidence != "" {
			mv.Proved = rec.Proved.Time
		}
		if next, err = f.apply(a, mv); err != nil {
			return nil, err
		}
	}
	if !in.mine && len(in.disclosures) > 0 {
		// What no share opens to this party is not kept, whoever sends it: it comes when its time has come.
		may := next.Entitled(n.party, received)
		in.disclosures = slices.DeleteFunc(in.disclosures, func(d seal.Disclosure) bool { return !slices.Contains(may, agreement.FieldID(d.Field)) })
	}
	receipt, err := seal.SignReceipt(rec, n.home.Sign)
	if err != nil {
		return nil, err
	}
	if err := n.commitTaken(ctx, f, in, receipt, next); err != nil {
		return nil, err
	}
	return receipt, nil
}

// checkAct holds an act to its case and to whose it is, before the engine is asked what it may do.
func (n *Node) checkAct(f *file, in *incoming, received time.Time) error {
	a := &in.signed.Act
	in.d = n.textOf(f, a)
	switch {
	case a.World != n.world:
		return fault.New(fault.WrongWorld, "an act of another world")
	case a.Agreement != in.d.textHash || a.Model != in.d.modelHash:
		version := "another"
		if d, err := n.dealOf(a.Agreement); err == nil {
			version = d.model.Version
		}
		return f.elsewhere(version)
	case a.Case != string(f.id):
		return fault.New(fault.Malformed, "the act belongs to another case")
	case (a.Kind == seal.KindStatement || a.Kind == seal.KindFound) != (f.id == f.d.caseID):
		return fault.New(fault.Malformed, "statements and what was found on a day stand in the agreement case, and nothing else does")
	}
	if f.id != f.d.caseID {
		now := f.d.now.Load()
		if err := f.d.inForce(received); err != nil {
			return n.orBehind(f.d, now, a, err)
		}
		if f.c == nil {
			if err := n.superseded(f.d); err != nil {
				return err
			}
		}
		if p := f.d.model.Procedure(agreement.ProcedureID(a.Procedure)); p == nil || f.c != nil && f.c.Procedure != p {
			return fault.New(fault.NoSuchStep, "the case follows another procedure than %q", a.Procedure)
		} else if a.Kind == seal.KindStep {
			if s := p.Step(agreement.StepID(a.Step)); s != nil && string(s.Article) != a.Article {
				return fault.Refuse(fault.Malformed, string(s.Article), "the act cites Article %s for the step %s", a.Article, a.Step)
			}
		}
	}
	if (a.Kind == seal.KindLapse || a.Kind == seal.KindFound) && a.Party != string(f.home()) {
		return notHomes(f, a)
	}
	return n.authentic(in.d, in.signed, received)
}

// commitTaken makes a taken act durable with all that follows from it, in one transaction: the receipt,
// the log entries, the deadlines, what goes to the other sides. It is the same for home and for the others.
func (n *Node) commitTaken(ctx context.Context, f *file, in *incoming, receipt *seal.SignedReceipt, next *casework.Case) error {
	a, r := &in.signed.Act, &receipt.Receipt
	if in.d == nil {
		in.d = f.d
	}
	isHome := r.Home == string(n.party)
	kind := ledger.KindAct
	if a.Kind == seal.KindLapse {
		kind = ledger.KindLapse
	} else if a.Kind == seal.KindStatement {
		kind = ledger.KindSignature
	} else if a.Kind == seal.KindErased {
		kind = ledger.KindErasure
	}
	runs := make([]*store.Run, 0, 2)
	receiptDigest := receipt.Digest()
	for _, e := range []struct {
		kind ledger.Kind
		what seal.Digest
	}{{kind, in.digest}, {ledger.KindReceipt, receiptDigest}} {
		run, err := n.entry(in.d, e.kind, string(e.what), e.what)
		if err != nil {
			return err
		}
		runs = append(runs, run)
	}
	var kept []concealed
	if p := f.d.model.Procedure(agreement.ProcedureID(a.Procedure)); p != nil {
		for _, disc := range in.disclosures {
			row, err := n.conceal(p, f.id, in.digest, disc, in.mine)
			if err != nil {
				return err
			}
			kept = append(kept, row)
		}
	}
	wasCase, wasMine, wasNumber, fresh := f.c, f.mine, f.row.Number, !f.have
	moves := f.have && f.row.Agreement != f.d.textHash
	mine := f.mine
	if in.mine {
		for _, row := range kept {
			if !slices.Contains(mine, held{in.digest, row.Field}) {
				mine = append(slices.Clone(mine), held{in.digest, row.Field})
			}
		}
	}
	f.c, f.mine = next, mine
	releases := n.releases(f, r.Received.Time)
	row := f.row
	row.Number, row.LastReceipt, row.Updated = int64(r.Number), receiptDigest, store.MicrosOf(r.Received.Time)
	n.describe(&row, f)
	if !f.have {
		row.Agreement = f.d.textHash
		row.Opened, row.Home, row.Procedure = row.Updated, agreement.PartyID(r.Home), agreement.ProcedureID(a.Procedure)
	}
	var relay []byte
	if in.relay != nil {
		relay = in.relay.Encode()
	}
	others := f.others(n.party)
	at := store.MicrosOf(n.Now())
	body, receiptBody := in.signed.Encode(), receipt.Encode()
	list, err := n.listing(f, effectsSince(wasCase, next))
	if err != nil {
		f.c, f.mine = wasCase, wasMine
		return err
	}
	reads := n.tally.begin()
	err = n.db.Update(ctx, func(tx *store.Tx) error {
		if err := putOnce(ctx, tx, in.once, in.digest); err != nil {
			return err
		}
		if err := putFiling(ctx, tx, in.filing); err != nil {
			return err
		}
		if err := n.putMove(ctx, tx, f); err != nil {
			return err
		}
		if err := n.putCase(ctx, tx, row, wasNumber, fresh); err != nil {
			return err
		}
		added, err := tx.AddAct(ctx, store.AddActParams{
			Digest: in.digest, CaseID: f.id, Agreement: in.d.textHash, Kind: a.Kind, Status: store.ActTaken, Number: row.Number, Author: agreement.PartyID(a.Party),
			Mine: in.mine, Body: body, Receipt: receiptBody, ReceiptDigest: receiptDigest, Relay: relay, Received: row.Updated,
		})
		if err != nil {
			return err
		}
		if added == 0 {
			took, err := tx.TakeAct(ctx, store.TakeActParams{Digest: in.digest, Number: row.Number, Receipt: receiptBody, ReceiptDigest: receiptDigest})
			if err != nil {
				return err
			}
			if took == 0 {
				return fault.New(fault.Conflict, "the act has its place already")
			}
		}
		if in.mine && !isHome { // it has its verdict
			if _, err := tx.DoneOutboxRef(ctx, store.DoneOutboxRefParams{Peer: agreement.PartyID(r.Home), Ref: string(in.digest), Kind: outAct}); err != nil {
				return err
			}
		}
		for _, k := range kept {
			if _, err := n.keep(ctx, tx, k); err != nil {
				return err
			}
			if !k.Giver {
				if err := n.noteReceived(ctx, tx, k.AddDisclosureParams, at); err != nil {
					return err
				}
			}
		}
		if err := n.logged(tx, runs...); err != nil {
			return err
		}
		if err := putDeadlines(ctx, tx, f); err != nil {
			return err
		}
		if err := n.putAwaited(ctx, tx, f); err != nil {
			return err
		}
		if isHome {
			for _, p := range others {
				if err := tx.PutOutbox(ctx, store.PutOutboxParams{Agreement: in.d.textHash, Peer: p, Kind: outReceipt, Ref: string(in.digest), Created: at}); err != nil {
					return err
				}
			}
		}
		if err := list.put(ctx, tx); err != nil {
			return err
		}
		if err := n.hookAct(ctx, tx, f, a, &row, r.Received.Time); err != nil {
			return err
		}
		return n.putReleases(ctx, tx, f, releases, at)
	})
	list.done(err)
	if err != nil {
		f.c, f.mine = wasCase, wasMine
		n.forget(f.id) // the outcome may be unknown: the database says what is true
		return err
	}
	row.Agreement = f.d.textHash
	was := &f.row
	if !f.have {
		was = nil
	}
	n.tally.moved(reads, was, &row)
	f.row, f.have, f.received = row, true, r.Received.Time
	f.put(next, f.d)
	f.d.left.Store(false)
	if moves {
		wasCase = nil // nothing of it counts under the new text yet
	}
	n.effective(wasCase, next)
	for _, rel := range releases {
		f.sent[rel] = true
	}
	if f.id == f.d.caseID {
		n.statementTaken(f.d, a, row.Number, receiptDigest, r.Received.Time)
	}
	if isHome || len(releases) > 0 {
		n.wakeLines(others...)
	}
	n.waiters.tell(in.digest, verdict{number: r.Number})
	n.wakeSweeper()
	n.wakeHooks()
	return nil
}

// describe fills in what the lists show of a case.
func (n *Node) describe(row *store.CaseFile, f *file) {
	if f.c == nil {
		return
	}
	row.State, row.Closed = f.c.State, f.c.Over()
	row.NextAt = store.MicrosOf(f.c.NextOf(n.party))
}

func (n *Node) putCase(ctx context.Context, tx *store.Tx, row store.CaseFile, was int64, fresh bool) error {
	if fresh {
		added, err := tx.AddCase(ctx, store.AddCaseParams{
			ID: row.ID, Agreement: row.Agreement, Procedure: row.Procedure, Home: row.Home, Number: row.Number, LastReceipt: row.LastReceipt,
			State: row.State, Opened: row.Opened, Updated: row.Updated, NextAt: row.NextAt, Closed: row.Closed, Version: 1,
		})
		if err == nil && added == 0 {
			return fault.New(fault.Conflict, "the case is there already").Mend("try again")
		}
		return err
	}
	moved, err := tx.AdvanceCase(ctx, store.AdvanceCaseParams{
		ID: row.ID, Number: row.Number, LastReceipt: row.LastReceipt, State: row.State, Updated: row.Updated, NextAt: row.NextAt, Closed: row.Closed, Was: was,
	})
	if err == nil && moved == 0 {
		return fault.New(fault.Conflict, "another act took this place in the case first").Mend("try again")
	}
	return err
}

// putDeadlines keeps the rows by which clocks are seen and claimed the same as the engine has them.
func putDeadlines(ctx context.Context, tx *store.Tx, f *file) error {
	if f.c == nil {
		return nil
	}
	for i := range f.c.Clocks {
		r := &f.c.Clocks[i]
		if err := tx.PutDeadline(ctx, deadlineOf(f.id, f.c.Procedure.Clock(r.Clock), r)); err != nil {
			return err
		}
	}
	return nil
}

func deadlineOf(id casework.CaseID, cl *agreement.Clock, r *casework.Running) store.PutDeadlineParams {
	return store.PutDeadlineParams{
		CaseID: id, Clock: r.Clock, Started: store.MicrosOf(r.Started), Article: cl.Article, Due: store.MicrosOf(r.Due), Grace: store.MicrosOf(r.Grace),
		Paused: store.MicrosOf(r.Paused), Extended: r.Extended, Silence: cl.Silence, Status: r.Status, Fired: store.MicrosOf(r.Fired),
	}
}

// releases are the fields that this party gave and that others may see now for the first time.
func (n *Node) releases(f *file, now time.Time) []sentKey {
	if f.c == nil || len(f.mine) == 0 {
		return nil
	}
	var out []sentKey
	for _, p := range f.others(n.party) {
		may := f.c.Entitled(p, now)
		for _, h := range f.mine {
			if k := (sentKey{h, p}); slices.Contains(may, h.field) && !f.sent[k] {
				out = append(out, k)
			}
		}
	}
	return out
}

func (n *Node) putReleases(ctx context.Context, tx *store.Tx, f *file, releases []sentKey, at store.Micros) error {
	type letter struct {
		act   seal.Digest
		party agreement.PartyID
	}
	put := map[letter]bool{}
	for _, k := range releases {
		if _, err := tx.AddSent(ctx, store.AddSentParams{Act: k.act, Field: k.field, Party: k.party, CaseID: f.id, At: at}); err != nil {
			return err
		}
		if l := (letter{k.act, k.party}); !put[l] {
			put[l] = true
			if err := tx.PutOutbox(ctx, store.PutOutboxParams{Agreement: f.d.textHash, Peer: k.party, Kind: outBundle, Ref: string(k.act), Created: at}); err != nil {
				return err
			}
		}
	}
	return nil
}
