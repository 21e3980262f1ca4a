package agreement

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// TextHash is the SHA-256 of a text's bytes: one half of what is signed.
func TextHash(text []byte) [32]byte { return sha256.Sum256(text) }

// Hash is the SHA-256 of Canonical: the other half of what is signed.
func (m *Model) Hash() [32]byte { return sha256.Sum256(m.Canonical()) }

// Canonical gives the model as RFC 8785 JSON, described by spec/agreement.schema.json. The caller must
// not change the bytes.
func (m *Model) Canonical() []byte {
	if m.index != nil && m.index.canonical != nil {
		return m.index.canonical
	}
	b, err := m.encode()
	if err != nil {
		// Only values that no compiled model holds (a channel, an infinite number) fail to encode.
		panic(fmt.Sprintf("agreement: a model that cannot be encoded: %v", err))
	}
	return b
}

// LogName is by what the parties' logs of this text are named. A text that amends another has logs of its own, and so another
// name: two trees under one name would look like a fork.
func (m *Model) LogName() string {
	if m.Amends == nil {
		return string(m.ID)
	}
	sum := m.Hash()
	return string(m.ID) + "@" + hex.EncodeToString(sum[:8])
}
