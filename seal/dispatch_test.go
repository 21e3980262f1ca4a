package seal

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gowebpki/jcs"

	"github.com/entente-net/entente/fault"
)

var dispatchKinds = []string{
	DispatchOpen, DispatchVersion, DispatchAgree, DispatchReopen, DispatchBracket, DispatchAccept, DispatchDrop, DispatchComment, DispatchSign,
}

const draftText = "# Draft\n\n## Article 1 — Time\n\nWithin “eight” days.\n"

// dispatch is one of each kind, of Belmark in a negotiation that Arland opened.
func (c *cast) dispatch(t testing.TB, kind string) *SignedDispatch {
	t.Helper()
	d := Dispatch{
		Before: DigestOf([]byte("before")), Kind: kind, Negotiation: DigestOf([]byte("opening")), Number: 3, Party: "belmark",
		Seen: []Seen{{DigestOf([]byte("seen")), 2, "arland"}}, Sent: at(0), World: c.world,
	}
	version, words := []Digest{DigestOf([]byte("version"))}, "“Eight” is too short."
	switch kind {
	case DispatchOpen:
		d.Before, d.Negotiation, d.Number, d.Seen, d.Text = "", "", 1, nil, draftText
		for _, p := range []string{"arland", "belmark"} {
			d.Parties = append(d.Parties, Negotiator{p + ".example:7443", string(c.statement["node "+p].Encode()), c.party[p].PublicKey().String(), p})
		}
	case DispatchVersion:
		d.On, d.Text, d.Words = []Digest{DigestOf([]byte("one")), DigestOf([]byte("other"))}, draftText, words
		slices.Sort(d.On)
	case DispatchAgree:
		d.On, d.Articles = version, []Stand{{"1", DigestOf([]byte("article"))}, {FrameArticle, DigestOf([]byte("frame"))}}
	case DispatchReopen:
		d.Articles, d.Words = []Stand{{Article: "1"}}, words
	case DispatchBracket:
		d.On, d.Article, d.From, d.To, d.Words = version, "1", "“eight”", "ten", words
	case DispatchAccept:
		d.On, d.Bracket = version, DigestOf([]byte("bracket"))
	case DispatchDrop:
		d.Bracket = DigestOf([]byte("bracket"))
	case DispatchComment:
		d.On, d.Article, d.From, d.Person, d.Words = version, "1", "eight", "M. Vantor", words
	case DispatchSign:
		st := must[*SignedStatement](t)(SignStatement(&Ratification{
			Agreement: DigestOf([]byte(draftText)), ID: testAgreement, Model: DigestOf([]byte("model")), Party: "belmark", Signed: at(0), Type: TypeRatification, World: c.world,
		}, c.party["belmark"]))
		d.On, d.Statement = version, string(st.Encode())
	}
	return must[*SignedDispatch](t)(SignDispatch(d, c.node["belmark"]))
}

