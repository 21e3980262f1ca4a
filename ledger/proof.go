package ledger

import (
	"errors"

	"golang.org/x/mod/sumdb/tlog"

	"github.com/entente-net/entente/fault"
)

// Tiles reads the tiles of a log. Tile gives all hashes that there are of a tile, full or not; more than asked for does no harm.
type Tiles interface {
	Tile(level int, index uint64) ([][32]byte, error)
}

// TileSet is a Tiles in memory: full tiles as Append gave them, above them the partial ones of a frontier.
type TileSet struct {
	full    map[tileAt][][32]byte
	partial map[tileAt][][32]byte
}

type tileAt struct {
	level int
	index uint64
}

// NewTileSet makes one of full tiles.
func NewTileSet(full ...Tile) *TileSet {
	s := &TileSet{full: map[tileAt][][32]byte{}, partial: map[tileAt][][32]byte{}}
	s.Add(full...)
	return s
}

// Add takes full tiles.
func (s *TileSet) Add(full ...Tile) {
	for _, t := range full {
		s.full[tileAt{t.Level, t.Index}] = t.Hashes
	}
}

// SetPartial takes the partial tiles of the newest frontier in place of those before.
func (s *TileSet) SetPartial(f *Frontier) {
	clear(s.partial)
	for _, t := range f.Partial() {
		s.partial[tileAt{t.Level, t.Index}] = append([][32]byte(nil), t.Hashes...)
	}
}

// Tile gives a tile. Error: not-found.
func (s *TileSet) Tile(level int, index uint64) ([][32]byte, error) {
	at := tileAt{level, index}
	if h, ok := s.full[at]; ok {
		return h, nil
	}
	if h, ok := s.partial[at]; ok {
		return h, nil
	}
	return nil, fault.New(fault.NotFound, "the log has no tile %d of level %d", index, level)
}

// Over puts the partial tiles of a frontier above stored full ones.
func Over(stored Tiles, f *Frontier) Tiles { return overlay{stored, f} }

type overlay struct {
	stored Tiles
	edge   *Frontier
}

func (o overlay) Tile(level int, index uint64) ([][32]byte, error) {
	if level < len(o.edge.partial) && index == o.edge.size>>(tileHeight*(level+1)) {
		return o.edge.partial[level], nil
	}
	return o.stored.Tile(level, index)
}

// Prover makes proofs from the tiles of a log of a known size and root. It takes no hash that does not belong to that root.
type Prover struct {
	size   uint64
	reader tlog.HashReader
}

// NewProver makes a prover.
func NewProver(t Tiles, size uint64, root [32]byte) *Prover {
	return &Prover{size: size, reader: tlog.TileHashReader(tlog.Tree{N: int64(size), Hash: root}, tileReader{t})}
}

// tileReader gives tiles as package tlog wants them: of exactly the width that it asks for.
type tileReader struct{ tiles Tiles }

func (r tileReader) Height() int { return tileHeight }

func (r tileReader) SaveTiles([]tlog.Tile, [][]byte) {}

func (r tileReader) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	out := make([][]byte, len(tiles))
	for i, t := range tiles {
		hashes, err := r.tiles.Tile(t.L, uint64(t.N))
		if err != nil {
			return nil, asFault(err)
		}
		if len(hashes) < t.W {
			return nil, fault.New(fault.NotFound, "tile %d of level %d has %d hashes, fewer than %d", t.N, t.L, len(hashes), t.W)
		}
		b := make([]byte, 0, t.W*tlog.HashSize)
		for _, h := range hashes[:t.W] {
			b = append(b, h[:]...)
		}
		out[i] = b
	}
	return out, nil
}

// Inclusion proves that the entry at index stands in the log of that size. Errors: not-found, forked (the tiles are not those of the root).
func (p *Prover) Inclusion(index, size uint64) ([][32]byte, error) {
	if index >= size || size > p.size {
		return nil, fault.New(fault.NotFound, "the log of %d entries has no entry %d at size %d", p.size, index, size)
	}
	proof, err := tlog.ProveRecord(int64(size), int64(index), p.reader)
	return plain(proof), unproved(err)
}

// Consistency proves that the log of size old is the beginning of the one of size new. Errors as Inclusion.
func (p *Prover) Consistency(old, new uint64) ([][32]byte, error) {
	if old > new || new > p.size {
		return nil, fault.New(fault.NotFound, "the log of %d entries has no sizes %d and %d", p.size, old, new)
	}
	if old == 0 || old == new {
		return nil, nil // nothing needs a proof to begin with nothing, or to be itself
	}
	proof, err := tlog.ProveTree(int64(new), int64(old), p.reader)
	return plain(proof), unproved(err)
}

// RootAt gives the root at an earlier size. Errors as Inclusion.
func (p *Prover) RootAt(size uint64) ([32]byte, error) {
	if size > p.size {
		return [32]byte{}, fault.New(fault.NotFound, "the log has no more than %d entries", p.size)
	}
	if size == 0 {
		return EmptyRoot(), nil
	}
	h, err := tlog.TreeHash(int64(size), p.reader)
	return h, unproved(err)
}

func plain[P ~[]tlog.Hash](p P) [][32]byte {
	out := make([][32]byte, len(p))
	for i, h := range p {
		out[i] = h
	}
	return out
}

// asFault keeps a failing disk apart from a tile that is not the root's.
func asFault(err error) error {
	var f *fault.Error
	if errors.As(err, &f) {
		return err
	}
	return fault.New(fault.Internal, "a tile of the log cannot be read").Wrap(err)
}

func unproved(err error) error {
	var f *fault.Error
	if err == nil || errors.As(err, &f) {
		return err
	}
	return fault.New(fault.Forked, "the stored tiles are not those of the log's root").
		Mend("restore the tiles from a back-up or from a counterparty").Wrap(err)
}

// CheckInclusion verifies that the leaf hash stands at index in the log of that size and root. Errors: malformed, forked.
func CheckInclusion(proof [][32]byte, size uint64, root [32]byte, index uint64, leaf [32]byte) error {
	if index >= size || size > maxSize {
		return fault.New(fault.Malformed, "a log of %d entries has no entry %d", size, index)
	}
	if err := tlog.CheckRecord(hashes(proof), int64(size), root, int64(index), leaf); err != nil {
		return fault.New(fault.Forked, "the entry does not stand at place %d of the log", index).Wrap(err)
	}
	return nil
}

// CheckConsistency verifies that the log of size and root old is the beginning of the one of size and root new. Error: forked.
func CheckConsistency(proof [][32]byte, old uint64, oldRoot [32]byte, new uint64, newRoot [32]byte) error {
	forked := fault.New(fault.Forked, "the log of %d entries does not extend the one of %d", new, old)
	switch {
	case old > new || new > maxSize:
		return forked
	case old == 0:
		if len(proof) > 0 || oldRoot != EmptyRoot() {
			return forked
		}
		return nil
	case old == new:
		if len(proof) > 0 || oldRoot != newRoot {
			return forked
		}
		return nil
	}
	if err := tlog.CheckTree(hashes(proof), int64(new), newRoot, int64(old), oldRoot); err != nil {
		return forked.Wrap(err)
	}
	return nil
}

func hashes(p [][32]byte) []tlog.Hash {
	out := make([]tlog.Hash, len(p))
	for i, h := range p {
		out[i] = h
	}
	return out
}
