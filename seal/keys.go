package seal

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/hpke"
	"crypto/sha256"
	"io"
	"strings"

	"github.com/entente-net/entente/fault"
)

// KeyKind says what a key is for. A key is never used for two things.
type KeyKind string

// The kinds of key.
const (
	KeyParty     KeyKind = "party"     // offline; certifies and revokes node keys, ratifies
	KeyNode      KeyKind = "node-sign" // signs acts, receipts, letters, checkpoints
	KeySeal      KeyKind = "node-seal" // opens what is sealed to the node
	KeyRole      KeyKind = "role"      // a person's
	KeyAuthority KeyKind = "authority" // certifies and revokes role keys
)

// Algorithms, as they stand in the text of keys.
const (
	AlgorithmEd25519 = "ed25519"
	AlgorithmXWing   = "mlkem768x25519" // ML-KEM-768 with X25519
)

func (k KeyKind) algorithm() string {
	switch k {
	case KeyParty, KeyNode, KeyRole, KeyAuthority:
		return AlgorithmEd25519
	case KeySeal:
		return AlgorithmXWing
	}
	return ""
}

// keyHead is all of a key's text before the colon.
func keyHead(kind KeyKind, world string) string {
	if world == WorldReal {
		return string(kind) + "-" + kind.algorithm()
	}
	return world + "-" + string(kind) + "-" + kind.algorithm()
}

// PublicKey is a public key with its kind and world. The zero value is no key.
type PublicKey struct {
	text  string
	id    KeyID
	kind  KeyKind
	world string
	ed    ed25519.PublicKey
	hpke  hpke.PublicKey
	es    *ecdsa.PublicKey // of a passkey
}

// String gives the text form: "party-ed25519:…", in an exercise world "exercise-party-ed25519:…".
func (k PublicKey) String() string { return k.text }

// ID is the first 16 bytes of the SHA-256 of the text form; kind and world go into it.
func (k PublicKey) ID() KeyID { return k.id }

// Kind says what the key is for.
func (k PublicKey) Kind() KeyKind { return k.kind }

// Algorithm says how the key signs, or how one seals to it.
func (k PublicKey) Algorithm() string {
	if k.es != nil {
		return AlgorithmPasskey
	}
	return k.kind.algorithm()
}

// World says to which world the key belongs.
func (k PublicKey) World() string { return k.world }

// IsZero says that it is no key.
func (k PublicKey) IsZero() bool { return k.text == "" }

// Ed25519 gives the key as the standard library takes it; nil for a sealing key and for a passkey.
func (k PublicKey) Ed25519() ed25519.PublicKey { return k.ed }

// Verify is the one criterion of signature validity: that of crypto/ed25519.
func (k PublicKey) Verify(message, signature []byte) bool {
	return k.ed != nil && len(signature) == ed25519.SignatureSize && ed25519.Verify(k.ed, message, signature)
}

// mustBe refuses a key of another kind or world.
func (k PublicKey) mustBe(kind KeyKind, world string) error {
	if k.IsZero() {
		return fault.New(fault.UnknownKey, "there is no %s key", kind)
	}
	if k.world != world {
		return wrongWorld("the key", k.world, world)
	}
	if k.kind != kind {
		return fault.New(fault.UnknownKey, "the key is a %s key, not a %s key", k.kind, kind)
	}
	return nil
}

func wrongWorld(what, is, should string) *fault.Error {
	name := func(w string) string {
		if w == WorldReal {
			return "the real world"
		}
		return "an exercise"
	}
	return fault.New(fault.WrongWorld, "%s belongs to %s, not to %s", what, name(is), name(should))
}

func newPublic(kind KeyKind, world string, raw []byte) PublicKey {
	text := keyHead(kind, world) + ":" + b64.EncodeToString(raw)
	sum := sha256.Sum256([]byte(text))
	return PublicKey{text: text, id: KeyID(b64.EncodeToString(sum[:16])), kind: kind, world: world}
}

