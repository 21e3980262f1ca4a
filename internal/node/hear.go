package node

import (
	"context"
	"fmt"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/negotiation"
	"github.com/entente-net/entente/seal"
)

// maxForks bounds how many contradictions of one party in one negotiation are kept: two are proof enough.
const maxForks = 16

// maxOpen bounds how many negotiations one party may have open here: each may hold many texts.
const maxOpen = 200

// takeDrafts takes each dispatch of a letter for itself, and acknowledges each: taken, or why not.
func (n *Node) takeDrafts(ctx context.Context, from agreement.PartyID, l *seal.Letter) ([]byte, error) {
	err := l.Verify(n.ringOf(from), n.Now(), seal.Expect{To: string(n.party), From: string(from), Skew: n.cfg.MaxSkew})
	if err != nil {
		return nil, err
	}
	n.heard.Store(from, n.Now())
	acks := make([][]byte, 0, len(l.Items))
	for _, raw := range l.Items {
		ack := seal.Ack{Digest: seal.DigestOf(raw)}
		if err := n.hear(ctx, from, l.Envelope.Agreement, raw); err != nil {
			e := asFault(err)
			if e.Code == fault.Internal {
				n.log.Error("a dispatch failed", "from", from, "err", err, "cause", e.Err)
			}
			ack.Code, ack.Article, ack.Message, ack.Remedy = string(e.Code), clip(e.Article, 200), e.Message, e.Remedy
		}
		acks = append(acks, ack.Encode())
	}
	return n.letterUnder(l.Envelope.Agreement, from, seal.LetterAck, l.Envelope.Digest(), acks)
}

// hear takes one dispatch, on whatever line it came: its author's signature is what counts.
func (n *Node) hear(ctx context.Context, from agreement.PartyID, id seal.Digest, raw []byte) error {
	s, err := seal.DecodeSignedDispatch(raw)
	if err != nil {
		return err
	}
	d := &s.Dispatch
	author := agreement.PartyID(d.Party)
	opens := d.Kind == seal.DispatchOpen
	if opens && d.Digest() != id || !opens && d.Negotiation != id {
		return fault.New(fault.Malformed, "the dispatch is of another negotiation than its letter says")
	}
	if _, err := seal.VerifyDispatch(s, n.ringOf(author), n.Now()); err != nil {
		return err
	}
	if opens {
		return n.hearOpening(ctx, s)
	}
	return n.withTalk(ctx, id, func(t *talk) error {
		known, err := t.s.Check(d)
		switch {
		case known:
			return nil
		case fault.CodeOf(err) == fault.Forked:
			if kerr := n.keepFork(ctx, t, from, s); kerr != nil {
				return kerr
			}
			return err
		case err != nil:
			return err
		}
		doubts := t.s.Contradicted(d)
		if err := n.say(ctx, t, s, false); err != nil {
			return err
		}
		return n.confront(ctx, t, author, doubts)
	})
}

// hearOpening takes an invitation: from somebody known here, naming this party, and nobody whose key is not known here too.
func (n *Node) hearOpening(ctx context.Context, s *seal.SignedDispatch) error {
	d := &s.Dispatch
	if n.talks.get(d.Digest()) != nil {
		return nil
	}
	if d.World != n.world {
		return fault.New(fault.WrongWorld, "the negotiation is of another world")
	}
	open := 0
	for _, t := range n.talks.all() {
		t.mu.Lock()
		if t.concluded == "" && t.s.Opening.Party == d.Party {
			open++
		}
		t.mu.Unlock()
	}
	if open >= maxOpen {
		return fault.New(fault.TooLarge, "%s has %d negotiations open here", d.Party, open).Mend("bring one of them to its end first")
	}
	invited := false
	for _, p := range d.Parties {
		party := agreement.PartyID(p.Party)
		switch key := n.keyOf(party); {
		case key == "":
			return fault.New(fault.UnknownKey, "the opening names %s, whose card is not here", party).Mend("exchange cards first: entente draft contact")
		case key != p.Key:
			return fault.New(fault.UnknownKey, "the opening names another key of %s than its card here", party).Mend("compare the cards")
		}
		invited = invited || party == n.party
	}
	if !invited {
		return fault.New(fault.Forbidden, "%s is not among those who negotiate", n.party)
	}
	state, err := negotiation.Begin(d, n.baseOf(d))
	if err != nil {
		return err
	}
	if state.Base != nil && state.Base.Party(n.party) != nil && n.baseOf(d) == nil {
		return fault.New(fault.NotFound, "the agreement that is to be amended is not on this node").Mend("take it onto the node first")
	}
	return n.begin(ctx, state, s, false)
}

