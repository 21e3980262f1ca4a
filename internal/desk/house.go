package desk

import (
	"context"
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
