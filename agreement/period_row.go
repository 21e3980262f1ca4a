package agreement

import (
	"math"
	"time"
)

// Row gives the span in which an instant falls, of the spans of this length that follow one another from first on:
// from its beginning up to, and without, the beginning of the next. Each span is counted from first, not from the one
// before, so that months that begin on the 31st do not creep to the 28th. False before first, and for a period
// without length.
func (p Period) Row(first, at time.Time, loc *time.Location) (from, until time.Time, ok bool) {
	return p.row(first, at, func(q Period) time.Time { return q.AddTo(first, loc) })
}

// Row is Period.Row in the agreement's zone, with the working days of its calendar.
func (m *Model) Row(p Period, first, at time.Time) (from, until time.Time, ok bool) {
	return p.row(first, at, func(q Period) time.Time { return m.After(q, first) })
}

func (p Period) row(first, at time.Time, add func(Period) time.Time) (from, until time.Time, ok bool) {
	if p.Empty() || at.Before(first) {
		return time.Time{}, time.Time{}, false
	}
	begins := func(n int) time.Time {
		q := p
		q.months, q.days, q.working, q.exact = n*p.months, n*p.days, n*p.working, time.Duration(n)*p.exact
		return add(q)
	}
	most := math.MaxInt32 // beyond it lies no instant that a calendar knows
	if p.exact > 0 {
		most = min(most, int(math.MaxInt64/p.exact))
	}
	above := 1
	for above < most && !begins(above).After(at) {
		above = min(2*above, most)
	}
	if !begins(above).After(at) {
		return time.Time{}, time.Time{}, false
	}
	below := 0
	for above-below > 1 {
		if mid := below + (above-below)/2; begins(mid).After(at) {
			above = mid
		} else {
			below = mid
		}
	}
	return begins(below), begins(above), true
}
