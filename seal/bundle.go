package seal

import (
	"bytes"
	"crypto/hpke"

	"github.com/entente-net/entente/fault"
)

func bundleMembers(c *codec, b *Bundle) {
	c.open()
	c.digest("act", &b.Act, false)
	c.digest("agreement", &b.Agreement, false)
	c.name("case", &b.Case)
	list(c, "disclosures", &b.Disclosures, 256, func(c *codec, s *string) { c.str("disclosures", s, MaxDisclosure) })
	c.name("from", &b.From)
	c.name("to", &b.To)
	c.oneOf("type", &b.Type, TypeBundle)
	c.world(&b.World)
	c.close()
}

func sealedMembers(c *codec, s *SealedBundle) {
	c.open()
	c.digest("act", &s.Act, false)
	c.digest("agreement", &s.Agreement, false)
	c.text("ciphertext", &s.Ciphertext, MaxSealed)
	c.name("from", &s.From)
	c.keyID("key", &s.Key)
	c.name("to", &s.To)
	c.oneOf("type", &s.Type, TypeSealed)
	c.world(&s.World)
	c.close()
}

// Encode gives the canonical bytes.
func (b *Bundle) Encode() []byte { out, _ := encode("bundle", b, bundleMembers); return out }

// DecodeBundle reads an opened bundle.
func DecodeBundle(b []byte) (*Bundle, error) { return decode("bundle", b, MaxBundle, bundleMembers) }

// Encode gives the canonical bytes.
func (s *SealedBundle) Encode() []byte {
	out, _ := encode("sealed bundle", s, sealedMembers)
	return out
}

// Digest is over the sealed form.
func (s *SealedBundle) Digest() Digest { return DigestOf(s.Encode()) }

// DecodeSealedBundle reads a bundle that is still sealed.
func DecodeSealedBundle(b []byte) (*SealedBundle, error) {
	return decode("sealed bundle", b, MaxSealed+limitLine, sealedMembers)
}

// sealBlock is the step by which sealed sizes grow, so that a length tells little of a value.
const sealBlock = 256

// pad adds a bit and zeros up to the next block (ISO/IEC 7816-4).
func pad(b []byte) []byte {
	n := sealBlock - len(b)%sealBlock
	out := append(make([]byte, 0, len(b)+n), b...)
	return append(append(out, 0x80), make([]byte, n-1)...)
}

func unpad(b []byte) ([]byte, bool) {
	end := bytes.LastIndexByte(b, 0x80)
	if end < 0 || len(b)%sealBlock != 0 || len(b)-end > sealBlock {
		return nil, false
	}
	for _, z := range b[end+1:] {
		if z != 0 {
			return nil, false
		}
	}
	return b[:end], true
}

// sealInfo binds a ciphertext to its head: world, agreement, act, sender, recipient and key.
func sealInfo(s SealedBundle) []byte {
	s.Ciphertext = ""
	return message(TypeSealed, s.World, s.Encode())
}

// SealBundle seals a bundle to the recipient's node.
// Errors: wrong-world, unknown-key (not a sealing key), malformed, too-large.
func SealBundle(b *Bundle, to PublicKey) (*SealedBundle, error) {
	if err := to.mustBe(KeySeal, b.World); err != nil {
		return nil, err
	}
	filled := *b
	filled.Type = TypeBundle
	plain, err := encode("bundle", &filled, bundleMembers)
	if err != nil {
		return nil, err
	}
	if len(plain) > MaxBundle {
		return nil, fault.New(fault.TooLarge, "the bundle has %d bytes, more than %d", len(plain), MaxBundle)
	}
	s := SealedBundle{
		Act: b.Act, Agreement: b.Agreement, From: b.From, Key: to.ID(), To: b.To,
		Type: TypeSealed, World: b.World,
	}
	c, err := hpke.Seal(to.hpke, hpke.HKDFSHA256(), hpke.AES256GCM(), sealInfo(s), pad(plain))
	if err != nil {
		return nil, fault.New(fault.Internal, "the bundle could not be sealed").Wrap(err)
	}
	s.Ciphertext = b64.EncodeToString(c)
	return &s, nil
}

// OpenBundle opens a bundle and holds it to its head. That its values are those of the act is CheckBundle's task.
// Errors: wrong-world, unknown-key (sealed to another key), bad-signature (changed on the way), malformed.
func OpenBundle(s *SealedBundle, key PrivateKey) (*Bundle, error) {
	if err := key.public.mustBe(KeySeal, s.World); err != nil {
		return nil, err
	}
	if s.Key != key.ID() {
		return nil, fault.New(fault.UnknownKey, "the bundle is sealed to another key").
			Mend("ask the sender to seal it to the key of the present epoch")
	}
	raw, err := b64.DecodeString(s.Ciphertext)
	if err != nil {
		return nil, fault.New(fault.Malformed, "the sealed bundle is not base64url").Wrap(err)
	}
	padded, err := hpke.Open(key.hpke, hpke.HKDFSHA256(), hpke.AES256GCM(), sealInfo(*s), raw)
	if err != nil {
		return nil, fault.New(fault.BadSignature, "the sealed bundle does not open: it or its head was changed").Wrap(err)
	}
	plain, ok := unpad(padded)
	if !ok {
		return nil, fault.New(fault.Malformed, "the sealed bundle is not padded to a block")
	}
	b, err := DecodeBundle(plain)
	if err != nil {
		return nil, err
	}
	if b.Act != s.Act || b.Agreement != s.Agreement || b.From != s.From || b.To != s.To || b.World != s.World {
		return nil, fault.New(fault.Malformed, "the bundle says other things than its sealed head")
	}
	return b, nil
}
