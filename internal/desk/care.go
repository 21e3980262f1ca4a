package desk

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"slices"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/web"
)

const (
	recordChange   = "person-change"
	recordStaffLog = "staff-log"
	recordBackup   = "backup"
	mostLogged     = 100
)

// keeper gives the administrator behind a viewer, as the node knows them now.
func (d *desk) keeper(ctx context.Context, v web.Viewer) (*auth.Person, error) {
	p, err := d.who(ctx, v)
	if err != nil {
		return nil, err
	}
	if !p.Admin || p.Disabled {
		return nil, fault.New(fault.Forbidden, "this is for those who look after the node").Mend("ask one of them")
	}
	return p, nil
}

// Staff gives the people of the node.
func (d *desk) Staff(ctx context.Context, v web.Viewer) (*web.StaffView, error) {
	me, err := d.keeper(ctx, v)
	if err != nil {
		return nil, err
	}
	all, err := d.n.Auth().People(ctx)
	if err != nil {
		return nil, err
	}
	names := map[auth.PersonID]string{}
	out := &web.StaffView{Second: keepers(all) > 1}
	for _, p := range all {
		names[p.ID] = p.Name
		row := web.StaffRow{ID: string(p.ID), Name: p.Name, Held: map[string]bool{}, Admin: p.Admin, Delegate: p.Delegate, Disabled: p.Disabled}
		row.Roles = d.roleTitles(p.Roles)
		for id, roles := range p.Roles {
			for _, r := range roles {
				row.Held[string(id)+"/"+string(r)] = true
			}
		}
		if a, ok := d.absence(ctx, p.ID); ok {
			row.Away = a.Until
		}
		keys, err := d.n.Auth().Passkeys(ctx, p.ID)
		if err != nil {
			return nil, err
		}
		row.Passkeys = len(keys)
		out.People = append(out.People, row)
	}
	for _, m := range d.n.Models() {
		m = d.in(speak(ctx), m)
		a := web.StaffAgreement{ID: m.ID, Title: m.Title}
		for _, r := range d.n.MayHold(m) {
			x := web.StaffRole{Role: web.RoleRef{ID: r.ID, Title: roleTitle(m, r.ID), Party: d.ownParty(speak(ctx))}, Article: article(m, r.Article), Independent: r.Independent}
			if r.Enrolled != "" {
				x.Enrolled = authorityName(m, d.n.Party(), r.Enrolled)
			}
			a.Roles = append(a.Roles, x)
		}
		out.Agreements = append(out.Agreements, a)
	}
	if out.Changes, err = d.changes(ctx, me, names); err != nil {
		return nil, err
	}
	out.Log, err = d.staffLog(ctx, names)
	return out, err
}

func (d *desk) roleTitles(held map[agreement.ID][]agreement.RoleID) []string {
	var out []string
	for _, m := range d.n.Models() {
		for _, r := range held[m.ID] {
			if t := roleTitle(m, r); !slices.Contains(out, t) {
				out = append(out, t)
			}
		}
	}
	return out
}

// keepers counts those who look after the node.
func keepers(all []*auth.Person) int {
	n := 0
	for _, p := range all {
		if p.Admin && !p.Disabled {
			n++
		}
	}
	return n
}

// change is what an administrator asked for: the person as they would be.
type change struct {
	ID       auth.PersonID                       `json:"id"`
	Name     string                              `json:"name"`
	Roles    map[agreement.ID][]agreement.RoleID `json:"roles"`
	Admin    bool                                `json:"admin"`
	Delegate bool                                `json:"delegate"`
	Disabled bool                                `json:"disabled"`
}

func (c *change) person() auth.Person {
	return auth.Person{ID: c.ID, Name: c.Name, Roles: c.Roles, Admin: c.Admin, Delegate: c.Delegate, Disabled: c.Disabled}
}

func (d *desk) changes(ctx context.Context, me *auth.Person, names map[auth.PersonID]string) ([]web.StaffChange, error) {
	all, err := d.n.Auth().Records(ctx, recordChange, mostLogged)
	if err != nil {
		return nil, err
	}
	var out []web.StaffChange
	for _, r := range all {
		var c change
		if json.Unmarshal(r.Body, &c) != nil {
			continue
		}
		x := web.StaffChange{ID: r.Ref, Name: c.Name, Gives: d.roleTitles(c.Roles), By: names[r.Person], Asked: r.Created, Own: r.Person == me.ID || c.ID == me.ID}
		t := speak(ctx)
		if c.Admin {
			x.Gives = append(x.Gives, t.say("staff.admin"))
		}
		if c.Delegate {
			x.Gives = append(x.Gives, t.say("staff.delegate"))
		}
		out = append(out, x)
	}
	return out, nil
}

