package node

import (
	"context"
	"math"
	"sync"
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

// Post sends what waits for those other parties for whom something was put since, one letter to a line, to all of them at once: the
// step of a node that is led by hand. It says how many items it sent, and whether some of them come again.
func (n *Node) Post(ctx context.Context) (sent int, again bool, err error) {
	if time.Since(n.leased) > leaseTime/3 {
		n.holdLeases(ctx)
	}
	var lines []*line
	n.mu.RLock()
	for _, l := range n.clients {
		woken := l.again
		select {
		case <-l.wake:
			woken = true
		default:
		}
		if woken {
			lines = append(lines, l)
		}
	}
	n.mu.RUnlock()
	if len(lines) == 0 {
		return 0, false, nil
	}
	forWhom, err := n.waiting(ctx)
	if err != nil {
		return 0, false, err
	}
	// Lines lead to different nodes, each of which draws from its own randomness: which letter goes first changes nothing.
	counts := make([]int, len(lines))
	var all sync.WaitGroup
	for i, l := range lines {
		l.again = false
		all.Go(func() { counts[i] = n.postOn(ctx, l, forWhom[l.party]) })
	}
	all.Wait()
	for i, l := range lines {
		sent, again = sent+counts[i], again || l.again
	}
	return sent, again, nil
}

func (n *Node) postOn(ctx context.Context, l *line, under map[seal.Digest]bool) (sent int) {
	const most = 256
	for _, d := range n.allDeals() {
		for more := under[d.textHash]; more; {
			k, waits, err := n.sendPost(ctx, d, l, most)
			if err != nil {
				n.log.Debug("post waits", "to", l.party, "err", err)
			}
			if waits || err != nil {
				l.again = true
			} else {
				sent += k
			}
			more = k == most && err == nil && !waits
		}
	}
	if len(n.talks.all()) > 0 {
		more, waits := n.sendDrafts(ctx, l, most)
		l.again = l.again || more || waits
	}
	return sent
}

// waiting says under which texts something waits for whom.
func (n *Node) waiting(ctx context.Context) (forWhom map[agreement.PartyID]map[seal.Digest]bool, err error) {
	err = n.db.View(ctx, func(tx *store.Tx) error {
		forWhom = map[agreement.PartyID]map[seal.Digest]bool{}
		rows, err := tx.CountOutbox(ctx)
		for _, r := range rows {
			if forWhom[r.Peer] == nil {
				forWhom[r.Peer] = map[seal.Digest]bool{}
			}
			forWhom[r.Peer][r.Agreement] = true
		}
		return err
	})
	return forWhom, err
}

// NextDue is when Tend has something to do next for a case or a trace; zero: nothing is due.
func (n *Node) NextDue(ctx context.Context) (at time.Time, err error) {
	if !n.stirred.Swap(false) {
		return n.nextDue, nil
	}
	defer func() { n.nextDue = at }()
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
