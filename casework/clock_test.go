package casework

import (
	"fmt"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

const micro = time.Microsecond

// The urgent measure must be upheld within 48 hours; what is proved to have been done in time still
// counts in the 24 hours of grace.
func TestUrgentMeasure(t *testing.T) {
	begun := start.Add(time.Hour)
	due := begun.Add(48 * time.Hour)
	measure := func(t *testing.T) run { return open(t, fixture(), start).do("act-at-once", begun) }
	for _, x := range []struct {
		name             string
		received, proved time.Time
		code             fault.Code
	}{
		{"at 47:59", due.Add(-time.Minute), time.Time{}, ""},
		{"at 48:00", due, time.Time{}, ""},
		{"at 48:00:00.000001", due.Add(micro), time.Time{}, fault.ClockLapsed},
		{"at 47:59 on the far side of a cut line, an hour late", due.Add(time.Hour), due.Add(-time.Minute), ""},
		{"at 48:00, received at the end of the grace", due.Add(day), due, ""},
		{"at 48:00:00.000001, received in the grace", due.Add(time.Hour), due.Add(micro), fault.ClockLapsed},
		{"at 47:59, received after the grace", due.Add(day + micro), due.Add(-time.Minute), fault.ClockLapsed},
		{"without proof in the grace", due.Add(time.Hour), time.Time{}, fault.ClockLapsed},
	} {
		t.Run(x.name, func(t *testing.T) {
			r := measure(t)
			if x.code != "" {
				r.refuses(x.code, "uphold", x.received, proved(x.proved))
				return
			}
			n := r.do("uphold", x.received, proved(x.proved)).in("measure-upheld")
			if got := n.clock("review").Status; got != StatusStopped {
				t.Errorf("the clock is %s", got)
			}
			want := x.received
			if !x.proved.IsZero() {
				want = x.proved
			}
			if at := n.Taken[n.Number-1].At; !at.Equal(want) || !n.clock("execution").Started.Equal(want) {
				t.Errorf("counts as done at %s, the next clock starts at %s, want %s", at, n.clock("execution").Started, want)
			}
			if err := n.Sees(Actor{Party: arland, Role: "prosecutor"}, "evidence", x.received); err != nil {
				t.Errorf("sealed although upheld: %v", err)
			}
			if due := n.Due(x.received.Add(day)); len(due) != 0 {
				t.Errorf("still due: %v", due)
			}
		})
	}
}

func TestUrgentMeasureNotUpheld(t *testing.T) {
	begun := start.Add(time.Hour)
	due := begun.Add(48 * time.Hour)
	r := open(t, fixture(), start).do("act-at-once", begun)
	if got := r.Due(due); len(got) != 0 {
		t.Fatalf("due at the very end: %v", got)
	}
	if next := r.Next(); !next.Equal(due.Add(micro)) || len(r.Due(next)) != 1 {
		t.Fatalf("next %s", next)
	}
	sealed, err := r.Lapse(Lapse{Clock: "review", Phase: PhaseSealed, At: due})
	if err != nil {
		t.Fatal(err)
	}
	if sealed.State != "measure-in-force" || sealed.Clocks[1].Status != StatusSealed || !sealed.Clocks[1].Fired.Equal(due) {
		t.Errorf("after sealing: %s %+v", sealed.State, sealed.Clocks)
	}
	if next := sealed.Next(); !next.Equal(due.Add(day + micro)) {
		t.Errorf("next %s", next)
	}
	final, err := sealed.Lapse(Lapse{Clock: "review", Phase: PhaseFinal, At: due.Add(day)})
	if err != nil {
		t.Fatal(err)
	}
	n := run{t, final}.in("not-upheld")
	if n.Values["evidence"] != nil || !n.Erased["evidence"].Equal(due.Add(day)) || n.Values["facts"] == nil {
		t.Errorf("values %v, erased %v", n.Values, n.Erased)
	}
	last := n.Taken[n.Number-1]
	if last.Step != "" || last.Clock != "review" || fmt.Sprint(last.Erases) != "[evidence]" || last.To != "not-upheld" || !n.Entered["not-upheld"].Equal(due.Add(day)) {
		t.Errorf("recorded as %+v", last)
	}
	if !n.Over() {
		t.Error("not over")
	}
	n.refuses(fault.ClockLapsed, "uphold", due.Add(2*day))
	n.refuses(fault.WrongState, "execute", due.Add(2*day))
	if sealed.Values["evidence"] == nil || r.Values["evidence"] == nil {
		t.Error("earlier cases lost their value")
	}
}

// What is not the next silence to the instant is no silence.
func TestLapseRefuses(t *testing.T) {
	begun := start.Add(time.Hour)
	due := begun.Add(48 * time.Hour)
	r := open(t, fixture(), start).do("act-at-once", begun)
	for _, x := range []struct {
		l    Lapse
		code fault.Code
	}{
		{Lapse{Clock: "patience", Phase: PhaseFinal, At: due}, fault.NoSuchStep},
		{Lapse{Clock: "review", Phase: PhaseFinal, At: due.Add(day)}, fault.Conflict},
		{Lapse{Clock: "review", Phase: PhaseSealed, At: due.Add(-micro)}, fault.Conflict},
		{Lapse{Clock: "review", Phase: PhaseSealed, At: due.Add(micro)}, fault.Conflict},
		{Lapse{Clock: "decision", Phase: PhaseFinal, At: start.Add(8 * day)}, fault.Conflict}, // stopped by leaving the state
		{Lapse{Clock: "execution", Phase: PhaseFinal, At: due}, fault.Conflict},
	} {
		if _, err := r.Lapse(x.l); fault.CodeOf(err) != x.code {
			t.Errorf("%+v: %v, want %s", x.l, err, x.code)
		}
	}
	done := r.do("uphold", begun.Add(time.Hour)).do("execute", begun.Add(2*time.Hour))
	if _, err := done.Lapse(Lapse{Clock: "review", Phase: PhaseSealed, At: due}); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("nothing runs: %v", err)
	}
}

