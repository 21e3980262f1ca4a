package node

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/keystore"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"
)

// sweep keeps the clocks: whatever is due happens, once, however often the node was stopped in between.
func (n *Node) sweep() {
	for {
		wait := time.Second
		if err := n.Tend(n.running); err != nil && n.running.Err() == nil {
			n.log.Error("the clocks could not be tended", "err", err)
		}
		t := time.NewTimer(wait)
		select {
		case <-n.running.Done():
			t.Stop()
			return
		case <-n.wakeups:
			t.Stop()
		case <-t.C:
		}
	}
}

// Tend lets everything happen that is due by now: silences of cases that this node orders,
// destructions, the end of keeping times of traces and register entries.
func (n *Node) Tend(ctx context.Context) error {
	if n.maySign() != nil {
		return nil
	}
	n.stirred.Store(true)
	now := n.Now()
	var due []store.CaseFile
	var traces []store.Erasure
	err := n.db.View(ctx, func(tx *store.Tx) error {
		var err error
		if due, err = tx.ListCasesDue(ctx, store.ListCasesDueParams{Now: store.MicrosOf(now), MaxRows: 500}); err != nil {
			return err
		}
		traces, err = tx.ListErasuresDue(ctx, store.ListErasuresDueParams{Now: store.MicrosOf(now), MaxRows: 100})
		return err
	})
	if err != nil {
		return err
	}
	var first error
	keep := func(err error) {
		if first == nil && err != nil {
			first = err
		}
	}
	for _, row := range due {
		keep(n.tendCase(ctx, row.Agreement, row.ID))
	}
	scrub := false
	for _, t := range traces {
		if t.CaseID == "" { // those of cases are finished by their case
			keep(n.eraseTrace(ctx, t.Compartment))
			scrub = true
		}
	}
	keep(n.expireEntries(ctx, now))
	keep(n.tendDays(ctx, now))
	keep(n.concludeAll(ctx))
	keep(n.carryRegisters(ctx))
	keep(n.moveCases(ctx))
	keep(n.countCases(ctx, countingTime))
	keep(n.tendAwaited(ctx))
	if scrub {
		keep(n.db.Scrub(ctx))
	}
	return first
}

func (n *Node) tendCase(ctx context.Context, text seal.Digest, id casework.CaseID) error {
	d, err := n.dealOf(text)
	if err != nil {
		return err
	}
	erased := false
	err = n.withFile(ctx, d, id, func(f *file) error {
		defer func() {
			if erased { // under the lock, also where it failed half-way: nobody who waits sees the values any more
				n.forget(id)
			}
		}()
		if f.c == nil {
			return n.setNext(ctx, f, 0)
		}
		now := notBefore(n.Now(), f.received)
		if f.home() == n.party {
			if err := n.recordSilences(ctx, f, now); err != nil {
				return err
			}
		}
		if err := n.noteMove(ctx, f); err != nil {
			return err
		}
		owed := f.c.ErasuresOf(n.party, n.Now())
		for _, e := range owed {
			if said, err := n.isSaid(ctx, saidKey(f.id, e)); err != nil || said {
				if err != nil {
					return err
				}
				continue // the word about it is under way to home
			}
			erased = true
			if err := n.erase(ctx, f, e); err != nil {
				return err
			}
		}
		next := store.MicrosOf(f.c.NextOf(n.party))
		if next != 0 && next <= store.MicrosOf(n.Now()) {
			// Overdue and not in this node's hands (home has not spoken): look again, not at once.
			next = store.MicrosOf(n.Now().Add(n.cfg.Patience))
		}
		return n.setNext(ctx, f, next)
	})
	if erased {
		if serr := n.db.Scrub(ctx); err == nil {
			err = serr
		}
	}
	return err
}

func (n *Node) setNext(ctx context.Context, f *file, next store.Micros) error {
	return n.db.Update(ctx, func(tx *store.Tx) error {
		row, err := tx.GetCase(ctx, f.id)
		if err != nil {
			return err
		}
		if _, err = tx.SetCaseNext(ctx, store.SetCaseNextParams{NextAt: next, ID: f.id, Was: row.Version}); err != nil {
			return err
		}
		return n.putAwaited(ctx, tx, f)
	})
}

