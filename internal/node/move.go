package node

import (
	"context"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/seal"
)

// A case moves to the text that takes the place of its own without anybody's word: the two texts say it, and the instant at which
// the new one came into force. So every node comes to the same, and whatever home took before the move may still arrive after it:
// the file keeps the case as it was after its last entry (base), and as it stands now (c).

// put lets a case stand in the file as it is after an entry.
func (f *file) put(c *casework.Case, d *deal) { f.c, f.base, f.d, f.based = c, c, d, d }

// back lets the file stand where its last entry left it.
func (f *file) back() { f.c, f.d = f.base, f.based }

// successors are the texts of an agreement that take the place of others, as far as all their parties have signed.
func (n *Node) successors(id agreement.ID) []casework.Successor {
	list := n.versionsOf(id)
	if len(list) < 2 {
		return nil
	}
	var out []casework.Successor
	for _, d := range list {
		if at, ok := d.signedSince(); ok && d.model.Amends != nil {
			out = append(out, casework.Successor{Model: d.model, From: casework.InForceFrom(d.model, at)})
		}
	}
	return out
}

// signedSince is when the last party's signature had its receipt; false while one is missing.
func (d *deal) signedSince() (at time.Time, all bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, p := range d.parties {
		t, ok := d.signed[p]
		if !ok {
			return time.Time{}, false
		}
		if t.After(at) {
			at = t
		}
	}
	return at, true
}

// dealOfModel finds a version by its model.
func (n *Node) dealOfModel(m *agreement.Model) *deal {
	for _, d := range n.versionsOf(m.ID) {
		if d.model == m {
			return d
		}
	}
	return nil
}

// carry lets the file stand under the text that is in force for it by an instant.
func (n *Node) carry(f *file, now time.Time) {
	if c := f.c.Carried(now, n.successors(f.d.id)); c.Model != f.c.Model {
		f.c, f.d = c, n.dealOfModel(c.Model)
		f.refresh()
	}
}

// under lets the file stand under the text of an entry that home took at an instant: that of its last entry, or one to which it had
// moved by then. The word that something was destroyed counts under whichever text it names.
func (n *Node) under(f *file, d *deal, kind string, at time.Time) error {
	if f.base == nil {
		if f.id != f.d.caseID {
			f.d, f.based = d, d
		}
		return nil
	}
	defer f.refresh()
	later := n.successors(d.id)
	f.back()
	if kind == seal.KindErased {
		f.c = f.base.Carried(at, later)
		f.d = n.dealOfModel(f.c.Model)
		if !f.has(d.model) {
			return fault.New(fault.WrongModel, "the case was never under the version %s", d.model.Version)
		}
		return nil
	}
	for f.c.Model != d.model {
		c, ok := f.c.NextText(at, later)
		if !ok {
			f.back()
			if _, signed := d.signedSince(); !signed {
				return fault.New(fault.Conflict, "version %s is not signed by all here yet", d.model.Version).Mend("the signatures come from the depositary; the act is sent again")
			}
			return f.elsewhere(d.model.Version)
		}
		f.c, f.d = c, n.dealOfModel(c.Model)
	}
	return nil
}

// has says whether the case is or was under a text.
func (f *file) has(m *agreement.Model) bool {
	for c := f.c; c != nil; c = c.Before {
		if c.Model == m {
			return true
		}
	}
	return false
}

// elsewhere refuses an act under another text than the case's.
func (f *file) elsewhere(version string) error {
	if f.c == nil || f.c.Before == nil {
		return fault.New(fault.WrongModel, "the act is under another text or model of the agreement").Mend("compare the hashes of the texts")
	}
	return fault.Refuse(fault.WrongModel, string(f.c.Procedure.Article), "the act is under version %s; the case moved to version %s on %s", version, f.d.model.Version, f.c.Moved.Format(time.RFC3339)).
		Mend("take the step again under version %s", f.d.model.Version)
}

// proven says that an act under the text of the last entry was held by the depositary before the case moved. It counts as long as
// nothing has been taken under the new text.
func (f *file) proven(in *incoming) bool {
	return f.based != f.d && in.relay != nil && in.signed.Act.Agreement == f.based.textHash && !in.relay.Relay.Held.After(f.c.Moved)
}

// textOf is the version that an act names: the case's own, or of a word about a destruction any under which it has been.
func (n *Node) textOf(f *file, a *seal.Act) *deal {
	if f.c != nil && a.Kind == seal.KindErased && a.Agreement != f.d.textHash {
		if d, err := n.dealOf(a.Agreement); err == nil && f.has(d.model) {
			return d
		}
	}
	return f.d
}

// effective lets what a case did beside itself count under every text under which it has been.
func (n *Node) effective(was, is *casework.Case) {
	for c := is; c != nil; c = c.Before {
		if d := n.dealOfModel(c.Model); d != nil {
			d.moved(was, is)
		}
	}
}

