package agreement

import "slices"

func (e *explainer) procedure(x *Procedure) {
	p := e.p
	e.of = x.ID
	sides := make([]string, len(x.Sides))
	for i, s := range x.Sides {
		others := make([]string, len(s.Other))
		for j, o := range s.Other {
			others[j] = e.sideNamed(o)
		}
		key := "side"
		if len(others) > 0 {
			key = "side.other"
		}
		sides[i] = p.say(key, "side", e.sideNamed(s.ID), "parties", e.parties(s.Any, p.or), "other", p.list(others, p.or))
	}
	home := p.say("procedure.depositary")
	if x.Home != "" {
		home = p.say("procedure.home", "side", e.sideNamed(x.Home))
	}
	var ends []StateID
	for _, s := range x.States {
		if s.Final {
			ends = append(ends, s.ID)
		}
	}
	words := []string{
		p.say("procedure", "title", p.own(x.Title), "sides", p.list(sides, p.and)),
		p.say("procedure.record", "record", e.recordTitle(x.Record)), home,
		e.iff(len(ends) > 0, "procedure.ends", "states", e.states(x, ends)), e.iff(x.Remedy, "procedure.remedy"),
		e.iff(x.Discrepancy, "procedure.discrepancy"),
	}
	e.add(x.Article, "procedure", string(x.ID), append(words, e.stages(x)...)...)
	for i := range x.Steps {
		e.step(x, &x.Steps[i])
	}
	for i := range x.Clocks {
		e.clock(x, &x.Clocks[i])
	}
	for i := range x.Votes {
		e.vote(x, &x.Votes[i])
	}
	for i := range x.Shares {
		e.share(x, &x.Shares[i])
	}
	if k := x.Keep; k != nil {
		key := "keep"
		if len(x.Keeps) > 0 {
			key = "keep.rest"
		}
		e.add(k.Article, "keep", string(x.ID), p.say(key, "for", e.period(k.For), "states", e.states(x, k.After)))
	}
	for _, k := range x.Keeps {
		e.add(k.Article, "keep", string(x.ID)+"."+string(k.ID), p.say("keep.fields", "title", p.own(e.m.called(e.of, "keep", string(k.ID), string(k.ID))),
			"fields", e.fields(e.m.Record(x.Record), k.Fields), "for", e.period(k.For), "states", e.states(x, k.After)))
	}
	e.publication(x)
	for _, n := range x.Notices {
		deferred := ""
		if n.DeferredBy != nil {
			deferred = p.say("notify.deferred", "actor", e.actor(*n.DeferredBy), "max", e.period(n.DeferredMax))
		}
		e.add(n.Article, "notify", string(x.ID)+"."+string(n.ID),
			p.say("notify", "title", p.own(e.m.called(e.of, "notify", string(n.ID), string(n.ID))), "within", e.period(n.Within), "states", e.states(x, n.After)),
			e.iff(n.By != "", "notify.by", "step", e.stepTitle(x, n.By)), deferred,
			e.iff(n.Remedy != "", "notify.remedy", "procedure", e.procedureTitle(n.Remedy)))
	}
}

func (e *explainer) step(x *Procedure, s *Step) {
	p, record := e.p, e.m.Record(x.Record)
	key := "step"
	switch {
	case len(s.From) == 0:
		key = "step.opens"
	case s.To == "":
		key = "step.stays"
	}
	gives := make([]string, len(s.Gives))
	for i, id := range s.Gives {
		gives[i] = e.label(record, id)
		if slices.Contains(s.Optional, id) {
			gives[i] = p.say("step.optional", "label", gives[i])
		}
	}
	requires, others := make([]string, len(s.Requires)), make([]string, len(s.OtherThan))
	for i, a := range s.Requires {
		requires[i] = e.assessmentTitle(a)
	}
	for i, o := range s.OtherThan {
		others[i] = e.stepTitle(x, o)
	}
	grounds := "step.grounds"
	if len(s.Grounds) == 1 {
		grounds = "step.ground"
	}
	words := []string{
		p.say(key, "title", p.own(titled(s.Title, string(s.ID))), "actors", e.actors(s.By, p.or), "from", e.states(x, s.From), "to", e.state(x, s.To)),
		e.iff(len(gives) > 0, "step.gives", "fields", p.list(gives, p.and)),
		e.iff(len(requires) > 0, "step.requires", "assessments", p.list(requires, p.and)),
		e.possible(x, s),
		e.iff(s.Reasons, "step.reasons"),
		e.iff(len(s.Grounds) > 0 && s.Irregular == "", grounds, "count", p.count(len(s.Grounds)), "grounds", e.quotes(s.Grounds, p.or)),
		e.iff(len(others) > 0, "step.other_than", "steps", p.list(others, p.or)),
		e.iff(s.Personal, "step.personal"),
		e.clocks(x, s.Pauses, "step.pauses"), e.clocks(x, s.Resumes, "step.resumes"), e.clocks(x, s.Extends, "step.extends"),
		e.iff(s.Adds != "", "step.adds", "register", e.registerTitle(s.Adds)),
		e.iff(s.Strikes != "", "step.strikes", "register", e.registerTitle(s.Strikes)),
		e.iff(s.Opens != "", "step.opens_procedure", "procedure", e.procedureTitle(s.Opens)),
	}
	e.add(s.Article, "step", string(x.ID)+"."+string(s.ID), append(words, e.effects(x, s)...)...)
}

