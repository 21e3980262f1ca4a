package node

import (
	"context"
	"encoding/base64"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/ledger"
)

// Ledger shows the state of an agreement's log.
func (n *Node) Ledger(ctx context.Context, id agreement.ID, entries int) (*LogView, error) {
	d, err := n.deal(id)
	if err != nil {
		return nil, err
	}
	v := &LogView{
		Agreement: d.id, Origin: d.origin, Cosigned: map[agreement.PartyID]Cosigned{}, Seen: map[agreement.PartyID]uint64{}, LastHeard: map[agreement.PartyID]time.Time{},
	}
	n.heard.Range(func(k, at any) bool {
		v.LastHeard[k.(agreement.PartyID)] = at.(time.Time)
		return true
	})
	err = n.treeNow(ctx, d, func(tx *store.Tx, f *ledger.Frontier, _ *ledger.Prover) error {
		root := f.Root()
		v.Size, v.Root = f.Size(), base64.StdEncoding.EncodeToString(root[:])
		last, err := tx.LastCheckpoint(ctx, d.log)
		if err != nil && !store.Missing(err) {
			return err
		}
		v.Checkpoint, v.CheckpointSize, v.At = string(last.Note), uint64(last.Size), last.At.Time()
		cosigned, err := tx.LastCosignatures(ctx, d.log)
		if err != nil {
			return err
		}
		for _, c := range cosigned {
			v.Cosigned[c.Party] = Cosigned{Size: uint64(c.Size), At: c.At.Time()}
		}
		witnesses, err := tx.ListWitnesses(ctx)
		if err != nil {
			return err
		}
		for _, w := range witnesses {
			if w.Agreement == d.textHash {
				v.Seen[w.Party] = uint64(w.Size)
			}
		}
		since := max(0, int64(f.Size())-int64(entries))
		runs, err := tx.ListLeafRuns(ctx, store.ListLeafRunsParams{Log: d.log, Since: since, MaxRows: int32(entries)})
		if err != nil {
			return err
		}
		for _, r := range slices.Backward(runs) {
			v.Entries = append(v.Entries, LogEntry{Index: uint64(r.First), Count: uint64(r.N), Kind: r.Kind, Ref: r.Ref, Case: caseOfRef(r.Ref), At: r.At.Time()})
		}
		return nil
	})
	return v, err
}

// Prove gives a file by which anyone can verify offline that an entry stands in the log: what it opens
// to, its place, the checkpoint that covers it and who cosigned that.
func (n *Node) Prove(ctx context.Context, id agreement.ID, index uint64) ([]byte, error) {
	d, err := n.deal(id)
	if err != nil {
		return nil, err
	}
	proof, err := n.prove(ctx, d, index)
	if err != nil {
		return nil, err
	}
	return proof.Encode()
}

func (n *Node) prove(ctx context.Context, d *deal, index uint64) (proof *ledger.Proof, err error) {
	err = n.treeNow(ctx, d, func(tx *store.Tx, f *ledger.Frontier, p *ledger.Prover) error {
		run, err := tx.GetLeafRun(ctx, store.GetLeafRunParams{Log: d.log, Idx: int64(index)})
		if store.Missing(err) || err == nil && int64(index) >= run.First+run.N || index >= f.Size() {
			return fault.New(fault.NotFound, "the log has %d entries, and no entry %d", f.Size(), index)
		} else if err != nil {
			return err
		}
		if len(run.Seed) == 0 {
			return fault.New(fault.Erased, "what the entry %d was about has been destroyed; its hash stands in the log", index)
		}
		cp, err := tx.CheckpointCovering(ctx, store.CheckpointCoveringParams{Log: d.log, Idx: int64(index)})
		if store.Missing(err) {
			return fault.New(fault.Conflict, "no checkpoint covers the entry %d yet", index).Mend("wait for the next, or ask for one with entente ledger checkpoint")
		} else if err != nil {
			return err
		}
		note := cp.Note
		lines, err := tx.ListCosignatures(ctx, store.ListCosignaturesParams{Log: d.log, Size: cp.Size})
		if err != nil {
			return err
		}
		for _, l := range lines {
			note = append(slices.Clone(note), l.Line...)
		}
		path, err := p.Inclusion(index, uint64(cp.Size))
		if err != nil {
			return err
		}
		opening := ledger.Opening{Kind: ledger.Kind(run.Kind), Salt: ledger.Salt([ledger.SeedSize]byte(run.Seed), index-uint64(run.First))}
		copy(opening.Commitment[:], run.Commitments[32*(int64(index)-run.First):])
		proof = ledger.NewProof(opening, index, path, note)
		return nil
	})
	return proof, err
}
