package node

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/negotiation"
	"github.com/entente-net/entente/seal"
)

// DraftMove is something that a delegate wants said.
type DraftMove struct {
	Kind     string              // seal.DispatchVersion …
	On       string              // the version that the delegate looked at: its number, its text's hash, or its name; "": whichever is current
	Text     []byte              // version
	Articles []agreement.Article // agree, reopen; none of an agreement: all that may be agreed to
	Article  agreement.Article   // bracket, comment
	From, To string              // bracket; From also of a comment
	Bracket  string              // accept, drop: as people name it
	Words    string
	// Statement is the party key's ratification of the current text: sign.
	Statement string
}

// Say puts a dispatch into a negotiation: held to what may be said, signed, durable, and on its way to the others.
func (n *Node) Say(ctx context.Context, who Who, name string, m DraftMove) (seal.Digest, error) {
	if err := mayNegotiate(who); err != nil {
		return "", err
	}
	if err := n.maySign(); err != nil {
		return "", err
	}
	id, err := n.theTalk(name)
	if err != nil {
		return "", err
	}
	var said seal.Digest
	err = n.withTalk(ctx, id, func(t *talk) error {
		for _, x := range t.s.Missing() {
			if agreement.PartyID(x.Party) == n.party { // whoever spoke on from here would say two things under one number
				return fault.New(fault.StoreBehind, "others have dispatch %d of this party, which this database lacks", x.Number).
					Mend("restore a newer back-up; until then this node says nothing in this negotiation")
			}
		}
		d, err := n.dispatchOf(t.s, who, m)
		if err != nil {
			return err
		}
		if err := t.s.May(d); err != nil {
			return err
		}
		if _, err := t.s.Check(d); err != nil {
			return asOwn(err)
		}
		s, err := seal.SignDispatch(*d, n.home.Sign)
		if err != nil {
			return err
		}
		said = s.Dispatch.Digest()
		return n.say(ctx, t, s, true)
	})
	return said, err
}

// say makes a dispatch that was checked durable and lets it have its effect. The caller holds the talk's lock.
func (n *Node) say(ctx context.Context, t *talk, s *seal.SignedDispatch, own bool) error {
	if err := n.db.Update(ctx, func(tx *store.Tx) error { return n.keepDispatch(ctx, tx, t.s, s, own) }); err != nil {
		return err
	}
	before := t.s.Current()
	if err := n.refresh(ctx, t, t.s.ID); err != nil {
		return err
	}
	if own {
		n.wakeLines(t.s.Parties...)
	}
	if now := t.s.Current(); now != before {
		n.arrived(t.s.ID, now)
	}
	if t.s.Concluded() != nil {
		n.wakeSweeper()
	}
	return nil
}

// asOwn words for the author what is worded for others: what one says oneself is not malformed but not possible.
func asOwn(err error) error {
	e := asFault(err)
	if e.Code != fault.Malformed {
		return err
	}
	return &fault.Error{Code: fault.Invalid, Article: e.Article, Message: e.Message, Remedy: e.Remedy, Err: e.Err}
}

// dispatchOf makes the dispatch of a move, in its place.
func (n *Node) dispatchOf(s *negotiation.State, who Who, m DraftMove) (*seal.Dispatch, error) {
	number, before := s.Last(n.party)
	current := s.Current()
	if m.On != "" && m.On != strconv.Itoa(current.Number) && m.On != string(current.Hash) && !negotiation.Named(current.Dispatch, m.On) {
		return nil, fault.New(fault.Conflict, "the current version is %d, and not the one that you looked at", current.Number).Mend("look at what changed: entente draft show")
	}
	d := &seal.Dispatch{
		Before: before, Key: n.home.Sign.ID(), Kind: m.Kind, Negotiation: s.ID, Number: number + 1, On: []seal.Digest{current.Dispatch},
		Party: string(n.party), Seen: s.Seen(n.party), Sent: sealTime(n.Now()), Type: seal.TypeDispatch, Words: m.Words, World: n.world,
	}
	switch m.Kind {
	case seal.DispatchVersion:
		d.Text = string(m.Text)
		for _, v := range s.Beside() {
			d.On = append(d.On, v.Dispatch)
		}
		slices.Sort(d.On)
	case seal.DispatchAgree:
		return d, n.agreeTo(s, d, m.Articles)
	case seal.DispatchReopen:
		d.On = nil
		for _, a := range m.Articles {
			d.Articles = append(d.Articles, seal.Stand{Article: string(a)})
		}
		sortStands(d)
	case seal.DispatchBracket:
		d.Article, d.From, d.To = string(m.Article), m.From, m.To
	case seal.DispatchAccept, seal.DispatchDrop:
		if m.Kind == seal.DispatchDrop {
			d.On = nil
		}
		for _, b := range s.Brackets() {
			if negotiation.Named(b.Dispatch, m.Bracket) {
				d.Bracket = b.Dispatch
			}
		}
		if d.Bracket == "" {
			return nil, fault.New(fault.NotFound, "there is no open bracket %q", clip(m.Bracket, 80)).Mend("see entente draft show for the brackets")
		}
	case seal.DispatchComment:
		d.Article, d.From, d.Person = string(m.Article), m.From, who.Name
	case seal.DispatchSign:
		d.Statement = m.Statement
	default:
		return nil, fault.New(fault.Invalid, "nobody says %q in a negotiation", clip(m.Kind, 40)).Mend("version, agree, reopen, bracket, accept, drop, comment or sign")
	}
	return d, nil
}

// agreeTo names the bytes that articles have now. Without articles: of all that are not bracketed and that the party has not agreed to.
func (n *Node) agreeTo(s *negotiation.State, d *seal.Dispatch, articles []agreement.Article) error {
	if len(articles) == 0 {
		for _, p := range s.Positions() {
			if p.Status != negotiation.StatusBracketed && slices.Contains(p.Missing, n.party) {
				articles = append(articles, p.Article)
			}
		}
		if len(articles) == 0 {
			return fault.New(fault.Conflict, "there is nothing left to agree to").Mend("see entente draft show for what is bracketed")
		}
	}
	for _, a := range articles {
		p := s.Position(a)
		if p == nil {
			return fault.New(fault.NotFound, "the draft has no Article %s", clip(string(a), 40)).Mend("see entente draft show for its articles")
		}
		d.Articles = append(d.Articles, seal.Stand{Article: string(a), Digest: p.Digest})
	}
	sortStands(d)
	return nil
}

func sortStands(d *seal.Dispatch) {
	slices.SortFunc(d.Articles, func(a, b seal.Stand) int { return strings.Compare(a.Article, b.Article) })
	d.Articles = slices.CompactFunc(d.Articles, func(a, b seal.Stand) bool { return a.Article == b.Article })
}
