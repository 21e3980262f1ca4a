package agreement

import "slices"

// effects says what a step does beside moving its case, and how else than by one person it is taken.
func (e *explainer) effects(x *Procedure, s *Step) []string {
	p, record := e.p, e.m.Record(x.Record)
	defers := make([]string, len(s.Defers))
	for i, n := range s.Defers {
		defers[i] = e.notice(n)
	}
	renews := slices.DeleteFunc(slices.Clone(s.Renews), func(a Article) bool { return a == e.m.Declared })
	out := []string{
		e.iff(s.OwnParty, "step.own_party"), e.iff(s.Anyone && len(s.From) == 0, "step.anyone"), e.iff(s.Anyone && len(s.From) > 0, "step.anyone.later"),
		e.iff(s.Alone, "step.alone"), e.clocks(x, s.Restarts, "step.restarts"), e.urgent(x, s), e.irregular(x, s), e.clocks(x, s.Explains, "step.explains"),
		e.iff(len(defers) > 0, "step.defers", "titles", p.list(defers, p.and)),
		e.iff(len(s.Erases) > 0, "step.erases", "fields", e.fields(record, s.Erases)),
		e.quorum(s), e.iff(x.VoteOf(s.ID) != nil, "step.votes", "vote", e.voteTitle(x, x.VoteOf(s.ID))),
		e.iff(s.Issues != "", "step.issues", "credential", e.credentialTitle(s.Issues)),
		e.iff(s.Revokes != "", "step.revokes", "credential", e.credentialTitle(s.Revokes)),
		e.rests(record, s, s.Suspends, "step.suspends"), e.rests(record, s, s.Restores, "step.restores"),
	}
	if len(renews) > 0 {
		out = append(out, p.say("step.renews", "articles", e.articles(renews), "prolongs", e.period(s.Prolongs)))
	}
	if len(renews) < len(s.Renews) {
		out = append(out, p.say("step.renews.agreement", "prolongs", e.period(s.Prolongs)))
	}
	switch {
	case s.Withdraws && e.m.Notice.IsZero():
		out = append(out, p.say("step.withdraws-at-once"))
	case s.Withdraws:
		out = append(out, p.say("step.withdraws", "notice", e.period(e.m.Notice)))
	}
	out = append(out, e.iff(s.Begins != "", "step.begins", "phase", e.phaseTitle(s.Begins)),
		e.iff(s.Uses != "", "step.uses", "quota", e.quotaTitle(s.Uses)), e.iff(s.Returns != "", "step.returns", "quota", e.quotaTitle(s.Returns)))
	if s.Money != nil {
		out = append(out, p.say("step.money."+s.Money.Entry, "amount", e.label(record, s.Money.Amount), "fund", e.fundOf(s.Money)))
	}
	return out
}

// urgent says on whose word, and within what time, it depends whether what is done at once was lawful.
func (e *explainer) urgent(x *Procedure, s *Step) string {
	k := x.Clock(s.Urgent)
	if k == nil {
		return ""
	}
	p := e.p
	otherwise := p.say("urgent."+string(k.Silence), "fields", e.fields(e.m.Record(x.Record), k.Erases), "grace", e.period(k.Grace), "to", e.state(x, k.To))
	return p.say("step.urgent", "actors", e.actors(e.m.reviewers(x, s, k), p.or), "within", e.withinOf(k), "silence", otherwise)
}

// reviewers gives those who can uphold what was done at once: the independent roles that stop the clock and could
// not have done it themselves.
func (m *Model) reviewers(x *Procedure, s *Step, k *Clock) []Actor {
	var out []Actor
	for _, by := range stoppers(x, k) {
		for _, a := range by.By {
			if r := m.Role(a.Role); r != nil && r.Independent && !slices.Contains(out, a) &&
				!slices.ContainsFunc(s.By, func(own Actor) bool { return own.Role == a.Role }) {
				out = append(out, a)
			}
		}
	}
	return out
}

// irregular says in place of which step an act is recorded, with which pleas, and who may contest it until when.
func (e *explainer) irregular(x *Procedure, s *Step) string {
	if s.Irregular == "" {
		return ""
	}
	p := e.p
	pleas := make([]string, len(s.Grounds))
	for i, g := range s.Grounds {
		pleas[i] = e.ground(s, g)
	}
	var answers []string
	for i := range x.Clocks {
		if k := &x.Clocks[i]; slices.Contains(k.Starts, s.To) && len(k.Owed) > 0 {
			answers = append(answers, p.say("step.irregular.answer", "actors", e.actors(k.Owed, p.or), "within", e.withinOf(k)))
		}
	}
	return p.say("step.irregular", "step", e.stepTitle(x, s.Irregular), "pleas", p.list(pleas, p.or), "answers", p.list(answers, p.and))
}

// withinOf says a clock's time in the words of a step. How the clock counts and rounds is left to its own words.
func (e *explainer) withinOf(k *Clock) string {
	e.days.named = e.days.named || len(k.Calendars) > 0
	e.days.rounded = e.days.rounded || k.Rounds != RoundsExact
	if k.CountsFrom == "" {
		return e.period(k.Within)
	}
	return e.period(k.Length()) // from, or before, a date that its own words name
}

