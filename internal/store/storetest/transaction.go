package storetest

import (
	"context"
	"errors"
	"testing"

	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
)

var transactions = []test{
	{"what is committed is seen", func(t *testing.T, b Backend) {
		db := fresh(t, b)
		if err := db.Update(t.Context(), put("k", "v")); err != nil {
			t.Fatal(err)
		}
		if got := get(t, db, "k"); got != "v" {
			t.Fatalf("got %q", got)
		}
	}},
	{"an error takes everything back and stays as it was", func(t *testing.T, b Backend) {
		db := fresh(t, b)
		refusal := fault.Refuse(fault.WrongState, "7", "not from here")
		err := db.Update(t.Context(), func(tx *store.Tx) error {
			if err := put("k", "v")(tx); err != nil {
				return err
			}
			return refusal
		})
		if err != refusal { //nolint:errorlint // the very same
			t.Fatalf("got %v", err)
		}
		if got := get(t, db, "k"); got != "" {
			t.Fatalf("got %q", got)
		}
	}},
	{"a job sees its own writes", func(t *testing.T, b Backend) {
		db := fresh(t, b)
		update(t, db, func(ctx context.Context, tx *store.Tx) error {
			if err := put("k", "v")(tx); err != nil {
				return err
			}
			v, err := tx.GetMeta(ctx, "k")
			if err == nil && string(v) != "v" {
				t.Errorf("got %q", v)
			}
			return err
		})
	}},
	{"a row that is not there", func(t *testing.T, b Backend) {
		db := fresh(t, b)
		read := func(tx *store.Tx) error {
			_, err := tx.GetMeta(t.Context(), "none")
			if !store.Missing(err) {
				t.Errorf("got %v", err)
			}
			return err
		}
		wantCode(t, db.View(t.Context(), read), fault.NotFound)
		wantCode(t, db.Update(t.Context(), read), fault.NotFound)
	}},
	{"a failed statement fails the job that passes over it", func(t *testing.T, b Backend) {
		db := fresh(t, b)
		err := db.Update(t.Context(), func(tx *store.Tx) error {
			if err := put("k", "v")(tx); err != nil {
				return err
			}
			session := store.AddSessionParams{TokenHash: []byte("t"), Person: "p", Kind: "k"}
			if err := tx.AddSession(t.Context(), session); err != nil {
				return err
			}
			if err := tx.AddSession(t.Context(), session); err == nil {
				t.Error("a session twice")
			}
			return nil
		})
		wantCode(t, err, fault.Internal)
		if got := get(t, db, "k"); got != "" {
			t.Fatalf("got %q", got)
		}
	}},
	{"a panic is one job's failure", func(t *testing.T, b Backend) {
		db := fresh(t, b)
		err := db.Update(t.Context(), func(tx *store.Tx) error {
			if err := put("k", "v")(tx); err != nil {
				return err
			}
			panic("defect")
		})
		wantCode(t, err, fault.Internal)
		wantCode(t, db.View(t.Context(), func(*store.Tx) error { panic("defect") }), fault.Internal)
		if err := db.Update(t.Context(), put("l", "w")); err != nil {
			t.Fatal(err)
		}
		if get(t, db, "k") != "" || get(t, db, "l") != "w" {
			t.Fatal("the panic's work stayed, or later work is lost")
		}
	}},
	{"a view cannot write", func(t *testing.T, b Backend) {
		db := fresh(t, b)
		wantCode(t, db.View(t.Context(), put("k", "v")), fault.Internal)
		wantCode(t, db.View(t.Context(), func(tx *store.Tx) error { return tx.AddRun(run("r", 1)) }), fault.Internal)
		if got := get(t, db, "k"); got != "" {
			t.Fatalf("got %q", got)
		}
	}},
	{"a view keeps its snapshot", func(t *testing.T, b Backend) {
		db := fresh(t, b)
		if err := db.Update(t.Context(), put("k", "old")); err != nil {
			t.Fatal(err)
		}
		view(t, db, func(ctx context.Context, tx *store.Tx) error {
			for range 2 {
				v, err := tx.GetMeta(ctx, "k")
				if err != nil {
					return err
				}
				if string(v) != "old" {
					t.Errorf("got %q", v)
				}
				if err := db.Update(ctx, put("k", "new")); err != nil {
					return err
				}
			}
			return nil
		})
		if got := get(t, db, "k"); got != "new" {
			t.Fatalf("got %q", got)
		}
	}},
	{"a view that was given up frees its reader", func(t *testing.T, b Backend) {
		db := fresh(t, b)
		for range 20 { // more than there are readers
			ctx, cancel := context.WithCancel(t.Context())
			err := db.View(ctx, func(tx *store.Tx) error {
				cancel()
				_, err := tx.ListPersons(ctx)
				return err
			})
			if err != nil && !errors.Is(err, context.Canceled) {
				t.Fatal(err)
			}
		}
		if got := get(t, db, "k"); got != "" {
			t.Fatalf("got %q", got)
		}
	}},
	{"bytes of all kinds", func(t *testing.T, b Backend) {
		db := fresh(t, b)
		all := make([]byte, 256)
		for i := range all {
			all[i] = byte(i)
		}
		for _, v := range [][]byte{all, {}, make([]byte, 1<<20)} {
			if err := db.Update(t.Context(), put("k", string(v))); err != nil {
				t.Fatal(err)
			}
			if got := get(t, db, "k"); got != string(v) {
				t.Fatalf("%d bytes came back as %d", len(v), len(got))
			}
		}
	}},
	{"none is not empty", func(t *testing.T, b Backend) {
		db := fresh(t, b)
		update(t, db, func(ctx context.Context, tx *store.Tx) error {
			if err := tx.PutPeer(ctx, store.PutPeerParams{Agreement: "a", Party: "none"}); err != nil {
				return err
			}
			return tx.PutPeer(ctx, store.PutPeerParams{Agreement: "a", Party: "some", Card: []byte("c")})
		})
		view(t, db, func(ctx context.Context, tx *store.Tx) error {
			peers, err := tx.ListPeers(ctx, "a")
			if err != nil || len(peers) != 2 || peers[0].Card != nil || string(peers[1].Card) != "c" {
				t.Errorf("got %+v", peers)
			}
			return err
		})
	}},
}
