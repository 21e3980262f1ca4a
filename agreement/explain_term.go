package agreement

import (
	"slices"
	"strings"
)

// termBlocks explains the blocks about time and consent.
func (e *explainer) termBlocks() {
	for i := range e.m.Calendars {
		e.calendar(&e.m.Calendars[i])
	}
	for i := range e.m.Phases {
		e.phase(&e.m.Phases[i])
	}
	for i := range e.m.Schedules {
		e.schedule(&e.m.Schedules[i])
	}
	for _, h := range e.m.Handlings {
		e.add(h.Article, "handling", string(h.ID), e.p.say("handling", "title", h.Title), e.p.say("handling.court."+h.Court),
			e.p.say("handling.onward."+h.Onward), e.iff(h.Marking != "", "handling.marking", "marking", h.Marking))
	}
	for _, x := range e.m.Credentials {
		e.add(x.Article, "credential", string(x.ID),
			e.p.say("credential", "title", x.Title, "fields", e.fields(e.m.Record(x.Record), x.Fields), "valid", e.p.period(x.Valid)),
			e.p.say("credential.issuers", "roles", e.roles(x.Issuers, e.p.or)))
	}
	for i := range e.m.Declarations {
		e.declaration(&e.m.Declarations[i])
	}
	for _, a := range e.m.Annexes {
		e.add(a.Article, "annex", string(a.ID), e.p.say("annex", "title", a.Title, "articles", e.articles(a.Governs), "sha256", a.SHA256),
			e.iff(a.Classified, "annex.classified"), e.p.say("annex.held", "parties", e.parties(a.Held, e.p.and)))
	}
	for _, u := range e.m.Undertakings {
		e.add(u.Article, "undertaking", string(u.ID),
			e.p.say("undertaking", "title", u.Title, "by", e.party(u.By), "deposited", e.party(u.Deposited), "text", u.Text),
			e.iff(u.Oral, "undertaking.oral", "deposited", e.party(u.Deposited)), e.p.say("undertaking.for", "articles", e.articles(u.Covers)))
	}
	for i := range e.m.Concordances {
		e.concordance(&e.m.Concordances[i])
	}
}

func (e *explainer) calendar(x *Calendar) {
	p := e.p
	weekend := make([]string, len(x.Weekend))
	for i, d := range x.Weekend {
		weekend[i] = p.say("weekday." + d)
	}
	closed := make([]string, len(x.Closed))
	for i, d := range x.Closed {
		closed[i] = p.date(d)
	}
	e.add(x.Article, "calendar", string(x.ID),
		p.say("calendar", "title", x.Title, "parties", e.parties(x.Of, p.and), "from", p.date(x.From), "until", p.date(x.Until)),
		e.iff(len(weekend) > 0, "calendar.weekend", "days", p.list(weekend, p.and)),
		e.iff(len(x.Yearly) > 0, "calendar.yearly", "days", p.list(x.Yearly, p.and)),
		e.iff(len(closed) > 0, "calendar.closed", "days", p.list(closed, p.and)))
}

func (e *explainer) phase(x *Phase) {
	p := e.p
	title := func(id PhaseID) string {
		if o := e.m.Phase(id); o != nil {
			return titled(o.Title, string(id))
		}
		return ""
	}
	begins, ends, exit := p.say("phase.step"), "", ""
	if !x.Starts.IsZero() {
		begins = p.say("phase.starts", "date", p.date(x.Starts))
	}
	if !x.Ends.IsZero() {
		ends = p.say("phase.ends", "date", p.date(x.Ends))
	}
	switch {
	case x.ExitTo != "":
		exit = p.say("phase.exit_to", "phase", title(x.ExitTo), "condition", x.Exit.Source)
	case !x.Exit.IsZero():
		exit = p.say("phase.exit", "condition", x.Exit.Source)
	}
	e.add(x.Article, "phase", string(x.ID), p.say("phase", "title", x.Title, "articles", e.articles(x.Articles)), begins,
		e.iff(x.After != "", "phase.after", "phase", title(x.After)), e.iff(!x.Entry.IsZero(), "phase.entry", "condition", x.Entry.Source),
		ends, exit, e.iff(!x.Review.IsZero(), "phase.review", "review", p.period(x.Review)))
}

func (e *explainer) schedule(x *Schedule) {
	p, key, ladder := e.p, "schedule", ""
	if !x.Every.IsZero() {
		key = "schedule.every"
	}
	if l := e.m.Ladder(x.Ladder); l != nil {
		ladder = p.say("schedule.ladder", "ladder", titled(l.Title, string(l.ID)))
	}
	e.add(x.Article, "schedule", string(x.ID),
		p.say(key, "title", x.Title, "date", p.date(x.Starts), "every", p.period(x.Every), "roles", e.roles(x.By, p.or),
			"procedure", e.m.Procedure(x.Opens).Title, "within", p.period(x.Within)), ladder)
}

func (e *explainer) declaration(x *Declaration) {
	p := e.p
	authorities := make([]string, len(x.Authorities))
	for i, id := range x.Authorities {
		authorities[i] = string(id)
		if a := e.m.Party(x.Party).Authority(id); a != nil {
			authorities[i] = a.Name
		}
	}
	words := []string{
		p.say("declaration."+x.Kind, "title", x.Title, "party", e.party(x.Party), "articles", e.articles(append(slices.Clone(x.Excludes), x.Provisional...)),
			"territories", p.list(x.Territories, p.and), "authorities", p.list(authorities, p.and)),
		p.say("declaration.made", "date", p.date(x.Made), "text", x.Text),
		e.iff(!x.Objections.IsZero(), "declaration.objections", "objections", p.period(x.Objections)),
	}
	for _, o := range x.Objects {
		key := "objection"
		if o.Opposes {
			key = "objection.opposes"
		}
		words = append(words, p.say(key, "party", e.party(o.Party), "date", p.date(o.Made)), o.Text)
	}
	e.add(x.Article, "declaration", string(x.ID), words...)
}

