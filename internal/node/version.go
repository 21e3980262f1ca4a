package node

import (
	"context"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

// Of one agreement a node may have several versions, each amending the one before: the newest that all have signed, and whose first
// day has come, is the one under which cases open and questions are asked; the others go on for the cases that stay under them.

// newest gives the last of these versions that all parties have signed and whose first day has come; where there is none, the
// first that all have signed, or else the last; nil of none.
func newest(list []*deal, now time.Time) *deal {
	var first *deal
	for i := len(list) - 1; i >= 0; i-- {
		if d := list[i]; d.signedByAll() {
			if !now.Before(casework.InForceFrom(d.model, time.Time{})) {
				return d
			}
			first = d
		}
	}
	if first != nil || len(list) == 0 {
		return first
	}
	return list[len(list)-1]
}

func (d *deal) signedByAll() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, p := range d.parties {
		if _, ok := d.signed[p]; !ok {
			return false
		}
	}
	return true
}

// currentDeals gives one version of each agreement.
func (n *Node) currentDeals() []*deal {
	var out []*deal
	for _, d := range n.allDeals() {
		if o, err := n.deal(d.id); err == nil && o == d {
			out = append(out, d)
		}
	}
	return out
}

// superseded says no where a version no longer opens cases or answers questions, since another took its place.
func (n *Node) superseded(d *deal) error {
	list := n.versionsOf(d.id)
	now := newest(list, n.Now())
	if now == nil || slices.Index(list, now) <= slices.Index(list, d) || !now.signedByAll() {
		return nil
	}
	return fault.Refuse(fault.NotInForce, string(now.model.Declared), "version %s of the agreement took the place of version %s", now.model.Version, d.model.Version).
		Mend("open the case under version %s; those that are open are under theirs, or have moved", now.model.Version)
}

// declareAll puts a statement about keys into the agreement cases of all versions. A version that has no use for it (a role that
// it does not know) is passed over, as long as one takes it.
func (n *Node) declareAll(ctx context.Context, id agreement.ID, step agreement.StepID, st *seal.SignedStatement) error {
	d, err := n.deal(id)
	if err != nil {
		return err
	}
	if err := n.declare(ctx, d, step, st); err != nil {
		return err
	}
	for _, o := range n.versionsOf(d.id) {
		if o == d {
			continue
		}
		if err := n.declare(ctx, o, step, st); err != nil {
			n.log.Info("a statement has no place under another version", "agreement", o.id, "version", o.model.Version, "why", err)
		}
	}
	return nil
}

func (n *Node) versionsOf(id agreement.ID) []*deal {
	n.mu.RLock()
	defer n.mu.RUnlock()
	return append([]*deal(nil), n.byID[id]...)
}

// Version is one version of an agreement at this node.
type Version struct {
	Model    *agreement.Model
	TextHash seal.Digest
	Signed   bool // by all parties
	Current  bool // under it cases open now
}

// Versions lists the versions of an agreement in the order in which they came here.
func (n *Node) Versions(id agreement.ID) []Version {
	current, err := n.deal(id)
	if err != nil {
		return nil
	}
	var out []Version
	for _, d := range n.versionsOf(current.id) {
		out = append(out, Version{Model: d.model, TextHash: d.textHash, Signed: d.signedByAll(), Current: d == current})
	}
	return out
}
