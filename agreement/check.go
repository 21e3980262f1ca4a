package agreement

import (
	"slices"

	"github.com/hashicorp/hcl/v2"
)

// check looks for what the text, once signed, would stumble over. It runs once every name is resolved,
// every condition compiled and what follows from the rules derived. What the prose says is held against them by checkSaid.
func (c *compiler) check(declared map[*State]bool) {
	c.checkTerm()
	c.checkAmends()
	c.checkForms()
	for i := range c.m.Roles {
		c.checkRole(&c.m.Roles[i])
	}
	for i := range c.m.Records {
		c.checkRecord(&c.m.Records[i])
	}
	for i := range c.m.Registers {
		c.checkRegister(&c.m.Registers[i])
	}
	for i := range c.m.Ladders {
		c.checkLadder(&c.m.Ladders[i])
	}
	c.checkFigures()
	flows := make([]*flow, len(c.m.Procedures))
	for i := range c.m.Procedures {
		f := c.flow(&c.m.Procedures[i])
		flows[i] = f
		c.checkSides(f)
		c.checkStates(f, declared)
		c.checkSteps(f)
		c.checkClocks(f)
		c.checkTimes(f)
		c.checkFields(f)
		c.checkSealed(f)
		c.checkGuards(f)
		c.checkDuties(f)
		c.checkKinds(f)
		c.checkVotes(f)
		c.checkVaries(f)
		c.checkEffects(f)
		c.checkConsequences(f)
		c.checkShares(f)
		c.checkContradictions(f)
	}
	c.checkTermBlocks()
	c.checkSuspensions(flows)
}

// declaredFinal notes which states the text itself calls final, before derive adds those without a way out.
func (c *compiler) declaredFinal() map[*State]bool {
	out := map[*State]bool{}
	for i := range c.m.Procedures {
		for j := range c.m.Procedures[i].States {
			if s := &c.m.Procedures[i].States[j]; s.Final {
				out[s] = true
			}
		}
	}
	return out
}

// place gives where a path stands, or the nearest of its ancestors.
func (c *compiler) place(paths ...string) hcl.Range {
	for _, p := range paths {
		if r, ok := c.where[p]; ok {
			return r
		}
	}
	return hcl.Range{}
}

// checkTerm holds the agreement's days against each other.
func (c *compiler) checkTerm() {
	m, path := c.m, "/agreement."+string(c.m.ID)
	if !m.Ends.IsZero() && m.Ends.Compare(m.Starts) < 0 {
		c.on(CodeTerm, c.place(path+"/ends"), "the agreement ends before it starts").mend("let it end after %s", m.Starts)
	}
	if m.Renewal != nil && m.Ends.IsZero() {
		c.on(CodeTerm, c.place(path+"/renewal"), "an agreement without an end is not renewed").mend("add ends = \"…\", or remove the renewal")
	}
	for i := range m.Articles {
		cl := &m.Articles[i]
		if cl.Ends.IsZero() {
			continue
		}
		at := c.place("article " + string(cl.Number))
		if cl.Ends.Compare(m.Starts) < 0 {
			c.on(CodeTerm, at, "Article %s ends before the agreement starts", cl.Number).mend("let it end after %s", m.Starts)
		}
		if !m.Ends.IsZero() && cl.Ends.Compare(m.Ends) > 0 {
			c.on(CodeTerm, at, "Article %s ends after the agreement", cl.Number).mend("let it end by %s, or leave its end out", m.Ends)
		}
	}
}

// checkRole asks that whoever must sign in person has somebody to enrol the key with, in every party.
func (c *compiler) checkRole(r *Role) {
	path := "/role." + string(r.ID)
	if len(r.Held) == 0 {
		c.on(CodeRoleUnheld, c.place(path+"/held_by", path), "no party may fill the role %q", r.ID).mend("name the parties in held_by")
	}
	if r.Enrolled == "" {
		return
	}
	for _, id := range r.Held {
		if p := c.m.Party(id); p.Authority(r.Enrolled) == nil {
			c.on(CodeEnrolment, c.place(path+"/enrolled_by"), "party %q has no authority %q to enrol the keys of its %s", id, r.Enrolled, r.ID).
				mend("add authority %q { name = … } to the party", r.Enrolled)
		}
	}
}

// checkRecord refuses records that contain themselves, and asks whom a personal record is about.
func (c *compiler) checkRecord(r *Record) {
	path := "/record." + string(r.ID)
	for i := range r.Fields {
		f := &r.Fields[i]
		if f.Record != "" && c.contains(f.Record, r.ID, map[RecordID]bool{}) {
			c.on(CodeRecordCycle, c.place(path+"/field."+string(f.ID)+"/type"), "record.%s contains itself, so that no value of it could ever end", r.ID).
				mend("let the field be of another type")
		}
	}
	if len(r.About) == 0 && c.personal(r.ID) && c.leading(r.ID) {
		c.on(CodePersonCategory, c.place(path), "record.%s holds personal data, but does not say about whom", r.ID).
			mend("add about = [\"suspect\"], \"convicted\", \"victim\", \"witness\" or \"other\"; a thing's record keeps its personal fields out")
	}
}

// leading says whether a record is that of a procedure: records inside others and entries about documents
// take their persons from there.
func (c *compiler) leading(id RecordID) bool {
	return slices.ContainsFunc(c.m.Procedures, func(p Procedure) bool { return p.Record == id })
}

func (c *compiler) contains(in, id RecordID, seen map[RecordID]bool) bool {
	if in == id {
		return true
	}
	r := c.m.Record(in)
	if r == nil || seen[in] {
		return false
	}
	seen[in] = true
	return slices.ContainsFunc(r.Fields, func(f Field) bool { return f.Record != "" && c.contains(f.Record, id, seen) })
}

// personal says whether a record, or one inside it, has fields about persons.
func (c *compiler) personal(id RecordID) bool {
	return c.anyField(id, map[RecordID]bool{}, func(f *Field) bool {
		return f.Class == ClassPersonal || f.Class == ClassSensitive || f.Class == ClassProtected
	})
}

func (c *compiler) anyField(id RecordID, seen map[RecordID]bool, fits func(*Field) bool) bool {
	r := c.m.Record(id)
	if r == nil || seen[id] {
		return false
	}
	seen[id] = true
	for i := range r.Fields {
		f := &r.Fields[i]
		if fits(f) || f.Record != "" && c.anyField(f.Record, seen, fits) {
			return true
		}
	}
	return false
}

// checkLadder asks that rungs come one after the other.
func (c *compiler) checkLadder(l *Ladder) {
	for i := range l.Rungs {
		if r := &l.Rungs[i]; len(r.Tells) == 0 {
			c.on(CodeRoleUnheld, c.place("/ladder."+string(l.ID)+"/rung."+r.ID+"/tells"), "rung %q tells nobody", r.ID).mend("name roles in tells")
		}
	}
	for i := 1; i < len(l.Rungs); i++ {
		if l.Rungs[i].After.Compare(l.Rungs[i-1].After) <= 0 {
			c.on(CodeLadderOrder, c.place("/ladder."+string(l.ID)+"/rung."+l.Rungs[i].ID+"/after"), "rung %q does not come after rung %q", l.Rungs[i].ID, l.Rungs[i-1].ID).
				mend("order the rungs by time, counted from the lapse")
		}
	}
}
