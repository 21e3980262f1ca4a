package casework

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// changed is the fixture with a change, and its procedure.
func changed(change func(m *agreement.Model, p *agreement.Procedure)) *agreement.Model {
	m := frame()
	m.Procedures = []agreement.Procedure{assistance()}
	change(m, &m.Procedures[0])
	return m.Build()
}

func TestAStepThatErases(t *testing.T) {
	m := changed(func(_ *agreement.Model, p *agreement.Procedure) {
		p.Steps = append(p.Steps, agreement.Step{
			ID: "purge", Article: "8", By: []agreement.Actor{by(asked, "judge")}, From: states("requested"), Gives: fields("note"),
			Erases: fields("facts", "note", "urgency", "question", "facts"),
		})
	})
	r := open(t, m, start)
	at := start.Add(time.Hour)
	n := r.do("purge", at).in("requested")
	gone := fields("facts", "urgency") // what it gives itself, and what was never given, is not destroyed
	last := n.Taken[1]
	if last.Phase != PhaseFinal || !slices.Equal(last.Erases, gone) || !n.Erased["facts"].Equal(at) || n.Values["facts"] != nil || n.Values["note"] == nil {
		t.Fatalf("%+v\n%v %v", last, n.Erased, n.Values)
	}
	if r.Values["facts"] == nil || len(r.Erased) != 0 {
		t.Error("the case before lost its values")
	}
	refuses(t, n.Sees(Actor{Party: arland, Role: "prosecutor"}, "facts", at), fault.Erased, "8")
	if got := n.Next(); !got.Equal(at.Add(micro)) {
		t.Errorf("to be looked after at %s", got)
	}
	if got := n.Erasures(at); got != nil {
		t.Errorf("owed at the very instant: %+v", got)
	}
	want := []Erasure{{Fields: gone, Due: at, Step: "purge", Entry: 1, Article: "8"}}
	for _, p := range []agreement.PartyID{arland, belmark, secretariat} {
		if got := n.ErasuresOf(p, at.Add(micro)); !reflect.DeepEqual(got, want) {
			t.Fatalf("%s owes %+v", p, got)
		}
		c, err := n.Attest(Attestation{Party: p, Fields: gone, Received: at.Add(time.Hour)})
		if err != nil {
			t.Fatal(err)
		}
		n = run{t, c}
		if got := n.ErasuresOf(p, at.Add(time.Hour)); got != nil {
			t.Errorf("%s attested and owes %+v", p, got)
		}
	}
	if got := n.Erasures(at.Add(time.Hour)); got != nil || n.Next().Before(start.Add(day)) {
		t.Errorf("%+v, next %s", got, n.Next())
	}
	// Given anew it is there again, and a second destruction is owed anew.
	n = n.do("answer", at.Add(2*time.Hour))
	if n.Values["facts"] == nil {
		t.Fatal("what was given anew is gone")
	}
	n = n.do("purge", at.Add(3*time.Hour))
	if got := n.ErasuresOf(belmark, at.Add(4*time.Hour)); len(got) != 1 || got[0].Entry != 6 || !slices.Equal(got[0].Fields, fields("facts")) {
		t.Errorf("%+v", got)
	}
}

func TestADefaultStepThatErases(t *testing.T) {
	m := silent(agreement.Clock{Silence: agreement.SilenceProceed, Takes: "done"})
	m.Procedures[0].Step("done").Erases = fields("evidence")
	n := open(t, m, start).at(tenDays.Add(micro)).in("done")
	if got := n.Erasures(tenDays.Add(micro)); len(got) != 1 || got[0].Step != "done" || got[0].Clock != "reply" || got[0].Article != "7" {
		t.Fatalf("%+v", got)
	}
}

