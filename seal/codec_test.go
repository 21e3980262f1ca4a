package seal

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/gowebpki/jcs"

	"github.com/entente-net/entente/fault"
)

// form is one type with a value in which every member is used, and its two directions.
type form struct {
	name   string
	value  any
	bytes  []byte
	decode func([]byte) (any, []byte, error)
}

func dec[T any, P interface {
	*T
	Encode() []byte
}](f func([]byte) (P, error)) func([]byte) (any, []byte, error) {
	return func(b []byte) (any, []byte, error) {
		v, err := f(b)
		if err != nil {
			return nil, nil, err
		}
		return v, v.Encode(), nil
	}
}

func statement(b []byte) (any, []byte, error) {
	s, err := DecodeStatement(b)
	if err != nil {
		return nil, nil, err
	}
	return s, s.Encode(), nil
}

func forms(t testing.TB) []form {
	c := newCast(t, WorldExercise)
	act, receipt, refusal, relay := c.signedAct(t), c.receipt(t), c.refusal(t), c.relay(t)
	bundle, q, a, post := c.bundle(t), question(t), answer(t), c.post(t)
	letter := c.letter(t, q.Encode())
	excerpt := must[*Excerpt](t)(letter.Excerpt(0))
	excerpt.Proof = []Digest{DigestOf([]byte("one"))}
	refused := &Answer{Nonce: a.Nonce, Question: a.Question, Refused: &Refused{Article: "5", Code: "cap-reached", Message: "m", Remedy: "r"}, Hits: []Hit{}}
	ack := &Ack{Article: "7", Code: "wrong-state", Digest: act.Digest(), Message: "m", Remedy: "r"}
	node := must[Statement](t)(DecodeStatement([]byte(c.statement["node arland"].Statement)))
	role := must[Statement](t)(DecodeStatement([]byte(c.statement["judge"].Statement)))
	rat := &Ratification{Agreement: DigestOf([]byte("text")), ID: testAgreement, Model: DigestOf([]byte("model")), Party: "arland", Signed: at(0), Type: TypeRatification, World: c.world}
	rev := &Revocation{From: at(0), Key: c.judge.ID(), Party: "belmark", Reason: "lost", Type: TypeRevocation, World: c.world}
	sealing := &SealingCertificate{Agreement: testAgreement, Authority: "registry", From: at(0), Party: "belmark", Recipient: "age1" + strings.Repeat("q", 58), Role: "judge", Type: TypeSealing, Until: TimeOf(at(0).AddDate(1, 0, 0)), World: c.world}
	filed := must[*SignedFilingProof](t)(SignFilingProof(FilingProof{
		Agreement: DigestOf([]byte("text")), Certificates: []string{string(c.statement["node arland"].Encode())}, Digest: act.Digest(), Entry: "{}", Made: TimeOf(at(0).AddDate(0, 0, 1)), Party: "arland", Received: at(0), World: c.world,
	}, c.node["arland"]))
	kept := &FilingContent{Act: string(act.Encode()), Disclosures: []string{"WyJzYWx0Il0"}, Type: TypeFilingContent}
	stated, opening, found := c.stated(t), c.opening(t), c.found(t)
	byPasskey, certified, _ := c.byPasskey(t)
	passkey := must[Statement](t)(DecodeStatement([]byte(certified.Statement)))
	return []form{
		{"receipt with facts", stated, stated.Encode(), dec(DecodeSignedReceipt)},
		{"act after a hit", opening, opening.Encode(), dec(DecodeSignedAct)},
		{"act by passkey", byPasskey, byPasskey.Encode(), dec(DecodeSignedAct)},
		{"passkey certificate", passkey, passkey.Encode(), statement},
		{"act of a day", found, found.Encode(), dec(DecodeSignedAct)},
		{"act", &act.Act, act.Act.Encode(), dec(DecodeAct)},
		{"signed act", act, act.Encode(), dec(DecodeSignedAct)},
		{"receipt", receipt, receipt.Encode(), dec(DecodeSignedReceipt)},
		{"refusal", refusal, refusal.Encode(), dec(DecodeSignedRefusal)},
		{"relay", relay, relay.Encode(), dec(DecodeSignedRelay)},
		{"bundle", bundle, bundle.Encode(), dec(DecodeBundle)},
		{"sealed bundle", post.Sealed, post.Sealed.Encode(), dec(DecodeSealedBundle)},
		{"question", q, q.Encode(), dec(DecodeQuestion)},
		{"answer", a, a.Encode(), dec(DecodeAnswer)},
		{"refused answer", refused, refused.Encode(), dec(DecodeAnswer)},
		{"post", post, post.Encode(), dec(DecodePost)},
		{"ack", ack, ack.Encode(), dec(DecodeAck)},
		{"letter", nil, letter.Encode(), dec(DecodeLetter)},
		{"excerpt", excerpt, excerpt.Encode(), dec(DecodeExcerpt)},
		{"node certificate", node, node.Encode(), statement},
		{"role certificate", role, role.Encode(), statement},
		{"ratification", rat, rat.Encode(), statement},
		{"revocation", rev, rev.Encode(), statement},
		{"sealing certificate", sealing, sealing.Encode(), statement},
		{"proof of filing", filed, filed.Encode(), dec(DecodeFilingProof)},
		{"content of a filing", kept, kept.Encode(), dec(DecodeFilingContent)},
		{"signed statement", c.statement["judge"], c.statement["judge"].Encode(), dec(DecodeSignedStatement)},
		{"dispatch", c.dispatch(t, DispatchOpen), c.dispatch(t, DispatchOpen).Encode(), dec(DecodeSignedDispatch)},
		{"dispatch agree", c.dispatch(t, DispatchAgree), c.dispatch(t, DispatchAgree).Encode(), dec(DecodeSignedDispatch)},
		{"dispatch bracket", c.dispatch(t, DispatchBracket), c.dispatch(t, DispatchBracket).Encode(), dec(DecodeSignedDispatch)},
	}
}

