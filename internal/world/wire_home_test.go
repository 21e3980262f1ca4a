package world

import (
	"context"
	"crypto/rand"
	"net"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/peer"
	"github.com/entente-net/entente/internal/serve"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/seal"
)

// again stops a node and starts it.
func (p *play) again(party agreement.PartyID) {
	p.t.Helper()
	if err := p.Stop(party); err != nil {
		p.t.Fatal(err)
	}
	if err := p.Start(context.Background(), party); err != nil {
		p.t.Fatal(err)
	}
}

// disputes wants a case in dispute, in the state in which it was before, now and after a restart.
func (p *play) disputes(party agreement.PartyID, who node.Who, id casework.CaseID, state agreement.StateID) {
	p.t.Helper()
	for _, when := range []string{"at once", "after a restart"} {
		v, err := p.Node(party).Case(context.Background(), who, id)
		if err != nil || v.Dispute == "" || v.State != state {
			p.t.Errorf("%s: %+v, %v", when, v, err)
		}
		if when == "at once" {
			p.again(party)
		}
	}
}

func TestHomeTakesAnActWithoutTheJudge(t *testing.T) {
	p := begun(t)
	id := p.asked("ordinary")
	p.quiet()
	e := p.enemy("belmark")
	row := p.last("arland", id)
	a := e.act(id, "authorise", "requested", "judge")
	e.gives(&a, because("we say so"))
	own, err := node.NewRoleKey(agreement.WorldExercise)
	if err != nil {
		t.Fatal(err)
	}
	s := e.sign(a, own)
	r := e.receipt(s, 2, row.LastReceipt, p.Now().Add(time.Second))
	acked(t, "it is written down", e.post("arland", &seal.Post{Act: s, Receipt: r, Type: seal.TypePost}), "", "")
	p.disputes("arland", p.pia, id, "requested")
	// What home builds on it is written down too, and changes nothing.
	b := e.act(id, "execute", "requested", "prosecutor")
	e.gives(&b, fields{"evidence": "x"})
	b.Basis = r.Digest()
	s = e.sign(b)
	acked(t, "what follows", e.post("arland", &seal.Post{Act: s, Receipt: e.receipt(s, 3, r.Digest(), p.Now().Add(2*time.Second)), Type: seal.TypePost}), "", "")
	p.disputes("arland", p.pia, id, "requested")
	if row := p.last("arland", id); row.Number != 3 {
		t.Errorf("Arland holds %d acts of the case", row.Number)
	}
	blamed(t, replay(t, p.bundle("arland")), fault.PersonalInvalid, "belmark", id, 2)
}

func TestHomeBackDatesWhatItTook(t *testing.T) {
	for name, shows := range map[string]bool{"by its own word": true, "by a word that it does not show": false} {
		t.Run(name, func(t *testing.T) { backDated(t, shows) })
	}
}

func backDated(t *testing.T, shows bool) {
	p := begun(t)
	id := p.asked("danger to life")
	p.do("belmark", p.oren, id, "act-at-once", fields{"evidence": secret, "reasons": "a life"})
	p.quiet()
	due := p.Now().Add(48 * time.Hour)
	p.Members["belmark"].Proxy.Cut()
	if err := p.Stop("belmark"); err != nil { // its node would say the truth
		t.Fatal(err)
	}
	if err := p.SetClock(context.Background(), due.Add(2*time.Hour)); err != nil {
		t.Fatal(err)
	}
	e := p.enemy("belmark")
	judge, err := e.home.RoleKey("vantor", "judge")
	if err != nil {
		t.Fatal(err)
	}
	row := p.last("arland", id)
	a := e.act(id, "uphold", "requested", "judge")
	e.gives(&a, because("a life was in danger"))
	s := e.sign(a, judge)
	own, err := seal.SignRelay(seal.Relay{
		Act: s.Digest(), Agreement: e.text, By: "belmark", Case: string(id), Held: seal.TimeOf(due.Add(-time.Minute)), World: agreement.WorldExercise,
	}, e.home.Sign)
	if err != nil {
		t.Fatal(err)
	}
	relay := own
	if !shows {
		relay = nil
	}
	r, err := seal.SignReceipt(seal.Receipt{
		Act: s.Digest(), Agreement: e.text, Before: row.LastReceipt, Case: string(id), Evidence: own.Digest(), Home: "belmark", Number: 3,
		Proved: own.Relay.Held, Received: seal.TimeOf(p.Now()), World: agreement.WorldExercise,
	}, e.home.Sign)
	if err != nil {
		t.Fatal(err)
	}
	acked(t, "done in time, says home, and nobody else", e.post("arland", &seal.Post{Act: s, Receipt: r, Relay: relay, Type: seal.TypePost}), "", "")
	v, err := p.Node("arland").Case(context.Background(), p.pia, id)
	if err != nil || v.Dispute == "" || v.State != "measure-in-force" {
		t.Errorf("state %q, dispute %q, %v", v.State, v.Dispute, err)
	}
	refused(t, "the evidence of an urgent measure that nobody upheld in time", second(p.Node("arland").Field(context.Background(), p.pia, id, "evidence")), fault.Sealed, "7")
	p.again("arland") // now with the clock of the world
	refused(t, "also after a restart", second(p.Node("arland").Field(context.Background(), p.pia, id, "evidence")), fault.Sealed, "7")
}

