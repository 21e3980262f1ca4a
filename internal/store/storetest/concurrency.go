package storetest

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/anishathalye/porcupine"

	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
)

var concurrency = []test{
	{"of those who advance a case from one place, one wins", func(t *testing.T, b Backend) {
		db := fresh(t, b)
		update(t, db, func(ctx context.Context, tx *store.Tx) error {
			n, err := tx.AddCase(ctx, store.AddCaseParams{ID: "c"})
			wantOne(t, "AddCase", n, err)
			return err
		})
		const workers, rounds = 16, 20
		var wg sync.WaitGroup
		var wins atomic.Int64
		for range workers {
			wg.Go(func() {
				for i := range int64(rounds) {
					var n int64
					err := db.Update(context.Background(), func(tx *store.Tx) (err error) {
						n, err = tx.AdvanceCase(context.Background(), store.AdvanceCaseParams{ID: "c", Was: i, Number: i + 1})
						return err
					})
					if err != nil {
						t.Error(err)
					}
					wins.Add(n)
				}
			})
		}
		wg.Wait()
		view(t, db, func(ctx context.Context, tx *store.Tx) error {
			c, err := tx.GetCase(ctx, "c")
			if wins.Load() != rounds || c.Number != rounds || c.Version != rounds {
				t.Errorf("%d wins, number %d, version %d", wins.Load(), c.Number, c.Version)
			}
			return err
		})
	}},
	{"counting loses nothing", func(t *testing.T, b Backend) {
		db := fresh(t, b)
		var wg sync.WaitGroup
		for w := range 8 {
			wg.Go(func() {
				for i := range 50 {
					err := db.Update(context.Background(), func(tx *store.Tx) error {
						err := tx.AddQueryCount(context.Background(), store.AddQueryCountParams{Agreement: "a", Day: "d", Party: "p", Register: "r", Query: "q", N: 3})
						if err == nil && (w+i)%3 == 0 {
							return fault.New(fault.Forbidden, "taken back")
						}
						return err
					})
					if err != nil && (w+i)%3 != 0 {
						t.Error(err)
					}
				}
			})
		}
		wg.Wait()
		want := int64(0)
		for w := range 8 {
			for i := range 50 {
				if (w+i)%3 != 0 {
					want += 3
				}
			}
		}
		view(t, db, func(ctx context.Context, tx *store.Tx) error {
			n, err := tx.GetQueryCount(ctx, store.GetQueryCountParams{Agreement: "a", Day: "d", Party: "p", Register: "r", Query: "q"})
			if n != want {
				t.Errorf("counted %d, want %d", n, want)
			}
			return err
		})
	}},
	{"a clock fires once", func(t *testing.T, b Backend) {
		db := fresh(t, b)
		update(t, db, func(ctx context.Context, tx *store.Tx) error {
			return tx.PutDeadline(ctx, store.PutDeadlineParams{CaseID: "c", Clock: "k", Started: 1, Due: 5, Grace: 7, Status: "runs"})
		})
		var fired atomic.Int64
		var wg sync.WaitGroup
		for range 12 {
			wg.Go(func() {
				var n int64
				err := db.Update(context.Background(), func(tx *store.Tx) error {
					due, err := tx.ListDeadlinesDue(context.Background(), store.ListDeadlinesDueParams{Now: 5, MaxRows: 10})
					n = 0
					for _, d := range due {
						k, err := tx.FireDeadline(context.Background(), store.FireDeadlineParams{
							CaseID: d.CaseID, Clock: d.Clock, Started: d.Started, Was: "runs", Status: "sealed", Fired: 5,
						})
						if err != nil {
							return err
						}
						n += k
					}
					return err
				})
				if err != nil {
					t.Error(err)
				}
				fired.Add(n)
			})
		}
		wg.Wait()
		if fired.Load() != 1 {
			t.Fatalf("fired %d times", fired.Load())
		}
	}},
	{"every history is linearizable", linearizable},
}

// operation is a read, or a swap of a value for another.
type operation struct {
	swap     bool
	old, new string
}

// register is the model that histories are checked against: one value and its compare-and-swap.
var register = porcupine.Model{
	Init: func() any { return "0" },
	Step: func(state, in, out any) (bool, any) {
		s, op := state.(string), in.(operation)
		switch {
		case !op.swap:
			return out.(string) == s, s
		case out.(string) == "won":
			return s == op.old, op.new
		}
		return s != op.old, s
	},
}

func linearizable(t *testing.T, b Backend) {
	db := fresh(t, b)
	if err := db.Update(t.Context(), put("r", "0")); err != nil {
		t.Fatal(err)
	}
	const workers, each = 8, 60
	var (
		mu      sync.Mutex
		history []porcupine.Operation
		wg      sync.WaitGroup
		start   = time.Now()
	)
	for w := range workers {
		rng := rand.New(rand.NewPCG(1, uint64(w)))
		wg.Go(func() {
			seen := "0"
			for i := range each {
				op := operation{swap: rng.IntN(3) > 0, old: seen, new: fmt.Sprintf("%d.%d", w, i)}
				call := time.Since(start).Nanoseconds()
				out, err := perform(db, op)
				end := time.Since(start).Nanoseconds()
				if err != nil {
					t.Error(err)
					return
				}
				switch {
				case !op.swap:
					seen = out
				case out == "won":
					seen = op.new
				default:
					seen = get(t, db, "r")
				}
				mu.Lock()
				history = append(history, porcupine.Operation{ClientId: w, Input: op, Call: call, Output: out, Return: end})
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	if r := porcupine.CheckOperationsTimeout(register, history, 20*time.Second); r != porcupine.Ok {
		t.Fatalf("the history of %d operations is %s", len(history), r)
	}
}

func perform(db *store.DB, op operation) (out string, err error) {
	ctx := context.Background()
	if !op.swap {
		err = db.View(ctx, func(tx *store.Tx) error {
			v, err := tx.GetMeta(ctx, "r")
			out = string(v)
			return err
		})
		return out, err
	}
	lost := errors.New("lost")
	err = db.Update(ctx, func(tx *store.Tx) error {
		n, err := tx.SwapMeta(ctx, store.SwapMetaParams{Key: "r", Old: []byte(op.old), New: []byte(op.new)})
		if err == nil && n == 0 {
			return fault.New(fault.Conflict, "lost").Wrap(lost)
		}
		return err
	})
	switch {
	case err == nil:
		return "won", nil
	case errors.Is(err, lost):
		return "lost", nil
	}
	return "", err
}
