package web

import (
	"fmt"
	"math"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/indicator"
	"github.com/entente-net/entente/internal/web/chart"
)

// How figures are said and drawn. A title is the sentence that a person would say about the drawing below it.

func figuresPath(p *page, id agreement.ID) string {
	if p.public {
		return publicPath(id) + "/figures"
	}
	return "/figures/" + url.PathEscape(string(id))
}

func releasePath(id agreement.ID, number int) string {
	return publicPath(id) + "/figures/" + strconv.Itoa(number)
}

// month gives "March 2026", and "Mar" below an axis.
func (p *page) month(m indicator.Month) string {
	t := m.Begins(time.UTC)
	return p.T("figures.month", "month", p.T(fmt.Sprintf("month.%d", t.Month())), "year", fmt.Sprint(t.Year()))
}

func (p *page) monthShort(m indicator.Month, first bool) string {
	t := m.Begins(time.UTC)
	s := p.T(fmt.Sprintf("month.short.%d", t.Month()))
	if first || t.Month() == time.January {
		s += " " + fmt.Sprint(t.Year())
	}
	return s
}

func (p *page) period(from, to indicator.Month) string {
	if from == to {
		return p.month(from)
	}
	return p.T("figures.period", "from", p.month(from), "to", p.month(to))
}

// percent says a share: in whole per cent, with one digit more where that would make nearly all into all or hardly any into
// none.
func (p *page) percent(x float64) string {
	v := 100 * x
	switch {
	case v > 0 && v < 1, v > 99 && v < 100:
		return p.Percent(min(99.9, max(.1, v)), 1)
	default:
		return p.Percent(v, 0)
	}
}

func (p *page) between(low, high float64) string {
	a, b := p.percent(low), p.percent(high)
	if a == b {
		return a
	}
	return p.T("figures.between", "low", a, "high", b)
}

func (p *page) minutes(n int) string {
	if n == 0 {
		return "–"
	}
	return p.span(time.Duration(n) * time.Minute)
}

// figuresTitle is what a person would say of the whole page.
func (p *page) figuresTitle(v *FiguresView) string {
	ended, kept, few := 0, 0, false
	for _, c := range v.Clocks {
		ended, kept, few = ended+c.All.Ended, kept+c.All.InTime, few || c.Rest || c.Running != 0
	}
	switch {
	case ended == 0 && few:
		return p.T("figures.title.few")
	case ended == 0:
		return p.T("figures.title.none")
	case kept == ended:
		return p.N("figures.title.all", ended)
	default:
		return p.N("figures.title", ended, "share", p.percent(float64(kept)/float64(ended)))
	}
}

// clockTitle is the sentence about one clock: how it was kept, and whether that has changed for certain.
func (p *page) clockTitle(c ClockFigure) string {
	all := c.All
	switch {
	case all.Ended == 0 && (c.Rest || c.Running < 0):
		return p.T("figures.clock.few", "clock", c.Title)
	case all.Ended == 0:
		return p.N("figures.clock.running", c.Running, "clock", c.Title)
	case all.InTime == all.Ended:
		return p.N("figures.clock.all", all.Ended, "clock", c.Title)
	case all.InTime == 0:
		return p.N("figures.clock.none", all.Ended, "clock", c.Title)
	}
	s := p.N("figures.clock.share", all.Ended, "clock", c.Title, "share", p.percent(all.Share().Value()))
	return p.trend(s, c.Periods)
}

// trend compares the first and the last period: a change is said where their intervals do not meet.
func (p *page) trend(title string, list []indicator.ClockPeriod) string {
	list = slices.DeleteFunc(slices.Clone(list), func(x indicator.ClockPeriod) bool { return x.Ended == 0 })
	if len(list) < 2 {
		return title
	}
	switch first, last := list[0], list[len(list)-1]; {
	case last.Low > first.High:
		return p.T("figures.trend.up", "title", title)
	case last.High < first.Low:
		return p.T("figures.trend.down", "title", title)
	default:
		return title
	}
}