// moveCases writes down, once for each, which open cases have moved: the lists, the clocks, and what others may see from then on.
func (n *Node) moveCases(ctx context.Context) error {
	now := n.Now()
	var first error
	for _, d := range n.allDeals() {
		if d.left.Load() || !n.leaving(d, now) {
			continue
		}
		d.left.Store(true)
		all, err := n.moveCasesOf(ctx, d, now)
		if !all || err != nil {
			d.left.Store(false)
		}
		if first == nil {
			first = err
		}
	}
	return first
}

// leaving says whether a text that takes the place of this one is in force.
func (n *Node) leaving(d *deal, now time.Time) bool {
	return slices.ContainsFunc(n.successors(d.id), func(s casework.Successor) bool { return s.Model.TakesPlaceOf(d.model) && !s.From.After(now) })
}

// moveCasesOf gives false where a case still waits for home to record a silence.
func (n *Node) moveCasesOf(ctx context.Context, d *deal, now time.Time) (all bool, err error) {
	all = true
	for after := casework.CaseID(""); ; {
		var page []store.CaseFile
		err := n.db.View(ctx, func(tx *store.Tx) (err error) {
			page, err = tx.ListCasesOfAgreement(ctx, store.ListCasesOfAgreementParams{Agreement: d.textHash, After: after, MaxRows: 500})
			return err
		})
		if err != nil {
			return false, err
		}
		for _, row := range page {
			if after = row.ID; row.Closed || row.ID == d.caseID {
				continue
			}
			if err := n.withFile(ctx, d, row.ID, func(f *file) error {
				done, err := n.moveCase(ctx, f, now)
				all = all && done
				return err
			}); err != nil {
				return false, err
			}
		}
		if len(page) < 500 {
			return all, nil
		}
	}
}

func (n *Node) moveCase(ctx context.Context, f *file, now time.Time) (done bool, err error) {
	if f.c == nil {
		return true, nil
	}
	if f.home() == n.party {
		if err := n.recordSilences(ctx, f, notBefore(now, f.received)); err != nil {
			return false, err
		}
	}
	if err := n.noteMove(ctx, f); err != nil {
		return false, err
	}
	at := f.c.NextMove(n.successors(f.d.id))
	return at.IsZero() || at.After(now) || len(f.c.Due(at)) == 0, nil
}

// noteMove writes down that the case has moved, where that is not written yet.
func (n *Node) noteMove(ctx context.Context, f *file) error {
	if f.c == nil || !f.have || f.row.Agreement == f.d.textHash {
		return nil
	}
	releases := n.releases(f, n.Now())
	reads := n.tally.begin()
	err := n.db.Update(ctx, func(tx *store.Tx) error {
		if err := n.putMove(ctx, tx, f); err != nil {
			return err
		}
		if err := putDeadlines(ctx, tx, f); err != nil {
			return err
		}
		if err := n.putAwaited(ctx, tx, f); err != nil {
			return err
		}
		return n.putReleases(ctx, tx, f, releases, store.MicrosOf(n.Now()))
	})
	if err != nil {
		n.forget(f.id)
		return err
	}
	was := f.row
	f.row.Agreement = f.d.textHash
	n.describe(&f.row, f)
	n.tally.moved(reads, &was, &f.row)
	for _, rel := range releases {
		f.sent[rel] = true
	}
	n.effective(nil, f.c)
	n.wakeLines(f.others(n.party)...)
	n.log.Info("a case moved to another version", "case", f.id, "agreement", f.d.id, "version", f.d.model.Version)
	return nil
}

// putMove changes the row of a case that has moved, and ends the clocks that the new text does not have.
func (n *Node) putMove(ctx context.Context, tx *store.Tx, f *file) error {
	if !f.have || f.row.Agreement == f.d.textHash {
		return nil
	}
	row := f.row
	n.describe(&row, f)
	if _, err := tx.MoveCase(ctx, store.MoveCaseParams{Agreement: f.d.textHash, State: row.State, NextAt: row.NextAt, ID: f.id, Was: f.row.Agreement}); err != nil {
		return err
	}
	for c := f.c; c.Before != nil; c = c.Before {
		for i := range c.Before.Clocks {
			r := c.Before.Clocks[i]
			if r.Status != casework.StatusRuns && r.Status != casework.StatusSealed || f.c.Procedure.Clock(r.Clock) != nil {
				continue
			}
			r.Status, r.Paused = casework.StatusStopped, time.Time{}
			if err := tx.PutDeadline(ctx, deadlineOf(f.id, c.Before.Procedure.Clock(r.Clock), &r)); err != nil {
				return err
			}
		}
	}
	return nil
}
