package seal

import (
	"testing"
	"time"

	"github.com/entente-net/entente/fault"
)

func TestRingCertifies(t *testing.T) {
	c, real := newCast(t, WorldExercise), newCast(t, WorldReal)
	other := must[PrivateKey](t)(GenerateKey(KeyRole, WorldExercise, seeded(7)))
	sign := func(st Statement, k PrivateKey) *SignedStatement {
		return must[*SignedStatement](t)(SignStatement(st, k))
	}
	forged := *c.statement["judge"]
	forged.Signature = c.statement["officer"].Signature
	elsewhere := c.roleCertificate("belmark", "judge", "court-registry", other)
	elsewhere.Agreement = "southgate"
	nodeOf := func(party string, key PrivateKey, by PrivateKey) *SignedStatement {
		return sign(&NodeCertificate{
			Epoch: 2, From: at(0), Party: party, Scope: []string{ScopeSign}, Sign: key.PublicKey().String(),
			Type: TypeNodeCertificate, Until: at(time.Hour), World: WorldExercise,
		}, by)
	}
	for name, x := range map[string]struct {
		s    *SignedStatement
		code fault.Code
	}{
		"again":                         {c.statement["judge"], ""},
		"another world":                 {real.statement["judge"], fault.WrongWorld},
		"signature of another":          {&forged, fault.BadSignature},
		"judge certified by the party":  {sign(c.roleCertificate("belmark", "judge", "court-registry", other), c.party["belmark"]), fault.UnknownKey},
		"judge without the authority":   {sign(c.roleCertificate("belmark", "judge", "", other), c.party["belmark"]), fault.UnknownKey},
		"officer by the court registry": {sign(c.roleCertificate("belmark", "officer", "court-registry", other), c.registry), fault.UnknownKey},
		"judge of a party without one":  {sign(c.roleCertificate("arland", "judge", "court-registry", other), c.registry), fault.UnknownKey},
		"for another agreement":         {sign(elsewhere, c.registry), fault.UnknownKey},
		"key of another party":          {sign(c.roleCertificate("belmark", "officer", "", c.officer), c.party["belmark"]), fault.Conflict},
		"node by another party":         {nodeOf("arland", c.node["arland"], c.party["belmark"]), fault.UnknownKey},
		"node key of another party":     {nodeOf("arland", c.node["belmark"], c.party["arland"]), fault.Conflict},
		"unknown party":                 {nodeOf("cedar", c.node["arland"], c.party["arland"]), fault.UnknownKey},
		"ratification by another": {sign(&Ratification{
			Agreement: DigestOf(nil), ID: testAgreement, Model: DigestOf(nil), Party: "arland", Signed: at(0), Type: TypeRatification, World: WorldExercise,
		}, c.party["belmark"]), fault.UnknownKey},
		"revoked by another": {sign(&Revocation{From: at(0), Key: c.judge.ID(), Party: "belmark", Type: TypeRevocation, World: WorldExercise}, c.party["belmark"]), fault.UnknownKey},
		"revokes nothing":    {sign(&Revocation{From: at(0), Key: other.ID(), Party: "belmark", Type: TypeRevocation, World: WorldExercise}, c.registry), fault.UnknownKey},
		"revokes a party":    {sign(&Revocation{From: at(0), Key: c.party["belmark"].ID(), Party: "belmark", Type: TypeRevocation, World: WorldExercise}, c.party["belmark"]), fault.UnknownKey},
	} {
		if _, err := c.ring.Add(x.s); fault.CodeOf(err) != x.code {
			t.Errorf("%s: %v, want %q", name, err, x.code)
		}
	}
	if n := len(c.ring.Holders(c.judge.ID())); n != 1 {
		t.Errorf("the judge's key is filed %d times", n)
	}
	wantCode(t, c.ring.AddParty("arland", c.party["belmark"].PublicKey().String()), fault.Conflict)
	wantCode(t, c.ring.AddParty("cedar", c.party["belmark"].PublicKey().String()), fault.Conflict)
	wantCode(t, c.ring.AddParty("cedar", real.party["belmark"].PublicKey().String()), fault.WrongWorld)
	wantCode(t, c.ring.AddParty("cedar", c.node["belmark"].PublicKey().String()), fault.UnknownKey)
	wantCode(t, c.ring.AddAuthority("belmark", "court-registry", must[PrivateKey](t)(GenerateKey(KeyAuthority, WorldExercise, seeded(8))).PublicKey().String()), fault.Conflict)
}

