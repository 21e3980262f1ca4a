package desk

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/web"
	"github.com/entente-net/entente/seal"
)

// Deputies gives who acts for whom, as far as it concerns the viewer.
func (d *desk) Deputies(ctx context.Context, v web.Viewer) (*web.DeputyView, error) {
	me, err := d.who(ctx, v)
	if err != nil {
		return nil, err
	}
	all, err := d.n.Auth().People(ctx)
	if err != nil {
		return nil, err
	}
	names := map[auth.PersonID]string{}
	out := &web.DeputyView{}
	for _, p := range all {
		names[p.ID] = p.Name
		if p.ID != me.ID && !p.Admin && !p.Disabled {
			out.People = append(out.People, web.DeputyPerson{ID: string(p.ID), Name: p.Name})
		}
	}
	if a, ok := d.absence(ctx, me.ID); ok {
		out.First, out.Last, out.StandIn = a.Since, a.Until.Add(-time.Second), names[a.StandIn]
	}
	if me.Content() == nil {
		if out.For, err = d.standsInFor(ctx, me, all); err != nil {
			return nil, err
		}
		for _, m := range d.n.Models() {
			m = d.in(speak(ctx), m)
			for _, id := range me.Roles[m.ID] {
				out.Roles = append(out.Roles, web.DeputyRole{Agreement: m.ID, Title: m.Title, Role: web.RoleRef{ID: id, Title: roleTitle(m, id), Party: d.ownParty(speak(ctx))}})
			}
		}
	}
	out.Lendings, err = d.lendings(ctx, me, names)
	return out, err
}

// standsInFor gives what waits for those for whom a person stands in now.
func (d *desk) standsInFor(ctx context.Context, me node.Who, all []*auth.Person) ([]web.DeputyAway, error) {
	var out []web.DeputyAway
	for _, p := range all {
		a, ok := d.absence(ctx, p.ID)
		if !ok || a.StandIn != me.ID || d.n.Now().Before(a.Since) || p.Disabled {
			continue
		}
		away, err := d.n.Auth().Person(ctx, p.ID)
		if err != nil {
			return nil, err
		}
		theirs, err := d.waitingFor(ctx, away)
		if err != nil {
			return nil, err
		}
		mine, err := d.waitingFor(ctx, me)
		if err != nil {
			return nil, err
		}
		x := web.DeputyAway{Name: p.Name, Last: a.Until.Add(-time.Second)}
		// Standing in shows nobody what their own roles do not: the rest is counted, and wants a delegation.
		for _, w := range theirs {
			seen := false
			for _, o := range mine {
				seen = seen || o.Case.ID == w.Case.ID
			}
			if seen {
				x.Waits = append(x.Waits, w)
			} else {
				x.Others++
			}
		}
		out = append(out, x)
	}
	return out, nil
}

// lent says whether somebody of this party did an act in a role that another lent them. Who lent it to whom is not told: in a case people
// go by other names.
func (d *desk) lent(ctx context.Context, all []*auth.Delegation, c *casework.Case, a *seal.Act) (bool, error) {
	if a.Party != string(d.n.Party()) || a.Person == "" {
		return false, nil
	}
	for _, l := range all {
		if l.Agreement != c.Model.ID || l.Role != agreement.RoleID(a.Role) || !l.Worked(a.Made.Time) {
			continue
		}
		taker, err := d.n.Auth().Person(ctx, l.Taker)
		if err != nil && fault.CodeOf(err) != fault.NotFound {
			return false, err
		}
		if err == nil && !slices.Contains(taker.Roles[c.Model.ID], l.Role) && d.n.Auth().Pseudonym(taker, c.ID) == casework.Pseudonym(a.Person) {
			return true, nil
		}
	}
	return false, nil
}

func (d *desk) waitingFor(ctx context.Context, who node.Who) ([]web.Wait, error) {
	if who.Content() != nil {
		return nil, nil
	}
	cases, _, err := d.n.AwaitedPage(ctx, who, 0, mostWaits)
	if err != nil {
		return nil, err
	}
	return d.waits(speak(ctx), who, cases), nil
}

