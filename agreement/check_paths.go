package agreement

import "slices"

// checkEndless looks for states from which a case goes round and round: each has a way out, and none leads to an
// end. Dead ends are reported as such.
func (c *compiler) checkEndless(f *flow) {
	ends := map[StateID]bool{}
	for more := true; more; {
		more = false
		for i := range f.p.States {
			id := f.p.States[i].ID
			out := f.ways(id)
			if !ends[id] && (len(out) == 0 || slices.ContainsFunc(out, func(w way) bool { return ends[w.to] })) {
				ends[id], more = true, true
			}
		}
	}
	var endless []StateID
	for i := range f.p.States {
		if id := f.p.States[i].ID; f.reached[id] && !ends[id] {
			endless = append(endless, id)
		}
	}
	if len(endless) > 0 {
		c.at(CodeDeadEnd, c.stateMention(f, endless[0]), "no way leads from the state %q to an end: a case that comes to one of %q never closes", endless[0], endless).
			mend("add a step or clock that leads to a final state")
	}
}

// checkBranches looks for fields that are given only where no share of them can begin: the two stand on branches of
// the case that exclude each other.
func (c *compiler) checkBranches(f *flow) {
	for i := range f.p.Shares {
		s := &f.p.Shares[i]
		if len(s.From) == 0 {
			continue
		}
		after, before := f.around(s.From)
		met := map[FieldID]bool{}
		for j := range f.p.Steps {
			g := &f.p.Steps[j]
			if !slices.ContainsFunc(froms(g), func(from StateID) bool {
				return f.reached[from] && (after[from] || before[f.leavesAt(g, from)])
			}) {
				continue
			}
			for _, id := range carried(g) {
				met[id] = true
			}
		}
		for _, id := range s.Fields {
			if !met[id] && c.isGiven(f.p, id) {
				c.on(CodeFieldUnseen, c.place(f.path+"/share."+string(s.ID)+"/fields/"+string(id)), "the share %q begins only in cases in which the field %q is not given", s.ID, id).
					mend("let it begin in a state before or after a step that gives the field")
			}
		}
	}
}

// around gives the states that can come after one of some states, and those that can come before one; they
// themselves are among both.
func (f *flow) around(states []StateID) (after, before map[StateID]bool) {
	after, before = map[StateID]bool{}, map[StateID]bool{}
	for _, x := range states {
		if !f.reached[x] {
			continue
		}
		for y := range f.reached {
			after[y] = after[y] || f.leads(x, y)
			before[y] = before[y] || f.leads(y, x)
		}
	}
	return after, before
}

// leavesAt gives the state in which a step leaves a case.
func (f *flow) leavesAt(s *Step, from StateID) StateID {
	if s.To == "" {
		return from
	}
	return s.To
}

// ended says whether a share may have closed when a step is verified.
func (f *flow) ended(sh *Share, s *Step) bool {
	for _, until := range sh.Until {
		for _, from := range froms(s) {
			if f.reached[until] && f.leads(until, from) {
				return true
			}
		}
	}
	return false
}

// stoppable says whether a step that stops a clock can be taken once it has started. States that no case can come
// to are reported as such.
func (f *flow) stoppable(k *Clock) bool {
	started := slices.ContainsFunc(k.Starts, func(s StateID) bool { return f.reached[s] })
	return slices.ContainsFunc(answers(f.p, k), func(s *Step) bool { return !started || f.takenAfter(s, k.Starts) })
}

// checkDays asks that what a clock says about days has days to act on.
func (c *compiler) checkDays(k *Clock, path string) {
	lengths := []Period{k.Within, k.Before, k.Warns, k.Extends, k.Max, k.Grace}
	if runs := k.Length(); k.Rounds != RoundsExact && runs.exact != 0 {
		c.on(CodeClockTimes, c.place(path+"/rounds"), "clock %q runs for %s: a time in hours ends on the hour, and is not rounded", k.ID, runs).
			mend("write its time in days, or remove rounds")
	}
	if len(k.Calendars) > 0 && k.Rounds != RoundsWorking && !slices.ContainsFunc(lengths, func(p Period) bool { return p.working != 0 }) {
		c.on(CodeAttrNeedless, c.place(path+"/calendars"), "clock %q counts no working days, so that its calendars say nothing", k.ID).
			mend("write its time in working days, add rounds = \"next-working-day\", or remove calendars")
	}
}
