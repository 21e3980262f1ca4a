package node

import (
	"context"
	"encoding/json"
	"slices"
	"sync"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/peer"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/seal"
)

// contacts are those with whom drafts may be exchanged before an agreement names them: by cards that people handed over.
type contacts struct {
	mu    sync.RWMutex
	cards map[agreement.PartyID]Card
	ring  *seal.KeyRing
}

// Contact is one of them.
type Contact struct {
	Party   agreement.PartyID
	Address string
	Key     string
}

// pinned says whether a TLS key is one that a contact's certificate names now.
func (c *contacts) pinned(p agreement.PartyID, pin peer.Pin, at time.Time) bool {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.ring != nil && slices.Contains(c.ring.TLSPins(string(p), at), pin)
}

func (c *contacts) card(p agreement.PartyID) (Card, bool) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	x, ok := c.cards[p]
	return x, ok
}

func (n *Node) loadContacts(ctx context.Context) error {
	n.contacts.cards, n.contacts.ring = map[agreement.PartyID]Card{}, seal.NewKeyRing(n.world, "")
	if own := n.home.Card; own.Key != "" {
		ring, err := n.ringWith(own)
		if err != nil {
			return err
		}
		n.contacts.ring = ring
	}
	var rows []store.Contact
	err := n.db.View(ctx, func(tx *store.Tx) (err error) {
		rows, err = tx.ListContacts(ctx)
		return err
	})
	if err != nil {
		return err
	}
	for _, r := range rows {
		var c Card
		if err := json.Unmarshal(r.Card, &c); err != nil {
			return fault.New(fault.Internal, "the card of %s is damaged", r.Party).Wrap(err)
		}
		ring, err := n.ringWith(c)
		if err != nil {
			return err
		}
		n.meet(c, ring)
	}
	return nil
}

// Contacts lists with whom drafts may be exchanged.
func (n *Node) Contacts(_ context.Context, who Who) ([]Contact, error) {
	if err := mayNegotiate(who); err != nil {
		return nil, err
	}
	n.contacts.mu.RLock()
	defer n.contacts.mu.RUnlock()
	var out []Contact
	for _, c := range n.contacts.cards {
		out = append(out, Contact{c.Party, c.Address, c.Key})
	}
	slices.SortFunc(out, func(a, b Contact) int { return cmpString(string(a.Party), string(b.Party)) })
	return out, nil
}

// AddContact takes a party's card, so that its node may send drafts, and be sent them. The card is as good as the way on which it came:
// compare the key with the party by another one.
func (n *Node) AddContact(ctx context.Context, who Who, c Card) error {
	if err := mayNegotiate(who); err != nil {
		return err
	}
	return n.addContact(ctx, c)
}

func (n *Node) addContact(ctx context.Context, c Card) error {
	switch {
	case !nameForm.MatchString(string(c.Party)):
		return fault.New(fault.Invalid, "this is no card of a party's node").Mend("give the card.json that entente node init wrote")
	case c.Party == n.party:
		return fault.New(fault.Invalid, "this is the own card").Mend("give those of the others")
	case c.Key == "":
		return fault.New(fault.Invalid, "the card of %s does not say its party key", c.Party).Mend("ask for a card that does: entente node init writes one")
	}
	if key := n.keyOf(c.Party); key != "" && key != c.Key {
		return fault.New(fault.Conflict, "the key of %s that is known here is another one than its card's", c.Party).
			Mend("ask the party by another way which of them is its own")
	}
	ring, err := n.ringWith(c)
	if err != nil {
		return err
	}
	b, err := json.Marshal(c)
	if err != nil {
		return err
	}
	err = n.db.Update(ctx, func(tx *store.Tx) error {
		return tx.PutContact(ctx, store.PutContactParams{Party: c.Party, Address: c.Address, Card: b, Added: store.MicrosOf(n.Now())})
	})
	if err != nil {
		return err
	}
	n.meet(c, ring)
	n.mu.RLock()
	defer n.mu.RUnlock()
	if l := n.clients[c.Party]; l != nil {
		n.startLine(l)
	}
	return nil
}

