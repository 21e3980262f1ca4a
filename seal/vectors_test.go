package seal

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/fault"
)

var update = flag.Bool("update", false, "write the vectors of spec/vectors anew")

// vector is one case for another implementation, as spec/vectors/README.md describes it.
type vector struct {
	Name    string `json:"name"`
	Type    string `json:"type"`              // which decoder
	Text    string `json:"text,omitempty"`    // the bytes, where they are UTF-8
	Base64  string `json:"base64,omitempty"`  // the bytes, where they are not
	Signed  string `json:"signed,omitempty"`  // base64 of the bytes that the signature covers
	Digest  Digest `json:"digest,omitempty"`  // of the bytes
	Becomes string `json:"becomes,omitempty"` // the canonical form, where Text is not
	Error   string `json:"error,omitempty"`   // the code of the refusal; empty: accepted
}

func (v vector) bytes(t testing.TB) []byte {
	if v.Base64 == "" {
		return []byte(v.Text)
	}
	return must[[]byte](t)(base64.StdEncoding.DecodeString(v.Base64))
}

// checkFile compares with the stored file, or writes it.
func checkFile(t *testing.T, name string, v any) {
	t.Helper()
	path := filepath.Join("..", "spec", "vectors", name)
	var buf bytes.Buffer
	e := json.NewEncoder(&buf)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(path, buf.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, buf.Bytes()) {
		t.Errorf("%s is not what the code makes: a format has changed, or run go test ./seal -update", name)
	}
}

// readFile reads a stored file, as another implementation would.
func readFile[T any](t *testing.T, name string) T {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "spec", "vectors", name))
	if err != nil {
		t.Fatal(err)
	}
	var v T
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

func TestVectorsCanonical(t *testing.T) {
	var vs []vector
	add := func(name, text string) {
		v := vector{Name: name, Type: "json", Text: text}
		value, err := ParseJSON([]byte(text))
		var b []byte
		if err == nil {
			b, err = Canonical(value)
		}
		if err != nil {
			v.Error = string(fault.CodeOf(err))
		} else {
			v.Becomes, v.Digest = string(b), DigestOf(b)
		}
		if !strings.HasPrefix(name, "refused") == (v.Error != "") {
			t.Errorf("%s: error %q", name, v.Error)
		}
		vs = append(vs, v)
	}
	add("members are sorted by UTF-16 code units", `{"😀":5,"דּ":3,"€":1,"b":{"z":1,"a":2}}`)
	add("white space goes", ` { "a" : [ 1 , 2 ] } `)
	add("escapes are the shortest", `"\u003c\u2028\u001F\/\u0009\"\\"`)
	add("numbers", `[0, -0, 1.0, 1e2, 2.50, 0.000001, 0.0000001, 9007199254740991]`)
	add("refused: beyond 2^53-1", `9007199254740992`)
	add("refused: more digits than a double keeps", `333333333.33333329`)
	add("refused: a member twice", `{"a":1,"a":1}`)
	add("refused: a member twice by an escape", `{"a":1,"\u0061":1}`)
	add("refused: a member twice but for its case", `{"role":1,"Role":1}`)
	add("refused: half a surrogate pair", `"\ud800"`)
	add("refused: data after the end", `1 1`)
	add("refused: 33 levels", strings.Repeat("[", 34)+strings.Repeat("]", 34))
	checkFile(t, "canonical.json", vs)
}

// keyVector is a key with its private half: for exercises only.
type keyVector struct {
	Seed    string `json:"seed"` // base64url of the 32 bytes
	Private string `json:"private"`
	Public  string `json:"public"`
	ID      KeyID  `json:"id"`
}

