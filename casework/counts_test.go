package casework

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// dated is the fixture whose answer is due by a date in a field.
func dated(change func(*agreement.Clock)) *agreement.Model {
	m := fixture()
	r := &m.Records[0]
	r.Fields = append(r.Fields, agreement.Field{ID: "begins", Type: agreement.TypeDate, Class: agreement.ClassOfficial}, agreement.Field{ID: "arrival", Type: agreement.TypeTime, Class: agreement.ClassOfficial})
	p := &m.Procedures[0]
	p.Steps[0].Gives = append(p.Steps[0].Gives, "begins", "arrival")
	p.Step("answer").Gives = fields("facts", "begins")
	p.Step("answer").Resumes = nil
	cl := p.Clock("decision")
	cl.CountsFrom, cl.Max, cl.Warns = "begins", agreement.Period{}, agreement.Period{}
	change(cl)
	return m.Build()
}

func backFrom(length string) func(*agreement.Clock) {
	return func(cl *agreement.Clock) { cl.Within, cl.Before = agreement.Period{}, period(length) }
}

// openOn opens the case with a date.
func openOn(t *testing.T, m *agreement.Model, begins, arrival string) run {
	t.Helper()
	p := &m.Procedures[0]
	mv := sampleMove(m, p, sidesOf, p.Steps[0].ID, start)
	mv.Values["begins"], mv.Values["arrival"] = begins, arrival
	c, err := Open(m, "0123456789abcdef0123456789abcdef", p.ID, sidesOf, mv)
	if err != nil {
		t.Fatal(err)
	}
	return run{t, c}
}

// A date is the midnight of the agreement's zone, Paris, at which it begins; a time is its instant.
func TestClockCountsFromAField(t *testing.T) {
	const begins, arrival = "2026-06-15", "2026-05-01T10:30:00.123456789+02:00"
	for _, x := range []struct {
		name   string
		change func(*agreement.Clock)
		due    string
	}{
		{"42 days before", backFrom("P42D"), "2026-05-03T22:00:00Z"},
		{"42 days before, the whole day", func(cl *agreement.Clock) { backFrom("P42D")(cl); cl.Rounds = agreement.RoundsDay }, "2026-05-04T21:59:59.999999Z"},
		{"5 working days before", backFrom("5 working days"), "2026-06-07T22:00:00Z"},
		{"a month and half a day before", backFrom("P1MT12H"), "2026-05-14T10:00:00Z"},
		{"48 hours before", backFrom("PT48H"), "2026-06-12T22:00:00Z"},
		{"6 months after", func(cl *agreement.Clock) { cl.Within = period("P6M") }, "2026-12-14T23:00:00Z"},
		{"10 days after, to the end of the next working day", func(cl *agreement.Clock) { cl.Within, cl.Rounds = period("P12D"), agreement.RoundsWorking }, "2026-06-29T21:59:59.999999Z"},
		{"after a time", func(cl *agreement.Clock) { cl.CountsFrom, cl.Within = "arrival", period("P10D") }, "2026-05-11T08:30:00.123456Z"},
		{"before a time", func(cl *agreement.Clock) { cl.CountsFrom = "arrival"; backFrom("P5D")(cl) }, "2026-04-26T08:30:00.123456Z"},
	} {
		got := openOn(t, dated(x.change), begins, arrival).clock("decision")
		if !got.Due.Equal(instant(x.due)) || !got.Started.Equal(start) {
			t.Errorf("%s: due %s, want %s", x.name, got.Due, x.due)
		}
	}
}

