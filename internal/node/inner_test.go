package node

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/internal/store/sqlite"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"
)

func checkpointOf(size uint64, root byte) ledger.Checkpoint {
	return ledger.Checkpoint{Size: size, Root: [32]byte{root}}
}

func locksIn(t *testing.T, dir string) *locks {
	t.Helper()
	l, err := openLocks(dir)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func (l *locks) must(t *testing.T, log store.LogID, want ledger.Checkpoint) {
	t.Helper()
	got, ok, err := l.read(log)
	if err != nil || ok != (want.Size > 0) || got.Size != want.Size || got.Root != want.Root {
		t.Fatalf("the lock holds %d %x (%t, %v), want %d %x", got.Size, got.Root[:1], ok, err, want.Size, want.Root[:1])
	}
}

func TestTheLockOnlyMovesForward(t *testing.T) {
	dir := t.TempDir()
	l := locksIn(t, dir)
	l.must(t, "log", ledger.Checkpoint{})
	for _, c := range []ledger.Checkpoint{checkpointOf(3, 1), checkpointOf(3, 1), checkpointOf(7, 2)} {
		if err := l.write("log", c); err != nil {
			t.Fatal(err)
		}
		locksIn(t, dir).must(t, "log", c)
	}
	for _, c := range []ledger.Checkpoint{checkpointOf(6, 2), checkpointOf(0, 2), checkpointOf(7, 3), checkpointOf(1<<63, 3)} {
		if err := l.write("log", c); fault.CodeOf(err) != fault.StoreBehind {
			t.Fatalf("%d entries after 7: %v", c.Size, err)
		}
		l.must(t, "log", checkpointOf(7, 2))
		locksIn(t, dir).must(t, "log", checkpointOf(7, 2))
	}
	if err := l.write("another", checkpointOf(1, 9)); err != nil {
		t.Fatal(err)
	}
	locksIn(t, dir).must(t, "log", checkpointOf(7, 2))
	locksIn(t, dir).must(t, "another", checkpointOf(1, 9))
}

func TestTheLockSurvivesACrash(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, fileLock)
	if err := locksIn(t, dir).write("log", checkpointOf(3, 1)); err != nil {
		t.Fatal(err)
	}
	old, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := locksIn(t, dir).write("log", checkpointOf(5, 2)); err != nil {
		t.Fatal(err)
	}
	next, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for cut := 0; cut <= len(next); cut += 7 { // killed while the new file was written, or before the rename
		if err := os.WriteFile(path, old, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path+".new", next[:cut], 0o600); err != nil {
			t.Fatal(err)
		}
		l := locksIn(t, dir)
		l.must(t, "log", checkpointOf(3, 1))
		if err := l.write("log", checkpointOf(5, 2)); err != nil {
			t.Fatal(err)
		}
		locksIn(t, dir).must(t, "log", checkpointOf(5, 2))
	}
	// What no crash of this program leaves is not taken for an empty lock.
	for _, damaged := range []string{"", "{", string(next[:len(next)/2]), "[]", `{"log":{"size":"x"}}`} {
		if err := os.WriteFile(path, []byte(damaged), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := openLocks(dir); fault.CodeOf(err) != fault.Invalid {
			t.Fatalf("%q: %v", damaged, err)
		}
	}
	if err := os.WriteFile(path, []byte(`{"log":{"size":5,"root":"sha256:00"}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, err := locksIn(t, dir).read("log"); err == nil {
		t.Fatal("a root that is none is read")
	}
}

func TestTheLockOfAFullDisk(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "node")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	l := locksIn(t, dir)
	if err := l.write("log", checkpointOf(3, 1)); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, fileLock+".new"), 0o700); err != nil { // nothing can be written there
		t.Fatal(err)
	}
	if err := l.write("log", checkpointOf(5, 2)); err == nil {
		t.Fatal("written to where nothing can be written")
	}
	l.must(t, "log", checkpointOf(3, 1)) // what is not on the disk was not signed
}

func TestDraftsExpireAndBelongToOnePerson(t *testing.T) {
	var ds drafts
	now := time.Date(2026, 6, 1, 8, 0, 0, 0, time.UTC)
	pia, oren := &auth.Person{ID: "pia"}, &auth.Person{ID: "oren"}
	put := func(who Who) string {
		t.Helper()
		name, err := ds.put(&draft{who: who, expires: now.Add(draftLife)}, now)
		if err != nil {
			t.Fatal(err)
		}
		return name
	}
	take := func(name string, who Who, want bool) {
		t.Helper()
		d, err := ds.take(name, who, now)
		if got := err == nil; got != want || !want && (d != nil || fault.CodeOf(err) != fault.NotFound) {
			t.Fatalf("taken %t: %v", got, err)
		}
	}
	first := put(pia)
	take("", pia, false)
	take("another", pia, false)
	take(first, oren, false)
	take(first, pia, true)
	take(first, pia, false) // once
	second, third := put(pia), put(pia)
	if second == third || second == first {
		t.Fatal("one name for two")
	}
	now = now.Add(draftLife)
	take(second, pia, true) // the last moment
	now = now.Add(time.Microsecond)
	take(third, pia, false)
	put(oren)
	if len(ds.open) != 1 {
		t.Fatalf("%d drafts are kept, one is alive", len(ds.open))
	}
	for range maxDrafts - 1 {
		put(pia)
	}
	if _, err := ds.put(&draft{who: pia}, now); fault.CodeOf(err) != fault.Unavailable {
		t.Fatalf("more than there is room for: %v", err)
	}
	now = now.Add(draftLife + 1)
	put(pia)
}

func TestTheCacheOfCasesIsBounded(t *testing.T) {
	var fc fileCache
	d := &deal{}
	used := fc.get(d, "used")
	used.mu.Lock()
	for i := range 3 * maxFiles {
		f := fc.get(d, casework.CaseID(fmt.Sprint(i)))
		if !fc.holds(f) {
			t.Fatalf("case %d is thrown out as it comes in", i)
		}
		if len(fc.files) > maxFiles+1 || fc.order.Len() != len(fc.files) {
			t.Fatalf("%d cases are kept, %d in order", len(fc.files), fc.order.Len())
		}
	}
	if !fc.holds(used) || fc.get(d, "used") != used {
		t.Fatal("a case in use was thrown out")
	}
	used.mu.Unlock()
	if fc.holds(&file{id: "0"}) || fc.holds(&file{id: "used"}) {
		t.Fatal("a file of the same name is not the same file")
	}
	fc.drop("used")
	fc.drop("used")
	if fc.holds(used) || fc.get(d, "used") == used {
		t.Fatal("a dropped case is still given out")
	}
}

// nodeWithout is as much of a node as the loading of cases needs.
func nodeWithout(t *testing.T) (*Node, *deal) {
	t.Helper()
	db, err := sqlite.Open(context.Background(), filepath.Join(t.TempDir(), "node.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return &Node{db: db}, &deal{textHash: seal.DigestOf([]byte("text"))}
}

// Who waited for a case while it was forgotten (after an erasure, say) gets it as it is now.
func TestWhoWaitsNeverSeesAForgottenCase(t *testing.T) {
	n, d := nodeWithout(t)
	ctx := context.Background()
	var waiting sync.WaitGroup
	var stale atomic.Int64
	entered := make(chan struct{})
	err := n.withFile(ctx, d, "case", func(f *file) error {
		for range 8 {
			waiting.Go(func() {
				err := n.withFile(ctx, d, "case", func(g *file) error {
					if g == f {
						stale.Add(1)
					}
					return nil
				})
				if err != nil {
					t.Error(err)
				}
			})
		}
		go close(entered)
		<-entered
		time.Sleep(20 * time.Millisecond) // let them come to the lock
		n.forget("case")
		return nil
	})
	waiting.Wait()
	if err != nil || stale.Load() > 0 {
		t.Fatalf("%d saw the case as it was: %v", stale.Load(), err)
	}
}

// One case is one file under one lock, however often it is thrown out of the cache.
func TestACaseIsInOneHandAtATime(t *testing.T) {
	n, d := nodeWithout(t)
	var inside, ran atomic.Int64
	var running sync.WaitGroup
	for i := range 16 {
		running.Go(func() {
			for j := range 60 {
				err := n.withFile(context.Background(), d, "case", func(*file) error {
					if inside.Add(1) != 1 {
						return errors.New("two hands at one case")
					}
					ran.Add(1)
					inside.Add(-1)
					return nil
				})
				if err != nil {
					t.Error(err)
					return
				}
				if (i+j)%3 == 0 {
					n.forget("case")
				}
			}
		})
	}
	running.Wait()
	if ran.Load() != 16*60 {
		t.Fatalf("%d of %d came in", ran.Load(), 16*60)
	}
}

func TestACaseOfAnotherAgreement(t *testing.T) {
	n, d := nodeWithout(t)
	ctx := context.Background()
	if err := n.withFile(ctx, d, "case", func(*file) error { return nil }); err != nil {
		t.Fatal(err)
	}
	err := n.withFile(ctx, &deal{id: "another", textHash: seal.DigestOf([]byte("another"))}, "case", func(*file) error { return nil })
	if fault.CodeOf(err) != fault.WrongModel {
		t.Fatalf("%v", err)
	}
}

func TestWaitersAreToldOnceAndForgotten(t *testing.T) {
	var w waiters
	a, b := w.on("digest"), w.on("digest")
	w.tell("another", verdict{number: 1})
	w.tell("digest", verdict{number: 2})
	w.tell("digest", verdict{number: 3}) // nobody reads twice, and nobody is held up
	for _, c := range []chan verdict{a, b} {
		if v := <-c; v.number != 2 {
			t.Fatalf("%+v", v)
		}
		w.off("digest", c)
	}
	if len(w.m) != 0 {
		t.Fatalf("%d are still waited for", len(w.m))
	}
}

func TestAListsNameIsText(t *testing.T) {
	for _, s := range []string{"", "list.csv", strings.Repeat("é", 100), "\xff\xfe.csv", strings.Repeat("a", 119) + "é"} {
		if got := clip(s, 120); len(got) > 120 || !utf8.ValidString(got) {
			t.Errorf("%q", got)
		}
	}
}

func FuzzCursor(f *testing.F) {
	f.Add("")
	f.Add(Cursor{Before: 17, ID: "0123"}.String())
	f.Add("x")
	f.Add("LTEuYQ")
	f.Fuzz(func(t *testing.T, s string) {
		c, err := ParseCursor(s)
		if err != nil {
			if fault.CodeOf(err) != fault.Invalid {
				t.Fatalf("%v", err)
			}
			return
		}
		again, err := ParseCursor(c.String())
		if err != nil || again != c {
			t.Fatalf("%+v, %v", again, err)
		}
	})
}
