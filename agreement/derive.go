package agreement

import "slices"

// derive fills what follows from the rules, so that no reader of the model has to work it out again.
func (c *compiler) derive() {
	for i := range c.m.Procedures {
		p := &c.m.Procedures[i]
		r := c.m.Record(p.Record)
		p.Affects = r != nil && len(r.About) > 0
		for j := range p.States {
			if s := &p.States[j]; len(ways(p, s.ID)) == 0 {
				s.Final = true
			}
		}
		for j := range p.Clocks {
			deriveClock(p, &p.Clocks[j])
		}
	}
}

func deriveClock(p *Procedure, k *Clock) {
	if k.Silence == SilenceErase && k.Grace.IsZero() {
		k.Grace, _ = ParsePeriod("P1D") // exchange.md: 24 hours unless the agreement says otherwise
	}
	if (k.Silence == SilenceErase || k.Silence == SilenceRestrict) && len(k.Erases) == 0 {
		for _, s := range p.Steps {
			if s.To != "" && slices.Contains(k.Starts, s.To) {
				for _, f := range s.Gives {
					if !slices.Contains(k.Erases, f) {
						k.Erases = append(k.Erases, f)
					}
				}
			}
		}
	}
	if len(k.Owed) > 0 {
		return // the text says who owes it
	}
	for _, s := range answers(p, k) {
		for _, a := range s.By {
			if !slices.Contains(k.Owed, a) {
				k.Owed = append(k.Owed, a)
			}
		}
	}
}

// way is a passage from one state to another, by a step or by a clock that runs out.
type way struct {
	to    StateID
	step  *Step
	clock *Clock
}

// ways gives the passages out of a state; steps that stay in it are none.
func ways(p *Procedure, from StateID) []way {
	var out []way
	for i := range p.Steps {
		s := &p.Steps[i]
		if opens := len(s.From) == 0; opens != (from == "") || !opens && !slices.Contains(s.From, from) {
			continue
		}
		if s.To != "" && s.To != from {
			out = append(out, way{s.To, s, nil})
		}
	}
	for i := range p.Clocks {
		k := &p.Clocks[i]
		if k.To != "" && k.To != from && slices.Contains(k.Starts, from) {
			out = append(out, way{k.To, nil, k})
		}
	}
	return out
}

// stoppers gives the steps that stop a clock: those that lead to one of its stops or, where it states
// none, those that lead out of its starts.
func stoppers(p *Procedure, k *Clock) []*Step {
	var out []*Step
	for i := range p.Steps {
		s := &p.Steps[i]
		switch {
		case s.To == "" || len(s.From) == 0:
		case len(k.Stops) > 0:
			if slices.Contains(k.Stops, s.To) {
				out = append(out, s)
			}
		case !slices.Contains(k.Starts, s.To) && overlap(s.From, k.Starts):
			out = append(out, s)
		}
	}
	return out
}

// answers gives the steps that keep a clock from falling silent: those that stop it, and those that begin it anew.
func answers(p *Procedure, k *Clock) []*Step {
	out := stoppers(p, k)
	for i := range p.Steps {
		if s := &p.Steps[i]; slices.Contains(s.Restarts, k.ID) && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// Length gives a clock's length: from its start or its date on, or back from its date.
func (k *Clock) Length() Period {
	if k.Before.IsZero() {
		return k.Within
	}
	return k.Before
}

func overlap[T comparable](a, b []T) bool {
	return slices.ContainsFunc(a, func(x T) bool { return slices.Contains(b, x) })
}
