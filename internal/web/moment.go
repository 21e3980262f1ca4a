package web

import (
	"fmt"
	"strings"
	"time"
)

// How times are said. Every instant is in a named zone, and stands with its distance from now.

func (p *page) in(t time.Time) time.Time { return t.In(p.zone) }

// day gives "Monday 23 November 2026".
func (p *page) day(t time.Time) string {
	t = p.in(t)
	return p.T("time.day", "weekday", p.T(fmt.Sprintf("weekday.%d", t.Weekday())), "day", p.dayOfMonth(t),
		"month", p.T(fmt.Sprintf("month.%d", t.Month())), "year", fmt.Sprint(t.Year()))
}

// date gives "23 November 2026".
func (p *page) date(t time.Time) string {
	t = p.in(t)
	return p.T("time.date", "day", p.dayOfMonth(t), "month", p.T(fmt.Sprintf("month.%d", t.Month())), "year", fmt.Sprint(t.Year()))
}

// dayOfMonth gives the number of the day; the first has a form of its own in French.
func (p *page) dayOfMonth(t time.Time) string {
	if t.Day() == 1 {
		return p.T("day.first")
	}
	return fmt.Sprint(t.Day())
}

// lastDay gives the day before an end, which is the first instant after it.
func (p *page) lastDay(end time.Time) string { return p.date(end.Add(-time.Second)) }

func (p *page) clock(t time.Time) string { return p.in(t).Format("15:04") }

// instant gives "Monday 23 November 2026, 09:40".
func (p *page) instant(t time.Time) string {
	return p.T("time.instant", "day", p.day(t), "clock", p.clock(t))
}

// near gives "today, 18:05", "tomorrow, 12:00" or the whole instant.
func (p *page) near(t time.Time) string {
	switch p.daysUntil(t) {
	case 0:
		return p.T("time.today", "clock", p.clock(t))
	case 1:
		return p.T("time.tomorrow", "clock", p.clock(t))
	case -1:
		return p.T("time.yesterday", "clock", p.clock(t))
	default:
		return p.instant(t)
	}
}

// short gives "Sun 22 Nov, 21:14", with the year where it is another.
func (p *page) short(t time.Time) string {
	t = p.in(t)
	s := p.T("time.short", "weekday", p.T(fmt.Sprintf("weekday.short.%d", t.Weekday())), "day", p.dayOfMonth(t),
		"month", p.T(fmt.Sprintf("month.short.%d", t.Month())), "clock", p.clock(t))
	if t.Year() != p.in(p.now).Year() {
		s = p.T("time.short.year", "year", fmt.Sprint(t.Year()), "rest", s)
	}
	return s
}

func (p *page) machine(t time.Time) string { return p.in(t).Format("2006-01-02T15:04:05Z07:00") }

// daysUntil counts midnights of the page's zone, so that 23:59 and 00:01 are a day apart.
func (p *page) daysUntil(t time.Time) int {
	midnight := func(t time.Time) time.Time {
		y, m, d := p.in(t).Date()
		return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	}
	return int(midnight(t).Sub(midnight(p.now)) / (24 * time.Hour))
}

// ago gives "in 3 days", "2 minutes ago", "just now": the largest unit alone. Each unit has a sentence of its
// own, since the word for it takes another case there than where it stands alone.
func (p *page) ago(t time.Time) string {
	d, way := t.Sub(p.now), "in."
	if d < 0 {
		d, way = -d, "ago."
	}
	switch {
	case d < time.Minute:
		return p.T("time.now")
	case d < time.Hour:
		return p.N(way+"minutes", int(d/time.Minute))
	case d < 24*time.Hour:
		return p.N(way+"hours", int(d/time.Hour))
	default:
		return p.N(way+"days", int(d/(24*time.Hour)))
	}
}

// span says a time left or passed in two units, rounded down: nobody is told more time than there is.
func (p *page) span(d time.Duration) string {
	switch {
	case d < time.Minute:
		return p.T("span.moment")
	case d < time.Hour:
		return p.N("span.minutes", int(d/time.Minute))
	case d < 24*time.Hour:
		return p.two("span.hours", int(d/time.Hour), "span.minutes", int(d%time.Hour/time.Minute))
	default:
		return p.two("span.days", int(d/(24*time.Hour)), "span.hours", int(d%(24*time.Hour)/time.Hour))
	}
}

func (p *page) two(a string, n int, b string, m int) string {
	if m == 0 {
		return p.N(a, n)
	}
	return p.T("span.two", "a", p.N(a, n), "b", p.N(b, m))
}

// took says how long a machine needed.
func (p *page) took(d time.Duration) string {
	if d < time.Second {
		return p.T("span.ms", "n", max(1, int(d.Milliseconds())))
	}
	return p.T("span.s", "n", p.Decimal(d.Seconds(), 1))
}

// zoneName names the page's zone. The zones under Etc carry their sign the other way round and are
// named by their offset alone.
func (p *page) zoneName() string {
	_, offset := p.in(p.now).Zone()
	sign := '+'
	if offset < 0 {
		sign, offset = '-', -offset
	}
	utc := fmt.Sprintf("UTC%c%02d:%02d", sign, offset/3600, offset%3600/60)
	name := p.zone.String()
	if name == "UTC" || name == "" || strings.HasPrefix(name, "Etc/") {
		if offset == 0 {
			return "UTC"
		}
		return utc
	}
	return name + " (" + utc + ")"
}
