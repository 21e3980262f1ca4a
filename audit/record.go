package audit

import (
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/seal"
)

// FormatEvidence names the format of an evidence bundle.
const FormatEvidence = "entente/evidence/1"

// Kind is the first member of every line and says what the line is.
type Kind string

// The kinds of lines, in the order of their sections.
const (
	KindHeader     Kind = "header"
	KindAgreement  Kind = "agreement"
	KindStatement  Kind = "statement"
	KindLog        Kind = "log"
	KindCheckpoint Kind = "checkpoint"
	KindSeen       Kind = "seen"
	KindLeaves     Kind = "leaves"
	KindCase       Kind = "case"
	KindEntry      Kind = "entry"
	KindDisclosure Kind = "disclosure"
	KindDelivery   Kind = "delivery"
	KindPending    Kind = "pending"
	KindRefused    Kind = "refused"
	KindVerdict    Kind = "verdict"
	KindQuery      Kind = "query"
	KindEnd        Kind = "end"
)

// Limits of the format. A line that holds a file's content is the longest there is.
const (
	MaxLine         = 16 << 20  // bytes of one line
	MaxCase         = 128 << 20 // bytes of one case's lines in one bundle
	MaxDepth        = 40        // of nesting within a line: the 32 of signed objects, and the line's own
	MaxLeavesOnLine = 4096
)

// Header says who made the bundle, when, and about which agreements.
type Header struct {
	Party      agreement.PartyID
	World      string
	Made       time.Time
	Agreements []seal.Digest // of the texts
}

// Log announces one log of this party.
type Log struct {
	Name      string // the origin of its checkpoints
	Agreement seal.Digest
	Party     agreement.PartyID
	Size      uint64 // how many leaves follow
}

// Seen is another party's checkpoint as this party kept it, a witness of that party's log.
type Seen struct {
	Log   string
	Note  string     // the signed note with its cosignatures
	Proof [][32]byte // consistency with the checkpoint of that log on the line before; may be empty
	When  time.Time
}

// Opening shows which leaf of a log an item is: the leaf's salt, and where it stands.
type Opening struct {
	Log   string
	Index uint64
	Nth   uint64   // which item of a query's letter; 0 elsewhere
	Salt  [16]byte // of the leaf
	What  string   // the leaf's kind, as package ledger names them
}

// Entry is one place of a case: the act, home's receipt for it, and relay evidence where there is
// any, each as its canonical bytes.
type Entry struct {
	Opened  []Opening
	Signed  []byte // seal.SignedAct
	Receipt []byte // seal.SignedReceipt
	Relay   []byte // seal.SignedRelay, or nil
}

// Pending is an act that its author logged and home has neither taken nor refused.
type Pending struct {
	Opened []Opening
	Signed []byte
	Relay  []byte // or nil
}

// Refused is an act that home refused.
type Refused struct {
	Opened  []Opening
	Signed  []byte
	Refusal []byte // seal.SignedRefusal
}

// Way tells the two ends of a delivery or a query apart.
type Way string

// The two ends, as the party that made the bundle sees them.
const (
	Sent     Way = "sent"
	Received Way = "received"
)

// Delivery says that fields of an act went from one node to another, as one of the two noted it.
type Delivery struct {
	Number uint64 // of the entry whose act gives the fields
	Party  agreement.PartyID
	Sealed seal.Digest // of the sealed bundle, or ""
	Values []string    // the commitments whose disclosures it held
	Way    Way
	When   time.Time
}

// Verdict is what a holder logged about the replay so far before it destroyed what the replay read.
type Verdict struct {
	Agreement seal.Digest
	Case      casework.CaseID
	Head      seal.Digest // the last receipt that it covers
	Made      time.Time
	Model     seal.Digest
	Number    uint64 // of that receipt
	Party     agreement.PartyID
	Result    string // "kept", or the code of the first finding
}

// VerdictKept is the result of a replay without findings.
const VerdictKept = "kept"

// Letter is one side of a query: the envelope, its signature, and the items while they are held.
type Letter struct {
	Envelope  []byte
	Signature string
	Items     [][]byte // nil: no longer held
}

// Query is a letter of questions with the letter that answered it.
type Query struct {
	Opened []Opening // Nth counts the items of the letter that What belongs to
	Asked  Letter
	Reply  *Letter // nil: no answer came
	Way    Way     // Sent: the bundle's party asked; Received: it was asked
}
