package agreement

import "slices"

// flow is what every path through a procedure has in common. It is small: tens of states.
type flow struct {
	p       *Procedure
	path    string
	reached map[StateID]bool
	given   map[StateID]map[FieldID]bool // fields that every path to a state has given, and none has destroyed
}

// flow follows the procedure's ways from its opening.
func (c *compiler) flow(p *Procedure) *flow {
	f := &flow{
		p: p, path: "/procedure." + string(p.ID), reached: map[StateID]bool{"": true},
		given: map[StateID]map[FieldID]bool{"": {}},
	}
	for work := []StateID{""}; len(work) > 0; work = work[1:] {
		from := work[0]
		f.given[from] = without(f.given[from], erasedIn(p, from)...)
		for _, w := range ways(p, from) {
			given := f.given[from]
			switch {
			case w.step != nil:
				given = without(with(given, required(w.step)...), w.step.Erases...)
			case w.clock.Silence == SilenceErase || w.clock.Silence == SilenceRestrict:
				given = without(given, w.clock.Erases...)
			}
			if !f.reached[w.to] {
				f.reached[w.to], f.given[w.to] = true, given
				work = append(work, w.to)
				continue
			}
			if g := shared(f.given[w.to], given); len(g) < len(f.given[w.to]) {
				f.given[w.to] = g
				work = append(work, w.to)
			}
		}
	}
	return f
}

// required gives the fields that a step always gives.
func required(s *Step) []FieldID {
	out := make([]FieldID, 0, len(s.Gives)+1)
	for _, f := range s.Gives {
		if !slices.Contains(s.Optional, f) {
			out = append(out, f)
		}
	}
	return out
}

func with[T comparable](set map[T]bool, more ...T) map[T]bool {
	out := make(map[T]bool, len(set)+len(more))
	for x := range set {
		out[x] = true
	}
	for _, x := range more {
		out[x] = true
	}
	return out
}

func without[T comparable](set map[T]bool, gone ...T) map[T]bool {
	out := with(set)
	for _, x := range gone {
		delete(out, x)
	}
	return out
}

// erasedIn gives the fields that a step may destroy while the case stays in a state.
func erasedIn(p *Procedure, in StateID) []FieldID {
	var out []FieldID
	for i := range p.Steps {
		if s := &p.Steps[i]; slices.Contains(s.From, in) && (s.To == "" || s.To == in) {
			out = append(out, s.Erases...)
		}
	}
	return out
}

// destroys says whether anything in the procedure may destroy a field before its keeping time is over.
func (f *flow) destroys(id FieldID) bool {
	return slices.ContainsFunc(f.p.Steps, func(s Step) bool { return slices.Contains(s.Erases, id) }) ||
		slices.ContainsFunc(f.p.Clocks, func(k Clock) bool { return slices.Contains(k.Erases, id) })
}

func shared[T comparable](a, b map[T]bool) map[T]bool {
	out := map[T]bool{}
	for x := range a {
		if b[x] {
			out[x] = true
		}
	}
	return out
}

// carried gives all fields that a step may carry, the implicit ones too.
func carried(s *Step) []FieldID {
	out := slices.Clone(s.Gives)
	if s.Reasons {
		out = append(out, FieldReasons)
	}
	for _, a := range s.Requires {
		out = append(out, AssessmentField(a))
	}
	return out
}

// leads says whether one state can be followed by another.
func (f *flow) leads(from, to StateID) bool { return f.search(from, to, nil) }

// through says whether every path to a state, from the opening on, has been in one of the others.
func (f *flow) through(others []StateID, to StateID) bool {
	return slices.Contains(others, to) || !f.search("", to, others)
}

// search says whether a state can be come to without entering those to avoid.
func (f *flow) search(from, to StateID, avoid []StateID) bool {
	seen := map[StateID]bool{from: true}
	for work := []StateID{from}; len(work) > 0; work = work[1:] {
		if work[0] == to {
			return true
		}
		for _, w := range ways(f.p, work[0]) {
			if !seen[w.to] && !slices.Contains(avoid, w.to) {
				seen[w.to] = true
				work = append(work, w.to)
			}
		}
	}
	return false
}

// froms gives the states that a step starts from, "" for one that opens the case.
func froms(s *Step) []StateID {
	if len(s.From) == 0 {
		return []StateID{""}
	}
	return s.From
}
