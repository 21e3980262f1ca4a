package desk

import (
	"context"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/web"
)

// The calendar's page: so many months before the present one, and so many in all.
const (
	monthsBefore = 3
	monthsShown  = 12
)

// Programme gives what an agreement has planned.
func (d *desk) Programme(ctx context.Context, v web.Viewer, id agreement.ID, from time.Time) (*web.ProgrammeView, error) {
	who, err := d.who(ctx, v)
	if err != nil {
		return nil, err
	}
	t := speak(ctx)
	out := &web.ProgrammeView{Own: d.ownParty(t)}
	for _, m := range d.n.Models() {
		if len(who.RolesIn(m.ID)) > 0 {
			out.All = append(out.All, web.AgreementRef{ID: m.ID, Title: d.in(t, m).Title})
		}
	}
	if id == "" {
		if len(out.All) == 0 {
			return out, nil
		}
		id = out.All[0].ID
	}
	m, err := d.model(id)
	if err != nil {
		return nil, err
	}
	loc := m.Location()
	if from.IsZero() {
		from = d.n.Now().In(loc).AddDate(0, -monthsBefore, 0)
	}
	from = time.Date(from.Year(), from.Month(), 1, 0, 0, 0, 0, loc)
	until := from.AddDate(0, monthsShown, 0)
	p, err := d.n.Programme(ctx, who, id, from, until)
	if err != nil {
		return nil, err
	}
	said, explained := d.in(t, p.Model), p.Model
	if x := d.n.Translated(p.Model, t.code); x != nil {
		explained = x.Model()
	}
	out.ID, out.Title, out.Zone, out.From, out.Until = id, said.Title, loc, from, until
	out.Earlier, out.Later = from.AddDate(0, -monthsShown, 0).Format("2006-01"), until.Format("2006-01")
	if !from.After(p.Model.Starts.Midnight(loc)) {
		out.Earlier = ""
	}
	rules := map[string]agreement.Explanation{}
	for _, r := range agreement.Explain(explained, t.code) {
		if r.Rule == "schedule" || r.Rule == "phase" {
			rules[r.Rule+"."+r.Name] = r
		}
	}
	seen, err := d.casesSeen(ctx, t, who, p.Occasions)
	if err != nil {
		return nil, err
	}
	c := &calendar{out: out, m: said, loc: loc}
	d.turns(c, p, rules, seen)
	for _, x := range p.Phases {
		d.phase(c, x, rules["phase."+string(x.ID)].Text)
	}
	d.endings(c, t)
	c.months()
	for _, f := range p.Funds {
		out.Funds = append(out.Funds, fundView(said, f))
	}
	return out, nil
}

// casesSeen are the cases that met a turn and that a person may see, and how they are called.
func (d *desk) casesSeen(ctx context.Context, t tongue, who node.Who, list []node.Occasion) (map[casework.CaseID]web.CaseRef, error) {
	out := map[casework.CaseID]web.CaseRef{}
	for _, o := range list {
		for _, x := range o.Owed {
			if _, known := out[x.Case]; known || x.Case == "" {
				continue
			}
			may, err := d.n.MayKnow(ctx, who, x.Case)
			if err != nil {
				return nil, err
			}
			if !may[x.Case] {
				continue
			}
			g, err := d.n.Glance(ctx, who, x.Case)
			if err != nil {
				return nil, err
			}
			out[x.Case] = d.tell(t, g.Case, who).refOf(g)
		}
	}
	return out, nil
}

// calendar gathers rows by month.
type calendar struct {
	out  *web.ProgrammeView
	m    *agreement.Model
	loc  *time.Location
	rows []dated
}

type dated struct {
	at  time.Time
	row web.ProgrammeRow
}

func (c *calendar) add(at time.Time, row web.ProgrammeRow) {
	if !at.Before(c.out.From) && at.Before(c.out.Until) {
		c.rows = append(c.rows, dated{at, row})
	}
}

func monthOf(at time.Time, loc *time.Location) time.Time {
	at = at.In(loc)
	return time.Date(at.Year(), at.Month(), 1, 0, 0, 0, 0, loc)
}

func (c *calendar) months() {
	slices.SortStableFunc(c.rows, func(a, b dated) int { return a.at.Compare(b.at) })
	for _, r := range c.rows {
		month := monthOf(r.at, c.loc)
		if n := len(c.out.Months); n == 0 || !c.out.Months[n-1].Month.Equal(month) {
			c.out.Months = append(c.out.Months, web.ProgrammeMonth{Month: month})
		}
		last := &c.out.Months[len(c.out.Months)-1]
		last.Rows = append(last.Rows, r.row)
	}
}

