package agreement

import (
	"sync"
	"time"
)

// index holds a model's lookups. Looking up by map keeps the engine's cost per step flat in the size of
// the agreement.
type index struct {
	location    *time.Location
	clauses     map[Article]*Clause
	parties     map[PartyID]*Party
	roles       map[RoleID]*Role
	purposes    map[PurposeID]*Purpose
	records     map[RecordID]*Record
	fields      map[RecordID]map[FieldID]*Field
	registers   map[RegisterID]*Register
	ladders     map[LadderID]*Ladder
	assessments map[AssessmentID]*Assessment
	implicit    map[FieldID]*Field // reasons and assessment_<id>
	procedures  map[ProcedureID]*Procedure
	calendars   map[CalendarID]*Calendar
	canonical   []byte
	called      map[string]string         // of a translation: "procedure.request/side.asking" in its words
	chosen      map[any]map[string]string // of a translation: the choices of a *Field and the grounds of a *Step, by the agreement's
	tongue      string                    // of a reading: the language of its words
	pairs       sync.Map                  // [2]PartyID in order: *Model, what Between made
}

// byKey indexes the elements of a slice by their own addresses.
func byKey[K comparable, E any](list []E, key func(*E) K) map[K]*E {
	m := make(map[K]*E, len(list))
	for i := range list {
		m[key(&list[i])] = &list[i]
	}
	return m
}

// Build fills the lookups of a model that was put together by hand, as tests do. Compile has already
// done it. The zone must be one that the time package knows; an unknown one counts as UTC.
func (m *Model) Build() *Model {
	ix := &index{
		clauses:     byKey(m.Articles, func(c *Clause) Article { return c.Number }),
		parties:     byKey(m.Parties, func(p *Party) PartyID { return p.ID }),
		roles:       byKey(m.Roles, func(r *Role) RoleID { return r.ID }),
		purposes:    byKey(m.Purposes, func(p *Purpose) PurposeID { return p.ID }),
		records:     byKey(m.Records, func(r *Record) RecordID { return r.ID }),
		fields:      map[RecordID]map[FieldID]*Field{},
		registers:   byKey(m.Registers, func(r *Register) RegisterID { return r.ID }),
		ladders:     byKey(m.Ladders, func(l *Ladder) LadderID { return l.ID }),
		assessments: byKey(m.Assessments, func(a *Assessment) AssessmentID { return a.ID }),
		procedures:  byKey(m.Procedures, func(p *Procedure) ProcedureID { return p.ID }),
		calendars:   byKey(m.Calendars, func(c *Calendar) CalendarID { return c.ID }),
		implicit:    map[FieldID]*Field{FieldReasons: reasonsField()},
	}
	for i := range m.Records {
		ix.fields[m.Records[i].ID] = byKey(m.Records[i].Fields, func(f *Field) FieldID { return f.ID })
	}
	for i := range m.Assessments {
		f := assessmentField(&m.Assessments[i])
		ix.implicit[f.ID] = f
	}
	loc, err := zone(m.Timezone)
	if err != nil {
		loc = time.UTC
	}
	ix.location = loc
	m.index = ix
	return m
}

func (m *Model) lookups() *index {
	if m.index == nil {
		// A model that nobody built: answer rightly, at the price of building it for each question,
		// rather than writing to a value that others may be reading.
		c := *m
		return c.Build().index
	}
	return m.index
}

// Party gives the party, nil where there is none.
func (m *Model) Party(id PartyID) *Party { return m.lookups().parties[id] }

// Role gives the role, nil where there is none.
func (m *Model) Role(id RoleID) *Role { return m.lookups().roles[id] }

// Purpose gives the purpose, nil where there is none.
func (m *Model) Purpose(id PurposeID) *Purpose { return m.lookups().purposes[id] }

// Record gives the record, nil where there is none.
func (m *Model) Record(id RecordID) *Record { return m.lookups().records[id] }

// Register gives the register, nil where there is none.
func (m *Model) Register(id RegisterID) *Register { return m.lookups().registers[id] }

// Procedure gives the procedure, nil where there is none.
func (m *Model) Procedure(id ProcedureID) *Procedure { return m.lookups().procedures[id] }

// Ladder gives the ladder, nil where there is none.
func (m *Model) Ladder(id LadderID) *Ladder { return m.lookups().ladders[id] }

// Assessment gives the assessment, nil where there is none.
func (m *Model) Assessment(id AssessmentID) *Assessment { return m.lookups().assessments[id] }

// Clause gives the article with this number, nil where there is none.
func (m *Model) Clause(number Article) *Clause { return m.lookups().clauses[number] }

// CalendarOf gives the calendar, nil where there is none. The lists of the later words are short, and a scan
// of a few beats a map.
func (m *Model) CalendarOf(id CalendarID) *Calendar { return m.lookups().calendars[id] }

// Handling gives the handling code, nil where there is none.
func (m *Model) Handling(id HandlingID) *Handling {
	return find(m.Handlings, func(h *Handling) bool { return h.ID == id })
}

// Credential gives the credential, nil where there is none.
func (m *Model) Credential(id CredentialID) *Credential {
	return find(m.Credentials, func(x *Credential) bool { return x.ID == id })
}