// KeepPerson adds or changes a person. What gives somebody something waits for a second administrator, where there is
// one: whoever can give roles alone could give themselves a judge. What takes away works at once.
func (d *desk) KeepPerson(ctx context.Context, v web.Viewer, f web.PersonForm) (bool, error) {
	me, err := d.keeper(ctx, v)
	if err != nil {
		return false, err
	}
	c := change{ID: auth.PersonID(f.ID), Name: f.Name, Roles: f.Roles, Admin: f.Admin, Delegate: f.Delegate, Disabled: f.Disabled}
	p := c.person()
	p.Party = d.n.Party()
	if err := p.Check(func(id agreement.ID) *agreement.Model { m, _ := d.model(id); return m }); err != nil {
		return false, err
	}
	known, err := d.n.Auth().Person(ctx, c.ID)
	if err != nil && fault.CodeOf(err) != fault.NotFound {
		return false, err
	}
	if known != nil && known.ID == me.ID && (c.Disabled || !c.Admin) {
		return false, fault.New(fault.Forbidden, "nobody takes the care of the node from themselves").Mend("let another administrator do it: so there always is one")
	}
	if known != nil {
		d.keepForeign(known, &c)
	}
	all, err := d.n.Auth().People(ctx)
	if err != nil {
		return false, err
	}
	if gives(known, &c) && keepers(all) > 1 {
		b, err := json.Marshal(c)
		if err != nil {
			return false, err
		}
		if err := d.n.Auth().Keep(ctx, auth.Record{Kind: recordChange, Ref: rand.Text(), Person: me.ID, Body: b, Created: d.n.Now()}); err != nil {
			return false, err
		}
		return true, d.noteStaff(ctx, me.ID, "", c.ID, "asked")
	}
	if err := d.n.EnrolPerson(ctx, c.person()); err != nil {
		return false, err
	}
	what := "changed"
	if c.Disabled && (known == nil || !known.Disabled) {
		what = "disabled"
	}
	return false, d.noteStaff(ctx, me.ID, "", c.ID, what)
}

// keepForeign leaves roles alone under agreements that the form did not show.
func (d *desk) keepForeign(known *auth.Person, c *change) {
	for id, roles := range known.Roles {
		if _, err := d.model(id); err != nil && c.Roles[id] == nil && !c.Admin {
			c.Roles[id] = roles
		}
	}
}

// gives says whether a change gives somebody what they did not have.
func gives(known *auth.Person, c *change) bool {
	if known == nil {
		known = &auth.Person{Disabled: true}
	}
	if c.Disabled {
		return false
	}
	if known.Disabled || c.Admin && !known.Admin || c.Delegate && !known.Delegate {
		return true
	}
	for id, roles := range c.Roles {
		for _, r := range roles {
			if !slices.Contains(known.Roles[id], r) {
				return true
			}
		}
	}
	return false
}

// AnswerChange confirms or refuses: never one's own request, and never what concerns oneself.
func (d *desk) AnswerChange(ctx context.Context, v web.Viewer, id string, yes bool) error {
	me, err := d.keeper(ctx, v)
	if err != nil {
		return err
	}
	r, err := d.n.Auth().Record(ctx, recordChange, id)
	if err != nil {
		return fault.New(fault.NotFound, "there is no such change waiting").Mend("see the list of people")
	}
	var c change
	if err := json.Unmarshal(r.Body, &c); err != nil {
		return fault.New(fault.Internal, "the change is damaged").Wrap(err)
	}
	if yes && (r.Person == me.ID || c.ID == me.ID) {
		return fault.New(fault.Forbidden, "four eyes see this: somebody else than who asked, and than whom it concerns, confirms it").Mend("ask another administrator")
	}
	// Whoever deletes it answers it: of two who answer at once only one does.
	had, err := d.n.Auth().DropOnce(ctx, recordChange, id)
	if err != nil {
		return err
	}
	if !had {
		return fault.New(fault.NotFound, "there is no such change waiting").Mend("see the list of people")
	}
	if !yes {
		return d.noteStaff(ctx, r.Person, me.ID, c.ID, "refused")
	}
	asker, err := d.n.Auth().Person(ctx, r.Person)
	if err != nil || !asker.Admin || asker.Disabled {
		return fault.New(fault.Forbidden, "who asked for it looks after the node no more").Mend("ask for it anew")
	}
	if err := d.n.EnrolPerson(ctx, c.person()); err != nil {
		return err
	}
	return d.noteStaff(ctx, r.Person, me.ID, c.ID, "confirmed")
}

// staffNote is what was changed.
type staffNote struct {
	Whom   auth.PersonID `json:"whom"`
	What   string        `json:"what"`
	Second auth.PersonID `json:"second,omitempty"`
}

func (d *desk) noteStaff(ctx context.Context, by, second, whom auth.PersonID, what string) error {
	b, err := json.Marshal(staffNote{whom, what, second})
	if err != nil {
		return err
	}
	return d.n.Auth().Keep(ctx, auth.Record{Kind: recordStaffLog, Ref: rand.Text(), Person: by, Body: b, Created: d.n.Now()})
}

func (d *desk) staffLog(ctx context.Context, names map[auth.PersonID]string) ([]web.StaffEntry, error) {
	all, err := d.n.Auth().Records(ctx, recordStaffLog, mostLogged)
	var out []web.StaffEntry
	name := func(id auth.PersonID) string {
		if n := names[id]; n != "" {
			return n
		}
		return string(id)
	}
	for _, r := range all {
		var n staffNote
		if json.Unmarshal(r.Body, &n) == nil {
			out = append(out, web.StaffEntry{At: r.Created, By: name(r.Person), Name: name(n.Whom), What: n.What, Second: name(n.Second)})
		}
	}
	return out, err
}