// runs says how long a clock runs, and from when on.
func (e *explainer) runs(x *Procedure, k *Clock) string {
	p, key := e.p, "clock"
	switch {
	case k.CountsFrom == "":
	case k.Before.IsZero():
		key = "clock.counts"
	default:
		key = "clock.before"
	}
	says := p.say(key, "title", p.own(titled(k.Title, string(k.ID))), "within", e.period(k.Length()), "states", e.states(x, k.Starts), "field", e.label(e.m.Record(x.Record), k.CountsFrom))
	return p.sentences(says, e.iff(k.CountsFrom != "", "clock.moves"))
}

// ground says a ground in the words of the agreement, and a plea, which is a word of the rules, in those of the language.
func (e *explainer) ground(s *Step, ground string) string {
	if words := e.p.says["plea."+ground]; words != "" && s != nil && s.Irregular != "" {
		return e.p.quoted(words)
	}
	return e.p.quoted(e.m.chosen(s, ground))
}

// notice names a duty to tell.
func (e *explainer) notice(id NoticeID) string {
	return e.p.quoted(e.m.called(e.of, "notify", string(id), string(id)))
}

// rests says which articles a step suspends or restores: those of its list, or the one of them that a field names.
func (e *explainer) rests(r *Record, s *Step, list []Article, key string) string {
	if s.Named == "" || len(list) == 0 {
		return e.onArticles(list, key)
	}
	return e.p.say(key+".named", "field", e.label(r, s.Named), "articles", e.articles(list))
}

// possible says on what condition a step may be taken.
func (e *explainer) possible(x *Procedure, s *Step) string {
	if s.Named != "" && len(s.Suspends)+len(s.Restores) == 0 && !s.When.IsZero() {
		return e.p.say("step.suspends.never")
	}
	return e.when("step.when", s.When, x.Record)
}

// onArticles says a sentence about one article or several.
func (e *explainer) onArticles(list []Article, key string) string {
	if len(list) > 1 {
		key += ".several"
	}
	return e.iff(len(list) > 0, key, "articles", e.articles(list))
}

func (e *explainer) fundOf(m *Money) string {
	if m.Window == "" {
		return e.fundTitle(m.Fund)
	}
	return e.p.say("money.window", "fund", e.fundTitle(m.Fund), "window", e.windowTitle(m.Fund, m.Window))
}

// calendars says by which days a clock counts, where it says so itself.
func (e *explainer) calendars(k *Clock) string {
	titles := make([]string, len(k.Calendars))
	for i, id := range k.Calendars {
		titles[i] = e.calendarTitle(id)
	}
	e.days.named = e.days.named || len(titles) > 0
	key := "clock.calendars"
	if len(titles) == 1 {
		key = "note.calendar"
	}
	return e.iff(len(titles) > 0, key, "calendar", e.p.list(titles, e.p.and), "calendars", e.p.list(titles, e.p.and))
}

// rounding says with what a clock ends.
func (e *explainer) rounding(k *Clock) string {
	if k.Rounds == RoundsExact {
		return ""
	}
	e.days.rounded, e.days.which = true, e.days.which || k.Rounds == RoundsWorking
	return e.p.say("clock." + k.Rounds)
}

// narrowed says what keeps a share smaller than its fields and actors.
func (e *explainer) narrowed(x *Procedure, s *Share) []string {
	p := e.p
	return []string{
		e.iff(s.Code != "", "share.code", "handling", e.handlingTitle(s.Code)), // which itself says what it permits
		e.iff(len(s.Until) > 0, "share.until", "states", e.states(x, s.Until)),
		e.iff(!s.For.IsZero(), "share.for", "for", e.period(s.For)),
		e.precision(s.Precision),
		e.iff(s.Onward != "", "share.onward", "share", p.quoted(string(s.Onward))),
	}
}

// precision says how fine places or times are shown.
func (e *explainer) precision(s string) string {
	p := e.p
	metres, unit, err := ParsePrecision(s)
	switch {
	case s == "":
		return ""
	case err != nil:
		return p.say("share.precision.times", "precision", p.quoted(s))
	case !unit.IsZero():
		return p.say("share.precision.times", "precision", p.period(unit)) // cut off, not counted: no note is needed
	}
	n, word := metres, "metre"
	if metres%1000 == 0 {
		n, word = metres/1000, "kilometre"
	}
	return p.say("share.precision.places", "precision", p.units(p.count(n), word, n))
}

// publication says what the public sees.
func (e *explainer) publication(x *Procedure) {
	if k := x.Publish; k != nil {
		e.add(k.Article, "publish", string(x.ID),
			e.p.say("publish", "fields", e.fields(e.m.Record(x.Record), k.Fields), "within", e.period(k.Within), "states", e.states(x, k.After)))
	}
}

// stages says how far an allegation has come in which state.
func (e *explainer) stages(x *Procedure) []string {
	var out []string
	for _, stage := range []string{StageAlleged, StageAdmissible, StageEstablished} {
		var at []StateID
		for i := range x.States {
			if x.States[i].Stage == stage {
				at = append(at, x.States[i].ID)
			}
		}
		out = append(out, e.iff(len(at) > 0, "stage."+stage, "states", e.states(x, at)))
	}
	return out
}
