package node

import (
	"context"
	"slices"
	"sync"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/negotiation"
	"github.com/entente-net/entente/seal"
)

// talk is one negotiation at this node. Its lock is held from the question whether something may be said to the commit that says
// it was.
type talk struct {
	mu        sync.Mutex
	s         *negotiation.State
	concluded seal.Digest // the text that this node has taken onto itself; ""
	seq       int64       // of the last dispatch in the database that is in s
	changes   changes
}

// changes are those that were found last, and between which texts.
type changes struct {
	old, now seal.Digest
	list     []agreement.Change
}

type talks struct {
	mu sync.RWMutex
	m  map[seal.Digest]*talk
}

func (ts *talks) get(id seal.Digest) *talk {
	ts.mu.RLock()
	defer ts.mu.RUnlock()
	return ts.m[id]
}

func (ts *talks) put(t *talk) {
	ts.mu.Lock()
	defer ts.mu.Unlock()
	if ts.m == nil {
		ts.m = map[seal.Digest]*talk{}
	}
	ts.m[t.s.ID] = t
}

// all gives the negotiations by id, so that whoever walks through them does so in one order.
func (ts *talks) all() []*talk {
	ts.mu.RLock()
	defer ts.mu.RUnlock()
	out := make([]*talk, 0, len(ts.m))
	for _, t := range ts.m {
		out = append(out, t)
	}
	slices.SortFunc(out, func(a, b *talk) int { return cmpString(string(a.s.ID), string(b.s.ID)) })
	return out
}

// loadTalks brings back what the database knows.
func (n *Node) loadTalks(ctx context.Context) error {
	var rows []store.Negotiation
	err := n.db.View(ctx, func(tx *store.Tx) (err error) {
		rows, err = tx.ListNegotiations(ctx)
		return err
	})
	if err != nil {
		return err
	}
	for _, r := range rows {
		if _, err := n.loadTalk(ctx, r); err != nil { // the node's other work goes on without it
			n.log.Error("a negotiation cannot be read", "negotiation", negotiation.Short(r.ID), "err", err)
		}
	}
	return nil
}

func (n *Node) loadTalk(ctx context.Context, r store.Negotiation) (*talk, error) {
	t := &talk{concluded: r.Concluded}
	err := n.refresh(ctx, t, r.ID)
	if err == nil && t.s == nil {
		err = fault.New(fault.Internal, "the negotiation %s has no opening", negotiation.Short(r.ID))
	}
	if err != nil {
		return nil, err
	}
	n.talks.put(t)
	return t, nil
}

// refresh takes in what the database has beyond what is here: all at the start, and later what another process of this node
// has written. The caller holds the talk's lock.
func (n *Node) refresh(ctx context.Context, t *talk, id seal.Digest) error {
	for {
		var page []store.Dispatch
		err := n.db.View(ctx, func(tx *store.Tx) (err error) {
			page, err = tx.ListDispatches(ctx, store.ListDispatchesParams{Negotiation: id, After: t.seq, MaxRows: 200})
			return err
		})
		if err != nil {
			return err
		}
		for _, row := range page {
			s, err := seal.DecodeSignedDispatch(row.Body)
			if err != nil {
				return fault.New(fault.Internal, "dispatch %d of %s is damaged", row.Number, row.Party).Wrap(err)
			}
			if t.s == nil {
				t.s, err = negotiation.Begin(&s.Dispatch, n.baseOf(&s.Dispatch))
			} else {
				_, err = t.s.Take(&s.Dispatch)
			}
			if err != nil {
				return fault.New(fault.Internal, "dispatch %d of %s does not fit any more: %s", row.Number, row.Party, err.Error()).Wrap(err)
			}
			t.seq = row.ID
		}
		if len(page) < 200 {
			return nil
		}
	}
}

// baseOf is the text that an opening says it amends; nil where there is none, here or at all.
func (n *Node) baseOf(d *seal.Dispatch) []byte {
	if d.Amends == "" {
		return nil
	}
	base, err := n.dealOf(d.Amends)
	if err != nil {
		return nil
	}
	return base.text
}

