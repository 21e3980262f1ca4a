package agreement

import (
	"maps"
	"slices"
	"strings"
)

// flow is what every path through a procedure has in common. It is small: tens of states.
type flow struct {
	p       *Procedure
	path    string
	reached map[StateID]bool
	given   map[StateID]map[FieldID]bool // fields that every path to a state has given, and none has destroyed

	// What is asked again and again, so that a text of the largest size is still checked in seconds.
	out    map[StateID][]way
	reach  map[StateID]map[StateID]bool // what a state can be followed by
	beside map[string]map[StateID]bool  // what can be come to without entering some states
}

// flow follows the procedure's ways from its opening.
func (c *compiler) flow(p *Procedure) *flow { return flowFrom(p, map[StateID]map[FieldID]bool{"": {}}) }

// flowFrom follows the ways from states in which these fields are given.
func flowFrom(p *Procedure, starts map[StateID]map[FieldID]bool) *flow {
	f := &flow{
		p: p, path: "/procedure." + string(p.ID), reached: map[StateID]bool{}, given: maps.Clone(starts),
		out: map[StateID][]way{}, reach: map[StateID]map[StateID]bool{}, beside: map[string]map[StateID]bool{},
	}
	work := slices.Sorted(maps.Keys(starts))
	for _, s := range work {
		f.reached[s] = true
	}
	for ; len(work) > 0; work = work[1:] {
		from := work[0]
		f.given[from] = without(f.given[from], erasedIn(p, from)...)
		for _, w := range f.ways(from) {
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

// ways gives the passages out of a state.
func (f *flow) ways(from StateID) []way {
	out, ok := f.out[from]
	if !ok {
		out = ways(f.p, from)
		f.out[from] = out
	}
	return out
}

// leads says whether one state can be followed by another, or is the same.
func (f *flow) leads(from, to StateID) bool {
	set, ok := f.reach[from]
	if !ok {
		set = f.spread(from, func(StateID) bool { return true })
		f.reach[from] = set
	}
	return set[to]
}

// through says whether every path to a state, from the opening on, has been in one of the others.
func (f *flow) through(others []StateID, to StateID) bool {
	if slices.Contains(others, to) {
		return true
	}
	key := keyOf(others)
	set, ok := f.beside[key]
	if !ok {
		avoid := with(map[StateID]bool{}, others...)
		set = f.spread("", func(s StateID) bool { return !avoid[s] })
		f.beside[key] = set
	}
	return !set[to]
}

// firsts gives those of some states that a case can come to as the first of them.
func (f *flow) firsts(states []StateID) map[StateID]bool {
	among := with(map[StateID]bool{}, states...)
	out := map[StateID]bool{}
	f.spread("", func(s StateID) bool {
		if among[s] {
			out[s] = true
		}
		return !among[s]
	})
	return out
}

// spread gives the states that can be come to from one, entering only those that are let in.
func (f *flow) spread(from StateID, in func(StateID) bool) map[StateID]bool {
	seen := map[StateID]bool{from: true}
	for work := []StateID{from}; len(work) > 0; work = work[1:] {
		for _, w := range f.ways(work[0]) {
			if !seen[w.to] && in(w.to) {
				seen[w.to] = true
				work = append(work, w.to)
			}
		}
	}
	return seen
}

// keyOf gives a set of names as one text, in whatever order they stand.
func keyOf[T ~string](list []T) string {
	sorted := make([]string, len(list))
	for i, x := range list {
		sorted[i] = string(x)
	}
	slices.Sort(sorted)
	return strings.Join(sorted, "\x00")
}

// froms gives the states that a step starts from, "" for one that opens the case.
func froms(s *Step) []StateID {
	if len(s.From) == 0 {
		return []StateID{""}
	}
	return s.From
}
