package casework

import (
	"maps"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// Attestation is a party's word that it destroyed on its node what it owed to destroy.
type Attestation struct {
	Party    agreement.PartyID
	Fields   []agreement.FieldID // empty where All
	All      bool
	Received time.Time // home's receipt
	Signer   string
}

// Erasures gives what has to be destroyed by now and has not been attested by every party of the case
// (see Parties): what a silence destroys, whether home has recorded that silence or not, what a step destroyed,
// and everything once the keeping time is over. In the order in which it fell due.
func (c *Case) Erasures(now time.Time) []Erasure {
	return c.erasures(now, c.Parties())
}

// ErasuresOf is Erasures for one party: what it owes by now and has not attested.
func (c *Case) ErasuresOf(p agreement.PartyID, now time.Time) []Erasure {
	return c.erasures(now, []agreement.PartyID{p})
}

func (c *Case) erasures(now time.Time, by []agreement.PartyID) []Erasure {
	var owed []Erasure
	for i := range c.Taken {
		t := &c.Taken[i]
		if t.Phase != PhaseFinal || len(t.Erases) == 0 || !now.After(t.At) || c.attested(by, i, t.Erases) {
			continue
		}
		owed = append(owed, Erasure{Fields: t.Erases, Due: t.At, Clock: t.Clock, Step: erasing(t), Entry: i, Article: c.destroyer(i)})
	}
	for i := range c.Clocks {
		r := &c.Clocks[i]
		cl := c.Procedure.Clock(r.Clock)
		end, ok := c.gone(cl, r)
		if !ok || !now.After(end) {
			continue
		}
		n := *c
		if fields := n.destroy(cl.Erases, end); len(fields) > 0 {
			owed = append(owed, Erasure{Fields: fields, Due: end, Clock: cl.ID, Entry: -1, Article: cl.Article})
		}
	}
	owed = append(owed, c.outlived(now, by)...)
	slices.SortStableFunc(owed, func(a, b Erasure) int { return a.Due.Compare(b.Due) })
	return owed
}

// erasing is the step by which an entry destroyed, "" where silence itself did.
func erasing(t *Taken) agreement.StepID {
	if t.Clock != "" {
		return t.Takes
	}
	return t.Step
}

// destroyer is the article under which the entry i of the history destroyed: of its step, or of its clock.
func (c *Case) destroyer(i int) agreement.Article {
	t, p := &c.Taken[i], c.under(i).Procedure
	if s := p.Step(erasing(t)); s != nil {
		return s.Article
	}
	return p.Clock(t.Clock).Article
}

// gone is when a clock that has not lapsed for good destroys its fields; false where it does not.
func (c *Case) gone(cl *agreement.Clock, r *Running) (time.Time, bool) {
	if cl.Silence != agreement.SilenceErase {
		return time.Time{}, false
	}
	switch r.Status {
	case StatusSealed:
		return r.Grace, true
	case StatusRuns:
		end, ok := c.end(cl, r)
		return c.Model.AfterOn(cl, cl.Grace, end), ok
	}
	return time.Time{}, false
}

// attested says whether each of the parties attested, after entry i of the history, the destruction of
// all these fields.
func (c *Case) attested(by []agreement.PartyID, i int, fields []agreement.FieldID) bool {
	for _, p := range by {
		for _, f := range fields {
			if !slices.ContainsFunc(c.Taken[i:], func(t Taken) bool {
				return t.Phase == PhaseErased && t.Party == p && (t.All || slices.Contains(t.Erases, f))
			}) {
				return false
			}
		}
	}
	return true
}

// attestedAll: of the end of the keeping time.
func (c *Case) attestedAll(by []agreement.PartyID) bool {
	for _, p := range by {
		if !slices.ContainsFunc(c.Taken, func(t Taken) bool { return t.Phase == PhaseErased && t.Party == p && t.All }) {
			return false
		}
	}
	return true
}

// Attest takes a party's word that it destroyed what it owed. Refused with side-unbound for a party that
// has no part in the case, and with conflict for what is not owed: a word about what still lives would
// be false. It counts in Number as every act does.
func (c *Case) Attest(a Attestation) (*Case, error) {
	art := string(c.Procedure.Article)
	if !slices.Contains(c.Parties(), a.Party) {
		return nil, fault.Refuse(fault.SideUnbound, art, "%s has no part in this case", a.Party)
	}
	end, kept := c.keepEnds()
	all := kept && a.Received.After(end)
	over := func(f agreement.FieldID) bool {
		end, ok := c.keptUntil(f)
		return ok && a.Received.After(end)
	}
	n := *c
	t := Taken{Phase: PhaseErased, Party: a.Party, At: a.Received.UTC(), Received: a.Received.UTC(), From: c.State, To: c.State, All: a.All, Signer: a.Signer}
	switch {
	case a.All && !all:
		return nil, fault.Refuse(fault.Conflict, art, "the keeping time of the case is not over").Mend("attest what is owed")
	case a.All:
		n.destroy(slices.Collect(maps.Keys(c.Given)), end)
	case len(a.Fields) == 0:
		return nil, fault.Refuse(fault.Invalid, art, "nothing is named that was destroyed").Mend("name the fields, or the whole case")
	default:
		for _, f := range a.Fields {
			if _, given := c.Given[f]; !given || !over(f) && !c.wasErased(f) {
				return nil, fault.Refuse(fault.Conflict, art, "the field %s is not to be destroyed", f).Mend("attest what is owed")
			}
		}
		t.Erases = slices.Compact(slices.Sorted(slices.Values(a.Fields)))
	}
	n.record(t)
	n.Number++
	return &n, nil
}

// wasErased says whether a silence or a step destroyed the field, even if it has been given anew since.
func (c *Case) wasErased(f agreement.FieldID) bool {
	return slices.ContainsFunc(c.Taken, func(t Taken) bool { return t.Phase == PhaseFinal && slices.Contains(t.Erases, f) })
}

// Next is the next instant at which something must be looked after: a silence, the end of a grace, a
// destruction that is owed, or the end of the keeping time; zero where none is in sight. It is the first instant
// at which Due or Erasures has something to say, and lies in the past where that is overdue.
func (c *Case) Next() time.Time { return c.nextFor(c.Parties()) }

// NextOf is Next for one party: what is to be destroyed counts until that party has attested.
func (c *Case) NextOf(p agreement.PartyID) time.Time { return c.nextFor([]agreement.PartyID{p}) }

func (c *Case) nextFor(by []agreement.PartyID) time.Time {
	var at time.Time
	if p := c.pending(); len(p) > 0 {
		at = p[0].At.Add(tick)
	}
	for i := range c.Taken {
		t := &c.Taken[i]
		if t.Phase == PhaseFinal && len(t.Erases) > 0 && (at.IsZero() || !t.At.Add(tick).After(at)) && !c.attested(by, i, t.Erases) {
			at = t.At.Add(tick)
		}
	}
	for _, e := range c.outlasting(by) {
		if at.IsZero() || e.Due.Add(tick).Before(at) {
			at = e.Due.Add(tick)
		}
	}
	return at
}
