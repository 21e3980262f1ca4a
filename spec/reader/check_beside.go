package reader

import (
	"slices"
	"time"
)

// joined are the parties that have taken a step which waits for several.
func (c *Case) joined(step *Step) map[string]bool {
	in := map[string]bool{}
	for _, e := range slices.Backward(c.history[c.since:]) { // those under another text took another step
		if e.from != e.to || e.act.Step == step.ID && e.lacks == 0 {
			break
		}
		if e.act.Step == step.ID {
			in[e.act.Party] = true
		}
	}
	return in
}

// lacks is how many other parties must take a step beside this one and those before it.
func (c *Case) lacks(step *Step, party string) int {
	if step.Quorum < 2 || len(step.From) == 0 {
		return 0
	}
	in := c.joined(step)
	in[party] = true
	return max(0, step.Quorum-len(in))
}

// several: row 10.
func (c *Case) several(step *Step, party string) string {
	if step.Quorum > 1 && len(step.From) > 0 && c.joined(step)[party] {
		return "quorum-twice"
	}
	return ""
}

// begins: row 25.
func (c *Case) begins(step *Step, facts map[string]any, trusted bool, at time.Time) string {
	if step.Begins == "" {
		return ""
	}
	a := c.Agreement
	p := one(a.Phases, func(p *Phase) bool { return p.ID == step.Begins })
	present := a.Present(c.Standing, at)
	var conds []*Condition
	switch {
	case p.After == "" || slices.Contains(present, p.After):
		conds = append(conds, p.Entry)
	case !trusted:
		i := slices.IndexFunc(present, func(id string) bool { return one(a.Phases, func(q *Phase) bool { return q.ID == id }).ExitTo == p.ID })
		if i < 0 {
			return "condition-unmet"
		}
		conds = append(conds, one(a.Phases, func(q *Phase) bool { return q.ID == present[i] }).Exit)
	}
	if trusted && p.After != "" { // home knows which phase is there
		conds = []*Condition{p.Entry}
		for i := range a.Phases {
			if a.Phases[i].ExitTo == p.ID {
				conds = append(conds, a.Phases[i].Exit)
			}
		}
	}
	code := "condition-unmet"
	for _, cond := range conds {
		switch got := a.judge(c.Procedure, cond, nil, facts); {
		case got == holds, got == unread && trusted:
			return ""
		case got == unread:
			code = "condition-unread"
		}
	}
	return code
}

// uses: row 26.
func (c *Case) uses(step *Step, act *Act, at time.Time) string {
	asker := act.Party
	if len(c.history) > 0 {
		asker = c.history[0].act.Party
	}
	for i := range c.Agreement.Quotas {
		q := &c.Agreement.Quotas[i]
		if step.Uses == "" || q.ID != step.Uses && q.Of != step.Uses {
			continue
		}
		used, stated := numeral(act.Facts["quota:"+q.ID])
		known := c.Agreement.QuotaUsed(c.Standing, q.ID, act.Party, asker, at)
		switch {
		case !stated && act.Trusted:
		case !stated:
			return "condition-unread"
		case used >= float64(q.Number), known >= q.Number && !act.Trusted:
			return "quota-used"
		}
	}
	return ""
}
