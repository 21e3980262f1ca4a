package reader

import (
	"fmt"
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

// may counts the parties that may take a step where the sides are bound as in this case.
func (c *Case) may(step *Step) (n int) {
	for _, p := range c.Agreement.Parties {
		if slices.ContainsFunc(step.By, func(a Actor) bool {
			return c.Agreement.fills(p.ID, a.Role) && (a.Side == "" || c.Sides[a.Side] == p.ID)
		}) {
			n++
		}
	}
	return n
}

// share is how many of n parties a quorum asks for.
func share(number int, part string, n int) int {
	var a, b int
	switch {
	case part == "":
		return number
	case part == "all":
		return max(1, n)
	case part == "majority":
		return 1 + n/2
	}
	fmt.Sscanf(part, "%d/%d", &a, &b)
	for k := 1; ; k++ {
		if k*b >= a*n {
			return k
		}
	}
}

// quorum is how many parties a step takes, 0 where it waits for nobody.
func (c *Case) quorum(step *Step) int {
	n := share(step.Quorum, step.QuorumOf, c.may(step))
	if n < 2 || len(step.From) == 0 {
		return 0
	}
	return n
}

// vote is that of which a step is a choice, nil where it is of none.
func (p *Procedure) vote(step string) *Vote {
	return one(p.Votes, func(v *Vote) bool { return step != "" && (v.For == step || v.Against == step || v.Abstain == step) })
}

// ballots are the last choices of the parties since the state last changed.
func (c *Case) ballots(v *Vote) map[string]string {
	from := 0
	for i, e := range c.history {
		if e.from != e.to {
			from = i + 1
		}
	}
	cast := map[string]string{}
	for _, e := range c.history[from:] {
		if c.Procedure.vote(e.act.Step) == v {
			cast[e.act.Party] = e.act.Step
		}
	}
	return cast
}

// outcome is the step on which a vote decides, "" where too few are there.
func (c *Case) outcome(v *Vote) string {
	count := map[string]int{}
	cast := c.ballots(v)
	for _, choice := range cast {
		count[choice]++
	}
	yes, no := count[v.For], count[v.Against]
	step := one(c.Procedure.Steps, func(s *Step) bool { return s.ID == v.For })
	if len(cast) < share(v.Quorum, v.QuorumOf, c.may(step)) {
		return ""
	}
	carried := yes > no
	if v.Majority != "simple" {
		carried = yes > 0 && yes >= share(0, v.Majority, yes+no)
	}
	if carried {
		return v.For
	}
	return v.Against
}

// lacks is how many other parties must take a step beside this one and those before it. A vote lacks its decision.
func (c *Case) lacks(step *Step, party string) int {
	if v := c.Procedure.vote(step.ID); v != nil && len(step.From) > 0 {
		cast := c.ballots(v)
		cast[party] = step.ID
		return max(1, c.may(step)-len(cast))
	}
	if c.quorum(step) == 0 {
		return 0
	}
	in := c.joined(step)
	in[party] = true
	return max(0, c.quorum(step)-len(in))
}

// several: row 10.
func (c *Case) several(step *Step, party string) string {
	v := c.Procedure.vote(step.ID)
	if v != nil && c.ballots(v)[party] == step.ID || v == nil && c.quorum(step) > 0 && c.joined(step)[party] {
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
