package agreement

// Amendment says which version of the same agreement this text takes the place of, and what becomes of open cases.
type Amendment struct {
	Version string `json:"version"` // of the text that is amended
	Cases   string `json:"cases"`   // CasesStay or CasesMove

	Moves []CaseMove `json:"moves,omitempty"` // of CasesMove: the procedures of which more is to be said
}

// What becomes of cases that are open when a text takes the place of another.
const (
	CasesStay = "stay" // they end under the text under which they began
	CasesMove = "move" // they go on under the new text from the instant at which it comes into force
)

// CaseMove says of one procedure how its open cases move.
type CaseMove struct {
	Procedure ProcedureID `json:"procedure"`
	Cases     string      `json:"cases,omitempty"`  // CasesStay: they are left behind; "": they move
	States    []StateMove `json:"states,omitempty"` // those that have another name in the new text, in the order of this one
}

// StateMove is a state under both of its names.
type StateMove struct {
	Old StateID `json:"old"` // in the text that is amended
	New StateID `json:"new"` // in this one
}

// Of gives what is said of the open cases of one procedure, nil where nothing is.
func (a *Amendment) Of(p ProcedureID) *CaseMove {
	return find(a.Moves, func(x *CaseMove) bool { return x.Procedure == p })
}

// Moving says whether open cases of a procedure move.
func (a *Amendment) Moving(p ProcedureID) bool {
	x := a.Of(p)
	return a.Cases == CasesMove && (x == nil || x.Cases != CasesStay)
}

// State gives the name that a state of a procedure has in the new text.
func (a *Amendment) State(p ProcedureID, old StateID) StateID {
	if x := a.Of(p); x != nil {
		if s := find(x.States, func(s *StateMove) bool { return s.Old == old }); s != nil {
			return s.New
		}
	}
	return old
}

// TakesPlaceOf says whether this text amends another: it is of the same name and names the other's version.
func (m *Model) TakesPlaceOf(old *Model) bool {
	return m.Amends != nil && m.ID == old.ID && m.Version != old.Version && m.Amends.Version == old.Version
}

// String gives the two names as a text states them.
func (s StateMove) String() string { return string(s.Old) + " = " + string(s.New) }
