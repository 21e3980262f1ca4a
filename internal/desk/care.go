package desk

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/web"
	"github.com/entente-net/entente/seal"
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

// House gives the node itself.
func (d *desk) House(ctx context.Context, v web.Viewer, test bool) (*web.HouseView, error) {
	if _, err := d.keeper(ctx, v); err != nil {
		return nil, err
	}
	out := &web.HouseView{Tested: test, CanBackup: d.n.KeepsBackups()}
	if err := d.houseLines(ctx, out, test); err != nil {
		return nil, err
	}
	t := speak(ctx)
	for _, m := range d.n.Models() {
		m = d.in(speak(ctx), m)
		out.Keys = append(out.Keys, partyKeys(m)...)
		out.Calendars = append(out.Calendars, d.calendars(m)...)
		out.Keeps = append(out.Keeps, d.keeps(t, m)...)
	}
	if until, err := d.n.CertifiedUntil(); err == nil {
		out.Keys = append(out.Keys, web.HouseKey{Kind: "node", Of: d.ownParty(speak(ctx)).Name, ID: string(d.n.SignKeyID()), Until: until})
	}
	zone := v.Zone
	if zone == nil {
		zone = time.UTC
		for _, m := range d.n.Models() {
			zone = m.Location()
			break
		}
	}
	days, counts, err := d.n.ErasuresDue(ctx, d.n.Now().AddDate(0, 3, 0), zone)
	if err != nil {
		return nil, err
	}
	for i := range days {
		out.Due = append(out.Due, web.HouseDue{Day: days[i], Count: counts[i]})
	}
	if out.Backups, err = d.backups(ctx); err != nil {
		return nil, err
	}
	out.Sights, err = d.sights(ctx, out)
	return out, err
}

func (d *desk) houseLines(ctx context.Context, out *web.HouseView, test bool) error {
	waiting, err := d.n.Waiting(ctx)
	if err != nil {
		return err
	}
	lines := d.n.Lines()
	if test {
		ctx, cancel := context.WithTimeout(ctx, 15*time.Second)
		defer cancel()
		lines = d.n.Ping(ctx)
	}
	for _, l := range lines {
		x := web.HouseLine{Party: d.partyAnywhere(l.Party), Address: l.Address, Heard: l.LastHeard, Took: l.Took, Skew: l.Skew, Waiting: waiting[l.Party]}
		if l.Err != nil {
			e, ok := l.Err.(*fault.Error)
			if !ok {
				e = fault.New(fault.Unavailable, "it does not answer").Mend("see whether its node runs, and whether its address is still right").Wrap(l.Err)
			}
			x.Problem = &web.Problem{Fault: e}
		}
		out.Lines = append(out.Lines, x)
	}
	return nil
}

// partyAnywhere names a party by the first agreement that knows it.
func (d *desk) partyAnywhere(id agreement.PartyID) web.PartyRef {
	for _, m := range d.n.Models() {
		if m.Party(id) != nil {
			return partyRef(m, id)
		}
	}
	return partyRef(nil, id)
}

// noon keeps a day the same in whichever zone it is written.
const noon = 12 * time.Hour

// keyName is a key's id, or "" where there is no key.
func keyName(text string) string {
	k, err := seal.ParsePublicKey(text)
	if err != nil {
		return ""
	}
	return string(k.ID())
}

func partyKeys(m *agreement.Model) []web.HouseKey {
	var out []web.HouseKey
	for i := range m.Parties {
		p := &m.Parties[i]
		if id := keyName(p.Key); id != "" {
			out = append(out, web.HouseKey{Kind: "party", Of: p.Name, ID: id})
		}
		for _, a := range p.Authorities {
			if id := keyName(a.Key); id != "" {
				out = append(out, web.HouseKey{Kind: "authority", Of: titled(a.Name, a.ID), ID: id})
			}
		}
	}
	return out
}

func (d *desk) calendars(m *agreement.Model) []web.HouseCalendar {
	var out []web.HouseCalendar
	for i := range m.Calendars {
		c := &m.Calendars[i]
		x := web.HouseCalendar{Agreement: m.Title, Title: titled(c.Title, c.ID), Article: article(m, c.Article), From: c.From.Midnight(time.UTC).Add(noon), Until: c.Until.Midnight(time.UTC).Add(noon), Common: m.Calendar == c.ID}
		for _, p := range c.Of {
			x.Of = append(x.Of, partyRef(m, p).Name)
		}
		for day := time.Sunday; day <= time.Saturday; day++ {
			if slices.Contains(c.Weekend, strings.ToLower(day.String())) {
				x.Weekend = append(x.Weekend, day)
			}
		}
		for _, day := range c.Closed {
			x.Closed = append(x.Closed, day.Midnight(time.UTC).Add(noon))
		}
		for _, day := range c.Yearly {
			if at, err := time.Parse("2006-01-02", "2000-"+day); err == nil { // a leap year has every day
				x.Yearly = append(x.Yearly, at.Add(noon))
			}
		}
		out = append(out, x)
	}
	return out
}

