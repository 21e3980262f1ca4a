package agreement

import "slices"

// checkContradictions looks for clauses that cannot both be kept. Only what is certain is reported: two clauses
// that say different things of the very same case.
func (c *compiler) checkContradictions(f *flow) {
	c.clocksContradict(f)
	c.sharesContradict(f)
	c.stepsContradict(f)
	if f.p.Keep != nil {
		c.keepContradicts(f)
	}
}

// clocksContradict compares clocks that always run out together.
func (c *compiler) clocksContradict(f *flow) {
	for i := range f.p.Clocks {
		a := &f.p.Clocks[i]
		for j := range i {
			b := &f.p.Clocks[j]
			if !sameSet(a.Starts, b.Starts) || !sameSet(a.Stops, b.Stops) || !a.Within.equals(b.Within) || a.Rounds != b.Rounds || !sameSet(a.Calendars, b.Calendars) {
				continue
			}
			at := c.place(f.path + "/clock." + string(a.ID))
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
	}
}

// silent gives the state to which a clock's silence leads, "" for none.
func (f *flow) silent(k *Clock) StateID {
	if t := f.p.Step(k.Takes); t != nil {
		return t.To
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
	for i := range f.p.Shares {
		a := &f.p.Shares[i]
		path := f.path + "/share." + string(a.ID)
		if f.closed(a) {
			c.on(CodeContradict, c.place(path+"/until"), "the share %q ends before it begins, whatever way the case takes", a.ID).mend("let until name a state that comes after those of from")
		}
		for j := range i {
			b := &f.p.Shares[j]
			if a.Purpose != b.Purpose || a.Handling == b.Handling && a.Code == b.Code || a.When.Source != b.When.Source ||
				!sameSet(a.From, b.From) || !sameSet(a.Until, b.Until) || !overlap(a.With, b.With) {
				continue
			}
			for _, id := range a.Fields {
				if slices.Contains(b.Fields, id) {
					c.on(CodeContradict, c.place(path+"/fields/"+string(id)), "the shares %q and %q show the field %q to the same people at the same time, under different handling", b.ID, a.ID, id).
						mend("take it out of one of them, or let their handling be one")
				}
			}
		}
	}
}

// closed says whether a share has ended in every state from which it would begin.
func (f *flow) closed(s *Share) bool {
	if len(s.Until) == 0 {
		return false
	}
	from := s.From
	if len(from) == 0 {
		for _, w := range ways(f.p, "") {
			from = append(from, w.to)
		}
	}
	return len(from) > 0 && !slices.ContainsFunc(from, func(x StateID) bool { return f.reached[x] && !f.through(s.Until, x) })
}

// stepsContradict compares steps that nobody can tell apart, but that lead to different states.
func (c *compiler) stepsContradict(f *flow) {
	for i := range f.p.Steps {
		a := &f.p.Steps[i]
		for j := range i {
			b := &f.p.Steps[j]
			if a.Title == "" || a.Title != b.Title || a.To == b.To || a.When.Source != b.When.Source ||
				!sameSet(a.By, b.By) || !sameSet(a.From, b.From) || !sameSet(a.Grounds, b.Grounds) {
				continue
			}
			c.on(CodeContradict, c.place(f.path+"/step."+string(a.ID)+"/title"), "the steps %q and %q are one act in all that is said of them, and lead to different states", b.ID, a.ID).
				mend("give them titles of their own, or conditions or grounds that tell them apart")
		}
	}
}

// keepContradicts looks for data that are destroyed while somebody must still be told of them, or before the time in
// which something is to be done with them is over. The keeping time and what it is held against begin at the same
// instant: on entering the same state.
func (c *compiler) keepContradicts(f *flow) {
	k := f.p.Keep
	at := c.place(f.path + "/keep/for")
	for i := range f.p.Notices {
		n := &f.p.Notices[i]
		latest := n.Within
		if n.DeferredMax.Compare(latest) > 0 {
			latest = n.DeferredMax
		}
		if k.For.Compare(latest) >= 0 {
			continue
		}
		for _, s := range k.After {
			if others := slices.DeleteFunc(slices.Clone(n.After), func(x StateID) bool { return x == s }); len(others) < len(n.After) && f.reached[s] && f.search("", s, others) {
				c.on(CodeContradict, at, "after %q the data are destroyed in %s, but %q may be told as late as after %s", s, k.For, n.ID, latest).mend("keep them for longer, or tell sooner")
				break
			}
		}
	}
	for i := range f.p.Clocks {
		x := &f.p.Clocks[i]
		if k.For.Compare(x.Within) >= 0 {
			continue
		}
		for _, s := range k.After {
			if others := slices.DeleteFunc(slices.Clone(x.Starts), func(o StateID) bool { return o == s }); len(others) < len(x.Starts) && f.reached[s] && f.search("", s, others) {
				c.on(CodeContradict, at, "after %q the data are destroyed in %s, while the clock %q runs for %s", s, k.For, x.ID, x.Within).mend("keep them for longer, or let another state begin the keeping time")
				break
			}
		}
	}
}