func (d *desk) lendings(ctx context.Context, me *auth.Person, names map[auth.PersonID]string) ([]web.LendingView, error) {
	all, err := d.n.Auth().Delegations(ctx)
	if err != nil {
		return nil, err
	}
	var out []web.LendingView
	now := d.n.Now()
	for _, l := range all {
		mayAccept := l.Accepted.IsZero() && l.MayAccept(me)
		mayEnd := l.Giver == me.ID || l.Taker == me.ID || me.Admin
		m, err := d.model(l.Agreement)
		if err != nil || !l.Open(now) || !mayAccept && !mayEnd {
			continue
		}
		x := web.LendingView{
			ID: l.ID, Role: web.RoleRef{ID: l.Role, Title: roleTitle(m, l.Role), Party: d.ownParty(speak(ctx))}, From: names[l.Giver], To: names[l.Taker], First: l.Since, Last: l.Until.Add(-time.Second),
			Second: names[l.Second], Works: !l.Accepted.IsZero() && !now.Before(l.Since), MayAccept: mayAccept, MayEnd: mayEnd,
		}
		if r := m.Role(l.Role); r != nil {
			x.Article = article(m, r.Article)
		}
		out = append(out, x)
	}
	return out, nil
}

// Away keeps an absence.
func (d *desk) Away(ctx context.Context, v web.Viewer, first, last time.Time, standIn string) error {
	me, err := d.who(ctx, v)
	if err != nil {
		return err
	}
	if last.IsZero() {
		return d.n.Auth().Drop(ctx, recordAbsence, string(me.ID))
	}
	until := last.AddDate(0, 0, 1)
	if last.Before(first) || !d.n.Now().Before(until) {
		return fault.New(fault.Invalid, "the absence ends before it begins, or is over already").Mend("give a first and a last day, the last not before today")
	}
	p, err := d.n.Auth().Person(ctx, auth.PersonID(standIn))
	if err != nil || p.ID == me.ID || p.Admin || p.Disabled {
		return fault.New(fault.Invalid, "nobody of that name can stand in").Mend("choose a colleague of the list")
	}
	b, err := json.Marshal(absence{Since: first.UTC(), Until: until.UTC(), StandIn: p.ID})
	if err != nil {
		return err
	}
	return d.n.Auth().Keep(ctx, auth.Record{Kind: recordAbsence, Ref: string(me.ID), Person: me.ID, Body: b, Created: d.n.Now()})
}

func (d *desk) modelByID(id agreement.ID) *agreement.Model {
	m, err := d.model(id)
	if err != nil {
		return nil
	}
	return m
}

// Lend asks for a role to be lent.
func (d *desk) Lend(ctx context.Context, v web.Viewer, l web.Lending) error {
	err := d.n.Auth().Delegate(ctx, auth.Delegation{
		Agreement: l.Agreement, Role: l.Role, Giver: auth.PersonID(v.ID), Taker: auth.PersonID(l.To), Since: l.First.UTC(), Until: l.Last.AddDate(0, 0, 1).UTC(),
	}, d.modelByID)
	if err != nil {
		return err
	}
	return d.noteStaff(ctx, auth.PersonID(v.ID), "", auth.PersonID(l.To), "lending-asked")
}

// AnswerLending accepts or refuses a delegation, as the second who sees it.
func (d *desk) AnswerLending(ctx context.Context, v web.Viewer, id string, yes bool) error {
	if err := d.n.Auth().Accept(ctx, id, auth.PersonID(v.ID), yes, d.modelByID); err != nil {
		return err
	}
	return d.noteLending(ctx, v, id, map[bool]string{true: "lending-accepted", false: "lending-refused"}[yes])
}

// EndLending ends one before its time.
func (d *desk) EndLending(ctx context.Context, v web.Viewer, id string) error {
	me, err := d.who(ctx, v)
	if err != nil {
		return err
	}
	if err := d.n.Auth().EndDelegation(ctx, id, me); err != nil {
		return err
	}
	return d.noteLending(ctx, v, id, "lending-ended")
}

func (d *desk) noteLending(ctx context.Context, v web.Viewer, id, what string) error {
	all, err := d.n.Auth().Delegations(ctx)
	if err != nil {
		return err
	}
	for _, l := range all {
		if l.ID == id {
			return d.noteStaff(ctx, l.Giver, auth.PersonID(v.ID), l.Taker, what)
		}
	}
	return nil
}