// recordSilences is home's office when nobody acted: each silence that is due becomes an act of its own,
// in order, before anything else happens in the case.
func (n *Node) recordSilences(ctx context.Context, f *file, now time.Time) error {
	for range 1000 {
		due := n.dueNext(f, now)
		if len(due) == 0 {
			return nil
		}
		l := due[0]
		cl := f.c.Procedure.Clock(l.Clock)
		stated, err := n.silenceFacts(ctx, f, &l)
		if err != nil {
			return err
		}
		after, err := f.c.Lapse(l)
		unread := fault.CodeOf(err) == fault.ConditionUnread
		if unread { // what nobody can establish takes no step, and holds up nothing that comes after
			l.Attested, l.Unmet = true, true
			after, err = f.c.Lapse(l)
		}
		if err != nil {
			return err
		}
		nonce, err := seal.NewNonce(n.cfg.Random)
		if err != nil {
			return err
		}
		facts := stated
		if after.Taken[len(after.Taken)-1].Rests {
			facts = []seal.Fact{{Name: casework.FactDispute(cl.Article), Value: "1"}}
		}
		if end := casework.EndFact(cl, l.At); end != "" {
			facts = append(facts, seal.Fact{Name: casework.FactEnd(cl.ID), Value: end})
		}
		s, err := seal.SignAct(seal.Act{
			Step: string(after.Taken[len(after.Taken)-1].Takes), Agreement: f.d.textHash, Article: string(cl.Article), Basis: f.row.LastReceipt, Case: string(f.id), Clock: string(l.Clock), Facts: facts,
			Gives: []seal.Commitment{}, Head: f.d.head(), Kind: seal.KindLapse, Made: sealTime(n.Now()), Model: f.d.modelHash, Nonce: nonce,
			Party: string(n.party), Phase: string(l.Phase), Procedure: string(f.c.Procedure.ID), Sides: []seal.Binding{}, World: n.world,
		}, n.home.Sign, seal.PrivateKey{})
		if err != nil {
			return err
		}
		if _, err := n.order(ctx, f, &incoming{signed: s, digest: s.Digest(), mine: true, unread: unread}); err != nil {
			return err
		}
	}
	return fault.New(fault.Internal, "the clocks of the case %s do not come to rest", f.id)
}

// dueNext are the silences to be recorded next: before a case moves those that are due by then, under the old text.
func (n *Node) dueNext(f *file, now time.Time) []casework.Lapse {
	for {
		at := f.c.NextMove(n.successors(f.d.id))
		if at.IsZero() || at.After(now) {
			return f.c.Due(now)
		}
		if due := f.c.Due(at); len(due) > 0 {
			return due
		}
		was := f.d
		if n.carry(f, now); f.d == was { // nothing of the new text fits it
			return f.c.Due(now)
		}
	}
}

// erase destroys what is owed: first the word that it will be (so that a crash cannot forget it), then the
// keys, then the rows, then the word that it is done. The caller holds the case's lock.
func (n *Node) erase(ctx context.Context, f *file, e casework.Erasure) error {
	rows, err := n.disclosedBy(ctx, f, e)
	if err != nil {
		return err
	}
	var compartments []store.Compartment
	for _, r := range rows {
		if !slices.Contains(compartments, r.Compartment) {
			if !e.All && !strings.Contains(strings.TrimPrefix(string(r.Compartment), "case/"), "/") {
				return fault.New(fault.Internal, "the field %s shares its key with the case", r.Field)
			}
			compartments = append(compartments, r.Compartment)
		}
	}
	if e.All {
		if whole := store.Compartment("case/" + string(f.id)); !slices.Contains(compartments, whole) {
			compartments = append(compartments, whole)
		}
	}
	word := n.verdictOf(f)
	verdict, err := n.entry(f.d, ledger.KindVerdict, verdictKey(f.id), seal.DigestOf(word))
	if err != nil {
		return err
	}
	fields := make([]string, len(e.Fields))
	for i, x := range e.Fields {
		fields[i] = string(x)
	}
	err = n.db.Update(ctx, func(tx *store.Tx) error {
		for _, c := range compartments {
			if _, err := tx.AddErasure(ctx, store.AddErasureParams{
				Compartment: c, CaseID: f.id, Fields: strings.Join(fields, ","), Article: e.Article, Due: store.MicrosOf(e.Due),
			}); err != nil {
				return err
			}
		}
		if err := appendMeta(ctx, tx, verdictKey(f.id), word); err != nil {
			return err
		}
		return n.logged(tx, verdict)
	})
	if err != nil {
		return err
	}
	for _, c := range compartments {
		if err := n.vault.Destroy(keystore.Compartment(c)); err != nil {
			return err
		}
	}
	at := store.MicrosOf(n.Now())
	err = n.db.Update(ctx, func(tx *store.Tx) error {
		for _, c := range compartments {
			if err := tx.DropWords(ctx, store.DropWordsParams{CaseID: f.id, Compartment: c}); err != nil {
				return err
			}
			if _, err := tx.DeleteCompartmentDisclosures(ctx, c); err != nil {
				return err
			}
			if _, err := tx.FinishErasure(ctx, store.FinishErasureParams{Compartment: c, Done: at}); err != nil {
				return err
			}
		}
		if e.All {
			return forgetFiling(ctx, tx, f.id)
		}
		return nil
	})
	if err != nil {
		return err
	}
	f.mine = slices.DeleteFunc(slices.Clone(f.mine), func(h held) bool {
		return e.All || slices.ContainsFunc(rows, func(r store.Disclosure) bool { return r.Act == h.act && r.Field == h.field })
	})
	return n.attest(ctx, f, e, compartments)
}

