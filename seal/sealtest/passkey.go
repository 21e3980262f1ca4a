package sealtest

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"math/big"
)

// Flags of an answer in which the person was there and was verified.
const (
	Present  = 0x01
	Verified = 0x04
	Attested = 0x40
)

// Passkey is one key of an authenticator together with the browser that asks it.
type Passkey struct {
	RP, Origin string // as the page at which it is used has them
	Cross      bool   // within a page of somebody else
	Flags      byte   // 0: present and verified
	Count      uint32 // of the last use; counts where it is not 0
	ID         []byte
	key        *ecdsa.PrivateKey
}

// New gives the passkey of a seed: the same seed is the same key, and signs the same in every run.
func New(seed, rp, origin string) *Passkey {
	sum := sha512.Sum512([]byte(seed))
	n := elliptic.P256().Params().N
	d := new(big.Int).Mod(new(big.Int).SetBytes(sum[:]), n)
	key, err := ecdsa.ParseRawPrivateKey(elliptic.P256(), d.FillBytes(make([]byte, 32)))
	if err != nil {
		panic(err)
	}
	id := sha256.Sum256([]byte("id of " + seed))
	return &Passkey{RP: rp, Origin: origin, ID: id[:16], key: key}
}

// Point gives the coordinates of the public key, 32 bytes each.
func (p *Passkey) Point() (x, y []byte) {
	raw, err := p.key.PublicKey.Bytes()
	if err != nil {
		panic(err)
	}
	return raw[1:33], raw[33:]
}

func (p *Passkey) authenticator(more byte) []byte {
	rp := sha256.Sum256([]byte(p.RP))
	flags := p.Flags
	if flags == 0 {
		flags = Present | Verified
	}
	if p.Count > 0 {
		p.Count++
	}
	return binary.BigEndian.AppendUint32(append(rp[:], flags|more), p.Count)
}

func (p *Passkey) client(kind string, challenge []byte) string {
	b, err := json.Marshal(struct {
		Type      string `json:"type"`
		Challenge string `json:"challenge"`
		Origin    string `json:"origin"`
		Cross     bool   `json:"crossOrigin"`
	}{kind, base64.RawURLEncoding.EncodeToString(challenge), p.Origin, p.Cross})
	if err != nil {
		panic(err)
	}
	return string(b)
}

// Create is what navigator.credentials.create gives: authenticator data with the new key, and client data.
func (p *Passkey) Create(challenge []byte) (authenticator []byte, client string) {
	x, y := p.Point()
	a := append(p.authenticator(Attested), make([]byte, 16)...) // of no maker
	a = append(binary.BigEndian.AppendUint16(a, uint16(len(p.ID))), p.ID...)
	a = append(a, "\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20"...)
	a = append(append(append(a, x...), "\x22\x58\x20"...), y...)
	return a, p.client("webauthn.create", challenge)
}

// Get is what navigator.credentials.get gives, the signature in DER.
func (p *Passkey) Get(challenge []byte) (authenticator []byte, client string, signature []byte) {
	a, client := p.authenticator(0), p.client("webauthn.get", challenge)
	return a, client, p.Sign(a, client)
}

// Sign signs whatever it is given, in DER, always alike.
func (p *Passkey) Sign(authenticator []byte, client string) []byte {
	c := sha256.Sum256([]byte(client))
	digest := sha256.Sum256(append(append([]byte(nil), authenticator...), c[:]...))
	sig, err := p.key.Sign(nil, digest[:], crypto.SHA256) // without randomness: RFC 6979
	if err != nil {
		panic(err)
	}
	return sig
}
