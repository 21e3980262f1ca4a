package web

import (
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/web/chart"
)

// TodayView is what waits for a viewer.
type TodayView struct {
	Waits  []Wait       // by the clock that runs out first
	More   int          // how many others wait
	For    []DeputyAway // for whom the viewer stands in
	Drafts []TalkRow    // negotiations that wait for the viewer's party
	Lapsed []Lapsed
	Since  time.Time // when the viewer last looked; zero: never
	News   []News    // newest first
	Lines  []Line    // to each other party
}

// Wait is a case that waits for the viewer.
type Wait struct {
	Case    CaseRef
	Asks    string // what is to be done, in words: "Review the measure in force"
	From    PartyRef
	Article ArticleRef
	Clock   *ClockView // nil: no clock runs
}

// Lapsed is a clock of the viewer's that ran out.
type Lapsed struct {
	Case    CaseRef
	Clock   ClockView
	At      time.Time
	Effect  string // what the silence did, in words
	Article ArticleRef
}

// News is something that came in.
type News struct {
	At      time.Time
	What    string
	Case    CaseRef
	By      PartyRef
	Article ArticleRef
}

// Line is the connection to another party's node.
type Line struct {
	Party   PartyRef
	Heard   time.Time // zero: never
	Waiting int       // envelopes that wait to be sent
	Cosign  Cosigning // of this node's log, by that party
}

// CaseRef is a case as a list shows it.
type CaseRef struct {
	ID        casework.CaseID
	Reference string // short: what people call it
	Title     string // what a person would call it
	Procedure string // title of the procedure
	Tongue    string // language of its words, a code; "": the reader's
}

// CaseQuery says which cases to list.
type CaseQuery struct {
	Waiting bool   // those that wait for the viewer, by until when; else all, those that moved last first
	Cursor  string // that an earlier page gave; "": from the first
}

// CaseList is a page of cases.
type CaseList struct {
	CaseQuery
	Rows   []CaseRow
	Next   string // cursor of the next page; "": this is the last
	Total  int
	Opens  []Opening // what the viewer may open
	Number int       // index of the first row, from 1
}

// CaseRow is one case of the list.
type CaseRow struct {
	Case    CaseRef
	State   StateView
	Home    PartyRef
	Updated time.Time
	Clock   *ClockView // the one that runs out first; nil: none
	Yours   bool       // it waits for the viewer
}

// Opening is a procedure's opening step that the viewer may take.
type Opening struct {
	Agreement agreement.ID
	Procedure agreement.ProcedureID
	Step      agreement.StepID
	Title     string
	Tongue    string // language of its words
	Article   ArticleRef
	// Values fill the form: fields of a hit whose names the procedure's record shares.
	Values map[agreement.FieldID]any
	Hit    string // the question whose hit it is
}

// StateView is where a case stands.
type StateView struct {
	ID     agreement.StateID
	Title  string
	Final  bool
	Tongue string // language of its words, a code; "": the reader's
}

// CaseView is one case as the viewer may see it.
type CaseView struct {
	Case      CaseRef
	Agreement agreement.ID
	Article   ArticleRef // the one under which the procedure stands, with a sentence of it
	State     StateView
	Zone      *time.Location // the agreement's
	Sides     []SideView
	Clocks    []ClockView // running and sealed ones first, by their end
	Values    []Value     // the record, in its order, implicit fields after it
	Acts      []ActView   // oldest first
	Next      []NextView  // what is due, by time
	Columns   []Column    // of the matrix
	Rows      []Row
	Offers    []StepForm   // the steps that the viewer may take now
	Why       *fault.Error // why none is offered, where a reason can be given
	Queued    int          // acts of this case that wait for home's receipt
	Home      PartyRef
	Ground    []chart.Feature // what is known of the ground, for the map of the case's places
}

// SideView is who takes part.
type SideView struct {
	Side   agreement.SideID
	Title  string
	Tongue string // language of the title
	Party  PartyRef
	You    bool
}

// ClockView is one clock with what silence means.
type ClockView struct {
	Clock   agreement.ClockID
	Title   string // what it measures: "to decide"
	Started time.Time
	Due     time.Time
	Grace   time.Time // end of the grace; zero: none
	Warn    time.Time // from when on it is shown as near; zero: none
	Paused  time.Time // since; zero: it runs
	Status  casework.Status
	Silence agreement.Silence
	Effect  string    // what the silence does, in words, without the word itself
	Owed    []RoleRef // who is silent
	Yours   bool      // the viewer is among them
	Article ArticleRef
}

// ActView is one act or lapse of the timeline.
type ActView struct {
	Number  uint64
	Title   string // title of the step, or what lapsed
	Party   PartyRef
	Role    string // title; "" for a lapse
	Lent    bool   // the role was another person's, of the viewer's own party, and lent
	Person  casework.Pseudonym
	You     bool
	At      time.Time // when it counts as done
	Article ArticleRef
	Lapse   bool
	Silence agreement.Silence // of a lapse
	Effect  string            // of a lapse: what it did
	Gives   []string          // labels of the fields it gave
	Ground  string
	To      StateView // state it led to; zero where the state did not change
	Proof   ProofState
	Refused *fault.Error // the case's home did not take it; nil: taken, or not answered yet
}

