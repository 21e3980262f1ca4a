package node

import (
	"context"
	"errors"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/peer"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/seal"
)

// Kinds of what waits in the outbox. Most name what they carry; it is put together when it is sent,
// from what is then still here, so that nothing erased lies about in an outbox.
const (
	outAct        = "act"        // an own act, to its home
	outReceipt    = "receipt"    // an act with its receipt, from home
	outRefusal    = "refusal"    // from home to the author
	outBundle     = "bundle"     // what the recipient may see of an own act
	outRelay      = "relay"      // an own act to the depositary, since home is silent
	outStatic     = "static"     // a post that is ready
	outCheckpoint = "checkpoint" // the newest of this log, to a witness
	outDraft      = "draft"      // a dispatch, to another negotiator; its agreement is the negotiation
)

// line is what leads to one party.
type line struct {
	party   agreement.PartyID
	address string
	client  atomic.Pointer[peer.Client]
	wake    chan struct{}
	start   sync.Once
	// Only the line's own worker looks at these; both are in real time.
	again bool                // led by hand: something that it refused for now comes again
	away  time.Time           // since when the other node has not answered
	acked map[int64]time.Time // own acts that the other node has and gives no verdict on, by their row, and since when
}

// addLine prepares the line to a party; the caller holds n.mu.
func (n *Node) addLine(c Card) {
	l, ok := n.clients[c.Party]
	if !ok {
		l = &line{party: c.Party, wake: make(chan struct{}, 1)}
		n.clients[c.Party] = l
	}
	st, err := seal.DecodeSignedStatement([]byte(c.Certificate))
	if err != nil {
		return // the ring has refused it already
	}
	said, err := seal.DecodeStatement([]byte(st.Statement))
	if err != nil {
		return
	}
	cert, ok := said.(*seal.NodeCertificate)
	if !ok {
		return
	}
	l.address = c.Address
	l.client.Store(peer.Dial(n.home.Certificate, c.Party, c.Address, peer.Pin(cert.TLS), 15*time.Second))
}

func (n *Node) startLine(l *line) {
	if n.cfg.Deliver != nil {
		return
	}
	l.start.Do(func() { n.workers.Go(func() { n.serveLine(l) }) })
}

// wakeLines lets the lines to these parties look at the outbox now.
func (n *Node) wakeLines(parties ...agreement.PartyID) {
	n.mu.RLock()
	defer n.mu.RUnlock()
	for _, p := range parties {
		if l := n.clients[p]; l != nil {
			select {
			case l.wake <- struct{}{}:
			default:
			}
		}
	}
}

// allDeals gives every version of every agreement: those that others took the place of have open cases, and logs.
func (n *Node) allDeals() []*deal {
	n.mu.RLock()
	defer n.mu.RUnlock()
	out := make([]*deal, 0, len(n.deals))
	for _, d := range n.deals {
		out = append(out, d)
	}
	slices.SortFunc(out, func(a, b *deal) int { return cmpString(string(a.log), string(b.log)) })
	return out
}

// serveLine sends what waits for a party, in order, as long as the node runs.
func (n *Node) serveLine(l *line) {
	const most = 64
	const idle = time.Second
	pause := idle
	for {
		t := time.NewTimer(pause)
		select {
		case <-n.running.Done():
			t.Stop()
			return
		case <-l.wake:
			t.Stop()
		case <-t.C:
		}
		// After a failure the line is tried again soon, then less and less often.
		if pause >= idle {
			pause = 50 * time.Millisecond
		}
		pause = min(2*pause, idle, n.cfg.MaxWait)
		failed := false
		for more := true; more && n.running.Err() == nil; {
			more = false
			for _, d := range n.allDeals() {
				if d.model.Party(l.party) == nil {
					continue
				}
				sent, waits, err := n.sendPost(n.running, d, l, most)
				if err != nil && n.running.Err() == nil {
					n.log.Debug("post waits", "to", l.party, "err", err)
				}
				failed = failed || err != nil || waits
				more = more || sent == most && err == nil
			}
			again, waits := n.sendDrafts(n.running, l, most)
			failed, more = failed || waits, more || again
		}
		if !failed {
			pause = idle
		}
	}
}

