package node_test

import (
	"bytes"
	"encoding/base64"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/seal"
	"github.com/entente-net/entente/seal/sealtest"
)

var here = seal.Site{RP: "localhost", Origin: "http://localhost:7412"}

// device is a person's passkey as the desk would meet it.
func (s *staged) device(t *testing.T, who node.Who, seed string) *sealtest.Passkey {
	t.Helper()
	p := sealtest.New(seed, here.RP, here.Origin)
	p.Count = 1
	n := s.Node("belmark")
	challenge, err := n.Auth().Challenge(auth.PurposeCreate, "session", time.Now())
	if err != nil {
		t.Fatal(err)
	}
	authenticator, client := p.Create(challenge)
	if _, err := n.Auth().AddPasskey(t.Context(), who.ID, "phone", here, challenge, authenticator, client, "session", time.Now()); err != nil {
		t.Fatal(err)
	}
	return p
}

func answer(t *testing.T, p *sealtest.Passkey, challenge []byte) auth.Answer {
	t.Helper()
	a, client, sig := p.Get(challenge)
	b := base64.RawURLEncoding
	out, err := auth.ParseAnswer(b.EncodeToString(challenge), b.EncodeToString(p.ID), b.EncodeToString(a), client, b.EncodeToString(sig))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestAStepByPasskey(t *testing.T) {
	s := together(t)
	ctx, n := t.Context(), s.Node("belmark")
	judge, _ := s.own(t, "olga")
	other, _ := s.own(t, "otto")
	phone, foreign := s.device(t, judge, "olga's phone"), s.device(t, other, "otto's phone")
	id := s.requested(t)
	prepare := func() (*node.Preparation, *seal.Act) {
		t.Helper()
		p, err := n.Prepare(ctx, judge, because(id, "authorise"))
		if err != nil {
			t.Fatal(err)
		}
		a, err := n.Prepared(judge, p.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := n.Prepared(other, p.Name); fault.CodeOf(err) != fault.NotFound {
			t.Fatalf("another person sees what she prepared: %v", err)
		}
		return p, a
	}
	mine, err := n.Auth().Passkeys(ctx, judge.ID)
	if err != nil || len(mine) != 1 {
		t.Fatal(mine, err)
	}
	key := mine[0].Key

	p, a := prepare()
	sig, err := n.SignsByPasskey(ctx, judge, p.Name, answer(t, phone, a.Challenge(key.ID())))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := n.Step(ctx, judge, node.StepRequest{Prepared: p.Name, Personal: sig}); fault.CodeOf(err) != fault.PersonalInvalid {
		t.Fatalf("a passkey that no authority certified: %v", err)
	}
	if keys, err := n.SigningPasskeys(ctx, judge, s.Agreement, "judge", here); err != nil || len(keys) != 0 {
		t.Fatalf("it is offered for signing: %v, %v", keys, err)
	}

	by, err := s.Members["belmark"].Home.AuthorityKey("court-registry")
	if err != nil {
		t.Fatal(err)
	}
	certified := func(who node.Who, key seal.PublicKey, site seal.Site) error {
		st, err := node.MakePasskeyCertificate(s.Agreement, "belmark", "judge", "court-registry", key, site, by, n.Now())
		if err != nil {
			t.Fatal(err)
		}
		return n.EnrolOwnPasskey(ctx, who, st)
	}
	if err := certified(other, key, here); fault.CodeOf(err) != fault.PersonalInvalid {
		t.Fatalf("another's passkey: %v", err)
	}
	if err := certified(judge, key, seal.Site{RP: "localhost", Origin: "http://localhost:1"}); fault.CodeOf(err) != fault.PersonalInvalid {
		t.Fatalf("another site: %v", err)
	}
	if err := certified(judge, key, here); err != nil {
		t.Fatal(err)
	}
	if keys, err := n.SigningPasskeys(ctx, judge, s.Agreement, "judge", here); err != nil || len(keys) != 1 {
		t.Fatalf("%v, %v", keys, err)
	}
	if keys, err := n.SigningPasskeys(ctx, judge, s.Agreement, "judge", seal.Site{RP: "localhost", Origin: "http://localhost:1"}); err != nil || len(keys) != 0 {
		t.Fatalf("elsewhere: %v, %v", keys, err)
	}

	p, a = prepare()
	first := *phone
	replay := answer(t, phone, a.Challenge(key.ID()))
	if sig, err = n.SignsByPasskey(ctx, judge, p.Name, replay); err != nil {
		t.Fatal(err)
	}
	if _, err := n.SignsByPasskey(ctx, judge, p.Name, replay); fault.CodeOf(err) != fault.Unauthorised {
		t.Fatalf("an answer twice: %v", err)
	}
	q, b := prepare() // the same step once more: another act
	for name, x := range map[string]auth.Answer{
		"an answer to another act": replay,
		"another's passkey":        answer(t, foreign, b.Challenge(key.ID())),
		"a copy that lags behind":  answer(t, &first, b.Challenge(key.ID())),
		"another origin":           answer(t, func() *sealtest.Passkey { z := *phone; z.Origin = "http://localhost:7413"; return &z }(), b.Challenge(key.ID())),
	} {
		if _, err := n.SignsByPasskey(ctx, judge, q.Name, x); err == nil {
			t.Errorf("%s signs", name)
		}
	}
	if _, err := n.Step(ctx, judge, node.StepRequest{Prepared: q.Name, Personal: sig}); fault.CodeOf(err) != fault.PersonalInvalid {
		t.Fatalf("the signature under another act: %v", err)
	}
	if res, err := n.Step(ctx, judge, node.StepRequest{Prepared: p.Name, Personal: sig}); err != nil || res.State != "authorised" {
		t.Fatalf("%+v, %v", res, err)
	}
	err = s.Await(ctx, func() (bool, error) {
		v, err := s.Node("arland").Case(ctx, s.pia, id)
		return err == nil && len(v.Acts) == 2 && v.Acts[1].Personal, err
	})
	if err != nil {
		t.Fatalf("the other side does not take it: %v", err)
	}

	// Whoever audits has nothing but what was signed.
	var in []audit.Input
	for _, party := range []agreement.PartyID{"arland", "belmark"} {
		var e bytes.Buffer
		if err := s.Node(party).Evidence(ctx, s.Agreement, &e); err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(e.Bytes(), []byte(`webauthn.get`)) {
			t.Errorf("the evidence of %s lacks the passkey's answer", party)
		}
		in = append(in, audit.Input{Name: string(party), From: bytes.NewReader(e.Bytes())})
	}
	r, err := audit.Replay(ctx, in, audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if r.Verified.Personal == 0 {
		t.Errorf("the audit verified no personal signature")
	}
	for _, f := range r.Findings {
		if f.Code != "" {
			t.Logf("finding: %+v", f)
		}
		if f.Code == fault.PersonalInvalid || f.Code == fault.PersonalMissing || f.Code == fault.BadSignature {
			t.Errorf("the audit finds: %+v", f)
		}
	}

	// A key in a file and a passkey stand beside each other; what is disabled is logged out.
	token, _, err := n.Auth().Begin(ctx, judge.ID, auth.KindCookie, time.Now(), 0)
	if err != nil {
		t.Fatal(err)
	}
	gone := *judge
	gone.Disabled = true
	if err := n.EnrolPerson(ctx, gone); err != nil {
		t.Fatal(err)
	}
	if _, _, err := n.Auth().Authenticate(ctx, token, auth.KindCookie, time.Now()); fault.CodeOf(err) != fault.Unauthorised {
		t.Errorf("a disabled person's session: %v", err)
	}
}
