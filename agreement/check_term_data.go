package agreement

import "slices"

// checkCompetence asks, where a party says at all which authority decides what, that it says so of every
// procedure in which somebody decides whose keys an authority enrols.
func (c *compiler) checkCompetence(p *Party) {
	if !slices.ContainsFunc(p.Authorities, func(a Authority) bool { return len(a.Competence) > 0 }) {
		return
	}
	for i := range c.m.Procedures {
		x := &c.m.Procedures[i]
		role := c.decides(x, p.ID)
		if role == "" || slices.ContainsFunc(p.Authorities, func(a Authority) bool { return len(a.Competence) == 0 || slices.Contains(a.Competence, x.ID) }) {
			continue
		}
		path := "/party." + string(p.ID)
		c.on(CodeCompetence, c.place(path), "no authority of party %q is competent for procedure %q, in which its %s decides", p.ID, x.ID, role).
			mend("add procedure.%s to the competence of one of its authorities", x.ID)
	}
}

// decides gives the role whose keys an authority enrols, with which a party may take a step of the procedure.
func (c *compiler) decides(x *Procedure, party PartyID) RoleID {
	for i := range x.Steps {
		for _, a := range x.Steps[i].By {
			r := c.m.Role(a.Role)
			if r.Enrolled != "" && slices.Contains(r.Held, party) && (a.Side == "" || slices.Contains(x.Side(a.Side).Any, party)) {
				return r.ID
			}
		}
	}
	return ""
}

// unrecognised says whether one of two parties does not recognise the other.
func (c *compiler) unrecognised(a, b PartyID) bool {
	return slices.Contains(c.m.Party(a).Unrecognised, b) || slices.Contains(c.m.Party(b).Unrecognised, a)
}

// checkRecognition asks that between parties that do not recognise each other a neutral keeps the order of acts.
func (c *compiler) checkRecognition(p *Procedure) {
	homes := []PartyID{c.m.Depositary}
	if p.Home != "" {
		homes = p.Side(p.Home).Any
	}
	for i := range p.Sides {
		for j := i + 1; j < len(p.Sides); j++ {
			for _, a := range p.Sides[i].Any {
				for _, b := range p.Sides[j].Any {
					if a == b || !c.unrecognised(a, b) || !slices.Contains(homes, a) && !slices.Contains(homes, b) {
						continue
					}
					path := "/procedure." + string(p.ID)
					c.on(CodeRecognition, c.place(path+"/home", path), "%s and %s do not recognise each other, and may stand against each other here as %q and %q: neither can keep the order of the other's acts", a, b, p.Sides[i].ID, p.Sides[j].ID).
						mend("write home = depositary, if that is a neutral, or let a side of a neutral be home")
					return
				}
			}
		}
	}
}

// checkPermits asks that what a protected field may serve stands on a law.
func (c *compiler) checkPermits() {
	for i := range c.m.Records {
		r := &c.m.Records[i]
		for j := range r.Fields {
			f := &r.Fields[j]
			for _, id := range f.Permits {
				if c.m.Purpose(id).Basis == "" {
					c.on(CodeProtectedBasis, c.element("/record."+string(r.ID)+"/field."+string(f.ID), "permits", string(id)),
						"the protected field %q may serve purpose %q, which names no legal basis", f.ID, id).mend("add basis = \"…\" to the purpose")
				}
			}
		}
	}
	for i := range c.m.Parties {
		p := &c.m.Parties[i]
		if slices.Contains(p.Unrecognised, p.ID) {
			c.on(CodeValueUnknown, c.element("/party."+string(p.ID), "unrecognised", string(p.ID)), "party %q does not recognise itself", p.ID).mend("name another party")
		}
	}
}

// protected gives the protected fields that a field is or holds.
func (c *compiler) protected(f *Field, seen map[RecordID]bool) []*Field {
	if f == nil {
		return nil
	}
	var out []*Field
	if f.Class == ClassProtected {
		out = append(out, f)
	}
	r := c.m.Record(f.Record)
	if r == nil || seen[r.ID] {
		return out
	}
	seen[r.ID] = true
	for i := range r.Fields {
		out = append(out, c.protected(&r.Fields[i], seen)...)
	}
	return out
}

