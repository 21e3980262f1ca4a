package storetest

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/seal"
)

// childWhere names the environment variable that makes the test binary a writer to be killed.
const childWhere = "STORETEST_CHILD"

var durability = []test{
	{"what is closed can be opened", func(t *testing.T, b Backend) {
		where := b.New(t)
		for i := range 3 {
			db := open(t, b, where)
			for j := range i {
				if get(t, db, fmt.Sprint(j)) != "v" {
					t.Fatalf("%d is lost", j)
				}
			}
			if err := db.Update(t.Context(), put(fmt.Sprint(i), "v")); err != nil {
				t.Fatal(err)
			}
			if err := db.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}},
	{"a killed writer loses nothing that it acknowledged", killed},
	{fillsTheDisk, fullDisk},
	{"a second process", secondProcess},
	{"a back-up is consistent and never replaces a file", backups},
	{"scrubbing waits for readers, not for ever", scrubs},
}

// child writes acts with their leaves until it is killed, and prints each once it is acknowledged.
func child(b Backend, where string) int {
	ctx := context.Background()
	db, err := b.Open(ctx, where, store.Options{})
	if err == nil {
		_, err = sequencer(ctx, db, fmt.Sprint(os.Getpid()), log1)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	var (
		mu sync.Mutex
		wg sync.WaitGroup
	)
	for w := range 8 {
		wg.Go(func() {
			for i := 0; ; i++ {
				name := fmt.Sprintf("%d-%d-%d", os.Getpid(), w, i)
				err := db.Update(ctx, func(tx *store.Tx) error { return record(ctx, tx, name) })
				mu.Lock()
				if err != nil {
					fmt.Fprintln(os.Stderr, err)
					os.Exit(1)
				}
				fmt.Println(name)
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	return 0
}

// record writes one act, counts it, and logs it.
func record(ctx context.Context, tx *store.Tx, name string) error {
	n, err := tx.AddAct(ctx, store.AddActParams{
		Digest: seal.Digest(name), CaseID: "c", Agreement: "a", Kind: "step", Status: store.ActQueued, Author: "p", Body: make([]byte, 700),
	})
	if err != nil || n != 1 {
		return errors.Join(err, fmt.Errorf("%d rows", n))
	}
	count := store.AddQueryCountParams{Agreement: "a", Day: "d", Party: "p", Register: "r", Query: "q", N: 1}
	if err := tx.AddQueryCount(ctx, count); err != nil {
		return err
	}
	return tx.AddRun(run(name, 1))
}

func killed(t *testing.T, b Backend) {
	where := b.New(t)
	acknowledged := map[string]bool{}
	for round := range 6 {
		kill(t, where, 20+rand.IntN(400), acknowledged)
		db := reopen(t, b, where)
		if _, err := store.NewLogSequencer(db, "check", Tree{}).Hold(t.Context(), log1, 1, 1); err != nil {
			t.Fatal(err)
		}
		size := checkLog(t, db, log1)
		view(t, db, func(ctx context.Context, tx *store.Tx) error {
			acts, err := tx.ListActs(ctx, "c")
			if err != nil {
				return err
			}
			counted, err := tx.GetQueryCount(ctx, store.GetQueryCountParams{Agreement: "a", Day: "d", Party: "p", Register: "r", Query: "q"})
			if err != nil {
				return err
			}
			if int64(len(acts)) != counted || counted != size {
				t.Errorf("round %d: %d acts, %d counted, %d logged", round, len(acts), counted, size)
			}
			there := map[string]bool{}
			for _, a := range acts {
				there[string(a.Digest)] = true
				runs, err := tx.ListLeafRunsByRef(ctx, string(a.Digest))
				if err != nil || len(runs) != 1 {
					t.Errorf("act %s has %d entries, %v", a.Digest, len(runs), err)
				}
			}
			for name := range acknowledged {
				if !there[name] {
					t.Errorf("act %s was acknowledged and is lost", name)
				}
			}
			return nil
		})
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
		if t.Failed() {
			return
		}
	}
}

// kill runs a writer and kills it once it has acknowledged so many acts.
func kill(t *testing.T, where string, after int, acknowledged map[string]bool) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childWhere+"="+where)
	var problem strings.Builder
	cmd.Stderr = &problem
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = cmd.Process.Kill(); _ = cmd.Wait() }()
	lines := bufio.NewReader(out)
	for n := 0; ; n++ {
		line, err := lines.ReadString('\n')
		if err != nil { // a torn last line was not read as acknowledged
			break
		}
		acknowledged[strings.TrimSpace(line)] = true
		if n == after {
			if err := cmd.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if problem.Len() > 0 {
		t.Fatal("the writer failed: ", problem.String())
	}
}

// reopen waits until the server has noticed that a killed process is gone.
func reopen(t *testing.T, b Backend, where string) *store.DB {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		db, err := b.Open(t.Context(), where, store.Options{})
		if err == nil {
			t.Cleanup(func() { db.Close() })
			return db
		}
		if fault.CodeOf(err) != fault.StoreBusy || time.Now().After(deadline) {
			t.Fatal(err)
		}
	}
}

// fillsTheDisk needs Backend.Fill.
const fillsTheDisk = "a full disk loses nothing"

func fullDisk(t *testing.T, b Backend) {
	db := b.Fill(t)
	hold(t, db, "one", log1)
	var stored []string
	var err error
	for i := 0; err == nil && i < 100_000; i++ {
		name := fmt.Sprint(i)
		if err = db.Update(t.Context(), func(tx *store.Tx) error { return record(t.Context(), tx, name) }); err == nil {
			stored = append(stored, name)
		}
	}
	wantCode(t, err, fault.StoreFull)
	// One that asks for too much does not take with it those that ask for little, or nothing.
	errs := together(t, db,
		func(tx *store.Tx) error { _, err := tx.ListPersons(t.Context()); return err },
		put("big", strings.Repeat("x", 1<<24)),
		func(tx *store.Tx) error { _, err := tx.ListLogs(t.Context()); return err },
	)
	wantCode(t, errs[1], fault.StoreFull)
	if errs[0] != nil || errs[2] != nil {
		t.Fatal(errs)
	}
	if size := checkLog(t, db, log1); size != int64(len(stored)) || size == 0 {
		t.Fatalf("%d entries logged, %d acknowledged", size, len(stored))
	}
	view(t, db, func(ctx context.Context, tx *store.Tx) error {
		acts, err := tx.ListActs(ctx, "c")
		if len(acts) != len(stored) {
			t.Errorf("%d acts there, %d acknowledged", len(acts), len(stored))
		}
		return err
	})
	// Room is made by deleting, and work goes on.
	update(t, db, func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.DeleteMeta(ctx, "ballast")
		return err
	})
	if err := db.Update(t.Context(), func(tx *store.Tx) error { return record(t.Context(), tx, "again") }); err != nil {
		t.Fatal(err)
	}
}

func secondProcess(t *testing.T, b Backend) {
	where := b.New(t)
	first := open(t, b, where)
	second, err := b.Open(t.Context(), where, store.Options{})
	if b.Exclusive {
		wantCode(t, err, fault.StoreBusy)
		if err := first.Update(t.Context(), put("k", "v")); err != nil {
			t.Fatal("the first after the second tried:", err)
		}
		if err := first.Close(); err != nil {
			t.Fatal(err)
		}
		if get(t, open(t, b, where), "k") != "v" {
			t.Fatal("lost")
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	// Two processes that count in the same rows and log in the same ledger: nothing is lost, nothing fails.
	hold(t, first, "one", log1)
	s2 := store.NewLogSequencer(second, "two", Tree{})
	const each = 100
	var wg sync.WaitGroup
	for i, db := range []*store.DB{first, second} {
		for w := range 4 {
			wg.Go(func() {
				for j := range each {
					name := fmt.Sprintf("%d-%d-%d", i, w, j)
					if err := db.Update(t.Context(), func(tx *store.Tx) error { return record(t.Context(), tx, name) }); err != nil {
						t.Error(name, err)
					}
				}
			})
		}
	}
	wg.Wait()
	if size := checkLog(t, first, log1); size != 4*each {
		t.Errorf("the holder logged %d", size)
	}
	// The lease passes to the second, which gives what waited its places.
	if held, err := s2.Hold(t.Context(), log1, 1, 2); err != nil || !held {
		t.Fatalf("held: %v, %v", held, err)
	}
	if n, err := s2.Drain(t.Context(), log1, 10*each); err != nil || n != 4*each {
		t.Fatalf("drained %d, %v", n, err)
	}
	if size := checkLog(t, second, log1); size != 8*each {
		t.Errorf("logged %d", size)
	}
	view(t, second, func(ctx context.Context, tx *store.Tx) error {
		n, err := tx.GetQueryCount(ctx, store.GetQueryCountParams{Agreement: "a", Day: "d", Party: "p", Register: "r", Query: "q"})
		if n != 8*each {
			t.Errorf("counted %d", n)
		}
		return err
	})
}

func backups(t *testing.T, b Backend) {
	db, _ := withLog(t, b)
	stop := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			default:
			}
			if err := db.Update(t.Context(), func(tx *store.Tx) error { return record(t.Context(), tx, fmt.Sprint(i)) }); err != nil {
				t.Error(err)
				return
			}
		}
	})
	path := filepath.Join(t.TempDir(), "backup")
	err := db.Backup(t.Context(), path)
	close(stop)
	wg.Wait()
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || info.Size() == 0 || info.Mode().Perm() != 0o600 {
		t.Fatalf("%+v, %v", info, err)
	}
	wantCode(t, db.Backup(t.Context(), path), fault.Conflict)
	wantCode(t, db.Backup(t.Context(), filepath.Join(t.TempDir(), "none", "backup")), fault.Invalid)
}

func scrubs(t *testing.T, b Backend) {
	db := fresh(t, b)
	if err := db.Update(t.Context(), put("k", "v")); err != nil {
		t.Fatal(err)
	}
	view(t, db, func(ctx context.Context, tx *store.Tx) error {
		if _, err := tx.GetMeta(ctx, "k"); err != nil {
			return err
		}
		if err := db.Update(ctx, put("k", "w")); err != nil {
			return err
		}
		short, cancel := context.WithTimeout(ctx, 100*time.Millisecond)
		defer cancel()
		if err := db.Scrub(short); err != nil {
			wantCode(t, err, fault.Unavailable) // a reader is in the way; commits are not
		}
		return db.Update(ctx, put("k", "x"))
	})
	if err := db.Scrub(t.Context()); err != nil {
		t.Fatal(err)
	}
	if get(t, db, "k") != "x" {
		t.Fatal("lost")
	}
}