func TestReceiptsThatGoBackInTime(t *testing.T) {
	p := begun(t)
	id := p.asked("ordinary")
	p.quiet()
	e := p.enemy("belmark")
	judge, err := e.home.RoleKey("vantor", "judge")
	if err != nil {
		t.Fatal(err)
	}
	row := p.last("arland", id)
	a := e.act(id, "authorise", "requested", "judge")
	e.gives(&a, because("necessary"))
	s := e.sign(a, judge)
	acked(t, "it is written down", e.post("arland", &seal.Post{Act: s, Receipt: e.receipt(s, 2, row.LastReceipt, p.Now().Add(-time.Hour)), Type: seal.TypePost}), "", "")
	p.disputes("arland", p.pia, id, "requested")
}

// A silence is home's to record, even where somebody else is quicker to notice it.
func TestASilenceByNotHome(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	id := p.asked("ordinary")
	p.do("belmark", p.vantor, id, "refuse", because("no"), "essential interests")
	p.quiet()
	e := p.enemy("arland")
	a := e.act(id, "", "", "")
	a.Kind, a.Clock, a.Phase, a.Person = seal.KindLapse, "contest", "final", ""
	if err := p.Stop("belmark"); err != nil {
		t.Fatal(err)
	}
	// Belmark's node as it is in the moment before its sweeper has looked.
	clock := node.NewClock(true)
	if err := clock.Set(p.Now().AddDate(0, 0, 10).Add(time.Second), true); err != nil {
		t.Fatal(err)
	}
	s, err := serve.Open(ctx, p.Members["belmark"].Dir, serve.Options{Clock: clock})
	if err != nil {
		t.Fatal(err)
	}
	signed := e.sign(a)
	env := e.envelope("belmark", seal.LetterPost)
	env.Sent = seal.TimeOf(clock.Now())
	if _, err := s.Node.Handle(ctx, "arland", e.letter(env, (&seal.Post{Act: signed, Type: seal.TypePost}).Encode())); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := p.Start(ctx, "belmark"); err != nil {
		t.Fatal(err)
	}
	p.verdict(t, "Arland records the silence", "belmark", signed, fault.NotHome, "7")
	if err := p.SetClock(ctx, p.Now().AddDate(0, 0, 10).Add(time.Second)); err != nil {
		t.Fatal(err)
	}
	p.state("belmark", id, "refused-finally")
	p.level(id)
}

// Whoever was enrolled a moment ago may act, although the others have not heard of it.
func TestAJudgeOfWhomTheOthersHaveNotHeard(t *testing.T) {
	t.Parallel()
	unheardJudge(t, model(t))
}

// The same where it is home that has not heard: it would have to refuse the act, and waits for the enrolment instead.
func TestAJudgeOfWhomHomeHasNotHeard(t *testing.T) {
	t.Parallel()
	unheardJudge(t, moved(t, model(t)))
}

