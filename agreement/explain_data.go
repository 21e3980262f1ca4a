package agreement

import "strings"

// data says records, registers, ladders and assessments.
func (e *explainer) data() {
	p := e.p
	for i := range e.m.Records {
		e.record(&e.m.Records[i])
	}
	for i := range e.m.Registers {
		r := &e.m.Registers[i]
		record := e.m.Record(r.Record)
		e.add(r.Article, "register", string(r.ID), p.say("register", "title", p.own(r.Title), "parties", e.parties(r.Holders, p.and)),
			p.say("register.entries", "record", e.recordTitle(r.Record)),
			e.iff(len(r.Key) > 0, "register.key", "fields", e.fields(record, r.Key)),
			p.say("register.keep", "keep", e.period(r.Keep)), e.iff(len(r.Editors) > 0, "register.editors", "roles", e.roles(r.Editors, p.and)))
		for j := range r.Queries {
			e.query(r, &r.Queries[j])
		}
	}
	for _, l := range e.m.Ladders {
		words := []string{p.say("ladder", "title", p.own(titled(l.Title, string(l.ID))))}
		for _, r := range l.Rungs {
			words = append(words, p.say("rung", "after", e.period(r.After), "roles", e.actors(r.Tells, p.and), "expects", p.own(r.Expects)),
				e.iff(r.Opens != "", "rung.opens", "procedure", e.procedureTitle(r.Opens)))
		}
		e.add(l.Article, "ladder", string(l.ID), words...)
	}
	for _, a := range e.m.Assessments {
		var questions []string
		for _, q := range a.Questions {
			key := "question"
			if len(q.Blocks) > 0 {
				key = "question.blocks"
			}
			questions = append(questions, p.say(key, "text", p.quoted(q.Text), "answers", e.quotes(q.Answers, p.or), "blocks", e.quotes(q.Blocks, p.or)))
		}
		e.add(a.Article, "assessment", string(a.ID), p.say("assessment", "title", p.own(a.Title), "questions", strings.Join(questions, p.semi)),
			e.iff(a.Harm, "assessment.harm"), e.iff(len(a.Signed) > 0, "assessment.signed", "roles", e.roles(a.Signed, p.or)))
	}
}

func (e *explainer) record(r *Record) {
	p := e.p
	fields, about := make([]string, len(r.Fields)), make([]string, len(r.About))
	for i := range r.Fields {
		fields[i] = e.field(&r.Fields[i])
	}
	for i, a := range r.About {
		about[i] = p.say("about." + a)
	}
	words := []string{
		p.say("record", "title", p.own(r.Title), "fields", strings.Join(fields, p.comma)),
		e.iff(len(about) > 0, "record.about", "categories", p.list(about, p.and)),
	}
	e.add(r.Article, "record", string(r.ID), append(words, e.recordTerm(r)...)...)
}

func (e *explainer) field(f *Field) string {
	p := e.p
	details := []string{e.typed(f, f.Type), p.say("class." + string(f.Class))}
	if f.Required {
		details = append(details, p.say("field.required"))
	}
	if f.Assessment {
		details = append(details, p.say("field.assessment"))
	}
	if f.SealedTo != "" {
		details = append(details, p.say("field.sealed_to", "role", e.role(f.SealedTo)))
	}
	return p.say("field", "label", p.quoted(e.m.LabelOf(f, e.lang)), "details", strings.Join(details, p.semi))
}

// typed says what a field holds.
func (e *explainer) typed(f *Field, t Type) string {
	switch t {
	case TypeChoice:
		return e.p.say("type.choice", "choices", e.quotes(f.Choices, e.p.or))
	case TypeRecord:
		return e.p.say("type.record", "record", e.recordTitle(f.Record))
	case TypeList:
		if f.Of == TypeList {
			break // no text can say so
		}
		return e.p.say("type.list", "type", e.typed(f, f.Of))
	}
	return e.p.say("type." + string(t))
}

func (e *explainer) query(r *Register, q *Query) {
	p, record := e.p, e.m.Record(r.Record)
	purposes := make([]string, len(q.Purpose))
	for i, id := range q.Purpose {
		purposes[i] = e.purpose(id)
	}
	e.add(q.Article, "query", string(r.ID)+"."+string(q.ID),
		p.say("query", "title", p.quoted(q.Title), "roles", e.roles(q.By, p.or), "purposes", p.list(purposes, p.or)),
		p.say("query.on", "fields", e.fields(record, q.On)), p.say("query.reveals", "fields", e.fields(record, q.Reveals)),
		e.iff(q.Opens != "", "query.opens", "procedure", e.procedureTitle(q.Opens)),
		e.iff(!q.Within.IsZero(), "query.within", "within", e.period(q.Within)),
		e.iff(q.Cap > 0, "query.cap", "cap", p.count(q.Cap)), p.say("query.keep", "keep", e.period(q.Keep)))
}
