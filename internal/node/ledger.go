package node

import (
	"context"
	"math"
	"path/filepath"
	"sync"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"
)

// grower is the tree for the store, which knows rows and not what a tree is.
type grower struct{}

func (grower) Grow(frontier, hashes []byte) (store.Grown, error) {
	f, err := ledger.ParseFrontier(frontier)
	if err != nil {
		return store.Grown{}, err
	}
	leaves := make([][32]byte, len(hashes)/store.HashSize)
	for i := range leaves {
		copy(leaves[i][:], hashes[i*store.HashSize:])
	}
	g := store.Grown{}
	for _, t := range f.Append(leaves) {
		b := make([]byte, 0, len(t.Hashes)*store.HashSize)
		for _, h := range t.Hashes {
			b = append(b, h[:]...)
		}
		g.Tiles = append(g.Tiles, store.Tile{Level: int64(t.Level), Idx: int64(t.Index), Hashes: b})
	}
	root := f.Root()
	g.Size, g.Root, g.Frontier = int64(f.Size()), root[:], f.Bytes()
	return g, nil
}

// leaseTime is how long a process may sequence without renewing; a process that dies is replaced
// after it, where several share one database.
const leaseTime = 30 * time.Second

// openLog makes the agreement's log where it is new, takes the lease to sequence it, and finds out
// whether the database is older than what was signed.
func (n *Node) openLog(ctx context.Context, d *deal) error {
	d.origin = ledger.Origin(n.world, d.model.LogName(), string(n.party))
	root := ledger.EmptyRoot()
	if err := n.sequencer.OpenLog(ctx, d.log, d.textHash, root[:], ledger.NewFrontier().Bytes()); err != nil {
		return err
	}
	if err := n.holdLease(ctx, d); err != nil {
		return err
	}
	if err := n.placePending(ctx, d); err != nil {
		return err
	}
	locked, ok, err := n.locks.read(d.log)
	if err != nil || !ok {
		return err
	}
	here, err := n.checkpointAt(ctx, d, locked.Size)
	if err == nil && here.Root == locked.Root {
		return nil
	}
	n.behind = fault.New(fault.StoreBehind, "the database's log of %q does not hold the checkpoint of %d entries that this node signed last", d.id, locked.Size).
		Mend("restore a newer back-up, or let the counterparties' copies catch it up; until then this node signs nothing").Wrap(err)
	n.log.Error("the database is older than the last signed checkpoint", "agreement", d.id, "signed", locked.Size)
	return nil
}

func (n *Node) holdLease(ctx context.Context, d *deal) error {
	now := time.Now() // leases are between processes of this machine's database: real time, whatever the world's
	held, err := n.sequencer.Hold(ctx, d.log, store.MicrosOf(now), store.MicrosOf(now.Add(leaseTime)))
	if err == nil {
		d.sequences.Store(held)
	}
	return err
}

// placePending gives places to what was entered while nobody held the lease, or by a process that does not: entries of one
// that died, and of one that started before the lease of the one that died had run out.
func (n *Node) placePending(ctx context.Context, d *deal) error {
	if !d.sequences.Load() {
		return nil
	}
	var waiting int64
	err := n.db.View(ctx, func(tx *store.Tx) (err error) {
		waiting, err = tx.CountPendingLeaves(ctx, d.log)
		return err
	})
	for err == nil && waiting > 0 {
		var placed int
		placed, err = n.sequencer.Drain(ctx, d.log, 1000)
		if placed == 0 {
			break
		}
		waiting -= int64(placed)
	}
	return err
}

// releaseLeases lets the next process sequence at once.
func (n *Node) releaseLeases() {
	for _, d := range n.allDeals() {
		if err := n.sequencer.Release(ctxBackground, d.log); err != nil {
			n.log.Warn("the lease could not be given back", "agreement", d.id, "err", err)
		}
	}
}

// entry makes one log entry. ref is by what it is found again here; the log itself shows a hash.
func (n *Node) entry(d *deal, kind ledger.Kind, ref string, what seal.Digest) (*store.Run, error) {
	sum, err := what.Sum()
	if err != nil {
		return nil, err
	}
	return n.entries(d, kind, ref, "", [][32]byte{sum})
}

// entries makes a run of log entries under one seed.
func (n *Node) entries(d *deal, kind ledger.Kind, ref string, c store.Compartment, commitments [][32]byte) (*store.Run, error) {
	seed, err := ledger.NewSeed(n.cfg.Random)
	if err != nil {
		return nil, err
	}
	run := ledger.Run{Kind: kind, Seed: seed, Commitments: commitments}
	hashes, err := run.LeafHashes()
	if err != nil {
		return nil, err
	}
	flat, flatHashes := make([]byte, 0, 32*len(hashes)), make([]byte, 0, 32*len(hashes))
	for i := range hashes {
		flat, flatHashes = append(flat, commitments[i][:]...), append(flatHashes, hashes[i][:]...)
	}
	return &store.Run{
		Log: d.log, Kind: string(kind), Seed: seed[:], N: int64(len(hashes)), Commitments: flat, Hashes: flatHashes,
		Ref: ref, Compartment: c, At: store.MicrosOf(n.Now()),
	}, nil
}