// A silence that was final before the receipt of an act must stand before it, for every silence.
func TestStepAheadOfItsLapse(t *testing.T) {
	r := open(t, fixture(), start)
	late := start.Add(8*day + micro)
	_, err := r.Take(r.move("authorise", late))
	refuses(t, err, fault.ClockLapsed, "7")
	r.do("authorise", late).in("authorised") // do records it first
	// An act proved in time stops the clock; the remark about its silence stays.
	n := r.do("authorise", late, proved(start.Add(7*day)))
	if n.Taken[1].Clock != "decision" || n.clock("decision").Status != StatusStopped || !n.clock("execution").Started.Equal(start.Add(7*day)) {
		t.Errorf("%+v %+v", n.Taken[1], n.Clocks)
	}
}

// In the grace an act that was done in time counts, whether the sealing is recorded or not; after it,
// none does, whether the destruction is recorded or not.
func TestUnrecordedSilenceOfDestruction(t *testing.T) {
	begun := start.Add(time.Hour)
	due := begun.Add(48 * time.Hour)
	r := open(t, fixture(), start).do("act-at-once", begun)
	for _, x := range []struct {
		received, proved time.Time
		code             fault.Code
	}{
		{due.Add(time.Hour), due, ""},
		{due.Add(day), due, ""},
		{due.Add(time.Hour), due.Add(micro), fault.ClockLapsed},
		{due.Add(time.Hour), time.Time{}, fault.ClockLapsed},
		{due.Add(day + micro), due, fault.ClockLapsed},
	} {
		mv := r.move("uphold", x.received)
		mv.Proved = x.proved
		if _, err := r.Take(mv); fault.CodeOf(err) != x.code {
			t.Errorf("received %s, proved %s: %v, want %q", x.received, x.proved, err, x.code)
		}
	}
}

// A proof that reaches back before the pause adds no time, and takes none.
func TestAnswerProvedBeforeTheQuestion(t *testing.T) {
	r := open(t, fixture(), start).do("ask", start.Add(2*day)).do("answer", start.Add(3*day), proved(start.Add(day)))
	if got := r.clock("decision"); !got.Due.Equal(start.Add(8*day)) || !got.Paused.IsZero() {
		t.Errorf("%+v", got)
	}
}

