package node

import (
	"cmp"
	"context"
	"slices"
	"sync"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/internal/store"
)

// Published is a case of which the agreement makes something public: the fields of its procedure's publish block, and
// nothing else.
type Published struct {
	ID        casework.CaseID
	Model     *agreement.Model // under which the case is now
	Procedure *agreement.Procedure
	At        time.Time         // when it first came to a state from which on it is published
	State     agreement.StateID // the latest of those states that it came to
	Values    map[agreement.FieldID]any
	Erased    map[agreement.FieldID]time.Time
	Gave      []PublishedAct // acts that gave a published field, in their order
}

// PublishedAct is an act that gave a field which is public.
type PublishedAct struct {
	Step  agreement.StepID
	At    time.Time
	Gives []agreement.FieldID // the published ones
}

// bulletin remembers which cases are published, so that a public page looks at none but those that changed since the last.
type bulletin struct {
	mu    sync.Mutex
	upto  store.Micros // the newest change that was looked at
	first map[casework.CaseID]posting
}

type posting struct {
	agreement agreement.ID
	at        time.Time
}

// overlap is how far before the newest known change the bulletin looks again: two that commit at once may come in either order.
const overlap = store.Micros(time.Minute / time.Microsecond)

// Published gives a page of what is published under an agreement, newest first, after the first skip; total is how many there are.
func (n *Node) Published(ctx context.Context, id agreement.ID, skip, most int) (list []Published, total int, err error) {
	if _, err := n.deal(id); err != nil {
		return nil, 0, err
	}
	if err := n.lookForNews(ctx); err != nil {
		return nil, 0, err
	}
	type known struct {
		id casework.CaseID
		at time.Time
	}
	var all []known
	n.bulletin.mu.Lock()
	for c, x := range n.bulletin.first {
		if x.agreement == id {
			all = append(all, known{c, x.at})
		}
	}
	n.bulletin.mu.Unlock()
	slices.SortFunc(all, func(a, b known) int { return cmp.Or(b.at.Compare(a.at), cmp.Compare(a.id, b.id)) })
	total = len(all)
	for _, k := range all[min(max(skip, 0), total):min(max(skip, 0)+most, total)] {
		p, err := n.PublishedCase(ctx, k.id)
		if err != nil {
			return nil, 0, err
		}
		if p != nil {
			list = append(list, *p)
		}
	}
	return list, total, nil
}

// lookForNews goes through the cases that changed since the last look, newest first, and notes those that came to be published.
func (n *Node) lookForNews(ctx context.Context) error {
	b := &n.bulletin
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.first == nil {
		b.first = map[casework.CaseID]posting{}
	}
	newest := b.upto
	for from := (Cursor{Before: 1 << 62}); ; {
		var rows []store.CaseFile
		err := n.db.View(ctx, func(tx *store.Tx) error {
			var err error
			rows, err = tx.ListCases(ctx, store.ListCasesParams{Before: from.Before, BeforeID: from.ID, MaxRows: 500})
			return err
		})
		if err != nil {
			return err
		}
		for _, row := range rows {
			if row.Updated < b.upto-overlap {
				b.upto = newest
				return nil
			}
			newest = max(newest, row.Updated)
			if _, noted := b.first[row.ID]; noted {
				continue
			}
			if err := n.noteNews(ctx, b, row); err != nil {
				return err
			}
		}
		if len(rows) < 500 {
			b.upto = newest
			return nil
		}
		last := rows[len(rows)-1]
		from = Cursor{Before: last.Updated, ID: last.ID}
	}
}

func (n *Node) noteNews(ctx context.Context, b *bulletin, row store.CaseFile) error {
	d, err := n.dealOf(row.Agreement)
	if err != nil || row.ID == d.caseID {
		return nil // of an agreement that is no longer here, or no case of people
	}
	if p := d.model.Procedure(row.Procedure); p == nil || p.Publish == nil {
		return nil
	}
	c, err := n.peek(ctx, d, row.ID)
	if err != nil {
		return err
	}
	if at, _, ok := publishedSince(c, n.Now()); ok {
		b.first[row.ID] = posting{d.id, at}
	}
	return nil
}

// publishedSince gives when a case first came to a state from which on it is published, and the latest such state.
func publishedSince(c *casework.Case, now time.Time) (first time.Time, state agreement.StateID, ok bool) {
	if c == nil || c.Procedure.Publish == nil {
		return time.Time{}, "", false
	}
	c = c.Settled(now)
	var last time.Time
	for _, s := range c.Procedure.Publish.After {
		at, came := c.Entered[s]
		if !came {
			continue
		}
		if !ok || at.Before(first) {
			first = at
		}
		if !ok || !at.Before(last) {
			last, state = at, s
		}
		ok = true
	}
	return first, state, ok
}

// PublishedCase gives what is public of one case; nil where nothing is.
func (n *Node) PublishedCase(ctx context.Context, id casework.CaseID) (*Published, error) {
	d, err := n.dealOfCase(ctx, id)
	if err != nil {
		return nil, err
	}
	c, err := n.peek(ctx, d, id)
	if err != nil {
		return nil, err
	}
	at, state, ok := publishedSince(c, n.Now())
	if !ok {
		return nil, nil
	}
	p := &Published{
		ID: id, Model: c.Model, Procedure: c.Procedure, At: at, State: state,
		Values: map[agreement.FieldID]any{}, Erased: map[agreement.FieldID]time.Time{},
	}
	open := c.Procedure.Publish.Fields
	for _, f := range open {
		if when, gone := c.Erased[f]; gone {
			p.Erased[f] = when
		} else if v, here := c.Values[f]; here {
			p.Values[f] = v
		}
	}
	for i := range c.Taken {
		t := &c.Taken[i]
		var gave []agreement.FieldID
		for _, f := range t.Gives {
			if slices.Contains(open, f) {
				gave = append(gave, f)
			}
		}
		if len(gave) > 0 && t.Step != "" {
			p.Gave = append(p.Gave, PublishedAct{Step: t.Step, At: t.At, Gives: gave})
		}
	}
	return p, nil
}

// SignedVersions gives the texts of an agreement that all parties have signed, in the order in which they begin.
func (n *Node) SignedVersions(id agreement.ID) []*agreement.Model {
	var out []*agreement.Model
	for _, d := range n.versionsOf(id) {
		if d.signedByAll() {
			out = append(out, d.model)
		}
	}
	slices.SortStableFunc(out, func(a, b *agreement.Model) int {
		return cmp.Compare(a.Starts.Midnight(a.Location()).Unix(), b.Starts.Midnight(b.Location()).Unix())
	})
	return out
}
