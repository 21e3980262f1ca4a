package node

import (
	"context"
	"math"
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

// Mail is what waited on one line of a node that is led by hand, at the instant at which Mail was asked.
type Mail struct {
	n      *Node
	line   *line
	stacks []stack
}

type stack struct {
	d    *deal
	rows []store.Outbox
}

// Mail gives what waits for those other parties for whom something was put since it was asked last, and with again also what they
// refused for now.
func (n *Node) Mail(ctx context.Context, again bool) ([]Mail, error) {
	const most = 256
	if time.Since(n.leased) > leaseTime/3 {
		n.holdLeases(ctx)
	}
	var out []Mail
	n.mu.RLock()
	for _, l := range n.clients {
		woken := again && l.again
		select {
		case <-l.wake:
			woken = true
		default:
		}
		if woken {
			out = append(out, Mail{n: n, line: l})
		}
	}
	n.mu.RUnlock()
	if len(out) == 0 {
		return nil, nil
	}
	forWhom, err := n.waiting(ctx)
	if err != nil {
		return nil, err
	}
	for i := range out {
		m := &out[i]
		for _, d := range n.allDeals() {
			if !forWhom[m.line.party][d.textHash] {
				continue
			}
			rows, err := n.nextPost(ctx, d, m.line, most)
			if err != nil {
				return nil, err
			}
			m.stacks = append(m.stacks, stack{d, rows})
		}
	}
	return out, nil
}

// To is whose it is.
func (m Mail) To() agreement.PartyID { return m.line.party }

// Send sends it, one letter for each agreement, and says how many items were taken, and whether there is more or some come again.
func (m Mail) Send(ctx context.Context) (sent int, again bool) {
	n, l := m.n, m.line
	l.again = false
	for _, s := range m.stacks {
		k, waits, err := n.sendRows(ctx, s.d, l, s.rows)
		if err != nil {
			n.log.Debug("post waits", "to", l.party, "err", err)
		}
		if waits || err != nil || k < len(s.rows) {
			l.again = true
		}
		if !waits && err == nil {
			sent += k
		}
	}
	if len(n.talks.all()) > 0 {
		more, waits := n.sendDrafts(ctx, l, 64)
		l.again = l.again || more || waits
	}
	return sent, l.again
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
