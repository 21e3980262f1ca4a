package casework

import (
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// Open begins a case with its opening step. Every side of the procedure must be bound to a party that
// may stand on it. Refused as Take refuses, and with no-such-step, side-unbound and wrong-state (the step
// does not open a case).
func Open(m *agreement.Model, id CaseID, p agreement.ProcedureID, sides map[agreement.SideID]agreement.PartyID, mv Move) (*Case, error) {
	return (*Standing)(nil).Open(m, id, p, sides, mv)
}

// Open begins a case as the agreement stands.
func (s *Standing) Open(m *agreement.Model, id CaseID, p agreement.ProcedureID, sides map[agreement.SideID]agreement.PartyID, mv Move) (*Case, error) {
	proc := m.Procedure(p)
	if proc == nil {
		return nil, fault.New(fault.NoSuchStep, "the agreement has no procedure %q", p).
			Mend("choose one of the procedures of %s", m.Title)
	}
	if id == "" {
		return nil, fault.New(fault.Invalid, "the case has no name").Mend("draw 32 hex digits at random")
	}
	if err := checkSides(m, proc, sides); err != nil {
		return nil, err
	}
	bound := make(map[agreement.SideID]agreement.PartyID, len(sides))
	for s, party := range sides {
		bound[s] = party
	}
	blank := &Case{ID: id, Model: m, Procedure: proc, Sides: bound, Opened: effective(mv), Standing: s}
	return blank.take(mv, true)
}

// checkSides holds the bound parties against the sides of the procedure, in the order of the text.
func checkSides(m *agreement.Model, p *agreement.Procedure, sides map[agreement.SideID]agreement.PartyID) error {
	for i := range p.Sides {
		s := &p.Sides[i]
		party, ok := sides[s.ID]
		if !ok || party == "" {
			return fault.Refuse(fault.SideUnbound, string(p.Article), "no party is named for the side %s", s.ID).
				Mend("name one of: %s", list(s.Any))
		}
		if err := checkSide(m, p, s, sides); err != nil {
			return err
		}
	}
	if len(sides) != len(p.Sides) {
		return fault.Refuse(fault.SideUnbound, string(p.Article), "a side is named that %s does not have", title(p.Title, p.ID)).
			Mend("name a party for each of: %s", list(sideIDs(p)))
	}
	return nil
}

func checkSide(m *agreement.Model, p *agreement.Procedure, s *agreement.Side, sides map[agreement.SideID]agreement.PartyID) error {
	party := sides[s.ID]
	if m.Party(party) == nil {
		return fault.Refuse(fault.SideUnbound, string(p.Article), "%s is no party to this agreement", party).
			Mend("name one of: %s", list(s.Any))
	}
	if len(s.Any) > 0 && !slices.Contains(s.Any, party) {
		return fault.Refuse(fault.SideUnbound, string(p.Article), "%s cannot stand on the side %s", party, s.ID).
			Mend("name one of: %s", list(s.Any))
	}
	for _, o := range s.Other {
		if sides[o] == party {
			return fault.Refuse(fault.SideUnbound, string(p.Article), "%s cannot stand on the sides %s and %s at once", party, s.ID, o).
				Mend("name another party for the side %s", s.ID)
		}
	}
	return nil
}

// Bind completes a binding of sides in the order of the text: a side that is not named gets the party
// that alone can fill it. A side that several could fill stays open; Open then refuses.
func Bind(m *agreement.Model, p *agreement.Procedure, named map[agreement.SideID]agreement.PartyID) map[agreement.SideID]agreement.PartyID {
	bound := make(map[agreement.SideID]agreement.PartyID, len(p.Sides))
	for s, party := range named {
		bound[s] = party
	}
	// A side that is settled can settle another; each round settles one or ends.
	for range p.Sides {
		for i := range p.Sides {
			if s := &p.Sides[i]; bound[s.ID] == "" {
				if only := candidates(m, p, s, bound); len(only) == 1 {
					bound[s.ID] = only[0]
				}
			}
		}
	}
	return bound
}

// candidates are the parties that could stand on a side beside those that are bound already.
func candidates(m *agreement.Model, p *agreement.Procedure, s *agreement.Side, bound map[agreement.SideID]agreement.PartyID) []agreement.PartyID {
	from := s.Any
	if len(from) == 0 {
		for i := range m.Parties {
			from = append(from, m.Parties[i].ID)
		}
	}
	var fit []agreement.PartyID
	for _, party := range from {
		if m.Party(party) != nil && !excluded(p, s, party, bound) {
			fit = append(fit, party)
		}
	}
	return fit
}

// excluded: Other binds both ways, whichever of the two sides is bound first.
func excluded(p *agreement.Procedure, s *agreement.Side, party agreement.PartyID, bound map[agreement.SideID]agreement.PartyID) bool {
	for i := range p.Sides {
		o := &p.Sides[i]
		if bound[o.ID] == party && o.ID != s.ID && (slices.Contains(s.Other, o.ID) || slices.Contains(o.Other, s.ID)) {
			return true
		}
	}
	return false
}

// Home is the party that orders the acts of this case.
func (c *Case) Home() agreement.PartyID { return HomeOf(c.Model, c.Procedure, c.Sides) }

// HomeOf is the party that orders the acts of a case with these sides.
func HomeOf(m *agreement.Model, p *agreement.Procedure, sides map[agreement.SideID]agreement.PartyID) agreement.PartyID {
	if p.Home == "" {
		return m.Depositary
	}
	return sides[p.Home]
}

// SideOf gives the sides on which a party stands, in the order of the text; nil where it stands on none.
func (c *Case) SideOf(p agreement.PartyID) []agreement.SideID {
	var on []agreement.SideID
	for i := range c.Procedure.Sides {
		if id := c.Procedure.Sides[i].ID; c.Sides[id] == p {
			on = append(on, id)
		}
	}
	return on
}

// Parties gives those whose nodes hold the case, each once, in the order of the agreement: those who stand on a side, the home, and
// those who fill a role that a step or a share of the procedure names for whatever party (role.liaison), since who may
// act in a case or see of it must have it.
func (c *Case) Parties() []agreement.PartyID {
	var in []agreement.PartyID
	for i := range c.Model.Parties {
		if id := c.Model.Parties[i].ID; id == c.Home() || len(c.SideOf(id)) > 0 || c.admits(id) {
			in = append(in, id)
		}
	}
	return in
}

// admits says whether a party has part in the case without standing on a side of it. The text under which the case was opened says
// so: whoever a later one lets in has no history of it.
func (c *Case) admits(p agreement.PartyID) bool {
	for c.Before != nil {
		c = c.Before
	}
	any := func(a agreement.Actor) bool { return a.Side == "" && holds(c.Model, a.Role, p) }
	return slices.ContainsFunc(c.Procedure.Steps, func(s agreement.Step) bool { return slices.ContainsFunc(s.By, any) }) ||
		slices.ContainsFunc(c.Procedure.Shares, func(s agreement.Share) bool { return slices.ContainsFunc(s.With, any) })
}

// Over says that nothing more can be done in the case: it stands in a final state or was closed by silence.
func (c *Case) Over() bool {
	if !c.Closed.IsZero() {
		return true
	}
	s := c.Procedure.State(c.State)
	return s != nil && s.Final
}

// effective is when a move counts as done: no later than another party's proof, or else home's receipt.
func effective(mv Move) time.Time {
	if mv.Proved.IsZero() {
		return mv.Received.UTC()
	}
	return mv.Proved.UTC()
}
