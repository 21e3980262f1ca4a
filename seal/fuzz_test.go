package seal

import (
	"bytes"
	"testing"
)

// fuzzForms feeds decoders: what they take must come out as the same bytes, and nothing may make them fall over.
func fuzzForms(f *testing.F, names ...string) {
	var decoders []func([]byte) (any, []byte, error)
	for _, form := range forms(f) {
		for _, n := range names {
			if form.name == n {
				f.Add(form.bytes)
				decoders = append(decoders, form.decode)
			}
		}
	}
	if len(decoders) != len(names) {
		f.Fatalf("%d decoders for %q", len(decoders), names)
	}
	f.Add([]byte(`{"act":{"Role":1,"role":2}}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		for i, decode := range decoders {
			_, again, err := decode(b)
			if err == nil && !bytes.Equal(again, b) {
				t.Fatalf("%s takes\n%q\nand writes\n%q", names[i], b, again)
			}
		}
	})
}

func FuzzAct(f *testing.F)      { fuzzForms(f, "act", "signed act", "act by passkey") }
func FuzzReceipt(f *testing.F)  { fuzzForms(f, "receipt", "refusal", "relay") }
func FuzzEnvelope(f *testing.F) { fuzzForms(f, "letter", "excerpt") }
func FuzzItem(f *testing.F)     { fuzzForms(f, "question", "answer", "post", "ack") }
func FuzzBundle(f *testing.F)   { fuzzForms(f, "bundle", "sealed bundle") }

func FuzzStatement(f *testing.F) {
	fuzzForms(f, "node certificate", "role certificate", "passkey certificate", "sealing certificate", "ratification", "revocation", "signed statement")
}

func FuzzFiling(f *testing.F) { fuzzForms(f, "proof of filing", "content of a filing") }

func FuzzDispatch(f *testing.F) { fuzzForms(f, "dispatch", "dispatch agree", "dispatch bracket") }

// FuzzSealed opens whatever a ciphertext may be.
func FuzzSealed(f *testing.F) {
	c := newCast(f, WorldExercise)
	s, err := SealBundle(c.bundle(f), c.seal["arland"].PublicKey())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(s.Ciphertext)
	f.Fuzz(func(t *testing.T, text string) {
		bad := *s
		bad.Ciphertext = text
		b, err := OpenBundle(&bad, c.seal["arland"])
		if err == nil && (b.Act != s.Act || b.To != s.To) {
			t.Fatalf("%q opens to %s", text, b.Encode())
		}
	})
}

func FuzzDisclosure(f *testing.F) {
	d, _, err := Commit("person", map[string]any{"name": "Ö", "n": 1.5, "l": []any{nil, true}}, seeded(1))
	if err != nil {
		f.Fatal(err)
	}
	text, err := d.Text()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text)
	f.Fuzz(func(t *testing.T, text string) {
		d, err := ParseDisclosure(text)
		if err != nil {
			return
		}
		if again, err := d.Text(); err != nil || again != text {
			t.Fatalf("%q comes back as %q, %v", text, again, err)
		}
	})
}

func FuzzJSON(f *testing.F) {
	f.Add([]byte(`{"a":[1,2.5,"\u00e9",null,true],"b":{"c":1e-7}}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		v, err := ParseJSON(b)
		if err != nil {
			return
		}
		out, err := Canonical(v)
		if err != nil {
			return
		}
		if _, err := CheckCanonical(out); err != nil {
			t.Fatalf("%q becomes %q, which is refused: %v", b, out, err)
		}
	})
}

func FuzzKey(f *testing.F) {
	c := newCast(f, WorldExercise)
	for _, k := range []PrivateKey{c.judge, c.seal["arland"]} {
		f.Add(k.PublicKey().String())
		f.Add(k.Secret())
	}
	f.Fuzz(func(t *testing.T, text string) {
		if k, err := ParsePublicKey(text); err == nil && k.String() != text {
			t.Fatalf("%q comes back as %q", text, k)
		}
		if k, err := ParsePrivateKey(text); err == nil && k.Secret() != text && k.Secret()+"\n" != text {
			t.Fatalf("%q comes back as another key", text)
		}
	})
}
