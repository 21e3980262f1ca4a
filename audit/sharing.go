package audit

import (
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

// handed is one field of one act in the hands of one party.
type handed struct {
	number uint64
	field  agreement.FieldID
	party  agreement.PartyID
}

// sharing asks of every delivery, and of every disclosure that a party holds, which share permitted it.
func (r *caseRun) sharing() {
	r.handed = map[handed]bool{}
	// What a sender says of itself comes first: what a receiver says of it binds the receiver alone.
	for _, way := range []Way{Sent, Received} {
		for _, v := range r.views {
			for _, d := range v.deliveries {
				if d.Way == way {
					r.delivered(v, d)
				}
			}
		}
	}
	for _, v := range r.views {
		for _, d := range v.disclosed {
			r.holding(v, d)
		}
	}
}

func (r *caseRun) delivered(v *view, d Delivery) {
	r.counts.Deliveries++
	i, e := r.at(d.Number)
	if e == nil && r.gap {
		return // that it is missing has been said
	}
	if e == nil {
		r.find(Finding{
			Code: DroppedEntry, Severity: Breach, Party: v.b.header.Party, Number: d.Number, At: d.When,
			Message: sprintf("fields of number %d were delivered, and the entry is in no bundle", d.Number),
		})
		return
	}
	if e.act == nil || e.changed || i >= len(r.states) || r.states[i] == nil {
		return
	}
	from, to := v.b.header.Party, d.Party
	if d.Way == Received {
		from, to = to, from
	}
	for _, digest := range d.Values {
		j := slices.IndexFunc(e.act.Act.Gives, func(g seal.Commitment) bool { return g.Digest == digest })
		if j < 0 && !r.forkAt.IsZero() && !e.received().Before(r.forkAt) {
			continue // it may be of the act that home put into the same place
		}
		if j < 0 {
			r.breach(e, fault.Commitment, v.b.header.Party, "what %s delivered to %s, as %s says, is nothing that the act gives", from, to, v.b.header.Party)
			continue
		}
		h := handed{d.Number, agreement.FieldID(e.act.Act.Gives[j].Field), to}
		if r.handed[h] {
			continue // the other end says the same
		}
		r.handed[h] = true
		r.granted(e, h, v.b.header.Party, d.When, d.Way, r.states[i:])
	}
}

// granted looks for a share that let the field go to the party at the time. What arrives may have been
// on its way for long, so that for the receiver any state since the act counts.
//
// by is who answers for it. Deliveries are not signed: each end's word about them speaks against that end alone.
func (r *caseRun) granted(e *entry, h handed, by agreement.PartyID, when time.Time, way Way, states []*casework.Case) {
	if agreement.PartyID(e.act.Act.Party) == h.party {
		return
	}
	skew := r.a.opts.Skew
	var why error
	unread, cut := false, false
	for j, c := range states {
		if c == nil {
			cut = true
			break
		}
		begin := r.list[len(r.list)-len(states)+j].received()
		if j > 0 && begin.After(when.Add(skew)) {
			break
		}
		last := j+1 == len(states) || states[j+1] == nil
		if !last && way == Sent && r.list[len(r.list)-len(states)+j+1].received().Add(skew).Before(when) {
			continue // the state was over when it left
		}
		at := begin
		if way == Sent && when.After(begin) {
			at = when.Add(-skew)
			if at.Before(begin) {
				at = begin
			}
		}
		err := mayHold(c, h.party, h.field, at)
		if n := c.Carried(when, r.a.later()); err != nil && n != c { // the text to which it moved may open what the old one did not
			if at.Before(n.Moved) {
				at = n.Moved
			}
			err = mayHold(n, h.party, h.field, at)
		}
		if err == nil {
			return
		}
		why = err
		unread = unread || conditional(c, h.party, h.field)
	}
	f := faultOf(why)
	found := Finding{
		Code: f.Code, Severity: Breach, Party: by, Article: agreement.Article(f.Article), Number: e.number, Step: stepOf(e), At: when,
		Message: sprintf("the field %s went to %s: %s", h.field, h.party, f.Message),
	}
	switch {
	case !r.forkAt.IsZero() && when.Add(skew).After(r.forkAt):
		// Whoever was shown the other history acted on that one.
		found.Code, found.Severity = NotJudged, Unverifiable
		found.Message = sprintf("the field %s went to %s when home had two histories of the case: by the one that is followed here no share permits it", h.field, h.party)
	case cut:
		found.Code, found.Severity = NotJudged, Unverifiable
		found.Message = sprintf("the field %s went to %s, and the case cannot be replayed up to then", h.field, h.party)
	case unread:
		found.Code, found.Severity = ConditionUnseen, Unverifiable
		found.Message = sprintf("the field %s went to %s under a share whose condition reads what is not open to the auditor", h.field, h.party)
	case way == Received:
		found.Message = sprintf("the field %s came to %s, as its own bundle shows: %s", h.field, h.party, f.Message)
	}
	r.find(found)
}

// holding asks how a party came to hold what its own bundle opens.
func (r *caseRun) holding(v *view, d disclosed) {
	i, e := r.at(d.number)
	if d.field == "" || e == nil || i >= len(r.states) || r.states[i] == nil {
		return
	}
	h := handed{d.number, d.field, v.b.header.Party}
	if r.handed[h] {
		return // its delivery has been judged
	}
	r.handed[h] = true
	r.granted(e, h, agreement.PartyID(e.act.Act.Party), v.b.header.Made, Received, r.states[i:])
}

// mayHold says whether any role of the party may see the field, or the coarser value of it that is named: then its node may
// hold it.
func mayHold(c *casework.Case, p agreement.PartyID, name agreement.FieldID, at time.Time) error {
	var why error
	only := true
	for i := range c.Model.Roles {
		role := &c.Model.Roles[i]
		if !slices.Contains(role.Held, p) {
			continue
		}
		err := c.MayHold(casework.Actor{Party: p, Role: role.ID}, name, at)
		if err == nil {
			return nil
		}
		// What a clause says about another time or state tells more than that no clause names the role.
		if x := faultOf(err); why == nil || x.Code != fault.NotShared || x.Article != string(c.Procedure.Article) {
			why, only = err, x.Code == fault.NotShared
		}
	}
	if f, _ := casework.FieldOf(name); only && !named(c, p, f) {
		return fault.Refuse(fault.NotShared, string(c.Procedure.Article), "no clause shares the field %s with any role of %s", f, p)
	}
	return why
}

// named says whether any share names the field and a role of the party.
func named(c *casework.Case, p agreement.PartyID, f agreement.FieldID) bool {
	return slices.ContainsFunc(c.Procedure.Shares, func(s agreement.Share) bool {
		return slices.Contains(s.Fields, f) && slices.ContainsFunc(s.With, func(w agreement.Actor) bool {
			return (w.Side == "" || c.Sides[w.Side] == p) && held(c.Model, w.Role, p)
		})
	})
}

// conditional says whether a share with a condition that cannot be read here might have permitted it.
func conditional(c *casework.Case, p agreement.PartyID, name agreement.FieldID) bool {
	f, precision := casework.FieldOf(name)
	for i := range c.Procedure.Shares {
		s := &c.Procedure.Shares[i]
		if s.When.IsZero() || !slices.Contains(s.Fields, f) || s.Precision != "" && s.Precision != precision {
			continue
		}
		for _, w := range s.With {
			if (w.Side == "" || c.Sides[w.Side] == p) && held(c.Model, w.Role, p) &&
				slices.ContainsFunc(s.When.Reads, func(x agreement.FieldID) bool { _, ok := c.Values[x]; return !ok }) {
				return true
			}
		}
	}
	return false
}