func TestVectorsKeys(t *testing.T) {
	var ks []keyVector
	for _, w := range []string{WorldReal, WorldExercise} {
		for _, k := range []KeyKind{KeyParty, KeyNode, KeySeal, KeyRole, KeyAuthority} {
			key := must[PrivateKey](t)(GenerateKey(k, w, seeded(42)))
			ks = append(ks, keyVector{b64.EncodeToString(key.seed), key.Secret(), key.PublicKey().String(), key.ID()})
		}
	}
	checkFile(t, "keys.json", ks)
	for _, v := range readFile[[]keyVector](t, "keys.json") {
		key := must[PrivateKey](t)(ParsePrivateKey(v.Private))
		if key.PublicKey().String() != v.Public || key.ID() != v.ID {
			t.Errorf("%s is not %s", v.Private, v.Public)
		}
	}
}

// TestVectorsForms writes every signed type once, rightly, and spoiled in many ways.
func TestVectorsForms(t *testing.T) {
	old := map[string]form{}
	for _, f := range forms(t) {
		old[f.name] = f
	}
	c := newCast(t, WorldExercise)
	act := c.signedAct(t)
	signedBytes, err := encode("act", act, signedByNode)
	if err != nil {
		t.Fatal(err)
	}
	covers := map[string][]byte{
		"signed act":       message(TypeAct, c.world, signedBytes),
		"receipt":          message(TypeReceipt, c.world, (&c.receipt(t).Receipt).Encode()),
		"refusal":          message(TypeRefusal, c.world, (&c.refusal(t).Refusal).Encode()),
		"relay":            message(TypeRelay, c.world, (&c.relay(t).Relay).Encode()),
		"letter":           message(TypeEnvelope, c.world, (&c.letter(t, question(t).Encode()).Envelope).Encode()),
		"signed statement": message(TypeRoleCertificate, c.world, []byte(c.statement["judge"].Statement)),
	}
	var vs []vector
	for _, name := range []string{
		"signed act", "receipt", "refusal", "relay", "bundle", "question", "answer", "refused answer", "ack", "letter",
		"node certificate", "role certificate", "ratification", "revocation", "signed statement", "receipt with facts", "act after a hit", "act of a day", "act by passkey", "passkey certificate",
	} {
		f := old[name]
		kind := name
		switch name {
		case "act after a hit", "act of a day", "act by passkey":
			kind = "signed act"
		case "passkey certificate":
			kind = "role certificate"
		case "receipt with facts":
			kind = "receipt"
		}
		v := vector{Name: name, Type: kind, Text: string(f.bytes), Digest: DigestOf(f.bytes)}
		if m := covers[name]; m != nil {
			v.Signed = base64.StdEncoding.EncodeToString(m)
		}
		vs = append(vs, v)
	}
	s := string(act.Encode())
	r := string(c.receipt(t).Encode())
	opens := string(c.opening(t).Encode())
	passkey := string(old["act by passkey"].bytes)
	for _, x := range []vector{
		{Name: "a member twice", Type: "signed act", Text: strings.Replace(s, `"role":"judge"`, `"role":"judge","role":"judge"`, 1)},
		{Name: "a member in another case", Type: "signed act", Text: strings.Replace(s, `"role"`, `"Role"`, 1)},
		{Name: "an unknown member", Type: "signed act", Text: strings.Replace(s, `{"act":{`, `{"act":{"aa":"",`, 1)},
		{Name: "a member missing", Type: "signed act", Text: strings.Replace(s, `"clock":"",`, ``, 1)},
		{Name: "members in another order", Type: "signed act", Text: strings.Replace(s, `"procedure":"assistance","role":"judge"`, `"role":"judge","procedure":"assistance"`, 1)},
		{Name: "white space", Type: "signed act", Text: strings.Replace(s, `"act":`, `"act": `, 1)},
		{Name: "a line end after it", Type: "signed act", Text: s + "\n"},
		{Name: "a letter escaped", Type: "signed act", Text: strings.Replace(s, `"judge"`, `"\u006audge"`, 1)},
		{Name: "< escaped", Type: "signed act", Text: strings.Replace(s, `<offence>`, `\u003coffence\u003e`, 1)},
		{Name: "U+2028 escaped", Type: "signed act", Text: strings.Replace(s, "\u2028", `\u2028`, 1)},
		{Name: "bad UTF-8", Type: "signed act", Base64: base64.StdEncoding.EncodeToString([]byte(strings.Replace(s, `"judge"`, "\"judge\xff\"", 1)))},
		{Name: "fields not sorted", Type: "signed act", Text: strings.Replace(s, `"field":"decision"`, `"field":"zeta"`, 1)},
		{Name: "a world that there is not", Type: "signed act", Text: strings.Replace(s, `"world":"exercise"`, `"world":"drill"`, 1)},
		{Name: "milliseconds", Type: "signed act", Text: strings.Replace(s, `.123456Z`, `.123Z`, 1)},
		{Name: "an offset for Z", Type: "signed act", Text: strings.Replace(s, `.123456Z`, `.123456+00:00`, 1)},
		{Name: "a float for an integer", Type: "receipt", Text: strings.Replace(r, `"number":2`, `"number":2.0`, 1)},
		{Name: "2^53", Type: "receipt", Text: strings.Replace(r, `"number":2`, `"number":9007199254740992`, 1)},
		{Name: "a number as text", Type: "receipt", Text: strings.Replace(r, `"number":2`, `"number":"2"`, 1)},
		{Name: "number 0", Type: "receipt", Text: strings.Replace(r, `"number":2`, `"number":0`, 1)},
		{Name: "an optional list that is empty", Type: "receipt", Text: strings.Replace(r, `"home":"belmark"`, `"facts":[],"home":"belmark"`, 1)},
		{Name: "facts not sorted", Type: "receipt", Text: strings.Replace(string(c.stated(t).Encode()), "fund:relief", "zeta", 1)},
		{Name: "an optional member that is empty", Type: "signed act", Text: strings.Replace(s, `"key":`, `"hit":"","key":`, 1)},
		{Name: "an optional member in another place", Type: "signed act", Text: strings.Replace(s, `"kind":`, `"hit":"`+string(DigestOf([]byte("x")))+`","kind":`, 1)},
		{Name: "a hit after the opening", Type: "signed act", Text: strings.Replace(opens, `"basis":""`, `"basis":"`+string(DigestOf([]byte("basis")))+`"`, 1)},
		{Name: "a passkey's signature without its client data", Type: "signed act", Text: strings.Replace(passkey, `"client":`, `"clients":`, 1)},
		{Name: "a passkey's signature said to be ed25519", Type: "signed act", Text: strings.Replace(passkey, `"algorithm":"webauthn-es256"`, `"algorithm":"ed25519"`, 1)},
		{Name: "a passkey's certificate without its origin", Type: "role certificate", Text: strings.Replace(string(old["passkey certificate"].bytes), `"origin":"`+testOrigin+`",`, ``, 1)},
		{Name: "too long", Type: "receipt", Text: strings.Repeat(" ", MaxReceipt+1)},
	} {
		x.Error = string(fault.Malformed)
		if x.Name == "too long" {
			x.Error = string(fault.TooLarge)
		}
		if x.Text == s || x.Text == r {
			t.Fatalf("%s changes nothing", x.Name)
		}
		vs = append(vs, x)
	}
	checkFile(t, "forms.json", vs)
	for _, v := range readFile[[]vector](t, "forms.json") {
		b := v.bytes(t)
		_, again, err := old[v.Type].decode(b)
		if string(fault.CodeOf(err)) != v.Error {
			t.Errorf("%s: %v, want %q", v.Name, err, v.Error)
		}
		if err == nil && (!bytes.Equal(again, b) || DigestOf(b) != v.Digest) {
			t.Errorf("%s comes back as %s", v.Name, again)
		}
	}
}

