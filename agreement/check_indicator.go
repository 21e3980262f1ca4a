package agreement

import "slices"

// leastCell is the smallest group over which a figure may be shown: below three, each of two persons learns the
// other's value.
const leastCell = 3

func (c *compiler) checkIndicator(x *Indicator) {
	path := "/indicator." + string(x.ID)
	var record *Record
	if p := c.m.Procedure(x.Procedure); p != nil {
		record = c.m.Record(p.Record)
		c.checkMeasured(x, c.flow(p), path)
	}
	if r := c.m.Register(x.Register); r != nil {
		record = c.m.Record(r.Record)
		c.checkQuestioned(x, r.Query(x.Query), path)
	}
	if record == nil {
		return // money has no persons
	}
	if f := record.Field(x.Field); f != nil && f.Type != TypeNumber && f.Type != TypeAmount && f.Type != TypeQuantity {
		c.on(CodeIndicatorField, c.place(path+"/field"), "%q is of type %s and cannot be added up", f.ID, f.Type).mend("name a number, an amount or a quantity")
	}
	dimensions := slices.Clone(x.By)
	if x.Groups != "" {
		dimensions = append(dimensions, x.Groups)
	}
	for _, id := range dimensions {
		f := record.Field(id)
		at := c.place(path+"/by/"+string(id), path+"/groups")
		if f.Type != TypeChoice && f.Type != TypeYesNo && f.Type != TypeCountry {
			c.on(CodeIndicatorField, at, "%q is of type %s and makes no groups", f.ID, f.Type).mend("name a choice, a yes/no or a country")
		}
		if x.Budget != "" && f.Type == TypeCountry {
			c.on(CodeIndicatorField, at, "a budget hides whether anybody is in a group, and which countries there are is not known beforehand").
				mend("name a choice or a yes/no, or use minimum instead of budget")
		}
		if f.Class == ClassProtected && !controlled(x) {
			c.on(CodeIndicatorDisclosure, at, "indicator %q shows groups by the protected field %q without disclosure control", x.ID, id).
				mend("add minimum = %d or more, or a budget", leastCell)
		}
	}
	if c.heeded[x.ID] && !controlled(x) {
		c.on(CodeIndicatorDisclosure, c.place(path+"/when"), "indicator %q picks cases by a protected field without disclosure control", x.ID).
			mend("add minimum = %d or more, or a budget", leastCell)
	}
	if !x.Publishes.IsZero() && (len(record.About) > 0 || c.personal(record.ID)) && !controlled(x) {
		c.on(CodeIndicatorDisclosure, c.place(path+"/publishes"), "indicator %q is published over a record about persons, and without disclosure control a small figure tells who", x.ID).
			mend("add minimum = %d or more, or a budget", leastCell)
	}
}

func controlled(x *Indicator) bool { return x.Minimum >= leastCell || x.Budget != "" }

// checkMeasured asks that the states of a measure can follow each other, and that its fields are given.
func (c *compiler) checkMeasured(x *Indicator, f *flow, path string) {
	for _, pair := range []struct {
		from, to   []StateID
		name, last string
	}{{x.From, x.To, "/from/", "/to/"}, {x.Among, x.Reached, "/among/", "/reached/"}} {
		if len(pair.from) == 0 || len(pair.to) == 0 {
			continue
		}
		for _, s := range pair.to {
			if !slices.ContainsFunc(pair.from, func(from StateID) bool { return f.leads(from, s) }) {
				c.on(CodeIndicatorStates, c.place(path+pair.last+string(s)), "no case can come to the state %q from %q", s, pair.from).mend("name a state that can follow")
			}
		}
		for _, s := range pair.from {
			if !slices.ContainsFunc(pair.to, func(to StateID) bool { return f.leads(s, to) }) {
				c.on(CodeIndicatorStates, c.place(path+pair.name+string(s)), "no case can come from the state %q to %q", s, pair.to).mend("name a state that can come before")
			}
		}
	}
	for _, s := range x.To {
		if slices.Contains(x.From, s) {
			c.on(CodeIndicatorStates, c.place(path+"/to/"+string(s)), "the measure begins and ends in the state %q, so that it is always 0", s).mend("let it end in another state")
		}
	}
	if len(x.Among) > 0 && !slices.ContainsFunc(x.Among, func(s StateID) bool { return !slices.Contains(x.Reached, s) }) {
		c.on(CodeIndicatorStates, c.place(path+"/among"), "every case that is counted among has been reached already, so that the share is always 1").
			mend("count those that come to another state")
	}
	for _, id := range append([]FieldID{x.Field, x.Groups}, x.By...) {
		if id != "" && !c.isGiven(f.p, id) {
			c.on(CodeIndicatorField, c.place(path+"/by/"+string(id), path+"/groups/"+string(id), path+"/field"), "no step of procedure %q gives the field %q", f.p.ID, id).
				mend("let a step give it, or name another field")
		}
	}
}

// checkQuestioned asks that a measure over questions looks only at what a question holds.
func (c *compiler) checkQuestioned(x *Indicator, q *Query, path string) {
	if q == nil {
		return
	}
	for _, id := range append(slices.Clone(x.By), x.When.Reads...) {
		if !slices.Contains(q.On, id) {
			c.on(CodeIndicatorField, c.place(path+"/by/"+string(id), path+"/when"), "the question %q does not hold the field %q", q.ID, id).
				mend("%s", instead(string(id), words(q.On), "name a field on which it is asked"))
		}
	}
}

// words gives names as plain text.
func words[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = string(x)
	}
	return out
}
