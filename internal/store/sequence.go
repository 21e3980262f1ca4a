package store

import (
	"context"

	"github.com/entente-net/entente/fault"
)

// HashSize is the length of a leaf's hash and of a commitment.
const HashSize = 32

// Unplaced stands in Run.First until the leaves have their places.
const Unplaced = -1

// Run is one or more leaves of one kind that go into a ledger together, in one row: a leaf for
// each question, without a row for each.
type Run struct {
	Log         LogID
	Kind        string
	Seed        []byte      // from which the leaves' salts derive
	N           int64       // leaves
	Commitments []byte      // N times HashSize
	Hashes      []byte      // N times HashSize: the leaf hashes, computed by the caller before the transaction
	Ref         string      // by which the run is found again; "": by its place alone
	Compartment Compartment // what BlindLeafRuns forgets together; "": never
	At          Micros

	First int64 // the first leaf's index in the ledger
}

func (r *Run) check() error {
	switch {
	case r.Log == "" || r.Kind == "" || len(r.Seed) == 0:
		return fault.New(fault.Internal, "a ledger entry without its ledger, kind or salt")
	case r.N < 1 || int64(len(r.Commitments)) != r.N*HashSize || int64(len(r.Hashes)) != r.N*HashSize:
		return fault.New(fault.Internal, "a ledger entry whose commitments or hashes are not %d times %d bytes", r.N, HashSize)
	}
	return nil
}

// Sequencer gives leaves their places, in the transaction that carries what they are about.
// Like a job it may be run again.
type Sequencer interface {
	Sequence(ctx context.Context, tx *Tx, runs []*Run) error
}
