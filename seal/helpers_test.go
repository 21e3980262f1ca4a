package seal

import (
	"io"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/entente-net/entente/fault"
)

// seeded gives bytes that are the same in every run.
func seeded(seed byte) io.Reader { return rand.NewChaCha8([32]byte{seed}) }

var noon = time.Date(2026, 4, 1, 12, 0, 0, 123456000, time.UTC)

func at(d time.Duration) Time { return TimeOf(noon.Add(d)) }

const (
	testAgreement = "northgate"
	testCase      = "0123456789abcdef0123456789abcdef"
)

// cast is two parties with nodes, a registry that enrols judges, and one person each.
type cast struct {
	world     string
	party     map[string]PrivateKey
	node      map[string]PrivateKey
	seal      map[string]PrivateKey
	registry  PrivateKey // of belmark
	judge     PrivateKey // of belmark
	officer   PrivateKey // of arland
	statement map[string]*SignedStatement
	ring      *KeyRing
}

func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func wantCode(t testing.TB, err error, code fault.Code) {
	t.Helper()
	if fault.CodeOf(err) != code {
		t.Fatalf("error %v has the code %q, want %q", err, fault.CodeOf(err), code)
	}
}

func newCast(t testing.TB, world string) *cast {
	t.Helper()
	r := seeded(1)
	gen := func(k KeyKind) PrivateKey { return must[PrivateKey](t)(GenerateKey(k, world, r)) }
	c := &cast{
		world: world, party: map[string]PrivateKey{}, node: map[string]PrivateKey{}, seal: map[string]PrivateKey{},
		statement: map[string]*SignedStatement{}, ring: NewKeyRing(world, testAgreement),
	}
	for _, p := range []string{"arland", "belmark"} {
		c.party[p], c.node[p], c.seal[p] = gen(KeyParty), gen(KeyNode), gen(KeySeal)
		if err := c.ring.AddParty(p, c.party[p].PublicKey().String()); err != nil {
			t.Fatal(err)
		}
		s := must[*SignedStatement](t)(SignStatement(&NodeCertificate{
			Epoch: 1, From: at(-time.Hour), Party: p, Scope: []string{ScopeSeal, ScopeSign, ScopeTLS},
			Seal: c.seal[p].PublicKey().String(), Sign: c.node[p].PublicKey().String(), TLS: string(DigestOf([]byte(p))),
			Type: TypeNodeCertificate, Until: at(24 * time.Hour), World: world,
		}, c.party[p]))
		must[Statement](t)(c.ring.Add(s))
		c.statement["node "+p] = s
	}
	c.registry, c.judge, c.officer = gen(KeyAuthority), gen(KeyRole), gen(KeyRole)
	if err := c.ring.AddAuthority("belmark", "court-registry", c.registry.PublicKey().String()); err != nil {
		t.Fatal(err)
	}
	c.ring.Enrols("judge", "court-registry")
	c.statement["judge"] = must[*SignedStatement](t)(SignStatement(c.roleCertificate("belmark", "judge", "court-registry", c.judge), c.registry))
	c.statement["officer"] = must[*SignedStatement](t)(SignStatement(c.roleCertificate("arland", "officer", "", c.officer), c.party["arland"]))
	for _, n := range []string{"judge", "officer"} {
		must[Statement](t)(c.ring.Add(c.statement[n]))
	}
	return c
}

func (c *cast) roleCertificate(party, role, authority string, key PrivateKey) *RoleCertificate {
	return &RoleCertificate{
		Agreement: testAgreement, Algorithm: AlgorithmEd25519, Authority: authority, Custody: CustodyPerson,
		From: at(-time.Hour), Key: key.PublicKey().String(), Party: party, Role: role,
		Type: TypeRoleCertificate, Until: at(24 * time.Hour), World: c.world,
	}
}

// act is a judge's decision with every member in use that a step can have.
func (c *cast) act(t testing.TB) Act {
	r := seeded(2)
	gives := make([]Commitment, 2)
	for i, f := range []string{"decision", "reasons"} {
		_, g, err := Commit(f, "value of "+f, r)
		if err != nil {
			t.Fatal(err)
		}
		gives[i] = g
	}
	return Act{
		Agreement: DigestOf([]byte("text")), Article: "7", Basis: DigestOf([]byte("basis")), Case: testCase,
		Facts: []Fact{{Name: "indicator('x')", Value: "0.5"}, {Name: "today", Value: `"2026-04-01"`}},
		Gives: gives, Ground: "political <offence> & “more”\u2028", Head: DigestOf([]byte("head")), Key: c.node["belmark"].ID(), Kind: KindStep,
		Made: at(0), Model: DigestOf([]byte("model")), Nonce: must[string](t)(NewNonce(r)), Party: "belmark", Person: "p-7",
		Procedure: "assistance", Role: "judge", Side: "requested",
		Sides: []Binding{{Party: "belmark", Side: "requested"}, {Party: "arland", Side: "requesting"}},
		Step:  "authorise", Type: TypeAct, World: c.world,
	}
}

func (c *cast) signedAct(t testing.TB) *SignedAct {
	t.Helper()
	return must[*SignedAct](t)(SignAct(c.act(t), c.node["belmark"], c.judge))
}

