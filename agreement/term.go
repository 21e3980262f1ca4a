package agreement

import (
	"sort"
	"time"
)

// RenewalAutomatic and RenewalConsent are the ways in which an agreement goes on after its last day.
const (
	RenewalAutomatic = "automatic"
	RenewalConsent   = "consent"
)

// maxTerms bounds how often a term is taken up again: from there on the last day stays.
const maxTerms = 1 << 16

// LastDay gives the last day of the agreement as it stands on the day of at, zero for one without end. A renewal
// that is automatic takes it up by period after period, counted from the day after Ends so that a term that ends with a
// month goes on ending with months. What it says under unless is an exception: it must be established to count, and
// whether it was is not for the text to know (casework.Term does).
func (m *Model) LastDay(at time.Time) Date { return m.LastDayFrom(m.Ends, at) }

// LastDayFrom is LastDay where the last day of the text has been moved to another one.
func (m *Model) LastDayFrom(last Date, at time.Time) Date {
	r := m.Renewal
	if last.IsZero() || r == nil || r.Mode != RenewalAutomatic {
		return last
	}
	loc := m.Location()
	if at.Before(last.After().Midnight(loc)) {
		return last
	}
	if !r.Period.onDays() {
		return last
	}
	n := sort.Search(maxTerms, func(k int) bool {
		return at.Before(last.term(r.Period, k).After().Midnight(loc))
	})
	return last.term(r.Period, n)
}

// RenewsOn says that a day is the last of a term, counted from one whose last day is last, after which an automatic
// renewal would take the agreement up again.
func (m *Model) RenewsOn(last, day Date) bool {
	r := m.Renewal
	if last.IsZero() || r == nil || r.Mode != RenewalAutomatic || !r.Period.onDays() {
		return false
	}
	n := sort.Search(maxTerms, func(k int) bool { return last.term(r.Period, k).Compare(day) >= 0 })
	return last.term(r.Period, n).Compare(day) == 0
}

// onDays says that a period moves a day: of hours alone nothing could be renewed.
func (p Period) onDays() bool { return p.months > 0 || p.days > 0 }

// Prolonged gives the last day of a term that is prolonged by a period: the period follows the day after it.
func (d Date) Prolonged(p Period) Date {
	if d.IsZero() {
		return d
	}
	return d.term(p, 1)
}

// term is the last day after n periods more. They are counted together, so that the 31st stays the 31st.
func (d Date) term(p Period, n int) Date {
	if n == 0 {
		return d
	}
	from := d.After()
	first := time.Date(from.year, from.month+time.Month(p.months*n), 1, 0, 0, 0, 0, time.UTC)
	day := min(from.day, first.AddDate(0, 1, -1).Day())
	last := time.Date(first.Year(), first.Month(), day+p.days*n-1, 0, 0, 0, 0, time.UTC)
	if last.Year() > 9999 || last.Year() < d.year {
		return Date{9999, time.December, 31}
	}
	return Date{last.Year(), last.Month(), last.Day()}
}
