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
func (n *Node) facts(d *deal, c *casework.Case, step *agreement.Step, now time.Time) []seal.Fact {
	names := slices.Clone(step.When.Facts)
	for _, q := range d.model.Drawn(step) {
		names = append(names, casework.FactQuota(q.ID))
	}
	slices.Sort(names)
	facts := []seal.Fact{}
	opener := n.party
	if c != nil {
		opener = c.Opener(n.party)
	}
	for _, name := range slices.Compact(names) {
		id, quota := strings.CutPrefix(name, casework.FactQuota(""))
		q := d.model.Quota(agreement.QuotaID(id))
		if !quota || q == nil {
			continue
		}
		facts = append(facts, seal.Fact{Name: name, Value: strconv.Itoa(d.stand().Used(d.model, q, n.party, opener, now))})
	}
	return facts
}
