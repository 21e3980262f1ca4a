package casework

import (
	"slices"

	"github.com/entente-net/entente/agreement"
)

// HasPart says whether a role has a part in cases of a procedure: it takes a step in them, is shown a field, or is told by a
// ladder when an answer stays away. Whoever has none need not know that there is a case: that somebody complained can hurt
// them as much as what they said.
func HasPart(m *agreement.Model, p *agreement.Procedure, r agreement.RoleID) bool {
	named := func(list []agreement.Actor) bool {
		return slices.ContainsFunc(list, func(a agreement.Actor) bool { return a.Role == r })
	}
	for i := range p.Steps {
		if named(p.Steps[i].By) {
			return true
		}
	}
	for i := range p.Shares {
		if named(p.Shares[i].With) {
			return true
		}
	}
	for i := range p.Clocks {
		l := m.Ladder(p.Clocks[i].Ladder)
		if l == nil {
			continue
		}
		for j := range l.Rungs {
			if named(l.Rungs[j].Tells) {
				return true
			}
		}
	}
	return false
}
