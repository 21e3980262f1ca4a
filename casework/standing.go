package casework

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
)

// Standing is how an agreement stands beside its cases: what steps and silences did to its articles, its term, its
// phases and its parties, folded from their effects. It is a value: Apply and the others return a new
// one. Nobody may write to the maps and slices of one. The nil Standing is the agreement as it was signed.
//
// Effects fold in the order of (At, case, place in the case), in whatever order they come, and each counts once:
// whoever holds the same effects comes to the same Standing.
type Standing struct {
	Suspended map[agreement.Article][]Interval // by when it began
	Disputes  map[agreement.Article][]Interval // by when it began
	Renewed   map[agreement.Article][]Renewed  // by when it was agreed
	Begun     []Begun                          // phases that a step began, by instant
	Withdrawn map[agreement.PartyID]time.Time  // from when on it is no party any more
	Renewals  map[agreement.Date]bool          // what was found on a day of renewal: whether the agreement goes on
	Entered   map[agreement.PhaseID]bool       // what was found on the day of a phase: whether its entry condition held
	Grants    []Effect                         // of quotas, and what was given back of them, in the order in which they fold
	Entries   []Effect                         // of funds, in the order in which they fold

	trusts                  bool                 // see Trusting
	verified                map[string]time.Time // milestones of funds (Milestone), by when they were first reached
	force                   []Effect             // of all other kinds that count here, in the order in which they fold
	forces, grants, entries *series[Effect]
}

// Moves says whether the acts of a procedure can move the standing of the agreement.
func Moves(m *agreement.Model, p *agreement.Procedure) bool {
	return p.Discrepancy || verifies(m, p.ID) || slices.ContainsFunc(p.Steps, func(s agreement.Step) bool {
		return len(s.Suspends)+len(s.Restores)+len(s.Renews) > 0 || s.Begins != "" || s.Withdraws || s.Uses != "" || s.Returns != "" || s.Money != nil
	})
}

// Interval is a time during which an article is suspended, or in dispute by an open case of a discrepancy
// procedure. Until is zero while it lasts.
type Interval struct {
	From, Until time.Time
	Case        CaseID // that began it
}

// Renewed is the last day that an article, or the agreement, got by a step.
type Renewed struct {
	At time.Time
	By agreement.Period
}

// Begun is a phase that a step began.
type Begun struct {
	Phase agreement.PhaseID
	At    time.Time
}

// covers says whether an instant lies in the interval: from its first instant on, until before its last.
func (i Interval) covers(at time.Time) bool {
	return !at.Before(i.From) && (i.Until.IsZero() || at.Before(i.Until))
}

// Trusting is the standing of whoever takes home's word for what the steps of other cases decide (whether an article is
// suspended, a phase begun, a term prolonged): for a replay that comes to those cases later, and judges then.
func Trusting() *Standing { return &Standing{trusts: true} }

// Apply gives the standing after effects, in any order; those that change nothing beside their case, and those that
// are in it already, are left out.
func (s *Standing) Apply(effects ...Effect) *Standing {
	n := s.copied()
	changed := false
	if len(effects) > 1 { // in order each goes to the end
		effects = slices.SortedStableFunc(slices.Values(effects), compareEffects)
	}
	for i := range effects {
		e := effects[i]
		switch e.Kind {
		case EffectUses, EffectReturns:
			n.Grants, n.grants = insert(n.grants, n.Grants, e)
		case EffectPays:
			n.Entries, n.entries = insert(n.entries, n.Entries, e)
		case EffectVerifies:
			if since, ok := n.verified[e.Target]; !ok || e.From.Before(since) {
				n.verified = maps.Clone(n.verified)
				if n.verified == nil {
					n.verified = map[string]time.Time{}
				}
				n.verified[e.Target] = e.From
			}
		case EffectSuspends, EffectRestores, EffectRenews, EffectBegins, EffectWithdraws, EffectDisputes, EffectSettles:
			before := len(n.force)
			n.force, n.forces = insert(n.forces, n.force, e)
			changed = changed || len(n.force) > before
		}
	}
	if changed {
		n.fold()
	}
	return n
}

