package casework

import (
	"maps"
	"slices"
	"strings"

	"github.com/entente-net/entente/agreement"
)

// record checks an example about a record: each value alone is held against its field.
func (x *example) record() {
	r := x.model.Record(x.expect.Record)
	if r == nil {
		x.fail("name a record of this agreement", "there is no record %q", x.expect.Record)
		return
	}
	for _, f := range fieldsOf(x.expect.Accepts) {
		for _, v := range alternatives(r.Field(f), x.expect.Accepts[f]) {
			if err := x.model.CheckValue(r.Field(f), v); err != nil {
				x.fail("change the example, or the field", "the field %s should take %v, and does not: %s", f, v, err)
			}
		}
	}
	for _, f := range fieldsOf(x.expect.Rejects) {
		for _, v := range alternatives(r.Field(f), x.expect.Rejects[f]) {
			if x.model.CheckValue(r.Field(f), v) == nil {
				x.fail("change the example, or give the field a stricter type", "the field %s should not take %v, and does", f, v)
			}
		}
	}
	if len(x.expect.Requires) == 0 {
		return
	}
	for i := range r.Fields {
		f := &r.Fields[i]
		if want := slices.Contains(x.expect.Requires, f.ID); want != f.Required {
			x.fail("change the example, or whether the field is required", "the field %s: an entry must have it is %t, and %t is expected", f.ID, f.Required, want)
		}
	}
}

// alternatives are the values of an example: a list stands for several, except where the field is a list itself.
func alternatives(f *agreement.Field, v any) []any {
	if list, ok := v.([]any); ok && f != nil && f.Type != agreement.TypeList && f.Type != agreement.TypePoint && f.Type != agreement.TypeLine && f.Type != agreement.TypeArea {
		return list
	}
	return []any{v}
}

func fieldsOf(m map[agreement.FieldID]any) []agreement.FieldID {
	out := make([]agreement.FieldID, 0, len(m))
	for f := range m {
		out = append(out, f)
	}
	slices.Sort(out)
	return out
}

// may checks that exactly the stated steps are open to an actor.
func (x *example) may() {
	for _, m := range x.expect.May {
		for _, a := range x.viewers(m.By) {
			var open []string
			for step := range x.c.Settled(x.now).offers(a, x.now) {
				open = append(open, string(step.ID))
			}
			want := make([]string, len(m.Steps))
			for i, s := range m.Steps {
				want[i] = string(s)
			}
			slices.Sort(open)
			slices.Sort(want)
			if !slices.Equal(open, want) {
				x.fail("change the example, or who may take the step", "the %s of %s may now do %s, and should be able to do %s",
					roleTitle(x.model, a.Role), a.Party, nothingOr(open), nothingOr(want))
			}
		}
	}
}

func nothingOr(list []string) string {
	if len(list) == 0 {
		return "nothing"
	}
	return strings.Join(list, ", ")
}

// exact checks that those of whom an example says all that they see do not see more.
func (x *example) exact() {
	for _, w := range x.expect.Exact {
		for _, a := range x.viewers(w) {
			for _, f := range slices.Sorted(maps.Keys(x.c.Given)) {
				stated := slices.ContainsFunc(x.expect.Sees, func(s agreement.Seen) bool { return s.By == w && s.Field == f })
				if !stated && x.c.look(a, f, "", x.now).why == visible {
					x.fail("state the field under sees, or do not share it", "the %s of %s sees %s as well", roleTitle(x.model, a.Role), a.Party, f)
				}
			}
		}
	}
}

// closed checks that nobody may do, and nobody sees, more than an example states: every party in every role it
// fills. What somebody gave is their own to see, and need not be stated.
func (x *example) closed() {
	if !x.expect.Closed {
		return
	}
	fields := slices.DeleteFunc(slices.Sorted(maps.Keys(x.c.Given)), func(f agreement.FieldID) bool { return x.c.barrier(f, x.now).kind != free })
	tried := x.c.Settled(x.tried)
	if x.everybody == nil {
		x.everybody = everybody(x.model)
	}
	for _, a := range x.everybody {
		for step := range tried.offers(a, x.tried) {
			if !slices.ContainsFunc(x.expect.May, func(m agreement.May) bool { return x.c.is(m.By, a) && slices.Contains(m.Steps, step.ID) }) {
				x.fail("state it under may, or do not permit it", "the %s of %s may now do %s as well", roleTitle(x.model, a.Role), a.Party, step.ID)
			}
		}
		for _, f := range fields {
			if v := x.c.lookAt(a, f, x.c.Given[f], "", x.now); v.why != visible || v.share == nil {
				continue
			}
			if !slices.ContainsFunc(x.expect.Sees, func(s agreement.Seen) bool { return s.Field == f && x.c.is(s.By, a) }) {
				x.fail("state it under sees, or do not share it", "the %s of %s sees %s as well", roleTitle(x.model, a.Role), a.Party, f)
			}
		}
	}
}

// everybody gives each party in each role that it fills, in the order of the text.
func everybody(m *agreement.Model) []Actor {
	var all []Actor
	for i := range m.Parties {
		for j := range m.Roles {
			if a := (Actor{Party: m.Parties[i].ID, Role: m.Roles[j].ID}); holds(m, a.Role, a.Party) {
				all = append(all, a)
			}
		}
	}
	return all
}
