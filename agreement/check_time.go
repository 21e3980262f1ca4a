package agreement

import (
	"slices"

	"github.com/hashicorp/hcl/v2"
)

// countsFrom reads the date from which a clock counts, forwards or back.
func (c *compiler) countsFrom(b *body, k *Clock, record RecordID) {
	k.CountsFrom, k.Before = FieldID(b.text("counts_from", false)), b.length("before", false)
	if k.CountsFrom != "" {
		c.where[b.path+"/counts_from/"+string(k.CountsFrom)] = c.where[b.path+"/counts_from"]
		c.fields(b, "counts_from", record, []FieldID{k.CountsFrom})
	}
	switch {
	case b.has("before") && b.has("within"):
		c.on(CodeAttrNeedless, c.where[b.path+"/before"], "%s ends so long after a date, or so long before it", b.words()).mend("remove before, or within")
	case b.has("before") && !b.has("counts_from"):
		c.on(CodeAttrMissing, c.where[b.path+"/before"], "%s ends before a date, but names none", b.words()).mend("add counts_from = \"…\", the field with the date")
	}
}

// checkTimes looks at clocks that count from a field, and at those that begin anew.
func (c *compiler) checkTimes(f *flow) {
	for i := range f.p.Clocks {
		k := &f.p.Clocks[i]
		path := f.path + "/clock." + string(k.ID)
		if k.CountsFrom != "" {
			c.checkCounts(f, k, path)
		}
	}
	for i := range f.p.Steps {
		s := &f.p.Steps[i]
		for _, id := range s.Restarts {
			c.checkRestart(f, s, f.p.Clock(id), c.place(f.path+"/step."+string(s.ID)+"/restarts/"+string(id), f.path+"/step."+string(s.ID)+"/restarts"))
		}
	}
	c.checkAtOnce(f)
}

// checkCounts asks that a clock finds its date where it starts, and that everybody who must know its end can read it.
func (c *compiler) checkCounts(f *flow, k *Clock, path string) {
	id, at := k.CountsFrom, c.place(path+"/counts_from")
	field := c.m.ProcedureField(f.p, id)
	if field.Type != TypeDate && field.Type != TypeTime {
		c.on(CodeClockTimes, at, "clock %q counts from the field %q, which is neither a date nor a time", k.ID, id).mend("name a field of type \"date\" or \"time\"")
		return
	}
	if field.Class == ClassProtected {
		c.on(CodeGuardProtected, at, "clock %q counts from the protected field %q", k.ID, id).mend("count from something else: a protected field never decides over a person")
	}
	if !k.Before.IsZero() && k.Rounds == RoundsWorking {
		c.on(CodeClockTimes, c.place(path+"/rounds"), "clock %q counts back, and the next working day would shorten what must lie before the date", k.ID).
			mend("write rounds = \"end-of-day\" (Regulation (EEC, Euratom) 1182/71 Art 3(4) excepts what is counted back)")
	}
	for _, s := range k.Starts {
		if f.reached[s] && !f.given[s][id] {
			why := "given by then"
			if f.destroys(id) {
				why = "given by then, or may be destroyed"
			}
			c.on(CodeGuardUngiven, at, "clock %q counts from the field %q, which may not have been %s", k.ID, id, why).
				mend("let every way to %q give it, and not as optional", s)
			return
		}
	}
	// A step that verifies nothing, taken while the clock runs.
	while := &Step{From: k.Starts}
	for i := range f.p.Sides {
		if side := &f.p.Sides[i]; !c.reads(f, while, id, side) {
			c.on(CodeGuardUnshared, at, "clock %q counts from the field %q, which is not shared with side %q by then, so that it would not know when it ends", k.ID, id, side.ID).
				mend("share %q with a role of side %q from where the clock starts on, without a condition", id, side.ID)
		}
	}
	if f.p.Home == "" && !c.depositaryReads(f, while, id) {
		c.on(CodeGuardUnshared, at, "clock %q counts from the field %q, which is not shared with the depositary, who orders the case", k.ID, id).
			mend("share %q with a role of the depositary", id)
	}
	c.checkMoved(f, k)
}

// checkMoved asks for a bound where those who owe what a clock waits for can put its end off, by another date.
func (c *compiler) checkMoved(f *flow, k *Clock) {
	if !k.Max.IsZero() {
		return
	}
	for i := range f.p.Steps {
		s := &f.p.Steps[i]
		if slices.Contains(s.Gives, k.CountsFrom) && f.again(s, k) && (overlap(s.By, k.Owed) || protects(k)) {
			c.on(CodeClockTimes, c.place(f.path+"/step."+string(s.ID)+"/gives/"+string(k.CountsFrom)), "step %q may give another date again and again, and put off the end of clock %q without limit", s.ID, k.ID).
				mend("add max = \"P14D\" to the clock, or let others give the date")
			return
		}
	}
}

