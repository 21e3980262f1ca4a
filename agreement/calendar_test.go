package agreement

import (
	"testing"
	"time"
)

func day(t *testing.T, s string) Date {
	t.Helper()
	d, err := ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// working gives a model in Brussels with the days off of two administrations.
func working(t *testing.T) *Model {
	t.Helper()
	m := &Model{
		Timezone: "Europe/Brussels", Calendar: "institutions",
		Calendars: []Calendar{
			{ID: "institutions", Weekend: []string{"saturday", "sunday"}, Yearly: []string{"01-01", "05-01", "12-25"}, Closed: []Date{day(t, "2026-04-06")}},
			{ID: "south", Weekend: []string{"friday", "saturday"}, Closed: []Date{day(t, "2026-05-04")}},
			{ID: "never", Weekend: []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}},
		},
	}
	return m.Build()
}

func TestWorkingDaysOfCalendars(t *testing.T) {
	m := working(t)
	for _, x := range []struct {
		name      string
		calendars []CalendarID
		period    string
		from, to  string // wall clock of Brussels
	}{
		{"the agreement's own calendar: Easter Monday does not count", nil, "1 working day", "2026-04-02 10:00", "2026-04-03 10:00"},
		{"over Easter", nil, "2 working days", "2026-04-02 10:00", "2026-04-07 10:00"},
		{"from a day off", nil, "1 working day", "2026-04-05 10:00", "2026-04-07 10:00"},
		{"labour day, then the weekend", nil, "1 working day", "2026-04-30 23:59", "2026-05-04 23:59"},
		{"a weekend of Friday and Saturday", []CalendarID{"south"}, "1 working day", "2026-04-30 09:00", "2026-05-03 09:00"},
		{"of both: neither is closed", []CalendarID{"institutions", "south"}, "1 working day", "2026-04-30 09:00", "2026-05-05 09:00"},
		{"of both, three days", []CalendarID{"institutions", "south"}, "3 working days", "2026-04-30 09:00", "2026-05-07 09:00"},
		{"calendar days do not ask", []CalendarID{"south"}, "P3D", "2026-04-30 09:00", "2026-05-03 09:00"},
		{"a month, then nothing", nil, "P1M", "2026-01-31 09:00", "2026-02-28 09:00"},
		{"over the change of clocks the time of day stays", nil, "1 working day", "2026-03-27 09:00", "2026-03-30 09:00"},
	} {
		p, err := ParsePeriod(x.period)
		if err != nil {
			t.Fatal(err)
		}
		k := &Clock{Calendars: x.calendars}
		if got := m.AfterOn(k, p, onWall(t, m, x.from)); !got.Equal(onWall(t, m, x.to)) {
			t.Errorf("%s: %s and %s: %s, not %s", x.name, x.from, x.period, got.In(m.Location()).Format(wallForm), x.to)
		}
	}
}

const wallForm = "2006-01-02 15:04"

func onWall(t *testing.T, m *Model, s string) time.Time {
	t.Helper()
	at, err := time.ParseInLocation(wallForm, s, m.Location())
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func TestRounding(t *testing.T) {
	m := working(t)
	for _, x := range []struct {
		rounds, end, want string
	}{
		{RoundsExact, "2026-05-01 10:00", "2026-05-01 10:00"},
		{RoundsDay, "2026-05-01 10:00", "2026-05-02 00:00"},
		{RoundsDay, "2026-05-01 00:00", "2026-05-02 00:00"},
		{RoundsWorking, "2026-05-01 10:00", "2026-05-05 00:00"}, // Friday is labour day, Monday is the next
		{RoundsWorking, "2026-05-04 10:00", "2026-05-05 00:00"},
		{RoundsWorking, "2026-03-28 10:00", "2026-03-31 00:00"}, // the clocks change on that Sunday
	} {
		k := &Clock{Rounds: x.rounds}
		got := m.Rounded(k, onWall(t, m, x.end))
		want := onWall(t, m, x.want)
		if x.rounds != RoundsExact {
			want = want.Add(-time.Microsecond) // the day's last instant
		}
		if !got.Equal(want) {
			t.Errorf("%q of %s: %s, not %s", x.rounds, x.end, got.In(m.Location()), want)
		}
		if again := m.Rounded(k, got); !again.Equal(got) {
			t.Errorf("%q of %s: rounded twice it moves to %s", x.rounds, x.end, again)
		}
	}
}

func TestACalendarWithoutWorkingDays(t *testing.T) {
	m := working(t)
	p, err := ParsePeriod("2 working days")
	if err != nil {
		t.Fatal(err)
	}
	k := &Clock{Calendars: []CalendarID{"never"}, Rounds: RoundsWorking}
	from := onWall(t, m, "2026-05-01 10:00")
	if got := m.AfterOn(k, p, from); got.Before(from) || got.After(from.AddDate(1, 0, 0)) {
		t.Errorf("it ends on %s", got) // any end will do: check refuses such a calendar, and nothing may hang
	}
	if got := m.Rounded(k, from); got.Before(from) {
		t.Errorf("rounding moves the end back to %s", got)
	}
}
