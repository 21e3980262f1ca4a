package web

import (
	"context"
	"time"

	"github.com/entente-net/entente/agreement"
)

// Negotiations are the drafts that this party and others exchange. Only a viewer with Viewer.Negotiates comes here.
type Negotiations interface {
	Negotiations(ctx context.Context, v Viewer) (*TalkList, error)
	Negotiation(ctx context.Context, v Viewer, id string) (*TalkView, error)
	DraftArticle(ctx context.Context, v Viewer, id string, a agreement.Article) (*DraftArticleView, error)
	// Compare holds two versions of a negotiation against each other, by number, name, or "in-force".
	Compare(ctx context.Context, v Viewer, id, from, to string) (*CompareView, error)
	// DraftText gives a version whole: the current one for "".
	DraftText(ctx context.Context, v Viewer, id, version string) (*DraftTextView, error)
}

// Drafting is what a delegate does.
type Drafting interface {
	Beginnings(ctx context.Context, v Viewer) (*BeginView, error)
	Begin(ctx context.Context, v Viewer, b Beginning) (id string, err error)
	Contact(ctx context.Context, v Viewer, card Upload) error
	Say(ctx context.Context, v Viewer, id string, m DraftMove) error
	SignHere(ctx context.Context, v Viewer, id, text string) error
}

// Trials are changes that nobody has said yet: what they would do. A trial is kept in this process until it is said, or the
// process ends, and is seen by whoever made it alone.
type Trials interface {
	// Try takes an article's new Markdown, or (article "") a new text as a whole, and gives the trial's name.
	Try(ctx context.Context, v Viewer, id string, c DraftChange) (trial string, err error)
	Trial(ctx context.Context, v Viewer, id, trial string) (*TrialView, error)
	// Propose says what was tried: as a new version, or as a bracket.
	Propose(ctx context.Context, v Viewer, id, trial, as, words string) error
	// Play runs the drills on two versions; what comes of it stands in Compare.
	Play(ctx context.Context, v Viewer, id, from, to string) error
}

// OwnLines are what the party will not accept, and how it means to go about it. Nothing of them leaves the node.
type OwnLines interface {
	RedLines(ctx context.Context, v Viewer) (*RedLinesView, error)
	AddRedLine(ctx context.Context, v Viewer, l RedLineView) error
	RemoveRedLine(ctx context.Context, v Viewer, name string) error
	LoadRedLines(ctx context.Context, v Viewer, file Upload) (added int, err error)
	// Playbook holds a negotiation to a playbook, which is read for this answer alone.
	Playbook(ctx context.Context, v Viewer, id string, file Upload) (*PlaybookView, error)
}

// DraftState is how an article stands.
type DraftState string

// States of an article.
const (
	DraftOpen      DraftState = "open"
	DraftProposed  DraftState = "proposed"
	DraftBracketed DraftState = "bracketed"
	DraftAgreed    DraftState = "agreed"
)

// FrameArticle stands for title, preamble, and which articles there are.
const FrameArticle agreement.Article = "frame"

// TalkRow is one negotiation in a list.
type TalkRow struct {
	ID        string
	Title     string // "" where the text does not compile
	Agreement agreement.ID
	Kind      string // "first", "amendment" or "accession"
	Accedes   PartyRef
	Parties   []PartyRef
	Opener    PartyRef
	Opened    time.Time
	Version   int
	Open      int // articles that are not agreed
	Of        int // articles, the frame among them; 0: not counted
	Signed    []PartyRef
	Concluded bool // signed by all, and on this node
	InForce   bool // every signature is in its agreement's case
	Waits     []DraftWait
}

// DraftWait is something that waits for the viewer's party.
type DraftWait struct {
	What    string // "agree", "bracket", "merge", "sign" or "mend"
	Count   int
	By      PartyRef          // of a bracket
	Article agreement.Article // of a bracket
}

// TalkList is the list of negotiations.
type TalkList struct {
	Rows []TalkRow
}

