package indicator

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
)

// Month is "2026-11", in the zone of the agreement. Months sort as texts.
type Month string

// MonthOf gives the month of an instant.
func MonthOf(t time.Time, zone *time.Location) Month { return Month(t.In(zone).Format("2006-01")) }

// Begins gives the first instant of a month.
func (m Month) Begins(zone *time.Location) time.Time {
	t, err := time.ParseInLocation("2006-01", string(m), zone)
	if err != nil {
		return time.Time{}
	}
	return t
}

// Next gives the month after.
func (m Month) Next() Month { return Month(m.Begins(time.UTC).AddDate(0, 1, 0).Format("2006-01")) }

// Counts are what is counted of a procedure in one month. A case is counted as opened in the month in which it was, as an
// outcome in the month in which it came to its end; a clock in the month in which it ended, and while it runs in the month
// in which it began.
type Counts struct {
	Opened   int                               `json:"opened,omitempty"`
	Outcomes map[agreement.StateID]int         `json:"outcomes,omitempty"`
	Clocks   map[agreement.ClockID]*ClockCount `json:"clocks,omitempty"`
}

// ClockCount is how the runs of a clock ended: in time, or by silence.
type ClockCount struct {
	Running int         `json:"running,omitempty"`
	InTime  int         `json:"in_time,omitempty"`
	Lapsed  int         `json:"lapsed,omitempty"`
	Took    map[int]int `json:"took,omitempty"` // minutes, as Rounded gives them → how many of those in time
}

// Ended is how many runs have ended.
func (c *ClockCount) Ended() int { return c.InTime + c.Lapsed }

// Part is what one case adds to the counts of its procedure.
type Part struct {
	Procedure agreement.ProcedureID `json:"procedure"`
	Opened    Month                 `json:"opened"`
	Outcome   agreement.StateID     `json:"outcome,omitempty"`
	Ended     Month                 `json:"ended,omitempty"` // of the case
	Runs      []Run                 `json:"runs,omitempty"`
}

// Run is one run of a clock.
type Run struct {
	Clock  agreement.ClockID `json:"clock"`
	Month  Month             `json:"month"` // in which it ended; of one that runs, in which it began
	Status RunStatus         `json:"status"`
	Took   int               `json:"took,omitempty"` // minutes; 0: not known, or not in time
}

// RunStatus says how a run stands.
type RunStatus string

// The statuses.
const (
	Runs   RunStatus = "runs"
	InTime RunStatus = "in-time"
	Lapsed RunStatus = "lapsed"
)

// Rounded gives a time taken in minutes, rounded up: to the minute below an hour, to a quarter of an hour below a day, to
// the hour below thirty days, to the day above. So counts stay small however many cases there are.
func Rounded(d time.Duration) int {
	step := time.Minute
	switch {
	case d > 30*24*time.Hour:
		step = 24 * time.Hour
	case d > 24*time.Hour:
		step = time.Hour
	case d > time.Hour:
		step = 15 * time.Minute
	}
	return max(1, int((d+step-1)/step)*int(step/time.Minute))
}

// Months are the months to whose counts a part adds.
func (p *Part) Months() []Month {
	list := []Month{p.Opened}
	if p.Outcome != "" {
		list = append(list, p.Ended)
	}
	for _, r := range p.Runs {
		list = append(list, r.Month)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// Add puts a part into the counts of one month, or with n = -1 takes it out again.
func (c *Counts) Add(p *Part, m Month, n int) {
	if p.Opened == m {
		c.Opened += n
	}
	if p.Outcome != "" && p.Ended == m {
		if c.Outcomes == nil {
			c.Outcomes = map[agreement.StateID]int{}
		}
		bump(c.Outcomes, p.Outcome, n)
	}
	for _, r := range p.Runs {
		if r.Month == m {
			c.run(r, n)
		}
	}
}

func (c *Counts) run(r Run, n int) {
	if c.Clocks == nil {
		c.Clocks = map[agreement.ClockID]*ClockCount{}
	}
	k := c.Clocks[r.Clock]
	if k == nil {
		k = &ClockCount{}
		c.Clocks[r.Clock] = k
	}
	switch r.Status {
	case InTime:
		k.InTime += n
		if r.Took > 0 {
			if k.Took == nil {
				k.Took = map[int]int{}
			}
			bump(k.Took, r.Took, n)
		}
	case Lapsed:
		k.Lapsed += n
	default:
		k.Running += n
	}
	if k.Running == 0 && k.InTime == 0 && k.Lapsed == 0 {
		delete(c.Clocks, r.Clock)
	}
}

func bump[K cmp.Ordered](m map[K]int, k K, n int) {
	if m[k] += n; m[k] == 0 {
		delete(m, k)
	}
}

// Merge adds the counts of a clock to others.
func (c *ClockCount) Merge(o *ClockCount) {
	c.Running, c.InTime, c.Lapsed = c.Running+o.Running, c.InTime+o.InTime, c.Lapsed+o.Lapsed
	for t, n := range o.Took {
		if c.Took == nil {
			c.Took = map[int]int{}
		}
		c.Took[t] += n
	}
}

// Quantile gives the smallest time, in minutes, that the share (0 to 1) of all that ended do not exceed; those that lapsed
// took longer than any. False where that many were not in time, or the times are not known. It is type 1 of Hyndman and
// Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996).
func (c *ClockCount) Quantile(share float64) (int, bool) {
	known := 0
	for _, n := range c.Took {
		known += n
	}
	total := known + c.Lapsed
	if total == 0 || known < c.InTime {
		return 0, false
	}
	rank, sum := int(float64(total)*share), 0
	if float64(rank) < float64(total)*share {
		rank++
	}
	for _, t := range slices.Sorted(maps.Keys(c.Took)) {
		if sum += c.Took[t]; sum >= max(1, rank) {
			return t, true
		}
	}
	return 0, false
}
