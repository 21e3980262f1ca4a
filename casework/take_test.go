package casework

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

const day = 24 * time.Hour

func TestTakeRefuses(t *testing.T) {
	later := start.Add(time.Hour)
	both := func(fs ...func(*Move)) func(*Move) {
		return func(m *Move) {
			for _, f := range fs {
				f(m)
			}
		}
	}
	for _, x := range []struct {
		name   string
		step   agreement.StepID
		change func(*Move)
		code   fault.Code
		art    string
	}{
		{"no time of receipt", "authorise", func(m *Move) { m.Received = time.Time{} }, fault.Invalid, ""},
		{"proved after its receipt", "authorise", proved(later.Add(time.Second)), fault.Invalid, ""},
		{"no person", "authorise", person(""), fault.Invalid, ""},
		{"no such step", "authorise", func(m *Move) { m.Step = "pardon" }, fault.NoSuchStep, "7"},
		{"another party on the side", "authorise", func(m *Move) { m.Party = arland }, fault.SideUnbound, "7"},
		{"no such side", "authorise", func(m *Move) { m.Side = "observing" }, fault.SideUnbound, "7"},
		{"no such party", "remark", func(m *Move) { m.Party = "cassia" }, fault.SideUnbound, "7"},
		{"the asking side decides", "authorise", func(m *Move) { m.Side, m.Party = asking, arland }, fault.WrongSide, "7"},
		{"no side at all", "authorise", func(m *Move) { m.Side = "" }, fault.WrongSide, "7"},
		{"a prosecutor signs what a judge must", "authorise", func(m *Move) { m.Role = "prosecutor" }, fault.WrongRole, "7"},
		{"a role nobody has", "authorise", func(m *Move) { m.Role = "emperor" }, fault.WrongRole, "7"},
		{"a party that does not fill the role", "remark", func(m *Move) { m.Party = arland }, fault.WrongRole, "7"},
		{"from another state", "uphold", nil, fault.WrongState, "7"},
		{"opens a second time", "request", nil, fault.WrongState, "7"},
		{"one person in both pairs of eyes", "endorse", nil, fault.SamePerson, "7"},
		{"a judge who asked", "authorise", person("requesting/prosecutor"), fault.NotIndependent, "7"},
		{"not signed by the person", "authorise", func(m *Move) { m.Personal = false }, fault.PersonalMissing, "7"},
		{"a field is missing", "act-at-once", without("evidence"), fault.FieldMissing, "7"},
		{"a field of another step", "act-at-once", with("question", "who?"), fault.FieldUnknown, "7"},
		{"a field given twice", "act-at-once", func(m *Move) { m.Gives = append(m.Gives, "evidence") }, fault.FieldInvalid, "7"},
		{"a value beside the act", "act-at-once", func(m *Move) { m.Values["note"] = "x" }, fault.FieldUnknown, "7"},
		{"a value of another type", "act-at-once", with("evidence", 7.0), fault.FieldInvalid, "7"},
		{"no reasons", "act-at-once", without("reasons"), fault.ReasonsMissing, "7"},
		{"empty reasons", "act-at-once", with("reasons", " \n"), fault.ReasonsMissing, "7"},
		{"reasons that are no text", "act-at-once", with("reasons", true), fault.ReasonsMissing, "7"},
		{"no ground", "refuse", func(m *Move) { m.Ground = "" }, fault.GroundUnknown, "7"},
		{"another ground", "refuse", func(m *Move) { m.Ground = "we would rather not" }, fault.GroundUnknown, "7"},
		{"a ground where none is asked for", "authorise", func(m *Move) { m.Ground = "political offence" }, fault.GroundUnknown, "7"},
		{"the first reason counts", "uphold", both(person("requesting/prosecutor"), func(m *Move) { m.Role = "officer" }), fault.WrongRole, "7"},
	} {
		t.Run(x.name, func(t *testing.T) {
			r := open(t, fixture(), start)
			id := x.step
			mv := r.move(id, later)
			if x.change != nil {
				x.change(&mv)
			}
			_, err := r.Take(mv)
			refuses(t, err, x.code, x.art)
			if e := err.(*fault.Error); x.art != "" && e.Remedy == "" && x.name != "no such party" {
				t.Errorf("no remedy: %v", e)
			}
		})
	}
}

