package casework

import (
	"maps"
	"slices"

	"github.com/entente-net/entente/agreement"
)

// env is what a condition of this case is evaluated over.
func (c *Case) env(facts map[string]any) agreement.Env {
	return agreement.Env{Case: c.Values, Facts: facts, Parties: c.parties()}
}

// parties are those that the case's sides are bound to, each once, sorted. Only concordances ask for them.
func (c *Case) parties() []agreement.PartyID {
	if len(c.Model.Concordances) == 0 {
		return nil
	}
	return slices.Compact(slices.Sorted(maps.Values(c.Sides)))
}
