package seal

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/sha256"
	"encoding/binary"
	"math/big"
	"strconv"
	"strings"

	"github.com/entente-net/entente/fault"
)

// AlgorithmPasskey is WebAuthn with ES256: ECDSA on P-256 over SHA-256 (W3C Web Authentication level 3, section 7.2).
const AlgorithmPasskey = "webauthn-es256"

// Flags of authenticator data (Web Authentication, section 6.1).
const (
	flagPresent   = 0x01 // UP: somebody was there
	flagVerified  = 0x04 // UV: by finger, face or PIN, and so the person whose device it is
	flagEligible  = 0x08 // BE: the key may be kept by more than one device
	flagBackedUp  = 0x10 // BS: and is
	flagAttested  = 0x40 // AT: a new key follows
	flagExtension = 0x80 // ED: extensions follow
	flagsReserved = 0x22
)

// authenticatorSize is the length of authenticator data without key and extensions, of which an assertion here has none.
const authenticatorSize = sha256.Size + 1 + 4

// Assertion is what a passkey answers to a challenge. One answer has one form: the signature is r and s, 32 bytes each, with s in the
// lower half of the group's order, and the rest is covered by it byte by byte.
type Assertion struct {
	Authenticator string // authenticator data, 37 bytes, base64url
	Client        string // the client data as the browser wrote it: JSON, UTF-8
	Signature     string // 64 bytes, base64url
}

// Site is where a passkey may be used: its relying party and the one origin of its pages.
type Site struct {
	RP     string // "belmark.example": a domain that the origin's host is, or lies below
	Origin string // "https://desk.belmark.example"
}

// Check refuses a site whose passkey could be used elsewhere, or whose text has a second spelling. Only in an exercise is
// it reached without TLS, and then on the person's own machine alone. Errors: malformed.
func (s Site) Check(world string) error {
	scheme, authority, _ := strings.Cut(s.Origin, "://")
	host, port, ported := strings.Cut(authority, ":")
	if n, err := strconv.ParseUint(port, 10, 16); ported && (err != nil || n == 0 || strconv.FormatUint(n, 10) != port) {
		return fault.New(fault.Malformed, "%q is no origin", clipText(s.Origin)).Mend("write it like https://desk.belmark.example, without a path")
	}
	switch {
	case scheme == "https" && port == "443", scheme == "http" && port == "80":
		return fault.New(fault.Malformed, "the origin %s names the port that is meant without it", clipText(s.Origin)).Mend("leave the port out, as browsers do")
	case scheme == "https":
	case scheme == "http" && world == WorldExercise && host == "localhost":
	default:
		return fault.New(fault.Malformed, "a passkey works over https alone, in an exercise on http://localhost as well")
	}
	if !isDomain(host) || !isDomain(s.RP) || host != s.RP && !strings.HasSuffix(host, "."+s.RP) {
		return fault.New(fault.Malformed, "the origin %s does not lie below the relying party %q", clipText(s.Origin), clipText(s.RP)).Mend("both are domains in lower case; a browser takes no addresses of machines")
	}
	return nil
}

// isDomain says whether a text is a domain in the form in which browsers write it: "localhost", "xn--…".
func isDomain(s string) bool {
	if s == "" || len(s) > 253 {
		return false
	}
	letters := false
	for label := range strings.SplitSeq(s, ".") {
		if label == "" || len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-' {
			return false
		}
		letters = false // of the last label: four numbers are a machine's address
		for _, c := range []byte(label) {
			if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
				return false
			}
			letters = letters || c >= 'a' && c <= 'z'
		}
	}
	return letters
}

func clipText(s string) string {
	if len(s) > 100 {
		s = s[:100] + "…"
	}
	return strings.ToValidUTF8(s, "?")
}

// NewPasskey gives the public key of a passkey from the two coordinates of its point. Errors: malformed.
func NewPasskey(world string, x, y []byte) (PublicKey, error) {
	if len(x) != 32 || len(y) != 32 {
		return PublicKey{}, fault.New(fault.Malformed, "a coordinate of a passkey has not 32 bytes")
	}
	return ParsePublicKey(passkeyHead(world) + ":" + b64.EncodeToString(append(append([]byte{4}, x...), y...)))
}

func passkeyHead(world string) string {
	if world == WorldReal {
		return string(KeyRole) + "-" + AlgorithmPasskey
	}
	return world + "-" + string(KeyRole) + "-" + AlgorithmPasskey
}

