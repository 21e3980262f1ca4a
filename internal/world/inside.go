package world

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/serve"
)

// Plan says which world to make.
type Plan struct {
	Dir  string   // where the nodes' folders go
	Text []byte   // a model agreement, without keys and without world
	More [][]byte // further ones, among these or other parties
	// Seed makes a world that is led by hand: nothing happens but what is told to, and the same story makes the same logs. nil:
	// nodes work by themselves.
	Seed  *[32]byte
	Start time.Time // what the clocks show at the beginning; zero: the machine's time
	Log   *slog.Logger
	Node  node.Config // durations; zero: quick ones for tests
	// Addresses gives a party's addresses, for other nodes and for people, where they must stay the same when the world
	// goes on in processes of its own; nil: any, with a proxy on every line.
	Addresses func(agreement.PartyID) (peer, desk string)
	// Translations are what the agreements say in other languages, for every node that takes them on.
	Translations map[agreement.ID][]node.Translation
	// Database gives the PostgreSQL address of a party's node, or "" for SQLite in its folder; nil: SQLite everywhere.
	Database func(agreement.PartyID) string
}

// Member is one node of a world that lives inside this process.
type Member struct {
	Party  agreement.PartyID
	Dir    string
	Proxy  *Proxy // before the node's own listener: every line to it leads through here; nil with Plan.Addresses
	Listen string
	*serve.Serving
}

// Inside is a world inside this process: real nodes, real databases, real lines on loopback, clocks
// that the test sets.
type Inside struct {
	Agreement agreement.ID // the first
	Text      []byte       // of the first, with the parties' keys
	Texts     map[agreement.ID][]byte
	Members   map[agreement.PartyID]*Member
	plan      Plan
	library   *node.Library
	frozen    time.Time
	hand      *hand // nil: the nodes work by themselves
}

// NewInside makes the nodes, signs the agreement on all of them and waits until it is in force.
func NewInside(ctx context.Context, plan Plan) (*Inside, error) {
	w := &Inside{Members: map[agreement.PartyID]*Member{}, Texts: map[agreement.ID][]byte{}, plan: plan, frozen: plan.Start}
	library := plan.Node.Library
	if library == nil {
		library = node.NewLibrary()
	}
	w.library = library
	if plan.Seed != nil {
		w.hand = newHand(w, *plan.Seed)
		w.plan.Node.Library = library
	}
	homes, texts, err := makeHomes(plan.Dir, append([][]byte{plan.Text}, plan.More...), library, w.hand, func(p agreement.PartyID) (string, string, error) {
		if plan.Addresses != nil {
			peer, desk := plan.Addresses(p)
			w.Members[p] = &Member{Party: p, Listen: peer, Dir: filepath.Join(plan.Dir, string(p))}
			return peer, desk, nil
		}
		ln, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return "", "", err
		}
		defer func() { _ = ln.Close() }()
		proxy, err := NewProxy(ln.Addr().String())
		if err != nil {
			return "", "", err
		}
		w.Members[p] = &Member{Party: p, Proxy: proxy, Listen: ln.Addr().String(), Dir: filepath.Join(plan.Dir, string(p))}
		return proxy.Addr(), "127.0.0.1:0", nil
	})
	if err != nil {
		return nil, err
	}
	w.Text = texts[0]
	var cards []node.Card
	for _, h := range homes {
		cards = append(cards, h.Card)
		if plan.Database == nil {
			continue
		}
		h.Database = plan.Database(h.Party)
		b, err := json.Marshal(h.Settings)
		if err != nil {
			return nil, err
		}
		if err := os.WriteFile(filepath.Join(h.Dir, "node.json"), b, 0o644); err != nil {
			return nil, err
		}
	}
	for _, h := range homes {
		if err := w.Start(ctx, h.Party); err != nil {
			return nil, err
		}
	}
	for i, text := range texts {
		model, err := library.Compile(text)
		if err != nil {
			return nil, err
		}
		if i == 0 {
			w.Agreement = model.ID
		}
		w.Texts[model.ID] = text
		if w.hand != nil {
			w.hand.depositaries[model.Depositary] = true
		}
		for _, h := range homes {
			if model.Party(h.Party) == nil {
				continue
			}
			if err := signOn(ctx, w.Members[h.Party].Node, h, model, text, cards, plan.Translations[model.ID]); err != nil {
				return nil, err
			}
		}
		if err := w.signed(ctx, model); err != nil {
			return nil, err
		}
	}
	return w, nil
}

// signed waits until every party has every other's signature.
func (w *Inside) signed(ctx context.Context, m *agreement.Model) error {
	if w.hand != nil {
		return w.deliver(ctx)
	}
	return w.Await(ctx, func() (bool, error) {
		for _, p := range m.Parties {
			v, err := w.Node(p.ID).Agreement(ctx, m.ID)
			if err != nil || len(v.Signed) < len(m.Parties) {
				return false, err
			}
		}
		return true, nil
	})
}

