package negotiation

import (
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

var day = time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC)

// table is where parties negotiate: each with keys of an exercise, and all that was said.
type table struct {
	t       *testing.T
	party   map[string]seal.PrivateKey
	node    map[string]seal.PrivateKey
	members []seal.Negotiator
	s       *State // of one who hears everything at once
	said    []seal.Dispatch
	base    []byte
}

func must[T any](t testing.TB, v T, err error) T {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	return v
}

type source struct{ *rand.ChaCha8 }

func newTable(t *testing.T, parties ...string) *table {
	b := &table{t: t, party: map[string]seal.PrivateKey{}, node: map[string]seal.PrivateKey{}}
	src := source{rand.NewChaCha8([32]byte{7})}
	for _, p := range parties {
		key, kerr := seal.GenerateKey(seal.KeyParty, seal.WorldExercise, src)
		b.party[p] = must(t, key, kerr)
		node, nerr := seal.GenerateKey(seal.KeyNode, seal.WorldExercise, src)
		b.node[p] = must(t, node, nerr)
		st, err := seal.SignStatement(&seal.NodeCertificate{
			Epoch: 1, From: seal.TimeOf(day.Add(-time.Hour)), Until: seal.TimeOf(day.Add(10000 * time.Hour)), Party: p, Scope: []string{seal.ScopeSign},
			Sign: node.PublicKey().String(), Type: seal.TypeNodeCertificate, World: seal.WorldExercise,
		}, key)
		b.members = append(b.members, seal.Negotiator{Address: p + ":1", Certificate: string(must(t, st, err).Encode()), Key: key.PublicKey().String(), Party: p})
	}
	slices.SortFunc(b.members, func(x, y seal.Negotiator) int { return strings.Compare(x.Party, y.Party) })
	return b
}

// keyed writes the world and the keys into a text.
func (b *table) keyed(text string) string {
	b.t.Helper()
	keys := map[agreement.PartyID]agreement.PartyKeys{}
	m, fs := agreement.Compile("x.md", []byte(text))
	if m == nil {
		b.t.Fatalf("%s", fs)
	}
	for _, p := range m.Parties {
		keys[p.ID] = agreement.PartyKeys{Key: b.party[string(p.ID)].PublicKey().String()}
	}
	out, err := agreement.WithWorld([]byte(text), agreement.WorldExercise)
	out, err = agreement.WithKeys(must(b.t, out, err), keys)
	return string(must(b.t, out, err))
}

func (b *table) open(p, text string, change func(*seal.Dispatch)) *State {
	b.t.Helper()
	d := b.opening(p, text)
	if change != nil {
		change(&d)
	}
	s, err := Begin(&d, b.base)
	b.s, b.said = must(b.t, s, err), []seal.Dispatch{d}
	return b.s
}

func (b *table) opening(p, text string) seal.Dispatch {
	return seal.Dispatch{
		Key: b.node[p].ID(), Kind: seal.DispatchOpen, Number: 1, Parties: b.members, Party: p, Sent: seal.TimeOf(day), Text: text,
		Type: seal.TypeDispatch, World: seal.WorldExercise,
	}
}

// next puts a dispatch into its place in its author's chain.
func (b *table) next(p string, d seal.Dispatch) seal.Dispatch {
	n, before := b.s.Last(agreement.PartyID(p))
	d.Key, d.Party, d.Number, d.Before, d.Negotiation = b.node[p].ID(), p, n+1, before, b.s.ID
	d.Sent, d.Type, d.World, d.Seen = seal.TimeOf(day), seal.TypeDispatch, seal.WorldExercise, b.s.Seen(agreement.PartyID(p))
	if d.On == nil && d.Kind != seal.DispatchDrop && d.Kind != seal.DispatchReopen {
		d.On = []seal.Digest{b.s.Current().Dispatch}
	}
	return d
}

// say lets a party say something that it may say, and everybody must take.
func (b *table) say(p string, d seal.Dispatch) seal.Digest {
	b.t.Helper()
	d = b.next(p, d)
	signed, err := seal.SignDispatch(d, b.node[p])
	if err != nil {
		b.t.Fatal(err)
	}
	if again, err := seal.DecodeSignedDispatch(signed.Encode()); err != nil || again.Dispatch.Digest() != d.Digest() {
		b.t.Fatal(err)
	}
	if err := b.s.May(&d); err != nil {
		b.t.Fatalf("%s may not: %v", p, err)
	}
	if fresh, err := b.s.Take(&d); err != nil || !fresh {
		b.t.Fatalf("%s is not taken: %v", p, err)
	}
	b.said = append(b.said, d)
	return d.Digest()
}

// refused holds that others refuse a dispatch, and that nothing changed by it.
func (b *table) refused(what, p string, d seal.Dispatch, code fault.Code) {
	b.t.Helper()
	d = b.next(p, d)
	b.notTaken(what, d, code)
}

func (b *table) notTaken(what string, d seal.Dispatch, code fault.Code) {
	b.t.Helper()
	before := b.s.Count()
	if fresh, err := b.s.Take(&d); fresh || fault.CodeOf(err) != code || b.s.Count() != before {
		b.t.Errorf("%s: taken %v, %v, want %s", what, fresh, err, code)
	}
}

// unwise holds that the author's own node advises against what others would have to take.
func (b *table) unwise(what, p string, d seal.Dispatch, code fault.Code) {
	b.t.Helper()
	d = b.next(p, d)
	if err := b.s.May(&d); fault.CodeOf(err) != code {
		b.t.Errorf("%s: %v, want %s", what, err, code)
	}
}

func (b *table) agree(p string, articles ...agreement.Article) seal.Dispatch {
	d := seal.Dispatch{Kind: seal.DispatchAgree}
	for _, a := range articles {
		d.Articles = append(d.Articles, seal.Stand{Article: string(a), Digest: b.s.Current().Digest(a)})
	}
	slices.SortFunc(d.Articles, func(x, y seal.Stand) int { return strings.Compare(x.Article, y.Article) })
	return d
}

func (b *table) all(p string) seal.Dispatch { return b.agree(p, b.s.Current().Articles()...) }

func (b *table) sign(p string) seal.Dispatch {
	b.t.Helper()
	v := b.s.Current()
	m, fs := v.Model()
	if m == nil {
		b.t.Fatalf("%s", fs)
	}
	st, err := seal.SignStatement(&seal.Ratification{
		Agreement: v.Hash, ID: string(m.ID), Model: seal.DigestFrom(m.Hash()), Party: p, Signed: seal.TimeOf(day), Type: seal.TypeRatification, World: seal.WorldExercise,
	}, b.party[p])
	return seal.Dispatch{Kind: seal.DispatchSign, Statement: string(must(b.t, st, err).Encode())}
}

func (b *table) stands(a agreement.Article, want Status, by ...agreement.PartyID) {
	b.t.Helper()
	p := b.s.Position(a)
	if p == nil || p.Status != want || !slices.Equal(p.By, by) {
		b.t.Errorf("Article %s stands %+v, want %s by %v", a, p, want, by)
	}
}

// excerpt is the one of the language's description, between two states and their secretariat.
func excerpt(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../agreement/testdata/excerpt.md")
	return string(must(t, text, err))
}

func replaced(t *testing.T, text, old, now string) string {
	t.Helper()
	if strings.Count(text, old) != 1 {
		t.Fatalf("%q stands %d times", old, strings.Count(text, old))
	}
	return strings.Replace(text, old, now, 1)
}
