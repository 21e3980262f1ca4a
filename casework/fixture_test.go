package casework

import (
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// The fixture is an agreement put together by hand, so that the engine is tested apart from the compiler.
// Its conditions are tested in expect_test.go on compiled texts.

const (
	arland      agreement.PartyID = "arland"
	belmark     agreement.PartyID = "belmark"
	secretariat agreement.PartyID = "secretariat"

	asking agreement.SideID = "requesting"
	asked  agreement.SideID = "requested"
)

func period(s string) agreement.Period {
	p, err := agreement.ParsePeriod(s)
	if err != nil {
		panic(err)
	}
	return p
}

func date(s string) agreement.Date {
	d, err := agreement.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func instant(s string) time.Time {
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		panic(err)
	}
	return t
}

func by(side agreement.SideID, role agreement.RoleID) agreement.Actor {
	return agreement.Actor{Side: side, Role: role}
}

func fields(ids ...agreement.FieldID) []agreement.FieldID { return ids }
func states(ids ...agreement.StateID) []agreement.StateID { return ids }

// frame is an agreement without procedures.
func frame() *agreement.Model {
	both := []agreement.PartyID{arland, belmark}
	text := func(id agreement.FieldID) agreement.Field {
		return agreement.Field{ID: id, Type: agreement.TypeText, Class: agreement.ClassOfficial}
	}
	return &agreement.Model{
		ID: "fixture", Title: "Fixture", Timezone: "Europe/Paris", Depositary: secretariat,
		Starts: date("2026-03-01"), Ends: date("2029-02-28"),
		Articles: []agreement.Clause{
			{Number: "1", Line: 3},
			{Number: "7", Line: 9, Survives: []agreement.Survival{agreement.SurvivesCases}},
			{Number: "8", Line: 40, Ends: date("2026-06-30")},
			{Number: "9", Line: 60, Ends: date("2026-06-30"), Survives: []agreement.Survival{agreement.SurvivesCases, agreement.SurvivesRemedy}},
		},
		Parties:  []agreement.Party{{ID: arland}, {ID: belmark}, {ID: secretariat}},
		Purposes: []agreement.Purpose{{ID: "border-control"}, {ID: "criminal-justice"}},
		Roles: []agreement.Role{
			{ID: "prosecutor", Held: both},
			{ID: "supervisor", Held: both},
			{ID: "officer", Held: both},
			{ID: "judge", Title: "judge", Held: both, Independent: true},
			{ID: "clerk", Held: []agreement.PartyID{secretariat}},
		},
		Records: []agreement.Record{{ID: "file", Fields: []agreement.Field{
			text("facts"), text("note"), text("evidence"), text("question"),
			{ID: "urgency", Type: agreement.TypeChoice, Choices: []string{"ordinary", "danger to life"}, Class: agreement.ClassOfficial},
			{ID: "proven", Type: agreement.TypeYesNo, Class: agreement.ClassOfficial},
		}}},
		Ladders: []agreement.Ladder{{ID: "late", Rungs: []agreement.Rung{
			{ID: "remind", After: period("P1D"), Tells: []agreement.Actor{by(asked, "judge")}},
			{ID: "mediate", After: period("P1W"), Tells: []agreement.Actor{by("", "clerk"), by(asking, "prosecutor")}},
		}}},
		Assessments: []agreement.Assessment{{ID: "proportionality", Article: "1", Questions: []agreement.Question{
			{ID: "necessary", Text: "Is it necessary?", Answers: []string{"yes", "no"}, Blocks: []string{"no"}},
		}}},
	}
}

// assistance is the procedure that most tests run: a request that a judge of the requested side decides.
func assistance() agreement.Procedure {
	both := []agreement.PartyID{arland, belmark}
	return agreement.Procedure{
		ID: "assistance", Article: "7", Title: "Assistance", Record: "file", Home: asked,
		Sides: []agreement.Side{{ID: asking, Any: both}, {ID: asked, Any: both, Other: []agreement.SideID{asking}}},
		States: []agreement.State{
			{ID: "requested"},
			{ID: "authorised"},
			{ID: "refused", Final: true},
			{ID: "executed", Final: true},
			{ID: "measure-in-force"},
			{ID: "measure-upheld"},
			{ID: "not-upheld", Final: true},
		},
		Steps: []agreement.Step{
			{
				ID: "request", Article: "7", By: []agreement.Actor{by(asking, "prosecutor")}, To: "requested",
				Gives: fields("facts", "urgency", "note"), Optional: fields("note"), Requires: []agreement.AssessmentID{"proportionality"},
			},
			{
				ID: "endorse", Article: "7", By: []agreement.Actor{by(asking, "prosecutor"), by(asking, "supervisor")},
				From: states("requested"), OtherThan: []agreement.StepID{"request"},
			},
			{ID: "ask", Article: "7", By: []agreement.Actor{by(asked, "prosecutor")}, From: states("requested"), Gives: fields("question"), Pauses: []agreement.ClockID{"decision"}},
			{ID: "answer", Article: "7", By: []agreement.Actor{by(asking, "prosecutor")}, From: states("requested"), Gives: fields("facts"), Resumes: []agreement.ClockID{"decision"}},
			{ID: "prolong", Article: "7", By: []agreement.Actor{by(asked, "judge")}, From: states("requested"), Reasons: true, Extends: []agreement.ClockID{"decision"}},
			{ID: "authorise", Article: "7", By: []agreement.Actor{by(asked, "judge")}, From: states("requested"), To: "authorised", Reasons: true, Personal: true},
			{
				ID: "refuse", Article: "7", By: []agreement.Actor{by(asked, "judge")}, From: states("requested"), To: "refused", Reasons: true,
				Grounds: []string{"political offence", "essential interests"},
			},
			{ID: "execute", Article: "7", By: []agreement.Actor{by(asked, "prosecutor")}, From: states("authorised", "measure-upheld"), To: "executed", Gives: fields("evidence")},
			{ID: "act-at-once", Article: "7", By: []agreement.Actor{by(asked, "prosecutor")}, From: states("requested"), To: "measure-in-force", Gives: fields("evidence"), Reasons: true},
			{ID: "uphold", Article: "7", By: []agreement.Actor{by(asked, "judge")}, From: states("measure-in-force"), To: "measure-upheld", Reasons: true},
			{ID: "remark", Article: "7", By: []agreement.Actor{by("", "clerk")}, From: states("requested", "measure-in-force"), Gives: fields("note")},
		},
		Clocks: []agreement.Clock{
			{
				ID: "decision", Article: "7", Starts: states("requested"), Within: period("P8D"), Warns: period("P2D"), Silence: agreement.SilenceRemain,
				Ladder: "late", Extends: period("P5D"), Max: period("P10D"), Owed: []agreement.Actor{by(asked, "judge")},
			},
			{
				ID: "review", Article: "7", Starts: states("measure-in-force"), Within: period("PT48H"), Silence: agreement.SilenceErase,
				To: "not-upheld", Erases: fields("evidence"), Grace: period("P1D"), Owed: []agreement.Actor{by(asked, "judge")},
			},
			{
				ID: "execution", Article: "7", Starts: states("authorised", "measure-upheld"), Within: period("P90D"), Silence: agreement.SilenceExplain,
				Extends: period("P30D"), Owed: []agreement.Actor{by(asked, "prosecutor")},
			},
		},
		Shares: []agreement.Share{
			{
				ID: "the answer", Article: "7", Fields: fields("evidence"), With: []agreement.Actor{by(asking, "prosecutor")}, From: states("executed", "measure-in-force"),
				Purpose: "criminal-justice", Handling: "no onward transfer",
			},
			{ID: "for the decision", Article: "7", Fields: fields("facts", "urgency", "assessment_proportionality"), With: []agreement.Actor{by(asked, "judge"), by(asked, "prosecutor")}},
			{ID: "reasons", Article: "7", Fields: fields("reasons"), With: []agreement.Actor{by(asking, "prosecutor"), by("", "clerk")}},
		},
		Keep: &agreement.Keep{Article: "7", For: period("P1Y"), After: states("executed", "refused", "not-upheld")},
		Notices: []agreement.Notice{{
			ID: "the person", Article: "7", Within: period("P30D"), After: states("executed"), By: "remark",
			DeferredBy: &agreement.Actor{Side: asked, Role: "judge"}, DeferredMax: period("P180D"),
		}},
	}
}

func fixture() *agreement.Model {
	m := frame()
	m.Procedures = []agreement.Procedure{assistance()}
	return m.Build()
}

// start is a Monday noon in summer time, UTC.
var start = instant("2026-04-13T12:00:00Z")

var sidesOf = map[agreement.SideID]agreement.PartyID{asking: arland, asked: belmark}

// sampleMove fills a step in as its form asks, taken by the first actor of its list.
func sampleMove(m *agreement.Model, p *agreement.Procedure, sides map[agreement.SideID]agreement.PartyID, id agreement.StepID, at time.Time) Move {
	step := p.Step(id)
	who := step.By[0]
	mv := Move{
		Step: id, Side: who.Side, Role: who.Role, Party: sides[who.Side], Person: Pseudonym(string(who.Side) + "/" + string(who.Role)),
		Values: map[agreement.FieldID]any{}, Personal: true, Received: at,
	}
	if who.Side == "" {
		mv.Party = m.Role(who.Role).Held[0]
	}
	for _, in := range Form(m, p, step) {
		if in.Required {
			mv.Gives = append(mv.Gives, in.Field.ID)
			mv.Values[in.Field.ID] = Sample(m, in.Field)
		}
	}
	if len(step.Grounds) > 0 {
		mv.Ground = step.Grounds[0]
	}
	return mv
}

// run is a case with the means to move it on.
type run struct {
	t *testing.T
	*Case
}

func open(t *testing.T, m *agreement.Model, at time.Time) run {
	t.Helper()
	p := &m.Procedures[0]
	c, err := Open(m, "0123456789abcdef0123456789abcdef", p.ID, sidesOf, sampleMove(m, p, sidesOf, p.Steps[0].ID, at))
	if err != nil {
		t.Fatal(err)
	}
	return run{t, c}
}

func (r run) move(id agreement.StepID, at time.Time) Move {
	return sampleMove(r.Model, r.Procedure, r.Sides, id, at)
}

// do records the silences that are due and takes the step.
func (r run) do(id agreement.StepID, at time.Time, change ...func(*Move)) run {
	r.t.Helper()
	mv := r.move(id, at)
	for _, f := range change {
		f(&mv)
	}
	n, err := r.Settled(mv.Received).Take(mv)
	if err != nil {
		r.t.Fatalf("%s at %s: %v", id, at, err)
	}
	return run{r.t, n}
}

func (r run) at(now time.Time) run { return run{r.t, r.Settled(now)} }

func (r run) in(want agreement.StateID) run {
	r.t.Helper()
	if r.State != want {
		r.t.Fatalf("state %q, want %q", r.State, want)
	}
	return r
}

// refuses holds code and article of the refusal.
func refuses(t *testing.T, err error, code fault.Code, art string) {
	t.Helper()
	if fault.CodeOf(err) != code {
		t.Fatalf("got %v [%s], want %s", err, fault.CodeOf(err), code)
	}
	if e, ok := err.(*fault.Error); !ok || e.Article != art {
		t.Fatalf("%v: article %q, want %q", err, e.Article, art)
	}
}

func (r run) refuses(code fault.Code, id agreement.StepID, at time.Time, change ...func(*Move)) {
	r.t.Helper()
	mv := r.move(id, at)
	for _, f := range change {
		f(&mv)
	}
	_, err := r.Settled(mv.Received).Take(mv)
	refuses(r.t, err, code, "7")
}

func (r run) clock(id agreement.ClockID) Running {
	r.t.Helper()
	i := slices.IndexFunc(r.Clocks, func(x Running) bool { return x.Clock == id })
	if i < 0 {
		r.t.Fatalf("no clock %s", id)
	}
	return r.Clocks[i]
}

func proved(at time.Time) func(*Move) { return func(m *Move) { m.Proved = at } }
func person(p Pseudonym) func(*Move)  { return func(m *Move) { m.Person = p } }

func without(f agreement.FieldID) func(*Move) {
	return func(m *Move) {
		m.Gives = slices.DeleteFunc(slices.Clone(m.Gives), func(g agreement.FieldID) bool { return g == f })
		m.Values = maps.Clone(m.Values)
		delete(m.Values, f)
	}
}

func with(f agreement.FieldID, v any) func(*Move) {
	return func(m *Move) {
		if !slices.Contains(m.Gives, f) {
			m.Gives = append(slices.Clone(m.Gives), f)
		}
		m.Values = maps.Clone(m.Values)
		m.Values[f] = v
	}
}