func TestOpenRefuses(t *testing.T) {
	m := fixture()
	p := &m.Procedures[0]
	type sides = map[agreement.SideID]agreement.PartyID
	ordinary := sampleMove(m, p, sidesOf, "request", start)
	changed := func(f func(*Move)) Move {
		mv := sampleMove(m, p, sidesOf, "request", start)
		f(&mv)
		return mv
	}
	for _, x := range []struct {
		name  string
		id    CaseID
		proc  agreement.ProcedureID
		sides sides
		mv    Move
		code  fault.Code
	}{
		{"no such procedure", "c", "amnesty", sidesOf, ordinary, fault.NoSuchStep},
		{"no name", "", "assistance", sidesOf, ordinary, fault.Invalid},
		{"a side without a party", "c", "assistance", sides{asking: arland}, ordinary, fault.SideUnbound},
		{"a side too many", "c", "assistance", sides{asking: arland, asked: belmark, "observing": secretariat}, ordinary, fault.SideUnbound},
		{"a party that cannot stand there", "c", "assistance", sides{asking: arland, asked: secretariat}, ordinary, fault.SideUnbound},
		{"no party to the agreement", "c", "assistance", sides{asking: arland, asked: "cassia"}, ordinary, fault.SideUnbound},
		{"one party on both sides", "c", "assistance", sides{asking: arland, asked: arland}, ordinary, fault.SideUnbound},
		{"a step that does not open", "c", "assistance", sidesOf, sampleMove(m, p, sidesOf, "authorise", start), fault.WrongState},
		{"an assessment is missing", "c", "assistance", sidesOf, changed(without("assessment_proportionality")), fault.FieldMissing},
		{"an answer that blocks", "c", "assistance", sidesOf, changed(with("assessment_proportionality", map[string]any{"necessary": "no"})), fault.ConditionUnmet},
		{"an answer that nobody offered", "c", "assistance", sidesOf, changed(with("assessment_proportionality", map[string]any{"necessary": "perhaps"})), fault.FieldInvalid},
		{"before the first day", "c", "assistance", sidesOf, changed(func(m *Move) { m.Received = instant("2026-02-28T22:59:59.999999Z") }), fault.NotInForce},
		{"after the last day", "c", "assistance", sidesOf, changed(func(m *Move) { m.Received = instant("2029-02-28T23:00:00Z") }), fault.NotInForce},
	} {
		t.Run(x.name, func(t *testing.T) {
			c, err := Open(m, x.id, x.proc, x.sides, x.mv)
			if fault.CodeOf(err) != x.code || c != nil {
				t.Fatalf("got %v, want %s", err, x.code)
			}
		})
	}
	// Midnight is in Paris: an hour before it is midnight in UTC.
	for _, at := range []string{"2026-02-28T23:00:00Z", "2029-02-28T22:59:59.999999Z"} {
		if _, err := Open(m, "c", "assistance", sidesOf, changed(func(m *Move) { m.Received = instant(at) })); err != nil {
			t.Errorf("at %s: %v", at, err)
		}
	}
}

