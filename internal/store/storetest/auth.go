package storetest

import (
	"context"
	"testing"

	"github.com/entente-net/entente/internal/store"
)

// proofs: passkeys count their uses, challenges are answered once, and sessions know where they are used.
func proofs(t *testing.T, ctx context.Context, tx *store.Tx) error {
	for i, kind := range []string{"cookie", "cookie", "bearer"} {
		h := []byte{byte(i)}
		if err := tx.AddSession(ctx, store.AddSessionParams{TokenHash: h, Person: "judge", Kind: kind, Created: store.Micros(9 - i), Expires: store.Micros(10 + i)}); err != nil {
			return err
		}
		for used := range 2 {
			if err := tx.PutSessionUse(ctx, store.PutSessionUseParams{TokenHash: h, Used: store.Micros(used + 1), Fresh: 1, Method: "link", Agent: "a"}); err != nil {
				return err
			}
		}
	}
	if l, err := tx.ListPersonSessions(ctx, store.ListPersonSessionsParams{Person: "judge", Kind: "cookie", Now: 9}); err != nil || len(l) != 2 || l[0].Created != 8 {
		t.Errorf("sessions: %+v, %v", l, err)
	}
	if l, err := tx.ListPersonSessions(ctx, store.ListPersonSessionsParams{Person: "judge", Kind: "cookie", Now: 10}); err != nil || len(l) != 1 {
		t.Errorf("sessions that go on: %+v, %v", l, err)
	}
	if u, err := tx.GetSessionUse(ctx, []byte{1}); err != nil || u.Used != 2 || u.Agent != "a" {
		t.Errorf("use: %+v, %v", u, err)
	}
	n, err := tx.DeleteSession(ctx, []byte{1})
	wantOne(t, "DeleteSession", n, err)
	n, err = tx.DeleteIdleSessionUses(ctx)
	wantOne(t, "DeleteIdleSessionUses", n, err)

	key := store.AddPasskeyParams{ID: []byte("id"), Person: "judge", Name: "this laptop", Key: "k", Rp: "r", Origin: "o", Created: 1}
	n, err = tx.AddPasskey(ctx, key)
	wantOne(t, "AddPasskey", n, err)
	n, err = tx.AddPasskey(ctx, key)
	wantNone(t, "AddPasskey again", n, err)
	for _, c := range []struct {
		counter int64
		want    func(*testing.T, string, int64, error)
	}{{0, wantOne}, {0, wantOne}, {5, wantOne}, {5, wantNone}, {4, wantNone}, {0, wantNone}, {6, wantOne}} {
		n, err := tx.CountPasskey(ctx, store.CountPasskeyParams{ID: key.ID, Counter: c.counter, Used: 7})
		c.want(t, "CountPasskey", n, err)
	}
	if p, err := tx.GetPasskey(ctx, key.ID); err != nil || p.Counter != 6 || p.Used != 7 || p.Person != "judge" {
		t.Errorf("passkey: %+v, %v", p, err)
	}
	if l, err := tx.ListPersonPasskeys(ctx, "judge"); err != nil || len(l) != 1 {
		t.Errorf("passkeys: %+v, %v", l, err)
	}
	n, err = tx.DeletePasskey(ctx, store.DeletePasskeyParams{ID: key.ID, Person: "another"})
	wantNone(t, "DeletePasskey of another", n, err)
	n, err = tx.DeletePasskey(ctx, store.DeletePasskeyParams{ID: key.ID, Person: "judge"})
	wantOne(t, "DeletePasskey", n, err)

	for _, want := range []func(*testing.T, string, int64, error){wantOne, wantNone} {
		n, err := tx.UseChallenge(ctx, store.UseChallengeParams{Hash: []byte("c"), Expires: 5})
		want(t, "UseChallenge", n, err)
	}
	n, err = tx.DeleteExpiredChallenges(ctx, 5)
	wantOne(t, "DeleteExpiredChallenges", n, err)

	for i, ref := range []string{"a", "b", "a"} {
		if err := tx.PutStaffRecord(ctx, store.PutStaffRecordParams{Kind: "absence", Ref: ref, Person: "judge", Body: []byte{byte(i)}, Created: store.Micros(i)}); err != nil {
			return err
		}
	}
	if l, err := tx.ListStaffRecords(ctx, store.ListStaffRecordsParams{Kind: "absence", MaxRows: 9}); err != nil || len(l) != 2 || l[0].Ref != "a" || l[0].Body[0] != 2 {
		t.Errorf("records: %+v, %v", l, err)
	}
	if r, err := tx.GetStaffRecord(ctx, store.GetStaffRecordParams{Kind: "absence", Ref: "b"}); err != nil || r.Person != "judge" {
		t.Errorf("record: %+v, %v", r, err)
	}
	n, err = tx.DeleteStaffRecord(ctx, store.DeleteStaffRecordParams{Kind: "absence", Ref: "b"})
	wantOne(t, "DeleteStaffRecord", n, err)
	return nil
}
