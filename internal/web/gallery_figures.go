package web

import (
	"time"

	"github.com/a-h/templ"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/indicator"
	"github.com/entente-net/entente/internal/web/chart"
)

// figureStates are the figures, the briefing and the versions in the gallery.
func figureStates() []galleryState {
	state := func(name string, open bool, draw func(p *page) templ.Component) galleryState {
		return galleryState{name: name, draw: draw, open: open}
	}
	page1 := func(v *FiguresView) func(p *page) templ.Component {
		return func(p *page) templ.Component { return figuresPage(p, v) }
	}
	few := specimenFigures()
	few.Clocks, few.Cases, few.Indicators = []ClockFigure{specimenClock(nil, 3, true)}, nil, nil
	release := specimenFigures()
	release.Release = &release.Releases[0]
	corrected := specimenFigures()
	corrected.Release, corrected.Indicators = &corrected.Releases[1], corrected.Indicators[:2]
	none := specimenFigures()
	none.Clocks, none.Cases, none.Indicators, none.Releases = nil, nil, nil, nil
	whole := specimenFigures()
	whole.Whole, whole.Behind = true, 3
	return []galleryState{
		state("figures", false, page1(whole)),
		state("figures-index", false, func(p *page) templ.Component {
			return figuresIndex(p, []AgreementRow{specimenAgreement().AgreementRow, specimenProposed().AgreementRow})
		}),
		state("figures-index-empty", false, func(p *page) templ.Component { return figuresIndex(p, nil) }),
		state("public-figures", true, page1(specimenFigures())),
		state("public-figures-empty", true, page1(none)),
		state("public-figures-few", true, page1(few)),
		state("public-figures-release", true, page1(release)),
		state("public-figures-corrected", true, page1(corrected)),
		state("public-briefing", true, func(p *page) templ.Component { return briefingPage(p, release) }),
		state("public-briefing-empty", true, func(p *page) templ.Component { return briefingPage(p, none) }),
		state("public-dictionary", true, func(p *page) templ.Component { return dictionaryPage(p, specimenFigures()) }),
		state("public-living", true, func(p *page) templ.Component { return agreementPage(p, specimenLiving()) }),
		state("living", false, func(p *page) templ.Component { return agreementPage(p, specimenLiving()) }),
		state("public-rules", true, func(p *page) templ.Component {
			v := specimenLiving()
			v.Articles[3].More = []Rule{{Text: "What is given is kept for two years."}, {Text: "The other side is told within a day."}}
			return rulesPage(p, v, v.Articles[3])
		}),
		state("public-changes", true, func(p *page) templ.Component { return changesPage(p, specimenLiving()) }),
		state("case-places", false, func(p *page) templ.Component { return drawCase(p, specimenPlaces()) }),
		state("changes-one", false, func(p *page) templ.Component { return changesPage(p, specimenAgreement()) }),
	}
}

func specimenClock(ended [][2]int, running int, rest bool) ClockFigure {
	c := ClockFigure{Title: "To decide", Of: "Request for assistance in a criminal matter", Within: "8 days", Reference: article7}
	c.Procedure, c.Clock, c.Article, c.Least, c.Running, c.Rest = "assistance", "decision", "7", 5, running, rest
	month, all := indicator.Month("2026-03"), [2]int{}
	for _, x := range ended {
		s := indicator.ShareOf(x[0], x[1])
		period := indicator.ClockPeriod{From: month, To: month, InTime: x[0], Ended: x[1], Low: s.Low, High: s.Top}
		if x[1] > 0 {
			period.Median = 60 * 24 * 4
		}
		c.Periods = append(c.Periods, period)
		all[0], all[1] = all[0]+x[0], all[1]+x[1]
		month = month.Next()
	}
	if all[1] > 0 {
		s := indicator.ShareOf(all[0], all[1])
		c.All = indicator.ClockPeriod{From: "2026-03", To: "2026-10", InTime: all[0], Ended: all[1], Low: s.Low, High: s.Top, Median: 60 * 24 * 4, P90: 60*24*7 + 180}
	}
	return c
}

