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
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/seal"
)

// The counterparty of a case lies, with its own true keys, over its own line.

func TestALyingPartyOfACase(t *testing.T) {
	p := begun(t)
	id := p.asked("ordinary")
	p.quiet()
	e := p.enemy("arland")
	before := p.standing(all...)

	withdraw := func() seal.Act { return e.act(id, "withdraw", "requesting", "prosecutor") }
	for _, x := range []struct {
		what    string
		act     func() *seal.SignedAct
		code    fault.Code
		article string
	}{
		{"another text", func() *seal.SignedAct {
			a := withdraw()
			a.Agreement = seal.DigestOf([]byte("another"))
			return e.sign(a)
		}, fault.WrongModel, ""},
		{"another model", func() *seal.SignedAct {
			a := withdraw()
			a.Model = seal.DigestOf([]byte("another"))
			return e.sign(a)
		}, fault.WrongModel, ""},
		{"another article", func() *seal.SignedAct {
			a := withdraw()
			a.Article = "2"
			return e.sign(a)
		}, fault.Malformed, "7"},
		{"another procedure", func() *seal.SignedAct {
			a := withdraw()
			a.Procedure = "hit"
			return e.sign(a)
		}, fault.NoSuchStep, ""},
		{"the other side's step", func() *seal.SignedAct { return e.sign(e.act(id, "execute", "requested", "prosecutor")) }, fault.SideUnbound, "7"},
		{"the other side's step from its own side", func() *seal.SignedAct { return e.sign(e.act(id, "execute", "requesting", "prosecutor")) }, fault.WrongSide, "7"},
		{"a role that its own people do not have in this step", func() *seal.SignedAct { return e.sign(e.act(id, "withdraw", "requesting", "judge")) }, fault.WrongRole, "7"},
		{"a step from another state", func() *seal.SignedAct { return e.sign(e.act(id, "contest", "requesting", "prosecutor")) }, fault.WrongState, "7"},
		{"no person", func() *seal.SignedAct {
			a := withdraw()
			a.Person = ""
			return e.sign(a)
		}, fault.Invalid, ""},
		{"the clock of somebody else", func() *seal.SignedAct {
			a := withdraw()
			a.Kind, a.Clock, a.Phase, a.Step, a.Role, a.Side, a.Person = seal.KindLapse, "decision", "final", "", "", "", ""
			return e.sign(a)
		}, fault.NotHome, "7"},
		{"a destruction that is not owed", func() *seal.SignedAct {
			a := withdraw()
			a.Kind, a.Phase, a.Step, a.Role, a.Side, a.Person = seal.KindErased, "all", "", "", "", ""
			return e.sign(a)
		}, fault.Conflict, "7"},
		{"the destruction of a field that is not owed", func() *seal.SignedAct {
			a := withdraw()
			a.Kind, a.Step, a.Role, a.Side, a.Person = seal.KindErased, "", "", "", ""
			a.Gives = []seal.Commitment{{Field: "facts"}}
			return e.sign(a)
		}, fault.Conflict, "7"},
	} {
		s := x.act()
		if x.code == fault.Conflict { // no verdict: its time may come
			acked(t, x.what, e.post("belmark", &seal.Post{Act: s, Type: seal.TypePost}), x.code, x.article)
			continue
		}
		if ack := e.post("belmark", &seal.Post{Act: s, Type: seal.TypePost}); ack.Code != "" {
			t.Errorf("%s: home has no verdict: %s %s", x.what, ack.Code, ack.Message)
			continue
		}
		p.verdict(t, x.what, "belmark", s, x.code, x.article)
	}

	// What carries no valid signature of its author gets no verdict: it is nobody's act.
	changed := *e.sign(withdraw())
	changed.Act.Ground = "x"
	acked(t, "an act changed after it was signed", e.post("belmark", &seal.Post{Act: &changed, Type: seal.TypePost}), fault.BadSignature, "")
	b := p.enemy("belmark")
	forged := withdraw()
	forged.Key = b.home.Sign.ID()
	acked(t, "an act in another's name", e.post("belmark", &seal.Post{Act: e.resigned(forged), Type: seal.TypePost}), fault.UnknownKey, "")
	stranger, err := seal.GenerateKey(seal.KeyNode, agreement.WorldExercise, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	unknown := withdraw()
	unknown.Key = stranger.ID()
	s, err := seal.CountersignAct(unknown, nil, stranger)
	if err != nil {
		t.Fatal(err)
	}
	acked(t, "an act under a key that nobody certified", e.post("belmark", &seal.Post{Act: s, Type: seal.TypePost}), fault.UnknownKey, "")
	real, err := seal.GenerateKey(seal.KeyNode, agreement.WorldReal, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	other := withdraw()
	other.World, other.Key = agreement.WorldReal, real.ID()
	if s, err = seal.CountersignAct(other, nil, real); err != nil {
		t.Fatal(err)
	}
	acked(t, "an act of the real world in an exercise", e.post("belmark", &seal.Post{Act: s, Type: seal.TypePost}), fault.WrongWorld, "")

	// And whose case it is not gets nowhere.
	o := p.enemy("secretariat")
	acked(t, "an act for a case that another orders", e.post("secretariat", &seal.Post{Act: e.sign(withdraw()), Type: seal.TypePost}), fault.NotHome, "")
	acked(t, "a stranger asks for the case", o.post("belmark", &seal.Post{Catchup: &seal.Catchup{Case: string(id)}, Type: seal.TypePost}), fault.Forbidden, "")
	acked(t, "a case that is not there", o.post("belmark", &seal.Post{Catchup: &seal.Catchup{Case: strings.Repeat("0", 32)}, Type: seal.TypePost}), fault.NotFound, "")
	meddling := o.act(id, "withdraw", "requesting", "prosecutor")
	s = o.sign(meddling)
	if ack := o.post("belmark", &seal.Post{Act: s, Type: seal.TypePost}); ack.Code != "" {
		t.Errorf("no verdict on a stranger's act: %s", ack.Code)
	}
	p.verdict(t, "a party that is no side", "belmark", s, fault.SideUnbound, "7")
	acked(t, "a case with a name like a path", e.post("belmark", &seal.Post{Act: e.sign(func() seal.Act {
		a := withdraw()
		a.Case = "../../keystore"
		return a
	}()), Type: seal.TypePost}), fault.Malformed, "")

	if after := p.standing(all...); after != before {
		t.Fatalf("something changed:\n%s\nbefore:\n%s", after, before)
	}
	// An honest act, twice: one place, one answer.
	s = e.sign(withdraw())
	for range 3 {
		acked(t, "an honest act", e.post("belmark", &seal.Post{Act: s, Type: seal.TypePost}), "", "")
	}
	p.state("arland", id, "withdrawn")
	if row := p.last("belmark", id); row.Number != 2 {
		t.Errorf("the case has %d acts", row.Number)
	}
}

// resigned puts the enemy's own signature under an act that names another's key.
func (e *enemy) resigned(a seal.Act) *seal.SignedAct {
	e.p.t.Helper()
	own := a
	own.Key = e.home.Sign.ID()
	s := e.sign(own)
	s.Act.Key = a.Key
	return s
}

func TestALyingJudge(t *testing.T) {
	// Home is Arland here, so that Belmark's node must send its judge's decision to somebody who checks it.
	text := model(t)
	t.Parallel()
	p := &play{Inside: newWorld(t, slices.Concat(moved(t, text)), node.Config{}), t: t}
	p.people()
	id := p.asked("ordinary")
	p.quiet()
	e := p.enemy("belmark")
	key := func(person string) seal.PrivateKey {
		t.Helper()
		k, err := e.home.RoleKey(person, "judge")
		if err != nil {
			t.Fatal(err)
		}
		return k
	}
	decision := func() (seal.Act, []string) {
		a := e.act(id, "authorise", "requested", "judge")
		return a, e.gives(&a, because("necessary"))
	}
	send := func(what string, s *seal.SignedAct, code fault.Code, open ...string) {
		t.Helper()
		if ack := e.post("arland", &seal.Post{Act: s, Sealed: e.bundle(s, "arland", open...), Type: seal.TypePost}); ack.Code != "" {
			t.Errorf("%s: home has no verdict: %s %s", what, ack.Code, ack.Message)
			return
		}
		p.verdict(t, what, "arland", s, code, "7")
	}
	before := p.standing("arland")
	a, open := decision()
	send("the signature stripped", e.sign(a), fault.PersonalMissing, open...)

	own, err := node.NewRoleKey(agreement.WorldExercise)
	if err != nil {
		t.Fatal(err)
	}
	a, open = decision()
	send("a key that no registry enrolled", e.sign(a, own), fault.PersonalInvalid, open...)

	a, open = decision()
	a.Key = e.home.Sign.ID()
	personal, err := seal.SignPersonal(&a, key("vantor"))
	if err != nil {
		t.Fatal(err)
	}
	a.Ground = "changed"
	s, err := seal.CountersignAct(a, personal, e.home.Sign)
	if err != nil {
		t.Fatal(err)
	}
	send("a judge's signature under another act", s, fault.PersonalInvalid, open...)

	// The node certifies a judge of its own: only the registry may.
	party, err := e.home.PartyKey()
	if err != nil {
		t.Fatal(err)
	}
	cert, err := seal.SignStatement(&seal.RoleCertificate{
		Agreement: string(p.Agreement), Algorithm: seal.AlgorithmEd25519, Custody: seal.CustodyNode, From: seal.TimeOf(begin.AddDate(-1, 0, 0)),
		Key: own.PublicKey().String(), Party: "belmark", Role: "judge", Type: seal.TypeRoleCertificate, Until: seal.TimeOf(begin.AddDate(1, 0, 0)), World: agreement.WorldExercise,
	}, party)
	if err != nil {
		t.Fatal(err)
	}
	refused(t, "a judge's key, by the party key", p.Node("belmark").Declare(context.Background(), p.Agreement, cert), fault.UnknownKey, "")
	st := e.act(node.AgreementCase(e.text), "enrol", "", "")
	st.Kind, st.Procedure, st.Article, st.Person, st.Statement = seal.KindStatement, "agreement", "1", "", string(cert.Encode())
	s = e.sign(st)
	if ack := e.post("secretariat", &seal.Post{Act: s, Type: seal.TypePost}); ack.Code != "" {
		t.Errorf("the depositary has no verdict: %s", ack.Code)
	}
	p.verdict(t, "a judge's key, by the party key", "secretariat", s, fault.UnknownKey, "")

	if after := p.standing("arland"); after != before {
		t.Fatalf("something changed:\n%s\nbefore:\n%s", after, before)
	}
	a, open = decision()
	s = e.sign(a, key("vantor"))
	// What home cannot read beside an act says nothing against the act: it may come again, whole.
	lie, _, err := seal.Commit("reasons", "another reason", rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	text2, err := lie.Text()
	if err != nil {
		t.Fatal(err)
	}
	acked(t, "values that were not committed to", e.post("arland", &seal.Post{Act: s, Sealed: e.bundle(s, "arland", text2), Type: seal.TypePost}), fault.Commitment, "")
	acked(t, "honestly", e.post("arland", &seal.Post{Act: s, Sealed: e.bundle(s, "arland", open...), Type: seal.TypePost}), "", "")
	if row := p.last("arland", id); row.State != "authorised" {
		t.Errorf("the case is in %q", row.State)
	}
	p.level(id)
}

// moved is the model agreement with the requesting side as home of requests for assistance.
func moved(t *testing.T, text []byte) []byte {
	t.Helper()
	was := "record = record.assistance\n  home   = side.requested"
	out := strings.Replace(string(text), was, strings.Replace(was, "requested", "requesting", 1), 1)
	if out == string(text) {
		t.Fatal("the model's text has changed: mend the test")
	}
	return []byte(out)
}

func TestALyingHome(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	id := p.asked("ordinary")
	p.quiet()
	e, a := p.enemy("belmark"), p.enemy("arland")
	before := p.standing("arland", "secretariat")
	row := p.last("arland", id)
	lapse := func() seal.Act {
		x := e.act(id, "", "", "")
		x.Kind, x.Clock, x.Phase, x.Person = seal.KindLapse, "decision", "final", ""
		return x
	}
	taken := func(s *seal.SignedAct, r *seal.SignedReceipt) *seal.Post {
		return &seal.Post{Act: s, Receipt: r, Type: seal.TypePost}
	}
	now := p.Now().Add(time.Second)

	s := e.sign(lapse())
	acked(t, "a receipt from the future", e.post("arland", taken(s, e.receipt(s, uint64(row.Number)+1, row.LastReceipt, p.Now().Add(9*24*time.Hour)))), fault.ClockSkew, "")
	own := a.sign(a.act(id, "withdraw", "requesting", "prosecutor"))
	acked(t, "a receipt by somebody who is not home", a.post("secretariat", taken(own, a.receipt(own, uint64(row.Number)+1, row.LastReceipt, now))), fault.Conflict, "")
	o := p.enemy("secretariat")
	acked(t, "a receipt of the depositary for another's case", o.post("arland", taken(own, o.receipt(own, uint64(row.Number)+1, row.LastReceipt, now))), fault.NotHome, "")
	s = e.sign(lapse())
	acked(t, "a receipt of another act", e.post("arland", taken(s, e.receipt(own, uint64(row.Number)+1, row.LastReceipt, now))), fault.Malformed, "")
	r := e.receipt(own, uint64(row.Number)+1, row.LastReceipt, now)
	r.Receipt.Number++
	acked(t, "a receipt changed after it was signed", e.post("arland", taken(own, r)), fault.BadSignature, "")
	acked(t, "a place far ahead", e.post("arland", taken(own, e.receipt(own, 900, row.LastReceipt, now))), fault.Conflict, "")
	if after := p.standing("arland", "secretariat"); after != before {
		t.Fatalf("something changed:\n%s\nbefore:\n%s", after, before)
	}

	// A refusal by somebody who is not home changes nothing either.
	ref, err := seal.SignRefusal(seal.Refusal{
		Act: own.Digest(), Agreement: e.text, Article: "7", Case: string(id), Code: "wrong-role", Home: "secretariat", Message: "no", Received: seal.TimeOf(now), World: agreement.WorldExercise,
	}, o.home.Sign)
	if err != nil {
		t.Fatal(err)
	}
	acked(t, "a refusal of an act that is not here", o.post("arland", &seal.Post{Refusal: ref, Type: seal.TypePost}), fault.NotFound, "")

	// A silence that is none: Arland writes it down as home says it, and says that it is wrong.
	s = e.sign(lapse())
	early := e.receipt(s, uint64(row.Number)+1, row.LastReceipt, now)
	acked(t, "a lapse before its time", e.post("arland", taken(s, early)), "", "")
	v, err := p.Node("arland").Case(ctx, p.pia, id)
	if err != nil || v.Dispute == "" || v.State != "requested" {
		t.Errorf("the early lapse: state %q, dispute %q, %v", v.State, v.Dispute, err)
	}
	r2 := replay(t, p.bundle("arland"))
	found := false
	for _, f := range r2.Findings {
		found = found || f.Party == "belmark" && f.Case == id && f.Number == uint64(row.Number)+1
		if f.Party != "belmark" {
			t.Errorf("%s is named, who did nothing: %s", f.Party, f)
		}
	}
	if !found {
		t.Errorf("the audit does not find the early lapse:\n%s", printed(r2))
	}
}

func TestTwoReceiptsWithOneNumber(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	id := p.asked("ordinary")
	p.quiet()
	e := p.enemy("belmark")
	row := p.last("arland", id)
	judge, err := e.home.RoleKey("wanda", "judge")
	if err != nil {
		t.Fatal(err)
	}
	a := e.act(id, "refuse", "requested", "judge")
	a.Ground = "essential interests"
	e.gives(&a, because("no"))
	s := e.sign(a, judge)
	p.do("belmark", p.vantor, id, "authorise", because("necessary"))
	r := e.receipt(s, uint64(row.Number)+1, row.LastReceipt, p.Now().Add(time.Second))
	acked(t, "a second receipt for the place", e.post("arland", &seal.Post{Act: s, Receipt: r, Type: seal.TypePost}), fault.Forked, "")
	v, err := p.Node("arland").Case(ctx, p.pia, id)
	if err != nil || v.Dispute == "" || v.State != "authorised" {
		t.Errorf("the fork: state %q, dispute %q, %v", v.State, v.Dispute, err)
	}
	err = p.Members["arland"].DB.View(ctx, func(tx *store.Tx) error {
		b, err := tx.GetMeta(ctx, "fork/"+string(id))
		if err == nil && !strings.Contains(string(b), string(r.Digest())) && !strings.Contains(string(b), r.Signature) {
			t.Error("the proof of the fork does not hold the second receipt")
		}
		return err
	})
	if err != nil {
		t.Errorf("no proof is kept: %v", err)
	}
	p.quiet()
	b := p.bundles("arland", "belmark")
	blamed(t, replay(t, b["arland"]), fault.Forked, "belmark", id, uint64(row.Number)+1)
	blamed(t, replay(t, b["arland"], b["belmark"]), fault.Forked, "belmark", id, uint64(row.Number)+1)
	if r := replay(t, b["belmark"]); !r.Kept() {
		t.Errorf("the liar's own bundle does not show the fork, and shows nothing else:\n%s", printed(r))
	}
}
