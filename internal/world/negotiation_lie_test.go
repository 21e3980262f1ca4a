package world

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/negotiation"
	"github.com/entente-net/entente/seal"
)

// What is no negotiator's word is not taken for it; what is taken is taken once.
func TestLyingNegotiators(t *testing.T) {
	r := newRound(t, trio...)
	r.meet()
	id := r.open("arland", r.text, "belmark", "secretariat")
	other := r.open("arland", r.text+"\nA second one.\n", "belmark", "secretariat")
	e := r.rival("arland", id)
	before := len(r.view("belmark", id).History)

	forged := e.next(seal.DispatchComment)
	forged.Party, forged.Number, forged.Before = "secretariat", 1, ""
	e.told("another's word, under the own key", "belmark", e.sign(forged), fault.UnknownKey)
	good := e.sign(e.next(seal.DispatchComment))
	e.told("a word changed after it was signed", "belmark", bytes.Replace(good, []byte(`"words":"words"`), []byte(`"words":"swords"`), 1), fault.BadSignature)
	e.told("no dispatch at all", "belmark", []byte(`{}`), fault.Malformed)
	e.told("a dispatch in another form", "belmark", bytes.Replace(good, []byte(`{"dispatch":`), []byte(`{"dispatch": `), 1), fault.Malformed)
	e.told("of another world", "belmark", bytes.Replace(good, []byte(`"world":"exercise"`), []byte(`"world":""`), 1), fault.WrongWorld)
	gap := e.next(seal.DispatchComment)
	gap.Number += 3
	e.told("one that came too early", "belmark", e.sign(gap), fault.Conflict)
	on := e.next(seal.DispatchComment)
	on.On = []seal.Digest{seal.DigestOf(nil)}
	e.told("about a version that is not here", "belmark", e.sign(on), fault.Conflict)
	stale := e.next(seal.DispatchAgree)
	stale.On, stale.Words = []seal.Digest{e.id}, ""
	stale.Articles = []seal.Stand{{Article: "7", Digest: seal.DigestOf([]byte("other bytes"))}}
	e.told("an agreement to bytes that no version has", "belmark", e.sign(stale), fault.Malformed)
	drop := e.next(seal.DispatchDrop)
	drop.Bracket = seal.DigestOf(nil)
	e.told("a bracket that nobody placed", "belmark", e.sign(drop), fault.Conflict)
	signs := e.next(seal.DispatchSign)
	signs.On, signs.Words = []seal.Digest{e.id}, ""
	text := exchange(t, r.text, eightDays, tenDays)
	st, err := node.MakeRatification([]byte(text), "arland", must1(r.seats["arland"].home.PartyKey()), time.Now())
	if err != nil {
		t.Fatal(err)
	}
	signs.Statement = string(st.Encode())
	e.told("a signature under another text", "belmark", e.sign(signs), fault.WrongModel)
	if st, err = node.MakeRatification([]byte(r.text), "belmark", must1(r.seats["arland"].home.PartyKey()), time.Now()); err != nil {
		t.Fatal(err)
	}
	signs.Statement = string(st.Encode())
	e.told("a signature in another's name", "belmark", e.sign(signs), fault.Malformed)

	// A letter says under which negotiation its dispatches are, and each of them must be of it.
	if acks, err := e.send("belmark", seal.Digest(other), good); err != nil || acks[0].Code != string(fault.Malformed) {
		t.Errorf("replayed into another negotiation: %+v, %v", acks, err)
	}
	if acks, err := e.send("belmark", seal.DigestOf(nil), bytes.Replace(good, []byte(id), []byte(seal.DigestOf(nil)), 1)); err != nil || acks[0].Code == "" {
		t.Errorf("moved into another negotiation: %+v, %v", acks, err)
	}
	huge := bytes.Replace(good, []byte(`"words":"words"`), []byte(`"words":"`+strings.Repeat("w", seal.MaxDispatch)+`"`), 1)
	e.told("a huge dispatch", "belmark", huge, fault.TooLarge)
	if _, err := e.send("belmark", e.id, huge, huge); fault.CodeOf(err) != fault.TooLarge {
		t.Errorf("a huge letter: %v", err)
	}
	if n := len(r.view("belmark", id).History); n != before {
		t.Fatalf("%d things were taken", n-before)
	}

	e.told("a word", "belmark", good, "")
	e.told("the same word again", "belmark", good, "")
	if n := len(r.view("belmark", id).History); n != before+1 {
		t.Errorf("%d more in the history, want 1", n-before)
	}
	two := e.next(seal.DispatchComment) // the own node has not heard of the first: the same number again
	two.Words = "another"
	e.told("another word under the same number", "belmark", e.sign(two), fault.Forked)
	e.told("and once more", "belmark", e.sign(two), fault.Forked)
	if f := r.view("belmark", id).Forks; len(f) != 1 || f[0].Party != "arland" || f[0].Number != two.Number {
		t.Errorf("the proof: %+v", f)
	}
	if n := len(r.view("belmark", id).History); n != before+1 {
		t.Errorf("the fork changed the history")
	}
}

