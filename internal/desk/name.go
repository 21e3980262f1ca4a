package desk

import (
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/web"
)

// How things are called where a person reads: by their titles, and by no identifier.

// titled gives a title, or the identifier in words where the text gives none.
func titled[T ~string](title string, id T) string {
	if title != "" {
		return title
	}
	return inWords(id)
}

func inWords[T ~string](id T) string {
	return strings.NewReplacer("-", " ", "_", " ").Replace(string(id))
}

func capital(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}

func lower(s string) string {
	for i, r := range s {
		return strings.ToLower(string(r)) + s[i+len(string(r)):]
	}
	return s
}

func roleTitle(m *agreement.Model, id agreement.RoleID) string {
	if r := m.Role(id); r != nil {
		return titled(r.Title, id)
	}
	return inWords(id)
}

func partyRef(m *agreement.Model, id agreement.PartyID) web.PartyRef {
	if m != nil {
		if p := m.Party(id); p != nil {
			return web.PartyRef{ID: id, Name: p.Name, Kind: p.Kind, Tongue: m.Tongue()}
		}
	}
	return web.PartyRef{ID: id, Name: capital(inWords(id))}
}

func roleRef(m *agreement.Model, party agreement.PartyID, role agreement.RoleID) web.RoleRef {
	return web.RoleRef{ID: role, Title: roleTitle(m, role), Tongue: m.Tongue(), Party: partyRef(m, party)}
}

// ownParty is whose node this is, by the name that its agreements give it.
func (d *desk) ownParty(t tongue) web.PartyRef {
	for _, m := range d.n.Models() {
		return partyRef(d.in(t, m), d.n.Party())
	}
	return partyRef(nil, d.n.Party())
}

func stateView(m *agreement.Model, p *agreement.Procedure, id agreement.StateID, lang string) web.StateView {
	s := p.State(id)
	if s == nil {
		return web.StateView{ID: id, Title: inWords(id)}
	}
	return web.StateView{ID: id, Title: m.TitleOf(s, lang), Final: s.Final, Tongue: m.Tongue()}
}

func stepTitle(p *agreement.Procedure, id agreement.StepID) string {
	if s := p.Step(id); s != nil {
		return titled(s.Title, id)
	}
	return inWords(id)
}

func clockTitle(cl *agreement.Clock) string { return titled(cl.Title, cl.ID) }

// caseRef names a case; the model is in the reader's language.
func caseRef(m *agreement.Model, id casework.CaseID, procedure agreement.ProcedureID) web.CaseRef {
	out := web.CaseRef{ID: id, Reference: reference(id), Procedure: inWords(procedure), Tongue: m.Tongue()}
	if p := m.Procedure(procedure); p != nil {
		out.Procedure = titled(p.Title, p.ID)
	}
	return out
}

func (x *teller) refOf(o *node.Outline) web.CaseRef { return caseRef(x.m, o.ID, x.p.ID) }

// reference is what people call a case: enough of its name to tell it from others aloud.
func reference(id casework.CaseID) string { return string(id[:min(8, len(id))]) }

// labels names fields in a language.
func labels(m *agreement.Model, p *agreement.Procedure, ids []agreement.FieldID, lang string) []string {
	out := make([]string, 0, len(ids))
	for _, id := range ids {
		if f := m.ProcedureField(p, id); f != nil {
			out = append(out, m.LabelOf(f, lang))
		} else {
			out = append(out, inWords(id))
		}
	}
	return out
}

func recordLabels(r *agreement.Record, m *agreement.Model, ids []agreement.FieldID, lang string) []string {
	out := make([]string, 0, len(ids))
	for _, id := range ids {
		if f := r.Field(id); f != nil {
			out = append(out, m.LabelOf(f, lang))
		}
	}
	return out
}
