package node

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/indicator"
	"github.com/entente-net/entente/internal/store"
)

// Figures are what this node has counted of an agreement, all its versions together.
type Figures struct {
	Model      *agreement.Model // of the version in force
	At         time.Time
	Behind     int // cases that moved and are not counted anew yet; 0: all are in
	Procedures []ProcedureFigures
}

// ProcedureFigures are the counts of a procedure by month, of those in which there was anything.
type ProcedureFigures struct {
	Procedure *agreement.Procedure
	Months    map[indicator.Month]*indicator.Counts
}

// countingMost is how many cases one transaction counts, and countingTime for how long a sweep does.
const (
	countingMost = 50
	countingTime = 250 * time.Millisecond
)

// Figures gives the counts of an agreement. They are kept as cases move: nobody reads all cases to look at them. Who asks waits
// for the few that moved just now; a backlog is left to the sweep, and Behind says how long it is.
func (n *Node) Figures(ctx context.Context, id agreement.ID) (*Figures, error) {
	d, err := n.deal(id)
	if err != nil {
		return nil, err
	}
	out := &Figures{Model: d.model, At: n.Now()}
	if err := n.countCases(ctx, 0); err != nil {
		return nil, err
	}
	var rows []store.FigureMonth
	err = n.db.View(ctx, func(tx *store.Tx) error {
		var err error
		if rows, err = tx.ListFigureMonths(ctx, d.id); err != nil {
			return err
		}
		left, err := tx.CountUncounted(ctx)
		out.Behind = int(left)
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		p := d.model.Procedure(r.Procedure)
		if p == nil {
			continue // of an earlier version, and no longer there
		}
		i := slices.IndexFunc(out.Procedures, func(x ProcedureFigures) bool { return x.Procedure == p })
		if i < 0 {
			i = len(out.Procedures)
			out.Procedures = append(out.Procedures, ProcedureFigures{Procedure: p, Months: map[indicator.Month]*indicator.Counts{}})
		}
		c := &indicator.Counts{}
		if err := json.Unmarshal(r.Body, c); err != nil {
			return nil, fault.New(fault.Internal, "the counts of %s are damaged", r.Month).Wrap(err)
		}
		out.Procedures[i].Months[indicator.Month(r.Month)] = c
	}
	order := func(p *agreement.Procedure) int {
		return slices.IndexFunc(d.model.Procedures, func(x agreement.Procedure) bool { return x.ID == p.ID })
	}
	slices.SortFunc(out.Procedures, func(a, b ProcedureFigures) int { return order(a.Procedure) - order(b.Procedure) })
	return out, nil
}

// countCases counts the cases that have moved since they were counted, for about so long; without any time, only if they are so few
// that one transaction counts them all.
func (n *Node) countCases(ctx context.Context, most time.Duration) error {
	for begun := time.Now(); ; {
		parts, more, err := n.uncounted(ctx, most > 0)
		if err != nil || len(parts) == 0 {
			return err
		}
		if err := n.db.Update(ctx, func(tx *store.Tx) error { return putParts(ctx, tx, parts) }); err != nil {
			return err
		}
		if !more || time.Since(begun) > most {
			return nil
		}
	}
}

// inCounts is a case as it stands in the counts from now on; a nil part: it has no place in them.
type inCounts struct {
	row  store.CaseFile
	id   agreement.ID
	part *indicator.Part
}

// uncounted says what the next cases that moved add to the counts, and whether there are more; of many it gives none unless told.
func (n *Node) uncounted(ctx context.Context, ofMany bool) (parts []inCounts, more bool, err error) {
	type found struct {
		row       store.CaseFile
		d         *deal // nil: of an agreement that is not here any more, or the agreement case; in no figures
		deadlines []store.Deadline
		c         *casework.Case
		cold      *kept // where c is not here
	}
	var list []found
	err = n.db.View(ctx, func(tx *store.Tx) error {
		list, more = nil, false
		rows, err := tx.ListUncounted(ctx, countingMost+1)
		if more = len(rows) > countingMost; err != nil || more && !ofMany {
			return err
		}
		for _, row := range rows[:min(len(rows), countingMost)] {
			x := found{row: row}
			if d, err := n.dealOf(row.Agreement); err == nil && row.ID != d.caseID {
				x.d = d
				if x.deadlines, err = tx.ListDeadlines(ctx, row.ID); err != nil {
					return err
				}
				if c, ok := n.files.loaded(d, row.ID); ok {
					x.c = c
				} else {
					k, err := historyOf(ctx, tx, row)
					if err != nil {
						return err
					}
					x.cold = &k
				}
			}
			list = append(list, x)
		}
		return nil
	})
	if err != nil {
		return nil, false, err
	}
	for _, x := range list {
		in := inCounts{row: x.row}
		if x.d != nil {
			if x.cold != nil {
				f := &file{d: x.d, id: x.row.ID}
				if err := n.replay(f, x.cold); err != nil && fault.CodeOf(err) != fault.Internal {
					return nil, false, err
				}
				x.c = f.c
			}
			// A case whose history this node cannot follow adds that it was opened.
			in.id, in.part = x.d.id, partOf(x.d.model.Location(), x.row, x.deadlines, x.c)
		}
		parts = append(parts, in)
	}
	return parts, more, nil
}

func partOf(zone *time.Location, row store.CaseFile, deadlines []store.Deadline, c *casework.Case) *indicator.Part {
	p := &indicator.Part{Procedure: row.Procedure, Opened: indicator.MonthOf(row.Opened.Time(), zone)}
	if row.Closed {
		p.Outcome, p.Ended = row.State, indicator.MonthOf(overAt(row, c), zone)
	}
	for _, r := range deadlines {
		p.Runs = append(p.Runs, runOf(zone, r, row, c))
	}
	return p
}

// overAt is when a case came to the state in which it ended.
func overAt(row store.CaseFile, c *casework.Case) time.Time {
	if c != nil {
		for _, t := range slices.Backward(c.Taken) {
			if t.To == row.State && t.From != t.To {
				return t.At
			}
		}
	}
	return row.Updated.Time()
}

func runOf(zone *time.Location, r store.Deadline, row store.CaseFile, c *casework.Case) indicator.Run {
	run := indicator.Run{Clock: r.Clock, Month: indicator.MonthOf(r.Started.Time(), zone), Status: indicator.Runs}
	inTime := func(at time.Time) {
		run.Status, run.Month, run.Took = indicator.InTime, indicator.MonthOf(at, zone), indicator.Rounded(at.Sub(r.Started.Time()))
	}
	lapsed := func() {
		at := r.Due.Time()
		if fired := r.Fired.Time(); r.Fired != 0 && fired.Before(at) {
			at = fired // of a clock that counts from what is not open here
		}
		run.Status, run.Month = indicator.Lapsed, indicator.MonthOf(at, zone)
	}
	var at time.Time
	known := false
	if c != nil && r.Status != casework.StatusLapsed {
		at, known = c.StoppedAt(r.Clock, r.Started.Time())
	}
	switch {
	case r.Status == casework.StatusLapsed:
		lapsed()
	case r.Silence == agreement.SilenceExplain && r.Fired != 0:
		lapsed() // what still runs is the time that silence added, to say why; the time limit itself is over
	case r.Status == casework.StatusStopped && (known && at.After(r.Due.Time()) || !known && r.Fired != 0):
		lapsed() // what was owed was done after all, and late
	case r.Status == casework.StatusStopped && known:
		inTime(at)
	case r.Status == casework.StatusStopped:
		run.Status, run.Month = indicator.InTime, indicator.MonthOf(row.Updated.Time(), zone)
	case c == nil || isRunning(c, r):
	case known && !at.After(r.Due.Time()):
		inTime(at) // a step began the clock anew; the row of this run stays as it was
	case known || ranOut(c, r):
		lapsed() // its silence led to where it begins anew
	}
	return run
}

func isRunning(c *casework.Case, r store.Deadline) bool {
	return slices.ContainsFunc(c.Clocks, func(x casework.Running) bool { return x.Clock == r.Clock && store.MicrosOf(x.Started) == r.Started })
}

// ranOut says whether the history has a silence of this clock at the end of this run.
func ranOut(c *casework.Case, r store.Deadline) bool {
	return slices.ContainsFunc(c.Taken, func(t casework.Taken) bool { return t.Clock == r.Clock && !t.At.Before(r.Due.Time()) })
}

// putParts takes what the cases added before out of the counts, and puts in what they add now.
func putParts(ctx context.Context, tx *store.Tx, parts []inCounts) error {
	months := map[store.GetFigureMonthParams]*indicator.Counts{}
	add := func(id agreement.ID, p *indicator.Part, n int) error {
		for _, m := range p.Months() {
			key := store.GetFigureMonthParams{AgreementID: id, Procedure: p.Procedure, Month: string(m)}
			c := months[key]
			if c == nil {
				c = &indicator.Counts{}
				row, err := tx.GetFigureMonth(ctx, key)
				if err == nil {
					err = json.Unmarshal(row.Body, c)
				} else if store.Missing(err) {
					err = nil
				}
				if err != nil {
					return err
				}
				months[key] = c
			}
			c.Add(p, m, n)
		}
		return nil
	}
	for _, x := range parts {
		marked, err := tx.MarkCounted(ctx, store.MarkCountedParams{Version: x.row.Version, ID: x.row.ID})
		if err != nil {
			return err
		}
		if marked == 0 || x.part == nil {
			continue // it has moved on meanwhile, and is counted the next time
		}
		was, err := tx.GetFigureCase(ctx, x.row.ID)
		if err != nil && !store.Missing(err) {
			return err
		}
		if err == nil {
			var old indicator.Part
			if err := json.Unmarshal(was.Body, &old); err != nil {
				return err
			}
			if err := add(was.AgreementID, &old, -1); err != nil {
				return err
			}
		}
		if err := add(x.id, x.part, 1); err != nil {
			return err
		}
		body, err := json.Marshal(x.part)
		if err != nil {
			return err
		}
		if err := tx.PutFigureCase(ctx, store.PutFigureCaseParams{CaseID: x.row.ID, AgreementID: x.id, Body: body}); err != nil {
			return err
		}
	}
	for key, c := range months {
		body, err := json.Marshal(c)
		if err != nil {
			return err
		}
		if err := tx.PutFigureMonth(ctx, store.PutFigureMonthParams{AgreementID: key.AgreementID, Procedure: key.Procedure, Month: key.Month, Body: body}); err != nil {
			return err
		}
	}
	return nil
}

// kept says how each clock was kept, in the order of the text.
func (f *Figures) kept() []Kept {
	var out []Kept
	for _, p := range f.Procedures {
		for i := range p.Procedure.Clocks {
			cl := &p.Procedure.Clocks[i]
			k := Kept{Procedure: p.Procedure.ID, Clock: cl.ID, Article: cl.Article}
			for _, c := range p.Months {
				if x := c.Clocks[cl.ID]; x != nil {
					k.InTime, k.Ended, k.Running = k.InTime+x.InTime, k.Ended+x.Ended(), k.Running+x.Running
				}
			}
			if k.Ended+k.Running > 0 {
				out = append(out, k)
			}
		}
	}
	return out
}
