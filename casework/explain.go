package casework

import (
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
)

// Owed are reasons that a silence left owing: the clock says that whoever is late must explain it.
type Owed struct {
	Clock  *agreement.Clock
	Since  time.Time        // the silence
	Actors []Actor          // who owes them, Person ""
	Step   agreement.StepID // the step that gave them; "": none yet
	Given  time.Time        // when; zero: not yet
}

// Explanations gives the reasons that silences of the kind explain left owing by now, in the order of the
// silences, recorded or not. A step that names the clock in explains gives all that are owed by then for it.
func (c *Case) Explanations(now time.Time) []Owed {
	c = c.Settled(now)
	var all []Owed
	for i := range c.Taken {
		t := &c.Taken[i]
		if t.Clock == "" || t.Rests {
			continue
		}
		cl := c.under(i).Procedure.Clock(t.Clock)
		if cl == nil || cl.Silence != agreement.SilenceExplain {
			continue
		}
		o := Owed{Clock: cl, Since: t.At}
		for _, w := range cl.Owed {
			o.Actors = append(o.Actors, c.bearers(w)...)
		}
		for j := i + 1; j < len(c.Taken) && o.Step == ""; j++ {
			if s := c.did(j); s != nil && slices.Contains(s.Explains, cl.ID) {
				o.Step, o.Given = s.ID, c.Taken[j].At
			}
		}
		all = append(all, o)
	}
	return all
}

// did is the step whose effect the entry i of the history had, as the text has it under which it was taken: taken by a person or by silence; nil where it
// had none: a silence that took no step, an act that waits for its quorum, a word about a destruction.
func (c *Case) did(i int) *agreement.Step {
	t, p := &c.Taken[i], c.under(i).Procedure
	switch {
	case t.Takes != "":
		return p.Step(t.Takes)
	case t.Step == "" || t.Lacks > 0:
		return nil
	}
	return p.Step(t.Step)
}
