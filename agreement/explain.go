package agreement

import (
	"slices"
	"strconv"
	"strings"
)

// Explanation is one rule in plain words.
type Explanation struct {
	Article Article `json:"article"`
	Rule    string  `json:"rule"` // the kind of block: step, clock, share, …
	Name    string  `json:"name"` // its name: "assistance.review"
	Text    string  `json:"text"`
	Prose   string  `json:"prose,omitempty"` // the sentences that it says it carries out
}

// Explain gives every rule in plain words, in the order of articles and, within one, of the model. Where the
// catalogue lacks the language, the words are English; labels come in lang where the agreement has them.
func Explain(m *Model, lang string) []Explanation {
	e := &explainer{m: m, p: speak(lang), lang: lang}
	e.heads()
	e.data()
	e.termBlocks()
	for i := range m.Procedures {
		e.procedure(&m.Procedures[i])
	}
	e.figures()
	for _, x := range m.Expects {
		e.add(x.Article, "expect", x.Title, e.p.say("expect", "title", x.Title))
	}
	e.prose()
	order := map[Article]int{}
	for i, c := range m.Articles {
		order[c.Number] = i
	}
	slices.SortStableFunc(e.out, func(a, b Explanation) int { return order[a.Article] - order[b.Article] })
	return e.out
}

type explainer struct {
	m    *Model
	p    *phrases
	lang string
	out  []Explanation
}

func (e *explainer) add(article Article, rule, name string, sentences ...string) {
	sentences = slices.DeleteFunc(sentences, func(s string) bool { return s == "" })
	for i := range sentences {
		sentences[i] = capital(sentences[i])
	}
	e.out = append(e.out, Explanation{Article: article, Rule: rule, Name: name, Text: strings.Join(sentences, " ")})
}

// iff says a phrase where it applies.
func (e *explainer) iff(applies bool, key string, pairs ...string) string {
	if !applies {
		return ""
	}
	return e.p.say(key, pairs...)
}

func (e *explainer) heads() {
	m, p := e.m, e.p
	term := p.say("agreement.unlimited", "starts", p.date(m.Starts), "zone", m.Timezone)
	if !m.Ends.IsZero() {
		term = p.say("agreement.term", "starts", p.date(m.Starts), "ends", p.date(m.Ends), "zone", m.Timezone)
	}
	renewal := ""
	if r := m.Renewal; r != nil {
		unless := e.iff(!r.Unless.IsZero(), "agreement.unless", "condition", r.Unless.Source)
		renewal = p.say("agreement."+r.Mode, "period", p.period(r.Period), "unless", unless)
	}
	amends := ""
	if a := m.Amends; a != nil {
		amends = p.say("agreement.amends", "version", a.Version)
	}
	prevails := p.say("agreement." + m.Prevails)
	if m.Prevails != "prose" && m.Prevails != "rules" {
		prevails = p.say("agreement.language", "language", m.Prevails)
	}
	e.add(m.Declared, "agreement", string(m.ID), term, amends, renewal,
		e.iff(!m.Notice.IsZero(), "agreement.notice", "notice", p.period(m.Notice)), prevails,
		p.say("agreement.depositary", "party", e.party(m.Depositary)), e.agreementTerm())
	for _, c := range m.Articles {
		if c.Ends.IsZero() && len(c.Survives) == 0 && !c.Untouchable && len(c.ByPeople) == 0 {
			continue
		}
		duties := make([]string, len(c.Survives))
		for i, s := range c.Survives {
			duties[i] = p.say("survives." + string(s))
		}
		e.add(c.Number, "article", string(c.Number), e.end(c),
			e.iff(len(duties) > 0, "article.survives", "duties", p.list(duties, p.and)), e.clauseTerm(&c))
	}
	for _, x := range m.Parties {
		words := []string{p.say("party", "name", x.Name, "kind", p.say("kind."+x.Kind))}
		for _, a := range x.Authorities {
			words = append(words, p.say("party.authority", "name", a.Name))
		}
		e.add(x.Article, "party", string(x.ID), append(words, e.partyTerm(&x))...)
	}
	for _, r := range m.Roles {
		e.add(r.Article, "role", string(r.ID), p.say("role", "title", r.Title, "parties", e.parties(r.Held, p.and)),
			e.iff(r.Independent, "role.independent"), e.iff(r.Enrolled != "", "role.enrolled", "authority", e.authorities(r)))
	}
	for _, x := range m.Purposes {
		e.add(x.Article, "purpose", string(x.ID), p.say("purpose", "title", x.Title), e.iff(x.Basis != "", "purpose.basis", "basis", x.Basis),
			e.iff(x.Protective, "purpose.protective"))
	}
}

func (e *explainer) end(c Clause) string {
	if c.Ends.IsZero() {
		return ""
	}
	return e.p.say("article.ends", "date", e.p.date(c.Ends))
}