// signatureVector is one verification: statements make the ring, the rest is verified at an instant.
type signatureVector struct {
	Name  string `json:"name"`
	Type  string `json:"type"` // signed act, receipt, letter
	World string `json:"world"`
	At    Time   `json:"at"`
	Text  string `json:"text"`
	Error string `json:"error,omitempty"`
}

type ringVector struct {
	World       string            `json:"world"`
	Agreement   string            `json:"agreement"`
	Parties     map[string]string `json:"parties"`
	Authorities map[string]string `json:"authorities"` // "party/authority"
	Enrols      map[string]string `json:"enrols"`
	Statements  []string          `json:"statements"`
}

func (v ringVector) ring(t *testing.T) *KeyRing {
	r := NewKeyRing(v.World, v.Agreement)
	for p, k := range v.Parties {
		if err := r.AddParty(p, k); err != nil {
			t.Fatal(err)
		}
	}
	for pa, k := range v.Authorities {
		p, a, _ := strings.Cut(pa, "/")
		if err := r.AddAuthority(p, a, k); err != nil {
			t.Fatal(err)
		}
	}
	for role, a := range v.Enrols {
		r.Enrols(role, a)
	}
	for _, s := range v.Statements {
		must[Statement](t)(r.Add(must[*SignedStatement](t)(DecodeSignedStatement([]byte(s)))))
	}
	return r
}

