package agreement

import "slices"

// checkShares looks at how a share is narrowed, and at what it hands on or could do to people.
func (c *compiler) checkShares(f *flow) {
	for i := range f.p.Shares {
		s := &f.p.Shares[i]
		path := f.path + "/share." + string(s.ID)
		if s.Precision != "" {
			c.checkPrecision(f, s, path+"/precision")
		}
		if src := f.p.Share(s.Onward); src != nil {
			c.checkHandedOn(f, s, src, path)
		}
		c.checkShareGuard(f, s, path+"/when")
		for _, id := range s.Fields {
			c.checkHarm(f, s, id, path+"/fields/"+string(id))
		}
	}
	if f.p.Publish != nil {
		c.checkPublish(f)
	}
	if f.p.Discrepancy {
		c.checkDiscrepancy(f)
	}
}

// checkPrecision asks that a share has something to show less finely.
func (c *compiler) checkPrecision(f *flow, s *Share, path string) {
	if _, _, err := ParsePrecision(s.Precision); err != nil {
		return // reported where it was read
	}
	if !slices.ContainsFunc(s.Fields, func(id FieldID) bool { return c.m.ProcedureField(f.p, id).Coarsens(s.Precision) }) {
		c.on(CodeAttrNeedless, c.place(path), "no field of the share %q can be shown with a precision of %s", s.ID, s.Precision).
			mend("share a place with \"10 km\", or a date or time with \"P1D\"")
	}
}

// checkHandedOn holds what is handed on to the purpose for which it was given (speciality), and to a consent.
func (c *compiler) checkHandedOn(f *flow, s, src *Share, path string) {
	at := c.place(path + "/onward")
	if s == src || f.handsOn(src, s, map[ShareID]bool{}) {
		c.on(CodeOnward, at, "the share %q hands on what it was handed itself", s.ID).mend("name the share by which the data first came")
		return
	}
	if s.Purpose != src.Purpose {
		c.on(CodeOnward, c.place(path+"/purpose"), "the share %q hands on for purpose %q what was given for purpose %q", s.ID, s.Purpose, src.Purpose).
			mend("keep to the purpose for which it was given")
	}
	for _, id := range s.Fields {
		if !slices.Contains(src.Fields, id) {
			c.on(CodeOnward, c.place(path+"/fields/"+string(id)), "the share %q hands on the field %q, which %q does not give", s.ID, id, src.ID).mend("remove the field")
		}
	}
	code := c.m.Handling(src.Code)
	if code == nil || code.Onward != "yes" {
		c.checkConsent(f, s, path)
	}
}

// handsOn says whether a share comes, by whatever way, from another.
func (f *flow) handsOn(s, from *Share, seen map[ShareID]bool) bool {
	for s != nil && s.Onward != "" && !seen[s.ID] {
		if s.Onward == from.ID {
			return true
		}
		seen[s.ID] = true
		s = f.p.Share(s.Onward)
	}
	return false
}

// checkConsent asks that data are handed on no sooner than the side that gave them has taken a step to that end.
func (c *compiler) checkConsent(f *flow, s *Share, path string) {
	if len(s.From) == 0 {
		c.on(CodeOnward, c.place(path+"/onward"), "the share %q hands on from the start, before anybody could consent", s.ID).
			mend("add from = [\"…\"], a state to which the side that gave the data leads")
		return
	}
	for _, id := range s.Fields {
		from := givers(f.p, id)
		for _, state := range s.From {
			if f.ledBy(state, func(a Actor) bool { return givesOn(from, a) }) {
				continue
			}
			c.on(CodeOnward, c.place(path+"/from/"+string(state)), "the share %q hands on the field %q from the state %q, to which others than the side that gave it may lead", s.ID, id, state).
				mend("name a state to which only a step of that side leads")
			return
		}
	}
}

// ledBy says whether only steps of such actors lead to a state, and no silence does.
func (f *flow) ledBy(state StateID, fits func(Actor) bool) bool {
	elsewhere := func(from StateID) bool { return from != state && f.reached[from] }
	for i := range f.p.Steps {
		s := &f.p.Steps[i]
		if s.To == state && slices.ContainsFunc(froms(s), elsewhere) && slices.ContainsFunc(s.By, func(a Actor) bool { return !fits(a) }) {
			return false
		}
	}
	return !slices.ContainsFunc(f.p.Clocks, func(k Clock) bool { return f.silent(&k) == state && slices.ContainsFunc(k.Starts, elsewhere) })
}

// givesOn says whether an actor is on the side of one who gave a field.
func givesOn(from []Actor, a Actor) bool {
	return slices.ContainsFunc(from, func(g Actor) bool {
		return g.Side == a.Side && (g.Side != "" || g.Role == a.Role)
	})
}