// logged writes entries in a transaction.
func (n *Node) logged(tx *store.Tx, runs ...*store.Run) error {
	for _, r := range runs {
		if err := tx.AddRun(r); err != nil {
			return err
		}
	}
	return nil
}

// treeNow reads the log's state in one snapshot.
func (n *Node) treeNow(ctx context.Context, d *deal, fn func(tx *store.Tx, f *ledger.Frontier, p *ledger.Prover) error) error {
	return n.db.View(ctx, func(tx *store.Tx) error {
		row, err := tx.GetLog(ctx, d.log)
		if err != nil {
			return err
		}
		f, err := ledger.ParseFrontier(row.Frontier)
		if err != nil {
			return err
		}
		return fn(tx, f, ledger.NewProver(ledger.Over(storedTiles{ctx, tx, d.log}, f), f.Size(), f.Root()))
	})
}

// storedTiles reads full tiles in an open transaction.
type storedTiles struct {
	ctx context.Context //nolint:containedctx // the transaction's own
	tx  *store.Tx
	log store.LogID
}

func (s storedTiles) Tile(level int, index uint64) ([][32]byte, error) {
	b, err := s.tx.GetTile(s.ctx, store.GetTileParams{Log: s.log, Level: int64(level), Idx: int64(index)})
	if store.Missing(err) {
		return nil, fault.New(fault.NotFound, "the log has no tile %d of level %d", index, level)
	} else if err != nil {
		return nil, err
	}
	out := make([][32]byte, len(b)/32)
	for i := range out {
		copy(out[i][:], b[32*i:])
	}
	return out, nil
}

func (n *Node) checkpointAt(ctx context.Context, d *deal, size uint64) (c ledger.Checkpoint, err error) {
	err = n.treeNow(ctx, d, func(_ *store.Tx, _ *ledger.Frontier, p *ledger.Prover) error {
		root, err := p.RootAt(size)
		c = ledger.Checkpoint{Origin: d.origin, Size: size, Root: root}
		return err
	})
	return c, err
}

// checkpoints signs, at the cadence, a checkpoint of every log that has grown, and offers it to the
// other parties as witnesses.
func (n *Node) checkpoints() {
	tick := time.NewTicker(n.cfg.Cadence)
	defer tick.Stop()
	for {
		select {
		case <-n.running.Done():
			return
		case <-tick.C:
		}
		n.holdLeases(n.running)
		for _, d := range n.allDeals() {
			if _, err := n.checkpoint(n.running, d); err != nil && n.running.Err() == nil {
				n.log.Warn("no checkpoint", "agreement", d.id, "err", err)
			}
		}
	}
}

// holdLeases renews in time what allows this process to give places in the logs, and gives them to what waits for one.
func (n *Node) holdLeases(ctx context.Context) {
	now := time.Now()
	stale := now.Sub(n.leased) > leaseTime/3
	for _, d := range n.allDeals() {
		if stale || !d.sequences.Load() {
			if err := n.holdLease(ctx, d); err != nil && n.running.Err() == nil {
				n.log.Warn("the lease could not be renewed", "agreement", d.id, "err", err)
			}
		}
		if err := n.placePending(ctx, d); err != nil && n.running.Err() == nil {
			n.log.Warn("entries of the log wait for their place", "agreement", d.id, "err", err)
		}
	}
	if stale {
		n.leased = now
	}
}

// Checkpoint signs the log as it stands and gives the note. A log that has not grown gets no new one.
func (n *Node) Checkpoint(ctx context.Context, id agreement.ID) ([]byte, error) {
	if err := n.maySign(); err != nil {
		return nil, err
	}
	d, err := n.deal(id)
	if err != nil {
		return nil, err
	}
	return n.checkpoint(ctx, d)
}

