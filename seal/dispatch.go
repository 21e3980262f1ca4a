package seal

import (
	"time"

	"github.com/entente-net/entente/fault"
)

// Dispatch is one thing that a party says in a negotiation. Members that its kind does not use are empty, so
// that one thing said has one form.
type Dispatch struct {
	Accedes     string       `json:"accedes"`     // open: the party that joins; ""
	Amends      Digest       `json:"amends"`      // open: the text that is amended; ""
	Article     string       `json:"article"`     // bracket, comment
	Articles    []Stand      `json:"articles"`    // agree, reopen; sorted by article
	Before      Digest       `json:"before"`      // the author's dispatch before this; "" for number 1
	Bracket     Digest       `json:"bracket"`     // accept, drop: the dispatch that placed it
	From        string       `json:"from"`        // bracket: the words that stand; comment: those that it is about
	Key         KeyID        `json:"key"`         // the node key that signs
	Kind        string       `json:"kind"`        // DispatchOpen …
	Negotiation Digest       `json:"negotiation"` // the dispatch that opened it; "" in that one
	Number      uint64       `json:"number"`      // of the author's dispatches in this negotiation, from 1
	On          []Digest     `json:"on"`          // the dispatches that brought the versions this is about; sorted
	Parties     []Negotiator `json:"parties"`     // open; sorted by party
	Party       string       `json:"party"`       // the author
	Person      string       `json:"person"`      // comment: who of the party speaks
	Seen        []Seen       `json:"seen"`        // the last dispatch of each other party that the author had; sorted by party
	Sent        Time         `json:"sent"`        // the author's clock: a claim
	Statement   string       `json:"statement"`   // sign: the canonical JSON of a signed ratification
	Text        string       `json:"text"`        // open, version: the whole text
	To          string       `json:"to"`          // bracket: the words that the author wants instead
	Type        string       `json:"type"`        // entente/dispatch/1
	Words       string       `json:"words"`       // comment; beside a version, a bracket or a reopening: why
	World       string       `json:"world"`
}

// Stand is what a party agrees to: the article's bytes, by their digest. Where an agreement is taken back it is "".
type Stand struct {
	Article string `json:"article"` // its number; FrameArticle
	Digest  Digest `json:"digest"`
}

// FrameArticle stands in the place of an article's number for what belongs to none: title, preamble, and which articles
// there are.
const FrameArticle = "frame"

// Negotiator is one of those who negotiate, as the opening names them.
type Negotiator struct {
	Address     string `json:"address"`     // where other nodes reach its node, host:port
	Certificate string `json:"certificate"` // canonical JSON of a SignedStatement of a node certificate
	Key         string `json:"key"`         // its party key
	Party       string `json:"party"`
}

// Seen is how far one party's dispatches had come to another.
type Seen struct {
	Dispatch Digest `json:"dispatch"`
	Number   uint64 `json:"number"`
	Party    string `json:"party"`
}

// SignedDispatch is a dispatch with its author's signature.
type SignedDispatch struct {
	Dispatch  Dispatch `json:"dispatch"`
	Signature string   `json:"signature"`
}

// TypeDispatch stands in the signed bytes of dispatches.
const TypeDispatch = "entente/dispatch/1"

// Kinds of dispatch.
const (
	DispatchOpen    = "open"    // begins a negotiation with its first text
	DispatchVersion = "version" // a whole text in the place of those that On names
	DispatchAgree   = "agree"   // to the bytes of articles
	DispatchReopen  = "reopen"  // takes an agreement back
	DispatchBracket = "bracket" // other words for a passage
	DispatchAccept  = "accept"  // a bracket's words into the text: a version of its own
	DispatchDrop    = "drop"    // an own bracket
	DispatchComment = "comment"
	DispatchSign    = "sign" // the party key's word for a text
)

// Bounds of dispatches, in bytes.
const (
	MaxDispatch = 6 << 20
	MaxDraft    = 4 << 20 // of a text within one
)

const limitParties = 64