// Another date moves the end, on and back; what has passed by then ends at once, and is recorded then.
func TestAnotherDateMovesTheEnd(t *testing.T) {
	m := dated(backFrom("P42D"))
	r := openOn(t, m, "2026-06-15", "2026-05-01T00:00:00Z")
	later := r.do("answer", start.Add(day), with("begins", "2026-07-15")).clock("decision")
	if !later.Due.Equal(instant("2026-06-02T22:00:00Z")) || !later.Started.Equal(start) {
		t.Errorf("later: %+v", later)
	}
	sooner := r.do("answer", start.Add(day), with("begins", "2026-05-01"))
	got := sooner.clock("decision")
	if !got.Due.Equal(start.Add(day)) || got.Status != StatusRuns {
		t.Errorf("sooner: %+v", got)
	}
	if len(sooner.Due(start.Add(day))) != 0 || len(sooner.Due(start.Add(day+micro))) != 1 {
		t.Errorf("due %v", sooner.Due(start.Add(day+micro)))
	}
	if got := sooner.at(start.Add(2 * day)).clock("decision"); got.Status != StatusLapsed || !got.Fired.Equal(start.Add(day)) {
		t.Errorf("lapsed: %+v", got)
	}
	// What has lapsed stays so.
	if got := sooner.do("answer", start.Add(3*day), with("begins", "2026-09-01")).clock("decision"); got.Status != StatusLapsed {
		t.Errorf("after the end: %+v", got)
	}
}

// A date that has passed when the clock starts ends it where it starts, for every silence.
func TestADateThatHasPassed(t *testing.T) {
	m := dated(func(cl *agreement.Clock) {
		backFrom("P42D")(cl)
		cl.Rounds, cl.Silence, cl.To, cl.Ladder = agreement.RoundsDay, agreement.SilenceLapse, "refused", ""
	})
	r := openOn(t, m, "2026-05-20", "2026-05-01T00:00:00Z")
	if got := r.clock("decision"); !got.Due.Equal(start) {
		t.Errorf("%+v", got)
	}
	if len(r.Due(start)) != 0 {
		t.Error("over before it began")
	}
	n := r.at(start.Add(micro)).in("refused")
	if at := n.Entered["refused"]; !at.Equal(start) {
		t.Errorf("at %s", at)
	}
	n.refuses(fault.ClockLapsed, "authorise", start.Add(time.Hour))
}

// Pauses and extensions stay what they were when the date changes, and max bounds everything.
func TestPausesMoveWithTheDate(t *testing.T) {
	m := dated(func(cl *agreement.Clock) { backFrom("P42D")(cl); cl.Max = period("P10D") })
	m.Procedures[0].Step("answer").Gives = fields("facts")
	m.Procedures[0].Step("answer").Resumes = []agreement.ClockID{"decision"}
	m.Procedures[0].Step("remark").Gives = fields("begins")
	first := instant("2026-05-03T22:00:00Z")
	r := openOn(t, m, "2026-06-15", "2026-05-01T00:00:00Z").do("ask", start.Add(day)).do("answer", start.Add(4*day))
	if got := r.clock("decision"); !got.Due.Equal(first.Add(3*day)) || got.Moved != 3*day {
		t.Fatalf("%+v", got)
	}
	if got := r.do("remark", start.Add(5*day), with("begins", "2026-06-17")).clock("decision"); !got.Due.Equal(first.Add(5 * day)) {
		t.Errorf("two days later: %+v", got)
	}
	if got := r.do("remark", start.Add(5*day), with("begins", "2026-08-17")).clock("decision"); !got.Due.Equal(first.Add(10 * day)) {
		t.Errorf("two months later, at most ten days: %+v", got)
	}
	if got := r.do("prolong", start.Add(5*day)).do("remark", start.Add(6*day), with("begins", "2026-06-14")).clock("decision"); !got.Due.Equal(first.Add(7 * day)) {
		t.Errorf("extended by five, and a day sooner: %+v", got)
	}
	// While it is paused another date counts too, and its time stands still where it was paused.
	paused := r.do("ask", start.Add(5*day)).do("remark", start.Add(7*day), with("begins", "2026-01-01"))
	if got := paused.clock("decision"); !got.Due.Equal(start.Add(5*day)) || got.Paused.IsZero() {
		t.Errorf("paused: %+v", got)
	}
	if got := paused.do("answer", start.Add(8*day)).clock("decision"); !got.Due.Equal(start.Add(8 * day)) {
		t.Errorf("and resumed: %+v", got)
	}
}

