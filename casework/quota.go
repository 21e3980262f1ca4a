package casework

import (
	"time"

	"github.com/entente-net/entente/agreement"
)

// Grant is one grant of a quota.
type Grant struct {
	Party agreement.PartyID // who acted
	At    time.Time
}

// QuotaPeriod gives the period of a quota in which an instant falls: from its beginning up to, and without, its end.
// Periods follow one another from midnight of the agreement's first day, in its zone. Both are zero before that day.
func QuotaPeriod(m *agreement.Model, q *agreement.Quota, at time.Time) (from, until time.Time) {
	loc := m.Location()
	from, until, _ = q.Per.Row(m.Starts.Midnight(loc), at, loc)
	return from, until
}

// QuotaUsed counts the grants of the period in which an instant falls, up to and with that instant; where the quota
// is each party's own, those of this party. It is the fact "quota:<id>" that an act records.
func QuotaUsed(m *agreement.Model, q *agreement.Quota, grants []Grant, party agreement.PartyID, at time.Time) int {
	from, _ := QuotaPeriod(m, q, at)
	if from.IsZero() {
		return 0
	}
	used := 0
	for _, g := range grants {
		if !g.At.Before(from) && !g.At.After(at) && (!q.Each || g.Party == party) {
			used++
		}
	}
	return used
}

// QuotaLeft gives the grants that are left in the period in which an instant falls, never fewer than none.
func QuotaLeft(m *agreement.Model, q *agreement.Quota, grants []Grant, party agreement.PartyID, at time.Time) int {
	return max(0, q.Number-QuotaUsed(m, q, grants, party, at))
}
