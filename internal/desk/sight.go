package desk

import (
	"maps"
	"slices"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/web"
)

// sight says how far an actor sees a field, and by which article.
func (x *teller) sight(a casework.Actor, f agreement.FieldID) web.Sight {
	share, err := x.c.Grant(a, f, x.now)
	switch {
	case err == nil && share == nil:
		return web.Sight{Sees: web.SeesGave}
	case err == nil:
		return web.Sight{Sees: web.SeesIt, Article: share.Article}
	}
	cited := agreement.Article("")
	if e, ok := err.(*fault.Error); ok {
		cited = agreement.Article(e.Article)
	}
	switch fault.CodeOf(err) {
	case fault.Erased:
		return web.Sight{Sees: web.SeesErased, Article: cited}
	case fault.Sealed:
		return web.Sight{Sees: web.SeesClosed, Article: cited}
	}
	_, given := x.c.Given[f]
	if s := x.shareFor(a, f); s != nil {
		switch {
		case len(s.From) > 0 && !x.reached(s):
			return web.Sight{Sees: web.SeesLater, When: x.stateNames(s.From), Article: s.Article}
		case given:
			return web.Sight{Sees: web.SeesLater, Article: s.Article} // its condition does not hold
		default:
			return web.Sight{Sees: web.SeesUngiven, Article: s.Article}
		}
	}
	switch {
	case !given && x.gives(a, f):
		return web.Sight{Sees: web.SeesUngiven}
	case given && slices.Contains(x.c.Parties(), a.Party):
		return web.Sight{Sees: web.SeesSealed}
	default:
		return web.Sight{Sees: web.SeesNone}
	}
}

// shareFor is the share that grants the field to the actor, sooner or later: one that is open already, or
// else the first.
func (x *teller) shareFor(a casework.Actor, f agreement.FieldID) *agreement.Share {
	var first *agreement.Share
	for i := range x.p.Shares {
		s := &x.p.Shares[i]
		if !slices.Contains(s.Fields, f) || !slices.ContainsFunc(s.With, func(w agreement.Actor) bool { return x.is(w, a) }) {
			continue
		}
		if x.reached(s) {
			return s
		}
		if first == nil {
			first = s
		}
	}
	return first
}

func (x *teller) is(w agreement.Actor, a casework.Actor) bool {
	return w.Role == a.Role && slices.Contains(x.bearers(w), a.Party)
}

func (x *teller) reached(s *agreement.Share) bool {
	return len(s.From) == 0 || slices.ContainsFunc(s.From, func(id agreement.StateID) bool {
		_, been := x.c.Entered[id]
		return been
	})
}

// gives says whether a step lets the actor give the field.
func (x *teller) gives(a casework.Actor, f agreement.FieldID) bool {
	for i := range x.p.Steps {
		s := &x.p.Steps[i]
		if slices.ContainsFunc(s.By, func(w agreement.Actor) bool { return x.is(w, a) }) && carries(s, f) {
			return true
		}
	}
	return false
}

func carries(s *agreement.Step, f agreement.FieldID) bool {
	return slices.Contains(s.Gives, f) || s.Reasons && f == agreement.FieldReasons ||
		slices.ContainsFunc(s.Requires, func(a agreement.AssessmentID) bool { return agreement.AssessmentField(a) == f })
}

// own is the best sight that the viewer's roles together have.
func (x *teller) own(f agreement.FieldID) web.Sight {
	best := web.Sight{Sees: web.SeesNone}
	for _, role := range x.held {
		if s := x.sight(casework.Actor{Party: x.party, Role: role}, f); rank(s.Sees) > rank(best.Sees) {
			best = s
		}
	}
	return best
}

func rank(s web.Sees) int {
	return slices.Index([]web.Sees{
		web.SeesNone, web.SeesSealed, web.SeesUngiven, web.SeesLater, web.SeesErased, web.SeesClosed, web.SeesIt, web.SeesGave,
	}, s)
}

// fields are all that a case of this procedure may hold: the record in its order, then what steps carry
// beside it.
func fields(m *agreement.Model, p *agreement.Procedure) []*agreement.Field {
	var out []*agreement.Field
	add := func(f *agreement.Field) {
		if f != nil && !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	if r := m.Record(p.Record); r != nil {
		for i := range r.Fields {
			add(&r.Fields[i])
		}
	}
	for i := range p.Steps {
		for _, a := range p.Steps[i].Requires {
			add(m.ProcedureField(p, agreement.AssessmentField(a)))
		}
	}
	for i := range p.Steps {
		if p.Steps[i].Reasons {
			add(m.ProcedureField(p, agreement.FieldReasons))
		}
	}
	return out
}

// columns are the offices that take part in the case or may see something of it.
func (x *teller) columns() []web.Column {
	var out []web.Column
	add := func(list []agreement.Actor) {
		for _, a := range list {
			for _, party := range x.bearers(a) {
				c := web.Column{Role: roleRef(x.m, party, a.Role), You: party == x.party && slices.Contains(x.held, a.Role)}
				if !slices.Contains(out, c) {
					out = append(out, c)
				}
			}
		}
	}
	for i := range x.p.Steps {
		add(x.p.Steps[i].By)
	}
	for i := range x.p.Shares {
		add(x.p.Shares[i].With)
	}
	place := func(c web.Column) int {
		for i := range x.p.Sides {
			if x.c.Sides[x.p.Sides[i].ID] == c.Role.Party.ID {
				return i
			}
		}
		return len(x.p.Sides)
	}
	slices.SortStableFunc(out, func(a, b web.Column) int { return place(a) - place(b) })
	return out
}

// stillGiven says whether a step that is possible where the case stands could still give the field.
func (x *teller) stillGiven(f agreement.FieldID) bool {
	return slices.ContainsFunc(x.p.Steps, func(s agreement.Step) bool { return slices.Contains(s.From, x.c.State) && carries(&s, f) })
}

// matrix says of every field who sees it.
func (x *teller) matrix() ([]web.Column, []web.Row) {
	cols := x.columns()
	var rows []web.Row
	for _, f := range fields(x.m, x.p) {
		if _, given := x.c.Given[f.ID]; !given && x.c.Over() && !x.stillGiven(f.ID) {
			continue // it never was, and never will be
		}
		row := web.Row{Field: f}
		for _, c := range cols {
			row.Cells = append(row.Cells, x.sight(casework.Actor{Party: c.Role.Party.ID, Role: c.Role.ID}, f.ID))
		}
		rows = append(rows, row)
	}
	return cols, rows
}

// closed says that a share does not open, because of what was given or is about to be: who asked not to be named is not named.
// Where not all that its condition reads is known here nothing can be said.
func (x *teller) closed(s *agreement.Share) bool {
	if s.When.IsZero() {
		return false
	}
	known := maps.Clone(x.c.Values)
	if known == nil {
		known = map[agreement.FieldID]any{}
	}
	maps.Copy(known, x.draft)
	for _, f := range s.When.Reads {
		if _, ok := known[f]; !ok {
			return false
		}
	}
	opens, err := s.When.Eval(agreement.Env{Case: known, Parties: x.c.Parties(), At: x.now})
	return err == nil && !opens
}
