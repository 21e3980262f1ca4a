package desk

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/indicator"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/web"
)

// Figures gives the figures of now: to whoever has a part in a procedure whole, to all others as anybody may see them.
func (d *desk) Figures(ctx context.Context, v web.Viewer, id agreement.ID) (*web.FiguresView, error) {
	f, err := d.n.Figures(ctx, id)
	if err != nil {
		return nil, err
	}
	m := d.in(speak(ctx), f.Model)
	month := indicator.MonthOf(f.At, m.Location())
	releases, err := d.n.Releases(ctx, id)
	if err != nil {
		return nil, err
	}
	var tables *indicator.Tables
	if v.ID == "" {
		tables = f.Public(month)
		// What becomes of a case is told of whole months alone, so that whoever looks every day learns nothing of one.
		tables.Cases = f.Public(before(month)).Cases
	} else {
		who, err := d.who(ctx, v)
		if err != nil {
			return nil, err
		}
		tables = d.n.Seen(who, f, month)
	}
	out := d.figures(speak(ctx), m, tables)
	out.At, out.Behind = f.At, f.Behind
	out.Whole = slices.ContainsFunc(tables.Cases, func(c indicator.CaseSeries) bool { return c.Least == 1 })
	d.released(ctx, out, m, releases, len(releases))
	return out, nil
}

func before(m indicator.Month) indicator.Month {
	t := m.Begins(time.UTC)
	return indicator.Month(t.AddDate(0, -1, 0).Format("2006-01"))
}

// figures puts tables into words.
func (d *desk) figures(t tongue, m *agreement.Model, tables *indicator.Tables) *web.FiguresView {
	out := &web.FiguresView{
		Agreement: web.ArticleRef{Agreement: m.ID, Title: m.Title}, World: m.World, Zone: m.Location(), By: partyRef(m, d.n.Party()),
		From: tables.From, Until: tables.Until, Least: indicator.LeastCell,
	}
	for _, c := range tables.Clocks {
		p := m.Procedure(c.Procedure)
		if p == nil || p.Clock(c.Clock) == nil {
			continue // of an earlier version
		}
		cl := p.Clock(c.Clock)
		within := cl.Length().InWords(t.code)
		out.Clocks = append(out.Clocks, web.ClockFigure{ClockSeries: c, Title: clockTitle(cl), Of: titled(p.Title, p.ID), Within: within, Before: !cl.Before.IsZero(), Reference: article(m, c.Article)})
	}
	for _, c := range tables.Cases {
		p := m.Procedure(c.Procedure)
		if p == nil {
			continue
		}
		least, stated := indicator.Minimum(m, p.ID)
		if stated && least > indicator.LeastCell {
			out.Stated = true
		}
		x := web.CaseFigure{Procedure: p.ID, Title: titled(p.Title, p.ID), Reference: article(m, c.Article), Least: c.Least, Opened: c.Opened}
		for _, o := range c.Outcomes {
			x.Outcomes = append(x.Outcomes, web.OutcomeFigure{Title: stateView(m, p, o.State, t.code).Title, Outcome: o})
		}
		out.Cases = append(out.Cases, x)
	}
	return out
}

// released adds the releases up to one, and the indicators as they were published last.
func (d *desk) released(ctx context.Context, out *web.FiguresView, m *agreement.Model, list []*node.Release, upTo int) {
	corrected := map[int]int{}
	for _, r := range list {
		if r.Corrects > 0 {
			corrected[r.Corrects] = r.Number
		}
	}
	for _, r := range slices.Backward(list) {
		out.Releases = append(out.Releases, web.ReleaseRow{
			Number: r.Number, Made: r.Made, From: r.From, Until: r.Until, Version: r.Version, Digest: string(r.Digest), Corrects: r.Corrects, Note: r.Note,
			By: corrected[r.Number],
		})
	}
	t := speak(ctx)
	for i := range m.Indicators {
		x := &m.Indicators[i]
		var one *web.IndicatorFigure
		for _, r := range list[:min(upTo, len(list))] {
			for _, f := range r.Indicators {
				if f.Indicator == x.ID {
					one = indicatorOf(t, m, x, f, one)
				}
			}
		}
		if one != nil {
			out.Indicators = append(out.Indicators, *one)
		}
	}
}

