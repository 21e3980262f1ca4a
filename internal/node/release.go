package node

import (
	"context"
	"fmt"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/indicator"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"
)

// Release is what this node published of an agreement, byte for byte.
type Release struct {
	indicator.Release
	Digest seal.Digest
	Body   []byte
}

// Counts are the counts by procedure and month.
func (f *Figures) Counts() map[agreement.ProcedureID]map[indicator.Month]*indicator.Counts {
	out := make(map[agreement.ProcedureID]map[indicator.Month]*indicator.Counts, len(f.Procedures))
	for _, p := range f.Procedures {
		out[p.Procedure.ID] = p.Months
	}
	return out
}

// Public gives the figures as anybody may see them, up to the end of a month.
func (f *Figures) Public(until indicator.Month) *indicator.Tables {
	return indicator.Tabulate(f.Model, f.Counts(), until, func(p agreement.ProcedureID) int {
		least, _ := indicator.Minimum(f.Model, p)
		return least
	})
}

// Seen gives the figures as one of this party's people may see them: whole, of the procedures in which an office of theirs
// has a part, and of the others as anybody.
func (n *Node) Seen(who Who, f *Figures, until indicator.Month) *indicator.Tables {
	d, err := n.deal(f.Model.ID)
	return indicator.Tabulate(f.Model, f.Counts(), until, func(p agreement.ProcedureID) int {
		if err == nil && concerned(d, who, f.Model.Procedure(p)) {
			return 1
		}
		least, _ := indicator.Minimum(f.Model, p)
		return least
	})
}

// Releases lists what was published of an agreement, the first first.
func (n *Node) Releases(ctx context.Context, id agreement.ID) ([]*Release, error) {
	d, err := n.deal(id)
	if err != nil {
		return nil, err
	}
	var rows []store.FigureRelease
	err = n.db.View(ctx, func(tx *store.Tx) error {
		var err error
		rows, err = tx.ListFigureReleases(ctx, d.id)
		return err
	})
	if err != nil {
		return nil, err
	}
	out := make([]*Release, 0, len(rows))
	for _, r := range rows {
		if seal.DigestOf(r.Body) != r.Digest {
			return nil, fault.New(fault.Internal, "release %d is not what was published: its hash differs", r.Number).Mend("restore it from a copy: a release never changes")
		}
		one, err := indicator.DecodeRelease(r.Body)
		if err != nil {
			return nil, err
		}
		out = append(out, &Release{Release: *one, Digest: r.Digest, Body: r.Body})
	}
	return out, nil
}

// ReleaseDue says whether a month has ended since the last release of an agreement's figures.
func (n *Node) ReleaseDue(ctx context.Context, id agreement.ID) (bool, error) {
	d, err := n.deal(id)
	if err != nil || d.inForce(n.Now()) != nil {
		return false, err
	}
	list, err := n.Releases(ctx, id)
	if err != nil {
		return false, err
	}
	month := lastWhole(d.model, n.Now())
	if len(list) == 0 {
		return month >= indicator.MonthOf(d.model.Starts.Midnight(d.model.Location()), d.model.Location()), nil
	}
	return list[len(list)-1].Until < month, nil
}

// lastWhole is the last month that has ended.
func lastWhole(m *agreement.Model, now time.Time) indicator.Month {
	zone := m.Location()
	return indicator.MonthOf(indicator.MonthOf(now, zone).Begins(zone).Add(-time.Second), zone)
}