// Who cannot read the date follows home: acts are taken on its receipt, and the silence ends when it says.
func TestADateThatIsNotOpenHere(t *testing.T) {
	m := dated(backFrom("P42D"))
	p := &m.Procedures[0]
	mv := sampleMove(m, p, sidesOf, p.Steps[0].ID, start)
	delete(mv.Values, "begins")
	c, err := Open(m, "0123456789abcdef0123456789abcdef", p.ID, sidesOf, mv)
	if err != nil {
		t.Fatal(err)
	}
	r := run{t, c}
	if got := r.clock("decision"); !got.Unread || !r.Next().IsZero() || len(r.Due(start.AddDate(100, 0, 0))) != 0 || len(r.Warnings(start.Add(day))) != 0 {
		t.Fatalf("%+v, next %s", got, r.Next())
	}
	r.refuses(fault.ConditionUnread, "authorise", start.Add(day))
	_, err = r.Take(r.move("authorise", start.Add(day)))
	if !errors.Is(err, ErrUnreadEnd) || !errors.Is(err, agreement.ErrUnread) {
		t.Errorf("%v", err)
	}
	attested := func(mv *Move) { mv.Attested = true }
	ends := func(mv *Move) { mv.Ends = true }
	r.do("authorise", start.Add(day), attested).in("authorised")
	r.do("authorise", start.Add(day), ends).in("authorised")
	end := instant("2026-05-03T22:00:00Z")
	for _, x := range []struct {
		clock agreement.ClockID
		phase Phase
		at    time.Time
		ok    bool
	}{{"decision", PhaseFinal, end, true}, {"decision", PhaseSealed, end, false}, {"decision", PhaseFinal, start.Add(-micro), false}, {"review", PhaseFinal, end, false}} {
		if _, ok := r.Unread(x.clock, x.phase, x.at); ok != x.ok {
			t.Errorf("%+v: %v", x, ok)
		}
	}
	l, _ := r.Unread("decision", PhaseFinal, end)
	if _, err := r.Lapse(l); fault.CodeOf(err) != fault.ConditionUnread {
		t.Errorf("without home's word: %v", err)
	}
	l.Attested = true
	n, err := r.Lapse(l)
	if err != nil {
		t.Fatal(err)
	}
	if got := (run{t, n}).clock("decision"); got.Status != StatusLapsed || !got.Due.Equal(end) || !got.Fired.Equal(end) || got.Unread {
		t.Errorf("%+v", got)
	}
	// Once the date can be read, the end is known again.
	if got := r.do("answer", start.Add(day), attested, with("begins", "2026-07-15")).clock("decision"); got.Unread || !got.Due.Equal(instant("2026-06-02T22:00:00Z")) {
		t.Errorf("%+v", got)
	}
	if got := r.do("answer", start.Add(day), attested, func(mv *Move) { delete(mv.Values, "begins") }, ends); !got.clock("decision").Unread {
		t.Errorf("%+v", got.clock("decision"))
	}
	for _, v := range []any{EndFact(p.Clock("decision"), end), "2026", 7.0, nil} {
		if at, ok := StatedEnd(v); ok {
			t.Errorf("%v is read as %s", v, at)
		}
	}
	if at, ok := StatedEnd("2026-05-03T22:00:00Z"); !ok || !at.Equal(end) || EndFact(p.Clock("review"), end) != "" {
		t.Errorf("%s %v", at, ok)
	}
}

// A step within the states of a clock begins it anew: also when it has lapsed, and not beyond max while it ran.
func TestRestart(t *testing.T) {
	m := fixture()
	p := &m.Procedures[0]
	p.Step("endorse").Restarts = []agreement.ClockID{"decision"}
	p.Step("endorse").OtherThan = nil
	r := open(t, m, start).do("endorse", start.Add(5*day))
	if got := r.clock("decision"); !got.Started.Equal(start.Add(5*day)) || !got.Due.Equal(start.Add(13*day)) || got.Extended {
		t.Fatalf("%+v", got)
	}
	if got := r.do("endorse", start.Add(12*day)).clock("decision"); !got.Due.Equal(start.Add(18 * day)) {
		t.Errorf("beyond max: %+v", got)
	}
	late := open(t, m, start).at(start.Add(9 * day))
	if got := late.clock("decision"); got.Status != StatusLapsed || len(late.Ladders(start.Add(10*day))) == 0 {
		t.Fatalf("%+v", got)
	}
	n := late.do("endorse", start.Add(20*day))
	if got := n.clock("decision"); got.Status != StatusRuns || !got.Due.Equal(start.Add(28*day)) || len(n.Ladders(start.Add(21*day))) != 0 || len(n.Clocks) != 1 {
		t.Errorf("after it lapsed: %+v", n.Clocks)
	}
	paused := open(t, m, start).do("ask", start.Add(day)).do("endorse", start.Add(2*day))
	if got := paused.clock("decision"); !got.Paused.IsZero() || !got.Due.Equal(start.Add(10*day)) {
		t.Errorf("paused: %+v", got)
	}
}

