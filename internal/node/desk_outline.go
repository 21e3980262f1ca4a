package node

import (
	"context"
	"slices"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
)

// Outline is a case without a look at its fields, so that nothing is logged as read. Case holds all that
// this node can read: what a person may see of it, casework.Sees says.
type Outline struct {
	CaseLine
	Case   *casework.Case
	Home   agreement.PartyID
	Offers []Offer
}

// Offer is a step that is open to a person now, and in which of their roles.
type Offer struct {
	casework.Option
	Role agreement.RoleID
}

// Outline gives one case of an agreement under which the person holds a role.
func (n *Node) Outline(ctx context.Context, who Who, id casework.CaseID) (*Outline, error) {
	d, o, err := n.glanceAt(ctx, who, id)
	if err != nil {
		return nil, err
	}
	return o, n.withFile(ctx, d, id, func(f *file) error {
		for _, role := range who.RolesIn(d.id) {
			for _, opt := range f.c.Options(casework.Actor{Party: n.party, Role: role, Person: n.people.Pseudonym(who, f.id)}, n.Now()) {
				if openTo(who, opt.Step) == nil && !slices.ContainsFunc(o.Offers, func(x Offer) bool { return x.Step.ID == opt.Step.ID }) {
					o.Offers = append(o.Offers, Offer{Option: opt, Role: role})
				}
			}
		}
		return nil
	})
}

// Glance is Outline without offers: what lists show.
func (n *Node) Glance(ctx context.Context, who Who, id casework.CaseID) (*Outline, error) {
	_, o, err := n.glanceAt(ctx, who, id)
	return o, err
}

func (n *Node) glanceAt(ctx context.Context, who Who, id casework.CaseID) (*deal, *Outline, error) {
	if err := who.Content(); err != nil {
		return nil, nil, err
	}
	d, err := n.dealOfCase(ctx, id)
	if err != nil {
		return nil, nil, err
	}
	if len(who.RolesIn(d.id)) == 0 {
		return nil, nil, fault.New(fault.Forbidden, "you hold no role under this agreement").Mend("ask whoever looks after the node to enter your role")
	}
	var o *Outline
	if id != d.caseID { // the agreement case is none
		o, err = n.glance(ctx, d, who, id)
	}
	if err == nil && o == nil {
		err = fault.New(fault.NotFound, "there is no case %s here", id).Mend("look it up in the list of cases")
	}
	return d, o, err
}

// CountCases counts the cases that CasePage lists, all pages together.
func (n *Node) CountCases(ctx context.Context, who Who) (total int, err error) {
	if err := who.Content(); err != nil {
		return 0, err
	}
	err = n.db.View(ctx, func(tx *store.Tx) error {
		total = 0
		counts, err := n.tally.of(ctx, tx)
		if err != nil {
			return err
		}
		for c, many := range counts {
			if d, err := n.dealOf(c.Agreement); err == nil && c.Procedure != ProcedureAgreement && concerned(d, who, d.model.Procedure(c.Procedure)) {
				total += many
			}
		}
		return nil
	})
	return total, err
}

// KeepsRoleKey says whether this node holds the person's role key: in an exercise alone.
func (n *Node) KeepsRoleKey(who Who, role agreement.RoleID) bool {
	if n.world != agreement.WorldExercise || who == nil {
		return false
	}
	_, err := n.home.RoleKey(string(who.ID), role)
	return err == nil
}

// Models gives the agreements that this node is party to, as they were compiled, by id.
func (n *Node) Models() []*agreement.Model {
	var out []*agreement.Model
	for _, d := range n.currentDeals() {
		out = append(out, d.model)
	}
	slices.SortFunc(out, func(a, b *agreement.Model) int { return cmpString(string(a.ID), string(b.ID)) })
	return out
}

// EveryModel gives those too that others took the place of: cases may be open under them.
func (n *Node) EveryModel() []*agreement.Model {
	var out []*agreement.Model
	for _, d := range n.allDeals() {
		out = append(out, d.model)
	}
	return out
}

// MovedLast outlines, without offers, the cases that moved last and those in which a clock ran out last, most of each at most,
// those that moved last first.
func (n *Node) MovedLast(ctx context.Context, who Who, most int) ([]*Outline, error) {
	out, _, err := n.GlancePage(ctx, who, Cursor{}, most)
	if err != nil {
		return nil, err
	}
	var lapsed []store.ListLapsedRow
	err = n.db.View(ctx, func(tx *store.Tx) (err error) {
		lapsed, err = tx.ListLapsed(ctx, int32(8*most))
		return err
	})
	if err != nil {
		return nil, err
	}
	for left := most; left > 0 && len(lapsed) > 0; lapsed = lapsed[1:] {
		row := lapsed[0]
		d, err := n.dealOf(row.Agreement)
		known := err == nil && row.Procedure != ProcedureAgreement && concerned(d, who, d.model.Procedure(row.Procedure))
		if !known || slices.ContainsFunc(out, func(o *Outline) bool { return o.ID == row.CaseID }) {
			continue
		}
		o, err := n.glance(ctx, d, who, row.CaseID)
		if err != nil {
			return nil, err
		}
		if o != nil {
			out = append(out, o)
			left--
		}
	}
	slices.SortStableFunc(out, func(a, b *Outline) int { return b.Updated.Compare(a.Updated) })
	return out, nil
}

// Acts gives the acts of a case with their proofs, and looks at no field.
func (n *Node) Acts(ctx context.Context, who Who, id casework.CaseID) (agreement.ID, []ActView, error) {
	o, err := n.Outline(ctx, who, id)
	if err != nil {
		return "", nil, err
	}
	d, err := n.dealOfCase(ctx, id)
	if err != nil {
		return "", nil, err
	}
	acts, err := n.actsOf(ctx, d, id)
	return o.Agreement, acts, err
}