// Publish makes the next release of an agreement's figures, up to the end of the last whole month, keeps it for good and
// puts its hash into the log. One that puts right an earlier one names it, and says what was wrong there.
func (n *Node) Publish(ctx context.Context, id agreement.ID, corrects int, note string) (*Release, error) {
	d, err := n.deal(id)
	if err != nil {
		return nil, err
	}
	if err := n.maySign(); err != nil {
		return nil, err
	}
	before, err := n.Releases(ctx, id)
	if err != nil {
		return nil, err
	}
	if (corrects != 0) != (note != "") || corrects < 0 || corrects > len(before) {
		return nil, fault.New(fault.Invalid, "a correction names an earlier release, and says what was wrong there").
			Mend("give both, or neither; there are %d releases", len(before))
	}
	if err := n.countCases(ctx, time.Hour); err != nil {
		return nil, err
	}
	f, err := n.Figures(ctx, id)
	if err != nil {
		return nil, err
	}
	m := d.model
	r := indicator.Release{
		Format: indicator.FormatRelease, Agreement: d.id, Title: m.Title, Version: m.Version, World: n.world, Party: n.party, Number: len(before) + 1,
		Made: n.Now().UTC(), Corrects: corrects, Note: note, Control: indicator.Control, Tables: *f.Public(lastWhole(m, n.Now())),
	}
	if r.Indicators, err = n.indicators(ctx, d, before, r.Until, corrects); err != nil {
		return nil, err
	}
	body, digest, err := r.Encode()
	if err != nil {
		return nil, err
	}
	run, err := n.entry(d, ledger.KindPublication, fmt.Sprintf("release/%s/%d", d.id, r.Number), seal.Digest(digest))
	if err != nil {
		return nil, err
	}
	err = n.db.Update(ctx, func(tx *store.Tx) error {
		added, err := tx.AddFigureRelease(ctx, store.AddFigureReleaseParams{
			AgreementID: d.id, Number: int64(r.Number), Digest: seal.Digest(digest), Body: body, At: store.MicrosOf(r.Made),
		})
		if err != nil {
			return err
		}
		if added == 0 {
			return fault.New(fault.Conflict, "release %d was made at the same time", r.Number).Mend("look at the list, and make another if it is still wanted")
		}
		return n.logged(tx, run)
	})
	if err != nil {
		return nil, err
	}
	return &Release{Release: r, Digest: seal.Digest(digest), Body: body}, nil
}

// indicators measures those whose time to be published has come: as often as the agreement says, and no more often, since
// what protects people is reckoned for each publication. Those that are not published, and those of what this node does
// not know, are left out. A correction carries on what the release that it puts right said of them, and measures nothing.
func (n *Node) indicators(ctx context.Context, d *deal, before []*Release, until indicator.Month, corrects int) ([]casework.Figure, error) {
	out := []casework.Figure{}
	if corrects > 0 {
		return append(out, before[corrects-1].Indicators...), nil
	}
	m := d.model
	at := until.Next().Begins(m.Location()).Add(-time.Microsecond)
	k := &knowledge{n: n, ctx: ctx, d: d, cases: map[agreement.ProcedureID][]*casework.Case{}}
	for i := range m.Indicators {
		x := &m.Indicators[i]
		if x.Publishes.IsZero() || !dueSince(m, x, before, at) {
			continue
		}
		over, known := k.population(x, at)
		if k.err != nil {
			return nil, k.err
		}
		if !known {
			continue
		}
		fig, err := casework.Measure(m, x, over, at, n.cfg.Random)
		if err != nil {
			return nil, err
		}
		if k.err != nil {
			return nil, k.err
		}
		fig.Unread = 0 // not for publication
		out = append(out, fig)
	}
	return out, nil
}

// population is what an indicator is measured over; false where this node does not know it.
func (k *knowledge) population(x *agreement.Indicator, at time.Time) (casework.Population, bool) {
	var over casework.Population
	known := true
	switch {
	case x.Fund != "":
		fund := k.d.model.Fund(x.Fund)
		if fund == nil {
			return over, false
		}
		over.Payments, known = k.d.stand().FundEntries(fund, at)
	case x.Procedure != "":
		over.Cases = k.of(x.Procedure)
	default:
		over.Entries, known = k.entries(x)
	}
	return over, known
}

// dueSince says whether an indicator's period has passed since it was published last.
func dueSince(m *agreement.Model, x *agreement.Indicator, before []*Release, at time.Time) bool {
	var last time.Time
	for _, r := range before {
		for _, f := range r.Indicators {
			if f.Indicator == x.ID && f.Until.After(last) {
				last = f.Until
			}
		}
	}
	if last.IsZero() {
		last = m.Starts.Midnight(m.Location()).Add(-time.Microsecond)
	}
	return !m.After(x.Publishes, last).After(at.Add(48 * time.Hour)) // a month may be three days shorter than the one before
}
