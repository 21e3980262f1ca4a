package reader

import (
	"slices"
	"time"
)

// never is later than every act.
var never = time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC)

// base is the instant from which a clock counts; false where it cannot be known here.
func (c *Case) base(cl *Clock, start time.Time) (time.Time, bool) {
	if cl.CountsFrom == "" {
		return start, true
	}
	v, _ := c.values[cl.CountsFrom].(string)
	f := c.Agreement.field(c.Procedure, cl.CountsFrom)
	switch {
	case v == "" || f == nil || c.Destroyed[cl.CountsFrom]:
		return time.Time{}, false
	case f.Type == "date":
		return c.Agreement.begins(v), true
	}
	at, err := time.Parse(time.RFC3339Nano, v)
	return at.UTC().Truncate(time.Microsecond), err == nil
}

// count gives a run the end that its start, or its date, brings. at: when it gets it.
func (c *Case) count(r *Run, at time.Time) {
	cl := r.Clock
	from, known := c.base(cl, r.Start)
	if !known {
		r.unread, r.End, r.Grace, r.Warning = true, never, never, time.Time{}
		return
	}
	var first time.Time
	if cl.Before != "" {
		first = back(from, cl.Before, c.Agreement.zone, c.Agreement.working(cl.Calendars))
	} else {
		first = c.within(cl, from)
	}
	if first.After(never) {
		first = never
	}
	end := c.Agreement.rounded(cl, first)
	switch {
	case r.first.IsZero():
		r.first = first
	case !r.unread:
		end = c.Agreement.rounded(cl, end.Add(r.moved))
	}
	if latest, bound := c.latest(r); bound && end.After(latest) {
		end = latest
	}
	if !r.Paused.IsZero() {
		at = r.Paused
	}
	if end.Before(at) {
		end = at
	}
	r.unread = false
	c.fix(r, end)
}

// dated lets the clocks follow that count from what an act gives.
func (c *Case) dated(gives []string, at time.Time) {
	c.own()
	for _, r := range c.Clocks {
		if slices.Contains(gives, r.Clock.CountsFrom) && (r.Status == "runs" || r.Status == "sealed" && !at.After(r.End)) {
			r.Status = "runs"
			c.count(r, at)
		}
	}
}

// anew begins the clocks of a step anew.
func (c *Case) anew(step *Step, at time.Time) {
	for _, id := range step.Restarts {
		cl := one(c.Procedure.Clocks, func(k *Clock) bool { return k.ID == id })
		runs := one(c.Clocks, func(r **Run) bool { return (*r).Clock.ID == id && ((*r).Status == "runs" || (*r).Status == "sealed") })
		if !slices.Contains(cl.Starts, c.State) || slices.Contains(cl.Stops, c.State) || runs != nil && (*runs).Status == "sealed" && at.After((*runs).End) {
			continue
		}
		next := &Run{Clock: cl, Start: at, Status: "runs"}
		if runs != nil && cl.Max != "" {
			next.first = (*runs).first
		}
		c.count(next, at)
		c.Clocks = slices.DeleteFunc(slices.Clone(c.Clocks), func(r *Run) bool { return r.Clock.ID == id && (r.Status != "lapsed" || cl.Silence != "restrict") })
		c.Clocks = append(c.Clocks, next)
	}
}

// back is the instant that lies a length before another.
func back(at time.Time, s string, zone *time.Location, works func(day time.Time) bool) time.Time {
	l := parseLength(s)
	if l.months == 0 && l.days == 0 && l.working == 0 {
		return at.Add(-l.exact)
	}
	_, offset := at.In(zone).Zone()
	shown := at.UTC().Add(time.Duration(offset) * time.Second)
	day := shown.Day()
	shown = shown.AddDate(0, 0, 1-day).AddDate(0, -l.months, 0) // the first of the month
	shown = shown.AddDate(0, 0, min(day, shown.AddDate(0, 1, -1).Day())-1-l.days)
	for range l.working {
		shown = shown.AddDate(0, 0, -1)
		for n := range 400 { // calendars without any working day count each
			if d := shown.AddDate(0, 0, -n); works(d) {
				shown = d
				break
			}
		}
	}
	return showing(shown, zone).Add(-l.exact)
}

// doneBy is the last instant of an act that must be done so long before a field's value, or no later than so long after
// it; false where the value cannot be known here.
func (a *Agreement) doneBy(f *Field, v any, length string, before bool) (time.Time, bool) {
	s, _ := v.(string)
	from, err := time.Parse(time.RFC3339Nano, s)
	if f.Type == "date" {
		if _, err = time.Parse(time.DateOnly, s); err == nil {
			from = a.begins(s)
		}
	}
	if err != nil {
		return time.Time{}, false
	}
	end := after(from, length, a.zone, a.working(nil))
	if before {
		end = back(from, length, a.zone, a.working(nil))
	}
	if f.Type == "date" && parseLength(length).exact == 0 {
		end = a.begins(nextDay(end.In(a.zone).Format(time.DateOnly))).Add(-time.Microsecond)
	}
	return end, true
}
