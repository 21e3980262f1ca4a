package casework

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
)

// deadline is one time limit of the law: the clock that says it, a start on the wall clock of Brussels, and the
// end that a person reckons by hand. "day" ends are the last instant of that day.
type deadline struct {
	instrument, provision string
	procedure             agreement.ProcedureID
	limit                 string // as testdata/deadlines.md writes it
	start, end            string
	extended              string // explain: the end once reasons are owed; with "by": after that step
	by                    agreement.StepID
}

const (
	ecs    = "Reg (EU) 2023/1543"
	eio    = "Dir 2014/41/EU (EIO)"
	info   = "Dir (EU) 2023/977"
	pruem  = "Reg (EU) 2024/982 (Pruem II)"
	freeze = "Reg (EU) 2018/1805"
	led    = "Dir (EU) 2016/680"
	europa = "Reg (EU) 2016/794"
	voice  = "Dir (EU) 2019/1937"
	ccf    = "INTERPOL CCF Statute"
	codex  = "e-CODEX connector default"
)

// deadlines stand in the order of the instruments. Days off in the calendar of the file: Thursday to Monday of
// Easter 2026 (2 to 6 April), 1 and 9 May, Ascension (14 and 15 May), Whit Monday, 25 and 26 December.
var deadlines = []deadline{
	{eio, "Art 12(3)", "eio-recognition", "P30D", "2026-03-04 10:00", "2026-04-07 day", "2026-05-07 day", ""},
	{eio, "Art 12(4)", "eio-execution", "P90D", "2026-01-31 09:00", "2026-05-04 day", "", ""},
	{ecs, "Art 10(2)-(3)", "production", "P10D", "2026-05-04 16:00", "2026-05-18 day", "", ""},
	{ecs, "Art 10(4)", "production-emergency", "PT8H", "2026-03-28 20:00", "2026-03-29 05:00", "", ""},
	{ecs, "Art 12(1)", "production-grounds", "P10D", "2026-12-15 10:00", "2026-12-28 day", "", ""},
	{ecs, "Art 10(4)/12(1)", "production-grounds-emergency", "PT96H", "2026-10-23 12:00", "2026-10-27 11:00", "", ""},
	{ecs, "Art 4(5)", "production-validation", "PT48H", "2026-02-27 23:30", "2026-03-01 23:30", "", ""},
	{ecs, "Art 10(6)/11(5)", "production-clarification", "P5D", "2026-03-30 10:00", "2026-04-07 day", "", ""},
	{ecs, "Art 10(6)/11(5)", "preservation-clarification", "P5D", "2026-06-01 12:00", "2026-06-08 day", "", ""},
	{ecs, "Art 11(1)", "preservation-end", "P60D", "2026-01-05 09:00", "2026-03-06 day", "2026-04-07 day", "prolong"},
	{ecs, "Art 16(2)", "enforcement-recognition", "5 working days", "2026-03-31 10:00", "2026-04-10 day", "", ""},
	{ecs, "Art 16(7)", "enforcement-reply", "5 working days", "2026-05-12 10:00", "2026-05-21 day", "", ""},
	{ecs, "Art 17(2)", "third-country", "P10D", "2026-07-01 10:00", "2026-07-13 day", "", ""},
	{info, "Art 5(1)(a)", "information-a", "PT8H", "2026-10-24 22:00", "2026-10-25 05:00", "", ""},
	{info, "Art 5(1)(b)", "information-b", "P3D", "2026-03-27 17:45", "2026-03-30 17:45", "", ""},
	{info, "Art 5(1)(c)", "information-c", "P7D", "2026-10-20 08:00", "2026-10-27 08:00", "", ""},
	{pruem, "Art 47(1)", "core-data", "PT48H", "2026-03-28 12:00", "2026-03-30 13:00", "", ""},
	{pruem, "Art 45(3)", "logs", "P3Y", "2028-02-29 00:00", "2031-02-28 00:00", "", ""},
	{freeze, "Art 9(3)", "freezing-recognition", "PT48H", "2026-05-01 10:00", "2026-05-03 10:00", "", ""},
	{freeze, "Art 9(3)", "freezing-execution", "PT48H", "2026-12-31 23:59", "2027-01-02 23:59", "", ""},
	{freeze, "Art 12(2)", "freezing-end", "P6W", "2026-03-16 10:00", "2026-04-27 day", "", ""},
	{led, "Art 30(1)", "breach", "PT72H", "2026-12-24 09:00", "2026-12-27 09:00", "", ""},
	{led, "Art 28(5)", "consultation", "P6W", "2026-01-31 10:00", "2026-03-14 10:00", "2026-04-14 10:00", "announce"},
	{europa, "Art 31(2)", "storage", "P3Y", "2026-07-01 00:00", "2029-07-01 00:00", "", ""},
	{europa, "Art 36(3)-(4)", "access-referral", "P1M", "2026-01-31 12:00", "2026-02-28 12:00", "", ""},
	{europa, "Art 36(3)-(4)", "access-answer", "P3M", "2026-11-30 12:00", "2027-02-28 12:00", "", ""},
	{voice, "Art 9(1)(b) & 11(2)(b)", "acknowledgment", "P7D", "2026-06-01 09:00", "2026-06-08 09:00", "", ""},
	{voice, "Art 9(1)(f) & 11(2)(d)", "feedback", "P3M", "2026-08-31 09:00", "2026-11-30 09:00", "2027-02-28 09:00", "justify"},
	{ccf, "Art 40", "files-access", "P4M", "2026-10-31 09:00", "2027-02-28 09:00", "", ""},
	{ccf, "Art 40", "files-correction", "P9M", "2026-05-31 09:00", "2027-02-28 09:00", "", ""},
	{codex, "config", "ecodex-relay", "PT12H", "2026-03-28 20:00", "2026-03-29 09:00", "", ""},
	{codex, "config", "ecodex-delivery", "PT24H", "2026-10-24 12:00", "2026-10-25 11:00", "", ""},
	{codex, "config", "ecodex-retrieval", "PT36H", "2026-06-01 12:00", "2026-06-03 00:00", "", ""},
}