// To stay in a state is not to enter it: the clock is not set back.
func TestStayingStartsNoClock(t *testing.T) {
	m := fixture()
	m.Procedures[0].Step("answer").To = "requested"
	r := open(t, m, start).do("answer", start.Add(day))
	if got := r.clock("decision"); !got.Started.Equal(start) || got.Status != StatusRuns {
		t.Errorf("%+v", got)
	}
	m = silent(agreement.Clock{Silence: agreement.SilenceErase, Erases: fields("evidence"), Grace: period("P1D")})
	m.Procedures[0].Step("note").To = "waiting"
	r = open(t, m, start).at(tenDays.Add(2*day)).do("note", tenDays.Add(3*day))
	if got := r.clock("reply"); got.Status != StatusLapsed {
		t.Errorf("begun anew: %+v", got)
	}
}

// A state that stops a clock does not start it, even if it is named in both places.
func TestStopsBeforeStarts(t *testing.T) {
	m := fixture()
	cl := m.Procedures[0].Clock("execution")
	cl.Stops = states("measure-upheld")
	begun := start.Add(time.Hour)
	r := open(t, m, start).do("act-at-once", begun).do("uphold", begun.Add(time.Hour))
	for _, c := range r.Clocks {
		if c.Clock == "execution" {
			t.Errorf("started: %+v", c)
		}
	}
}

// Days are days of the calendar in the agreement's zone, hours are hours.
func TestSummerTime(t *testing.T) {
	noon := instant("2026-03-28T11:00:00Z") // noon in Paris, the day before the clocks go forward
	for within, want := range map[string]string{
		"P1D": "2026-03-29T10:00:00Z", "PT24H": "2026-03-29T11:00:00Z", "P1M": "2026-04-28T10:00:00Z", "2 working days": "2026-03-31T10:00:00Z",
	} {
		m := fixture()
		m.Procedures[0].Clocks[0].Within = period(within)
		r := open(t, m, noon)
		if got := r.clock("decision").Due; !got.Equal(instant(want)) {
			t.Errorf("%s: due %s, want %s", within, got, want)
		}
		if len(r.Due(instant(want))) != 0 || len(r.Due(instant(want).Add(micro))) != 1 {
			t.Errorf("%s: due at the wrong instant", within)
		}
	}
}

func TestPauses(t *testing.T) {
	r := open(t, fixture(), start)
	asked := r.do("ask", start.Add(2*day))
	if got := asked.clock("decision"); !got.Paused.Equal(start.Add(2*day)) || got.Status != StatusRuns {
		t.Fatalf("%+v", got)
	}
	// Eight days, paused for three: due after eleven.
	answered := asked.do("answer", start.Add(5*day))
	if got := answered.clock("decision"); !got.Paused.IsZero() || !got.Due.Equal(start.Add(11*day)) || !got.Warns.Equal(start.Add(9*day)) {
		t.Errorf("%+v", got)
	}
	if len(answered.Due(start.Add(11*day))) != 0 || len(answered.Due(start.Add(11*day+micro))) != 1 {
		t.Error("due at the wrong instant")
	}
	// A pause without an end is bounded by the maximum: eight days and ten.
	if got := asked.Due(start.Add(18 * day)); len(got) != 0 {
		t.Errorf("due %v", got)
	}
	got := asked.Due(start.Add(18*day + micro))
	if len(got) != 1 || !got[0].At.Equal(start.Add(18*day)) {
		t.Errorf("due %v", got)
	}
	if c := asked.at(start.Add(19 * day)).clock("decision"); c.Status != StatusLapsed || !c.Paused.IsZero() || !c.Due.Equal(start.Add(18*day)) {
		t.Errorf("%+v", c)
	}
	// Pauses and extensions together stay below the maximum.
	n := answered.do("prolong", start.Add(6*day)).do("ask", start.Add(7*day)).do("answer", start.Add(15*day))
	if got := n.clock("decision").Due; !got.Equal(start.Add(18 * day)) {
		t.Errorf("due %s", got)
	}
	n.refuses(fault.ConditionUnmet, "prolong", start.Add(16*day))
	// To ask twice pauses once; to answer twice adds nothing.
	twice := asked.do("ask", start.Add(3*day)).do("answer", start.Add(5*day)).do("answer", start.Add(6*day))
	if got := twice.clock("decision").Due; !got.Equal(start.Add(11 * day)) {
		t.Errorf("due %s", got)
	}
}

