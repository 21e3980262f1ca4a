package reader

import (
	"slices"
	"strings"
	"time"
)

// who: rows 3 to 5.
func (c *Case) who(step *Step, act *Act) string {
	bound, has := c.Sides[act.Side]
	if act.Side != "" && (!has || bound != act.Party) || !c.Agreement.party(act.Party) {
		return "side-unbound"
	}
	here := slices.DeleteFunc(slices.Clone(step.By), func(b Actor) bool { return b.Side != "" && b.Side != act.Side })
	switch {
	case len(here) == 0:
		return "wrong-side"
	case !slices.ContainsFunc(here, func(b Actor) bool { return b.Role == act.Role }), !c.Agreement.fills(act.Party, act.Role):
		return "wrong-role"
	}
	return ""
}

// from: rows 7 to 9.
func (c *Case) from(step *Step, opening, excused bool) string {
	switch {
	case opening != (len(step.From) == 0):
		return "wrong-state"
	case opening:
		return ""
	case c.Closed && !excused:
		return "clock-lapsed"
	case slices.Contains(step.From, c.State):
		return ""
	}
	for _, e := range slices.Backward(c.history) {
		if e.from == e.to {
			continue
		}
		if e.silence == "" {
			break
		}
		if slices.Contains(step.From, e.from) {
			if excused {
				return ""
			}
			return "clock-lapsed"
		}
	}
	return "wrong-state"
}

// stand in its way.
func belated(step *Step, ground string) bool {
	return step.Irregular != "" && ground == "late" && slices.Contains(step.Grounds, "late")
}

// person: rows 12 to 14.
func (c *Case) person(step *Step, act *Act) string {
	for _, other := range step.OtherThan {
		for _, e := range slices.Backward(c.history) {
			if e.act.Step == other {
				if e.act.Person == act.Person {
					return "same-person"
				}
				break
			}
		}
	}
	independent := func(role string) bool { r := c.Agreement.role(role); return r != nil && r.Independent }
	for _, e := range c.history {
		if e.act.Step == "" || e.act.Person != act.Person {
			continue
		}
		asked := c.history[0].act.Side
		if e.act.Role != act.Role && (independent(e.act.Role) || independent(act.Role)) || independent(act.Role) && e.act.Side == asked && act.Side != asked ||
			step.OwnParty && e.from == "" {
			return "not-independent"
		}
	}
	if step.Personal && !act.Signed {
		return "personal-missing"
	}
	return ""
}

// fields: rows 15 to 21.
func (c *Case) fields(step *Step, act *Act) string {
	given := map[string]bool{}
	for _, f := range act.Gives {
		given[f] = true
	}
	for _, f := range step.Gives {
		if !given[f] && !slices.Contains(step.Optional, f) {
			return "field-missing"
		}
	}
	for i, f := range act.Gives {
		carried := slices.Contains(step.Gives, f) || step.Reasons && f == "reasons" ||
			slices.ContainsFunc(step.Requires, func(a string) bool { return f == "assessment_"+a })
		if !carried {
			return "field-unknown"
		}
		if slices.Contains(act.Gives[:i], f) {
			return "field-invalid"
		}
	}
	for _, f := range act.Gives {
		if v, readable := act.Values[f]; readable && f != "reasons" && !c.Agreement.fits(c.Agreement.field(c.Procedure, f), v) {
			return "field-invalid"
		}
	}
	for f := range act.Values {
		if !given[f] {
			return "field-unknown"
		}
	}
	if step.Reasons {
		v, readable := act.Values["reasons"]
		if s, _ := v.(string); !given["reasons"] || readable && strings.TrimSpace(s) == "" {
			return "reasons-missing"
		}
	}
	if len(step.Grounds) == 0 && act.Ground != "" || len(step.Grounds) > 0 && !slices.Contains(step.Grounds, act.Ground) {
		return "ground-unknown"
	}
	for _, id := range step.Requires {
		if !given["assessment_"+id] {
			return "field-missing"
		}
		answers, _ := act.Values["assessment_"+id].(map[string]any)
		for _, q := range one(c.Agreement.Assessments, func(a *Assessment) bool { return a.ID == id }).Questions {
			if s, ok := answers[q.ID].(string); ok && slices.Contains(q.Blocks, s) {
				return "condition-unmet"
			}
		}
	}
	return ""
}

// condition: rows 23 and 24.
func (c *Case) condition(step *Step, facts map[string]any, trusted bool, at time.Time) string {
	if step.When == nil {
		return ""
	}
	for _, f := range step.When.Reads {
		if code := c.use(f, at); code != "" {
			return code
		}
	}
	switch c.judge(step.When, facts, at) {
	case holds:
		return ""
	case unread:
		if trusted {
			return ""
		}
		return "condition-unread"
	}
	return "condition-unmet"
}
