package casework

import (
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// early is a declaration of a party that applies Article 7 before the agreement starts, on 1 March 2026 in Paris.
func early(p agreement.PartyID, made string) agreement.Declaration {
	return agreement.Declaration{ID: agreement.DeclarationID("early-" + p), Party: p, Kind: agreement.DeclaresProvisional, Provisional: []agreement.Article{"7"}, Made: date(made)}
}

// Before the first day an article is in force between parties that all apply it, from the later of their days on; it
// stops where the agreement begins, and what takes an article out of force does so early too (VCLT Art 25).
func TestProvisionalApplication(t *testing.T) {
	m := changed(func(m *agreement.Model, _ *agreement.Procedure) {
		m.Declarations = []agreement.Declaration{early(arland, "2026-01-10"), early(belmark, "2026-01-20")}
	})
	both, one, three := []agreement.PartyID{arland, belmark}, []agreement.PartyID{arland}, []agreement.PartyID{arland, belmark, secretariat}
	suspended := (*Standing)(nil).Apply(effect(EffectSuspends, "7", "x", instant("2026-02-01T00:00:00Z")))
	for _, x := range []struct {
		name    string
		s       *Standing
		article agreement.Article
		between []agreement.PartyID
		at      string
		want    fault.Code
	}{
		{"both, on the later day", nil, "7", both, "2026-01-19T23:00:00Z", ""}, // midnight in Paris
		{"both, just before it", nil, "7", both, "2026-01-19T22:59:59.999999Z", fault.NotInForce},
		{"one alone", nil, "7", one, "2026-01-15T12:00:00Z", ""},
		{"with one that does not", nil, "7", three, "2026-02-15T12:00:00Z", fault.NotInForce},
		{"between nobody", nil, "7", nil, "2026-02-15T12:00:00Z", fault.NotInForce},
		{"another article", nil, "8", both, "2026-02-15T12:00:00Z", fault.NotInForce},
		{"suspended", suspended, "7", both, "2026-02-15T12:00:00Z", fault.Suspended},
		{"not suspended yet", suspended, "7", both, "2026-01-25T12:00:00Z", ""},
		{"the last instant before the start", nil, "7", both, "2026-02-28T22:59:59.999999Z", ""},
		{"from the start on, with whom it binds", nil, "7", three, "2026-02-28T23:00:00Z", ""},
	} {
		if got := fault.CodeOf(x.s.InForce(m, x.article, x.between, instant(x.at))); got != x.want {
			t.Errorf("%s: %q, want %q", x.name, got, x.want)
		}
	}
}

// A case is opened early between two that apply the article, goes on through the first day, and with a third that does
// not apply it there is none; who follows home holds it against the text all the same.
func TestACaseUnderProvisionalApplication(t *testing.T) {
	m := changed(func(m *agreement.Model, p *agreement.Procedure) {
		m.Declarations = []agreement.Declaration{early(arland, "2026-01-10"), early(belmark, "2026-01-20")}
		m.Declarations[0].Provisional = []agreement.Article{"7", "8"}
		p.Step("remark").Suspends = []agreement.Article{"7"} // other cases could decide about the article
	})
	p := &m.Procedures[0]
	at := instant("2026-02-27T12:00:00Z")
	c, err := Open(m, "c", p.ID, sidesOf, sampleMove(m, p, sidesOf, "request", at))
	if err != nil {
		t.Fatal(err)
	}
	late := sampleMove(m, p, sidesOf, "endorse", instant("2026-03-01T12:00:00Z"))
	late.Person = "another"
	if _, err := c.Take(late); err != nil {
		t.Errorf("after the first day: %v", err)
	}
	mv := sampleMove(m, p, sidesOf, "request", instant("2026-01-12T12:00:00Z"))
	mv.Attested = true
	_, err = Open(m, "d", p.ID, sidesOf, mv)
	refuses(t, err, fault.NotInForce, "7")
	if got := Openings(m, Actor{Party: arland, Role: "prosecutor"}, at); len(got) != 1 {
		t.Errorf("%d cases may be opened", len(got))
	}
}

// Questions are asked early of a holder that applies the article too.
func TestProvisionalQuestions(t *testing.T) {
	m := compiled(t, "../bench/northgate.md")
	r := &m.Registers[0]
	q := &r.Queries[0]
	at := m.Starts.Midnight(m.Location()).Add(-24 * time.Hour)
	asker := Actor{Party: arland, Role: q.By[0]}
	for _, x := range []struct {
		who  []agreement.PartyID
		want fault.Code
	}{{nil, fault.NotInForce}, {[]agreement.PartyID{arland}, fault.NotInForce}, {[]agreement.PartyID{arland, belmark}, ""}} {
		m.Declarations = nil
		for _, p := range x.who {
			d := early(p, "2025-12-01")
			d.Provisional = []agreement.Article{q.Article}
			m.Declarations = append(m.Declarations, d)
		}
		if got := fault.CodeOf((*Standing)(nil).MayAsk(m, q, asker, belmark, q.Purpose[0], at)); got != x.want {
			t.Errorf("%v apply it: %q, want %q", x.who, got, x.want)
		}
	}
	// A reservation keeps two from asking each other, whoever asks.
	m.Declarations = []agreement.Declaration{{ID: "no", Party: belmark, Kind: agreement.DeclaresReservation, Excludes: []agreement.Article{q.Article}}}
	in := m.Starts.Midnight(m.Location()).Add(24 * time.Hour)
	if err := (*Standing)(nil).MayAsk(m, q, asker, belmark, q.Purpose[0], in); fault.CodeOf(err) != fault.NotInForce {
		t.Errorf("with a reservation of the holder: %v", err)
	}
}

// closed is the fixture's calendar: Monday does not work either.
func closed(m *agreement.Model) {
	m.Calendar = "common"
	m.Calendars = []agreement.Calendar{{ID: "common", Article: "1", Weekend: []string{"saturday", "sunday", "monday"}, From: date("2026-01-01"), Until: date("2029-12-31")}}
}

// Periods of a quota count working days by the agreement's calendar; what was granted before the first day is a period
// of its own.
func TestAQuotaByTheCalendar(t *testing.T) {
	for _, x := range []struct {
		calendar func(*agreement.Model)
		until    string
	}{
		{func(*agreement.Model) {}, "2026-03-05T23:00:00Z"}, // Sunday 1 March and five days of the week
		{closed, "2026-03-09T23:00:00Z"},                    // without Mondays: to the end of Tuesday of the week after, which begins with its midnight
	} {
		m := changed(func(m *agreement.Model, _ *agreement.Procedure) {
			m.Quotas = []agreement.Quota{{ID: "visits", Article: "7", Number: 3, Per: period("5 working days")}}
			x.calendar(m)
		})
		if from, until := QuotaPeriod(m, &m.Quotas[0], instant("2026-03-03T12:00:00Z")); !from.Equal(instant("2026-02-28T23:00:00Z")) || !until.Equal(instant(x.until)) {
			t.Errorf("%s to %s, want until %s", from, until, x.until)
		}
		grants := []Grant{{Party: arland, At: instant("2026-02-01T12:00:00Z")}, {Party: belmark, At: instant("2026-02-11T12:00:00Z")}, {Party: arland, At: instant("2026-03-02T12:00:00Z")}}
		if before, after := QuotaUsed(m, &m.Quotas[0], grants, arland, "", instant("2026-02-15T12:00:00Z")), QuotaUsed(m, &m.Quotas[0], grants, arland, "", instant("2026-03-02T12:00:00Z")); before != 2 || after != 1 {
			t.Errorf("%d were used before the start, and %d after it", before, after)
		}
	}
}

// The window of an indicator is as long as its working days take.
func TestAWindowByTheCalendar(t *testing.T) {
	for _, x := range []struct {
		calendar func(*agreement.Model)
		from     string
	}{
		{func(*agreement.Model) {}, "2026-03-05T12:00:00Z"}, // seven days from a Thursday on
		{closed, "2026-03-04T12:00:00Z"},                    // eight: two weekends of three days do not fit into seven
	} {
		m := changed(func(m *agreement.Model, _ *agreement.Procedure) { x.calendar(m) })
		i := &agreement.Indicator{ID: "opened", Measure: "count", Procedure: "assistance", Over: period("5 working days")}
		f, err := Measure(m, i, Population{}, instant("2026-03-12T12:00:00Z"), nil)
		if err != nil || !f.From.Equal(instant(x.from)) {
			t.Errorf("from %s, want %s: %v", f.From, x.from, err)
		}
	}
}