func (d *desk) keeps(t tongue, m *agreement.Model) []web.HouseKeep {
	var out []web.HouseKeep
	for i := range m.Procedures {
		p := &m.Procedures[i]
		x := d.tell(t, blank(m, p, nil, d.n.Now()), nil)
		for _, k := range p.KeepTimes() {
			out = append(out, web.HouseKeep{
				Agreement: m.Title, What: titled(p.Title, p.ID), Fields: t.list(labels(m, p, k.Fields, t.code)), Kept: x.keptFor(k), Article: article(m, k.Article),
			})
		}
	}
	for i := range m.Registers {
		r := &m.Registers[i]
		if w := r.Keep.InWords(t.code); w != "" {
			out = append(out, web.HouseKeep{Agreement: m.Title, What: titled(r.Title, r.ID), Kept: w, Article: article(m, r.Article)})
		}
		for _, q := range r.Queries {
			if w := q.Keep.InWords(t.code); w != "" {
				out = append(out, web.HouseKeep{Agreement: m.Title, What: t.say("staff.trace", "query", titled(q.Title, q.ID)), Kept: w, Article: article(m, q.Article)})
			}
		}
	}
	return out
}

func (d *desk) backups(ctx context.Context) ([]web.HouseBackup, error) {
	all, err := d.n.Auth().Records(ctx, recordBackup, 20)
	var out []web.HouseBackup
	for _, r := range all {
		by := string(r.Person)
		if p, err := d.n.Auth().Person(ctx, r.Person); err == nil {
			by = p.Name
		}
		out = append(out, web.HouseBackup{At: r.Created, File: string(r.Body), By: by})
	}
	return out, err
}

// Backup writes a copy of the database.
func (d *desk) Backup(ctx context.Context, v web.Viewer) (string, error) {
	me, err := d.keeper(ctx, v)
	if err != nil {
		return "", err
	}
	if !d.n.KeepsBackups() {
		return "", fault.New(fault.Unavailable, "the database is not a file of this node").Mend("back it up with its own means")
	}
	name, err := d.n.Backup(ctx)
	if err != nil {
		return "", err
	}
	return name, d.n.Auth().Keep(ctx, auth.Record{Kind: recordBackup, Ref: name, Person: me.ID, Body: []byte(name), Created: d.n.Now()})
}

// sights is what was looked at: as entente node doctor does, from within.
func (d *desk) sights(ctx context.Context, h *web.HouseView) ([]web.Sighting, error) {
	var out []web.Sighting
	now := d.n.Now()
	see := func(s web.Sighting) { out = append(out, s) }
	if err := d.n.Behind(); err != nil {
		see(web.Sighting{What: "behind", Level: "error", Fault: asFault(err)})
	} else {
		see(web.Sighting{What: "behind", Level: "ok"})
	}
	if until, err := d.n.CertifiedUntil(); err != nil {
		see(web.Sighting{What: "card", Level: "error", Fault: asFault(err)})
	} else {
		level := "ok"
		if until.Before(now.AddDate(0, 3, 0)) {
			level = "warning"
		}
		if !now.Before(until) {
			level = "error"
		}
		see(web.Sighting{What: "card", Level: level, At: until})
	}
	if d.n.World() == agreement.WorldReal && d.n.PartyKeyHere() {
		see(web.Sighting{What: "partykey-here", Level: "warning"})
	} else if d.n.World() == agreement.WorldReal {
		see(web.Sighting{What: "partykey", Level: "ok"})
	}
	if site, err := d.site(); err != nil {
		see(web.Sighting{What: "origin", Level: "warning", Fault: asFault(err)})
	} else {
		see(web.Sighting{What: "origin", Level: "ok", Of: site.Origin})
	}
	all, err := d.n.Auth().People(ctx)
	if err != nil {
		return nil, err
	}
	level := "ok"
	if keepers(all) < 2 {
		level = "warning"
	}
	see(web.Sighting{What: "admins", Level: level, Count: keepers(all)})
	list, err := d.n.Agreements(ctx)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(list, func(a, b *node.AgreementView) int { return strings.Compare(string(a.ID), string(b.ID)) })
	for _, a := range list {
		if a.InForce {
			see(web.Sighting{What: "force", Level: "ok", Of: a.Model.Title})
		} else {
			see(web.Sighting{What: "force", Level: "warning", Fault: fault.New(fault.NotInForce, "%s: %s", a.Model.Title, a.Why)})
		}
	}
	for _, l := range h.Lines {
		switch {
		case l.Problem != nil:
			see(web.Sighting{What: "line", Level: "warning", Of: l.Party.Name, Fault: l.Problem.Fault})
		case l.Heard.IsZero():
			see(web.Sighting{What: "silent", Level: "warning", Of: l.Party.Name})
		default:
			see(web.Sighting{What: "heard", Level: "ok", Of: l.Party.Name, At: l.Heard})
		}
	}
	if len(h.Backups) > 0 {
		level := "ok"
		if h.Backups[0].At.Before(now.AddDate(0, 0, -7)) {
			level = "warning"
		}
		see(web.Sighting{What: "backup", Level: level, At: h.Backups[0].At})
	} else if h.CanBackup {
		see(web.Sighting{What: "backup-never", Level: "warning"})
	}
	return out, nil
}

func asFault(err error) *fault.Error {
	if e, ok := err.(*fault.Error); ok {
		return e
	}
	return fault.New(fault.Internal, "something went wrong").Wrap(err)
}
