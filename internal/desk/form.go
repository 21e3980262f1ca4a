package desk

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/web"
)

// caseForm is a step of a running case as a form.
func (d *desk) caseForm(x *teller, o *node.Outline, f node.Offer) web.StepForm {
	out := x.form(f.Step, roleRef(x.m, x.party, f.Role))
	out.Case = x.refOf(o)
	out.Outflows = x.outflows(f.Shares, out.Step, nil)
	return out
}

// openForm is an opening step as a form: the case is not there yet, its sides are as far as they are settled.
func (x *teller) openForm(o casework.Opening, role agreement.RoleID) web.StepForm {
	out := x.form(o.Step, roleRef(x.m, x.party, role))
	for i := range x.p.Sides {
		s := &x.p.Sides[i]
		if s.ID == o.Side || x.c.Sides[s.ID] != "" {
			continue
		}
		choice := web.SideChoice{Side: s.ID, Title: x.side(s.ID), Tongue: x.m.Tongue()}
		for _, party := range x.candidates(s) {
			choice.Parties = append(choice.Parties, partyRef(x.m, party))
		}
		out.Sides = append(out.Sides, choice)
	}
	out.Outflows = x.outflows(nil, out.Step, nil)
	return out
}

// candidates are the parties that could stand on a side beside those that stand already.
func (x *teller) candidates(s *agreement.Side) []agreement.PartyID {
	all := s.Any
	if len(all) == 0 {
		for i := range x.m.Parties {
			all = append(all, x.m.Parties[i].ID)
		}
	}
	return slices.DeleteFunc(slices.Clone(all), func(p agreement.PartyID) bool {
		return slices.ContainsFunc(s.Other, func(o agreement.SideID) bool { return x.c.Sides[o] == p }) ||
			slices.ContainsFunc(x.p.Sides, func(o agreement.Side) bool { return x.c.Sides[o.ID] == p && slices.Contains(o.Other, s.ID) })
	})
}

// form is what a form of either kind has. The step may be the one that was signed: its form is in the reader's words.
func (x *teller) form(own *agreement.Step, role web.RoleRef) web.StepForm {
	s := x.p.Step(own.ID)
	out := web.StepForm{
		Agreement: x.m.ID, Procedure: x.p.ID, Zone: x.m.Location(), Step: s, Title: titled(s.Title, s.ID), Tongue: x.m.Tongue(), Role: role,
		Article: quoted(x.c.Model, x.m, s.Article, titled(own.Title, own.ID), roleTitle(x.c.Model, role.ID)),
	}
	if s.To != "" && s.To != x.c.State {
		out.Becomes = x.state(s.To)
	}
	for _, in := range casework.Form(x.m, x.p, s) {
		i := x.input(in.Field, in.Required, 0)
		i.Readers = x.readers(in.Field.ID)
		x.explain(&i, own)
		out.Inputs = append(out.Inputs, i)
	}
	return out
}

// maxNesting bounds records within records; the language forbids a cycle, a form need not trust that.
const maxNesting = 6

func (x *teller) input(f *agreement.Field, required bool, depth int) web.Input {
	in := web.Input{Field: f, Required: required, Assessment: assessmentOf(x.m, f), Tongue: x.m.Tongue()}
	if r := x.m.Record(f.Record); r != nil && depth < maxNesting {
		for i := range r.Fields {
			in.Parts = append(in.Parts, x.input(&r.Fields[i], r.Fields[i].Required, depth+1))
		}
	}
	return in
}

// readers are the offices of the other parties to which a share opens the field, sooner or later.
func (x *teller) readers(f agreement.FieldID) []string {
	var parties []string
	roles := map[string][]string{}
	for i := range x.p.Shares {
		s := &x.p.Shares[i]
		if !slices.Contains(s.Fields, f) {
			continue
		}
		for _, r := range x.roles(s.With) {
			name := x.say("role.the", "role", lower(r.Title))
			if r.Party.ID == x.party || slices.Contains(roles[r.Party.Name], name) {
				continue
			}
			if len(roles[r.Party.Name]) == 0 {
				parties = append(parties, r.Party.Name)
			}
			roles[r.Party.Name] = append(roles[r.Party.Name], name)
		}
	}
	var out []string
	for _, p := range parties {
		out = append(out, x.say("roles.of", "roles", x.list(roles[p]), "party", p))
	}
	return out
}

