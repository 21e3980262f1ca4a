package node

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/internal/store"
)

// Glimpse is a case as a line of a list shows it. In the depth of a list it is read from rows alone, however long the case is.
type Glimpse struct {
	ID        casework.CaseID
	Model     *agreement.Model
	Procedure *agreement.Procedure
	State     agreement.StateID
	Home      agreement.PartyID
	Updated   time.Time
	Over      bool
	Clock     *casework.Running // the one that ends first; nil: none
	Yours     bool              // it waits for the person
	Outline   *Outline          // nil: the above says it all; else the case says it
}

// GlimpsePage is GlancePage for who reads no more than the lines.
func (n *Node) GlimpsePage(ctx context.Context, who Who, from Cursor, most int) ([]Glimpse, Cursor, error) {
	return pageOf(ctx, n, who, from, most, n.glimpses)
}

// glimpses leaves out what is no case to this person. At the head of a list stand the cases that are worked on, which are loaded.
func (n *Node) glimpses(ctx context.Context, who Who, rows []store.CaseFile, deep bool) ([]Glimpse, error) {
	out := make([]Glimpse, 0, len(rows))
	var whole []store.CaseFile // of which the rows do not say all
	now := n.Now()
	err := n.db.View(ctx, func(tx *store.Tx) error {
		out, whole = out[:0], whole[:0]
		for _, row := range rows {
			d, err := n.dealOf(row.Agreement)
			if err != nil || row.ID == d.caseID || !concerned(d, who, d.model.Procedure(row.Procedure)) {
				continue
			}
			g := Glimpse{
				ID: row.ID, Model: d.model, Procedure: d.model.Procedure(row.Procedure), State: row.State, Home: row.Home, Updated: row.Updated.Time(), Over: row.Closed,
			}
			says := deep && (row.NextAt == 0 || row.NextAt > store.MicrosOf(now)) && (row.Closed || len(n.successors(d.id)) == 0)
			if says {
				if g.Clock, says, err = standingRow(ctx, tx, g.Procedure, row.ID, now); err != nil {
					return err
				}
			}
			if !says {
				whole = append(whole, row)
			} else if g.Yours, err = n.awaitsRow(ctx, tx, who, d, row.ID); err != nil {
				return err
			}
			out = append(out, g)
		}
		return nil
	})
	if err != nil || len(whole) == 0 {
		return out, err
	}
	outlines, err := n.glances(ctx, who, whole, deep)
	if err != nil {
		return nil, err
	}
	for i := range out {
		if o := slices.IndexFunc(outlines, func(o *Outline) bool { return o.ID == out[i].ID }); o >= 0 {
			out[i].Outline = outlines[o]
		}
	}
	return slices.DeleteFunc(out, func(g Glimpse) bool {
		return g.Outline == nil && slices.ContainsFunc(whole, func(r store.CaseFile) bool { return r.ID == g.ID })
	}), nil
}

// standingRow gives the clock of a case that ends first, nil where none stands; false where that is not for the rows to say: a
// silence is due and not recorded, or one that lasts is all there is.
func standingRow(ctx context.Context, tx *store.Tx, p *agreement.Procedure, id casework.CaseID, now time.Time) (*casework.Running, bool, error) {
	rows, err := tx.ListDeadlines(ctx, id)
	if err != nil {
		return nil, false, err
	}
	latest := map[agreement.ClockID]store.Deadline{} // a clock that began anew has a row of each time; they come in the order of their beginnings
	for _, r := range rows {
		latest[r.Clock] = r
	}
	var first *casework.Running
	lasts := false
	for i := range p.Clocks {
		r := latest[p.Clocks[i].ID]
		runs, sealed := r.Status == casework.StatusRuns, r.Status == casework.StatusSealed
		lasts = lasts || r.Status == casework.StatusLapsed
		if !runs && !sealed {
			continue
		}
		if runs && r.Paused == 0 && !r.Due.Time().After(now) || sealed && !r.Grace.Time().After(now) {
			return nil, false, nil
		}
		x := &casework.Running{Clock: r.Clock, Started: r.Started.Time(), Due: r.Due.Time(), Grace: r.Grace.Time(), Paused: r.Paused.Time(), Extended: r.Extended, Status: r.Status}
		if first == nil || x.Due.Before(first.Due) { // of two, the one that stands first in the text
			first = x
		}
	}
	return first, first != nil || !lasts, nil
}

func (n *Node) awaitsRow(ctx context.Context, tx *store.Tx, who Who, d *deal, id casework.CaseID) (bool, error) {
	rows, err := tx.ListAwaitedOf(ctx, id)
	if err != nil {
		return false, err
	}
	held := who.RolesIn(d.id)
	return slices.ContainsFunc(rows, func(r store.ListAwaitedOfRow) bool {
		return slices.Contains(held, r.Role) && (r.Barred == "" || !slices.Contains(strings.Fields(r.Barred), string(n.people.Pseudonym(who, id))))
	}), nil
}

// glances outlines cases without offers, and leaves out those that are none to this person. Those that head a list stay loaded; in
// the depth of it what is not loaded is read in one transaction and not kept: who leafs through old cases shall not push out those
// that are worked on.
func (n *Node) glances(ctx context.Context, who Who, rows []store.CaseFile, deep bool) ([]*Outline, error) {
	deals := make([]*deal, len(rows))
	for i, row := range rows {
		d, err := n.dealOf(row.Agreement)
		if err == nil && row.ID != d.caseID && concerned(d, who, d.model.Procedure(row.Procedure)) {
			deals[i] = d
		}
	}
	cold := make([]*kept, len(rows))
	err := n.db.View(ctx, func(tx *store.Tx) error {
		for i, row := range rows {
			if deals[i] == nil || !deep {
				continue
			}
			if _, here := n.files.loaded(deals[i], row.ID); here {
				continue
			}
			k, err := historyOf(ctx, tx, row)
			if err != nil {
				return err
			}
			cold[i] = &k
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	out := make([]*Outline, 0, len(rows))
	for i, row := range rows {
		if deals[i] == nil {
			continue
		}
		var o *Outline
		if cold[i] == nil {
			o, err = n.glance(ctx, deals[i], who, row.ID)
		} else {
			f := &file{d: deals[i], id: row.ID}
			if err = n.replay(f, cold[i]); err == nil && f.c != nil {
				n.carry(f, n.Now())
				f.refresh()
			}
			o = n.glanceOf(f, who)
		}
		if err != nil {
			return nil, err
		}
		if o != nil {
			out = append(out, o)
		}
	}
	return out, nil
}

// glance gives nil for what is no case to this person: see outline.
func (n *Node) glance(ctx context.Context, d *deal, who Who, id casework.CaseID) (o *Outline, err error) {
	err = n.withFile(ctx, d, id, func(f *file) error {
		o = n.glanceOf(f, who)
		return nil
	})
	return o, err
}

func (n *Node) glanceOf(f *file, who Who) *Outline {
	if !f.concerns(who) {
		return nil
	}
	return &Outline{CaseLine: n.lineOf(f, who), Case: f.c, Home: f.home()}
}
