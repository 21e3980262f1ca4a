package reader

import (
	"slices"
	"time"
)

// Ladder is `$defs/Ladder`.
type Ladder struct {
	ID    string `json:"id"`
	Rungs []Rung `json:"rungs"`
}

// Rung is `$defs/Rung`.
type Rung struct {
	ID    string  `json:"id"`
	After string  `json:"after"`
	Tells []Actor `json:"tells"`
}

// Notice is `$defs/Notice`.
type Notice struct {
	ID          string   `json:"id"`
	Within      string   `json:"within"`
	After       []string `json:"after"`
	By          string   `json:"by"`
	DeferredBy  *Actor   `json:"deferred_by"`
	DeferredMax string   `json:"deferred_max"`
}

// Warned are the clocks whose warning is in place at an instant.
func (c *Case) Warned(now time.Time) (clocks []string) {
	for _, r := range c.Clocks {
		if r.Status == "runs" && !r.unread && r.Paused.IsZero() && r.Clock.Warns != "" && !now.Before(r.Warning) && !now.After(r.End) {
			clocks = append(clocks, r.Clock.ID)
		}
	}
	return clocks
}

// RungDue is a rung whose time has come, with the parties and roles that are told.
type RungDue struct {
	Clock, Rung string
	At          time.Time
	Tells       []string // "party role"
}

// Rungs are those that are due at an instant, in a case in which every silence until then is recorded.
func (c *Case) Rungs(now time.Time) (due []RungDue) {
	for _, r := range c.Clocks {
		ladder := one(c.Agreement.Ladders, func(l *Ladder) bool { return l.ID == r.Clock.Ladder })
		if ladder == nil || r.Status != "lapsed" {
			continue
		}
		for _, rung := range ladder.Rungs {
			if at := c.after(r.Clock, r.lapsed, rung.After); now.After(at) {
				due = append(due, RungDue{r.Clock.ID, rung.ID, at, c.told(rung.Tells)})
			}
		}
	}
	slices.SortStableFunc(due, func(a, b RungDue) int { return a.At.Compare(b.At) })
	return due
}

func (c *Case) told(actors []Actor) (told []string) {
	for _, w := range actors {
		parties := []string{c.Sides[w.Side]}
		if w.Side == "" {
			parties = c.Agreement.role(w.Role).Held
		}
		for _, p := range parties {
			if c.Agreement.fills(p, w.Role) {
				told = append(told, p+" "+w.Role)
			}
		}
	}
	return told
}

// Telling is a duty to tell somebody that has begun.
type Telling struct {
	Notice             string
	Since, Due, Latest time.Time
	Done, Deferred     time.Time // zero: not yet
}

// Tellings are the duties that have begun, in the order of the text.
func (c *Case) Tellings() (all []Telling) {
	for _, n := range c.Procedure.Notices {
		d := Telling{Notice: n.ID}
		for _, s := range n.After {
			if at, been := c.entered[s]; been && (d.Since.IsZero() || at.Before(d.Since)) {
				d.Since = at
			}
		}
		if d.Since.IsZero() {
			continue
		}
		d.Since = c.owedSince(&n, d.Since)
		d.Due = c.owedBy(&n, d.Since)
		d.Latest = d.Due
		if n.DeferredBy != nil {
			if last := c.Agreement.after(d.Since, n.DeferredMax); last.After(d.Due) {
				d.Latest = last
			}
		}
		for _, e := range c.history {
			if n.By != "" && e.act.Step == n.By && e.lacks == 0 && !e.at.Before(d.Since) {
				d.Done = e.at
				break
			}
		}
		for i := range c.history {
			e := &c.history[i]
			s := c.did(e)
			in := !e.at.Before(d.Since) && !e.at.After(d.Due) && (d.Done.IsZero() || !e.at.After(d.Done))
			if s != nil && in && slices.Contains(s.Defers, n.ID) {
				d.Deferred, d.Due = e.at, d.Latest
				break
			}
		}
		all = append(all, d)
	}
	return all
}

// defers: row 22.
func (c *Case) defers(step *Step, at time.Time) string {
	all := c.Tellings()
	for _, id := range step.Defers {
		d := one(all, func(d *Telling) bool { return d.Notice == id })
		if d == nil {
			n := one(c.Procedure.Notices, func(n *Notice) bool { return n.ID == id })
			if step.To == "" || !slices.Contains(n.After, step.To) {
				return "condition-unmet"
			}
			continue
		}
		switch {
		case !d.Done.IsZero(), !d.Deferred.IsZero():
			return "condition-unmet"
		case at.After(d.Due):
			return "clock-lapsed"
		case !d.Latest.After(d.Due):
			return "condition-unmet"
		}
	}
	return ""
}

// Explanation is owed since a silence, and given by a step.
type Explanation struct {
	Clock, Step  string
	Since, Given time.Time // Given zero: not yet
}

// Explanations are those that silences have left owing, in the order of the silences.
func (c *Case) Explanations() (all []Explanation) {
	for i, e := range c.history {
		cl := one(e.under.Clocks, func(k *Clock) bool { return k.ID == e.silence })
		if cl == nil || cl.Silence != "explain" || e.rests {
			continue
		}
		x := Explanation{Clock: cl.ID, Since: e.at}
		for j := i + 1; j < len(c.history) && x.Step == ""; j++ {
			if s := c.did(&c.history[j]); s != nil && slices.Contains(s.Explains, cl.ID) {
				x.Step, x.Given = s.ID, c.history[j].at
			}
		}
		all = append(all, x)
	}
	return all
}