// TalkView is how one negotiation stands.
type TalkView struct {
	TalkRow
	Zone     *time.Location
	Own      PartyRef
	World    string
	Hash     string // of the current text
	Author   PartyRef
	Words    string // said with the current version
	Beside   int    // versions that stand beside it
	Articles []DraftRow
	Brackets []BracketView
	Comments []CommentView // on the whole
	Changes  []ChangeView  // against the text before it, or in force
	Against  string        // what Changes are against: a version's number, or "in-force"; "" where there is none
	RedLines []RedLineView
	Versions []DraftVersion
	History  []TalkAct
	Cases    []MovedCase
	Missing  []MissingView
	Forks    []MissingView
	Findings []FindingView
	Faults   []string // in English: what else keeps the text from being signed
	MaySign  bool
	SignHere bool // the party key lies in the node's folder, in an exercise
	Trials   []TrialRow
}

// MissingView is what has come to others and not here, or what was said twice under one number.
type MissingView struct {
	Party  PartyRef
	Number uint64
}

// MovedCase is an open case under the text that is amended.
type MovedCase struct {
	Case  CaseRef
	Moves bool
	Lacks []string
}

// DraftVersion is one text of a negotiation.
type DraftVersion struct {
	Number  int // 0: the text in force
	Name    string
	Author  PartyRef
	Sent    time.Time
	Words   string
	Current bool
}

// DraftRow is an article in the list.
type DraftRow struct {
	Number   agreement.Article
	Title    string
	State    DraftState
	By       []PartyRef // who put it forward, bracketed it, or took agreement back
	Missing  []PartyRef // who has not agreed
	Waits    bool       // for the viewer's party
	Changed  bool       // it differs from the text in force or, of a first agreement, from the version before
	Brackets int
	Comments int
}

// BracketView is other words for a passage.
type BracketView struct {
	ID       string
	By       PartyRef
	Own      bool
	Article  agreement.Article
	From, To string
	Words    string // why
}

// CommentView is what somebody said about the text.
type CommentView struct {
	By      PartyRef
	Person  string
	Article agreement.Article
	About   string
	Words   string
	Version int
	At      time.Time
}

// ChangeView is one change of rules in plain words.
type ChangeView struct {
	Article agreement.Article
	Text    string
}

// TalkAct is one thing that was said.
type TalkAct struct {
	By       PartyRef
	At       time.Time
	Kind     string
	Version  int
	Articles []agreement.Article
	From, To string
	Whose    PartyRef
	Words    string // why
}

// FindingView is one thing that is wrong with a text.
type FindingView struct {
	Error   bool
	Article agreement.Article
	Line    int // of the text, or of the article where one is edited; 0: none
	Source  string
	Message string // in English
	Mend    string // in English
}

// Span is a piece of text in a comparison.
type Span struct {
	Op   string // "same", "gone" or "new"
	Text string
}

// DraftArticleView is one article of the current version.
type DraftArticleView struct {
	Talk     TalkRow
	Zone     *time.Location
	Own      PartyRef
	Row      DraftRow
	Prose    []string
	Rules    []Rule
	More     []Rule // the others: folded
	Plain    bool   // Rules are the source itself: the text does not compile
	Source   string // its Markdown; "" of the frame
	Against  string // what it is compared with; "" where there is nothing
	Before   []Span // its prose against that
	Changes  []ChangeView
	Brackets []BracketView
	Comments []CommentView
	Hash     string // of the current text
	Agreed   bool   // by the viewer's party
	Previous agreement.Article
	Next     agreement.Article
}

// ComparedArticle is an article that two texts have differently.
type ComparedArticle struct {
	Number  agreement.Article
	Title   string
	Prose   []Span // nil where its prose is the same
	Rules   []ChangeView
	Source  []Span // its rules as they are written, where no model says them in words
	Gone    bool
	New     bool
	Example bool // only examples differ
}

// CompareView is two versions held against each other.
type CompareView struct {
	Talk     TalkRow
	Zone     *time.Location
	From, To DraftVersion
	Versions []DraftVersion
	Articles []ComparedArticle
	Whole    []ChangeView // of no article
	Play     PlayView
}

