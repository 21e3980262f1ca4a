package agreement

import "slices"

// checkDuties looks for data that would be kept for ever, persons without a remedy, and duties that
// their article's end would cut off.
func (c *compiler) checkDuties(f *flow) {
	p := f.p
	c.checkKeeps(f)
	if (p.Affects || c.personal(p.Record)) && !p.Remedy && !slices.ContainsFunc(p.Notices, func(n Notice) bool { return n.Remedy != "" }) {
		c.on(CodeRemedyMissing, c.place(f.path), "procedure %q is about persons, and nobody tells them of a remedy", p.ID).
			mend("add notify \"the person concerned\" { within = … after = […] remedy = procedure.… }, or remedy = true if it is one itself")
	}
	for i := range p.Notices {
		n := &p.Notices[i]
		path := f.path + "/notify." + string(n.ID)
		if r := c.m.Procedure(n.Remedy); r != nil && !r.Remedy {
			c.on(CodeRemedyMissing, c.place(path+"/remedy"), "procedure %q is named as a remedy, but is none", r.ID).mend("add remedy = true to it, if it is one")
		}
		if by := p.Step(n.By); by != nil && !overlap(by.From, n.After) && !f.canFulfil(by, n) {
			c.on(CodeRemedyMissing, c.place(path+"/by"), "step %q cannot be taken after %q, so that the duty could not be fulfilled by it", by.ID, n.After).
				mend("let the step start from one of these states")
		}
		c.outlives(n.Article, SurvivesRemedy, path, "telling the person")
	}
	for i := range p.Clocks {
		if k := &p.Clocks[i]; k.Silence == SilenceErase {
			c.outlives(k.Article, SurvivesErasure, f.path+"/clock."+string(k.ID), "erasing")
		}
	}
	if p.Remedy {
		c.outlives(p.Article, SurvivesRemedy, f.path, "the remedy")
	}
}

func (f *flow) canFulfil(by *Step, n *Notice) bool {
	for _, after := range n.After {
		for _, from := range by.From {
			if f.leads(after, from) {
				return true
			}
		}
	}
	return false
}

// outlives asks that a duty survives the end of its article, or of the agreement (VCLT Art 70).
func (c *compiler) outlives(number Article, duty Survival, path, words string) {
	cl := c.m.Clause(number)
	if cl == nil || cl.Survive(duty) || cl.Ends.IsZero() && c.m.Ends.IsZero() {
		return
	}
	last := cl.Ends
	if last.IsZero() {
		last = c.m.Ends
	}
	c.on(CodeDutyOutlives, c.place(path), "%s goes on after Article %s ends on %s, but nothing says that the duty survives", words, number, last).
		mend("add article { survives = [%q] } under Article %s", duty, number)
}

// checkRegister holds a register's queries against what may be asked.
func (c *compiler) checkRegister(r *Register) {
	path := "/register." + string(r.ID)
	if r.Keep.IsZero() {
		c.on(CodeKeptForEver, c.place(path), "register %q does not say how long an entry stays", r.ID).mend("add keep = \"P1Y\"")
	} else {
		c.outlives(r.Article, SurvivesErasure, path, "keeping and erasing")
	}
	if len(r.Holders) == 0 {
		c.on(CodeRoleUnheld, c.place(path+"/holders", path), "nobody holds the register %q", r.ID).mend("name the parties in holders")
	}
	if len(r.Key) == 0 {
		c.on(CodeNameUnknown, c.place(path+"/key", path), "register %q has no key that tells its entries apart", r.ID).mend("name fields of its record in key")
	}
	for i := range r.Queries {
		c.checkQuery(r, &r.Queries[i], path+"/query."+string(r.Queries[i].ID))
	}
}

func (c *compiler) checkQuery(r *Register, q *Query, path string) {
	if q.Keep.IsZero() {
		c.on(CodeKeptForEver, c.place(path), "query %q does not say how long its trace is kept", q.ID).mend("add keep = \"P1Y\"")
	}
	if q.Match != "exact" {
		c.on(CodeQueryMatch, c.place(path+"/match"), "no method for match = %q is known to this version", q.Match).mend("write match = \"exact\"")
	}
	if len(q.On) == 0 || len(q.By) == 0 || len(q.Purpose) == 0 {
		c.on(CodeNameUnknown, c.place(path), "query %q must name who asks, for which purpose, and on which fields", q.ID).mend("fill by, purpose and on")
	}
	for _, id := range q.On {
		f := c.m.Record(r.Record).Field(id)
		if f.Type == TypeRecord || f.Type == TypeList || f.Type == TypeFile || f.Type == TypeLine || f.Type == TypeArea {
			c.on(CodeQueryMatch, c.place(path+"/on/"+string(id)), "a field of type %s cannot be compared", f.Type).mend("compare a simple field")
		}
		for _, purpose := range q.Purpose {
			if f.Class == ClassProtected && c.m.Purpose(purpose).Basis == "" {
				c.on(CodeProtectedBasis, c.place(path+"/on/"+string(id)), "query %q compares the protected field %q for purpose %q, which names no legal basis", q.ID, id, purpose).
					mend("add basis = \"…\" to the purpose, or do not compare the field")
			}
		}
	}
	for _, role := range q.By {
		held := c.m.Role(role).Held
		if len(held) == 1 && slices.Equal(held, r.Holders) {
			c.on(CodeRoleUnheld, c.place(path+"/by/"+string(role)), "only party %q fills the role %q, and it holds the register itself", held[0], role).
				mend("name a role of another party")
		}
		c.checkOpens(q, role, path)
	}
}

// checkOpens asks that whoever asks can also open what a hit opens.
func (c *compiler) checkOpens(q *Query, role RoleID, path string) {
	p := c.m.Procedure(q.Opens)
	if p == nil {
		return
	}
	for i := range p.Steps {
		if len(p.Steps[i].From) > 0 {
			continue
		}
		for _, a := range p.Steps[i].By {
			if a.Role == role && (a.Side == "" || overlap(p.Side(a.Side).Any, c.m.Role(role).Held)) {
				return
			}
		}
	}
	c.on(CodeQueryOpens, c.place(path+"/opens"), "a hit opens procedure %q, but the %s who asks cannot take a step that opens it", p.ID, role).
		mend("let a step without from be taken by the role %q", role)
}