func TestIrregularActs(t *testing.T) {
	m := changed(func(_ *agreement.Model, p *agreement.Procedure) {
		p.States = append(p.States, agreement.State{ID: "late"}, agreement.State{ID: "contested", Final: true})
		p.Steps = append(p.Steps,
			agreement.Step{
				ID: "authorise-late", Article: "7", By: []agreement.Actor{by(asked, "judge")}, From: states("requested"), To: "late", Irregular: "authorise",
				Grounds: []string{agreement.PleaLate, agreement.PleaOral},
			},
			agreement.Step{ID: "accept", Article: "7", By: []agreement.Actor{by(asking, "prosecutor")}, From: states("late"), To: "authorised"},
			agreement.Step{ID: "contest", Article: "7", By: []agreement.Actor{by(asking, "prosecutor")}, From: states("late"), To: "contested"},
		)
		p.Clocks = []agreement.Clock{
			{ID: "decision", Article: "7", Starts: states("requested"), Within: period("P8D"), Silence: agreement.SilenceLapse, To: "refused", Owed: []agreement.Actor{by(asked, "judge")}},
			{ID: "answer", Article: "7", Starts: states("late"), Within: period("P5D"), Silence: agreement.SilenceLapse, To: "authorised"},
		}
	})
	plea := func(g string) func(*Move) { return func(m *Move) { m.Ground = g } }
	r := open(t, m, start)
	lapsed := r.at(start.Add(9 * day)).in("refused")
	// Only the plea that it is late lifts what being late brings.
	lapsed.refuses(fault.ClockLapsed, "authorise-late", start.Add(9*day), plea(agreement.PleaOral))
	lapsed.refuses(fault.ClockLapsed, "authorise", start.Add(9*day))
	late := lapsed.do("authorise-late", start.Add(9*day), plea(agreement.PleaLate)).in("late")
	if got := late.Taken[2]; got.Irregular != "authorise" || got.Ground != agreement.PleaLate {
		t.Fatalf("recorded as %+v", got)
	}
	at := start.Add(9 * day)
	want := IrregularAct{Entry: 2, Step: "authorise-late", Place: "authorise", Article: "7", Plea: "late", Party: belmark, At: at}
	if got := late.Irregular(); !reflect.DeepEqual(got, []IrregularAct{want}) {
		t.Fatalf("%+v", got)
	}
	for _, x := range []struct {
		name string
		n    run
		want func(*IrregularAct)
	}{
		{"confirmed", late.do("accept", at.Add(day)), func(w *IrregularAct) { w.Answer, w.Confirmed, w.Answered = "accept", true, at.Add(day) }},
		{"contested", late.do("contest", at.Add(day)), func(w *IrregularAct) { w.Answer, w.Answered = "contest", at.Add(day) }},
		{"not answered in time", late.at(at.Add(6 * day)), func(w *IrregularAct) { w.Clock, w.Confirmed, w.Answered = "answer", true, at.Add(5*day) }},
	} {
		w := want
		x.want(&w)
		if got := x.n.Irregular(); !reflect.DeepEqual(got, []IrregularAct{w}) {
			t.Errorf("%s: %+v", x.name, got)
		}
	}
	// Who acts in time needs no plea of being late, and what never was owed is refused as ever.
	r.do("authorise-late", start.Add(day), plea(agreement.PleaOral)).in("late")
	r.do("refuse", start.Add(day)).refuses(fault.WrongState, "authorise-late", start.Add(2*day), plea(agreement.PleaLate))
	// The form offers it after the silence, since the plea is a matter of the form.
	if !slices.ContainsFunc(lapsed.Options(Actor{Party: belmark, Role: "judge"}, at), func(o Option) bool { return o.Step.ID == "authorise-late" }) {
		t.Error("late conduct is not offered")
	}
}

func TestALateActReopensWhatSilenceClosed(t *testing.T) {
	m := silent(agreement.Clock{Silence: agreement.SilenceLapse})
	p := &m.Procedures[0]
	p.Steps = append(p.Steps, agreement.Step{
		ID: "done-late", Article: "7", By: p.Step("done").By, From: states("waiting"), To: "after", Irregular: "done", Grounds: []string{agreement.PleaLate},
	})
	m.Build()
	n := open(t, m, start).at(tenDays.Add(micro))
	if n.Closed.IsZero() {
		t.Fatal("silence did not close the case")
	}
	n = n.do("done-late", tenDays.Add(day)).in("after")
	if !n.Closed.IsZero() || n.Over() {
		t.Errorf("closed %s, over %v", n.Closed, n.Over())
	}
}

func TestALateActUnsealsNothing(t *testing.T) {
	m := changed(func(_ *agreement.Model, p *agreement.Procedure) {
		p.Steps = append(p.Steps, agreement.Step{
			ID: "uphold-late", Article: "7", By: []agreement.Actor{by(asked, "judge")}, From: states("measure-in-force"), To: "measure-upheld", Irregular: "uphold",
			Grounds: []string{agreement.PleaLate},
		})
	})
	n := open(t, m, start).do("act-at-once", start.Add(time.Hour)).at(start.Add(50 * time.Hour))
	n.refuses(fault.ClockLapsed, "uphold-late", start.Add(50*time.Hour))
	after := n.at(start.Add(100*time.Hour)).in("not-upheld").do("uphold-late", start.Add(101*time.Hour)).in("measure-upheld")
	if after.Erased["evidence"].IsZero() {
		t.Error("what was destroyed came back")
	}
}

