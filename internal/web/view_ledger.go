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
	Tongue     string // language of the title
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
	Tongue    string // language of the title
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

// TourView is the demonstration's first page: the parties, and whom one can be.
type TourView struct {
	Today      time.Time // when its story ends; from there the clock runs on
	Map        Said      // a drawing, SVG without style or script of its own
	Guides     []TourGuide
	Parties    []TourParty
	Agreements []TourAgreement
}

// Said is a text in several languages, by their codes.
type Said map[string]string

// In gives the text in a language, in English where it has none.
func (s Said) In(lang string) string {
	if t := s[lang]; t != "" {
		return t
	}
	return s["en"]
}

// TourGuide is one of those who introduce the demonstration.
type TourGuide struct {
	Who    string // "officer", "judge", …: names the guide in addresses
	Name   string // "" of somebody without a login
	Office Said
	Waits  Said // what waits for them today
	Does   Said // what one can try
	URL    string
	Stops  []TourStop // the way round, over real pages of this person's desk
}

// TourStop is one page of a guided tour, and what to look at there.
type TourStop struct {
	At    string // a path of the desk, or "waits": the case that waits for the person first; "#sees" leads to a part of it
	Title Said
	Look  Said
}

// TourParty is one node and whom one can be there.
type TourParty struct {
	ID     agreement.PartyID
	Kind   string
	Name   Said
	About  Said
	URL    string // of the node's desk
	People []TourPerson
}

// TourPerson is a person with a link that logs in.
type TourPerson struct {
	Name  string
	Roles string
	Admin bool // looks after the node
	URL   string
}

// TourAgreement is one of the agreements, and its public page.
type TourAgreement struct {
	Title   string // in its own language
	Titles  Said   // in those that it has
	Parties []Said
	URL     string
}
