package agreement

import (
	"slices"
	"time"
)

// Binds says whether an article binds all of these parties towards each other, and if not, by whose declaration.
// An article that a reservation excludes does not bind between the party that made it and each of the others,
// whether they accepted or only objected (VCLT Art 21(1), 21(3)); nothing binds between it and one that opposed
// that the agreement enters into force between the two (Art 20(4)(b)). Whether the article is in force at all is
// another question: see InForce.
func (m *Model) Binds(article Article, parties []PartyID) (bool, *Declaration) {
	for i := range m.Declarations {
		d := &m.Declarations[i]
		if d.Kind != DeclaresReservation || !slices.Contains(parties, d.Party) {
			continue
		}
		excluded := slices.Contains(d.Excludes, article)
		for _, other := range parties {
			if other != d.Party && (excluded || d.opposedBy(other)) {
				return false, d
			}
		}
	}
	return true, nil
}

func (d *Declaration) opposedBy(p PartyID) bool {
	return slices.ContainsFunc(d.Objects, func(o Objection) bool { return o.Party == p && o.Opposes })
}

// Provisionally says whether all of these parties apply the article at an instant by their declarations, each from the
// beginning of the day on which it was made (VCLT Art 25). It is asked of the time before the agreement's first day:
// who applies an article early owes it to those who do so too, and to nobody else.
func (m *Model) Provisionally(article Article, parties []PartyID, at time.Time) bool {
	applies := func(p PartyID) bool {
		return slices.ContainsFunc(m.Declarations, func(d Declaration) bool {
			return d.Kind == DeclaresProvisional && d.Party == p && slices.Contains(d.Provisional, article) && !at.Before(d.Made.Midnight(m.Location()))
		})
	}
	return len(parties) > 0 && !slices.ContainsFunc(parties, func(p PartyID) bool { return !applies(p) })
}

// Between gives what two parties owe each other: the model without the articles that do not bind between them,
// and without the rules of those. What only gives others their words (parties, roles, purposes, records,
// assessments, ladders, calendars, handling codes, concordances) stays, wherever it stands. Where everything
// binds, that is the model itself. The result is the model's own to keep: nobody may write to it.
func (m *Model) Between(a, b PartyID) *Model {
	bare := map[Article]bool{}
	pair := []PartyID{a, b}
	if b < a {
		pair = []PartyID{b, a}
	}
	for i := range m.Articles {
		if ok, _ := m.Binds(m.Articles[i].Number, pair); !ok {
			bare[m.Articles[i].Number] = true
		}
	}
	if a == b || len(bare) == 0 {
		return m
	}
	if m.index == nil {
		return m.without(bare) // a model that nobody built has nowhere to keep it
	}
	key := [2]PartyID(pair)
	if kept, ok := m.index.pairs.Load(key); ok {
		return kept.(*Model)
	}
	kept, _ := m.index.pairs.LoadOrStore(key, m.without(bare))
	return kept.(*Model)
}

// without gives a model that lacks articles and what refers to their rules. It shares what is left.
func (m *Model) without(bare map[Article]bool) *Model {
	c := *m
	c.index = nil
	stays := func(number Article) bool { return !bare[number] }
	c.Articles = only(m.Articles, func(x *Clause) bool { return stays(x.Number) })
	c.Registers = only(m.Registers, func(x *Register) bool { return stays(x.Article) })
	c.Procedures = only(m.Procedures, func(x *Procedure) bool { return stays(x.Article) })
	c.Credentials = only(m.Credentials, func(x *Credential) bool { return stays(x.Article) })
	c.Quotas = only(m.Quotas, func(x *Quota) bool { return stays(x.Article) && (x.Of == "" || stays(m.Quota(x.Of).Article)) })
	c.Funds = only(m.Funds, func(x *Fund) bool { return stays(x.Article) })
	c.Risks = only(m.Risks, func(x *Risk) bool { return stays(x.Article) })
	c.Annexes = only(m.Annexes, func(x *Annex) bool { return stays(x.Article) })
	c.Undertakings = only(m.Undertakings, func(x *Undertaking) bool { return stays(x.Article) })
	c.Phases = only(m.Phases, func(x *Phase) bool { return stays(x.Article) })
	c.Anchors = only(m.Anchors, func(x *Anchor) bool { return stays(x.Article) })
	c.prune()
	return c.Build()
}

