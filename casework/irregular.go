package casework

import (
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
)

// IrregularAct is conduct that was late, oral, defective or forced, and was recorded for what it was instead of
// being refused: it stands in the place of a regular step until the other side confirms or contests it.
type IrregularAct struct {
	Entry   int              // index into Taken
	Step    agreement.StepID // the irregular step
	Place   agreement.StepID // the regular step in whose place it stands
	Article agreement.Article
	Plea    string // the ground: late, oral, defective, force-majeure or necessity
	Party   agreement.PartyID
	At      time.Time

	// What led the case out of the state to which the irregular act led: a step, or the silence of a clock (and then
	// the step that it took by default, if any). Both "" where nobody has answered yet.
	Answer agreement.StepID
	Clock  agreement.ClockID
	// Confirmed: the answer led to where the regular step leads. Any other answer contests the act.
	Confirmed bool
	Answered  time.Time // zero: not yet
}

// Irregular gives the irregular acts of the case, in the order of the history, with what became of each.
func (c *Case) Irregular() []IrregularAct {
	var all []IrregularAct
	for i := range c.Taken {
		t := &c.Taken[i]
		if t.Irregular == "" {
			continue
		}
		x := IrregularAct{Entry: i, Step: t.Step, Place: t.Irregular, Article: c.Procedure.Article, Plea: t.Ground, Party: t.Party, At: t.At}
		p := c.under(i).Procedure
		if s := p.Step(t.Step); s != nil {
			x.Article = s.Article
		}
		regular := p.Step(t.Irregular)
		for j := i + 1; j < len(c.Taken); j++ {
			a := &c.Taken[j]
			if a.From == a.To {
				continue
			}
			x.Answer, x.Clock, x.Answered = a.Step, a.Clock, a.At
			if a.Clock != "" {
				x.Answer = a.Takes
			}
			x.Confirmed = regular != nil && regular.To != "" && a.To == c.called(regular.To, i)
			break
		}
		all = append(all, x)
	}
	return all
}

// belated says that a step records late conduct: then that the time of the regular step ran out, which is what the plea says, does
// not stand in its way (late notice is still notice).
func belated(step *agreement.Step, ground string) bool {
	return step.Irregular != "" && ground == agreement.PleaLate && slices.Contains(step.Grounds, agreement.PleaLate)
}
