package storetest

import (
	"context"
	"fmt"
	"sync"
	"testing"

	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/ledger"
)

// logTiles reads a ledger's full tiles from the database.
type logTiles struct {
	tx  *store.Tx
	log store.LogID
}

func (l logTiles) Tile(level int, index uint64) (hashes [][32]byte, err error) {
	raw, err := l.tx.GetTile(context.Background(), store.GetTileParams{Log: l.log, Level: int64(level), Idx: int64(index)})
	if err != nil {
		return nil, err
	}
	for ; len(raw) > 0; raw = raw[store.HashSize:] {
		hashes = append(hashes, [32]byte(raw))
	}
	return hashes, nil
}

// checkLog fails unless runs, tiles and root of a ledger fit together: every run at its place, without
// gaps, and the first and last leaf of each provable. It gives the size.
func checkLog(t *testing.T, db *store.DB, log store.LogID) (size int64) {
	t.Helper()
	view(t, db, func(ctx context.Context, tx *store.Tx) error {
		row, err := tx.GetLog(ctx, log)
		if err != nil {
			return err
		}
		size = row.Size
		f, err := ledger.ParseFrontier(row.Frontier)
		if err != nil {
			return err
		}
		prover := ledger.NewProver(ledger.Over(logTiles{tx, log}, f), uint64(row.Size), [32]byte(row.Root))
		next := int64(0)
		for {
			runs, err := tx.ListLeafRuns(ctx, store.ListLeafRunsParams{Log: log, Since: next, MaxRows: 100})
			if err != nil || len(runs) == 0 {
				if next != row.Size {
					t.Errorf("runs end at %d, the ledger at %d", next, row.Size)
				}
				return err
			}
			for _, r := range runs {
				if r.First != next {
					t.Fatalf("a run at %d, want %d", r.First, next)
				}
				next += r.N
				for _, i := range []int64{0, r.N - 1} {
					proof, err := prover.Inclusion(uint64(r.First+i), uint64(row.Size))
					if err != nil {
						return err
					}
					leaf := ledger.RecordHash([32]byte(r.Commitments[i*store.HashSize:]))
					if err := ledger.CheckInclusion(proof, uint64(row.Size), [32]byte(row.Root), uint64(r.First+i), leaf); err != nil {
						return err
					}
				}
			}
		}
	})
	return size
}

func addRun(db *store.DB, r *store.Run) error {
	return db.Update(context.Background(), func(tx *store.Tx) error { return tx.AddRun(r) })
}