type signatures struct {
	Rings map[string]ringVector `json:"rings"` // by world
	Cases []signatureVector     `json:"cases"`
}

func TestVectorsSignatures(t *testing.T) {
	out := signatures{Rings: map[string]ringVector{}}
	for _, w := range []string{WorldReal, WorldExercise} {
		c := newCast(t, w)
		out.Rings[w] = ringVector{
			World: w, Agreement: testAgreement,
			Parties:     map[string]string{"arland": c.party["arland"].PublicKey().String(), "belmark": c.party["belmark"].PublicKey().String()},
			Authorities: map[string]string{"belmark/court-registry": c.registry.PublicKey().String()},
			Enrols:      map[string]string{"judge": "court-registry"},
			Statements: []string{
				string(c.statement["node arland"].Encode()), string(c.statement["node belmark"].Encode()),
				string(c.statement["judge"].Encode()), string(c.statement["officer"].Encode()),
			},
		}
	}
	c, real := newCast(t, WorldExercise), newCast(t, WorldReal)
	add := func(name, typ, world, text string, at Time, code fault.Code) {
		out.Cases = append(out.Cases, signatureVector{name, typ, world, at, text, string(code)})
	}
	act := string(c.signedAct(t).Encode())
	letter := string(c.letter(t, question(t).Encode(), []byte(`{}`)).Encode())
	add("a judge's act", "signed act", WorldExercise, act, at(0), "")
	add("a judge's act of the real world", "signed act", WorldReal, string(real.signedAct(t).Encode()), at(0), "")
	add("an exercise offered as real", "signed act", WorldReal, act, at(0), fault.WrongWorld)
	add("an exercise with its mark changed", "signed act", WorldReal, strings.Replace(act, `"world":"exercise"`, `"world":""`, 1), at(0), fault.UnknownKey)
	add("an act that was changed", "signed act", WorldExercise, strings.Replace(act, `"step":"authorise"`, `"step":"refuse"`, 1), at(0), fault.BadSignature)
	add("after the certificate's end", "signed act", WorldExercise, act, at(25*time.Hour), fault.UnknownKey)
	add("the node without its judge", "signed act", WorldExercise, string(resign(t, c, c.signedAct(t), c.node["belmark"]).Encode()), at(0), fault.PersonalInvalid)
	byPasskey, certified, passkey := c.byPasskey(t)
	ring := out.Rings[WorldExercise]
	ring.Statements = append(ring.Statements, string(certified.Encode()))
	out.Rings[WorldExercise] = ring
	add("a judge's act by passkey", "signed act", WorldExercise, string(byPasskey.Encode()), at(0), "")
	elsewhere := func(change func(*Personal)) string {
		p := *byPasskey.Personal
		change(&p)
		return string(swapPersonal(t, c, byPasskey, &p).Encode())
	}
	add("a passkey's second spelling", "signed act", WorldExercise, elsewhere(func(p *Personal) { p.Signature = mirrored(t, p.Signature) }), at(0), fault.PersonalInvalid)
	add("a passkey on another page", "signed act", WorldExercise, elsewhere(func(p *Personal) {
		passkey.Origin = "https://desk.belmark.example:8443"
		*p = *PasskeyPersonal(p.Key, answerOf(t, passkey, byPasskey.Act.Challenge(p.Key)))
	}), at(0), fault.PersonalInvalid)
	add("a receipt", "receipt", WorldExercise, string(c.receipt(t).Encode()), at(0), "")
	add("a receipt with another number", "receipt", WorldExercise, strings.Replace(string(c.receipt(t).Encode()), `"number":2`, `"number":3`, 1), at(0), fault.BadSignature)
	add("a letter", "letter", WorldExercise, letter, at(0), "")
	add("a letter with its items exchanged", "letter", WorldExercise, strings.Replace(letter, `,{}]`, `,{"a":1}]`, 1), at(0), fault.BadSignature)
	checkFile(t, "signatures.json", out)

	in := readFile[signatures](t, "signatures.json")
	for _, v := range in.Cases {
		ring := in.Rings[v.World].ring(t)
		var err error
		switch v.Type {
		case "signed act":
			_, err = VerifyAct(must[*SignedAct](t)(DecodeSignedAct([]byte(v.Text))), ring, v.At.Time)
		case "receipt":
			_, err = VerifyReceipt(must[*SignedReceipt](t)(DecodeSignedReceipt([]byte(v.Text))), ring, v.At.Time)
		case "letter":
			_, err = OpenLetter([]byte(v.Text), ring, v.At.Time, Expect{})
		default:
			t.Fatalf("%s: no such type", v.Name)
		}
		if string(fault.CodeOf(err)) != v.Error {
			t.Errorf("%s: %v, want %q", v.Name, err, v.Error)
		}
	}
}