func must1[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// Who is not known here opens nothing here, and names nobody who is not known.
func TestUninvited(t *testing.T) {
	r := newRound(t, append([]agreement.PartyID{"cordova"}, trio...)...)
	card := func(of agreement.PartyID, at ...agreement.PartyID) {
		for _, p := range at {
			if err := r.seats[p].Node.AddContact(t.Context(), r.seats[p].who, r.seats[of].home.Card); err != nil {
				t.Fatal(err)
			}
		}
	}
	x := r.rival("cordova", string(seal.DigestOf(nil)))
	if _, err := x.send("belmark", x.id, []byte(`{}`)); err == nil {
		t.Error("a stranger's letter was taken")
	}
	card("cordova", "belmark")
	card("belmark", "cordova")
	card("arland", "cordova")
	if _, err := r.seats["cordova"].Node.OpenNegotiation(t.Context(), r.seats["cordova"].who, node.OpenRequest{Text: []byte(r.text), With: []agreement.PartyID{"secretariat"}}); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("with one whose card is not here: %v", err)
	}
	opening := func(with ...agreement.PartyID) (seal.Digest, []byte) {
		d := seal.Dispatch{Kind: seal.DispatchOpen, Number: 1, Party: "cordova", Sent: seal.TimeOf(time.Now()), Text: r.text, World: agreement.WorldExercise}
		for _, p := range with {
			c := r.seats[p].home.Card
			d.Parties = append(d.Parties, seal.Negotiator{Address: c.Address, Certificate: c.Certificate, Key: c.Key, Party: string(p)})
		}
		b := x.sign(d)
		s, err := seal.DecodeSignedDispatch(b)
		if err != nil {
			t.Fatal(err)
		}
		return s.Dispatch.Digest(), b
	}
	card("arland", "belmark")
	for what, c := range map[string]struct {
		with []agreement.PartyID
		code fault.Code
	}{
		"naming one who is not known":   {[]agreement.PartyID{"belmark", "cordova", "secretariat"}, fault.UnknownKey},
		"without the one it is sent to": {[]agreement.PartyID{"arland", "cordova"}, fault.Forbidden},
	} {
		id, b := opening(c.with...)
		acks, err := x.send("belmark", id, b)
		if err != nil || acks[0].Code != string(c.code) {
			t.Errorf("an opening %s: %+v, %v", what, acks, err)
		}
	}
	_, b := opening("belmark", "cordova")
	if acks, err := x.send("belmark", seal.DigestOf(nil), b); err != nil || acks[0].Code != string(fault.Malformed) {
		t.Errorf("an opening under another name: %+v, %v", acks, err)
	}
	if list, err := r.seats["belmark"].Node.Negotiations(t.Context(), r.seats["belmark"].who); err != nil || len(list) != 0 {
		t.Errorf("%+v, %v", list, err)
	}
	// Another card under a name that is known is refused until people have cleared it up.
	forged := r.seats["cordova"].home.Card
	forged.Party = "arland"
	if err := r.seats["belmark"].Node.AddContact(t.Context(), r.seats["belmark"].who, forged); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("another's card under a known name: %v", err)
	}
	forged.Key = r.seats["arland"].home.Card.Key
	if err := r.seats["belmark"].Node.AddContact(t.Context(), r.seats["belmark"].who, forged); err == nil {
		t.Error("a certificate that the key did not sign was taken")
	}

	// An invitation that is not understood yet waits, and is taken once the card that was missing is there.
	card("secretariat", "cordova")
	card("cordova", "secretariat")
	card("belmark", "secretariat")
	id, err := r.seats["cordova"].Node.OpenNegotiation(t.Context(), r.seats["cordova"].who, node.OpenRequest{Text: []byte(r.text), With: []agreement.PartyID{"belmark", "secretariat"}})
	if err != nil {
		t.Fatal(err)
	}
	r.say("cordova", string(id), words(seal.DispatchComment, "are you there?"))
	r.level1("cordova", "secretariat", string(id))
	if list, err := r.seats["belmark"].Node.Negotiations(t.Context(), r.seats["belmark"].who); err != nil || len(list) != 0 {
		t.Errorf("taken without the card: %+v, %v", list, err)
	}
	card("secretariat", "belmark")
	r.level(string(id), "cordova", "belmark", "secretariat")
}

// level1 waits until one node has heard all that another said.
func (r *round) level1(said, heard agreement.PartyID, id string) {
	r.t.Helper()
	want := len(r.view(said, id).History)
	r.await("what "+string(said)+" said", id, func(v *node.NegotiationView) bool { return len(v.History) == want }, heard)
}

