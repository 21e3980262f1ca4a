package world

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/peer"
	"github.com/entente-net/entente/internal/serve"
	"github.com/entente-net/entente/negotiation"
	"github.com/entente-net/entente/seal"
)

// round is a negotiation table: nodes that have no agreement yet, and a record of every letter and answer in clear, as the TLS
// ends see them.
type round struct {
	t     *testing.T
	seats map[agreement.PartyID]*seat
	text  string // the excerpt, with the keys of those who sit here

	mu   sync.Mutex
	wire []passed
}

type seat struct {
	party  agreement.PartyID
	dir    string
	home   *node.Home
	proxy  *Proxy
	server *peer.Server
	who    node.Who
	lose   func(letter []byte) (before, after bool) // loses a letter before it is heard, or its answer after; nil: none
	*serve.Serving
}

// passed is one letter, or what came back.
type passed struct {
	from, to agreement.PartyID
	answer   bool
	bytes    []byte
	err      string
}

func excerptText(t *testing.T) []byte {
	t.Helper()
	text, err := os.ReadFile("../../agreement/testdata/excerpt.md")
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func newRound(t *testing.T, parties ...agreement.PartyID) *round {
	t.Helper()
	r := &round{t: t, seats: map[agreement.PartyID]*seat{}}
	dir := t.TempDir()
	keys := map[agreement.PartyID]agreement.PartyKeys{}
	for _, p := range parties {
		proxy, err := NewProxy("127.0.0.1:1")
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(proxy.Close)
		home, err := node.InitHome(filepath.Join(dir, string(p)), node.Settings{
			Party: p, Name: string(p), World: agreement.WorldExercise, Peer: proxy.Addr(), Desk: "127.0.0.1:0",
		}, nil, time.Now(), nil)
		if err != nil {
			t.Fatal(err)
		}
		key, err := home.PartyKey()
		if err != nil {
			t.Fatal(err)
		}
		keys[p] = agreement.PartyKeys{Key: key.PublicKey().String()}
		r.seats[p] = &seat{party: p, dir: home.Dir, home: home, proxy: proxy}
	}
	text, err := agreement.WithWorld(excerptText(t), agreement.WorldExercise)
	if err != nil {
		t.Fatal(err)
	}
	for p := range keys {
		if m, _ := agreement.Compile("x", text); m.Party(p) == nil {
			delete(keys, p) // who joins later
		}
	}
	if text, err = agreement.WithKeys(text, keys); err != nil {
		t.Fatal(err)
	}
	r.text = string(text)
	for _, p := range parties {
		r.start(p)
		s := r.seats[p]
		id := auth.PersonID("delegate")
		if err := s.Node.EnrolPerson(context.Background(), auth.Person{ID: id, Name: "The delegate of " + string(p), Delegate: true}); err != nil {
			t.Fatal(err)
		}
		if s.who, err = s.Node.Auth().Person(context.Background(), id); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() {
		for _, p := range parties {
			r.stop(p)
		}
	})
	return r
}

func (r *round) start(p agreement.PartyID) {
	r.t.Helper()
	s := r.seats[p]
	var err error
	s.Serving, err = serve.Open(context.Background(), s.dir, serve.Options{Node: node.Config{Cadence: 50 * time.Millisecond, RelayAfter: time.Minute, MaxWait: 200 * time.Millisecond}})
	if err != nil {
		r.t.Fatal(err)
	}
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		r.t.Fatal(err)
	}
	s.proxy.Aim(ln.Addr().String())
	n := s.Node
	s.server = peer.Serve(ln, s.home.Certificate, n, func(ctx context.Context, from agreement.PartyID, letter []byte) ([]byte, error) {
		before, after := false, false
		if s.lose != nil {
			before, after = s.lose(letter)
		}
		r.note(passed{from: from, to: p, bytes: bytes.Clone(letter)})
		if before {
			return nil, fault.New(fault.Unavailable, "lost on the way")
		}
		answer, err := n.Handle(ctx, from, letter)
		back := passed{from: p, to: from, answer: true, bytes: bytes.Clone(answer)}
		if err != nil {
			back.err = err.Error() + fmt.Sprint(fault.CodeOf(err))
		}
		r.note(back)
		if after {
			return nil, fault.New(fault.Unavailable, "lost on the way back")
		}
		return answer, err
	}, slog.New(slog.DiscardHandler))
	n.Run()
}

