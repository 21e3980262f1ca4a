package agreement

// quorum says once how many parties have taken it a step takes effect.
func (e *explainer) quorum(s *Step) string {
	switch {
	case s.Quorum > 0:
		return e.p.say("step.quorum", "count", e.p.count(s.Quorum))
	case s.QuorumOf == "":
		return ""
	}
	return e.p.say("step.quorum.part", "part", e.part(s.QuorumOf))
}

// part says which part of the parties that may.
func (e *explainer) part(of string) string {
	if of == PartAll || of == PartMajority {
		return e.p.say("part." + of)
	}
	return e.p.say("part.fraction", "part", of)
}

func (e *explainer) voteTitle(_ *Procedure, v *Vote) string {
	if v == nil {
		return ""
	}
	return e.p.quoted(v.Title)
}

func (e *explainer) vote(x *Procedure, v *Vote) {
	p, yes := e.p, x.Step(v.For)
	if yes == nil {
		return
	}
	no := e.stepTitle(x, v.Against)
	win := p.say("vote.simple", "for", e.stepTitle(x, v.For), "against", no)
	if v.Majority != MajoritySimple {
		win = p.say("vote.part", "for", e.stepTitle(x, v.For), "part", v.Majority, "against", no)
	}
	quorum := ""
	switch {
	case v.Quorum > 0:
		quorum = p.say("vote.quorum", "count", p.count(v.Quorum))
	case v.QuorumOf != "":
		quorum = p.say("vote.quorum.part", "part", e.part(v.QuorumOf))
	}
	e.add(v.Article, "vote", string(x.ID)+"."+string(v.ID),
		p.say("vote", "title", p.own(v.Title), "actors", e.actors(yes.By, p.and), "from", e.states(x, yes.From), "for", e.stepTitle(x, v.For), "against", no),
		e.iff(v.Abstain != "", "vote.abstain", "step", e.stepTitle(x, v.Abstain)), win, quorum, p.say("vote.rule"))
}

// varies says between what times a clock may run otherwise for a party.
func (e *explainer) varies(k *Clock) string {
	if k.Varies == nil {
		return ""
	}
	return e.p.say("clock.varies", "least", e.period(k.Varies.Least), "most", e.period(k.Varies.Most))
}

// variations says what times a party has declared.
func (e *explainer) variations(d *Declaration) string {
	var out []string
	for _, v := range d.Varies {
		clock := quote(string(v.Clock))
		if x := e.m.Procedure(v.Procedure); x != nil {
			clock = e.clockTitle(x, v.Clock)
		}
		out = append(out, e.p.say("declaration.varies", "party", e.party(d.Party), "clock", clock, "procedure", e.procedureTitle(v.Procedure), "within", e.period(v.Within)))
	}
	return e.p.sentences(out...)
}
