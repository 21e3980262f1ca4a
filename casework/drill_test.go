package casework

import (
	"reflect"
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// exercise plays the drill of the figures after some changes.
func exercise(t *testing.T, seed uint64, change func(m *agreement.Model, d *agreement.Drill)) Report {
	t.Helper()
	m := figuresModel(t)
	d := m.Drill("spring")
	change(m, d)
	r, err := Simulate(m, d, seed)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func (r Report) clock(t *testing.T, id agreement.ClockID) PlayedClock {
	t.Helper()
	for _, k := range r.Clocks {
		if k.Clock == id {
			return k
		}
	}
	t.Fatalf("no clock %s in %+v", id, r.Clocks)
	return PlayedClock{}
}

func (r Report) stand(id agreement.StateID) int {
	for _, s := range r.Cases[0].Stand {
		if s.State == id {
			return s.Cases
		}
	}
	return 0
}

// plain leaves officers who answer after a time, and nothing that happens.
func plain28(answers string) func(*agreement.Model, *agreement.Drill) {
	return func(_ *agreement.Model, d *agreement.Drill) {
		d.Lasts, d.Events = period("P28D"), nil
		d.Actors = []agreement.Player{{ID: "officers", Role: "officer", Answers: period(answers)}}
		d.Loads = []agreement.Load{{ID: "permits", Procedure: "permit", Count: 5, Every: period("P1W")}}
	}
}

func TestDrillIsTheSameForASeed(t *testing.T) {
	nothing := func(*agreement.Model, *agreement.Drill) {}
	a, b := exercise(t, 7, nothing), exercise(t, 7, nothing)
	if !reflect.DeepEqual(a, b) {
		t.Errorf("%+v\n%+v", a, b)
	}
	if c := exercise(t, 8, nothing); reflect.DeepEqual(a.Figures, c.Figures) && reflect.DeepEqual(a.Cases, c.Cases) {
		t.Error("another seed gives the same")
	}
	k := a.clock(t, "decision")
	if a.Cases[0].Opened != 36 && a.Cases[0].Opened < 30 || k.Began != a.Cases[0].Opened || k.Lapsed == 0 || k.Lapsed == k.Began {
		t.Errorf("%+v", a)
	}
	if len(a.Figures) != 2 || a.Figures[0].Indicator != "refused" || a.Figures[0].Cells[0].Of != k.Began || a.Figures[0].Cells[0].N != a.stand("lapsed") {
		t.Errorf("the share %+v does not fit the states %+v", a.Figures[0], a.Cases[0].Stand)
	}
}

// Twenty cases in four weeks; the decision takes ten days at most.
func TestDrillFindsWhatWouldBeMissed(t *testing.T) {
	inTime := exercise(t, 1, plain28("P7D"))
	k := inTime.clock(t, "decision")
	if inTime.Cases[0].Opened != 20 || k.Began != 20 || k.Lapsed != 0 || k.Running != inTime.stand("asked") || inTime.stand("granted") != 20-k.Running || k.Running == 0 {
		t.Errorf("%+v", inTime)
	}
	if f := inTime.Figures[1].Cells[0]; f.Value != "7" || f.N != inTime.stand("granted") || f.Of != 20 {
		t.Errorf("the time to decide is %+v", f)
	}
	// An answer at the very end of the time is in time.
	if k := exercise(t, 1, plain28("P10D")).clock(t, "decision"); k.Lapsed != 0 {
		t.Errorf("%+v", k)
	}
	late := exercise(t, 1, plain28("P10DT1S"))
	if k := late.clock(t, "decision"); k.Lapsed != late.stand("lapsed") || k.Lapsed+k.Running != 20 || late.stand("granted") != 0 {
		t.Errorf("%+v", late)
	}
	// The same cases under a shorter time: now all are missed that have the time to be.
	short := exercise(t, 1, func(m *agreement.Model, d *agreement.Drill) {
		plain28("P7D")(m, d)
		m.Procedure("permit").Clock("decision").Within = period("P6D")
	})
	if k := short.clock(t, "decision"); k.Began != 20 || k.Lapsed+k.Running != 20 || k.Lapsed < inTime.stand("granted") {
		t.Errorf("%+v, where %d were granted in more time", short, inTime.stand("granted"))
	}
	nobody := exercise(t, 1, func(m *agreement.Model, d *agreement.Drill) {
		plain28("P7D")(m, d)
		d.Actors[0].Role = "clerk"
	})
	if nobody.stand("granted") != 0 || nobody.clock(t, "decision").Lapsed == 0 {
		t.Errorf("somebody answers whom nobody plays: %+v", nobody)
	}
}

// What takes two parties takes effect once both have answered, the slower of them seven days after it was asked; where one of
// them never answers, nothing else is done by the other in the meantime.
func TestDrillReachesAQuorum(t *testing.T) {
	both := func(m *agreement.Model, d *agreement.Drill) {
		plain28("P5D")(m, d)
		d.Actors = append(d.Actors, agreement.Player{ID: "slow", Role: "officer", Party: "belmark", Answers: period("P7D")})
		grant := m.Procedure("permit").Step("grant")
		grant.By, grant.Quorum = append(grant.By, agreement.Actor{Side: "asking", Role: "officer"}), 2
	}
	r := exercise(t, 1, both)
	if k := r.clock(t, "decision"); r.stand("granted") != 20-k.Running || k.Running == 0 || k.Lapsed != 0 {
		t.Errorf("%+v", r)
	}
	if f := r.Figures[1].Cells[0]; f.Value != "7" {
		t.Errorf("the time to decide is %+v", f)
	}
	alone := exercise(t, 1, func(m *agreement.Model, d *agreement.Drill) {
		both(m, d)
		d.Actors[0].Party, d.Actors = "arland", d.Actors[:1]
	})
	if k := alone.clock(t, "decision"); alone.stand("granted") != 0 || alone.stand("refused") != 0 || k.Lapsed == 0 || k.Lapsed != alone.stand("lapsed") {
		t.Errorf("%+v", alone)
	}
}

func TestDrillEvents(t *testing.T) {
	// Belmark is away all the time: it neither opens nor decides until the end, and what Arland asks lapses.
	r := exercise(t, 1, func(m *agreement.Model, d *agreement.Drill) {
		plain28("P2D")(m, d)
		d.Events = []agreement.Event{
			{ID: "one", At: period("P0D"), Kind: "stop", Party: belmark, Lasts: period("P20D")},
			{ID: "two", At: period("P15D"), Kind: "cut", Party: belmark, Lasts: period("P13D")}, // touches the first
			{ID: "news", At: period("P3D"), Kind: "note", Text: "x"},
		}
	})
	k := r.clock(t, "decision")
	if r.stand("granted") != 0 || k.Lapsed == 0 || k.Lapsed != r.stand("lapsed") {
		t.Errorf("%+v", r)
	}
	s := &simulation{model: figuresModel(t), outages: map[agreement.PartyID][]outage{belmark: {
		{newYear.AddDate(0, 0, 3), newYear.AddDate(0, 0, 5)}, {newYear.AddDate(0, 0, 8), newYear.AddDate(0, 0, 9)},
	}}}
	for _, x := range []struct {
		since   int
		answers string
		want    int
	}{{0, "P2D", 2}, {0, "P3D", 5}, {0, "P4D", 6}, {4, "P1D", 6}, {4, "P4D", 10}, {5, "P2D", 7}, {9, "P1D", 10}, {0, "P10D", 13}} {
		if got := s.ready(belmark, newYear.AddDate(0, 0, x.since), period(x.answers)); !got.Equal(newYear.AddDate(0, 0, x.want)) {
			t.Errorf("from day %d, %s: %s, want day %d", x.since, x.answers, got, x.want)
		}
	}
}

// Three in four of the cases are answered, give or take what chance does to four hundred.
func TestDrillShare(t *testing.T) {
	r := exercise(t, 3, func(m *agreement.Model, d *agreement.Drill) {
		plain28("P1D")(m, d)
		d.Actors[0].Share, d.Loads[0].Count = 75, 100
	})
	decided := r.stand("granted") + r.stand("lapsed")
	if share := float64(r.stand("granted")) / float64(decided); r.Cases[0].Opened != 400 || share < .70 || share > .88 { // those open last have not lapsed yet
		t.Errorf("%.2f of %d: %+v", share, decided, r)
	}
}

func TestDrillIsBounded(t *testing.T) {
	m := figuresModel(t)
	d := m.Drill("spring")
	d.Loads[0].Count = maxPlayed + 1
	if _, err := Simulate(m, d, 1); fault.CodeOf(err) != fault.TooLarge {
		t.Errorf("too many cases: %v", err)
	}
	m = figuresModel(t)
	d = m.Drill("spring")
	p := m.Procedure("permit")
	decision, stay := p.Clock("decision"), p.Clock("stay")
	decision.Within, decision.To = period("PT1S"), "granted"
	stay.Within, stay.To, stay.Silence = period("PT1S"), "asked", agreement.SilenceLapse
	if _, err := Simulate(m, d, 1); fault.CodeOf(err) != fault.TooLarge {
		t.Errorf("round and round: %v", err)
	}
}

// What cannot be opened is counted, with the reason of the first.
func TestDrillAfterTheEnd(t *testing.T) {
	r := exercise(t, 1, func(m *agreement.Model, d *agreement.Drill) {
		plain28("P1D")(m, d)
		m.Ends, m.Procedure("permit").Remedy = date("2026-01-14"), false
		m.Build()
	})
	if c := r.Cases[0]; c.Refused == 0 || c.Opened == 0 || c.Opened+c.Refused != 20 || c.Because == "" {
		t.Errorf("%+v", c)
	}
}

// Who answers in working days answers by the agreement's calendar: where nobody works for weeks, nobody decides in the
// month that the drill lasts.
func TestDrillByTheCalendar(t *testing.T) {
	plain := exercise(t, 3, plain28("5 working days"))
	shut := exercise(t, 3, func(m *agreement.Model, d *agreement.Drill) {
		plain28("5 working days")(m, d)
		m.Calendar = "none"
		m.Calendars = append(m.Calendars, agreement.Calendar{ID: "none", Weekend: []string{"tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}})
		m.Build()
	})
	if p, x := plain.clock(t, "decision"), shut.clock(t, "decision"); p.Lapsed != 0 || x.Lapsed == 0 {
		t.Errorf("%+v where people work, and %+v where they work on Mondays alone", p, x)
	}
}
