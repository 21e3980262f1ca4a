package seal

import (
	"crypto"
	"crypto/ed25519"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/entente-net/entente/fault"
)

func TestKeysRoundTrip(t *testing.T) {
	seen := map[KeyID]string{}
	for _, world := range []string{WorldReal, WorldExercise} {
		for kind, head := range map[KeyKind]string{
			KeyParty: "party-ed25519", KeyNode: "node-sign-ed25519", KeySeal: "node-seal-mlkem768x25519",
			KeyRole: "role-ed25519", KeyAuthority: "authority-ed25519",
		} {
			if world != "" {
				head = world + "-" + head
			}
			k := must[PrivateKey](t)(GenerateKey(kind, world, seeded(9))) // the same seed for all
			text := k.PublicKey().String()
			if !strings.HasPrefix(text, head+":") {
				t.Errorf("%q does not begin with %s:", text, head)
			}
			if other, twice := seen[k.ID()]; twice {
				t.Errorf("%s and %s have one id", other, text)
			}
			seen[k.ID()] = text
			p := must[PublicKey](t)(ParsePublicKey(text))
			if p.String() != text || p.ID() != k.ID() || p.Kind() != kind || p.World() != world || p.IsZero() {
				t.Errorf("%s comes back as %v", text, p)
			}
			again := must[PrivateKey](t)(ParsePrivateKey(k.Secret() + "\n"))
			if again.ID() != k.ID() || again.Secret() != k.Secret() || again.World() != world || again.Kind() != kind {
				t.Errorf("the private key of %s does not come back", text)
			}
			for _, shown := range []string{fmt.Sprint(k), fmt.Sprintf("%v %+v %#v %s", k, k, k, k), fmt.Sprintf("%+v", []PrivateKey{k})} {
				if strings.Contains(shown, k.Secret()[len(k.Secret())-20:]) || !strings.Contains(shown, string(k.ID())) || strings.Contains(shown, "seed:") {
					t.Errorf("it prints as %s", shown)
				}
			}
		}
	}
}

func TestKeysRefuse(t *testing.T) {
	k := must[PrivateKey](t)(GenerateKey(KeyParty, WorldExercise, seeded(9)))
	text := k.PublicKey().String()
	for _, bad := range []string{
		"", ":", "party-ed25519", "party-ed25519:", text[9:] + "A", " " + text, text + "\n", text + "=", text[:len(text)-1],
		strings.ToUpper(text), strings.Replace(text, "party", "partei", 1), strings.Replace(text, "ed25519", "p256", 1),
		strings.Replace(text, "exercise", "drill", 1), k.Secret(), text[:30] + "\n" + text[30:],
		strings.Replace(text, "party-ed25519", "node-seal-mlkem768x25519", 1), strings.Repeat("x", 1<<16),
	} {
		if got, err := ParsePublicKey(bad); fault.CodeOf(err) != fault.Malformed {
			t.Errorf("%.60q reads as %v, %v", bad, got, err)
		}
	}
	for _, bad := range []string{"", text, k.Secret() + "\n\n", k.Secret() + "AAAA", "exercise-party-ed25519-private:"} {
		if _, err := ParsePrivateKey(bad); fault.CodeOf(err) != fault.Malformed {
			t.Errorf("%.60q reads as a private key, %v", bad, err)
		}
	}
	_, err := ParsePublicKeyAs(text, KeyParty, WorldReal)
	wantCode(t, err, fault.WrongWorld)
	_, err = ParsePublicKeyAs(text, KeyRole, WorldExercise)
	wantCode(t, err, fault.UnknownKey)
	_, err = GenerateKey("wheel", WorldReal, seeded(1))
	wantCode(t, err, fault.Malformed)
	_, err = GenerateKey(KeyNode, "drill", seeded(1))
	wantCode(t, err, fault.Malformed)
	_, err = GenerateKey(KeyNode, WorldReal, iotest.ErrReader(errors.New("no luck")))
	wantCode(t, err, fault.Internal)
	_, err = NewNonce(io.LimitReader(seeded(1), 5))
	wantCode(t, err, fault.Internal)
}

// TestWeakKeys shows that each refused key is one under which the standard library lets a signature made
// without any private key pass, so that the list is neither wrong nor needless.
func TestWeakKeys(t *testing.T) {
	identity := make([]byte, 64) // R is the neutral point, S is 0
	identity[0] = 1
	for y := range smallOrder {
		for _, sign := range []byte{0, 0x80} {
			raw := []byte(y)
			raw[31] |= sign
			text := keyHead(KeyNode, "") + ":" + b64.EncodeToString(raw)
			if _, err := ParsePublicKey(text); fault.CodeOf(err) != fault.Malformed {
				t.Errorf("%x is taken: %v", raw, err)
			}
			if (y[0] == 1 || y[0] == 0xec) && sign != 0 {
				continue // x = 0 has no negative: no point at all
			}
			passes := 0
			for i := range 400 {
				if ed25519.Verify(raw, []byte(strconv.Itoa(i)), identity) {
					passes++
				}
			}
			if passes == 0 {
				t.Errorf("%x is refused without need", raw)
			}
		}
	}
	for low := 0xed; low <= 0xff; low++ { // y = p … 2^255-1: second spellings
		raw := make([]byte, 32)
		for i := range raw {
			raw[i] = 0xff
		}
		raw[0], raw[31] = byte(low), 0x7f
		if !weak(raw) {
			t.Errorf("%x is taken", raw)
		}
	}
}

func TestPrivateKeySigns(t *testing.T) {
	k := must[PrivateKey](t)(GenerateKey(KeyNode, "", seeded(1)))
	var s crypto.Signer = k
	sig := must[[]byte](t)(s.Sign(nil, []byte("m"), crypto.Hash(0)))
	if !k.PublicKey().Verify([]byte("m"), sig) || k.PublicKey().Verify([]byte("n"), sig) || k.PublicKey().Verify([]byte("m"), sig[:63]) {
		t.Error("signature and key disagree")
	}
	if _, err := s.Sign(nil, []byte("m"), crypto.SHA256); err == nil {
		t.Error("a key of this kind signs no hashes")
	}
	h := must[PrivateKey](t)(GenerateKey(KeySeal, "", seeded(1)))
	if _, err := h.Sign(nil, []byte("m"), crypto.Hash(0)); err == nil || h.PublicKey().Verify([]byte("m"), sig) {
		t.Error("a sealing key signs")
	}
}
