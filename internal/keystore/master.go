package keystore

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/entente-net/entente/fault"
)

const (
	masterMark = "entente-master-1:"
	idSize     = 20
)

// master wraps the keys, and hides the compartments' names in file names.
type master struct {
	wrapper cipher.AEAD
	naming  []byte
}

// openMaster reads the master key, or makes it where make is given.
func openMaster(path string, fresh bool) (*master, error) {
	text, err := os.ReadFile(path)
	switch {
	case err == nil:
	case !errors.Is(err, fs.ErrNotExist):
		return nil, damaged(err, "the key store's master key cannot be read")
	case !fresh:
		return nil, fault.New(fault.Internal, "the key store has lost its master key").
			Mend("put the file master back into the key store; without it nothing encrypted can be read").Wrap(err)
	default:
		raw := make([]byte, keySize)
		rand.Read(raw)
		text = []byte(masterMark + base64.RawURLEncoding.EncodeToString(raw) + "\n")
		if err := writeWhole(filepath.Dir(path), filepath.Base(path), text); err != nil {
			return nil, full(err, "the key store's master key cannot be written")
		}
	}
	body, ok := strings.CutPrefix(strings.TrimSuffix(string(text), "\n"), masterMark)
	raw, err := base64.RawURLEncoding.Strict().DecodeString(body)
	if !ok || err != nil || len(raw) != keySize {
		return nil, fault.New(fault.Malformed, "the file master of the key store does not hold a master key").Mend("put the right one back").Wrap(err)
	}
	return newMaster(raw)
}

// newMaster derives one key for each use, so that none serves two algorithms.
func newMaster(raw []byte) (*master, error) {
	wrapping, err := hkdf.Key(sha256.New, raw, nil, "entente/keystore/1 wrap", keySize)
	if err != nil {
		return nil, err
	}
	naming, err := hkdf.Key(sha256.New, raw, nil, "entente/keystore/1 name", keySize)
	if err != nil {
		return nil, err
	}
	w, err := aead(wrapping)
	if err != nil {
		return nil, err
	}
	return &master{wrapper: w, naming: naming}, nil
}

func (m *master) id(c Compartment) (id [idSize]byte) {
	h := hmac.New(sha256.New, m.naming)
	h.Write([]byte(c))
	copy(id[:], h.Sum(nil))
	return id
}

func (m *master) wrap(c Compartment, raw []byte) []byte {
	return m.wrapper.Seal([]byte{format}, nil, raw, []byte(c))
}

func (m *master) unwrap(c Compartment, wrapped []byte) ([]byte, error) {
	if len(wrapped) != Overhead+keySize || wrapped[0] != format {
		return nil, damaged(fmt.Errorf("%d bytes", len(wrapped)), "a key file is damaged")
	}
	raw, err := m.wrapper.Open(nil, nil, wrapped[1:], []byte(c))
	if err != nil {
		return nil, damaged(err, "a key file is damaged, or of another master key")
	}
	return raw, nil
}

func (m *master) forget() {
	m.wrapper = nil
	clear(m.naming)
}

// aead is AES-256-GCM with a random nonce before the ciphertext. Random nonces bear 2^32 messages a
// key (NIST SP 800-38D, 8.3); the busiest compartment, a day of query traces, has a hundredth of that.
func aead(key []byte) (cipher.AEAD, error) {
	b, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCMWithRandomNonce(b)
}

// bind joins compartment and subject so that no two pairs give the same bytes.
func bind(c Compartment, about []byte) []byte {
	out := make([]byte, 4, 4+len(c)+len(about))
	binary.BigEndian.PutUint32(out, uint32(len(c)))
	out = append(out, c...)
	return append(out, about...)
}
