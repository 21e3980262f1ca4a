package agreement

import (
	"slices"
	"strings"
	"time"
)

// termBlocks says the blocks about time and consent.
func (e *explainer) termBlocks() {
	p := e.p
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
		e.add(h.Article, "handling", string(h.ID), p.say("handling", "title", p.own(h.Title)), p.say("handling.court."+h.Court),
			p.say("handling.onward."+h.Onward), e.iff(h.Marking != "", "handling.marking", "marking", p.quoted(h.Marking)))
	}
	for _, x := range e.m.Credentials {
		e.add(x.Article, "credential", string(x.ID),
			p.say("credential", "title", p.own(x.Title), "fields", e.fields(e.m.Record(x.Record), x.Fields), "valid", e.period(x.Valid)),
			p.say("credential.record", "record", e.recordTitle(x.Record)), p.say("credential.issuers", "roles", e.roles(x.Issuers, p.or)))
	}
	for i := range e.m.Declarations {
		e.declaration(&e.m.Declarations[i])
	}
	for _, a := range e.m.Annexes {
		e.add(a.Article, "annex", string(a.ID), p.say("annex", "title", p.own(a.Title), "articles", e.articles(a.Governs), "sha256", p.own(a.SHA256)),
			e.iff(a.Classified, "annex.classified"), p.say("annex.held", "parties", e.parties(a.Held, p.and)))
	}
	for _, u := range e.m.Undertakings {
		e.add(u.Article, "undertaking", string(u.ID),
			p.say("undertaking", "title", p.own(u.Title), "by", e.party(u.By), "deposited", e.party(u.Deposited), "text", p.cited(u.Text)),
			e.iff(u.Oral, "undertaking.oral", "deposited", e.party(u.Deposited)), p.say("undertaking.for", "articles", e.articles(u.Covers)))
	}
	for i := range e.m.Concordances {
		e.concordance(&e.m.Concordances[i])
	}
}

func (e *explainer) calendar(x *Calendar) {
	p := e.p
	weekend, yearly, closed := make([]string, len(x.Weekend)), make([]string, len(x.Yearly)), make([]string, len(x.Closed))
	for i, d := range x.Weekend {
		weekend[i] = p.say("weekday." + d)
	}
	for i, d := range x.Yearly {
		yearly[i] = d
		if day, err := time.Parse("2006-01-02", "2000-"+d); err == nil { // a year that has 29 February
			yearly[i] = p.yearly(day.Day(), p.months[day.Month()-1])
		}
	}
	for i, d := range x.Closed {
		closed[i] = p.day(d)
	}
	e.add(x.Article, "calendar", string(x.ID),
		p.say("calendar", "title", p.own(x.Title), "parties", e.parties(x.Of, p.and), "from", p.day(x.From), "until", p.day(x.Until)),
		e.iff(len(weekend) > 0, "calendar.weekend", "days", p.list(weekend, p.and)),
		e.iff(len(yearly) > 0, "calendar.yearly", "days", p.list(yearly, p.and)),
		e.iff(len(closed) > 0, "calendar.closed", "days", p.list(closed, p.and)))
}

func (e *explainer) phase(x *Phase) {
	p := e.p
	begins, ends := p.say("phase.step"), ""
	if !x.Starts.IsZero() {
		begins = p.say("phase.starts", "date", p.day(x.Starts))
	}
	if !x.Ends.IsZero() {
		ends = p.say("phase.ends", "date", p.day(x.Ends))
	}
	exit := "phase.exit"
	if x.ExitTo != "" {
		exit = "phase.exit_to"
	}
	e.add(x.Article, "phase", string(x.ID), p.say("phase", "title", p.own(x.Title), "articles", e.articles(x.Articles)), begins,
		e.iff(x.After != "", "phase.after", "phase", e.phaseTitle(x.After)), e.when("phase.entry", x.Entry, ""), ends,
		e.when(exit, x.Exit, "", "phase", e.phaseTitle(x.ExitTo)), e.iff(!x.Review.IsZero(), "phase.review", "review", e.period(x.Review)))
}

func (e *explainer) schedule(x *Schedule) {
	p, key, first := e.p, "schedule", ""
	switch {
	case !x.Starts.IsZero():
		first = p.day(x.Starts)
	case x.AfterEntry.Empty():
		key = "schedule.entry"
	default:
		key = "schedule.after"
	}
	e.add(x.Article, "schedule", string(x.ID),
		p.say(key, "title", p.own(x.Title), "date", first, "after", e.period(x.AfterEntry), "roles", e.roles(x.By, p.or), "procedure", e.procedureTitle(x.Opens), "within", e.period(x.Within)),
		e.iff(!x.Every.IsZero(), "schedule.every", "every", e.period(x.Every)),
		e.iff(x.Ladder != "", "schedule.ladder", "ladder", e.ladderTitle(x.Ladder)))
}