// Who tells two parties two things under one number is found out when the two speak to each other: each ends with both.
func TestTwoStories(t *testing.T) {
	r := newRound(t, trio...)
	r.meet()
	id := r.open("arland", r.text, "belmark", "secretariat")
	e := r.rival("arland", id)
	one, two := e.next(seal.DispatchComment), e.next(seal.DispatchComment)
	one.Words, two.Words = "we shall agree to eight days", "we shall never agree to eight days"
	e.told("one story", "belmark", e.sign(one), "")
	e.told("another story", "secretariat", e.sign(two), "")
	for _, p := range []agreement.PartyID{"belmark", "secretariat"} {
		if f := r.view(p, id).Forks; len(f) != 0 {
			t.Fatalf("%s knows too early: %+v", p, f)
		}
	}
	r.say("belmark", id, words(seal.DispatchComment, "what arland says is welcome"))
	forked := func(v *node.NegotiationView) bool {
		return len(v.Forks) == 1 && v.Forks[0].Party == "arland" && v.Forks[0].Number == 2
	}
	r.await("the proof", id, forked, "belmark", "secretariat")
	// They go on with each other nevertheless.
	r.say("secretariat", id, node.DraftMove{Kind: seal.DispatchAgree, Articles: []agreement.Article{"8"}})
	r.await("the secretariat's word", id, func(v *node.NegotiationView) bool {
		for _, p := range v.Positions {
			if p.Article == "8" && len(p.Agreed) == 1 {
				return true
			}
		}
		return false
	}, "belmark")
}

// What is lost before it is heard, or heard and not acknowledged, or interrupted by a stop, comes again and is taken once.
func TestDispatchesLostOnTheWay(t *testing.T) {
	r := newRound(t, trio...)
	r.meet()
	var count atomic.Int64
	for _, s := range r.seats {
		s.lose = func([]byte) (bool, bool) { n := count.Add(1); return n%5 == 1, n%3 == 1 }
	}
	id := r.open("arland", r.text, "belmark", "secretariat")
	for i := range 6 {
		for _, p := range trio {
			r.say(p, id, words(seal.DispatchComment, strings.Repeat("word ", i+1)))
		}
		if i == 2 || i == 4 {
			p := trio[i/2-1]
			r.stop(p)
			r.start(p)
			who, err := r.seats[p].Node.Auth().Person(t.Context(), "delegate")
			if err != nil {
				t.Fatal(err)
			}
			r.seats[p].who = who
		}
	}
	r.say("belmark", id, node.DraftMove{Kind: seal.DispatchBracket, Article: "7", From: eightDays, To: tenDays})
	r.level(id, trio...)
	for _, p := range trio {
		v := r.view(p, id)
		if len(v.History) != 1+6*3+1 || len(v.Forks) != 0 || statusOf(v, "7") != negotiation.StatusBracketed {
			t.Errorf("%s: %d in the history, %+v", p, len(v.History), v.Forks)
		}
	}
	if count.Load() < 20 {
		t.Errorf("only %d letters", count.Load())
	}
}

// A node whose database was set back says nothing more, once it has heard that others have what it lacks.
func TestANegotiatorSetBack(t *testing.T) {
	r := newRound(t, "arland", "belmark")
	r.meet()
	id := r.open("arland", exchange(t, r.text, "party \"secretariat\" {", "party \"third\" {"), "belmark")
	back := filepath.Join(t.TempDir(), "back.db")
	a := r.seats["arland"]
	if err := a.DB.Backup(t.Context(), back); err != nil {
		t.Fatal(err)
	}
	r.say("arland", id, words(seal.DispatchComment, "said after the back-up"))
	r.level(id, "arland", "belmark")
	r.stop("arland")
	old, err := os.ReadFile(back)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []string{node.FileDatabase + "-wal", node.FileDatabase + "-shm"} {
		_ = os.Remove(filepath.Join(a.dir, f))
	}
	if err := os.WriteFile(filepath.Join(a.dir, node.FileDatabase), old, 0o600); err != nil {
		t.Fatal(err)
	}
	r.start("arland")
	if a.who, err = a.Node.Auth().Person(t.Context(), "delegate"); err != nil {
		t.Fatal(err)
	}
	r.say("belmark", id, words(seal.DispatchComment, "we heard you"))
	r.await("what is missing", id, func(v *node.NegotiationView) bool {
		return len(v.Missing) == 1 && v.Missing[0].Party == "arland" && v.Missing[0].Number == 2
	}, "arland")
	if _, err := a.Node.Say(t.Context(), a.who, id, words(seal.DispatchComment, "as if nothing had been said")); fault.CodeOf(err) != fault.StoreBehind {
		t.Errorf("it speaks on: %v", err)
	}
}