// disclosedBy are the disclosures that an erasure destroys: of the whole case, or of its fields as far as they were given
// before the entry that destroys them. What was given anew since stays.
func (n *Node) disclosedBy(ctx context.Context, f *file, e casework.Erasure) ([]store.Disclosure, error) {
	var rows []store.Disclosure
	err := n.db.View(ctx, func(tx *store.Tx) error {
		all, err := tx.ListCaseDisclosures(ctx, f.id)
		if err != nil {
			return err
		}
		rows = nil
		for _, r := range all {
			if field, _ := casework.FieldOf(r.Field); !e.All && !slices.Contains(e.Fields, field) {
				continue
			}
			if !e.All && e.Entry >= 0 {
				act, err := tx.GetAct(ctx, r.Act)
				if err != nil {
					return err
				}
				if act.Status == store.ActQueued || act.Number > int64(e.Entry)+1 {
					continue
				}
			}
			rows = append(rows, r)
		}
		return nil
	})
	return rows, err
}

// saidKey names the word of this node about one destruction: it is said once.
func saidKey(id casework.CaseID, e casework.Erasure) string {
	key := "erased/" + string(id) + "/" + string(e.Clock) + "/" + e.Due.UTC().Format(time.RFC3339Nano)
	if e.Keep != "" {
		key += "/keep/" + string(e.Keep) // several keeping times may end at one instant
	}
	if e.Clock == "" && e.Step != "" {
		key += "/" + strconv.Itoa(e.Entry) // acts that were proved at one instant are still two
	}
	return key
}

func (n *Node) isSaid(ctx context.Context, key string) (said bool, err error) {
	err = n.db.View(ctx, func(tx *store.Tx) error {
		_, err := tx.GetMeta(ctx, key)
		said = err == nil
		if store.Missing(err) {
			return nil
		}
		return err
	})
	return said, err
}

// attest says to all sides that this node destroyed what it owed.
func (n *Node) attest(ctx context.Context, f *file, e casework.Erasure, compartments []store.Compartment) error {
	nonce, err := seal.NewNonce(n.cfg.Random)
	if err != nil {
		return err
	}
	a := seal.Act{
		Agreement: f.d.textHash, Article: string(e.Article), Basis: f.row.LastReceipt, Case: string(f.id), Clock: string(e.Clock), Facts: []seal.Fact{},
		Gives: []seal.Commitment{}, Head: f.d.head(), Kind: seal.KindErased, Made: sealTime(n.Now()), Model: f.d.modelHash, Nonce: nonce,
		Party: string(n.party), Procedure: string(f.c.Procedure.ID), Sides: []seal.Binding{}, World: n.world,
	}
	if e.All {
		a.Phase = phaseAll
	} else {
		for _, field := range slices.Sorted(slices.Values(e.Fields)) {
			a.Gives = append(a.Gives, seal.Commitment{Field: string(field)})
		}
	}
	s, err := seal.SignAct(a, n.home.Sign, seal.PrivateKey{})
	if err != nil {
		return err
	}
	digest := s.Digest()
	mark := func(tx *store.Tx) error {
		if _, err := tx.AddMeta(ctx, store.AddMetaParams{Key: saidKey(f.id, e), Value: []byte(digest)}); err != nil {
			return err
		}
		for _, c := range compartments {
			if _, err := tx.SetErasureAttested(ctx, store.SetErasureAttestedParams{Compartment: c, Attested: digest}); err != nil {
				return err
			}
		}
		return nil
	}
	if f.home() == n.party {
		if _, err := n.order(ctx, f, &incoming{signed: s, digest: digest, mine: true}); err != nil {
			return err
		}
		return n.db.Update(ctx, mark)
	}
	run, err := n.entry(f.d, ledger.KindErasure, string(digest), digest)
	if err != nil {
		return err
	}
	at := store.MicrosOf(n.Now())
	err = n.db.Update(ctx, func(tx *store.Tx) error {
		if _, err := tx.AddAct(ctx, store.AddActParams{
			Digest: digest, CaseID: f.id, Agreement: f.d.textHash, Kind: a.Kind, Status: store.ActQueued, Author: n.party, Mine: true, Body: s.Encode(), Received: at,
		}); err != nil {
			return err
		}
		if err := mark(tx); err != nil {
			return err
		}
		if err := n.logged(tx, run); err != nil {
			return err
		}
		return tx.PutOutbox(ctx, store.PutOutboxParams{Agreement: f.d.textHash, Peer: f.home(), Kind: outAct, Ref: string(digest), Created: at})
	})
	n.wakeLines(f.home())
	return err
}
