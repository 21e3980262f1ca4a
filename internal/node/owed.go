package node

import (
	"context"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/internal/store"
)

// Turn is one turn of a schedule that this party owes: one that has begun and that no case of its own answers yet, or the
// next to come.
type Turn struct {
	casework.Occasion
	Begun bool
	Late  bool // its time is over
}

// maxTurns bounds how many unanswered turns of one schedule are shown: the latest.
const maxTurns = 24

// Turns gives what this party owes by the schedules of an agreement: of each, in the order of the text, the turns
// that nobody of it answered by opening a case, oldest first, and the next one. A schedule that counts from each party's own
// entry counts from this one's. Of an agreement that is not in force it gives none.
func (n *Node) Turns(ctx context.Context, id agreement.ID) ([]Turn, error) {
	d, err := n.deal(id)
	if err != nil {
		return nil, err
	}
	entered, ok := n.entered(d)
	if !ok || len(d.model.Schedules) == 0 {
		return nil, nil
	}
	opened, err := n.openedBySchedule(ctx, d)
	if err != nil {
		return nil, err
	}
	now := n.Now()
	var out []Turn
	for i := range d.model.Schedules {
		s := &d.model.Schedules[i]
		if !slices.ContainsFunc(s.By, func(r agreement.RoleID) bool { return slices.Contains(d.model.Role(r).Held, n.party) }) {
			continue
		}
		all := casework.Occasions(d.model, s, entered, time.Time{}, now.AddDate(20, 0, 0))
		all = slices.DeleteFunc(all, func(o casework.Occasion) bool { // suspended then, or the party has left
			return d.stand().InForce(d.model, s.Article, []agreement.PartyID{n.party}, o.At) != nil
		})
		out = append(out, turnsOf(all, opened[s.Opens], now)...)
	}
	return out, nil
}

// turnsOf holds the turns of one schedule against when cases were opened.
func turnsOf(all []casework.Occasion, opened []time.Time, now time.Time) []Turn {
	var out []Turn
	for i, o := range all {
		if o.At.After(now) {
			out = out[max(0, len(out)-maxTurns):]
			return append(out, Turn{Occasion: o})
		}
		answers := func(at time.Time) bool {
			return !at.Before(o.At) && (i+1 == len(all) || at.Before(all[i+1].At))
		}
		if !slices.ContainsFunc(opened, answers) {
			out = append(out, Turn{Occasion: o, Begun: true, Late: now.After(o.Due)})
		}
	}
	return out[max(0, len(out)-maxTurns):]
}

// entered is when the agreement entered into force for this party: under the first version, of those that follow one
// another without a gap, that has it as a party. False where not all have signed.
func (n *Node) entered(d *deal) (time.Time, bool) { return n.enteredFor(d, n.party) }

// enteredFor is the same for any party.
func (n *Node) enteredFor(d *deal, party agreement.PartyID) (time.Time, bool) {
	at, ok := time.Time{}, false
	for d != nil && d.model.Party(party) != nil && d.signedByAll() {
		at, ok = casework.InForceFrom(d.model, d.lastSigned()), true
		before := d.model.Amends
		versions := n.versionsOf(d.id)
		d = nil
		if i := slices.IndexFunc(versions, func(o *deal) bool { return before != nil && o.model.Version == before.Version }); i >= 0 {
			d = versions[i]
		}
	}
	return at, ok
}

// lastSigned is when the last party signed.
func (d *deal) lastSigned() (last time.Time) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, at := range d.signed {
		if at.After(last) {
			last = at
		}
	}
	return last
}

// openedBySchedule is when this party opened cases of the procedures that schedules open, under any version.
func (n *Node) openedBySchedule(ctx context.Context, d *deal) (map[agreement.ProcedureID][]time.Time, error) {
	out := map[agreement.ProcedureID][]time.Time{}
	return out, n.scheduled(ctx, d, func(p agreement.ProcedureID, c *casework.Case) {
		if c.Taken[0].Party == n.party {
			out[p] = append(out[p], c.Opened)
		}
	})
}

// scheduled gives every case here of a procedure that a schedule opens, under any version.
func (n *Node) scheduled(ctx context.Context, d *deal, each func(agreement.ProcedureID, *casework.Case)) error {
	owed := func(p agreement.ProcedureID) bool {
		return slices.ContainsFunc(d.model.Schedules, func(s agreement.Schedule) bool { return s.Opens == p })
	}
	for _, v := range n.versionsOf(d.id) {
		for after := casework.CaseID(""); ; {
			var page []store.CaseFile
			err := n.db.View(ctx, func(tx *store.Tx) (err error) {
				page, err = tx.ListCasesOfAgreement(ctx, store.ListCasesOfAgreementParams{Agreement: v.textHash, After: after, MaxRows: 500})
				return err
			})
			if err != nil {
				return err
			}
			for _, row := range page {
				if after = row.ID; !owed(row.Procedure) {
					continue
				}
				err := n.withFile(ctx, v, row.ID, func(f *file) error {
					if f.c != nil {
						each(row.Procedure, f.c)
					}
					return nil
				})
				if err != nil {
					return err
				}
			}
			if len(page) < 500 {
				break
			}
		}
	}
	return nil
}