func (e *explainer) concordance(x *Concordance) {
	p := e.p
	words := []string{p.say("concordance", "title", x.Title, "parties", e.parties(x.Between, p.and))}
	for i := range x.Concepts {
		c := &x.Concepts[i]
		var texts []string
		for _, party := range x.Between {
			if t := c.Texts[party]; t != "" {
				texts = append(texts, p.say("concordance.text", "party", e.party(party), "text", t))
			}
		}
		key := "concordance.covered"
		if c.Excluded {
			key = "concordance.excluded"
		}
		words = append(words, p.say(key, "concept", c.Title, "texts", strings.Join(texts, "; ")))
	}
	e.add(x.Article, "concordance", string(x.ID), words...)
}

// articles names articles in a sentence.
func (e *explainer) articles(list []Article) string {
	words := make([]string, len(list))
	for i, a := range list {
		words[i] = string(a)
	}
	if len(words) == 1 {
		return e.p.say("articles.one", "article", words[0])
	}
	return e.p.say("articles", "articles", e.p.list(words, e.p.and))
}

func inOneText(sentences ...string) string {
	return strings.Join(slices.DeleteFunc(sentences, func(s string) bool { return s == "" }), " ")
}

// What the blocks that were there before say beside: about time and consent.

func (e *explainer) agreementTerm() string {
	calendar := ""
	if x := e.m.CalendarOf(e.m.Calendar); x != nil {
		calendar = e.p.say("agreement.calendar", "calendar", x.Title)
	}
	return inOneText(calendar, e.iff(e.m.Without != "", "agreement.without", "words", e.m.Without),
		e.iff(e.m.Reservations == ReservationsNone, "agreement.unreserved"))
}

func (e *explainer) clauseTerm(c *Clause) string {
	people := make([]string, len(c.ByPeople))
	for i, n := range c.ByPeople {
		people[i] = e.p.say("article.sentence", "n", count(n))
	}
	return inOneText(e.iff(c.Untouchable, "article.untouchable"), e.iff(len(people) > 0, "article.by_people", "sentences", e.p.list(people, e.p.and)))
}

func (e *explainer) partyTerm(x *Party) string {
	words := []string{e.iff(len(x.Unrecognised) > 0, "party.unrecognised", "parties", e.parties(x.Unrecognised, e.p.and))}
	for _, a := range x.Authorities {
		procedures := make([]string, len(a.Competence))
		for i, id := range a.Competence {
			procedures[i] = e.p.quoted(string(id))
			if p := e.m.Procedure(id); p != nil {
				procedures[i] = e.p.quoted(p.Title)
			}
		}
		words = append(words, e.iff(len(procedures) > 0, "party.competence", "name", a.Name, "procedures", e.p.list(procedures, e.p.and)),
			e.iff(!a.Forwards.IsZero(), "party.forwards", "name", a.Name, "within", e.p.period(a.Forwards)))
	}
	return inOneText(words...)
}

func (e *explainer) recordTerm(r *Record) string {
	var words []string
	for i := range r.Fields {
		f := &r.Fields[i]
		label := e.p.quoted(e.m.LabelOf(f, e.lang))
		purposes := make([]string, len(f.Permits))
		for j, id := range f.Permits {
			purposes[j] = e.purpose(id)
		}
		words = append(words, e.iff(len(purposes) > 0, "record.permits", "label", label, "purposes", e.p.list(purposes, e.p.or)))
		if x := e.m.Concordance(f.Concordance); x != nil {
			words = append(words, e.p.say("record.concordance", "label", label, "concordance", x.Title))
		}
	}
	return inOneText(words...)
}

func (e *explainer) assessmentTerm(a *Assessment) string {
	return inOneText(e.iff(a.Harm, "assessment.harm"), e.iff(len(a.Signed) > 0, "assessment.signed", "roles", e.roles(a.Signed, e.p.or)))
}

// prose puts beside each rule the sentences that it, or a block inside it that has no words of its own, says that
// it carries out.
func (e *explainer) prose() {
	at := map[string]int{}
	for i, x := range e.out {
		at[x.Rule+" "+x.Name] = i
	}
	carried := map[int][]int{}
	texts := map[Article][]string{}
	for _, a := range e.m.Anchors {
		for parts := strings.Split(a.Rule, "/"); len(parts) > 0; parts = parts[:len(parts)-1] {
			if i, ok := at[explained(parts)]; ok {
				carried[i] = append(carried[i], a.Sentences...)
				break
			}
		}
	}
	for i := range e.out {
		numbers := carried[i]
		c := e.m.Clause(e.out[i].Article)
		if len(numbers) == 0 || c == nil {
			continue
		}
		slices.Sort(numbers)
		if texts[c.Number] == nil {
			texts[c.Number] = c.Sentences()
		}
		list := texts[c.Number]
		var words []string
		for _, n := range slices.Compact(numbers) {
			if n >= 1 && n <= len(list) {
				words = append(words, e.p.say("sentence", "article", string(c.Number), "n", count(n), "text", list[n-1]))
			}
		}
		e.out[i].Prose = strings.Join(words, " ")
	}
}

// explained gives the kind and name under which a block is explained, given its path. A block without a name, such
// as keep, goes by that of the block around it.
func explained(path []string) string {
	kind, names := "", []string{}
	for _, part := range path {
		name, ok := "", false
		if kind, name, ok = strings.Cut(part, "."); ok {
			names = append(names, name)
		}
	}
	return kind + " " + strings.Join(names, ".")
}