func (p *page) casesTitle(c CaseFigure) string {
	if c.Opened.Total == 0 && c.Opened.Rest {
		return p.T("figures.cases.few", "procedure", c.Title)
	}
	return p.N("figures.cases.title", c.Opened.Total, "procedure", c.Title)
}

// clockChart draws the share in time by period, with its interval.
func (p *page) clockChart(c ClockFigure) []chart.Mark {
	s := chart.Spec{Ceiling: 1, Mirror: p.Dir == "rtl", Format: p.percent}
	for i, x := range c.Periods {
		pt := chart.Point{Label: p.monthShort(x.To, i == 0), Missing: x.Ended == 0, Value: x.Share().Value(), Low: x.Low, High: x.High}
		s.Points = append(s.Points, pt)
		if x.Ended > 0 {
			s.Last = p.percent(pt.Value)
		}
	}
	return chart.Draw(s)
}

// clockDescription says the drawing to those who do not see it.
func (p *page) clockDescription(c ClockFigure) string {
	n := len(c.Periods)
	if n == 0 {
		return ""
	}
	return p.T("figures.chart.desc", "first", p.period(c.Periods[0].From, c.Periods[0].To), "from", p.shareWord(c.Periods[0]),
		"last", p.period(c.Periods[n-1].From, c.Periods[n-1].To), "to", p.shareWord(c.Periods[n-1]))
}

func (p *page) shareWord(x indicator.ClockPeriod) string {
	if x.Ended == 0 {
		return p.T("figures.nothing")
	}
	return p.T("figures.share.of", "share", p.percent(x.Share().Value()), "of", x.Ended)
}

// casesChart draws how many were opened by period.
func (p *page) casesChart(c CaseFigure) []chart.Mark {
	s := chart.Spec{Bars: true, Whole: true, Mirror: p.Dir == "rtl", Format: func(x float64) string { return p.Num(uint64(math.Round(x))) }}
	for i, x := range sinceFirst(c.Opened.Pools) {
		s.Points = append(s.Points, chart.Point{Label: p.monthShort(x.To, i == 0), Value: float64(x.N), Low: float64(x.N), High: float64(x.N)})
	}
	return chart.Draw(s)
}

// sinceFirst leaves out the months before the first that has anything.
func sinceFirst(pools []indicator.Pool) []indicator.Pool {
	i := slices.IndexFunc(pools, func(x indicator.Pool) bool { return x.N > 0 })
	if i < 0 {
		return nil
	}
	return pools[i:]
}

// toldClocks are those that have a drawing of their own: some of their runs have ended. The others stand in the table.
func toldClocks(list []ClockFigure) []ClockFigure {
	return slices.DeleteFunc(slices.Clone(list), func(c ClockFigure) bool { return c.All.Ended == 0 })
}

// untoldClocks are the others: nothing of them has ended, or too few to be told.
func untoldClocks(list []ClockFigure) []ClockFigure {
	return slices.DeleteFunc(slices.Clone(list), func(c ClockFigure) bool { return c.All.Ended > 0 })
}

// drawable says whether an indicator has a value to draw.
func drawable(x IndicatorFigure) bool {
	return slices.ContainsFunc(x.History, func(c IndicatorCell) bool { return c.Known && !c.Hidden })
}

func toldCases(list []CaseFigure) []CaseFigure {
	return slices.DeleteFunc(slices.Clone(list), func(c CaseFigure) bool { return c.Opened.Total == 0 })
}

// runningWord says how many run, as far as it may be said.
func (p *page) runningWord(n, least int) string {
	if n < 0 {
		return p.T("figures.fewer", "least", least)
	}
	return p.Num(uint64(n))
}

// clockKey names a clock's place on the page.
func clockKey(c ClockFigure) string { return "k-" + string(c.Procedure) + "-" + string(c.Clock) }

// value says what an indicator came to.
func (p *page) figure(x IndicatorFigure, c IndicatorCell) string {
	switch {
	case c.Hidden:
		return p.T("figures.hidden", "least", x.Minimum)
	case !c.Known:
		return p.T("figures.nothing")
	}
	return p.measured(x, c.Value, c.Unit)
}