// dispatchMembers says which members a kind uses besides those that all have; the rest must be empty.
var dispatchMembers = map[string]map[string]bool{
	DispatchOpen:    {"accedes": true, "amends": true, "parties": true, "text": true, "words": true},
	DispatchVersion: {"on": true, "text": true, "words": true},
	DispatchAgree:   {"articles": true, "on": true},
	DispatchReopen:  {"articles": true, "words": true},
	DispatchBracket: {"article": true, "from": true, "on": true, "to": true, "words": true},
	DispatchAccept:  {"bracket": true, "on": true, "words": true},
	DispatchDrop:    {"bracket": true, "words": true},
	DispatchComment: {"article": true, "from": true, "on": true, "person": true, "words": true},
	DispatchSign:    {"on": true, "statement": true},
}

func dispatchCodec(c *codec, d *Dispatch) {
	c.open()
	c.name("accedes", &d.Accedes)
	c.digest("amends", &d.Amends, true)
	c.name("article", &d.Article)
	list(c, "articles", &d.Articles, MaxItems, standMembers)
	c.digest("before", &d.Before, true)
	c.digest("bracket", &d.Bracket, true)
	c.text("from", &d.From, limitLarge)
	c.keyID("key", &d.Key)
	c.oneOf("kind", &d.Kind, DispatchOpen, DispatchVersion, DispatchAgree, DispatchReopen, DispatchBracket, DispatchAccept, DispatchDrop, DispatchComment, DispatchSign)
	c.digest("negotiation", &d.Negotiation, true)
	c.uint("number", &d.Number)
	list(c, "on", &d.On, 16, func(c *codec, d *Digest) { c.digestValue("on", d, false) })
	list(c, "parties", &d.Parties, limitParties, negotiatorMembers)
	c.name("party", &d.Party)
	c.name("person", &d.Person)
	list(c, "seen", &d.Seen, limitParties, seenMembers)
	c.time("sent", &d.Sent)
	c.text("statement", &d.Statement, 2*MaxStatement)
	c.text("text", &d.Text, MaxDraft)
	c.text("to", &d.To, limitLarge)
	c.oneOf("type", &d.Type, TypeDispatch)
	c.text("words", &d.Words, limitLarge)
	c.world(&d.World)
	c.close()
	sorted(c, "articles", d.Articles, func(s *Stand) string { return s.Article })
	sorted(c, "on", d.On, func(d *Digest) string { return string(*d) })
	sorted(c, "parties", d.Parties, func(n *Negotiator) string { return n.Party })
	sorted(c, "seen", d.Seen, func(s *Seen) string { return s.Party })
	c.dispatchForm(d)
}

// dispatchForm holds the members to the kind.
func (c *codec) dispatchForm(d *Dispatch) {
	if c.err != nil {
		return
	}
	opens := d.Kind == DispatchOpen
	switch {
	case d.Party == "":
		c.fail("it says of which party it is")
	case d.Number == 0:
		c.fail("dispatches are numbered from 1")
	case (d.Number == 1) != (d.Before == ""):
		c.fail("a dispatch names the author's one before, unless it is number 1")
	case opens != (d.Negotiation == ""):
		c.fail("a dispatch names its negotiation, unless it opens it")
	case opens && d.Number != 1:
		c.fail("an opening is its author's first dispatch")
	}
	use := dispatchMembers[d.Kind]
	for _, m := range []struct {
		name  string
		there bool
		need  bool
	}{
		{"accedes", d.Accedes != "", false},
		{"amends", d.Amends != "", d.Accedes != ""},
		{"article", d.Article != "", d.Kind == DispatchBracket},
		{"articles", len(d.Articles) > 0, use["articles"]},
		{"bracket", d.Bracket != "", use["bracket"]},
		{"from", d.From != "", d.Kind == DispatchBracket},
		{"on", len(d.On) > 0, use["on"]},
		{"parties", len(d.Parties) > 0, opens},
		{"person", d.Person != "", false},
		{"statement", d.Statement != "", use["statement"]},
		{"text", d.Text != "", use["text"]},
		{"to", d.To != "", false},
		{"words", d.Words != "", d.Kind == DispatchComment},
	} {
		switch {
		case m.there && !use[m.name]:
			c.fail("a dispatch of the kind %s has no %s", d.Kind, m.name)
		case m.need && !m.there:
			c.fail("a dispatch of the kind %s says its %s", d.Kind, m.name)
		}
	}
	if d.Kind != DispatchVersion && len(d.On) > 1 {
		c.fail("a dispatch of the kind %s is about one version", d.Kind)
	}
	for _, s := range d.Articles {
		if c.err == nil && (s.Digest == "") != (d.Kind == DispatchReopen) {
			c.fail("an agreement names the bytes it is to, and a reopening none")
		}
	}
	for _, s := range d.Seen {
		if c.err == nil && (s.Party == d.Party || s.Number == 0) {
			c.fail("what was seen is of other parties, and numbered from 1")
		}
	}
}