// PlayView is what the drills of a text show of a change.
type PlayView struct {
	Can     bool
	Why     string // why not: "no-drill" or "no-model"
	Ran     bool
	Running bool
	Done    int
	Total   int
	Drills  []PlayedDrill
	Failed  error
}

// PlayedDrill is one drill under both texts.
type PlayedDrill struct {
	Title   string
	From    time.Time
	Until   time.Time
	Clocks  []PlayedClock
	Waits   []PlayedWait
	Figures []PlayedFigure
}

// PlayedClock is a time that would be missed more or less often.
type PlayedClock struct {
	Case, Title      string
	WasLate, WasOf   int
	NowLate, NowOf   int
	WasOpen, NowOpen int // still running at the end
}

// PlayedWait is how long somebody waits for others.
type PlayedWait struct {
	Case            string
	Role            RoleRef
	Cases           int
	Longer, Shorter int
	Most, Least     time.Duration
}

// PlayedFigure is a measure that comes out differently.
type PlayedFigure struct {
	Title, Unit, Was, Now string
	Target                string
	Met                   *bool
}

// TrialView is a change that nobody has said yet.
type TrialView struct {
	Compare  CompareView
	ID       string
	Article  agreement.Article // "": the whole text
	Title    string
	Source   string // of the article, as it was tried
	Stale    bool   // the draft has a newer version
	Sound    bool   // it compiles
	Nothing  bool   // it changes nothing
	Bracket  bool   // it is one passage of one article, and may be said as a bracket
	From, To string // of that bracket
	Findings []FindingView
	RedLines []RedLineView
	Made     time.Time
}

// TrialRow is a trial in a list.
type TrialRow struct {
	ID      string
	Article agreement.Article
	Made    time.Time
	Stale   bool
}

// DraftChange is what is tried.
type DraftChange struct {
	Article agreement.Article // "": Text is the whole
	Text    string
}

// DraftMove is what a delegate says in one word: agree, reopen, bracket, accept, drop, comment, sign.
type DraftMove struct {
	Kind      string
	On        string // the hash of the text that the page showed
	Articles  []agreement.Article
	Article   agreement.Article
	From, To  string
	Bracket   string
	Words     string
	Statement string
}

// DraftTextView is a text as a whole.
type DraftTextView struct {
	Talk     TalkRow
	Zone     *time.Location
	Version  DraftVersion
	Language string // of the text; "" where it does not compile
	Articles []ArticleText
	File     File
	Hash     string
}

// ArticleText is one article, or ("") what stands before the first.
type ArticleText struct {
	Number agreement.Article
	Title  string
	Prose  []string
	Rules  []Rule
	More   []Rule
	Plain  bool
}

// RedLineView is what the party will not accept.
type RedLineView struct {
	Name, Condition, Words string
	Outcome                string // "holds", "crossed", "unclear"; "" where it was held to no draft
	Why                    string
}

// RedLinesView is all of them, and how each draft stands to them.
type RedLinesView struct {
	Own   PartyRef
	Lines []RedLineView
	Talks []TalkRow
	Held  map[string][]RedLineView // by negotiation
}

// PlaybookView is how a negotiation stands to a playbook.
type PlaybookView struct {
	Talk       TalkRow
	Name       string
	Milestones []MilestoneView
}

// MilestoneView is one aim.
type MilestoneView struct {
	Name, Words string
	By          time.Time // zero: at any time
	Met, Late   bool
	Left        int    // days
	Why         string // in English
	Fallback    *BracketView
	Offer       string // name of the fall-back
}

// BeginView is what a negotiation can begin from.
type BeginView struct {
	Own        PartyRef
	Contacts   []ContactView
	Models     []ModelRow
	Agreements []AgreementRow // in force
}

// ContactView is a party whose card is here.
type ContactView struct {
	Party   PartyRef
	Address string
	Key     string
}

// ModelRow is a model agreement.
type ModelRow struct{ ID, Title string }

// Beginning is how a negotiation begins.
type Beginning struct {
	From    string // "file", "model", "amend" or "join"
	File    *Upload
	Model   string
	Amends  agreement.ID
	Accedes agreement.PartyID
	With    []agreement.PartyID
	Words   string
}
