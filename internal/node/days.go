package node

import (
	"context"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

// The steps of the agreement case that say what was found on a day.
const (
	StepEnter agreement.StepID = "enter" // whether a phase begins
	StepRenew agreement.StepID = "renew" // whether the agreement goes on after the last day of a term
)

// factDay is the fact in which a finding about a renewal names its day.
const factDay = "day"

// tendDays is the depositary's office: on the day of a phase, or after the last of a term, it finds whether the phase
// begins or the agreement goes on, once, in an act of the agreement case. A node that was away on the day finds it
// afterwards, by the facts of that day.
func (n *Node) tendDays(ctx context.Context, now time.Time) error {
	var first error
	for _, d := range n.allDeals() {
		if d.model.Depositary != n.party || d.inForce(now) != nil || len(d.stand().DueDays(d.model, now)) == 0 {
			continue
		}
		if err := n.withFile(ctx, d, d.caseID, func(f *file) error { return n.findDays(ctx, f, now) }); err != nil && first == nil {
			first = err
		}
	}
	return first
}

func (n *Node) findDays(ctx context.Context, f *file, now time.Time) error {
	d := f.d
	for {
		due := d.stand().DueDays(d.model, now)
		if len(due) == 0 {
			return nil
		}
		day := &due[0]
		done := d.counting(true)
		facts, err := n.found(ctx, d, day.Facts, day.At)
		done()
		if err != nil {
			return err
		}
		step, article := StepEnter, d.model.Declared
		if day.Phase == "" {
			step = StepRenew
			facts = append([]seal.Fact{{Name: factDay, Value: `"` + day.Day.String() + `"`}}, facts...) // "day" comes before "fund:" and "indicator:"
		} else {
			article = d.model.Phase(day.Phase).Article
		}
		nonce, err := seal.NewNonce(n.cfg.Random)
		if err != nil {
			return err
		}
		if facts == nil {
			facts = []seal.Fact{}
		}
		s, err := seal.SignAct(seal.Act{
			Agreement: d.textHash, Article: string(article), Basis: f.row.LastReceipt, Case: string(d.caseID), Facts: facts, Gives: []seal.Commitment{},
			Head: d.head(), Kind: seal.KindFound, Made: sealTime(n.Now()), Model: d.modelHash, Nonce: nonce, Party: string(n.party), Phase: string(day.Phase),
			Procedure: string(ProcedureAgreement), Sides: []seal.Binding{}, Step: string(step), World: n.world,
		}, n.home.Sign, seal.PrivateKey{})
		if err != nil {
			return err
		}
		if _, err := n.order(ctx, f, &incoming{signed: s, digest: s.Digest(), mine: true}); err != nil {
			return err
		}
	}
}

// dayOf gives the day that an act of the agreement case says something about: one that had come when the act was received,
// and of which nothing had been found. Which day is the last of a term steps of other cases may move: that is the
// depositary's to know, and a day that is none has no effect (casework.Term).
func (d *deal) dayOf(a *seal.Act, received time.Time) (casework.Day, error) {
	wrong := fault.New(fault.Malformed, "the act says nothing about a day of which something was to be found then")
	facts, err := factsOf(a.Facts)
	if err != nil {
		return casework.Day{}, err
	}
	m, s := d.model, d.stand()
	day := casework.Day{Phase: agreement.PhaseID(a.Phase)}
	switch {
	case a.Procedure != string(ProcedureAgreement) || a.Party != string(m.Depositary):
		return day, wrong
	case a.Step == string(StepEnter):
		p := m.Phase(day.Phase)
		if p == nil || p.Starts.IsZero() || p.Entry.IsZero() {
			return day, wrong
		}
		if _, found := s.Entered[p.ID]; found {
			return day, wrong
		}
		day.Day, day.At = p.Starts, p.Starts.Midnight(m.Location())
	case a.Step == string(StepRenew) && day.Phase == "" && m.Renewal != nil && !m.Renewal.Unless.IsZero():
		said, _ := facts[factDay].(string)
		if day.Day, err = agreement.ParseDate(said); err != nil {
			return day, wrong
		}
		if _, found := s.Renewals[day.Day]; found {
			return day, wrong
		}
		day.At = day.Day.After().Midnight(m.Location())
	default:
		return day, wrong
	}
	if received.Before(day.At) {
		return day, wrong
	}
	return day, nil
}

// tryOwn says whether an act of the agreement case would count.
func (n *Node) tryOwn(d *deal, a *seal.Act, received time.Time) error {
	switch a.Kind {
	case seal.KindStatement:
		return n.tryStatement(d, a)
	case seal.KindFound:
		_, err := d.dayOf(a, received)
		return err
	}
	return fault.New(fault.Malformed, "an act of the kind %q has no place in the agreement case", a.Kind)
}

// dayTaken lets what was found on a day have its effect: every party draws it from the facts that the act states.
func (n *Node) dayTaken(d *deal, a *seal.Act, received time.Time) {
	day, err := d.dayOf(a, received)
	if err != nil {
		n.log.Error("the depositary found something about no day", "agreement", d.id, "step", a.Step, "phase", a.Phase, "err", err)
		return
	}
	facts, err := factsOf(a.Facts)
	if err != nil {
		return // dayOf has read them
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.beside.Store(d.stand().Found(d.model, day, facts))
}
