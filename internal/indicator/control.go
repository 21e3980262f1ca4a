package indicator

import "github.com/entente-net/entente/agreement"

// Disclosure control. A count of fewer than so many cases can tell about a person to somebody who knows a little already.
// Such a month is not hidden, which a difference would undo, but told together with the months that follow it, until they
// have enough. So every number that is published is a sum over months of its own, of which no other number is a part; a
// period that was closed once stays as it was; and whatever is taken from whatever, at one time or at two, what remains is
// nothing or at least the minimum.

// LeastCell is the minimum where an agreement states none.
const LeastCell = 5

// Minimum gives the smallest count of a procedure that may be shown to the public: the largest minimum of its indicators,
// and where they state none, LeastCell. stated says that the agreement states it.
func Minimum(m *agreement.Model, p agreement.ProcedureID) (least int, stated bool) {
	for i := range m.Indicators {
		if x := &m.Indicators[i]; x.Procedure == p && x.Minimum > least {
			least, stated = x.Minimum, true
		}
	}
	if !stated {
		least = LeastCell
	}
	return least, stated
}

// Pool is one or several months that are told as one.
type Pool struct {
	From Month `json:"from"`
	To   Month `json:"to"`
	N    int   `json:"n"`
}

// Pooled tells a series, a count for each month from the first on without a gap, so that no pool but an empty one has fewer
// than least. rest says that months at the end have some, and too few to be told yet.
func Pooled(first Month, series []int, least int) (pools []Pool, rest bool) {
	var open Pool
	month := first
	for _, n := range series {
		if open.From == "" {
			open = Pool{From: month}
		}
		open.To = month
		if open.N += n; open.N == 0 || open.N >= least {
			pools = append(pools, open)
			open = Pool{}
		}
		month = month.Next()
	}
	return pools, open.N > 0
}

// Series gives a count for each month from the first to the last, none where there is nothing.
func Series(counts map[Month]int, first, last Month) []int {
	var out []int
	for m := first; m <= last; m = m.Next() {
		out = append(out, counts[m])
	}
	return out
}
