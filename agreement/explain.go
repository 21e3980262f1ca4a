package agreement

import (
	"slices"
)

// Explanation is one rule in plain words.
type Explanation struct {
	Article    Article  `json:"article"`
	Rule       string   `json:"rule"`                 // the kind of block: step, clock, share, …
	Name       string   `json:"name"`                 // its name: "assistance.review"
	Text       string   `json:"text"`                 // the sentences, as one text
	Sentences  []string `json:"sentences"`            // one by one
	Silence    string   `json:"silence,omitempty"`    // of a clock: which of them says what silence means
	Conditions []string `json:"conditions,omitempty"` // the sources of the conditions that the words put into words
	Prose      string   `json:"prose,omitempty"`      // the sentences of the article that it says it carries out
}

// Explain gives every rule in plain words, in the order of articles and, within one, of the model. Languages
// says which languages there are; in any other the words are English. Labels come in lang where the agreement
// has them, and are never translated.
func Explain(m *Model, lang string) []Explanation {
	e := &explainer{m: m, p: speak(lang), lang: lang}
	e.heads()
	e.data()
	e.termBlocks()
	for i := range m.Procedures {
		e.procedure(&m.Procedures[i])
	}
	e.figures()
	for i := range m.Expects {
		e.expect(&m.Expects[i])
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
	of   ProcedureID // whose sides and duties to tell are named
	out  []Explanation

	// Of the rule that is being said: what it needs a note on, the sources of its conditions, its silence.
	days       daysSaid
	conditions []string
	silent     string
}

// daysSaid is what the times of a rule are counted in.
type daysSaid struct {
	months  bool
	working bool // in working days
	which   bool // it matters which days are working days
	named   bool // the rule itself names their calendars
	back    bool // they are counted back from a date
	rounded bool // times do not end at the time of day at which they began
}

// notes say how the times of a rule are counted where that could be doubted.
func (e *explainer) notes() []string {
	d := e.days
	which := e.p.say("note.working")
	if x := e.m.CalendarOf(e.m.Calendar); x != nil {
		which = e.p.say("note.calendar", "calendar", e.p.quoted(titled(x.Title, string(x.ID))))
	}
	counted := "note.counted"
	if d.back {
		counted = "note.counted.back"
	}
	out := []string{e.iff(d.months, "note.months"), "", e.iff(d.working, counted), e.iff(d.working && !d.rounded, "note.instant")}
	if (d.working || d.which) && !d.named {
		out[1] = which
	}
	return out
}

// add ends a rule: its sentences, and the notes.
func (e *explainer) add(article Article, rule, name string, sentences ...string) {
	sentences = append(sentences, e.notes()...)
	sentences = slices.DeleteFunc(sentences, func(s string) bool { return s == "" })
	for i := range sentences {
		sentences[i] = capital(sentences[i])
	}
	e.out = append(e.out, Explanation{
		Article: article, Rule: rule, Name: name, Text: e.p.sentences(sentences...), Sentences: sentences, Silence: e.silent, Conditions: e.conditions,
	})
	e.days, e.conditions, e.silent = daysSaid{}, nil, ""
}

// iff says a phrase where it applies.
func (e *explainer) iff(applies bool, key string, pairs ...string) string {
	if !applies {
		return ""
	}
	return e.p.say(key, pairs...)
}

// period says a length of time, and remembers how it is counted.
func (e *explainer) period(x Period) string {
	e.days.months = e.days.months || x.months != 0
	e.days.working = e.days.working || x.working != 0
	return e.p.period(x)
}

// when says a condition, "" where there is none; the pairs are what else the phrase has.
func (e *explainer) when(key string, c Condition, record RecordID, pairs ...string) string {
	if c.IsZero() {
		return ""
	}
	e.conditions = append(e.conditions, c.Source)
	return e.p.say(key, append(pairs, "condition", e.condition(c, record))...)
}

func (e *explainer) heads() {
	e.agreement()
	for _, c := range e.m.Articles {
		if c.Ends.IsZero() && len(c.Survives) == 0 && !c.Untouchable && len(c.ByPeople) == 0 {
			continue
		}
		duties := make([]string, len(c.Survives))
		for i, s := range c.Survives {
			duties[i] = e.p.say("survives." + string(s))
		}
		ends := ""
		if !c.Ends.IsZero() {
			ends = e.p.say("article.ends", "date", e.p.day(c.Ends))
		}
		words := []string{ends, e.iff(len(duties) > 0, "article.survives", "duties", e.p.list(duties, e.p.and))}
		e.add(c.Number, "article", string(c.Number), append(words, e.clauseTerm(&c)...)...)
	}
	for _, x := range e.m.Parties {
		words := []string{
			e.p.say("party", "name", e.p.own(x.Name), "kind", e.p.say("kind."+x.Kind)),
			e.iff(x.Country != "", "party.country", "country", e.p.own(x.Country)),
		}
		for _, a := range x.Authorities {
			words = append(words, e.p.say("party.authority", "name", e.p.own(a.Name)))
		}
		e.add(x.Article, "party", string(x.ID), append(words, e.partyTerm(&x)...)...)
	}
	for _, r := range e.m.Roles {
		e.add(r.Article, "role", string(r.ID),
			e.p.say("role", "title", e.p.own(r.Title), "parties", e.parties(r.Held, e.p.and)),
			e.iff(r.Independent, "role.independent"), e.iff(r.Enrolled != "", "role.enrolled", "authority", e.authorities(r)))
	}
	for _, x := range e.m.Purposes {
		e.add(x.Article, "purpose", string(x.ID), e.p.say("purpose", "title", e.p.quoted(x.Title)),
			e.iff(x.Basis != "", "purpose.basis", "basis", e.p.own(x.Basis)), e.iff(x.Protective, "purpose.protective"))
	}
}

func (e *explainer) agreement() {
	m, p := e.m, e.p
	words := []string{
		p.say("agreement", "title", p.own(m.Title), "version", p.own(m.Version)),
		e.iff(m.World == WorldExercise, "agreement.exercise"),
	}
	if m.Ends.IsZero() {
		words = append(words, p.say("agreement.unlimited", "starts", p.day(m.Starts), "zone", p.own(m.Timezone)))
	} else {
		words = append(words, p.say("agreement.term", "starts", p.day(m.Starts), "ends", p.day(m.Ends), "zone", p.own(m.Timezone)))
	}
	words = append(words, e.amends()...)
	if r := m.Renewal; r != nil {
		words = append(words, p.say("agreement."+r.Mode, "period", e.period(r.Period)), e.when("agreement.unless", r.Unless, ""),
			e.iff(!r.Notice.IsZero(), "renewal.notice", "notice", e.period(r.Notice)))
	}
	words = append(words, e.iff(!m.Notice.IsZero(), "agreement.notice", "notice", e.period(m.Notice)))
	switch m.Prevails {
	case "prose", "rules":
		words = append(words, p.say("agreement."+m.Prevails))
	default:
		words = append(words, p.say("agreement.language", "language", e.language(m.Prevails)))
	}
	words = append(words, e.tongues("agreement.languages", m.Languages), e.tongues("agreement.authentic", m.Authentic),
		e.bound(),
		p.say("agreement.depositary", "party", e.party(m.Depositary)))
	e.add(m.Declared, "agreement", string(m.ID), append(words, e.agreementTerm()...)...)
}

func (e *explainer) tongues(key string, codes []string) string {
	words := make([]string, len(codes))
	for i, c := range codes {
		words[i] = e.language(c)
	}
	return e.iff(len(codes) > 0, key, "languages", e.p.list(words, e.p.and))
}

// bound says which translations are signed with the text.
func (e *explainer) bound() string {
	var words []string
	for _, lang := range sortedKeys(e.m.Translations) {
		words = append(words, e.p.say("bound.one", "language", e.language(lang), "sha256", e.p.own(e.m.Translations[lang])))
	}
	return e.iff(len(words) > 0, "agreement.bound", "languages", e.p.list(words, e.p.and))
}

// language names a language, or gives its tag where the catalogue has no name for it.
func (e *explainer) language(code string) string {
	if name := e.p.says["language."+code]; name != "" {
		return name
	}
	return e.p.quoted(code)
}
