package agreement

import (
	"unicode"
	"unicode/utf8"
)

func (e *explainer) procedure(x *Procedure) {
	p := e.p
	sides := make([]string, len(x.Sides))
	for i, s := range x.Sides {
		sides[i] = p.say("side", "side", plain(string(s.ID)), "parties", e.parties(s.Any, p.or))
		if len(s.Other) > 0 {
			sides[i] = p.say("side.other", "side", plain(string(s.ID)), "parties", e.parties(s.Any, p.or), "other", plain(string(s.Other[0])))
		}
	}
	home := p.say("procedure.depositary")
	if x.Home != "" {
		home = p.say("procedure.home", "side", plain(string(x.Home)))
	}
	e.add(x.Article, "procedure", string(x.ID), append([]string{
		p.say("procedure", "title", x.Title, "sides", p.list(sides, p.and)), home,
		e.iff(x.Remedy, "procedure.remedy"), e.iff(x.Discrepancy, "procedure.discrepancy"),
	}, e.stages(x)...)...)
	for i := range x.Steps {
		e.step(x, &x.Steps[i])
	}
	for i := range x.Clocks {
		e.clock(x, &x.Clocks[i])
	}
	for i := range x.Shares {
		e.share(x, &x.Shares[i])
	}
	if k := x.Keep; k != nil {
		e.add(k.Article, "keep", string(x.ID), p.say("keep", "for", p.period(k.For), "states", e.states(x, k.After)))
	}
	e.publication(x)
	for _, n := range x.Notices {
		deferred, remedy := "", ""
		if n.DeferredBy != nil {
			deferred = p.say("notify.deferred", "actor", e.actors([]Actor{*n.DeferredBy}, p.or), "max", p.period(n.DeferredMax))
		}
		if r := e.m.Procedure(n.Remedy); r != nil {
			remedy = p.say("notify.remedy", "procedure", r.Title)
		}
		e.add(n.Article, "notify", string(x.ID)+"."+string(n.ID),
			p.say("notify", "title", string(n.ID), "within", p.period(n.Within), "states", e.states(x, n.After)), deferred, remedy)
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
		gives[i] = e.fields(record, []FieldID{id})
		for _, o := range s.Optional {
			if o == id {
				gives[i] = p.say("step.optional", "label", gives[i])
			}
		}
	}
	var requires, others []string
	for _, a := range s.Requires {
		requires = append(requires, e.m.Assessment(a).Title)
	}
	for _, o := range s.OtherThan {
		others = append(others, p.quoted(titled(x.Step(o).Title, string(o))))
	}
	opens := ""
	if o := e.m.Procedure(s.Opens); o != nil {
		opens = p.say("step.opens_procedure", "procedure", o.Title)
	}
	e.add(s.Article, "step", string(x.ID)+"."+string(s.ID), append([]string{
		p.say(key, "title", titled(s.Title, string(s.ID)), "actors", e.actors(s.By, p.or), "from", e.states(x, s.From), "to", e.state(x, s.To)),
		e.iff(len(gives) > 0, "step.gives", "fields", p.list(gives, p.and)),
		e.iff(len(requires) > 0, "step.requires", "assessments", p.list(requires, p.and)),
		e.iff(!s.When.IsZero(), "step.when", "condition", s.When.Source),
		e.iff(s.Reasons, "step.reasons"),
		e.iff(len(s.Grounds) > 0, "step.grounds", "count", count(len(s.Grounds)), "grounds", p.list(s.Grounds, p.or)),
		e.iff(len(others) > 0, "step.other_than", "steps", p.list(others, p.or)),
		e.iff(s.Personal, "step.personal"),
		e.clocks(x, s.Pauses, "step.pauses"), e.clocks(x, s.Resumes, "step.resumes"), e.clocks(x, s.Extends, "step.extends"),
		e.register(s.Adds, "step.adds"), e.register(s.Strikes, "step.strikes"), opens,
	}, e.effects(x, s)...)...)
}

func (e *explainer) clocks(x *Procedure, ids []ClockID, key string) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = e.p.quoted(titled(x.Clock(id).Title, string(id)))
	}
	return e.iff(len(ids) > 0, key, "clocks", e.p.list(words, e.p.and))
}

func (e *explainer) register(id RegisterID, key string) string {
	if r := e.m.Register(id); r != nil {
		return e.p.say(key, "register", e.p.quoted(r.Title))
	}
	return ""
}

func (e *explainer) clock(x *Procedure, k *Clock) {
	p := e.p
	e.add(k.Article, "clock", string(x.ID)+"."+string(k.ID), append(append([]string{
		p.say("clock", "title", titled(k.Title, string(k.ID)), "within", p.period(k.Within), "states", e.states(x, k.Starts)),
	}, e.days(k)...),
		e.iff(len(k.Owed) > 0, "clock.owed", "actors", e.actors(k.Owed, p.or)),
		e.iff(!k.Warns.IsZero(), "clock.warns", "warns", p.period(k.Warns)),
		e.iff(!k.Extends.IsZero() && k.Silence != SilenceExplain, "clock.extends", "extends", p.period(k.Extends)),
		e.iff(!k.Max.IsZero(), "clock.max", "max", p.period(k.Max)),
		e.silence(x, k))...)
}

func (e *explainer) silence(x *Procedure, k *Clock) string {
	p := e.p
	step, ladder := "", ""
	if s := x.Step(k.Takes); s != nil {
		step = titled(s.Title, string(s.ID))
	}
	if l := e.m.Ladder(k.Ladder); l != nil {
		ladder = titled(l.Title, string(l.ID))
	}
	return p.say("silence."+string(k.Silence), "step", step, "to", e.state(x, k.To), "ladder", ladder,
		"fields", e.fields(e.m.Record(x.Record), k.Erases), "grace", p.period(k.Grace), "extends", p.period(k.Extends))
}

// SilenceInWords says what it means that nobody acts before a clock runs out.
func SilenceInWords(m *Model, p *Procedure, k *Clock, lang string) string {
	return capital((&explainer{m: m, p: speak(lang), lang: lang}).silence(p, k))
}

func (e *explainer) share(x *Procedure, s *Share) {
	p := e.p
	e.add(s.Article, "share", string(x.ID)+"."+string(s.ID), append([]string{
		p.say("share", "actors", e.actors(s.With, p.and), "fields", e.fields(e.m.Record(x.Record), s.Fields), "purpose", e.purpose(s.Purpose)),
		e.iff(len(s.From) > 0, "share.from", "states", e.states(x, s.From)),
		e.iff(!s.When.IsZero(), "share.when", "condition", s.When.Source),
		e.iff(s.Handling != "", "share.handling", "handling", s.Handling),
	}, e.narrowed(x, s)...)...)
}

// capital begins a sentence. Titles begin as they were written.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
