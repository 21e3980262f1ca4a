package seal

import (
	"testing"
	"time"

	"github.com/entente-net/entente/fault"
)

func TestVerifyAct(t *testing.T) {
	c := newCast(t, WorldExercise)
	s := c.signedAct(t)
	who, err := VerifyAct(s, c.ring, noon)
	if err != nil {
		t.Fatal(err)
	}
	if who.Node.Party != "belmark" || who.Person.Role != "judge" || who.Person.Authority != "court-registry" {
		t.Fatalf("signed by %+v and %+v", who.Node, who.Person)
	}
	back := must[*SignedAct](t)(DecodeSignedAct(s.Encode()))
	if _, err := VerifyAct(back, c.ring, noon); err != nil {
		t.Fatal(err)
	}
	if back.Digest() != s.Digest() || back.Act.Digest() == s.Digest() {
		t.Fatal("the digests of act and signed act are mixed up")
	}

	officer := must[*SignedAct](t)(SignAct(func() Act { a := c.act(t); a.Party, a.Role = "arland", "officer"; return a }(), c.node["arland"], c.officer))
	for name, x := range map[string]struct {
		change func(*SignedAct)
		code   fault.Code
	}{
		"another step":           {func(s *SignedAct) { s.Act.Step = "refuse" }, fault.BadSignature},
		"another world":          {func(s *SignedAct) { s.Act.World = "" }, fault.WrongWorld},
		"another party":          {func(s *SignedAct) { s.Act.Party = "arland" }, fault.UnknownKey},
		"key of the other":       {func(s *SignedAct) { s.Act.Key = c.node["arland"].ID() }, fault.UnknownKey},
		"a party key":            {func(s *SignedAct) { s.Act.Key = c.party["belmark"].ID() }, fault.UnknownKey},
		"signature gone":         {func(s *SignedAct) { s.Signature = b64.EncodeToString(make([]byte, 64)) }, fault.BadSignature},
		"personal gone":          {func(s *SignedAct) { s.Personal = nil }, fault.BadSignature},
		"personal of another":    {func(s *SignedAct) { s.Personal = officer.Personal }, fault.BadSignature},
		"personal under own key": {func(s *SignedAct) { *s = *resign(t, c, s, c.node["belmark"]) }, fault.PersonalInvalid},
		"officer's key":          {func(s *SignedAct) { *s = *swapPersonal(t, c, s, officer.Personal) }, fault.PersonalInvalid},
		"forged by node":         {func(s *SignedAct) { p := *s.Personal; p.Signature = s.Signature; *s = *swapPersonal(t, c, s, &p) }, fault.PersonalInvalid},
		"moved to another act": {func(s *SignedAct) {
			a := s.Act
			a.Step = "refuse"
			*s = *must[*SignedAct](t)(CountersignAct(a, s.Personal, c.node["belmark"]))
		}, fault.PersonalInvalid},
	} {
		bad := *s
		x.change(&bad)
		if _, err := VerifyAct(&bad, c.ring, noon); fault.CodeOf(err) != x.code {
			t.Errorf("%s: %v, want %s", name, err, x.code)
		}
	}
	for name, when := range map[string]time.Time{"too early": noon.Add(-2 * time.Hour), "too late": noon.Add(24 * time.Hour)} {
		if _, err := VerifyAct(s, c.ring, when); fault.CodeOf(err) != fault.UnknownKey {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// resign lets the node sign in the person's place.
func resign(t *testing.T, c *cast, s *SignedAct, node PrivateKey) *SignedAct {
	p := &Personal{Algorithm: AlgorithmEd25519, Key: node.ID(), Signature: node.sign(personalMessage(&s.Act, node.ID()))}
	return swapPersonal(t, c, s, p)
}

func swapPersonal(t *testing.T, c *cast, s *SignedAct, p *Personal) *SignedAct {
	return must[*SignedAct](t)(CountersignAct(s.Act, p, c.node["belmark"]))
}

func TestSignActRefuses(t *testing.T) {
	c, real := newCast(t, WorldExercise), newCast(t, WorldReal)
	_, err := SignAct(c.act(t), real.node["belmark"], PrivateKey{})
	wantCode(t, err, fault.WrongWorld)
	_, err = SignAct(c.act(t), c.node["belmark"], real.judge)
	wantCode(t, err, fault.WrongWorld)
	_, err = SignAct(c.act(t), c.party["belmark"], PrivateKey{})
	wantCode(t, err, fault.UnknownKey)
	_, err = SignAct(c.act(t), c.node["belmark"], c.node["belmark"])
	wantCode(t, err, fault.UnknownKey)
	_, err = CountersignAct(c.act(t), nil, c.node["arland"])
	wantCode(t, err, fault.UnknownKey)
	_, err = SignAct(c.act(t), PrivateKey{}, PrivateKey{})
	wantCode(t, err, fault.UnknownKey)
}

func TestReceiptsAndTheirLike(t *testing.T) {
	c, real := newCast(t, WorldExercise), newCast(t, WorldReal)
	receipt, refusal, relay := c.receipt(t), c.refusal(t), c.relay(t)
	for name, verify := range map[string]func(*KeyRing) (*Holder, error){
		"receipt": func(r *KeyRing) (*Holder, error) { return VerifyReceipt(receipt, r, noon) },
		"refusal": func(r *KeyRing) (*Holder, error) { return VerifyRefusal(refusal, r, noon) },
		"relay":   func(r *KeyRing) (*Holder, error) { return VerifyRelay(relay, r, noon) },
	} {
		if h, err := verify(c.ring); err != nil || h.Party == "" {
			t.Errorf("%s: %v", name, err)
		}
		_, err := verify(real.ring)
		wantCode(t, err, fault.WrongWorld)
		_, err = verify(NewKeyRing(WorldExercise, testAgreement))
		wantCode(t, err, fault.UnknownKey)
	}
	receipt.Receipt.Number++
	_, err := VerifyReceipt(receipt, c.ring, noon)
	wantCode(t, err, fault.BadSignature)
	refusal.Refusal.Home = "arland"
	_, err = VerifyRefusal(refusal, c.ring, noon)
	wantCode(t, err, fault.UnknownKey)
	relay.Signature = c.receipt(t).Signature // of the same world, but of another type and key
	_, err = VerifyRelay(relay, c.ring, noon)
	wantCode(t, err, fault.BadSignature)
}

// TestSignaturesAreOfOneType moves a signature between types whose bytes are the same.
func TestSignaturesAreOfOneType(t *testing.T) {
	k := must[PrivateKey](t)(GenerateKey(KeyNode, "", seeded(1)))
	sig := k.sign(message(TypeReceipt, "", []byte("{}")))
	for _, m := range [][]byte{message(TypeRefusal, "", []byte("{}")), message(TypeReceipt, WorldExercise, []byte("{}")), []byte("{}")} {
		if k.PublicKey().verifyText(m, sig) {
			t.Errorf("the signature covers %q as well", m)
		}
	}
	if !k.PublicKey().verifyText(message(TypeReceipt, "", []byte("{}")), sig) {
		t.Error("the signature does not verify")
	}
}
