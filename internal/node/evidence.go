package node

import (
	"cmp"
	"context"
	"encoding/json"
	"io"
	"slices"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"
)

// evidence is one export under way: everything is read from one snapshot of the database.
type evidence struct {
	n    *Node
	d    *deal           // the version that is being written
	all  []*deal         // with those from and to which cases moved, see linked
	ctx  context.Context //nolint:containedctx // that of the one call it lives for
	tx   *store.Tx
	w    *audit.Writer
	logs map[store.LogID]string // the logs that the bundle shows, and their origins
}

// evidencePage is how many rows are read at once.
const evidencePage = 500

// Evidence writes this node's evidence bundle of one agreement (spec/bundle.md): the text, the keys'
// certificates, the log with its checkpoints, what was seen of the others' logs, every case with its acts, and the
// letters of questions with their answers as long as their traces live.
//
// It opens no field of a case. The auditor gets the commitments, and from whom to whom each field went;
// whether a condition over fields was met then rests on home's receipt, and the audit says so.
//
// The bundle is one snapshot, written page by page. As long as it is being written, what is destroyed
// meanwhile is not overwritten in the database's files: w should be a file, not a slow line.
func (n *Node) Evidence(ctx context.Context, id agreement.ID, w io.Writer) error {
	d, err := n.deal(id)
	if err != nil {
		return err
	}
	all := n.linked(d)
	var texts []seal.Digest
	logs := map[store.LogID]string{}
	for _, d := range all {
		texts, logs[d.log] = append(texts, d.textHash), d.origin
		// A checkpoint first, so that the newest entries are vouched for. A node that may sign nothing has its last one.
		if n.maySign() == nil {
			if _, err := n.checkpoint(ctx, d); err != nil {
				return err
			}
		}
	}
	return n.db.View(ctx, func(tx *store.Tx) error {
		out, err := audit.NewWriter(w, audit.Header{Party: n.party, World: n.world, Made: n.Now(), Agreements: texts})
		if err != nil {
			return err
		}
		x := &evidence{n: n, all: all, ctx: ctx, tx: tx, w: out, logs: logs}
		for _, part := range []func() error{x.text, x.statements, x.log, x.seen, x.leaves} {
			if err := x.each(part); err != nil {
				return err
			}
		}
		if err := x.cases(); err != nil {
			return err
		}
		if err := x.each(x.letters); err != nil {
			return err
		}
		return out.Close()
	})
}

// each writes a part of every version.
func (x *evidence) each(part func() error) error {
	for _, x.d = range x.all {
		if err := part(); err != nil {
			return err
		}
	}
	return nil
}

// linked are the versions between which cases moved, with this one, in the order in which they took each other's place: a case
// that moved is judged by all of them.
func (n *Node) linked(d *deal) []*deal {
	list, now := n.versionsOf(d.id), n.Now()
	in := map[*deal]bool{d: true}
	for range list {
		for _, a := range list {
			for _, b := range list {
				at, signed := b.signedSince()
				if signed && b.model.TakesPlaceOf(a.model) && b.model.Amends.Cases == agreement.CasesMove && !casework.InForceFrom(b.model, at).After(now) && (in[a] || in[b]) {
					in[a], in[b] = true, true
				}
			}
		}
	}
	return slices.DeleteFunc(list, func(o *deal) bool { return !in[o] })
}

func (x *evidence) text() error { return x.w.Agreement(string(x.d.id)+".md", x.d.text) }

// statements are those of the cards, by which the nodes found each other, and those of the agreement case.
func (x *evidence) statements() error {
	written := map[seal.Digest]bool{}
	put := func(st *seal.SignedStatement) error {
		digest := st.Digest()
		if written[digest] {
			return nil
		}
		written[digest] = true
		return x.w.Statement(x.d.textHash, st.Encode())
	}
	peers, err := x.tx.ListPeers(x.ctx, x.d.textHash)
	if err != nil {
		return err
	}
	for _, p := range peers {
		var c Card
		if err := json.Unmarshal(p.Card, &c); err != nil {
			return fault.New(fault.Internal, "the card of %s is damaged", p.Party).Wrap(err)
		}
		st, err := seal.DecodeSignedStatement([]byte(c.Certificate))
		if err != nil {
			return err
		}
		if err := put(st); err != nil {
			return err
		}
	}
	for after := int64(0); ; {
		acts, err := x.tx.ListTakenActs(x.ctx, store.ListTakenActsParams{CaseID: x.d.caseID, After: after, MaxRows: evidencePage})
		if err != nil {
			return err
		}
		for _, a := range acts {
			s, err := seal.DecodeSignedAct(a.Body)
			if err != nil {
				continue // the case itself shows what is wrong with it
			}
			st, err := seal.DecodeSignedStatement([]byte(s.Act.Statement))
			if err != nil {
				continue
			}
			if err := put(st); err != nil {
				return err
			}
		}
		if len(acts) < evidencePage {
			return nil
		}
		after = acts[len(acts)-1].Number
	}
}

