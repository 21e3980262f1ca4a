package agreement

import "slices"

// checkPhases asks that every phase can begin, ends or is reviewed, and that never two are there at once.
func (c *compiler) checkPhases() {
	if len(c.m.Phases) == 0 {
		return
	}
	held := c.alwaysInForce()
	for i := range c.m.Phases {
		p := &c.m.Phases[i]
		path := "/phase." + string(p.ID)
		for _, number := range p.Articles {
			if why := held[number]; why != "" {
				c.on(CodePhaseArticle, c.element(path, "articles", string(number)), "phase %q would put Article %s out of force outside of it, but the article %s", p.ID, number, why).
					mend("take it out of articles: what no phase names is always in force")
			}
		}
		c.checkPhaseTerm(p, path)
		if c.circle(p) {
			c.on(CodePhaseOrder, c.place(path+"/after"), "phase %q comes after itself", p.ID).mend("let one of the phases come after none")
		}
		if p.ExitTo == p.ID {
			c.on(CodePhaseOrder, c.place(path+"/exit_to"), "the ramp of phase %q leads into itself", p.ID).mend("name another phase")
		}
		if p.Review.IsZero() && p.Ends.IsZero() && p.Exit.IsZero() && !slices.ContainsFunc(c.m.Phases, func(o Phase) bool { return o.After == p.ID }) {
			c.on(CodePhaseEndless, c.place(path), "nothing ends or reviews phase %q, and no phase follows it", p.ID).
				mend("add review = \"P1Y\", ends = \"…\", or a phase with after = phase.%s", p.ID)
		}
	}
	c.checkReached()
	c.checkDated()
}

// alwaysInForce gives the articles that no phase may take away, and why.
func (c *compiler) alwaysInForce() map[Article]string {
	out := map[Article]string{c.m.Declared: "holds the block agreement"}
	for i := range c.m.Procedures {
		if p := &c.m.Procedures[i]; p.Remedy && out[p.Article] == "" {
			out[p.Article] = "holds the remedy " + quote(string(p.ID))
		}
	}
	for i := range c.m.Articles {
		if cl := &c.m.Articles[i]; cl.Untouchable && out[cl.Number] == "" {
			out[cl.Number] = "is untouchable"
		}
	}
	return out
}

func (c *compiler) checkPhaseTerm(p *Phase, path string) {
	m := c.m
	if !p.Ends.IsZero() && p.Ends.Compare(p.Starts) < 0 {
		c.on(CodeTerm, c.place(path+"/ends"), "phase %q ends before it starts", p.ID).mend("let it end after %s", p.Starts)
	}
	for _, d := range []struct {
		name string
		day  Date
	}{{"starts", p.Starts}, {"ends", p.Ends}} {
		if !d.day.IsZero() && (d.day.Compare(m.Starts) < 0 || !m.Ends.IsZero() && d.day.Compare(m.Ends) > 0) {
			c.on(CodeTerm, c.place(path+"/"+d.name), "phase %q: on %s the agreement is not in force", p.ID, d.day).mend("choose a day of the agreement's term")
		}
	}
	before := m.Phase(p.After)
	if before == nil || p.Starts.IsZero() || before.Starts.IsZero() {
		return
	}
	if p.Starts.Compare(before.Starts) <= 0 {
		c.on(CodePhaseOrder, c.place(path+"/starts"), "phase %q comes after phase %q, but starts no later", p.ID, before.ID).
			mend("let it start after %s", before.Starts)
	}
}

// circle says whether a phase comes after itself.
func (c *compiler) circle(p *Phase) bool {
	next := p.After
	for range c.m.Phases {
		if next == p.ID {
			return true
		}
		o := c.m.Phase(next)
		if o == nil {
			return false
		}
		next = o.After
	}
	return false
}

