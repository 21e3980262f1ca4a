package agreement

// within says that a quota counts the grants of another.
func (e *explainer) within(id QuotaID) string {
	if q := e.m.Quota(id); q != nil {
		return e.p.say("quota.of", "of", q.Title)
	}
	return ""
}

func (e *explainer) figures() {
	for i := range e.m.Indicators {
		e.indicator(&e.m.Indicators[i])
	}
	for _, q := range e.m.Quotas {
		e.add(q.Article, "quota", string(q.ID), e.p.say("quota", "title", q.Title, "number", groupDigits(q.Number), "per", e.p.period(q.Per)),
			e.iff(q.Each, "quota.each"), e.iff(q.Pair, "quota.pair"), e.within(q.Of))
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
	target := "indicator.target"
	key := "indicator." + x.Measure
	switch {
	case x.Measure == "duration":
		key, target = key+"."+x.Statistic, "indicator.target.days"
	case x.Measure == "sum" && x.Fund != "":
		key = "indicator.money"
	}
	pairs := []string{"title", x.Title, "things", e.things(x, pr)}
	if pr != nil {
		pairs = append(pairs, "reached", e.states(pr, x.Reached), "from", e.states(pr, x.From), "to", e.states(pr, x.To))
	}
	if record != nil {
		pairs = append(pairs, "field", e.fields(record, []FieldID{FieldID(string(x.Field) + string(x.Groups))}))
	}
	e.add(x.Article, "indicator", string(x.ID), p.say(key, pairs...),
		e.iff(!x.When.IsZero(), "indicator.when", "condition", x.When.Source),
		e.iff(len(x.By) > 0, "indicator.by", "fields", e.fields(record, x.By)),
		e.iff(!x.Over.IsZero(), "indicator.over", "over", p.period(x.Over)),
		e.iff(x.Target != "", target, "target", x.Target),
		e.iff(!x.Publishes.IsZero(), "indicator.publishes", "publishes", p.period(x.Publishes)),
		e.iff(x.Minimum > 0, "indicator.minimum", "minimum", groupDigits(x.Minimum)),
		e.iff(x.Rounds > 0, "indicator.rounds", "rounds", groupDigits(x.Rounds)),
		e.iff(x.Budget != "", "indicator.budget", "budget", x.Budget))
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
	if f := e.m.Fund(x.Fund); f != nil {
		return e.p.say("things.payments", "title", f.Title)
	}
	if r := e.m.Register(x.Register); r != nil {
		if q := r.Query(x.Query); q != nil {
			return e.p.say("things.questions", "title", q.Title)
		}
		return e.p.say("things.entries", "title", r.Title)
	}
	if pr == nil {
		return ""
	}
	things, come := e.p.say("things.cases", "title", pr.Title), x.Among
	if x.Measure == "count" || x.Measure == "sum" {
		come = x.Reached
	}
	if len(come) == 0 {
		return things
	}
	return e.p.say("things.reached", "things", things, "states", e.states(pr, come))
}

func (e *explainer) fund(f *Fund) {
	words := []string{e.p.say("fund", "title", f.Title, "currency", f.Currency, "parties", e.parties(f.Donors, e.p.and))}
	for _, w := range f.Windows {
		words = append(words, e.p.say("fund.window", "title", w.Title),
			e.iff(w.Ceiling != "", "fund.ceiling", "ceiling", w.Ceiling, "currency", f.Currency))
		if pr := e.m.Procedure(w.Milestone); pr != nil {
			words = append(words, e.p.say("fund.milestone", "procedure", pr.Title, "states", e.states(pr, w.Verified)))
		}
	}
	e.add(f.Article, "fund", string(f.ID), words...)
}

func (e *explainer) risk(r *Risk) {
	title := string(r.Record)
	if x := e.m.Record(r.Record); x != nil {
		title = x.Title
	}
	words := []string{e.p.say("risk", "title", r.Title, "version", r.Version, "record", title)}
	for _, x := range r.Rules {
		words = append(words, e.p.say("risk.rule", "score", signed(x.Score), "condition", x.When.Source, "because", x.Because))
	}
	lane := ""
	for _, l := range r.Lanes {
		words = append(words, e.p.say("risk.lane", "from", groupDigits(l.From), "title", l.Title))
		if l.ID == r.Checked {
			lane = l.Title
		}
	}
	words = append(words, e.iff(lane != "", "risk.random", "random", r.Random, "lane", lane))
	e.add(r.Article, "risk", string(r.ID), words...)
}

// signed writes a score with its sign.
func signed(n int) string {
	if n < 0 {
		return "−" + groupDigits(-n)
	}
	return "+" + groupDigits(n)
}

func (e *explainer) drill(d *Drill) {
	p := e.p
	words := []string{p.say("drill", "title", d.Title, "lasts", p.period(d.Lasts))}
	for _, l := range d.Loads {
		title := string(l.Procedure)
		if pr := e.m.Procedure(l.Procedure); pr != nil {
			title = pr.Title
		}
		words = append(words, p.say("drill.load", "count", groupDigits(l.Count), "procedure", title, "every", p.period(l.Every)))
	}
	for _, a := range d.Actors {
		key := "drill.actor"
		if a.Party == "" {
			key += ".any"
		}
		if a.Share > 0 {
			key += ".share"
		}
		words = append(words, p.say(key, "roles", e.roles([]RoleID{a.Role}, p.or), "party", e.party(a.Party), "answers", p.period(a.Answers), "share", count(a.Share)))
	}
	for _, x := range d.Events {
		words = append(words, p.say("drill."+x.Kind, "at", p.period(x.At), "party", e.party(x.Party), "lasts", p.period(x.Lasts), "text", x.Text))
	}
	titles := make([]string, len(d.Measures))
	for i, id := range d.Measures {
		titles[i] = p.quoted(string(id))
		if x := e.m.Indicator(id); x != nil {
			titles[i] = p.quoted(x.Title)
		}
	}
	e.add(d.Article, "drill", string(d.ID), append(words, e.iff(len(titles) > 0, "drill.measures", "indicators", p.list(titles, p.and)))...)
}
