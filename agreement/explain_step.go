package agreement

import (
	"slices"
	"strconv"
)

// effects says what a step does beside moving its case, and how else than by one person it is taken.
func (e *explainer) effects(x *Procedure, s *Step) []string {
	p, record := e.p, e.m.Record(x.Record)
	out := []string{
		e.urgent(x, s), e.irregular(x, s), e.clocks(x, s.Explains, "step.explains"),
		e.iff(len(s.Defers) > 0, "step.defers", "titles", e.quotes(noticeTitles(s.Defers), p.and)),
		e.iff(len(s.Erases) > 0, "step.erases", "fields", e.fields(record, s.Erases)),
		e.iff(s.Quorum > 0, "step.quorum", "count", strconv.Itoa(s.Quorum)),
		e.credential(s.Issues, "step.issues"), e.credential(s.Revokes, "step.revokes"),
		e.onArticles(s.Suspends, "step.suspends"), e.onArticles(s.Restores, "step.restores"),
	}
	if renews := slices.DeleteFunc(slices.Clone(s.Renews), func(a Article) bool { return a == e.m.Declared }); len(renews) > 0 {
		out = append(out, p.say("step.renews", "articles", e.numbers(renews), "prolongs", p.period(s.Prolongs)))
	}
	if slices.Contains(s.Renews, e.m.Declared) {
		out = append(out, p.say("step.renews.agreement", "prolongs", p.period(s.Prolongs)))
	}
	if s.Begins != "" {
		title := plain(string(s.Begins))
		if ph := e.m.Phase(s.Begins); ph != nil {
			title = titled(ph.Title, string(ph.ID))
		}
		out = append(out, p.say("step.begins", "phase", p.quoted(title)))
	}
	out = append(out, e.iff(s.Withdraws && !e.m.Notice.IsZero(), "step.withdraws", "notice", p.period(e.m.Notice)))
	out = append(out, e.iff(s.Withdraws && e.m.Notice.IsZero(), "step.withdraws-at-once"))
	if s.Uses != "" {
		title := plain(string(s.Uses))
		if q := e.m.Quota(s.Uses); q != nil {
			title = titled(q.Title, string(q.ID))
		}
		out = append(out, p.say("step.uses", "quota", p.quoted(title)))
	}
	if s.Money != nil {
		out = append(out, p.say("step.money."+s.Money.Entry, "amount", e.fields(record, []FieldID{s.Money.Amount}), "fund", e.fundOf(s.Money)))
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
	otherwise := p.say("urgent."+string(k.Silence), "fields", e.fields(e.m.Record(x.Record), k.Erases), "grace", p.period(k.Grace), "to", e.states(x, []StateID{k.To}))
	return p.say("step.urgent", "actors", e.actors(e.m.reviewers(x, s, k), p.or), "within", p.period(k.Within), "silence", otherwise)
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
	regular := x.Step(s.Irregular)
	if regular == nil {
		return ""
	}
	p := e.p
	var pleas, answers []string
	for _, g := range s.Grounds {
		pleas = append(pleas, p.say("plea."+g))
	}
	for i := range x.Clocks {
		if k := &x.Clocks[i]; slices.Contains(k.Starts, s.To) && len(k.Owed) > 0 {
			answers = append(answers, p.say("step.irregular.answer", "actors", e.actors(k.Owed, p.or), "within", p.period(k.Within)))
		}
	}
	return p.say("step.irregular", "step", p.quoted(titled(regular.Title, string(regular.ID))), "pleas", p.list(pleas, p.or), "answers", p.list(answers, p.and))
}

func (e *explainer) credential(id CredentialID, key string) string {
	if id == "" {
		return ""
	}
	title := plain(string(id))
	if x := e.m.Credential(id); x != nil {
		title = titled(x.Title, string(x.ID))
	}
	return e.p.say(key, "credential", e.p.quoted(title))
}

// onArticles says a sentence about one article or several.
func (e *explainer) onArticles(list []Article, key string) string {
	if len(list) > 1 {
		key += ".several"
	}
	return e.iff(len(list) > 0, key, "articles", e.numbers(list))
}

func (e *explainer) numbers(list []Article) string {
	out := make([]string, len(list))
	for i, a := range list {
		out[i] = e.p.say("article.number", "number", string(a))
	}
	return e.p.list(out, e.p.and)
}

func (e *explainer) fundOf(m *Money) string {
	title, window := plain(string(m.Fund)), plain(string(m.Window))
	if f := e.m.Fund(m.Fund); f != nil {
		title = titled(f.Title, string(f.ID))
		if w := f.Window(m.Window); w != nil {
			window = titled(w.Title, string(w.ID))
		}
	}
	if m.Window == "" {
		return e.p.quoted(title)
	}
	return e.p.say("money.window", "fund", e.p.quoted(title), "window", e.p.quoted(window))
}

// days says how a clock counts and ends.
func (e *explainer) days(k *Clock) []string {
	titles := make([]string, len(k.Calendars))
	for i, id := range k.Calendars {
		titles[i] = plain(string(id))
		if x := e.m.CalendarOf(id); x != nil {
			titles[i] = titled(x.Title, string(id))
		}
	}
	return []string{
		e.iff(len(titles) > 0, "clock.calendars", "calendars", e.quotes(titles, e.p.and)),
		e.iff(k.Rounds != RoundsExact, "clock."+k.Rounds),
	}
}

// narrowed says what keeps a share smaller than its fields and actors.
func (e *explainer) narrowed(x *Procedure, s *Share) []string {
	p := e.p
	kind := "share.precision.times"
	fine := s.Precision
	if _, unit, err := ParsePrecision(s.Precision); err == nil {
		if unit.IsZero() {
			kind = "share.precision.places"
		} else {
			fine = p.period(unit)
		}
	}
	return []string{
		e.underCode(s.Code),
		e.iff(len(s.Until) > 0, "share.until", "states", e.states(x, s.Until)),
		e.iff(!s.For.IsZero(), "share.for", "for", p.period(s.For)),
		e.iff(s.Precision != "", kind, "precision", fine),
		e.iff(s.Onward != "", "share.onward", "share", p.quoted(string(s.Onward))),
	}
}

// underCode says under which code a share stands; the code itself says what it permits.
func (e *explainer) underCode(id HandlingID) string {
	title := plain(string(id))
	if h := e.m.Handling(id); h != nil {
		title = titled(h.Title, string(h.ID))
	}
	return e.iff(id != "", "share.code", "handling", title)
}

// publication says what the public sees.
func (e *explainer) publication(x *Procedure) {
	if k := x.Publish; k != nil {
		e.add(k.Article, "publish", string(x.ID),
			e.p.say("publish", "fields", e.fields(e.m.Record(x.Record), k.Fields), "within", e.p.period(k.Within), "states", e.states(x, k.After)))
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

func noticeTitles(list []NoticeID) []string {
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = string(x)
	}
	return out
}
