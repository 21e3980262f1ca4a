package casework

import (
	"io"
	"iter"
	"math/big"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// Population is what an indicator is measured over. Only what it names need be there; cases of other procedures are
// passed over.
type Population struct {
	Cases    iter.Seq[*Case]
	Entries  iter.Seq[Entry] // of the indicator's register; where it names a query, the questions asked
	Payments []FundEntry     // the entries of its fund
}

// Entry is one entry of a register, or one question.
type Entry struct {
	Values map[agreement.FieldID]any
	At     time.Time // when it was added, or asked
}

// Figure is what an indicator came to.
type Figure struct {
	Indicator agreement.IndicatorID `json:"indicator"`
	Title     string                `json:"title"`
	Measure   string                `json:"measure"`
	From      time.Time             `json:"from,omitzero"` // the window, without this instant; zero: since the beginning
	Until     time.Time             `json:"until"`         // the window, with this instant
	Cells     []Cell                `json:"cells"`         // all together first, then each field of By in the order of the text
	Target    string                `json:"target,omitempty"`
	Met       *bool                 `json:"met,omitempty"` // by what is shown; nil where nothing can be judged
	Unread    int                   `json:"unread"`        // what could not be judged here, and is in no cell; not for publication
}

// Cell is one figure.
type Cell struct {
	Field  agreement.FieldID `json:"field,omitempty"` // "": all together
	Group  string            `json:"group,omitempty"` // the value of Field; "": not stated
	Unit   string            `json:"unit,omitempty"`  // of a duration "days", of a sum the currency or unit
	N      int               `json:"n"`               // how many are counted: of a duration those that came to its end
	Of     int               `json:"of"`              // among how many: of a duration those that began; of a count and a sum N
	Value  string            `json:"value,omitempty"` // decimal; "" where there is none, as the share of nobody
	Low    string            `json:"low,omitempty"`   // share, disparity: 95 % confidence interval; "" under a budget
	High   string            `json:"high,omitempty"`
	Hidden bool              `json:"hidden,omitempty"` // by disclosure control: nothing else is said of it
}

// Measure gives the figure of an indicator at an instant, with its disclosure control applied. Silences that are due
// by then count, recorded or not; what happened later does not.
//
// A count is of what came to one of Reached (of all cases by their opening) in the window. A share and a disparity are
// of what came to one of Among in the window, wherever in time it came to Reached. A duration runs from the first entry
// into one of From to the next into one of To, and belongs to the window by its end; cases that have not come to the
// end are in Of and not in N, and in no median. Median and p90 are the smallest duration that half, and nine in ten, do
// not exceed (Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996), type 1).
// The window is as long as the time that Over takes from its end on, working days by the agreement's calendar.
//
// A disparity compares the rate of each group with that of all other known groups together; in all together stands the
// highest of these ratios. What gives no value for the field of a dimension is in the group ""; in a disparity it is in
// none. Condition and field are read as any viewer of the case values given may: what is sealed or destroyed is not.
//
// noise is read for a budget alone, and must then be there: fault.Invalid otherwise. See noisy for what it protects.
func Measure(m *agreement.Model, x *agreement.Indicator, over Population, now time.Time, noise io.Reader) (Figure, error) {
	now = now.UTC()
	f := Figure{Indicator: x.ID, Title: x.Title, Measure: x.Measure, Until: now, Target: x.Target}
	if !x.Over.IsZero() {
		f.From = now.Add(now.Sub(m.After(x.Over, now)))
	}
	if x.Budget != "" && noise == nil {
		return Figure{}, fault.Refuse(fault.Invalid, string(x.Article), "the indicator %s is published under a privacy budget, and there is no noise to add", x.ID).
			Mend("give a source of randomness")
	}
	t := newTallies(m, x)
	each := func(it item) { t.add(it) }
	switch {
	case x.Procedure != "" && over.Cases != nil:
		for c := range over.Cases {
			if c.Procedure.ID == x.Procedure {
				f.Unread += ofCase(x, c.Settled(now), f.From, now, each)
			}
		}
	case x.Register != "" && over.Entries != nil:
		for e := range over.Entries {
			f.Unread += ofEntry(x, e, f.From, now, each)
		}
	case x.Fund != "":
		for _, e := range over.Payments {
			f.Unread += ofPayment(x, e, f.From, now, each)
		}
	}
	if x.Budget != "" {
		f.Unread = 0 // an exact count beside the noisy ones would give them away
		if err := t.noisy(x.Budget, noise); err != nil {
			return Figure{}, err
		}
	}
	t.control(x.Minimum, x.Rounds)
	f.Cells = t.cells()
	f.Met = met(x.Target, f.Cells)
	return f, nil
}

// item is one thing that a measure looks at.
type item struct {
	value   func(agreement.FieldID) (any, bool) // of a dimension
	counted bool                                // came to Reached, or to the end of a duration
	took    time.Duration
	unit    string
	amount  *big.Rat
}

func within(at, from, until time.Time) bool {
	return !at.After(until) && (from.IsZero() || at.After(from))
}

// enters gives the first entry of a case into one of the states from an instant on, up to another.
func enters(c *Case, states []agreement.StateID, from, until time.Time) (time.Time, bool) {
	for i := range c.Taken {
		t := &c.Taken[i]
		if t.From != t.To && slices.Contains(states, t.To) && !t.At.Before(from) && !t.At.After(until) {
			return t.At, true
		}
	}
	return time.Time{}, false
}

// came is when a case came to one of the states, or, where none is named, when it was opened.
func came(c *Case, states []agreement.StateID, now time.Time) (time.Time, bool) {
	if len(states) == 0 {
		return c.Opened, !c.Opened.After(now)
	}
	return enters(c, states, time.Time{}, now)
}

// ofCase gives a case to the tally if it belongs there. 1 where that cannot be judged.
func ofCase(x *agreement.Indicator, c *Case, from, now time.Time, give func(item)) int {
	it := item{}
	switch x.Measure {
	case "share", "disparity":
		at, ok := came(c, x.Among, now)
		if !ok || !within(at, from, now) {
			return 0
		}
		_, it.counted = enters(c, x.Reached, time.Time{}, now)
	case "duration":
		begun, ok := enters(c, x.From, time.Time{}, now)
		if !ok {
			return 0
		}
		end, done := enters(c, x.To, begun, now)
		if done && !within(end, from, now) {
			return 0
		}
		it.counted, it.took = done, end.Sub(begun)
	default:
		at, ok := came(c, x.Reached, now)
		if !ok || !within(at, from, now) {
			return 0
		}
		it.counted = true
	}
	readable := map[agreement.FieldID]any{}
	for f, v := range c.Values {
		if c.usable(f, now) == nil {
			readable[f] = v
		}
	}
	return judge(x, it, readable, give)
}

func ofEntry(x *agreement.Indicator, e Entry, from, now time.Time, give func(item)) int {
	if !within(e.At, from, now) {
		return 0
	}
	return judge(x, item{counted: true}, e.Values, give)
}

// judge reads what the indicator reads. 1 where it is not there.
func judge(x *agreement.Indicator, it item, values map[agreement.FieldID]any, give func(item)) int {
	ok, err := x.When.Eval(agreement.Env{Case: values})
	if err != nil {
		return 1
	}
	if !ok {
		return 0
	}
	if x.Field != "" {
		if it.amount, it.unit, ok = measured(values[x.Field]); !ok {
			return 1
		}
	}
	it.value = func(f agreement.FieldID) (any, bool) { v, ok := values[f]; return v, ok }
	give(it)
	return 0
}

// measured reads a number, an amount or a quantity.
func measured(v any) (*big.Rat, string, bool) {
	o, ok := v.(map[string]any)
	if !ok {
		r, ok := numberOf(v)
		return r, "", ok
	}
	unit, _ := o["currency"].(string)
	if unit == "" {
		unit, _ = o["unit"].(string)
	}
	s, _ := o["value"].(string)
	r, ok := decimal(s)
	return r, unit, ok && unit != ""
}

func ofPayment(x *agreement.Indicator, e FundEntry, from, now time.Time, give func(item)) int {
	if e.Entry != EntryPaid || !within(e.At, from, now) {
		return 0
	}
	it := item{counted: true}
	if x.Measure == "sum" {
		var ok bool
		if it.amount, ok = decimal(e.Amount); !ok {
			return 1
		}
		it.unit = e.Currency
	}
	give(it)
	return 0
}
