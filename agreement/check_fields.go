package agreement

import "slices"

// isGiven says whether a step of the procedure may carry the field.
func (c *compiler) isGiven(p *Procedure, id FieldID) bool {
	return slices.ContainsFunc(p.Steps, func(s Step) bool { return slices.Contains(carried(&s), id) })
}

// givers gives the actors that may give a field.
func givers(p *Procedure, id FieldID) []Actor {
	var out []Actor
	for i := range p.Steps {
		if slices.Contains(carried(&p.Steps[i]), id) {
			out = append(out, p.Steps[i].By...)
		}
	}
	return out
}

// checkFields looks for fields that are collected though nobody may see them, and for shares of what
// nobody gives.
func (c *compiler) checkFields(f *flow) {
	seen := map[FieldID]bool{}
	for i := range f.p.Steps {
		s := &f.p.Steps[i]
		path := f.path + "/step." + string(s.ID)
		for _, id := range carried(s) {
			if seen[id] || c.seenByOther(f.p, id) {
				continue
			}
			seen[id] = true
			if id == FieldReasons {
				c.on(CodeReasonsUnseen, c.place(path+"/reasons"), "step %q gives reasons, but no share lets anybody read them", s.ID).
					mend("add \"reasons\" to the fields of a share")
				continue
			}
			c.on(CodeFieldUnseen, c.place(path+"/gives/"+string(id), path+"/requires", path), "step %q gives the field %q, but no share lets anybody but its giver see it", s.ID, id).
				mend("add it to a share, or do not collect it")
		}
	}
	c.checkBranches(f)
	for i := range f.p.Shares {
		s := &f.p.Shares[i]
		path := f.path + "/share." + string(s.ID)
		if len(s.With) == 0 {
			c.on(CodeShareEmpty, c.place(path+"/with", path), "the share %q names nobody to share with", s.ID).mend("name roles on sides in with")
		}
		if len(s.Fields) == 0 {
			c.on(CodeShareEmpty, c.place(path+"/fields", path), "the share %q names no field", s.ID).mend("name the fields that are shared")
		}
		for _, id := range s.Fields {
			if !c.isGiven(f.p, id) {
				c.on(CodeFieldUngiven, c.place(path+"/fields/"+string(id)), "the share %q promises the field %q, which no step gives", s.ID, id).
					mend("let a step give it, or take it out of the share")
			}
		}
	}
}

func (c *compiler) seenByOther(p *Procedure, id FieldID) bool {
	from := givers(p, id)
	return slices.ContainsFunc(p.Shares, func(s Share) bool {
		return slices.Contains(s.Fields, id) && slices.ContainsFunc(s.With, func(a Actor) bool { return !slices.Contains(from, a) || len(from) > 1 })
	})
}

// checkGuards asks that everybody who must verify a step can read what its condition reads, so that all
// honest parties come to the same state.
func (c *compiler) checkGuards(f *flow) {
	for i := range f.p.Steps {
		s := &f.p.Steps[i]
		at := c.place(f.path + "/step." + string(s.ID) + "/when")
		c.checkNested(&s.When, "step", string(s.ID))
		for _, id := range s.When.Reads {
			field := c.m.ProcedureField(f.p, id)
			if field.Class == ClassProtected {
				c.on(CodeGuardProtected, at, "the condition of step %q reads the protected field %q", s.ID, id).
					mend("decide by something else: a protected field never decides over a person")
			}
			if !f.certain(s, id) {
				why := "given by then"
				if f.destroys(id) {
					why = "given by then, or may be destroyed"
				}
				c.on(CodeGuardUngiven, at, "the condition of step %q reads the field %q, which may not have been %s", s.ID, id, why).
					mend("let every way to %q give it, and not as optional", froms(s))
				continue
			}
			for j := range f.p.Sides {
				if side := &f.p.Sides[j]; !c.reads(f, s, id, side) {
					c.on(CodeGuardUnshared, at, "the condition of step %q reads the field %q, which is not shared with side %q by then, so that it could not verify the step", s.ID, id, side.ID).
						mend("share %q with a role of side %q from an earlier state on, without a condition", id, side.ID)
				}
			}
			if f.p.Home == "" && !c.depositaryReads(f, s, id) {
				c.on(CodeGuardUnshared, at, "the condition of step %q reads the field %q, which is not shared with the depositary, who orders the case", s.ID, id).
					mend("share %q with a role of the depositary", id)
			}
		}
	}
}

// certain says whether a field has been given on every way to a step, or is given with it.
func (f *flow) certain(s *Step, id FieldID) bool {
	if slices.Contains(required(s), id) {
		return true
	}
	for _, from := range froms(s) {
		if f.reached[from] && !f.given[from][id] {
			return false
		}
	}
	return true
}

// reads says whether a side can read a field when a step is verified: as its only giver, or by a share.
func (c *compiler) reads(f *flow, s *Step, id FieldID, side *Side) bool {
	from := givers(f.p, id)
	if !slices.ContainsFunc(from, func(a Actor) bool { return a.Side != side.ID }) {
		return true
	}
	return slices.ContainsFunc(f.p.Shares, func(sh Share) bool {
		return f.open(&sh, s, id) && slices.ContainsFunc(sh.With, func(a Actor) bool {
			return (a.Side == side.ID || a.Side == "") && c.allHold(a.Role, side.Any)
		})
	})
}

func (c *compiler) allHold(r RoleID, parties []PartyID) bool {
	held := c.m.Role(r).Held
	return !slices.ContainsFunc(parties, func(p PartyID) bool { return !slices.Contains(held, p) })
}

func (c *compiler) depositaryReads(f *flow, s *Step, id FieldID) bool {
	is := []PartyID{c.m.Depositary}
	for i := range f.p.Sides {
		if side := &f.p.Sides[i]; slices.Equal(side.Any, is) && c.reads(f, s, id, side) {
			return true
		}
	}
	return slices.ContainsFunc(f.p.Shares, func(sh Share) bool {
		return f.open(&sh, s, id) && slices.ContainsFunc(sh.With, func(a Actor) bool { return a.Side == "" && c.allHold(a.Role, is) })
	})
}

// open says whether a share is certain to be open, and to show the value as it is, when a step is verified.
func (f *flow) open(sh *Share, s *Step, id FieldID) bool {
	if !slices.Contains(sh.Fields, id) || !sh.When.IsZero() || !sh.For.IsZero() || sh.Precision != "" || f.ended(sh, s) {
		return false
	}
	if len(sh.From) == 0 || slices.Contains(s.Gives, id) && slices.Contains(sh.From, s.To) {
		return true
	}
	for _, from := range froms(s) {
		if f.reached[from] && !f.through(sh.From, from) {
			return false
		}
	}
	return true
}