// again says whether a step can be taken again and again while a clock runs.
func (f *flow) again(s *Step, k *Clock) bool {
	runs := with(map[StateID]bool{}, k.Starts...)
	if len(k.Stops) > 0 {
		for _, from := range k.Starts {
			for state := range f.spread(from, func(s StateID) bool { return !slices.Contains(k.Stops, s) }) {
				runs[state] = true
			}
		}
	}
	return slices.ContainsFunc(s.From, func(from StateID) bool {
		return runs[from] && (s.To == "" || runs[s.To] && f.leads(s.To, from))
	})
}

// protects says that a clock's silence protects people, so that nobody may put it off for ever.
func protects(k *Clock) bool { return k.Silence == SilenceErase || k.Silence == SilenceRestrict }

// checkRestart asks that a clock that a step begins anew can run then, and that nobody puts off for ever by it what
// they owe. Who fulfils a duty that comes back may begin its next time; who could have fulfilled it may not
// begin it instead. What protects people is put off with reasons, each time (as Regulation (EU) 2016/794 Art 31 has the
// need to store data reviewed again and again), or not beyond a bound.
func (c *compiler) checkRestart(f *flow, s *Step, k *Clock, at hcl.Range) {
	to := []StateID{s.To}
	if s.To == "" {
		to = froms(s)
	}
	for _, state := range to {
		if !slices.Contains(k.Starts, state) || slices.Contains(k.Stops, state) {
			c.on(CodeClockTimes, at, "step %q begins clock %q anew, which does not run in the state %q", s.ID, k.ID, state).
				mend("let the step lead to one of %q", k.Starts)
			return
		}
	}
	if slices.ContainsFunc(s.Extends, func(id ClockID) bool { return id == k.ID }) || slices.Contains(s.Pauses, k.ID) || slices.Contains(s.Resumes, k.ID) {
		c.on(CodeAttrNeedless, at, "step %q begins clock %q anew, so that it can neither pause, resume nor extend it", s.ID, k.ID).mend("let it do one of them")
	}
	owed := slices.ContainsFunc(stoppers(f.p, k), func(by *Step) bool { return overlap(by.By, s.By) })
	switch {
	case !k.Max.IsZero() || !f.again(s, k):
	case protects(k) && !s.Reasons:
		c.on(CodeClockTimes, at, "step %q may begin clock %q anew without limit, and without reasons", s.ID, k.ID).mend("add reasons = true to the step, or max = \"P14D\" to the clock")
	case !protects(k) && owed:
		c.on(CodeClockTimes, at, "step %q may begin clock %q anew without limit", s.ID, k.ID).mend("add max = \"P14D\" to the clock")
	}
}

// checkAtOnce asks that no round of silences takes no time: a clock whose date has passed ends where it starts.
func (c *compiler) checkAtOnce(f *flow) {
	next := func(s StateID) (to []StateID) {
		for i := range f.p.Clocks {
			if k := &f.p.Clocks[i]; k.CountsFrom != "" && slices.Contains(k.Starts, s) {
				if state := f.silent(k); state != "" {
					to = append(to, state)
				}
			}
		}
		return to
	}
	for i := range f.p.Clocks {
		k := &f.p.Clocks[i]
		if k.CountsFrom == "" {
			continue
		}
		at := c.place(f.path + "/clock." + string(k.ID) + "/counts_from")
		if t := f.p.Step(k.Takes); t != nil && slices.Contains(t.Restarts, k.ID) {
			c.on(CodeClockTimes, at, "the silence of clock %q begins it anew, and would do so for ever once its date has passed", k.ID).mend("let its silence lead elsewhere")
			continue
		}
		seen := map[StateID]bool{}
		for work := []StateID{f.silent(k)}; len(work) > 0; work = work[1:] {
			if work[0] == "" || seen[work[0]] {
				continue
			}
			seen[work[0]] = true
			work = append(work, next(work[0])...)
		}
		if slices.ContainsFunc(k.Starts, func(s StateID) bool { return seen[s] && f.silent(k) != s }) {
			c.on(CodeClockTimes, at, "the silence of clock %q leads back to where it starts, and would do so for ever once its date has passed", k.ID).mend("let a clock that counts from its start stand in between")
		}
	}
}

// checkEntrySchedule asks that what each party owes from its own entry on can fall due while the agreement lasts.
func (c *compiler) checkEntrySchedule(s *Schedule, path string) {
	loc := c.m.Location()
	first := c.m.After(s.AfterEntry, c.m.Starts.Midnight(loc))
	if !c.m.Ends.IsZero() && !first.Before(c.m.Ends.After().Midnight(loc)) {
		c.on(CodeTerm, c.place(path+"/after_entry"), "schedule %q falls due for nobody before the agreement ends on %s", s.ID, c.m.Ends).
			mend("choose a shorter time than %s", s.AfterEntry)
	}
}
