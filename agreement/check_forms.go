package agreement

import "slices"

// checkForms looks for what forms and pages would show badly, and for classes that fit no field of the kind.
// They are slips of the pen rather than of the law: warnings.
func (c *compiler) checkForms() {
	for i := range c.m.Records {
		c.checkLabels(&c.m.Records[i])
		c.checkPublic(&c.m.Records[i])
	}
	handled := slices.ContainsFunc(c.m.Procedures, func(p Procedure) bool {
		return slices.ContainsFunc(p.Shares, func(s Share) bool { return s.handled() })
	})
	for i := range c.m.Procedures {
		p := &c.m.Procedures[i]
		c.checkTitles(p)
		c.checkCare(p)
		if handled {
			c.checkHandled(p)
		}
	}
}

func (s *Share) handled() bool { return s.Handling != "" || s.Code != "" }

// most says whether more than half of a list fit: what a writer does for most, they meant to do for all.
func most[T any](list []T, fits func(T) bool) bool {
	n := 0
	for _, x := range list {
		if fits(x) {
			n++
		}
	}
	return 2*n > len(list)
}

// checkLabels: where most fields of a record have a label, all have, and who names a person says so by the class.
func (c *compiler) checkLabels(r *Record) {
	path := "/record." + string(r.ID)
	labelled := most(r.Fields, func(f Field) bool { return len(f.Label) > 0 })
	for i := range r.Fields {
		f := &r.Fields[i]
		at := path + "/field." + string(f.ID)
		if labelled && len(f.Label) == 0 {
			c.on(CodeWordsMissing, c.place(at), "other fields of record.%s have a label, %q has none: a form would show its name", r.ID, f.ID).mend("add label = \"…\"")
		}
		if names := f.Type == TypePerson || f.Type == TypeName; names && (f.Class == ClassOfficial || f.Class == ClassPublic) {
			c.on(CodeClassLow, c.place(at+"/class"), "field %q names a person, and its class is %s", f.ID, f.Class).mend("write class = \"personal\" or more")
		}
	}
}

// checkTitles: where most steps (or clocks, or states) of a procedure have a title, all have.
func (c *compiler) checkTitles(p *Procedure) {
	path := "/procedure." + string(p.ID)
	titled := most(p.Steps, func(s Step) bool { return s.Title != "" })
	for _, s := range p.Steps {
		if titled && s.Title == "" {
			c.on(CodeWordsMissing, c.place(path+"/step."+string(s.ID)), "other steps of procedure.%s have a title, %q has none: a button would show its name", p.ID, s.ID).mend("add title = \"…\"")
		}
	}
	titled = most(p.Clocks, func(k Clock) bool { return k.Title != "" })
	for _, k := range p.Clocks {
		if titled && k.Title == "" {
			c.on(CodeWordsMissing, c.place(path+"/clock."+string(k.ID)), "other clocks of procedure.%s have a title, %q has none", p.ID, k.ID).mend("add title = \"…\"")
		}
	}
	titled = most(p.States, func(s State) bool { return s.Title != "" || len(s.Label) > 0 })
	for _, s := range p.States {
		if titled && s.Title == "" && len(s.Label) == 0 {
			c.on(CodeWordsMissing, c.place(path+"/state."+string(s.ID), path), "other states of procedure.%s have a title, %q has none", p.ID, s.ID).mend("add state %q { title = \"…\" }", s.ID)
		}
	}
}

// checkPublic: what is public and never published is official. A record inside another is published with it.
func (c *compiler) checkPublic(r *Record) {
	published := func(id FieldID) bool {
		return slices.ContainsFunc(c.m.Procedures, func(p Procedure) bool {
			return p.Record == r.ID && p.Publish != nil && slices.Contains(p.Publish.Fields, id)
		})
	}
	inner := slices.ContainsFunc(c.m.Records, func(o Record) bool {
		return slices.ContainsFunc(o.Fields, func(f Field) bool { return f.Record == r.ID })
	})
	for i := range r.Fields {
		if f := &r.Fields[i]; f.Class == ClassPublic && !inner && !published(f.ID) {
			c.on(CodePublicUnpublished, c.place("/record."+string(r.ID)+"/field."+string(f.ID)+"/class"), "field %q of record.%s is public, and no procedure publishes it", f.ID, r.ID).
				mend("name it in the block publish of a procedure, or write class = \"official\"")
		}
	}
}

// checkCare: what is asked of most acts of an independent office is asked of all: that they are reasoned, and
// signed with the person's own key. And most clocks warn, or none.
func (c *compiler) checkCare(p *Procedure) {
	path := "/procedure." + string(p.ID)
	decisions := decisionsOf(p)
	for i := range c.m.Roles {
		r := &c.m.Roles[i]
		var decides []*Step
		for _, s := range decisions {
			if slices.ContainsFunc(s.By, func(a Actor) bool { return a.Role == r.ID }) {
				decides = append(decides, s)
			}
		}
		if !r.Independent || len(decides) < 2 {
			continue
		}
		reasoned := most(decides, func(s *Step) bool { return s.Reasons })
		signed := most(decides, func(s *Step) bool { return s.Personal })
		for _, s := range decides {
			at := c.place(path + "/step." + string(s.ID))
			if reasoned && !s.Reasons {
				c.on(CodeCareUneven, at, "most decisions of the %s are reasoned, step %q is not", r.ID, s.ID).mend("add reasons = true, unless it really needs none")
			}
			if signed && !s.Personal {
				c.on(CodeCareUneven, at, "the %s signs most decisions in person, and not step %q", r.ID, s.ID).mend("add personal = true, unless it really needs none")
			}
		}
	}
	warned := most(p.Clocks, func(k Clock) bool { return !k.Warns.IsZero() })
	for i := range p.Clocks {
		if k := &p.Clocks[i]; warned && k.Warns.IsZero() {
			c.on(CodeCareUneven, c.place(path+"/clock."+string(k.ID)), "most clocks of procedure.%s warn beforehand, %q does not", p.ID, k.ID).mend("add warns = \"P1D\"")
		}
	}
}

// decisionsOf gives the steps that a time limit waits for, rather than those that put it off.
func decisionsOf(p *Procedure) []*Step {
	awaited := map[*Step]bool{}
	for i := range p.Clocks {
		for _, s := range stoppers(p, &p.Clocks[i]) {
			awaited[s] = true
		}
	}
	var out []*Step
	for i := range p.Steps {
		if s := &p.Steps[i]; len(s.Pauses) == 0 && awaited[s] {
			out = append(out, s)
		}
	}
	return out
}

// checkHandled: where the agreement has codes of handling, personal data are shared under one.
func (c *compiler) checkHandled(p *Procedure) {
	for i := range p.Shares {
		s := &p.Shares[i]
		personal := slices.ContainsFunc(s.Fields, func(id FieldID) bool {
			f := c.m.ProcedureField(p, id)
			return f != nil && f.Class != ClassOfficial && f.Class != ClassPublic
		})
		if personal && !s.handled() {
			c.on(CodeHandlingMissing, c.place("/procedure."+string(p.ID)+"/share."+string(s.ID)), "the share %q gives personal data and, unlike others, does not say how they may be handled", s.ID).
				mend("add handling = \"…\" or code = handling.name")
		}
	}
}
