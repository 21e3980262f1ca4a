package web

import (
	"context"
	"time"

	"github.com/entente-net/entente/agreement"
)

// Programmes are what agreements have planned.
type Programmes interface {
	// Programme gives that of one agreement, "" for the first of the viewer's, with the calendar from a month on; zero: from
	// some months before now. Without an agreement the view has no ID.
	Programme(ctx context.Context, v Viewer, id agreement.ID, from time.Time) (*ProgrammeView, error)
}

// ProgrammeView is an agreement's calendar, phases, ends and money.
type ProgrammeView struct {
	ID      agreement.ID
	Title   string
	All     []AgreementRef // those under which the viewer holds a role
	Zone    *time.Location
	Own     PartyRef
	Months  []ProgrammeMonth
	Earlier string // "2026-09": the page before; ""
	Later   string
	From    time.Time
	Until   time.Time
	Missed  int // of the viewer's party, in these months
	Due     int
	Phases  []PhaseView
	Ends    []EndView
	Funds   []FundView
}

// AgreementRef names an agreement.
type AgreementRef struct {
	ID    agreement.ID
	Title string
}

// ProgrammeMonth is one month of the calendar.
type ProgrammeMonth struct {
	Month time.Time // its first instant
	Rows  []ProgrammeRow
}

// ProgrammeRow is what is due of one kind in a month.
type ProgrammeRow struct {
	Kind    string // "turn", "phase", "review", "sunset" or "end"
	Title   string
	Article ArticleRef
	Says    string     // the rule in words, with what silence means
	At      time.Time  // of all kinds but turn
	Past    bool       // of all kinds but turn
	Turns   []TurnView // of turn
}

// TurnView is one turn of a schedule.
type TurnView struct {
	Day     time.Time
	Due     time.Time // the last instant in time
	Parties []TurnParty
}

// TurnParty is how one party stands to a turn.
type TurnParty struct {
	Party PartyRef
	Own   bool
	State string  // "met", "late", "missed", "due", "coming" or "unseen"
	Case  CaseRef // ID "" where the viewer may not see it, or there is none
	At    time.Time
}

// PhaseView is one phase.
type PhaseView struct {
	Title   string
	Article ArticleRef
	Says    string
	Present bool
	Began   time.Time
	Unmet   bool      // its day is over, and its condition did not hold on it
	Ends    time.Time // first instant after its last day
	Review  time.Time
}

// EndView is something that ends by its date.
type EndView struct {
	Article ArticleRef // Number "": the agreement as a whole
	Title   string
	Ends    time.Time // first instant after its last day
	Renewal string    // in words
}

// FundView is the statement of one fund. Amounts are decimals in Currency; "" where there is nothing to say.
type FundView struct {
	Title    string
	Article  ArticleRef
	Currency string
	Whole    bool // every amount can be read here
	Entries  int
	Total    SumsView
	Windows  []WindowView
	Donors   []DonorView
}

// SumsView are the sums of entries.
type SumsView struct{ Pledged, Paid, Released, Spent, Returned, Left string }

// WindowView is what is set apart for one purpose; Title "" for what is for none.
type WindowView struct {
	Title     string
	Ceiling   string
	Milestone string // title of the procedure that must come first; ""
	Reached   bool
	SumsView
}

// DonorView is what one donor pledged, paid and got back.
type DonorView struct {
	Party PartyRef
	SumsView
}