// A case opened in time runs on where its article says so, and stops at midnight where it does not.
func TestArticleEnds(t *testing.T) {
	last, first := instant("2026-06-30T21:59:59.999999Z"), instant("2026-06-30T22:00:00Z") // midnight of Paris in summer
	for _, x := range []struct {
		art    agreement.Article
		remedy bool
		opens  fault.Code // after the end
		runs   fault.Code
	}{
		{"8", false, fault.ArticleEnded, fault.ArticleEnded},
		{"9", false, fault.ArticleEnded, ""},
		{"9", true, "", ""},
	} {
		t.Run(fmt.Sprint(x.art, x.remedy), func(t *testing.T) {
			m := frame()
			p := assistance()
			p.Article, p.Remedy = x.art, x.remedy
			for i := range p.Steps {
				p.Steps[i].Article = x.art
			}
			m.Procedures = []agreement.Procedure{p}
			m.Build()
			r := open(t, m, last)
			_, err := r.Take(r.move("act-at-once", first))
			if fault.CodeOf(err) != x.runs {
				t.Errorf("the open case: %v, want %q", err, x.runs)
			}
			mv := sampleMove(m, &m.Procedures[0], sidesOf, "request", first)
			if _, err = Open(m, "d", p.ID, sidesOf, mv); fault.CodeOf(err) != x.opens {
				t.Errorf("a new case: %v, want %q", err, x.opens)
			}
			// What is proved to have been done on the last day counts as done on it.
			mv.Proved = last
			if _, err = Open(m, "d", p.ID, sidesOf, mv); err != nil {
				t.Errorf("a case opened on the last day, received later: %v", err)
			}
		})
	}
}

// A case that began after an article's end is not one that its end left pending.
func TestCaseBegunAfterTheArticlesEnd(t *testing.T) {
	m := fixture()
	m.Procedures[0].Step("act-at-once").Article = "9"
	ended := instant("2026-06-30T22:00:00Z")
	r := open(t, m, ended)
	_, err := r.Take(r.move("act-at-once", ended.Add(time.Hour)))
	refuses(t, err, fault.ArticleEnded, "9")
	r = open(t, m, ended.Add(-micro))
	if _, err := r.Take(r.move("act-at-once", ended.Add(time.Hour))); err != nil {
		t.Error(err)
	}
}

// A remedy outlives the agreement, and does not begin before it.
func TestRemedyBeforeTheAgreement(t *testing.T) {
	m := fixture()
	p := &m.Procedures[0]
	p.Remedy = true
	p.Step("request").Article = "9"
	for at, code := range map[string]fault.Code{
		"2026-02-28T22:59:59Z": fault.NotInForce, "2026-03-01T00:00:00Z": "", "2029-03-10T00:00:00Z": "",
	} {
		_, err := Open(m, "c", p.ID, sidesOf, sampleMove(m, p, sidesOf, "request", instant(at)))
		if fault.CodeOf(err) != code {
			t.Errorf("at %s: %v, want %q", at, err, code)
		}
	}
}

func TestFourEyesAndIndependence(t *testing.T) {
	r := open(t, fixture(), start)
	h := start.Add(time.Hour)
	r.do("endorse", h, person("another"))
	// The judge asks nothing and executes nothing afterwards.
	authorised := r.do("authorise", h, person("judge-1"))
	authorised.refuses(fault.NotIndependent, "execute", h.Add(time.Hour), person("judge-1"))
	authorised.do("execute", h.Add(time.Hour), person("prosecutor-2")).in("executed")
	// Who acted for the asking side in another role cannot be the judge of the other.
	r.do("endorse", h, person("x")).refuses(fault.NotIndependent, "authorise", h, person("x"))
	// Nor can a judge of the asking side who took part in the asking.
	m := fixture()
	m.Procedures[0].Step("endorse").By = []agreement.Actor{by(asking, "judge")}
	open(t, m, start).do("endorse", h, person("judge-1")).refuses(fault.NotIndependent, "authorise", h, person("judge-1"))
	// The same judge may act twice.
	r.do("prolong", h, person("judge-1")).do("authorise", h.Add(time.Hour), person("judge-1")).in("authorised")
}

