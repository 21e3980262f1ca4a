package agreement

import (
	"fmt"
	"slices"
	"strings"
)

// checkContradictions looks for clauses that cannot both be kept. Only what is certain is reported: two clauses
// that say different things of the very same case.
func (c *compiler) checkContradictions(f *flow) {
	c.clocksContradict(f)
	c.sharesContradict(f)
	c.stepsContradict(f)
	for _, k := range f.p.KeepTimes() {
		c.keepContradicts(f, k)
	}
}

// clocksContradict compares clocks that always run out together.
func (c *compiler) clocksContradict(f *flow) {
	alike := map[string][]*Clock{}
	for i := range f.p.Clocks {
		a := &f.p.Clocks[i]
		within := a.Length()
		within.source = ""
		key := fmt.Sprintf("%v %s %t %s %s %s %s", within, a.CountsFrom, a.Before.IsZero(), a.Rounds, keyOf(a.Starts), keyOf(a.Stops), keyOf(a.Calendars))
		at := c.place(f.path + "/clock." + string(a.ID))
		for _, b := range alike[key] {
			if x, y := f.silent(a), f.silent(b); x != "" && y != "" && x != y {
				c.on(CodeContradict, at, "the clocks %q and %q run out at the same instant, and one leads to %q, the other to %q", b.ID, a.ID, y, x).
					mend("keep one of them, or let their times differ")
			}
			for _, pair := range [][2]*Clock{{a, b}, {b, a}} {
				if field := f.destroysNeeded(pair[0], pair[1]); field != "" {
					c.on(CodeContradict, at, "the clocks %q and %q run out at the same instant, and the first destroys the field %q, which step %q needs", pair[0].ID, pair[1].ID, field, pair[1].Takes).
						mend("keep one of them, or let their times differ")
				}
			}
		}
		alike[key] = append(alike[key], a)
	}
}

// silent gives the state to which a clock's silence leads, "" for none.
func (f *flow) silent(k *Clock) StateID {
	if t := f.p.Step(k.Takes); t != nil {
		return t.To
	}
	if k.Decides != "" {
		return "" // nobody knows before
	}
	return k.To
}

// destroysNeeded gives a field that one clock destroys or bars, and that the step needs which the other takes.
func (f *flow) destroysNeeded(destroying, taking *Clock) FieldID {
	t := f.p.Step(taking.Takes)
	if t == nil {
		return ""
	}
	need := slices.Clone(t.When.Reads)
	if t.Money != nil {
		need = append(need, t.Money.Amount)
	}
	for _, id := range need {
		if slices.Contains(destroying.Erases, id) {
			return id
		}
	}
	return ""
}

// sharesContradict compares shares that open the same field to the same actor at the same time, and looks for
// those that close before they open.
func (c *compiler) sharesContradict(f *flow) {
	before := map[shown]*Share{}
	for i := range f.p.Shares {
		a := &f.p.Shares[i]
		path := f.path + "/share." + string(a.ID)
		if f.closed(a) {
			c.on(CodeContradict, c.place(path+"/until"), "the share %q ends before it begins, whatever way the case takes", a.ID).mend("let until name a state that comes after those of from")
		}
		key := strings.Join([]string{string(a.Purpose), a.When.Source, keyOf(a.From), keyOf(a.Until)}, "\x01")
		for _, id := range a.Fields {
			other := (*Share)(nil)
			for _, actor := range a.With {
				what := shown{key, actor, id}
				if b := before[what]; b == nil {
					before[what] = a
				} else if other == nil && (a.Handling != b.Handling || a.Code != b.Code) {
					other = b
				}
			}
			if other != nil {
				c.on(CodeContradict, c.place(path+"/fields/"+string(id)), "the shares %q and %q show the field %q to the same people at the same time, under different handling", other.ID, a.ID, id).
					mend("take it out of one of them, or let their handling be one")
			}
		}
	}
}

// shown is a field that an actor may see, for one purpose and in one time.
type shown struct {
	key   string
	actor Actor
	field FieldID
}

// closed says whether a share has ended in every state from which it would begin.
func (f *flow) closed(s *Share) bool {
	if len(s.Until) == 0 {
		return false
	}
	from := s.From
	if len(from) == 0 {
		for _, w := range f.ways("") {
			from = append(from, w.to)
		}
	}
	return len(from) > 0 && !slices.ContainsFunc(from, func(x StateID) bool { return f.reached[x] && !f.through(s.Until, x) })
}

// stepsContradict compares steps that nobody can tell apart, but that lead to different states.
func (c *compiler) stepsContradict(f *flow) {
	alike := map[string]*Step{}
	for i := range f.p.Steps {
		a := &f.p.Steps[i]
		by := make([]string, len(a.By))
		for j := range a.By {
			by[j] = a.By[j].String()
		}
		key := strings.Join([]string{a.Title, a.When.Source, keyOf(by), keyOf(a.From), keyOf(a.Grounds)}, "\x01")
		b := alike[key]
		if b == nil {
			alike[key] = a
		} else if a.Title != "" && a.To != b.To {
			c.on(CodeContradict, c.place(f.path+"/step."+string(a.ID)+"/title"), "the steps %q and %q are one act in all that is said of them, and lead to different states", b.ID, a.ID).
				mend("give them titles of their own, or conditions or grounds that tell them apart")
		}
	}
}

// keepContradicts looks for data that are destroyed while somebody must still be told of them, or before the time in
// which something is to be done with them is over. The keeping time and what it is held against begin at the same
// instant: on entering the same state.
func (c *compiler) keepContradicts(f *flow, k *Keep) {
	at := c.place(k.path(f) + "/for")
	for i := range f.p.Notices {
		n := &f.p.Notices[i]
		latest := n.Within
		if n.DeferredMax.Compare(latest) > 0 {
			latest = n.DeferredMax
		}
		if k.For.Compare(latest) >= 0 {
			continue
		}
		first := f.firsts(n.After)
		for _, s := range k.After {
			if first[s] {
				c.on(CodeContradict, at, "after %q the data are destroyed in %s, but %q may be told as late as after %s", s, k.For, n.ID, latest).mend("keep them for longer, or tell sooner")
				break
			}
		}
	}
	for i := range f.p.Clocks {
		x := &f.p.Clocks[i]
		if x.CountsFrom != "" || k.For.Compare(x.Within) >= 0 {
			continue
		}
		first := f.firsts(x.Starts)
		for _, s := range k.After {
			if first[s] {
				c.on(CodeContradict, at, "after %q the data are destroyed in %s, while the clock %q runs for %s", s, k.For, x.ID, x.Within).mend("keep them for longer, or let another state begin the keeping time")
				break
			}
		}
	}
}
