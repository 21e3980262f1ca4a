package casework

import (
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
)

// Await is what a case waits for from somebody.
type Await struct {
	Steps []*agreement.Step // that answer it, in the order of the text; never empty
	Clock *Running          // that runs against them, or has run out and leaves the duty; nil: none does
	Duty  *Duty             // the duty to tell somebody, where that alone is waited for; nil: another
}

// Due is until when; zero: nothing says.
func (w Await) Due() time.Time {
	switch {
	case w.Clock != nil:
		return w.Clock.Due
	case w.Duty != nil:
		return w.Duty.Due
	}
	return time.Time{}
}

// Awaits says whether it is for an actor to act: a clock runs against them, or a step is open to them and no clock runs
// against anybody else, or they owe it to somebody to tell them, which outlives the case. A silence that is due counts,
// recorded or not.
func (c *Case) Awaits(a Actor, now time.Time) (Await, bool) {
	c = c.Settled(now)
	var open []*agreement.Step
	for step := range c.offers(a, now) {
		if !step.Alone { // which is for whoever holds the access code, and for no office
			open = append(open, step)
		}
	}
	if len(open) == 0 {
		return Await{}, false
	}
	var w Await
	owedBySomebody := false
	for _, r := range c.standingClocks() {
		owed := c.Owing(c.Procedure.Clock(r.Clock), r.Started)
		owedBySomebody = owedBySomebody || len(owed) > 0
		if w.Clock == nil && r.Paused.IsZero() && c.among(owed, a) {
			w.Clock = &r
		}
	}
	switch {
	case w.Clock != nil:
		w.Steps = c.stopping(open, w.Clock.Clock)
	case !c.Over() && !owedBySomebody:
		w.Steps = slices.DeleteFunc(slices.Clone(open), func(s *agreement.Step) bool { return c.Tells(s.ID) })
	}
	if len(w.Steps) > 0 {
		return w, true
	}
	for _, d := range c.Notices() {
		i := slices.IndexFunc(open, func(s *agreement.Step) bool { return s.ID == d.Notice.By })
		if i >= 0 && d.Done.IsZero() {
			return Await{Steps: open[i : i+1], Duty: &d}, true
		}
	}
	return Await{}, false
}

// standingClocks are those that run or are sealed, by their ends, and after them those that have lapsed and whose silence goes on
// having an effect. What was stopped is over.
func (c *Case) standingClocks() []Running {
	var live, lasting []Running
	for _, r := range c.Clocks {
		switch r.Status {
		case StatusRuns, StatusSealed:
			live = append(live, r)
		case StatusLapsed:
			switch c.Procedure.Clock(r.Clock).Silence {
			case agreement.SilenceRemain, agreement.SilenceSuspend, agreement.SilenceRestrict, agreement.SilenceExplain:
				lasting = append(lasting, r)
			}
		}
	}
	slices.SortStableFunc(live, func(a, b Running) int { return a.Due.Compare(b.Due) })
	return append(live, lasting...)
}

// StandingClocks are the clocks that a person is shown: see Awaits.
func (c *Case) StandingClocks(now time.Time) []Running { return c.Settled(now).standingClocks() }

// Owing is against whom a clock runs that was started at an instant. Whoever could end its time is meant by the agreement, also
// the side that could withdraw what it asked for; but where it is that side's own act that started the clock, and others could
// act too, a person would say that it runs against the others.
func (c *Case) Owing(cl *agreement.Clock, started time.Time) []agreement.Actor {
	var starter agreement.SideID
	for _, t := range c.Taken {
		if t.Step != "" && t.At.Equal(started) {
			starter = t.Side
		}
	}
	others := slices.DeleteFunc(slices.Clone(cl.Owed), func(a agreement.Actor) bool { return a.Side != "" && a.Side == starter })
	if starter == "" || len(others) == 0 {
		return cl.Owed
	}
	return others
}

// among says whether an actor is one of those that the agreement means.
func (c *Case) among(list []agreement.Actor, a Actor) bool {
	return slices.ContainsFunc(list, func(w agreement.Actor) bool {
		if w.Role != a.Role {
			return false
		}
		if w.Side != "" {
			return c.Sides[w.Side] == a.Party
		}
		r := c.Model.Role(w.Role)
		return r != nil && slices.Contains(r.Held, a.Party)
	})
}

// stopping are the steps that end a clock's time: what is waited for. Where none does, all that are open.
func (c *Case) stopping(open []*agreement.Step, id agreement.ClockID) []*agreement.Step {
	cl := c.Procedure.Clock(id)
	var out []*agreement.Step
	for _, s := range open {
		stops := s.To != "" && s.To != c.State && !slices.Contains(cl.Starts, s.To)
		if len(cl.Stops) > 0 {
			stops = slices.Contains(cl.Stops, s.To)
		}
		if stops {
			out = append(out, s)
		}
	}
	if len(out) == 0 {
		return open
	}
	return out
}

// Tells says whether a step is there to tell somebody: it is never what the case waits for.
func (c *Case) Tells(id agreement.StepID) bool {
	return slices.ContainsFunc(c.Procedure.Notices, func(n agreement.Notice) bool { return n.By == id })
}

// AwaitedOf says what the case waits for from the holders of each role of a party, and which people that have acted for it may
// not be the ones: a second pair of eyes is not the first.
func (c *Case) AwaitedOf(party agreement.PartyID, now time.Time) []Awaited {
	c = c.Settled(now)
	var out []Awaited
	for i := range c.Model.Roles {
		role := &c.Model.Roles[i]
		if !slices.Contains(role.Held, party) {
			continue
		}
		a := Actor{Party: party, Role: role.ID}
		w, ok := c.Awaits(a, now)
		if !ok {
			continue
		}
		x := Awaited{Role: role.ID, Due: w.Due()}
		for _, t := range c.Taken {
			if t.Party != party || t.Person == "" || slices.Contains(x.Barred, t.Person) {
				continue
			}
			a.Person = t.Person
			if _, ok := c.Awaits(a, now); !ok {
				x.Barred = append(x.Barred, t.Person)
			}
		}
		out = append(out, x)
	}
	return out
}

// Awaited says that a case waits for the holders of a role.
type Awaited struct {
	Role   agreement.RoleID
	Due    time.Time   // zero: nothing says until when
	Barred []Pseudonym // who may not act in it
}
