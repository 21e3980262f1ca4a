package agreement

import (
	"math/big"
	"slices"
)

// checkFigures looks for measures that measure nothing or tell too much, and for limits, money, scores and exercises
// that could not work as they are written.
func (c *compiler) checkFigures() {
	for i := range c.m.Indicators {
		c.checkIndicator(&c.m.Indicators[i])
	}
	for i := range c.m.Quotas {
		c.checkQuota(&c.m.Quotas[i])
	}
	for i := range c.m.Funds {
		c.checkFund(&c.m.Funds[i])
	}
	for i := range c.m.Risks {
		c.checkRisk(&c.m.Risks[i])
	}
	for i := range c.m.Drills {
		c.checkDrill(&c.m.Drills[i])
	}
}

// checkQuota asks that something uses what is limited: a step that takes a grant, or a condition that reads how many
// were taken; and that a quota within another has grants to count.
func (c *compiler) checkQuota(q *Quota) {
	path := "/quota." + string(q.ID)
	if q.Pair && q.Each {
		c.on(CodeAttrNeedless, c.place(path+"/each", path), "quota %q: each says nothing where pair = true: the number is each party's own already", q.ID).
			mend("leave it out")
	}
	if o := c.m.Quota(q.Of); o != nil && (o.Of != "" || o.ID == q.ID) {
		c.on(CodeAttrNeedless, c.place(path+"/of", path), "quota %q counts the grants of %q, which takes none of its own", q.ID, o.ID).
			mend("name the quota that the steps use")
	}
	used := false
	for i := range c.m.Procedures {
		p := &c.m.Procedures[i]
		for j := range p.Steps {
			s := &p.Steps[j]
			if s.Uses == q.ID && q.Of != "" {
				c.on(CodeEffect, c.place("/procedure."+string(p.ID)+"/step."+string(s.ID)+"/uses", path), "step %q uses the quota %q, which counts the grants of %q", s.ID, q.ID, q.Of).
					mend("write uses = quota.%s: each of its grants counts for %s too", q.Of, q.ID)
			}
			used = used || s.Uses == q.ID || q.Of != "" && s.Uses == q.Of || slices.Contains(s.When.Facts, "quota:"+string(q.ID))
		}
	}
	if used {
		return
	}
	c.on(CodeQuotaUnused, c.place("/quota."+string(q.ID)), "no step uses the quota %q, so that it limits nothing", q.ID).
		mend("add uses = quota.%s to the step that grants", q.ID)
}

// checkFund asks that a milestone is somebody's decision, and that no step pays out past it.
func (c *compiler) checkFund(f *Fund) {
	path := "/fund." + string(f.ID)
	for i := range f.Windows {
		w := &f.Windows[i]
		if p := c.m.Procedure(w.Milestone); p != nil {
			c.checkMilestone(w, p, path+"/window."+string(w.ID)+"/verified/")
		}
	}
	for i := range c.m.Procedures {
		p := &c.m.Procedures[i]
		for j := range p.Steps {
			if s := &p.Steps[j]; s.Money != nil && s.Money.Fund == f.ID && s.Money.Entry == "released" {
				c.checkRelease(f, p, s)
			}
		}
	}
}

// checkMilestone: who only files has not verified anything.
func (c *compiler) checkMilestone(w *Window, p *Procedure, path string) {
	for i := range p.Steps {
		if s := &p.Steps[i]; len(s.From) == 0 && slices.Contains(w.Verified, s.To) {
			c.on(CodeFundMilestone, c.place(path+string(s.To)), "the milestone of window %q counts as verified as soon as step %q opens a case, so that nobody verifies it", w.ID, s.ID).
				mend("name the states in which somebody has decided")
		}
	}
}

func (c *compiler) checkRelease(f *Fund, p *Procedure, s *Step) {
	at := c.place("/procedure."+string(p.ID)+"/step."+string(s.ID)+"/money/window", "/procedure."+string(p.ID)+"/step."+string(s.ID)+"/money", "/procedure."+string(p.ID))
	w := f.Window(s.Money.Window)
	if w == nil {
		if slices.ContainsFunc(f.Windows, func(w Window) bool { return w.Milestone != "" }) {
			c.on(CodeFundMilestone, at, "step %q releases money of the whole fund %q, past the milestones of its windows", s.ID, f.ID).
				mend("name the window from which it releases")
		}
		return
	}
	// A step of another procedure is held up by the engine until a case has come to the milestone. One of the
	// milestone's own must come after it.
	if w.Milestone != p.ID || slices.Contains(w.Verified, s.To) {
		return
	}
	flow := c.flow(p)
	for _, from := range froms(s) {
		if flow.reached[from] && !flow.through(w.Verified, from) {
			c.on(CodeFundMilestone, at, "step %q releases money of window %q in the state %q, to which a case can come without having been verified", s.ID, w.ID, from).
				mend("let it start only after %q", w.Verified)
			return
		}
	}
}

// checkRisk asks that every score leads somewhere, and that hit rates can be judged.
func (c *compiler) checkRisk(r *Risk) {
	path := "/risk." + string(r.ID)
	highest := 0
	for i := range r.Rules {
		highest += max(0, r.Rules[i].Score)
	}
	for i := range r.Lanes {
		l, at := &r.Lanes[i], c.place(path+"/lane."+string(r.Lanes[i].ID)+"/from")
		switch {
		case i == 0 && l.From != 0:
			c.on(CodeRiskLanes, at, "the first lane of risk method %q begins at %d, so that a score below it leads nowhere", r.ID, l.From).mend("write from = 0")
		case i > 0 && l.From <= r.Lanes[i-1].From:
			c.on(CodeRiskLanes, at, "lane %q begins at %d, and the one before it at %d", l.ID, l.From, r.Lanes[i-1].From).mend("let the lanes rise from 0")
		case l.From > highest:
			c.on(CodeRiskLanes, at, "lane %q begins at %d, but all rules together give %d at most", l.ID, l.From, highest).mend("lower it, or let rules weigh more")
		}
	}
	random, _ := new(big.Rat).SetString(r.Random)
	if random == nil || random.Sign() == 0 {
		c.on(CodeRiskUnrandom, c.place(path+"/random", path), "risk method %q draws nobody at random, so that nobody can tell whether it finds more than chance", r.ID).
			mend("add random = \"2\" for two per cent, and checked = lane.…")
		if r.Checked != "" {
			c.on(CodeAttrNeedless, c.place(path+"/checked"), "nobody is drawn at random, so that checked has no meaning").mend("remove it, or add random = \"2\"")
		}
	} else if r.Checked == "" {
		c.on(CodeAttrMissing, c.place(path), "risk method %q does not say to which lane those go that are drawn at random", r.ID).mend("add checked = lane.…")
	}
}
