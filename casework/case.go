package casework

import (
	"time"

	"github.com/entente-net/entente/agreement"
)

// CaseID is the name of a case: 32 lower-case hex digits, drawn at random by whoever opens it.
type CaseID string

// Pseudonym stands for one person in one case: the same in every role, unlinkable across cases.
type Pseudonym string

// Move is an act as the engine sees it.
type Move struct {
	Step     agreement.StepID
	Side     agreement.SideID
	Party    agreement.PartyID
	Role     agreement.RoleID
	Person   Pseudonym
	Gives    []agreement.FieldID       // committed to; includes reasons and assessment_<id>
	Values   map[agreement.FieldID]any // those of Gives that this evaluator can read
	Coarse   map[agreement.FieldID]any // by CoarseName: the coarser values of those that it can read
	Ground   string
	Personal bool           // a valid role-key signature of Person was found
	Facts    map[string]any // outside facts as the act records them
	Received time.Time      // home's receipt
	Proved   time.Time      // not after: the earliest proof by another party; zero: Received
	Signer   string         // opaque; travels with the taken act for the audit's findings
	Attested bool           // home's receipt is trusted for a condition that this evaluator cannot read
	Ends     bool           // and, as with Attested, for ends of clocks that count from what it cannot read
	Awaits   bool           // home has yet to speak: a condition that is unread, and a fund that is not open here, are home's to judge
}

// Case is the state of one case, the same for every honest party that holds the same acts.
// It is a value: Take and Lapse return a new one and leave the receiver as it was. Cases that follow one
// another share memory, so nobody may write to the maps and slices of one.
type Case struct {
	ID        CaseID
	Model     *agreement.Model
	Procedure *agreement.Procedure
	Sides     map[agreement.SideID]agreement.PartyID
	State     agreement.StateID
	Entered   map[agreement.StateID]time.Time // first entry
	Opened    time.Time
	Number    uint64 // acts taken, lapses included
	Taken     []Taken
	Clocks    []Running                       // running, sealed-in-grace and lapsed ones
	Values    map[agreement.FieldID]any       // the latest that this evaluator can read
	Coarse    map[agreement.FieldID]any       // by CoarseName: the latest coarser ones that it can read
	Given     map[agreement.FieldID]int       // index into Taken of the act that gave it last
	Erased    map[agreement.FieldID]time.Time // from when on a final lapse or the end of keep destroyed it
	Closed    time.Time                       // a silence that means "the request ends" ended the case; zero: open

	// Standing is how the agreement stands beside this case, as this evaluator knows it; nil: as it was signed.
	// It is no part of what honest parties agree on about the case: each learns of other cases in its own time.
	// Whoever follows home's receipts says so with Move.Attested and Lapse.Attested, and comes to home's state
	// with any Standing.
	Standing *Standing

	// Before is the case as it was when it moved to the text under which it is now, and Moved that instant; nil and zero:
	// it is under the text under which it began. Entries of Taken that Before has were taken under its text; their
	// states bear the names of this one.
	Before *Case
	Moved  time.Time

	history *series[Taken] // what Taken is cut from; see record
	kept    []time.Time    // of each that says how long something is kept (KeepTimes): the last entry into a state that begins its time
}

// Taken is one act or lapse of the history.
type Taken struct {
	Step     agreement.StepID  // "" for a lapse
	Clock    agreement.ClockID // "" for a step
	Phase    Phase             // of a lapse; PhaseFinal of a step that destroyed fields
	Takes    agreement.StepID  // of a lapse: the step that was taken by default
	Side     agreement.SideID
	Party    agreement.PartyID
	Role     agreement.RoleID
	Person   Pseudonym
	At       time.Time // when it counts as done: Move.Proved or Received
	From, To agreement.StateID
	Gives    []agreement.FieldID
	Erases   []agreement.FieldID // of a final lapse, of a step that erases and of an attested erasure, sorted
	All      bool                // of an attested erasure: the whole case
	Rests    bool                // of a lapse: its article is in dispute, and it has no effect
	Signer   string              // Move.Signer
	Received time.Time           // Move.Received; zero for a lapse
	Ground   string              // Move.Ground; of an irregular act its plea

	Irregular agreement.StepID // the step in whose place this act stands; "": a regular act
	Lacks     int              // of a step with a quorum: how many other parties must still take it; 0: it has its effect
}

