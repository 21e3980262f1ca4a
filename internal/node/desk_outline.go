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

// MaxOpen is how many open cases OpenCases looks at.
const MaxOpen = 1000

// Outline gives one case of an agreement under which the person holds a role.
func (n *Node) Outline(ctx context.Context, who Who, id casework.CaseID) (*Outline, error) {
	if err := who.Content(); err != nil {
		return nil, err
	}
	d, err := n.dealOfCase(ctx, id)
	if err != nil {
		return nil, err
	}
	if len(who.RolesIn(d.id)) == 0 {
		return nil, fault.New(fault.Forbidden, "you hold no role under this agreement").Mend("ask whoever looks after the node to enter your role")
	}
	o, err := n.outline(ctx, d, who, id)
	if err == nil && o == nil {
		err = fault.New(fault.NotFound, "there is no case %s here", id).Mend("look it up in the list of cases")
	}
	return o, err
}

// outline gives nil for what is no case: the agreement case, one whose opening act is not here, and one in which the person
// has no part.
func (n *Node) outline(ctx context.Context, d *deal, who Who, id casework.CaseID) (o *Outline, err error) {
	if id == d.caseID {
		return nil, nil
	}
	err = n.withFile(ctx, d, id, func(f *file) error {
		if !f.concerns(who) {
			return nil
		}
		o = &Outline{CaseLine: n.lineOf(f, who), Case: f.c, Home: f.home()}
		for _, role := range who.RolesIn(d.id) {
			for _, opt := range f.c.Options(casework.Actor{Party: n.party, Role: role, Person: n.people.Pseudonym(who, f.id)}, n.Now()) {
				if !slices.ContainsFunc(o.Offers, func(x Offer) bool { return x.Step.ID == opt.Step.ID }) {
					o.Offers = append(o.Offers, Offer{Option: opt, Role: role})
				}
			}
		}
		return nil
	})
	return o, err
}

// OpenCases outlines the cases that are not over, those that moved last first, MaxOpen at most.
func (n *Node) OpenCases(ctx context.Context, who Who) ([]*Outline, error) {
	if err := who.Content(); err != nil {
		return nil, err
	}
	var rows []store.CaseFile
	err := n.db.View(ctx, func(tx *store.Tx) (err error) {
		rows, err = tx.ListOpenCases(ctx, store.ListOpenCasesParams{Before: 1 << 62, MaxRows: MaxOpen})
		return err
	})
	if err != nil {
		return nil, err
	}
	out := make([]*Outline, 0, len(rows))
	for _, row := range rows {
		d, err := n.dealOf(row.Agreement)
		if err != nil || len(who.RolesIn(d.id)) == 0 {
			continue
		}
		o, err := n.outline(ctx, d, who, row.ID)
		if err != nil {
			return nil, err
		}
		if o != nil {
			out = append(out, o)
		}
	}
	return out, nil
}

// CountCases counts the cases that CasePage lists, all pages together.
func (n *Node) CountCases(ctx context.Context, who Who) (total int, err error) {
	if err := who.Content(); err != nil {
		return 0, err
	}
	err = n.db.View(ctx, func(tx *store.Tx) error {
		total = 0
		counts, err := tx.CountCases(ctx)
		if err != nil {
			return err
		}
		for _, c := range counts {
			if d, err := n.dealOf(c.Agreement); err == nil && c.Procedure != ProcedureAgreement && concerned(d, who, d.model.Procedure(c.Procedure)) {
				total += int(c.N)
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

// RecentCases outlines the cases that moved last, those that are over too, most at most.
func (n *Node) RecentCases(ctx context.Context, who Who, most int) ([]*Outline, error) {
	var out []*Outline
	for from := (Cursor{}); ; {
		lines, next, err := n.CasePage(ctx, who, from, min(most-len(out), MaxPage))
		if err != nil {
			return nil, err
		}
		for _, l := range lines {
			d, err := n.dealOfCase(ctx, l.ID)
			if err != nil {
				return nil, err
			}
			o, err := n.outline(ctx, d, who, l.ID)
			if err != nil {
				return nil, err
			}
			if o != nil {
				out = append(out, o)
			}
		}
		if next.ID == "" || len(out) >= most {
			return out, nil
		}
		from = next
	}
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
