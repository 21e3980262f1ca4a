package desk

import (
	"context"
	"slices"
	"strconv"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/web"
)

const (
	pageOfCases = 50
	mostWaits   = 25 // on Today; the others stand in the list of cases
	recentCases = 40 // that moved last, and as many in which a clock ran out last: as far back as Today looks for news
	mostNews    = 12
	mostLapsed  = 12
)

// Frame gives what stands on every page.
func (d *desk) Frame(ctx context.Context, v web.Viewer) (web.FrameView, error) {
	t := speak(ctx)
	f := web.FrameView{Node: d.ownParty(t), World: d.n.World(), Now: d.n.Now(), Foreign: d.foreign(t)}
	for _, m := range d.n.Models() {
		m = d.in(t, m)
		f.Zone, f.Agreement = m.Location(), web.ArticleRef{Agreement: m.ID, Title: m.Title, Tongue: m.Tongue()}
		break
	}
	if v.ID == "" || f.Agreement.Agreement == "" {
		return f, nil
	}
	who, err := d.who(ctx, v)
	if err != nil {
		return f, err
	}
	if f.Log, err = d.logState(ctx, t, f.Agreement.Agreement); err != nil {
		return f, err
	}
	if who.Content() != nil {
		return f, nil // who looks after the machine has nothing waiting
	}
	if f.Waiting, err = d.n.CountAwaited(ctx, who); err != nil {
		return f, err
	}
	drafts, err := d.draftsWaiting(ctx, v, who)
	f.Waiting += len(drafts)
	if err == nil {
		f.Told, err = d.n.UnseenNotices(ctx, who)
	}
	return f, err
}

func (d *desk) logState(ctx context.Context, t tongue, id agreement.ID) (web.LogState, error) {
	l, err := d.n.Ledger(ctx, id, 0)
	if err != nil {
		return web.LogState{}, err
	}
	m, err := d.model(id)
	if err != nil {
		return web.LogState{}, err
	}
	return web.LogState{Size: l.Size, Cosigned: cosigned(d.in(t, m), d.n.Party(), l)}, nil
}

// cosigned names every other party of the agreement, and how far it has vouched.
func cosigned(m *agreement.Model, self agreement.PartyID, l *node.LogView) []web.Cosigning {
	var out []web.Cosigning
	for i := range m.Parties {
		if p := m.Parties[i].ID; p != self {
			c := l.Cosigned[p]
			out = append(out, web.Cosigning{By: partyRef(m, p), Size: c.Size, At: c.At})
		}
	}
	return out
}

// Today gives what waits for a viewer, by the clock that runs out first.
func (d *desk) Today(ctx context.Context, v web.Viewer) (*web.TodayView, error) {
	who, err := d.who(ctx, v)
	if err != nil {
		return nil, err
	}
	waiting, total, err := d.n.AwaitedPage(ctx, who, 0, mostWaits)
	if err != nil {
		return nil, err
	}
	t := speak(ctx)
	out := &web.TodayView{Waits: d.waits(t, who, waiting)}
	out.More = total - len(waiting)
	if out.Drafts, err = d.draftsWaiting(ctx, v, who); err != nil {
		return nil, err
	}
	all, err := d.n.Auth().People(ctx)
	if err != nil {
		return nil, err
	}
	if out.For, err = d.standsInFor(ctx, who, all); err != nil {
		return nil, err
	}
	moved, err := d.n.MovedLast(ctx, who, recentCases)
	if err != nil {
		return nil, err
	}
	for _, o := range moved {
		x := d.tell(t, o.Case, who)
		if !slices.ContainsFunc(x.columns(), func(c web.Column) bool { return c.You }) {
			continue // the viewer's offices have no part in it
		}
		me := d.n.Auth().Pseudonym(who, o.ID)
		for i, k := range x.c.Taken {
			d.happened(out, x, o, me, k, x.c.Taken[i+1:])
		}
	}
	slices.SortStableFunc(out.News, func(a, b web.News) int { return b.At.Compare(a.At) })
	slices.SortStableFunc(out.Lapsed, func(a, b web.Lapsed) int { return b.At.Compare(a.At) })
	out.News, out.Lapsed = out.News[:min(len(out.News), mostNews)], out.Lapsed[:min(len(out.Lapsed), mostLapsed)]
	out.Lines, err = d.lines(ctx, t)
	return out, err
}

