package node

import (
	"context"
	"math"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/seal"
)

// errDrawn keeps exercises apart from what is real: whoever knows the seed knows every key.
var errDrawn = fault.New(fault.WrongWorld, "a real node draws its own randomness and works by itself").
	Mend("nodes are led by hand in exercise worlds alone")

// postTime is up to when post that was put off is sent: now, or, where the node is led by hand, whatever waits.
func (n *Node) postTime() store.Micros {
	if n.cfg.Deliver != nil {
		return math.MaxInt64
	}
	return store.MicrosOf(time.Now())
}

// Post sends what waits for each other party, one letter to a line, in the order of their names, and says how many items
// it took off the outbox's hands and how many it left there: the step of a node that is led by hand. A line that fails is left for
// the next time. Checkpoints that wait for somebody who is away are not counted as left: they may wait.
func (n *Node) Post(ctx context.Context) (sent, left int, err error) {
	const most = 256
	n.mu.RLock()
	lines := make([]*line, 0, len(n.clients))
	for _, l := range n.clients {
		lines = append(lines, l)
	}
	n.mu.RUnlock()
	slices.SortFunc(lines, func(a, b *line) int { return cmpString(string(a.party), string(b.party)) })
	if time.Since(n.leased) > leaseTime/3 {
		n.holdLeases(ctx)
	}
	before, forWhom, err := n.waiting(ctx)
	if err != nil || before == 0 {
		return 0, 0, err
	}
	for _, l := range lines {
		of := forWhom[l.party]
		if of == nil {
			continue
		}
		for _, d := range n.allDeals() {
			if d.model.Party(l.party) == nil || !of[d.textHash] {
				continue
			}
			if _, _, err := n.sendPost(ctx, d, l, most); err != nil {
				n.log.Debug("post waits", "to", l.party, "err", err)
			}
		}
		n.sendDrafts(ctx, l, most)
	}
	after, _, err := n.waiting(ctx)
	if err == nil && after > 0 {
		left, err = n.Undelivered(ctx)
	}
	return max(before-after, 0), left, err
}

// waiting says how much waits, and under which texts for whom.
func (n *Node) waiting(ctx context.Context) (all int, forWhom map[agreement.PartyID]map[seal.Digest]bool, err error) {
	err = n.db.View(ctx, func(tx *store.Tx) error {
		all, forWhom = 0, map[agreement.PartyID]map[seal.Digest]bool{}
		rows, err := tx.CountOutbox(ctx)
		for _, r := range rows {
			all += int(r.N)
			if forWhom[r.Peer] == nil {
				forWhom[r.Peer] = map[seal.Digest]bool{}
			}
			forWhom[r.Peer][r.Agreement] = true
		}
		return err
	})
	return all, forWhom, err
}

// NextDue is when Tend has something to do next for a case or a trace; zero: nothing is due.
func (n *Node) NextDue(ctx context.Context) (at time.Time, err error) {
	err = n.db.View(ctx, func(tx *store.Tx) error {
		at = time.Time{}
		next, err := tx.NextCaseDue(ctx)
		if err != nil {
			return err
		}
		if next > 0 {
			at = store.Micros(next).Time()
		}
		owed, err := tx.ListErasuresDue(ctx, store.ListErasuresDueParams{Now: math.MaxInt64, MaxRows: 1})
		if err == nil && len(owed) > 0 && owed[0].CaseID == "" && (at.IsZero() || owed[0].Due.Time().Before(at)) {
			at = owed[0].Due.Time()
		}
		return err
	})
	return at, err
}
