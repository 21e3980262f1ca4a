package ledger

import (
	"bytes"
	"crypto/ed25519"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/gowebpki/jcs"

	"github.com/entente-net/entente/fault"
)

// TypeProof is the type of the proof file.
const TypeProof = "entente/proof/1"

// Proof is the file in which one entry of a log is shown: what it opens to, its path, and the checkpoint with whatever
// cosignatures it has. Members are in canonical order; digests read "sha256:" and base64url.
type Proof struct {
	Checkpoint string   `json:"checkpoint"` // the note
	Commitment string   `json:"commitment"`
	Inclusion  []string `json:"inclusion"`
	Index      uint64   `json:"index"`
	Kind       Kind     `json:"kind"`
	Salt       string   `json:"salt"`
	Type       string   `json:"type"` // TypeProof
}

// MaxProof is the size beyond which no proof file is read, in bytes.
const MaxProof = maxNote * 2

var b64 = base64.RawURLEncoding.Strict()

const digestPrefix = "sha256:"

func digestText(h [32]byte) string { return digestPrefix + b64.EncodeToString(h[:]) }

func parseDigest(what, s string) (h [32]byte, err error) {
	rest, ok := strings.CutPrefix(s, digestPrefix)
	raw, err := b64.DecodeString(rest)
	if !ok || err != nil || len(raw) != len(h) || digestText([32]byte(raw)) != s {
		return h, fault.New(fault.Malformed, "proof: %s is not sha256: with 32 bytes in base64url", what)
	}
	return [32]byte(raw), nil
}

// NewProof makes a proof file of an opening, its place, its inclusion proof at the checkpoint's size, and the checkpoint's note.
func NewProof(o Opening, index uint64, inclusion [][32]byte, checkpoint []byte) *Proof {
	p := &Proof{
		Checkpoint: string(checkpoint), Commitment: digestText(o.Commitment), Inclusion: []string{}, Index: index, Kind: o.Kind,
		Salt: b64.EncodeToString(o.Salt[:]), Type: TypeProof,
	}
	for _, h := range inclusion {
		p.Inclusion = append(p.Inclusion, digestText(h))
	}
	return p
}

// Encode gives the canonical bytes.
func (p *Proof) Encode() ([]byte, error) {
	q := *p
	if q.Inclusion == nil {
		q.Inclusion = []string{}
	}
	b, err := json.Marshal(&q)
	if err != nil {
		return nil, fault.New(fault.Malformed, "the proof cannot be written").Wrap(err)
	}
	if b, err = jcs.Transform(b); err != nil {
		return nil, fault.New(fault.Malformed, "the proof cannot be written").Wrap(err)
	}
	return b, nil
}

// DecodeProof reads a proof file strictly and verifies nothing but its form. Errors: too-large, malformed.
func DecodeProof(b []byte) (*Proof, error) {
	if len(b) > MaxProof {
		return nil, fault.New(fault.TooLarge, "the proof has %d bytes, more than %d", len(b), MaxProof)
	}
	if !utf8.Valid(b) {
		return nil, fault.New(fault.Malformed, "the proof is not valid UTF-8")
	}
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	p := new(Proof)
	if err := d.Decode(p); err != nil {
		return nil, fault.New(fault.Malformed, "the proof is not of the form %s", TypeProof).Wrap(err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, fault.New(fault.Malformed, "the proof has data after its end")
	}
	if p.Type != TypeProof || p.Index > maxSize || !p.Kind.Valid() || len(p.Inclusion) > 64 {
		return nil, fault.New(fault.Malformed, "the proof is not of the form %s", TypeProof)
	}
	if _, _, err := p.open(); err != nil {
		return nil, err
	}
	if _, err := ReadCheckpoint([]byte(p.Checkpoint)); err != nil {
		return nil, err
	}
	again, err := p.Encode()
	if err != nil {
		return nil, err
	}
	if !bytes.Equal(b, again) {
		return nil, fault.New(fault.Malformed, "the proof is not in canonical form: a member twice, in another case or order, or white space")
	}
	return p, nil
}

func (p *Proof) open() (Opening, [][32]byte, error) {
	o := Opening{Kind: p.Kind}
	var err error
	if o.Commitment, err = parseDigest("commitment", p.Commitment); err != nil {
		return o, nil, err
	}
	salt, err := b64.DecodeString(p.Salt)
	if err != nil || len(salt) != SaltSize || b64.EncodeToString(salt) != p.Salt {
		return o, nil, fault.New(fault.Malformed, "proof: salt is not %d bytes in base64url", SaltSize)
	}
	o.Salt = [SaltSize]byte(salt)
	path := make([][32]byte, len(p.Inclusion))
	for i, s := range p.Inclusion {
		if path[i], err = parseDigest("inclusion", s); err != nil {
			return o, nil, err
		}
	}
	return o, path, nil
}

// Verify checks the log's signature under its key and that the opened entry stands in the log. It gives the entry and the
// checkpoint; cosignatures are verified apart (VerifyCosignature on Checkpoint). Errors: malformed, unknown-key, bad-signature, forked.
func (p *Proof) Verify(origin string, key ed25519.PublicKey) (Opening, Checkpoint, error) {
	o, path, err := p.open()
	if err != nil {
		return Opening{}, Checkpoint{}, err
	}
	c, err := OpenCheckpoint([]byte(p.Checkpoint), origin, key)
	if err != nil {
		return Opening{}, Checkpoint{}, err
	}
	if err := CheckInclusion(path, c.Size, c.Root, p.Index, o.LeafHash()); err != nil {
		return Opening{}, Checkpoint{}, err
	}
	return o, c, nil
}