func TestQuorum(t *testing.T) {
	m := changed(func(m *agreement.Model, p *agreement.Procedure) {
		m.Roles = append(m.Roles, agreement.Role{ID: "envoy", Held: []agreement.PartyID{arland, belmark, secretariat}})
		p.Steps = append(p.Steps,
			agreement.Step{
				ID: "agree", Article: "7", By: []agreement.Actor{by("", "envoy")}, From: states("requested"), To: "authorised", Gives: fields("note"), Quorum: 2,
				Erases: fields("facts"),
			},
			agreement.Step{ID: "join", Article: "7", By: []agreement.Actor{by("", "envoy")}, From: states("requested"), Quorum: 2, Extends: []agreement.ClockID{"decision"}},
			agreement.Step{ID: "leave", Article: "7", By: []agreement.Actor{by(asked, "judge")}, From: states("requested"), To: "measure-in-force"},
			agreement.Step{ID: "back", Article: "7", By: []agreement.Actor{by(asked, "judge")}, From: states("measure-in-force"), To: "requested"},
		)
	})
	from := func(p agreement.PartyID) func(*Move) { return func(m *Move) { m.Party, m.Person = p, Pseudonym(p) } }
	missing := func(r run, p agreement.PartyID, id agreement.StepID) int {
		for _, o := range r.Options(Actor{Party: p, Role: "envoy"}, start.Add(day)) {
			if o.Step.ID == id {
				return o.Missing
			}
		}
		return -1
	}
	r := open(t, m, start)
	if got := missing(r, arland, "agree"); got != 2 {
		t.Errorf("missing %d", got)
	}
	one := r.do("agree", start.Add(time.Hour), from(arland)).in("requested")
	if last := one.Taken[1]; last.Lacks != 1 || last.To != "requested" || len(one.Erased) != 0 || one.Values["note"] == nil {
		t.Fatalf("%+v %v", last, one.Erased)
	}
	one.refuses(fault.QuorumTwice, "agree", start.Add(2*time.Hour), from(arland))
	if a, b := missing(one, arland, "agree"), missing(one, belmark, "agree"); a != -1 || b != 1 {
		t.Errorf("missing %d for who has agreed, %d for who has not", a, b)
	}
	two := one.do("agree", start.Add(2*time.Hour), from(secretariat)).in("authorised")
	if last := two.Taken[2]; last.Lacks != 0 || last.From != "requested" || two.Erased["facts"].IsZero() {
		t.Errorf("%+v %v", last, two.Erased)
	}
	// To leave the state and come back is to begin anew.
	again := one.do("leave", start.Add(3*time.Hour)).do("back", start.Add(4*time.Hour))
	again.do("agree", start.Add(5*time.Hour), from(belmark)).in("requested").do("agree", start.Add(6*time.Hour), from(arland)).in("authorised")
	// A step that stays in its state begins anew once it was complete, and nothing happens before.
	due := r.clock("decision").Due
	half := r.do("join", start.Add(time.Hour), from(arland))
	if !half.clock("decision").Due.Equal(due) {
		t.Error("one of two has extended the time")
	}
	full := half.do("join", start.Add(2*time.Hour), from(belmark))
	if got := full.clock("decision").Due; !got.Equal(due.Add(5 * day)) {
		t.Errorf("due %s", got)
	}
	if got := missing(full, arland, "join"); got != 2 {
		t.Errorf("missing %d after the quorum was complete", got)
	}
}

func TestSilenceIsNoPartyOfAQuorum(t *testing.T) {
	for name, change := range map[string]func(*agreement.Step){
		"quorum":    func(s *agreement.Step) { s.Quorum = 2 },
		"suspends":  func(s *agreement.Step) { s.Suspends = []agreement.Article{"8"} },
		"adds":      func(s *agreement.Step) { s.Adds = "list" },
		"strikes":   func(s *agreement.Step) { s.Strikes = "list" },
		"revokes":   func(s *agreement.Step) { s.Revokes = "permit" },
		"withdraws": func(s *agreement.Step) { s.Withdraws = true },
		"uses":      func(s *agreement.Step) { s.Uses = "visits" },
		"irregular": func(s *agreement.Step) { s.Irregular = "finish" },
	} {
		m := silent(agreement.Clock{Silence: agreement.SilenceProceed, Takes: "done"})
		change(m.Procedures[0].Step("done"))
		n := open(t, m, start).at(tenDays.Add(micro)).in("waiting")
		if last := n.Taken[1]; last.Takes != "" || n.Effects(1) != nil {
			t.Errorf("%s: %+v", name, last)
		}
	}
}