func (e *explainer) clocks(x *Procedure, ids []ClockID, key string) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = e.clockTitle(x, id)
	}
	return e.iff(len(ids) > 0, key, "clocks", e.p.list(words, e.p.and))
}

func (e *explainer) clock(x *Procedure, k *Clock) {
	p := e.p
	stops := p.say("clock.left")
	switch {
	case len(k.Stops) > 0:
		stops = p.say("clock.stops", "states", e.states(x, k.Stops))
	case len(k.Starts) > 1:
		stops = p.say("clock.left.all")
	}
	bound := "clock.max"
	if k.CountsFrom != "" || slices.ContainsFunc(x.Steps, func(s Step) bool { return slices.Contains(s.Restarts, k.ID) }) {
		bound = "clock.max.all"
	}
	words := []string{
		e.runs(x, k),
		e.iff(len(k.Starts) > 1, "clock.again"),
		stops,
		e.calendars(k), e.rounding(k),
		e.iff(len(k.Owed) > 0, "clock.owed", "actors", e.actors(k.Owed, p.or)),
		e.iff(!k.Warns.IsZero(), "clock.warns", "warns", e.period(k.Warns)),
		e.iff(!k.Extends.IsZero() && k.Silence != SilenceExplain, "clock.extends", "extends", e.period(k.Extends)),
		e.iff(!k.Max.IsZero(), bound, "max", e.period(k.Max)), e.varies(k),
	}
	e.silent = e.silence(x, k)
	e.days.back = !k.Before.IsZero()
	e.add(k.Article, "clock", string(x.ID)+"."+string(k.ID), append(words, e.silent)...)
}

func (e *explainer) silence(x *Procedure, k *Clock) string {
	p := e.p
	leads := k.To != "" && k.Silence != SilenceLapse // which names the state in its own sentence
	if v := x.Vote(k.Decides); v != nil && k.Silence == SilenceProceed {
		return p.sentences(p.say("silence.decides", "vote", e.voteTitle(x, v)), e.iff(k.To != "", "silence.undecided", "to", e.state(x, k.To)))
	}
	says := p.say("silence."+string(k.Silence), "step", e.stepTitle(x, k.Takes), "to", e.state(x, k.To), "ladder", e.ladderTitle(k.Ladder),
		"fields", e.fields(e.m.Record(x.Record), k.Erases), "grace", e.period(k.Grace), "extends", e.period(k.Extends))
	return p.sentences(says, e.iff(leads, "silence.to", "to", e.state(x, k.To)))
}

// SilenceInWords says what it means that nobody acts before a clock runs out, as Explain says it.
func SilenceInWords(m *Model, p *Procedure, k *Clock, lang string) string {
	return (&explainer{m: m, p: speak(lang), lang: lang}).silence(p, k)
}

func (e *explainer) share(x *Procedure, s *Share) {
	p := e.p
	words := []string{
		p.say("share", "actors", e.actors(s.With, p.and), "fields", e.fields(e.m.Record(x.Record), s.Fields), "purpose", e.purpose(s.Purpose)),
		e.iff(len(s.From) > 0, "share.from", "states", e.states(x, s.From)),
		e.when("share.when", s.When, x.Record),
		e.iff(s.Handling != "", "share.handling", "handling", p.own(s.Handling)),
	}
	e.add(s.Article, "share", string(x.ID)+"."+string(s.ID), append(words, e.narrowed(x, s)...)...)
}
