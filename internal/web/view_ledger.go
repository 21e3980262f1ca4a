package web

import (
	"io"
	"time"

	"github.com/entente-net/entente/agreement"
)

// LedgerView is one log of this node.
type LedgerView struct {
	Agreement  agreement.ID
	Title      string
	Origin     string // the log's name in its checkpoints
	Zone       *time.Location
	Size       uint64
	Root       string
	Checkpoint string // the newest signed note, whole
	Signed     time.Time
	Cosigned   []Cosigning
	Seen       []Witnessed // what this node has seen of the others' logs
	Entries    []EntryView // newest first
	Reads      []ReadView  // who read what, newest first
}

// Witnessed is another party's log as this node last verified it.
type Witnessed struct {
	Of   PartyRef
	Size uint64
	At   time.Time
	Held bool // it extends all that was seen before
}

// EntryView is one entry: the log itself holds a salted hash alone; what it was is known here only.
type EntryView struct {
	Index uint64
	Count uint64 // entries of a run that are shown as one; 1 mostly
	At    time.Time
	Kind  string // in words
	Case  CaseRef
	Leaf  string // hash
}

// ReadView is a read of a personal field by staff.
type ReadView struct {
	At     time.Time
	Person string
	Role   string
	Field  string
	Case   CaseRef
}

// AuditView is the state of the audit.
type AuditView struct {
	Agreement agreement.ID
	Title     string
	Zone      *time.Location
	Running   bool
	Done      uint64
	Total     uint64
	Ran       time.Time // zero: never
	Took      time.Duration
	Bundles   []BundleView
	Verified  []Verified
	Findings  []AuditFinding
	Irregular []AuditFinding // late, oral, forced: apart from breaches
	Attested  []AuditFinding // what was not recomputed but is vouched for
	// Unverifiable is what nothing in the evidence can tell.
	Unverifiable []AuditFinding
	Limits       []string // what no audit can know
	Failed       error    // the run itself ended badly; a *fault.Error
}

// BundleView is one evidence bundle of the run.
type BundleView struct {
	Party PartyRef
	Made  time.Time
	Lines uint64
	Bytes uint64
}

// Verified is a count of what was verified.
type Verified struct {
	What  string
	Count uint64
	Of    uint64 // 0: all that there are
}

// Upload is a file that came with a form.
type Upload struct {
	Name string
	Open func() (io.ReadCloser, error)
}

// AuditFinding is one thing that the agreement did not permit.
type AuditFinding struct {
	Code    string
	Party   PartyRef
	Article agreement.Article
	Case    CaseRef
	Where   string // act number or log entry, in words
	Message string
	At      time.Time
}

// TourView is the demonstration's start page.
type TourView struct {
	Agreement string // title
	Public    string // address of the public page
	Desks     []TourDesk
	Tries     []Try
	// Words are its sentences in other languages: by language, then by the sentence above.
	Words map[string]map[string]string `json:",omitempty"`
}

// in gives a sentence of the tour in a language, as it is where the tour has no other words for it.
func (v *TourView) in(lang, sentence string) string {
	if s := v.Words[lang][sentence]; s != "" {
		return s
	}
	return sentence
}

// TourDesk is one node and whom one can be there.
type TourDesk struct {
	Party  PartyRef
	URL    string // of the node's desk
	People []TourPerson
}

// TourPerson is a person with a link that logs in.
type TourPerson struct {
	Name string
	Role string
	Does string
	URL  string
}

// Try is one thing to try first.
type Try struct {
	Title string
	Steps []string
	URL   string // where it begins
	Link  string // the link's words
}
