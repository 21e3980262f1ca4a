package seal

import (
	"bytes"
	"crypto/elliptic"
	"crypto/sha256"
	"math/big"
	"strings"
	"testing"

	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal/sealtest"
)

const (
	testRP     = "belmark.example"
	testOrigin = "https://desk.belmark.example"
)

func passkeyOf(t testing.TB, world string, p *sealtest.Passkey) PublicKey {
	t.Helper()
	x, y := p.Point()
	return must[PublicKey](t)(NewPasskey(world, x, y))
}

// certifyPasskey has belmark's registry certify a judge's passkey.
func (c *cast) certifyPasskey(t testing.TB, key PublicKey, site Site) *SignedStatement {
	t.Helper()
	cert := c.roleCertificate("belmark", "judge", "court-registry", c.judge)
	cert.Algorithm, cert.Key, cert.Origin, cert.RP = AlgorithmPasskey, key.String(), site.Origin, site.RP
	return must[*SignedStatement](t)(SignStatement(cert, c.registry))
}

func answerOf(t testing.TB, p *sealtest.Passkey, challenge []byte) Assertion {
	t.Helper()
	auth, client, der := p.Get(challenge)
	return Assertion{Authenticator: b64.EncodeToString(auth), Client: client, Signature: must[string](t)(PasskeySignature(der))}
}

// byPasskey is a judge's act signed with a passkey, and the certificate by which it counts.
func (c *cast) byPasskey(t testing.TB) (*SignedAct, *SignedStatement, *sealtest.Passkey) {
	t.Helper()
	p := sealtest.New("vantor", testRP, testOrigin)
	key := passkeyOf(t, c.world, p)
	a := c.act(t)
	s := must[*SignedAct](t)(CountersignAct(a, PasskeyPersonal(key.ID(), answerOf(t, p, a.Challenge(key.ID()))), c.node["belmark"]))
	return s, c.certifyPasskey(t, key, Site{RP: testRP, Origin: testOrigin}), p
}