// ParsePublicKey reads the text form of a public key. Errors: malformed.
func ParsePublicKey(text string) (PublicKey, error) {
	for _, w := range []string{WorldReal, WorldExercise} {
		if body, ok := strings.CutPrefix(text, passkeyHead(w)+":"); ok {
			return parsePasskeyText(w, text, body)
		}
	}
	kind, world, raw, err := splitKey(text, "")
	if err != nil {
		return PublicKey{}, err
	}
	k := newPublic(kind, world, raw)
	if kind.algorithm() == AlgorithmEd25519 {
		if len(raw) != ed25519.PublicKeySize {
			return PublicKey{}, fault.New(fault.Malformed, "the %s key has %d bytes instead of %d", kind, len(raw), ed25519.PublicKeySize)
		}
		if weak(raw) {
			return PublicKey{}, fault.New(fault.Malformed, "the %s key is one under which anything verifies, or a second spelling of a key", kind)
		}
		k.ed = ed25519.PublicKey(raw)
		return k, nil
	}
	if k.hpke, err = hpke.MLKEM768X25519().NewPublicKey(raw); err != nil {
		return PublicKey{}, fault.New(fault.Malformed, "the sealing key is not one of ML-KEM-768 with X25519").Wrap(err)
	}
	return k, nil
}

func parsePasskeyText(world, text, body string) (PublicKey, error) {
	raw, err := b64.DecodeString(body)
	if err != nil || len(body) != b64.EncodedLen(len(raw)) {
		return PublicKey{}, fault.New(fault.Malformed, "the passkey is not base64url")
	}
	es, err := parsePasskey(raw)
	if err != nil {
		return PublicKey{}, err
	}
	sum := sha256.Sum256([]byte(text))
	return PublicKey{text: text, id: KeyID(b64.EncodeToString(sum[:16])), kind: KeyRole, world: world, es: es}, nil
}

// ParsePublicKeyAs reads a public key that must be of one kind and world. Errors: malformed, wrong-world, unknown-key.
func ParsePublicKeyAs(text string, kind KeyKind, world string) (PublicKey, error) {
	k, err := ParsePublicKey(text)
	if err != nil {
		return PublicKey{}, err
	}
	if err := k.mustBe(kind, world); err != nil {
		return PublicKey{}, err
	}
	return k, nil
}

const privateMark = "-private"

// splitKey takes a text form apart; mark is what follows the algorithm.
func splitKey(text, mark string) (kind KeyKind, world string, raw []byte, err error) {
	head, body, ok := strings.Cut(text, ":")
	if ok {
		for _, w := range []string{WorldReal, WorldExercise} {
			for _, k := range []KeyKind{KeyParty, KeyNode, KeySeal, KeyRole, KeyAuthority} {
				if head != keyHead(k, w)+mark {
					continue
				}
				raw, err := b64.DecodeString(body)
				if err != nil || len(body) != b64.EncodedLen(len(raw)) {
					return "", "", nil, fault.New(fault.Malformed, "the %s key is not base64url", k)
				}
				return k, w, raw, nil
			}
		}
	}
	if len(head) > 40 || !ok {
		head = "this"
	}
	return "", "", nil, fault.New(fault.Malformed, "%s is no kind of key that is known here", head).
		Mend("a public key reads like party-ed25519: with 43 characters after the colon")
}

// PrivateKey is a private key with its kind and world. It prints as its KeyID, never as itself.
type PrivateKey struct {
	public PublicKey
	seed   []byte
	ed     ed25519.PrivateKey
	hpke   hpke.PrivateKey
}

const seedSize = 32

// GenerateKey draws a key.
func GenerateKey(kind KeyKind, world string, rand io.Reader) (PrivateKey, error) {
	if kind.algorithm() == "" || world != WorldReal && world != WorldExercise {
		return PrivateKey{}, fault.New(fault.Malformed, "no keys of the kind %q in the world %q", string(kind), world)
	}
	seed := make([]byte, seedSize)
	if _, err := io.ReadFull(rand, seed); err != nil {
		return PrivateKey{}, fault.New(fault.Internal, "no random bytes are to be had").Wrap(err)
	}
	return newPrivate(kind, world, seed)
}

