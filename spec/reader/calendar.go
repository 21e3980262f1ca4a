package reader

import (
	"slices"
	"strings"
	"time"
)

// mondayToFriday are the working days where no calendar is named.
func mondayToFriday(day time.Time) bool {
	return day.Weekday() != time.Saturday && day.Weekday() != time.Sunday
}

// works says whether people work on a day by this calendar.
func (k *Calendar) works(day time.Time) bool {
	date := day.Format(time.DateOnly)
	return !slices.Contains(k.Weekend, strings.ToLower(day.Weekday().String())) && !slices.Contains(k.Closed, date) &&
		!slices.Contains(k.Yearly, strings.TrimPrefix(day.Format("-01-02"), "-"))
}

// firstWorking gives the first working day from one on, or the day itself where 400 days have none.
func firstWorking(day time.Time, works func(time.Time) bool) time.Time {
	for n := range 400 {
		if d := day.AddDate(0, 0, n); works(d) {
			return d
		}
	}
	return day
}

// working says by which days calendars count together: by Monday to Friday where there are none.
func (a *Agreement) working(names []string) func(time.Time) bool {
	if len(names) == 0 && a.Calendar != "" {
		names = []string{a.Calendar}
	}
	if len(names) == 0 {
		return mondayToFriday
	}
	return func(day time.Time) bool {
		return !slices.ContainsFunc(names, func(id string) bool {
			return !one(a.Calendars, func(k *Calendar) bool { return k.ID == id }).works(day)
		})
	}
}

// after is the instant a length after another, in the agreement's zone and by its calendar.
func (a *Agreement) after(at time.Time, length string) time.Time {
	return after(at, length, a.zone, a.working(nil))
}

// on is after by the calendars of a clock.
func (a *Agreement) on(cl *Clock, at time.Time, length string) time.Time {
	return after(at, length, a.zone, a.working(cl.Calendars))
}

// rounded is where a clock ends that would end at an instant.
func (a *Agreement) rounded(cl *Clock, end time.Time) time.Time {
	if cl.Rounds == "" {
		return end
	}
	y, m, d := end.In(a.zone).Date()
	day := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	if cl.Rounds == "next-working-day" {
		day = firstWorking(day, a.working(cl.Calendars))
	}
	return a.begins(nextDay(day.Format(time.DateOnly))).Add(-time.Microsecond)
}

func nextDay(date string) string {
	day, _ := time.Parse(time.DateOnly, date)
	return day.AddDate(0, 0, 1).Format(time.DateOnly)
}