// sendPost sends one letter of what waits for a party under one agreement, and says how many items it had and
// whether some of them come again.
func (n *Node) sendPost(ctx context.Context, d *deal, l *line, most int32) (sent int, waits bool, err error) {
	rows, err := n.nextPost(ctx, d, l, most)
	if err != nil {
		return 0, false, err
	}
	return n.sendRows(ctx, d, l, rows)
}

// nextPost gives what waits for a party under one agreement, in the order in which it was put.
func (n *Node) nextPost(ctx context.Context, d *deal, l *line, most int32) (rows []store.Outbox, err error) {
	wall := n.postTime()
	err = n.db.View(ctx, func(tx *store.Tx) (err error) {
		rows, err = tx.NextOutbox(ctx, store.NextOutboxParams{Agreement: d.textHash, Peer: l.party, Now: wall, MaxRows: most})
		return err
	})
	return rows, err
}

// sendRows sends one letter of these rows of the outbox.
func (n *Node) sendRows(ctx context.Context, d *deal, l *line, rows []store.Outbox) (sent int, waits bool, err error) {
	if len(rows) == 0 || n.maySign() != nil {
		return 0, false, nil
	}
	now := n.Now()
	items := make([][]byte, 0, len(rows))
	kept := rows[:0]
	var gone, later []store.Outbox
	size := 0
	for _, row := range rows {
		p, err := n.postOf(ctx, d, row)
		if errors.Is(err, errSealedNow) {
			later = append(later, row)
			continue
		} else if err != nil {
			return 0, false, err
		}
		if p == nil {
			gone = append(gone, row) // nothing to say any more
			continue
		}
		b := p.Encode()
		if size += len(b); size > seal.MaxLetter/2 && len(items) > 0 {
			break
		}
		items, kept = append(items, b), append(kept, row)
	}
	n.deferRows(ctx, later, errSealedNow)
	waits = len(later) > 0
	if len(items) > 0 {
		letter, err := n.letter(d, l.party, seal.LetterPost, "", items)
		if err != nil {
			return 0, false, err
		}
		answer, err := l.client.Load().Send(ctx, letter)
		if err != nil {
			if code := fault.CodeOf(err); code == fault.PeerAway || code == fault.StoreBehind {
				if l.away.IsZero() {
					l.away = time.Now()
				}
				if time.Since(l.away) >= n.cfg.RelayAfter {
					n.relayWhatWaits(ctx, d, l.party, kept, now)
				}
			}
			n.deferRows(ctx, kept, err)
			return 0, false, err
		}
		out, err := seal.DecodeLetter(letter)
		if err != nil {
			return 0, false, err
		}
		back, err := seal.OpenLetter(answer, d.ring(), n.Now(), seal.Expect{
			To: string(n.party), From: string(l.party), Agreement: d.textHash, Kind: seal.LetterAck, Re: out.Digest(), Skew: n.cfg.MaxSkew, Items: len(items),
		})
		if err != nil {
			n.deferRows(ctx, kept, err)
			return 0, false, err
		}
		l.away = time.Time{}
		n.heard.Store(l.party, n.Now())
		var again bool
		if gone, again, err = n.acknowledged(ctx, d, d.id, l, kept, items, back, gone); err != nil {
			return 0, false, err
		}
		waits = waits || again
	}
	if len(gone) == 0 {
		return len(rows), waits, nil
	}
	err = n.db.Update(ctx, func(tx *store.Tx) error {
		for _, row := range gone {
			if _, err := tx.DoneOutbox(ctx, row.ID); err != nil {
				return err
			}
		}
		return nil
	})
	return len(rows), waits, err
}

