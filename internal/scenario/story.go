package scenario

import "github.com/entente-net/entente/agreement"

// Story is one story as it is written.
type Story struct {
	Title     string
	Agreement string   // path of the text
	Amended   []string // paths of texts that take its place and each other's, in the order in which they come into force
	Procedure agreement.ProcedureID
	Sides     map[agreement.SideID]agreement.PartyID
	Lines     []Line
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
