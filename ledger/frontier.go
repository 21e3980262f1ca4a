package ledger

import (
	"encoding/binary"
	"math/bits"

	"github.com/entente-net/entente/fault"
)

// TileWidth is the number of hashes in a full tile (C2SP tlog-tiles: height 8).
const TileWidth = 256

const tileHeight = 8

// Tile is a row of hashes at tree level 8·Level, from the place TileWidth·Index on. Full ones have TileWidth hashes and
// never change.
type Tile struct {
	Level  int
	Index  uint64
	Hashes [][32]byte
}

// Frontier is all that is needed to append: the size and the tiles that are not full yet. It is small (at most 8 KiB
// per eight levels of the tree) and stands for the whole log before it.
type Frontier struct {
	size    uint64
	partial [][][32]byte // by tile level: the hashes of the last tile, fewer than TileWidth
	edge    builder
}

// NewFrontier is that of an empty log.
func NewFrontier() *Frontier { return &Frontier{} }

// Size is the number of entries.
func (f *Frontier) Size() uint64 { return f.size }

// Root is the RFC 6962 root over all entries.
func (f *Frontier) Root() [32]byte { return f.edge.root(f.size) }

// Append takes the leaf hashes of new entries and gives the tiles that became full, to be stored before the new size counts.
func (f *Frontier) Append(leaves [][32]byte) []Tile {
	var full []Tile
	for _, h := range leaves {
		f.edge.add(f.size, h, func(level int, h [32]byte) {
			if level%tileHeight == 0 {
				full = f.put(level/tileHeight, h, full)
			}
		})
		f.size++
	}
	return full
}

// put adds a hash to the last tile of a level.
func (f *Frontier) put(level int, h [32]byte, full []Tile) []Tile {
	if level == len(f.partial) {
		f.partial = append(f.partial, make([][32]byte, 0, TileWidth))
	}
	f.partial[level] = append(f.partial[level], h)
	if len(f.partial[level]) < TileWidth {
		return full
	}
	// f.size counts the entries before this leaf; the tile that it fills is the one that it lies in.
	t := Tile{Level: level, Index: f.size >> (tileHeight * (level + 1)), Hashes: f.partial[level]}
	f.partial[level] = make([][32]byte, 0, TileWidth)
	return append(full, t)
}

// Partial gives the tiles that are not full, lowest level first; empty ones are left out.
func (f *Frontier) Partial() []Tile {
	var out []Tile
	for level, hashes := range f.partial {
		if len(hashes) > 0 {
			out = append(out, Tile{Level: level, Index: f.size >> (tileHeight * (level + 1)), Hashes: hashes})
		}
	}
	return out
}

// Clone copies the frontier, so that an append can be tried and dropped.
func (f *Frontier) Clone() *Frontier {
	c := &Frontier{size: f.size, edge: f.edge}
	for _, p := range f.partial {
		c.partial = append(c.partial, append(make([][32]byte, 0, TileWidth), p...))
	}
	return c
}

const frontierMark = 1

// Bytes is the stored form: a mark (1), the size (8 bytes, big endian), then the hashes of the partial tiles, lowest level
// first. How many there are on each level follows from the size.
func (f *Frontier) Bytes() []byte {
	b := make([]byte, 9, 9+len(f.partial)*TileWidth*32)
	b[0] = frontierMark
	binary.BigEndian.PutUint64(b[1:], f.size)
	for _, p := range f.partial {
		for _, h := range p {
			b = append(b, h[:]...)
		}
	}
	return b
}

// ParseFrontier restores a frontier. Error: malformed.
func ParseFrontier(b []byte) (*Frontier, error) {
	if len(b) < 9 || b[0] != frontierMark {
		return nil, fault.New(fault.Malformed, "the frontier of the log cannot be read")
	}
	f := &Frontier{size: binary.BigEndian.Uint64(b[1:])}
	if f.size > maxSize {
		return nil, fault.New(fault.Malformed, "the frontier of the log claims %d entries", f.size)
	}
	b = b[9:]
	for level := 0; f.size>>(tileHeight*level) > 0; level++ {
		n := int(f.size >> (tileHeight * level) % TileWidth)
		if len(b) < n*32 {
			return nil, fault.New(fault.Malformed, "the frontier of the log is cut short")
		}
		p := make([][32]byte, n, TileWidth)
		for i := range p {
			copy(p[i][:], b[32*i:])
		}
		b = b[32*n:]
		f.partial = append(f.partial, p)
		// The complete subtrees inside the partial tile are the edge of the tree at these levels.
		for bit := 0; bit < tileHeight; bit++ {
			if w := 1 << bit; n&w != 0 {
				from := n &^ (2*w - 1)
				f.edge.hashes[tileHeight*level+bit] = subtree(p[from : from+w])
			}
		}
	}
	if len(b) > 0 {
		return nil, fault.New(fault.Malformed, "the frontier of the log has bytes after its end")
	}
	return f, nil
}

// maxSize bounds a log: sizes stay exact in every JSON reader.
const maxSize = 1<<53 - 1

// subtree is the root over a power of two of hashes.
func subtree(h [][32]byte) [32]byte {
	if len(h) == 1 {
		return h[0]
	}
	return nodeHash(subtree(h[:len(h)/2]), subtree(h[len(h)/2:]))
}

// builder holds the roots of the complete subtrees along the right edge; which count follows from the size.
type builder struct{ hashes [64][32]byte }

// add takes the leaf at place n and tells of every subtree that it completes, itself included.
func (b *builder) add(n uint64, h [32]byte, complete func(level int, h [32]byte)) {
	level := 0
	for ; ; level++ {
		if complete != nil {
			complete(level, h)
		}
		if n>>level&1 == 0 {
			break
		}
		h = nodeHash(b.hashes[level], h)
	}
	b.hashes[level] = h
}

func (b *builder) root(size uint64) [32]byte {
	if size == 0 {
		return EmptyRoot()
	}
	level := bits.TrailingZeros64(size)
	root := b.hashes[level]
	for level++; level < 64; level++ {
		if size>>level&1 == 1 {
			root = nodeHash(b.hashes[level], root)
		}
	}
	return root
}

// TreeBuilder computes roots from a stream of leaf hashes and keeps only the right edge.
type TreeBuilder struct {
	size uint64
	edge builder
	want map[uint64]bool
	root map[uint64][32]byte
}

// NewTreeBuilder makes one that notes the roots at the given sizes as it passes them.
func NewTreeBuilder(sizes ...uint64) *TreeBuilder {
	t := &TreeBuilder{want: map[uint64]bool{}, root: map[uint64][32]byte{}}
	for _, n := range sizes {
		t.want[n] = true
	}
	if t.want[0] {
		t.root[0] = EmptyRoot()
	}
	return t
}

// Add takes the next leaf hash.
func (t *TreeBuilder) Add(leaf [32]byte) {
	t.edge.add(t.size, leaf, nil)
	t.size++
	if t.want[t.size] {
		t.root[t.size] = t.edge.root(t.size)
	}
}

// Size is the number of leaves so far.
func (t *TreeBuilder) Size() uint64 { return t.size }

// Root is the root over the leaves so far.
func (t *TreeBuilder) Root() [32]byte { return t.edge.root(t.size) }

// RootAt gives the root noted at a size, or false where the stream has not come that far or nobody asked.
func (t *TreeBuilder) RootAt(size uint64) ([32]byte, bool) {
	r, ok := t.root[size]
	return r, ok
}