func deadlineModel(t *testing.T) *agreement.Model {
	t.Helper()
	b, err := os.ReadFile("testdata/deadlines.md")
	if err != nil {
		t.Fatal(err)
	}
	m, fs := agreement.Compile("deadlines.md", b)
	for _, f := range fs {
		t.Error(f)
	}
	if m == nil {
		t.FailNow()
	}
	return m
}

// at reads "2026-03-01 10:00" or "2026-03-01 day" on the agreement's wall clock.
func (d deadline) at(t *testing.T, m *agreement.Model, s string) time.Time {
	t.Helper()
	if day, ok := strings.CutSuffix(s, " day"); ok {
		at, err := agreement.ParseDate(day)
		if err != nil {
			t.Fatal(err)
		}
		return at.After().Midnight(m.Location()).Add(-tick)
	}
	at, err := time.ParseInLocation("2006-01-02 15:04", s, m.Location())
	if err != nil {
		t.Fatal(err)
	}
	return at.UTC()
}

// court plays the two authorities of the file.
type court struct {
	t *testing.T
	m *agreement.Model
	p *agreement.Procedure
	c *Case
}

func (x *court) move(step agreement.StepID, at time.Time) Move {
	x.t.Helper()
	s := x.p.Step(step)
	mv := Move{
		Step: step, Side: s.By[0].Side, Role: s.By[0].Role, Party: agreement.PartyID(s.By[0].Side), Person: "somebody",
		Values: map[agreement.FieldID]any{}, Received: at,
	}
	for _, in := range Form(x.m, x.p, s) {
		mv.Gives, mv.Values[in.Field.ID] = append(mv.Gives, in.Field.ID), "words"
	}
	return mv
}

func (x *court) open(at time.Time) {
	x.t.Helper()
	sides := map[agreement.SideID]agreement.PartyID{"asking": "asking", "asked": "asked"}
	for i := range x.p.Steps {
		if len(x.p.Steps[i].From) > 0 {
			continue
		}
		c, err := Open(x.m, "0123456789abcdef0123456789abcdef", x.p.ID, sides, x.move(x.p.Steps[i].ID, at))
		if err != nil {
			x.t.Fatal(err)
		}
		x.c = c
		return
	}
}

