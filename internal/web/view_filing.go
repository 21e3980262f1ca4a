package web

import (
	"context"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
)

// Filings are what anyone may bring without an account (steps with `anyone`), and the mailbox in which whoever
// brought it finds the answers. The access code is the only way in: it is shown once, and nobody can send it again.
type Filings interface {
	// Doors lists what anyone may bring at this node under an agreement.
	Doors(ctx context.Context, id agreement.ID) ([]Door, error)
	// FilingForm gives the form of a step for anyone: code "" for one that opens a case (Draft.Case "").
	FilingForm(ctx context.Context, code string, d Draft) (*StepForm, error)
	// FilingPreview lists every problem of the inputs at once, and says who would read what.
	FilingPreview(ctx context.Context, code string, d Draft) (*Review, error)
	// File opens the case: its clocks run from here. One Draft.Nonce is one filing and gives the same code again until
	// the code was typed back.
	File(ctx context.Context, d Draft) (*Filed, error)
	// Add takes a later step that the agreement opens to whoever holds the code.
	Add(ctx context.Context, code string, d Draft) (*Done, error)
	// TypedBack notes that the code was typed back.
	TypedBack(ctx context.Context, code string) error
	// Mailbox opens the mailbox of a code. A code that opens nothing is not-found, slowly, and the same for all.
	Mailbox(ctx context.Context, code string) (*MailboxView, error)
	// FilingProof is the signed proof of filing: it shows that something was filed and when, and not what.
	FilingProof(ctx context.Context, code string) (*File, error)
	// FilingContent is what opens that proof: what was filed, with its salts. It is the person's own.
	FilingContent(ctx context.Context, code string) (*File, error)
	// Write puts a message to the office that filed into the mailbox; it is no act of the case.
	Write(ctx context.Context, code, text string) error
}

// Verifier says what a file that somebody holds proves, and what it does not.
type Verifier interface {
	Verify(ctx context.Context, file []byte) (*VerifyView, error)
}

// Door is one thing that anyone may bring.
type Door struct {
	Opening
	What   string   // what it is for, in the agreement's words: the first sentence of its article
	Sealed string   // the role to whose key part of it is sealed on the reader's machine; "" for none
	Tells  []string // the clocks that then run, in words: "The ombudsperson decides within 30 days"
}

// Filed is a filing just made.
type Filed struct {
	Code      string // "K7RD-29XM-HT4P-6WQA": the only copy
	Reference string
	At        time.Time
	Case      casework.CaseID
}

// MailboxView is what whoever holds the code sees.
type MailboxView struct {
	Code      string
	Confirmed bool // the code was typed back
	Reference string
	Title     string // of the procedure
	Agreement agreement.ID
	Article   ArticleRef
	Zone      *time.Location
	Filed     time.Time
	State     StateView
	Means     string // what the state means for the person, in words; ""
	Clocks    []ClockView
	Values    []Value // what the person gave, and what the office that filed may see
	Acts      []ActView
	Next      []NextView
	Steps     []Opening // what the person may do now: Agreement, Procedure, Step, Title, Article
	Appeal    *ClockView
	Messages  []Message
	Readers   []ReaderView
	Proof     FilingProofState
	Links     []Link // what followed: the published decision, the change of the rule
}

// Message is a word between the person and the office, outside the acts.
type Message struct {
	At     time.Time
	Office string // title of the office; "": the person
	Text   string
}

// ReaderView says who can see the filing.
type ReaderView struct {
	Who   RoleRef
	Sees  Sees
	What  []string // labels
	Until string   // in words
}

// FilingProofState is how far a filing can be proved by now.
type FilingProofState struct {
	Digest   string // of what was filed, as the log holds it
	Log      string // the log's name
	Index    uint64
	Logged   bool
	Cosigned []Cosigning
}

// Link leads to a page of this site.
type Link struct{ Text, URL string }

// VerifyView says what a file proves.
type VerifyView struct {
	Kind    string // "proof-of-filing", "act", "entry", "checkpoint", "agreement", "release"
	Holds   bool
	Facts   []Fact   // what follows from it
	Vouched []Vouch  // who vouches for it
	Not     []string // what it does not show
	Failed  string   // why it does not hold, in words
}

// Fact is one thing with its name.
type Fact struct{ Name, Value string }

// Vouch is a signature that holds.
type Vouch struct {
	Party PartyRef
	What  string
	At    time.Time
}
