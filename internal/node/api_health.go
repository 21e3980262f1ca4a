package node

import (
	"context"
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/seal"
)

// Behind says why the node signs nothing: its database is older than what it signed last. nil: it is not.
func (n *Node) Behind() error { return n.maySign() }

// LineState is the line to another party's node.
type LineState struct {
	Party     agreement.PartyID
	Address   string
	LastHeard time.Time     // zero: not since this node runs
	Took      time.Duration // of Ping
	Skew      time.Duration // of Ping: by how much the other clock is ahead, within Took
	Err       error         // of Ping
}

// Lines gives the lines to the other parties, by party.
func (n *Node) Lines() []LineState {
	n.mu.RLock()
	defer n.mu.RUnlock()
	out := make([]LineState, 0, len(n.clients))
	for _, p := range slices.Sorted(maps.Keys(n.clients)) {
		s := LineState{Party: p, Address: n.clients[p].address}
		if at, ok := n.heard.Load(p); ok {
			s.LastHeard = at.(time.Time)
		}
		out = append(out, s)
	}
	return out
}

// Ping sends each other party a letter without items, under an agreement that both share, and holds
// the acknowledgement to all that a letter is held to: the line, the keys and the clock.
func (n *Node) Ping(ctx context.Context) []LineState {
	out := n.Lines()
	var wg sync.WaitGroup
	for i := range out {
		wg.Go(func() { n.ping(ctx, &out[i]) })
	}
	wg.Wait()
	return out
}

func (n *Node) ping(ctx context.Context, s *LineState) {
	for _, d := range n.allDeals() {
		if d.model.Party(s.Party) == nil {
			continue
		}
		l := n.lineTo(s.Party)
		if l == nil {
			continue
		}
		var raw []byte
		if raw, s.Err = n.letter(d, s.Party, seal.LetterPost, "", nil); s.Err != nil {
			return
		}
		sent, err := seal.DecodeLetter(raw)
		if err != nil {
			s.Err = err
			return
		}
		start := time.Now()
		answer, err := l.client.Load().Send(ctx, raw)
		s.Took = time.Since(start)
		if err != nil {
			s.Err = err
			return
		}
		back, err := seal.OpenLetter(answer, d.ring(), n.Now(), seal.Expect{
			To: string(n.party), From: string(s.Party), Agreement: d.textHash, Kind: seal.LetterAck, Re: sent.Digest(), Skew: n.cfg.MaxSkew,
		})
		if err != nil {
			s.Err = err
			return
		}
		s.Skew, s.LastHeard = back.Envelope.Sent.Sub(sent.Envelope.Sent.Time), n.Now()
		n.heard.Store(s.Party, s.LastHeard)
		return
	}
}
