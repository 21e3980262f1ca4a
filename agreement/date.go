package agreement

import (
	"encoding/json"
	"fmt"
	"time"
)

// Date is a day on the calendar, without time or zone. The zero value means "not stated".
type Date struct {
	year  int
	month time.Month
	day   int
}

// ParseDate reads "2026-03-01".
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < 1 || t.Format(time.DateOnly) != s {
		return Date{}, fmt.Errorf("%q is not a date such as \"2026-03-01\"", s)
	}
	return Date{t.Year(), t.Month(), t.Day()}, nil
}

// Midnight gives the instant at which the day begins in loc. Where clocks skip midnight that is the
// first instant that the day has; where it comes twice, the earlier one.
func (d Date) Midnight(loc *time.Location) time.Time {
	t := time.Date(d.year, d.month, d.day, 0, 0, 0, 0, loc)
	if t.Day() != d.day {
		_, t = t.ZoneBounds() // the day before's zone ends where this day begins
	} else if start, _ := t.ZoneBounds(); !start.IsZero() {
		before := start.Add(-1).In(loc)
		if before.Day() == d.day && before.Month() == d.month && before.Year() == d.year && t.Sub(start) < 24*time.Hour {
			_, offset := before.Zone()
			t = time.Date(d.year, d.month, d.day, 0, 0, 0, 0, time.FixedZone("", offset))
		}
	}
	return t.UTC()
}

// After gives the next day.
func (d Date) After() Date {
	t := time.Date(d.year, d.month, d.day+1, 0, 0, 0, 0, time.UTC)
	return Date{t.Year(), t.Month(), t.Day()}
}

// Compare orders two days.
func (d Date) Compare(e Date) int {
	return d.Midnight(time.UTC).Compare(e.Midnight(time.UTC))
}

// IsZero says that no date is stated.
func (d Date) IsZero() bool { return d == Date{} }

// String gives "2026-03-01", "" for the zero value.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, int(d.month), d.day)
}

// MarshalJSON writes the date as its string.
func (d Date) MarshalJSON() ([]byte, error) { return json.Marshal(d.String()) }

// UnmarshalJSON reads what MarshalJSON wrote.
func (d *Date) UnmarshalJSON(b []byte) error {
	var s string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	if s == "" {
		*d = Date{}
		return nil
	}
	e, err := ParseDate(s)
	if err != nil {
		return err
	}
	*d = e
	return nil
}

// Plus gives the day that lies n times a period of years, months, weeks or days later. Months are counted from
// the first day on, so that the last of January is followed by the last of February and then of March; hours
// and working days do not count.
func (d Date) Plus(p Period, n int) Date {
	first := time.Date(d.year, d.month+time.Month(n*p.months), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	t := time.Date(first.Year(), first.Month(), min(d.day, last)+n*p.days, 0, 0, 0, 0, time.UTC)
	return Date{t.Year(), t.Month(), t.Day()}
}

// DayOf gives the day that an instant belongs to in loc.
func DayOf(t time.Time, loc *time.Location) Date {
	year, month, day := t.In(loc).Date()
	return Date{year, month, day}
}
