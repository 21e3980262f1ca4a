package storetest

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/seal"
)

// both runs a test's body in one transaction that writes and reads.
func both(body func(t *testing.T, ctx context.Context, tx *store.Tx) error) func(*testing.T, Backend) {
	return func(t *testing.T, b Backend) {
		update(t, fresh(t, b), func(ctx context.Context, tx *store.Tx) error { return body(t, ctx, tx) })
	}
}

var rows = []test{
	{"meta", both(func(t *testing.T, ctx context.Context, tx *store.Tx) error {
		n, err := tx.AddMeta(ctx, store.AddMetaParams{Key: "k", Value: []byte("1")})
		wantOne(t, "AddMeta", n, err)
		n, err = tx.AddMeta(ctx, store.AddMetaParams{Key: "k", Value: []byte("2")})
		wantNone(t, "AddMeta again", n, err)
		n, err = tx.SwapMeta(ctx, store.SwapMetaParams{Key: "k", Old: []byte("2"), New: []byte("3")})
		wantNone(t, "SwapMeta of another value", n, err)
		n, err = tx.SwapMeta(ctx, store.SwapMetaParams{Key: "k", Old: []byte("1"), New: []byte("3")})
		wantOne(t, "SwapMeta", n, err)
		n, err = tx.DeleteMeta(ctx, "k")
		wantOne(t, "DeleteMeta", n, err)
		return err
	})},
	{"agreements", both(func(t *testing.T, ctx context.Context, tx *store.Tx) error {
		p := store.AddAgreementParams{TextHash: "sha256:t", ID: "northgate", ModelHash: "sha256:m", Text: []byte("# N"), Added: 7}
		n, err := tx.AddAgreement(ctx, p)
		wantOne(t, "AddAgreement", n, err)
		n, err = tx.AddAgreement(ctx, p)
		wantNone(t, "AddAgreement again", n, err)
		n, err = tx.SetAgreementForce(ctx, store.SetAgreementForceParams{TextHash: p.TextHash, InForce: true, Ended: 9})
		wantOne(t, "SetAgreementForce", n, err)
		a, err := tx.GetAgreement(ctx, p.TextHash)
		want := store.Agreement{TextHash: "sha256:t", ID: "northgate", ModelHash: "sha256:m", Added: 7, InForce: true, Ended: 9}
		if text := string(a.Text); text != "# N" || err != nil {
			t.Errorf("text %q, %v", text, err)
		}
		a.Text = nil
		if fmt.Sprint(a) != fmt.Sprint(want) {
			t.Errorf("got %+v", a)
		}
		l, err := tx.ListAgreements(ctx)
		if len(l) != 1 {
			t.Errorf("%d agreements", len(l))
		}
		return err
	})},
	{"people and sessions", both(people)},
	{"proofs of who somebody is", both(proofs)},
	{"cases are paged backwards in time", both(casePages)},
	{"cases that want looking at", both(func(t *testing.T, ctx context.Context, tx *store.Tx) error {
		next, err := tx.NextCaseDue(ctx)
		if next != 0 || err != nil {
			t.Errorf("next of none: %d, %v", next, err)
		}
		for i, at := range []store.Micros{0, 30, 10, 20} {
			n, err := tx.AddCase(ctx, store.AddCaseParams{ID: casework.CaseID(fmt.Sprint(i)), NextAt: at})
			wantOne(t, "AddCase", n, err)
		}
		due, err := tx.ListCasesDue(ctx, store.ListCasesDueParams{Now: 20, MaxRows: 10})
		if err != nil || len(due) != 2 || due[0].ID != "2" || due[1].ID != "3" {
			t.Errorf("due: %+v, %v", due, err)
		}
		n, err := tx.SetCaseNext(ctx, store.SetCaseNextParams{ID: "2", Was: 0, NextAt: 0})
		wantOne(t, "SetCaseNext", n, err)
		n, err = tx.SetCaseNext(ctx, store.SetCaseNextParams{ID: "2", Was: 0, NextAt: 5})
		wantNone(t, "SetCaseNext of a case that moved on", n, err)
		next, err = tx.NextCaseDue(ctx)
		if next != 20 {
			t.Errorf("next: %d", next)
		}
		return err
	})},
	{"a case moves once", both(func(t *testing.T, ctx context.Context, tx *store.Tx) error {
		n, err := tx.AddCase(ctx, store.AddCaseParams{ID: "1", Agreement: "sha256:old", State: "asked", NextAt: 3, Version: 1})
		wantOne(t, "AddCase", n, err)
		p := store.MoveCaseParams{ID: "1", Was: "sha256:old", Agreement: "sha256:new", State: "received", NextAt: 7}
		n, err = tx.MoveCase(ctx, p)
		wantOne(t, "MoveCase", n, err)
		p.State = "elsewhere"
		n, err = tx.MoveCase(ctx, p)
		wantNone(t, "MoveCase again", n, err)
		row, err := tx.GetCase(ctx, "1")
		if row.Agreement != "sha256:new" || row.State != "received" || row.NextAt != 7 || row.Version != 2 {
			t.Errorf("%+v", row)
		}
		return err
	})},
	{"acts", both(acts)},
	{"disclosures, and what was sent of them", both(disclosures)},
	{"negotiations", both(negotiations)},
	{"notices", both(notices)},
	{"hooks", both(hooks)},
	{"pushes", both(pushes)},
	{"awaited", both(awaited)},
	{"search", both(search)},
	{"translations", both(translations)},
	{"filings", both(filings)},
	{"red lines", both(redLines)},
	{"figures", both(figures)},
	{"registers carried over", both(carried)},
	{"deadlines", both(deadlines)},
	{"erasures", both(erasures)},
	{"the outbox keeps a peer's order", both(outbox)},
	{"registers", both(registers)},
	{"envelopes", both(envelopes)},
}