func TestRingRevokes(t *testing.T) {
	c := newCast(t, "")
	before := c.ring.Clone()
	s := c.signedAct(t)
	revoke := func(from Time) {
		st := must[*SignedStatement](t)(SignStatement(&Revocation{From: from, Key: c.judge.ID(), Party: "belmark", Reason: "lost", Type: TypeRevocation}, c.registry))
		must[Statement](t)(c.ring.Add(st))
	}
	revoke(at(time.Hour))
	revoke(at(2 * time.Hour)) // a later word does not take back an earlier one
	for d, code := range map[time.Duration]fault.Code{0: "", time.Hour - time.Microsecond: "", time.Hour: fault.PersonalInvalid, 2 * time.Hour: fault.PersonalInvalid} {
		if _, err := VerifyAct(s, c.ring, noon.Add(d)); fault.CodeOf(err) != code {
			t.Errorf("after %v: %v, want %q", d, err, code)
		}
	}
	if _, err := VerifyAct(s, before, noon.Add(2*time.Hour)); err != nil {
		t.Errorf("the clone changed as well: %v", err)
	}
	// A new certificate does not bring a revoked key back.
	again := c.roleCertificate("belmark", "judge", "court-registry", c.judge)
	again.From, again.Until = at(3*time.Hour), at(5*time.Hour)
	must[Statement](t)(c.ring.Add(must[*SignedStatement](t)(SignStatement(again, c.registry))))
	_, err := c.ring.Find(c.judge.ID(), KeyRole, "judge", noon.Add(4*time.Hour))
	wantCode(t, err, fault.UnknownKey)
}

func TestRingEpochs(t *testing.T) {
	c := newCast(t, "")
	next := must[PrivateKey](t)(GenerateKey(KeySeal, "", seeded(11)))
	sign := must[PrivateKey](t)(GenerateKey(KeyNode, "", seeded(12)))
	must[Statement](t)(c.ring.Add(must[*SignedStatement](t)(SignStatement(&NodeCertificate{
		Epoch: 2, From: at(time.Hour), Party: "arland", Scope: []string{ScopeSeal, ScopeSign, ScopeTLS}, Seal: next.PublicKey().String(),
		Sign: sign.PublicKey().String(), TLS: string(DigestOf([]byte("new"))), Type: TypeNodeCertificate, Until: at(30 * time.Hour),
	}, c.party["arland"]))))
	for _, x := range []struct {
		at   time.Duration
		seal KeyID
		sign KeyID
		pins int
	}{
		{0, c.seal["arland"].ID(), c.node["arland"].ID(), 1},
		{2 * time.Hour, next.ID(), sign.ID(), 2},
		{25 * time.Hour, next.ID(), sign.ID(), 1},
		{31 * time.Hour, "", "", 0},
	} {
		seal, _ := c.ring.SealKey("arland", noon.Add(x.at))
		sign, _ := c.ring.SignKey("arland", noon.Add(x.at))
		if pins := c.ring.TLSPins("arland", noon.Add(x.at)); seal.ID() != x.seal || sign.ID() != x.sign || len(pins) != x.pins {
			t.Errorf("after %v: seal %s, sign %s, pins %v", x.at, seal.ID(), sign.ID(), pins)
		}
	}
	must[Statement](t)(c.ring.Add(must[*SignedStatement](t)(SignStatement(&Revocation{From: at(2 * time.Hour), Key: sign.ID(), Party: "arland", Type: TypeRevocation}, c.party["arland"]))))
	if k, err := c.ring.SignKey("arland", noon.Add(3*time.Hour)); err != nil || k.ID() != c.node["arland"].ID() {
		t.Errorf("after the revocation: %s, %v", k, err)
	}
	if pins := c.ring.TLSPins("arland", noon.Add(3*time.Hour)); len(pins) != 1 || pins[0] != DigestOf([]byte("arland")) {
		t.Errorf("after the revocation the pins are %v", pins)
	}
	_, err := c.ring.SealKey("cedar", noon)
	wantCode(t, err, fault.UnknownKey)
}

