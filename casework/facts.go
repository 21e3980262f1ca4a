package casework

import (
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
)

// FactIndicator is the name of the fact that states what an indicator comes to.
func FactIndicator(id agreement.IndicatorID) string { return "indicator:" + string(id) }

// HomeFacts gives the outside facts that decide about a step and that home states, not whoever acts, sorted: the
// indicators and funds that its condition reads, and those on which the phase that it begins may begin. How much of a
// quota is used the act states itself (FactQuota).
func HomeFacts(m *agreement.Model, step *agreement.Step) []string {
	names := slices.Clone(step.When.Facts)
	if p := m.Phase(step.Begins); p != nil {
		names = append(names, p.Entry.Facts...)
		for i := range m.Phases {
			if m.Phases[i].ExitTo == p.ID {
				names = append(names, m.Phases[i].Exit.Facts...)
			}
		}
	}
	return OfHome(names)
}

// OfHome gives those of the names of facts that home states, sorted, each once.
func OfHome(names []string) []string {
	own := slices.DeleteFunc(slices.Clone(names), func(name string) bool { return !ofHome(name) })
	slices.Sort(own)
	return slices.Compact(own)
}

func ofHome(name string) bool {
	return strings.HasPrefix(name, FactIndicator("")) || strings.HasPrefix(name, FactFund(""))
}

// Stated gives the outside facts by which an act is judged: those that the act states, but that of an indicator or a
// fund home's receipt alone says what it comes to. Both are as they were read; neither is written to.
func Stated(act, receipt map[string]any) map[string]any {
	var facts map[string]any
	put := func(name string, v any) {
		if facts == nil {
			facts = map[string]any{}
		}
		facts[name] = v
	}
	for name, v := range act {
		if !ofHome(name) {
			put(name, v)
		}
	}
	for name, v := range receipt {
		if ofHome(name) {
			put(name, v)
		}
	}
	return facts
}

// Known is what outside facts are found from: the cases and entries that somebody knows.
type Known struct {
	Cases    func(agreement.ProcedureID) iter.Seq[*Case]
	Entries  func(*agreement.Indicator) (iter.Seq[Entry], bool) // false: they are not known here
	Standing *Standing
}

// Find gives what a fact comes to just before an instant, a decimal number: what happens at the very instant may be the act
// that asks, and does not count. False where it comes to nothing: a share of nobody, a figure that disclosure control
// hides, sums of several units, a fund of which an amount cannot be read here; and for what is no such fact. An
// indicator under a privacy budget is never stated: noise decides nothing. whole says that nothing was passed over that
// could not be judged here.
func (k Known) Find(m *agreement.Model, name string, at time.Time) (value string, whole, found bool) {
	at = at.Add(-tick)
	if id, ok := strings.CutPrefix(name, FactFund("")); ok {
		f := m.Fund(agreement.FundID(id))
		if f == nil {
			return "", false, false
		}
		entries, whole := k.Standing.FundEntries(f, at)
		b, err := Balance(f, entries)
		if err != nil || !whole {
			return "", false, false
		}
		return b.Total.Left, true, true
	}
	id, _ := strings.CutPrefix(name, FactIndicator(""))
	x := m.Indicator(agreement.IndicatorID(id))
	if x == nil || x.Budget != "" {
		return "", false, false
	}
	var over Population
	switch {
	case x.Fund != "":
		f := m.Fund(x.Fund)
		if f == nil {
			return "", false, false
		}
		over.Payments, whole = k.Standing.FundEntries(f, at)
	case x.Procedure != "":
		over.Cases, whole = k.Cases(x.Procedure), true
	default:
		if over.Entries, whole = k.Entries(x); !whole {
			return "", false, false
		}
	}
	f, err := Measure(m, x, over, at, nil)
	if err != nil || f.Cells[0].Hidden || len(f.Cells) > 1 && f.Cells[1].Field == "" {
		return "", whole && f.Unread == 0, false
	}
	return f.Cells[0].Value, whole && f.Unread == 0, f.Cells[0].Value != ""
}

// Everywhere says whether a party has part in every case of a procedure, by the text: on one of its sides or as its home,
// whoever stands on the others. Who has need take nobody's word for what is counted over these cases.
func Everywhere(m *agreement.Model, p *agreement.Procedure, party agreement.PartyID) bool {
	if p.Home == "" && m.Depositary == party {
		return true
	}
	return !bindable(m, p, party, map[agreement.SideID]agreement.PartyID{})
}

// bindable says whether the sides that are not bound yet can be bound without a party.
func bindable(m *agreement.Model, p *agreement.Procedure, party agreement.PartyID, bound map[agreement.SideID]agreement.PartyID) bool {
	i := slices.IndexFunc(p.Sides, func(s agreement.Side) bool { return bound[s.ID] == "" })
	if i < 0 {
		return true
	}
	s := &p.Sides[i]
	for _, other := range candidates(m, p, s, bound) {
		if other == party {
			continue
		}
		bound[s.ID] = other
		if bindable(m, p, party, bound) {
			delete(bound, s.ID)
			return true
		}
		delete(bound, s.ID)
	}
	return false
}

// Day is a day on which it must be found whether a phase begins, or whether the agreement goes on.
type Day struct {
	Phase agreement.PhaseID // "": whether the agreement goes on after Day
	Day   agreement.Date    // the phase's first, or the last of a term
	At    time.Time         // from when on what is found counts; facts are those of just before it
	Facts []string          // that the condition reads and home states
}

// maxDays bounds how many days are looked at in one go; the next goes on from there.
const maxDays = 1000

// DueDays gives the days that have come and of which nothing was found yet, in the order of their instants, phases first.
// A renewal after a day on which it was found to fail is none. See Enter and Decide, which note what was found.
func (s *Standing) DueDays(m *agreement.Model, now time.Time) []Day {
	var due []Day
	loc := m.Location()
	n := s.copied()
	for i := range m.Phases {
		p := &m.Phases[i]
		if _, found := n.Entered[p.ID]; found || p.Starts.IsZero() || p.Entry.IsZero() {
			continue
		}
		if at := p.Starts.Midnight(loc); !now.Before(at) {
			due = append(due, Day{Phase: p.ID, Day: p.Starts, At: at, Facts: OfHome(p.Entry.Facts)})
		}
	}
	if r := m.Renewal; r != nil && r.Mode == agreement.RenewalAutomatic && !r.Unless.IsZero() && !m.Ends.IsZero() {
		last := prolonged(m.Ends, n.Renewed[m.Declared], now)
		day := last
		for range maxDays {
			at := day.After().Midnight(loc)
			goesOn, found := n.Renewals[day]
			if now.Before(at) || found && !goesOn || !m.RenewsOn(last, day) {
				break
			}
			if !found {
				due = append(due, Day{Day: day, At: at, Facts: OfHome(r.Unless.Facts)})
			}
			next := m.LastDayFrom(last, at)
			if next.Compare(day) <= 0 {
				break
			}
			day = next
		}
	}
	slices.SortStableFunc(due, func(a, b Day) int { return a.At.Compare(b.At) })
	return due
}

// Found notes what the facts of a day come to. What they leave open neither ends the agreement nor begins a phase: an
// exception must be established, and so must what a phase waits for.
func (s *Standing) Found(m *agreement.Model, d Day, facts map[string]any) *Standing {
	if p := m.Phase(d.Phase); p != nil {
		held, err := MayEnter(p, facts)
		return s.Enter(p.ID, err == nil && held)
	}
	goesOn, err := Renew(m, d.Day, facts)
	return s.Decide(d.Day, err != nil || goesOn)
}
