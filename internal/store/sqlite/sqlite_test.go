package sqlite_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/internal/store/sqlite"
	"github.com/entente-net/entente/internal/store/storetest"
)

var backend = storetest.Backend{
	New:       place,
	Open:      sqlite.Open,
	Fill:      fill,
	Exclusive: true,
}

func place(t *testing.T) string { return filepath.Join(t.TempDir(), "a node's data #1?.db") }

func TestMain(m *testing.M) { os.Exit(storetest.Main(m, backend)) }

func TestConformance(t *testing.T) { storetest.Run(t, backend) }

// fill opens a database that may not grow much, with something in it that can be deleted.
func fill(t *testing.T) *store.DB {
	db, err := sqlite.Open(t.Context(), place(t), store.Options{MaxPages: 400})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	err = db.Update(t.Context(), func(tx *store.Tx) error {
		return tx.PutMeta(t.Context(), store.PutMetaParams{Key: "ballast", Value: make([]byte, 200_000)})
	})
	if err != nil {
		t.Fatal(err)
	}
	return db
}

func openAt(t *testing.T, path string) *store.DB {
	t.Helper()
	db, err := sqlite.Open(t.Context(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func raw(t *testing.T, path, statement string) string {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var s string
	if err := db.QueryRow(statement).Scan(&s); err != nil {
		t.Fatal(err)
	}
	return s
}

// TestSettings: what durability and erasure rest on. Synchronous 2 is FULL.
func TestSettings(t *testing.T) {
	path := filepath.Join(t.TempDir(), "node.db")
	db := openAt(t, path)
	err := db.Update(t.Context(), func(tx *store.Tx) error {
		for pragma, want := range map[string]string{"synchronous": "2", "journal_mode": "wal", "secure_delete": "1", "foreign_keys": "1"} {
			if got, err := tx.Setting(t.Context(), "PRAGMA "+pragma); err != nil || got != want {
				t.Errorf("%s is %s, %v; want %s", pragma, got, err, want)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, suffix := range []string{"", "-wal", ".lock"} {
		info, err := os.Stat(path + suffix)
		if err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", suffix, info, err)
		}
	}
}

// TestScrubbedBytesAreGone: a deleted value is in none of the files, nor in a back-up.
func TestScrubbedBytesAreGone(t *testing.T) {
	dir := t.TempDir()
	db := openAt(t, filepath.Join(dir, "node.db"))
	ctx := t.Context()
	secret := make([]byte, 40)
	rand.Read(secret)
	long := bytes.Repeat(secret, 500) // over several pages
	err := db.Update(ctx, func(tx *store.Tx) error {
		for i, v := range [][]byte{secret, long} {
			_, err := tx.AddDisclosure(ctx, store.AddDisclosureParams{Act: "act", Field: "person", CaseID: "c", Compartment: "k", Ciphertext: v})
			if err != nil {
				return err
			}
			_, err = tx.AddEnvelope(ctx, store.AddEnvelopeParams{Digest: "e", Head: []byte("h"), Items: v, Compartment: "k"})
			if err != nil {
				return err
			}
			err = tx.PutMeta(ctx, store.PutMetaParams{Key: fmt.Sprint(i), Value: v})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if !found(t, dir, secret) {
		t.Fatal("the test looks in the wrong place")
	}
	err = db.Update(ctx, func(tx *store.Tx) error {
		if _, err := tx.DeleteCompartmentDisclosures(ctx, "k"); err != nil {
			return err
		}
		if _, err := tx.ClearEnvelopeItems(ctx, "k"); err != nil {
			return err
		}
		for i := range 2 {
			if _, err := tx.DeleteMeta(ctx, fmt.Sprint(i)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Scrub(ctx); err != nil {
		t.Fatal(err)
	}
	if err := db.Backup(ctx, filepath.Join(dir, "backup.db")); err != nil {
		t.Fatal(err)
	}
	if found(t, dir, secret) {
		t.Fatal("a deleted value is still in a file")
	}
}

func found(t *testing.T, dir string, secret []byte) bool {
	t.Helper()
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		b, err := os.ReadFile(filepath.Join(dir, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(b, secret[:16]) {
			return true
		}
	}
	return false
}

func TestBackupOpens(t *testing.T) {
	dir := t.TempDir()
	db := openAt(t, filepath.Join(dir, "node.db"))
	put := func(v string) {
		t.Helper()
		err := db.Update(t.Context(), func(tx *store.Tx) error {
			return tx.PutMeta(t.Context(), store.PutMetaParams{Key: "k", Value: []byte(v)})
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	put("then")
	to := filepath.Join(dir, "back'up")
	if err := db.Backup(t.Context(), to); err != nil {
		t.Fatal(err)
	}
	put("now")
	if got := raw(t, to, "PRAGMA integrity_check"); got != "ok" {
		t.Fatal(got)
	}
	restored := openAt(t, to)
	err := restored.View(t.Context(), func(tx *store.Tx) error {
		v, err := tx.GetMeta(t.Context(), "k")
		if string(v) != "then" {
			t.Errorf("got %q", v)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestOpenRefuses(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	_, err := sqlite.Open(ctx, filepath.Join(dir, "none", "node.db"), store.Options{})
	if fault.CodeOf(err) != fault.NotFound {
		t.Errorf("no folder: %v", err)
	}
	garbage := filepath.Join(dir, "garbage.db")
	if err := os.WriteFile(garbage, []byte(strings.Repeat("no database ", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = sqlite.Open(ctx, garbage, store.Options{})
	if fault.CodeOf(err) != fault.Internal {
		t.Errorf("no database: %v", err)
	}
	_, err = sqlite.Open(ctx, garbage, store.Options{})
	if fault.CodeOf(err) != fault.Internal { // the refused one gave the lock back
		t.Errorf("again: %v", err)
	}

	newer := filepath.Join(dir, "newer.db")
	openAt(t, newer).Close()
	raw(t, newer, "INSERT INTO schema_version (version) VALUES (9999) RETURNING 'done'")
	_, err = sqlite.Open(ctx, newer, store.Options{})
	if fault.CodeOf(err) != fault.StoreNewer {
		t.Errorf("a newer schema: %v", err)
	}
}

// TestFullFileSystem: a disk that is full in earnest, where the machine lets a test have one.
func TestFullFileSystem(t *testing.T) {
	dir := tinyDisk(t)
	db := openAt(t, filepath.Join(dir, "node.db"))
	var kept int
	var err error
	for ; err == nil && kept < 10_000; kept++ {
		err = db.Update(t.Context(), func(tx *store.Tx) error {
			return tx.PutMeta(t.Context(), store.PutMetaParams{Key: fmt.Sprint(kept), Value: make([]byte, 10_000)})
		})
	}
	kept--
	if fault.CodeOf(err) != fault.StoreFull {
		t.Fatalf("after %d: %v", kept, err)
	}
	db.Close()
	if err := os.Remove(filepath.Join(dir, "ballast")); err != nil {
		t.Fatal(err)
	}
	db = openAt(t, filepath.Join(dir, "node.db"))
	err = db.Update(t.Context(), func(tx *store.Tx) error {
		for i := range kept {
			if _, err := tx.GetMeta(t.Context(), fmt.Sprint(i)); err != nil {
				t.Errorf("%d of %d: %v", i, kept, err)
			}
		}
		if _, err := tx.GetMeta(t.Context(), fmt.Sprint(kept)); !store.Missing(err) {
			t.Errorf("the one that was refused: %v", err)
		}
		return tx.PutMeta(t.Context(), store.PutMetaParams{Key: "after", Value: []byte("v")})
	})
	if err != nil {
		t.Fatal(err)
	}
}
