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
	if !joint(step) {
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

// joint says that a step waits for several parties. One that opens a case does not: a case that nobody has
// opened yet has no place in which to wait.
func joint(step *agreement.Step) bool { return step.Quorum > 1 && len(step.From) > 0 }

// lacks is how many parties besides this one must still take the step.
func (c *Case) lacks(step *agreement.Step, p agreement.PartyID) int {
	if !joint(step) {
		return 0
	}
	in := c.Joined(step)
	n := len(in)
	if !slices.Contains(in, p) {
		n++
	}
	return max(step.Quorum-n, 0)
}

// Waits says that an act would not have the effect of its step, since a quorum needs other parties beside this one.
func (c *Case) Waits(mv Move) bool {
	step := c.Procedure.Step(mv.Step)
	return step != nil && c.lacks(step, mv.Party) > 0
}

// missing is how many parties must still take the step, whoever is next included; 0 for a step that waits for nobody.
func (c *Case) missing(step *agreement.Step) int {
	if !joint(step) {
		return 0
	}
	return max(step.Quorum-len(c.Joined(step)), 1)
}

// checkQuorum: several parties are several, and none of them counts twice.
func (c *Case) checkQuorum(step *agreement.Step, p agreement.PartyID) error {
	if !joint(step) || !slices.Contains(c.Joined(step), p) {
		return nil
	}
	return fault.Refuse(fault.QuorumTwice, string(step.Article), "%s has taken %s already, and it needs %d parties", p, title(step.Title, step.ID), step.Quorum).
		Mend("let another party take it")
}
