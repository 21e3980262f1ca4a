package agreement

import (
	"unicode"
	"unicode/utf8"
)

// What a rule refers to is named by its title; a reference that leads nowhere, which the compiler refuses,
// keeps its own name.

func (e *explainer) party(id PartyID) string {
	if x := e.m.Party(id); x != nil {
		return e.p.own(x.Name)
	}
	return e.p.own(string(id))
}

func (e *explainer) parties(ids []PartyID, last string) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = e.party(id)
	}
	return e.p.list(words, last)
}

func (e *explainer) authorities(r Role) string {
	var words []string
	for _, id := range r.Held {
		if x := e.m.Party(id); x != nil {
			if a := x.Authority(r.Enrolled); a != nil {
				words = append(words, e.p.own(a.Name))
			}
		}
	}
	if len(words) == 0 {
		return e.p.own(plain(string(r.Enrolled)))
	}
	return e.p.list(words, e.p.and)
}

func (e *explainer) role(id RoleID) string {
	if r := e.m.Role(id); r != nil {
		return e.p.own(r.Title)
	}
	return e.p.own(plain(string(id)))
}

func (e *explainer) roles(ids []RoleID, last string) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = e.p.say("actor.one", "role", e.role(id))
	}
	return e.p.list(words, last)
}

func (e *explainer) purpose(id PurposeID) string {
	if x := e.m.Purpose(id); x != nil {
		return e.p.quoted(x.Title)
	}
	return e.p.quoted(plain(string(id)))
}

func (e *explainer) side(id SideID) string {
	return e.p.own(e.m.called(e.of, "side", string(id), plain(string(id))))
}

func (e *explainer) sideNamed(id SideID) string { return e.p.say("side.one", "side", e.side(id)) }

func (e *explainer) actor(a Actor) string {
	key := "actor"
	if r := e.m.Role(a.Role); a.Side == "" && r != nil && len(r.Held) == 1 {
		key = "actor.one"
	} else if a.Side == "" {
		key = "actor.any"
	}
	return e.p.say(key, "role", e.role(a.Role), "side", e.side(a.Side))
}

func (e *explainer) actors(list []Actor, last string) string {
	words := make([]string, len(list))
	for i, a := range list {
		words[i] = e.actor(a)
	}
	return e.p.list(words, last)
}

// label names a field of a record, or an implicit one.
func (e *explainer) label(r *Record, id FieldID) string {
	if r != nil {
		if f := r.Field(id); f != nil {
			return e.p.quoted(e.m.LabelOf(f, e.lang))
		}
	}
	if f := e.m.lookups().implicit[id]; f != nil {
		return e.p.quoted(e.m.LabelOf(f, e.lang))
	}
	return e.p.quoted(plain(string(id)))
}

func (e *explainer) fields(r *Record, ids []FieldID) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = e.label(r, id)
	}
	return e.p.list(words, e.p.and)
}

func (e *explainer) quotes(list []string, last string) string {
	words := make([]string, len(list))
	for i, s := range list {
		words[i] = e.p.quoted(s)
	}
	return e.p.list(words, last)
}

func (e *explainer) states(pr *Procedure, ids []StateID) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = e.state(pr, id)
	}
	return e.p.list(words, e.p.or)
}

func (e *explainer) state(pr *Procedure, id StateID) string {
	if s := pr.State(id); s != nil {
		return e.p.quoted(e.m.TitleOf(s, e.lang))
	}
	return e.p.quoted(plain(string(id)))
}

func (e *explainer) recordTitle(id RecordID) string {
	if r := e.m.Record(id); r != nil {
		return e.p.quoted(r.Title)
	}
	return e.p.quoted(plain(string(id)))
}

func (e *explainer) procedureTitle(id ProcedureID) string {
	if x := e.m.Procedure(id); x != nil {
		return e.p.quoted(x.Title)
	}
	return e.p.quoted(plain(string(id)))
}

func (e *explainer) registerTitle(id RegisterID) string {
	if r := e.m.Register(id); r != nil {
		return e.p.quoted(r.Title)
	}
	return e.p.quoted(plain(string(id)))
}

func (e *explainer) ladderTitle(id LadderID) string {
	if l := e.m.Ladder(id); l != nil {
		return e.p.quoted(titled(l.Title, string(id)))
	}
	return e.p.quoted(plain(string(id)))
}

func (e *explainer) assessmentTitle(id AssessmentID) string {
	if a := e.m.Assessment(id); a != nil {
		return e.p.quoted(a.Title)
	}
	return e.p.quoted(plain(string(id)))
}

func (e *explainer) stepTitle(x *Procedure, id StepID) string {
	if s := x.Step(id); s != nil {
		return e.p.quoted(titled(s.Title, string(id)))
	}
	return e.p.quoted(plain(string(id)))
}

func (e *explainer) clockTitle(x *Procedure, id ClockID) string {
	if k := x.Clock(id); k != nil {
		return e.p.quoted(titled(k.Title, string(id)))
	}
	return e.p.quoted(plain(string(id)))
}

// capital begins a sentence. Titles begin as they were written.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
