package reader

import (
	"maps"
	"slices"
	"strings"
	"time"
)

// Act is an act as a case sees it; see "What is given" in spec/case.md.
type Act struct {
	Step, Side, Party, Role, Person, Ground string
	Gives                                   []string
	Values                                  map[string]any
	Facts                                   map[string]any
	Signed                                  bool // by the person
	Trusted                                 bool // home's receipt, for a condition that cannot be read
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
}

// Run is one run of a clock.
type Run struct {
	Clock             *Clock
	Start, End, Grace time.Time
	Warning, Paused   time.Time
	Extended          bool
	Status            string // runs, sealed, lapsed, stopped

	lapsed time.Time
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

	opened  time.Time
	entered map[string]time.Time
	kept    time.Time // last entry of a state after which the keeping time begins
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
	if len(sides) != len(p.Sides) {
		return nil, "side-unbound"
	}
	for _, s := range p.Sides {
		party := sides[s.ID]
		if !a.party(party) || len(s.Any) > 0 && !slices.Contains(s.Any, party) ||
			slices.ContainsFunc(s.Other, func(o string) bool { return sides[o] == party }) {
			return nil, "side-unbound"
		}
	}
	c := &Case{
		Name: name, Standing: s, Agreement: a, Procedure: p, Sides: maps.Clone(sides), Destroyed: map[string]bool{}, entered: map[string]time.Time{},
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
	}
	*c = after
	e := entry{act: act, at: at, from: c.State, to: c.State, lacks: lacks}
	if lacks > 0 {
		c.history = append(c.history, e)
		return ""
	}
	if step.To != "" {
		e.to = step.To
	}
	e.destroys = c.destroy(slices.DeleteFunc(slices.Clone(step.Erases), func(f string) bool { return slices.Contains(act.Gives, f) }))
	c.history = append(c.history, e)
	if e.to != e.from {
		c.Closed = false
	}
	c.work(step, at)
	c.enter(e.to, at, "")
	return ""
}

// who: rows 3 to 5.
func (c *Case) who(step *Step, act *Act) string {
	bound, has := c.Sides[act.Side]
	if act.Side != "" && (!has || bound != act.Party) || !c.Agreement.party(act.Party) {
		return "side-unbound"
	}
	here := slices.DeleteFunc(slices.Clone(step.By), func(b Actor) bool { return b.Side != "" && b.Side != act.Side })
	switch {
	case len(here) == 0:
		return "wrong-side"
	case !slices.ContainsFunc(here, func(b Actor) bool { return b.Role == act.Role }), !c.Agreement.fills(act.Party, act.Role):
		return "wrong-role"
	}
	return ""
}

// from: rows 7 to 9.
func (c *Case) from(step *Step, opening, excused bool) string {
	switch {
	case opening != (len(step.From) == 0):
		return "wrong-state"
	case opening:
		return ""
	case c.Closed && !excused:
		return "clock-lapsed"
	case slices.Contains(step.From, c.State):
		return ""
	}
	for _, e := range slices.Backward(c.history) {
		if e.from == e.to {
			continue
		}
		if e.silence == "" {
			break
		}
		if slices.Contains(step.From, e.from) {
			if excused {
				return ""
			}
			return "clock-lapsed"
		}
	}
	return "wrong-state"
}

// belated says that an act pleads that it is late in the place of a regular one, so that its being late does not
// stand in its way.
func belated(step *Step, ground string) bool {
	return step.Irregular != "" && ground == "late" && slices.Contains(step.Grounds, "late")
}

// joined are the parties that have taken a step which waits for several.
func (c *Case) joined(step *Step) map[string]bool {
	in := map[string]bool{}
	for _, e := range slices.Backward(c.history) {
		if e.from != e.to || e.act.Step == step.ID && e.lacks == 0 {
			break
		}
		if e.act.Step == step.ID {
			in[e.act.Party] = true
		}
	}
	return in
}

// lacks is how many other parties must take a step beside this one and those before it.
func (c *Case) lacks(step *Step, party string) int {
	if step.Quorum < 2 || len(step.From) == 0 {
		return 0
	}
	in := c.joined(step)
	in[party] = true
	return max(0, step.Quorum-len(in))
}

// several: row 10.
func (c *Case) several(step *Step, party string) string {
	if step.Quorum > 1 && len(step.From) > 0 && c.joined(step)[party] {
		return "quorum-twice"
	}
	return ""
}

// person: rows 12 to 14.
func (c *Case) person(step *Step, act *Act) string {
	for _, other := range step.OtherThan {
		for _, e := range slices.Backward(c.history) {
			if e.act.Step == other {
				if e.act.Person == act.Person {
					return "same-person"
				}
				break
			}
		}
	}
	independent := func(role string) bool { r := c.Agreement.role(role); return r != nil && r.Independent }
	for _, e := range c.history {
		if e.act.Step == "" || e.act.Person != act.Person {
			continue
		}
		asked := c.history[0].act.Side
		if e.act.Role != act.Role && (independent(e.act.Role) || independent(act.Role)) || independent(act.Role) && e.act.Side == asked && act.Side != asked {
			return "not-independent"
		}
	}
	if step.Personal && !act.Signed {
		return "personal-missing"
	}
	return ""
}