func TestTakeLeavesTheCaseBehind(t *testing.T) {
	r := open(t, fixture(), start)
	before := fmt.Sprintf("%+v", *r.Case)
	a := r.do("act-at-once", start.Add(time.Hour))
	b := r.do("refuse", start.Add(2*time.Hour))
	c := a.do("uphold", start.Add(3*time.Hour))
	if got := fmt.Sprintf("%+v", *r.Case); got != before {
		t.Errorf("the case changed:\n%s\n%s", before, got)
	}
	a.in("measure-in-force")
	b.in("refused")
	if a.Taken[1].Step != "act-at-once" || b.Taken[1].Step != "refuse" || c.Taken[2].Step != "uphold" || len(a.Taken) != 2 {
		t.Errorf("histories are mixed: %v %v %v", a.Taken, b.Taken, c.Taken)
	}
	if c.Number != 3 || b.Number != 2 {
		t.Errorf("numbers %d %d", c.Number, b.Number)
	}
}

// Many may go on from one case at the same time; each gets its own history.
func TestTakeAtTheSameTime(t *testing.T) {
	r := open(t, fixture(), start)
	before := fmt.Sprintf("%+v", *r.Case)
	var wg sync.WaitGroup
	for i := range 32 {
		wg.Go(func() {
			who := Pseudonym(fmt.Sprint("judge-", i))
			mv := r.move("prolong", start.Add(time.Hour))
			mv.Person = who
			n, err := r.Take(mv)
			if err != nil {
				t.Error(err)
				return
			}
			mv.Received = mv.Received.Add(time.Hour)
			if n, err = n.Take(mv); err != nil {
				t.Error(err)
				return
			}
			if len(n.Taken) != 3 || n.Taken[1].Person != who || n.Taken[2].Person != who {
				t.Errorf("%s finds %v", who, n.Taken)
			}
		})
	}
	wg.Wait()
	if got := fmt.Sprintf("%+v", *r.Case); got != before {
		t.Errorf("the case changed:\n%s\n%s", before, got)
	}
}

// What cannot be read hides what was read before: nobody judges by a value that no longer holds.
func TestUnreadableValueHidesTheOlder(t *testing.T) {
	r := open(t, fixture(), start)
	if r.Values["facts"] == nil {
		t.Fatal("the value is not there")
	}
	n := r.do("ask", start.Add(time.Hour)).do("answer", start.Add(2*time.Hour), func(m *Move) { m.Values = nil })
	if v, ok := n.Values["facts"]; ok {
		t.Errorf("the older value %v is still there", v)
	}
	if n.Given["facts"] != 2 {
		t.Errorf("given by act %d", n.Given["facts"])
	}
}

func TestProofBeforeTheOpeningCountsAsTheOpening(t *testing.T) {
	r := open(t, fixture(), start).do("act-at-once", start.Add(time.Hour), proved(start.Add(-time.Minute)))
	if at := r.Taken[1].At; !at.Equal(start) {
		t.Errorf("done at %s", at)
	}
}

func TestBind(t *testing.T) {
	m := fixture()
	p := &m.Procedures[0]
	got := Bind(m, p, map[agreement.SideID]agreement.PartyID{asked: arland})
	if got[asking] != belmark || got[asked] != arland {
		t.Errorf("bound %v", got)
	}
	if got = Bind(m, p, nil); len(got) != 0 {
		t.Errorf("guessed %v", got)
	}
}

func TestPartiesSidesHome(t *testing.T) {
	r := open(t, fixture(), start)
	if r.Home() != belmark || fmt.Sprint(r.SideOf(arland)) != "[requesting]" || r.SideOf(secretariat) != nil {
		t.Errorf("home %s, sides %v %v", r.Home(), r.SideOf(arland), r.SideOf(secretariat))
	}
	if got := fmt.Sprint(r.Parties()); got != "[arland belmark secretariat]" { // a share names the auditor of whatever party
		t.Errorf("parties %s", got)
	}
	m := frame()
	p := assistance()
	p.Home = ""
	m.Procedures = []agreement.Procedure{p}
	d := open(t, m.Build(), start)
	if got := fmt.Sprint(d.Home(), d.Parties()); got != "secretariat[arland belmark secretariat]" {
		t.Errorf("home and parties %s", got)
	}
}
