package casework

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
)

// Portray gives closed examples of a procedure as it is: one for every state that a case can come to, with all
// that anybody may then do and see, and one for what each silence destroys. It is for people to read, to correct
// and to keep: an example that was drawn from the rules says what they do, not what was meant.
//
// Ways are searched breadth first, over acts and silences, with sample values; where a condition decides, with
// each choice of the fields that it reads. A state that no such way leads to is left out.
func Portray(m *agreement.Model, p *agreement.Procedure) []agreement.Expect {
	w := &walker{m: m, p: p, seen: map[agreement.StateID]bool{"": true}}
	for _, values := range w.assignments() {
		w.values = values
		w.walk()
	}
	return w.out
}

// The bounds of the search.
const (
	maxAssignments = 64
	maxPath        = 12
)

type walker struct {
	m      *agreement.Model
	p      *agreement.Procedure
	values map[agreement.FieldID]any // beside the samples
	seen   map[agreement.StateID]bool
	out    []agreement.Expect
}

// path is one way into a case.
type path struct {
	given []agreement.Move
	last  agreement.Period // how long after the last act: a silence led here
	c     *Case
	acted time.Time // when the last act was taken
	now   time.Time
}

// assignments gives the values to try: of each field that a condition reads, every choice, yes and no; all together as
// far as there is room, and then each by itself, so that none is left out.
func (w *walker) assignments() []map[agreement.FieldID]any {
	all := []map[agreement.FieldID]any{{}}
	var alone []map[agreement.FieldID]any
	for i := range w.p.Steps {
		for _, id := range w.p.Steps[i].When.Reads {
			f := w.m.ProcedureField(w.p, id)
			if f == nil || slices.ContainsFunc(all, func(a map[agreement.FieldID]any) bool { _, ok := a[id]; return ok }) {
				continue
			}
			var next []map[agreement.FieldID]any
			for _, v := range w.variants(f) {
				alone = append(alone, map[agreement.FieldID]any{id: v})
			}
			for _, a := range all {
				for _, v := range w.variants(f) {
					b := map[agreement.FieldID]any{id: v}
					for k, x := range a {
						b[k] = x
					}
					if len(next) < maxAssignments {
						next = append(next, b)
					}
				}
			}
			all = next
		}
	}
	if len(all) == maxAssignments {
		all = append(all, alone...)
	}
	return all
}

// variants are the values of a field among which a condition may decide.
func (w *walker) variants(f *agreement.Field) []any {
	switch f.Type {
	case agreement.TypeChoice:
		out := make([]any, len(f.Choices))
		for i, c := range f.Choices {
			out[i] = c
		}
		return out
	case agreement.TypeYesNo:
		return []any{true, false}
	case agreement.TypeNumber:
		return []any{0.0, 1.0, 1_000_000.0}
	case agreement.TypeRecord:
		return w.variantsOf(f)
	}
	return []any{Sample(w.m, f)}
}

// variantsOf are samples of a nested record with each yes, no and choice inside it.
func (w *walker) variantsOf(f *agreement.Field) []any {
	r := w.m.Record(f.Record)
	whole, ok := Sample(w.m, f).(map[string]any)
	if r == nil || !ok {
		return []any{Sample(w.m, f)}
	}
	var out []any
	for i := range r.Fields {
		inner := &r.Fields[i]
		if inner.Type != agreement.TypeChoice && inner.Type != agreement.TypeYesNo {
			continue
		}
		for _, v := range w.variants(inner) {
			with := map[string]any{}
			for k, x := range whole {
				with[k] = x
			}
			with[string(inner.ID)] = v
			out = append(out, with)
		}
	}
	if len(out) == 0 {
		return []any{whole}
	}
	return out
}

func (w *walker) walk() {
	begin := w.m.Starts.Midnight(w.m.Location()).Add(12 * time.Hour).UTC()
	work := []path{{now: begin}}
	for len(work) > 0 {
		at := work[0]
		work = work[1:]
		if len(at.given) >= maxPath {
			continue
		}
		for _, next := range slices.Concat(w.acts(at), w.silences(at)) {
			if w.seen[next.c.State] {
				continue
			}
			w.seen[next.c.State] = true
			w.out = append(w.out, w.example(next))
			work = append(work, next)
		}
	}
}

// acts gives what follows by each step that somebody may take.
func (w *walker) acts(at path) []path {
	var out []path
	for i := range w.p.Steps {
		step := &w.p.Steps[i]
		if step.To == "" || len(step.From) == 0 != (at.c == nil) {
			continue
		}
		given := slices.Clone(at.given)
		for _, by := range step.By {
			mv := agreement.Move{Step: step.ID, By: by, After: after(given, at), Person: w.person(at, step, by), Gives: map[agreement.FieldID]any{}}
			for _, f := range step.Gives {
				if v, ok := w.values[f]; ok {
					mv.Gives[f] = v
				} else if slices.Contains(step.Optional, f) {
					mv.Gives[f] = Sample(w.m, w.m.ProcedureField(w.p, f))
				}
			}
			next := append(slices.Clone(given), mv)
			c, now, ok := w.play(next)
			if ok && c.State == step.To {
				out = append(out, path{given: next, c: c, acted: now, now: now})
				break
			}
			if ok && c.joint(step) && len(next) < maxPath {
				given = next // one more of those that it takes
			}
		}
	}
	return out
}

// after is how long after the act before the next is taken: what silence took, for the first of them.
func after(given []agreement.Move, at path) agreement.Period {
	if len(given) > len(at.given) {
		return agreement.Period{}
	}
	return at.last
}