// acknowledged reads what became of each item. What the other side could not take now comes again;
// what it refuses for good goes to the log, since sending it again would change nothing. Of dispatches d is nil: they are under no agreement.
func (n *Node) acknowledged(ctx context.Context, d *deal, under agreement.ID, l *line, rows []store.Outbox, items [][]byte, back *seal.Letter, done []store.Outbox) ([]store.Outbox, bool, error) {
	var again, open []store.Outbox
	var why error
	for i, row := range rows {
		if i >= len(back.Items) {
			again = append(again, row)
			continue
		}
		ack, err := seal.DecodeAck(back.Items[i])
		if err != nil {
			return done, true, err
		}
		if ack.Digest != seal.DigestOf(items[i]) {
			return done, true, fault.New(fault.Malformed, "an acknowledgement of something else")
		}
		switch fault.Code(ack.Code) {
		case "":
			if row.Kind == outAct {
				open = append(open, row)
				continue
			}
			done = append(done, row)
		case fault.Conflict, fault.Internal, fault.Unavailable, fault.StoreFull, fault.StoreBusy, fault.StoreBehind, fault.PeerAway, fault.ClockSkew:
			again = append(again, row)
			why = fault.New(fault.Code(ack.Code), "%s", ack.Message)
		case fault.UnknownKey, fault.NotFound, fault.NotInForce:
			// The statement or case that would make it known may still be on its way, but not for ever.
			// A refusal of an act that its author does not have will never find it.
			// An invitation waits as long as it takes: people exchange the cards by which it is understood.
			if row.Kind == outDraft || row.Attempts < 50 && row.Kind != outRefusal {
				again = append(again, row)
				continue
			}
			fallthrough
		default:
			n.log.Warn("refused by the other side", "under", under, "to", row.Peer, "kind", row.Kind, "ref", row.Ref, "code", ack.Code, "why", ack.Message)
			done = append(done, row)
		}
	}
	n.deferRows(ctx, again, why)
	if d != nil { // in a negotiation nothing waits for a verdict
		n.awaitVerdicts(ctx, d, l, open)
	}
	return done, len(again) > 0, nil
}