// outflows says in words what leaves at once, as the engine found it, and what a share opens later. given are
// the fields of the act; nil: all that the step may carry.
func (x *teller) outflows(now []casework.Outflow, step *agreement.Step, given []agreement.FieldID) []web.Outflow {
	var out []web.Outflow
	for _, f := range now {
		out = append(out, x.outflow(x.p.Share(f.Share.ID), roleRef(x.m, f.Party, f.Role), f.Fields))
	}
	for i := range x.p.Shares {
		s := &x.p.Shares[i]
		if x.closed(s) {
			continue
		}
		reached := x.reached(s) || step.To != "" && slices.Contains(s.From, step.To)
		if reached && x.c.ID != "" {
			continue // the engine has said it
		}
		fields := slices.DeleteFunc(slices.Clone(s.Fields), func(f agreement.FieldID) bool {
			return !carries(step, f) || given != nil && !slices.Contains(given, f)
		})
		if len(fields) == 0 {
			continue
		}
		for _, r := range x.roles(s.With) {
			if r.Party.ID == x.party && slices.Contains(x.held, r.ID) {
				continue // to oneself nothing goes
			}
			if slices.ContainsFunc(now, func(f casework.Outflow) bool { return f.Share.ID == s.ID && f.Party == r.Party.ID && f.Role == r.ID }) {
				continue
			}
			o := x.outflow(s, r, fields)
			if !reached {
				o.When = x.stateNames(s.From)
			}
			out = append(out, o)
		}
	}
	// What leaves the party comes first, what leaves at once before what leaves later.
	place := func(o web.Outflow) int {
		switch {
		case o.To.Party.ID == x.party:
			return 2
		case o.When != "":
			return 1
		}
		return 0
	}
	slices.SortStableFunc(out, func(a, b web.Outflow) int { return place(a) - place(b) })
	return out
}

func (x *teller) outflow(s *agreement.Share, to web.RoleRef, fields []agreement.FieldID) web.Outflow {
	o := web.Outflow{To: to, Fields: labels(x.m, x.p, fields, x.code), Handling: s.Handling, Kept: x.kept(fields), Article: article(x.m, s.Article)}
	if u := x.m.Purpose(s.Purpose); u != nil {
		o.Purpose = u.Title
	}
	return o
}

// kept says how long what is given stays: where fields differ in it, each time once.
func (x *teller) kept(fields []agreement.FieldID) string {
	var words []string
	for _, f := range fields {
		if k := x.p.KeepOf(f); k != nil {
			if w := x.keptFor(k); !slices.Contains(words, w) {
				words = append(words, w)
			}
		}
	}
	return strings.Join(words, " · ")
}

func (x *teller) keptFor(k *agreement.Keep) string {
	for _, id := range k.After {
		if s := x.p.State(id); s == nil || !s.Final {
			return x.say("kept.states", "for", k.For.InWords(x.code), "states", x.stateNames(k.After))
		}
	}
	return x.say("kept.end", "for", k.For.InWords(x.code))
}

// starting are the clocks that a step would start, with when they would end.
func (x *teller) starting(s *agreement.Step) []web.ClockView {
	if s.To == "" || s.To == x.c.State {
		return nil
	}
	var out []web.ClockView
	for i := range x.p.Clocks {
		cl := &x.p.Clocks[i]
		runs := slices.ContainsFunc(x.c.Clocks, func(r casework.Running) bool { return r.Clock == cl.ID && r.Status == casework.StatusRuns })
		if !slices.Contains(cl.Starts, s.To) || runs {
			continue
		}
		if r, known := x.c.Would(cl, x.now); known { // what counts from a date that the form will bring has no end yet
			out = append(out, x.clock(r))
		}
	}
	slices.SortStableFunc(out, func(a, b web.ClockView) int { return cmp.Compare(a.Due.UnixNano(), b.Due.UnixNano()) })
	return out
}

// blank is a case that is not there yet: for its forms.
func blank(m *agreement.Model, p *agreement.Procedure, sides map[agreement.SideID]agreement.PartyID, now time.Time) *casework.Case {
	return &casework.Case{Model: m, Procedure: p, Sides: casework.Bind(m, p, sides), Opened: now}
}
