package seal

import (
	"time"

	"golang.org/x/mod/sumdb/tlog"

	"github.com/entente-net/entente/fault"
)

// Excerpt shows one item of a letter without the others: the signed envelope, the item and its path to the root.
type Excerpt struct {
	Envelope  Envelope `json:"envelope"`
	Index     uint64   `json:"index"` // from 0
	Item      string   `json:"item"`  // its canonical JSON, as text
	Proof     []Digest `json:"proof"`
	Signature string   `json:"signature"` // of the envelope
	Type      string   `json:"type"`      // entente/excerpt/1
}

func excerptMembers(c *codec, x *Excerpt) {
	c.open()
	c.member("envelope")
	envelopeMembers(c, &x.Envelope)
	c.uint("index", &x.Index)
	c.text("item", &x.Item, MaxPost)
	list(c, "proof", &x.Proof, 64, func(c *codec, d *Digest) { c.digestValue("proof", d, false) })
	c.signature(&x.Signature)
	c.oneOf("type", &x.Type, TypeExcerpt)
	c.close()
	if c.err == nil && x.Index >= x.Envelope.Count {
		c.fail("the letter has no item %d", x.Index)
	}
}

// Encode gives the canonical bytes.
func (x *Excerpt) Encode() []byte { b, _ := encode("excerpt", x, excerptMembers); return b }

// DecodeExcerpt reads an excerpt, which it does not verify.
func DecodeExcerpt(b []byte) (*Excerpt, error) {
	return decode("excerpt", b, MaxExcerpt, excerptMembers)
}

// Excerpt takes one item out of a letter. Error: not-found.
func (l *Letter) Excerpt(index int) (*Excerpt, error) {
	proof, err := ProveItem(l.Items, index)
	if err != nil {
		return nil, err
	}
	return &Excerpt{
		Envelope: l.Envelope, Index: uint64(index), Item: string(l.Items[index]), Proof: proof,
		Signature: l.Signature, Type: TypeExcerpt,
	}, nil
}

// Verify checks that the sender signed a letter with this item, with a key that counted at the instant.
// Errors: wrong-world, unknown-key, bad-signature.
func (x *Excerpt) Verify(ring *KeyRing, at time.Time) (*Holder, error) {
	e := &x.Envelope
	h, err := ring.verify("the letter", TypeEnvelope, e.World, e.From, e.Key, at, e.Encode(), x.Signature)
	if err != nil {
		return nil, err
	}
	if err := VerifyItem(e.Items, e.Count, x.Index, []byte(x.Item), x.Proof); err != nil {
		return nil, err
	}
	return h, nil
}

// ProveItem gives the path from an item to the root over all. Error: not-found.
func ProveItem(items [][]byte, index int) ([]Digest, error) {
	if index < 0 || index >= len(items) {
		return nil, fault.New(fault.NotFound, "the letter has no item %d", index)
	}
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(at []int64) ([]tlog.Hash, error) {
		out := make([]tlog.Hash, len(at))
		for i, n := range at {
			out[i] = stored[n]
		}
		return out, nil
	})
	for i, item := range items {
		hs, err := tlog.StoredHashes(int64(i), item, reader)
		if err != nil {
			return nil, fault.New(fault.Internal, "the tree over the items cannot be built").Wrap(err)
		}
		stored = append(stored, hs...)
	}
	proof, err := tlog.ProveRecord(int64(len(items)), int64(index), reader)
	if err != nil {
		return nil, fault.New(fault.Internal, "the path of the item cannot be built").Wrap(err)
	}
	out := make([]Digest, len(proof))
	for i, h := range proof {
		out[i] = DigestFrom(h)
	}
	return out, nil
}

// VerifyItem checks the path of an item to the root over count items. Errors: malformed, bad-signature.
func VerifyItem(root Digest, count, index uint64, item []byte, proof []Digest) error {
	top, err := root.Sum()
	if err != nil {
		return err
	}
	if index >= count || count > maxInteger {
		return fault.New(fault.Malformed, "the letter has no item %d", index)
	}
	path := make(tlog.RecordProof, len(proof))
	for i, d := range proof {
		sum, err := d.Sum()
		if err != nil {
			return err
		}
		path[i] = sum
	}
	if err := tlog.CheckRecord(path, int64(count), top, int64(index), tlog.RecordHash(item)); err != nil {
		return fault.New(fault.BadSignature, "the item is not one of the letter's").Wrap(err)
	}
	return nil
}