// Phase tells the two moments of a lapse whose silence destroys: sealed at the end of the time,
// final after the grace. Every other silence is final at once, and so is a step that erases. PhaseErased marks
// a party's word that it destroyed what it owed to destroy (Attest).
type Phase string

// The phases.
const (
	PhaseSealed Phase = "sealed"
	PhaseFinal  Phase = "final"
	PhaseErased Phase = "erased"
)

// Running is one clock of a case.
type Running struct {
	Clock    agreement.ClockID
	Started  time.Time
	Due      time.Time
	Grace    time.Time // Due plus grace, or Due
	Warns    time.Time // from when on a warning is in place; zero: none is asked for
	Paused   time.Time // since; zero: it runs
	Extended bool
	Status   Status
	Fired    time.Time

	Base   time.Time     // the first end, before it was rounded: Max counts from there
	Moved  time.Duration // by how much pauses and extensions have moved the end
	Unread bool          // it counts from a field that is not open here: Due lies beyond every act
}

// Status of a clock.
type Status string

// The states of a clock.
const (
	StatusRuns    Status = "runs"
	StatusStopped Status = "stopped"
	StatusSealed  Status = "sealed" // due passed; an act proved earlier may still arrive
	StatusLapsed  Status = "lapsed"
)

// Lapse is a silence that is due and not recorded yet.
type Lapse struct {
	Clock agreement.ClockID
	Phase Phase
	At    time.Time // the instant at which it lapsed, not the one at which it was noticed

	// Attested: where the condition of a step taken by default cannot be read here, home's receipt is
	// trusted that it held, or with Unmet that it did not. Due sets neither, and where the condition can
	// be read neither counts.
	Attested bool
	Unmet    bool

	// Facts are the outside facts that home states with the silence, for the step that it takes by default. Due gives
	// none: who records the silence adds them.
	Facts map[string]any

	// Rests: the article of the clock is in dispute, and the silence has no effect (see Standing). Due says so
	// by the case's Standing; with Attested home's word counts, which knows of disputes between others.
	Rests bool
}

// Actor asks or looks: a person of a party in a role; Person may be "" to ask for the role in general.
type Actor struct {
	Party  agreement.PartyID
	Role   agreement.RoleID
	Person Pseudonym
}

// Option is a step that an actor may take now, with its form.
type Option struct {
	Step   *agreement.Step
	Side   agreement.SideID
	Fields []Input
	Shares []Outflow // what would leave, and to whom, should it be taken

	// Missing is, of a step with a quorum, how many parties must still take it, this one included; 0: it needs none.
	Missing int
}

// Input is one field of a form.
type Input struct {
	Field    *agreement.Field
	Required bool
}

// Outflow is what one recipient would come to see.
type Outflow struct {
	Share  *agreement.Share
	Party  agreement.PartyID
	Role   agreement.RoleID
	Fields []agreement.FieldID
}

// Erasure is a destruction that is owed.
type Erasure struct {
	Fields  []agreement.FieldID
	All     bool // the whole case: every keeping time has run out
	Due     time.Time
	Clock   agreement.ClockID // "" for keep, and for a step
	Step    agreement.StepID  // the step that erases, taken by a person or by silence; or ""
	Keep    agreement.KeepID  // of a keeping time of single fields: its title
	Entry   int               // index into Taken of what destroyed; -1: keep, or a silence that is not recorded yet
	Article agreement.Article
}
