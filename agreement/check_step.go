package agreement

import (
	"fmt"
	"slices"
	"strings"
)

// checkKinds looks at the steps that are more than one person's act at the agreed time: what is done at once and
// reviewed, what was done otherwise than agreed, what takes several parties, what destroys, defers or explains.
func (c *compiler) checkKinds(f *flow) {
	for i := range f.p.Steps {
		s := &f.p.Steps[i]
		path := f.path + "/step." + string(s.ID)
		if k := f.p.Clock(s.Urgent); k != nil {
			c.checkUrgent(f, s, k, path+"/urgent")
		}
		if r := f.p.Step(s.Irregular); r != nil {
			c.checkIrregular(f, s, r, path)
		}
		for _, id := range s.Explains {
			c.checkExplains(f, s, f.p.Clock(id), path)
		}
		for _, id := range s.Defers {
			c.checkDefers(f, s, f.p.Notice(id), path)
		}
		c.checkErases(f, s, path)
		c.checkQuorum(f, s, path)
	}
	for i := range f.p.Clocks {
		if k := &f.p.Clocks[i]; k.Silence == SilenceExplain {
			c.checkExplained(f, k)
		}
	}
}

// checkUrgent asks that what is done at once is undone unless somebody independent upholds it in time.
func (c *compiler) checkUrgent(f *flow, s *Step, k *Clock, path string) {
	at := c.place(path)
	switch k.Silence {
	case SilenceErase, SilenceRestrict, SilenceLapse:
	default:
		c.on(CodeUrgent, at, "if nobody upholds step %q, the silence of clock %q (%s) leaves it standing", s.ID, k.ID, k.Silence).
			mend("let its silence be \"erase\", \"restrict\" or \"lapse\"")
	}
	if s.To == "" || !slices.Contains(k.Starts, s.To) || overlap(s.From, k.Starts) {
		c.on(CodeUrgent, at, "step %q does not start the clock %q, so that it waits for no review", s.ID, k.ID).
			mend("let the step lead from a state in which the clock does not run to one that starts it")
		return
	}
	var reviews, others []*Step
	for _, by := range stoppers(f.p, k) {
		switch {
		case !f.after(by, s.To):
		case c.reviews(by, s):
			reviews = append(reviews, by)
		default:
			others = append(others, by)
		}
	}
	if len(reviews) == 0 {
		c.on(CodeUrgent, at, "nobody independent of those who take step %q can stop the clock %q by upholding it", s.ID, k.ID).
			mend("let a step from %q be taken by a role with independent = true alone, which may not take step %q", s.To, s.ID)
	}
	for _, own := range others {
		if slices.ContainsFunc(reviews, func(r *Step) bool { return r.To == own.To }) {
			c.on(CodeUrgent, c.place(f.path+"/step."+string(own.ID)+"/by"), "step %q leads where the review of step %q leads, and needs nobody independent", own.ID, s.ID).
				mend("let an independent role alone take it, or let it lead elsewhere")
		}
	}
}

// after says whether a step can be taken once the case has come to a state.
func (f *flow) after(s *Step, state StateID) bool {
	return slices.ContainsFunc(s.From, func(from StateID) bool { return f.leads(state, from) })
}

// reviews says whether a step belongs to independent roles alone, none of which can take the step under review.
func (c *compiler) reviews(by, s *Step) bool {
	return len(by.By) > 0 && !slices.ContainsFunc(by.By, func(a Actor) bool {
		return !c.m.Role(a.Role).Independent || slices.ContainsFunc(s.By, func(own Actor) bool { return own.Role == a.Role })
	})
}

// pleas are the grounds of an irregular act.
var pleas = []string{PleaLate, PleaOral, PleaDefective, PleaForceMajeure, PleaNecessity}

// checkIrregular asks that what was done otherwise than agreed is recorded with a plea, by those whose act it is,
// and that another side can accept or contest it within a time.
func (c *compiler) checkIrregular(f *flow, s, regular *Step, path string) {
	at := c.place(path + "/irregular")
	if regular == s || regular.Irregular != "" {
		c.on(CodeIrregular, at, "step %q stands in place of step %q, which is no regular step", s.ID, regular.ID).mend("name the step that should have been taken")
		return
	}
	if len(s.Grounds) == 0 {
		c.on(CodeIrregular, at, "step %q names no plea for what was done otherwise than agreed", s.ID).mend("add grounds = [\"late\"], or others of: %s", listed(pleas))
	}
	for _, g := range s.Grounds {
		if !slices.Contains(pleas, g) {
			c.on(CodeIrregular, c.place(path+"/grounds/"+g), "%q is no plea of an irregular act", g).mend("%s", instead(g, pleas, "choose one"))
		}
	}
	if !sameSet(s.By, regular.By) {
		c.on(CodeIrregular, c.place(path+"/by"), "step %q is not taken by those who take step %q", s.ID, regular.ID).mend("let both have the same by")
	}
	if s.To == "" || !slices.ContainsFunc(f.p.Clocks, func(k Clock) bool { return slices.Contains(k.Starts, s.To) }) {
		c.on(CodeIrregular, at, "no time runs for the answer to step %q", s.ID).mend("let it lead to a state in which a clock runs")
		return
	}
	if !f.answered(s) {
		c.on(CodeIrregular, at, "no other side can both confirm and contest what step %q records", s.ID).
			mend("let another side have two steps from %q that lead to different states", s.To)
	}
}