func TestPauseWithoutMaximum(t *testing.T) {
	m := fixture()
	m.Procedures[0].Clocks[0].Max = agreement.Period{}
	r := open(t, m, start).do("ask", start.Add(day))
	if got := r.Due(start.Add(400 * day)); len(got) != 0 || !r.Next().IsZero() {
		t.Errorf("due %v, next %s", got, r.Next())
	}
	// Without a maximum a clock is extended once.
	r = open(t, m, start).do("prolong", start.Add(day))
	if got := r.clock("decision"); !got.Extended || !got.Due.Equal(start.Add(13*day)) {
		t.Errorf("%+v", got)
	}
	r.refuses(fault.ConditionUnmet, "prolong", start.Add(2*day))
	open(t, m, start).at(start.Add(9*day)).refuses(fault.ClockLapsed, "prolong", start.Add(10*day))
}

func TestExtendWhatDoesNotRun(t *testing.T) {
	m := fixture()
	p := &m.Procedures[0]
	p.Step("prolong").From = states("requested", "measure-in-force", "executed")
	r := open(t, m, start)
	r.do("act-at-once", start.Add(time.Hour)).refuses(fault.ConditionUnmet, "prolong", start.Add(2*time.Hour))
	p.Step("prolong").Extends = []agreement.ClockID{"execution"}
	r.refuses(fault.ConditionUnmet, "prolong", start.Add(time.Hour))
}

// In the grace a pause that is proved in time still counts, as every act does.
func TestPauseInTheGrace(t *testing.T) {
	m := fixture()
	p := &m.Procedures[0]
	p.Step("remark").Pauses = []agreement.ClockID{"review"}
	begun := start.Add(time.Hour)
	due := begun.Add(48 * time.Hour)
	r := open(t, m, start).do("act-at-once", begun).at(due.Add(time.Hour))
	n := r.do("remark", due.Add(2*time.Hour), proved(due))
	if got := n.clock("review"); got.Status != StatusRuns || !got.Paused.Equal(due) || !got.Fired.IsZero() {
		t.Errorf("%+v", got)
	}
	n = r.do("remark", due.Add(2*time.Hour))
	if got := n.clock("review"); got.Status != StatusSealed || !got.Paused.IsZero() {
		t.Errorf("too late, and yet %+v", got)
	}
}

func TestWarnings(t *testing.T) {
	r := open(t, fixture(), start)
	warned := func(at time.Time) int { return len(r.at(at).Warnings(at)) }
	if warned(start.Add(6*day-micro)) != 0 || warned(start.Add(6*day)) != 1 || warned(start.Add(8*day)) != 1 || warned(start.Add(8*day+micro)) != 0 {
		t.Errorf("warned at the wrong time: %+v", r.Clocks)
	}
}

func TestClockRunsOnBetweenItsStates(t *testing.T) {
	m := fixture()
	p := &m.Procedures[0]
	p.Step("execute").To = "measure-upheld" // from authorised to upheld, both of which start the clock
	r := open(t, m, start).do("authorise", start.Add(day)).do("execute", start.Add(2*day))
	if got := r.clock("execution"); !got.Started.Equal(start.Add(day)) || got.Status != StatusRuns {
		t.Errorf("%+v", got)
	}
	// A clock that is left and entered anew starts anew, and stands once in the list.
	p.Step("execute").To = "requested"
	r = open(t, m, start).do("authorise", start.Add(day)).do("execute", start.Add(2*day))
	if got := r.clock("decision"); !got.Started.Equal(start.Add(2*day)) || len(r.Clocks) != 2 {
		t.Errorf("%+v", r.Clocks)
	}
	if got := r.Entered["requested"]; !got.Equal(start) {
		t.Errorf("first entered %s", got)
	}
}
