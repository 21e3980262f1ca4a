package seal

import "time"

// Types that stand in signed bytes. All are encoded as RFC 8785 JSON with the members in the order
// given here (which is sorted); a decoder decodes strictly, encodes again and compares the bytes.
// Digest and Key are text: "sha256:" + base64url without padding; times are RFC 3339 UTC with
// exactly six decimals of a second.

// Digest is a SHA-256 in text form, or "".
type Digest string

// KeyID is the first 16 bytes of the SHA-256 of a public key's text form, base64url.
type KeyID string

// Act is what happened, as its author says it.
type Act struct {
	Agreement Digest       `json:"agreement"` // of the text
	Article   string       `json:"article"`
	Basis     Digest       `json:"basis"` // the last receipt of the case that the author had seen; "": opens it
	Case      string       `json:"case"`
	Clock     string       `json:"clock"` // kind lapse
	Facts     []Fact       `json:"facts"` // outside facts as found, sorted by name
	Gives     []Commitment `json:"gives"` // sorted by field
	Ground    string       `json:"ground"`
	Head      Digest       `json:"head"`          // last receipt of the agreement case that the author had seen
	Hit       Digest       `json:"hit,omitempty"` // on the opening act: the question whose hit it follows; left out where it follows none
	Key       KeyID        `json:"key"`           // the node key that signs
	Kind      string       `json:"kind"`          // step, lapse, erased, statement
	Made      Time         `json:"made"`          // the author's clock: a claim, never a proof
	Model     Digest       `json:"model"`
	Nonce     string       `json:"nonce"` // 16 random bytes, base64url
	Party     string       `json:"party"`
	Person    string       `json:"person"` // pseudonym
	Phase     string       `json:"phase"`  // kind lapse: sealed, final; kind erased: the field list in Gives has no digests
	Procedure string       `json:"procedure"`
	Role      string       `json:"role"`
	Side      string       `json:"side"`
	Sides     []Binding    `json:"sides"`     // on the opening act, sorted by side
	Statement string       `json:"statement"` // kind statement: the canonical JSON of a SignedStatement
	Step      string       `json:"step"`
	Type      string       `json:"type"` // entente/act/1
	World     string       `json:"world"`
}

type Fact struct {
	Name  string `json:"name"`
	Value string `json:"value"` // canonical JSON
}

type Commitment struct {
	Digest string `json:"digest"` // of the disclosure
	Field  string `json:"field"`  // or the name of a coarser value of one (spec/act.md)
}

type Binding struct {
	Party string `json:"party"`
	Side  string `json:"side"`
}

// Personal is a person's own signature over the digest of the act and the key's own id.
type Personal struct {
	Algorithm     string `json:"algorithm"`               // ed25519 or webauthn-es256
	Authenticator string `json:"authenticator,omitempty"` // webauthn-es256: authenticator data, base64url
	Client        string `json:"client,omitempty"`        // webauthn-es256: the client data as the browser wrote them
	Key           KeyID  `json:"key"`
	Signature     string `json:"signature"`
}

// SignedAct is an act with its signatures. Its Digest (over the whole) is what a receipt and a log name.
// The person signs the act's digest; the node signs act and personal signature together.
type SignedAct struct {
	Act       Act       `json:"act"`
	Personal  *Personal `json:"personal"` // null where none
	Signature string    `json:"signature"`
}

// Receipt is home's word that an act is taken at this place.
type Receipt struct {
	Act       Digest `json:"act"` // of the SignedAct
	Agreement Digest `json:"agreement"`
	Before    Digest `json:"before"` // the receipt before; "" for number 1
	Case      string `json:"case"`
	Evidence  Digest `json:"evidence"`        // relay evidence by which it counts earlier; ""
	Facts     []Fact `json:"facts,omitempty"` // outside facts that home found, sorted by name; left out where there are none
	Home      string `json:"home"`
	Key       KeyID  `json:"key"`
	Number    uint64 `json:"number"` // from 1
	Proved    Time   `json:"proved"` // counts as done by then: evidence's instant, or Received
	Received  Time   `json:"received"`
	Type      string `json:"type"` // entente/receipt/1
	World     string `json:"world"`
}

type SignedReceipt struct {
	Receipt   Receipt `json:"receipt"`
	Signature string  `json:"signature"`
}

// Refusal is home's no.
type Refusal struct {
	Act       Digest `json:"act"`
	Agreement Digest `json:"agreement"`
	Article   string `json:"article"`
	Case      string `json:"case"`
	Code      string `json:"code"`
	Home      string `json:"home"`
	Key       KeyID  `json:"key"`
	Message   string `json:"message"`
	Received  Time   `json:"received"`
	Remedy    string `json:"remedy"`
	Type      string `json:"type"` // entente/refusal/1
	World     string `json:"world"`
}

type SignedRefusal struct {
	Refusal   Refusal `json:"refusal"`
	Signature string  `json:"signature"`
}

// Relay is the depositary's word that it held an act at an instant.
type Relay struct {
	Act       Digest `json:"act"`
	Agreement Digest `json:"agreement"`
	By        string `json:"by"`
	Case      string `json:"case"`
	Held      Time   `json:"held"`
	Key       KeyID  `json:"key"`
	Type      string `json:"type"` // entente/relay/1
	World     string `json:"world"`
}

type SignedRelay struct {
	Relay     Relay  `json:"relay"`
	Signature string `json:"signature"`
}

