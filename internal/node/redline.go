package node

import (
	"context"
	"slices"
	"time"

	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/negotiation"
	"github.com/entente-net/entente/seal"
)

// Red lines stay here: they are rows of this node's database, shown to its own delegates, and nothing that leaves the node is made
// from them. They are held against a draft after its arrival has been acknowledged, off the path of whoever sent it, so that not
// even the time of an answer tells.

// maxRedLines bounds them: each is evaluated on every version.
const maxRedLines = 500

// RedLineState is a red line and how the current version of a negotiation stands to it.
type RedLineState struct {
	Name, Condition, Words string
	Outcome                negotiation.Outcome
	Why                    string
}

// AddRedLine keeps a condition that every draft must fulfil. Errors: invalid, conflict (the name is taken).
func (n *Node) AddRedLine(ctx context.Context, who Who, name, condition, words string) error {
	if err := mayNegotiate(who); err != nil {
		return err
	}
	if _, err := negotiation.NewRedLine(name, condition, words); err != nil {
		return err
	}
	lines, err := n.redLines(ctx)
	if err != nil {
		return err
	}
	if len(lines) >= maxRedLines {
		return fault.New(fault.TooLarge, "there are %d red lines", len(lines)).Mend("take one away first")
	}
	err = n.db.Update(ctx, func(tx *store.Tx) error {
		added, err := tx.PutRedLine(ctx, store.PutRedLineParams{Name: name, Condition: condition, Words: words, Added: store.MicrosOf(n.Now())})
		if err == nil && added == 0 {
			return fault.New(fault.Conflict, "there is a red line %q already", name).Mend("take it away first, or choose another name")
		}
		return err
	})
	if err != nil {
		return err
	}
	for _, t := range n.talks.all() {
		t.mu.Lock()
		v := t.s.Current()
		t.mu.Unlock()
		n.arrived(t.s.ID, v)
	}
	return nil
}

// RemoveRedLine forgets a red line, and how drafts stood to it.
func (n *Node) RemoveRedLine(ctx context.Context, who Who, name string) error {
	if err := mayNegotiate(who); err != nil {
		return err
	}
	return n.db.Update(ctx, func(tx *store.Tx) error {
		gone, err := tx.DeleteRedLine(ctx, name)
		if err != nil {
			return err
		}
		if gone == 0 {
			return fault.New(fault.NotFound, "there is no red line %q", clip(name, 80)).Mend("see entente draft redline list")
		}
		_, err = tx.DeleteRedLineChecks(ctx, name)
		return err
	})
}

// RedLines lists them.
func (n *Node) RedLines(ctx context.Context, who Who) ([]RedLineState, error) {
	if err := mayNegotiate(who); err != nil {
		return nil, err
	}
	rows, err := n.redLines(ctx)
	out := make([]RedLineState, 0, len(rows))
	for _, r := range rows {
		out = append(out, RedLineState{Name: r.Name, Condition: r.Condition, Words: r.Words})
	}
	return out, err
}

func (n *Node) redLines(ctx context.Context) (rows []store.RedLine, err error) {
	err = n.db.View(ctx, func(tx *store.Tx) error {
		rows, err = tx.ListRedLines(ctx)
		return err
	})
	return rows, err
}

// CheckRedLines holds the current version of a negotiation to every red line, now.
func (n *Node) CheckRedLines(ctx context.Context, who Who, name string) ([]RedLineState, error) {
	if err := mayNegotiate(who); err != nil {
		return nil, err
	}
	id, err := n.theTalk(name)
	if err != nil {
		return nil, err
	}
	var v *negotiation.Version
	if err := n.withTalk(ctx, id, func(t *talk) error { v = t.s.Current(); return nil }); err != nil {
		return nil, err
	}
	return n.holdTo(ctx, id, v)
}

// arrived holds a version that is new here to the red lines, in its own time.
func (n *Node) arrived(id seal.Digest, v *negotiation.Version) {
	if n.running.Err() != nil {
		return
	}
	n.workers.Go(func() {
		if _, err := n.holdTo(n.running, id, v); err != nil && n.running.Err() == nil {
			n.log.Warn("a draft could not be held to the red lines", "err", err) // and nothing of what they are
		}
	})
}

// holdTo checks a version and keeps the outcome. The text is read anew, so that the negotiation need not wait.
func (n *Node) holdTo(ctx context.Context, id seal.Digest, v *negotiation.Version) ([]RedLineState, error) {
	rows, err := n.redLines(ctx)
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	own, err := negotiation.Read(v.Text)
	if err != nil {
		return nil, err
	}
	out := make([]RedLineState, 0, len(rows))
	for _, r := range rows {
		s := RedLineState{Name: r.Name, Condition: r.Condition, Words: r.Words}
		line, err := negotiation.NewRedLine(r.Name, r.Condition, r.Words)
		if err != nil { // another version of the software took it
			s.Outcome, s.Why = negotiation.Unclear, err.Error()
		} else {
			s.Outcome, s.Why = line.Check(own)
		}
		out = append(out, s)
	}
	at := store.MicrosOf(n.Now())
	return out, n.db.Update(ctx, func(tx *store.Tx) error {
		now, err := tx.ListRedLines(ctx) // one that was taken away meanwhile leaves nothing behind
		if err != nil {
			return err
		}
		for _, s := range out {
			if !slices.ContainsFunc(now, func(r store.RedLine) bool { return r.Name == s.Name }) {
				continue
			}
			err := tx.PutRedLineCheck(ctx, store.PutRedLineCheckParams{
				Negotiation: id, Version: v.Dispatch, Name: s.Name, Outcome: string(s.Outcome), Why: clip(s.Why, 1000), At: at,
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// checkedAt is how a version stood to the red lines when it was checked last.
type checkedAt struct {
	RedLineState
	At time.Time
}

func (n *Node) checksOf(ctx context.Context, id, version seal.Digest) ([]checkedAt, error) {
	var rows []store.RedLineCheck
	err := n.db.View(ctx, func(tx *store.Tx) (err error) {
		rows, err = tx.ListRedLineChecks(ctx, id)
		return err
	})
	var out []checkedAt
	for _, r := range rows {
		if r.Version == version {
			out = append(out, checkedAt{RedLineState{Name: r.Name, Outcome: negotiation.Outcome(r.Outcome), Why: r.Why}, r.At.Time()})
		}
	}
	return out, err
}
