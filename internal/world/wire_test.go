package world

import (
	"context"
	"crypto/rand"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/peer"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"
)

// The letters themselves lie.

func TestLyingBundles(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	e := p.enemy("arland")
	open := func() (seal.Act, []string) {
		a := e.act("", "request", "requesting", "prosecutor")
		a.Case = strings.Repeat("a", 31) + string("0123456789abcdef"[len(p.standing("belmark"))%16])
		a.Basis = ""
		a.Sides = []seal.Binding{{Party: "belmark", Side: "requested"}, {Party: "arland", Side: "requesting"}}
		return a, e.gives(&a, request("ordinary"))
	}
	a, values := open()
	s := e.sign(a)
	acked(t, "an opening with more than its recipient may see", e.post("belmark", &seal.Post{Act: s, Sealed: e.bundle(s, "belmark", values...), Type: seal.TypePost}), "", "")
	p.quiet()
	p.disclosed("belmark", caseOf(s), "facts", 1)
	// What no share grants yet is not kept, whoever sends it.
	p.disclosed("belmark", caseOf(s), "person", 0)
	refused(t, "the judge reads it", second(p.Node("belmark").Field(ctx, p.vantor, caseOf(s), "person")), fault.NotShared, "7")
	before := p.standing("belmark")
	person := values[slices.IndexFunc(s.Act.Gives, func(g seal.Commitment) bool { return g.Field == "person" })]
	facts := values[slices.IndexFunc(s.Act.Gives, func(g seal.Commitment) bool { return g.Field == "facts" })]
	send := func(from *enemy, to agreement.PartyID, b *seal.SealedBundle) *seal.Ack {
		return from.post(to, &seal.Post{Sealed: b, Type: seal.TypePost})
	}
	acked(t, "a field that no share grants yet", send(e, "belmark", e.bundle(s, "belmark", person)), fault.Conflict, "")
	lie, _, err := seal.Commit("facts", "three lorries", rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	text, err := lie.Text()
	if err != nil {
		t.Fatal(err)
	}
	acked(t, "a value that was not committed to", send(e, "belmark", e.bundle(s, "belmark", text)), fault.Commitment, "")
	acked(t, "a value in the place of another", send(e, "belmark", e.bundle(s, "belmark", facts, facts)), fault.Malformed, "")
	b := e.bundle(s, "secretariat", facts)
	b.To = "belmark"
	acked(t, "what is sealed to another", send(e, "belmark", b), fault.UnknownKey, "")
	b = e.bundle(s, "belmark", facts)
	b.Ciphertext = "AAAA" + b.Ciphertext[4:]
	acked(t, "what was changed on the way", send(e, "belmark", b), fault.BadSignature, "")
	o := p.enemy("secretariat")
	acked(t, "a bundle of another party", send(o, "belmark", e.bundle(s, "belmark", facts)), fault.Forbidden, "")
	acked(t, "a bundle of one who is not the author", send(o, "belmark", o.bundle(s, "belmark", facts)), fault.Forbidden, "")
	none := e.sign(func() seal.Act { a, _ := open(); return a }())
	acked(t, "a bundle of an act that is not here", send(e, "belmark", e.bundle(none, "belmark", facts)), fault.Conflict, "")
	acked(t, "the same bundle again", send(e, "belmark", e.bundle(s, "belmark", facts)), "", "")
	if after := p.standing("belmark"); after != before {
		t.Fatalf("something changed:\n%s\nbefore:\n%s", after, before)
	}

	// For good: a field that no share could ever open to the other side.
	p.do("belmark", p.vantor, caseOf(s), "authorise", because("necessary"))
	p.awaitField(t, "belmark", p.oren, caseOf(s), "facts", "two lorries")
	acked(t, "the field in its time", send(e, "belmark", e.bundle(s, "belmark", person)), "", "")
	p.awaitField(t, "belmark", p.oren, caseOf(s), "person", "Ilyan Dessar")
	hit := p.open("arland", p.officer, "hit", "open", fields{"register": "stolen documents", "number": "P1", "issuing_state": "XB", "answer": "the traveller's whole story"})
	var act *seal.SignedAct
	var story string
	err = p.Members["arland"].DB.View(ctx, func(tx *store.Tx) error {
		rows, err := tx.ListActs(ctx, hit)
		if err != nil {
			return err
		}
		act, err = seal.DecodeSignedAct(rows[0].Body)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	d, _, err := seal.Commit("answer", "the traveller's whole story", rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	if story, err = d.Text(); err != nil {
		t.Fatal(err)
	}
	acked(t, "a field that is never shared, with a false value", send(e, "belmark", e.bundle(act, "belmark", story)), fault.Commitment, "")
	true1, err := e.p.opening("arland", act, "answer")
	if err != nil {
		t.Fatal(err)
	}
	acked(t, "a field that is never shared", send(e, "belmark", e.bundle(act, "belmark", true1)), fault.NotShared, "3")
	p.disclosed("belmark", hit, "answer", 0)
}

func TestLyingLetters(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	p.register()
	e, o := p.enemy("arland"), p.enemy("secretariat")
	line := e.dial("belmark")
	before := p.standing("belmark")
	question := func() []byte {
		nonce, err := seal.NewNonce(rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		q := seal.Question{
			Match: []seal.Match{{Field: "issuing_state", Value: "XB"}, {Field: "number", Value: "P1234567"}}, Nonce: nonce, Person: "someone",
			Purpose: "border-control", Query: "document", Register: "stolen_documents", Role: "officer",
		}
		return q.Encode()
	}
	wrong := func(what string, change func(env *seal.Envelope), code fault.Code) {
		t.Helper()
		env := e.envelope("belmark", seal.LetterQuestions)
		change(&env)
		refused(t, what, second(line.Send(ctx, e.letter(env, question()))), code, "")
	}
	wrong("for another", func(env *seal.Envelope) { env.To = "secretariat" }, fault.Forbidden)
	wrong("from another", func(env *seal.Envelope) { env.From = "secretariat" }, fault.Forbidden)
	wrong("under another agreement", func(env *seal.Envelope) { env.Agreement = seal.DigestOf([]byte("x")) }, fault.WrongModel)
	wrong("of an hour ago", func(env *seal.Envelope) { env.Sent = seal.TimeOf(p.Now().Add(-time.Hour)) }, fault.ClockSkew)
	wrong("of tomorrow", func(env *seal.Envelope) { env.Sent = seal.TimeOf(p.Now().Add(24 * time.Hour)) }, fault.ClockSkew)
	wrong("an answer to nothing", func(env *seal.Envelope) { env.Kind, env.Re = seal.LetterAnswers, seal.DigestOf([]byte("x")) }, fault.Malformed)

	letter := e.letter(e.envelope("belmark", seal.LetterQuestions), question())
	refused(t, "another's letter on the own line", second(o.dial("belmark").Send(ctx, letter)), fault.Forbidden, "")
	l, err := seal.DecodeLetter(letter)
	if err != nil {
		t.Fatal(err)
	}
	l.Items[0] = question()
	refused(t, "an item exchanged", second(line.Send(ctx, l.Encode())), fault.BadSignature, "")
	real, err := seal.GenerateKey(seal.KeyNode, agreement.WorldReal, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	env := e.envelope("belmark", seal.LetterQuestions)
	env.World = agreement.WorldReal
	if l, err = seal.BuildLetter(env, [][]byte{question()}, real); err != nil {
		t.Fatal(err)
	}
	refused(t, "of the real world", second(line.Send(ctx, l.Encode())), fault.WrongWorld, "")
	stranger, err := seal.GenerateKey(seal.KeyNode, agreement.WorldExercise, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	if l, err = seal.BuildLetter(e.envelope("belmark", seal.LetterQuestions), [][]byte{question()}, stranger); err != nil {
		t.Fatal(err)
	}
	refused(t, "under a key that nobody certified", second(line.Send(ctx, l.Encode())), fault.UnknownKey, "")

	// A TLS key that no card names gets no line at all, and the right party under a wrong pin is not spoken to.
	foreign, err := node.InitHome(t.TempDir()+"/x", node.Settings{Party: "arland", Name: "x", World: agreement.WorldExercise}, nil, time.Now(), nil)
	if err != nil {
		t.Fatal(err)
	}
	pin := peer.PinOf(p.Members["belmark"].Home.Certificate.Leaf)
	c := peer.Dial(foreign.Certificate, "belmark", p.Members["belmark"].Listen, pin, 5*time.Second)
	defer c.Close()
	refused(t, "an unknown TLS key", second(c.Send(ctx, letter)), fault.PeerAway, "")
	c = peer.Dial(e.home.Certificate, "belmark", p.Members["belmark"].Listen, peer.PinOf(foreign.Certificate.Leaf), 5*time.Second)
	defer c.Close()
	refused(t, "another node answers", second(c.Send(ctx, letter)), fault.UnknownKey, "")

	size := p.logSize("belmark")
	if _, err := line.Send(ctx, letter); err != nil {
		t.Fatalf("an honest letter: %v", err)
	}
	refused(t, "the same letter again", second(line.Send(ctx, letter)), fault.Replayed, "")
	if n := p.logSize("belmark"); n != size+2 {
		t.Errorf("%d entries for one question and its answer", n-size)
	}
	if after := p.standing("belmark"); after != before {
		t.Fatalf("something changed:\n%s\nbefore:\n%s", after, before)
	}

	// The holder asks the same as the asker's own node: each question for itself.
	var q seal.Question
	ask := func(change func(q *seal.Question)) *seal.Answer {
		t.Helper()
		d, err := seal.DecodeQuestion(question())
		if err != nil {
			t.Fatal(err)
		}
		q = *d
		change(&q)
		raw, err := line.Send(ctx, e.letter(e.envelope("belmark", seal.LetterQuestions), q.Encode(), question()))
		if err != nil {
			t.Fatal(err)
		}
		back, err := seal.DecodeLetter(raw)
		if err != nil {
			t.Fatal(err)
		}
		if honest, err := seal.DecodeAnswer(back.Items[1]); err != nil || len(honest.Hits) != 1 {
			t.Errorf("the honest question beside it: %+v, %v", honest, err)
		}
		a, err := seal.DecodeAnswer(back.Items[0])
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	for what, x := range map[string]struct {
		change func(q *seal.Question)
		code   fault.Code
	}{
		"no purpose":                   {func(q *seal.Question) { q.Purpose = "" }, fault.PurposeMissing},
		"a wrong purpose":              {func(q *seal.Question) { q.Purpose = "criminal-justice" }, fault.PurposeWrong},
		"a prosecutor":                 {func(q *seal.Question) { q.Role = "prosecutor" }, fault.WrongRole},
		"half of the fields":           {func(q *seal.Question) { q.Match = q.Match[:1] }, fault.FieldMissing},
		"a value that is not as it is": {func(q *seal.Question) { q.Match[1].Value = "p-123 4567" }, fault.FieldInvalid},
	} {
		a := ask(x.change)
		if a.Refused == nil || fault.Code(a.Refused.Code) != x.code || a.Refused.Article != "2" || len(a.Hits) > 0 {
			t.Errorf("%s: %+v", what, a.Refused)
		}
	}
}

func (p *play) logSize(party agreement.PartyID) uint64 {
	p.t.Helper()
	v, err := p.Node(party).Ledger(context.Background(), p.Agreement, 1)
	if err != nil {
		p.t.Fatal(err)
	}
	return v.Size
}

func TestLyingWitnessesAndStatements(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	p.granted()
	p.quiet()
	e := p.enemy("belmark")
	origin := ledger.Origin(agreement.WorldExercise, string(p.Agreement), "belmark")
	size := p.logSize("belmark")
	note := func(c ledger.Checkpoint) string {
		t.Helper()
		b, err := ledger.SignCheckpoint(c, e.home.Sign)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	offer := func(c ledger.Checkpoint, old uint64, proof ...seal.Digest) *seal.Ack {
		return e.post("arland", &seal.Post{Checkpoint: note(c), Old: old, Proof: proof, Type: seal.TypePost})
	}
	acked(t, "a log of another party", offer(ledger.Checkpoint{Origin: strings.Replace(origin, "belmark", "secretariat", 1), Size: 1}, 0), fault.UnknownKey, "")
	acked(t, "a smaller log", offer(ledger.Checkpoint{Origin: origin, Size: 2}, 0), fault.Conflict, "")
	acked(t, "a proof from elsewhere", offer(ledger.Checkpoint{Origin: origin, Size: size + 9}, 1), fault.Conflict, "")
	forged := note(ledger.Checkpoint{Origin: origin, Size: size + 1})
	acked(t, "a checkpoint changed after it was signed", e.post("arland", &seal.Post{
		Checkpoint: strings.Replace(forged, "\n"+itoa(size+1)+"\n", "\n"+itoa(size+2)+"\n", 1), Old: size, Type: seal.TypePost,
	}), fault.BadSignature, "")
	if w, err := p.Node("arland").Witnessed(ctx, p.Agreement); err != nil || slices.ContainsFunc(w, func(w node.Witnessed) bool { return w.Forked }) {
		t.Fatalf("nothing is proved yet: %+v, %v", w, err)
	}
	acked(t, "another past", offer(ledger.Checkpoint{Origin: origin, Size: size, Root: [32]byte{1}}, size), fault.Forked, "")
	w, err := p.Node("arland").Witnessed(ctx, p.Agreement)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range w {
		if x.Forked != (x.Party == "belmark") || x.Party == "belmark" && x.Size != size {
			t.Errorf("witnessed: %+v", x)
		}
	}
	err = p.Members["arland"].DB.View(ctx, func(tx *store.Tx) error {
		b, err := tx.GetMeta(ctx, "fork/northgate/belmark")
		if err == nil && strings.Count(string(b), "exercise/northgate/belmark\\n") < 2 {
			t.Errorf("not both checkpoints are kept: %s", b)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}

	// Relay evidence is the depositary's alone.
	a := p.enemy("arland")
	id := p.asked("ordinary")
	p.quiet()
	s := a.sign(a.act(id, "withdraw", "requesting", "prosecutor"))
	relay := func(by *enemy, act seal.Digest) *seal.SignedRelay {
		t.Helper()
		r, err := seal.SignRelay(seal.Relay{
			Act: act, Agreement: a.text, By: string(by.party), Case: string(id), Held: seal.TimeOf(p.Now().Add(-10 * 24 * time.Hour)), World: agreement.WorldExercise,
		}, by.home.Sign)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	acked(t, "relay evidence by the author", a.post("belmark", &seal.Post{Act: s, Relay: relay(a, s.Digest()), Type: seal.TypePost}), fault.Malformed, "")
	o := p.enemy("secretariat")
	acked(t, "relay evidence of another act", a.post("belmark", &seal.Post{Act: s, Relay: relay(o, seal.DigestOf([]byte("x"))), Type: seal.TypePost}), fault.Malformed, "")
	bad := relay(o, s.Digest())
	bad.Relay.Held = seal.TimeOf(p.Now().Add(-20 * 24 * time.Hour))
	acked(t, "relay evidence changed after it was signed", a.post("belmark", &seal.Post{Act: s, Relay: bad, Type: seal.TypePost}), fault.BadSignature, "")
	acked(t, "to be relayed by one who is no depositary", a.post("belmark", &seal.Post{Act: s, RelayRequest: true, Type: seal.TypePost}), fault.Forbidden, "")
	acked(t, "another's act to be relayed", e.post("secretariat", &seal.Post{Act: s, RelayRequest: true, Type: seal.TypePost}), fault.Malformed, "")
	acked(t, "the word of one who is no depositary", e.post("arland", &seal.Post{Relay: relay(e, s.Digest()), Type: seal.TypePost}), fault.Forbidden, "")
	// None of that was a verdict about the act.
	acked(t, "the act without it", a.post("belmark", &seal.Post{Act: s, Type: seal.TypePost}), "", "")
	if row := p.last("belmark", id); row.State != "withdrawn" {
		t.Errorf("the case is in %q", row.State)
	}
}

func TestARevokedNodeKey(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	p.register()
	id := p.asked("ordinary")
	p.quiet()
	e := p.enemy("arland")
	line := e.dial("belmark")
	if _, err := line.Send(ctx, e.letter(e.envelope("belmark", seal.LetterPost))); err != nil {
		t.Fatal(err)
	}
	s := e.sign(e.act(id, "withdraw", "requesting", "prosecutor"))
	party, err := e.home.PartyKey()
	if err != nil {
		t.Fatal(err)
	}
	revocation := func(key seal.PrivateKey, by agreement.PartyID) *seal.SignedStatement {
		t.Helper()
		st, err := seal.SignStatement(&seal.Revocation{
			From: seal.TimeOf(p.Now().Add(time.Second)), Key: e.home.Sign.ID(), Party: string(by), Reason: "stolen", Type: seal.TypeRevocation, World: agreement.WorldExercise,
		}, key)
		if err != nil {
			t.Fatal(err)
		}
		return st
	}
	other, err := p.enemy("belmark").home.PartyKey()
	if err != nil {
		t.Fatal(err)
	}
	refused(t, "another party revokes the key", p.Node("belmark").Declare(ctx, p.Agreement, revocation(other, "belmark")), fault.UnknownKey, "")
	refused(t, "another party revokes it in the owner's name", p.Node("belmark").Declare(ctx, p.Agreement, revocation(other, "arland")), fault.UnknownKey, "")
	if err := p.Node("arland").Declare(ctx, p.Agreement, revocation(party, "arland")); err != nil {
		t.Fatal(err)
	}
	p.quiet()
	before := p.standing("belmark")
	if err := p.SetClock(ctx, p.Now().Add(2*time.Second)); err != nil {
		t.Fatal(err)
	}
	refused(t, "on the line that was open", second(line.Send(ctx, e.letter(e.envelope("belmark", seal.LetterPost), (&seal.Post{Act: s, Type: seal.TypePost}).Encode()))), fault.UnknownKey, "")
	refused(t, "on a new line", second(e.dial("belmark").Send(ctx, e.letter(e.envelope("belmark", seal.LetterPost)))), fault.PeerAway, "")
	// An act under it that another carries is nobody's act.
	o := p.enemy("secretariat")
	acked(t, "by way of the depositary", o.post("belmark", &seal.Post{Act: s, Type: seal.TypePost}), fault.UnknownKey, "")
	if after := p.standing("belmark"); after != before {
		t.Fatalf("something changed:\n%s\nbefore:\n%s", after, before)
	}
}

func TestANodeKeyThatIsOutOfDate(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	e := p.enemy("arland")
	line := e.dial("belmark")
	if _, err := line.Send(ctx, e.letter(e.envelope("belmark", seal.LetterPost))); err != nil {
		t.Fatal(err)
	}
	size := p.logSize("belmark")
	for _, m := range p.Members { // without what is due on the way
		if err := m.Node.SetClock(ctx, p.Now().AddDate(12, 0, 0), true); err != nil {
			t.Fatal(err)
		}
	}
	env := e.envelope("belmark", seal.LetterPost)
	env.Sent = seal.TimeOf(p.Node("belmark").Now())
	letter := e.letter(env)
	refused(t, "a letter", second(p.Node("belmark").Handle(ctx, "arland", letter)), fault.UnknownKey, "")
	refused(t, "on the line that was open", second(line.Send(ctx, letter)), fault.UnknownKey, "")
	refused(t, "on a new line", second(e.dial("belmark").Send(ctx, letter)), fault.PeerAway, "")
	if n := p.logSize("belmark"); n != size {
		t.Errorf("%d entries", n-size)
	}
}