func (n *Node) checkpoint(ctx context.Context, d *deal) ([]byte, error) {
	n.signing.Lock() // one signer: the lock file only ever moves forward
	defer n.signing.Unlock()
	var c ledger.Checkpoint
	var last store.Checkpoint
	err := n.treeNow(ctx, d, func(tx *store.Tx, f *ledger.Frontier, _ *ledger.Prover) error {
		c = ledger.Checkpoint{Origin: d.origin, Size: f.Size(), Root: f.Root()}
		var err error
		if last, err = tx.LastCheckpoint(ctx, d.log); store.Missing(err) {
			return nil
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	if c.Size == uint64(last.Size) && len(last.Note) > 0 || c.Size == 0 {
		return last.Note, nil
	}
	note, err := ledger.SignCheckpoint(c, n.home.Sign)
	if err != nil {
		return nil, err
	}
	// The lock first: what has been signed must never be forgotten, what was not sent does no harm.
	if err := n.locks.write(d.log, c); err != nil {
		return nil, err
	}
	now := store.MicrosOf(n.Now())
	err = n.db.Update(ctx, func(tx *store.Tx) error {
		if _, err := tx.AddCheckpoint(ctx, store.AddCheckpointParams{Log: d.log, Size: int64(c.Size), Note: note, At: now}); err != nil {
			return err
		}
		for _, p := range d.parties {
			if p == n.party {
				continue
			}
			// One checkpoint under way to each witness is enough: a newer one takes the place of the older.
			if _, err := tx.DoneOutboxRef(ctx, store.DoneOutboxRefParams{Peer: p, Ref: d.origin, Kind: outCheckpoint}); err != nil {
				return err
			}
			if err := tx.PutOutbox(ctx, store.PutOutboxParams{Agreement: d.textHash, Peer: p, Kind: outCheckpoint, Ref: d.origin, Created: now}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	n.wakeLines(d.parties...)
	return note, nil
}

// offerCheckpoint makes the post for a witness: the newest checkpoint, and why it extends the last
// one that the witness cosigned.
func (n *Node) offerCheckpoint(ctx context.Context, d *deal, to agreement.PartyID) (*seal.Post, error) {
	var post *seal.Post
	err := n.treeNow(ctx, d, func(tx *store.Tx, _ *ledger.Frontier, p *ledger.Prover) error {
		last, err := tx.LastCheckpoint(ctx, d.log)
		if err != nil {
			return err
		}
		cosigned, err := tx.LastCosignatures(ctx, d.log)
		if err != nil {
			return err
		}
		old := int64(0)
		for _, c := range cosigned {
			if c.Party == to && c.Size <= last.Size {
				old = c.Size
			}
		}
		proof, err := p.Consistency(uint64(old), uint64(last.Size))
		if err != nil {
			return err
		}
		post = &seal.Post{Checkpoint: string(last.Note), Old: uint64(old), Type: seal.TypePost}
		for _, h := range proof {
			post.Proof = append(post.Proof, seal.DigestFrom(h))
		}
		return nil
	})
	return post, err
}

// witness checks another party's checkpoint against what was seen of its log before, and cosigns.
func (n *Node) witness(ctx context.Context, d *deal, from agreement.PartyID, p *seal.Post) error {
	origin := ledger.Origin(n.world, d.model.LogName(), string(from))
	key, err := d.ring().SignKey(string(from), n.Now())
	if err != nil {
		return err
	}
	offered, err := ledger.OpenCheckpoint([]byte(p.Checkpoint), origin, key.Ed25519())
	if err != nil {
		return err
	}
	if err := n.maySign(); err != nil {
		return err
	}
	proof := make([][32]byte, len(p.Proof))
	for i, h := range p.Proof {
		if proof[i], err = h.Sum(); err != nil {
			return err
		}
	}
	now := store.MicrosOf(n.Now())
	note := []byte(p.Checkpoint) // what gets the cosignature
	var verdict error
	err = n.db.Update(ctx, func(tx *store.Tx) error {
		verdict, note = nil, []byte(p.Checkpoint)
		seen, err := tx.GetWitness(ctx, origin)
		if store.Missing(err) {
			empty := ledger.EmptyRoot()
			seen = store.Witness{Root: empty[:]}
		} else if err != nil {
			return err
		}
		before := ledger.Checkpoint{Origin: origin, Size: uint64(seen.Size), Root: [32]byte(seen.Root)}
		switch {
		case offered.Size == before.Size && before.Size > 0 && offered.Root == before.Root:
			// Seen before: the cosignature got lost on the way.
		case offered.Size > before.Size && p.Old != before.Size || offered.Size < before.Size:
			// The proof does not begin where the witness stopped, so nothing is proved yet. The line under
			// what was seen last tells the log's owner where that was.
			verdict = fault.New(fault.Conflict, "the proof leads from %d to %d entries, the log was last seen with %d", p.Old, offered.Size, before.Size).
				Mend("begin the proof at the last cosigned checkpoint; a node that was set back must catch up first")
			note = seen.Note
		default:
			if err := ledger.Extends(before, offered, proof); err != nil {
				// Kept for good: the two checkpoints together prove that the log was rewritten.
				verdict, note = err, nil
				return keepLogFork(ctx, tx, forkKey(d, from), logFork{Seen: string(seen.Note), SeenAt: seen.At, Offered: p.Checkpoint, OfferedAt: now})
			}
			if seen.Origin == "" {
				_, err = tx.AddWitness(ctx, store.AddWitnessParams{Origin: origin, Agreement: d.textHash, Party: from, Size: int64(offered.Size), Root: offered.Root[:], Note: note, At: now})
			} else {
				_, err = tx.MoveWitness(ctx, store.MoveWitnessParams{Origin: origin, Size: int64(offered.Size), Root: offered.Root[:], Note: note, At: now, Was: seen.Size})
			}
			if err != nil {
				return err
			}
		}
		if len(note) == 0 {
			return nil
		}
		line, err := ledger.Cosign(note, ledger.Origin(n.world, d.model.LogName(), string(n.party)), n.home.Sign, n.Now())
		if err != nil {
			return err
		}
		if _, err := tx.DoneOutboxRef(ctx, store.DoneOutboxRefParams{Peer: from, Ref: origin, Kind: outStatic}); err != nil {
			return err
		}
		post := &seal.Post{Checkpoint: string(note), Cosignature: line, Type: seal.TypePost}
		return tx.PutOutbox(ctx, store.PutOutboxParams{Agreement: d.textHash, Peer: from, Kind: outStatic, Ref: origin, Body: post.Encode(), Created: now})
	})
	if err != nil {
		return err
	}
	n.wakeLines(from)
	if fault.CodeOf(verdict) == fault.Forked {
		n.log.Error("a log was rewritten; both checkpoints are kept", "agreement", d.id, "party", from)
	}
	return verdict
}

// forkKey is where two checkpoints are kept that contradict each other.
func forkKey(d *deal, party agreement.PartyID) string {
	return "fork/" + d.model.LogName() + "/" + string(party)
}

// cosigned keeps a witness's line under an own checkpoint.
func (n *Node) cosigned(ctx context.Context, d *deal, from agreement.PartyID, p *seal.Post) error {
	c, err := ledger.ReadCheckpoint([]byte(p.Checkpoint))
	if err != nil {
		return err
	}
	if c.Origin != d.origin {
		return fault.New(fault.Malformed, "a cosignature under a checkpoint of %q", c.Origin)
	}
	key, err := d.ring().SignKey(string(from), n.Now())
	if err != nil {
		return err
	}
	name := ledger.Origin(n.world, d.model.LogName(), string(from))
	own, err := n.checkpointAt(ctx, d, c.Size)
	if err != nil {
		return err
	}
	if own.Root != c.Root {
		return fault.New(fault.Forked, "a cosignature under a checkpoint that this log never had")
	}
	note, err := ledger.AddCosignature([]byte(p.Checkpoint), p.Cosignature, name, key.Ed25519())
	if err != nil {
		return err
	}
	at, err := ledger.VerifyCosignature(note, name, key.Ed25519())
	if err != nil {
		return err
	}
	return n.db.Update(ctx, func(tx *store.Tx) error {
		_, err := tx.AddCosignature(ctx, store.AddCosignatureParams{Log: d.log, Size: int64(c.Size), Party: from, Line: p.Cosignature, At: store.MicrosOf(at)})
		return err
	})
}

// locks is the checkpoint lock: a small file beside the database that no back-up of it holds.
type locks struct {
	mu   sync.Mutex
	path string
	last map[store.LogID]lockedCheckpoint
}

type lockedCheckpoint struct {
	Size uint64 `json:"size"`
	Root string `json:"root"`
}

func openLocks(dir string) (*locks, error) {
	l := &locks{path: filepath.Join(dir, fileLock), last: map[store.LogID]lockedCheckpoint{}}
	if err := readJSON(l.path, &l.last); err != nil && !isMissing(err) {
		return nil, err
	}
	return l, nil
}

func (l *locks) read(log store.LogID) (ledger.Checkpoint, bool, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	c, ok := l.last[log]
	if !ok {
		return ledger.Checkpoint{}, false, nil
	}
	sum, err := seal.Digest(c.Root).Sum()
	return ledger.Checkpoint{Size: c.Size, Root: sum}, true, err
}

func (l *locks) write(log store.LogID, c ledger.Checkpoint) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if c.Size > math.MaxInt64 || c.Size < l.last[log].Size {
		return fault.New(fault.StoreBehind, "a checkpoint of %d entries after one of %d", c.Size, l.last[log].Size)
	}
	before := l.last[log]
	if c.Size == before.Size && before.Root != "" && before.Root != string(seal.DigestFrom(c.Root)) {
		return fault.New(fault.StoreBehind, "another checkpoint of %d entries than the one that was signed", c.Size)
	}
	l.last[log] = lockedCheckpoint{Size: c.Size, Root: string(seal.DigestFrom(c.Root))}
	if err := writeJSON(l.path, l.last, 0o644); err != nil {
		l.last[log] = before
		return err
	}
	return nil
}
