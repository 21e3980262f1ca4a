package agreement

import (
	"fmt"
	"slices"
	"strings"
)

// expect says an agreed example: what happened, and what must come out.
func (e *explainer) expect(x *Expect) {
	p := e.p
	pr := e.m.Procedure(x.Procedure)
	if pr == nil {
		pr = &Procedure{}
	}
	e.of = pr.ID
	record, of := e.m.Record(pr.Record), ""
	if x.Record != "" {
		record, of = e.m.Record(x.Record), e.recordTitle(x.Record)
	} else {
		of = e.procedureTitle(x.Procedure)
	}
	words := []string{
		p.say("expect", "procedure", of, "title", p.quoted(x.Title)),
		e.valuesTaken("expect.accepts", record, x.Accepts), e.valuesTaken("expect.rejects", record, x.Rejects),
		e.iff(len(x.Requires) > 0, "expect.requires", "fields", e.fields(record, x.Requires)),
		e.moves("expect.given", pr, x.Given),
		e.iff(!x.At.IsZero(), "expect.at", "at", e.period(x.At)),
		e.iff(x.State != "", "expect.state", "state", e.state(pr, x.State)),
		e.moves("expect.permits", pr, x.Permits),
		e.moves("expect.refuses", pr, x.Refuses),
		e.iff(len(x.Erased) > 0, "expect.erased", "fields", e.fields(record, x.Erased)),
	}
	words = append(words, e.duties("expect.owes", x.Owes), e.duties("expect.kept", x.Kept),
		e.iff(len(x.Told) > 0, "expect.told", "roles", e.roles(x.Told, p.and)))
	for _, y := range x.May {
		steps := make([]string, len(y.Steps))
		for i, id := range y.Steps {
			steps[i] = e.stepTitle(pr, id)
		}
		words = append(words, e.iff(len(steps) > 0, "expect.may", "actor", e.actor(y.By), "steps", p.list(steps, p.and)),
			e.iff(len(steps) == 0, "expect.may.none", "actor", e.actor(y.By)))
	}
	words = append(words, e.sees(record, x)...)
	words = append(words, e.seen("expect.hidden", record, x.Hidden)...)
	words = append(words, e.iff(x.Closed, "expect.closed"))
	effects := make([]string, len(x.Effects))
	for i, f := range x.Effects {
		effects[i] = e.effect(f)
	}
	words = append(words, e.iff(len(effects) > 0, "expect.effects", "effects", strings.Join(effects, p.semi)))
	e.add(x.Article, "expect", x.Title, words...)
}

// duties says duties to tell by their titles.
func (e *explainer) duties(key string, ids []NoticeID) string {
	titles := make([]string, len(ids))
	for i, id := range ids {
		titles[i] = e.notice(id)
	}
	return e.iff(len(ids) > 0, key, "duties", e.p.list(titles, e.p.and))
}

func (e *explainer) moves(key string, pr *Procedure, list []Move) string {
	words := make([]string, len(list))
	for i := range list {
		words[i] = e.move(pr, &list[i])
	}
	return e.iff(len(list) > 0, key, "acts", strings.Join(words, e.p.semi))
}

func (e *explainer) move(pr *Procedure, v *Move) string {
	p := e.p
	act := p.say("act", "step", e.stepTitle(pr, v.Step), "actor", e.actor(v.By))
	var details []string
	say := func(applies bool, key string, pairs ...string) {
		if applies {
			details = append(details, p.say(key, pairs...))
		}
	}
	say(v.Person != "", "act.person", "person", p.quoted(v.Person))
	say(!v.After.IsZero(), "act.after", "after", e.period(v.After))
	for _, id := range sortedKeys(v.Gives) {
		if v.Gives[id] == nil {
			say(true, "act.without", "label", e.label(e.m.Record(pr.Record), id))
			continue
		}
		say(true, "act.gives", "label", e.label(e.m.Record(pr.Record), id), "value", e.value(e.m.ProcedureField(pr, id), v.Gives[id]))
	}
	for _, name := range sortedKeys(v.Facts) {
		say(true, "cond.eq", "a", e.factTitle(name), "b", e.value(nil, v.Facts[name]))
	}
	say(v.Ground != "", "act.ground", "ground", e.ground(pr.Step(v.Step), v.Ground))
	say(v.Because != "", "act.because", "code", p.own(v.Because))
	if len(details) == 0 {
		return act
	}
	return p.say("act.details", "act", act, "details", strings.Join(details, p.semi))
}

// factTitle names an outside fact that an example states: "indicator:late-answers".
func (e *explainer) factTitle(fact string) string {
	kind, name, _ := strings.Cut(fact, ":")
	title := e.named("", name)
	switch kind {
	case "indicator":
		title = e.indicatorTitle(IndicatorID(name))
	case "quota":
		title = e.quotaTitle(QuotaID(name))
	case "fund":
		title = e.fundTitle(FundID(name))
	default:
		return title
	}
	return e.p.say("cond."+kind, "name", title)
}