// checkReached finds the phases that nothing begins: neither a day nor a step that could be taken by then.
func (c *compiler) checkReached() {
	reached := map[PhaseID]bool{}
	phased := map[Article]bool{}
	for i := range c.m.Phases {
		for _, a := range c.m.Phases[i].Articles {
			phased[a] = true
		}
	}
	inForce := func(number Article) bool {
		return !phased[number] || slices.ContainsFunc(c.m.Phases, func(p Phase) bool { return reached[p.ID] && slices.Contains(p.Articles, number) })
	}
	for grown := true; grown; {
		grown = false
		for i := range c.m.Phases {
			p := &c.m.Phases[i]
			if !reached[p.ID] && (p.After == "" || reached[p.After]) && (!p.Starts.IsZero() || c.begun(p.ID, inForce)) {
				reached[p.ID], grown = true, true
			}
		}
	}
	for i := range c.m.Phases {
		p := &c.m.Phases[i]
		if reached[p.ID] || c.circle(p) {
			continue
		}
		path := "/phase." + string(p.ID)
		switch {
		case p.After != "" && !reached[p.After]:
			c.on(CodePhaseUnreachable, c.place(path+"/after"), "phase %q never begins: it comes after phase %q, which never does", p.ID, p.After).
				mend("let phase %q begin first", p.After)
		case c.begun(p.ID, func(Article) bool { return true }):
			c.on(CodePhaseUnreachable, c.place(path), "phase %q never begins: the steps that begin it stand under articles that are in force only in it", p.ID).
				mend("let a step under an article that is in force before begin it")
		default:
			c.on(CodePhaseUnreachable, c.place(path), "phase %q never begins: it has no day, and no step begins it", p.ID).
				mend("add starts = \"…\", or let a step say begins = phase.%s", p.ID)
		}
	}
}

// begun says whether a step under an article that is in force begins a phase.
func (c *compiler) begun(id PhaseID, inForce func(Article) bool) bool {
	return slices.ContainsFunc(c.m.Procedures, func(p Procedure) bool {
		return inForce(p.Article) && slices.ContainsFunc(p.Steps, func(s Step) bool { return s.Begins == id })
	})
}

// checkDated holds the phases that begin on a day against each other, in the order of their days.
func (c *compiler) checkDated() {
	var dated []*Phase
	for i := range c.m.Phases {
		if !c.m.Phases[i].Starts.IsZero() {
			dated = append(dated, &c.m.Phases[i])
		}
	}
	slices.SortStableFunc(dated, func(a, b *Phase) int { return a.Starts.Compare(b.Starts) })
	for i := 1; i < len(dated); i++ {
		before, p := dated[i-1], dated[i]
		path := "/phase." + string(p.ID)
		switch {
		case p.Starts.Compare(before.Starts) == 0, !before.Ends.IsZero() && before.Ends.Compare(p.Starts) >= 0:
			c.overlapping(before, p, path)
		case !before.Ends.IsZero() && before.Ends.After().Compare(p.Starts) < 0:
			c.on(CodePhaseGap, c.place(path+"/starts"), "between %s, the last day of phase %q, and %s no phase is there, and %s is out of force", before.Ends, before.ID, p.Starts, citedArticles(before.Articles)).
				mend("let the phases follow each other, or leave the end of phase %q open", before.ID)
		}
	}
}

func (c *compiler) overlapping(before, p *Phase, path string) {
	same := len(before.Articles) == len(p.Articles) && !slices.ContainsFunc(before.Articles, func(a Article) bool { return !slices.Contains(p.Articles, a) })
	if same {
		c.on(CodePhaseOrder, c.place(path+"/starts"), "phases %q and %q are there on the same days", before.ID, p.ID).mend("let one end before the other starts")
		return
	}
	c.on(CodeContradict, c.place(path+"/starts"), "on %s phases %q and %q are both there, and name different articles to be in force: %s, and %s",
		p.Starts, before.ID, p.ID, citedArticles(before.Articles), citedArticles(p.Articles)).
		mend("let phase %q end before phase %q starts", before.ID, p.ID)
}
