package storetest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
)

// gate keeps the committer in one job, so that those of the next batch are known. It gives the means to let it go.
func gate(t *testing.T, db *store.DB) (release func()) {
	t.Helper()
	entered, leave := make(chan struct{}), make(chan struct{})
	var once sync.Once
	go func() {
		_ = db.Update(context.Background(), func(*store.Tx) error {
			once.Do(func() { close(entered) })
			<-leave
			return nil
		})
	}()
	<-entered
	return func() { close(leave) }
}

// together queues jobs behind a gate, so that they share a transaction, and gives their errors.
func together(t *testing.T, db *store.DB, jobs ...func(*store.Tx) error) []error {
	t.Helper()
	release := gate(t, db)
	errs := make([]error, len(jobs))
	var wg sync.WaitGroup
	for i, j := range jobs {
		wg.Go(func() { errs[i] = db.Update(context.Background(), j) })
	}
	for db.Waiting() < len(jobs) {
		time.Sleep(time.Millisecond)
	}
	release()
	wg.Wait()
	return errs
}

var committer = []test{
	{"what has gathered shares a commit", func(t *testing.T, b Backend) {
		db := fresh(t, b)
		jobs := make([]func(*store.Tx) error, 100)
		for i := range jobs {
			jobs[i] = put(fmt.Sprint(i), "v")
		}
		before := db.Stats()
		for i, err := range together(t, db, jobs...) {
			if err != nil {
				t.Fatal(i, err)
			}
		}
		after := db.Stats()
		if after.LastJobs != 100 || after.Commits-before.Commits != 2 || after.Jobs-before.Jobs != 101 {
			t.Fatalf("before %+v, after %+v", before, after)
		}
		for i := range jobs {
			if get(t, db, fmt.Sprint(i)) != "v" {
				t.Fatalf("%d is lost", i)
			}
		}
	}},
	{"a failing job takes only itself back", func(t *testing.T, b Backend) {
		db, _ := withLog(t, b)
		var jobs []func(*store.Tx) error
		runs := make([]*store.Run, 30)
		for i := range 30 {
			jobs = append(jobs, func(tx *store.Tx) error {
				if err := put(fmt.Sprint(i), "v")(tx); err != nil {
					return err
				}
				runs[i] = run(fmt.Sprint(i), 2)
				if err := tx.AddRun(runs[i]); err != nil {
					return err
				}
				switch i % 5 {
				case 1:
					return fault.New(fault.Conflict, "no")
				case 3: // a statement that fails, after writing
					p := store.AddSessionParams{TokenHash: []byte("same"), Person: "p", Kind: "k"}
					return errors.Join(tx.AddSession(t.Context(), p), tx.AddSession(t.Context(), p))
				}
				return nil
			})
		}
		errs := together(t, db, jobs...)
		places := map[int64]bool{}
		for i, err := range errs {
			want, code := "v", fault.Code("")
			switch i % 5 {
			case 1:
				want, code = "", fault.Conflict
			case 3:
				want, code = "", fault.Internal
			}
			wantCode(t, err, code)
			if got := get(t, db, fmt.Sprint(i)); got != want {
				t.Errorf("%d: got %q", i, got)
			}
			if err == nil {
				places[runs[i].First] = true
			}
		}
		for p := range int64(18) {
			if !places[2*p] {
				t.Errorf("no run at %d of %v", 2*p, places)
			}
		}
		view(t, db, func(ctx context.Context, tx *store.Tx) error {
			l, err := tx.GetLog(ctx, log1)
			if l.Size != 36 {
				t.Errorf("size %d", l.Size)
			}
			return err
		})
	}},
	{"a job that only read is refused without a rerun", func(t *testing.T, b Backend) {
		db := fresh(t, b)
		before := db.Stats()
		calls := 0
		errs := together(t, db, put("a", "v"), func(tx *store.Tx) error {
			calls++
			if _, err := tx.ListPersons(t.Context()); err != nil {
				return err
			}
			return fault.New(fault.Forbidden, "no")
		}, put("b", "v"))
		if errs[0] != nil || errs[2] != nil {
			t.Fatal(errs)
		}
		wantCode(t, errs[1], fault.Forbidden)
		if n := db.Stats().Reruns - before.Reruns; n != 0 || calls != 1 {
			t.Fatalf("%d reruns, %d calls", n, calls)
		}
	}},
	{"a job that waits can be given up, one that runs is awaited", func(t *testing.T, b Backend) {
		db := fresh(t, b)
		release := gate(t, db)
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan error)
		go func() { done <- db.Update(ctx, put("waits", "v")) }()
		for db.Waiting() < 1 {
			time.Sleep(time.Millisecond)
		}
		cancel()
		err := <-done
		wantCode(t, err, fault.Unavailable)
		if !errors.Is(err, context.Canceled) {
			t.Fatalf("got %v", err)
		}
		release()

		ctx, cancel = context.WithCancel(t.Context())
		err = db.Update(ctx, func(tx *store.Tx) error {
			cancel()
			return put("runs", "v")(tx)
		})
		if err != nil {
			t.Fatal(err)
		}
		wantCode(t, db.Update(ctx, put("too late", "v")), fault.Unavailable)
		if get(t, db, "waits") != "" || get(t, db, "runs") != "v" || get(t, db, "too late") != "" {
			t.Fatal("the wrong ones were done")
		}
	}},
	{"one caller's giving up does not disturb the others", func(t *testing.T, b Backend) {
		db := fresh(t, b)
		ctx, cancel := context.WithCancel(t.Context())
		errs := together(t, db, put("a", "v"), func(tx *store.Tx) error {
			cancel()
			return tx.PutMeta(ctx, store.PutMetaParams{Key: "b", Value: []byte("v")})
		}, put("c", "v"))
		for _, err := range errs {
			if err != nil {
				t.Fatal(err)
			}
		}
	}},
	{"closing lets those that wait finish", func(t *testing.T, b Backend) {
		where := b.New(t)
		db := open(t, b, where)
		release := gate(t, db)
		errs := make(chan error)
		const n = 20
		for i := range n {
			go func() { errs <- db.Update(context.Background(), put(fmt.Sprint(i), "v")) }()
		}
		for db.Waiting() < n {
			time.Sleep(time.Millisecond)
		}
		closing := make(chan error)
		go func() { closing <- db.Close() }()
		release()
		for range n {
			if err := <-errs; err != nil {
				t.Fatal(err)
			}
		}
		if err := <-closing; err != nil {
			t.Fatal(err)
		}
		wantCode(t, db.Update(t.Context(), put("late", "v")), fault.Unavailable)
		wantCode(t, db.View(t.Context(), func(*store.Tx) error { return nil }), fault.Unavailable)
		if err := db.Close(); err != nil {
			t.Fatal("closing twice:", err)
		}
		db = open(t, b, where)
		for i := range n {
			if get(t, db, fmt.Sprint(i)) != "v" {
				t.Fatalf("%d is lost", i)
			}
		}
	}},
	{"leaves without a ledger fail alone in their transaction", func(t *testing.T, b Backend) {
		db := fresh(t, b)
		wantCode(t, db.Update(t.Context(), func(tx *store.Tx) error { return tx.AddRun(run("r", 1)) }), fault.Internal)
		bad := run("r", 2)
		bad.Hashes = bad.Hashes[1:]
		wantCode(t, db.Update(t.Context(), func(tx *store.Tx) error { return tx.AddRun(bad) }), fault.Internal)
		wantCode(t, db.Update(t.Context(), func(tx *store.Tx) error { return tx.AddRun(&store.Run{}) }), fault.Internal)
		if err := db.Update(t.Context(), put("k", "v")); err != nil {
			t.Fatal(err)
		}
	}},
}
