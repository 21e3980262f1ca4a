package agreement

import (
	"testing"
	"time"
)

func TestPeriodsInARow(t *testing.T) {
	paris, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		t.Fatal(err)
	}
	at := func(s string) time.Time {
		x, err := time.ParseInLocation("2006-01-02 15:04", s, paris)
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
	for _, x := range []struct{ period, first, at, from, until string }{
		{"P1M", "2026-01-31 00:00", "2026-01-31 00:00", "2026-01-31 00:00", "2026-02-28 00:00"},
		{"P1M", "2026-01-31 00:00", "2026-02-27 23:59", "2026-01-31 00:00", "2026-02-28 00:00"},
		{"P1M", "2026-01-31 00:00", "2026-02-28 00:00", "2026-02-28 00:00", "2026-03-31 00:00"}, // not 28 March
		{"P1Y", "2024-02-29 00:00", "2027-12-01 08:00", "2027-02-28 00:00", "2028-02-29 00:00"},
		{"P1D", "2026-03-01 00:00", "2026-03-29 12:00", "2026-03-29 00:00", "2026-03-30 00:00"}, // a day of 23 hours
		{"PT1S", "2026-03-01 00:00", "2036-03-01 00:00", "2036-03-01 00:00", ""},
		{"5 working days", "2026-03-02 00:00", "2026-03-10 00:00", "2026-03-09 00:00", "2026-03-16 00:00"},
	} {
		p, err := ParsePeriod(x.period)
		if err != nil {
			t.Fatal(err)
		}
		from, until, ok := p.Row(at(x.first), at(x.at), paris)
		if !ok || !from.Equal(at(x.from)) || x.until != "" && !until.Equal(at(x.until)) || !until.After(from) {
			t.Errorf("%s from %s at %s: %s to %s, %v", x.period, x.first, x.at, from.In(paris), until.In(paris), ok)
		}
	}
	for name, x := range map[string]struct{ period, at string }{
		"before the first": {"P1M", "2026-02-28 23:59"},
		"no length":        {"P0D", "2026-04-01 00:00"},
	} {
		p, err := ParsePeriod(x.period)
		if err != nil {
			t.Fatal(err)
		}
		if from, until, ok := p.Row(at("2026-03-01 00:00"), at(x.at), paris); ok {
			t.Errorf("%s: %s to %s", name, from, until)
		}
	}
	second, _ := ParsePeriod("PT1S")
	if _, _, ok := second.Row(time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC), time.UTC); ok {
		t.Error("ten thousand years of seconds have a row")
	}
}
