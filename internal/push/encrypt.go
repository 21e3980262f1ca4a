package push

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/ecdh"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"

	"github.com/entente-net/entente/fault"
)

// Subscription is where a browser takes messages, as its PushManager gives it.
type Subscription struct {
	Endpoint string // address at the push service
	Key      []byte // the browser's P-256 public key, uncompressed: 65 bytes
	Secret   []byte // the browser's secret: 16 bytes
}

// Bounds, in bytes: a push service takes one record of 4096 (RFC 8291, section 4).
const (
	recordSize = 4096
	overhead   = 16 + 4 + 1 + 65 // salt, record size, length of the key, key
	MaxMessage = recordSize - overhead - 16 - 1
	padTo      = 1024 // so that the length does not tell what is said
)

// Parse reads what a browser gives, both in base64url. Errors: invalid.
func Parse(endpoint, key, secret string) (*Subscription, error) {
	bad := func(err error) (*Subscription, error) {
		return nil, fault.New(fault.Invalid, "the browser gave no subscription that can be used").Mend("let the page ask the browser again").Wrap(err)
	}
	s := &Subscription{Endpoint: endpoint}
	var err error
	if s.Key, err = base64.RawURLEncoding.DecodeString(key); err != nil {
		return bad(err)
	}
	if s.Secret, err = base64.RawURLEncoding.DecodeString(secret); err != nil || len(s.Secret) != 16 {
		return bad(err)
	}
	if _, err := ecdh.P256().NewPublicKey(s.Key); err != nil {
		return bad(err)
	}
	return s, nil
}

// Encrypt gives the body for a push service, with the content coding aes128gcm, of a message of at most MaxMessage bytes.
func (s *Subscription) Encrypt(message []byte) ([]byte, error) {
	key, err := ecdh.P256().GenerateKey(rand.Reader)
	if err != nil {
		return nil, err
	}
	salt := make([]byte, 16)
	_, _ = rand.Read(salt) // never fails (crypto/rand, Go 1.24)
	return s.encrypt(message, key, salt, min((len(message)/padTo+1)*padTo, MaxMessage))
}

// encrypt is RFC 8291, section 3.4, with the record padded to a length.
func (s *Subscription) encrypt(message []byte, key *ecdh.PrivateKey, salt []byte, length int) ([]byte, error) {
	if len(message) > MaxMessage {
		return nil, fault.New(fault.TooLarge, "a pushed message has at most %d bytes", MaxMessage)
	}
	gcm, nonce, err := secrets(key, s.Key, s.Key, key.PublicKey().Bytes(), s.Secret, salt)
	if err != nil {
		return nil, err
	}
	plain := make([]byte, max(length, len(message))+1)
	copy(plain, message)
	plain[len(message)] = 2 // the last record (RFC 8188, section 2)
	out := append([]byte(nil), salt...)
	out = binary.BigEndian.AppendUint32(out, recordSize)
	out = append(out, byte(len(key.PublicKey().Bytes())))
	out = append(out, key.PublicKey().Bytes()...)
	return gcm.Seal(out, nonce, plain, nil), nil
}

// secrets derives the key and the nonce: mine with theirs, and the public keys of browser and node.
func secrets(mine *ecdh.PrivateKey, theirs, browser, node, secret, salt []byte) (cipher.AEAD, []byte, error) {
	public, err := ecdh.P256().NewPublicKey(theirs)
	if err != nil {
		return nil, nil, err
	}
	shared, err := mine.ECDH(public)
	if err != nil {
		return nil, nil, err
	}
	material, err := hkdf.Key(sha256.New, shared, secret, "WebPush: info\x00"+string(browser)+string(node), 32)
	if err != nil {
		return nil, nil, err
	}
	key, err := hkdf.Key(sha256.New, material, salt, "Content-Encoding: aes128gcm\x00", 16)
	if err != nil {
		return nil, nil, err
	}
	nonce, err := hkdf.Key(sha256.New, material, salt, "Content-Encoding: nonce\x00", 12)
	if err != nil {
		return nil, nil, err
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, nil, err
	}
	gcm, err := cipher.NewGCM(block)
	return gcm, nonce, err
}

// Decrypt is what a browser does with a body.
func Decrypt(body []byte, browser *ecdh.PrivateKey, secret []byte) ([]byte, error) {
	if len(body) < overhead+17 || body[20] != 65 {
		return nil, fault.New(fault.Malformed, "this is no pushed message")
	}
	node := body[21:overhead]
	gcm, nonce, err := secrets(browser, node, browser.PublicKey().Bytes(), node, secret, body[:16])
	if err != nil {
		return nil, err
	}
	plain, err := gcm.Open(nil, nonce, body[overhead:], nil)
	if err != nil {
		return nil, fault.New(fault.BadSignature, "this message is for another browser, or was changed").Wrap(err)
	}
	end := len(plain) - 1
	for end >= 0 && plain[end] == 0 {
		end--
	}
	if end < 0 || plain[end] != 2 {
		return nil, fault.New(fault.Malformed, "this is not the one record of a pushed message")
	}
	return plain[:end], nil
}
