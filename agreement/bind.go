package agreement

import (
	"slices"
	"strings"
)

// maxBindings bounds how many ways of binding sides are followed. Beyond it nothing is claimed.
const maxBindings = 20_000

// binding is one way in which parties can take a procedure's sides.
type binding map[SideID]PartyID

// bindings visits every way in which parties can be bound to the sides, in the order of the text, until visit
// says that it has seen enough. It says whether all of them, or enough, were visited.
func bindings(p *Procedure, visit func(binding) (enough bool)) bool {
	bound, left := binding{}, maxBindings
	var bind func(i int) (enough bool)
	bind = func(i int) bool {
		if left--; left < 0 {
			return true
		}
		if i == len(p.Sides) {
			return visit(bound)
		}
		s := &p.Sides[i]
		for _, party := range s.Any {
			if !fits(p, s, party, bound) {
				continue
			}
			bound[s.ID] = party
			enough := bind(i + 1)
			delete(bound, s.ID)
			if enough {
				return true
			}
		}
		return false
	}
	bind(0)
	return left >= 0
}

// fits says whether a party can take a side beside those that are bound already.
func fits(p *Procedure, s *Side, party PartyID, bound binding) bool {
	for id, other := range bound {
		if other == party && (slices.Contains(s.Other, id) || slices.Contains(p.Side(id).Other, s.ID)) {
			return false
		}
	}
	return true
}

// words says who takes which side.
func (b binding) words(p *Procedure) string {
	var out []string
	for i := range p.Sides {
		if party := b[p.Sides[i].ID]; party != "" {
			out = append(out, string(p.Sides[i].ID)+" is "+string(party))
		}
	}
	return strings.Join(out, ", ")
}

// checkBinding asks that parties can take all sides at once. Two sides that only one party can take are
// reported where they say so; here are three sides for two parties, and the like.
func (c *compiler) checkBinding(f *flow) {
	if slices.ContainsFunc(f.p.Sides, func(s Side) bool {
		return len(s.Any) == 0 || slices.ContainsFunc(s.Other, func(o SideID) bool {
			return o == s.ID || len(s.Any) == 1 && slices.Equal(s.Any, f.p.Side(o).Any)
		})
	}) {
		return
	}
	possible := false
	if all := bindings(f.p, func(binding) bool { possible = true; return true }); all && !possible {
		c.on(CodeSideSame, c.place(f.path), "no parties can take all sides of procedure %q at once, since too few may stand where sides must differ", f.p.ID).
			mend("name more parties in any, or fewer sides in other")
	}
}

// takers gives the parties that can take a step: of any, and of each side where it is bound to them.
func (c *compiler) takers(p *Procedure, s *Step) (anywhere map[PartyID]bool, on map[SideID]map[PartyID]bool) {
	anywhere, on = map[PartyID]bool{}, map[SideID]map[PartyID]bool{}
	for _, a := range s.By {
		if a.Side == "" {
			anywhere = with(anywhere, c.m.Role(a.Role).Held...)
			continue
		}
		on[a.Side] = with(on[a.Side], c.parties(p, a)...)
	}
	return anywhere, on
}

// distinct gives how many different parties can take a step under a binding.
func distinct(anywhere map[PartyID]bool, on map[SideID]map[PartyID]bool, bound binding) int {
	n, seen := len(anywhere), map[PartyID]bool{}
	for side, can := range on {
		if party := bound[side]; can[party] && !anywhere[party] && !seen[party] {
			seen[party] = true
			n++
		}
	}
	return n
}