func (c *cast) receipt(t testing.TB) *SignedReceipt {
	t.Helper()
	return must[*SignedReceipt](t)(SignReceipt(Receipt{
		Act: c.signedAct(t).Digest(), Agreement: DigestOf([]byte("text")), Before: DigestOf([]byte("before")), Case: testCase,
		Evidence: DigestOf([]byte("relay")), Home: "belmark", Number: 2, Proved: at(time.Minute), Received: at(time.Hour), World: c.world,
	}, c.node["belmark"]))
}

// stated is a receipt by which home states an outside fact.
func (c *cast) stated(t testing.TB) *SignedReceipt {
	t.Helper()
	r := c.receipt(t).Receipt
	r.Facts = []Fact{{Name: "fund:relief", Value: "12.5"}, {Name: "indicator:refusals", Value: "3"}}
	return must[*SignedReceipt](t)(SignReceipt(r, c.node["belmark"]))
}

// opening is the act that opens a case after a hit.
func (c *cast) opening(t testing.TB) *SignedAct {
	t.Helper()
	a := c.act(t)
	a.Basis, a.Hit = "", DigestOf([]byte("question"))
	return must[*SignedAct](t)(SignAct(a, c.node["belmark"], c.judge))
}

// found is what the depositary found on the last day of a term.
func (c *cast) found(t testing.TB) *SignedAct {
	t.Helper()
	a := c.act(t)
	a.Kind, a.Procedure, a.Step, a.Role, a.Side, a.Person, a.Ground = KindFound, "agreement", "renew", "", "", "", ""
	a.Facts = []Fact{{Name: "day", Value: `"2027-12-31"`}, {Name: "indicator:refusals", Value: "3"}}
	return must[*SignedAct](t)(SignAct(a, c.node["belmark"], PrivateKey{}))
}

func (c *cast) refusal(t testing.TB) *SignedRefusal {
	t.Helper()
	return must[*SignedRefusal](t)(SignRefusal(Refusal{
		Act: c.signedAct(t).Digest(), Agreement: DigestOf([]byte("text")), Article: "7", Case: testCase, Code: string(fault.WrongState),
		Home: "belmark", Message: "The case is in another state", Received: at(time.Hour), Remedy: "Look again", World: c.world,
	}, c.node["belmark"]))
}

func (c *cast) relay(t testing.TB) *SignedRelay {
	t.Helper()
	return must[*SignedRelay](t)(SignRelay(Relay{
		Act: c.signedAct(t).Digest(), Agreement: DigestOf([]byte("text")), By: "arland", Case: testCase, Held: at(time.Minute), World: c.world,
	}, c.node["arland"]))
}

// bundle discloses what the act of act gives.
func (c *cast) bundle(t testing.TB) *Bundle {
	t.Helper()
	r := seeded(2)
	b := &Bundle{
		Act: c.signedAct(t).Digest(), Agreement: DigestOf([]byte("text")), Case: testCase,
		From: "belmark", To: "arland", Type: TypeBundle, World: c.world,
	}
	for _, f := range []string{"decision", "reasons"} {
		d, _, err := Commit(f, "value of "+f, r)
		if err != nil {
			t.Fatal(err)
		}
		b.Disclosures = append(b.Disclosures, must[string](t)(d.Text()))
	}
	return b
}

func question(t testing.TB) *Question {
	return &Question{
		Match: []Match{{Field: "number", Value: "X1234567"}, {Field: "state", Value: "XA"}}, Nonce: must[string](t)(NewNonce(seeded(3))),
		Person: "o-1", Purpose: "border-control", Query: "stolen", Register: "documents", Role: "officer",
	}
}

func answer(t testing.TB) *Answer {
	d, _, err := Commit("state", "XA", seeded(4))
	if err != nil {
		t.Fatal(err)
	}
	return &Answer{
		Hits:  []Hit{{Entry: "e-1", Reveals: []string{must[string](t)(d.Text())}, Version: "7"}},
		Nonce: must[string](t)(NewNonce(seeded(5))), Question: question(t).Digest(),
	}
}

func (c *cast) letter(t testing.TB, items ...[]byte) *Letter {
	t.Helper()
	return must[*Letter](t)(BuildLetter(Envelope{
		Agreement: DigestOf([]byte("text")), From: "arland", Kind: LetterQuestions,
		Nonce: must[string](t)(NewNonce(seeded(6))), Sent: at(0), To: "belmark", World: c.world,
	}, items, c.node["arland"]))
}

func (c *cast) post(t testing.TB) *Post {
	t.Helper()
	return &Post{
		Act: c.signedAct(t), Catchup: &Catchup{After: 3, Case: testCase}, Checkpoint: "note\n", Cosignature: "— x y\n", Old: 4,
		Proof: []Digest{DigestOf([]byte("a")), DigestOf([]byte("b"))}, Receipt: c.receipt(t), Refusal: c.refusal(t), Relay: c.relay(t),
		RelayRequest: true, Sealed: must[*SealedBundle](t)(SealBundle(c.bundle(t), c.seal["arland"].PublicKey())), Type: TypePost,
	}
}