func (p *page) measured(x IndicatorFigure, v float64, unit string) string {
	switch x.Measure {
	case "share":
		return p.percent(v)
	case "duration":
		return p.span(time.Duration(v * 24 * float64(time.Hour)).Round(time.Minute))
	case "disparity":
		return p.T("figures.times", "n", p.decimal(v))
	case "sum":
		return strings.TrimSpace(p.decimal(v) + " " + unit)
	default:
		return p.decimal(v)
	}
}

func (p *page) decimal(v float64) string {
	switch {
	case v == math.Trunc(v):
		return p.Decimal(v, 0)
	case math.Abs(v) < 10:
		return p.Decimal(v, 2)
	default:
		return p.Decimal(v, 1)
	}
}

// ranged says the interval; "" where there is none.
func (p *page) ranged(x IndicatorFigure, c IndicatorCell) string {
	if !c.Ranged || c.Hidden || !c.Known {
		return ""
	}
	return p.T("figures.between", "low", p.measured(x, c.Low, ""), "high", p.measured(x, c.High, ""))
}

// goal says a target: "at least 95 %".
func (p *page) goal(x IndicatorFigure) string {
	goal, ok := indicator.Goal(x.Target)
	if !ok {
		return ""
	}
	comparison, _, _ := strings.Cut(x.Target, " ")
	key := map[string]string{">=": "figures.goal.least", "<=": "figures.goal.most", ">": "figures.goal.over", "<": "figures.goal.under"}[comparison]
	return p.T(key, "n", p.measured(x, goal, x.Unit))
}

// indicatorTitle is the sentence about an indicator.
func (p *page) indicatorTitle(x IndicatorFigure) string {
	c := x.Cells[0]
	key := map[indicator.Verdict]string{
		indicator.NoGoals: "figures.indicator.title", indicator.On: "figures.indicator.on", indicator.Short: "figures.indicator.short", indicator.Unsaid: "figures.indicator.open",
	}[c.Verdict(x.Target)]
	return p.T(key, "title", x.Title, "value", p.figure(x, c))
}

// indicatorChart draws what an indicator came to, release by release.
func (p *page) indicatorChart(x IndicatorFigure) []chart.Mark {
	s := chart.Spec{Mirror: p.Dir == "rtl", Format: func(v float64) string { return p.measured(x, v, "") }}
	scale := 1.0
	switch x.Measure {
	case "share":
		s.Ceiling = 1
	case "duration":
		scale, _ = unitOf(x)
		s.Zero, s.Format = true, p.decimal
	case "count", "sum", "disparity":
		s.Zero, s.Whole, s.Format = true, x.Measure == "count", p.decimal
	}
	s.Target, s.Targeted = indicator.Goal(x.Target)
	if s.Targeted {
		s.Goal = p.T("figures.target", "target", p.measured(x, s.Target, ""))
	}
	s.Target *= scale
	for i, c := range x.History {
		pt := chart.Point{Label: p.monthShort(indicator.MonthOf(c.Until, p.zone), i == 0), Value: scale * c.Value, Low: scale * c.Value, High: scale * c.Value, Missing: !c.Known || c.Hidden}
		if c.Ranged {
			pt.Low, pt.High = scale*c.Low, scale*c.High
		}
		s.Points = append(s.Points, pt)
		if !pt.Missing {
			s.Last = p.measured(x, c.Value, "")
		}
	}
	return chart.Draw(s)
}

func (p *page) group(c IndicatorCell) string {
	switch c.Group {
	case "":
		return p.T("figures.group.none")
	case "yes", "no":
		return p.T("figures.group." + c.Group)
	default:
		return c.Group
	}
}

// unitOf gives the unit in which a duration, stated in days, is drawn: that in which its numbers are small.
func unitOf(x IndicatorFigure) (scale float64, name string) {
	most, _ := indicator.Goal(x.Target)
	for _, c := range x.History {
		most = max(most, c.Value)
	}
	switch {
	case most < 2.0/24:
		return 24 * 60, "minutes"
	case most < 3:
		return 24, "hours"
	default:
		return 1, "days"
	}
}

func (p *page) durationUnit(x IndicatorFigure) string {
	_, name := unitOf(x)
	return upperFirst(p.T("figures.unit." + name))
}
