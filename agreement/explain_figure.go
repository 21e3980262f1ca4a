package agreement

import "strings"

// figures says the blocks about what is counted, limited, paid, scored and exercised.
func (e *explainer) figures() {
	for i := range e.m.Indicators {
		e.indicator(&e.m.Indicators[i])
	}
	for _, q := range e.m.Quotas {
		e.add(q.Article, "quota", string(q.ID), e.p.say("quota", "title", e.p.own(q.Title), "number", e.p.count(q.Number), "per", e.period(q.Per)),
			e.iff(q.Each, "quota.each"), e.iff(q.Pair, "quota.pair"), e.iff(q.Of != "", "quota.of", "of", e.quotaTitle(q.Of)))
	}
	for i := range e.m.Funds {
		e.fund(&e.m.Funds[i])
	}
	for i := range e.m.Risks {
		e.risk(&e.m.Risks[i])
	}
	for i := range e.m.Drills {
		e.drill(&e.m.Drills[i])
	}
}

func (e *explainer) indicator(x *Indicator) {
	p := e.p
	record, pr := e.measured(x)
	key, target := "indicator."+x.Measure, "indicator.target"
	switch {
	case x.Measure == "duration":
		key, target = key+"."+x.Statistic, "indicator.target.days"
	case x.Measure == "sum" && x.Fund != "":
		key = "indicator.money"
	}
	over := &Procedure{}
	if pr != nil {
		over = pr
	}
	var of RecordID
	if record != nil {
		of = record.ID
	}
	e.add(x.Article, "indicator", string(x.ID),
		p.say(key, "title", p.own(x.Title), "things", e.things(x, pr), "reached", e.states(over, x.Reached), "from", e.states(over, x.From), "to", e.states(over, x.To),
			"field", e.label(record, FieldID(string(x.Field)+string(x.Groups)))),
		e.when("indicator.when", x.When, of),
		e.iff(len(x.By) > 0, "indicator.by", "fields", e.fields(record, x.By)),
		e.iff(!x.Over.IsZero(), "indicator.over", "over", e.period(x.Over)),
		e.iff(x.Target != "", target, "target", e.target(x.Target)),
		e.iff(!x.Publishes.IsZero(), "indicator.publishes", "publishes", e.period(x.Publishes)),
		e.iff(x.Minimum > 0, "indicator.minimum", "minimum", p.count(x.Minimum)),
		e.iff(x.Rounds > 0, "indicator.rounds", "rounds", p.count(x.Rounds)),
		e.iff(x.Budget != "", "indicator.budget", "budget", p.decimal(x.Budget)))
}

// target says a comparison with a number: "<= 0.05", at most 0.05.
func (e *explainer) target(s string) string {
	how, number, ok := strings.Cut(s, " ")
	if _, known := e.p.says["target."+how]; !ok || !known {
		return e.p.quoted(s)
	}
	return e.p.say("target."+how, "number", e.p.decimal(number))
}

// measured gives the record and, over cases, the procedure that an indicator looks at; nil over money.
func (e *explainer) measured(x *Indicator) (*Record, *Procedure) {
	if pr := e.m.Procedure(x.Procedure); pr != nil {
		return e.m.Record(pr.Record), pr
	}
	if r := e.m.Register(x.Register); r != nil {
		return e.m.Record(r.Record), nil
	}
	return nil, nil
}

// things names what is counted, or of which the share is taken.
func (e *explainer) things(x *Indicator, pr *Procedure) string {
	switch {
	case x.Fund != "":
		return e.p.say("things.payments", "title", e.fundTitle(x.Fund))
	case x.Query != "":
		return e.p.say("things.questions", "title", e.queryTitle(x.Register, x.Query))
	case x.Register != "":
		return e.p.say("things.entries", "title", e.registerTitle(x.Register))
	case pr == nil:
		return e.p.say("things.cases", "title", e.procedureTitle(x.Procedure))
	}
	things, come := e.p.say("things.cases", "title", e.procedureTitle(x.Procedure)), x.Among
	if x.Measure == "count" || x.Measure == "sum" {
		come = x.Reached
	}
	if len(come) == 0 {
		return things
	}
	return e.p.say("things.reached", "things", things, "states", e.states(pr, come))
}

func (e *explainer) fund(f *Fund) {
	p := e.p
	words := []string{p.say("fund", "title", p.own(f.Title), "currency", p.own(f.Currency), "parties", e.parties(f.Donors, p.and))}
	for _, w := range f.Windows {
		words = append(words, p.say("fund.window", "title", p.quoted(titled(w.Title, string(w.ID)))),
			e.iff(w.Ceiling != "", "fund.ceiling", "ceiling", p.decimal(w.Ceiling), "currency", p.own(f.Currency)))
		if w.Milestone != "" {
			over := e.m.Procedure(w.Milestone)
			if over == nil {
				over = &Procedure{}
			}
			words = append(words, p.say("fund.milestone", "procedure", e.procedureTitle(w.Milestone), "states", e.states(over, w.Verified)))
		}
	}
	e.add(f.Article, "fund", string(f.ID), words...)
}

func (e *explainer) risk(r *Risk) {
	p := e.p
	words := []string{p.say("risk", "title", p.own(r.Title), "version", p.own(r.Version), "record", e.recordTitle(r.Record))}
	for _, x := range r.Rules {
		words = append(words, e.when("risk.rule", x.When, r.Record, "score", p.signed(x.Score), "because", p.cited(x.Because)))
	}
	checked := plain(string(r.Checked))
	for _, l := range r.Lanes {
		words = append(words, p.say("risk.lane", "from", p.count(l.From), "title", p.quoted(l.Title)))
		if l.ID == r.Checked {
			checked = l.Title
		}
	}
	words = append(words, e.iff(r.Random != "", "risk.random", "random", p.decimal(r.Random), "lane", p.quoted(checked)))
	e.add(r.Article, "risk", string(r.ID), words...)
}

func (e *explainer) drill(d *Drill) {
	p := e.p
	words := []string{p.say("drill", "title", p.own(d.Title), "lasts", e.period(d.Lasts))}
	for _, l := range d.Loads {
		words = append(words, p.say("drill.load", "count", p.count(l.Count), "procedure", e.procedureTitle(l.Procedure), "every", e.period(l.Every)))
	}
	for _, a := range d.Actors {
		key := "drill.actor"
		if a.Party == "" {
			key = "drill.actor.any"
		}
		words = append(words, p.say(key, "role", e.roles([]RoleID{a.Role}, p.or), "party", e.party(a.Party), "answers", e.period(a.Answers)),
			e.iff(a.Share > 0, "drill.share", "share", p.count(a.Share)))
	}
	for _, x := range d.Events {
		words = append(words, p.say("drill."+x.Kind, "at", e.period(x.At), "party", e.party(x.Party), "lasts", e.period(x.Lasts), "text", p.own(x.Text)))
	}
	titles := make([]string, len(d.Measures))
	for i, id := range d.Measures {
		titles[i] = e.indicatorTitle(id)
	}
	e.add(d.Article, "drill", string(d.ID), append(words, e.iff(len(titles) > 0, "drill.measures", "indicators", p.list(titles, p.and)))...)
}
