package audit

import (
	"fmt"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
)

func sprintf(format string, args ...any) string {
	if len(args) == 0 {
		return format
	}
	return fmt.Sprintf(format, args...)
}

// merge makes one history of what the bundles say. Where they differ the difference is a finding, and
// the replay goes on with what most likely happened: the copy that its receipt vouches for.
func (r *caseRun) merge() {
	for _, v := range r.views {
		slices.SortStableFunc(v.entries, func(a, b *entry) int {
			switch {
			case a.number < b.number:
				return -1
			case a.number > b.number:
				return 1
			}
			return 0
		})
	}
	next := make([]int, len(r.views))
	var branch map[*view]bool // after a fork: who goes the way that the replay goes
	for {
		number, any := uint64(0), false
		for i, v := range r.views {
			if next[i] < len(v.entries) && (!any || v.entries[next[i]].number < number) {
				number, any = v.entries[next[i]].number, true
			}
		}
		if !any {
			break
		}
		var copies []*entry
		for i, v := range r.views {
			for ; next[i] < len(v.entries) && v.entries[next[i]].number == number; next[i]++ {
				copies = append(copies, v.entries[next[i]])
			}
		}
		if branch != nil {
			last := r.list[len(r.list)-1]
			copies = slices.DeleteFunc(copies, func(e *entry) bool {
				other := e.number == last.number+1 && e.receipt.Receipt.Before != last.sum
				return !branch[e.view] || other
			})
			if len(copies) == 0 {
				continue
			}
		}
		chosen, forked := r.choose(copies)
		if forked {
			branch = map[*view]bool{}
			for _, e := range copies {
				if r.forkAt.IsZero() || e.received().Before(r.forkAt) {
					r.forkAt = e.received()
				}
				branch[e.view] = branch[e.view] || e.sum == chosen.sum
			}
			for v, same := range branch {
				if !same {
					v.leave(number)
				}
			}
		}
		r.list = append(r.list, chosen)
	}
	if branch == nil {
		r.dropped()
	} else {
		r.inOrder(nil)
	}
}

// leave forgets what a bundle says about a history that the replay does not follow from a number on:
// that it differs is the finding.
func (v *view) leave(number uint64) {
	v.disclosed = slices.DeleteFunc(v.disclosed, func(d disclosed) bool { return d.number >= number })
	v.deliveries = slices.DeleteFunc(v.deliveries, func(d Delivery) bool { return d.Number >= number })
}

// choose verifies the copies of one place and picks the one to go on with.
func (r *caseRun) choose(copies []*entry) (chosen *entry, forked bool) {
	// Home's own copy first: its log spares the signatures of the others.
	slices.SortStableFunc(copies, func(a, b *entry) int { return rank(a) - rank(b) })
	chosen = copies[0]
	for i, e := range copies {
		e.doubted = !r.vouched(e, copies[:i])
	}
	for _, e := range copies {
		better := (chosen.doubted && !e.doubted) || (chosen.doubted == e.doubted && chosen.changed && !e.changed)
		if better {
			chosen = e
		}
	}
	for _, e := range copies {
		if e.sum != chosen.sum && !e.doubted && !chosen.doubted && !forked {
			forked = true
			home := agreement.PartyID(chosen.receipt.Receipt.Home)
			r.breach(chosen, "forked", home, "%s signed two receipts with the number %d: %s, as %s has it, and %s, as %s has it",
				home, chosen.number, chosen.sum, chosen.view.b.header.Party, e.sum, e.view.b.header.Party)
		}
	}
	switch {
	case chosen.doubted:
	case chosen.inTree:
		r.counts.ReceiptsInTree++
	default:
		r.counts.ReceiptsSigned++
	}
	return chosen, forked
}

func rank(e *entry) int {
	if string(e.view.b.header.Party) == e.receipt.Receipt.Home {
		return 0
	}
	return 1
}

// dropped finds what a bundle ought to hold and does not. A party holds every entry up to its last;
// home holds every entry that it receipted, and an author every act that it sent.
func (r *caseRun) dropped() {
	reported := map[uint64]bool{}
	for _, v := range r.views {
		r.holes(v, reported)
	}
	for _, b := range r.a.bundles {
		if !slices.Contains(b.header.Agreements, r.key.of) || slices.ContainsFunc(r.views, func(v *view) bool { return v.b == b }) {
			continue
		}
		r.holes(&view{b: b}, reported)
	}
	r.inOrder(reported)
}

// holes looks for runs of missing numbers in one bundle; one finding each.
func (r *caseRun) holes(v *view, reported map[uint64]bool) {
	has := map[uint64]bool{}
	var last uint64
	for _, e := range v.entries {
		has[e.number] = true
		last = max(last, e.number)
	}
	party := v.b.header.Party
	var from, to uint64
	flush := func() {
		if from == 0 {
			return
		}
		what := sprintf("the entry with the number %d is", from)
		if to > from {
			what = sprintf("the entries with the numbers %d to %d are", from, to)
		}
		r.find(Finding{
			Code: DroppedEntry, Severity: Breach, Party: party, Number: from,
			Message: sprintf("%s missing in the bundle of %s, and in that of another party with its receipt", what, party),
		})
		for n := from; n <= to; n++ {
			reported[n] = true
		}
		from = 0
	}
	for _, e := range r.list {
		if has[e.number] || e.doubted {
			flush()
			continue
		}
		rc := &e.receipt.Receipt
		mine := rc.Home == string(party) || (e.act != nil && e.act.Act.Party == string(party))
		due := r.had(v, e)
		waits := slices.ContainsFunc(v.pending, func(p Pending) bool { return digestOf(p.Signed) == e.actSum })
		if e.number < last || (mine && due && !waits) {
			if from == 0 {
				from = e.number
			}
			to = e.number
			continue
		}
		flush()
	}
	flush()
}

// had says whether a bundle must have known an entry: it was received well before the bundle was made, or
// another bundle that is no younger has it. A receipt given while a bundle is being made may miss it; within
// one instant receipts are a microsecond apart, so that they seem younger than they are.
func (r *caseRun) had(v *view, e *entry) bool {
	made, received := v.b.header.Made, e.received()
	if received.After(made.Add(time.Millisecond)) {
		return false
	}
	return !made.Before(received.Add(time.Second)) || slices.ContainsFunc(r.views, func(o *view) bool {
		return !o.b.header.Made.After(made) && slices.ContainsFunc(o.entries, func(x *entry) bool { return x.sum == e.sum })
	})
}

// inOrder finds numbers that nobody has; from the first on, nothing can be replayed.
func (r *caseRun) inOrder(reported map[uint64]bool) {
	want := uint64(1)
	for _, e := range r.list {
		if e.number != want && !r.gap {
			r.gap = true
			missing := sprintf("number %d", want)
			if e.number > want+1 {
				missing = sprintf("numbers %d to %d", want, e.number-1)
			}
			r.find(Finding{
				Code: DroppedEntry, Severity: Breach, Party: e.view.b.header.Party, Number: want,
				Message: missing + " is in no bundle, and the receipts go on after it: an entry was dropped",
			})
		}
		want = e.number + 1
	}
}
