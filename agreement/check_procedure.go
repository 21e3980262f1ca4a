package agreement

import "slices"

// checkSides asks that every side can be bound and every actor be somebody.
func (c *compiler) checkSides(f *flow) {
	for i := range f.p.Sides {
		s := &f.p.Sides[i]
		path := f.path + "/side." + string(s.ID)
		if len(s.Any) == 0 {
			c.on(CodeRoleUnheld, c.place(path+"/any", path), "no party can take the side %q", s.ID).mend("name the parties in any")
		}
		for _, other := range s.Other {
			o := f.p.Side(other)
			switch {
			case other == s.ID:
				c.on(CodeSideSame, c.place(path+"/other"), "side %q cannot be another party than itself", s.ID).mend("name the other side")
			case len(s.Any) == 1 && len(o.Any) == 1 && s.Any[0] == o.Any[0]:
				c.on(CodeSideSame, c.place(path+"/other"), "sides %q and %q must differ, but only party %q can take either", s.ID, other, s.Any[0]).
					mend("name another party in any")
			}
		}
	}
	for i := range f.p.Steps {
		s := &f.p.Steps[i]
		path := f.path + "/step." + string(s.ID)
		c.checkActors(f, s.By, path+"/by")
		if len(s.By) == 0 {
			c.on(CodeRoleUnheld, c.place(path+"/by", path), "nobody may take the step %q", s.ID).mend("name a role on a side in by")
		}
		c.checkManned(f, s, path+"/by")
	}
	for i := range f.p.Shares {
		c.checkActors(f, f.p.Shares[i].With, f.path+"/share."+string(f.p.Shares[i].ID)+"/with")
	}
	for i := range f.p.Notices {
		if a := f.p.Notices[i].DeferredBy; a != nil {
			c.checkActors(f, []Actor{*a}, f.path+"/notify."+string(f.p.Notices[i].ID)+"/deferred_by")
		}
	}
	c.checkBinding(f)
}

func (c *compiler) checkActors(f *flow, actors []Actor, path string) {
	for _, a := range actors {
		if a.Side != "" && !overlap(c.m.Role(a.Role).Held, f.p.Side(a.Side).Any) {
			c.on(CodeRoleUnheld, c.place(path+"/"+a.String(), path), "no party of side %q fills the role %q", a.Side, a.Role).
				mend("add one of its parties to held_by of the role, or name another role")
		}
	}
}

// checkManned asks that whichever party a side is bound to, somebody of it can take the step.
func (c *compiler) checkManned(f *flow, s *Step, path string) {
	for i := range f.p.Sides {
		side := &f.p.Sides[i]
		roles := []RoleID{}
		for _, a := range s.By {
			if a.Side == side.ID {
				roles = append(roles, a.Role)
			}
		}
		for _, party := range side.Any {
			if len(roles) > 0 && !slices.ContainsFunc(roles, func(r RoleID) bool { return slices.Contains(c.m.Role(r).Held, party) }) &&
				slices.ContainsFunc(roles, func(r RoleID) bool { return overlap(c.m.Role(r).Held, side.Any) }) {
				c.on(CodeRoleUnheld, c.place(path), "if party %q takes the side %q, nobody may take the step %q", party, side.ID, s.ID).
					mend("add the party to held_by of the role, or name another role of it in by")
			}
		}
	}
}

// checkStates looks for states that no case can come to, or never leave.
func (c *compiler) checkStates(f *flow, declared map[*State]bool) {
	if len(ways(f.p, "")) == 0 {
		c.on(CodeNoOpening, c.place(f.path), "no step opens a case of procedure %q", f.p.ID).mend("let one step have no from")
		return
	}
	for i := range f.p.States {
		s := &f.p.States[i]
		at := c.stateMention(f, s.ID)
		if !f.reached[s.ID] {
			c.at(CodeUnreachable, at, "no case can come to the state %q", s.ID).mend("let a step that can be taken lead to it, or remove it")
			continue
		}
		out := ways(f.p, s.ID)
		switch {
		case len(out) == 0 && !declared[s]:
			c.at(CodeDeadEnd, at, "no step or clock leads out of the state %q", s.ID).
				mend("add a step that does or, if the case ends there, state %q { final = true }", s.ID)
		case len(out) > 0 && declared[s]:
			c.at(CodeFinalLeft, at, "the state %q is final, but a step or clock leads out of it", s.ID).mend("remove final = true, or the way out")
		}
	}
	c.checkEndless(f)
	c.checkFinalClocks(f, declared)
}

