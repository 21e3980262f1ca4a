package store

import (
	"bytes"
	"context"
	"errors"
	"math"
	"sync"

	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

// Grown is a ledger after leaves were added.
type Grown struct {
	Size     int64
	Root     []byte
	Frontier []byte
	Tiles    []Tile // the tiles that became full; Log is filled in here
}

// Grower appends leaf hashes, HashSize bytes each, to the tree whose right edge is frontier. It is pure.
type Grower interface {
	Grow(frontier, hashes []byte) (Grown, error)
}

// LogSequencer is the Sequencer of a process that may hold ledgers' leases. Where it holds one, leaves
// get their places in their own transaction; where it does not, they wait as pending leaves for the holder.
type LogSequencer struct {
	db     *DB
	holder string
	grower Grower

	mu     sync.Mutex
	epochs map[LogID]int64 // of the leases held here
}

// NewLogSequencer makes the sequencer and sets it. Holder names this process among those on the same database.
func NewLogSequencer(db *DB, holder string, grower Grower) *LogSequencer {
	s := &LogSequencer{db: db, holder: holder, grower: grower, epochs: make(map[LogID]int64)}
	db.SetSequencer(s)
	return s
}

// OpenLog creates a ledger where it is not there yet, with the root and frontier of the empty tree.
func (s *LogSequencer) OpenLog(ctx context.Context, log LogID, agreement seal.Digest, root, frontier []byte) error {
	return s.db.Update(ctx, func(tx *Tx) error {
		_, err := tx.AddLog(ctx, AddLogParams{ID: log, Agreement: agreement, Root: root, Frontier: frontier})
		return err
	})
}

// Hold takes or renews the lease of a ledger until the given instant; false: another process holds it.
// A process that has the database for itself takes over what a killed one left behind.
func (s *LogSequencer) Hold(ctx context.Context, log LogID, now, until Micros) (bool, error) {
	if s.db.dialect.Exclusive {
		now = math.MaxInt64
	}
	epoch, held := s.epoch(log)
	err := s.db.Update(ctx, func(tx *Tx) error {
		if held {
			n, err := tx.RenewLease(ctx, RenewLeaseParams{ID: log, Holder: s.holder, Epoch: epoch, LeaseUntil: until})
			if err != nil || n > 0 {
				return err
			}
		}
		held = false
		n, err := tx.TakeLease(ctx, TakeLeaseParams{ID: log, Holder: s.holder, Now: now, LeaseUntil: until})
		if err != nil {
			return err
		}
		row, err := tx.GetLog(ctx, log)
		if Missing(err) {
			return fault.New(fault.NotFound, "there is no ledger %s", log)
		}
		held, epoch = n > 0, row.Epoch
		return err
	})
	if err != nil {
		return false, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if held {
		s.epochs[log] = epoch
	} else {
		delete(s.epochs, log)
	}
	return held, nil
}

// Release gives a lease back, so that another process need not wait for its end.
func (s *LogSequencer) Release(ctx context.Context, log LogID) error {
	epoch, held := s.epoch(log)
	if !held {
		return nil
	}
	s.forget(log)
	return s.db.Update(ctx, func(tx *Tx) error {
		_, err := tx.DropLease(ctx, DropLeaseParams{ID: log, Holder: s.holder, Epoch: epoch})
		return err
	})
}

// Drain gives places to at most limit runs that other processes left pending, and says how many it did.
func (s *LogSequencer) Drain(ctx context.Context, log LogID, limit int) (n int, err error) {
	if _, held := s.epoch(log); !held {
		return 0, nil
	}
	err = s.db.Update(ctx, func(tx *Tx) error {
		rows, err := tx.ListPendingLeaves(ctx, ListPendingLeavesParams{Log: log, MaxRows: int32(min(limit, math.MaxInt32))})
		if err != nil {
			return err
		}
		n = len(rows)
		for _, p := range rows {
			// 0: another process that took over the lease did this one.
			if gone, err := tx.deletePendingLeaf(ctx, p.ID); err != nil || gone == 0 {
				return errors.Join(err, fault.New(fault.Conflict, "another process gave this entry its place"))
			}
			err := tx.AddRun(&Run{
				Log: p.Log, Kind: p.Kind, Seed: p.Seed, N: p.N, Commitments: p.Commitments, Hashes: p.Hashes,
				Ref: p.Ref, Compartment: p.Compartment, At: p.At,
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	return n, err
}

// Sequence places the runs of ledgers held here and leaves the others pending.
func (s *LogSequencer) Sequence(ctx context.Context, tx *Tx, runs []*Run) error {
	byLog := make(map[LogID][]*Run)
	var order []LogID
	for _, r := range runs {
		if byLog[r.Log] == nil {
			order = append(order, r.Log)
		}
		byLog[r.Log] = append(byLog[r.Log], r)
	}
	for _, log := range order {
		if err := s.place(ctx, tx, log, byLog[log]); err != nil {
			return err
		}
	}
	return nil
}

func (s *LogSequencer) place(ctx context.Context, tx *Tx, log LogID, runs []*Run) error {
	row, err := tx.GetLog(ctx, log)
	if Missing(err) {
		return fault.New(fault.NotFound, "there is no ledger %s", log)
	} else if err != nil {
		return err
	}
	epoch, held := s.epoch(log)
	if !held || row.Epoch != epoch || row.Holder != s.holder {
		return pend(ctx, tx, runs)
	}
	hashes := make([][]byte, len(runs))
	next := row.Size
	for i, r := range runs {
		hashes[i] = r.Hashes
		r.First = next
		next += r.N
		err := tx.addLeafRun(ctx, addLeafRunParams{
			Log: log, First: r.First, N: r.N, Kind: r.Kind, Seed: r.Seed, Commitments: r.Commitments,
			Ref: r.Ref, Compartment: r.Compartment, At: r.At,
		})
		if err != nil {
			return err
		}
	}
	grown, err := s.grower.Grow(row.Frontier, bytes.Join(hashes, nil))
	if err != nil {
		return err
	}
	if grown.Size != next {
		return fault.New(fault.Internal, "the ledger %s grew to %d instead of %d", log, grown.Size, next)
	}
	for _, t := range grown.Tiles {
		if err := tx.PutTile(ctx, PutTileParams{Log: log, Level: t.Level, Idx: t.Idx, Hashes: t.Hashes}); err != nil {
			return err
		}
	}
	n, err := tx.GrowLog(ctx, GrowLogParams{
		ID: log, Size: grown.Size, Root: grown.Root, Frontier: grown.Frontier,
		WasSize: row.Size, WasRoot: row.Root, Epoch: epoch, Holder: s.holder,
	})
	if err == nil && n == 0 {
		return fault.New(fault.Conflict, "another process wrote to the ledger %s", log).Mend("try again")
	}
	return err
}

func pend(ctx context.Context, tx *Tx, runs []*Run) error {
	for _, r := range runs {
		r.First = Unplaced
		err := tx.addPendingLeaf(ctx, addPendingLeafParams{
			Log: r.Log, Kind: r.Kind, Seed: r.Seed, N: r.N, Commitments: r.Commitments, Hashes: r.Hashes,
			Ref: r.Ref, Compartment: r.Compartment, At: r.At,
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *LogSequencer) epoch(log LogID) (int64, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	e, ok := s.epochs[log]
	return e, ok
}

func (s *LogSequencer) forget(log LogID) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.epochs, log)
}
