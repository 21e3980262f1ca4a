package reader

import (
	"math/big"
	"slices"
	"time"
)

// entered is an entry of a fund that its book can hold.
type entered struct {
	window, kind string
	sum          *big.Rat
}

// entry reads what a step would enter in a fund, or gives the code with which that is refused.
func (f *Fund) entry(m *Money, donor string, amount any) (entered, string) {
	o, _ := amount.(map[string]any)
	value, _ := o["value"].(string)
	sum, ok := new(big.Rat).SetString(value)
	gives := m.Entry == "pledged" || m.Entry == "paid" || m.Entry == "returned"
	switch {
	case m.Window != "" && one(f.Windows, func(w *Window) bool { return w.ID == m.Window }) == nil:
		return entered{}, "invalid"
	case o["currency"] != f.Currency:
		return entered{}, "field-invalid"
	case !ok || sum.Sign() <= 0:
		return entered{}, "invalid"
	case gives != slices.Contains(f.Donors, donor):
		return entered{}, "side-unbound"
	}
	return entered{m.Window, m.Entry, sum}, ""
}

// donor is whose money an entry moves.
func (c *Case) donor(f *Fund, m *Money, acts string) string {
	switch {
	case m.Entry == "released", m.Entry == "spent":
		return ""
	case m.Entry == "returned" && !slices.Contains(f.Donors, acts):
		for _, d := range f.Donors {
			for _, party := range c.Sides {
				if party == d {
					return d
				}
			}
		}
	}
	return acts
}

// money: row 27.
func (c *Case) money(step *Step, act *Act, at time.Time) string {
	m, s := step.Money, c.Standing
	if m == nil || s == nil || act.Trusted {
		return ""
	}
	f := one(c.Agreement.Funds, func(f *Fund) bool { return f.ID == m.Fund })
	if code := c.use(m.Amount, at); code != "" {
		return code
	}
	amount, readable := c.values[m.Amount]
	if !readable {
		return "condition-unread"
	}
	x, code := f.entry(m, c.donor(f, m, act.Party), amount)
	if code != "" {
		return code
	}
	verified := func(w *Window) bool {
		return w.Milestone == "" || slices.ContainsFunc(s.of("verifies", f.ID+"/"+w.ID), func(e Effect) bool { return !e.From.After(at) })
	}
	var before, all []entered
	for _, e := range s.of("pays", f.ID) {
		if known, code := f.entry(e.Money, e.Donor, e.Amount); code == "" {
			all = append(all, known)
			if !e.At.After(at) {
				before = append(before, known)
			}
		}
	}
	if !f.covers(before, x, verified) || !f.covers(all, x, verified) {
		return "condition-unmet"
	}
	return ""
}

// covers says whether an entry may follow others.
func (f *Fund) covers(before []entered, x entered, verified func(*Window) bool) bool {
	sum := func(window, kind string) *big.Rat {
		n := new(big.Rat)
		for _, e := range append(slices.Clone(before), x) {
			if e.window == window && e.kind == kind {
				n.Add(n, e.sum)
			}
		}
		return n
	}
	less := func(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) }
	atLeast0 := func(a *big.Rat) *big.Rat {
		if a.Sign() < 0 {
			return new(big.Rat)
		}
		return a
	}
	there := func(w string) *big.Rat { return less(less(sum(w, "paid"), sum(w, "returned")), sum(w, "spent")) }
	due := func(w string) *big.Rat { return less(sum(w, "released"), sum(w, "spent")) }
	lacks := func(w string) *big.Rat { // of what was released, what the window's own money does not cover
		if w == "" {
			return atLeast0(due(w))
		}
		return atLeast0(less(atLeast0(due(w)), atLeast0(there(w))))
	}
	free, lacking := there(""), lacks("")
	for _, w := range f.Windows {
		if t := there(w.ID); t.Sign() < 0 {
			free.Add(free, t)
		}
		lacking.Add(lacking, lacks(w.ID))
	}
	w := one(f.Windows, func(w *Window) bool { return w.ID == x.window })
	if w != nil && w.Ceiling != "" && (x.kind == "pledged" || x.kind == "paid" || x.kind == "released") {
		n := sum(w.ID, x.kind)
		if x.kind == "paid" {
			n = less(n, sum(w.ID, "returned"))
		}
		if most, _ := new(big.Rat).SetString(w.Ceiling); n.Cmp(most) > 0 {
			return false
		}
	}
	switch x.kind {
	case "released":
		return (w == nil || verified(w)) && (lacks(x.window).Sign() == 0 || lacking.Cmp(atLeast0(free)) <= 0)
	case "spent":
		return due(x.window).Sign() >= 0 && free.Sign() >= 0
	case "returned":
		return there(x.window).Sign() >= 0 && free.Sign() >= 0
	}
	return true
}

// reach: the milestones that a case reaches where it comes to a state.
func (c *Case) reach(e *entry, add func(Effect)) {
	for _, f := range c.Agreement.Funds {
		for _, w := range f.Windows {
			if e.from != e.to && w.Milestone == c.Procedure.ID && slices.Contains(w.Verified, e.to) {
				add(Effect{Kind: "verifies", Target: f.ID + "/" + w.ID})
			}
		}
	}
}