// unheardJudge lets a judge sign whose enrolment has not reached Arland yet: the act waits, and nobody is accused.
func unheardJudge(t *testing.T, agreed []byte) {
	t.Helper()
	ctx := context.Background()
	p := &play{Inside: newWorld(t, agreed, node.Config{}), t: t}
	p.people()
	id := p.asked("ordinary")
	p.awaitField(t, "belmark", p.oren, id, "facts", "two lorries")
	p.quiet()
	// Arland hears nothing from the depositary.
	if err := p.Stop("secretariat"); err != nil {
		t.Fatal(err)
	}
	arland := p.Members["arland"]
	arland.Proxy.Cut()
	if err := p.Start(ctx, "secretariat"); err != nil {
		t.Fatal(err)
	}
	fresh := p.must(t, "belmark", "nora", "judge")
	text := p.enemy("belmark").text
	err := p.Await(ctx, func() (bool, error) {
		return p.last("belmark", node.AgreementCase(text)).Number > p.last("arland", node.AgreementCase(text)).Number, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Stop("secretariat"); err != nil {
		t.Fatal(err)
	}
	arland.Proxy.Mend()
	res, err := p.Node("belmark").Step(ctx, fresh, node.StepRequest{Case: id, Step: "authorise", Values: because("necessary")})
	if err != nil {
		t.Fatal(err)
	}
	time.Sleep(300 * time.Millisecond) // Arland gets it, and cannot know the key
	v, err := p.Node("arland").Case(ctx, p.pia, id)
	if err != nil || v.Dispute != "" || v.State != "requested" {
		t.Errorf("before Arland knows the key: state %q, dispute %q, %v", v.State, v.Dispute, err)
	}
	if err := p.Start(ctx, "secretariat"); err != nil {
		t.Fatal(err)
	}
	p.state("arland", id, "authorised")
	p.state("belmark", id, "authorised")
	p.level(res.Case)
	clean(t, p.bundles(all...))
}

func TestALyingDepositary(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	e, b := p.enemy("secretariat"), p.enemy("belmark")
	agreementCase := node.AgreementCase(e.text)
	party, err := b.home.PartyKey()
	if err != nil {
		t.Fatal(err)
	}
	own, err := node.NewRoleKey(agreement.WorldExercise)
	if err != nil {
		t.Fatal(err)
	}
	cert, err := seal.SignStatement(&seal.RoleCertificate{
		Agreement: string(p.Agreement), Algorithm: seal.AlgorithmEd25519, Authority: "court-registry", Custody: seal.CustodyNode, From: seal.TimeOf(begin.AddDate(-1, 0, 0)),
		Key: own.PublicKey().String(), Party: "belmark", Role: "judge", Type: seal.TypeRoleCertificate, Until: seal.TimeOf(begin.AddDate(1, 0, 0)), World: agreement.WorldExercise,
	}, party) // not the registry's key
	if err != nil {
		t.Fatal(err)
	}
	row := p.last("arland", agreementCase)
	a := b.act(agreementCase, "enrol", "", "")
	a.Kind, a.Procedure, a.Article, a.Person, a.Statement = seal.KindStatement, "agreement", "1", "", string(cert.Encode())
	s := b.sign(a)
	r := e.receipt(s, uint64(row.Number)+1, row.LastReceipt, p.Now().Add(time.Second))
	acked(t, "it is written down", e.post("arland", &seal.Post{Act: s, Receipt: r, Type: seal.TypePost}), "", "")
	p.again("arland") // and it comes up again
	id := p.open("arland", p.pia, "assistance", "request", request("ordinary"))
	x := b.act(id, "authorise", "requested", "judge")
	b.gives(&x, because("we say so"))
	last := p.last("arland", id)
	forged := b.sign(x, own)
	acked(t, "a decision under the false key", b.post("arland", &seal.Post{Act: forged, Receipt: b.receipt(forged, 2, last.LastReceipt, p.Now().Add(2*time.Second)), Type: seal.TypePost}), "", "")
	p.disputes("arland", p.pia, id, "requested")
	if v, err := p.Node("arland").Agreement(ctx, p.Agreement); err != nil || !v.InForce {
		t.Errorf("the agreement: %+v, %v", v, err)
	}
}

// A home that takes everything and answers nothing: the depositary holds the act, and says since when (T1).
func TestAHomeThatIsSilentPolitely(t *testing.T) {
	ctx := context.Background()
	t.Parallel()
	p := &play{Inside: newWorld(t, model(t), node.Config{RelayAfter: 100 * time.Millisecond}), t: t}
	p.people()
	if err := p.Stop("belmark"); err != nil {
		t.Fatal(err)
	}
	e := p.enemy("belmark")
	ln, err := net.Listen("tcp", p.Members["belmark"].Listen)
	if err != nil {
		t.Fatal(err)
	}
	polite := peer.Serve(ln, e.home.Certificate, pinned(p, "arland", "secretariat"), func(_ context.Context, from agreement.PartyID, b []byte) ([]byte, error) {
		if from != "arland" {
			return nil, fault.New(fault.Unavailable, "not today")
		}
		l, err := seal.DecodeLetter(b)
		if err != nil {
			return nil, err
		}
		var acks [][]byte
		for _, item := range l.Items {
			acks = append(acks, (&seal.Ack{Digest: seal.DigestOf(item)}).Encode())
		}
		nonce, err := seal.NewNonce(rand.Reader)
		if err != nil {
			return nil, err
		}
		back, err := seal.BuildLetter(seal.Envelope{
			Agreement: e.text, From: "belmark", Kind: seal.LetterAck, Nonce: nonce, Re: l.Envelope.Digest(), Sent: seal.TimeOf(p.Now()), To: string(from), World: agreement.WorldExercise,
		}, acks, e.home.Sign)
		if err != nil {
			return nil, err
		}
		return back.Encode(), nil
	}, quietLog())
	res := p.queued("arland", p.pia, node.StepRequest{Agreement: p.Agreement, Procedure: "assistance", Step: "request", Values: request("ordinary")})
	err = p.Await(ctx, func() (relayed bool, err error) {
		err = p.Members["arland"].DB.View(ctx, func(tx *store.Tx) error {
			a, err := tx.GetAct(ctx, res.Act)
			relayed = len(a.Relay) > 0
			return err
		})
		return relayed, err
	})
	if err != nil {
		t.Fatalf("the depositary has not been asked: %v", err)
	}
	// When an honest node is there again, it finds the act, once.
	stop, done := context.WithTimeout(ctx, time.Second)
	defer done()
	if err := polite.Close(stop); err != nil {
		t.Fatal(err)
	}
	if err := p.Start(ctx, "belmark"); err != nil {
		t.Fatal(err)
	}
	p.state("belmark", res.Case, "requested")
	p.level(res.Case)
	if err := p.Rest(ctx); err != nil {
		t.Error(err)
	}
	if row := p.last("arland", res.Case); row.Number != 1 {
		t.Errorf("the case has %d acts", row.Number)
	}
	clean(t, p.bundles(all...))
}

// pins are the TLS keys of some parties.
type pins map[peer.Pin]agreement.PartyID

func (ps pins) PartyOf(pin peer.Pin) (agreement.PartyID, bool) {
	p, ok := ps[pin]
	return p, ok
}

func pinned(p *play, parties ...agreement.PartyID) pins {
	ps := pins{}
	for _, party := range parties {
		ps[peer.PinOf(p.Members[party].Home.Certificate.Leaf)] = party
	}
	return ps
}

func TestAClockThatIsWrongOnTheOtherSide(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	p.register()
	id := p.asked("ordinary")
	p.quiet()
	if err := p.Node("belmark").SetClock(ctx, p.Now().Add(time.Hour), true); err != nil {
		t.Fatal(err)
	}
	_, err := p.Node("arland").Ask(ctx, p.officer, node.AskRequest{
		Agreement: p.Agreement, Register: "stolen_documents", Query: "document", Purpose: "border-control", Match: map[agreement.FieldID]string{"number": "P1234567", "issuing_state": "XB"},
	})
	refused(t, "a question to a node an hour ahead", err, fault.ClockSkew, "")
	p.queued("arland", p.pia, node.StepRequest{Case: id, Step: "withdraw"})
	dec, err := p.Node("belmark").Step(ctx, p.vantor, node.StepRequest{Case: id, Step: "authorise", Values: because("necessary")})
	if err != nil || dec.Number != 2 {
		t.Fatalf("home's own: %+v, %v", dec, err)
	}
	time.Sleep(300 * time.Millisecond)
	if row := p.last("arland", id); row.Number != 1 {
		t.Errorf("Arland took a receipt an hour ahead of its clock")
	}
	for _, l := range p.Node("arland").Ping(ctx) {
		if l.Party == "belmark" && fault.CodeOf(l.Err) != fault.ClockSkew {
			t.Errorf("the line says %v", l.Err)
		}
	}
	// Belmark's clock was wrong, so it is set right; what it dated meanwhile waits until its instant has come.
	if err := p.Node("belmark").SetClock(ctx, p.Now(), true); err != nil {
		t.Fatal(err)
	}
	p.ask("P1234567", 1)
	if err := p.SetClock(ctx, p.Now().Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	p.level(id)
	p.state("arland", id, "authorised")
	p.quiet()
	v, err := p.Node("arland").Case(ctx, p.pia, id)
	if err != nil || v.Queued != 0 || v.Dispute != "" || len(v.Acts) != 3 {
		t.Fatalf("%+v, %v", v, err)
	}
	if last := v.Acts[2]; last.Refusal == nil || last.Refusal.Code != string(fault.WrongState) || last.Refusal.Article != "7" {
		t.Errorf("the withdrawal that came too late: %+v", last)
	}
	p.bundles(all...) // whether others cosigned an entry that is dated ahead of their clocks, which the audit finds, is chance
}
