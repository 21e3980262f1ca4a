package casework

import (
	"math/rand/v2"
	"reflect"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// effect is one of a case at an instant.
func effect(kind EffectKind, target string, id CaseID, at time.Time) Effect {
	return Effect{Kind: kind, Target: target, Case: id, At: at, From: at}
}

// in asks the standing and gives the code, "" for in force.
func force(m *agreement.Model, s *Standing, art agreement.Article, at time.Time, parties ...agreement.PartyID) fault.Code {
	return fault.CodeOf(s.InForce(m, art, parties, at))
}

func TestSuspension(t *testing.T) {
	m := fixture()
	hour := func(n int) time.Time { return start.Add(time.Duration(n) * time.Hour) }
	var s *Standing
	s = s.Apply(effect(EffectSuspends, "7", "a", hour(1)))
	before := s
	s = s.Apply(effect(EffectSuspends, "7", "b", hour(2)), effect(EffectRestores, "7", "b", hour(3)), effect(EffectSuspends, "7", "c", hour(5)))
	for h, want := range map[int]fault.Code{0: "", 1: fault.Suspended, 2: fault.Suspended, 3: "", 4: "", 5: fault.Suspended, 9: fault.Suspended} {
		if got := force(m, s, "7", hour(h)); got != want {
			t.Errorf("after %d hours: %q", h, got)
		}
	}
	if force(m, s, "1", hour(2)) != "" || force(m, before, "7", hour(4)) != fault.Suspended || force(m, nil, "7", hour(2)) != "" {
		t.Error("it spread, or the value changed")
	}
	if s.SuspendedBy("7", hour(2)) != "a" || s.SuspendedBy("7", hour(6)) != "c" || s.SuspendedBy("7", hour(4)) != "" {
		t.Error("the wrong case suspended it")
	}
}

func TestASuspendedArticleStopsItsSteps(t *testing.T) {
	m := changed(func(_ *agreement.Model, p *agreement.Procedure) {
		p.Step("remark").Restores = []agreement.Article{"7"}
	})
	r := open(t, m, start)
	r.Standing = (*Standing)(nil).Apply(effect(EffectSuspends, "7", "x", start.Add(time.Hour)))
	at := start.Add(2 * time.Hour)
	r.refuses(fault.Suspended, "authorise", at) // though pending cases survive the article: it has not ended
	r.do("authorise", at, proved(start.Add(30*time.Minute)))
	r.do("remark", at) // the way back is never barred
	if got := r.Options(Actor{Party: belmark, Role: "judge"}, at); len(got) != 0 {
		t.Errorf("offered: %v", got)
	}
	// Who follows home's receipts takes home's word where other cases decide, and nowhere else.
	m.Procedures[0].Step("refuse").Suspends = []agreement.Article{"7"}
	attested := func(mv *Move) { mv.Attested = true }
	r.do("authorise", at, attested)
	m.Procedures[0].Step("refuse").Suspends = nil
	r.refuses(fault.Suspended, "authorise", at, attested)
	if q := (&Case{Model: m, Procedure: r.Procedure}); q.checkForce(r.Procedure.Step("authorise"), arland, m.Starts.Midnight(time.UTC).Add(-day), true) == nil {
		t.Error("before the agreement nobody's word helps")
	}
}

func TestWithdrawal(t *testing.T) {
	m := fixture()
	gone := start.Add(day)
	leave := effect(EffectWithdraws, "belmark", "x", start)
	leave.From = gone
	s := (*Standing)(nil).Apply(leave)
	if force(m, s, "1", gone.Add(-micro), arland, belmark) != "" || force(m, s, "1", gone, arland, belmark) != fault.Withdrawn || force(m, s, "1", gone, arland, secretariat) != "" {
		t.Error("who has left, and when, does not count")
	}
	// What was begun before goes on where the article survives for pending cases; nothing is begun any more.
	r := open(t, m, start)
	r.Standing = s
	r.do("authorise", gone.Add(day))
	r.Procedure.Step("refuse").Article = "1"
	_, err := r.Take(r.move("refuse", gone.Add(day)))
	refuses(t, err, fault.Withdrawn, "1")
	blank := &Case{Model: m, Procedure: r.Procedure, Sides: sidesOf, Opened: gone.Add(day), Standing: s}
	refuses(t, blank.checkForce(r.Procedure.Step("request"), arland, gone.Add(day), false), fault.Withdrawn, "7")
}

func TestTerm(t *testing.T) {
	base := func(mode string, unless agreement.Condition) *agreement.Model {
		m := frame()
		m.Declared = "1"
		if mode != "" {
			m.Renewal = &agreement.Renewal{Mode: mode, Period: period("P1Y"), Unless: unless}
		}
		return m.Build()
	}
	unless := agreement.Condition{Source: "indicator('violations') > 0.0"}
	auto, consent, excepted, none := base("automatic", agreement.Condition{}), base("consent", agreement.Condition{}), base("automatic", unless), base("", agreement.Condition{})
	renew := effect(EffectRenews, "1", "x", instant("2028-06-01T12:00:00Z"))
	renew.Prolongs = period("P1Y")
	prolonged := (*Standing)(nil).Apply(renew)
	other := renew
	other.Target = "8"
	for _, x := range []struct {
		name string
		m    *agreement.Model
		s    *Standing
		at   string
		want string
	}{
		{"as signed", auto, nil, "2027-01-01T00:00:00Z", "2029-02-28"},
		{"on the last day", auto, nil, "2029-02-28T22:59:59Z", "2029-02-28"},
		{"the day after", auto, nil, "2029-02-28T23:00:00Z", "2030-02-28"},
		{"terms that end with a month end with it", auto, nil, "2031-06-01T00:00:00Z", "2032-02-29"},
		{"a hundred terms on", auto, nil, "2129-06-01T00:00:00Z", "2130-02-28"},
		{"nothing was found", excepted, nil, "2030-06-01T00:00:00Z", "2031-02-28"},
		{"found that it goes on", excepted, (*Standing)(nil).Decide(date("2029-02-28"), true), "2030-06-01T00:00:00Z", "2031-02-28"},
		{"found that it does not", excepted, (*Standing)(nil).Decide(date("2030-02-28"), false), "2032-06-01T00:00:00Z", "2030-02-28"},
		{"the first finding counts", excepted, (*Standing)(nil).Decide(date("2031-02-28"), false).Decide(date("2030-02-28"), false), "2032-06-01T00:00:00Z", "2030-02-28"},
		{"found for no day of renewal", excepted, (*Standing)(nil).Decide(date("2029-05-01"), false), "2030-06-01T00:00:00Z", "2031-02-28"},
		{"by consent, and nobody consents", consent, nil, "2030-06-01T00:00:00Z", "2029-02-28"},
		{"by consent", consent, prolonged, "2029-06-01T00:00:00Z", "2030-02-28"},
		{"before the consent", consent, prolonged, "2028-05-01T00:00:00Z", "2029-02-28"},
		{"of another article", consent, (*Standing)(nil).Apply(other), "2029-06-01T00:00:00Z", "2029-02-28"},
		{"prolonged, and taken up again", auto, prolonged, "2030-06-01T00:00:00Z", "2031-02-28"},
		{"it ends", none, nil, "2030-06-01T00:00:00Z", "2029-02-28"},
	} {
		at := instant(x.at)
		got := Term(x.m, x.s, at)
		if got.String() != x.want {
			t.Errorf("%s: %s, want %s", x.name, got, x.want)
		}
		over := !at.Before(got.After().Midnight(x.m.Location()))
		if code := force(x.m, x.s, "1", at); (code != "") != over {
			t.Errorf("%s: in force says %q", x.name, code)
		}
		if x.s == nil && x.m.InForce("1", at) == over {
			t.Errorf("%s: the model says otherwise", x.name)
		}
	}
	endless := base("automatic", unless)
	endless.Ends = agreement.Date{}
	if got := Term(endless, prolonged, instant("2040-01-01T00:00:00Z")); !got.IsZero() {
		t.Errorf("an agreement without end ends on %s", got)
	}
	hours := base("automatic", agreement.Condition{})
	hours.Renewal.Period = period("PT5H")
	if got := Term(hours, nil, instant("2040-01-01T00:00:00Z")); got.String() != "2029-02-28" {
		t.Errorf("renewed by hours: %s", got)
	}
}

func TestRenewedArticle(t *testing.T) {
	m := fixture()
	renew := effect(EffectRenews, "8", "x", instant("2026-06-01T12:00:00Z"))
	renew.Prolongs = period("P1M")
	s := (*Standing)(nil).Apply(renew, renew)
	for at, want := range map[string]fault.Code{"2026-07-31T21:59:59Z": "", "2026-07-31T22:00:00Z": fault.ArticleEnded} {
		if got := force(m, s, "8", instant(at)); got != want {
			t.Errorf("%s: %q", at, got)
		}
	}
}

// violations are the outside facts that the model agreement's renewal reads, with so many violations established and none
// remedied.
func violations(m *agreement.Model, n float64) map[string]any {
	facts := map[string]any{}
	for _, name := range m.Renewal.Unless.Facts {
		facts[name] = 0.0
	}
	facts["indicator:established-violations"] = n
	return facts
}

func TestRenew(t *testing.T) {
	m := compiled(t, "../bench/northgate.md")
	day := date("2029-02-28")
	for _, x := range []struct {
		facts map[string]any
		want  bool
		code  fault.Code
	}{
		{violations(m, 0), true, ""},
		{violations(m, 1), false, ""},
		{nil, false, fault.ConditionUnread},
	} {
		if got, err := Renew(m, day, x.facts); got != x.want || fault.CodeOf(err) != x.code {
			t.Errorf("%v: %v %v", x.facts, got, err)
		}
	}
	m.Renewal = nil
	if _, err := Renew(m, day, nil); fault.CodeOf(err) != fault.ConditionUnmet {
		t.Errorf("%v", err)
	}
}

func TestPhases(t *testing.T) {
	phases := func(list ...agreement.Phase) *agreement.Model {
		m := frame()
		m.Phases = list
		return m.Build()
	}
	arts := func(a ...agreement.Article) []agreement.Article { return a }
	at := func(s string) time.Time { return instant(s + "T12:00:00Z") }
	steps := phases(
		agreement.Phase{ID: "pilot", Article: "1", Articles: arts("7"), Starts: date("2026-04-01")},
		agreement.Phase{ID: "full", Article: "1", Articles: arts("7", "8"), After: "pilot"},
		agreement.Phase{ID: "winter", Article: "1", Articles: arts("9"), Starts: date("2026-05-01"), Ends: date("2026-05-31")},
	)
	begun := (*Standing)(nil).Apply(effect(EffectBegins, "full", "x", at("2026-05-10")))
	entry := phases(agreement.Phase{ID: "pilot", Article: "1", Articles: arts("7"), Starts: date("2026-04-01"), Entry: agreement.Condition{Source: "x"}})
	for _, x := range []struct {
		name string
		m    *agreement.Model
		s    *Standing
		art  agreement.Article
		at   time.Time
		want fault.Code
	}{
		{"an article that no phase names", steps, nil, "1", at("2026-03-02"), ""},
		{"before its day", steps, nil, "7", at("2026-03-20"), fault.NotInForce},
		{"from its day on", steps, nil, "7", at("2026-04-01"), ""},
		{"nobody has begun it", steps, nil, "8", at("2026-05-20"), fault.NotInForce},
		{"begun by a step", steps, begun, "8", at("2026-05-20"), ""},
		{"not before the step", steps, begun, "8", at("2026-05-09"), fault.NotInForce},
		{"in two phases one after another", steps, begun, "7", at("2026-05-20"), ""},
		{"to its last day", steps, nil, "9", at("2026-05-31"), ""},
		{"no longer", steps, nil, "9", at("2026-06-01"), fault.NotInForce},
		{"a phase with days of its own ends no other by its end", steps, begun, "8", at("2026-06-20"), ""},
		{"its entry was not found to hold", entry, nil, "7", at("2026-04-02"), fault.NotInForce},
		{"its entry did not hold", entry, (*Standing)(nil).Enter("pilot", false), "7", at("2026-04-02"), fault.NotInForce},
		{"its entry held", entry, (*Standing)(nil).Enter("pilot", true), "7", at("2026-04-02"), ""},
	} {
		if got := force(x.m, x.s, x.art, x.at); got != x.want {
			t.Errorf("%s: %q %v", x.name, got, x.s.InForce(x.m, x.art, nil, x.at))
		}
	}
	// A phase that runs does not begin again, and so ends no other.
	twice := begun.Apply(effect(EffectBegins, "winter", "y", at("2026-05-15")))
	if got := force(steps, twice, "8", at("2026-05-20")); got != "" {
		t.Errorf("begun while it ran, it ended another: %q", got)
	}
	if got := begun.Phases(steps, at("2026-05-20")); !reflect.DeepEqual(got, []agreement.PhaseID{"winter", "full"}) {
		t.Errorf("%v", got)
	}
}

func TestBeginningAPhase(t *testing.T) {
	text := compiled(t, "../bench/northgate.md")
	zero := text.Renewal.Unless // a condition over facts: it holds where violations are established
	m := changed(func(m *agreement.Model, p *agreement.Procedure) {
		m.Phases = []agreement.Phase{
			{ID: "pilot", Article: "1", Starts: date("2026-04-01"), ExitTo: "retreat", Exit: zero},
			{ID: "full", Article: "1", After: "pilot", Entry: zero},
			{ID: "later", Article: "1", After: "full"},
			{ID: "retreat", Article: "1", After: "full"},
			{ID: "slope", Article: "1", ExitTo: "down", Exit: zero},
			{ID: "down", Article: "1", After: "later", Entry: zero},
		}
		p.Step("endorse").OtherThan = nil
	})
	for _, x := range []struct {
		name     string
		phase    agreement.PhaseID
		facts    map[string]any
		attested bool
		want     fault.Code
	}{
		{"its condition holds", "full", violations(text, 1), false, ""},
		{"its condition does not hold", "full", violations(text, 0), false, fault.ConditionUnmet},
		{"nobody knows", "full", nil, false, fault.ConditionUnread},
		{"home knew", "full", nil, true, ""},
		{"home's word against the facts of the act", "full", violations(text, 0), true, fault.ConditionUnmet},
		{"what it follows is not there", "later", nil, false, fault.ConditionUnmet},
		{"home knew that it was", "later", nil, true, ""},
		{"by the ramp", "retreat", violations(text, 1), false, ""},
		{"home knew of the ramp", "down", violations(text, 1), true, ""},
		{"home knew of a ramp that is shut", "down", violations(text, 0), true, fault.ConditionUnmet},
		{"the ramp is shut", "retreat", violations(text, 0), false, fault.ConditionUnmet},
		{"no such phase", "none", nil, false, fault.ConditionUnmet},
	} {
		r := open(t, m, start)
		m.Procedures[0].Step("endorse").Begins = x.phase
		mv := r.move("endorse", start.Add(time.Hour))
		mv.Facts, mv.Attested = x.facts, x.attested
		if _, err := r.Take(mv); fault.CodeOf(err) != x.want {
			t.Errorf("%s: %v", x.name, err)
		}
	}
}

func TestDisputedArticlesHaveNoAutomaticEffect(t *testing.T) {
	dispute := (*Standing)(nil).Apply(effect(EffectDisputes, "7", "d", start.Add(day)))
	end := effect(EffectSettles, "", "d", start.Add(2*day))
	end.Entry = 1
	settled := dispute.Apply(end)
	for _, x := range []struct {
		clock agreement.Clock
		moved agreement.StateID
	}{
		{agreement.Clock{Silence: agreement.SilenceProceed, Takes: "done"}, "done"},
		{agreement.Clock{Silence: agreement.SilenceLapse, To: "after"}, "after"},
		{agreement.Clock{Silence: agreement.SilenceSuspend, To: "after"}, "after"},
		{agreement.Clock{Silence: agreement.SilenceExplain, Extends: period("P5D")}, "waiting"},
		{agreement.Clock{Silence: agreement.SilenceErase, Erases: fields("evidence"), Grace: period("P1D"), To: "after"}, ""},
		{agreement.Clock{Silence: agreement.SilenceRestrict, Erases: fields("evidence"), To: "after"}, ""},
	} {
		r := open(t, silent(x.clock), start)
		late := tenDays.Add(2 * day)
		free := r.at(late)
		r.Standing = settled
		if got := r.at(late); got.State != free.State || len(got.Taken) != len(free.Taken) {
			t.Errorf("%s: after the dispute it is not as ever: %s", x.clock.Silence, got.State)
		}
		r.Standing = dispute
		n := r.at(late)
		if x.moved == "" { // what protects people goes on
			if n.State != free.State || !reflect.DeepEqual(n.Erased, free.Erased) {
				t.Errorf("%s: stands in %s", x.clock.Silence, n.State)
			}
			continue
		}
		if free.State != x.moved {
			t.Fatalf("%s leads to %s", x.clock.Silence, free.State)
		}
		last := n.Taken[len(n.Taken)-1]
		if n.State != "waiting" || !last.Rests || len(n.Taken) != 2 || n.clock("reply").Status != StatusStopped || n.Next().After(start.Add(365*day)) || n.Explanations(late) != nil {
			t.Errorf("%s: %+v in %s", x.clock.Silence, last, n.State)
		}
		n.do("done", late).in("done")
		// Another evaluator, who knows nothing of the dispute, follows home's word.
		r.Standing = nil
		l := r.Due(late)[0]
		l.Attested, l.Rests = true, true
		far, err := r.Lapse(l)
		if err != nil || !reflect.DeepEqual(far.Taken, n.Taken) || !reflect.DeepEqual(far.Clocks, n.Clocks) {
			t.Errorf("%s: the far side differs: %v %+v", x.clock.Silence, err, far.Taken)
		}
		r.Standing = dispute
		l.Rests = false
		if far, err := r.Lapse(l); err != nil || far.Taken[1].Rests {
			t.Errorf("%s: home's word does not count: %v", x.clock.Silence, err)
		}
	}
}

// TestStandingFoldsInAnyOrder: the same effects give the same standing, in whatever order and however often they come.
func TestStandingFoldsInAnyOrder(t *testing.T) {
	var all []Effect
	for i := range 60 {
		kind := []EffectKind{EffectSuspends, EffectRestores, EffectRenews, EffectBegins, EffectWithdraws, EffectUses, EffectPays, EffectDisputes, EffectSettles, EffectAdds}[i%10]
		e := effect(kind, []string{"7", "8", "full"}[i%3], CaseID("abc"[i%3:i%3+1]), start.Add(time.Duration(i*7%20)*time.Hour))
		e.Entry, e.Nth, e.Prolongs = i/3, i, period("P1M")
		all = append(all, e)
	}
	want := (*Standing)(nil).Apply(all...)
	if len(want.Grants) != 6 || len(want.Entries) != 6 || len(want.force) != 42 {
		t.Fatalf("%d grants, %d entries, %d others", len(want.Grants), len(want.Entries), len(want.force))
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		var s *Standing
		for i := range all {
			before := s.copied()
			kept := *before
			s = s.Apply(all[i], all[random.IntN(i+1)])
			if !reflect.DeepEqual(kept.Grants, before.Grants) || !reflect.DeepEqual(kept.Suspended, before.Suspended) {
				t.Fatal("the standing before has changed")
			}
		}
		if !s.Equal(want) || !reflect.DeepEqual(s.Suspended, want.Suspended) || !reflect.DeepEqual(s.Disputes, want.Disputes) || !reflect.DeepEqual(s.Renewed, want.Renewed) ||
			!reflect.DeepEqual(s.Begun, want.Begun) || !reflect.DeepEqual(s.Withdrawn, want.Withdrawn) || !reflect.DeepEqual(s.Grants, want.Grants) || !reflect.DeepEqual(s.Entries, want.Entries) {
			t.Fatalf("another standing:\n%+v\n%+v", s, want)
		}
	}
	if s := want.Decide(date("2029-02-28"), false); s.Equal(want) || len(want.Renewals) != 0 {
		t.Error("a finding is no part of it")
	}
}

// TestAsTheAgreementStands: opening, being offered to open, and asking obey the standing as steps do.
func TestAsTheAgreementStands(t *testing.T) {
	m := fixture()
	p := &m.Procedures[0]
	at := start.Add(time.Hour)
	s := (*Standing)(nil).Apply(effect(EffectSuspends, "7", "x", start))
	mv := sampleMove(m, p, sidesOf, "request", at)
	_, err := s.Open(m, "c", p.ID, sidesOf, mv)
	refuses(t, err, fault.Suspended, "7")
	mv.Received = start.Add(-micro)
	c, err := s.Open(m, "c", p.ID, sidesOf, mv)
	if err != nil || c.Standing != s {
		t.Fatalf("%v %v", c, err)
	}
	who := Actor{Party: arland, Role: "prosecutor"}
	if got := s.Openings(m, who, at); len(got) != 0 || len(Openings(m, who, at)) != 1 {
		t.Errorf("%v may be opened", got)
	}
	north := compiled(t, "../bench/northgate.md")
	r := &north.Registers[0]
	q := &r.Queries[0]
	asker := Actor{Party: arland, Role: q.By[0]}
	if err := s.May(north, q, asker, q.Purpose[0], at); err != nil {
		t.Fatal(err)
	}
	refuses(t, s.Apply(effect(EffectSuspends, string(q.Article), "y", start)).May(north, q, asker, q.Purpose[0], at), fault.Suspended, string(q.Article))
	gone := effect(EffectWithdraws, "arland", "z", start)
	refuses(t, s.Apply(gone).May(north, q, asker, q.Purpose[0], at), fault.Withdrawn, string(q.Article))
}
