package casework

import (
	"slices"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// Joined gives the parties that have taken a step with a quorum since the case entered its current state, or
// since the quorum was last complete, or the case moved to another text, in the order of their acts: those that need not take it again. nil for a
// step that has its effect at once.
func (c *Case) Joined(step *agreement.Step) []agreement.PartyID {
	if !c.joint(step) {
		return nil
	}
	var in []agreement.PartyID
	for i := len(c.Taken) - 1; i >= c.since(); i-- {
		t := &c.Taken[i]
		if t.From != t.To || t.Step == step.ID && t.Lacks == 0 {
			break
		}
		if t.Step == step.ID && !slices.Contains(in, t.Party) {
			in = append(in, t.Party)
		}
	}
	slices.Reverse(in)
	return in
}

// needs is how many parties must take a step before it has its effect, 0 where one alone is enough. Parties that may take
// it count whether or not they have left the agreement: who has left is known to each in its own time. A step that opens
// a case does not wait: a case that nobody has opened yet has no place in which to wait.
func (c *Case) needs(step *agreement.Step) int {
	if !step.Several() || len(step.From) == 0 {
		return 0
	}
	return agreement.Among(step.Quorum, step.QuorumOf, len(c.Model.Takers(step, c.Sides)))
}

// joint says that a step waits for several parties.
func (c *Case) joint(step *agreement.Step) bool { return c.needs(step) > 1 }

// lacks is how many parties besides this one must still take the step. A vote lacks its decision, at least.
func (c *Case) lacks(step *agreement.Step, p agreement.PartyID) int {
	if v := c.Procedure.VoteOf(step.ID); v != nil && len(step.From) > 0 {
		votes := c.votes(v)
		votes[p] = step.ID
		return max(len(c.Model.Takers(step, c.Sides))-len(votes), 1)
	}
	if !c.joint(step) {
		return 0
	}
	in := c.Joined(step)
	n := len(in)
	if !slices.Contains(in, p) {
		n++
	}
	return max(c.needs(step)-n, 0)
}

// votes gives how each party has voted, last, since the case entered its current state.
func (c *Case) votes(v *agreement.Vote) map[agreement.PartyID]agreement.StepID {
	votes := map[agreement.PartyID]agreement.StepID{}
	for i := len(c.Taken) - 1; i >= 0 && c.Taken[i].From == c.Taken[i].To; i-- {
		t := &c.Taken[i]
		if _, later := votes[t.Party]; !later && t.Step != "" && c.Procedure.VoteOf(t.Step) == v {
			votes[t.Party] = t.Step
		}
	}
	return votes
}

// decided gives the step on which a vote decides, nil where too few have voted. Abstentions count for the quorum
// alone, and of a tie nothing is carried.
func (c *Case) decided(v *agreement.Vote) *agreement.Step {
	yes, no, there := 0, 0, 0
	for _, s := range c.votes(v) {
		there++
		switch s {
		case v.For:
			yes++
		case v.Against:
			no++
		}
	}
	with := c.Procedure.Step(v.For)
	if with == nil || there < agreement.Among(v.Quorum, v.QuorumOf, len(c.Model.Takers(with, c.Sides))) {
		return nil
	}
	if v.Carries(yes, no) {
		return with
	}
	return c.Procedure.Step(v.Against)
}

// Waits says that an act would not have the effect of its step, since a quorum needs other parties beside this one.
func (c *Case) Waits(mv Move) bool {
	step := c.Procedure.Step(mv.Step)
	return step != nil && c.lacks(step, mv.Party) > 0
}

// missing is how many parties must still take the step, whoever is next included; 0 for a step that waits for nobody.
func (c *Case) missing(step *agreement.Step) int {
	if !c.joint(step) {
		return 0
	}
	return max(c.needs(step)-len(c.Joined(step)), 1)
}

// checkQuorum: several parties are several, and none of them counts twice; a vote may be changed, and not repeated.
func (c *Case) checkQuorum(step *agreement.Step, p agreement.PartyID) error {
	if v := c.Procedure.VoteOf(step.ID); v != nil {
		if c.votes(v)[p] == step.ID {
			return fault.Refuse(fault.QuorumTwice, string(step.Article), "%s has voted so already", p).Mend("change the vote, or leave it as it is")
		}
		return nil
	}
	if !c.joint(step) || !slices.Contains(c.Joined(step), p) {
		return nil
	}
	return fault.Refuse(fault.QuorumTwice, string(step.Article), "%s has taken %s already, and it needs %d parties", p, title(step.Title, step.ID), c.needs(step)).
		Mend("let another party take it")
}
