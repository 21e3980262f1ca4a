package desk

import (
	"context"
	"encoding/base64"
	"net/http"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/web"
)

// Sessions and links live on the machine's time: a browser is not part of the exercise whose clock jumps
// by months.

// roleAuditor is the name by which the language's agreements call the office that audits.
const roleAuditor = node.RoleAuditor

// Who gives the person behind a request.
func (d *desk) Who(r *http.Request) (web.Viewer, bool) {
	k, err := r.Cookie(d.n.Auth().CookieName())
	if err != nil {
		return web.Viewer{}, false
	}
	p, s, err := d.n.Auth().Authenticate(r.Context(), k.Value, auth.KindCookie, time.Now())
	if err != nil {
		return web.Viewer{}, false
	}
	v := web.Viewer{
		ID: string(p.ID), Session: base64.RawURLEncoding.EncodeToString(s.Hash[:]), Name: p.Name, Party: d.ownParty(speak(r.Context())), Audits: d.mayAudit(p),
		Negotiates: p.Delegate && p.Content() == nil,
	}
	v.Admin, v.Fresh = p.Admin, s.IsFresh(time.Now())
	pref := d.preference(r.Context(), p.ID)
	v.Language = pref.Language
	if pref.Zone != "" {
		v.Zone, _ = time.LoadLocation(pref.Zone) // one that this machine does not know is none
	}
	for _, m := range d.n.Models() {
		m = d.in(speak(r.Context()), m)
		for _, id := range p.RolesIn(m.ID) {
			if t := roleTitle(m, id); !slices.Contains(v.Roles, t) {
				v.Roles = append(v.Roles, t)
			}
		}
	}
	return v, true
}

// mayAudit: auditors, and where the party has none, everybody with an office: somebody must be able to
// hand the evidence over to the auditor, and it shows no field.
func (d *desk) mayAudit(p *auth.Person) bool {
	for _, m := range d.n.Models() {
		r := m.Role(roleAuditor)
		held := p.RolesIn(m.ID)
		if slices.Contains(held, roleAuditor) {
			return true
		}
		if len(held) > 0 && (r == nil || !slices.Contains(r.Held, d.n.Party())) {
			return true
		}
	}
	return false
}

// Login opens a session for a login link.
func (d *desk) Login(w http.ResponseWriter, r *http.Request, token string) error {
	session, s, err := d.n.Auth().Login(r.Context(), token, time.Now())
	if err != nil {
		return err
	}
	return d.enter(w, r, session, s, auth.MethodLink)
}

// Logout ends the session.
func (d *desk) Logout(w http.ResponseWriter, r *http.Request) {
	if k, err := r.Cookie(d.n.Auth().CookieName()); err == nil {
		_ = d.n.Auth().End(r.Context(), k.Value) // the cookie goes in any case; the session ends by its time
	}
	http.SetCookie(w, d.cookie("", -1))
}

func (d *desk) cookie(value string, age int) *http.Cookie {
	return &http.Cookie{
		Name: d.n.Auth().CookieName(), Value: value, Path: "/", MaxAge: age, HttpOnly: true, Secure: d.opt.Secure, SameSite: http.SameSiteLaxMode,
	}
}

// Personas lists whom one can be.
func (d *desk) Personas(ctx context.Context) ([]web.Persona, error) {
	if !d.opt.Personas {
		return nil, nil
	}
	return People(ctx, d.n)
}

// People gives the people of an exercise's node, each with a login link's token that works for a month.
func People(ctx context.Context, n *node.Node) ([]web.Persona, error) {
	all, err := n.Auth().People(ctx)
	if err != nil {
		return nil, err
	}
	var out []web.Persona
	for _, p := range all {
		x := web.Persona{Name: p.Name}
		var does []string
		for _, m := range n.Models() {
			m = n.In(m, speak(ctx).code)
			for _, id := range p.RolesIn(m.ID) {
				x.Roles = append(x.Roles, roleTitle(m, id))
				does = append(does, deeds(m, id, n.Party())...)
				if id == roleAuditor {
					does = append(does, speak(ctx).say("persona.audits"))
				}
			}
		}
		if p.Admin && !p.Disabled {
			x.Roles = []string{speak(ctx).say("staff.admin")}
		}
		if len(x.Roles) == 0 {
			continue
		}
		if x.Token, err = n.Auth().Link(ctx, p.ID, time.Now(), 0, true); err != nil {
			return nil, err
		}
		if len(does) > 0 {
			t := speak(ctx)
			x.Does = t.say("persona.does", "deeds", t.list(t.quote(does[:min(3, len(does))])))
		}
		out = append(out, x)
	}
	return out, nil
}

// deeds says what a role lets its holders do, in the agreement's own titles.
func deeds(m *agreement.Model, id agreement.RoleID, party agreement.PartyID) []string {
	var out []string
	for i := range m.Registers {
		for _, q := range m.Registers[i].Queries {
			if slices.Contains(q.By, id) {
				out = append(out, titled(q.Title, q.ID))
			}
		}
	}
	for i := range m.Procedures {
		p := &m.Procedures[i]
		for _, s := range p.Steps {
			for _, by := range s.By {
				side := p.Side(by.Side)
				if by.Role == id && (side == nil || len(side.Any) == 0 || slices.Contains(side.Any, party)) {
					out = append(out, titled(s.Title, s.ID))
					break
				}
			}
		}
	}
	return out
}
