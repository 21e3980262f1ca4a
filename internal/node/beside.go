package node

import (
	"context"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/internal/store"
)

// stand is how the agreement stands beside its cases, as this node knows it: from the cases that it holds.
func (d *deal) stand() *casework.Standing { return d.beside.Load() }

// moved lets count here what the acts that a case has more than before did beside it.
func (d *deal) moved(was, is *casework.Case) {
	effects := effectsSince(was, is)
	if len(effects) == 0 {
		return
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.beside.Store(d.stand().Apply(effects...))
}

// effectsSince are those of the entries that a case has more than before.
func effectsSince(was, is *casework.Case) []casework.Effect {
	if is == nil {
		return nil
	}
	from := 0
	if was != nil {
		from = len(was.Taken)
	}
	var all []casework.Effect
	for i := from; i < len(is.Taken); i++ {
		all = append(all, is.Effects(i)...)
	}
	return all
}

// refresh lets the engine judge the case by how the agreement stands now. Others may be reading the case as it
// was: it is exchanged, not written to.
func (f *file) refresh() {
	if s := f.d.stand(); f.c != nil && f.c.Standing != s {
		c := *f.c
		c.Standing = s
		f.c = &c
	}
}

// loadStanding folds what the cases that are here did beside themselves. Only those of procedures that can do anything
// of the kind are opened.
func (n *Node) loadStanding(ctx context.Context, d *deal) error {
	moving := map[agreement.ProcedureID]bool{}
	for i := range d.model.Procedures {
		if p := &d.model.Procedures[i]; casework.Moves(d.model, p) {
			moving[p.ID] = true
		}
	}
	if len(moving) == 0 {
		return nil
	}
	for after := casework.CaseID(""); ; {
		var page []store.CaseFile
		err := n.db.View(ctx, func(tx *store.Tx) error {
			var err error
			page, err = tx.ListCasesOfAgreement(ctx, store.ListCasesOfAgreementParams{Agreement: d.textHash, After: after, MaxRows: 500})
			return err
		})
		if err != nil {
			return err
		}
		for _, row := range page {
			if after = row.ID; !moving[row.Procedure] {
				continue
			}
			if err := n.withFile(ctx, d, row.ID, func(f *file) error {
				n.effective(nil, f.c)
				return nil
			}); err != nil {
				return err
			}
		}
		if len(page) < 500 {
			return nil
		}
	}
}

// Standing is how an agreement stands beside its cases, as this node knows it; nil: as it was signed.
func (n *Node) Standing(id agreement.ID) *casework.Standing {
	d, err := n.deal(id)
	if err != nil {
		return nil
	}
	return d.stand()
}