// happened notes an act by somebody else as news, and a silence of the viewer's as lapsed.
func (d *desk) happened(out *web.TodayView, x *teller, o *node.Outline, me casework.Pseudonym, k casework.Taken, after []casework.Taken) {
	if k.Clock == "" {
		if k.Step != "" && k.Person != me {
			s := x.p.Step(k.Step)
			out.News = append(out.News, web.News{At: k.At, What: titled(s.Title, s.ID), Case: x.refOf(o), By: partyRef(x.m, k.Party), Article: article(x.m, s.Article)})
		}
		return
	}
	cl := x.p.Clock(k.Clock)
	if k.Phase == casework.PhaseSealed && slices.ContainsFunc(after, func(t casework.Taken) bool { return t.Clock == k.Clock }) {
		return // what came of it says more
	}
	owed := x.c.Owing(cl, x.startedBefore(k.Clock, k.At))
	if x.mine(owed) {
		l := web.Lapsed{Case: x.refOf(o), Clock: x.clock(casework.Running{Clock: k.Clock, Due: k.At, Status: casework.StatusLapsed}), At: k.At, Article: article(x.m, cl.Article)}
		l.Effect = x.did(cl, k.Phase, k.Takes, k.To)
		out.Lapsed = append(out.Lapsed, l)
		return
	}
	out.News = append(out.News, web.News{
		At: k.At, What: x.say("lapse.title", "clock", clockTitle(cl)), Case: x.refOf(o), By: x.firstOf(owed), Article: article(x.m, cl.Article),
	})
}

// waits are the cases in which it is for the viewer to act: a clock waits for them, or a step is open and
// no clock waits for anybody else; and the duties to tell somebody, which outlive their case.
func (d *desk) waits(t tongue, who node.Who, cases []*node.Outline) []web.Wait {
	var out []web.Wait
	for _, o := range cases {
		x := d.tell(t, o.Case, who)
		if w, ok := d.waitsIn(x, o, who); ok {
			out = append(out, w)
		}
	}
	slices.SortStableFunc(out, func(a, b web.Wait) int { return dueOf(a).Compare(dueOf(b)) })
	return out
}

func dueOf(w web.Wait) time.Time {
	if w.Clock == nil {
		return time.Unix(1<<40, 0)
	}
	return w.Clock.Due
}

func (d *desk) waitsIn(x *teller, o *node.Outline, who node.Who) (web.Wait, bool) {
	await, ok := d.n.Awaits(who, x.c)
	if !ok {
		return web.Wait{}, false
	}
	w := web.Wait{Case: x.refOf(o), From: x.lastMover()}
	switch {
	case await.Clock != nil:
		c := x.clock(*await.Clock)
		w.Clock = &c
	case await.Duty != nil:
		s := x.p.Step(await.Steps[0].ID)
		w.Clock = &web.ClockView{
			Title: titled(s.Title, s.ID), Started: await.Duty.Since, Due: await.Duty.Due, Status: casework.StatusRuns, Effect: x.say("notice.if"),
			Owed: x.roles(s.By), Yours: true, Article: article(x.m, await.Duty.Notice.Article),
		}
	}
	var asks []string
	for i, step := range await.Steps {
		title := stepTitle(x.p, step.ID)
		if i > 0 {
			title = lower(title)
		}
		asks = append(asks, title)
	}
	w.Asks, w.Article = x.either(asks), article(x.m, await.Steps[0].Article)
	return w, true
}

// lastMover is whose act brought the case to where it stands.
func (x *teller) lastMover() web.PartyRef {
	for _, t := range slices.Backward(x.c.Taken) {
		if t.Step != "" {
			return partyRef(x.m, t.Party)
		}
	}
	return partyRef(x.m, x.c.Home())
}

// lines are the connections to the other parties.
func (d *desk) lines(ctx context.Context, t tongue) ([]web.Line, error) {
	waiting, err := d.n.Waiting(ctx)
	if err != nil {
		return nil, err
	}
	var out []web.Line
	for _, m := range d.n.Models() {
		l, err := d.n.Ledger(ctx, m.ID, 0)
		if err != nil {
			return nil, err
		}
		for _, c := range cosigned(d.in(t, m), d.n.Party(), l) {
			if !slices.ContainsFunc(out, func(x web.Line) bool { return x.Party.ID == c.By.ID }) {
				heard := l.LastHeard[c.By.ID]
				if c.At.After(heard) {
					heard = c.At // before this node was started again, or in a letter's answer
				}
				out = append(out, web.Line{Party: c.By, Heard: heard, Waiting: waiting[c.By.ID], Cosign: c})
			}
		}
	}
	return out, nil
}

