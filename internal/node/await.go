package node

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/internal/store"
)

// What waits for whom is derived from the cases and kept in rows of its own, so that a person's list is read from an index
// however many cases there are. A row is no more than a hint: what is shown is asked of the case itself.

// endless stands for no end in the rows: beyond every instant, so that it sorts last.
const endless = store.Micros(1 << 62)

// underName is the name under which roles are held, whatever the version.
func underName(id agreement.ID) string {
	name, _, _ := strings.Cut(string(id), "@")
	return name
}

// putAwaited keeps the rows of a case the same as what it waits for.
func (n *Node) putAwaited(ctx context.Context, tx *store.Tx, f *file) error {
	if f.c == nil {
		return nil
	}
	if err := tx.DropAwaited(ctx, f.id); err != nil {
		return err
	}
	for _, w := range f.c.AwaitedOf(n.party, n.Now()) {
		due := store.MicrosOf(w.Due)
		if due == 0 {
			due = endless
		}
		barred := make([]string, len(w.Barred))
		for i, p := range w.Barred {
			barred[i] = string(p)
		}
		if err := tx.PutAwaited(ctx, store.PutAwaitedParams{CaseID: f.id, Role: w.Role, Name: underName(f.d.id), Due: due, Barred: strings.Join(barred, " ")}); err != nil {
			return err
		}
	}
	return nil
}

// MaxAwaited is how far CountAwaited counts.
const MaxAwaited = 1000

// CountAwaited counts the cases that wait for a person, up to MaxAwaited for each role.
func (n *Node) CountAwaited(ctx context.Context, who Who) (total int, err error) {
	if err := who.Content(); err != nil {
		return 0, err
	}
	err = n.db.View(ctx, func(tx *store.Tx) error {
		total = 0
		for _, h := range n.heldBy(who) {
			c, err := tx.CountAwaited(ctx, store.CountAwaitedParams{Name: h.name, Role: h.role, MaxRows: MaxAwaited})
			if err != nil {
				return err
			}
			total += int(c)
		}
		return nil
	})
	if err != nil || total == 0 || total > exactly {
		return total, err
	}
	// Few enough to leave out those in which this person may not act, and to count one that waits for two roles once.
	all, _, err := n.awaitedIDs(ctx, who, exactly)
	return len(all), err
}

// exactly is up to how many are looked at one by one when they are counted.
const exactly = 200

type heldRole struct {
	name string
	role agreement.RoleID
}

// heldBy are the roles of a person under the names of this node's agreements.
func (n *Node) heldBy(who Who) []heldRole {
	var out []heldRole
	for _, d := range n.allDeals() {
		for _, role := range who.RolesIn(d.id) {
			if h := (heldRole{underName(d.id), role}); !slices.Contains(out, h) {
				out = append(out, h)
			}
		}
	}
	return out
}

// awaitedIDs are the cases that wait for a person, by until when: so many at least, if there are so many, and whole if these are all,
// up to MaxAwaited for each role.
func (n *Node) awaitedIDs(ctx context.Context, who Who, need int) (out []casework.CaseID, whole bool, err error) {
	if err := who.Content(); err != nil {
		return nil, false, err
	}
	for most := need + 25; ; most *= 2 { // some are left out below
		most = min(most, MaxAwaited)
		rows, whole, err := n.awaitedRows(ctx, who, most)
		if err != nil {
			return nil, false, err
		}
		seen := map[casework.CaseID]bool{}
		out = out[:0]
		for _, row := range rows {
			if seen[row.CaseID] || row.Barred != "" && slices.Contains(strings.Fields(row.Barred), string(n.people.Pseudonym(who, row.CaseID))) {
				continue
			}
			seen[row.CaseID] = true
			out = append(out, row.CaseID)
		}
		if whole || len(out) >= need || most == MaxAwaited {
			return out, whole || most == MaxAwaited, nil
		}
	}
}

// awaitedRows gives the first rows of a person's roles, in their order; whole: of no role there are more.
func (n *Node) awaitedRows(ctx context.Context, who Who, most int) (rows []store.ListAwaitedRow, whole bool, err error) {
	order := func(a, b store.ListAwaitedRow) int {
		return cmp.Or(cmp.Compare(a.Due, b.Due), cmp.Compare(a.CaseID, b.CaseID))
	}
	var last *store.ListAwaitedRow // as far as the rows of every role were read
	err = n.db.View(ctx, func(tx *store.Tx) error {
		rows, last = nil, nil
		for _, h := range n.heldBy(who) {
			page, err := tx.ListAwaited(ctx, store.ListAwaitedParams{Name: h.name, Role: h.role, After: -1, MaxRows: int32(most)})
			if err != nil {
				return err
			}
			if len(page) == most && (last == nil || order(page[most-1], *last) < 0) {
				last = &page[most-1]
			}
			rows = append(rows, page...)
		}
		return nil
	})
	if err != nil {
		return nil, false, err
	}
	slices.SortStableFunc(rows, order)
	if last != nil && most < MaxAwaited {
		rows = slices.DeleteFunc(rows, func(r store.ListAwaitedRow) bool { return order(r, *last) > 0 })
	}
	return rows, last == nil, nil
}

