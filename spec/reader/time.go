package reader

import (
	"strconv"
	"strings"
	"time"
)

// length is a length of time, taken apart.
type length struct {
	months, days, working int
	exact                 time.Duration
}

// parseLength takes a length as the schema's pattern admits it.
func parseLength(s string) (l length) {
	if n, ok := strings.CutSuffix(strings.TrimSuffix(s, "s"), " working day"); ok {
		l.working, _ = strconv.Atoi(n)
		return l
	}
	clock, n := false, 0
	for _, r := range strings.TrimPrefix(s, "P") {
		switch {
		case r >= '0' && r <= '9':
			n = n*10 + int(r-'0')
			continue
		case r == 'T':
			clock = true
		case r == 'Y':
			l.months += 12 * n
		case r == 'M' && !clock:
			l.months += n
		case r == 'W':
			l.days += 7 * n
		case r == 'D':
			l.days += n
		case r == 'H':
			l.exact += time.Duration(n) * time.Hour
		case r == 'M':
			l.exact += time.Duration(n) * time.Minute
		case r == 'S':
			l.exact += time.Duration(n) * time.Second
		}
		n = 0
	}
	return l
}

// after gives the instant that lies a length after another, on the calendar of a zone. works says which days are
// working days.
func after(at time.Time, s string, zone *time.Location, works func(day time.Time) bool) time.Time {
	return add(at, parseLength(s), zone, works)
}

func add(at time.Time, l length, zone *time.Location, works func(day time.Time) bool) time.Time {
	if l.months == 0 && l.days == 0 && l.working == 0 {
		return at.Add(l.exact)
	}
	// What the clocks of the zone show, as if it were UTC: there each day has 24 hours.
	local := at.In(zone)
	_, offset := local.Zone()
	shown := at.UTC().Add(time.Duration(offset) * time.Second)
	day := shown.Day()
	shown = shown.AddDate(0, l.months, 1-day) // the first of the month
	day = min(day, shown.AddDate(0, 1, -1).Day())
	shown = shown.AddDate(0, 0, day-1+l.days)
	for range l.working {
		shown = firstWorking(shown.AddDate(0, 0, 1), works)
	}
	return showing(shown, zone).Add(l.exact)
}

// showing gives the instant at which the clocks of a zone show what is given as if it were UTC. If they show
// it twice, or never, the offset that held before the change counts.
func showing(shown time.Time, zone *time.Location) time.Time {
	// No zone's offset reaches a day: one day before, the change that is near has not been.
	_, before := shown.Add(-36 * time.Hour).In(zone).Zone()
	_, behind := shown.Add(36 * time.Hour).In(zone).Zone()
	early, late := shown.Add(-time.Duration(before)*time.Second), shown.Add(-time.Duration(behind)*time.Second)
	if _, now := early.In(zone).Zone(); now == before {
		return early
	}
	if _, now := late.In(zone).Zone(); now == behind {
		return late
	}
	return early
}

// midnight gives the first instant of a day in a zone.
func midnight(date string, zone *time.Location) time.Time {
	day, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return time.Time{}
	}
	// The first instant at which the zone's calendar shows this day: searched for, minute by minute would be
	// slow, so by halves between a time surely before and one surely within.
	shows := func(t time.Time) bool { return t.In(zone).Format(time.DateOnly) == date }
	minute := day.Add(-36 * time.Hour)
	for !shows(minute) { // clocks are set back across midnight, too: no search by halves over whole days
		minute = minute.Add(time.Minute)
	}
	low, high := minute.Add(-time.Minute), minute
	for high.Sub(low) > time.Microsecond {
		if middle := low.Add(high.Sub(low) / 2).Truncate(time.Microsecond); shows(middle) {
			high = middle
		} else {
			low = middle
		}
	}
	return high
}

// begins is midnight, remembered.
func (a *Agreement) begins(date string) time.Time {
	at, ok := a.days[date]
	if !ok {
		at = midnight(date, a.zone)
		a.days[date] = at
	}
	return at
}
