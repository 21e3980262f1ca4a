package world

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/node"
)

// hand leads the nodes of a world: they post, and tend their clocks, one after the other, in the order of their names. All
// that is drawn is drawn from the seed, node by node. So nothing depends on which of two came first, and the same story makes the same
// logs, entry for entry.
type hand struct {
	w       *Inside
	seed    [32]byte
	clock   *node.Clock
	now     time.Time
	day     time.Time // when what falls due by days was looked for last
	week    time.Time
	readers map[agreement.PartyID]io.Reader
	// depositaries look for the days of phases and terms.
	depositaries map[agreement.PartyID]bool
}

func newHand(w *Inside, seed [32]byte) *hand {
	h := &hand{w: w, seed: seed, clock: node.NewClock(true), readers: map[agreement.PartyID]io.Reader{}, depositaries: map[agreement.PartyID]bool{}}
	if err := h.show(w.frozen); err != nil { // before 1970: a plan that names no start
		_ = h.show(time.Unix(0, 0).UTC())
	}
	return h
}

// random is what a party's keys, salts and names are drawn from.
func (h *hand) random(p agreement.PartyID) io.Reader {
	if h == nil {
		return nil
	}
	r := h.readers[p]
	if r == nil {
		r = &drawn{r: rand.NewChaCha8(sha256.Sum256(append(h.seed[:], p...)))}
		h.readers[p] = r
	}
	return r
}

// today is when the keys of the nodes are made.
func (h *hand) today() time.Time {
	if h == nil {
		return time.Now()
	}
	return h.now
}

// drawn is read by the handlers of a node too.
type drawn struct {
	mu sync.Mutex
	r  *rand.ChaCha8
}

func (d *drawn) Read(b []byte) (int, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.r.Read(b)
}

// up are the nodes that run, in the order of their names.
func (w *Inside) up() []*Member {
	out := make([]*Member, 0, len(w.Members))
	for _, m := range w.Members {
		if m.Serving != nil {
			out = append(out, m)
		}
	}
	slices.SortFunc(out, func(a, b *Member) int {
		if a.Party < b.Party {
			return -1
		}
		return 1
	})
	return out
}

// deliver lets all nodes post until nobody has anything to tell another, or what waits cannot go now. It goes in rounds: what waits at a
// round's beginning is sent, to each node by one sender after the other, in the order of their names, and to all nodes at once. So what a
// node hears, and in which order, is the same each time.
func (w *Inside) deliver(ctx context.Context) error {
	for again := false; ; { // what was refused for now is tried anew once something else has arrived
		to := map[agreement.PartyID][]node.Mail{}
		for _, m := range w.up() {
			mail, err := m.Node.Mail(ctx, again)
			if err != nil {
				return err
			}
			for _, x := range mail {
				to[x.To()] = append(to[x.To()], x)
			}
		}
		if len(to) == 0 {
			return nil
		}
		var sent atomic.Int64
		var all sync.WaitGroup
		for _, list := range to {
			all.Go(func() {
				for _, x := range list {
					n, _ := x.Send(ctx)
					sent.Add(int64(n))
				}
			})
		}
		all.Wait()
		if again && sent.Load() == 0 {
			return nil
		}
		again = sent.Load() > 0
	}
}

// advance lets time pass: each thing that is due happens at its own instant, on the node whose it is, and everybody hears of it. What
// falls due by no case (phases and terms, entries of registers) is looked for once a day by the depositaries, and once a week by all.
func (w *Inside) advance(ctx context.Context, t time.Time) error {
	h := w.hand
	for range 100_000 {
		next := t
		due := map[agreement.PartyID]time.Time{}
		for _, m := range w.up() {
			at, err := m.Node.NextDue(ctx)
			if err != nil {
				return err
			}
			if !at.IsZero() {
				due[m.Party] = at
			}
			if at.After(h.now) && at.Before(next) {
				next = at
			}
		}
		if err := h.show(next); err != nil {
			return err
		}
		w.frozen = next
		day, week := next.Sub(h.day) >= 24*time.Hour, next.Sub(h.week) >= 7*24*time.Hour
		if day {
			h.day = next.Truncate(24 * time.Hour)
		}
		if week {
			h.week = next.Truncate(24 * time.Hour)
		}
		for _, m := range w.up() {
			if at, ok := due[m.Party]; week || ok && !at.After(next) || day && h.depositaries[m.Party] {
				if err := m.Node.Tend(ctx); err != nil {
					return err
				}
			}
		}
		if err := w.deliver(ctx); err != nil {
			return err
		}
		if !next.Before(t) {
			return nil
		}
	}
	return nil
}

func (h *hand) show(t time.Time) error {
	h.now = t
	return h.clock.Set(t, true)
}

// Vouch lets every node sign its logs as they stand, and the others cosign them.
func (w *Inside) Vouch(ctx context.Context) error {
	for _, m := range w.up() {
		views, err := m.Node.Agreements(ctx)
		if err != nil {
			return err
		}
		for _, v := range views {
			if _, err := m.Node.Checkpoint(ctx, v.ID); err != nil {
				return err
			}
		}
	}
	return w.deliver(ctx)
}

// Roots gives the root of every log, by party and agreement.
func (w *Inside) Roots(ctx context.Context) (map[string]string, error) {
	out := map[string]string{}
	for _, m := range w.up() {
		views, err := m.Node.Agreements(ctx)
		if err != nil {
			return nil, err
		}
		for _, v := range views {
			l, err := m.Node.Ledger(ctx, v.ID, 0)
			if err != nil {
				return nil, err
			}
			out[string(m.Party)+"/"+string(v.ID)] = fmt.Sprintf("%d %s", l.Size, l.Root)
		}
	}
	return out, nil
}