// TestVectorsNegotiation writes every kind once, rightly, and spoiled in many ways.
func TestVectorsNegotiation(t *testing.T) {
	c := newCast(t, WorldExercise)
	var vs []vector
	for _, kind := range dispatchKinds {
		s := c.dispatch(t, kind)
		vs = append(vs, vector{
			Name: kind, Type: "dispatch", Text: string(s.Encode()), Digest: s.Dispatch.Digest(),
			Signed: base64.StdEncoding.EncodeToString(message(TypeDispatch, c.world, s.Dispatch.Encode())),
		})
	}
	text := func(kind string) string { return string(c.dispatch(t, kind).Encode()) }
	digest := string(DigestOf([]byte("x")))
	for _, x := range []struct{ name, kind, old, new string }{
		{"a kind that there is not", DispatchDrop, `"kind":"drop"`, `"kind":"threaten"`},
		{"a member twice", DispatchDrop, `"kind":"drop"`, `"kind":"drop","kind":"drop"`},
		{"a member in another case", DispatchDrop, `"kind":`, `"Kind":`},
		{"number 0", DispatchDrop, `"number":3`, `"number":0`},
		{"number 1 with one before it", DispatchDrop, `"number":3`, `"number":1`},
		{"a third that names none before it", DispatchDrop, `"before":"` + string(DigestOf([]byte("before"))) + `"`, `"before":""`},
		{"of no party", DispatchDrop, `"party":"belmark"`, `"party":""`},
		{"of no negotiation", DispatchDrop, `"negotiation":"` + string(DigestOf([]byte("opening"))) + `"`, `"negotiation":""`},
		{"an opening within a negotiation", DispatchOpen, `"negotiation":""`, `"negotiation":"` + digest + `"`},
		{"an opening without parties", DispatchComment, `"kind":"comment"`, `"kind":"open"`},
		{"an accession that amends nothing", DispatchOpen, `"accedes":""`, `"accedes":"cordova"`},
		{"a drop with a text", DispatchDrop, `"text":""`, `"text":"x"`},
		{"a bracket without its words", DispatchBracket, `"from":"“eight”"`, `"from":""`},
		{"a bracket without its article", DispatchBracket, `"article":"1"`, `"article":""`},
		{"a comment that says nothing", DispatchComment, `“Eight” is too short.`, ``},
		{"an agreement to no bytes", DispatchAgree, string(DigestOf([]byte("article"))), ``},
		{"articles not sorted", DispatchAgree, `"article":"1"`, `"article":"z"`},
		{"a reopening with bytes", DispatchReopen, `"digest":""`, `"digest":"` + digest + `"`},
		{"its own dispatches as seen", DispatchDrop, `"party":"arland"`, `"party":"belmark"`},
		{"an agreement about two versions", DispatchAgree, `"on":[`, `"on":["` + string(DigestOf([]byte("a"))) + `",`},
	} {
		bad := strings.Replace(text(x.kind), x.old, x.new, 1)
		if bad == text(x.kind) {
			t.Fatalf("%s changes nothing", x.name)
		}
		vs = append(vs, vector{Name: x.name, Type: "dispatch", Text: bad, Error: string(fault.Malformed)})
	}
	checkFile(t, "negotiation.json", vs)
	for _, v := range readFile[[]vector](t, "negotiation.json") {
		s, err := DecodeSignedDispatch(v.bytes(t))
		if string(fault.CodeOf(err)) != v.Error {
			t.Errorf("%s: %v, want %q", v.Name, err, v.Error)
		}
		if err == nil && (!bytes.Equal(s.Encode(), v.bytes(t)) || s.Dispatch.Digest() != v.Digest) {
			t.Errorf("%s comes back as %s", v.Name, s.Encode())
		}
	}
}

func TestDispatchSignatures(t *testing.T) {
	c := newCast(t, WorldExercise)
	for _, kind := range dispatchKinds {
		s := c.dispatch(t, kind)
		if h, err := VerifyDispatch(s, c.ring, at(0).Time); err != nil || h.Party != "belmark" {
			t.Fatalf("%s: %v", kind, err)
		}
		// The struct tags and RFC 8785 by library lead to the same bytes.
		want, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range []string{"articles", "on", "parties", "seen"} {
			want = bytes.ReplaceAll(want, []byte(`"`+l+`":null`), []byte(`"`+l+`":[]`))
		}
		if want, err = jcs.Transform(want); err != nil || !bytes.Equal(want, s.Encode()) {
			t.Errorf("%s: %v\n%s\n%s", kind, err, want, s.Encode())
		}
		forged := *s
		forged.Dispatch.Party = "arland"
		if _, err := VerifyDispatch(&forged, c.ring, at(0).Time); fault.CodeOf(err) != fault.UnknownKey && fault.CodeOf(err) != fault.BadSignature {
			t.Errorf("%s under another's name: %v", kind, err)
		}
		changed := *s
		changed.Dispatch.Number = 4
		if _, err := VerifyDispatch(&changed, c.ring, at(0).Time); fault.CodeOf(err) != fault.BadSignature {
			t.Errorf("%s changed: %v", kind, err)
		}
		if _, err := VerifyDispatch(s, c.ring, at(48*time.Hour).Time); fault.CodeOf(err) != fault.UnknownKey {
			t.Errorf("%s after the key's end: %v", kind, err)
		}
	}
	s := c.dispatch(t, DispatchVersion).Dispatch
	s.Text = strings.Repeat("x", MaxDraft+1)
	if _, err := SignDispatch(s, c.node["belmark"]); fault.CodeOf(err) != fault.TooLarge {
		t.Error(err)
	}
	s.Text = strings.Repeat("\"", MaxDraft) // twice as long as it is written
	if _, err := SignDispatch(s, c.node["belmark"]); fault.CodeOf(err) != fault.TooLarge {
		t.Error(err)
	}
	if _, err := DecodeSignedDispatch(bytes.Repeat([]byte(" "), MaxDispatch+1)); fault.CodeOf(err) != fault.TooLarge {
		t.Error(err)
	}
}
