package scenario

import (
	"time"

	"github.com/entente-net/entente/agreement"
)

// Story is one story as it is written.
type Story struct {
	Title     string
	Agreement string   // path of the text
	Amended   []string // paths of texts that take its place and each other's, in the order in which they come into force
	Cases     []Case   // the first is the one that the story begins with
	Lines     []Line
}

// Case is a case of a story. One that has a name is followed with all others that have: what their acts do to the agreement
// counts for each of them. One without plays by the text as it was signed, alone.
type Case struct {
	Name      string
	Procedure agreement.ProcedureID
	Sides     map[agreement.SideID]agreement.PartyID
}

// named says whether the story follows how the agreement stands.
func (s *Story) named() bool { return len(s.Cases) > 0 && s.Cases[0].Name != "" }

// Begins is the instant of the story's first line.
func (s *Story) Begins(zone *time.Location) (time.Time, error) {
	at, err := wallIn(s.Lines[0].When, zone)
	return at.UTC(), err
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
	Code    string            // Refused, NotInForce: a code of spec/errors.json
	Article agreement.Article // Refused: "" where the story does not say; InForce, NotInForce
	Case    string            // In
	Day     agreement.Date    // LastDay
	Names   []string          // May: steps; Sees, Destroyed: fields; Effects: "adds stolen-documents"; InForce, NotInForce: parties
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

	In         Verb = "in" // from here on the story is about another of its cases
	InForce    Verb = "is in force"
	NotInForce Verb = "is not in force"
	LastDay    Verb = "last day is"
)