func people(t *testing.T, ctx context.Context, tx *store.Tx) error {
	n, err := tx.AddPerson(ctx, store.AddPersonParams{ID: "judge", Name: "Käte", Roles: `["judge"]`, Created: 1})
	wantOne(t, "AddPerson", n, err)
	n, err = tx.AddPerson(ctx, store.AddPersonParams{ID: "judge", Name: "Other"})
	wantNone(t, "AddPerson again", n, err)
	if err := tx.PutPerson(ctx, store.PutPersonParams{ID: "judge", Name: "Käthe", Roles: `[]`, Created: 9, Disabled: true}); err != nil {
		return err
	}
	if p, err := tx.GetPerson(ctx, "judge"); err != nil || p.Name != "Käthe" || p.Created != 1 || !p.Disabled || p.Secret != nil {
		t.Errorf("got %+v, %v", p, err)
	}
	for i, kind := range []string{"link", "desk", "desk"} {
		err := tx.AddSession(ctx, store.AddSessionParams{TokenHash: []byte{byte(i)}, Person: "judge", Kind: kind, Expires: store.Micros(10 * (i + 1))})
		if err != nil {
			return err
		}
	}
	if _, err := tx.GetSession(ctx, store.GetSessionParams{TokenHash: []byte{1}, Now: 20}); !store.Missing(err) {
		t.Errorf("a session that ended: %v", err)
	}
	if s, err := tx.GetSession(ctx, store.GetSessionParams{TokenHash: []byte{1}, Now: 19}); err != nil || s.Person != "judge" {
		t.Errorf("got %+v, %v", s, err)
	}
	n, err = tx.TakeSession(ctx, store.TakeSessionParams{TokenHash: []byte{0}, Kind: "desk", Now: 1})
	wantNone(t, "TakeSession of another kind", n, err)
	n, err = tx.TakeSession(ctx, store.TakeSessionParams{TokenHash: []byte{0}, Kind: "link", Now: 1})
	wantOne(t, "TakeSession", n, err)
	n, err = tx.TakeSession(ctx, store.TakeSessionParams{TokenHash: []byte{0}, Kind: "link", Now: 1})
	wantNone(t, "TakeSession again", n, err)
	n, err = tx.DeleteExpiredSessions(ctx, 20)
	wantOne(t, "DeleteExpiredSessions", n, err)
	n, err = tx.DeletePersonSessions(ctx, "judge")
	wantOne(t, "DeletePersonSessions", n, err)
	return err
}

func casePages(t *testing.T, ctx context.Context, tx *store.Tx) error {
	const all = 25
	for i := range all {
		// Several share an instant, so that the cursor's second half is needed.
		n, err := tx.AddCase(ctx, store.AddCaseParams{
			ID: casework.CaseID(fmt.Sprintf("c%02d", i)), Agreement: "a", Procedure: "p", State: "open",
			Updated: store.Micros(i / 4), Closed: i%5 == 0,
		})
		wantOne(t, "AddCase", n, err)
	}
	page := store.ListCasesParams{Before: 1 << 62, MaxRows: 4}
	var got []casework.CaseID
	for {
		l, err := tx.ListCases(ctx, page)
		if err != nil {
			return err
		}
		if len(l) == 0 {
			break
		}
		for _, c := range l {
			got = append(got, c.ID)
		}
		page.Before, page.BeforeID = l[len(l)-1].Updated, l[len(l)-1].ID
	}
	if len(got) != all || !slices.IsSortedFunc(got, func(a, b casework.CaseID) int { return -compare(a, b) }) {
		t.Errorf("paged %v", got)
	}
	open, err := tx.ListOpenCases(ctx, store.ListOpenCasesParams{Before: 1 << 62, MaxRows: 100})
	if err != nil || len(open) != 20 {
		t.Errorf("%d open cases, %v", len(open), err)
	}
	in, err := tx.ListCasesInState(ctx, store.ListCasesInStateParams{Agreement: "a", Procedure: "p", State: "open", Before: 1, BeforeID: "c06", MaxRows: 100})
	if err != nil || len(in) != 6 {
		t.Errorf("%d in state, %v", len(in), err)
	}
	of, err := tx.ListCasesOfAgreement(ctx, store.ListCasesOfAgreementParams{Agreement: "a", After: "c20", MaxRows: 100})
	if err != nil || len(of) != 4 {
		t.Errorf("%d after c20, %v", len(of), err)
	}
	counts, err := tx.CountCases(ctx)
	if len(counts) != 2 || counts[0].N+counts[1].N != all {
		t.Errorf("counts: %+v", counts)
	}
	return err
}