// checkFinalClocks looks for clocks that run on where a case is over, and would lead it out of there.
func (c *compiler) checkFinalClocks(f *flow, declared map[*State]bool) {
	for i := range f.p.Clocks {
		k := &f.p.Clocks[i]
		if len(k.Stops) == 0 || k.To == "" && k.Takes == "" && k.Decides == "" {
			continue // without stops every state outside of starts stops it
		}
		for j := range f.p.States {
			s := &f.p.States[j]
			if !declared[s] || s.ID == k.To || slices.Contains(k.Stops, s.ID) || slices.Contains(k.Starts, s.ID) || !f.runsTo(k, s.ID) {
				continue
			}
			c.on(CodeFinalLeft, c.place(f.path+"/clock."+string(k.ID)+"/stops", f.path+"/clock."+string(k.ID)), "the clock %q runs on in the final state %q, and would lead out of it", k.ID, s.ID).
				mend("add %q to stops, or leave out stops", s.ID)
		}
	}
}

// runsTo says whether a case can come to a state while a clock runs: from where it starts, on ways that do not stop it.
func (f *flow) runsTo(k *Clock, to StateID) bool {
	seen := map[StateID]bool{}
	var from func(s StateID) bool
	from = func(s StateID) bool {
		if seen[s] || slices.Contains(k.Stops, s) {
			return false
		}
		seen[s] = true
		for _, w := range ways(f.p, s) {
			if w.clock == k {
				continue
			}
			if w.to == to || from(w.to) {
				return true
			}
		}
		return false
	}
	return slices.ContainsFunc(k.Starts, from)
}

// stateMention gives the offset of a state's block or of its first mention.
func (c *compiler) stateMention(f *flow, id StateID) int {
	if r, ok := c.where[f.path+"/state."+string(id)]; ok {
		return r.Start.Byte
	}
	for i := range c.rules {
		if r := c.rules[i]; r.block.Type == "procedure" && r.block.Labels[0] == string(f.p.ID) {
			return c.firstMentions(&body{c: c, block: r.block, path: f.path}).of(id)
		}
	}
	return 0
}

// checkSteps looks for approvals that one side could give itself, and for pairs of eyes that cannot be two.
func (c *compiler) checkSteps(f *flow) {
	for i := range f.p.Steps {
		s := &f.p.Steps[i]
		path := f.path + "/step." + string(s.ID)
		for _, o := range s.OtherThan {
			if other := f.p.Step(o); o == s.ID || !f.before(other, s) {
				c.on(CodeOtherThan, c.place(path+"/other_than/"+string(o), path+"/other_than"), "step %q is never taken before step %q, so that nobody is kept from it", o, s.ID).
					mend("name a step that comes before")
			}
		}
		for _, a := range s.By {
			if s.Personal && c.m.Role(a.Role).Enrolled == "" {
				c.on(CodeEnrolment, c.place(path+"/personal"), "the %s must sign in person, but no authority enrols their keys", a.Role).
					mend("add enrolled_by = authority.name to role %q", a.Role)
			}
		}
		// Where a quorum is asked for, no party decides alone.
		if len(s.From) > 0 && !s.Several() && f.p.VoteOf(s.ID) == nil && !s.OwnParty && slices.ContainsFunc(s.By, func(a Actor) bool { return c.m.Role(a.Role).Independent }) {
			for _, a := range s.By {
				c.checkIndependent(f, s, a, path)
			}
		}
		c.checkOwnParty(f, s, path)
		c.checkAnyone(f, s, path)
		c.checkChanges(f, s, path)
	}
}

// before says whether one step can come before another.
func (f *flow) before(first, then *Step) bool {
	afters := []StateID{first.To}
	if first.To == "" {
		afters = first.From
	}
	for _, a := range afters {
		for _, b := range then.From {
			if f.leads(a, b) {
				return true
			}
		}
	}
	return false
}

// checkIndependent asks that an independent decision is not the asking party's own, whichever of those who may take
// it takes it. (Nobody may be judge in their own cause.)
func (c *compiler) checkIndependent(f *flow, s *Step, a Actor, path string) {
	for i := range f.p.Steps {
		opening := &f.p.Steps[i]
		if len(opening.From) > 0 {
			continue
		}
		for _, asking := range opening.By {
			if c.samePartyPossible(f.p, asking, a) {
				r := c.on(CodeSelfApproval, c.place(path+"/by/"+a.String(), path+"/by"), "%s decides step %q, but may be of the party that asks (%s in step %q)", a, s.ID, asking, opening.ID)
				if a.Side == asking.Side || asking.Side == "" {
					r.mend("take %s out of by; or say own_party = true, if the office may decide on what others of its own party ask", a)
				} else {
					r.mend("let the deciding side be another: other = [side.%s]; or say own_party = true, if the office may decide on what others of its own party ask", asking.Side)
				}
				return
			}
		}
	}
}

// samePartyPossible says whether two actors may act for one party.
func (c *compiler) samePartyPossible(p *Procedure, a, b Actor) bool {
	if !overlap(c.parties(p, a), c.parties(p, b)) {
		return false
	}
	x, y := p.Side(a.Side), p.Side(b.Side)
	return x == nil || y == nil || x == y || !slices.Contains(x.Other, y.ID) && !slices.Contains(y.Other, x.ID)
}