// prune takes out, or empties, what refers to procedures, registers and other rules that are gone.
func (m *Model) prune() {
	m.index = nil
	has := struct {
		procedures map[ProcedureID]*Procedure
		registers  map[RegisterID]*Register
	}{
		byKey(m.Procedures, func(p *Procedure) ProcedureID { return p.ID }),
		byKey(m.Registers, func(r *Register) RegisterID { return r.ID }),
	}
	open := func(id ProcedureID) ProcedureID {
		if has.procedures[id] == nil {
			return ""
		}
		return id
	}
	known := func(id ProcedureID) bool { return id == "" || has.procedures[id] != nil }
	listed := func(id RegisterID) bool { return id == "" || has.registers[id] != nil }
	m.Expects = only(m.Expects, func(x *Expect) bool { return known(x.Procedure) })
	m.Schedules = only(m.Schedules, func(x *Schedule) bool { return m.hasArticle(x.Article) && known(x.Opens) })
	m.Indicators = only(m.Indicators, func(x *Indicator) bool {
		return m.hasArticle(x.Article) && known(x.Procedure) && listed(x.Register) && (x.Fund == "" || m.Fund(x.Fund) != nil)
	})
	m.Drills = only(m.Drills, func(x *Drill) bool {
		return m.hasArticle(x.Article) && !slices.ContainsFunc(x.Loads, func(l Load) bool { return !known(l.Procedure) }) &&
			!slices.ContainsFunc(x.Measures, func(id IndicatorID) bool { return m.Indicator(id) == nil })
	})
	for i := range m.Registers {
		m.Registers[i].Queries = slices.Clone(m.Registers[i].Queries)
		for j := range m.Registers[i].Queries {
			m.Registers[i].Queries[j].Opens = open(m.Registers[i].Queries[j].Opens)
		}
	}
	m.Ladders = slices.Clone(m.Ladders)
	for i := range m.Ladders {
		m.Ladders[i].Rungs = slices.Clone(m.Ladders[i].Rungs)
		for j := range m.Ladders[i].Rungs {
			m.Ladders[i].Rungs[j].Opens = open(m.Ladders[i].Rungs[j].Opens)
		}
	}
	m.Parties = slices.Clone(m.Parties)
	for i := range m.Parties {
		m.Parties[i].Authorities = slices.Clone(m.Parties[i].Authorities)
		for j := range m.Parties[i].Authorities {
			a := &m.Parties[i].Authorities[j]
			if left := only(a.Competence, func(id *ProcedureID) bool { return known(*id) }); len(left) > 0 || len(a.Competence) == 0 {
				a.Competence = left // an authority that has nothing left keeps its names: empty would mean everything
			}
		}
	}
	for i := range m.Phases {
		m.Phases[i].Articles = only(m.Phases[i].Articles, func(a *Article) bool { return m.hasArticle(*a) })
	}
	for i := range m.Procedures {
		m.pruneProcedure(&m.Procedures[i], open, listed)
	}
}

func (m *Model) pruneProcedure(p *Procedure, open func(ProcedureID) ProcedureID, listed func(RegisterID) bool) {
	p.Steps, p.Notices = slices.Clone(p.Steps), slices.Clone(p.Notices)
	for i := range p.Steps {
		s := &p.Steps[i]
		s.Opens = open(s.Opens)
		if !listed(s.Adds) {
			s.Adds = ""
		}
		if !listed(s.Strikes) {
			s.Strikes = ""
		}
		if m.Credential(s.Issues) == nil {
			s.Issues = ""
		}
		if m.Credential(s.Revokes) == nil {
			s.Revokes = ""
		}
		if m.Quota(s.Uses) == nil {
			s.Uses = ""
		}
		if m.Quota(s.Returns) == nil {
			s.Returns = ""
		}
		if m.Phase(s.Begins) == nil {
			s.Begins = ""
		}
		if s.Money != nil && m.Fund(s.Money.Fund) == nil {
			s.Money = nil
		}
	}
	for i := range p.Notices {
		p.Notices[i].Remedy = open(p.Notices[i].Remedy)
	}
}

func (m *Model) hasArticle(number Article) bool {
	return slices.ContainsFunc(m.Articles, func(c Clause) bool { return c.Number == number })
}

// only gives a new list of the elements that fit, nil where there is none.
func only[E any](list []E, fits func(*E) bool) []E {
	var out []E
	for i := range list {
		if fits(&list[i]) {
			out = append(out, list[i])
		}
	}
	return out
}