// Schedule gives the schedule, nil where there is none.
func (m *Model) Schedule(id ScheduleID) *Schedule {
	return find(m.Schedules, func(x *Schedule) bool { return x.ID == id })
}

// Phase gives the phase, nil where there is none.
func (m *Model) Phase(id PhaseID) *Phase {
	return find(m.Phases, func(x *Phase) bool { return x.ID == id })
}

// Concordance gives the concordance, nil where there is none.
func (m *Model) Concordance(id ConcordanceID) *Concordance {
	return find(m.Concordances, func(x *Concordance) bool { return x.ID == id })
}

// Concept gives the entry, nil where there is none.
func (x *Concordance) Concept(id ConceptID) *Concept {
	return find(x.Concepts, func(e *Concept) bool { return e.ID == id })
}

// Indicator gives the measure, nil where there is none.
func (m *Model) Indicator(id IndicatorID) *Indicator {
	return find(m.Indicators, func(x *Indicator) bool { return x.ID == id })
}

// Quota gives the quota, nil where there is none.
func (m *Model) Quota(id QuotaID) *Quota {
	return find(m.Quotas, func(x *Quota) bool { return x.ID == id })
}

// Fund gives the fund, nil where there is none.
func (m *Model) Fund(id FundID) *Fund {
	return find(m.Funds, func(x *Fund) bool { return x.ID == id })
}

// Window gives the window, nil where there is none.
func (f *Fund) Window(id WindowID) *Window {
	return find(f.Windows, func(w *Window) bool { return w.ID == id })
}

// Risk gives the risk method, nil where there is none.
func (m *Model) Risk(id RiskID) *Risk {
	return find(m.Risks, func(x *Risk) bool { return x.ID == id })
}

// Drill gives the exercise, nil where there is none.
func (m *Model) Drill(id DrillID) *Drill {
	return find(m.Drills, func(x *Drill) bool { return x.ID == id })
}

// ProcedureField gives the field that an act of the procedure may carry, the implicit ones too (reasons,
// assessment_<id>), nil where there is none.
func (m *Model) ProcedureField(p *Procedure, id FieldID) *Field {
	ix := m.lookups()
	if f := ix.implicit[id]; f != nil {
		return f
	}
	return ix.fields[p.Record][id]
}

// Location gives the zone in which midnight and working days are reckoned.
func (m *Model) Location() *time.Location { return m.lookups().location }

// InForce says whether an article is in force at an instant by the text alone: from midnight of the agreement's first
// day to the end of its last, automatic renewals included (LastDay), or of the article's own last day where
// that is earlier. What steps did to it since (renewed it, suspended it, begun a phase) is for casework.InForce.
func (m *Model) InForce(number Article, at time.Time) bool {
	ix := m.lookups()
	c := ix.clauses[number]
	if c == nil || at.Before(m.Starts.Midnight(ix.location)) {
		return false
	}
	for _, end := range [...]Date{m.LastDay(at), c.Ends} {
		if !end.IsZero() && !at.Before(end.After().Midnight(ix.location)) {
			return false
		}
	}
	return true
}

// find gives the address of the first element that fits: the lists inside a procedure or record are
// short, and a scan of a few beats a map.
func find[E any](list []E, fits func(*E) bool) *E {
	for i := range list {
		if fits(&list[i]) {
			return &list[i]
		}
	}
	return nil
}

// Step gives the step, nil where there is none.
func (p *Procedure) Step(id StepID) *Step {
	return find(p.Steps, func(s *Step) bool { return s.ID == id })
}

// Side gives the side, nil where there is none.
func (p *Procedure) Side(id SideID) *Side {
	return find(p.Sides, func(s *Side) bool { return s.ID == id })
}

// State gives the state, nil where there is none.
func (p *Procedure) State(id StateID) *State {
	return find(p.States, func(s *State) bool { return s.ID == id })
}

// Clock gives the clock, nil where there is none.
func (p *Procedure) Clock(id ClockID) *Clock {
	return find(p.Clocks, func(c *Clock) bool { return c.ID == id })
}

// Share gives the share, nil where there is none.
func (p *Procedure) Share(id ShareID) *Share {
	return find(p.Shares, func(s *Share) bool { return s.ID == id })
}

// Notice gives the duty to tell somebody, nil where there is none.
func (p *Procedure) Notice(id NoticeID) *Notice {
	return find(p.Notices, func(n *Notice) bool { return n.ID == id })
}

// Field gives the field, nil where there is none.
func (r *Record) Field(id FieldID) *Field {
	return find(r.Fields, func(f *Field) bool { return f.ID == id })
}

// Query gives the query, nil where there is none.
func (r *Register) Query(id QueryID) *Query {
	return find(r.Queries, func(q *Query) bool { return q.ID == id })
}

// Authority gives the party's authority, nil where there is none.
func (p *Party) Authority(id AuthorityID) *Authority {
	return find(p.Authorities, func(a *Authority) bool { return a.ID == id })
}

// Survive says whether a duty goes on after the article's end.
func (c *Clause) Survive(s Survival) bool {
	for _, have := range c.Survives {
		if have == s {
			return true
		}
	}
	return false
}