func (x *court) take(step agreement.StepID, at time.Time) {
	x.t.Helper()
	c, err := x.c.Settled(at).Take(x.move(step, at))
	if err != nil {
		x.t.Fatalf("%s at %s: %v", step, at, err)
	}
	x.c = c
}

func (x *court) running(id agreement.ClockID) Running {
	x.t.Helper()
	for _, r := range x.c.Clocks {
		if r.Clock == id {
			return r
		}
	}
	x.t.Fatalf("the clock %q never began", id)
	return Running{}
}

// TestDeadlinesOfTheLaw lets every limit begin, holds its end against the one reckoned by hand, and lets silence do
// what the law says it does: not an instant before, and as soon as the time is over.
func TestDeadlinesOfTheLaw(t *testing.T) {
	m := deadlineModel(t)
	for _, d := range deadlines {
		t.Run(string(d.procedure), func(t *testing.T) {
			x := &court{t: t, m: m, p: m.Procedure(d.procedure)}
			if x.p == nil {
				t.Fatalf("no procedure")
			}
			cl := x.p.Clock("limit")
			if cl.Within.String() != d.limit {
				t.Fatalf("the clock runs %s, the law says %s", cl.Within, d.limit)
			}
			start, end := d.at(t, m, d.start), d.at(t, m, d.end)
			x.open(start)
			if got := x.running("limit").Due; !got.Equal(end) {
				t.Fatalf("from %s it ends on %s, not on %s", d.start, got.In(m.Location()), d.end)
			}
			if !cl.Warns.IsZero() {
				if n := len(x.c.Warnings(end.Add(-time.Minute))); n != 1 {
					t.Errorf("a minute before the end %d warnings are in place", n)
				}
				if w := x.running("limit").Warns; !w.Equal(end.Add(-cl.Warns.AddTo(start, time.UTC).Sub(start))) {
					t.Errorf("the warning comes on %s", w)
				}
			}
			if d.by != "" {
				x.take(d.by, start.Add(time.Hour))
				end = d.at(t, m, d.extended)
				if got := x.running("limit").Due; !got.Equal(end) {
					t.Fatalf("after %s it ends on %s, not on %s", d.by, got.In(m.Location()), d.extended)
				}
				if _, err := x.c.Take(x.move(d.by, start.Add(2*time.Hour))); err == nil {
					t.Error("the time can be extended a second time")
				}
			}
			for _, l := range x.c.Due(end) {
				if l.Clock == "limit" {
					t.Fatal("it lapses at its very end, where an act is still in time")
				}
			}
			x.silent(d, cl, end)
		})
	}
}