func (e *explainer) declaration(x *Declaration) {
	p := e.p
	authorities := make([]string, len(x.Authorities))
	for i, id := range x.Authorities {
		authorities[i] = e.authorityOf(x.Party, id)
	}
	objections := x.Objections
	if objections.IsZero() && x.Kind == DeclaresReservation {
		objections = objectionPeriod
	}
	key := "declaration."
	if len(x.Varies) > 0 && len(x.Excludes) == 0 {
		key = "declaration.varying."
	}
	words := []string{
		p.say(key+x.Kind, "title", p.own(x.Title), "party", e.party(x.Party), "articles", e.articles(append(slices.Clone(x.Excludes), x.Provisional...)),
			"territories", e.quotes(x.Territories, p.and), "authorities", p.list(authorities, p.and)),
		e.variations(x),
		p.say("declaration.made", "date", p.day(x.Made), "text", p.cited(x.Text)),
		e.iff(!objections.IsZero(), "declaration.objections", "objections", e.period(objections)),
	}
	for _, o := range x.Objects {
		words = append(words, p.say("objection", "party", e.party(o.Party), "date", p.day(o.Made), "text", p.cited(o.Text)),
			e.iff(o.Opposes, "objection.opposes"), e.iff(!o.Opposes, "objection.accepts"))
	}
	e.add(x.Article, "declaration", string(x.ID), words...)
}

func (e *explainer) concordance(x *Concordance) {
	p := e.p
	words := []string{p.say("concordance", "title", p.own(x.Title), "parties", e.parties(x.Between, p.and))}
	each := func(key string, said map[PartyID]string) (out []string) {
		for _, party := range x.Between {
			if t := said[party]; t != "" {
				out = append(out, p.say(key, "party", e.party(party), "text", p.quoted(t)))
			}
		}
		return out
	}
	for i := range x.Concepts {
		c := &x.Concepts[i]
		said := append(each("concordance.text", c.Texts), each("concordance.evidence", c.Evidence)...)
		key := "concordance.covered"
		if c.Excluded {
			key = "concordance.excluded"
		}
		words = append(words, p.say(key, "concept", p.quoted(titled(c.Title, string(c.ID))), "texts", strings.Join(said, p.semi)))
	}
	e.add(x.Article, "concordance", string(x.ID), words...)
}

// What the blocks that were there before say beside: about time and consent.

func (e *explainer) agreementTerm() []string {
	return []string{
		e.iff(e.m.Calendar != "", "agreement.calendar", "calendar", e.calendarTitle(e.m.Calendar)),
		e.iff(e.m.Without != "", "agreement.without", "words", e.p.cited(e.m.Without)),
		e.iff(e.m.Reservations != "", "agreement.reservations."+e.m.Reservations),
	}
}

func (e *explainer) clauseTerm(c *Clause) []string {
	people := make([]string, len(c.ByPeople))
	for i, n := range c.ByPeople {
		people[i] = e.p.say("article.sentence", "n", e.p.count(n))
	}
	return []string{e.iff(c.Untouchable, "article.untouchable"), e.iff(c.MayRest, "article.may_rest"), e.iff(len(people) > 0, "article.by_people", "sentences", e.p.list(people, e.p.and))}
}

func (e *explainer) partyTerm(x *Party) []string {
	words := []string{e.iff(len(x.Unrecognised) > 0, "party.unrecognised", "parties", e.parties(x.Unrecognised, e.p.and))}
	for _, a := range x.Authorities {
		procedures := make([]string, len(a.Competence))
		for i, id := range a.Competence {
			procedures[i] = e.procedureTitle(id)
		}
		name := e.p.own(a.Name)
		words = append(words, e.iff(len(procedures) > 0, "party.competence", "name", name, "procedures", e.p.list(procedures, e.p.and)),
			e.iff(!a.Forwards.IsZero(), "party.forwards", "name", name, "within", e.period(a.Forwards)))
	}
	return words
}

func (e *explainer) recordTerm(r *Record) []string {
	var words []string
	for i := range r.Fields {
		f := &r.Fields[i]
		label := e.p.quoted(e.m.LabelOf(f, e.lang))
		purposes := make([]string, len(f.Permits))
		for j, id := range f.Permits {
			purposes[j] = e.purpose(id)
		}
		words = append(words, e.iff(len(purposes) > 0, "record.permits", "label", label, "purposes", e.p.list(purposes, e.p.or)),
			e.iff(f.Concordance != "", "record.concordance", "label", label, "concordance", e.concordanceTitle(f.Concordance)))
	}
	return words
}

// amends says what the text takes the place of, and what becomes of open cases.
func (e *explainer) amends() []string {
	a, p := e.m.Amends, e.p
	if a == nil {
		return nil
	}
	words := []string{p.say("agreement.amends."+a.Cases, "version", p.own(a.Version))}
	for i := range a.Moves {
		x := &a.Moves[i]
		title := e.procedureTitle(x.Procedure)
		words = append(words, e.iff(x.Cases == CasesStay, "agreement.amends.left", "procedure", title, "version", p.own(a.Version)))
		for _, s := range x.States {
			is := p.quoted(plain(string(s.New)))
			if pr := e.m.Procedure(x.Procedure); pr != nil {
				is = e.state(pr, s.New)
			}
			words = append(words, p.say("agreement.amends.state", "procedure", title, "old", p.quoted(plain(string(s.Old))), "new", is))
		}
	}
	return words
}