func (s *Standing) copied() *Standing {
	if s == nil {
		return &Standing{}
	}
	n := *s
	return &n
}

// insert puts an effect into its place, once.
func insert(h *series[Effect], list []Effect, e Effect) ([]Effect, *series[Effect]) {
	i, have := slices.BinarySearchFunc(list, e, compareEffects)
	switch {
	case have:
		return list, h
	case i == len(list):
		return grow(h, list, e)
	}
	return slices.Insert(slices.Clone(list), i, e), nil
}

// fold makes what can be asked of the effects.
func (s *Standing) fold() {
	s.Suspended, s.Disputes, s.Renewed, s.Begun, s.Withdrawn = map[agreement.Article][]Interval{}, map[agreement.Article][]Interval{}, map[agreement.Article][]Renewed{}, nil, map[agreement.PartyID]time.Time{}
	ends := s.ends()
	for i := range s.force {
		e := &s.force[i]
		art := agreement.Article(e.Target)
		switch e.Kind {
		case EffectSuspends:
			if list := s.Suspended[art]; len(list) == 0 || !list[len(list)-1].Until.IsZero() {
				s.Suspended[art] = append(list, Interval{From: e.From, Case: e.Case})
			}
		case EffectRestores:
			if list := s.Suspended[art]; len(list) > 0 && list[len(list)-1].Until.IsZero() {
				list[len(list)-1].Until = e.From
			}
		case EffectRenews:
			s.Renewed[art] = append(s.Renewed[art], Renewed{At: e.At, By: e.Prolongs})
		case EffectBegins:
			s.Begun = append(s.Begun, Begun{Phase: agreement.PhaseID(e.Target), At: e.From})
		case EffectWithdraws:
			if p := agreement.PartyID(e.Target); s.Withdrawn[p].IsZero() || e.From.Before(s.Withdrawn[p]) {
				s.Withdrawn[p] = e.From
			}
		case EffectDisputes:
			d := Interval{From: e.From, Case: e.Case}
			for _, end := range ends[e.Case] {
				if end.Entry > e.Entry && (d.Until.IsZero() || end.From.Before(d.Until)) {
					d.Until = end.From
				}
			}
			if d.Until.IsZero() || d.From.Before(d.Until) {
				s.Disputes[art] = append(s.Disputes[art], d)
			}
		}
	}
}

// ends gives the effects by which cases settled what they had disputed. Which dispute an end settles goes by the order of
// the case and not of time: an act that is proved to be older may end what a younger one has begun.
func (s *Standing) ends() map[CaseID][]*Effect {
	var by map[CaseID][]*Effect
	for i := range s.force {
		if e := &s.force[i]; e.Kind == EffectSettles {
			if by == nil {
				by = map[CaseID][]*Effect{}
			}
			by[e.Case] = append(by[e.Case], e)
		}
	}
	return by
}

// FactDispute is the name of the fact by which the act of a lapse states that the article is in dispute, so that the
// silence has no effect: whoever does not know of the dispute follows home's word.
func FactDispute(art agreement.Article) string { return "dispute:" + string(art) }

// Disputed says whether a case of a discrepancy procedure about the article is open at an instant. Of article "" it says
// whether one is open of which it cannot be read here what it is about.
func (s *Standing) Disputed(art agreement.Article, at time.Time) bool {
	return s != nil && slices.ContainsFunc(s.Disputes[art], func(i Interval) bool { return i.covers(at) })
}

// SuspendedBy gives the case that suspended an article that is suspended at an instant, "" where it is not.
func (s *Standing) SuspendedBy(art agreement.Article, at time.Time) CaseID {
	if s == nil {
		return ""
	}
	for _, i := range s.Suspended[art] {
		if i.covers(at) {
			return i.Case
		}
	}
	return ""
}