var ledgers = []test{
	{"leaves get their places with what they are about", func(t *testing.T, b Backend) {
		db, _ := withLog(t, b)
		var wg sync.WaitGroup
		want := int64(0)
		for i := range 60 {
			n := i%20 + 1
			want += int64(n)
			wg.Go(func() {
				r := run(fmt.Sprint(i), n)
				if err := addRun(db, r); err != nil || r.First == store.Unplaced {
					t.Errorf("%d at %d: %v", i, r.First, err)
				}
			})
		}
		wg.Wait()
		if got := checkLog(t, db, log1); got != want {
			t.Fatalf("size %d, want %d", got, want)
		}
		view(t, db, func(ctx context.Context, tx *store.Tx) error {
			byRef, err := tx.ListLeafRunsByRef(ctx, "7")
			if err != nil || len(byRef) != 1 || byRef[0].N != 8 {
				t.Errorf("by ref: %+v", byRef)
				return err
			}
			last, err := tx.GetLeafRun(ctx, store.GetLeafRunParams{Log: log1, Idx: byRef[0].First + 7})
			if last.Ref != "7" {
				t.Errorf("the run that holds the leaf: %+v", last)
			}
			return err
		})
	}},
	{"it goes on after reopening", func(t *testing.T, b Backend) {
		where := b.New(t)
		for i := range 3 {
			db := open(t, b, where)
			if i == 0 {
				hold(t, db, "process 0", log1)
			} else {
				s := store.NewLogSequencer(db, fmt.Sprint("process ", i), Tree{})
				// Another process's lease ends at 1. Whoever has the database for itself need not wait for that.
				now := store.Micros(0)
				if !b.Exclusive {
					if held, err := s.Hold(t.Context(), log1, now, 1); err != nil || held {
						t.Fatalf("took a lease that another process holds: %v, %v", held, err)
					}
					now = 1
				}
				if held, err := s.Hold(t.Context(), log1, now, 1); err != nil || !held {
					t.Fatalf("held: %v, %v", held, err)
				}
			}
			if err := addRun(db, run(fmt.Sprint(i), 300)); err != nil {
				t.Fatal(err)
			}
			if got := checkLog(t, db, log1); got != int64(300*(i+1)) {
				t.Fatalf("size %d", got)
			}
			if err := db.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}},
	{"an old holder is fenced off, and what it adds waits", func(t *testing.T, b Backend) {
		db, first := withLog(t, b)
		if err := addRun(db, run("a", 3)); err != nil {
			t.Fatal(err)
		}
		second := store.NewLogSequencer(db, "two", Tree{})
		if held, err := second.Hold(t.Context(), log1, 1, 2); err != nil || !held {
			t.Fatalf("held: %v, %v", held, err)
		}
		db.SetSequencer(first) // it does not know yet
		late := run("b", 2)
		if err := addRun(db, late); err != nil || late.First != store.Unplaced {
			t.Fatalf("at %d: %v", late.First, err)
		}
		if got := checkLog(t, db, log1); got != 3 {
			t.Fatalf("size %d", got)
		}
		db.SetSequencer(second)
		if err := addRun(db, run("c", 4)); err != nil {
			t.Fatal(err)
		}
		for _, want := range []int{1, 0} {
			if n, err := second.Drain(t.Context(), log1, 10); err != nil || n != want {
				t.Fatalf("drained %d, %v; want %d", n, err, want)
			}
		}
		if got := checkLog(t, db, log1); got != 9 {
			t.Fatalf("size %d", got)
		}
	}},
	{"a lease is renewed and given back", func(t *testing.T, b Backend) {
		db, s := withLog(t, b)
		epoch := func() (e int64) {
			view(t, db, func(ctx context.Context, tx *store.Tx) error {
				l, err := tx.GetLog(ctx, log1)
				e = l.Epoch
				return err
			})
			return e
		}
		before := epoch()
		if held, err := s.Hold(t.Context(), log1, 0, 100); err != nil || !held || epoch() != before {
			t.Fatalf("held: %v, %v, epoch %d after %d", held, err, epoch(), before)
		}
		if err := s.Release(t.Context(), log1); err != nil {
			t.Fatal(err)
		}
		waits := run("w", 1)
		if err := addRun(db, waits); err != nil || waits.First != store.Unplaced {
			t.Fatalf("at %d: %v", waits.First, err)
		}
		if n, err := s.Drain(t.Context(), log1, 10); n != 0 || err != nil {
			t.Fatalf("drained %d without a lease, %v", n, err)
		}
		if held, err := s.Hold(t.Context(), log1, 50, 100); err != nil || !held || epoch() != before+1 {
			t.Fatalf("held: %v, %v, epoch %d after %d", held, err, epoch(), before)
		}
		_, err := s.Hold(t.Context(), "none", 0, 1)
		wantCode(t, err, fault.NotFound)
	}},
	{"an unknown ledger is one job's failure", func(t *testing.T, b Backend) {
		db, _ := withLog(t, b)
		bad := run("bad", 1)
		bad.Log = "none"
		good := run("good", 2)
		errs := together(t, db,
			func(tx *store.Tx) error { return tx.AddRun(good) },
			func(tx *store.Tx) error { return tx.AddRun(bad) },
			put("k", "v"))
		if errs[0] != nil || errs[2] != nil || good.First != 0 {
			t.Fatal(errs, good.First)
		}
		wantCode(t, errs[1], fault.NotFound)
		if got := checkLog(t, db, log1); got != 2 {
			t.Fatalf("size %d", got)
		}
	}},
	{"blinding forgets what would open leaves", func(t *testing.T, b Backend) {
		db, _ := withLog(t, b)
		a, c := run("a", 2), run("c", 2)
		a.Compartment, c.Compartment = "case/a", "case/c"
		for _, r := range []*store.Run{a, c} {
			if err := addRun(db, r); err != nil {
				t.Fatal(err)
			}
		}
		update(t, db, func(ctx context.Context, tx *store.Tx) error {
			n, err := tx.BlindLeafRuns(ctx, "case/a")
			wantOne(t, "BlindLeafRuns", n, err)
			n, err = tx.BlindLeafRuns(ctx, "")
			wantNone(t, "BlindLeafRuns of none", n, err)
			return err
		})
		view(t, db, func(ctx context.Context, tx *store.Tx) error {
			runs, err := tx.ListLeafRuns(ctx, store.ListLeafRunsParams{Log: log1, MaxRows: 10})
			if err != nil || len(runs) != 2 || runs[0].Seed != nil || runs[0].Commitments != nil || runs[1].Seed == nil {
				t.Errorf("got %+v", runs)
			}
			return err
		})
	}},
	{"checkpoints, cosignatures, witnesses", witnesses},
}

func witnesses(t *testing.T, b Backend) {
	db := fresh(t, b)
	update(t, db, func(ctx context.Context, tx *store.Tx) error {
		for _, size := range []int64{10, 20, 30} {
			p := store.AddCheckpointParams{Log: log1, Size: size, Note: fmt.Appendf(nil, "note %d", size), At: store.Micros(size)}
			n, err := tx.AddCheckpoint(ctx, p)
			wantOne(t, "AddCheckpoint", n, err)
			p.Note = []byte("another")
			n, err = tx.AddCheckpoint(ctx, p)
			wantNone(t, "AddCheckpoint again", n, err)
		}
		for _, c := range []store.AddCosignatureParams{
			{Log: log1, Size: 10, Party: "b", Line: "b10"},
			{Log: log1, Size: 20, Party: "b", Line: "b20"},
			{Log: log1, Size: 10, Party: "a", Line: "a10"},
			{Log: "other", Size: 90, Party: "a", Line: "x"},
		} {
			n, err := tx.AddCosignature(ctx, c)
			wantOne(t, "AddCosignature", n, err)
		}
		w := store.AddWitnessParams{Origin: "o", Agreement: "a", Party: "b", Size: 5, Root: []byte("r"), Note: []byte("n"), At: 1}
		n, err := tx.AddWitness(ctx, w)
		wantOne(t, "AddWitness", n, err)
		n, err = tx.AddWitness(ctx, w)
		wantNone(t, "AddWitness again", n, err)
		m := store.MoveWitnessParams{Origin: "o", Was: 5, Size: 8, Root: []byte("s"), Note: []byte("m"), At: 2}
		n, err = tx.MoveWitness(ctx, m)
		wantOne(t, "MoveWitness", n, err)
		n, err = tx.MoveWitness(ctx, m)
		wantNone(t, "MoveWitness from where it no longer is", n, err)
		return err
	})
	view(t, db, func(ctx context.Context, tx *store.Tx) error {
		if c, err := tx.LastCheckpoint(ctx, log1); err != nil || c.Size != 30 || string(c.Note) != "note 30" {
			t.Errorf("last: %+v, %v", c, err)
		}
		if c, err := tx.CheckpointCovering(ctx, store.CheckpointCoveringParams{Log: log1, Idx: 10}); err != nil || c.Size != 20 {
			t.Errorf("covering leaf 10: %+v, %v", c, err)
		}
		if _, err := tx.CheckpointCovering(ctx, store.CheckpointCoveringParams{Log: log1, Idx: 30}); !store.Missing(err) {
			t.Errorf("covering a leaf not signed yet: %v", err)
		}
		if l, err := tx.LastCosignatures(ctx, log1); err != nil || len(l) != 2 || l[0].Line != "a10" || l[1].Line != "b20" {
			t.Errorf("last cosignatures: %+v, %v", l, err)
		}
		if l, err := tx.ListCheckpoints(ctx, store.ListCheckpointsParams{Log: log1, After: 10, MaxRows: 1}); err != nil || len(l) != 1 || l[0].Size != 20 {
			t.Errorf("page: %+v, %v", l, err)
		}
		w, err := tx.GetWitness(ctx, "o")
		if w.Size != 8 || string(w.Note) != "m" {
			t.Errorf("witness: %+v", w)
		}
		return err
	})
}
