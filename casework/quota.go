package casework

import (
	"time"

	"github.com/entente-net/entente/agreement"
)

// Grant is one grant of a quota.
type Grant struct {
	Party agreement.PartyID // who acted
	Asker agreement.PartyID // who opened the case
	At    time.Time
}

// QuotaPeriod gives the period of a quota in which an instant falls: from its beginning up to, and without, its end.
// Periods follow one another from midnight of the agreement's first day, in its zone, and count working days by its
// calendar. Both are zero before that day: what is applied provisionally until then is one period of its own.
func QuotaPeriod(m *agreement.Model, q *agreement.Quota, at time.Time) (from, until time.Time) {
	from, until, _ = m.Row(q.Per, m.Starts.Midnight(m.Location()), at)
	return from, until
}

// QuotaUsed counts the grants of the period in which an instant falls, up to and with that instant; where the quota
// is each party's own, those of this party, and where it is so towards each that asks, those in cases that the asker
// opened. The grants of a quota that counts those of another (Of) are that other's. It is the fact "quota:<id>" that an
// act records.
func QuotaUsed(m *agreement.Model, q *agreement.Quota, grants []Grant, party, asker agreement.PartyID, at time.Time) int {
	from, _ := QuotaPeriod(m, q, at)
	if from.IsZero() && !at.Before(m.Starts.Midnight(m.Location())) {
		return 0
	}
	used := 0
	for _, g := range grants {
		if !g.At.Before(from) && !g.At.After(at) && (!q.Each && !q.Pair || g.Party == party) && (!q.Pair || g.Asker == asker) {
			used++
		}
	}
	return used
}

// QuotaLeft gives the grants that are left in the period in which an instant falls, never fewer than none.
func QuotaLeft(m *agreement.Model, q *agreement.Quota, grants []Grant, party, asker agreement.PartyID, at time.Time) int {
	return max(0, q.Number-QuotaUsed(m, q, grants, party, asker, at))
}