func (r *round) note(x passed) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.wire = append(r.wire, x)
}

func (r *round) stop(p agreement.PartyID) {
	s := r.seats[p]
	if s.Serving == nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
	defer cancel()
	_ = s.server.Close(ctx)
	if err := s.Close(); err != nil {
		r.t.Error(err)
	}
	s.Serving = nil
}

// meet hands everybody's card to everybody.
func (r *round) meet() {
	r.t.Helper()
	for _, a := range r.seats {
		for _, b := range r.seats {
			if a == b {
				continue
			}
			if err := a.Node.AddContact(context.Background(), a.who, b.home.Card); err != nil {
				r.t.Fatal(err)
			}
		}
	}
}

// open begins a negotiation and waits until everybody has heard of it.
func (r *round) open(p agreement.PartyID, text string, with ...agreement.PartyID) string {
	r.t.Helper()
	id, err := r.seats[p].Node.OpenNegotiation(context.Background(), r.seats[p].who, node.OpenRequest{Text: []byte(text), With: with})
	if err != nil {
		r.t.Fatal(err)
	}
	r.level(string(id), append(with, p)...)
	return string(id)
}

func (r *round) say(p agreement.PartyID, id string, m node.DraftMove) seal.Digest {
	r.t.Helper()
	d, err := r.seats[p].Node.Say(context.Background(), r.seats[p].who, id, m)
	if err != nil {
		r.t.Fatalf("%s says %s: %v", p, m.Kind, err)
	}
	return d
}

func (r *round) view(p agreement.PartyID, id string) *node.NegotiationView {
	r.t.Helper()
	v, err := r.seats[p].Node.Negotiation(context.Background(), r.seats[p].who, id)
	if err != nil {
		r.t.Fatal(err)
	}
	return v
}

func (r *round) sign(p agreement.PartyID, id string) {
	r.t.Helper()
	s := r.seats[p]
	text, err := s.Node.NegotiationText(context.Background(), s.who, id, "")
	if err != nil {
		r.t.Fatal(err)
	}
	key, err := s.home.PartyKey()
	if err != nil {
		r.t.Fatal(err)
	}
	st, err := node.MakeRatification(text, p, key, s.Node.Now())
	if err != nil {
		r.t.Fatal(err)
	}
	r.say(p, id, node.DraftMove{Kind: seal.DispatchSign, Statement: string(st.Encode())})
}

// await waits until something holds at each of these nodes.
func (r *round) await(what, id string, holds func(*node.NegotiationView) bool, parties ...agreement.PartyID) {
	r.t.Helper()
	for _, p := range parties {
		s := r.seats[p]
		err := Await(context.Background(), 30*time.Second, func() (bool, error) {
			v, err := s.Node.Negotiation(context.Background(), s.who, id)
			return err == nil && holds(v), err
		})
		if err != nil {
			v, verr := s.Node.Negotiation(context.Background(), s.who, id)
			r.t.Fatalf("%s at %s: %v\n%+v, %v", what, p, err, v, verr)
		}
	}
}

// level waits until these nodes stand alike, and have nothing to tell each other.
func (r *round) level(id string, parties ...agreement.PartyID) {
	r.t.Helper()
	shape := func(p agreement.PartyID) (string, error) {
		s := r.seats[p]
		v, err := s.Node.Negotiation(context.Background(), s.who, id)
		if err != nil {
			return "", err
		}
		acts := make([]string, len(v.History))
		for i, h := range v.History {
			acts[i] = fmt.Sprint(h.Party, h.Number, h.Says)
		}
		slices.Sort(acts)
		if n, err := s.Node.Undelivered(context.Background()); err != nil || n > 0 {
			return "", fmt.Errorf("%d undelivered: %w", n, err)
		}
		b, err := json.Marshal([]any{v.Current.Hash, v.Positions, v.Obstacles, v.Signed, acts})
		return string(b), err
	}
	err := Await(context.Background(), 30*time.Second, func() (bool, error) {
		first := ""
		for i, p := range parties {
			s, err := shape(p)
			if err != nil {
				return false, err
			}
			if i == 0 {
				first = s
			}
			if s != first {
				return false, fmt.Errorf("they differ:\n%s\n%s", first, s)
			}
		}
		return true, nil
	})
	if err != nil {
		r.t.Fatal(err)
	}
}

