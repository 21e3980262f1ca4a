package seal

import (
	"time"

	"golang.org/x/mod/sumdb/tlog"

	"github.com/entente-net/entente/fault"
)

// Letter is a signed envelope with its items: {"envelope":…,"items":[…],"signature":"…"}. An item is the canonical
// JSON of a Question, Answer, Post or Ack, as the envelope's kind says.
type Letter struct {
	Envelope  Envelope
	Items     [][]byte
	Signature string
}

func envelopeMembers(c *codec, e *Envelope) {
	c.open()
	c.digest("agreement", &e.Agreement, false)
	c.uint("count", &e.Count)
	c.name("from", &e.From)
	c.digest("items", &e.Items, false)
	c.keyID("key", &e.Key)
	c.oneOf("kind", &e.Kind, LetterQuestions, LetterAnswers, LetterPost, LetterAck, LetterDraft)
	c.nonce(&e.Nonce)
	c.digest("re", &e.Re, true)
	c.time("sent", &e.Sent)
	c.name("to", &e.To)
	c.oneOf("type", &e.Type, TypeEnvelope)
	c.world(&e.World)
	c.close()
	if c.err == nil && e.Count > MaxItems {
		c.failLarge("it counts %d items, more than %d", e.Count, MaxItems)
	}
	if c.err == nil && (e.Kind == LetterAnswers || e.Kind == LetterAck) && e.Re == "" {
		c.fail("a letter of the kind %s names the one that it answers", e.Kind)
	}
}

func letterMembers(c *codec, l *Letter) {
	c.open()
	c.member("envelope")
	envelopeMembers(c, &l.Envelope)
	list(c, "items", &l.Items, MaxItems, itemMembers)
	c.signature(&l.Signature)
	c.close()
	if c.err == nil && uint64(len(l.Items)) != l.Envelope.Count {
		c.fail("the envelope counts %d items, but %d are there", l.Envelope.Count, len(l.Items))
	}
}

// itemMembers copies an item as it is: whoever reads the item holds it to its form, and the envelope's root to its bytes.
func itemMembers(c *codec, item *[]byte) {
	if c.err != nil {
		return
	}
	if c.writes {
		c.out = append(c.out, *item...)
		return
	}
	end := objectEnd(c.in, c.pos)
	if end < 0 {
		c.fail("no whole item at byte %d", c.pos)
		return
	}
	*item = []byte(c.in[c.pos:end])
	c.pos = end
}

// objectEnd finds the end of the JSON object at pos without reading it, or gives -1.
func objectEnd(in string, pos int) int {
	if pos >= len(in) || in[pos] != '{' {
		return -1
	}
	depth := 0
	for i := pos; i < len(in); i++ {
		switch in[i] {
		case '{', '[':
			if depth++; depth > maxDepth {
				return -1
			}
		case '}', ']':
			if depth--; depth == 0 {
				if in[i] == '}' {
					return i + 1
				}
				return -1
			}
		case '"':
			for i++; i < len(in) && in[i] != '"'; i++ {
				if in[i] == '\\' {
					i++
				}
			}
		}
	}
	return -1
}

// Encode gives the canonical bytes.
func (e *Envelope) Encode() []byte { b, _ := encode("envelope", e, envelopeMembers); return b }

// Digest is what Envelope.Re of the answer names.
func (e *Envelope) Digest() Digest { return DigestOf(e.Encode()) }

// Encode gives the bytes that travel.
func (l *Letter) Encode() []byte {
	c := codec{writes: true, what: "letter", out: make([]byte, 0, l.size()+1024)}
	letterMembers(&c, l)
	return c.out
}

func (l *Letter) size() (n int) {
	for _, i := range l.Items {
		n += len(i) + 1
	}
	return n
}

// Digest is that of the envelope, through which root and count cover every item.
func (l *Letter) Digest() Digest { return l.Envelope.Digest() }

// DecodeLetter reads a letter, verifies nothing, and leaves the form of the items to those who read them.
func DecodeLetter(b []byte) (*Letter, error) {
	return decode("letter", b, MaxLetter, letterMembers)
}