// checkShareGuard asks that who gives a field can judge the condition under which it is shared, and who receives it too:
// a node refuses what it cannot see that it may hold.
func (c *compiler) checkShareGuard(f *flow, s *Share, path string) {
	at := c.place(path)
	c.checkNested(&s.When, "share", string(s.ID))
	for _, id := range s.When.Reads {
		if c.m.ProcedureField(f.p, id).Class == ClassProtected {
			c.on(CodeGuardProtected, at, "the condition of the share %q reads the protected field %q", s.ID, id).
				mend("decide by something else: a protected field never decides over a person")
		}
		if !c.isGiven(f.p, id) {
			c.on(CodeGuardUngiven, at, "the condition of the share %q reads the field %q, which no step gives", s.ID, id).mend("let a step give it, or remove the condition")
			continue
		}
		known := givers(f.p, id)
		for i := range f.p.Shares {
			if o := &f.p.Shares[i]; o.When.IsZero() && slices.Contains(o.Fields, id) {
				known = append(known, o.With...)
			}
		}
		knows := func(a Actor) bool {
			return givesOn(known, a) || slices.ContainsFunc(known, func(k Actor) bool { return c.sameParty(f.p, k, a) })
		}
		for _, field := range s.Fields {
			for _, g := range givers(f.p, field) {
				if !knows(g) {
					c.on(CodeGuardUnshared, at, "the condition of the share %q reads the field %q, which is not shared with %s, who gives %q and so decides when it leaves", s.ID, id, g, field).
						mend("share %q with a role of that side, without a condition", id)
					return
				}
			}
		}
		for _, w := range s.With {
			if !knows(w) {
				c.on(CodeGuardUnshared, at, "the condition of the share %q reads the field %q, which is not shared with %s, who could not verify that what arrives by it may", s.ID, id, w).
					mend("share %q with a role of that side, without a condition", id)
				return
			}
		}
	}
}

// sameParty says whether two actors, one of whom stands on no side, are of one party for certain.
func (c *compiler) sameParty(p *Procedure, a, b Actor) bool {
	x, y := c.parties(p, a), c.parties(p, b)
	return len(x) == 1 && len(y) == 1 && x[0] == y[0]
}

// checkHarm asks that somebody has weighed what a place could do to people before it is shared.
func (c *compiler) checkHarm(f *flow, s *Share, id FieldID, path string) {
	x := c.m.ProcedureField(f.p, id)
	place := func(t Type) bool { return t == TypePoint || t == TypeLine || t == TypeArea }
	if !place(x.Type) && !place(x.Of) || x.Class != ClassSensitive && x.Class != ClassProtected {
		return
	}
	for i := range f.p.Steps {
		o := &f.p.Steps[i]
		if slices.Contains(o.Gives, id) && slices.ContainsFunc(o.Requires, func(a AssessmentID) bool { return c.m.Assessment(a).Harm }) {
			return
		}
	}
	c.on(CodeHarm, c.place(path), "the share %q shows the place %q (%s), and no step that gives it weighs what harm it could do", s.ID, id, x.Class).
		mend("let a step that gives it require an assessment with harm = true")
}

// checkPublish asks that the public sees nothing about persons, and only what somebody gave.
func (c *compiler) checkPublish(f *flow) {
	for _, id := range f.p.Publish.Fields {
		at := c.place(f.path + "/publish/fields/" + string(id))
		x := c.m.ProcedureField(f.p, id)
		open := func(x *Field) bool { return x.Class == ClassPublic || x.Class == ClassOfficial }
		if !open(x) {
			c.on(CodePublish, at, "the field %q is %s, and would be published", id, x.Class).mend("publish only public and official fields")
		} else if x.Record != "" && c.anyField(x.Record, map[RecordID]bool{}, func(n *Field) bool { return !open(n) }) {
			c.on(CodePublish, at, "the field %q is published, and record.%s inside it holds fields about persons", id, x.Record).mend("publish single fields without them")
		}
		if !c.isGiven(f.p, id) {
			c.on(CodeFieldUngiven, at, "the publication promises the field %q, which no step gives", id).mend("let a step give it, or take it out")
		}
	}
}

// fieldArticle names, in a case of a discrepancy, the article whose texts differ.
const fieldArticle FieldID = "article"

// checkDiscrepancy asks that a discrepancy says from its opening on which article it is about, so that everybody
// knows what rests.
func (c *compiler) checkDiscrepancy(f *flow) {
	at := c.place(f.path + "/discrepancy")
	x := c.m.Record(f.p.Record).Field(fieldArticle)
	if x == nil || x.Type != TypeText && x.Type != TypeIdentifier {
		c.on(CodeDiscrepancy, at, "record.%s has no field article of type text or identifier, so that nobody knows what rests", f.p.Record).
			mend("add field \"article\" { type = \"identifier\", class = \"official\" }")
		return
	}
	for i := range f.p.Steps {
		s := &f.p.Steps[i]
		if len(s.From) > 0 {
			continue
		}
		if !slices.Contains(required(s), fieldArticle) {
			c.on(CodeDiscrepancy, at, "step %q opens the case without naming the article", s.ID).mend("let it give \"article\", and not as optional")
			continue
		}
		for j := range f.p.Sides {
			if side := &f.p.Sides[j]; !c.reads(f, s, fieldArticle, side) {
				c.on(CodeDiscrepancy, at, "the side %q is not told which article rests", side.ID).mend("share \"article\" with a role of it from the start")
			}
		}
	}
}
