package storetest

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"testing"

	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/ledger"
)

// Backend is a dialect under test.
type Backend struct {
	// New makes an empty database and says where it is.
	New func(t *testing.T) string
	// Open opens the database at a place. The suite's subprocess calls it too, so it needs no test.
	Open func(ctx context.Context, where string, opts store.Options) (*store.DB, error)
	// Fill gives a database that has almost no room left, and the means to give it more; nil where
	// the dialect cannot. The database is open and its ledger is not.
	Fill func(t *testing.T) *store.DB
	// Exclusive: a second opener is refused. Otherwise several processes share the database.
	Exclusive bool
}

// Main is the TestMain of a dialect's package: in a subprocess that the suite started it does that one's work.
func Main(m *testing.M, b Backend) int {
	if where := os.Getenv(childWhere); where != "" {
		return child(b, where)
	}
	return m.Run()
}

// Run runs the suite.
func Run(t *testing.T, b Backend) {
	for _, group := range []struct {
		name  string
		tests []test
	}{
		{"transaction", transactions},
		{"committer", committer},
		{"concurrency", concurrency},
		{"rows", rows},
		{"ledger", ledgers},
		{"durability", durability},
	} {
		t.Run(group.name, func(t *testing.T) {
			for _, tc := range group.tests {
				if tc.name == fillsTheDisk && b.Fill == nil {
					continue // a server's disk cannot be filled from here: its dialect's tests hold the error's class
				}
				t.Run(tc.name, func(t *testing.T) { tc.run(t, b) })
			}
		})
	}
}

type test struct {
	name string
	run  func(t *testing.T, b Backend)
}

// fresh opens a new database.
func fresh(t *testing.T, b Backend) *store.DB {
	t.Helper()
	return open(t, b, b.New(t))
}

func open(t *testing.T, b Backend, where string) *store.DB {
	t.Helper()
	db, err := b.Open(t.Context(), where, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

const log1 store.LogID = "log"

// withLog opens a new database with a ledger whose lease is held.
func withLog(t *testing.T, b Backend) (*store.DB, *store.LogSequencer) {
	t.Helper()
	db := fresh(t, b)
	return db, hold(t, db, "one", log1)
}

func hold(t *testing.T, db *store.DB, holder string, log store.LogID) *store.LogSequencer {
	t.Helper()
	s, err := sequencer(t.Context(), db, holder, log)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func sequencer(ctx context.Context, db *store.DB, holder string, log store.LogID) (*store.LogSequencer, error) {
	s := store.NewLogSequencer(db, holder, Tree{})
	root := ledger.EmptyRoot()
	if err := s.OpenLog(ctx, log, "sha256:text", root[:], ledger.NewFrontier().Bytes()); err != nil {
		return nil, err
	}
	held, err := s.Hold(ctx, log, 1, 1)
	if err == nil && !held {
		err = fmt.Errorf("%s does not hold the lease", holder)
	}
	return s, err
}

// Tree grows a ledger's tree as the node does.
type Tree struct{}

// Grow fulfils store.Grower.
func (Tree) Grow(frontier, hashes []byte) (g store.Grown, err error) {
	f, err := ledger.ParseFrontier(frontier)
	if err != nil {
		return g, err
	}
	leaves := make([][store.HashSize]byte, len(hashes)/store.HashSize)
	for i := range leaves {
		copy(leaves[i][:], hashes[i*store.HashSize:])
	}
	for _, t := range f.Append(leaves) {
		tile := store.Tile{Level: int64(t.Level), Idx: int64(t.Index)}
		for _, h := range t.Hashes {
			tile.Hashes = append(tile.Hashes, h[:]...)
		}
		g.Tiles = append(g.Tiles, tile)
	}
	root := f.Root()
	g.Size, g.Root, g.Frontier = int64(f.Size()), root[:], f.Bytes()
	return g, nil
}

// run makes a ledger run of n leaves about ref.
func run(ref string, n int) *store.Run {
	r := &store.Run{Log: log1, Kind: "act", Seed: []byte("seed of 16 bytes"), N: int64(n), Ref: ref, At: 1}
	for i := range n {
		c := sha256.Sum256(fmt.Appendf(nil, "%s/%d", ref, i))
		h := ledger.RecordHash(c)
		r.Commitments = append(r.Commitments, c[:]...)
		r.Hashes = append(r.Hashes, h[:]...)
	}
	return r
}

func put(key, value string) func(*store.Tx) error {
	return func(tx *store.Tx) error {
		return tx.PutMeta(context.Background(), store.PutMetaParams{Key: key, Value: []byte(value)})
	}
}

// get gives a key's value, "" where there is none.
func get(t *testing.T, db *store.DB, key string) (value string) {
	t.Helper()
	view(t, db, func(ctx context.Context, tx *store.Tx) error {
		v, err := tx.GetMeta(ctx, key)
		if store.Missing(err) {
			return nil
		}
		value = string(v)
		return err
	})
	return value
}

func view(t *testing.T, db *store.DB, fn func(ctx context.Context, tx *store.Tx) error) {
	t.Helper()
	ctx := context.Background()
	if err := db.View(ctx, func(tx *store.Tx) error { return fn(ctx, tx) }); err != nil {
		t.Fatal(err)
	}
}

func update(t *testing.T, db *store.DB, fn func(ctx context.Context, tx *store.Tx) error) {
	t.Helper()
	ctx := context.Background()
	if err := db.Update(ctx, func(tx *store.Tx) error { return fn(ctx, tx) }); err != nil {
		t.Fatal(err)
	}
}

func wantCode(t *testing.T, err error, code fault.Code) {
	t.Helper()
	if fault.CodeOf(err) != code {
		t.Fatalf("got %q (%v), want %q", fault.CodeOf(err), err, code)
	}
}

// wantOne fails unless a guarded statement changed one row; wantNone the other way round.
func wantOne(t *testing.T, what string, n int64, err error) {
	t.Helper()
	if err != nil || n != 1 {
		t.Errorf("%s: %d rows, %v; want 1", what, n, err)
	}
}

func wantNone(t *testing.T, what string, n int64, err error) {
	t.Helper()
	if err != nil || n != 0 {
		t.Errorf("%s: %d rows, %v; want 0", what, n, err)
	}
}