// Decide notes what was found on a day of renewal, or of the end of one's term: whether the agreement goes on.
// See Renew.
func (s *Standing) Decide(day agreement.Date, goesOn bool) *Standing {
	n := s.copied()
	n.Renewals = noted(n.Renewals, day, goesOn)
	return n
}

// Enter notes what was found on the day of a phase: whether its entry condition held. See MayEnter.
func (s *Standing) Enter(phase agreement.PhaseID, held bool) *Standing {
	n := s.copied()
	n.Entered = noted(n.Entered, phase, held)
	return n
}

func noted[K comparable](was map[K]bool, key K, value bool) map[K]bool {
	n := make(map[K]bool, len(was)+1)
	maps.Copy(n, was)
	n[key] = value
	return n
}

// left gives the first of these parties, in their order, that is no party any more at an instant, and since when.
func (s *Standing) left(parties []agreement.PartyID, at time.Time) (agreement.PartyID, time.Time) {
	for _, p := range parties {
		if since, ok := s.Withdrawn[p]; ok && !at.Before(since) {
			return p, since
		}
	}
	return "", time.Time{}
}

// Equal says whether two standings hold the same effects and findings.
func (s *Standing) Equal(o *Standing) bool {
	a, b := s.copied(), o.copied()
	same := func(x, y Effect) bool { return compareEffects(x, y) == 0 && x.Kind == y.Kind && x.Target == y.Target }
	return slices.EqualFunc(a.force, b.force, same) && slices.EqualFunc(a.Grants, b.Grants, same) && slices.EqualFunc(a.Entries, b.Entries, same) &&
		maps.EqualFunc(a.verified, b.verified, time.Time.Equal) && maps.Equal(a.Renewals, b.Renewals) && maps.Equal(a.Entered, b.Entered)
}

// running is a time during which a phase is.
type running struct {
	phase       agreement.PhaseID
	from, until time.Time // until: before it; zero: without end
}

// phases gives the times of all phases, in the order of their beginnings: those of the text on their days, those of
// steps at their acts. Where the text gives no last day, the next phase to begin ends it.
func (s *Standing) phases(m *agreement.Model) []running {
	loc := m.Location()
	var all []running
	for i := range m.Phases {
		p := &m.Phases[i]
		if p.Starts.IsZero() || !p.Entry.IsZero() && (s == nil || !s.Entered[p.ID]) {
			continue // a condition of entry must be found to hold
		}
		all = append(all, running{phase: p.ID, from: p.Starts.Midnight(loc)})
	}
	if s != nil {
		for _, b := range s.Begun {
			all = append(all, running{phase: b.Phase, from: b.At})
		}
	}
	slices.SortStableFunc(all, func(a, b running) int { return cmp.Or(a.from.Compare(b.from), cmp.Compare(a.phase, b.phase)) })
	out := all[:0]
	for _, r := range all {
		p := m.Phase(r.phase)
		if p == nil {
			continue
		}
		if !p.Ends.IsZero() {
			r.until = p.Ends.After().Midnight(loc)
			if !r.from.Before(r.until) {
				continue // it is over before it could begin
			}
		}
		if slices.ContainsFunc(out, func(o running) bool { return o.phase == r.phase && (o.until.IsZero() || r.from.Before(o.until)) }) {
			continue // one that runs does not begin again, and so ends no other
		}
		for i := range out {
			if o := &out[i]; o.until.IsZero() {
				o.until = r.from
			}
		}
		out = append(out, r)
	}
	return out
}

// Phases gives the phases that are at an instant, in the order in which they began.
func (s *Standing) Phases(m *agreement.Model, at time.Time) []agreement.PhaseID {
	var now []agreement.PhaseID
	for _, r := range s.phases(m) {
		if !at.Before(r.from) && (r.until.IsZero() || at.Before(r.until)) {
			now = append(now, r.phase)
		}
	}
	return now
}