// log announces the log, with its checkpoints and all their cosignatures.
func (x *evidence) log() error {
	row, err := x.tx.GetLog(x.ctx, x.d.log)
	if err != nil {
		return err
	}
	edge, err := ledger.ParseFrontier(row.Frontier)
	if err != nil {
		return err
	}
	if err := x.w.Log(audit.Log{Name: x.d.origin, Agreement: x.d.textHash, Party: x.n.party, Size: edge.Size()}); err != nil {
		return err
	}
	return x.checkpoints()
}

func (x *evidence) leaves() error {
	row, err := x.tx.GetLog(x.ctx, x.d.log)
	if err != nil {
		return err
	}
	edge, err := ledger.ParseFrontier(row.Frontier)
	if err != nil {
		return err
	}
	tiles := ledger.Over(storedTiles{x.ctx, x.tx, x.d.log}, edge)
	for done := uint64(0); done < edge.Size(); {
		hashes, err := tiles.Tile(0, done/ledger.TileWidth)
		if err != nil {
			return err
		}
		if len(hashes) == 0 {
			return fault.New(fault.Internal, "the log of %s is damaged after %d entries", x.d.id, done)
		}
		if err := x.w.Leaves(x.d.origin, hashes); err != nil {
			return err
		}
		done += uint64(len(hashes))
	}
	return nil
}

func (x *evidence) checkpoints() error {
	for after := int64(0); ; {
		page, err := x.tx.ListCheckpoints(x.ctx, store.ListCheckpointsParams{Log: x.d.log, After: after, MaxRows: evidencePage})
		if err != nil {
			return err
		}
		for _, c := range page {
			lines, err := x.tx.ListCosignatures(x.ctx, store.ListCosignaturesParams{Log: x.d.log, Size: c.Size})
			if err != nil {
				return err
			}
			note := string(c.Note)
			for _, l := range lines {
				note += l.Line
			}
			if err := x.w.Checkpoint(note); err != nil {
				return err
			}
		}
		if len(page) < evidencePage {
			return nil
		}
		after = page[len(page)-1].Size
	}
}

// seen writes the newest checkpoint of each other log, and of one that was rewritten the two that say so.
func (x *evidence) seen() error {
	witnesses, err := x.tx.ListWitnesses(x.ctx)
	if err != nil {
		return err
	}
	for _, wt := range witnesses {
		if wt.Agreement != x.d.textHash {
			continue
		}
		notes, err := x.forkedNotes(wt.Party)
		if err != nil {
			return err
		}
		notes = append(notes, audit.Seen{Log: wt.Origin, Note: string(wt.Note), When: wt.At.Time()})
		if err := x.inOrder(wt.Origin, notes); err != nil {
			return err
		}
	}
	return nil
}

// forkedNotes are the two checkpoints of a log that do not go together, where this node has met such.
func (x *evidence) forkedNotes(party agreement.PartyID) ([]audit.Seen, error) {
	b, err := x.tx.GetMeta(x.ctx, forkKey(x.d, party))
	if store.Missing(err) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	var f logFork
	if err := json.Unmarshal(b, &f); err != nil {
		return nil, fault.New(fault.Internal, "the proof that %s rewrote its log is damaged", party).Wrap(err)
	}
	return []audit.Seen{{Note: f.Seen, When: f.SeenAt.Time()}, {Note: f.Offered, When: f.OfferedAt.Time()}}, nil
}

// inOrder writes checkpoints of one log by size, each once. Without a proof of what lies between: that the
// leaves do not lead from one to the other can be seen only where the log itself is shown.
func (x *evidence) inOrder(origin string, notes []audit.Seen) error {
	sized := make(map[string]uint64, len(notes))
	kept := notes[:0]
	for _, s := range notes {
		if _, twice := sized[s.Note]; twice {
			continue
		}
		c, err := ledger.ReadCheckpoint([]byte(s.Note))
		if err != nil {
			return err
		}
		sized[s.Note], s.Log = c.Size, origin
		kept = append(kept, s)
	}
	slices.SortStableFunc(kept, func(a, b audit.Seen) int { return cmp.Compare(sized[a.Note], sized[b.Note]) })
	for _, s := range kept {
		if err := x.w.Seen(s); err != nil {
			return err
		}
	}
	return nil
}

// opened gives the openings of a run's leaves; none where what they are about has been destroyed.
func (x *evidence) opened(run store.LeafRun) []audit.Opening {
	origin, shown := x.logs[run.Log]
	if !shown || len(run.Seed) != ledger.SeedSize {
		return nil
	}
	seed := [ledger.SeedSize]byte(run.Seed)
	list := make([]audit.Opening, run.N)
	for i := range list {
		list[i] = audit.Opening{Log: origin, Index: uint64(run.First) + uint64(i), Nth: uint64(i), Salt: ledger.Salt(seed, uint64(i)), What: run.Kind}
	}
	return list
}

// openedBy gives the openings of the leaves that were entered under a name, of these kinds alone.
func (x *evidence) openedBy(ref string, kinds ...ledger.Kind) ([]audit.Opening, error) {
	runs, err := x.tx.ListLeafRunsByRef(x.ctx, ref)
	if err != nil {
		return nil, err
	}
	var list []audit.Opening
	for _, run := range runs {
		if slices.Contains(kinds, ledger.Kind(run.Kind)) {
			list = append(list, x.opened(run)...)
		}
	}
	return list, nil
}