// person is a second one where four eyes are asked for.
func (w *walker) person(at path, step *agreement.Step, by agreement.Actor) string {
	for _, mv := range at.given {
		if slices.Contains(step.OtherThan, mv.Step) && mv.By == by && mv.Person == "" {
			return "another"
		}
	}
	return ""
}

// silences gives what follows if nobody acts until the next time limit has run out.
func (w *walker) silences(at path) []path {
	if at.c == nil {
		return nil
	}
	pending := at.c.pending()
	if len(pending) == 0 {
		return nil
	}
	last := pending[0].At
	for _, l := range pending {
		if cl := at.c.Procedure.Clock(l.Clock); cl.To != "" || cl.Takes != "" || cl.Decides != "" {
			last = l.At
			if l.Phase == PhaseSealed {
				i := slices.IndexFunc(at.c.Clocks, func(r Running) bool { return r.Clock == l.Clock && r.Status == StatusRuns })
				last = at.c.Clocks[i].Grace
			}
			break
		}
	}
	after, ok := w.until(at.acted, last)
	if !ok {
		return nil
	}
	now := w.m.After(after, at.acted)
	c := at.c.Settled(now)
	if c.State == at.c.State {
		return nil
	}
	return []path{{given: at.given, last: after, c: c, acted: at.acted, now: now}}
}

// until writes a length of time that ends a second after an instant, in days, hours and the rest; where the
// calendar makes that come out otherwise, in whole days.
func (w *walker) until(from, last time.Time) (agreement.Period, bool) {
	d := last.Sub(from).Truncate(time.Second) + time.Second
	days, rest := int(d/(24*time.Hour)), d%(24*time.Hour)
	exact := "P"
	if days > 0 {
		exact += fmt.Sprintf("%dD", days)
	}
	exact += "T"
	for _, u := range []struct {
		unit time.Duration
		sign string
	}{{time.Hour, "H"}, {time.Minute, "M"}, {time.Second, "S"}} {
		if n := rest / u.unit; n > 0 {
			exact += fmt.Sprintf("%d%s", n, u.sign)
			rest -= n * u.unit
		}
	}
	for _, s := range []string{strings.TrimSuffix(exact, "T"), fmt.Sprintf("P%dD", days+1), fmt.Sprintf("P%dD", days+2)} {
		if p, err := agreement.ParsePeriod(s); err == nil && w.m.After(p, from).After(last) {
			return p, true
		}
	}
	return agreement.Period{}, false
}

// play takes the given acts as the examples do.
func (w *walker) play(given []agreement.Move) (*Case, time.Time, bool) {
	x := &example{model: w.m, procedure: w.p, expect: &agreement.Expect{Procedure: w.p.ID, Given: given}}
	x.sides = bindExample(w.m, w.p, x.expect)
	x.now = w.m.Starts.Midnight(w.m.Location()).Add(12 * time.Hour).UTC()
	if !x.given() {
		return nil, time.Time{}, false
	}
	return x.c, x.now, true
}

// example states all that holds at the end of a way.
func (w *walker) example(at path) agreement.Expect {
	title := string(w.p.ID) + ": " + words(at.c.State)
	x := agreement.Expect{Title: title, Article: w.p.Article, Procedure: w.p.ID, Given: at.given, At: at.last, State: at.c.State, Closed: true}
	c := at.c.Settled(at.now.Add(tick))
	for _, f := range sortedGiven(c) {
		if _, gone := c.Erased[f]; gone {
			x.Erased = append(x.Erased, f)
		}
	}
	whole := x
	w.everyone(&whole, at, c, true)
	if ex := (example{model: w.m, expect: &whole}); len(ex.run()) == 0 {
		return whole
	}
	// Some of one role may do what others of it may not, which no example can say; then it says what it can.
	w.everyone(&x, at, c, false)
	ex := example{model: w.m, expect: &x}
	x.Closed = len(ex.run()) == 0
	return x
}

// everyone states what each party in each of its roles may do and see; those who stand on no side by their role, if anybody in that
// role is meant.
func (w *walker) everyone(x *agreement.Expect, at path, c *Case, anybody bool) {
	for _, a := range everybody(w.m) {
		by, ok := c.named(a)
		if !ok && !anybody {
			continue
		}
		var steps []agreement.StepID
		for _, o := range at.c.Options(a, at.now) {
			steps = append(steps, o.Step.ID)
		}
		if len(steps) > 0 && !slices.ContainsFunc(x.May, func(m agreement.May) bool { return m.By == by }) {
			x.May = append(x.May, agreement.May{By: by, Steps: steps})
		}
		for _, f := range sortedGiven(c) {
			s := agreement.Seen{Field: f, By: by}
			if share, err := c.Grant(a, f, at.now.Add(tick)); err == nil && share != nil && !slices.Contains(x.Sees, s) {
				x.Sees = append(x.Sees, s)
			}
		}
	}
}

func sortedGiven(c *Case) []agreement.FieldID {
	var out []agreement.FieldID
	for f := range c.Given {
		out = append(out, f)
	}
	slices.Sort(out)
	return out
}

// named gives a party's role as an example names it: by its side where it stands on one, else as a role of any
// party; false where the name would stand for others as well.
func (c *Case) named(a Actor) (agreement.Actor, bool) {
	for i := range c.Procedure.Sides {
		if id := c.Procedure.Sides[i].ID; c.Sides[id] == a.Party {
			return agreement.Actor{Side: id, Role: a.Role}, true
		}
	}
	r := c.Model.Role(a.Role)
	return agreement.Actor{Role: a.Role}, len(r.Held) == 1
}
