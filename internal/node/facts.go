package node

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/seal"
)

// facts are the outside facts that a step reads, as this node finds them, sorted by name: how much of each quota is
// used, by the cases that it knows. What it cannot find it does not state, and home refuses the step as unread.
func (n *Node) facts(d *deal, step *agreement.Step, now time.Time) []seal.Fact {
	names := slices.Clone(step.When.Facts)
	if step.Uses != "" {
		names = append(names, casework.FactQuota(step.Uses))
	}
	slices.Sort(names)
	facts := []seal.Fact{}
	for _, name := range slices.Compact(names) {
		id, quota := strings.CutPrefix(name, casework.FactQuota(""))
		q := d.model.Quota(agreement.QuotaID(id))
		if !quota || q == nil {
			continue
		}
		facts = append(facts, seal.Fact{Name: name, Value: strconv.Itoa(d.stand().Used(d.model, q, n.party, now))})
	}
	return facts
}
