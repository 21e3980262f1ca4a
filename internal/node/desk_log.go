package node

import (
	"context"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"
)

// Entry is an entry of this node's log with what it stands for, as far as the node still knows it.
type Entry struct {
	Index uint64
	Count uint64 // of a run: the questions of one letter, the fields of one look
	Kind  ledger.Kind
	At    time.Time
	Case  casework.CaseID      // "": none, or the agreement case
	Act   *seal.Act            // of an act, a receipt and what else refers to one
	About agreement.RegisterID // of a register's change
	Leaf  seal.Digest          // of a single entry; "" once what opens it has been destroyed
}

// Entries gives the newest entries of an agreement's log, newest first.
func (n *Node) Entries(ctx context.Context, id agreement.ID, most int) ([]Entry, error) {
	d, err := n.deal(id)
	if err != nil {
		return nil, err
	}
	var out []Entry
	err = n.treeNow(ctx, d, func(tx *store.Tx, f *ledger.Frontier, _ *ledger.Prover) error {
		since := max(0, int64(f.Size())-int64(most))
		runs, err := tx.ListLeafRuns(ctx, store.ListLeafRunsParams{Log: d.log, Since: since, MaxRows: int32(most)})
		if err != nil {
			return err
		}
		for _, r := range slices.Backward(runs) {
			e, err := entryOf(ctx, tx, d, r)
			if err != nil {
				return err
			}
			out = append(out, e)
		}
		return nil
	})
	return out, err
}

func entryOf(ctx context.Context, tx *store.Tx, d *deal, r store.LeafRun) (Entry, error) {
	e := Entry{Index: uint64(r.First), Count: uint64(r.N), Kind: ledger.Kind(r.Kind), At: r.At.Time()}
	if len(r.Seed) == ledger.SeedSize && r.N == 1 && len(r.Commitments) == 32 {
		run := ledger.Run{Kind: e.Kind, Seed: [ledger.SeedSize]byte(r.Seed), Commitments: [][32]byte{[32]byte(r.Commitments)}}
		if h, err := run.LeafHashes(); err == nil {
			e.Leaf = seal.DigestFrom(h[0])
		}
	}
	if e.Case = caseOfRef(r.Ref); e.Case != "" {
		return e, nil
	}
	if rest, ok := strings.CutPrefix(r.Ref, "register/"); ok {
		name, _, _ := strings.Cut(rest, "/")
		e.About = agreement.RegisterID(name)
		return e, nil
	}
	row, err := tx.GetAct(ctx, seal.Digest(r.Ref))
	if store.Missing(err) {
		row, err = tx.GetActByReceipt(ctx, seal.Digest(r.Ref))
	}
	if store.Missing(err) {
		return e, nil // a letter, or what never became an act
	} else if err != nil {
		return e, err
	}
	s, err := seal.DecodeSignedAct(row.Body)
	if err != nil {
		return e, err
	}
	e.Act = &s.Act
	if row.CaseID != d.caseID {
		e.Case = row.CaseID
	}
	return e, nil
}

// caseOfRef is the case that an entry's name names itself: of a look at fields, and of a verdict.
func caseOfRef(ref string) casework.CaseID {
	kind, id, _ := strings.Cut(ref, "/")
	if kind == "read" || kind == "verdict" || kind == "word" {
		return casework.CaseID(id)
	}
	return ""
}

// Witnessed is another party's log as this node last saw it.
type Witnessed struct {
	Party  agreement.PartyID
	Size   uint64
	At     time.Time
	Forked bool // it does not extend what was seen before: both checkpoints are kept
}

