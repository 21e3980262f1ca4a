package agreement

import "time"

// SubFrom gives the instant that lies a period before t. Calendar units count back in loc: the time of day stays, and
// a day that the month lacks becomes its last; then hours and less, exactly. Working days count from the day before
// t's; the last of them is reached at t's time of day.
func (p Period) SubFrom(t time.Time, loc *time.Location) time.Time { return p.subFrom(t, loc, nil) }

func (p Period) subFrom(t time.Time, loc *time.Location, w workdays) time.Time {
	if p.months != 0 || p.days != 0 || p.working != 0 {
		local := t.In(loc)
		year, month, day := local.Date()
		hour, minute, second := local.Clock()
		first := time.Date(year, month-time.Month(p.months), 1, 0, 0, 0, 0, time.UTC)
		back := first.AddDate(0, 0, min(day, first.AddDate(0, 1, -1).Day())-1-p.days)
		d := w.before(Date{back.Year(), back.Month(), back.Day()}, p.working)
		t = wall(time.Date(d.year, d.month, d.day, hour, minute, second, local.Nanosecond(), time.UTC), loc)
	}
	return t.Add(-p.exact).UTC()
}

// Before gives the day before.
func (d Date) Before() Date {
	t := time.Date(d.year, d.month, d.day-1, 0, 0, 0, 0, time.UTC)
	return Date{t.Year(), t.Month(), t.Day()}
}

// before gives the n-th working day before a day. Calendars that together know no working day count every day.
func (w workdays) before(d Date, n int) Date {
	for ; n > 0; n-- {
		d = d.Before()
		for day, left := d, idle; left > 0; day, left = day.Before(), left-1 {
			if w.works(day) {
				d = day
				break
			}
		}
	}
	return d
}

// BeforeOn gives the instant that lies a period before t, by the calendars of a clock. It does not round.
func (m *Model) BeforeOn(k *Clock, p Period, t time.Time) time.Time {
	var w workdays
	if p.working != 0 {
		w = m.workdays(k)
	}
	return p.subFrom(t, m.Location(), w)
}

// Instant gives the instant from which a clock counts that counts from a field with this value: of a time the instant
// itself, to the microsecond, of a date the midnight at which the day begins in the agreement's zone. False for what is
// neither.
func (m *Model) Instant(f *Field, v any) (time.Time, bool) {
	s, ok := v.(string)
	if f == nil || !ok {
		return time.Time{}, false
	}
	switch f.Type {
	case TypeDate:
		d, err := ParseDate(s)
		return d.Midnight(m.Location()), err == nil
	case TypeTime:
		t, err := time.Parse(time.RFC3339Nano, s)
		return t.UTC().Truncate(time.Microsecond), err == nil
	}
	return time.Time{}, false
}

// End gives the instant at which a clock is over that began at started and, where it counts from a field, finds there
// the instant from. It does not round.
func (m *Model) End(k *Clock, started, from time.Time) time.Time {
	switch {
	case k.CountsFrom == "":
		return m.AfterOn(k, k.Within, started)
	case k.Before.IsZero():
		return m.AfterOn(k, k.Within, from)
	}
	return m.BeforeOn(k, k.Before, from)
}