func TestStatementsRefuse(t *testing.T) {
	c, real := newCast(t, WorldExercise), newCast(t, WorldReal)
	node := func() *NodeCertificate {
		return must[Statement](t)(DecodeStatement([]byte(c.statement["node arland"].Statement))).(*NodeCertificate)
	}
	role := func() *RoleCertificate { return c.roleCertificate("belmark", "judge", "court-registry", c.judge) }
	n := func(change func(*NodeCertificate)) Statement { v := node(); change(v); return v }
	r := func(change func(*RoleCertificate)) Statement { v := role(); change(v); return v }
	for name, st := range map[string]Statement{
		"ends before":       n(func(v *NodeCertificate) { v.Until = v.From }),
		"unknown scope":     n(func(v *NodeCertificate) { v.Scope = []string{"sail"} }),
		"scope not sorted":  n(func(v *NodeCertificate) { v.Scope = []string{ScopeSign, ScopeSeal, ScopeTLS} }),
		"scope, no key":     n(func(v *NodeCertificate) { v.Sign = "" }),
		"key, no scope":     n(func(v *NodeCertificate) { v.Scope = []string{ScopeSeal, ScopeSign} }),
		"key of a person":   n(func(v *NodeCertificate) { v.Sign = c.judge.PublicKey().String() }),
		"key of the world":  n(func(v *NodeCertificate) { v.Sign = real.node["arland"].PublicKey().String() }),
		"no key at all":     r(func(v *RoleCertificate) { v.Key = "" }),
		"unknown custody":   r(func(v *RoleCertificate) { v.Custody = "friend" }),
		"unknown algorithm": r(func(v *RoleCertificate) { v.Algorithm = "rsa" }),
	} {
		key := c.party["arland"]
		if _, err := SignStatement(st, key); err == nil {
			t.Errorf("%s: signed", name)
		}
		if _, err := DecodeStatement(st.Encode()); err == nil {
			t.Errorf("%s: decoded", name)
		}
	}
	kept := role()
	kept.Custody = CustodyNode
	must[*SignedStatement](t)(SignStatement(kept, c.registry)) // lawful in an exercise
	keptReal := real.roleCertificate("belmark", "judge", "court-registry", real.judge)
	keptReal.Custody = CustodyNode
	_, err := SignStatement(keptReal, real.registry)
	wantCode(t, err, fault.Malformed)
	_, err = SignStatement(role(), real.registry)
	wantCode(t, err, fault.WrongWorld)
	_, err = SignStatement(node(), c.registry)
	wantCode(t, err, fault.UnknownKey)
	_, err = SignStatement(role(), c.node["belmark"])
	wantCode(t, err, fault.UnknownKey)

	s := c.statement["judge"]
	must[Statement](t)(VerifyStatement(s, c.registry.PublicKey()))
	_, err = VerifyStatement(s, c.party["belmark"].PublicKey())
	wantCode(t, err, fault.UnknownKey)
	_, err = VerifyStatement(s, real.registry.PublicKey())
	wantCode(t, err, fault.WrongWorld)
	bad := *s
	bad.Signature = c.statement["officer"].Signature
	_, err = VerifyStatement(&bad, c.registry.PublicKey())
	wantCode(t, err, fault.BadSignature)
	for _, text := range []string{`{}`, `[]`, `{"type":"entente/wish/1"}`, `{"type": "x"}`, `1`} {
		_, err := DecodeStatement([]byte(text))
		wantCode(t, err, fault.Malformed)
	}
}
