package node

import (
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/seal"
)

// Who is a person of this node's party, as a login found them.
type Who = *auth.Person

// RoleAuditor is the name by which agreements call the office that audits: its holders may know of every case of their node,
// and collect its evidence.
const RoleAuditor agreement.RoleID = "auditor"

// StepRequest asks for a step: in Case, or, where Case is "", by opening one.
type StepRequest struct {
	Agreement agreement.ID
	Procedure agreement.ProcedureID                  // to open
	Sides     map[agreement.SideID]agreement.PartyID // to open
	Case      casework.CaseID
	Step      agreement.StepID
	Side      agreement.SideID // "": the side the person's party is bound to
	Role      agreement.RoleID // "": the only role of the person that may
	Values    map[agreement.FieldID]any
	Ground    string
	Hit       seal.Digest    // to open: the question whose hit the case follows (AskResult.Question); "" where it follows none
	Personal  *seal.Personal // over the act that Prepare gave
	Prepared  string         // the name of that preparation
	Once      string         // one value is one act of the person, however often it is asked for; "": no such promise
}

// Preparation is an act that waits for the person's own signature.
type Preparation struct {
	Name     string // hand it back in StepRequest.Prepared
	Act      []byte // canonical bytes of the act
	ToSign   []byte // what the role key signs
	Expires  time.Time
	Outflows []casework.Outflow
}

// StepResult is what became of a step.
type StepResult struct {
	Case    casework.CaseID
	Act     seal.Digest
	Number  uint64 // 0: home has not answered yet
	State   agreement.StateID
	Queued  bool // home is away: the act is kept, signed and logged, and goes on its own
	Options []casework.Option
}

// CaseLine is one case in a list.
type CaseLine struct {
	ID        casework.CaseID
	Agreement agreement.ID
	Version   string // of the agreement's text under which it began
	Procedure *agreement.Procedure
	State     agreement.StateID
	Sides     map[agreement.SideID]agreement.PartyID
	Opened    time.Time
	Updated   time.Time
	Closed    bool
	Clocks    []casework.Running // those that run or are sealed, by Due
	Mine      bool               // a step is open to the person now
	Queued    int
}

// CaseView is one case as one person may see it.
type CaseView struct {
	CaseLine
	Case     *casework.Case
	Home     agreement.PartyID
	Acts     []ActView
	Values   map[agreement.FieldID]any   // those that the person may see now
	Withheld map[agreement.FieldID]error // those given that the person may not see, and why
	Options  []casework.Option
	Dispute  string // why this node holds the history for wrong; ""
}

// ActView is one act with its proof.
type ActView struct {
	Digest   seal.Digest
	Number   uint64
	Act      seal.Act
	Received time.Time
	Proved   time.Time
	Facts    []seal.Fact // outside facts that home found for it
	Personal bool
	Relayed  bool   // the depositary has said since when it held it
	Status   string // taken, queued, refused, disputed
	Refusal  *seal.Refusal
	Log      int64               // index in this node's log; -1: none
	Signed   []agreement.PartyID // whose cosignature covers it
}

// AskRequest is a question to a register.
type AskRequest struct {
	Agreement agreement.ID
	Register  agreement.RegisterID
	Query     agreement.QueryID
	Purpose   agreement.PurposeID
	Role      agreement.RoleID
	Holder    agreement.PartyID // "": every other holder
	Match     map[agreement.FieldID]string
}

// AskResult is what the holders answered.
type AskResult struct {
	Question seal.Digest // proof: the question item
	Holder   agreement.PartyID
	Hits     []HitView
	Took     time.Duration
	Opens    agreement.ProcedureID // what a hit opens
	Article  agreement.Article
}

// HitView is one hit.
type HitView struct {
	Entry   string
	Version string
	Fields  map[agreement.FieldID]any
}

// LogView is the state of one log.
type LogView struct {
	Agreement      agreement.ID
	Origin         string
	Size           uint64
	Root           string
	Checkpoint     string // the note, "" before the first
	CheckpointSize uint64
	At             time.Time
	Cosigned       map[agreement.PartyID]Cosigned
	Seen           map[agreement.PartyID]uint64 // the size of each other party's log, as last verified
	LastHeard      map[agreement.PartyID]time.Time
	Entries        []LogEntry // the newest
}

// Cosigned is how far another party has vouched for the log.
type Cosigned struct {
	Size uint64
	At   time.Time
}

// LogEntry is one entry as its own node knows it; outside it is a hash.
type LogEntry struct {
	Index uint64
	Count uint64 // entries of one run: the questions of a letter
	Kind  string
	Ref   string          // digest of the act, envelope …
	Case  casework.CaseID // that Ref names, if it names one
	At    time.Time
}

// AgreementView is one agreement and its state here.
type AgreementView struct {
	ID        agreement.ID
	Model     *agreement.Model
	TextHash  seal.Digest
	ModelHash seal.Digest
	Text      []byte
	Signed    map[agreement.PartyID]time.Time
	InForce   bool
	Why       string // why not in force
	Cases     map[agreement.ProcedureID]map[agreement.StateID]int
	Kept      []Kept
}

// Kept is how one clock of the agreement was kept: of Ended clocks, InTime stopped in time.
type Kept struct {
	Procedure agreement.ProcedureID
	Clock     agreement.ClockID
	Article   agreement.Article
	InTime    int
	Ended     int
	Running   int
}