// silent lets the time run out and looks at what that does.
func (x *court) silent(d deadline, cl *agreement.Clock, end time.Time) {
	t := x.t
	t.Helper()
	before := x.c.Settled(end)
	x.c = x.c.Settled(end.Add(tick))
	r := x.running("limit")
	switch cl.Silence {
	case agreement.SilenceExplain:
		if want := d.at(t, x.m, d.extended); !r.Due.Equal(want) || !r.Extended || r.Status != StatusRuns {
			t.Errorf("reasons are owed, and the time ends on %s (%s), not on %s", r.Due.In(x.m.Location()), r.Status, d.extended)
		}
		x.c = x.c.Settled(r.Due.Add(tick))
		if r := x.running("limit"); r.Status != StatusLapsed {
			t.Errorf("after the extension the clock is %s", r.Status)
		}
	case agreement.SilenceProceed:
		if want := x.p.Step(cl.Takes).To; x.c.State != want {
			t.Errorf("the case stands at %q, not at %q", x.c.State, want)
		}
	case agreement.SilenceLapse:
		if x.c.State != cl.To {
			t.Errorf("the case stands at %q, not at %q", x.c.State, cl.To)
		}
	case agreement.SilenceErase:
		f := cl.Erases[0]
		giver := Actor{Party: "asking", Role: "issuer"}
		if x.c.State != before.State || r.Status != StatusSealed || x.c.Sees(giver, f, end) != nil && before.Given[f] != 0 {
			t.Errorf("at the end the case stands at %q, and the clock is %s", x.c.State, r.Status)
		}
		gone := x.c.Settled(r.Grace.Add(tick))
		if gone.State != cl.To {
			t.Errorf("after the grace the case stands at %q, not at %q", gone.State, cl.To)
		}
		if _, given := gone.Given[f]; given && gone.Erased[f].IsZero() {
			t.Errorf("after the grace %q is not destroyed", f)
		}
	case agreement.SilenceSuspend:
		if _, err := x.c.Take(x.move("transmit", end.Add(time.Hour))); err == nil {
			t.Error("the obligation is not suspended")
		}
		x.take("clarify", end.Add(2*time.Hour))
		x.take("transmit", end.Add(3*time.Hour))
	case agreement.SilenceRemain:
		if r.Status != StatusLapsed || x.c.State != before.State {
			t.Errorf("the clock is %s, and the case stands at %q", r.Status, x.c.State)
		}
		if n := len(x.c.Ladders(end.AddDate(0, 0, 2))); n != 1 {
			t.Errorf("two days later %d rungs are due", n)
		}
		stops := slices.IndexFunc(x.p.Steps, func(s agreement.Step) bool {
			return slices.Contains(s.From, x.c.State) && s.To != "" && len(s.Pauses) == 0
		})
		x.take(x.p.Steps[stops].ID, end.AddDate(0, 0, 3)) // the duty stays, and can still be done
	default:
		t.Errorf("silence means %q", cl.Silence)
	}
}

// TestStatisticsByTheEndOfMarch: the one limit that is a day of every year.
func TestStatisticsByTheEndOfMarch(t *testing.T) {
	m := deadlineModel(t)
	s := m.Schedule("statistics")
	year := func(y int) time.Time { return time.Date(y, 1, 1, 0, 0, 0, 0, m.Location()) }
	all := Occasions(m, s, time.Time{}, year(2027), year(2030))
	if len(all) != 3 {
		t.Fatalf("%d turns in three years", len(all))
	}
	for i, o := range all {
		if last := time.Date(2027+i, 4, 1, 0, 0, 0, 0, m.Location()).Add(-tick); !o.Due.Equal(last) {
			t.Errorf("turn %d is due by %s, not by the end of March", i, o.Due.In(m.Location()))
		}
	}
}

// TestEveryDeadlineIsThere holds the table against the published list of limits, row by row.
func TestEveryDeadlineIsThere(t *testing.T) {
	root := os.Getenv("ENTENTE_DATA")
	if root == "" {
		root = "../../shared/data"
	}
	f, err := os.Open(filepath.Join(root, "law/codes/deadlines.csv"))
	if errors.Is(err, fs.ErrNotExist) {
		if os.Getenv("CI") != "" {
			t.Fatal("the real data is missing")
		}
		t.Skip("the real data is not on this machine")
	}
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	used := make([]bool, len(deadlines))
	find := func(instrument, provision, limit string) error {
		for i, d := range deadlines {
			if !used[i] && d.instrument == instrument && d.provision == provision && d.limit == limit {
				used[i] = true
				return nil
			}
		}
		return fmt.Errorf("no clock for %s %s: %s", instrument, provision, limit)
	}
	for _, row := range rows[1:] {
		limits := []string{row[3]}
		switch {
		case row[3] == "31 March":
			continue // TestStatisticsByTheEndOfMarch
		case row[3] == "6 weeks":
			limits = []string{"P6W"}
		case row[3] == "P1M / P3M":
			limits = []string{"P1M", "P3M"}
		case row[1] == "Art 10(6)/11(5)":
			limits = []string{row[3], row[3]} // one provision, two meanings of silence
		}
		for _, l := range limits {
			if err := find(row[0], row[1], l); err != nil {
				t.Error(err)
			}
		}
	}
	for i, d := range deadlines {
		if !used[i] {
			t.Errorf("the list has no %s %s: %s", d.instrument, d.provision, d.limit)
		}
	}
	t.Logf("%d rows, %d clocks and a schedule", len(rows)-1, len(deadlines))
}
