package seal

import (
	"bytes"
	"strings"
	"testing"

	"github.com/entente-net/entente/fault"
)

func TestSealAndOpen(t *testing.T) {
	c, real := newCast(t, WorldExercise), newCast(t, WorldReal)
	b := c.bundle(t)
	s := must[*SealedBundle](t)(SealBundle(b, c.seal["arland"].PublicKey()))
	s = must[*SealedBundle](t)(DecodeSealedBundle(s.Encode()))
	got := must[*Bundle](t)(OpenBundle(s, c.seal["arland"]))
	if !bytes.Equal(got.Encode(), b.Encode()) {
		t.Fatalf("opened\n%s\nsealed\n%s", got.Encode(), b.Encode())
	}
	for _, f := range []string{"decision", "reasons", "value"} {
		if strings.Contains(s.Ciphertext, b64.EncodeToString([]byte(f))[:6]) {
			t.Errorf("the sealed bundle shows %q", f)
		}
	}
	open := must[map[string]Disclosure](t)(CheckBundle(got, c.signedAct(t)))
	if open["decision"].Value != "value of decision" || len(open) != 2 {
		t.Fatalf("disclosed %v", open)
	}
	for name, x := range map[string]struct {
		change func(*SealedBundle)
		code   fault.Code
	}{
		"another act":       {func(s *SealedBundle) { s.Act = DigestOf(nil) }, fault.BadSignature},
		"another agreement": {func(s *SealedBundle) { s.Agreement = DigestOf(nil) }, fault.BadSignature},
		"another sender":    {func(s *SealedBundle) { s.From = "cedar" }, fault.BadSignature},
		"another recipient": {func(s *SealedBundle) { s.To = "cedar" }, fault.BadSignature},
		"another key":       {func(s *SealedBundle) { s.Key = c.seal["belmark"].ID() }, fault.UnknownKey},
		"another world":     {func(s *SealedBundle) { s.World = "" }, fault.WrongWorld},
		"a byte changed": {func(s *SealedBundle) {
			i := len(s.Ciphertext) - 5
			s.Ciphertext = s.Ciphertext[:i] + string('A'+(s.Ciphertext[i]-'A'+1)%26) + s.Ciphertext[i+1:]
		}, fault.BadSignature},
		"cut":       {func(s *SealedBundle) { s.Ciphertext = s.Ciphertext[:40] }, fault.BadSignature},
		"no base64": {func(s *SealedBundle) { s.Ciphertext = "…" }, fault.Malformed},
		"empty":     {func(s *SealedBundle) { s.Ciphertext = "" }, fault.BadSignature},
	} {
		bad := *s
		x.change(&bad)
		if _, err := OpenBundle(&bad, c.seal["arland"]); fault.CodeOf(err) != x.code {
			t.Errorf("%s: %v, want %s", name, err, x.code)
		}
	}
	_, err := SealBundle(b, real.seal["arland"].PublicKey())
	wantCode(t, err, fault.WrongWorld)
	_, err = SealBundle(b, c.node["arland"].PublicKey())
	wantCode(t, err, fault.UnknownKey)
	_, err = SealBundle(b, PublicKey{})
	wantCode(t, err, fault.UnknownKey)
	_, err = OpenBundle(s, c.node["arland"])
	wantCode(t, err, fault.UnknownKey)
}

func TestPadding(t *testing.T) {
	for _, n := range []int{0, 1, 254, 255, 256, 257, 1000} {
		in := bytes.Repeat([]byte{0x80}, n)
		p := pad(in)
		out, ok := unpad(p)
		if !ok || !bytes.Equal(in, out) || len(p)%sealBlock != 0 || len(p) <= n || len(p) > n+sealBlock {
			t.Errorf("%d bytes become %d and %d, %v", n, len(p), len(out), ok)
		}
	}
	bad := pad(nil)
	bad[255] = 1
	for _, b := range [][]byte{nil, {0x80}, make([]byte, 256), bad, append(pad(nil), make([]byte, 256)...)} {
		if out, ok := unpad(b); ok {
			t.Errorf("%d bytes unpad to %d", len(b), len(out))
		}
	}
}

