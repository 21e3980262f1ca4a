package web

import (
	"time"

	"github.com/entente-net/entente/agreement"
)

// Viewer is the person who looks.
type Viewer struct {
	ID      string // the person's name in the node's records; never shown
	Session string // opaque name of the session; form tokens are bound to it
	Name    string // "Judge Vantor"
	Office  string // "District Court of Quell"; may be empty
	Party   PartyRef
	Roles   []string // titles, for the header
	Audits  bool     // may collect evidence and run the audit
	Admin   bool     // looks after the node, and sees no content
	Fresh   bool     // proved lately who they are
	// Language and Zone are the person's own choice; "" and nil: none.
	Language string
	Zone     *time.Location

	Negotiates bool // sees drafts, and the party's red lines
}

// Persona is somebody one can be in the demonstration.
type Persona struct {
	Token  string // for Sessions.Login
	Name   string
	Office string
	Roles  []string
	Does   string // one sentence: what this person can try
}

// PartyRef names a party wherever one is shown.
type PartyRef struct {
	ID     agreement.PartyID
	Name   string // as the agreement states it
	Kind   string // agreement.Party.Kind: a state is drawn as a square, all else as a circle
	Tongue string // language of its words, a code; "": the reader's
}

// RoleRef names a role of a party.
type RoleRef struct {
	ID     agreement.RoleID
	Title  string
	Party  PartyRef
	Tongue string // language of its words, a code; "": the reader's
}

// ArticleRef cites an article.
type ArticleRef struct {
	Agreement agreement.ID
	Number    agreement.Article
	Title     string
	Quote     string // a sentence of its prose; "" where none is quoted
	Tongue    string // language of its words, a code; "": the reader's
}

// FrameView is what stands on every page.
type FrameView struct {
	Node      PartyRef       // whose node this is
	World     string         // agreement.WorldReal or WorldExercise
	Now       time.Time      // the node's clock, simulated in an exercise
	Zone      *time.Location // in which the pages state times; nil: UTC
	Waiting   int            // what waits for the viewer
	Told      int            // what the viewer was told and has not looked at
	Agreement ArticleRef     // Agreement and Title only: the one whose public page the footer links to
	Log       LogState
	Foreign   []Foreign // agreements of this node that cannot be read in the reader's language
}

// Foreign is an agreement that a reader reads in another language than their own.
type Foreign struct {
	Agreement agreement.ID
	Title     string
	Reads     string   // the language in which its words are shown, a code
	Has       []string // the languages in which it can be read
}

// LogState is the state of a log in one line.
type LogState struct {
	Size     uint64
	Cosigned []Cosigning // the newest of each witness
}

// Cosigning says up to where a witness has vouched for a log.
type Cosigning struct {
	By   PartyRef
	Size uint64    // 0: never
	At   time.Time // zero: awaited
}

// File is something to download.
type File struct {
	Name  string // "proof-184612.json"
	Media string
	Data  []byte
}

// Value is a field with what it holds, as far as the viewer may see it.
type Value struct {
	Field *agreement.Field
	Value any     // as encoding/json decodes it; nil unless Sight.Sees is SeesIt or SeesGave
	Sight Sight   // why it is open or not
	Parts []Value // of a record: its fields
}
