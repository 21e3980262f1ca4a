package auth

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// Delegation lends a role for a time. It has effect once somebody else than the two has accepted it, and makes two people one
// to every rule that wants two.
type Delegation struct {
	ID        string           `json:"id"`
	Agreement agreement.ID     `json:"agreement"`
	Role      agreement.RoleID `json:"role"`
	Giver     PersonID         `json:"giver"`
	Taker     PersonID         `json:"taker"`
	Since     time.Time        `json:"since"`
	Until     time.Time        `json:"until"` // not included
	Asked     time.Time        `json:"asked"`
	Second    PersonID         `json:"second,omitempty"` // who accepted it
	Accepted  time.Time        `json:"accepted,omitzero"`
	Ended     time.Time        `json:"ended,omitzero"` // before its time
}

// Lent is a role that somebody holds by delegation.
type Lent struct {
	Agreement agreement.ID
	Role      agreement.RoleID
	From      PersonID
}

// MaxDelegation is for how long a role may be lent.
const MaxDelegation = 92 * 24 * time.Hour

const (
	recordDelegation = "delegation"
	mostDelegations  = 10_000
)

// works says whether a delegation has effect at an instant.
func (d *Delegation) works(now time.Time) bool {
	return !d.Accepted.IsZero() && d.Ended.IsZero() && !now.Before(d.Since) && now.Before(d.Until)
}

// Worked says whether it had effect at an instant that is over.
func (d *Delegation) Worked(at time.Time) bool {
	return !d.Accepted.IsZero() && !at.Before(d.Accepted) && !at.Before(d.Since) && at.Before(d.Until) && (d.Ended.IsZero() || at.Before(d.Ended))
}

// Open says whether it has effect, will have it, or waits for somebody to accept it.
func (d *Delegation) Open(now time.Time) bool { return d.Ended.IsZero() && now.Before(d.Until) }

// Delegations gives all that are known, the newest first.
func (s *Service) Delegations(ctx context.Context) ([]*Delegation, error) {
	all, err := s.store.RecordsOf(ctx, recordDelegation, mostDelegations)
	if err != nil {
		return nil, err
	}
	out := make([]*Delegation, 0, len(all))
	for _, r := range all {
		d := &Delegation{}
		if err := json.Unmarshal(r.Body, d); err != nil {
			return nil, fault.New(fault.Internal, "a delegation is damaged").Wrap(err)
		}
		out = append(out, d)
	}
	return out, nil
}

func (s *Service) putDelegation(ctx context.Context, d *Delegation) error {
	b, err := json.Marshal(d)
	if err != nil {
		return err
	}
	return s.store.PutRecord(ctx, &Record{Kind: recordDelegation, Ref: d.ID, Person: d.Giver, Body: b, Created: d.Asked})
}

// lend gives a person the roles that others lent them.
func (s *Service) lend(ctx context.Context, p *Person) error {
	if p.Admin || p.Disabled {
		return nil
	}
	all, err := s.Delegations(ctx)
	if err != nil {
		return err
	}
	for _, d := range all {
		if d.Taker != p.ID || !d.works(s.now()) {
			continue
		}
		giver, err := s.store.PersonByID(ctx, d.Giver)
		if err != nil || giver.Disabled || !slices.Contains(giver.Roles[d.Agreement], d.Role) {
			continue // who holds it no more lends it no more
		}
		p.Lent = append(p.Lent, Lent{d.Agreement, d.Role, d.Giver})
	}
	return nil
}