func indicatorOf(t tongue, m *agreement.Model, x *agreement.Indicator, f casework.Figure, earlier *web.IndicatorFigure) *web.IndicatorFigure {
	out := &web.IndicatorFigure{
		ID: x.ID, Title: titled(x.Title, x.ID), Reference: article(m, x.Article), Measure: x.Measure, Target: f.Target, Minimum: x.Minimum, Noise: x.Budget != "",
	}
	var record *agreement.Record
	if p := m.Procedure(x.Procedure); p != nil {
		record = m.Record(p.Record)
	} else if r := m.Register(x.Register); r != nil {
		record = m.Record(r.Record)
	}
	for _, c := range f.Cells {
		cell := web.IndicatorCell{Until: f.Until, N: c.N, Of: c.Of, Hidden: c.Hidden, Unit: c.Unit, Group: c.Group}
		cell.Value, cell.Known = decimalOf(c.Value)
		cell.Low, cell.Ranged = decimalOf(c.Low)
		cell.High, _ = decimalOf(c.High)
		if c.Field != "" {
			cell.Field = inWords(c.Field)
			if record != nil && record.Field(c.Field) != nil {
				cell.Field = m.LabelOf(record.Field(c.Field), t.code)
			}
		}
		out.Cells = append(out.Cells, cell)
	}
	if earlier != nil {
		out.History = earlier.History
	}
	if len(out.Cells) > 0 {
		out.History = append(out.History, out.Cells[0])
		out.Unit = out.Cells[0].Unit
	}
	return out
}

func decimalOf(s string) (float64, bool) {
	x, err := strconv.ParseFloat(s, 64)
	return x, err == nil
}

// Release gives the figures as they were published.
func (d *desk) Release(ctx context.Context, id agreement.ID, number int) (*web.FiguresView, error) {
	r, m, list, err := d.release(ctx, id, number)
	if err != nil {
		return nil, err
	}
	m = d.in(speak(ctx), m)
	out := d.figures(speak(ctx), m, &r.Tables)
	out.At = r.Made
	d.released(ctx, out, m, list, number)
	for i := range out.Releases {
		if out.Releases[i].Number == number {
			out.Release = &out.Releases[i]
		}
	}
	return out, nil
}

func (d *desk) release(ctx context.Context, id agreement.ID, number int) (*node.Release, *agreement.Model, []*node.Release, error) {
	f, err := d.model(id)
	if err != nil {
		return nil, nil, nil, err
	}
	list, err := d.n.Releases(ctx, id)
	if err != nil {
		return nil, nil, nil, err
	}
	if number < 1 || number > len(list) {
		return nil, nil, nil, fault.New(fault.NotFound, "there is no release %d of these figures", number).Mend("see the list of releases")
	}
	return list[number-1], f, list, nil
}

// ReleaseFile gives a release as a file: the JSON byte for byte as it was published, and the CSV made from it.
func (d *desk) ReleaseFile(ctx context.Context, id agreement.ID, number int, form string) (*web.File, error) {
	r, _, _, err := d.release(ctx, id, number)
	if err != nil {
		return nil, err
	}
	name := fmt.Sprintf("%s-figures-%d", strings.NewReplacer("/", "-").Replace(string(r.Agreement)), r.Number)
	if form == "csv" {
		return &web.File{Name: name + ".csv", Media: "text/csv; charset=utf-8; header=present", Data: r.CSV()}, nil
	}
	return &web.File{Name: name + ".json", Media: "application/json", Data: r.Body}, nil
}