// BuildLetter fills in Type, Key, Count and Items of the envelope and signs. From, To, Kind, Nonce (NewNonce), Sent, Agreement
// and World are the caller's. Items must be canonical JSON objects. Errors: malformed, too-large, wrong-world, unknown-key.
func BuildLetter(e Envelope, items [][]byte, node PrivateKey) (*Letter, error) {
	e.Type, e.Key, e.Count, e.Items = TypeEnvelope, node.ID(), uint64(len(items)), ItemsRoot(items)
	l := &Letter{Envelope: e, Items: items}
	if n := l.size(); n > MaxLetter-MaxEnvelope {
		return nil, fault.New(fault.TooLarge, "the letter has %d bytes of items, more than %d", n, MaxLetter-MaxEnvelope).
			Mend("send it in several letters")
	}
	for i, item := range items {
		if objectEnd(string(item), 0) != len(item) {
			return nil, fault.New(fault.Malformed, "item %d of the letter is not one JSON object", i)
		}
	}
	var err error
	l.Signature, err = signed("envelope", TypeEnvelope, e.World, &l.Envelope, envelopeMembers, node)
	if err != nil {
		return nil, err
	}
	return l, nil
}

// Expect is what the recipient of a letter demands. Empty members demand nothing.
type Expect struct {
	To        string // the recipient's own party
	From      string // the party whose line it came on
	Agreement Digest
	Kind      string
	Re        Digest
	Skew      time.Duration // how far Sent may be from now; 0: any (a bag, an audit)
	Bytes     int           // at most MaxLetter, which 0 stands for
	Items     int           // at most MaxItems, which 0 stands for
}

// OpenLetter reads a letter and verifies it: size, form, who to whom, clock, signature, and that the items are those signed for.
// The key must count at now. Errors: too-large, malformed, wrong-world, wrong-model (another agreement), forbidden (another
// sender or recipient), conflict (an answer to something else), clock-skew, unknown-key, bad-signature.
func OpenLetter(b []byte, ring *KeyRing, now time.Time, x Expect) (*Letter, error) {
	if x.Bytes > 0 && len(b) > x.Bytes {
		return nil, fault.New(fault.TooLarge, "the letter has %d bytes, more than %d", len(b), x.Bytes)
	}
	l, err := DecodeLetter(b)
	if err != nil {
		return nil, err
	}
	if err := l.Verify(ring, now, x); err != nil {
		return nil, err
	}
	return l, nil
}

// Verify does what OpenLetter does after reading.
func (l *Letter) Verify(ring *KeyRing, now time.Time, x Expect) error {
	e := &l.Envelope
	if x.Items > 0 && len(l.Items) > x.Items {
		return fault.New(fault.TooLarge, "the letter has %d items, more than %d", len(l.Items), x.Items)
	}
	switch {
	case e.World != ring.world:
		return wrongWorld("the letter", e.World, ring.world)
	case x.To != "" && e.To != x.To:
		return fault.New(fault.Forbidden, "the letter is for %s, not for %s", e.To, x.To)
	case x.From != "" && e.From != x.From:
		return fault.New(fault.Forbidden, "the letter is from %s, not from %s", e.From, x.From)
	case x.Agreement != "" && e.Agreement != x.Agreement:
		return fault.New(fault.WrongModel, "the letter is under another text of the agreement")
	case x.Kind != "" && e.Kind != x.Kind:
		return fault.New(fault.Malformed, "the letter is of the kind %s, not %s", e.Kind, x.Kind)
	case x.Re != "" && e.Re != x.Re:
		return fault.New(fault.Conflict, "the letter answers another letter")
	case x.Skew > 0 && (e.Sent.Sub(now) > x.Skew || now.Sub(e.Sent.Time) > x.Skew):
		return fault.New(fault.ClockSkew, "the letter says %s, the clock here %s", e.Sent.UTC().Format(time.RFC3339), now.UTC().Format(time.RFC3339)).
			Mend("set the clocks of both nodes by a common source")
	}
	if _, err := ring.verify("the letter", TypeEnvelope, e.World, e.From, e.Key, now, e.Encode(), l.Signature); err != nil {
		return err
	}
	if ItemsRoot(l.Items) != e.Items {
		return fault.New(fault.BadSignature, "the items of the letter are not those that it was signed for")
	}
	return nil
}

// ItemsRoot is the RFC 6962 tree root over the items' bytes.
func ItemsRoot(items [][]byte) Digest {
	var stack []tlog.Hash
	for i, item := range items {
		h := tlog.RecordHash(item)
		for n := i; n&1 == 1; n >>= 1 {
			h = tlog.NodeHash(stack[len(stack)-1], h)
			stack = stack[:len(stack)-1]
		}
		stack = append(stack, h)
	}
	if len(stack) == 0 {
		return DigestOf(nil)
	}
	root := stack[len(stack)-1]
	for i := len(stack) - 2; i >= 0; i-- {
		root = tlog.NodeHash(stack[i], root)
	}
	return DigestFrom(root)
}
