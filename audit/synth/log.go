package synth

import (
	"fmt"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"
)

// Log is a node's log with what it signed, and what it saw of the others'.
type Log struct {
	Origin      string
	Leaves      [][32]byte
	Checkpoints []string
	Seen        []audit.Seen

	edge  *ledger.Frontier
	tiles *ledger.TileSet
	sizes map[string]uint64 // of the other logs, as last seen
}

func newLog(origin string) *Log {
	return &Log{Origin: origin, edge: ledger.NewFrontier(), tiles: ledger.NewTileSet(), sizes: map[string]uint64{}}
}

// append logs one item and gives its opening.
func (w *World) append(p agreement.PartyID, kind ledger.Kind, sum seal.Digest) audit.Opening {
	l := w.Nodes[p].Log
	o := audit.Opening{Log: l.Origin, Index: uint64(len(l.Leaves)), What: string(kind)}
	if _, err := w.random.Read(o.Salt[:]); err != nil {
		panic(err) // a seeded reader has no end
	}
	commitment, err := sum.Sum()
	if err != nil {
		panic(err)
	}
	l.add(ledger.Opening{Kind: kind, Salt: o.Salt, Commitment: commitment}.LeafHash())
	return o
}

func (l *Log) add(leaf [32]byte) {
	l.Leaves = append(l.Leaves, leaf)
	l.tiles.Add(l.edge.Append([][32]byte{leaf})...)
}

// Checkpoint lets every node sign its log, and every other check, cosign and keep it.
func (w *World) Checkpoint() error {
	for _, id := range Parties {
		n := w.Nodes[id]
		l := n.Log
		c := ledger.Checkpoint{Origin: l.Origin, Size: uint64(len(l.Leaves)), Root: l.edge.Root()}
		note, err := ledger.SignCheckpoint(c, n.Sign)
		if err != nil {
			return err
		}
		for _, other := range Parties {
			if other == id {
				continue
			}
			o := w.Nodes[other]
			line, err := ledger.Cosign(note, o.Log.Origin, o.Sign, w.Now.Truncate(time.Second))
			if err != nil {
				return err
			}
			proof, err := l.prove(o.Log.sizes[l.Origin])
			if err != nil {
				return err
			}
			o.Log.sizes[l.Origin] = c.Size
			o.Log.Seen = append(o.Log.Seen, audit.Seen{Log: l.Origin, Note: string(note), Proof: proof, When: w.Now})
			if note, err = ledger.AddCosignature(note, line, o.Log.Origin, o.Sign.PublicKey().Ed25519()); err != nil {
				return err
			}
		}
		l.Checkpoints = append(l.Checkpoints, string(note))
	}
	return nil
}

// prove shows that the log extends its beginning of that size.
func (l *Log) prove(old uint64) ([][32]byte, error) {
	if old == 0 {
		return nil, nil
	}
	size := uint64(len(l.Leaves))
	p := ledger.NewProver(ledger.Over(l.tiles, l.edge), size, l.edge.Root())
	proof, err := p.Consistency(old, size)
	if err != nil {
		return nil, fmt.Errorf("the log %s cannot be proved: %w", l.Origin, err)
	}
	return proof, nil
}

// Rewrite puts another leaf in a place of the log and signs its end anew, as a node that wants to hide
// something would.
func (w *World) Rewrite(p agreement.PartyID, index int) error {
	n := w.Nodes[p]
	old := n.Log.Leaves
	fresh := newLog(n.Log.Origin)
	fresh.Seen = n.Log.Seen
	for i, leaf := range old {
		if i == index {
			leaf[0] ^= 1
		}
		fresh.add(leaf)
	}
	note, err := ledger.SignCheckpoint(ledger.Checkpoint{Origin: fresh.Origin, Size: uint64(len(old)), Root: fresh.edge.Root()}, n.Sign)
	fresh.Checkpoints = []string{string(note)}
	n.Log = fresh
	return err
}