// MakeHomes makes a folder for each party of a model agreement, and the agreement's text with their keys,
// marked as an exercise. addresses gives for each party where others reach it and where its desk is.
func MakeHomes(dir string, model []byte, addresses func(agreement.PartyID) (peer, desk string, err error)) ([]*node.Home, []byte, error) {
	homes, texts, err := makeHomes(dir, [][]byte{model}, node.NewLibrary(), nil, addresses)
	if err != nil {
		return nil, nil, err
	}
	return homes, texts[0], nil
}

// makeHomes is MakeHomes for several agreements: a party of two has one node.
func makeHomes(dir string, models [][]byte, lib *node.Library, h *hand, addresses func(agreement.PartyID) (peer, desk string, err error)) ([]*node.Home, [][]byte, error) {
	var parties []agreement.PartyID
	authoritiesOf := map[agreement.PartyID][]agreement.AuthorityID{}
	texts, compiled := make([][]byte, len(models)), make([]*agreement.Model, len(models))
	for i, model := range models {
		m, err := lib.Compile(model)
		if err != nil {
			return nil, nil, err
		}
		compiled[i], texts[i] = m, model
		if m.World != agreement.WorldExercise {
			if texts[i], err = agreement.WithWorld(model, agreement.WorldExercise); err != nil {
				return nil, nil, err
			}
		}
		for _, p := range m.Parties {
			if !slices.Contains(parties, p.ID) {
				parties = append(parties, p.ID)
			}
			for _, a := range p.Authorities {
				if !slices.Contains(authoritiesOf[p.ID], a.ID) {
					authoritiesOf[p.ID] = append(authoritiesOf[p.ID], a.ID)
				}
			}
		}
	}
	keys := map[agreement.PartyID]agreement.PartyKeys{}
	var homes []*node.Home
	for _, p := range parties {
		peer, desk, err := addresses(p)
		if err != nil {
			return nil, nil, err
		}
		authorities := authoritiesOf[p]
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return nil, nil, err
		}
		home, err := node.InitHome(filepath.Join(dir, string(p)), node.Settings{
			Party: p, Name: string(p), World: agreement.WorldExercise, Peer: peer, Desk: desk,
		}, authorities, h.today(), h.random(p))
		if err != nil {
			return nil, nil, err
		}
		key, err := home.PartyKey()
		if err != nil {
			return nil, nil, err
		}
		k := agreement.PartyKeys{Key: key.PublicKey().String(), Authorities: map[agreement.AuthorityID]string{}}
		for _, a := range authorities {
			ak, err := home.AuthorityKey(a)
			if err != nil {
				return nil, nil, err
			}
			k.Authorities[a] = ak.PublicKey().String()
		}
		keys[p] = k
		homes = append(homes, home)
	}
	for i := range texts {
		named := map[agreement.PartyID]agreement.PartyKeys{}
		for _, p := range compiled[i].Parties {
			k := agreement.PartyKeys{Key: keys[p.ID].Key, Authorities: map[agreement.AuthorityID]string{}}
			for _, a := range p.Authorities {
				k.Authorities[a.ID] = keys[p.ID].Authorities[a.ID]
			}
			named[p.ID] = k
		}
		var err error
		if texts[i], err = agreement.WithKeys(texts[i], named); err != nil {
			return nil, nil, err
		}
	}
	return homes, texts, nil
}

// SignOn takes the agreement onto a node and signs it with the party key that lies in its folder.
func SignOn(ctx context.Context, n *node.Node, h *node.Home, text []byte, cards []node.Card) (agreement.ID, error) {
	id, err := n.Adopt(ctx, text, cards)
	if err != nil {
		return "", err
	}
	key, err := h.PartyKey()
	if err != nil {
		return "", err
	}
	st, err := node.MakeRatification(text, h.Party, key, n.Now())
	if err != nil {
		return "", err
	}
	return id, n.Ratify(ctx, id, st)
}

func signOn(ctx context.Context, n *node.Node, h *node.Home, m *agreement.Model, text []byte, cards []node.Card, said []node.Translation) error {
	var others []node.Card
	for _, c := range cards {
		if m.Party(c.Party) != nil {
			others = append(others, c)
		}
	}
	if _, err := n.Adopt(ctx, text, others, said...); err != nil {
		return err
	}
	key, err := h.PartyKey()
	if err != nil {
		return err
	}
	st, err := node.RatificationOf(m, text, h.Party, key, n.Now())
	if err != nil {
		return err
	}
	return n.Ratify(ctx, m.ID, st)
}

// Translations are what an agreement of the world says in other languages.
func (w *Inside) Translations(id agreement.ID) []node.Translation { return w.plan.Translations[id] }

