package agreement

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Period is a length of time as the law writes it: years, months, weeks and days are counted on the
// calendar, hours and less exactly, working days by the calendars that the agreement names or, where it names
// none, on Monday to Friday. The zero value means "not stated".
type Period struct {
	source  string
	months  int // years are twelve
	days    int // weeks are seven
	exact   time.Duration
	working int
}

// The largest length is far beyond any treaty and far below any overflow.
const (
	maxPeriodNumber = 100_000
	maxPeriodSource = 64
)

// ParsePeriod reads an ISO 8601 duration without fractions or signs ("P8D", "PT48H", "P1Y6M") or a
// number of working days ("5 working days").
func ParsePeriod(s string) (Period, error) {
	if len(s) > maxPeriodSource {
		return Period{}, fmt.Errorf("the length of time is longer than %d characters", maxPeriodSource)
	}
	if n, ok := strings.CutSuffix(s, " working days"); ok {
		return parseWorking(s, n, 2)
	}
	if n, ok := strings.CutSuffix(s, " working day"); ok {
		return parseWorking(s, n, 1)
	}
	return parseISO(s)
}

func parseWorking(s, number string, least int) (Period, error) {
	n, err := periodNumber(number)
	if err != nil {
		return Period{}, fmt.Errorf("%q is not a length of time: %w", s, err)
	}
	if (n == 1) != (least == 1) {
		return Period{}, fmt.Errorf("%q is not a length of time: write \"1 working day\" or \"2 working days\"", s)
	}
	return Period{source: s, working: n}, nil
}

func parseISO(s string) (Period, error) {
	rest, ok := strings.CutPrefix(s, "P")
	if !ok || rest == "" {
		return Period{}, fmt.Errorf("%q is not a length of time such as \"P8D\", \"PT48H\" or \"5 working days\"", s)
	}
	p := Period{source: s}
	units, clock, any := "YMWD", false, false
	for rest != "" {
		if rest[0] == 'T' && !clock {
			units, clock, any, rest = "HMS", true, false, rest[1:]
			continue
		}
		end := strings.IndexFunc(rest, func(r rune) bool { return r < '0' || r > '9' })
		if end <= 0 {
			return Period{}, fmt.Errorf("%q is not a length of time: a whole number and a unit are expected at %q", s, rest)
		}
		n, err := periodNumber(rest[:end])
		if err != nil {
			return Period{}, fmt.Errorf("%q is not a length of time: %w", s, err)
		}
		unit := rest[end]
		at := strings.IndexByte(units, unit)
		if at < 0 {
			return Period{}, fmt.Errorf("%q is not a length of time: %q stands in the wrong place", s, string(unit))
		}
		p.add(n, unit, clock)
		units, any, rest = units[at+1:], true, rest[end+1:]
	}
	if !any {
		return Period{}, fmt.Errorf("%q is not a length of time: nothing follows the last letter", s)
	}
	return p, nil
}

func (p *Period) add(n int, unit byte, clock bool) {
	switch {
	case unit == 'Y':
		p.months += 12 * n
	case unit == 'M' && !clock:
		p.months += n
	case unit == 'W':
		p.days += 7 * n
	case unit == 'D':
		p.days += n
	case unit == 'H':
		p.exact += time.Duration(n) * time.Hour
	case unit == 'M':
		p.exact += time.Duration(n) * time.Minute
	default:
		p.exact += time.Duration(n) * time.Second
	}
}

func periodNumber(s string) (int, error) {
	for _, r := range s {
		if r < '0' || r > '9' {
			return 0, fmt.Errorf("%q is not a whole number", s)
		}
	}
	n, err := strconv.Atoi(s)
	if err != nil || len(s) > 1 && s[0] == '0' {
		return 0, fmt.Errorf("%q is not a whole number without leading zeros", s)
	}
	if n > maxPeriodNumber {
		return 0, fmt.Errorf("%d is more than %d", n, maxPeriodNumber)
	}
	return n, nil
}

