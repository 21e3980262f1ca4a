package casework

import (
	"encoding/json"
	"errors"
	"math"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// checkEffects: what the step would do beside its case is possible. Only an act that has its effect is asked:
// the act that completes a quorum, not those before.
func (c *Case) checkEffects(step *agreement.Step, mv Move, at time.Time) error {
	if step.Begins == "" && step.Uses == "" || c.lacks(step, mv.Party) > 0 {
		return nil
	}
	if err := c.checkBegins(step, mv, at); err != nil {
		return err
	}
	return c.checkUses(step, mv, at)
}

// checkBegins: a phase begins after the one that it follows, if its entry condition holds, or by the ramp of the
// phase that is to be left. Which phase is there other cases decide: whoever trusts home holds the act against any
// of the conditions by which it could have begun.
func (c *Case) checkBegins(step *agreement.Step, mv Move, at time.Time) error {
	if step.Begins == "" {
		return nil
	}
	p := c.Model.Phase(step.Begins)
	if p == nil {
		return fault.Refuse(fault.ConditionUnmet, string(step.Article), "the agreement has no phase %q", step.Begins)
	}
	if follows(c.Model, step) && (mv.Attested || c.Standing != nil && c.Standing.trusts) {
		err := c.checkPhase(p, p.Entry, mv)
		for i := range c.Model.Phases {
			if q := &c.Model.Phases[i]; err != nil && q.ExitTo == p.ID && c.checkPhase(p, q.Exit, mv) == nil {
				return nil
			}
		}
		return err
	}
	present := c.Standing.Phases(c.Model, at)
	if p.After == "" || slices.Contains(present, p.After) {
		return c.checkPhase(p, p.Entry, mv)
	}
	i := slices.IndexFunc(present, func(id agreement.PhaseID) bool { return c.Model.Phase(id).ExitTo == p.ID })
	if i < 0 {
		return fault.Refuse(fault.ConditionUnmet, string(p.Article), "the phase %s follows the phase %s, which is not the present one", title(p.Title, p.ID), words(p.After)).
			Mend("begin %s first", words(p.After))
	}
	return c.checkPhase(p, c.Model.Phase(present[i]).Exit, mv)
}

// follows says that a step begins a phase that follows another.
func follows(m *agreement.Model, step *agreement.Step) bool {
	p := m.Phase(step.Begins)
	return p != nil && p.After != ""
}

// checkPhase: a condition on which a phase begins holds by the facts of the act.
func (c *Case) checkPhase(p *agreement.Phase, cond agreement.Condition, mv Move) error {
	ok, err := cond.Eval(agreement.Env{Facts: mv.Facts})
	switch {
	case errors.Is(err, agreement.ErrUnread) && (mv.Attested || mv.Awaits):
		return nil
	case errors.Is(err, agreement.ErrUnread):
		return fault.Refuse(fault.ConditionUnread, string(p.Article), "the condition of the phase %s reads a fact that the act does not state", title(p.Title, p.ID)).
			Mend("its condition is: %s", cond.Source).Wrap(err)
	case err != nil:
		return fault.Refuse(fault.ConditionUnmet, string(p.Article), "the condition of the phase %s cannot be evaluated", title(p.Title, p.ID)).
			Mend("its condition is: %s", cond.Source).Wrap(err)
	case !ok:
		return fault.Refuse(fault.ConditionUnmet, string(p.Article), "the condition of the phase %s is not fulfilled", title(p.Title, p.ID)).
			Mend("its condition is: %s", cond.Source)
	}
	return nil
}

// MayEnter says whether a phase may begin on its day, by the outside facts of that day. An error is ErrUnread where a
// fact is missing. What was found is noted with Standing.Enter: until then the phase has not begun.
func MayEnter(p *agreement.Phase, facts map[string]any) (bool, error) {
	return p.Entry.Eval(agreement.Env{Facts: facts})
}

// FactQuota is the name under which an act states how many grants of a quota were used before it in its period.
func FactQuota(id agreement.QuotaID) string { return "quota:" + string(id) }

// checkUses: a grant is left, of the quota and of those that count its grants too. How many were used is an outside
// fact, since other cases use the same quota; where this evaluator knows of more, and is not following home, what it
// knows counts: an author cannot use up a quota by saying little.
func (c *Case) checkUses(step *agreement.Step, mv Move, at time.Time) error {
	for _, q := range c.Model.Drawn(step) {
		if err := c.checkLeft(q, mv, at); err != nil {
			return err
		}
	}
	return nil
}

func (c *Case) checkLeft(q *agreement.Quota, mv Move, at time.Time) error {
	used, ok := number(mv.Facts[FactQuota(q.ID)])
	if ok && !mv.Attested {
		used = max(used, float64(c.Standing.Used(c.Model, q, mv.Party, c.Opener(mv.Party), at)))
	}
	switch {
	case !ok && mv.Attested:
		return nil
	case !ok:
		return fault.Refuse(fault.ConditionUnread, string(q.Article), "the act does not state how much of the quota %s is used", title(q.Title, q.ID)).
			Mend("state the fact %s", FactQuota(q.ID))
	case used >= float64(q.Number):
		return fault.Refuse(fault.QuotaUsed, string(q.Article), "all %d of the quota %s are used in this period", q.Number, title(q.Title, q.ID)).
			Mend("wait for the next period")
	}
	return nil
}

// Used counts the grants of a quota, as far as they are known here, in the period in which an instant falls and up to
// it; where the quota is each party's own, those of this party, and where it is so towards each that asks, those in
// cases that the asker opened. It is what an act states as the fact FactQuota.
func (s *Standing) Used(m *agreement.Model, q *agreement.Quota, party, asker agreement.PartyID, at time.Time) int {
	if s == nil {
		return 0
	}
	return QuotaUsed(m, q, GrantsOf(s.Grants, q.Counted()), party, asker, at)
}

// Opener gives the party that opened the case; of a case that no act has opened yet, the party that would.
func (c *Case) Opener(party agreement.PartyID) agreement.PartyID {
	if len(c.Taken) == 0 {
		return party
	}
	return c.Taken[0].Party
}

// maxNumber is the largest number of a value or a fact: each whole number up to it every JSON reader holds exactly.
const maxNumber = 1 << 53

// number reads a fact's value; false for what is no number, or none that every reader understands alike.
func number(v any) (float64, bool) {
	var x float64
	switch n := v.(type) {
	case float64:
		x = n
	case int:
		x = float64(n)
	case int64:
		x = float64(n)
	case json.Number:
		f, err := n.Float64()
		if err != nil {
			return 0, false
		}
		x = f
	default:
		return 0, false
	}
	return x, !math.IsNaN(x) && math.Abs(x) <= maxNumber
}
