package agreement

import (
	"reflect"
	"slices"
)

// checkAnyone asks that what anyone may bring has no effect that only an office answers for, that an office enters it,
// and that whoever brought it gets an answer in the same place.
func (c *compiler) checkAnyone(f *flow, s *Step, path string) {
	if !s.Anyone {
		if s.Alone {
			c.on(CodeAnyone, c.place(path+"/alone"), "step %q is for whoever holds the access code alone, but not for anyone", s.ID).mend("add anyone = true, or remove alone")
		}
		return
	}
	at := c.place(path + "/anyone")
	plain := Step{
		ID: s.ID, Article: s.Article, Title: s.Title, By: s.By, From: s.From, To: s.To, Gives: s.Gives, Optional: s.Optional, When: s.When,
		Reasons: s.Reasons, Grounds: s.Grounds, Erases: s.Erases, Anyone: true, Alone: s.Alone,
	}
	for i := range reflect.TypeFor[Step]().NumField() {
		if own, all := reflect.ValueOf(plain).Field(i), reflect.ValueOf(*s).Field(i); own.IsZero() && !all.IsZero() && (all.Kind() != reflect.Slice || all.Len() > 0) {
			name := tagOf(reflect.TypeFor[Step]().Field(i))
			c.on(CodeAnyone, c.place(path+"/"+name, path+"/anyone"), "anyone may bring step %q, but %s is for an office to answer for", s.ID, name).
				mend("let an office's step do that, or remove anyone")
		}
	}
	for _, a := range s.By {
		if a.Side == "" || c.m.Role(a.Role).Independent {
			c.on(CodeAnyone, c.place(path+"/by/"+a.String(), path+"/by"), "anyone may bring step %q, but %s does not enter what others say", s.ID, a).
				mend("name offices on a side that enter it, none of them independent")
		}
	}
	if len(s.From) == 0 {
		if s.Alone {
			c.on(CodeAnyone, c.place(path+"/alone"), "step %q opens the case, and nobody could bring it by word of mouth", s.ID).mend("remove alone")
		}
		if !slices.ContainsFunc(f.p.Shares, func(sh Share) bool { return overlap(sh.With, s.By) }) {
			c.on(CodeAnyone, at, "anyone may bring step %q, but nothing is shared with those who enter it, so that nobody could be answered", s.ID).
				mend("share with %s what the person is to learn", listed(s.By))
		}
		return
	}
	if !slices.ContainsFunc(f.p.Steps, func(o Step) bool { return o.Anyone && len(o.From) == 0 && overlap(o.By, s.By) }) {
		c.on(CodeAnyone, at, "whoever holds the access code may take step %q, but nobody can have one", s.ID).
			mend("let the step that opens the case be for anyone too, by the same offices")
	}
}

// checkSealed asks that what is sealed to a role reaches it, and that no rule has to read it.
func (c *compiler) checkSealed(f *flow) {
	r := c.m.Record(f.p.Record)
	for i := range r.Fields {
		x := &r.Fields[i]
		if x.SealedTo == "" || !c.isGiven(f.p, x.ID) {
			continue
		}
		at := c.place("/record." + string(r.ID) + "/field." + string(x.ID) + "/sealed_to")
		if !slices.ContainsFunc(f.p.Shares, func(sh Share) bool {
			return slices.Contains(sh.Fields, x.ID) && slices.ContainsFunc(sh.With, func(a Actor) bool { return a.Role == x.SealedTo })
		}) {
			c.on(CodeSealed, at, "the field %q is sealed to the %s, with whom no share of procedure %q shares it", x.ID, x.SealedTo, f.p.ID).
				mend("share it with role.%s, or remove sealed_to", x.SealedTo)
		}
		reads := func(k *Condition) bool { return slices.Contains(k.Reads, x.ID) }
		if slices.ContainsFunc(f.p.Steps, func(s Step) bool { return reads(&s.When) }) || slices.ContainsFunc(f.p.Shares, func(s Share) bool { return reads(&s.When) }) ||
			f.p.Publish != nil && slices.Contains(f.p.Publish.Fields, x.ID) {
			c.on(CodeSealed, at, "a rule of procedure %q reads or publishes the field %q, which may be sealed", f.p.ID, x.ID).
				mend("decide by another field, or remove sealed_to")
		}
	}
}

// sealedType asks that only a text is sealed: everything else has a form that somebody must be able to check.
func (c *compiler) sealedType(b *body, f *Field) {
	if f.SealedTo != "" && f.Type != TypeText && f.Type != "" {
		c.on(CodeSealed, c.where[b.path+"/sealed_to"], "%s is of the type %s, whose form nobody could check once it is sealed", b.words(), f.Type).
			mend("write type = \"text\", or remove sealed_to")
	}
}