// ProofState says how far an act can be proved by now.
type ProofState struct {
	Signed   bool        // the author's signature verifies
	Personal bool        // a person's own key signed
	Received bool        // home's receipt is here
	Index    uint64      // in this node's log
	Logged   bool        // Index holds
	Cosigned []Cosigning // At zero: awaited
}

// NextView is something that will be due.
type NextView struct {
	Party  PartyRef
	Title  string
	By     time.Time
	Effect string // what happens if nothing is done
}

// Column is a viewer of the matrix.
type Column struct {
	Role RoleRef
	You  bool
}

// Row is a field of the matrix.
type Row struct {
	Field *agreement.Field
	Cells []Sight // one for each column
}

// Sees says how far a viewer sees a field.
type Sees string

// How far a viewer sees a field.
const (
	SeesIt      Sees = "yes"     // may see it
	SeesGave    Sees = "gave"    // gave it
	SeesLater   Sees = "later"   // a share opens it from a state not yet entered
	SeesSealed  Sees = "sealed"  // holds a commitment, by which it can be proved later
	SeesErased  Sees = "erased"  // destroyed
	SeesNone    Sees = "none"    // no share will ever grant it
	SeesUngiven Sees = "ungiven" // may see it once somebody gives it
	SeesClosed  Sees = "closed"  // kept, but no longer usable: until it is destroyed, or for good
	SeesAwaited Sees = "awaited" // may see it, and it is still on its way here
)

// Sight is one cell of the matrix.
type Sight struct {
	Sees    Sees
	When    string            // for SeesLater: from which state on, in words
	Article agreement.Article // which grants or withholds; "" where none does
}

// Draft is what a person is about to sign.
type Draft struct {
	Agreement agreement.ID
	Case      casework.CaseID // "": the step opens one
	Procedure agreement.ProcedureID
	Step      agreement.StepID
	Role      agreement.RoleID                       // in which the person acts; "": the only one that may
	Sides     map[agreement.SideID]agreement.PartyID // of a case to open, as far as there was a choice
	Values    map[agreement.FieldID]any              // JSON values; numbers are json.Number
	Ground    string
	Nonce     string // one form, one act
	Hit       string // of a case to open: the question whose hit it follows
	Prepared  string // the preparation that the person signs (OwnKey.Prepared); "": none
	Passkey   PasskeyAnswer
	Signature string // made elsewhere over what was prepared: the file that entente key sign writes
}

// StepForm is a step as a form.
type StepForm struct {
	Agreement agreement.ID
	Case      CaseRef // ID "": the step opens one
	Procedure agreement.ProcedureID
	Zone      *time.Location
	Step      *agreement.Step // its grounds are the agreement's, Word says them in the language of Tongue
	Title     string
	Tongue    string // language of the form's words
	Role      RoleRef
	Article   ArticleRef // with the sentence that the step carries out
	Becomes   StateView  // the state after; zero where it stays
	Sides     []SideChoice
	Inputs    []Input
	Outflows  []Outflow                 // as far as they are known before anything is filled in
	Values    map[agreement.FieldID]any // already known: from a hit
}

// SideChoice is a side that the opener binds.
type SideChoice struct {
	Side    agreement.SideID
	Title   string
	Tongue  string     // language of the title
	Parties []PartyRef // one: no choice
}

// Input is one field of a form, with all that it needs to be asked.
type Input struct {
	Field      *agreement.Field
	Required   bool
	Parts      []Input               // of a record, or of each element of a list of records
	Assessment *agreement.Assessment // for assessment_<id>: its value is an object of answers by question
	Readers    []string              // who will read it: titles of roles
	Law        ArticleRef            // the article under which it is asked, with the sentence that it carries out; zero: of a part
	For        []string              // titles of the purposes for which it may be read
	Decides    []string              // titles of the steps whose condition reads it
	Counts     []string              // titles of the clocks that count from it
	Tongue     string                // language of the words of its choices, questions and answers
	SealTo     string                // the recipient ("age1…") to whom the browser seals it before it is sent; "": it is not sealed
	SealRole   string                // title of the role that alone can open it, where SealTo is given
}

// Outflow is what one recipient comes to see.
type Outflow struct {
	To       RoleRef
	Fields   []string // labels
	Purpose  string
	Handling string
	Kept     string // in words: "1 year after the case"
	Article  ArticleRef
	// When names the state from which on it leaves, where that is not at once.
	When string
}

// Problem is one thing wrong with the inputs.
type Problem struct {
	Field agreement.FieldID // "": the whole form
	Fault *fault.Error      // its Article, Message and Remedy are shown
}

// Review is what stands between filling in and signing.
type Review struct {
	Form      StepForm
	Problems  []Problem // empty: it can be signed
	Values    []Value
	Outflows  []Outflow
	Witnesses []PartyRef // who gets commitments alone
	Personal  bool       // the person's own key signs
	Held      bool       // this node holds that key for the person: exercise worlds only (RoleCertificate.Custody "node")
	Signing   *OwnKey    // of a personal step: how its person signs with a key of their own; nil where there is nothing to offer
	Becomes   StateView
	Clocks    []ClockView // that the act would start
}

// OwnKey is an act that waits for its person's own signature.
type OwnKey struct {
	Prepared string      // its name
	Passkey  *PasskeyAsk // nil: no passkey of the person is certified for the role, or none works here
}

// Done is what became of a signed act.
type Done struct {
	Case   casework.CaseID
	Number uint64 // home's receipt; 0: it waits for it
	Queued bool   // kept, and sent when home answers
}
