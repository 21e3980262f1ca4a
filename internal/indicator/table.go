package indicator

import (
	"slices"

	"github.com/entente-net/entente/agreement"
)

// Tables are the figures of an agreement as somebody may see them.
type Tables struct {
	From   Month         `json:"from"`
	Until  Month         `json:"until"` // with this month
	Clocks []ClockSeries `json:"clocks"`
	Cases  []CaseSeries  `json:"cases"`
}

// ClockSeries is how one clock was kept.
type ClockSeries struct {
	Procedure agreement.ProcedureID `json:"procedure"`
	Clock     agreement.ClockID     `json:"clock"`
	Article   agreement.Article     `json:"article"`
	Least     int                   `json:"least"`   // no period is told of fewer
	Running   int                   `json:"running"` // -1: some, and too few to be told
	Periods   []ClockPeriod         `json:"periods"`
	Rest      bool                  `json:"rest"` // the last months have some that ended, and too few to be told
	All       ClockPeriod           `json:"all"`  // all periods together
}

// ClockPeriod is one or several months of a clock.
type ClockPeriod struct {
	From   Month   `json:"from"`
	To     Month   `json:"to"`
	InTime int     `json:"in_time"`
	Ended  int     `json:"ended"`
	Low    float64 `json:"low"` // 95 % interval of the share in time, 0 to 1
	High   float64 `json:"high"`
	Median int     `json:"median,omitempty"` // minutes; 0: not known, or longer than the time limit
	P90    int     `json:"p90,omitempty"`
}

// Share is the share in time.
func (c ClockPeriod) Share() Share { return Share{N: c.InTime, Of: c.Ended, Low: c.Low, Top: c.High} }

// CaseSeries is how many cases of a procedure were opened, and what became of them.
type CaseSeries struct {
	Procedure agreement.ProcedureID `json:"procedure"`
	Article   agreement.Article     `json:"article"`
	Least     int                   `json:"least"`
	Opened    Outcome               `json:"opened"`
	Outcomes  []Outcome             `json:"outcomes"`
}

// Outcome is a count of cases over time.
type Outcome struct {
	State agreement.StateID `json:"state,omitempty"` // "": they were opened
	Total int               `json:"total"`           // of all periods
	Pools []Pool            `json:"periods"`
	Rest  bool              `json:"rest"`
}

// least for a p90: nine in ten of fewer is the longest of all.
const leastP90 = 10

// Tabulate makes the tables: of all procedures that the text has, in its order, from the first month to the last. Least says
// of how few cases of a procedure a period may be told; 1: of any. Where a procedure has never had a case it is left out,
// which says no more than its zeros would.
func Tabulate(m *agreement.Model, counts map[agreement.ProcedureID]map[Month]*Counts, until Month, least func(agreement.ProcedureID) int) *Tables {
	t := &Tables{From: MonthOf(m.Starts.Midnight(m.Location()), m.Location()), Until: until, Clocks: []ClockSeries{}, Cases: []CaseSeries{}}
	for _, months := range counts {
		for month := range months {
			t.From = min(t.From, month)
		}
	}
	for i := range m.Procedures {
		p := &m.Procedures[i]
		months := counts[p.ID]
		if len(months) == 0 {
			continue
		}
		few := least(p.ID)
		t.Cases = append(t.Cases, caseSeries(p, months, t.From, until, few))
		for j := range p.Clocks {
			if s, any := clockSeries(p, &p.Clocks[j], months, t.From, until, few); any {
				t.Clocks = append(t.Clocks, s)
			}
		}
	}
	return t
}

func caseSeries(p *agreement.Procedure, months map[Month]*Counts, from, until Month, least int) CaseSeries {
	out := CaseSeries{Procedure: p.ID, Article: p.Article, Least: least, Outcomes: []Outcome{}}
	of := func(s agreement.StateID, count func(*Counts) int) Outcome {
		series := map[Month]int{}
		for m, c := range months {
			series[m] = count(c)
		}
		o := Outcome{State: s}
		o.Pools, o.Rest = Pooled(from, Series(series, from, until), least)
		for _, x := range o.Pools {
			o.Total += x.N
		}
		return o
	}
	out.Opened = of("", func(c *Counts) int { return c.Opened })
	for i := range p.States {
		s := p.States[i].ID
		if o := of(s, func(c *Counts) int { return c.Outcomes[s] }); o.Total > 0 || o.Rest {
			out.Outcomes = append(out.Outcomes, o)
		}
	}
	return out
}

func clockSeries(p *agreement.Procedure, cl *agreement.Clock, months map[Month]*Counts, from, until Month, least int) (out ClockSeries, any bool) {
	out = ClockSeries{Procedure: p.ID, Clock: cl.ID, Article: cl.Article, Least: least, Periods: []ClockPeriod{}}
	ended := map[Month]int{}
	for m, c := range months {
		if k := c.Clocks[cl.ID]; k != nil {
			any = true
			ended[m] = k.Ended()
			out.Running += k.Running
		}
	}
	if out.Running > 0 && out.Running < least {
		out.Running = -1
	}
	var pools []Pool
	pools, out.Rest = Pooled(from, Series(ended, from, until), least)
	all := &ClockCount{}
	for _, pool := range pools {
		sum := &ClockCount{}
		for m := pool.From; m <= pool.To; m = m.Next() {
			if c := months[m]; c != nil && c.Clocks[cl.ID] != nil {
				sum.Merge(c.Clocks[cl.ID])
			}
		}
		all.Merge(sum)
		out.Periods = append(out.Periods, periodOf(pool.From, pool.To, sum, least))
	}
	out.Periods = slices.Clip(trimmed(out.Periods))
	out.All = ClockPeriod{}
	if n := len(pools); n > 0 {
		out.All = periodOf(pools[0].From, pools[n-1].To, all, least)
	}
	return out, any
}

// trimmed leaves out the months before the first that has anything: they are all zero.
func trimmed(list []ClockPeriod) []ClockPeriod {
	i := slices.IndexFunc(list, func(p ClockPeriod) bool { return p.Ended > 0 })
	if i < 0 {
		return list[:0]
	}
	return list[i:]
}

func periodOf(from, to Month, c *ClockCount, least int) ClockPeriod {
	s := ShareOf(c.InTime, c.Ended())
	out := ClockPeriod{From: from, To: to, InTime: c.InTime, Ended: c.Ended(), Low: s.Low, High: s.Top}
	out.Median, _ = c.Quantile(.5)
	if least <= 1 || out.Ended >= leastP90 {
		out.P90, _ = c.Quantile(.9)
	}
	return out
}
