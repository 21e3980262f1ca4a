package casework

import (
	"maps"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
)

// keep notes that the case comes to a state: keeping times begin, or begin anew.
func (c *Case) keep(to agreement.StateID, at time.Time) {
	if len(c.Procedure.Keeps) == 0 { // one time for all fields, as mostly
		if k := c.Procedure.Keep; k != nil && slices.Contains(k.After, to) {
			c.kept = []time.Time{at}
		}
		return
	}
	times := c.Procedure.KeepTimes()
	for i, k := range times {
		if !slices.Contains(k.After, to) {
			continue
		}
		kept := make([]time.Time, len(times)) // nobody writes to what cases before see
		copy(kept, c.kept)
		kept[i] = at
		c.kept = kept
	}
}

// endOf is when a keeping time is over: counted from the last entry into a state that begins it, so that a case that
// was taken up again is not destroyed under the hands of those who work on it. i is its place among KeepTimes.
func (c *Case) endOf(i int, k *agreement.Keep) (time.Time, bool) {
	if i >= len(c.kept) || c.kept[i].IsZero() {
		return time.Time{}, false
	}
	end := c.Model.After(k.For, c.kept[i])
	if end.Before(c.Moved) {
		end = c.Moved // nothing is destroyed by a text that was not in force
	}
	return end, true
}

// keepEnds is when every keeping time is over, and with it the case; false while one has not begun, and where
// nothing says how long all fields are kept.
func (c *Case) keepEnds() (last time.Time, ok bool) {
	if c.Procedure.Keep == nil {
		return time.Time{}, false
	}
	for i, k := range c.Procedure.KeepTimes() {
		end, begun := c.endOf(i, k)
		if !begun {
			return time.Time{}, false
		}
		if end.After(last) {
			last = end
		}
	}
	return last, true
}

// keptUntil is when the keeping time of a field is over.
func (c *Case) keptUntil(f agreement.FieldID) (time.Time, bool) {
	if len(c.kept) == 0 {
		return time.Time{}, false
	}
	of := c.Procedure.KeepOf(f)
	if len(c.Procedure.Keeps) == 0 {
		return c.endOf(0, of)
	}
	for i, k := range c.Procedure.KeepTimes() {
		if k == of {
			return c.endOf(i, k)
		}
	}
	return time.Time{}, false
}

// outlived gives what keeping times that are over have left to destroy.
func (c *Case) outlived(now time.Time, by []agreement.PartyID) []Erasure {
	return slices.DeleteFunc(c.outlasting(by), func(e Erasure) bool { return !now.After(e.Due) })
}

// outlasting gives what keeping times that have begun will destroy, or have, and not each of the parties has attested
// since: the whole case at the end of the last, and before that the fields of those that end sooner.
func (c *Case) outlasting(by []agreement.PartyID) []Erasure {
	var all []Erasure
	last, whole := c.keepEnds()
	for i, k := range c.Procedure.KeepTimes() {
		end, begun := c.endOf(i, k)
		if !begun || whole && end.Equal(last) {
			continue
		}
		fields := slices.DeleteFunc(slices.Sorted(maps.Keys(c.Given)), func(f agreement.FieldID) bool { return c.Procedure.KeepOf(f) != k })
		if len(fields) > 0 && !c.attestedSince(by, end, fields) {
			all = append(all, Erasure{Fields: fields, Due: end, Keep: k.ID, Entry: -1, Article: k.Article})
		}
	}
	if whole && !c.attestedAll(by) {
		all = append(all, Erasure{Fields: slices.Sorted(maps.Keys(c.Given)), All: true, Due: last, Entry: -1, Article: c.Procedure.Keep.Article})
	}
	return all
}

// attestedSince says whether each of the parties attested, after an instant, the destruction of all these fields.
func (c *Case) attestedSince(by []agreement.PartyID, end time.Time, fields []agreement.FieldID) bool {
	for _, p := range by {
		for _, f := range fields {
			if !slices.ContainsFunc(c.Taken, func(t Taken) bool {
				return t.Phase == PhaseErased && t.Party == p && t.At.After(end) && (t.All || slices.Contains(t.Erases, f))
			}) {
				return false
			}
		}
	}
	return true
}
