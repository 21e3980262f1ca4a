package agreement

import "slices"

// checkOwnParty asks that a decision on what one's own party asks is said openly where it is one, is an independent
// office's alone, and never falls to an office that can have asked.
func (c *compiler) checkOwnParty(f *flow, s *Step, path string) {
	if !s.OwnParty {
		return
	}
	at := c.place(path + "/own_party")
	if slices.ContainsFunc(s.By, func(a Actor) bool { return !c.m.Role(a.Role).Independent }) {
		c.on(CodeSelfApproval, at, "step %q may decide on what its own party asks, but is not for independent offices alone", s.ID).
			mend("let roles with independent = true alone take it, or remove own_party")
	}
	own := false
	for i := range f.p.Steps {
		o := &f.p.Steps[i]
		if len(o.From) > 0 {
			continue
		}
		for _, asks := range o.By {
			for _, a := range s.By {
				same := c.samePartyPossible(f.p, asks, a)
				own = own || same
				if same && asks.Role == a.Role {
					c.on(CodeSelfApproval, c.place(path+"/by/"+a.String(), path+"/by"), "the %s decides step %q on what it may itself have asked (step %q)", a.Role, s.ID, o.ID).
						mend("let another office ask, or another decide")
				}
			}
		}
	}
	if len(s.From) == 0 || !own {
		c.on(CodeAttrNeedless, at, "nobody takes step %q in a case that their own party opened", s.ID).mend("remove own_party")
	}
}

// checkReturns asks that a step gives back what its case can have used, and another step used it.
func (c *compiler) checkReturns(f *flow, s *Step, path string) {
	if s.Returns == "" {
		return
	}
	switch {
	case s.Uses == s.Returns:
		c.on(CodeEffect, c.place(path), "step %q uses a grant of the quota %q and gives one back", s.ID, s.Returns).mend("let it do one of the two")
	case !slices.ContainsFunc(f.p.Steps, func(u Step) bool { return u.Uses == s.Returns && f.before(&u, s) }):
		c.on(CodeEffect, c.place(path), "step %q gives back a grant of the quota %q, which no step of its procedure uses before it", s.ID, s.Returns).
			mend("name the quota that an earlier step uses")
	}
}