// A case that its silence holds up goes on by the step that begins the clock anew.
func TestRestartEndsASuspension(t *testing.T) {
	m := fixture()
	p := &m.Procedures[0]
	cl := p.Clock("decision")
	cl.Silence, cl.Ladder, cl.Max = agreement.SilenceSuspend, "", agreement.Period{}
	p.Step("endorse").Restarts = []agreement.ClockID{"decision"}
	p.Step("endorse").OtherThan = nil
	r := open(t, m, start).at(start.Add(9 * day))
	r.refuses(fault.ClockLapsed, "ask", start.Add(10*day))
	r.do("endorse", start.Add(10*day)).do("ask", start.Add(11*day))
}

// What is sealed awaits its destruction: no step begins its clock anew.
func TestRestartOfWhatIsSealed(t *testing.T) {
	m := fixture()
	p := &m.Procedures[0]
	p.Step("remark").Restarts = []agreement.ClockID{"review"}
	p.Step("remark").From = states("measure-in-force")
	begun := start.Add(time.Hour)
	due := begun.Add(48 * time.Hour)
	r := open(t, m, start).do("act-at-once", begun)
	if got := r.do("remark", begun.Add(time.Hour)).clock("review"); !got.Due.Equal(due.Add(time.Hour)) {
		t.Errorf("%+v", got)
	}
	sealed := r.at(due.Add(time.Hour))
	sealed.refuses(fault.ClockLapsed, "remark", due.Add(time.Hour))
	if got := sealed.do("remark", due.Add(2*time.Hour), proved(due)).clock("review"); got.Status != StatusRuns || !got.Due.Equal(due.Add(48*time.Hour)) {
		t.Errorf("proved in time: %+v", got)
	}
}

// What silence takes by default can begin the time anew: it comes back again and again.
func TestSilenceRestarts(t *testing.T) {
	m := fixture()
	p := &m.Procedures[0]
	cl := p.Clock("decision")
	cl.Silence, cl.Takes, cl.Ladder, cl.Max = agreement.SilenceProceed, "endorse", "", agreement.Period{}
	p.Step("endorse").Restarts = []agreement.ClockID{"decision"}
	r := open(t, m, start).at(start.Add(30 * day))
	if got := r.clock("decision"); !got.Started.Equal(start.Add(24*day)) || len(r.Taken) != 4 {
		t.Errorf("%+v, %d entries", got, len(r.Taken))
	}
}

// Each party owes from its own entry on.
func TestOccasionsFromEntry(t *testing.T) {
	m := fixture()
	s := &agreement.Schedule{ID: "report", Article: "7", AfterEntry: period("P180D"), Every: period("P1Y"), Within: period("P30D")}
	until := instant("2029-01-01T00:00:00Z")
	for entered, want := range map[string]string{
		"2026-02-01T09:00:00Z": "2026-08-29 2027-08-29 2028-08-29", // signed before the first day, 1 March
		"2026-03-01T09:00:00Z": "2026-08-29 2027-08-29 2028-08-29",
		"2026-06-30T23:30:00Z": "2026-12-29 2027-12-29 2028-12-29", // 1 July in Paris
		"2028-12-24T00:00:00Z": "",
	} {
		got := ""
		for i, o := range Occasions(m, s, InForceFrom(m, instant(entered)), time.Time{}, until) {
			if i > 0 {
				got += " "
			}
			got += o.Day.String()
			if due := m.After(period("P30D"), o.At).Add(-micro); !o.Due.Equal(due) || o.Number != i {
				t.Errorf("%+v", o)
			}
		}
		if got != want {
			t.Errorf("entered %s: %s, want %s", entered, got, want)
		}
	}
	s.Starts = date("2026-05-01")
	if got := FirstDay(m, s, until); fmt.Sprint(got) != "2026-05-01" {
		t.Errorf("one day for all: %s", got)
	}
}