// sealedVector is a bundle, sealed: sealing draws its own randomness, so the file is kept and opened, and written only once.
type sealedVector struct {
	Private     string          `json:"private"` // the recipient's
	Info        string          `json:"info"`    // base64 of what HPKE binds the ciphertext to
	Sealed      json.RawMessage `json:"sealed"`
	Bundle      json.RawMessage `json:"bundle"`
	Act         json.RawMessage `json:"act"`
	Commitments []Commitment    `json:"commitments"`
}

func TestVectorsSealed(t *testing.T) {
	c := newCast(t, WorldExercise)
	const name = "sealed.json"
	if _, err := os.Stat(filepath.Join("..", "spec", "vectors", name)); os.IsNotExist(err) && *update {
		s := must[*SealedBundle](t)(SealBundle(c.bundle(t), c.seal["arland"].PublicKey()))
		checkFile(t, name, sealedVector{
			Private: c.seal["arland"].Secret(), Info: base64.StdEncoding.EncodeToString(sealInfo(*s)), Sealed: s.Encode(), Bundle: c.bundle(t).Encode(),
			Act: c.signedAct(t).Encode(), Commitments: c.act(t).Gives,
		})
	}
	v := readFile[sealedVector](t, name)
	compact := func(raw json.RawMessage) []byte {
		return must[[]byte](t)(Canonical(must[any](t)(ParseJSON(raw))))
	}
	s := must[*SealedBundle](t)(DecodeSealedBundle(compact(v.Sealed)))
	if got := base64.StdEncoding.EncodeToString(sealInfo(*s)); got != v.Info {
		t.Errorf("info %s, want %s", got, v.Info)
	}
	b := must[*Bundle](t)(OpenBundle(s, must[PrivateKey](t)(ParsePrivateKey(v.Private))))
	if !bytes.Equal(b.Encode(), compact(v.Bundle)) {
		t.Errorf("it opens to %s", b.Encode())
	}
	act := must[*SignedAct](t)(DecodeSignedAct(compact(v.Act)))
	open := must[map[string]Disclosure](t)(CheckBundle(b, act))
	for _, g := range v.Commitments {
		if got := must[Commitment](t)(open[g.Field].Commitment()); got != g {
			t.Errorf("%v, want %v", got, g)
		}
	}
}