func TestCheckBundleRefuses(t *testing.T) {
	c := newCast(t, "")
	stranger, _, err := Commit("weather", "fair", seeded(3))
	if err != nil {
		t.Fatal(err)
	}
	other, _, err := Commit("decision", "another value", seeded(3))
	if err != nil {
		t.Fatal(err)
	}
	for name, x := range map[string]struct {
		change func(*Bundle)
		code   fault.Code
	}{
		"another value":     {func(b *Bundle) { b.Disclosures[0] = must[string](t)(other.Text()) }, fault.Commitment},
		"field not given":   {func(b *Bundle) { b.Disclosures[0] = must[string](t)(stranger.Text()) }, fault.Commitment},
		"twice":             {func(b *Bundle) { b.Disclosures[1] = b.Disclosures[0] }, fault.Malformed},
		"no disclosure":     {func(b *Bundle) { b.Disclosures[1] = "xyz" }, fault.Malformed},
		"another act":       {func(b *Bundle) { b.Act = DigestOf(nil) }, fault.Commitment},
		"another case":      {func(b *Bundle) { b.Case = "x" }, fault.Commitment},
		"another world":     {func(b *Bundle) { b.World = WorldExercise }, fault.WrongWorld},
		"another agreement": {func(b *Bundle) { b.Agreement = DigestOf(nil) }, fault.Commitment},
	} {
		b := c.bundle(t)
		x.change(b)
		if _, err := CheckBundle(b, c.signedAct(t)); fault.CodeOf(err) != x.code {
			t.Errorf("%s: %v, want %s", name, err, x.code)
		}
	}
}

func TestDisclosure(t *testing.T) {
	d, g, err := Commit("person", map[string]any{"name": "Ö <x>", "born": "1990-01-02"}, seeded(1))
	if err != nil {
		t.Fatal(err)
	}
	text := must[string](t)(d.Text())
	got := must[Disclosure](t)(CheckDisclosure(text, g))
	if again := must[string](t)(got.Text()); again != text {
		t.Fatalf("%s comes back as %s", text, again)
	}
	if c := must[Commitment](t)(got.Commitment()); c != g {
		t.Fatalf("%v, want %v", c, g)
	}
	_, err = CheckDisclosure(text, Commitment{Digest: g.Digest, Field: "other"})
	wantCode(t, err, fault.Commitment)
	_, err = CheckDisclosure(text, Commitment{Digest: commitmentTo("x"), Field: "person"})
	wantCode(t, err, fault.Commitment)
	_, h, err := Commit("person", "a", seeded(2))
	if err != nil || h.Digest == g.Digest {
		t.Fatal("two salts, one digest")
	}
	b := func(s string) string { return b64.EncodeToString([]byte(s)) }
	salt := d.Salt
	for name, bad := range map[string]string{
		"no base64": "!", "padded": text + "=", "line end": text[:8] + "\n" + text[8:], "loose bits": "_" + text[1:len(text)-1] + "_",
		"two parts": b(`["` + salt + `","f"]`), "four": b(`["` + salt + `","f",1,2]`), "object": b(`{}`), "salt": b(`["abc","f",1]`),
		"field": b(`["` + salt + `","",1]`), "field no text": b(`["` + salt + `",1,1]`), "space": b(`["` + salt + `", "f",1]`),
		"great number": b(`["` + salt + `","f",9007199254740993]`), "twice": b(`["` + salt + `","f",{"a":1,"a":1}]`), "empty": "",
	} {
		if _, err := ParseDisclosure(bad); fault.CodeOf(err) != fault.Malformed {
			t.Errorf("%s: %v", name, err)
		}
	}
	_, err = ParseDisclosure(strings.Repeat("A", MaxDisclosure+1))
	wantCode(t, err, fault.TooLarge)
	_, _, err = Commit("f", strings.Repeat("A", MaxDisclosure), seeded(1))
	wantCode(t, err, fault.TooLarge)
	_, _, err = Commit("f", 1<<60, seeded(1))
	wantCode(t, err, fault.Malformed)
	// The example of RFC 9901, section 4.2.3: the hash is over the text.
	if got := commitmentTo("WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0"); got != "X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0" {
		t.Errorf("the standard's example hashes to %s", got)
	}
}
