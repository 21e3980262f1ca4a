package web

import (
	"context"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/indicator"
)

// Figures are what is counted of agreements, and what was published. The zero viewer sees what anybody may.
type Figures interface {
	Figures(ctx context.Context, v Viewer, id agreement.ID) (*FiguresView, error)
	// Release gives the figures as they were published, or fault.NotFound.
	Release(ctx context.Context, id agreement.ID, number int) (*FiguresView, error)
	// ReleaseFile gives the bytes of a release: "json", "csv".
	ReleaseFile(ctx context.Context, id agreement.ID, number int, form string) (*File, error)
}

// FiguresView is how an agreement is kept, in numbers.
type FiguresView struct {
	Agreement  ArticleRef // Agreement and Title only
	World      string
	Zone       *time.Location
	By         PartyRef  // whose node counted
	At         time.Time // as of
	Behind     int       // cases that moved and are not counted anew yet
	Whole      bool      // some of it is shown whole, since the viewer has part in it
	Least      int       // of how few cases nothing is told to the public
	Stated     bool      // of some procedures the agreement states more
	From       indicator.Month
	Until      indicator.Month
	Clocks     []ClockFigure
	Cases      []CaseFigure
	Indicators []IndicatorFigure
	Releases   []ReleaseRow // the newest first
	Release    *ReleaseRow  // the page is of this release; nil: of today
}

// ClockFigure is how one clock was kept.
type ClockFigure struct {
	indicator.ClockSeries
	Title     string
	Of        string // the procedure
	Within    string // the time limit in words
	Before    bool   // it counts back from a date
	Reference ArticleRef
}

// CaseFigure is how many cases of a procedure there were, and what became of them.
type CaseFigure struct {
	Procedure agreement.ProcedureID
	Title     string
	Reference ArticleRef
	Least     int
	Opened    indicator.Outcome
	Outcomes  []OutcomeFigure
}

// OutcomeFigure is one outcome.
type OutcomeFigure struct {
	Title string
	indicator.Outcome
}

// IndicatorFigure is what an agreement's own indicator came to, as it was published.
type IndicatorFigure struct {
	ID        agreement.IndicatorID
	Title     string
	Reference ArticleRef
	Measure   string // count, share, duration, sum, disparity
	Unit      string // of a sum
	Target    string // as the agreement states it: ">= 0.95"
	Minimum   int    // below which a figure is hidden
	Noise     bool   // published under a privacy budget
	Cells     []IndicatorCell
	History   []IndicatorCell // all together, in earlier releases and this one
}

// IndicatorCell is one figure of an indicator.
type IndicatorCell struct {
	Field     string // the dimension, in words; "" all together
	Group     string
	Until     time.Time
	N, Of     int
	Value     float64
	Low, High float64
	Known     bool // there is a value
	Ranged    bool // there is an interval
	Hidden    bool // by disclosure control
	Unit      string
}

// Verdict says what can be said of a cell against the target.
func (c IndicatorCell) Verdict(target string) indicator.Verdict {
	switch {
	case !c.Known || c.Hidden:
		return indicator.NoGoals
	case c.Ranged:
		return indicator.Judge(target, c.Low, c.High)
	default:
		return indicator.Judge(target, c.Value, c.Value)
	}
}

// ReleaseRow is one release in the list.
type ReleaseRow struct {
	Number   int
	Made     time.Time
	From     indicator.Month
	Until    indicator.Month
	Version  string // of the agreement
	Digest   string
	Corrects int
	Note     string
	Indexed  bool   // it stands in the log
	Index    uint64 // where
	By       int    // the number of the release that corrects this one; 0: none
}
