package agreement

// named gives the title of what a rule refers to, or, where there is none, its name in words.
func (e *explainer) named(title, id string) string { return e.p.quoted(titled(title, id)) }

func (e *explainer) calendarTitle(id CalendarID) string {
	if x := e.m.CalendarOf(id); x != nil {
		return e.named(x.Title, string(id))
	}
	return e.named("", string(id))
}

func (e *explainer) phaseTitle(id PhaseID) string {
	if x := e.m.Phase(id); x != nil {
		return e.named(x.Title, string(id))
	}
	return e.named("", string(id))
}

func (e *explainer) concordanceTitle(id ConcordanceID) string {
	if x := e.m.Concordance(id); x != nil {
		return e.named(x.Title, string(id))
	}
	return e.named("", string(id))
}

func (e *explainer) credentialTitle(id CredentialID) string {
	if x := e.m.Credential(id); x != nil {
		return e.named(x.Title, string(id))
	}
	return e.named("", string(id))
}

func (e *explainer) handlingTitle(id HandlingID) string {
	if x := e.m.Handling(id); x != nil {
		return e.named(x.Title, string(id))
	}
	return e.named("", string(id))
}

func (e *explainer) indicatorTitle(id IndicatorID) string {
	if x := e.m.Indicator(id); x != nil {
		return e.named(x.Title, string(id))
	}
	return e.named("", string(id))
}

func (e *explainer) quotaTitle(id QuotaID) string {
	if x := e.m.Quota(id); x != nil {
		return e.named(x.Title, string(id))
	}
	return e.named("", string(id))
}

func (e *explainer) fundTitle(id FundID) string {
	if x := e.m.Fund(id); x != nil {
		return e.named(x.Title, string(id))
	}
	return e.named("", string(id))
}

func (e *explainer) windowTitle(fund FundID, id WindowID) string {
	if x := e.m.Fund(fund); x != nil {
		if w := x.Window(id); w != nil {
			return e.named(w.Title, string(id))
		}
	}
	return e.named("", string(id))
}

func (e *explainer) queryTitle(register RegisterID, id QueryID) string {
	if r := e.m.Register(register); r != nil {
		if q := r.Query(id); q != nil {
			return e.named(q.Title, string(id))
		}
	}
	return e.named("", string(id))
}

// authorityOf names an authority of a party.
func (e *explainer) authorityOf(party PartyID, id AuthorityID) string {
	if x := e.m.Party(party); x != nil {
		if a := x.Authority(id); a != nil {
			return e.p.own(a.Name)
		}
	}
	return e.p.own(plain(string(id)))
}

// articles names articles: "Article 4 and Article 11".
func (e *explainer) articles(list []Article) string {
	words := make([]string, len(list))
	for i, a := range list {
		words[i] = e.p.say("article.number", "number", string(a))
	}
	return e.p.list(words, e.p.and)
}