func standMembers(c *codec, s *Stand) {
	c.open()
	c.name("article", &s.Article)
	c.digest("digest", &s.Digest, true)
	c.close()
	if c.err == nil && s.Article == "" {
		c.fail("an article has a number")
	}
}

func negotiatorMembers(c *codec, n *Negotiator) {
	c.open()
	c.name("address", &n.Address)
	c.text("certificate", &n.Certificate, 2*MaxStatement)
	c.text("key", &n.Key, limitLine)
	c.name("party", &n.Party)
	c.close()
}

func seenMembers(c *codec, s *Seen) {
	c.open()
	c.digest("dispatch", &s.Dispatch, false)
	c.uint("number", &s.Number)
	c.name("party", &s.Party)
	c.close()
}

func signedDispatchMembers(c *codec, s *SignedDispatch) {
	c.open()
	c.member("dispatch")
	dispatchCodec(c, &s.Dispatch)
	c.signature(&s.Signature)
	c.close()
}

// Encode gives the canonical bytes: those that are signed.
func (d *Dispatch) Encode() []byte { b, _ := encode("dispatch", d, dispatchCodec); return b }

// Digest is by what others name the dispatch. It is over what is said and not over the signature: who signs the same
// twice has said one thing.
func (d *Dispatch) Digest() Digest { return DigestOf(d.Encode()) }

// Encode gives the bytes that travel.
func (s *SignedDispatch) Encode() []byte {
	b, _ := encode("dispatch", s, signedDispatchMembers)
	return b
}

// DecodeSignedDispatch reads a dispatch, and does not verify its signature. Errors: malformed, too-large.
func DecodeSignedDispatch(b []byte) (*SignedDispatch, error) {
	return decode("dispatch", b, MaxDispatch, signedDispatchMembers)
}

// SignDispatch fills in Type and Key and signs with a node key. Errors: malformed, too-large, wrong-world, unknown-key.
func SignDispatch(d Dispatch, node PrivateKey) (*SignedDispatch, error) {
	d.Type, d.Key = TypeDispatch, node.ID()
	sig, err := signed("dispatch", d.Type, d.World, &d, dispatchCodec, node)
	if err != nil {
		return nil, err
	}
	s := &SignedDispatch{Dispatch: d, Signature: sig}
	if n := len(s.Encode()); n > MaxDispatch {
		return nil, fault.New(fault.TooLarge, "the dispatch has %d bytes, more than %d", n, MaxDispatch).Mend("say it in fewer words, or in several dispatches")
	}
	return s, nil
}

// VerifyDispatch verifies that the author's node signed, with a key that counted at the instant.
// Errors: wrong-world, unknown-key, bad-signature.
func VerifyDispatch(s *SignedDispatch, ring *KeyRing, at time.Time) (*Holder, error) {
	d := &s.Dispatch
	return ring.verify("the dispatch", TypeDispatch, d.World, d.Party, d.Key, at, d.Encode(), s.Signature)
}