// Cases lists the cases: all, those that moved last first, or those that wait for the viewer.
func (d *desk) Cases(ctx context.Context, v web.Viewer, q web.CaseQuery) (*web.CaseList, error) {
	who, err := d.who(ctx, v)
	if err != nil {
		return nil, err
	}
	out := &web.CaseList{CaseQuery: q}
	if q.Waiting {
		err = d.waitingCases(ctx, out, who)
	} else {
		err = d.allCases(ctx, out, who)
	}
	if err != nil {
		return nil, err
	}
	out.Opens = d.openings(speak(ctx), who)
	return out, nil
}

func (d *desk) allCases(ctx context.Context, out *web.CaseList, who node.Who) error {
	from, number, err := parseCursor(out.Cursor)
	if err != nil {
		return err
	}
	rows, next, err := d.n.GlimpsePage(ctx, who, from, pageOfCases)
	if err != nil {
		return err
	}
	out.Number = number
	if out.Total, err = d.n.CountCases(ctx, who); err != nil {
		return err
	}
	for _, g := range rows {
		out.Rows = append(out.Rows, d.caseRow(ctx, g, who))
	}
	out.Next = cursorAfter(next, number+len(rows))
	return nil
}

func (d *desk) waitingCases(ctx context.Context, out *web.CaseList, who node.Who) error {
	from := 0
	if out.Cursor != "" {
		var err error
		if from, err = strconv.Atoi(out.Cursor); err != nil || from < 0 {
			return fault.New(fault.Invalid, "this is no place in the list of what waits").Mend("begin at its first page")
		}
	}
	list, total, err := d.n.AwaitedGlimpses(ctx, who, from, pageOfCases)
	if err != nil {
		return err
	}
	for _, g := range list {
		out.Rows = append(out.Rows, d.caseRow(ctx, g, who))
	}
	out.Number, out.Total = from+1, total
	if from+len(list) < total && len(list) > 0 {
		out.Next = strconv.Itoa(from + len(list))
	}
	return nil
}

func (d *desk) caseRow(ctx context.Context, g node.Glimpse, who node.Who) web.CaseRow {
	t := speak(ctx)
	if o := g.Outline; o != nil {
		x := d.tell(t, o.Case, who)
		g.Model, g.Procedure, g.State, g.Home, g.Over, g.Clock = x.c.Model, x.c.Procedure, x.c.State, o.Home, x.c.Over(), nil
		if clocks := x.c.StandingClocks(x.now); len(clocks) > 0 {
			g.Clock = &clocks[0]
		}
		_, g.Yours = d.n.Awaits(who, x.c)
	}
	m := d.in(t, g.Model)
	p := m.Procedure(g.Procedure.ID)
	row := web.CaseRow{Case: caseRef(m, g.ID, p.ID), State: stateView(m, p, g.State, t.code), Home: partyRef(m, g.Home), Updated: g.Updated, Yours: g.Yours}
	if row.State.Final = g.Over; row.State.Title == "" {
		row.State.Title = inWords(g.State)
	}
	if r := g.Clock; r != nil {
		cl := p.Clock(r.Clock)
		row.Clock = &web.ClockView{Clock: r.Clock, Title: clockTitle(cl), Started: r.Started, Due: r.Due, Paused: r.Paused, Status: r.Status, Silence: cl.Silence}
	}
	return row
}

// openings are the cases that a person may open now.
func (d *desk) openings(t tongue, who node.Who) []web.Opening {
	var out []web.Opening
	for _, m := range d.n.Models() {
		for _, role := range who.RolesIn(m.ID) {
			for _, o := range d.n.Standing(m.ID).Openings(m, casework.Actor{Party: d.n.Party(), Role: role}, d.n.Now()) {
				same := func(x web.Opening) bool {
					return x.Agreement == m.ID && x.Procedure == o.Procedure.ID && x.Step == o.Step.ID
				}
				if !slices.ContainsFunc(out, same) {
					out = append(out, opening(m, d.in(t, m), o, role))
				}
			}
		}
	}
	return out
}

// opening is a case that one may open, by the agreement as it was signed and in the reader's words.
func opening(own, m *agreement.Model, o casework.Opening, role agreement.RoleID) web.Opening {
	return web.Opening{
		Agreement: m.ID, Procedure: o.Procedure.ID, Step: o.Step.ID, Title: stepTitle(m.Procedure(o.Procedure.ID), o.Step.ID), Tongue: m.Tongue(),
		Article: quoted(own, m, o.Step.Article, titled(o.Step.Title, o.Step.ID), o.Procedure.Title, roleTitle(own, role)),
	}
}