// TestForms holds every encoder against an independent way to the same bytes: the struct tags and RFC 8785 by library.
func TestForms(t *testing.T) {
	for _, f := range forms(t) {
		t.Run(f.name, func(t *testing.T) {
			v, again, err := f.decode(f.bytes)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(again, f.bytes) {
				t.Fatalf("decoded and encoded\n%s\nbecomes\n%s", f.bytes, again)
			}
			if _, err := CheckCanonical(f.bytes); err != nil {
				t.Fatal(err)
			}
			if f.value == nil {
				return
			}
			want, err := json.Marshal(f.value)
			if err != nil {
				t.Fatal(err)
			}
			// No list of these values is null but where nothing is in it.
			for _, l := range []string{"facts", "articles", "on", "parties", "seen"} {
				want = bytes.ReplaceAll(want, []byte(`"`+l+`":null`), []byte(`"`+l+`":[]`))
			}
			if want, err = jcs.Transform(want); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(want, f.bytes) {
				t.Fatalf("encoder gives\n%s\nthe struct tags\n%s", f.bytes, want)
			}
			if f.name != "refused answer" && !reflect.DeepEqual(v, f.value) {
				t.Fatalf("decoded\n%+v\nwant\n%+v", v, f.value)
			}
		})
	}
}

// TestFormsRefuse spoils every type in the same ways.
func TestFormsRefuse(t *testing.T) {
	for _, f := range forms(t) {
		s := string(f.bytes)
		end := strings.Index(s[2:], `"`) + 2
		name := s[2:end] // the first member
		// The second member of the outermost object begins behind the first comma at depth 1.
		for how, bad := range map[string]string{
			"unknown member":      `{"aaaa":1,` + s[1:],
			"unknown last member": s[:len(s)-1] + `,"zz":1}`,
			"other case":          `{"` + strings.ToUpper(name[:1]) + name[1:] + s[end:],
			"first member gone":   `{` + s[end+1:],
			"trailing space":      s + " ",
			"trailing data":       s + s,
			"leading space":       " " + s,
			"space inside":        `{ ` + s[1:],
			"escaped letter":      `{"\u00` + string("0123456789abcdef"[name[0]>>4]) + string("0123456789abcdef"[name[0]&15]) + name[1:] + s[end:],
			"cut":                 s[:len(s)-1],
			"bad UTF-8":           strings.Replace(s, `":"`, "\":\"\xff", 1),
			"a list":              "[" + s + "]",
			"null":                "null",
			"empty":               "",
			"member twice":        s[:len(s)-1] + `,"` + name + `":1}`,
			"byte order mark":     "\ufeff" + s,
		} {
			if bad == s {
				t.Fatalf("%s: %s changes nothing", f.name, how)
			}
			_, _, err := f.decode([]byte(bad))
			if fault.CodeOf(err) != fault.Malformed {
				t.Errorf("%s with %s: %v, want malformed", f.name, how, err)
			}
		}
	}
}