func compare(a, b casework.CaseID) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func acts(t *testing.T, ctx context.Context, tx *store.Tx) error {
	for i := range 5 {
		p := store.AddActParams{
			Digest: seal.Digest(fmt.Sprint("act", i)), CaseID: "c", Agreement: "a", Kind: "step", Status: store.ActQueued,
			Author: "arland", Mine: i != 4, Body: []byte("body"), Received: store.Micros(i),
		}
		n, err := tx.AddAct(ctx, p)
		wantOne(t, "AddAct", n, err)
		n, err = tx.AddAct(ctx, p)
		wantNone(t, "AddAct again", n, err)
	}
	take := func(d seal.Digest, number int64) store.TakeActParams {
		return store.TakeActParams{Digest: d, Number: number, Receipt: []byte("r"), ReceiptDigest: "receipt of " + d}
	}
	n, err := tx.TakeAct(ctx, take("act1", 1))
	wantOne(t, "TakeAct", n, err)
	n, err = tx.TakeAct(ctx, take("act1", 2))
	wantNone(t, "TakeAct again", n, err)
	n, err = tx.TakeAct(ctx, take("act0", 2))
	wantOne(t, "TakeAct", n, err)
	n, err = tx.RefuseAct(ctx, store.RefuseActParams{Digest: "act2", Refusal: []byte("no")})
	wantOne(t, "RefuseAct", n, err)
	n, err = tx.RefuseAct(ctx, store.RefuseActParams{Digest: "act1", Refusal: []byte("no")})
	wantNone(t, "RefuseAct of a taken one", n, err)
	n, err = tx.SetActRelay(ctx, store.SetActRelayParams{Digest: "act3", Relay: []byte("held")})
	wantOne(t, "SetActRelay", n, err)

	if l, err := tx.ListTakenActs(ctx, store.ListTakenActsParams{CaseID: "c", After: 0, MaxRows: 9}); err != nil || len(l) != 2 || l[0].Digest != "act1" || l[1].Digest != "act0" {
		t.Errorf("taken: %+v, %v", l, err)
	}
	if l, err := tx.ListTakenActs(ctx, store.ListTakenActsParams{CaseID: "c", After: 1, MaxRows: 9}); err != nil || len(l) != 1 {
		t.Errorf("taken after 1: %+v, %v", l, err)
	}
	if l, err := tx.ListQueuedActs(ctx, store.ListQueuedActsParams{Agreement: "a", MaxRows: 9}); err != nil || len(l) != 1 || string(l[0].Relay) != "held" {
		t.Errorf("queued: %+v, %v", l, err)
	}
	if l, err := tx.ListHeldActs(ctx, store.ListHeldActsParams{Agreement: "a", MaxRows: 9}); err != nil || len(l) != 1 || l[0].Digest != "act4" {
		t.Errorf("held: %+v, %v", l, err)
	}
	if a, err := tx.GetActByReceipt(ctx, "receipt of act0"); err != nil || a.Number != 2 {
		t.Errorf("by receipt: %+v, %v", a, err)
	}
	if _, err := tx.GetActByReceipt(ctx, ""); !store.Missing(err) {
		t.Errorf("by no receipt: %v", err)
	}
	if a, err := tx.GetActAt(ctx, store.GetActAtParams{CaseID: "c", Number: 1}); err != nil || a.Digest != "act1" {
		t.Errorf("at place 1: %+v, %v", a, err)
	}
	if l, err := tx.ListActs(ctx, "c"); err != nil || len(l) != 5 {
		t.Errorf("all: %d, %v", len(l), err)
	}
	if l, err := tx.ListCasesOfActs(ctx, store.ListCasesOfActsParams{Agreement: "a", MaxRows: 9}); err != nil || fmt.Sprint(l) != "[c]" {
		t.Errorf("cases of acts: %v, %v", l, err)
	}
	if l, err := tx.ListCasesOfActs(ctx, store.ListCasesOfActsParams{Agreement: "a", After: "c", MaxRows: 9}); err != nil || len(l) != 0 {
		t.Errorf("cases of acts after the last: %v, %v", l, err)
	}
	counts, err := tx.CountActs(ctx)
	if err != nil || fmt.Sprint(counts) != "[{queued 2} {refused 1} {taken 2}]" {
		t.Errorf("counts: %v, %v", counts, err)
	}
	n, err = tx.DisputeAct(ctx, "act0")
	wantOne(t, "DisputeAct", n, err)
	n, err = tx.TakeAct(ctx, take("act3", 2)) // the place is free again
	wantOne(t, "TakeAct at a disputed one's place", n, err)
	return err
}