// ringWith gives the contacts' keys with one more card.
func (n *Node) ringWith(c Card) (*seal.KeyRing, error) {
	n.contacts.mu.RLock()
	ring := n.contacts.ring.Clone()
	n.contacts.mu.RUnlock()
	if err := ring.AddParty(string(c.Party), c.Key); err != nil {
		return nil, err
	}
	return ring, addCard(ring, c)
}

// meet makes a contact known to the running node.
func (n *Node) meet(c Card, ring *seal.KeyRing) {
	n.contacts.mu.Lock()
	n.contacts.cards[c.Party], n.contacts.ring = c, ring
	n.contacts.mu.Unlock()
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, pin := range ring.TLSPins(string(c.Party), n.Now()) {
		n.pins[pin] = c.Party
	}
	if n.clients[c.Party] == nil || len(n.dealsWith(c.Party)) == 0 {
		n.addLine(c) // where an agreement has a line to it already, that one stays
	}
}

// dealsWith are the agreements with a party, the newest last; the caller holds n.mu.
func (n *Node) dealsWith(p agreement.PartyID) []*deal {
	var out []*deal
	for _, list := range n.byID {
		for _, d := range list {
			if d.model.Party(p) != nil {
				out = append(out, d)
			}
		}
	}
	return out
}

// keyOf is the party key by which this node knows a party: as an agreement names it, or its card; "" where it knows none.
func (n *Node) keyOf(p agreement.PartyID) string {
	if p == n.party && n.home.Card.Key != "" {
		return n.home.Card.Key
	}
	n.mu.RLock()
	deals := n.dealsWith(p)
	n.mu.RUnlock()
	for _, d := range deals {
		return d.model.Party(p).Key
	}
	if p == n.party {
		if key, err := n.home.PartyKey(); err == nil {
			return key.PublicKey().String()
		}
	}
	c, _ := n.contacts.card(p)
	return c.Key
}

// ringOf is by what a party's signatures are held true: the keys of an agreement with it, revocations included, or its card.
func (n *Node) ringOf(p agreement.PartyID) *seal.KeyRing {
	n.mu.RLock()
	deals := n.dealsWith(p)
	n.mu.RUnlock()
	if len(deals) > 0 {
		best := deals[0]
		for _, d := range deals { // that under which most is known of its keys
			if o, err := n.deal(d.id); err == nil && o == d {
				best = d
			}
		}
		return best.ring()
	}
	n.contacts.mu.RLock()
	defer n.contacts.mu.RUnlock()
	return n.contacts.ring
}

// cardOf is what an opening says of a negotiator.
func (n *Node) cardOf(ctx context.Context, p agreement.PartyID) (Card, error) {
	if p == n.party {
		c := n.home.Card
		c.Key = n.keyOf(p)
		if c.Key == "" {
			return c, fault.New(fault.UnknownKey, "this node does not know its own party key").Mend("write it into card.json as \"key\"")
		}
		return c, nil
	}
	n.mu.RLock()
	deals := n.dealsWith(p)
	n.mu.RUnlock()
	for _, d := range deals {
		var c Card
		err := n.db.View(ctx, func(tx *store.Tx) error {
			row, err := tx.GetPeer(ctx, store.GetPeerParams{Agreement: d.textHash, Party: p})
			if err != nil {
				return err
			}
			return json.Unmarshal(row.Card, &c)
		})
		if err == nil {
			c.Key = d.model.Party(p).Key
			return c, nil
		}
	}
	if c, ok := n.contacts.card(p); ok {
		return c, nil
	}
	return Card{}, fault.New(fault.NotFound, "this node has no card of %s", p).Mend("take it: entente draft contact")
}

func mayNegotiate(who Who) error {
	if err := who.Content(); err != nil {
		return err
	}
	if !who.Delegate {
		return fault.New(fault.Forbidden, "%s does not negotiate for this party", who.ID).
			Mend("let whoever looks after the node say so: entente node person … --delegate")
	}
	return nil
}