// fields: rows 15 to 21.
func (c *Case) fields(step *Step, act *Act) string {
	given := map[string]bool{}
	for _, f := range act.Gives {
		given[f] = true
	}
	for _, f := range step.Gives {
		if !given[f] && !slices.Contains(step.Optional, f) {
			return "field-missing"
		}
	}
	for i, f := range act.Gives {
		carried := slices.Contains(step.Gives, f) || step.Reasons && f == "reasons" ||
			slices.ContainsFunc(step.Requires, func(a string) bool { return f == "assessment_"+a })
		if !carried {
			return "field-unknown"
		}
		if slices.Contains(act.Gives[:i], f) {
			return "field-invalid"
		}
	}
	for _, f := range act.Gives {
		if v, readable := act.Values[f]; readable && f != "reasons" && !c.Agreement.fits(c.Agreement.field(c.Procedure, f), v) {
			return "field-invalid"
		}
	}
	for f := range act.Values {
		if !given[f] {
			return "field-unknown"
		}
	}
	if step.Reasons {
		v, readable := act.Values["reasons"]
		if s, _ := v.(string); !given["reasons"] || readable && strings.TrimSpace(s) == "" {
			return "reasons-missing"
		}
	}
	if len(step.Grounds) == 0 && act.Ground != "" || len(step.Grounds) > 0 && !slices.Contains(step.Grounds, act.Ground) {
		return "ground-unknown"
	}
	for _, id := range step.Requires {
		if !given["assessment_"+id] {
			return "field-missing"
		}
		answers, _ := act.Values["assessment_"+id].(map[string]any)
		for _, q := range one(c.Agreement.Assessments, func(a *Assessment) bool { return a.ID == id }).Questions {
			if s, ok := answers[q.ID].(string); ok && slices.Contains(q.Blocks, s) {
				return "condition-unmet"
			}
		}
	}
	return ""
}

// condition: rows 23 and 24.
func (c *Case) condition(step *Step, facts map[string]any, trusted bool, at time.Time) string {
	if step.When == nil {
		return ""
	}
	for _, f := range step.When.Reads {
		if code := c.use(f, at); code != "" {
			return code
		}
	}
	switch c.judge(step.When, facts) {
	case holds:
		return ""
	case unread:
		if trusted {
			return ""
		}
		return "condition-unread"
	}
	return "condition-unmet"
}

// judge evaluates a condition over the case as this reader knows it.
func (c *Case) judge(cond *Condition, facts map[string]any) string {
	c.Agreement.parties = slices.Sorted(maps.Values(c.Sides))
	return c.Agreement.judge(c.Procedure, cond, c.values, facts)
}

// begins: row 25.
func (c *Case) begins(step *Step, facts map[string]any, trusted bool, at time.Time) string {
	if step.Begins == "" {
		return ""
	}
	a := c.Agreement
	p := one(a.Phases, func(p *Phase) bool { return p.ID == step.Begins })
	present := a.Present(c.Standing, at)
	var conds []*Condition
	switch {
	case p.After == "" || slices.Contains(present, p.After):
		conds = append(conds, p.Entry)
	case !trusted:
		i := slices.IndexFunc(present, func(id string) bool { return one(a.Phases, func(q *Phase) bool { return q.ID == id }).ExitTo == p.ID })
		if i < 0 {
			return "condition-unmet"
		}
		conds = append(conds, one(a.Phases, func(q *Phase) bool { return q.ID == present[i] }).Exit)
	}
	if trusted && p.After != "" { // home knows which phase is there
		conds = []*Condition{p.Entry}
		for i := range a.Phases {
			if a.Phases[i].ExitTo == p.ID {
				conds = append(conds, a.Phases[i].Exit)
			}
		}
	}
	code := "condition-unmet"
	for _, cond := range conds {
		switch got := a.judge(c.Procedure, cond, nil, facts); {
		case got == holds, got == unread && trusted:
			return ""
		case got == unread:
			code = "condition-unread"
		}
	}
	return code
}

// uses: row 26.
func (c *Case) uses(step *Step, act *Act, at time.Time) string {
	q := one(c.Agreement.Quotas, func(q *Quota) bool { return q.ID == step.Uses })
	if q == nil {
		return ""
	}
	used, stated := numeral(act.Facts["quota:"+q.ID])
	known := c.Agreement.QuotaUsed(c.Standing, q.ID, act.Party, at)
	switch {
	case !stated && act.Trusted:
	case !stated:
		return "condition-unread"
	case used >= float64(q.Number), known >= q.Number && !act.Trusted:
		return "quota-used"
	}
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