// Awaits says what a case waits for from a person, in whichever of their roles it ends first.
func (n *Node) Awaits(who Who, c *casework.Case) (best casework.Await, ok bool) {
	for _, role := range who.RolesIn(c.Model.ID) {
		w, waits := c.Awaits(casework.Actor{Party: n.party, Role: role, Person: n.people.Pseudonym(who, c.ID)}, n.Now())
		sooner := !w.Due().IsZero() && (best.Due().IsZero() || w.Due().Before(best.Due()))
		if waits && (!ok || sooner) {
			best, ok = w, true
		}
	}
	return best, ok
}

// AwaitedPage gives one page of the cases that wait for a person, by until when: from the place of the first, counted from 0; and how
// many there are, counted as CountAwaited does.
func (n *Node) AwaitedPage(ctx context.Context, who Who, from, most int) ([]*Outline, int, error) {
	rows, total, err := n.awaitedFiles(ctx, who, from, most)
	if err != nil {
		return nil, 0, err
	}
	out, err := n.glances(ctx, who, rows, from > 0)
	return out, total, err
}

// AwaitedGlimpses is AwaitedPage for who reads no more than the lines.
func (n *Node) AwaitedGlimpses(ctx context.Context, who Who, from, most int) ([]Glimpse, int, error) {
	rows, total, err := n.awaitedFiles(ctx, who, from, most)
	if err != nil {
		return nil, 0, err
	}
	out, err := n.glimpses(ctx, who, rows, from > 0)
	return out, total, err
}

func (n *Node) awaitedFiles(ctx context.Context, who Who, from, most int) (rows []store.CaseFile, total int, err error) {
	from, most = max(from, 0), max(most, 1)
	all, whole, err := n.awaitedIDs(ctx, who, min(from, MaxAwaited)+most)
	if err != nil {
		return nil, 0, err
	}
	if total = len(all); !whole {
		if total, err = n.CountAwaited(ctx, who); err != nil {
			return nil, 0, err
		}
	}
	all = all[min(from, len(all)):min(from+most, len(all))]
	err = n.db.View(ctx, func(tx *store.Tx) error {
		rows = rows[:0]
		for _, id := range all {
			row, err := tx.GetCase(ctx, id)
			if err != nil {
				return err
			}
			rows = append(rows, row)
		}
		return nil
	})
	return rows, total, err
}

// tendAwaited derives the rows anew where what waits may have changed without an act in the case: an article began, ended, rested
// or goes on. It takes a bounded number of cases at a time.
func (n *Node) tendAwaited(ctx context.Context) error {
	for _, d := range n.allDeals() {
		if err := n.awaitAnew(ctx, d); err != nil {
			return err
		}
	}
	return nil
}

const anewAtOnce = 200

func (n *Node) awaitAnew(ctx context.Context, d *deal) error {
	if !d.awaits.mu.TryLock() {
		return nil // somebody is at it
	}
	defer d.awaits.mu.Unlock()
	now := n.inForceNow(d, n.Now())
	if now == d.awaits.under {
		return nil
	}
	if now != d.awaits.next {
		d.awaits.next, d.awaits.after = now, ""
		if kept, err := n.keptForce(ctx, d); err != nil {
			return err
		} else if kept == now {
			d.awaits.under = now
			return nil
		}
	}
	var page []store.CaseFile
	err := n.db.View(ctx, func(tx *store.Tx) (err error) {
		page, err = tx.ListCasesOfAgreement(ctx, store.ListCasesOfAgreementParams{Agreement: d.textHash, After: d.awaits.after, MaxRows: anewAtOnce})
		return err
	})
	if err != nil {
		return err
	}
	for _, row := range page {
		if row.ID != d.caseID {
			err := n.withFile(ctx, d, row.ID, func(f *file) error {
				return n.db.Update(ctx, func(tx *store.Tx) error { return n.putAwaited(ctx, tx, f) })
			})
			if err != nil {
				return err
			}
		}
		d.awaits.after = row.ID
	}
	if len(page) < anewAtOnce {
		d.awaits.under = now
		return n.db.Update(ctx, func(tx *store.Tx) error {
			return tx.PutMeta(ctx, store.PutMetaParams{Key: forceKey(d), Value: []byte(now)})
		})
	}
	n.wakeSweeper()
	return nil
}

// awaits is under which articles the rows of an agreement's cases were derived.
type awaits struct {
	mu    sync.Mutex
	under string          // as inForceNow says it
	next  string          // towards which they are being derived
	after casework.CaseID // how far
}

func forceKey(d *deal) string { return "awaited." + string(d.textHash) }

func (n *Node) keptForce(ctx context.Context, d *deal) (string, error) {
	var kept []byte
	err := n.db.View(ctx, func(tx *store.Tx) (err error) {
		kept, err = tx.GetMeta(ctx, forceKey(d))
		if store.Missing(err) {
			kept, err = nil, nil
		}
		return err
	})
	return string(kept), err
}

// inForceNow writes down which articles are in force.
func (n *Node) inForceNow(d *deal, now time.Time) string {
	s := d.stand()
	out := make([]byte, 0, len(d.model.Articles)+1)
	out = append(out, 'v') // never empty
	for i := range d.model.Articles {
		if s.InForce(d.model, d.model.Articles[i].Number, nil, now) == nil {
			out = append(out, '1')
		} else {
			out = append(out, '0')
		}
	}
	return string(out)
}
