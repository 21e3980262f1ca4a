package casework

import (
	"fmt"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// course is one case of a drill while it is played.
type course struct {
	*simulation
	c      *Case
	number int // of the case in the drill
	since  time.Time
	stays  int // states entered, so that chance is drawn anew in each
	taken  map[agreement.StepID]bool
	joined map[joining]bool
	began  map[clockRun]bool
	lapsed map[clockRun]bool
}

// joining is somebody who has taken a step that waits for others, in one stay in a state.
type joining struct {
	stay  int
	actor Actor
}

// clockRun is one run of a clock.
type clockRun struct {
	clock   agreement.ClockID
	started int64 // UnixMicro
}

// play lets the actors and the silences move a case on to the end of the drill, and counts its clocks.
func (s *simulation) play(c *Case, opening agreement.StepID) (*Case, error) {
	x := &course{
		simulation: s, c: c, number: s.tried, since: c.Opened,
		taken: map[agreement.StepID]bool{opening: true}, joined: map[joining]bool{}, began: map[clockRun]bool{}, lapsed: map[clockRun]bool{},
	}
	s.waits[c.ID] = &waits{procedure: c.Procedure, waited: map[Actor]time.Duration{}}
	x.watch()
	for {
		if len(x.c.Taken) > maxCourse {
			return nil, fault.Refuse(fault.TooLarge, string(c.Procedure.Article), "a case of %s goes round and round: after %d acts and silences it has come to no end",
				title(c.Procedure.Title, c.Procedure.ID), maxCourse).Mend("look which clocks lead back to where they start")
		}
		moved, err := x.next()
		if err != nil {
			return nil, err
		}
		if !moved {
			break
		}
	}
	x.wait(x.end)
	for _, r := range x.c.Clocks {
		if k := (clockRun{r.Clock, r.Started.UnixMicro()}); !x.lapsed[k] && (r.Status == StatusRuns || r.Status == StatusSealed) {
			x.count(r.Clock).Running++
		}
	}
	return x.c, nil
}

// next lets happen what comes first: an answer, or a silence. An answer at the very end of a time is in time.
func (x *course) next() (bool, error) {
	var lapse *Lapse
	if p := x.c.pending(); len(p) > 0 && x.end.After(p[0].At) {
		lapse = &p[0]
	}
	for _, a := range x.answering() {
		if a.at.After(x.end) || lapse != nil && a.at.After(lapse.At) {
			break
		}
		if n, step := x.answer(a); n != nil {
			if n.State == x.c.State { // a quorum is not reached: who has joined in waits for the others, who may take the step yet
				x.joined[joining{x.stays, a.actor}] = true
			} else {
				x.taken[step] = true
			}
			x.become(n, a.at)
			return true, nil
		}
	}
	if lapse == nil {
		return false, nil
	}
	n, err := x.c.Lapse(*lapse)
	if err != nil {
		return false, err
	}
	i := slices.IndexFunc(x.c.Clocks, func(r Running) bool {
		return r.Clock == lapse.Clock && (r.Status == StatusRuns || r.Status == StatusSealed)
	})
	if k := (clockRun{lapse.Clock, x.c.Clocks[i].Started.UnixMicro()}); !x.lapsed[k] {
		x.lapsed[k] = true
		x.count(lapse.Clock).Lapsed++
	}
	x.become(n, lapse.At)
	return true, nil
}

// become follows the case into its next state.
func (x *course) become(n *Case, at time.Time) {
	if n.State != x.c.State {
		x.wait(at)
		x.since = at
		x.stays++
	}
	x.c = n
	x.watch()
}

// watch counts the clocks that have begun since it last looked.
func (x *course) watch() {
	for _, r := range x.c.Clocks {
		if k := (clockRun{r.Clock, r.Started.UnixMicro()}); !x.began[k] {
			x.began[k] = true
			x.count(r.Clock).Began++
		}
	}
}

func (x *course) count(id agreement.ClockID) *PlayedClock {
	k := clockKey{x.c.Procedure.ID, id}
	if x.clocks[k] == nil {
		x.clocks[k] = &PlayedClock{}
	}
	return x.clocks[k]
}

// waiting is somebody who has yet to answer.
type waiting struct {
	actor Actor
	at    time.Time
}

// answering are those who will answer in the present state, by the time of their answers.
func (x *course) answering() []waiting {
	var all []waiting
	for i := range x.c.Procedure.Steps {
		step := &x.c.Procedure.Steps[i]
		if !x.leadsOn(step) {
			continue
		}
		for _, by := range step.By {
			for _, a := range x.c.bearers(by) {
				player := x.player(a)
				if player == nil || x.joined[joining{x.stays, a}] || slices.ContainsFunc(all, func(w waiting) bool { return w.actor == a }) || x.silent(player, a) {
					continue
				}
				all = append(all, waiting{a, x.ready(a.Party, x.since, player.Answers)})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b waiting) int { return a.at.Compare(b.at) })
	return all
}

// leadsOn says whether a step leads from here to another state, and was not taken before.
func (x *course) leadsOn(step *agreement.Step) bool {
	return step.To != "" && step.To != x.c.State && slices.Contains(step.From, x.c.State) && !x.taken[step.ID]
}

// player gives the actor of the drill who plays a role of a party: the one for this party before the one for all.
func (s *simulation) player(a Actor) *agreement.Player {
	var all *agreement.Player
	for i := range s.drill.Actors {
		switch p := &s.drill.Actors[i]; {
		case p.Role != a.Role:
		case p.Party == a.Party:
			return p
		case p.Party == "":
			all = p
		}
	}
	return all
}

// silent draws whether somebody does not answer in this state at all.
func (x *course) silent(p *agreement.Player, a Actor) bool {
	return p.Share > 0 && x.draw("share", x.number, x.stays, a.Party, a.Role).IntN(100) >= p.Share
}

// answer tries the steps that somebody may take, in the order of the text; nil where none is permitted.
func (x *course) answer(w waiting) (*Case, agreement.StepID) {
	for i := range x.c.Procedure.Steps {
		step := &x.c.Procedure.Steps[i]
		if !x.leadsOn(step) {
			continue
		}
		a := w.actor
		side, ok := x.c.stands(step, a)
		if !ok {
			continue
		}
		a.Person = Pseudonym(fmt.Sprintf("person %d", len(x.c.Taken)))
		mv := x.move(x.c.Procedure, step, side, a, w.at, x.draw("act", x.number, step.ID))
		if n, err := x.c.Take(mv); err == nil {
			return n, step.ID
		}
	}
	return nil, ""
}
