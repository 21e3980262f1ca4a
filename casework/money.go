package casework

import (
	"iter"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// FactFund is the name of the fact that states what is left to spend of a fund.
func FactFund(id agreement.FundID) string { return "fund:" + string(id) }

// Milestone is the Target of EffectVerifies: a window of a fund.
func Milestone(f agreement.FundID, w agreement.WindowID) string { return string(f) + "/" + string(w) }

// milestones gives the windows whose milestone is reached where a case of a procedure comes to a state.
func milestones(m *agreement.Model, p agreement.ProcedureID, in agreement.StateID) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range m.Funds {
			for j := range m.Funds[i].Windows {
				w := &m.Funds[i].Windows[j]
				if w.Milestone == p && slices.Contains(w.Verified, in) && !yield(Milestone(m.Funds[i].ID, w.ID)) {
					return
				}
			}
		}
	}
}

// verifies says whether cases of a procedure are a milestone of some fund.
func verifies(m *agreement.Model, p agreement.ProcedureID) bool {
	return slices.ContainsFunc(m.Funds, func(f agreement.Fund) bool {
		return slices.ContainsFunc(f.Windows, func(w agreement.Window) bool { return w.Milestone == p })
	})
}

// donor is whose money an entry moves: that of the acting party or, of what is returned by another, that of the first
// donor of the text that stands on a side of the case; "" for what is no single donor's.
func (c *Case) donor(money *agreement.Money, acts agreement.PartyID) agreement.PartyID {
	f := c.Model.Fund(money.Fund)
	if f == nil || money.Entry == EntryReleased || money.Entry == EntrySpent {
		return ""
	}
	if money.Entry != EntryReturned || slices.Contains(f.Donors, acts) {
		return acts
	}
	for _, d := range f.Donors {
		if len(c.SideOf(d)) > 0 {
			return d
		}
	}
	return acts
}

// fundEntry reads an entry of a fund; false where its amount cannot be read here.
func (e *Effect) fundEntry() (FundEntry, bool) {
	x := FundEntry{Window: e.Money.Window, Donor: e.Donor, Entry: e.Money.Entry, At: e.At}
	o, _ := e.Amount.(map[string]any)
	x.Currency, _ = o["currency"].(string)
	x.Amount, _ = o["value"].(string)
	return x, o != nil
}

// FundEntries gives the entries of a fund up to an instant, in the order in which they fold, without those that no book
// of it can hold (in another currency); whole says that the amount of each can be read here.
func (s *Standing) FundEntries(f *agreement.Fund, until time.Time) (list []FundEntry, whole bool) {
	whole = true
	if s == nil {
		return nil, true
	}
	for i := range s.Entries {
		e := &s.Entries[i]
		if e.Target != string(f.ID) || e.At.After(until) {
			continue
		}
		x, ok := e.fundEntry()
		whole = whole && ok
		if _, err := bookOf(f, []FundEntry{x}); ok && err == nil {
			list = append(list, x)
		}
	}
	return list, whole
}

// Verified says whether the milestone of a window has been reached by an instant, by the cases that are known here.
func (s *Standing) Verified(f *agreement.Fund, w *agreement.Window, at time.Time) bool {
	if w.Milestone == "" {
		return true
	}
	since, ok := s.verified[Milestone(f.ID, w.ID)]
	return ok && !at.Before(since)
}

// checkMoney: the entry that the step makes in a fund may follow those that were made (Allowed). It is asked by whoever
// keeps the fund's entries: without a Standing nobody has said what money there is, and who follows home's receipt takes
// its word. An act that is proved to be older must be covered where it stands and by all that has been entered since.
func (c *Case) checkMoney(step *agreement.Step, mv Move, at time.Time) error {
	s, m := c.Standing, step.Money
	if m == nil || mv.Attested || s == nil || s.trusts || c.Model.Fund(m.Fund) == nil {
		return nil
	}
	if err := c.usable(m.Amount, at); err != nil {
		return err
	}
	f := c.Model.Fund(m.Fund)
	e := Effect{Money: m, Donor: c.donor(m, mv.Party), At: at, Amount: c.Values[m.Amount]}
	x, readable := e.fundEntry()
	if !readable {
		return fault.Refuse(fault.ConditionUnread, string(step.Article), "the amount that %s enters in %s is not open here", title(step.Title, step.ID), title(f.Title, f.ID)).
			Mend("share the field %s with whoever orders the case", m.Amount)
	}
	before, _ := s.FundEntries(f, at)
	all, whole := s.FundEntries(f, endOfTime)
	if !whole && mv.Awaits { // others' amounts are not open here: home can read them, and judges
		return nil
	}
	verified := func(w *agreement.Window) bool { return s.Verified(f, w, at) }
	if err := Allowed(f, before, x, verified); err != nil || len(all) == len(before) {
		return err
	}
	return Allowed(f, all, x, verified)
}

// endOfTime is after every instant of an act.
var endOfTime = time.Date(9999, time.December, 31, 0, 0, 0, 0, time.UTC)

// Overdrawn is an entry in a fund that those before it did not permit, and why.
type Overdrawn struct {
	Effect Effect
	Err    error    // as Allowed refuses; condition-unread where its amount, or that of one before it, cannot be read here
	After  []CaseID // of the entries before it
}

// Overdrawn judges all entries of all funds, in the order in which they fold.
func (s *Standing) Overdrawn(m *agreement.Model) []Overdrawn {
	if s == nil {
		return nil
	}
	var wrong []Overdrawn
	for i := range m.Funds {
		f := &m.Funds[i]
		var before []FundEntry
		var after []CaseID
		whole := true
		for j := range s.Entries {
			e := &s.Entries[j]
			if e.Target != string(f.ID) {
				continue
			}
			x, readable := e.fundEntry()
			whole = whole && readable
			if !whole {
				wrong = append(wrong, Overdrawn{Effect: *e, Err: fault.Refuse(fault.ConditionUnread, string(f.Article), "the amounts that are entered in %s are not open here", title(f.Title, f.ID))})
				break // from here on nothing can be said of this fund
			}
			if err := Allowed(f, before, x, func(w *agreement.Window) bool { return s.Verified(f, w, e.At) }); err != nil {
				wrong = append(wrong, Overdrawn{Effect: *e, Err: err, After: slices.Clone(after)})
			}
			if _, err := bookOf(f, []FundEntry{x}); err == nil {
				before = append(before, x) // what could not be entered at all is in nobody's book
			}
			after = append(after, e.Case)
		}
	}
	return wrong
}
