package agreement

import "slices"

// checkEffects asks that what a step does beside its case has what it needs. What the other blocks say for
// themselves is checked where they are read.
func (c *compiler) checkEffects(f *flow) {
	for i := range f.p.Steps {
		s := &f.p.Steps[i]
		path := f.path + "/step." + string(s.ID)
		c.checkCredential(f, s, s.Issues, path+"/issues")
		c.checkCredential(f, s, s.Revokes, path+"/revokes")
		c.checkRenewal(s, path)
		c.checkReturns(f, s, path+"/returns")
		if s.Money != nil {
			c.checkMoney(f, s, path+"/money")
		}
		if ph := c.m.Phase(s.Begins); ph != nil && !ph.Starts.IsZero() {
			c.on(CodeEffect, c.place(path+"/begins"), "step %q begins the phase %q, which begins by itself on %s", s.ID, ph.ID, ph.Starts).
				mend("remove starts from the phase, or begins from the step")
		}
		if s.Withdraws && c.m.Notice.IsZero() && !f.ranOut(s) {
			c.on(CodeEffect, c.place(path+"/withdraws"), "step %q withdraws from the agreement, which does not say after what notice", s.ID).
				mend("add notice = \"P90D\" to the block agreement, or let the step start where the silence of a clock alone has led")
		}
	}
}

// ranOut says whether every way to a step passes a state to which the silence of a clock alone leads: the notice has
// then run in the case itself, and more than its length may be asked for.
func (f *flow) ranOut(s *Step) bool {
	var after []StateID
	for i := range f.p.Clocks {
		k := &f.p.Clocks[i]
		led := slices.ContainsFunc(f.p.Steps, func(s Step) bool { return s.To == k.To })
		if k.Silence == SilenceLapse && k.To != "" && !led {
			after = append(after, k.To)
		}
	}
	return len(after) > 0 && f.allThrough(s, after)
}

// checkCredential asks that who issues or revokes a credential may, over a case that has what it states.
func (c *compiler) checkCredential(f *flow, s *Step, id CredentialID, path string) {
	x := c.m.Credential(id)
	if x == nil {
		return
	}
	at := c.place(path)
	for _, a := range s.By {
		if !slices.Contains(x.Issuers, a.Role) {
			c.on(CodeEffect, at, "the %s is not among the issuers of credential.%s", a.Role, id).mend("add role.%s to its issuers, or let another take step %q", a.Role, s.ID)
		}
	}
	if x.Record != f.p.Record {
		c.on(CodeEffect, at, "credential.%s is of record.%s, and the case of record.%s", id, x.Record, f.p.Record).mend("let both be of one record")
		return
	}
	if s.Issues != id {
		return
	}
	for _, field := range x.Fields {
		if !f.certain(s, field) {
			c.on(CodeEffect, at, "credential.%s states the field %q, which may not have been given when step %q issues it", id, field, s.ID).
				mend("let every way to %q give it, and not as optional", froms(s))
		}
	}
}

// checkRenewal asks that there is a last day to move, and by how much.
func (c *compiler) checkRenewal(s *Step, path string) {
	if len(s.Renews) > 0 && s.Prolongs.IsZero() {
		c.on(CodeEffect, c.place(path+"/renews"), "step %q does not say by how much it moves the last day", s.ID).mend("add prolongs = \"P1Y\"")
	}
	if len(s.Renews) == 0 && !s.Prolongs.IsZero() {
		c.on(CodeAttrNeedless, c.place(path+"/prolongs"), "step %q prolongs, but renews no article", s.ID).mend("add renews = [\"7\"], or remove it")
	}
	for _, a := range s.Renews {
		if cl := c.m.Clause(a); cl.Ends.IsZero() && (a != c.m.Declared || c.m.Ends.IsZero()) {
			c.on(CodeEffect, c.place(path+"/renews/"+string(a)), "step %q renews Article %s, which has no last day", s.ID, a).
				mend("add article { ends = \"…\" } under Article %s, or remove it from renews", a)
		}
	}
}

// checkMoney asks that an entry in a fund has an amount, a window that the fund has, and somebody to make it.
func (c *compiler) checkMoney(f *flow, s *Step, path string) {
	m := s.Money
	if x := c.m.ProcedureField(f.p, m.Amount); x.Type != TypeAmount {
		c.on(CodeEffect, c.place(path+"/amount"), "the field %q is of type %s, and no amount", m.Amount, x.Type).mend("name a field of type amount")
	} else if !f.certain(s, m.Amount) {
		c.on(CodeEffect, c.place(path+"/amount"), "the field %q may not have been given when step %q enters it", m.Amount, s.ID).
			mend("let the step give it, or every way to %q, and not as optional", froms(s))
	}
	fund := c.m.Fund(m.Fund)
	if fund == nil {
		return
	}
	if m.Window != "" && fund.Window(m.Window) == nil {
		known := make([]string, len(fund.Windows))
		for i := range fund.Windows {
			known[i] = string(fund.Windows[i].ID)
		}
		c.on(CodeNameUnknown, c.place(path+"/window"), "fund.%s has no window %q", fund.ID, m.Window).mend("%s", instead(string(m.Window), known, "name a window of it"))
	}
	if m.Entry != "pledged" && m.Entry != "paid" {
		return
	}
	for _, a := range s.By {
		if !overlap(c.parties(f.p, a), fund.Donors) {
			c.on(CodeEffect, c.place(path+"/entry"), "%s enters what is %s in fund.%s, and is of no donor", a, m.Entry, fund.ID).mend("let a role of a donor take the step")
		}
	}
}

// parties gives those that an actor may act for.
func (c *compiler) parties(p *Procedure, a Actor) []PartyID {
	held := c.m.Role(a.Role).Held
	side := p.Side(a.Side)
	if side == nil {
		return held
	}
	return slices.DeleteFunc(slices.Clone(held), func(x PartyID) bool { return !slices.Contains(side.Any, x) })
}