// permitted says whether a protected field may serve a purpose, and if not, why and what would mend it. Where the
// field states no purposes, a legal basis is enough.
func (c *compiler) permitted(f *Field, id PurposeID) (why, mend string, ok bool) {
	switch {
	case slices.Contains(f.Permits, id):
		return "", "", true
	case len(f.Permits) > 0:
		return "which is none of those that the field permits", "add purpose." + string(id) + " to permits of the field", false
	case c.m.Purpose(id).Basis == "":
		return "which names no legal basis", "add basis = \"…\" to the purpose", false
	}
	return "", "", true
}

func (c *compiler) checkProtectedShares(p *Procedure) {
	for i := range p.Shares {
		s := &p.Shares[i]
		for _, id := range s.Fields {
			for _, f := range c.protected(c.m.ProcedureField(p, id), map[RecordID]bool{}) {
				if why, mend, ok := c.permitted(f, s.Purpose); !ok {
					c.on(CodeProtectedPermission, c.element("/procedure."+string(p.ID)+"/share."+string(s.ID), "fields", string(id)),
						"the share %q opens the protected field %q for purpose %q, %s", s.ID, f.ID, s.Purpose, why).mend("%s, or do not share it", mend)
				}
			}
		}
	}
}

// checkProtectedQueries looks at what queries compare and reveal. That a purpose without a basis compares nothing
// is said by checkQuery.
func (c *compiler) checkProtectedQueries(r *Register) {
	for i := range r.Queries {
		q := &r.Queries[i]
		path := "/register." + string(r.ID) + "/query." + string(q.ID)
		for _, of := range []struct {
			name, does string
			fields     []FieldID
		}{{"on", "compares", q.On}, {"reveals", "reveals", q.Reveals}} {
			for _, id := range of.fields {
				for _, f := range c.protected(c.m.Record(r.Record).Field(id), map[RecordID]bool{}) {
					for _, purpose := range q.Purpose {
						why, mend, ok := c.permitted(f, purpose)
						if ok || of.name == "on" && len(f.Permits) == 0 {
							continue
						}
						c.on(CodeProtectedPermission, c.element(path, of.name, string(id)), "query %q %s the protected field %q for purpose %q, %s", q.ID, of.does, f.ID, purpose, why).
							mend("%s, or leave the field out", mend)
					}
				}
			}
		}
	}
}

// checkSigned asks that whoever takes a step can also answer the assessment that it carries.
func (c *compiler) checkSigned(p *Procedure) {
	for i := range p.Steps {
		s := &p.Steps[i]
		path := "/procedure." + string(p.ID) + "/step." + string(s.ID)
		for _, id := range s.Requires {
			a := c.m.Assessment(id)
			for _, by := range s.By {
				if len(a.Signed) > 0 && !slices.Contains(a.Signed, by.Role) {
					c.on(CodeAssessmentSigned, c.element(path, "requires", string(id)), "step %q carries assessment %q, which the %s who may take the step may not answer", s.ID, id, by.Role).
						mend("add role.%s to signed of the assessment, or let only those who may answer it take the step", by.Role)
				}
			}
		}
	}
}

// checkOnward holds a share that hands on against the handling code under which it got what it hands on.
func (c *compiler) checkOnward(p *Procedure) {
	for i := range p.Shares {
		s := &p.Shares[i]
		from := p.Share(s.Onward)
		if from == nil {
			continue
		}
		if h := c.m.Handling(from.Code); h != nil && h.Onward == "no" {
			path := "/procedure." + string(p.ID) + "/share." + string(s.ID)
			c.on(CodeContradict, c.place(path+"/onward", path), "the share %q hands on what the share %q gave under handling code %q, which says that it may not be passed on", s.ID, from.ID, h.ID).
				mend("let the code say onward = \"consent\", or strike the share")
		}
	}
}
