package agreement

// eventKinds are what can happen in a drill.
var eventKinds = []string{"cut", "stop", "absent", "note"}

func (c *compiler) drill(b *body) {
	d := Drill{
		ID: DrillID(b.label()), Article: b.article, Title: b.text("title", true), Lasts: b.length("lasts", true),
		Measures: references[IndicatorID](b, "measures", false, "indicator"),
	}
	for _, a := range b.blocks("actor", blockLabel) {
		p := Player{
			ID: a.label(), Role: reference[RoleID](a, "role", true, "role"), Party: reference[PartyID](a, "party", false, "party"),
			Answers: a.period("answers", true), Share: a.positive("share", false),
		}
		if p.Share > 100 {
			c.on(CodeValueForm, c.where[a.path+"/share"], "%s: nobody answers in more than 100 per cent of the cases", a.words()).mend("write a number from 1 to 100, or leave it out for all")
		}
		a.close()
		d.Actors = append(d.Actors, p)
	}
	for _, l := range b.blocks("load", blockLabel) {
		d.Loads = append(d.Loads, Load{
			ID: l.label(), Procedure: reference[ProcedureID](l, "procedure", true, "procedure"),
			Count: l.positive("count", true), Every: l.length("every", true),
		})
		l.close()
	}
	for _, x := range b.blocks("event", blockLabel) {
		e := Event{
			ID: x.label(), At: x.period("at", true), Kind: x.choice("kind", true, eventKinds...),
			Party: reference[PartyID](x, "party", false, "party"), Lasts: x.length("lasts", false), Text: x.text("text", true),
		}
		for _, name := range []string{"party", "lasts"} {
			switch {
			case e.Kind == "":
			case e.Kind == "note" && x.has(name):
				c.on(CodeAttrNeedless, c.where[x.path+"/"+name], "%s: a note holds nobody up, so that %s has no meaning", x.words(), name).mend("remove it, or choose another kind")
			case e.Kind != "note" && !x.has(name):
				c.on(CodeAttrMissing, x.block.DefRange(), "%s: kind = %q must say its %s", x.words(), e.Kind, name).mend("add %s = …", name)
			}
		}
		x.close()
		d.Events = append(d.Events, e)
	}
	if len(d.Loads) == 0 {
		c.on(CodeBlockMissing, b.block.DefRange(), "%s opens no case", b.words()).mend("add load \"name\" { procedure = procedure.x, count = …, every = \"P1D\" }")
	}
	if len(d.Actors) == 0 {
		c.on(CodeBlockMissing, b.block.DefRange(), "%s has no actor, so that nobody would answer", b.words()).mend("add actor \"name\" { role = role.x, answers = \"P1D\" }")
	}
	b.close()
	c.m.Drills = append(c.m.Drills, d)
}