func TestAnActByPasskey(t *testing.T) {
	c := newCast(t, WorldExercise)
	s, cert, p := c.byPasskey(t)
	if _, err := VerifyAct(s, c.ring, noon); fault.CodeOf(err) != fault.PersonalInvalid {
		t.Fatalf("without a certificate: %v", err)
	}
	must[Statement](t)(c.ring.Add(cert))
	who, err := VerifyAct(s, c.ring, noon)
	if err != nil {
		t.Fatal(err)
	}
	if who.Person.Role != "judge" || who.Person.Site.Origin != testOrigin || who.Person.Key.Algorithm() != AlgorithmPasskey || who.Person.Key.Ed25519() != nil {
		t.Fatalf("signed by %+v", who.Person)
	}
	back := must[*SignedAct](t)(DecodeSignedAct(s.Encode()))
	if _, err := VerifyAct(back, c.ring.Clone(), noon); err != nil {
		t.Fatal(err)
	}
	key := passkeyOf(t, WorldExercise, p)
	stranger := sealtest.New("stranger", testRP, testOrigin)
	again := func(change func(*sealtest.Passkey)) *Personal {
		q := *p
		change(&q)
		return PasskeyPersonal(key.ID(), answerOf(t, &q, s.Act.Challenge(key.ID())))
	}
	changed := func(change func(*Personal)) *Personal {
		x := *s.Personal
		change(&x)
		return &x
	}
	other := s.Act
	other.Step = "refuse"
	for name, x := range map[string]*Personal{
		"an answer to another act":    PasskeyPersonal(key.ID(), answerOf(t, p, other.Challenge(key.ID()))),
		"to this act for another key": PasskeyPersonal(key.ID(), answerOf(t, p, s.Act.Challenge(c.judge.ID()))),
		"a bare digest as challenge":  PasskeyPersonal(key.ID(), answerOf(t, p, func() []byte { b := sha256.Sum256(s.Act.Encode()); return b[:] }())),
		"another's passkey":           PasskeyPersonal(key.ID(), answerOf(t, stranger, s.Act.Challenge(key.ID()))),
		"an unknown passkey":          PasskeyPersonal(passkeyOf(t, WorldExercise, stranger).ID(), answerOf(t, stranger, s.Act.Challenge(key.ID()))),
		"another origin":              again(func(q *sealtest.Passkey) { q.Origin = "https://desk.belmark.example.evil.example" }),
		"the same without TLS":        again(func(q *sealtest.Passkey) { q.Origin = "http://desk.belmark.example" }),
		"another port":                again(func(q *sealtest.Passkey) { q.Origin += ":8443" }),
		"a sister of the origin":      again(func(q *sealtest.Passkey) { q.Origin = "https://blog.belmark.example" }),
		"another relying party":       again(func(q *sealtest.Passkey) { q.RP = "evil.example" }),
		"within another's page":       again(func(q *sealtest.Passkey) { q.Cross = true }),
		"nobody there":                again(func(q *sealtest.Passkey) { q.Flags = sealtest.Verified }),
		"not verified":                again(func(q *sealtest.Passkey) { q.Flags = sealtest.Present }),
		"with a new key":              again(func(q *sealtest.Passkey) { q.Flags = sealtest.Present | sealtest.Verified | sealtest.Attested }),
		"with extensions":             again(func(q *sealtest.Passkey) { q.Flags = sealtest.Present | sealtest.Verified | flagExtension }),
		"backed up and not so":        again(func(q *sealtest.Passkey) { q.Flags = sealtest.Present | sealtest.Verified | flagBackedUp }),
		"a reserved flag":             again(func(q *sealtest.Passkey) { q.Flags = sealtest.Present | sealtest.Verified | 0x20 }),
		"said to be ed25519":          {Algorithm: AlgorithmEd25519, Key: key.ID(), Signature: s.Personal.Signature},
		"by the judge's other key":    must[*Personal](t)(SignPersonal(&s.Act, c.judge)),
		"the other key as a passkey":  changed(func(x *Personal) { x.Key = c.judge.ID() }),
		"no signature":                changed(func(x *Personal) { x.Signature = b64.EncodeToString(make([]byte, 64)) }),
		"the signature's other half":  changed(func(x *Personal) { x.Signature = mirrored(t, x.Signature) }),
		"the counter changed": changed(func(x *Personal) {
			b := must[[]byte](t)(b64.DecodeString(x.Authenticator))
			b[36]++
			x.Authenticator = b64.EncodeToString(b)
		}),
		"the client data with a space":   changed(func(x *Personal) { x.Client = strings.Replace(x.Client, ",", ", ", 1) }),
		"the client data with a member":  changed(func(x *Personal) { x.Client = strings.Replace(x.Client, "}", `,"a":1}`, 1) }),
		"a challenge twice":              changed(func(x *Personal) { x.Client = strings.Replace(x.Client, `{"type"`, `{"challenge":"","type"`, 1) }),
		"client data that are no object": changed(func(x *Personal) { x.Client = `[]` }),
	} {
		bad, err := CountersignAct(s.Act, x, c.node["belmark"])
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		_, err = VerifyAct(bad, c.ring, noon)
		want := fault.PersonalInvalid
		if name == "by the judge's other key" {
			want = "" // which counts too
		}
		if fault.CodeOf(err) != want {
			t.Errorf("%s: %v", name, err)
		}
	}
	// What does not even have the form is no act.
	for name, x := range map[string]*Personal{
		"a passkey's without client data": changed(func(x *Personal) { x.Client = "" }),
		"another's with client data":      changed(func(x *Personal) { x.Algorithm = AlgorithmEd25519 }),
		"short authenticator data":        changed(func(x *Personal) { x.Authenticator = x.Authenticator[:40] }),
		"long authenticator data":         changed(func(x *Personal) { x.Authenticator += "AAAA" }),
		"DER":                             changed(func(x *Personal) { x.Signature += "AAAAAAAA" }),
	} {
		if _, err := CountersignAct(s.Act, x, c.node["belmark"]); fault.CodeOf(err) != fault.Malformed {
			t.Errorf("%s: %v", name, err)
		}
	}
	// A revoked passkey counts no more.
	rev := must[*SignedStatement](t)(SignStatement(&Revocation{From: at(0), Key: key.ID(), Party: "belmark", Reason: "lost", Type: TypeRevocation, World: c.world}, c.registry))
	must[Statement](t)(c.ring.Add(rev))
	if _, err := VerifyAct(s, c.ring, noon); fault.CodeOf(err) != fault.PersonalInvalid {
		t.Errorf("revoked: %v", err)
	}
}