// parsePasskey reads the uncompressed point (SEC 1, section 2.3.3): 65 bytes, of which there is one spelling for each point.
func parsePasskey(raw []byte) (*ecdsa.PublicKey, error) {
	if len(raw) != 65 || raw[0] != 4 {
		return nil, fault.New(fault.Malformed, "the passkey has %d bytes, or is not an uncompressed point", len(raw))
	}
	k, err := ecdsa.ParseUncompressedPublicKey(elliptic.P256(), raw)
	if err != nil {
		return nil, fault.New(fault.Malformed, "the passkey is no point of P-256").Wrap(err)
	}
	return k, nil
}

// Challenge is what a person's passkey signs for an act: the SHA-256 of the message that another role key signs.
func (a *Act) Challenge(key KeyID) []byte {
	sum := sha256.Sum256(personalMessage(a, key))
	return sum[:]
}

// PasskeyPersonal makes an act's personal signature from a passkey's answer to Act.Challenge. It verifies nothing.
func PasskeyPersonal(key KeyID, x Assertion) *Personal {
	return &Personal{Algorithm: AlgorithmPasskey, Authenticator: x.Authenticator, Client: x.Client, Key: key, Signature: x.Signature}
}

// VerifyAssertion holds a passkey's answer to key, site and challenge. Errors: bad-signature, malformed.
func VerifyAssertion(x Assertion, key PublicKey, site Site, challenge []byte) error {
	no := func(format string, args ...any) error { return fault.New(fault.BadSignature, format, args...) }
	if key.es == nil {
		return no("the key is no passkey")
	}
	if err := checkClient(x.Client, site.Origin, challenge); err != nil {
		return err
	}
	auth, err := b64.DecodeString(x.Authenticator)
	if err != nil || !isBase64(x.Authenticator, authenticatorSize) {
		return no("the authenticator data of the passkey are not %d bytes in base64url", authenticatorSize)
	}
	if rp := sha256.Sum256([]byte(site.RP)); string(auth[:sha256.Size]) != string(rp[:]) {
		return no("the passkey was used for another site than %s", clipText(site.RP))
	}
	switch f := auth[sha256.Size]; {
	case f&flagPresent == 0:
		return no("the passkey was used without anybody there")
	case f&flagVerified == 0:
		return no("the passkey did not verify whose hand it was in")
	case f&(flagAttested|flagExtension|flagsReserved) != 0, f&flagBackedUp != 0 && f&flagEligible == 0:
		return no("the passkey's flags are none of an answer to this challenge")
	}
	if !isBase64(x.Signature, 64) {
		return no("the passkey's signature is not 64 bytes in base64url")
	}
	sig, err := b64.DecodeString(x.Signature)
	if err != nil {
		return no("the passkey's signature is not 64 bytes in base64url")
	}
	r, s := new(big.Int).SetBytes(sig[:32]), new(big.Int).SetBytes(sig[32:])
	if s.Cmp(halfOrder) > 0 {
		return no("the passkey's signature is the second spelling of one")
	}
	client := sha256.Sum256([]byte(x.Client))
	digest := sha256.Sum256(append(auth, client[:]...))
	if !ecdsa.Verify(key.es, digest[:], r, s) {
		return no("the passkey's signature does not verify")
	}
	return nil
}

// checkClient holds the client data to what the browser must have been asked.
func checkClient(client, origin string, challenge []byte) error {
	no := func(format string, args ...any) error { return fault.New(fault.BadSignature, format, args...) }
	if len(client) > limitLine {
		return no("the client data of the passkey have %d bytes", len(client))
	}
	v, err := ParseJSON([]byte(client))
	if err != nil {
		return fault.New(fault.BadSignature, "the client data of the passkey cannot be read").Wrap(err)
	}
	m, _ := v.(map[string]any)
	cross, crossed := m["crossOrigin"]
	switch {
	case m["type"] != "webauthn.get":
		return no("the passkey was not asked for a signature")
	case m["challenge"] != b64.EncodeToString(challenge):
		return no("the passkey signed something else")
	case m["origin"] != origin:
		return no("the passkey was used on another page than one of %s", clipText(origin))
	case crossed && cross != false, m["topOrigin"] != nil:
		return no("the passkey was used within a page of somebody else")
	}
	return nil
}

// Counter is the passkey's count of its uses, 0 for one that does not count; from an assertion that was verified.
func (x Assertion) Counter() uint32 {
	b, err := b64.DecodeString(x.Authenticator)
	if err != nil || len(b) < authenticatorSize {
		return 0
	}
	return binary.BigEndian.Uint32(b[sha256.Size+1:])
}