// Witnessed gives what this node has seen of the other parties' logs.
func (n *Node) Witnessed(ctx context.Context, id agreement.ID) ([]Witnessed, error) {
	d, err := n.deal(id)
	if err != nil {
		return nil, err
	}
	var out []Witnessed
	err = n.db.View(ctx, func(tx *store.Tx) error {
		out = nil
		rows, err := tx.ListWitnesses(ctx)
		if err != nil {
			return err
		}
		for _, w := range rows {
			if w.Agreement != d.textHash {
				continue
			}
			_, err := tx.GetMeta(ctx, forkKey(d, w.Party))
			if err != nil && !store.Missing(err) {
				return err
			}
			out = append(out, Witnessed{Party: w.Party, Size: uint64(w.Size), At: w.At.Time(), Forked: err == nil})
		}
		return nil
	})
	return out, err
}

// Read is one look of a person at a personal field.
type Read struct {
	Case      casework.CaseID
	Procedure agreement.ProcedureID
	Field     agreement.FieldID
	Person    auth.PersonID
	At        time.Time
}

// Reads gives the newest looks at personal fields under an agreement, newest first.
func (n *Node) Reads(ctx context.Context, id agreement.ID, most int) ([]Read, error) {
	d, err := n.deal(id)
	if err != nil {
		return nil, err
	}
	var out []Read
	err = n.db.View(ctx, func(tx *store.Tx) error {
		out = nil
		rows, err := tx.ListNewestReads(ctx, store.ListNewestReadsParams{Most: 2000, Agreement: d.textHash, MaxRows: int32(most)})
		if err != nil {
			return err
		}
		for _, r := range rows {
			out = append(out, Read{Case: r.CaseID, Procedure: r.Procedure, Field: r.Field, Person: auth.PersonID(r.Person), At: r.At.Time()})
		}
		return nil
	})
	return out, err
}

// Waiting counts the post that waits for each other party. Where there is very much of it the count may be some seconds old.
func (n *Node) Waiting(ctx context.Context) (map[agreement.PartyID]int, error) {
	n.posted.mu.Lock()
	defer n.posted.mu.Unlock()
	if time.Since(n.posted.at) < muchPostLife {
		return maps.Clone(n.posted.waits), nil
	}
	out, total := map[agreement.PartyID]int{}, 0
	err := n.db.View(ctx, func(tx *store.Tx) error {
		clear(out)
		rows, err := tx.CountOutbox(ctx)
		if err != nil {
			return err
		}
		total = 0
		for _, r := range rows {
			out[r.Peer] += int(r.N)
			total += int(r.N)
		}
		return nil
	})
	if err == nil && total >= muchPost {
		n.posted.at, n.posted.waits = time.Now(), maps.Clone(out)
	}
	return out, err
}

// From muchPost items on they are not counted for every page.
const (
	muchPost     = 2000
	muchPostLife = 10 * time.Second
)

// posted is the last count of much post.
type posted struct {
	mu    sync.Mutex
	at    time.Time // by the machine's clock
	waits map[agreement.PartyID]int
}

// QuestionEntry gives where a question that was just asked stands in the log; false where that is not
// known yet, or no longer.
func (n *Node) QuestionEntry(ctx context.Context, id agreement.ID, question seal.Digest) (index uint64, found bool, err error) {
	d, err := n.deal(id)
	if err != nil {
		return 0, false, err
	}
	sum, err := question.Sum()
	if err != nil {
		return 0, false, err
	}
	err = n.treeNow(ctx, d, func(tx *store.Tx, f *ledger.Frontier, _ *ledger.Prover) error {
		const near = 1000 // it was asked a moment ago
		runs, err := tx.ListLeafRuns(ctx, store.ListLeafRunsParams{Log: d.log, Since: max(0, int64(f.Size())-near), MaxRows: near})
		if err != nil {
			return err
		}
		for _, r := range runs {
			for i := 0; r.Kind == string(ledger.KindQuestion) && (i+1)*len(sum) <= len(r.Commitments); i++ {
				if [32]byte(r.Commitments[i*len(sum):]) == sum {
					index, found = uint64(r.First)+uint64(i), true
				}
			}
		}
		return nil
	})
	return index, found, err
}