func TestMessagesSayWhat(t *testing.T) {
	s := string(newCast(t, "").signedAct(t).Encode())
	for bad, want := range map[string]string{
		strings.Replace(s, `{"act":{`, `{"act":{"Role":"x",`, 1):                 "twice but for its case",
		strings.Replace(s, `"role":"judge"`, `"role":"judge","role":"judge"`, 1): `"role" stands twice`,
		strings.Replace(s, `"role":"judge"`, `"role": "judge"`, 1):               "canonical form from byte",
		strings.Replace(s, `"role":"judge"`, `"role":5`, 1):                      "expected a string",
		strings.Replace(s, `"role":"judge",`, ``, 1):                             `expected the member "role"`,
		s + "x": "data after the end",
		strings.Replace(s, `"facts":[`, `"facts":`+strings.Repeat("[", 40), 1):                                "deeper",
		strings.Replace(s, `"kind":"step"`, `"kind":"jump"`, 1):                                               "not one of",
		strings.Replace(s, `"made":"2026-04-01T12:00:00.123456Z"`, `"made":"2026-02-30T12:00:00.123456Z"`, 1): "instant",
	} {
		if bad == s {
			t.Fatalf("nothing changed for %q", want)
		}
		_, err := DecodeSignedAct([]byte(bad))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want one with %q", err, want)
		}
	}
}

func TestActRules(t *testing.T) {
	c := newCast(t, "")
	for name, change := range map[string]func(*Act){
		"facts not sorted":      func(a *Act) { a.Facts[0], a.Facts[1] = a.Facts[1], a.Facts[0] },
		"a field twice":         func(a *Act) { a.Gives[1].Field = a.Gives[0].Field },
		"sides not sorted":      func(a *Act) { a.Sides[0], a.Sides[1] = a.Sides[1], a.Sides[0] },
		"no commitment":         func(a *Act) { a.Gives[0].Digest = "" },
		"fact with white space": func(a *Act) { a.Facts[0].Value = "[1, 2]" },
		"fact that is no JSON":  func(a *Act) { a.Facts[0].Value = "x" },
		"statement in a step":   func(a *Act) { a.Statement = "{}" },
		"kind statement alone":  func(a *Act) { a.Kind = KindStatement },
		"nonce too short":       func(a *Act) { a.Nonce = a.Nonce[1:] },
		"nonce with loose bits": func(a *Act) { a.Nonce = a.Nonce[:21] + "_" },
		"digest without prefix": func(a *Act) { a.Basis = a.Basis[7:] },
		"no agreement":          func(a *Act) { a.Agreement = "" },
		"other world":           func(a *Act) { a.World = "drill" },
		"invalid UTF-8":         func(a *Act) { a.Ground = "\xff" },
		"year 10000":            func(a *Act) { a.Made = Time{time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)} },
	} {
		a := c.act(t)
		change(&a)
		if _, err := SignAct(a, c.node["belmark"], PrivateKey{}); err == nil {
			t.Errorf("%s: signed", name)
		}
		if _, err := DecodeAct(a.Encode()); fault.CodeOf(err) != fault.Malformed {
			t.Errorf("%s: decoded with %v, want malformed", name, err)
		}
	}
	a := c.act(t)
	a.Role = strings.Repeat("r", 300)
	_, err := SignAct(a, c.node["belmark"], PrivateKey{})
	wantCode(t, err, fault.TooLarge)
	a = c.act(t)
	a.Kind, a.Gives[0].Digest, a.Gives[1].Digest = KindErased, "", ""
	must[*SignedAct](t)(SignAct(a, c.node["belmark"], PrivateKey{}))
	_, err = DecodeSignedAct(make([]byte, MaxAct+1))
	wantCode(t, err, fault.TooLarge)
}