// halfOrder is half of the order of P-256's group: of s and n-s, which both verify, the lower is taken.
var halfOrder = new(big.Int).Rsh(elliptic.P256().Params().N, 1)

// PasskeySignature brings a browser's signature (DER of r and s) into its one form here. Errors: malformed.
func PasskeySignature(der []byte) (string, error) {
	r, rest, ok := derInteger(derBody(der))
	s, end, ok2 := derInteger(rest)
	n := elliptic.P256().Params().N
	if !ok || !ok2 || len(end) != 0 || r.Sign() <= 0 || s.Sign() <= 0 || r.Cmp(n) >= 0 || s.Cmp(n) >= 0 {
		return "", fault.New(fault.Malformed, "the passkey's signature is not one of ES256")
	}
	if s.Cmp(halfOrder) > 0 {
		s.Sub(n, s)
	}
	var out [64]byte
	r.FillBytes(out[:32])
	s.FillBytes(out[32:])
	return b64.EncodeToString(out[:]), nil
}

// derBody gives the content of a sequence of less than 128 bytes, as all signatures of P-256 are.
func derBody(b []byte) []byte {
	if len(b) < 2 || b[0] != 0x30 || b[1] >= 0x80 || int(b[1]) != len(b)-2 {
		return nil
	}
	return b[2:]
}

func derInteger(b []byte) (*big.Int, []byte, bool) {
	if len(b) < 3 || b[0] != 2 || b[1] == 0 || b[1] > 33 || int(b[1]) > len(b)-2 {
		return new(big.Int), nil, false
	}
	v := b[2 : 2+b[1]]
	if v[0]&0x80 != 0 || len(v) > 1 && v[0] == 0 && v[1]&0x80 == 0 {
		return new(big.Int), nil, false
	}
	return new(big.Int).SetBytes(v), b[2+b[1]:], true
}

// NewCredential reads the authenticator data of a passkey that was just made (Web Authentication, section 6.5.1): its name
// and its key. Attestation is neither asked for nor read: that the key is this person's is the authority's word, not a maker's. Errors: malformed, bad-signature.
func NewCredential(world string, authenticator []byte, client string, site Site, challenge []byte) (id []byte, key PublicKey, err error) {
	no := func(format string, args ...any) ([]byte, PublicKey, error) {
		return nil, PublicKey{}, fault.New(fault.BadSignature, format, args...)
	}
	v, err := ParseJSON([]byte(client))
	if err != nil || len(client) > limitLine {
		return no("the client data of the passkey cannot be read")
	}
	m, _ := v.(map[string]any)
	cross, crossed := m["crossOrigin"]
	if m["type"] != "webauthn.create" || m["challenge"] != b64.EncodeToString(challenge) || m["origin"] != site.Origin || crossed && cross != false || m["topOrigin"] != nil {
		return no("the passkey was made for another page, or not in answer to this one")
	}
	rp := sha256.Sum256([]byte(site.RP))
	if len(authenticator) < authenticatorSize+18 || string(authenticator[:sha256.Size]) != string(rp[:]) {
		return no("the passkey was made for another site than %s", clipText(site.RP))
	}
	f := authenticator[sha256.Size]
	if f&flagPresent == 0 || f&flagVerified == 0 || f&flagAttested == 0 || f&flagsReserved != 0 || f&flagBackedUp != 0 && f&flagEligible == 0 {
		return no("the device did not verify who made the passkey")
	}
	rest := authenticator[authenticatorSize+16:]
	n := int(binary.BigEndian.Uint16(rest))
	if n == 0 || n > 1023 || len(rest) < 2+n+len(coseHead)+32+len(coseMiddle)+32 {
		return no("the passkey's name or key is cut short")
	}
	id, rest = rest[2:2+n], rest[2+n:]
	x, ok := strings.CutPrefix(string(rest), coseHead)
	if !ok || x[32:32+len(coseMiddle)] != coseMiddle {
		return no("the passkey is not one of ES256")
	}
	end := x[32+len(coseMiddle)+32:]
	if (f&flagExtension != 0) != (end != "") {
		return no("something follows the passkey's key")
	}
	key, err = NewPasskey(world, []byte(x[:32]), []byte(x[32+len(coseMiddle):][:32]))
	return id, key, err
}

// A COSE key of ES256 has one canonical encoding (CTAP2, section 8; RFC 9053, section 7.1.1): kty EC2, alg ES256, crv P-256, x, y.
const (
	coseHead   = "\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20"
	coseMiddle = "\x22\x58\x20"
)