func TestDefers(t *testing.T) {
	m := changed(func(_ *agreement.Model, p *agreement.Procedure) {
		p.Steps = append(p.Steps, agreement.Step{
			ID: "defer", Article: "1", By: []agreement.Actor{by(asked, "judge")}, From: states("requested", "executed"), Defers: []agreement.NoticeID{"the person"},
		})
		p.Step("remark").From = append(p.Step("remark").From, "executed")
	})
	r := open(t, m, start)
	_, err := r.Take(r.move("defer", start.Add(time.Hour)))
	refuses(t, err, fault.ConditionUnmet, "1") // nothing is owed yet
	done := start.Add(2 * day)
	n := r.do("authorise", start.Add(day)).do("execute", done)
	d := n.Notices()[0]
	if !d.Shown || !d.Deferred.IsZero() || !d.Due.Equal(done.Add(30*day)) || !d.Latest.Equal(done.Add(180*day)) {
		t.Fatalf("%+v", d)
	}
	put := n.do("defer", done.Add(30*day))
	if d := put.Notices()[0]; !d.Deferred.Equal(done.Add(30*day)) || !d.Due.Equal(d.Latest) {
		t.Errorf("%+v", d)
	}
	put.refuses(fault.ConditionUnmet, "defer", done.Add(31*day))                                               // once
	n.refuses(fault.ClockLapsed, "defer", done.Add(30*day+micro))                                              // in time
	n.do("remark", done.Add(day)).refuses(fault.ConditionUnmet, "defer", done.Add(2*day))                      // while it is owed
	if d := n.do("remark", done.Add(day)).Notices()[0]; !d.Done.Equal(done.Add(day)) || !d.Deferred.IsZero() { // and told is told
		t.Errorf("%+v", d)
	}
	n.Procedure.Notices[0].DeferredMax = period("P30D")
	n.refuses(fault.ConditionUnmet, "defer", done.Add(day))
}

func TestExplanations(t *testing.T) {
	m := silent(agreement.Clock{Silence: agreement.SilenceExplain, Extends: period("P5D")})
	p := &m.Procedures[0]
	p.Steps = append(p.Steps, agreement.Step{ID: "explain", Article: "7", By: p.Step("done").By, From: states("waiting"), Reasons: true, Explains: []agreement.ClockID{"reply"}})
	m.Build()
	r := open(t, m, start)
	if got := r.Explanations(tenDays); got != nil {
		t.Fatalf("owed in time: %+v", got)
	}
	if got := r.Explanations(tenDays.Add(micro)); len(got) != 1 || got[0].Clock.ID != "reply" || !got[0].Since.Equal(tenDays) || got[0].Step != "" {
		t.Fatalf("%+v", got) // whether recorded or not
	}
	at := tenDays.Add(day)
	n := r.do("explain", at)
	if got := n.Explanations(at); len(got) != 1 || got[0].Step != "explain" || !got[0].Given.Equal(at) {
		t.Errorf("%+v", got)
	}
	second := tenDays.Add(5 * day)
	if got := n.Explanations(second.Add(micro)); len(got) != 2 || got[1].Step != "" || !got[1].Since.Equal(second) {
		t.Errorf("the second silence: %+v", got)
	}
}

func TestUses(t *testing.T) {
	m := changed(func(m *agreement.Model, p *agreement.Procedure) {
		m.Quotas = []agreement.Quota{
			{ID: "visits", Article: "8", Number: 3, Per: period("P1Y")},
			{ID: "of-one", Article: "8", Number: 1, Per: period("P1Y"), Pair: true, Of: "visits"},
		}
		p.Step("endorse").Uses, p.Step("endorse").OtherThan = "visits", nil
	})
	r := open(t, m, start)
	take := func(facts map[string]any, attested bool) error {
		mv := r.move("endorse", start.Add(time.Hour))
		mv.Facts, mv.Attested = facts, attested
		n, err := r.Take(mv)
		if err == nil && len(n.Effects(1)) != 1 {
			t.Errorf("it used nothing: %+v", n.Effects(1))
		}
		return err
	}
	for _, x := range []struct {
		facts    map[string]any
		attested bool
		code     fault.Code
	}{
		{map[string]any{"quota:visits": 2.0, "quota:of-one": 0.0}, false, ""},
		{map[string]any{"quota:visits": 3.0, "quota:of-one": 0.0}, false, fault.QuotaUsed},
		{map[string]any{"quota:visits": 2.0, "quota:of-one": 1.0}, false, fault.QuotaUsed}, // what counts its grants binds too
		{map[string]any{"quota:visits": 2.0}, false, fault.ConditionUnread},
		{map[string]any{"quota:visits": 3.0}, true, fault.QuotaUsed}, // what the act itself says binds who took it
		{map[string]any{"quota:visits": "3"}, false, fault.ConditionUnread},
		{nil, false, fault.ConditionUnread},
		{nil, true, ""},
	} {
		err := take(x.facts, x.attested)
		if x.code == "" && err != nil {
			t.Errorf("%v: %v", x.facts, err)
		} else if x.code != "" {
			refuses(t, err, x.code, "8")
		}
	}
}
