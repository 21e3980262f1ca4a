package storetest

import (
	"context"
	"testing"

	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/seal"
)

// negotiations: one dispatch in a place, forks beside it, and what a party keeps to itself.
func negotiations(t *testing.T, ctx context.Context, tx *store.Tx) error {
	const id seal.Digest = "sha256:n"
	for i, address := range []string{"one:1", "two:2"} {
		if err := tx.PutContact(ctx, store.PutContactParams{Party: "belmark", Address: address, Card: []byte{byte(i)}, Added: store.Micros(i + 1)}); err != nil {
			return err
		}
	}
	if l, err := tx.ListContacts(ctx); err != nil || len(l) != 1 || l[0].Address != "two:2" || l[0].Card[0] != 1 || l[0].Added != 1 {
		t.Errorf("contacts: %+v, %v", l, err)
	}
	for _, want := range []func(*testing.T, string, int64, error){wantOne, wantNone} {
		n, err := tx.AddNegotiation(ctx, store.AddNegotiationParams{ID: id, Amends: "sha256:a", Opened: 3})
		want(t, "AddNegotiation", n, err)
		n, err = tx.AddDispatch(ctx, store.AddDispatchParams{Negotiation: id, Party: "arland", Number: 1, Digest: id, Body: []byte("open"), Received: 3})
		want(t, "AddDispatch", n, err)
	}
	n, err := tx.AddDispatch(ctx, store.AddDispatchParams{Negotiation: id, Party: "arland", Number: 1, Digest: "sha256:other", Body: []byte("x")})
	wantNone(t, "AddDispatch in a place that is taken", n, err)
	n, err = tx.AddDispatch(ctx, store.AddDispatchParams{Negotiation: id, Party: "belmark", Number: 1, Digest: "sha256:b", Body: []byte("b"), Received: 4})
	wantOne(t, "AddDispatch of another", n, err)
	if c, err := tx.CountDispatches(ctx, id); err != nil || c != 2 {
		t.Errorf("%d dispatches, %v", c, err)
	}
	l, err := tx.ListDispatches(ctx, store.ListDispatchesParams{Negotiation: id, MaxRows: 1})
	if err != nil || len(l) != 1 || l[0].Party != "arland" || string(l[0].Body) != "open" {
		t.Errorf("first: %+v, %v", l, err)
	}
	if l, err = tx.ListDispatches(ctx, store.ListDispatchesParams{Negotiation: id, After: l[0].ID, MaxRows: 9}); err != nil || len(l) != 1 || l[0].Party != "belmark" {
		t.Errorf("rest: %+v, %v", l, err)
	}
	if d, err := tx.GetDispatch(ctx, "sha256:b"); err != nil || d.Received != 4 {
		t.Errorf("%+v, %v", d, err)
	}
	for _, want := range []func(*testing.T, string, int64, error){wantOne, wantNone} {
		n, err := tx.AddDispatchFork(ctx, store.AddDispatchForkParams{Digest: "sha256:other", Negotiation: id, Party: "arland", Number: 1, Body: []byte("x"), Received: 5})
		want(t, "AddDispatchFork", n, err)
		n, err = tx.ConcludeNegotiation(ctx, store.ConcludeNegotiationParams{ID: id, Concluded: "sha256:t"})
		want(t, "ConcludeNegotiation", n, err)
	}
	if c, err := tx.CountDispatchForks(ctx, store.CountDispatchForksParams{Negotiation: id, Party: "arland"}); err != nil || c != 1 {
		t.Errorf("%d forks, %v", c, err)
	}
	if l, err := tx.ListDispatchForks(ctx, id); err != nil || len(l) != 1 || string(l[0].Body) != "x" {
		t.Errorf("forks: %+v, %v", l, err)
	}
	if l, err := tx.ListNegotiations(ctx); err != nil || len(l) != 1 || l[0].Concluded != "sha256:t" || l[0].Amends != "sha256:a" || l[0].Opened != 3 {
		t.Errorf("negotiations: %+v, %v", l, err)
	}
	return nil
}

func redLines(t *testing.T, ctx context.Context, tx *store.Tx) error {
	for _, want := range []func(*testing.T, string, int64, error){wantOne, wantNone} {
		n, err := tx.PutRedLine(ctx, store.PutRedLineParams{Name: "a-year", Condition: "true", Words: "a year", Added: 1})
		want(t, "PutRedLine", n, err)
	}
	for _, outcome := range []string{"crossed", "holds"} {
		if err := tx.PutRedLineCheck(ctx, store.PutRedLineCheckParams{Negotiation: "sha256:n", Version: "sha256:v", Name: "a-year", Outcome: outcome, At: 2}); err != nil {
			return err
		}
	}
	if l, err := tx.ListRedLineChecks(ctx, "sha256:n"); err != nil || len(l) != 1 || l[0].Outcome != "holds" {
		t.Errorf("checks: %+v, %v", l, err)
	}
	if l, err := tx.ListRedLines(ctx); err != nil || len(l) != 1 || l[0].Words != "a year" {
		t.Errorf("red lines: %+v, %v", l, err)
	}
	n, err := tx.DeleteRedLineChecks(ctx, "a-year")
	wantOne(t, "DeleteRedLineChecks", n, err)
	n, err = tx.DeleteRedLine(ctx, "a-year")
	wantOne(t, "DeleteRedLine", n, err)
	n, err = tx.DeleteRedLine(ctx, "a-year")
	wantNone(t, "DeleteRedLine again", n, err)
	return nil
}

// carried: a register goes from a text to the one that takes its place, once, and no other register goes along.
func carried(t *testing.T, ctx context.Context, tx *store.Tx) error {
	var entries []store.RegisterEntry
	for _, id := range []string{"1", "2"} {
		for _, reg := range []string{"stolen", "other"} {
			entries = append(entries, store.RegisterEntry{Agreement: "sha256:old", Register: "stolen", Entry: reg + id, KeyHash: []byte{}, Body: []byte(id), Version: "v", Added: 1})
			if reg == "other" {
				entries[len(entries)-1].Register = "other"
			}
		}
	}
	if err := tx.PutRegisterEntries(ctx, entries); err != nil {
		return err
	}
	if err := tx.PutRegisterVersion(ctx, store.PutRegisterVersionParams{Agreement: "sha256:old", Register: "stolen", Version: "v", Entries: 2, Loaded: 1, Source: "list"}); err != nil {
		return err
	}
	for _, want := range []int64{2, 0} {
		if n, err := tx.CopyRegisterEntries(ctx, store.CopyRegisterEntriesParams{New: "sha256:new", Old: "sha256:old", Register: "stolen"}); err != nil || n != want {
			t.Errorf("%d entries carried, %v; want %d", n, err, want)
		}
	}
	for _, want := range []func(*testing.T, string, int64, error){wantOne, wantNone} {
		n, err := tx.CopyRegisterVersion(ctx, store.CopyRegisterVersionParams{New: "sha256:new", Old: "sha256:old", Register: "stolen"})
		want(t, "CopyRegisterVersion", n, err)
	}
	v, err := tx.GetRegisterVersion(ctx, store.GetRegisterVersionParams{Agreement: "sha256:new", Register: "stolen"})
	if err != nil || v.Entries != 2 || v.Source != "list" {
		t.Errorf("%+v, %v", v, err)
	}
	return nil
}