// Start opens a node of the world and lets it run, at its own address.
func (w *Inside) Start(ctx context.Context, p agreement.PartyID) error {
	m := w.Members[p]
	o := serve.Options{Log: w.plan.Log, Node: w.plan.Node}
	if o.Node.Cadence == 0 {
		o.Node.Cadence = 50 * time.Millisecond
	}
	if o.Node.RelayAfter == 0 {
		o.Node.RelayAfter = time.Minute
	}
	if o.Node.MaxWait == 0 {
		o.Node.MaxWait = 200 * time.Millisecond
	}
	if w.hand != nil {
		o.Node.Random, o.Node.Deliver, o.Clock, o.Store.Volatile = w.hand.random(p), w.deliver, w.hand.clock, true
	} else if !w.frozen.IsZero() {
		o.Clock = node.NewClock(true)
		if err := o.Clock.Set(w.frozen, true); err != nil {
			return err
		}
	}
	s, err := serve.Open(ctx, m.Dir, o)
	if err != nil {
		return err
	}
	m.Serving = s
	if m.Proxy != nil {
		m.Listen = "127.0.0.1:0" // the port of before may be another's by now; the proxy knows the way
	}
	ln, err := net.Listen("tcp", m.Listen)
	if err != nil {
		return err
	}
	if m.Proxy != nil {
		m.Listen = ln.Addr().String()
		m.Proxy.Aim(m.Listen)
	}
	return s.Start(ln)
}

// Stop closes a node.
func (w *Inside) Stop(p agreement.PartyID) error {
	m := w.Members[p]
	if m.Serving == nil {
		return nil
	}
	err := m.Serving.Close()
	m.Serving = nil
	return err
}

// Close ends the world.
func (w *Inside) Close() {
	for _, m := range w.Members {
		_ = w.Stop(m.Party)
		if m.Proxy != nil {
			m.Proxy.Close()
		}
	}
}

// Node is a party's node.
func (w *Inside) Node(p agreement.PartyID) *node.Node { return w.Members[p].Node }

// SetClock lets all clocks show an instant and stand still there; what is due on the way happens.
func (w *Inside) SetClock(ctx context.Context, t time.Time) error {
	if w.hand != nil {
		return w.advance(ctx, t)
	}
	w.frozen = t
	for _, m := range w.Members {
		if m.Serving == nil {
			continue
		}
		if err := m.Node.SetClock(ctx, t, true); err != nil {
			return err
		}
	}
	for _, m := range w.Members {
		if m.Serving != nil {
			if err := m.Node.Tend(ctx); err != nil {
				return err
			}
		}
	}
	return nil
}

// Now is what the clocks show.
func (w *Inside) Now() time.Time { return w.frozen }

// Enrol adds a person with roles, and role keys where the agreement demands them.
func (w *Inside) Enrol(ctx context.Context, p agreement.PartyID, id auth.PersonID, name string, roles ...agreement.RoleID) (*auth.Person, error) {
	return Enrol(ctx, w.Node(p), w.Agreement, id, name, roles...)
}

// Enrol adds a person to a node of an exercise, with role keys in the node's custody.
func Enrol(ctx context.Context, n *node.Node, a agreement.ID, id auth.PersonID, name string, roles ...agreement.RoleID) (*auth.Person, error) {
	err := n.EnrolPerson(ctx, auth.Person{ID: id, Name: name, Roles: map[agreement.ID][]agreement.RoleID{a: roles}})
	if err != nil {
		return nil, err
	}
	v, err := n.Agreement(ctx, a)
	if err != nil {
		return nil, err
	}
	for _, r := range roles {
		if role := v.Model.Role(r); role != nil && role.Enrolled != "" {
			if err := n.EnrolRoleKey(ctx, a, id, r, nil); err != nil {
				return nil, err
			}
		}
	}
	return n.Auth().Person(ctx, id)
}

// Await waits, for half a minute at most, until something holds.
func (w *Inside) Await(ctx context.Context, holds func() (bool, error)) error {
	return Await(ctx, 30*time.Second, holds)
}

// Rest waits until no node has anything to tell another.
func (w *Inside) Rest(ctx context.Context) error {
	if w.hand != nil {
		return w.deliver(ctx)
	}
	quiet := 0 // one round is not enough: a node that was asked early in it may have got something to answer by its end
	return w.Await(ctx, func() (bool, error) {
		quiet++
		for _, m := range w.Members {
			if m.Serving == nil {
				continue
			}
			if n, err := m.Node.Undelivered(ctx); err != nil || n > 0 {
				quiet = 0
				return false, err
			}
		}
		return quiet > 1, nil
	})
}

// Await waits until something holds, or the time is over.
func Await(ctx context.Context, within time.Duration, holds func() (bool, error)) error {
	end := time.Now().Add(within)
	for {
		ok, err := holds()
		if ok {
			return nil
		}
		if time.Now().After(end) {
			return fmt.Errorf("it did not come about within %s: %w", within, errOr(err))
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(10 * time.Millisecond):
		}
	}
}

func errOr(err error) error {
	if err == nil {
		return context.DeadlineExceeded
	}
	return err
}