func (e *explainer) data() {
	m, p := e.m, e.p
	for i := range m.Records {
		r := &m.Records[i]
		var fields, about []string
		for j := range r.Fields {
			f := &r.Fields[j]
			fields = append(fields, p.say("record.class", "label", p.quoted(m.LabelOf(f, e.lang)), "class", p.say("class."+string(f.Class))))
		}
		for _, a := range r.About {
			about = append(about, p.say("about."+a))
		}
		e.add(r.Article, "record", string(r.ID), p.say("record", "title", r.Title, "fields", strings.Join(fields, ", ")),
			e.iff(len(about) > 0, "record.about", "categories", p.list(about, p.and)), e.recordTerm(r))
	}
	for i := range m.Registers {
		r := &m.Registers[i]
		e.add(r.Article, "register", string(r.ID), p.say("register", "title", r.Title, "parties", e.parties(r.Holders, p.and)),
			p.say("register.keep", "keep", p.period(r.Keep)), e.iff(len(r.Editors) > 0, "register.editors", "roles", e.roles(r.Editors, p.and)))
		for j := range r.Queries {
			e.query(r, &r.Queries[j])
		}
	}
	for _, l := range m.Ladders {
		words := []string{p.say("ladder", "title", titled(l.Title, string(l.ID)))}
		for _, r := range l.Rungs {
			words = append(words, p.say("rung", "after", p.period(r.After), "roles", e.actors(r.Tells, p.and), "expects", r.Expects))
		}
		e.add(l.Article, "ladder", string(l.ID), words...)
	}
	for _, a := range m.Assessments {
		var questions []string
		for _, q := range a.Questions {
			key := "question"
			if len(q.Blocks) > 0 {
				key = "question.blocks"
			}
			questions = append(questions, p.say(key, "text", q.Text, "answers", e.quotes(q.Blocks, p.or)))
		}
		e.add(a.Article, "assessment", string(a.ID), p.say("assessment", "title", a.Title, "questions", p.list(questions, p.and)), e.assessmentTerm(&a))
	}
}

func (e *explainer) query(r *Register, q *Query) {
	p, record := e.p, e.m.Record(r.Record)
	purposes := make([]string, len(q.Purpose))
	for i, id := range q.Purpose {
		purposes[i] = e.purpose(id)
	}
	opens := ""
	if x := e.m.Procedure(q.Opens); x != nil {
		opens = p.say("query.opens", "procedure", x.Title)
	}
	e.add(q.Article, "query", string(r.ID)+"."+string(q.ID),
		p.say("query", "title", q.Title, "roles", e.roles(q.By, p.or), "purposes", p.list(purposes, p.or)),
		p.say("query.on", "fields", e.fields(record, q.On)), p.say("query.reveals", "fields", e.fields(record, q.Reveals)), opens,
		e.iff(!q.Within.IsZero(), "query.within", "within", p.period(q.Within)),
		e.iff(q.Cap > 0, "query.cap", "cap", groupDigits(q.Cap)), p.say("query.keep", "keep", p.period(q.Keep)))
}

func (e *explainer) party(id PartyID) string {
	if x := e.m.Party(id); x != nil {
		return x.Name
	}
	return string(id)
}

func (e *explainer) parties(ids []PartyID, last string) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = e.party(id)
	}
	return e.p.list(words, last)
}

func (e *explainer) authorities(r Role) string {
	var words []string
	for _, id := range r.Held {
		if a := e.m.Party(id).Authority(r.Enrolled); a != nil {
			words = append(words, a.Name)
		}
	}
	return e.p.list(words, e.p.and)
}

func (e *explainer) role(id RoleID) string {
	if r := e.m.Role(id); r != nil {
		return r.Title
	}
	return plain(string(id))
}

func (e *explainer) roles(ids []RoleID, last string) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = e.p.say("actor.one", "role", e.role(id))
	}
	return e.p.list(words, last)
}

func (e *explainer) purpose(id PurposeID) string {
	if x := e.m.Purpose(id); x != nil {
		return e.p.quoted(x.Title)
	}
	return string(id)
}

func (e *explainer) actors(list []Actor, last string) string {
	words := make([]string, len(list))
	for i, a := range list {
		key := "actor"
		if r := e.m.Role(a.Role); a.Side == "" && r != nil && len(r.Held) == 1 {
			key = "actor.one"
		} else if a.Side == "" {
			key = "actor.any"
		}
		words[i] = e.p.say(key, "role", e.role(a.Role), "side", plain(string(a.Side)))
	}
	return e.p.list(words, last)
}

func (e *explainer) fields(r *Record, ids []FieldID) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		label := plain(string(id))
		if f := r.Field(id); f != nil {
			label = e.m.LabelOf(f, e.lang)
		} else if f := e.m.lookups().implicit[id]; f != nil {
			label = e.m.LabelOf(f, e.lang)
		}
		words[i] = e.p.quoted(label)
	}
	return e.p.list(words, e.p.and)
}

func (e *explainer) quotes(list []string, last string) string {
	words := make([]string, len(list))
	for i, s := range list {
		words[i] = e.p.quoted(s)
	}
	return e.p.list(words, last)
}

func (e *explainer) states(pr *Procedure, ids []StateID) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = e.p.quoted(e.state(pr, id))
	}
	return e.p.list(words, e.p.or)
}

func (e *explainer) state(pr *Procedure, id StateID) string {
	if s := pr.State(id); s != nil {
		return e.m.TitleOf(s, e.lang)
	}
	return plain(string(id))
}

func count(n int) string { return strconv.Itoa(n) }
