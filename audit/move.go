package audit

import (
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

// A case that moved stands in the bundles under the text under which it began, and its entries name the text under which each was
// taken. That it moved, and when, follows from the texts and their signatures: nobody says it.

// signedSince is when the depositary took the last party's signature under the text, as the agreement's own case shows it; the
// zero time where no bundle shows that case, or a signature is missing.
func (ct *contract) signedSince() (at time.Time) {
	for i := range ct.model.Parties {
		t, ok := ct.signed[ct.model.Parties[i].ID]
		if !ok {
			return time.Time{}
		}
		if t.After(at) {
			at = t
		}
	}
	return at
}

// later are the texts of the bundles that take the place of others, with the instants from which they are in force. The own cases
// of all agreements have been replayed when the first other case asks.
func (a *auditor) later() []casework.Successor {
	a.once.Do(func() {
		for _, ct := range a.contracts {
			if ct.model == nil || ct.model.Amends == nil || len(ct.ratified) < len(ct.model.Parties) {
				continue
			}
			a.successors = append(a.successors, casework.Successor{Model: ct.model, From: casework.InForceFrom(ct.model, ct.signedSince())})
		}
	})
	return a.successors
}

// textOf is a text under which an entry of the case may stand: that under which it began, or one to which it can have moved; nil
// for any other.
func (r *caseRun) textOf(of seal.Digest) *contract {
	ct := r.a.contracts[of]
	if of == r.key.of || ct == nil || ct.model == nil || r.key.own {
		if of == r.key.of {
			return r.began
		}
		return nil
	}
	for to := ct; ; {
		if to == r.began {
			return ct
		}
		next := (*contract)(nil)
		for _, o := range r.a.contracts {
			if o.model != nil && to.model.TakesPlaceOf(o.model) && o != to {
				next = o
			}
		}
		if next == nil {
			return nil
		}
		to = next
	}
}

// textOfEntry is that of an entry; where it names none that there can be, which is a finding of its own, the one under which the
// case began.
func (r *caseRun) textOfEntry(e *entry) *contract {
	if ct := r.textOf(e.receipt.Receipt.Agreement); ct != nil {
		return ct
	}
	return r.began
}

// carry lets the case move to the text of an entry, and reports where it could not, or where home went on under a text that
// another had taken the place of.
func (r *caseRun) carry(c *casework.Case, e *entry) *casework.Case {
	ct := r.textOfEntry(e)
	later := r.a.later()
	if e.act.Act.Kind == seal.KindErased { // it counts under whichever text it names
		return r.carried(c, e.received(), e)
	}
	for c != nil && c.Model != ct.model {
		n := r.carriedOnce(c, e.received(), e)
		if n == nil || n.Model == c.Model {
			if !e.changed {
				r.breach(e, fault.WrongModel, agreement.PartyID(e.receipt.Receipt.Home), "the act was taken under version %s, to which the case had not moved", ct.model.Version)
			}
			return n
		}
		c = n
	}
	if c == nil {
		return nil
	}
	r.follow(c)
	if at := c.NextMove(later); !at.IsZero() && r.done(c, e).After(at.Add(r.a.opts.Late)) && !e.changed {
		r.breach(e, fault.WrongModel, agreement.PartyID(e.receipt.Receipt.Home), "the act was taken under version %s, and the case had moved to another at %s", ct.model.Version, formatTime(at))
	}
	return c
}

// done is when an entry counts as done: a silence at its end, an act when it is proved.
func (r *caseRun) done(c *casework.Case, e *entry) time.Time {
	a := &e.act.Act
	if a.Kind == seal.KindLapse {
		for _, l := range c.Due(e.received()) {
			if string(l.Clock) == a.Clock && string(l.Phase) == a.Phase {
				return l.At
			}
		}
	}
	if proved := e.receipt.Receipt.Proved.Time; !proved.IsZero() && proved.Before(e.received()) {
		return proved
	}
	return e.received()
}

// carriedOnce makes one move that is due by an instant, after the silences that were due before it and that nobody recorded. The
// same case: there is none to be made. nil: the replay cannot go on.
func (r *caseRun) carriedOnce(c *casework.Case, now time.Time, e *entry) *casework.Case {
	for {
		at := c.NextMove(r.a.later())
		if at.IsZero() || at.After(now) {
			return c
		}
		due := c.Due(at)
		if len(due) == 0 {
			break
		}
		number := uint64(0)
		if e != nil {
			number = e.number
		}
		r.unrecorded(c, due[0], now, number)
		if c = r.fall(c, due[0], nil); c == nil {
			return nil
		}
	}
	n, ok := c.NextText(now, r.a.later())
	if !ok {
		return c
	}
	r.follow(n)
	return n
}

// carried makes all moves that are due by an instant.
func (r *caseRun) carried(c *casework.Case, now time.Time, e *entry) *casework.Case {
	for c != nil {
		n := r.carriedOnce(c, now, e)
		if n == nil || n.Model == c.Model {
			return n
		}
		c = n
	}
	return nil
}

// follow lets what is judged from here on be judged by the text under which the case is.
func (r *caseRun) follow(c *casework.Case) {
	if r.ct.model == c.Model {
		return
	}
	for _, ct := range r.a.contracts {
		if ct.model == c.Model {
			r.ct, r.slim = ct, nil
			c.Standing = ct.trusting()
		}
	}
}

// texts are the contracts under which a case has been, the latest first.
func (r *caseRun) texts(c *casework.Case) (all []*contract) {
	for ; c != nil; c = c.Before {
		for _, ct := range r.a.contracts {
			if ct.model == c.Model && !slices.Contains(all, ct) {
				all = append(all, ct)
			}
		}
	}
	return all
}

// ringOf gives the keys by which what names a text is verified.
func (r *caseRun) ringOf(of seal.Digest) *seal.KeyRing {
	if ct := r.textOf(of); ct != nil {
		return ct.ring
	}
	return r.began.ring
}