// keepFork keeps a dispatch that contradicts the one in its place, and sends that one to where it came from: so both ends have both.
func (n *Node) keepFork(ctx context.Context, t *talk, from agreement.PartyID, s *seal.SignedDispatch) error {
	d := &s.Dispatch
	author := agreement.PartyID(d.Party)
	here := t.s.At(author, d.Number)
	if here == nil { // it follows another past: what it contradicts is the one before it
		here = t.s.At(author, d.Number-1)
	}
	n.log.Error("a negotiator said two things under one number", "negotiation", negotiation.Short(t.s.ID), "party", author, "number", d.Number)
	fresh := false
	err := n.db.Update(ctx, func(tx *store.Tx) error {
		fresh = false
		kept, err := tx.CountDispatchForks(ctx, store.CountDispatchForksParams{Negotiation: t.s.ID, Party: author})
		if err != nil || kept >= maxForks {
			return err
		}
		added, err := tx.AddDispatchFork(ctx, store.AddDispatchForkParams{
			Digest: d.Digest(), Negotiation: t.s.ID, Party: author, Number: int64(d.Number), Body: s.Encode(), Received: store.MicrosOf(n.Now()),
		})
		if err != nil || added == 0 || here == nil || from == author {
			return err
		}
		fresh = true
		return tx.PutOutbox(ctx, store.PutOutboxParams{Agreement: t.s.ID, Peer: from, Kind: outDraft, Ref: string(here.Digest), Created: store.MicrosOf(n.Now())})
	})
	if err == nil && fresh {
		n.wakeLines(from)
	}
	return err
}

// confront answers a claim to have seen another dispatch than the one here: with the one here, once. If the claim was true,
// what comes back is the other, and the proof.
func (n *Node) confront(ctx context.Context, t *talk, to agreement.PartyID, doubts []seal.Seen) error {
	if len(doubts) == 0 {
		return nil
	}
	err := n.db.Update(ctx, func(tx *store.Tx) error {
		for _, x := range doubts {
			here := t.s.At(agreement.PartyID(x.Party), x.Number)
			key := fmt.Sprintf("doubt/%s/%s/%s/%d", t.s.ID, to, x.Party, x.Number)
			added, err := tx.AddMeta(ctx, store.AddMetaParams{Key: key, Value: []byte(x.Dispatch)})
			if err != nil || here == nil {
				return err
			}
			if added == 0 {
				continue
			}
			if err := tx.PutOutbox(ctx, store.PutOutboxParams{Agreement: t.s.ID, Peer: to, Kind: outDraft, Ref: string(here.Digest), Created: store.MicrosOf(n.Now())}); err != nil {
				return err
			}
		}
		return nil
	})
	n.wakeLines(to)
	return err
}

// sendDrafts sends what waits for a negotiator, and says whether there may be more, and whether some of it comes again.
func (n *Node) sendDrafts(ctx context.Context, l *line, most int32) (more, waits bool) {
	if n.maySign() != nil {
		return false, false
	}
	for _, t := range n.talks.all() {
		sent, again, err := n.sendDraft(ctx, t.s.ID, l, most)
		if err != nil && n.running.Err() == nil {
			n.log.Debug("dispatches wait", "to", l.party, "err", err)
		}
		more = more || sent && err == nil && !again
		waits = waits || again || err != nil
	}
	return more, waits
}

func (n *Node) sendDraft(ctx context.Context, id seal.Digest, l *line, most int32) (full, again bool, err error) {
	var rows []store.Outbox
	var items [][]byte
	err = n.db.View(ctx, func(tx *store.Tx) error {
		var err error
		if rows, err = tx.NextOutbox(ctx, store.NextOutboxParams{Agreement: id, Peer: l.party, Now: n.postTime(), MaxRows: most}); err != nil {
			return err
		}
		items = nil
		for size, i := 0, 0; i < len(rows); i++ {
			d, err := tx.GetDispatch(ctx, seal.Digest(rows[i].Ref))
			if err != nil {
				return err
			}
			if size += len(d.Body); size > seal.MaxLetter/2 && i > 0 {
				break
			}
			items = append(items, d.Body)
		}
		return nil
	})
	if err != nil || len(items) == 0 {
		return false, false, err
	}
	full = len(items) < len(rows) || len(rows) == int(most)
	rows = rows[:len(items)]
	letter, err := n.letterUnder(id, l.party, seal.LetterDraft, "", items)
	if err != nil {
		return false, false, err
	}
	out, err := seal.DecodeLetter(letter)
	if err != nil {
		return false, false, err
	}
	answer, err := l.client.Load().Send(ctx, letter)
	if err != nil {
		n.deferRows(ctx, rows, err)
		return false, true, err
	}
	back, err := seal.OpenLetter(answer, n.ringOf(l.party), n.Now(), seal.Expect{
		To: string(n.party), From: string(l.party), Agreement: id, Kind: seal.LetterAck, Re: out.Digest(), Skew: n.cfg.MaxSkew, Items: len(items),
	})
	if err != nil {
		n.deferRows(ctx, rows, err)
		return false, true, err
	}
	n.heard.Store(l.party, n.Now())
	done, again, err := n.acknowledged(ctx, nil, agreement.ID("negotiation "+negotiation.Short(id)), l, rows, items, back, nil)
	if err != nil {
		return false, true, err
	}
	return full, again, n.db.Update(ctx, func(tx *store.Tx) error {
		for _, row := range done {
			if _, err := tx.DoneOutbox(ctx, row.ID); err != nil {
				return err
			}
		}
		return nil
	})
}
