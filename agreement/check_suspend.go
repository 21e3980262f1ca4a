package agreement

import "slices"

// checkSuspensions asks that an article rests after notice, never where it protects persons, and that there is a way
// back (VCLT Art 60(5), 65, 72).
func (c *compiler) checkSuspensions(flows []*flow) {
	for _, f := range flows {
		for i := range f.p.Steps {
			s := &f.p.Steps[i]
			path := f.path + "/step." + string(s.ID)
			for _, a := range s.Suspends {
				c.checkSuspended(flows, s, a, c.place(path+"/suspends/"+string(a)).Start.Byte)
			}
			for _, a := range s.Restores {
				if !anyStep(flows, func(_ *flow, o *Step) bool { return slices.Contains(o.Suspends, a) }) {
					c.on(CodeEffect, c.place(path+"/restores/"+string(a)), "step %q restores Article %s, which no step suspends", s.ID, a).mend("remove it, or let a step suspend it")
				}
			}
			if len(s.Suspends) > 0 && !f.noticed(s) {
				c.on(CodeSuspendNotice, c.place(path+"/suspends"), "step %q suspends without notice: no time runs before it in which the other side could answer", s.ID).
					mend("let every way to it pass a state in which a clock runs")
			}
		}
	}
}

func (c *compiler) checkSuspended(flows []*flow, s *Step, a Article, at int) {
	if a == c.m.Declared {
		c.at(CodeUntouchable, at, "step %q suspends Article %s, by which the agreement is in force", s.ID, a).mend("leave it in force; a party that wants to leave takes a step with withdraws = true")
	} else if c.m.Clause(a).Untouchable {
		c.at(CodeUntouchable, at, "step %q suspends Article %s, which is untouchable", s.ID, a).mend("leave it in force")
	} else if p := find(c.m.Procedures, func(p *Procedure) bool { return p.Remedy && p.Article == a }); p != nil {
		c.at(CodeUntouchable, at, "step %q suspends Article %s, and with it the remedy %q of persons concerned", s.ID, a, p.ID).mend("leave it in force")
	}
	if !anyStep(flows, func(f *flow, o *Step) bool {
		return slices.Contains(o.Restores, a) && !slices.Contains(s.Suspends, o.Article) && f.possible(o)
	}) {
		c.at(CodeSuspendReturn, at, "step %q suspends Article %s, and no step of an article that stays in force restores it", s.ID, a).
			mend("add restores = [%q] to a step", a)
	}
}

// anyStep says whether any step of the agreement fits.
func anyStep(flows []*flow, fits func(*flow, *Step) bool) bool {
	for _, f := range flows {
		for i := range f.p.Steps {
			if fits(f, &f.p.Steps[i]) {
				return true
			}
		}
	}
	return false
}

// possible says whether a case can come to where the step starts.
func (f *flow) possible(s *Step) bool {
	return slices.ContainsFunc(froms(s), func(from StateID) bool { return f.reached[from] })
}

// noticed says whether every way to a step passes a state in which a clock runs.
func (f *flow) noticed(s *Step) bool {
	var timed []StateID
	for i := range f.p.Clocks {
		timed = append(timed, f.p.Clocks[i].Starts...)
	}
	return f.allThrough(s, timed)
}

// allThrough says whether every way to a step has been in one of the states.
func (f *flow) allThrough(s *Step, states []StateID) bool {
	for _, from := range froms(s) {
		if f.reached[from] && !f.through(states, from) {
			return false
		}
	}
	return true
}

