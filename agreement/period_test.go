package agreement

import (
	"encoding/json"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func at(t testing.TB, s string) time.Time {
	t.Helper()
	x, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func period(t testing.TB, s string) Period {
	t.Helper()
	p, err := ParsePeriod(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestPeriodAddTo(t *testing.T) {
	utc := "Etc/UTC"
	for _, c := range []struct{ period, zone, from, want string }{
		{"PT48H", utc, "2026-03-01T10:00:00.000001Z", "2026-03-03T10:00:00.000001Z"},
		{"P8D", utc, "2026-11-19T17:20:00Z", "2026-11-27T17:20:00Z"},
		{"P1W", utc, "2026-11-19T17:20:00Z", "2026-11-26T17:20:00Z"},
		{"P1M", utc, "2026-01-31T09:00:00Z", "2026-02-28T09:00:00Z"}, // the day that February lacks
		{"P1M", utc, "2028-01-31T09:00:00Z", "2028-02-29T09:00:00Z"},
		{"P1Y", utc, "2028-02-29T09:00:00Z", "2029-02-28T09:00:00Z"},
		{"P1M1D", utc, "2026-01-31T09:00:00Z", "2026-03-01T09:00:00Z"}, // months first, then days
		{"P1Y6M", utc, "2026-08-31T00:00:00Z", "2028-02-29T00:00:00Z"},
		// Over a change of clocks a day is a day on the calendar, and 24 hours are 24 hours.
		{"P1D", "Europe/Paris", "2026-03-28T12:00:00+01:00", "2026-03-29T12:00:00+02:00"},
		{"PT24H", "Europe/Paris", "2026-03-28T12:00:00+01:00", "2026-03-29T13:00:00+02:00"},
		{"P1D", "Europe/Paris", "2026-10-24T12:00:00+02:00", "2026-10-25T12:00:00+01:00"},
		{"P1D", "Europe/Paris", "2026-03-28T02:30:00+01:00", "2026-03-29T03:30:00+02:00"}, // 02:30 is skipped
		{"P1D", "Europe/Paris", "2026-10-24T02:30:00+02:00", "2026-10-25T02:30:00+02:00"}, // 02:30 comes twice
		{"P1D", "Europe/Paris", "2026-10-25T02:30:00+01:00", "2026-10-26T02:30:00+01:00"},
		{"P1D", "Europe/Paris", "2026-10-24T03:30:00+02:00", "2026-10-25T03:30:00+01:00"},
		// The zone decides which day it is: 23:30 in UTC is tomorrow in Northgate.
		{"P1M", "Etc/GMT-2", "2026-01-30T23:30:00Z", "2026-02-28T01:30:00+02:00"},
		{"5 working days", utc, "2026-11-19T17:20:00Z", "2026-11-26T17:20:00Z"}, // Thursday to Thursday
		{"1 working day", utc, "2026-11-20T17:20:00Z", "2026-11-23T17:20:00Z"},  // Friday to Monday
		{"1 working day", utc, "2026-11-21T17:20:00Z", "2026-11-23T17:20:00Z"},  // Saturday to Monday
		{"5 working days", utc, "2026-11-21T17:20:00Z", "2026-11-27T17:20:00Z"}, // Saturday to Friday
		{"5 working days", utc, "2026-11-22T17:20:00Z", "2026-11-27T17:20:00Z"}, // Sunday to Friday
		{"10 working days", utc, "2026-11-22T17:20:00Z", "2026-12-04T17:20:00Z"},
		{"6 working days", utc, "2026-11-21T17:20:00Z", "2026-11-30T17:20:00Z"},
		{"P0D", utc, "2026-11-21T17:20:00Z", "2026-11-21T17:20:00Z"},
	} {
		loc, err := zone(c.zone)
		if err != nil {
			t.Fatal(err)
		}
		got := period(t, c.period).AddTo(at(t, c.from), loc)
		if !got.Equal(at(t, c.want)) {
			t.Errorf("%s from %s in %s: %s, want %s", c.period, c.from, c.zone, got.Format(time.RFC3339Nano), c.want)
		}
	}
}

func TestParsePeriodRefuses(t *testing.T) {
	for _, s := range []string{
		"", "P", "PT", "8D", "P8", "PD", "P-8D", "P8.5D", "P1D1Y", "P1DT", "PT1D", "PT1H1H", "P1H", "P08D", "P100001D", "P99999999999999999999D",
		"1 working days", "2 working day", " working days", "-1 working days", "five working days", "P1D ", "p1d", "P1DT1H1D", "PTT1H",
	} {
		if p, err := ParsePeriod(s); err == nil {
			t.Errorf("%q was taken as %v", s, p)
		}
	}
}

func TestPeriodJSON(t *testing.T) {
	for _, s := range []string{"P8D", "5 working days", ""} {
		var p Period
		if err := json.Unmarshal([]byte(`"`+s+`"`), &p); err != nil {
			t.Fatal(err)
		}
		if b, err := json.Marshal(p); err != nil || string(b) != `"`+s+`"` {
			t.Errorf("%q became %s, %v", s, b, err)
		}
	}
	var p Period
	if json.Unmarshal([]byte(`"soon"`), &p) == nil || json.Unmarshal([]byte(`5`), &p) == nil {
		t.Error("what is no period was read as one")
	}
	if !(Period{}).IsZero() || period(t, "P0D").IsZero() || !period(t, "P0D").Empty() {
		t.Error("no period and a period of no length are not the same")
	}
}

// Working days, counted one by one, agree with the arithmetic.
func TestWorkingDaysOneByOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := time.Date(2026, 1, rapid.IntRange(1, 31).Draw(t, "day"), 9, 0, 0, 0, time.UTC)
		n := rapid.IntRange(1, 60).Draw(t, "n")
		want := from
		for left := n; left > 0; {
			want = want.AddDate(0, 0, 1)
			if d := want.Weekday(); d != time.Saturday && d != time.Sunday {
				left--
			}
		}
		if got := (Period{working: n}).AddTo(from, time.UTC); !got.Equal(want) {
			t.Fatalf("%d working days from %s: %s, want %s", n, from, got, want)
		}
	})
}

func TestDate(t *testing.T) {
	for _, s := range []string{"2026-3-1", "2026-02-29", "2026-13-01", "", "2026-03-01T00:00:00Z", "0000-01-01", "20260301"} {
		if d, err := ParseDate(s); err == nil {
			t.Errorf("%q was taken as %v", s, d)
		}
	}
	for _, c := range []struct{ day, zone, want string }{
		{"2026-03-01", "Etc/GMT-2", "2026-02-28T22:00:00Z"},
		{"2026-03-29", "Europe/Paris", "2026-03-28T23:00:00Z"},
		{"2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00Z"}, // midnight did not exist: the day began at 01:00
		{"2026-03-29", "Africa/Cairo", "2026-03-28T22:00:00Z"},
		{"2025-10-31", "Africa/Cairo", "2025-10-30T22:00:00Z"},   // the hour before midnight came twice
		{"2026-11-01", "America/Havana", "2026-11-01T04:00:00Z"}, // midnight comes twice: the first of them
	} {
		d, err := ParseDate(c.day)
		if err != nil {
			t.Fatal(err)
		}
		loc, err := zone(c.zone)
		if err != nil {
			t.Fatal(err)
		}
		got := d.Midnight(loc)
		if !got.Equal(at(t, c.want)) {
			t.Errorf("%s begins in %s at %s, want %s", c.day, c.zone, got, c.want)
		}
		// Nothing of the day lies before its beginning.
		if before := got.Add(-time.Nanosecond).In(loc); before.Day() == d.day {
			t.Errorf("%s in %s: %s lies before the day's beginning", c.day, c.zone, before)
		}
		if in := got.In(loc); in.Day() != d.day {
			t.Errorf("%s in %s begins on another day: %s", c.day, c.zone, in)
		}
	}
	d, _ := ParseDate("2028-02-28")
	if got := d.After().String(); got != "2028-02-29" {
		t.Errorf("the day after is %s", got)
	}
	if (Date{}).String() != "" || !(Date{}).IsZero() {
		t.Error("no date is a date")
	}
}

func TestInForce(t *testing.T) {
	m, fs := Compile("northgate.md", northgate(t))
	if m == nil {
		t.Fatal(fs)
	}
	for _, c := range []struct {
		article Article
		at      string
		want    bool
	}{
		{"7", "2026-02-28T21:59:59.999999Z", false}, // midnight of UTC+02:00 begins the first day
		{"7", "2026-02-28T22:00:00Z", true},
		{"7", "2029-02-28T21:59:59.999999Z", true},
		{"7", "2029-02-28T22:00:00Z", true}, // renewed by itself: nothing was found that would stand against it
		{"7", "2031-02-28T22:00:00Z", true},
		{"4", "2031-02-28T22:00:00Z", false},       // an article's own last day is not renewed
		{"4", "2027-02-28T21:59:59.999999Z", true}, // the pilot's last day, to its end
		{"4", "2027-02-28T22:00:00Z", false},
		{"99", "2026-06-01T00:00:00Z", false},
	} {
		if got := m.InForce(c.article, at(t, c.at)); got != c.want {
			t.Errorf("Article %s at %s: %v", c.article, c.at, got)
		}
	}
}

func FuzzPeriod(f *testing.F) {
	for _, s := range []string{"P8D", "PT48H", "P1Y6M", "5 working days", "1 working day", "P1DT1H", "P", "PT", "P1.5D"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := ParsePeriod(s)
		if err != nil {
			return
		}
		if p.String() != s {
			t.Fatalf("%q reads back as %q", s, p)
		}
		from := time.Date(2026, 1, 31, 12, 0, 0, 0, time.UTC)
		if to := p.AddTo(from, time.UTC); to.Before(from) || !p.Empty() && to.Equal(from) {
			t.Fatalf("%q leads from %s to %s", s, from, to)
		}
	})
}