// checkChanges asks that a step that adds to a register, or strikes from it, has what the register needs.
func (c *compiler) checkChanges(f *flow, s *Step, path string) {
	for name, id := range map[string]RegisterID{"adds": s.Adds, "strikes": s.Strikes} {
		r := c.m.Register(id)
		if r == nil {
			continue
		}
		need := slices.Clone(r.Key)
		if name == "adds" {
			for i := range c.m.Record(r.Record).Fields {
				if x := &c.m.Record(r.Record).Fields[i]; x.Required && !slices.Contains(need, x.ID) {
					need = append(need, x.ID)
				}
			}
		}
		for _, field := range need {
			have, want := c.m.Record(f.p.Record).Field(field), c.m.Record(r.Record).Field(field)
			if have == nil || have.Type != want.Type || have.Of != want.Of || have.Record != want.Record {
				c.on(CodeRegisterChange, c.place(path+"/"+name), "step %q %s an entry of register.%s, which needs the field %q; record.%s has none of its type", s.ID, name, id, field, f.p.Record).
					mend("add the field to record.%s, with the same type", f.p.Record)
			} else if !f.certain(s, field) {
				c.on(CodeRegisterChange, c.place(path+"/"+name), "step %q %s an entry of register.%s, which needs the field %q; it may not have been given by then", s.ID, name, id, field).
					mend("let every way to %q give it, and not as optional", froms(s))
			}
		}
		for _, a := range s.By {
			if !slices.Contains(r.Editors, a.Role) {
				c.on(CodeRegisterChange, c.place(path+"/"+name), "the %s is not among the editors of register.%s", a.Role, id).
					mend("add role.%s to its editors", a.Role)
			}
		}
	}
	if s.Opens != "" && len(ways(c.m.Procedure(s.Opens), "")) == 0 {
		c.on(CodeNoOpening, c.place(path+"/opens"), "no step opens a case of procedure %q", s.Opens).mend("let one of its steps have no from")
	}
}

// checkClocks looks for clocks that nothing stops, and for times that do not fit together.
func (c *compiler) checkClocks(f *flow) {
	for i := range f.p.Clocks {
		k := &f.p.Clocks[i]
		path := f.path + "/clock." + string(k.ID)
		if !f.stoppable(k) {
			c.on(CodeUnstoppable, c.place(path), "no step stops the clock %q, so that silence is certain", k.ID).
				mend("add a step from a state in which it runs to one in which it does not")
		}
		c.checkDays(k, path)
		if !k.Warns.IsZero() && k.CountsFrom == "" && k.Warns.Compare(k.Within) >= 0 {
			c.on(CodeClockTimes, c.place(path+"/warns"), "the warning of clock %q is due before the clock starts", k.ID).mend("warn later than %s before the end", k.Within)
		}
		if (k.Silence == SilenceErase || k.Silence == SilenceRestrict) && len(k.Erases) == 0 {
			c.on(CodeSilenceNeeds, c.place(path+"/silence"), "silence = %q has nothing to act on: the steps into %q give no field", k.Silence, k.Starts).
				mend("add erases = [\"field\"]")
		}
		for _, field := range k.Erases {
			if !c.isGiven(f.p, field) {
				c.on(CodeFieldUngiven, c.place(path+"/erases/"+string(field), path), "clock %q acts on the field %q, which no step gives", k.ID, field).mend("name a field that a step gives")
			}
		}
		if t := f.p.Step(k.Takes); t != nil && !overlap(t.From, k.Starts) {
			c.on(CodeClockTimes, c.place(path+"/takes"), "step %q cannot be taken from a state in which clock %q runs", t.ID, k.ID).mend("name a step from one of %q", k.Starts)
		}
		c.checkPauses(f, k, path)
	}
}

func (c *compiler) checkPauses(f *flow, k *Clock, path string) {
	resumed, limited := false, false
	var pausing *Step
	for i := range f.p.Steps {
		s := &f.p.Steps[i]
		resumed = resumed || slices.Contains(s.Resumes, k.ID)
		if slices.Contains(s.Pauses, k.ID) {
			pausing = s
		}
		limited = limited || slices.Contains(s.Pauses, k.ID) || slices.Contains(s.Extends, k.ID)
	}
	if pausing != nil && !resumed {
		c.on(CodeUnstoppable, c.place(f.path+"/step."+string(pausing.ID)+"/pauses"), "step %q pauses the clock %q, and no step resumes it", pausing.ID, k.ID).
			mend("add resumes = [clock.%s] to a step", k.ID)
	}
	if limited && k.Max.IsZero() {
		c.on(CodeClockTimes, c.place(path), "the clock %q may be paused or extended without limit", k.ID).mend("add max = \"P14D\"")
	}
}