// AddTo gives the instant at which a period that began at t is over. Calendar units count in loc: the
// time of day stays, and a day that the month lacks becomes its last. Working days count from the day
// after t's; the last of them ends at t's time of day.
func (p Period) AddTo(t time.Time, loc *time.Location) time.Time { return p.addTo(t, loc, nil) }

func (p Period) addTo(t time.Time, loc *time.Location, w workdays) time.Time {
	if p.months != 0 || p.days != 0 || p.working != 0 {
		t = p.onCalendar(t.In(loc), w)
	}
	return t.Add(p.exact).UTC()
}

func (p Period) onCalendar(t time.Time, w workdays) time.Time {
	year, month, day := t.Date()
	hour, minute, second := t.Clock()
	if p.months != 0 {
		first := time.Date(year, month+time.Month(p.months), 1, 0, 0, 0, 0, time.UTC)
		year, month = first.Year(), first.Month()
		day = min(day, first.AddDate(0, 1, -1).Day())
	}
	day += p.days
	switch {
	case p.working > 0 && len(w) > 0:
		at := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
		last := w.after(Date{at.Year(), at.Month(), at.Day()}, p.working)
		year, month, day = last.year, last.month, last.day
	case p.working > 0:
		weekday := time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Weekday()
		day += workingDays(weekday, p.working)
	}
	return wall(time.Date(year, month, day, hour, minute, second, t.Nanosecond(), time.UTC), t.Location())
}

// wall gives the instant at which the clocks of loc show what t shows in UTC. What they show twice is the
// first time, and what they skip is taken by the offset before the change: the time package leaves both
// open, and two parties must not.
func wall(t time.Time, loc *time.Location) time.Time {
	before := t.In(loc)
	for i, day := range []int{-1, 1} {
		_, offset := t.AddDate(0, 0, day).In(loc).Zone()
		at := t.Add(-time.Duration(offset) * time.Second).In(loc)
		if _, there := at.Zone(); there == offset { // so that at shows what t shows
			return at
		}
		if i == 0 {
			before = at
		}
	}
	return before
}

// workingDays gives the number of calendar days from a weekday to the n-th working day after it.
func workingDays(from time.Weekday, n int) int {
	days := n / 5 * 7
	if n%5 == 0 && n > 0 {
		// Whole weeks from a weekend end on the Friday before that same weekend day.
		switch from {
		case time.Saturday:
			return days - 1
		case time.Sunday:
			return days - 2
		}
		return days
	}
	for left := n % 5; left > 0; {
		days++
		if d := (from + time.Weekday(days%7)) % 7; d != time.Saturday && d != time.Sunday {
			left--
		}
	}
	return days
}

// IsZero says that no period is stated. ("P0D" is stated, and of no length.)
func (p Period) IsZero() bool { return p == Period{} }

// Empty says that the period has no length, stated or not.
func (p Period) Empty() bool {
	return p.months == 0 && p.days == 0 && p.exact == 0 && p.working == 0
}

// String gives the period as the text states it, "" for the zero value.
func (p Period) String() string { return p.source }

// plainDay is a plain Monday noon, for comparing lengths where the calendar makes them uneven.
var plainDay = time.Date(2001, time.January, 1, 12, 0, 0, 0, time.UTC)

// Compare orders two periods by their length from one plain reference day on.
func (p Period) Compare(q Period) int {
	return p.AddTo(plainDay, time.UTC).Compare(q.AddTo(plainDay, time.UTC))
}

// MarshalJSON writes the period as its source string.
func (p Period) MarshalJSON() ([]byte, error) { return json.Marshal(p.source) }

// UnmarshalJSON reads what MarshalJSON wrote.
func (p *Period) UnmarshalJSON(b []byte) error {
	var s string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	if s == "" {
		*p = Period{}
		return nil
	}
	q, err := ParsePeriod(s)
	if err != nil {
		return err
	}
	*p = q
	return nil
}