// awaitVerdicts keeps own acts in the outbox until their receipt or refusal is here, which takes them out: that
// home has an act is not yet its answer. A home that answers nothing is silent, however politely (T1).
func (n *Node) awaitVerdicts(ctx context.Context, d *deal, l *line, rows []store.Outbox) {
	if len(rows) == 0 {
		return
	}
	now := time.Now()
	for id, since := range l.acked {
		if now.Sub(since) > 64*n.cfg.RelayAfter {
			delete(l.acked, id)
		}
	}
	var silent []store.Outbox
	err := n.db.Update(ctx, func(tx *store.Tx) error {
		for _, row := range rows {
			wait := n.cfg.RelayAfter * time.Duration(1+min(row.Attempts, 31))
			if _, err := tx.DeferOutbox(ctx, store.DeferOutboxParams{ID: row.ID, NotBefore: store.MicrosOf(now.Add(wait))}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		if n.running.Err() == nil {
			n.log.Error("the outbox could not be kept", "err", err)
		}
		return
	}
	for _, row := range rows {
		since, known := l.acked[row.ID]
		switch {
		case !known:
			if l.acked == nil {
				l.acked = map[int64]time.Time{}
			}
			l.acked[row.ID] = now
		case now.Sub(since) >= n.cfg.RelayAfter:
			silent = append(silent, row)
		}
	}
	if len(silent) > 0 {
		n.relayWhatWaits(ctx, d, l.party, silent, n.Now())
	}
}

// deferRows lets rows wait a little longer each time, a minute at most.
func (n *Node) deferRows(ctx context.Context, rows []store.Outbox, why error) {
	if len(rows) == 0 {
		return
	}
	err := n.db.Update(ctx, func(tx *store.Tx) error {
		for _, row := range rows {
			wait := min(time.Duration(200<<min(row.Attempts, 9))*time.Millisecond, n.cfg.MaxWait)
			if _, err := tx.DeferOutbox(ctx, store.DeferOutboxParams{ID: row.ID, NotBefore: store.MicrosOf(time.Now().Add(wait))}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil && n.running.Err() == nil {
		n.log.Error("the outbox could not be kept", "err", err, "why", why)
	}
}

// postOf puts together what a row of the outbox stands for; nil where there is nothing to send any more.
func (n *Node) postOf(ctx context.Context, d *deal, row store.Outbox) (*seal.Post, error) {
	switch row.Kind {
	case outStatic:
		return seal.DecodePost(row.Body)
	case outCheckpoint:
		return n.offerCheckpoint(ctx, d, row.Peer)
	}
	var act store.Act
	err := n.db.View(ctx, func(tx *store.Tx) error {
		var err error
		act, err = tx.GetAct(ctx, seal.Digest(row.Ref))
		return err
	})
	if err != nil {
		return nil, err
	}
	p := &seal.Post{Type: seal.TypePost}
	if row.Kind == outRefusal {
		p.Refusal, err = seal.DecodeSignedRefusal(act.Refusal)
		return p, err
	}
	if len(act.Relay) > 0 {
		if p.Relay, err = seal.DecodeSignedRelay(act.Relay); err != nil {
			return nil, err
		}
	}
	if row.Kind == outBundle {
		if err := n.openStill(ctx, d, act, row.Peer); err != nil {
			return nil, err
		}
		sealed, err := n.bundleFor(ctx, d, act.CaseID, act.Digest, row.Peer)
		if err != nil || sealed == nil {
			return nil, err
		}
		return &seal.Post{Sealed: sealed, Type: seal.TypePost}, nil
	}
	if p.Act, err = seal.DecodeSignedAct(act.Body); err != nil {
		return nil, err
	}
	switch row.Kind {
	case outReceipt:
		p.Receipt, err = seal.DecodeSignedReceipt(act.Receipt)
		return p, err
	case outAct:
		if act.Status != store.ActQueued {
			return nil, nil // it has its answer, by another way
		}
		p.Sealed, err = n.bundleFor(ctx, d, act.CaseID, act.Digest, row.Peer)
		return p, err
	case outRelay:
		if act.Status != store.ActQueued {
			return nil, nil
		}
		p.RelayRequest, p.Relay = true, nil
		home, err := n.homeOfAct(ctx, d, p.Act)
		if err != nil {
			return nil, err
		}
		p.Sealed, err = n.bundleFor(ctx, d, act.CaseID, act.Digest, home)
		return p, err
	}
	return nil, fault.New(fault.Internal, "a row of the outbox of the kind %q", row.Kind)
}

// errSealedNow keeps a bundle back: the line was away, and meanwhile a clock ran out that forbids the use of what is in it.
// An act proved earlier may still lift that, so it waits; if none comes, it is destroyed and there is nothing to send.
var errSealedNow = errors.New("sealed from use until it is decided")

// openStill says no where a field of an act that was released to a party may not go to it now.
func (n *Node) openStill(ctx context.Context, d *deal, act store.Act, to agreement.PartyID) error {
	return n.withFile(ctx, d, act.CaseID, func(f *file) error {
		if f.c == nil {
			return nil
		}
		may := f.c.Entitled(to, n.Now())
		for _, h := range f.mine {
			if field, _ := casework.FieldOf(h.field); h.act == act.Digest && f.sent[sentKey{h, to}] && !contains(may, h.field) && f.c.Erased[field].IsZero() {
				return errSealedNow
			}
		}
		return nil
	})
}

func (n *Node) homeOfAct(ctx context.Context, d *deal, s *seal.SignedAct) (home agreement.PartyID, err error) {
	err = n.withFile(ctx, d, caseOf(s), func(f *file) error {
		home = f.homeOf(&s.Act)
		return nil
	})
	return home, err
}

// relayWhatWaits sends own acts by the depositary once home has been silent for too long (T1).
func (n *Node) relayWhatWaits(ctx context.Context, d *deal, home agreement.PartyID, rows []store.Outbox, now time.Time) {
	depositary := d.model.Depositary
	if depositary == home || depositary == n.party {
		return // nobody between: the act waits for the line
	}
	woke := false
	for _, row := range rows {
		if row.Kind != outAct {
			continue
		}
		err := n.db.Update(ctx, func(tx *store.Tx) error {
			added, err := tx.AddMeta(ctx, store.AddMetaParams{Key: "relayed/" + row.Ref, Value: []byte(now.Format(time.RFC3339Nano))})
			if err != nil || added == 0 {
				return err
			}
			woke = true
			return tx.PutOutbox(ctx, store.PutOutboxParams{Agreement: d.textHash, Peer: depositary, Kind: outRelay, Ref: row.Ref, Created: store.MicrosOf(now)})
		})
		if err != nil && n.running.Err() == nil {
			n.log.Error("an act could not be handed to the depositary", "err", err)
		}
	}
	if woke {
		n.wakeLines(depositary)
	}
}

func caseOf(s *seal.SignedAct) casework.CaseID { return casework.CaseID(s.Act.Case) }