func TestReceiptRules(t *testing.T) {
	c := newCast(t, "")
	for name, change := range map[string]func(*Receipt){
		"number 0":              func(r *Receipt) { r.Number = 0 },
		"number 1 with before":  func(r *Receipt) { r.Number = 1 },
		"number 2 without":      func(r *Receipt) { r.Before = "" },
		"proved after received": func(r *Receipt) { r.Proved = at(2 * time.Hour) },
		"earlier, no evidence":  func(r *Receipt) { r.Evidence = "" },
		"number above 2^53":     func(r *Receipt) { r.Number = 1 << 53 },
	} {
		r := c.receipt(t).Receipt
		change(&r)
		_, err := SignReceipt(r, c.node["belmark"])
		if fault.CodeOf(err) != fault.Malformed {
			t.Errorf("%s: %v, want malformed", name, err)
		}
	}
	s := string(c.receipt(t).Encode())
	for _, n := range []string{"2.0", "02", "-2", "2e0", `"2"`, "9007199254740992", "99999999999999999999", "null", ""} {
		_, err := DecodeSignedReceipt([]byte(strings.Replace(s, `"number":2`, `"number":`+n, 1)))
		if fault.CodeOf(err) != fault.Malformed {
			t.Errorf("number %s: %v, want malformed", n, err)
		}
	}
}

func TestTime(t *testing.T) {
	for _, bad := range []string{
		"", "2026-04-01T12:00:00Z", "2026-04-01T12:00:00.123Z", "2026-04-01T12:00:00.123456+00:00", "2026-04-01 12:00:00.123456Z",
		"2026-13-01T12:00:00.123456Z", "2026-04-31T12:00:00.123456Z", "2026-04-01T24:00:00.123456Z", "2026-04-01T12:60:00.123456Z",
		"2026-04-01T12:00:60.123456Z", "0000-04-01T12:00:00.123456Z", "2026-04-01T12:00:00.12345xZ", "2026-04-01T12:00:00.1234567",
	} {
		if v, ok := parseTime(bad); ok {
			t.Errorf("%q reads as %v", bad, v)
		}
		var v Time
		if err := json.Unmarshal([]byte(`"`+bad+`"`), &v); err == nil {
			t.Errorf("%q reads as JSON", bad)
		}
	}
	zone := time.FixedZone("", 3600)
	b, err := json.Marshal(TimeOf(time.Date(2026, 2, 28, 23, 59, 59, 999999999, zone)))
	if err != nil || string(b) != `"2026-02-28T22:59:59.999999Z"` {
		t.Fatalf("%s, %v", b, err)
	}
	var back Time
	if err := json.Unmarshal(b, &back); err != nil || !back.Equal(time.Date(2026, 2, 28, 22, 59, 59, 999999000, time.UTC)) {
		t.Fatalf("%v, %v", back, err)
	}
}