// Disclosure is salt, field and value; its digest is what the act carries (as SD-JWT, RFC 9901 section 4.2).
type Disclosure struct {
	Salt  string // 16 random bytes, base64url
	Field string
	Value any // JSON
}

// Bundle is what one recipient may see of one act.
type Bundle struct {
	Act         Digest   `json:"act"`
	Agreement   Digest   `json:"agreement"`
	Case        string   `json:"case"`
	Disclosures []string `json:"disclosures"` // base64url of the canonical [salt,field,value]
	From        string   `json:"from"`
	To          string   `json:"to"`
	Type        string   `json:"type"` // entente/bundle/1
	World       string   `json:"world"`
}

// SealedBundle is a Bundle under HPKE (ML-KEM-768 + X25519) to the recipient's node.
type SealedBundle struct {
	Act        Digest `json:"act"`
	Agreement  Digest `json:"agreement"`
	Ciphertext string `json:"ciphertext"` // enc and ciphertext, base64url
	From       string `json:"from"`
	Key        KeyID  `json:"key"` // the recipient's sealing key
	To         string `json:"to"`
	Type       string `json:"type"` // entente/sealed/1
	World      string `json:"world"`
}

// Envelope is the signed head of everything that one node sends another. The items travel beside it;
// Items is the RFC 6962 root over their bytes, so that one item can be shown without the others.
type Envelope struct {
	Agreement Digest `json:"agreement"`
	Count     uint64 `json:"count"`
	From      string `json:"from"`
	Items     Digest `json:"items"`
	Key       KeyID  `json:"key"`
	Kind      string `json:"kind"` // questions, answers, post, ack
	Nonce     string `json:"nonce"`
	Re        Digest `json:"re"` // digest of the envelope that this answers
	Sent      Time   `json:"sent"`
	To        string `json:"to"`
	Type      string `json:"type"` // entente/envelope/1
	World     string `json:"world"`
}

// Question and Answer are items of envelopes of their kind.
type Question struct {
	Match    []Match `json:"match"` // sorted by field
	Nonce    string  `json:"nonce"`
	Person   string  `json:"person"` // pseudonym per asking party, person and day
	Purpose  string  `json:"purpose"`
	Query    string  `json:"query"`
	Register string  `json:"register"`
	Role     string  `json:"role"`
}

type Match struct {
	Field string `json:"field"`
	Value string `json:"value"` // normalised, as spec/ says
}

type Answer struct {
	Hits     []Hit    `json:"hits"` // empty: no hit
	Nonce    string   `json:"nonce"`
	Question Digest   `json:"question"` // of the question item's bytes
	Refused  *Refused `json:"refused"`  // null unless refused
}

type Hit struct {
	Entry   string   `json:"entry"`   // opaque id of the entry at its holder
	Reveals []string `json:"reveals"` // disclosures, base64url
	Version string   `json:"version"` // of the register's data
}

type Refused struct {
	Article string `json:"article"`
	Code    string `json:"code"`
	Message string `json:"message"`
	Remedy  string `json:"remedy"`
}

// NodeCertificate is the party key's word for a node's keys.
type NodeCertificate struct {
	Epoch uint64   `json:"epoch"`
	From  Time     `json:"from"`
	Party string   `json:"party"`
	Scope []string `json:"scope"` // sign, seal, tls; sorted
	Seal  string   `json:"seal"`  // HPKE public key, text form
	Sign  string   `json:"sign"`  // Ed25519 public key, text form
	TLS   string   `json:"tls"`   // sha256 of the TLS certificate's SubjectPublicKeyInfo
	Type  string   `json:"type"`  // entente/node-certificate/1
	Until Time     `json:"until"`
	World string   `json:"world"`
}

// RoleCertificate is an authority's word for a person's role key.
type RoleCertificate struct {
	Agreement string `json:"agreement"` // the agreement's id
	Algorithm string `json:"algorithm"`
	Authority string `json:"authority"`
	Custody   string `json:"custody"` // person, or node (exercise worlds only)
	From      Time   `json:"from"`
	Key       string `json:"key"`              // public key, text form
	Origin    string `json:"origin,omitempty"` // of a passkey: the one origin of the pages on which it signs
	Party     string `json:"party"`
	Role      string `json:"role"`
	RP        string `json:"rp,omitempty"` // of a passkey: its relying party
	Type      string `json:"type"`         // entente/role-certificate/1
	Until     Time   `json:"until"`
	World     string `json:"world"`
}

// Ratification is a party key's signature under an agreement: both hashes, as one.
type Ratification struct {
	Agreement Digest `json:"agreement"`
	ID        string `json:"id"`
	Model     Digest `json:"model"`
	Party     string `json:"party"`
	Signed    Time   `json:"signed"`
	Type      string `json:"type"` // entente/ratification/1
	World     string `json:"world"`
}

// Revocation ends a node or role key; by the key that certified it.
type Revocation struct {
	From   Time   `json:"from"`
	Key    KeyID  `json:"key"`
	Party  string `json:"party"`
	Reason string `json:"reason"`
	Type   string `json:"type"` // entente/revocation/1
	World  string `json:"world"`
}

// SignedStatement carries one of the four above, in an act of kind statement and in files.
type SignedStatement struct {
	Key       KeyID  `json:"key"`
	Signature string `json:"signature"`
	Statement string `json:"statement"` // its canonical JSON, as text
}

// Time is an instant in microseconds.
type Time struct{ time.Time }
