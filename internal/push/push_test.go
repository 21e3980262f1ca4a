package push

import (
	"bytes"
	"crypto/ecdh"
	"encoding/base64"
	"strings"
	"testing"

	"github.com/entente-net/entente/fault"
)

func raw(t *testing.T, s string) []byte {
	t.Helper()
	b, err := base64.RawURLEncoding.DecodeString(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// RFC 8291, section 5 and appendix A.
func TestVectors(t *testing.T) {
	node, err := ecdh.P256().NewPrivateKey(raw(t, "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"))
	if err != nil {
		t.Fatal(err)
	}
	browser, err := ecdh.P256().NewPrivateKey(raw(t, "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94"))
	if err != nil {
		t.Fatal(err)
	}
	const public, secret = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4", "BTBZMqHH6r4Tts7J_aSIgg"
	s, err := Parse("https://push.example.net/x", public, secret)
	if err != nil {
		t.Fatal(err)
	}
	const said = "When I grow up, I want to be a watermelon"
	const want = "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
	got, err := s.encrypt([]byte(said), node, raw(t, "DGv6ra1nlYgDCS1FRnbzlw"), 0)
	if err != nil || base64.RawURLEncoding.EncodeToString(got) != want {
		t.Errorf("encrypted %s, %v", base64.RawURLEncoding.EncodeToString(got), err)
	}
	if plain, err := Decrypt(raw(t, want), browser, s.Secret); err != nil || string(plain) != said {
		t.Errorf("decrypted %q, %v", plain, err)
	}
	changed := raw(t, want)
	changed[len(changed)-1] ^= 1
	if _, err := Decrypt(changed, browser, s.Secret); fault.CodeOf(err) != fault.BadSignature {
		t.Errorf("changed: %v", err)
	}

	// What is sent is of one length, whatever it says, and fits the record.
	lengths := map[int]bool{}
	for _, said := range []string{"", "x", strings.Repeat("x", 900)} {
		b, err := s.Encrypt([]byte(said))
		if err != nil {
			t.Fatal(err)
		}
		lengths[len(b)] = true
		if plain, err := Decrypt(b, browser, s.Secret); err != nil || string(plain) != said {
			t.Errorf("%q became %q, %v", said, plain, err)
		}
	}
	if len(lengths) != 1 {
		t.Errorf("lengths %v", lengths)
	}
	if b, err := s.Encrypt(bytes.Repeat([]byte{1}, MaxMessage)); err != nil || len(b) > recordSize {
		t.Errorf("the longest: %d bytes, %v", len(b), err)
	}
	if _, err := s.Encrypt(make([]byte, MaxMessage+1)); fault.CodeOf(err) != fault.TooLarge {
		t.Errorf("too long: %v", err)
	}
	for _, bad := range [][2]string{{"", secret}, {public, ""}, {public[:80], secret}, {public, secret + "AAAA"}, {strings.Repeat("A", 87), secret}, {public + "=", secret}} {
		if _, err := Parse("https://push.example.net/x", bad[0], bad[1]); fault.CodeOf(err) != fault.Invalid {
			t.Errorf("%v: %v", bad, err)
		}
	}
}