// withTalk runs fn on a negotiation under its lock.
func (n *Node) withTalk(ctx context.Context, id seal.Digest, fn func(t *talk) error) error {
	t := n.talks.get(id)
	if t == nil {
		var found *store.Negotiation
		err := n.db.View(ctx, func(tx *store.Tx) error { // another process of this node may have taken its opening
			found = nil
			rows, err := tx.ListNegotiations(ctx)
			for i := range rows {
				if rows[i].ID == id {
					found = &rows[i]
				}
			}
			return err
		})
		if err != nil {
			return err
		}
		if found == nil {
			return fault.New(fault.NotFound, "there is no negotiation %s here", negotiation.Short(id)).Mend("see entente draft list")
		}
		if t, err = n.loadTalk(ctx, *found); err != nil {
			return err
		}
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if err := n.refresh(ctx, t, id); err != nil {
		return err
	}
	return fn(t)
}

// theTalk finds a negotiation by the name that a person gives it.
func (n *Node) theTalk(name string) (seal.Digest, error) {
	var found []seal.Digest
	for _, t := range n.talks.all() {
		if negotiation.Named(t.s.ID, name) {
			found = append(found, t.s.ID)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return "", fault.New(fault.NotFound, "there is no negotiation %q here", clip(name, 80)).Mend("see entente draft list")
	}
	return "", fault.New(fault.Invalid, "several negotiations begin with %q", name).Mend("give more of the name")
}

// OpenRequest begins a negotiation.
type OpenRequest struct {
	Text    []byte
	With    []agreement.PartyID // the other negotiators, whose cards are here; in an amendment the parties come by themselves
	Amends  agreement.ID        // the agreement that is amended; ""
	Accedes agreement.PartyID   // who joins it; ""
	Words   string
}

// OpenNegotiation begins a negotiation with a first text. An accession begins from the text in force, and the one with the party
// in it follows as a version.
func (n *Node) OpenNegotiation(ctx context.Context, who Who, req OpenRequest) (seal.Digest, error) {
	if err := mayNegotiate(who); err != nil {
		return "", err
	}
	if err := n.maySign(); err != nil {
		return "", err
	}
	d := seal.Dispatch{
		Accedes: string(req.Accedes), Kind: seal.DispatchOpen, Number: 1, Party: string(n.party), Sent: sealTime(n.Now()), Text: string(req.Text),
		Words: req.Words, World: n.world,
	}
	with := append([]agreement.PartyID{n.party}, req.With...)
	if req.Amends != "" {
		base, err := n.deal(req.Amends)
		if err != nil {
			return "", err
		}
		if err := base.inForce(n.Now()); err != nil {
			return "", err
		}
		d.Amends = base.textHash
		with = append(with, base.parties...)
	} else if req.Accedes != "" {
		return "", fault.New(fault.Invalid, "who accedes joins an agreement").Mend("say which one is amended")
	}
	if req.Accedes != "" {
		with = append(with, req.Accedes)
	}
	slices.Sort(with)
	for _, p := range slices.Compact(with) {
		c, err := n.cardOf(ctx, p)
		if err != nil {
			return "", err
		}
		d.Parties = append(d.Parties, seal.Negotiator{Address: c.Address, Certificate: c.Certificate, Key: c.Key, Party: string(p)})
	}
	if req.Accedes != "" {
		d.Text = string(n.baseOf(&d))
	}
	s, err := seal.SignDispatch(d, n.home.Sign)
	if err != nil {
		return "", err
	}
	state, err := negotiation.Begin(&s.Dispatch, n.baseOf(&s.Dispatch))
	if err != nil {
		return "", err
	}
	if err := n.begin(ctx, state, s, true); err != nil || req.Accedes == "" {
		return state.ID, err
	}
	_, err = n.Say(ctx, who, string(state.ID), DraftMove{Kind: seal.DispatchVersion, Text: req.Text})
	return state.ID, err
}

// begin makes an opening durable, and known to the running node. One that is here already changes nothing.
func (n *Node) begin(ctx context.Context, state *negotiation.State, s *seal.SignedDispatch, own bool) error {
	fresh := int64(0)
	err := n.db.Update(ctx, func(tx *store.Tx) (err error) {
		fresh, err = tx.AddNegotiation(ctx, store.AddNegotiationParams{ID: state.ID, Amends: s.Dispatch.Amends, Opened: store.MicrosOf(n.Now())})
		if err != nil || fresh == 0 {
			return err
		}
		return n.keepDispatch(ctx, tx, state, s, own)
	})
	if err != nil {
		return err
	}
	if fresh == 0 {
		return nil
	}
	if _, err := n.loadTalk(ctx, store.Negotiation{ID: state.ID}); err != nil {
		return err
	}
	for _, p := range state.Parties {
		n.lineFor(p)
	}
	n.wakeLines(state.Parties...)
	n.arrived(state.ID, state.Current())
	return nil
}

// keepDispatch writes a dispatch, and, where it is this party's own, to whom it goes.
func (n *Node) keepDispatch(ctx context.Context, tx *store.Tx, state *negotiation.State, s *seal.SignedDispatch, own bool) error {
	digest, at := s.Dispatch.Digest(), store.MicrosOf(n.Now())
	added, err := tx.AddDispatch(ctx, store.AddDispatchParams{
		Negotiation: state.ID, Party: agreement.PartyID(s.Dispatch.Party), Number: int64(s.Dispatch.Number), Digest: digest, Body: s.Encode(), Received: at,
	})
	if err != nil {
		return err
	}
	if added == 0 {
		return fault.New(fault.Conflict, "something else was said meanwhile").Mend("look at the draft again")
	}
	if !own {
		return nil
	}
	for _, p := range state.Parties {
		if p == n.party {
			continue
		}
		if err := tx.PutOutbox(ctx, store.PutOutboxParams{Agreement: state.ID, Peer: p, Kind: outDraft, Ref: string(digest), Created: at}); err != nil {
			return err
		}
	}
	return nil
}

// lineFor lets the line to a negotiator run, where this node has its card.
func (n *Node) lineFor(p agreement.PartyID) {
	n.mu.RLock()
	defer n.mu.RUnlock()
	if l := n.clients[p]; l != nil {
		n.startLine(l)
	}
}