func newPrivate(kind KeyKind, world string, seed []byte) (PrivateKey, error) {
	if len(seed) != seedSize {
		return PrivateKey{}, fault.New(fault.Malformed, "the private key has %d bytes instead of %d", len(seed), seedSize)
	}
	k := PrivateKey{seed: seed}
	if kind.algorithm() == AlgorithmEd25519 {
		k.ed = ed25519.NewKeyFromSeed(seed)
		pub := k.ed.Public().(ed25519.PublicKey)
		k.public = newPublic(kind, world, pub)
		k.public.ed = pub
		return k, nil
	}
	var err error
	if k.hpke, err = hpke.MLKEM768X25519().NewPrivateKey(seed); err != nil {
		return PrivateKey{}, fault.New(fault.Malformed, "the private key cannot be used").Wrap(err)
	}
	k.public = newPublic(kind, world, k.hpke.PublicKey().Bytes())
	k.public.hpke = k.hpke.PublicKey()
	return k, nil
}

// Secret gives the text form of the private key, one line: "node-sign-ed25519-private:…".
func (k PrivateKey) Secret() string {
	return keyHead(k.public.kind, k.public.world) + privateMark + ":" + b64.EncodeToString(k.seed)
}

// ParsePrivateKey reads the text form of a private key; one line end after it is allowed. Errors: malformed.
func ParsePrivateKey(text string) (PrivateKey, error) {
	kind, world, raw, err := splitKey(strings.TrimSuffix(text, "\n"), privateMark)
	if err != nil {
		return PrivateKey{}, err
	}
	return newPrivate(kind, world, raw)
}

// PublicKey gives the other half.
func (k PrivateKey) PublicKey() PublicKey { return k.public }

// ID is that of the public key.
func (k PrivateKey) ID() KeyID { return k.public.id }

// Kind says what the key is for.
func (k PrivateKey) Kind() KeyKind { return k.public.kind }

// World says to which world the key belongs.
func (k PrivateKey) World() string { return k.public.world }

// IsZero says that it is no key.
func (k PrivateKey) IsZero() bool { return k.seed == nil }

// String tells which key it is and nothing more.
func (k PrivateKey) String() string {
	return "private " + string(k.public.kind) + " key " + string(k.public.id)
}

// GoString is String: no way of printing shows the key.
func (k PrivateKey) GoString() string { return k.String() }

// Public makes a signing key a crypto.Signer, for package ledger and for TLS tools.
func (k PrivateKey) Public() crypto.PublicKey { return k.public.ed }

// Sign signs a whole message, not a hash (opts.HashFunc must be zero).
func (k PrivateKey) Sign(rand io.Reader, message []byte, opts crypto.SignerOpts) ([]byte, error) {
	if k.ed == nil {
		return nil, fault.New(fault.UnknownKey, "a sealing key signs nothing")
	}
	return k.ed.Sign(rand, message, opts)
}

// sign gives a signature as text.
func (k PrivateKey) sign(m []byte) string { return b64.EncodeToString(ed25519.Sign(k.ed, m)) }

// weak finds the points of small order, under which a signature can be made that verifies for many messages,
// and y coordinates that are not reduced, which would give one key two texts. The standard library accepts both.
func weak(raw []byte) bool {
	var y [32]byte
	copy(y[:], raw)
	y[31] &= 0x7f
	if smallOrder[string(y[:])] {
		return true
	}
	// p = 2^255-19 is ed ff … ff 7f, little endian: y ≥ p where all but the lowest byte are full.
	if y[31] != 0x7f || y[0] < 0xed {
		return false
	}
	for _, b := range y[1:31] {
		if b != 0xff {
			return false
		}
	}
	return true
}

// smallOrder lists the y coordinates of the eight points whose order divides 8.
var smallOrder = map[string]bool{
	"\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00": true,
	"\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00": true,
	"\x26\xe8\x95\x8f\xc2\xb2\x27\xb0\x45\xc3\xf4\x89\xf2\xef\x98\xf0\xd5\xdf\xac\x05\xd3\xc6\x33\x39\xb1\x38\x02\x88\x6d\x53\xfc\x05": true,
	"\xc7\x17\x6a\x70\x3d\x4d\xd8\x4f\xba\x3c\x0b\x76\x0d\x10\x67\x0f\x2a\x20\x53\xfa\x2c\x39\xcc\xc6\x4e\xc7\xfd\x77\x92\xac\x03\x7a": true,
	"\xec\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x7f": true,
}
