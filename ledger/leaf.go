package ledger

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"io"

	"golang.org/x/mod/sumdb/tlog"

	"github.com/entente-net/entente/fault"
)

// Kind says what an entry is about. It is part of the opening of a leaf and cannot be read from the leaf.
type Kind string

// The kinds of entry.
const (
	KindAct         Kind = "act"
	KindReceipt     Kind = "receipt"
	KindRefusal     Kind = "refusal"
	KindRelay       Kind = "relay"
	KindQuestion    Kind = "question"
	KindAnswer      Kind = "answer"
	KindRead        Kind = "read"     // of a personal field by staff
	KindRegister    Kind = "register" // a change of a data set
	KindSignature   Kind = "signature"
	KindLapse       Kind = "lapse"
	KindErasure     Kind = "erasure"
	KindPublication Kind = "publication"
	KindCheckpoint  Kind = "checkpoint" // of a counterparty, seen
	KindVerdict     Kind = "verdict"    // of the replay, before erasing
	KindSession     Kind = "session"
	KindNote        Kind = "note" // that staff wrote beside a case: to themselves, to the person, or a code for them
)

// Kinds lists every kind.
var Kinds = []Kind{
	KindAct, KindReceipt, KindRefusal, KindRelay, KindQuestion, KindAnswer, KindRead, KindRegister,
	KindSignature, KindLapse, KindErasure, KindPublication, KindCheckpoint, KindVerdict, KindSession,
	KindNote,
}

// Valid says whether the kind is one of the list.
func (k Kind) Valid() bool {
	for _, o := range Kinds {
		if k == o {
			return true
		}
	}
	return false
}

// SaltSize and SeedSize are in bytes.
const (
	SaltSize = 16
	SeedSize = 16
)

const leafDomain = "entente/leaf/1\n"

// Opening is what makes a leaf readable: without the salt, nobody can try what it might be.
type Opening struct {
	Kind       Kind
	Salt       [SaltSize]byte
	Commitment [32]byte // SHA-256 of what the entry is about: of the signed act, the receipt, the question …
}

// Record is the 32 bytes that the log holds in this place.
func (o Opening) Record() [32]byte {
	var buf [len(leafDomain) + 32 + SaltSize + 32]byte
	b := append(buf[:0], leafDomain...)
	b = append(b, o.Kind...)
	b = append(b, '\n')
	b = append(b, o.Salt[:]...)
	b = append(b, o.Commitment[:]...)
	return sha256.Sum256(b)
}

// LeafHash is the RFC 6962 hash of the record.
func (o Opening) LeafHash() [32]byte { return RecordHash(o.Record()) }

// RecordHash is the leaf hash of a record: what tiles and trees are made of.
func RecordHash(record [32]byte) [32]byte {
	var b [33]byte // 0x00 and the record
	copy(b[1:], record[:])
	return sha256.Sum256(b[:])
}

// Run is a row of entries of one kind that were written together. One seed makes the salts of all, so that many
// questions in one envelope cost one draw and one small row.
type Run struct {
	Kind        Kind
	Seed        [SeedSize]byte
	Commitments [][32]byte
}

// NewSeed draws a seed.
func NewSeed(rand io.Reader) (seed [SeedSize]byte, err error) {
	if _, err := io.ReadFull(rand, seed[:]); err != nil {
		return seed, fault.New(fault.Internal, "no random bytes are to be had").Wrap(err)
	}
	return seed, nil
}

// Salt gives the salt of entry i of a run with this seed: the first 16 bytes of HMAC-SHA256(seed, i as 8 bytes, big endian).
func Salt(seed [SeedSize]byte, i uint64) (salt [SaltSize]byte) {
	m := hmac.New(sha256.New, seed[:])
	var n [8]byte
	binary.BigEndian.PutUint64(n[:], i)
	m.Write(n[:])
	copy(salt[:], m.Sum(nil))
	return salt
}

// Opening gives the opening of entry i.
func (r *Run) Opening(i int) Opening {
	return Opening{Kind: r.Kind, Salt: Salt(r.Seed, uint64(i)), Commitment: r.Commitments[i]}
}

// LeafHashes gives the leaf hashes of all entries, in order. Error: malformed for a kind that is not in the list.
func (r *Run) LeafHashes() ([][32]byte, error) {
	if !r.Kind.Valid() {
		return nil, fault.New(fault.Malformed, "the log knows no entries of the kind %q", string(r.Kind))
	}
	m := hmac.New(sha256.New, r.Seed[:])
	out := make([][32]byte, len(r.Commitments))
	o := Opening{Kind: r.Kind}
	var n [8]byte
	var sum [32]byte
	for i := range r.Commitments {
		m.Reset()
		binary.BigEndian.PutUint64(n[:], uint64(i))
		m.Write(n[:])
		copy(o.Salt[:], m.Sum(sum[:0]))
		o.Commitment = r.Commitments[i]
		out[i] = o.LeafHash()
	}
	return out, nil
}

// nodeHash is the RFC 6962 hash of two subtrees.
func nodeHash(left, right [32]byte) [32]byte {
	return tlog.NodeHash(left, right)
}

// EmptyRoot is the root of a log without entries.
func EmptyRoot() [32]byte { return sha256.Sum256(nil) }