// mirrored is the signature's second spelling: r and n-s.
func mirrored(t testing.TB, text string) string {
	b := must[[]byte](t)(b64.DecodeString(text))
	new(big.Int).Sub(elliptic.P256().Params().N, new(big.Int).SetBytes(b[32:])).FillBytes(b[32:])
	return b64.EncodeToString(b)
}

func TestCertificatesOfPasskeys(t *testing.T) {
	c := newCast(t, WorldExercise)
	key := passkeyOf(t, WorldExercise, sealtest.New("vantor", testRP, testOrigin))
	for name, change := range map[string]func(*RoleCertificate){
		"said to be ed25519":      func(r *RoleCertificate) { r.Algorithm, r.Origin, r.RP = AlgorithmEd25519, "", "" },
		"an ed25519 key":          func(r *RoleCertificate) { r.Key = c.judge.PublicKey().String() },
		"an ed25519 key's origin": func(r *RoleCertificate) { r.Key, r.Algorithm = c.judge.PublicKey().String(), AlgorithmEd25519 },
		"no origin":               func(r *RoleCertificate) { r.Origin = "" },
		"no relying party":        func(r *RoleCertificate) { r.RP = "" },
		"kept by the node":        func(r *RoleCertificate) { r.Custody = CustodyNode },
		"an origin elsewhere":     func(r *RoleCertificate) { r.Origin = "https://belmark.example.evil.example" },
		"beside it":               func(r *RoleCertificate) { r.Origin = "https://notbelmark.example" },
		"without TLS":             func(r *RoleCertificate) { r.Origin = "http://desk.belmark.example" },
		"with a path":             func(r *RoleCertificate) { r.Origin += "/" },
		"with the usual port":     func(r *RoleCertificate) { r.Origin += ":443" },
		"in capitals":             func(r *RoleCertificate) { r.Origin = "https://desk.Belmark.example" },
		"with a user":             func(r *RoleCertificate) { r.Origin = "https://u@desk.belmark.example" },
		"a machine's address":     func(r *RoleCertificate) { r.Origin, r.RP = "https://127.0.0.1", "127.0.0.1" },
	} {
		r := c.roleCertificate("belmark", "judge", "court-registry", c.judge)
		r.Algorithm, r.Key, r.Origin, r.RP = AlgorithmPasskey, key.String(), testOrigin, testRP
		if _, err := SignStatement(r, c.registry); err != nil {
			t.Fatal(err)
		}
		change(r)
		if _, err := SignStatement(r, c.registry); fault.CodeOf(err) != fault.Malformed {
			t.Errorf("%s: %v", name, err)
		}
	}
	for site, world := range map[Site]string{{"localhost", "http://localhost:8080"}: WorldExercise, {"belmark.example", "https://belmark.example"}: WorldReal} {
		if err := site.Check(world); err != nil {
			t.Errorf("%v: %v", site, err)
		}
	}
	if (Site{"localhost", "http://localhost:8080"}).Check(WorldReal) == nil {
		t.Error("a real node is reached without TLS")
	}
	if _, err := ParsePublicKeyAs(key.String(), KeyRole, WorldReal); fault.CodeOf(err) != fault.WrongWorld {
		t.Errorf("an exercise's passkey in the real world: %v", err)
	}
	if _, err := ParsePrivateKey(strings.Replace(key.String(), ":", "-private:", 1)); err == nil {
		t.Error("a passkey has no private text")
	}
	for name, text := range map[string]string{
		"off the curve": key.String()[:len(key.String())-4] + "AAAA",
		"compressed":    passkeyHead(WorldExercise) + ":" + b64.EncodeToString(append([]byte{2}, make([]byte, 32)...)),
		"the infinite":  passkeyHead(WorldExercise) + ":AA",
		"as a node key": strings.Replace(key.String(), "role-", "node-sign-", 1),
		"two alphabets": strings.Replace(key.String(), ":", ":+", 1),
	} {
		if _, err := ParsePublicKey(text); fault.CodeOf(err) != fault.Malformed {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestMakingAPasskey(t *testing.T) {
	site := Site{RP: testRP, Origin: testOrigin}
	challenge := []byte("a challenge of 32 bytes, or more")
	p := sealtest.New("vantor", testRP, testOrigin)
	auth, client := p.Create(challenge)
	id, key, err := NewCredential(WorldExercise, auth, client, site, challenge)
	if err != nil || !bytes.Equal(id, p.ID) || key.ID() != passkeyOf(t, WorldExercise, p).ID() {
		t.Fatalf("%x, %s, %v", id, key, err)
	}
	for i := range auth {
		bad := bytes.Clone(auth)
		bad[i] ^= 0x40
		if _, k, err := NewCredential(WorldExercise, bad, client, site, challenge); err == nil && k.ID() == key.ID() && !nameOrMaker(i, len(p.ID)) {
			t.Errorf("byte %d of the authenticator data says nothing", i)
		}
	}
	for n := range auth {
		if _, _, err := NewCredential(WorldExercise, auth[:n], client, site, challenge); err == nil {
			t.Errorf("%d bytes are taken", n)
		}
	}
	if _, _, err := NewCredential(WorldExercise, append(bytes.Clone(auth), 0), client, site, challenge); err == nil {
		t.Error("what follows the key is taken")
	}
	for name, change := range map[string]func(*sealtest.Passkey){
		"another origin": func(q *sealtest.Passkey) { q.Origin = "https://evil.example" },
		"another party":  func(q *sealtest.Passkey) { q.RP = "evil.example" },
		"not verified":   func(q *sealtest.Passkey) { q.Flags = sealtest.Present },
		"within a page":  func(q *sealtest.Passkey) { q.Cross = true },
	} {
		q := *p
		change(&q)
		auth, client := q.Create(challenge)
		if _, _, err := NewCredential(WorldExercise, auth, client, site, challenge); fault.CodeOf(err) != fault.BadSignature {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, _, err := NewCredential(WorldExercise, auth, client, site, []byte("another")); err == nil {
		t.Error("another challenge's")
	}
	_, got, _ := p.Get(challenge)
	if _, _, err := NewCredential(WorldExercise, auth, got, site, challenge); err == nil {
		t.Error("an answer for a new key")
	}
}

// nameOrMaker says whether a byte of authenticator data is the counter's, the maker's or the credential's name's: of the key they say nothing.
func nameOrMaker(i, name int) bool { return i >= 33 && i < 53 || i >= 55 && i < 55+name || i == 32 }

func TestPasskeySignatureHasOneForm(t *testing.T) {
	p := sealtest.New("vantor", testRP, testOrigin)
	_, _, der := p.Get([]byte("x"))
	want := must[string](t)(PasskeySignature(der))
	for i := range der {
		bad := bytes.Clone(der)
		bad[i] ^= 1
		if got, err := PasskeySignature(bad); err == nil && got == want {
			t.Errorf("byte %d of the signature says nothing", i)
		}
	}
	for name, b := range map[string][]byte{"nothing": nil, "cut": der[:len(der)-1], "long": append(bytes.Clone(der), 0), "an empty sequence": {0x30, 0}} {
		if _, err := PasskeySignature(b); fault.CodeOf(err) != fault.Malformed {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzPasskey feeds what a browser sends: nothing but the true answer verifies, and the true answer has one form.
func FuzzPasskey(f *testing.F) {
	p := sealtest.New("vantor", testRP, testOrigin)
	key, site, challenge := passkeyOf(f, WorldExercise, p), Site{RP: testRP, Origin: testOrigin}, []byte("a challenge of thirty-two bytes.")
	auth, client, der := p.Get(challenge)
	want := must[string](f)(PasskeySignature(der))
	made, created := p.Create(challenge)
	f.Add(auth, client, der)
	f.Add(made, created, []byte{0x30, 6, 2, 1, 1, 2, 1, 1})
	f.Fuzz(func(t *testing.T, a []byte, c string, d []byte) {
		if sig, err := PasskeySignature(d); err == nil {
			x := Assertion{Authenticator: b64.EncodeToString(a), Client: c, Signature: sig}
			err := VerifyAssertion(x, key, site, challenge)
			if same := bytes.Equal(a, auth) && c == client && sig == want; same != (err == nil) {
				t.Fatalf("%x, %q, %x: %v", a, c, d, err)
			}
		}
		if _, k, err := NewCredential(WorldExercise, a, c, site, challenge); err == nil {
			if again, err := ParsePublicKey(k.String()); err != nil || again.ID() != k.ID() {
				t.Fatalf("%s: %v", k, err)
			}
		}
	})
}
