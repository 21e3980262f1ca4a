package agreement

import (
	"slices"
	"strings"
	"time"
)

// Works says whether a day is a working day. Outside of From to Until nothing but the weekend and the days of
// every year is known: check warns of clocks that reach beyond.
func (x *Calendar) Works(d Date) bool {
	weekday := strings.ToLower(d.weekday().String())
	return !slices.Contains(x.Weekend, weekday) && !slices.Contains(x.Closed, d) && !slices.Contains(x.Yearly, d.String()[5:])
}

func (d Date) weekday() time.Weekday {
	return time.Date(d.year, d.month, d.day, 0, 0, 0, 0, time.UTC).Weekday()
}

// workdays are the calendars that count together: a day is a working day if it is one in each of them, since a
// deadline that two administrations must keep cannot run on a day on which one of them is closed. Without any
// it is Monday to Friday.
type workdays []*Calendar

func (w workdays) works(d Date) bool {
	if len(w) == 0 {
		day := d.weekday()
		return day != time.Saturday && day != time.Sunday
	}
	return !slices.ContainsFunc(w, func(c *Calendar) bool { return !c.Works(d) })
}

// idle is after how many days in a row a calendar counts as one without working days.
const idle = 400

// next gives the first working day from d on. Calendars that together know no working day leave d.
func (w workdays) next(d Date) Date {
	day := d
	for range idle {
		if w.works(day) {
			return day
		}
		day = day.After()
	}
	return d
}

// after gives the n-th working day after a day.
func (w workdays) after(d Date, n int) Date {
	for ; n > 0; n-- {
		d = w.next(d.After())
	}
	return d
}

// workdays gives the calendars by which a clock counts, nil for Monday to Friday.
func (m *Model) workdays(k *Clock) workdays {
	ids := k.Calendars
	if len(ids) == 0 && m.Calendar != "" {
		ids = []CalendarID{m.Calendar}
	}
	var w workdays
	for _, id := range ids {
		if c := m.CalendarOf(id); c != nil {
			w = append(w, c)
		}
	}
	return w
}

// plainClock has no calendar and no rounding of its own.
var plainClock Clock

// After gives the instant at which a period that began at t is over: in the agreement's zone, by its calendar.
func (m *Model) After(p Period, t time.Time) time.Time { return m.AfterOn(&plainClock, p, t) }

// AfterOn is After by the calendars of a clock. It does not round: see Rounded.
func (m *Model) AfterOn(k *Clock, p Period, t time.Time) time.Time {
	var w workdays
	if p.working != 0 {
		w = m.workdays(k)
	}
	return p.addTo(t, m.Location(), w)
}

// Rounded gives the instant at which a limit that would end at t ends by the clock's rounding: see RoundsDay.
// Rounding what is rounded changes nothing.
func (m *Model) Rounded(k *Clock, t time.Time) time.Time {
	if k.Rounds == RoundsExact {
		return t
	}
	loc := m.Location()
	year, month, day := t.In(loc).Date()
	last := Date{year, month, day}
	if k.Rounds == RoundsWorking {
		last = m.workdays(k).next(last)
	}
	// The last instant of a day: an act at the very end of a limit is in time, one at midnight is not.
	return last.After().Midnight(loc).Add(-time.Microsecond)
}