func specimenFigures() *FiguresView {
	made := func(month time.Month) time.Time { return time.Date(2026, month, 1, 6, 0, 0, 0, specimenZone) }
	v := &FiguresView{
		Agreement: ArticleRef{Agreement: "northgate", Title: "Northgate Corridor Partnership"}, World: "exercise", Zone: specimenZone, By: secretariat,
		At: specimenNow, Least: 5, Stated: true, From: "2026-03", Until: "2026-10",
		Clocks: []ClockFigure{
			specimenClock([][2]int{{18, 30}, {24, 34}, {33, 37}, {35, 39}, {41, 42}, {0, 0}, {43, 45}, {40, 40}}, 12, false),
			specimenClock(nil, -1, true),
			specimenClock([][2]int{{9, 9}}, 0, true),
		},
		Cases: []CaseFigure{{
			Procedure: "assistance", Title: "Request for assistance in a criminal matter", Reference: article7, Least: 5,
			Opened: indicator.Outcome{Total: 141, Rest: true, Pools: []indicator.Pool{{From: "2026-03", To: "2026-03", N: 30}, {From: "2026-04", To: "2026-05", N: 7}, {From: "2026-06", To: "2026-06", N: 39}, {From: "2026-07", To: "2026-07", N: 0}, {From: "2026-08", To: "2026-08", N: 65}}},
			Outcomes: []OutcomeFigure{
				{Title: "Carried out", Outcome: indicator.Outcome{State: "done", Total: 88}},
				{Title: "Refused", Outcome: indicator.Outcome{State: "refused", Total: 21, Rest: true}},
				{Title: "Withdrawn", Outcome: indicator.Outcome{State: "withdrawn", Rest: true}},
			},
		}},
		Releases: []ReleaseRow{
			{Number: 3, Made: made(11), From: "2026-03", Until: "2026-10", Version: "1.0", Digest: "sha256:ls5zXmuUJcHTxeb2xKvLHmYFJW1r6Kzj0TDeVd0hS3o", Corrects: 2, Note: "June counted 214 crossings twice."},
			{Number: 2, Made: made(10), From: "2026-03", Until: "2026-09", Version: "1.0", Digest: "sha256:Xq1lD0G2uYp5sJw4nB7vKcR9tZmHfEa3oViLgMd8PyA", By: 3},
			{Number: 1, Made: made(9), From: "2026-03", Until: "2026-08", Version: "1.0", Digest: "sha256:b41c7Kz0uF4xqkq0v3p2bZ8aLwq0v3p2bZ8aLwb41c7"},
		},
	}
	v.Clocks[1].Clock, v.Clocks[1].Title, v.Clocks[1].Within = "review", "To review the measure", "48 hours"
	v.Clocks[2].Clock, v.Clocks[2].Title, v.Clocks[2].Within = "acknowledge", "To say that it was received", "1 day"
	v.Indicators = specimenIndicators(made)
	return v
}

func specimenIndicators(made func(time.Month) time.Time) []IndicatorFigure {
	cell := func(month time.Month, n, of int) IndicatorCell {
		s := indicator.ShareOf(n, of)
		return IndicatorCell{Until: made(month).Add(-time.Microsecond), N: n, Of: of, Value: s.Value(), Known: true, Low: s.Low, High: s.Top, Ranged: true}
	}
	group := func(c IndicatorCell, field, name string) IndicatorCell {
		c.Field, c.Group = field, name
		return c
	}
	share := func(id, title, target string, cells ...IndicatorCell) IndicatorFigure {
		last := cells[len(cells)-1]
		return IndicatorFigure{ID: agreement.IndicatorID(id), Title: title, Reference: article7, Measure: "share", Target: target, Minimum: 5, Cells: []IndicatorCell{last}, History: cells}
	}
	delivered := share("delivered", "Requests that were carried out", ">= 0.9", cell(9, 100, 130), cell(10, 150, 162), cell(11, 181, 196))
	delivered.Cells = append(delivered.Cells, group(cell(11, 90, 92), "urgency", "ordinary"), group(IndicatorCell{Hidden: true}, "urgency", "urgent"), group(cell(11, 3, 12), "urgency", ""))
	refused := share("refused", "Requests that were refused", "<= 0.1", cell(11, 60, 196))
	onTarget := share("reviewed", "Urgent measures that were reviewed", ">= 0.5", cell(11, 80, 81))
	took := IndicatorFigure{
		ID: "time", Title: "Time in which nine answers in ten come", Reference: article7, Measure: "duration", Target: "<= 8", Noise: true,
		Cells: []IndicatorCell{{Until: made(11), N: 40, Of: 44, Value: 7.25, Known: true, Unit: "days"}},
	}
	took.History = took.Cells
	return []IndicatorFigure{delivered, refused, onTarget, took}
}

