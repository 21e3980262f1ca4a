package audit

import (
	"maps"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
)

// force lets a step happen that was not permitted, since it did happen: the same engine runs a
// procedure in which this one step is open to whoever took it. nil where even that is impossible.
func force(c *casework.Case, m casework.Move) *casework.Case {
	was := m
	waits := c.Waits(m)
	p, m := relaxed(c.Model, c.Procedure, m, c.State, waits)
	if p == nil {
		return nil
	}
	eased := *c
	eased.Procedure = p
	if c.Sides[m.Side] != m.Party {
		m.Side = ""
	}
	m.Person = unknown // who took part before is no hindrance to what has happened
	if !c.Closed.IsZero() {
		eased.Closed = time.Time{}
	}
	m.Ends = true
	n, err := eased.Take(m)
	if err != nil {
		return nil
	}
	if waits {
		n.Clocks = c.Clocks // another date that it gives moves no end yet
	}
	n.Procedure = c.Procedure
	// The history names who really acted: later steps are judged by it.
	t := &n.Taken[len(n.Taken)-1]
	t.Person, t.Role, t.Side = was.Person, was.Role, was.Side
	if waits {
		t.Lacks = 1
	}
	return n
}

// unknown is a person that no act can name: pseudonyms hold no space.
const unknown casework.Pseudonym = "somebody else"

// forceOpen opens a case with a step that did not permit it, so that what follows can be judged.
func (r *caseRun) forceOpen(sides map[agreement.SideID]agreement.PartyID, m casework.Move) *casework.Case {
	act := r.list[0].act.Act
	orig := r.ct.model.Procedure(agreement.ProcedureID(act.Procedure))
	if orig == nil {
		return nil
	}
	p, m := relaxed(r.ct.model, orig, m, "", false)
	if p == nil {
		return nil
	}
	model := *r.ct.model
	model.Procedures = slices.Clone(model.Procedures)
	for i := range model.Procedures {
		if model.Procedures[i].ID == p.ID {
			model.Procedures[i] = *p
		}
	}
	bound := casework.Bind(r.ct.model, orig, sides)
	if bound[m.Side] != m.Party {
		m.Side = ""
	}
	c, err := r.ct.trusting().Open(model.Build(), r.key.id, p.ID, bound, m)
	if err != nil {
		return nil
	}
	c.Model, c.Procedure, c.Standing = r.ct.model, orig, r.ct.trusting()
	return c
}

// relaxed copies the procedure with the step of the move made permissive. The states, clocks and
// shares stay, so that the step has the effects that the agreement gives it; waits says that others would have to take
// it first.
func relaxed(m *agreement.Model, p *agreement.Procedure, mv casework.Move, state agreement.StateID, waits bool) (*agreement.Procedure, casework.Move) {
	i := slices.IndexFunc(p.Steps, func(s agreement.Step) bool { return s.ID == mv.Step })
	if i < 0 || m.Party(mv.Party) == nil {
		return nil, mv
	}
	at := mv.Received
	if !mv.Proved.IsZero() {
		at = mv.Proved
	}
	n := *p
	n.Steps = slices.Clone(p.Steps)
	s := n.Steps[i]
	if !held(m, mv.Role, mv.Party) {
		mv.Role = ""
		for j := range m.Roles {
			if r := &m.Roles[j]; !r.Independent && slices.Contains(r.Held, mv.Party) {
				mv.Role = r.ID
				break
			}
		}
	}
	if mv.Person == "" {
		mv.Person = unknown
	}
	signed := (*casework.Standing)(nil)
	if signed.InForce(m, s.Article, nil, at) != nil {
		for j := range m.Articles {
			if signed.InForce(m, m.Articles[j].Number, nil, at) == nil {
				s.Article = m.Articles[j].Number
				break
			}
		}
	}
	if waits {
		// It needs other parties, so that it had no effect.
		s.To, s.Adds, s.Strikes, s.Opens, s.Erases, s.Pauses, s.Resumes, s.Restarts = "", "", "", "", nil, nil, nil, nil
	}
	s.QuorumOf, s.Quorum, s.Begins, s.Uses, s.Defers, s.Irregular, s.OwnParty = "", 0, "", "", nil, "", false
	s.By = []agreement.Actor{{Role: mv.Role}}
	s.From = nil
	if state != "" {
		s.From = []agreement.StateID{state}
	}
	s.Gives, s.Optional = mv.Gives, mv.Gives
	s.When, s.Reasons, s.Grounds, s.Requires, s.OtherThan, s.Personal, s.Extends = agreement.Condition{}, false, nil, nil, nil, false, nil
	mv.Ground = ""
	mv.Values = maps.Clone(mv.Values)
	for f, v := range mv.Values {
		field := m.ProcedureField(p, f)
		if field == nil || !slices.Contains(mv.Gives, f) || m.CheckValue(field, v) != nil {
			delete(mv.Values, f)
		}
	}
	n.Steps[i] = s
	return &n, mv
}

func held(m *agreement.Model, role agreement.RoleID, p agreement.PartyID) bool {
	r := m.Role(role)
	return r != nil && slices.Contains(r.Held, p)
}
