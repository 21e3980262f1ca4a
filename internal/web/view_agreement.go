package web

import (
	"time"

	"github.com/entente-net/entente/agreement"
)

// Standing is the state of an agreement or article.
type Standing string

// Standings, in the order of a life.
const (
	StandingProposed Standing = "proposed" // signed by some
	StandingAwaits   Standing = "awaits"   // signed by all, begins later
	StandingInForce  Standing = "in-force"
	StandingEnds     Standing = "ends" // in force, with an end in sight
	StandingEnded    Standing = "ended"

	// Of an article alone.
	StandingSuspended Standing = "suspended"
	StandingRests     Standing = "rests" // its phase has not begun, or is over
)

// AgreementRow is an agreement in the list.
type AgreementRow struct {
	ID       agreement.ID
	Title    string
	Tongue   string // language of its words
	Version  string
	Parties  []PartyRef
	Standing Standing
	Starts   time.Time // midnight in the agreement's zone
	Ends     time.Time // the first instant after the last day; zero: without end
	Articles int
	Cases    int // of this node
}

// AgreementView is the living agreement.
type AgreementView struct {
	AgreementRow
	Zone       *time.Location
	World      string
	Depositary PartyRef
	Languages  []string // codes
	Tongues    []string // codes: in which it can be read here
	Authentic  []string // codes
	Prevails   string   // prose, rules or a language
	Text       string   // SHA-256 of the text, text form
	Model      string   // SHA-256 of the model
	Signed     []Signing
	Articles   []ArticleView
	Renewal    string // in words; ""
	Versions   []VersionRow
	Changes    int // against the version before; of several versions alone
}

// VersionRow is one version of an agreement.
type VersionRow struct {
	Version string
	Text    string // SHA-256
	Current bool
	Signed  bool // by all
	Changes []Change
	Was     string // the version that it is compared with; "" of the first
}

// Change is one difference between two versions.
type Change struct {
	Article agreement.Article
	Text    string // in words
}

// Signing is a party's signature under the agreement.
type Signing struct {
	Party PartyRef
	At    time.Time // zero: awaited
}

// ArticleView is one article with its rules.
type ArticleView struct {
	Number   agreement.Article
	Title    string
	Prose    []string // paragraphs of Markdown, as signed
	Rules    []Rule   // those that readers look for first
	More     []Rule   // the others: folded
	Standing Standing
	Ends     time.Time // first instant after the last day, where it has its own end
	Since    time.Time // suspended since
	Disputed bool      // a case about how it is to be read is open
	By       CaseRef   // that suspended it; for the desk alone
	Survives []string  // duties that go on, in words
	Kept     []Kept
	Figures  []IndicatorFigure // as they were published last
}

// Rule is a rule in plain words.
type Rule struct {
	Text  string
	Heavy bool // says what silence means: set apart
}

// Kept is a count of how an article is kept: never a number without its denominator.
type Kept struct {
	Count   int
	Of      int
	Says    string // what is counted, in words: "answers within 8 days"
	Target  string // "95 %"; "" where the agreement states none
	Verdict string // "on", "short" or "" where nothing can be said

	Low, High float64 // 95 % interval of the share; both 0: none
	Goal      float64 // the target as a share; 0: none
	Running   int     // -1: some, and too few to be told
	Few       bool    // some have ended, and too few to be told
	Least     int     // how few that is
	Key       string  // its place on the page of figures; ""
}