// specimenLiving is an agreement with an article that is suspended, one that rests and one in dispute, and of two versions.
func specimenLiving() *AgreementView {
	v := specimenAgreement()
	v.Version, v.Changes = "1.1", 2
	v.Versions = []VersionRow{
		{Version: "1.0", Text: "sha256:ls5zXmuUJcHTxeb2xKvLHmYFJW1r6Kzj0TDeVd0hS3o", Signed: true},
		{Version: "1.1", Text: "sha256:Xq1lD0G2uYp5sJw4nB7vKcR9tZmHfEa3oViLgMd8PyA", Signed: true, Current: true, Was: "1.0", Changes: []Change{
			{Article: "7", Text: "The time limit “to decide” is 8 days; it was 10 days."}, {Article: "4", Text: "The article now ends on 2 January 2027."},
		}},
	}
	v.Articles[1].Standing, v.Articles[1].Since, v.Articles[1].By = StandingSuspended, before(4*day), caseB
	v.Articles[0].Standing, v.Articles[0].Disputed = StandingRests, true
	last := &v.Articles[len(v.Articles)-1]
	last.Kept = []Kept{
		{Count: 387, Of: 412, Says: "answers within 8 days.", Low: .91, High: .96, Target: "95 %", Goal: .95, Verdict: "open", Running: 12, Key: "k-assistance-decision"},
		{Says: "reviews within 48 hours.", Few: true, Least: 5, Running: -1},
		{Count: 9, Of: 9, Says: "receipts within 1 day.", Low: .7, High: 1},
	}
	last.Figures = specimenFigures().Indicators[:1]
	return v
}

// specimenPlaces is a case with a point, a line and an area.
func specimenPlaces() *CaseView {
	v := specimenCase()
	field := func(id agreement.FieldID, t agreement.Type, label string) *agreement.Field {
		return &agreement.Field{ID: id, Type: t, Class: agreement.ClassOfficial, Label: map[string]string{"en": label}}
	}
	point := func(east, north float64) any { return []any{east, north} }
	open := Sight{Sees: SeesIt}
	v.Values = []Value{
		{Field: field("seen_at", agreement.TypePoint, "Where it was seen"), Value: point(-22.41, -31.2), Sight: open},
		{Field: field("route", agreement.TypeLine, "Route"), Value: []any{point(-22.6, -31.05), point(-22.45, -31.1), point(-22.2, -31.3)}, Sight: open},
		{Field: field("area", agreement.TypeArea, "Area to be left alone"), Value: []any{[]any{point(-22.3, -31.3), point(-22.15, -31.3), point(-22.15, -31.42), point(-22.3, -31.42), point(-22.3, -31.3)}}, Sight: open},
	}
	v.Ground = []chart.Feature{
		{Class: "land", Closed: true, Line: []chart.Coordinate{{East: -22.9, North: -31}, {East: -22, North: -30.95}, {East: -21.9, North: -31.5}, {East: -22.8, North: -31.45}}},
		{Class: "river", Line: []chart.Coordinate{{East: -22.5, North: -30.9}, {East: -22.4, North: -31.5}}},
		{Class: "town", Name: "Quell", Line: []chart.Coordinate{{East: -22.3, North: -31.15}}},
	}
	return v
}
