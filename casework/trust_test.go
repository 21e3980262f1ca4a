package casework

import (
	"encoding/json"
	"errors"
	"math"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// TestHomesWordAgainstTheText: who follows home's receipts takes its word for what other cases decide, and never
// against what the text alone decides.
func TestHomesWordAgainstTheText(t *testing.T) {
	arts := func(a ...agreement.Article) []agreement.Article { return a }
	for _, x := range []struct {
		name   string
		change func(m *agreement.Model, p *agreement.Procedure)
		at     string
		want   fault.Code
	}{
		{"a phase that a step begins", func(m *agreement.Model, p *agreement.Procedure) {
			m.Phases = []agreement.Phase{{ID: "full", Article: "1", Articles: arts("7")}}
			p.Step("remark").Begins = "full"
		}, "2026-05-01T12:00:00Z", ""},
		{"a phase that nothing begins", func(m *agreement.Model, p *agreement.Procedure) {
			m.Phases = []agreement.Phase{{ID: "full", Article: "1", Articles: arts("7")}}
		}, "2026-05-01T12:00:00Z", fault.NotInForce},
		{"a phase whose day has not come", func(m *agreement.Model, p *agreement.Procedure) {
			m.Phases = []agreement.Phase{{ID: "full", Article: "1", Articles: arts("7"), Starts: date("2026-06-01")}}
		}, "2026-05-01T12:00:00Z", fault.NotInForce},
		{"a phase that is over", func(m *agreement.Model, p *agreement.Procedure) {
			m.Phases = []agreement.Phase{{ID: "full", Article: "1", Articles: arts("7"), Starts: date("2026-03-01"), Ends: date("2026-03-31")}}
			p.Step("remark").Begins = "full"
		}, "2026-05-01T12:00:00Z", fault.NotInForce},
		{"an article that is over, and can be suspended", func(m *agreement.Model, p *agreement.Procedure) {
			m.Articles[1].Ends = date("2026-04-30")
			p.Step("remark").Suspends = arts("7")
		}, "2026-05-01T12:00:00Z", fault.ArticleEnded},
		{"an article that is over, and can be renewed", func(m *agreement.Model, p *agreement.Procedure) {
			m.Articles[1].Ends = date("2026-04-30")
			p.Step("remark").Renews, p.Step("remark").Prolongs = arts("7"), period("P1M")
		}, "2026-05-01T12:00:00Z", ""},
		{"an agreement that is over, whose article can be renewed", func(m *agreement.Model, p *agreement.Procedure) {
			m.Declared = "1"
			p.Step("remark").Renews, p.Step("remark").Prolongs = arts("7"), period("P1M")
		}, "2029-05-01T12:00:00Z", fault.NotInForce},
		{"a reservation", func(m *agreement.Model, p *agreement.Procedure) {
			m.Declarations = []agreement.Declaration{{Party: belmark, Kind: agreement.DeclaresReservation, Excludes: arts("7")}}
			p.Step("remark").Suspends = arts("7")
		}, "2026-05-01T12:00:00Z", fault.NotInForce},
	} {
		m := changed(x.change)
		m.Articles[1].Survives = nil
		m.Build()
		at := instant(x.at)
		c := &Case{Model: m, Procedure: &m.Procedures[0], Sides: sidesOf, Opened: at}
		step := c.Procedure.Step("authorise")
		if got := fault.CodeOf(c.checkForce(step, belmark, at, true)); got != x.want {
			t.Errorf("%s: %q", x.name, got)
		}
		if c.checkForce(step, belmark, at, false) == nil {
			t.Errorf("%s: it is in force without anybody's word", x.name)
		}
	}
}

// TestHomesWordAboutTheOpening: what outlives its article outlives it for who follows home too, where home knew that the
// article was in force when the case was opened.
func TestHomesWordAboutTheOpening(t *testing.T) {
	m := changed(func(m *agreement.Model, p *agreement.Procedure) {
		m.Phases = []agreement.Phase{{ID: "full", Article: "1", Articles: []agreement.Article{"7"}, Ends: date("2026-04-30")}}
		p.Step("remark").Begins = "full"
	})
	opened, at := instant("2026-04-01T12:00:00Z"), instant("2026-06-01T12:00:00Z")
	c := &Case{Model: m, Procedure: &m.Procedures[0], Sides: sidesOf, Opened: opened}
	step := c.Procedure.Step("authorise")
	if err := c.checkForce(step, belmark, at, true); err != nil {
		t.Error(err)
	}
	refuses(t, c.checkForce(step, belmark, at, false), fault.NotInForce, "7")
}

// TestHomesWordAboutAPhase: silence takes a step that begins a phase after another as home says that it did.
func TestHomesWordAboutAPhase(t *testing.T) {
	for _, x := range []struct {
		name            string
		present         bool // the phase that is followed, as known here
		attested, unmet bool
		takes           agreement.StepID
	}{
		{"known here", true, false, false, "done"},
		{"not known here", false, false, false, ""},
		{"home knew", false, true, false, "done"},
		{"home knew better", true, true, true, ""},
	} {
		m := silent(agreement.Clock{Silence: agreement.SilenceProceed, Takes: "done"})
		m.Phases = []agreement.Phase{{ID: "pilot", Article: "1"}, {ID: "full", Article: "1", After: "pilot"}}
		m.Procedures[0].Step("done").Begins = "full"
		r := open(t, m.Build(), start)
		if x.present {
			r.Standing = (*Standing)(nil).Apply(effect(EffectBegins, "pilot", "x", start))
		}
		l := r.Due(tenDays.Add(micro))[0]
		l.Attested, l.Unmet = x.attested, x.unmet
		n, err := r.Lapse(l)
		if err != nil || n.Taken[1].Takes != x.takes {
			t.Errorf("%s: %v", x.name, err)
		}
	}
}

// TestWhatAnOlderActEnds: an act that is proved to be older ends what a younger one of its case put into dispute.
func TestWhatAnOlderActEnds(t *testing.T) {
	first, second, end := effect(EffectDisputes, "7", "d", start), effect(EffectDisputes, "8", "d", start.Add(2*day)), effect(EffectSettles, "", "d", start.Add(day))
	second.Entry, end.Entry = 1, 2
	again := effect(EffectDisputes, "9", "d", start.Add(time.Hour)) // of a case that was taken up again
	again.Entry = 3
	s := (*Standing)(nil).Apply(first, second, end, again)
	for _, x := range []struct {
		art  agreement.Article
		at   time.Time
		want bool
	}{
		{"7", start.Add(day - micro), true},
		{"7", start.Add(day), false},
		{"8", start.Add(3 * day), false},
		{"9", start.Add(3 * day), true},
	} {
		if got := s.Disputed(x.art, x.at); got != x.want {
			t.Errorf("%s at %s: %v", x.art, x.at, got)
		}
	}
}

// TestActsThatWaitTellNobody: of a step with a quorum neither the dispute nor the notice comes before it is complete.
func TestActsThatWaitTellNobody(t *testing.T) {
	m := changed(func(m *agreement.Model, p *agreement.Procedure) {
		m.Records[0].Fields = append(m.Records[0].Fields, agreement.Field{ID: FieldArticle, Type: agreement.TypeText})
		p.Discrepancy = true
		s := p.Step("remark")
		s.From, s.Quorum, s.By = append(s.From, "executed"), 2, []agreement.Actor{by(asking, "prosecutor"), by(asked, "prosecutor")}
		s.Gives = append(s.Gives, FieldArticle)
	})
	r := open(t, m, start).do("authorise", start.Add(time.Hour)).do("execute", start.Add(day))
	side := func(s agreement.SideID) func(*Move) {
		return func(mv *Move) { mv.Side, mv.Party, mv.Person = s, sidesOf[s], Pseudonym(s) }
	}
	waits := r.do("remark", start.Add(2*day), side(asking), with(FieldArticle, "8"))
	if last := len(waits.Taken) - 1; waits.Taken[last].Lacks != 1 || waits.Effects(last) != nil || !waits.Notices()[0].Done.IsZero() {
		t.Errorf("%v, done %s", waits.Effects(last), waits.Notices()[0].Done)
	}
	done := waits.do("remark", start.Add(3*day), side(asked), with(FieldArticle, "8"))
	if got := done.Effects(len(done.Taken) - 1); len(got) != 1 || got[0].String() != "disputes 8" || !done.Notices()[0].Done.Equal(start.Add(3*day)) {
		t.Errorf("%v, done %s", got, done.Notices()[0].Done)
	}
}

// TestTheAgreementsCalendarCountsEverywhere: working days of shares, credentials, the notice to withdraw and of a grace are
// those of the calendar, as they are for time limits.
func TestTheAgreementsCalendarCountsEverywhere(t *testing.T) {
	three := period("3 working days")
	m := silent(agreement.Clock{Silence: agreement.SilenceErase, Erases: fields("evidence"), Grace: three, To: "after"})
	workless := []string{start.Add(day).Format("01-02"), tenDays.Add(day).Format("01-02"), tenDays.Add(2 * day).Format("01-02"), tenDays.Add(3 * day).Format("01-02")}
	m.Calendars = []agreement.Calendar{{ID: "closed", Weekend: []string{"saturday", "sunday"}, Yearly: workless}}
	m.Calendar, m.Notice = "closed", three
	p := &m.Procedures[0]
	m.Credentials = []agreement.Credential{{ID: "pass", Record: p.Record, Valid: three}}
	p.Shares[0].For = three
	p.Step("note").Issues, p.Step("note").Withdraws = "pass", true
	r := open(t, m.Build(), start)
	over := m.After(three, start)
	if plain := three.AddTo(start, m.Location()); !over.After(plain) {
		t.Fatal("the calendar makes no difference")
	}
	a := Actor{Party: belmark, Role: "officer"}
	if r.Sees(a, "facts", over) != nil || r.Sees(a, "facts", over.Add(micro)) == nil {
		t.Error("the share counts other days")
	}
	for _, e := range r.do("note", start).Effects(1) {
		if e.Kind == EffectIssues && !e.Until.Equal(over) || e.Kind == EffectWithdraws && !e.From.Equal(over) {
			t.Errorf("%s: until %s, from %s, want %s", e, e.Until, e.From, over)
		}
	}
	// In the grace what was done in time still counts, sealed or not.
	grace := m.AfterOn(&p.Clocks[0], three, tenDays)
	inTime := func(mv *Move) { mv.Proved = tenDays }
	mv := r.move("done", grace)
	inTime(&mv)
	if _, err := r.Take(mv); err != nil || !grace.After(three.AddTo(tenDays, m.Location())) {
		t.Errorf("at the end of the grace %s: %v", grace, err)
	}
}

// TestAFactIsANumber: of a quota and of a condition the same facts are stated, and the same are not.
func TestAFactIsANumber(t *testing.T) {
	when := compiled(t, "../bench/northgate.md").Renewal.Unless // a condition over facts alone
	for _, x := range []struct {
		v    any
		want bool
	}{
		{0.0, true},
		{float64(1 << 53), true},
		{json.Number("1e3"), true},
		{1e300, false},
		{math.Inf(1), false},
		{math.NaN(), false},
		{json.Number("1e300"), false},
		{json.Number("1e999"), false},
		{"1", false},
		{true, false},
		{nil, false},
	} {
		facts := map[string]any{}
		for _, f := range when.Facts {
			facts[f] = x.v
		}
		_, err := when.Eval(agreement.Env{Facts: facts})
		if _, ok := number(x.v); ok != x.want || errors.Is(err, agreement.ErrUnread) == x.want {
			t.Errorf("%v: %v, %v", x.v, ok, err)
		}
	}
}
