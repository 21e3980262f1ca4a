package seal

// Post is one item of a letter of the kind post: any of what two nodes send each other about cases and logs.
// Members that are not there are null, "", 0, false or empty.
type Post struct {
	Act          *SignedAct     `json:"act"`
	Catchup      *Catchup       `json:"catchup"`     // asks for what follows in a case
	Checkpoint   string         `json:"checkpoint"`  // the note, as package ledger writes it
	Cosignature  string         `json:"cosignature"` // the cosigner's line for a checkpoint of the recipient
	Old          uint64         `json:"old"`         // size of the log from which Proof begins
	Proof        []Digest       `json:"proof"`       // consistency of Checkpoint with the log of size Old
	Receipt      *SignedReceipt `json:"receipt"`
	Refusal      *SignedRefusal `json:"refusal"`
	Relay        *SignedRelay   `json:"relay"`
	RelayRequest bool           `json:"relay_request"` // asks the depositary to hold and pass on Act and Sealed
	Sealed       *SealedBundle  `json:"sealed"`
	Type         string         `json:"type"` // entente/post/1
}

// Catchup asks for the acts and receipts of a case after a number.
type Catchup struct {
	After uint64 `json:"after"`
	Case  string `json:"case"`
}

// Ack is one item of a letter of the kind ack: what became of the item with that digest. Code is "" where it
// was taken, otherwise a code of spec/errors.json.
type Ack struct {
	Article string `json:"article"`
	Code    string `json:"code"`
	Digest  Digest `json:"digest"`
	Message string `json:"message"`
	Remedy  string `json:"remedy"`
}

func postMembers(c *codec, p *Post) {
	c.open()
	optional(c, "act", &p.Act, signedActMembers)
	optional(c, "catchup", &p.Catchup, catchupMembers)
	c.text("checkpoint", &p.Checkpoint, limitLarge)
	c.text("cosignature", &p.Cosignature, limitLarge)
	c.uint("old", &p.Old)
	list(c, "proof", &p.Proof, 64, func(c *codec, d *Digest) { c.digestValue("proof", d, false) })
	optional(c, "receipt", &p.Receipt, signedReceiptMembers)
	optional(c, "refusal", &p.Refusal, signedRefusalMembers)
	optional(c, "relay", &p.Relay, signedRelayMembers)
	c.boolean("relay_request", &p.RelayRequest)
	optional(c, "sealed", &p.Sealed, sealedMembers)
	c.oneOf("type", &p.Type, TypePost)
	c.close()
}

func catchupMembers(c *codec, u *Catchup) {
	c.open()
	c.uint("after", &u.After)
	c.name("case", &u.Case)
	c.close()
}

func ackMembers(c *codec, a *Ack) {
	c.open()
	c.name("article", &a.Article)
	c.name("code", &a.Code)
	c.digest("digest", &a.Digest, false)
	c.text("message", &a.Message, limitLine)
	c.text("remedy", &a.Remedy, limitLine)
	c.close()
}

// Encode gives the canonical bytes; an empty Type is filled in.
func (p *Post) Encode() []byte {
	q := *p
	if q.Type == "" {
		q.Type = TypePost
	}
	b, _ := encode("post", &q, postMembers)
	return b
}

// DecodePost reads one item of a letter of the kind post. It verifies none of the signatures inside.
func DecodePost(b []byte) (*Post, error) { return decode("post", b, MaxPost, postMembers) }

// Encode gives the canonical bytes.
func (a *Ack) Encode() []byte { b, _ := encode("acknowledgement", a, ackMembers); return b }

// DecodeAck reads one item of a letter of the kind ack.
func DecodeAck(b []byte) (*Ack, error) { return decode("acknowledgement", b, MaxReceipt, ackMembers) }
