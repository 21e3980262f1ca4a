package node

import (
	"context"
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/store"
)

// A cap holds over restarts, and whatever becomes of the letters that used it.
func TestACapForgetsNothing(t *testing.T) {
	ctx := context.Background()
	n, d := nodeWithout(t)
	q := &agreement.Query{ID: "document", Cap: 1000}
	ask := func(day string, from agreement.PartyID, count int64, commits bool) (refused bool) {
		t.Helper()
		over, note, err := n.reserve(ctx, d, from, day, []counted{{"stolen", q, count}})
		if err != nil {
			t.Fatal(err)
		}
		if !commits {
			n.release(note)
			return over[q]
		}
		err = n.db.Update(ctx, func(tx *store.Tx) error {
			for _, r := range note {
				if err := tx.AddQueryCount(ctx, r); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return over[q]
	}
	restart := func() { n.caps = caps{} }
	inDatabase := func(day string) (used int64) {
		t.Helper()
		err := n.db.View(ctx, func(tx *store.Tx) error {
			var err error
			used, err = tx.GetQueryCount(ctx, store.GetQueryCountParams{Agreement: d.textHash, Day: day, Party: "arland", Register: "stolen", Query: q.ID})
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return used
	}
	answered := int64(0)
	for range 20 { // letters that fail take their questions along, but hide none of those that are answered
		if ask("2026-06-01", "arland", 7, false) || ask("2026-06-01", "arland", 13, true) {
			t.Fatal("the cap is not used up")
		}
		answered += 13
		if noted := inDatabase("2026-06-01"); noted < answered {
			t.Fatalf("%d questions are answered, the database knows of %d", answered, noted)
		}
	}
	restart()
	for !ask("2026-06-01", "arland", 50, true) {
		if answered += 50; answered > 1000 {
			t.Fatal("more were answered than the cap lets")
		}
		restart()
	}
	if ask("2026-06-01", "arland", 2000, true); !ask("2026-06-01", "arland", 2000, true) {
		t.Fatal("a letter larger than the cap")
	}
	if ask("2026-06-01", "belmark", 1000, true) || !ask("2026-06-01", "belmark", 1, true) {
		t.Fatal("each party has its own cap, to the last question")
	}
	if ask("2026-06-02", "arland", 1000, true) || len(n.caps.day) != 1 {
		t.Fatalf("a new day: %d days are kept", len(n.caps.day))
	}
	free := &agreement.Query{ID: "free"}
	if over, note, err := n.reserve(ctx, d, "arland", "2026-06-02", []counted{{"stolen", free, 1e9}}); err != nil || over[free] || len(note) > 0 {
		t.Fatalf("a query without a cap: %v, %v, %v", over, note, err)
	}
}
