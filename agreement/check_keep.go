package agreement

import "slices"

// checkKeeps looks for data that would be kept for ever.
func (c *compiler) checkKeeps(f *flow) {
	p := f.p
	switch {
	case p.Keep != nil:
	case len(p.Keeps) == 0 && c.personal(p.Record):
		c.on(CodeKeptForEver, c.place(f.path), "procedure %q holds personal data and does not say how long they are kept", p.ID).
			mend("add keep { for = \"P1Y\" after = [\"…\"] }")
	case len(p.Keeps) > 0:
		for _, x := range c.m.Record(p.Record).Fields {
			if p.KeepOf(x.ID) == nil && c.ofPerson(&x) && c.isGiven(p, x.ID) {
				c.on(CodeKeptForEver, c.place(f.path), "procedure %q does not say how long the field %q is kept", p.ID, x.ID).
					mend("add a block keep without a title, for all fields that stand in none")
			}
		}
	}
	for _, k := range p.KeepTimes() {
		path := k.path(f)
		c.outlives(k.Article, SurvivesErasure, path, "keeping and erasing")
		for i := range p.States {
			if s := &p.States[i]; s.Final && f.reached[s.ID] && !f.through(k.After, s.ID) {
				c.on(CodeKeptForEver, c.place(path+"/after", path), "a case that ends in the state %q is kept for ever", s.ID).mend("add %q to after", s.ID)
			}
		}
		for _, id := range k.Fields {
			if !slices.Contains(c.implicit(), id) && !c.isGiven(p, id) {
				c.on(CodeFieldUngiven, c.place(path+"/fields/"+string(id)), "keep %q is about the field %q, which no step gives", k.ID, id).mend("name a field that a step gives")
			}
		}
	}
}
