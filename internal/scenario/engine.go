package scenario

import (
	"maps"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
)

// caseOfStory names the case in which a story plays.
const caseOfStory casework.CaseID = "00000000000000000000000000000001"

// engine is the stage without nodes: one case, and an instant.
type engine struct {
	m     *agreement.Model
	s     *Story
	c     *casework.Case
	now   time.Time
	later []casework.Successor
	last  int
}

func (e *engine) Model() *agreement.Model { return e.m }
func (e *engine) Case() *casework.Case    { return e.c }
func (e *engine) Last() int               { return e.last }

func (e *engine) At(t time.Time) error {
	e.now = t
	if e.c == nil {
		for _, s := range e.later { // whoever opens a case opens it under the text that is in force
			if !e.now.Before(s.From) {
				e.use(s.Model)
			}
		}
		return nil
	}
	for {
		at := e.c.NextMove(e.later)
		if at.IsZero() || at.After(e.now) {
			break
		}
		settled := e.c.Settled(at)
		moved := settled.Carried(at, e.later)
		if e.c = moved; moved.Model == settled.Model {
			break // silence ended the case before, or it stays
		}
		e.use(moved.Model)
	}
	e.c = e.c.Settled(e.now)
	return nil
}

// use lets the rest of the story be about another text.
func (e *engine) use(m *agreement.Model) {
	if m.Procedure(e.s.Procedure) != nil {
		e.m = m
	}
}

func (e *engine) Take(a *Act) error {
	mv := casework.Move{
		Step: a.Step, Side: a.Side, Role: a.Role, Party: a.Party, Person: casework.Pseudonym(a.Person), Ground: a.Ground, Personal: !a.Unsigned, Received: e.now,
		Gives: slices.Sorted(maps.Keys(a.Values)), Values: a.Values, Facts: a.Facts,
	}
	var next *casework.Case
	var err error
	if e.c == nil {
		next, err = casework.Open(e.m, caseOfStory, e.s.Procedure, e.s.Sides, mv)
	} else {
		next, err = e.c.Take(mv)
	}
	if err != nil {
		return err
	}
	e.c, e.last = next, len(next.Taken)-1
	return nil
}

func (e *engine) Open(a casework.Actor) (open []agreement.StepID, err error) {
	for _, o := range e.c.Options(a, e.now) {
		open = append(open, o.Step.ID)
	}
	return open, nil
}

func (e *engine) Seen(a casework.Actor) (open []agreement.FieldID, err error) {
	for f := range e.c.Given {
		if e.c.Sees(a, f, e.now) == nil {
			open = append(open, f)
		}
	}
	return open, nil
}