// turns puts the turns of one schedule in one month into one row.
func (d *desk) turns(c *calendar, p *node.Programme, rules map[string]agreement.Explanation, seen map[casework.CaseID]web.CaseRef) {
	type key struct {
		id    agreement.ScheduleID
		month time.Time
	}
	at := map[key]int{}
	for _, o := range p.Occasions {
		v := web.TurnView{Day: o.At, Due: o.Due}
		for _, x := range o.Owed {
			tp := web.TurnParty{Party: partyRef(c.m, x.Party), Own: x.Party == d.n.Party(), State: string(x.State), Case: seen[x.Case], At: x.At}
			switch {
			case tp.Own && x.State == node.OccasionMissed:
				c.out.Missed++
			case tp.Own && x.State == node.OccasionDue:
				c.out.Due++
			}
			v.Parties = append(v.Parties, tp)
		}
		k := key{o.Schedule.ID, monthOf(o.At, c.loc)}
		if i, ok := at[k]; ok {
			c.rows[i].row.Turns = append(c.rows[i].row.Turns, v)
			continue
		}
		at[k] = len(c.rows)
		c.rows = append(c.rows, dated{o.At, web.ProgrammeRow{
			Kind: "turn", Title: scheduleTitle(c.m, o.Schedule.ID), Article: article(c.m, o.Schedule.Article), Says: rules["schedule."+string(o.Schedule.ID)].Text,
			Turns: []web.TurnView{v},
		}})
	}
}

func (d *desk) phase(c *calendar, x node.PhaseStanding, says string) {
	v := web.PhaseView{Title: phaseTitle(c.m, x.ID), Article: article(c.m, x.Article), Says: says, Present: x.Present, Began: x.Began, Unmet: x.Unmet, Review: x.Review}
	now := d.n.Now()
	if !x.Ends.IsZero() {
		v.Ends = x.Ends.After().Midnight(c.loc)
	}
	if !x.Starts.IsZero() {
		at := x.Starts.Midnight(c.loc)
		c.add(at, web.ProgrammeRow{Kind: "phase", Title: v.Title, Article: v.Article, Says: says, At: at, Past: !at.After(now)})
	}
	if !x.Review.IsZero() {
		c.add(x.Review, web.ProgrammeRow{Kind: "review", Title: v.Title, Article: v.Article, Says: says, At: x.Review, Past: !x.Review.After(now)})
	}
	c.out.Phases = append(c.out.Phases, v)
}

// endings are the last days that the text states.
func (d *desk) endings(c *calendar, t tongue) {
	now, m := d.n.Now(), c.m
	if !m.Ends.IsZero() {
		e := web.EndView{Title: m.Title, Ends: m.Ends.After().Midnight(c.loc), Renewal: renewal(t, m)}
		c.out.Ends = append(c.out.Ends, e)
		c.add(e.Ends.Add(-time.Second), web.ProgrammeRow{Kind: "end", Title: m.Title, Says: capital(e.Renewal), At: e.Ends, Past: !e.Ends.After(now)})
	}
	for i := range m.Articles {
		a := &m.Articles[i]
		if a.Ends.IsZero() {
			continue
		}
		e := web.EndView{Article: article(m, a.Number), Title: a.Title, Ends: a.Ends.After().Midnight(c.loc)}
		c.out.Ends = append(c.out.Ends, e)
		c.add(e.Ends.Add(-time.Second), web.ProgrammeRow{Kind: "sunset", Title: a.Title, Article: e.Article, At: e.Ends, Past: !e.Ends.After(now)})
	}
}

// renewal says in words how an agreement goes on after its term; "" where nothing is said.
func renewal(t tongue, m *agreement.Model) string {
	r := m.Renewal
	if r == nil {
		return ""
	}
	key := "renewal"
	if r.Mode == "consent" {
		key = "renewal.all"
	}
	return t.say(key, "period", r.Period.InWords(t.code))
}

func fundView(m *agreement.Model, f node.FundStanding) web.FundView {
	v := web.FundView{
		Title: fundTitle(m, f.ID), Article: article(m, f.Article), Currency: f.Currency, Whole: f.Whole, Entries: f.Entries, Total: sumsView(f.Balance.Total),
	}
	for _, b := range f.Balance.Windows {
		w := web.WindowView{SumsView: sumsView(b.Sums)}
		for i := range f.Windows {
			if x := &f.Windows[i]; x.ID == b.Window {
				w.Title, w.Ceiling, w.Reached = titled(x.Title, x.ID), x.Ceiling, f.Verified[x.ID]
				if p := m.Procedure(x.Milestone); p != nil {
					w.Milestone = titled(p.Title, p.ID)
				}
			}
		}
		v.Windows = append(v.Windows, w)
	}
	for _, b := range f.Balance.Donors {
		v.Donors = append(v.Donors, web.DonorView{Party: partyRef(m, b.Donor), SumsView: sumsView(b.Sums)})
	}
	return v
}

func sumsView(s casework.Sums) web.SumsView {
	return web.SumsView{Pledged: s.Pledged, Paid: s.Paid, Released: s.Released, Spent: s.Spent, Returned: s.Returned, Left: s.Left}
}

func scheduleTitle(m *agreement.Model, id agreement.ScheduleID) string {
	if s := m.Schedule(id); s != nil {
		return titled(s.Title, id)
	}
	return inWords(id)
}

func phaseTitle(m *agreement.Model, id agreement.PhaseID) string {
	if p := m.Phase(id); p != nil {
		return titled(p.Title, id)
	}
	return inWords(id)
}

func fundTitle(m *agreement.Model, id agreement.FundID) string {
	if f := m.Fund(id); f != nil {
		return titled(f.Title, id)
	}
	return inWords(id)
}