// rival is somebody with all keys of a party's node, who says whatever they like.
type rival struct {
	r    *round
	seat *seat
	id   seal.Digest
}

func (r *round) rival(p agreement.PartyID, id string) *rival {
	return &rival{r: r, seat: r.seats[p], id: seal.Digest(id)}
}

// next is a dispatch that would be right, as the party's own node stands.
func (x *rival) next(kind string) seal.Dispatch {
	x.r.t.Helper()
	d := seal.Dispatch{Kind: kind, Negotiation: x.id, Party: string(x.seat.party), Sent: seal.TimeOf(time.Now()), World: agreement.WorldExercise, Words: "words"}
	err := x.seat.Node.Dispatches(context.Background(), x.seat.who, string(x.id), func(b []byte) error {
		s, err := seal.DecodeSignedDispatch(b)
		if err == nil && s.Dispatch.Party == d.Party {
			d.Number, d.Before = s.Dispatch.Number, s.Dispatch.Digest()
		}
		return err
	})
	if err != nil {
		x.r.t.Fatal(err)
	}
	d.Number++
	if kind == seal.DispatchComment {
		d.On = []seal.Digest{x.id}
	}
	return d
}

func (x *rival) sign(d seal.Dispatch) []byte {
	x.r.t.Helper()
	s, err := seal.SignDispatch(d, x.seat.home.Sign)
	if err != nil {
		x.r.t.Fatal(err)
	}
	return s.Encode()
}

// send puts raw items into one letter, and gives the acknowledgements.
func (x *rival) send(to agreement.PartyID, under seal.Digest, items ...[]byte) ([]*seal.Ack, error) {
	x.r.t.Helper()
	other := x.r.seats[to]
	c := peer.Dial(x.seat.home.Certificate, to, other.proxy.Addr(), peer.PinOf(other.home.Certificate.Leaf), 15*time.Second)
	defer c.Close()
	l, err := seal.BuildLetter(seal.Envelope{
		Agreement: under, From: string(x.seat.party), Kind: seal.LetterDraft, Nonce: "AAAAAAAAAAAAAAAAAAAAAA", Sent: seal.TimeOf(time.Now()), To: string(to), World: agreement.WorldExercise,
	}, items, x.seat.home.Sign)
	if err != nil {
		return nil, err
	}
	answer, err := c.Send(context.Background(), l.Encode())
	if err != nil {
		return nil, err
	}
	back, err := seal.DecodeLetter(answer)
	if err != nil {
		return nil, err
	}
	var acks []*seal.Ack
	for _, b := range back.Items {
		a, err := seal.DecodeAck(b)
		if err != nil {
			return nil, err
		}
		acks = append(acks, a)
	}
	return acks, nil
}

// told sends one dispatch and holds the acknowledgement to a code.
func (x *rival) told(what string, to agreement.PartyID, item []byte, code fault.Code) {
	x.r.t.Helper()
	acks, err := x.send(to, x.id, item)
	if err != nil || len(acks) != 1 || acks[0].Code != string(code) {
		x.r.t.Errorf("%s: %+v, %v, want %q", what, acks, err, code)
	}
}

func words(kind, w string) node.DraftMove { return node.DraftMove{Kind: kind, Words: w} }

func statusOf(v *node.NegotiationView, a agreement.Article) negotiation.Status {
	for _, p := range v.Positions {
		if p.Article == a {
			return p.Status
		}
	}
	return ""
}

// database gives all bytes of a node's database, its journal among them.
func (r *round) database(p agreement.PartyID) []byte {
	r.t.Helper()
	var all []byte
	files, err := filepath.Glob(filepath.Join(r.seats[p].dir, node.FileDatabase+"*"))
	if err != nil || len(files) == 0 {
		r.t.Fatalf("no database: %v", err)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			r.t.Fatal(err)
		}
		all = append(all, b...)
	}
	return all
}

func exchange(t *testing.T, text, old, now string) string {
	t.Helper()
	if strings.Count(text, old) != 1 {
		t.Fatalf("%q stands %d times", old, strings.Count(text, old))
	}
	return strings.Replace(text, old, now, 1)
}
