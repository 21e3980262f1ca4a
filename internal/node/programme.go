package node

import (
	"context"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
)

// Programme is what an agreement has planned, and how it stands: what its schedules owe, its phases and their reviews, its ends, and
// its money.
type Programme struct {
	Model     *agreement.Model
	Now       time.Time
	InForce   bool // signed by all, and begun
	Occasions []Occasion
	Phases    []PhaseStanding
	Funds     []FundStanding
}

// OccasionState is how one party stands to one turn of a schedule.
type OccasionState string

// States of a turn.
const (
	OccasionMet    OccasionState = "met"    // its case was opened in time
	OccasionLate   OccasionState = "late"   // its case was opened after the time was over
	OccasionMissed OccasionState = "missed" // its time is over, and nobody opened a case
	OccasionDue    OccasionState = "due"    // its time runs
	OccasionComing OccasionState = "coming"
	OccasionUnseen OccasionState = "unseen" // another party owes it, and no case of it has come here
)

// Occasion is one turn of a schedule, and how each party that owes it stands to it.
type Occasion struct {
	casework.Occasion
	Owed []OccasionOf
}

// OccasionOf is one party's.
type OccasionOf struct {
	Party agreement.PartyID
	State OccasionState
	Case  casework.CaseID // of met and late
	At    time.Time       // when it was opened
}

// PhaseStanding is one phase of an agreement.
type PhaseStanding struct {
	*agreement.Phase
	Present bool
	Began   time.Time // zero: not yet
	Unmet   bool      // its day is over, and its condition did not hold on it
	Review  time.Time // by when it must have been reviewed; zero: never, or it has not begun
}

// FundStanding is one fund: the statement of its entries, as far as they can be read here.
type FundStanding struct {
	*agreement.Fund
	Balance  casework.FundBalance
	Whole    bool // the amount of every entry can be read here
	Entries  int
	Verified map[agreement.WindowID]bool // whose milestone is reached
}

// Programme gives it as this node knows it, with the turns whose day lies in [from, until). Only to who holds a role under
// the agreement.
func (n *Node) Programme(ctx context.Context, who Who, id agreement.ID, from, until time.Time) (*Programme, error) {
	if err := who.Content(); err != nil {
		return nil, err
	}
	if len(who.RolesIn(id)) == 0 {
		return nil, fault.New(fault.Forbidden, "you hold no role under this agreement").Mend("choose another, or ask whoever looks after the node to enter your role")
	}
	d, err := n.deal(id)
	if err != nil {
		return nil, err
	}
	now, m := n.Now(), d.model
	out := &Programme{Model: m, Now: now, InForce: d.inForce(now) == nil}
	if out.Occasions, err = n.occasions(ctx, d, from, until); err != nil {
		return nil, err
	}
	out.Phases = n.phasesOf(d, now)
	for i := range m.Funds {
		f := &m.Funds[i]
		entries, whole := d.stand().FundEntries(f, now)
		b, err := casework.Balance(f, entries)
		if err != nil {
			return nil, err
		}
		x := FundStanding{Fund: f, Balance: b, Whole: whole, Entries: len(entries), Verified: map[agreement.WindowID]bool{}}
		for j := range f.Windows {
			w := &f.Windows[j]
			x.Verified[w.ID] = d.stand().Verified(f, w, now)
		}
		out.Funds = append(out.Funds, x)
	}
	return out, nil
}

type openedCase struct {
	at time.Time
	id casework.CaseID
}

func (n *Node) occasions(ctx context.Context, d *deal, from, until time.Time) ([]Occasion, error) {
	type key struct {
		procedure agreement.ProcedureID
		party     agreement.PartyID
	}
	cases := map[key][]openedCase{}
	err := n.scheduled(ctx, d, func(p agreement.ProcedureID, c *casework.Case) {
		k := key{p, c.Taken[0].Party}
		cases[k] = append(cases[k], openedCase{c.Opened, c.ID})
	})
	if err != nil {
		return nil, err
	}
	now := n.Now()
	var out []Occasion
	for i := range d.model.Schedules {
		s := &d.model.Schedules[i]
		at := map[time.Time]int{} // the place in out of each turn of this schedule
		for j := range d.model.Parties {
			party := d.model.Parties[j].ID
			owes := slices.ContainsFunc(s.By, func(r agreement.RoleID) bool { return slices.Contains(d.model.Role(r).Held, party) })
			entered, ok := n.enteredFor(d, party)
			if !owes || !ok {
				continue
			}
			all := casework.Occasions(d.model, s, entered, time.Time{}, until)
			mine := cases[key{s.Opens, party}]
			slices.SortFunc(mine, func(a, b openedCase) int { return a.at.Compare(b.at) })
			for k, o := range all {
				if o.At.Before(from) || d.stand().InForce(d.model, s.Article, []agreement.PartyID{party}, o.At) != nil {
					continue
				}
				place, known := at[o.At]
				if !known {
					place = len(out)
					at[o.At] = place
					out = append(out, Occasion{Occasion: o})
				}
				next := time.Time{}
				if k+1 < len(all) {
					next = all[k+1].At
				} else if !s.Every.IsZero() && !s.Every.Empty() {
					next = o.Day.Plus(s.Every, 1).Midnight(d.model.Location())
				}
				out[place].Owed = append(out[place].Owed, n.occasionOf(party, o, next, mine, now))
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Occasion) int { return a.At.Compare(b.At) })
	return out, nil
}

// occasionOf holds one party's turn against the cases that it opened before the next turn began.
func (n *Node) occasionOf(party agreement.PartyID, o casework.Occasion, next time.Time, cases []openedCase, now time.Time) OccasionOf {
	x := OccasionOf{Party: party}
	i := slices.IndexFunc(cases, func(c openedCase) bool { return !c.at.Before(o.At) && (next.IsZero() || c.at.Before(next)) })
	switch {
	case i >= 0:
		x.State, x.Case, x.At = OccasionMet, cases[i].id, cases[i].at
		if x.At.After(o.Due) {
			x.State = OccasionLate
		}
	case o.At.After(now):
		x.State = OccasionComing
	case party != n.party:
		x.State = OccasionUnseen
	case now.After(o.Due):
		x.State = OccasionMissed
	default:
		x.State = OccasionDue
	}
	return x
}

func (n *Node) phasesOf(d *deal, now time.Time) []PhaseStanding {
	m, stand := d.model, d.stand()
	present := stand.Phases(m, now)
	var out []PhaseStanding
	for i := range m.Phases {
		p := &m.Phases[i]
		x := PhaseStanding{Phase: p, Present: slices.Contains(present, p.ID)}
		if !p.Starts.IsZero() && !p.Starts.Midnight(m.Location()).After(now) {
			x.Began = p.Starts.Midnight(m.Location())
			if !p.Entry.IsZero() && (stand == nil || !stand.Entered[p.ID]) {
				x.Began, x.Unmet = time.Time{}, true
			}
		}
		if stand != nil {
			for _, b := range stand.Begun {
				if b.Phase == p.ID && !b.At.After(now) {
					x.Began = b.At
				}
			}
		}
		if !x.Began.IsZero() && !p.Review.IsZero() && x.Present {
			x.Review = m.After(p.Review, x.Began)
		}
		out = append(out, x)
	}
	return out
}
