package casework

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
)

// Comparison is one exercise played on two texts with the same luck: who waits longer for others, and which times are
// missed more often.
type Comparison struct {
	Drill   agreement.DrillID `json:"drill"`
	Title   string            `json:"title"`
	Seed    uint64            `json:"seed"`
	Waits   []ComparedWait    `json:"waits"`   // those that changed; the longest that was added first
	Clocks  []ComparedClock   `json:"clocks"`  // those that were missed in another number of cases
	Figures []ComparedFigure  `json:"figures"` // the drill's measures that came out differently
}

// ComparedWait is how long a role of a party waits for others, in the cases of one procedure that both texts have: the
// time for which a case stands in states out of which only others can lead it. A case that has come to its end waits for
// nobody.
type ComparedWait struct {
	Procedure agreement.ProcedureID `json:"procedure"`
	Title     string                `json:"title"`
	Party     agreement.PartyID     `json:"party"`
	Role      agreement.RoleID      `json:"role"`
	Cases     int                   `json:"cases"`
	Longer    int                   `json:"longer"`
	Shorter   int                   `json:"shorter"`
	Most      int64                 `json:"most_seconds"`  // by which one case made them wait longer
	Least     int64                 `json:"least_seconds"` // by which one case made them wait less: 0 or below
}

// ComparedClock is one clock under both texts; one that a text lacks never began there.
type ComparedClock struct {
	Procedure agreement.ProcedureID `json:"procedure"`
	Case      string                `json:"case"` // title of the procedure
	Old       PlayedClock           `json:"old"`
	Now       PlayedClock           `json:"now"`
}

// ComparedFigure is one measure under both texts.
type ComparedFigure struct {
	Old Figure `json:"old"`
	Now Figure `json:"now"`
}

// Compare plays a drill on two texts. Each case has the same luck under both, so that what differs is the change.
func Compare(old *agreement.Model, before *agreement.Drill, now *agreement.Model, after *agreement.Drill, seed uint64) (Comparison, error) {
	a, played, err := simulate(old, before, seed)
	if err != nil {
		return Comparison{}, err
	}
	b, replayed, err := simulate(now, after, seed)
	if err != nil {
		return Comparison{}, err
	}
	out := Comparison{Drill: before.ID, Title: before.Title, Seed: seed, Waits: compareWaits(a, b), Clocks: []ComparedClock{}, Figures: []ComparedFigure{}}
	for _, k := range played.Clocks {
		i := slices.IndexFunc(replayed.Clocks, func(x PlayedClock) bool { return x.Procedure == k.Procedure && x.Clock == k.Clock })
		x := PlayedClock{Procedure: k.Procedure, Clock: k.Clock, Title: k.Title}
		if i >= 0 {
			x = replayed.Clocks[i]
		}
		out.addClock(old, k, x)
	}
	for _, x := range replayed.Clocks {
		if !slices.ContainsFunc(played.Clocks, func(k PlayedClock) bool { return x.Procedure == k.Procedure && x.Clock == k.Clock }) {
			out.addClock(now, PlayedClock{Procedure: x.Procedure, Clock: x.Clock, Title: x.Title}, x)
		}
	}
	for _, f := range played.Figures {
		for _, g := range replayed.Figures {
			if f.Indicator == g.Indicator && f.Cells[0].Value != g.Cells[0].Value {
				out.Figures = append(out.Figures, ComparedFigure{f, g})
			}
		}
	}
	return out, nil
}

func (out *Comparison) addClock(m *agreement.Model, old, now PlayedClock) {
	if old.Lapsed == now.Lapsed && old.Began-old.Running == now.Began-now.Running {
		return
	}
	p := m.Procedure(old.Procedure)
	out.Clocks = append(out.Clocks, ComparedClock{Procedure: p.ID, Case: title(p.Title, p.ID), Old: old, Now: now})
}

// compareWaits holds the same cases against each other: a case has one name under both texts, since it has one number.
func compareWaits(a, b *simulation) []ComparedWait {
	type who struct {
		procedure agreement.ProcedureID
		party     agreement.PartyID
		role      agreement.RoleID
	}
	all := map[who]*ComparedWait{}
	for id, before := range a.waits {
		after, ok := b.waits[id]
		if !ok || before.procedure.ID != after.procedure.ID {
			continue
		}
		for actor, was := range before.waited {
			is, ok := after.waited[actor]
			if !ok {
				continue
			}
			k := who{before.procedure.ID, actor.Party, actor.Role}
			w := all[k]
			if w == nil {
				w = &ComparedWait{Procedure: k.procedure, Title: title(before.procedure.Title, k.procedure), Party: k.party, Role: k.role}
				all[k] = w
			}
			w.Cases++
			switch d := int64((is - was) / time.Second); {
			case d > 0:
				w.Longer++
				w.Most = max(w.Most, d)
			case d < 0:
				w.Shorter++
				w.Least = min(w.Least, d)
			}
		}
	}
	out := []ComparedWait{}
	for w := range maps.Values(all) {
		if w.Longer > 0 || w.Shorter > 0 {
			out = append(out, *w)
		}
	}
	slices.SortFunc(out, func(x, y ComparedWait) int {
		return cmp.Or(cmp.Compare(y.Most, x.Most), cmp.Compare(y.Longer, x.Longer), cmp.Compare(x.Procedure, y.Procedure),
			cmp.Compare(x.Role, y.Role), cmp.Compare(x.Party, y.Party))
	})
	return out
}

// waits is how long those who act in a case waited for others in it.
type waits struct {
	procedure *agreement.Procedure
	waited    map[Actor]time.Duration
}

// wait counts the stay that ends at an instant for all who could not lead the case on from it.
func (x *course) wait(until time.Time) {
	if s := x.c.Procedure.State(x.c.State); s == nil || s.Final || !until.After(x.since) {
		return
	}
	active := map[Actor]bool{}
	for i := range x.c.Procedure.Steps {
		step := &x.c.Procedure.Steps[i]
		for _, by := range step.By {
			for a := range x.c.bearing(by) {
				active[a] = active[a] || slices.Contains(step.From, x.c.State) && step.To != "" && step.To != x.c.State
			}
		}
	}
	w := x.waits[x.c.ID].waited
	for a, acts := range active {
		if acts {
			w[a] += 0 // known, also where they never wait
		} else {
			w[a] += until.Sub(x.since)
		}
	}
}
