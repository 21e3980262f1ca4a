package sqlite_test

import (
	"path/filepath"
	"testing"

	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/internal/store/sqlite"
	"github.com/entente-net/entente/internal/store/storetest"
)

func Benchmark(b *testing.B) {
	storetest.Bench(b, func(b *testing.B) *store.DB {
		db, err := sqlite.Open(b.Context(), filepath.Join(b.TempDir(), "node.db"), store.Options{})
		if err != nil {
			b.Fatal(err)
		}
		b.Cleanup(func() { db.Close() })
		return db
	})
}