// checkConsequences refuses what would follow from an allegation that nobody has tested.
func (c *compiler) checkConsequences(f *flow) {
	for i := range f.p.Clocks {
		k := &f.p.Clocks[i]
		if k.Silence != SilenceProceed {
			continue
		}
		for _, t := range f.p.Defaults(k) {
			what := consequence(t)
			if what == "" {
				continue
			}
			c.on(CodeUntested, c.place(f.path+"/clock."+string(k.ID)+"/takes", f.path+"/clock."+string(k.ID)+"/decides"), "if nobody acts, step %q %s without anybody's decision", t.ID, what).
				mend("let the silence lapse, or let it take a step that only moves the case")
		}
	}
	staged := f.staged()
	if len(staged) == 0 {
		return
	}
	for i := range f.p.Steps {
		s := &f.p.Steps[i]
		if (len(s.Suspends) > 0 || s.Revokes != "") && f.possible(s) && !f.allThrough(s, staged[StageEstablished]) {
			c.on(CodeUntested, c.place(f.path+"/step."+string(s.ID)+"/suspends", f.path+"/step."+string(s.ID)+"/revokes"), "step %q %s while the allegation may not have been established", s.ID, consequence(s)).
				mend("let every way to it pass a state with stage = %q", StageEstablished)
		}
	}
	for _, id := range staged[StageEstablished] {
		c.checkEstablished(f, id, staged)
	}
}

// staged gives the states that can be come to by their stage.
func (f *flow) staged() map[string][]StateID {
	out := map[string][]StateID{}
	for i := range f.p.States {
		if s := &f.p.States[i]; s.Stage != "" && f.reached[s.ID] {
			out[s.Stage] = append(out[s.Stage], s.ID)
		}
	}
	return out
}

// checkEstablished asks that an allegation is established by somebody's decision, who did not make it, after it was
// found admissible (or at least made).
func (c *compiler) checkEstablished(f *flow, id StateID, staged map[string][]StateID) {
	before, stage := staged[StageAdmissible], StageAdmissible
	if len(before) == 0 {
		before, stage = staged[StageAlleged], StageAlleged
	}
	if len(before) == 0 || !f.through(before, id) {
		c.at(CodeUntested, c.stateMention(f, id), "an allegation can be established in the state %q without having been %s", id, stage).
			mend("let every way to it pass a state with stage = %q", stage)
	}
	var makers []Actor
	for _, w := range f.ways("") {
		makers = append(makers, w.step.By...)
	}
	for i := range f.p.Steps {
		s := &f.p.Steps[i]
		for _, a := range s.By {
			if s.To == id && len(s.From) > 0 && !s.Several() && f.p.VoteOf(s.ID) == nil && !within(s.From, staged[StageEstablished]) && slices.Contains(makers, a) {
				path := f.path + "/step." + string(s.ID)
				c.on(CodeUntested, c.place(path+"/by/"+a.String(), path+"/by"), "%s makes the allegation and may establish it by step %q", a, s.ID).mend("let another actor establish it")
			}
		}
	}
	for i := range f.p.Clocks {
		k := &f.p.Clocks[i]
		t := f.p.Step(k.Takes)
		if (k.To == id || t != nil && t.To == id) && !within(k.Starts, staged[StageEstablished]) {
			c.on(CodeUntested, c.place(f.path+"/clock."+string(k.ID)+"/silence"), "if nobody acts, the allegation counts as established").mend("let the silence lead to another state")
		}
	}
}

// within says whether one list holds all of another.
func within[T comparable](all, among []T) bool {
	return !slices.ContainsFunc(all, func(x T) bool { return !slices.Contains(among, x) })
}

// consequence says what a step does to somebody beside moving its case, "" for nothing of the kind.
func consequence(s *Step) string {
	switch {
	case len(s.Suspends) > 0:
		return "suspends " + articlesInWords(s.Suspends)
	case s.Revokes != "":
		return "revokes credential." + string(s.Revokes)
	case s.Strikes != "":
		return "strikes from register." + string(s.Strikes)
	case s.Adds != "":
		return "adds to register." + string(s.Adds)
	case s.Withdraws:
		return "withdraws a party from the agreement"
	}
	return ""
}

func articlesInWords(list []Article) string { return "Article " + listed(list) }
