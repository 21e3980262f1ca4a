package storetest

import (
	"context"
	"fmt"
	"sync/atomic"
	"testing"

	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/seal"
)

// Bench measures what the hot paths cost: an exchange (an envelope, its count, its leaf), 256 callers in a closed
// loop, each durable before its caller goes on; and a register of 10,000 entries put in one transaction.
func Bench(b *testing.B, open func(b *testing.B) *store.DB) {
	b.Run("exchange", func(b *testing.B) {
		db := open(b)
		if _, err := sequencer(b.Context(), db, "one", log1); err != nil {
			b.Fatal(err)
		}
		var next atomic.Int64
		before := db.Stats()
		b.SetParallelism(128)
		b.ResetTimer()
		b.RunParallel(func(pb *testing.PB) {
			ctx := context.Background()
			for pb.Next() {
				name := fmt.Sprintf("sha256:%043d", next.Add(1))
				r := run(name, 1)
				err := db.Update(ctx, func(tx *store.Tx) error { return exchange(ctx, tx, name, r) })
				if err != nil {
					b.Error(err)
				}
			}
		})
		after := db.Stats()
		b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "exchanges/s")
		b.ReportMetric(float64(after.Jobs-before.Jobs)/float64(after.Commits-before.Commits), "jobs/commit")
	})
	b.Run("register", func(b *testing.B) {
		db := open(b)
		for b.Loop() {
			entries := make([]store.RegisterEntry, 10_000)
			for i := range entries {
				entries[i] = store.RegisterEntry{
					Agreement: "a", Register: "lost", Entry: fmt.Sprintf("%d.%08d", b.N, i), KeyHash: make([]byte, 32), Body: make([]byte, 300), Version: "1",
				}
			}
			ctx := b.Context()
			if err := db.Update(ctx, func(tx *store.Tx) error { return tx.PutRegisterEntries(ctx, entries) }); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func exchange(ctx context.Context, tx *store.Tx, name string, r *store.Run) error {
	_, err := tx.AddEnvelope(ctx, store.AddEnvelopeParams{
		Digest: seal.Digest(name), Agreement: "sha256:0000000000000000000000000000000000000000000", Peer: "belmark", Direction: store.Incoming, Kind: "questions",
		Head: make([]byte, 400), Items: make([]byte, 400), Compartment: "queries/2026-03-01", Sent: store.Micros(len(name)), Expires: 1,
	})
	if err != nil {
		return err
	}
	err = tx.AddQueryCount(ctx, store.AddQueryCountParams{Agreement: "a", Day: "d", Party: "p", Register: "r", Query: "q", N: 1})
	if err != nil {
		return err
	}
	return tx.AddRun(r)
}
