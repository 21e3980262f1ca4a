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

	Returned time.Time // from when on it counts no more: its case gave it back; zero: it counts
}

// GrantsOf gives the grants of one quota among effects that use and return them, in their order. A case gives back
// what it used last and has not given back.
func GrantsOf(effects []Effect, id agreement.QuotaID) []Grant {
	var grants []Grant
	var of, back []*Effect
	for i := range effects {
		switch e := &effects[i]; {
		case e.Target != string(id):
		case e.Kind == EffectUses:
			grants, of = append(grants, Grant{Party: e.Party, Asker: e.Asker, At: e.At}), append(of, e)
		case e.Kind == EffectReturns:
			back = append(back, e)
		}
	}
	if len(back) == 0 {
		return grants
	}
	byCase := map[CaseID][]int{}
	for i, e := range of {
		byCase[e.Case] = append(byCase[e.Case], i)
	}
	for _, e := range back {
		last := -1
		for _, i := range byCase[e.Case] {
			if of[i].Entry < e.Entry && grants[i].Returned.IsZero() && (last < 0 || of[i].Entry > of[last].Entry) {
				last = i
			}
		}
		if last >= 0 {
			grants[last].Returned = e.At
		}
	}
	return grants
}

// holds says whether the case has used a grant of a quota before this entry and not given it back.
func (x *effects) holds(id agreement.QuotaID) bool {
	n := 0
	for i := range x.c.Taken[:x.entry] {
		switch s := x.c.did(i); {
		case s == nil:
		case s.Uses == id:
			n++
		case s.Returns == id && n > 0:
			n--
		}
	}
	return n > 0
}

// QuotaPeriod gives the period of a quota in which an instant falls: from its beginning up to, and without, its end.
// Periods follow one another from midnight of the agreement's first day, in its zone, and count working days by its
// calendar. Both are zero before that day: what is applied provisionally until then is one period of its own.
func QuotaPeriod(m *agreement.Model, q *agreement.Quota, at time.Time) (from, until time.Time) {
	from, until, _ = m.Row(q.Per, m.Starts.Midnight(m.Location()), at)
	return from, until
}

// QuotaUsed counts the grants of the period in which an instant falls, up to and with that instant, without those that were
// given back by then; where the quota
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
		back := !g.Returned.IsZero() && !g.Returned.After(at)
		if !back && !g.At.Before(from) && !g.At.After(at) && (!q.Each && !q.Pair || g.Party == party) && (!q.Pair || g.Asker == asker) {
			used++
		}
	}
	return used
}

// QuotaLeft gives the grants that are left in the period in which an instant falls, never fewer than none.
func QuotaLeft(m *agreement.Model, q *agreement.Quota, grants []Grant, party, asker agreement.PartyID, at time.Time) int {
	return max(0, q.Number-QuotaUsed(m, q, grants, party, asker, at))
}
