package reader

import (
	"maps"
	"slices"
	"time"
)

// Act is an act as a case sees it; see "What is given" in spec/case.md.
type Act struct {
	Step, Side, Party, Role, Person, Ground string
	Gives                                   []string
	Values                                  map[string]any
	Facts                                   map[string]any
	Signed                                  bool // by the person
	Trusted                                 bool // home's receipt, for a condition or an end that cannot be read
	Received, Proved                        time.Time
}

// entry is one act, silence or attested destruction of the history.
type entry struct {
	act      Act
	silence  string // the clock's
	final    bool   // of a silence: more than a sealing
	takes    string // of a silence: the step that it took
	rests    bool   // of a silence: without effect, since its article is in dispute
	closes   bool   // of a silence: it closed the case
	lacks    int    // of an act: so many other parties must still take the step
	destroys []string
	attested string // who destroyed
	all      bool
	at       time.Time
	from, to string
	under    *Procedure // of the text under which it was taken
}

// Run is one run of a clock.
type Run struct {
	Clock             *Clock
	Start, End, Grace time.Time
	Warning, Paused   time.Time
	Extended          bool
	Status            string // runs, sealed, lapsed, stopped

	lapsed time.Time
	first  time.Time     // its first end, not rounded; zero: never known
	moved  time.Duration // by pauses and extensions
	unread bool          // its end is not known here
}

// Case is one case. Its methods change it only where they are not refused.
type Case struct {
	Name      string
	Standing  *Standing // as this reader knows it
	Agreement *Agreement
	Procedure *Procedure
	Sides     map[string]string
	State     string
	Closed    bool
	Clocks    []*Run
	Destroyed map[string]bool

	before *Case     // as it was when it moved to this text; nil: it began under it
	moved  time.Time // when
	since  int       // the first entry of the history under this text

	opened  time.Time
	entered map[string]time.Time
	kept    map[*Keep]time.Time // last entry of a state after which a keeping time begins
	history []entry
	giver   map[string]int // of the latest act that gave a field
	values  map[string]any
}

// Open opens a case of a name, as the agreement stands; the second result is the code of a refusal, "" where there is none.
func Open(a *Agreement, s *Standing, name, procedure string, sides map[string]string, act Act) (*Case, string) {
	p := a.Procedure(procedure)
	if p == nil {
		return nil, "no-such-step"
	}
	if !a.binds(p, sides) {
		return nil, "side-unbound"
	}
	c := &Case{
		Name: name, Standing: s, Agreement: a, Procedure: p, Sides: maps.Clone(sides), Destroyed: map[string]bool{}, entered: map[string]time.Time{}, kept: map[*Keep]time.Time{},
		giver: map[string]int{}, values: map[string]any{},
	}
	c.opened = act.counts()
	if code := c.take(act, true); code != "" {
		return nil, code
	}
	return c, ""
}

func (a *Act) counts() time.Time {
	if a.Proved.IsZero() {
		return a.Received
	}
	return a.Proved
}

// Take takes an act, or gives the code with which it is refused.
func (c *Case) Take(act Act) string { return c.take(act, false) }

func (c *Case) take(act Act, opening bool) string {
	at := act.counts()
	if at.Before(c.opened) {
		at = c.opened
	}
	if at.Before(c.moved) {
		at = c.moved
	}
	step := one(c.Procedure.Steps, func(s *Step) bool { return s.ID == act.Step })
	switch {
	case act.Person == "" || act.Proved.After(act.Received):
		return "invalid"
	case step == nil:
		return "no-such-step"
	}
	for _, check := range []func() string{
		func() string { return c.who(step, &act) },
		func() string { return c.inForce(step, act.Party, at, act.Trusted) },
		func() string { return c.from(step, opening, belated(step, act.Ground)) },
		func() string { return c.several(step, act.Party) },
		func() string { return c.inTheWay(step, &act, at) },
		func() string { return c.person(step, &act) },
		func() string { return c.fields(step, &act) },
		func() string { return c.defers(step, at) },
	} {
		if code := check(); code != "" {
			return code
		}
	}
	after := *c
	after.values, after.Destroyed, after.giver = maps.Clone(c.values), maps.Clone(c.Destroyed), maps.Clone(c.giver)
	after.give(&act)
	if code := after.condition(step, act.Facts, act.Trusted, at); code != "" {
		return code
	}
	lacks := c.lacks(step, act.Party)
	if lacks == 0 {
		if code := c.begins(step, act.Facts, act.Trusted, at); code != "" {
			return code
		}
		if code := c.uses(step, &act, at); code != "" {
			return code
		}
		if code := after.money(step, &act, at); code != "" {
			return code
		}
	}
	*c = after
	e := entry{act: act, at: at, from: c.State, to: c.State, lacks: lacks}
	if lacks > 0 {
		c.record(e)
		return ""
	}
	if step.To != "" {
		e.to = step.To
	}
	e.destroys = c.destroy(slices.DeleteFunc(slices.Clone(step.Erases), func(f string) bool { return slices.Contains(act.Gives, f) }))
	c.record(e)
	if e.to != e.from {
		c.Closed = false
	}
	c.dated(act.Gives, at)
	c.work(step, at)
	c.enter(e.to, at, "")
	c.anew(step, at)
	return ""
}

// give lays what an act gives over what was given.
func (c *Case) give(act *Act) {
	for _, f := range act.Gives {
		c.giver[f] = len(c.history)
		delete(c.Destroyed, f)
		delete(c.values, f)
		if v, readable := act.Values[f]; readable {
			c.values[f] = v
		}
	}
}

// judge evaluates a condition over the case as this reader knows it.
func (c *Case) judge(cond *Condition, facts map[string]any, at time.Time) string {
	c.Agreement.moment, c.Agreement.of, c.Agreement.raw = at, c.Procedure, c.values
	c.Agreement.parties = slices.Sorted(maps.Values(c.Sides))
	return c.Agreement.judge(c.Procedure, cond, c.values, facts)
}
