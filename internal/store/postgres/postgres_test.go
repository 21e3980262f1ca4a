package postgres_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/internal/store/postgres"
	"github.com/entente-net/entente/internal/store/storetest"
)

var backend = storetest.Backend{New: place, Open: postgres.Open}

func TestMain(m *testing.M) {
	code := storetest.Main(m, backend)
	if server.stop != nil {
		server.stop()
	}
	os.Exit(code)
}

func TestConformance(t *testing.T) { storetest.Run(t, backend) }

func openAt(t *testing.T, where string) *store.DB {
	t.Helper()
	db, err := postgres.Open(t.Context(), where, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func count(ctx context.Context, tx *store.Tx) error {
	return tx.AddQueryCount(ctx, store.AddQueryCountParams{Agreement: "a", Day: "d", Party: "p", Register: "r", Query: "q", N: 1})
}

func counted(t *testing.T, db *store.DB) (n int64) {
	t.Helper()
	err := db.View(t.Context(), func(tx *store.Tx) (err error) {
		n, err = tx.GetQueryCount(t.Context(), store.GetQueryCountParams{Agreement: "a", Day: "d", Party: "p", Register: "r", Query: "q"})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestSettings(t *testing.T) {
	db := openAt(t, place(t))
	err := db.Update(t.Context(), func(tx *store.Tx) error {
		for name, want := range map[string]string{"synchronous_commit": "on", "transaction_isolation": "serializable"} {
			if got, err := tx.Setting(t.Context(), "SHOW "+name); err != nil || got != want {
				t.Errorf("%s is %s, %v; want %s", name, got, err, want)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestConnectionsLost: the server ends connections at random moments, also while they commit. What was
// acknowledged is counted once; what failed for certain is not counted.
func TestConnectionsLost(t *testing.T) {
	where := place(t)
	db := openAt(t, where)
	name := where[strings.Index(where, "dbname=")+len("dbname="):]
	name, _, _ = strings.Cut(name, " ")
	stop := make(chan struct{})
	var breaker, wg sync.WaitGroup
	breaker.Go(func() {
		for {
			select {
			case <-stop:
				return
			case <-time.After(3 * time.Millisecond):
				admin(t, fmt.Sprintf("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'", name))
			}
		}
	})
	var mu sync.Mutex
	done, unknown := int64(0), int64(0)
	for range 8 {
		wg.Go(func() {
			for range 100 {
				err := db.Update(context.Background(), func(tx *store.Tx) error { return count(context.Background(), tx) })
				mu.Lock()
				switch fault.CodeOf(err) {
				case "":
					done++
				case fault.Internal: // may or may not be done
					t.Log(err, errors.Unwrap(err))
					unknown++
				case fault.Unavailable:
				default:
					t.Error(err, errors.Unwrap(err))
				}
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	close(stop)
	breaker.Wait()
	n := counted(t, db) // the readers' connections are gone too, and are replaced
	if n < done || n > done+unknown || done == 0 {
		t.Fatalf("%d acknowledged, %d unknown, %d counted", done, unknown, n)
	}
	t.Logf("%d acknowledged, %d unknown, %d counted; %+v", done, unknown, n, db.Stats())
}

// TestErrorClasses has the server raise the codes themselves.
func TestErrorClasses(t *testing.T) {
	db := openAt(t, place(t))
	raise := func(code string) func(*store.Tx) error {
		return func(tx *store.Tx) error {
			if err := count(t.Context(), tx); err != nil {
				return err
			}
			_, err := tx.Setting(t.Context(), fmt.Sprintf("SELECT CAST(set_config('entente.code', '%s', true) AS TEXT)", code))
			if err != nil {
				return err
			}
			return tx.Run(t.Context(), "DO $$ BEGIN RAISE EXCEPTION 'made up' USING ERRCODE = current_setting('entente.code'); END $$")
		}
	}
	for code, want := range map[string]fault.Code{
		"53100": fault.StoreFull, "40001": fault.Conflict, "40P01": fault.Conflict, "22021": fault.Invalid, "23505": fault.Internal,
	} {
		err := db.Update(t.Context(), raise(code))
		if fault.CodeOf(err) != want {
			t.Errorf("%s: %v, want %s", code, err, want)
		}
	}
	if n := counted(t, db); n != 0 {
		t.Fatalf("%d of those that failed are counted", n)
	}
	err := db.Update(t.Context(), func(tx *store.Tx) error {
		return tx.PutPerson(t.Context(), store.PutPersonParams{ID: "p", Name: "a\x00b"})
	})
	if fault.CodeOf(err) != fault.Invalid {
		t.Errorf("a text with a zero byte: %v", err)
	}
}

func TestOpenRefuses(t *testing.T) {
	place(t)
	for where, want := range map[string]fault.Code{
		"postgres://u:secret@[::1": fault.Invalid,
		at("none"):                 fault.NotFound,
		"host=" + t.TempDir() + " user=entente dbname=x sslmode=disable": fault.Unavailable,
	} {
		_, err := postgres.Open(t.Context(), where, store.Options{})
		if fault.CodeOf(err) != want {
			t.Errorf("%s: %v, want %s", where, err, want)
		}
		for ; err != nil; err = errors.Unwrap(err) {
			if strings.Contains(err.Error(), "secret") {
				t.Errorf("the password is in %v", err)
			}
		}
	}
}

func TestBackupRestores(t *testing.T) {
	db := openAt(t, place(t))
	if err := db.Update(t.Context(), func(tx *store.Tx) error { return count(t.Context(), tx) }); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "backup")
	if err := db.Backup(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	to := place(t)
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/pg_restore")
	if p, lerr := exec.LookPath("pg_restore"); lerr == nil {
		found = append(found, p)
	}
	if err != nil || len(found) == 0 {
		t.Fatal("no pg_restore", err)
	}
	if out, err := exec.Command(found[len(found)-1], "--exit-on-error", "--dbname="+to, path).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if n := counted(t, openAt(t, to)); n != 1 {
		t.Fatalf("counted %d", n)
	}
}
