package scenario

import (
	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
)

// Story is one story as it is written.
type Story struct {
	Title     string
	Agreement string   // path of the text
	Amended   []string // paths of texts that take its place and each other's, in the order in which they come into force
	Procedure agreement.ProcedureID
	Sides     map[agreement.SideID]agreement.PartyID
	Lines     []Line
}

// Party is who an actor of the story is. "role.name" stands for the first party that fills the role.
func (s *Story) Party(m *agreement.Model, a agreement.Actor) agreement.PartyID {
	if party, bound := s.Sides[a.Side]; bound {
		return party
	}
	if r := m.Role(a.Role); a.Side == "role" && r != nil && len(r.Held) > 0 {
		return r.Held[0]
	}
	return ""
}

// Line is one sentence of a story.
type Line struct {
	Number  int // from 1
	Text    string
	Verb    Verb
	When    string            // At, ClockEnds: "2026-03-02 10:00", on the agreement's wall clock
	After   agreement.Period  // After: from the instant before
	Who     agreement.Actor   // Takes, Refused, May, Sees
	Person  string            // Takes, Refused: as whom; "": one person per actor
	Step    agreement.StepID  // Takes, Refused
	Values  map[string]any    // Takes, Refused: by field; null leaves a field out
	Facts   map[string]any    // Takes, Refused: outside facts; what is not stated is 0
	Ground  string            // Takes, Refused
	Code    string            // Refused: a code of spec/errors.json
	Article agreement.Article // Refused: "" where the story does not say
	Names   []string          // May: steps; Sees, Destroyed: fields; Effects: "adds stolen-documents"
	State   agreement.StateID // StateIs
	Clock   agreement.ClockID // ClockEnds, ClockIs
	Status  string            // ClockIs: "runs", "stands still", "has stopped", "is sealed", "has lapsed", "never began"
}

// Carries is what an act carries: what the sentence says, and where it is silent, samples for what the step demands and its
// first ground.
func (l *Line) Carries(m *agreement.Model, p *agreement.Procedure, step *agreement.Step) (values map[agreement.FieldID]any, ground string) {
	values = map[agreement.FieldID]any{}
	for f, v := range l.Values {
		if v != nil {
			values[agreement.FieldID(f)] = v
		}
	}
	for _, in := range casework.Form(m, p, step) {
		if _, said := l.Values[string(in.Field.ID)]; !said && in.Required {
			values[in.Field.ID] = casework.Sample(m, in.Field)
		}
	}
	if l.Ground == "" && len(step.Grounds) > 0 && l.Code != string(fault.GroundUnknown) {
		return values, step.Grounds[0]
	}
	return values, l.Ground
}

// Verb is what a line says.
type Verb string

// The verbs.
const (
	At        Verb = "at"
	After     Verb = "after"
	Takes     Verb = "takes"
	Refused   Verb = "is refused"
	May       Verb = "may"
	Sees      Verb = "sees"
	StateIs   Verb = "state is"
	ClockEnds Verb = "clock ends"
	ClockIs   Verb = "clock is"
	Destroyed Verb = "destroyed"
	Effects   Verb = "effects"
)