// Tied gives those who count as one with a person under an agreement, since one lent a role to the other, ever: whoever acted for another
// did so in the cases that are still open.
func (s *Service) Tied(ctx context.Context, id PersonID, under agreement.ID) ([]*Person, error) {
	all, err := s.Delegations(ctx)
	if err != nil {
		return nil, err
	}
	var out []*Person
	for _, d := range all {
		other := d.Taker
		if d.Taker == id {
			other = d.Giver
		} else if d.Giver != id {
			continue
		}
		if d.Agreement != under || d.Accepted.IsZero() || slices.ContainsFunc(out, func(p *Person) bool { return p.ID == other }) {
			continue
		}
		p, err := s.store.PersonByID(ctx, other)
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

// Delegate asks for a role to be lent: one's own, to somebody who may hold it beside what they hold.
func (s *Service) Delegate(ctx context.Context, d Delegation, models func(agreement.ID) *agreement.Model) error {
	now := s.now()
	giver, err := s.Person(ctx, d.Giver)
	if err != nil {
		return err
	}
	taker, err := s.Person(ctx, d.Taker)
	if err != nil {
		return fault.New(fault.NotFound, "there is no such person to delegate to").Mend("choose one of the list")
	}
	m := models(d.Agreement)
	switch {
	case m == nil:
		return fault.New(fault.NotFound, "there is no agreement %s here", d.Agreement)
	case !slices.Contains(giver.Roles[d.Agreement], d.Role):
		return fault.New(fault.WrongRole, "only a role of one's own can be lent, and not one that was lent to oneself").Mend("choose one of your own roles")
	case giver.ID == taker.ID, taker.Disabled, taker.Admin, taker.Party != giver.Party:
		return fault.New(fault.Forbidden, "the role cannot be lent to this person").Mend("choose somebody who works here and does not look after the node")
	case slices.Contains(taker.RolesIn(d.Agreement), d.Role):
		return fault.New(fault.Conflict, "%s holds this role already", taker.Name).Mend("name them as your stand-in instead")
	case !d.Since.Before(d.Until) || !now.Before(d.Until):
		return fault.New(fault.Invalid, "the delegation ends before it begins, or is over already").Mend("give a first and a last day, the last not before today")
	case d.Until.Sub(d.Since) > MaxDelegation:
		return fault.New(fault.Invalid, "a role is lent for at most %d days", MaxDelegation/(24*time.Hour)).Mend("choose a shorter time; it can be asked for again")
	}
	if err := CheckRoles(m, taker.Party, append(slices.Clone(taker.RolesIn(d.Agreement)), d.Role)); err != nil {
		return err
	}
	d.ID, d.Asked, d.Second, d.Accepted, d.Ended = rand.Text(), now, "", time.Time{}, time.Time{}
	return s.putDelegation(ctx, &d)
}

func (s *Service) delegation(ctx context.Context, id string) (*Delegation, error) {
	r, err := s.store.RecordByRef(ctx, recordDelegation, id)
	d := &Delegation{}
	if err == nil {
		err = json.Unmarshal(r.Body, d)
	}
	if err != nil || !d.Open(s.now()) {
		return nil, fault.New(fault.NotFound, "there is no such delegation, or no longer").Mend("see the list of delegations")
	}
	return d, nil
}

// MayAccept says whether a person is the second who sees a delegation: neither of the two, and either in the same role or somebody who looks
// after the node.
func (d *Delegation) MayAccept(p *Person) bool {
	return p.ID != d.Giver && p.ID != d.Taker && !p.Disabled && (p.Admin || slices.Contains(p.Roles[d.Agreement], d.Role))
}

// Accept lets a delegation have effect, or refuses it. What the agreement says is asked once more: roles may have changed.
func (s *Service) Accept(ctx context.Context, id string, by PersonID, yes bool, models func(agreement.ID) *agreement.Model) error {
	d, err := s.delegation(ctx, id)
	if err != nil {
		return err
	}
	second, err := s.Person(ctx, by)
	if err != nil {
		return err
	}
	if !d.MayAccept(second) {
		return fault.New(fault.Forbidden, "four eyes see a delegation: it is accepted by a third person, in the same role or looking after the node").Mend("ask such a person")
	}
	if !d.Accepted.IsZero() {
		return fault.New(fault.Conflict, "the delegation is accepted already")
	}
	if !yes {
		d.Ended, d.Second = s.now(), by
		return s.putDelegation(ctx, d)
	}
	taker, err := s.Person(ctx, d.Taker)
	if err != nil {
		return err
	}
	m := models(d.Agreement)
	if m == nil || taker.Disabled || taker.Admin {
		return fault.New(fault.Forbidden, "the role cannot be lent to this person any more")
	}
	if err := CheckRoles(m, taker.Party, append(slices.Clone(taker.RolesIn(d.Agreement)), d.Role)); err != nil {
		return err
	}
	d.Second, d.Accepted = by, s.now()
	return s.putDelegation(ctx, d)
}

// EndDelegation ends one before its time: each of the two may, and whoever looks after the node.
func (s *Service) EndDelegation(ctx context.Context, id string, by *Person) error {
	d, err := s.delegation(ctx, id)
	if err != nil {
		return err
	}
	if by.ID != d.Giver && by.ID != d.Taker && !by.Admin {
		return fault.New(fault.Forbidden, "the delegation is not yours to end").Mend("ask one of the two, or who looks after the node")
	}
	d.Ended = s.now()
	return s.putDelegation(ctx, d)
}