// answered says whether a side other than that of an irregular step has two ways out of where it leads.
func (f *flow) answered(s *Step) bool {
	for i := range f.p.Sides {
		side := f.p.Sides[i].ID
		on := func(a Actor) bool { return a.Side == side }
		if slices.ContainsFunc(s.By, on) {
			continue
		}
		to := map[StateID]bool{}
		for _, w := range f.ways(s.To) {
			if w.step != nil && slices.ContainsFunc(w.step.By, on) {
				to[w.to] = true
			}
		}
		if len(to) >= 2 {
			return true
		}
	}
	return false
}

// checkExplains asks that a step which gives owed reasons does give them, to a clock that leaves them owing.
func (c *compiler) checkExplains(f *flow, s *Step, k *Clock, path string) {
	at := c.place(path+"/explains/"+string(k.ID), path+"/explains")
	switch {
	case k.Silence != SilenceExplain:
		c.on(CodeClockTimes, at, "step %q explains the silence of clock %q, which leaves no reasons owing", s.ID, k.ID).
			mend("name a clock with silence = \"explain\"")
	case !s.Reasons:
		c.on(CodeSilenceNeeds, at, "step %q explains the silence of clock %q, but carries no reasons", s.ID, k.ID).mend("add reasons = true")
	case !f.takenAfter(s, k.Starts):
		c.on(CodeClockTimes, at, "step %q cannot be taken once clock %q has started", s.ID, k.ID).mend("let it start from one of %q", k.Starts)
	}
}

// takenAfter says whether a step can be taken once the case has come to one of the states.
func (f *flow) takenAfter(s *Step, states []StateID) bool {
	return slices.ContainsFunc(states, func(x StateID) bool { return f.reached[x] && f.after(s, x) })
}

// checkExplained asks that somebody who owes reasons has a step to give them by.
func (c *compiler) checkExplained(f *flow, k *Clock) {
	if len(k.Owed) == 0 || slices.ContainsFunc(f.p.Steps, func(s Step) bool {
		return slices.Contains(s.Explains, k.ID) && overlap(s.By, k.Owed)
	}) {
		return
	}
	c.on(CodeExplanation, c.place(f.path+"/clock."+string(k.ID)+"/silence"), "the silence of clock %q leaves reasons owing, and no step of those who owe them gives any", k.ID).
		mend("add a step by %s with reasons = true and explains = [clock.%s]", listed(k.Owed), k.ID)
}

// checkDefers asks that a duty to tell is put off by those alone who may, with reasons, once it has begun.
func (c *compiler) checkDefers(f *flow, s *Step, n *Notice, path string) {
	at := c.place(path+"/defers/"+string(n.ID), path+"/defers")
	if n.DeferredBy == nil {
		c.on(CodeDeferral, at, "nobody may defer %q", n.ID).mend("add deferred_by and deferred_max to it, or remove the step")
		return
	}
	for _, a := range s.By {
		if a != *n.DeferredBy {
			c.on(CodeDeferral, c.place(path+"/by/"+a.String(), path+"/by"), "%s may not defer %q", a, n.ID).mend("let %s alone take the step", *n.DeferredBy)
		}
	}
	if !s.Reasons {
		c.on(CodeDeferral, at, "step %q defers %q without reasons", s.ID, n.ID).mend("add reasons = true")
	}
	if !f.takenAfter(s, n.After) {
		c.on(CodeDeferral, at, "step %q cannot be taken once the duty to tell %q has begun", s.ID, n.ID).mend("let it start from one of %q", n.After)
	}
}

// checkErases asks that a step destroys what another gave before it.
func (c *compiler) checkErases(f *flow, s *Step, path string) {
	for _, id := range s.Erases {
		at := c.place(path + "/erases/" + string(id))
		switch {
		case !slices.ContainsFunc(f.p.Steps, func(g Step) bool { return g.ID != s.ID && slices.Contains(carried(&g), id) && f.before(&g, s) }):
			c.on(CodeFieldUngiven, at, "step %q destroys the field %q, which no other step gives before it", s.ID, id).mend("name a field that an earlier step gives")
		case slices.Contains(carried(s), id):
			c.on(CodeAttrNeedless, at, "step %q gives the field %q, and destroys it at once", s.ID, id).mend("let it do one of the two")
		}
	}
}

// checkQuorum asks that enough parties can take a step, whoever takes which side.
func (c *compiler) checkQuorum(f *flow, s *Step, path string) {
	if !s.Several() {
		return
	}
	at := c.place(path + "/quorum")
	if len(s.From) == 0 {
		c.on(CodeQuorum, at, "step %q opens the case, so that it takes effect at once", s.ID).mend("let a step that follows have the quorum")
		return
	}
	anywhere, on := c.takers(f.p, s)
	bindings(f.p, func(b binding) bool {
		n := distinct(anywhere, on, b)
		need := Among(s.Quorum, s.QuorumOf, n)
		if n >= need && n >= 2 {
			return false
		}
		c.on(CodeQuorum, at, "step %q takes effect once %d parties have taken it, but %d can where %s", s.ID, max(need, 2), n, b.words(f.p)).
			mend("let more sides that must differ take it, or lower the quorum")
		return true
	})
}

// sameSet says whether two lists hold the same, in whatever order; no list holds anything twice.
func sameSet[T comparable](a, b []T) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(x T) bool { return !slices.Contains(b, x) })
}

// listed joins names for a mend.
func listed[T any](of []T) string {
	words := make([]string, len(of))
	for i := range of {
		words[i] = fmt.Sprint(of[i])
	}
	return strings.Join(words, ", ")
}