// effect says what an example expects an act to do beside its case: "suspends 7".
func (e *explainer) effect(s string) string {
	verb, name, _ := strings.Cut(s, " ")
	title := e.named("", name)
	switch effectKinds[verb] {
	case "register":
		title = e.registerTitle(RegisterID(name))
	case "credential":
		title = e.credentialTitle(CredentialID(name))
	case "procedure":
		title = e.procedureTitle(ProcedureID(name))
	case "article":
		title = e.articles([]Article{Article(name)})
	case "phase":
		title = e.phaseTitle(PhaseID(name))
	case "party":
		title = e.party(PartyID(name))
	case "quota":
		title = e.quotaTitle(QuotaID(name))
	case "fund":
		title = e.fundTitle(FundID(name))
	}
	return e.p.say("effect."+verb, "name", title)
}

// value says an example's value of a field; f is nil where the field, or the part of a value, is not of a record.
func (e *explainer) value(f *Field, v any) string {
	switch x := v.(type) {
	case bool:
		if x {
			return e.p.say("yes")
		}
		return e.p.say("no")
	case string:
		return e.p.quoted(e.m.chosen(f, x))
	case []any:
		words := make([]string, len(x))
		for i := range x {
			words[i] = e.value(f, x[i])
		}
		return e.p.list(words, e.p.and)
	case map[string]any:
		if f != nil {
			if id, ok := strings.CutPrefix(string(f.ID), assessmentPrefix); ok && e.m.Assessment(AssessmentID(id)) != nil {
				return e.answers(e.m.Assessment(AssessmentID(id)), x)
			}
		}
		return e.values(f, x)
	}
	if n, ok := number(v); ok {
		return e.p.number(n)
	}
	return e.p.quoted(fmt.Sprint(v))
}

// answers says an assessment as it was given: each question with its answer, in the order of the text.
func (e *explainer) answers(a *Assessment, given map[string]any) string {
	var words []string
	for i := range a.Questions {
		q := &a.Questions[i]
		if s, ok := given[string(q.ID)].(string); ok {
			words = append(words, e.p.say("act.gives", "label", e.p.quoted(q.Text), "value", e.p.quoted(e.m.chosen(q, s))))
		}
	}
	return e.p.say("cond.group", "condition", strings.Join(words, e.p.comma))
}

// values says a value that has parts: those of a record by the labels of its fields.
func (e *explainer) values(f *Field, parts map[string]any) string {
	var r *Record
	if f != nil && f.Record != "" {
		r = e.m.Record(f.Record)
	}
	words := make([]string, 0, len(parts))
	for _, name := range sortedKeys(parts) {
		var inner *Field
		if r != nil {
			inner = r.Field(FieldID(name))
		}
		words = append(words, e.p.say("act.gives", "label", e.label(r, FieldID(name)), "value", e.value(inner, parts[name])))
	}
	return e.p.say("cond.group", "condition", strings.Join(words, e.p.comma))
}

// valuesTaken says the values of an example about a record.
func (e *explainer) valuesTaken(key string, r *Record, values map[FieldID]any) string {
	words := make([]string, 0, len(values))
	for _, id := range sortedFields(values) {
		var f *Field
		if r != nil {
			f = r.Field(id)
		}
		words = append(words, e.p.say("act.gives", "label", e.label(r, id), "value", e.value(f, values[id])))
	}
	return e.iff(len(words) > 0, key, "values", strings.Join(words, e.p.semi))
}

// sees says what viewers see: first those of whom the example states all of it.
func (e *explainer) sees(r *Record, x *Expect) []string {
	var words []string
	exact := func(by Actor) bool { return slices.Contains(x.Exact, by) }
	for i, by := range x.Exact {
		var ids []FieldID
		for _, s := range x.Sees {
			if s.By == by {
				ids = append(ids, s.Field)
			}
		}
		if slices.Contains(x.Exact[:i], by) {
			continue
		}
		words = append(words, e.iff(len(ids) > 0, "expect.sees.only", "actor", e.actor(by), "fields", e.fields(r, ids)),
			e.iff(len(ids) == 0, "expect.sees.nothing", "actor", e.actor(by)))
	}
	others := slices.DeleteFunc(slices.Clone(x.Sees), func(s Seen) bool { return exact(s.By) })
	return append(words, e.seen("expect.sees", r, others)...)
}

// seen says what each viewer sees; the fields of one viewer stand together, in the order of the text.
func (e *explainer) seen(key string, r *Record, list []Seen) []string {
	var words []string
	for i := 0; i < len(list); {
		var ids []FieldID
		by := list[i].By
		for ; i < len(list) && list[i].By == by; i++ {
			ids = append(ids, list[i].Field)
		}
		words = append(words, e.p.say(key, "actor", e.actor(by), "fields", e.fields(r, ids)))
	}
	return words
}
