package scenario

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
)

// engine is the stage without nodes: cases, and an instant.
type engine struct {
	cases  []*played
	now    time.Time
	later  []casework.Successor
	stands *casework.Standing // beside its cases; nil for a story whose case has no name
}

// played is one case as far as it was played.
type played struct {
	*Case
	id   casework.CaseID
	m    *agreement.Model
	c    *casework.Case
	last int // index into Taken of the last act
}

func newEngine(m *agreement.Model, s *Story) *engine {
	e := &engine{}
	for i := range s.Cases {
		e.cases = append(e.cases, &played{Case: &s.Cases[i], id: casework.CaseID(fmt.Sprintf("%032x", i+1)), m: m})
	}
	if s.named() {
		e.stands = &casework.Standing{}
	}
	return e
}

func (e *engine) Model(of int) *agreement.Model { return e.cases[of].m }
func (e *engine) Case(of int) *casework.Case    { return e.cases[of].c }
func (e *engine) Last(of int) int               { return e.cases[of].last }
func (e *engine) Stands() *casework.Standing    { return e.stands }
func (e *engine) Now() time.Time                { return e.now }

func (e *engine) At(t time.Time) error {
	e.now = t
	e.settle()
	return nil
}

// maxRounds bounds how often what happens by itself is played anew. An act counts for others from its instant on, so that each
// round is right for longer than the one before.
const maxRounds = 100

// settle plays what happens by itself up to now. What a case does to the agreement counts for the others from its instant on, so
// that all of them are settled anew until nothing more comes of it.
func (e *engine) settle() {
	from := make([]played, len(e.cases))
	for i, c := range e.cases {
		from[i] = *c
	}
	for range maxRounds {
		stands := e.stands
		if stands != nil {
			stands = &casework.Standing{}
		}
		for i, c := range e.cases {
			*c = from[i]
			c.settle(e.now, e.later, e.stands)
			for k := 0; stands != nil && c.c != nil && k < len(c.c.Taken); k++ {
				stands = stands.Apply(c.c.Effects(k)...)
			}
		}
		if stands == nil || stands.Equal(e.stands) {
			return
		}
		e.stands = stands
	}
}

func (c *played) settle(now time.Time, later []casework.Successor, stands *casework.Standing) {
	if c.c == nil {
		for _, s := range later { // whoever opens a case opens it under the text that is in force
			if !now.Before(s.From) {
				c.use(s.Model)
			}
		}
		return
	}
	if stands != nil {
		seen := *c.c
		seen.Standing = stands
		c.c = &seen
	}
	for {
		at := c.c.NextMove(later)
		if at.IsZero() || at.After(now) {
			break
		}
		settled := c.c.Settled(at)
		moved := settled.Carried(at, later)
		if c.c = moved; moved.Model == settled.Model {
			break // silence ended the case before, or it stays
		}
		c.use(moved.Model)
	}
	c.c = c.c.Settled(now)
}

// use lets the rest of the case be about another text.
func (c *played) use(m *agreement.Model) {
	if m.Procedure(c.Procedure) != nil {
		c.m = m
	}
}

func (e *engine) Take(of int, a *Act) error {
	c := e.cases[of]
	mv := casework.Move{
		Step: a.Step, Side: a.Side, Role: a.Role, Party: a.Party, Person: casework.Pseudonym(a.Person), Ground: a.Ground, Personal: !a.Unsigned, Received: e.now,
		Gives: slices.Sorted(maps.Keys(a.Values)), Values: a.Values, Facts: e.facts(c, a),
	}
	var next *casework.Case
	var err error
	if c.c == nil {
		next, err = e.stands.Open(c.m, c.id, c.Procedure, c.Sides, mv)
	} else {
		next, err = c.c.Take(mv)
	}
	if err != nil {
		return err
	}
	c.c, c.last = next, len(next.Taken)-1
	e.settle()
	return nil
}

// facts are the outside facts of an act: what the story states; of quotas, what the cases of a story that follows how the agreement
// stands have used; else 0.
func (e *engine) facts(c *played, a *Act) map[string]any {
	facts := map[string]any{}
	step := c.m.Procedure(c.Procedure).Step(a.Step)
	for _, f := range step.When.Facts {
		facts[f] = 0.0
	}
	if e.stands != nil {
		opener := a.Party
		if c.c != nil {
			opener = c.c.Opener(a.Party)
		}
		for i := range c.m.Quotas {
			q := &c.m.Quotas[i]
			if name := casework.FactQuota(q.ID); slices.Contains(step.When.Facts, name) || slices.Contains(c.m.Drawn(step), q) {
				facts[name] = float64(e.stands.Used(c.m, q, a.Party, opener, e.now))
			}
		}
	}
	maps.Copy(facts, a.Facts)
	return facts
}

func (e *engine) Open(of int, a casework.Actor) (open []agreement.StepID, err error) {
	for _, o := range e.cases[of].c.Options(a, e.now) {
		open = append(open, o.Step.ID)
	}
	return open, nil
}

func (e *engine) Seen(of int, a casework.Actor) (open []agreement.FieldID, err error) {
	c := e.cases[of].c
	for f := range c.Given {
		if c.Sees(a, f, e.now) == nil {
			open = append(open, f)
		}
	}
	return open, nil
}
