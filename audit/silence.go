package audit

import (
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/seal"
)

// last is the state of the case after its last entry, nil where the replay did not come that far.
func (r *caseRun) last() *casework.Case {
	if len(r.states) == 0 || r.gap {
		return nil
	}
	return r.states[len(r.states)-1]
}

// until is the instant for which the bundles can say what was overdue: the latest bundle that holds
// the whole history. A bundle that is behind says nothing about what happened after its last entry, and none
// but home's knows that it is not behind: where home's is here it alone counts.
func (r *caseRun) until(home agreement.PartyID) time.Time {
	var t time.Time
	end := r.list[len(r.list)-1].number
	only := r.shows(home)
	for _, v := range r.views {
		whole := len(v.entries) > 0 && v.entries[len(v.entries)-1].number == end
		if whole && v.b.header.Made.After(t) && (!only || v.b.header.Party == home) {
			t = v.b.header.Made
		}
	}
	return t
}

// shows says whether the bundle of a party is here.
func (r *caseRun) shows(p agreement.PartyID) bool {
	return slices.ContainsFunc(r.views, func(v *view) bool { return v.b.header.Party == p })
}

// unheard turns what is missing into the word of those who miss it, where neither home, who orders the case,
// nor the party itself shows its bundle: the entry may be under way.
func (r *caseRun) unheard(f *Finding, home, by agreement.PartyID) {
	if r.shows(home) || by != "" && r.shows(by) {
		return
	}
	f.Severity = Attested
	f.Message += "; so it stands in the bundles that are here, and home's is not among them"
}

// silence asks what ran out by the time of the bundles without a record of its consequence.
func (r *caseRun) silence() {
	c := r.last()
	if c == nil {
		return
	}
	r.counts.ErasedFields += uint64(len(c.Erased))
	home := c.Home()
	made := r.until(home)
	t := made.Add(-r.a.opts.Late)
	if c = r.carried(c, t, nil); c == nil {
		return
	}
	for {
		due := c.Due(t)
		if len(due) == 0 {
			return
		}
		r.unrecorded(c, due[0], made, 0)
		if c = r.fall(c, due[0], nil); c == nil {
			return
		}
	}
}

// duties asks what had to be destroyed and told by the time of the bundles.
func (r *caseRun) duties() {
	c := r.last()
	if c == nil {
		return
	}
	made := r.until(c.Home())
	c = c.Carried(made, r.a.later())
	r.notices(c, made)
	r.irregular(c)
	due := made.Add(-r.a.opts.Destroy)
	for _, p := range c.Parties() {
		for _, er := range c.ErasuresOf(p, due) {
			if !r.recorded(c, er) || !r.held(p, er.Fields) || r.waiting(p, er) {
				continue
			}
			f := Finding{
				Code: NotErased, Severity: Breach, Party: p, Article: er.Article, Step: agreement.StepID(er.Clock), At: er.Due,
				Message: sprintf("%s owed the destruction of %s by %s, and by %s had not attested it", p, list(er.Fields), formatTime(er.Due), formatTime(made)),
			}
			r.unheard(&f, c.Home(), p)
			r.find(f)
		}
	}
	r.kept(c)
}

// waiting says whether a party has attested a destruction in an act that home has not answered.
func (r *caseRun) waiting(p agreement.PartyID, er casework.Erasure) bool {
	for _, v := range r.views {
		for _, x := range v.pending {
			s, err := seal.DecodeSignedAct(x.Signed)
			if v.b.header.Party != p || err != nil || s.Act.Kind != seal.KindErased || s.Act.Party != string(p) {
				continue
			}
			if len(s.Act.Gives) == 0 || !er.All && !slices.ContainsFunc(er.Fields, func(f agreement.FieldID) bool {
				return !slices.ContainsFunc(s.Act.Gives, func(g seal.Commitment) bool { return g.Field == string(f) })
			}) {
				return true
			}
		}
	}
	return false
}

// recorded says whether the silence behind an erasure stands in the history; if not, that has been reported. A
// step does, and the end of the keeping time needs no record.
func (r *caseRun) recorded(c *casework.Case, er casework.Erasure) bool {
	if er.Clock == "" {
		return true
	}
	return slices.ContainsFunc(c.Taken, func(t casework.Taken) bool { return t.Clock == er.Clock && t.Phase == casework.PhaseFinal })
}

// held says whether a party gave one of the fields or was handed one.
func (r *caseRun) held(p agreement.PartyID, fields []agreement.FieldID) bool {
	for _, e := range r.list {
		if e.act == nil || e.act.Act.Party != string(p) {
			continue
		}
		for _, g := range e.act.Act.Gives {
			if slices.Contains(fields, agreement.FieldID(g.Field)) {
				return true
			}
		}
	}
	for h := range r.handed {
		if f, _ := casework.FieldOf(h.field); h.party == p && slices.Contains(fields, f) {
			return true
		}
	}
	return false
}

// kept finds disclosures in a bundle whose time was over when the bundle was made.
func (r *caseRun) kept(c *casework.Case) {
	type once struct {
		party agreement.PartyID
		field agreement.FieldID
	}
	said := map[once]bool{}
	for _, v := range r.views {
		if len(v.disclosed) == 0 {
			continue
		}
		party, due := v.b.header.Party, v.b.header.Made.Add(-r.a.opts.Destroy)
		// Asked for a party that attests nothing, the engine names all that is owed.
		owed := c.ErasuresOf("", due)
		for _, d := range v.disclosed {
			i, e := r.at(d.number)
			field, _ := casework.FieldOf(d.field)
			for _, er := range owed {
				if e == nil || d.field == "" || said[once{party, field}] || !slices.Contains(er.Fields, field) {
					continue
				}
				if !er.All && !r.before(c, i, er) {
					continue // given again after the silence that destroyed what was given before
				}
				said[once{party, field}] = true
				r.find(Finding{
					Code: KeptTooLong, Severity: Breach, Party: party, Article: er.Article, Number: d.number, Step: stepOf(e), At: er.Due,
					Message: sprintf("%s still holds the field %s, which was to be destroyed by %s", party, d.field, formatTime(er.Due)),
				})
			}
		}
	}
}

// before says whether entry i of the merged list stands before the silence or the step that an erasure follows.
func (r *caseRun) before(c *casework.Case, i int, er casework.Erasure) bool {
	if er.Clock == "" && er.Entry < 0 {
		return true // a keeping time is over for whatever was given
	}
	if er.Clock == "" {
		return r.list[i].received().Before(c.Taken[er.Entry].Received)
	}
	for j := range c.Taken {
		if t := &c.Taken[j]; t.Clock == er.Clock && t.Phase == casework.PhaseFinal {
			return i < j
		}
	}
	return true
}

func (r *caseRun) notices(c *casework.Case, made time.Time) {
	late := r.a.opts.Late
	for _, d := range c.Notices() {
		n := d.Notice
		last := d.Latest
		if d.Shown { // an act would show that it was put off
			last = d.Due
		}
		f := Finding{Code: NotNotified, Severity: Breach, Article: n.Article, Step: n.By, At: last}
		if st := c.Procedure.Step(n.By); st != nil && len(st.By) > 0 {
			f.Party = c.Sides[st.By[0].Side]
		}
		switch {
		case n.By == "":
			continue // the agreement names no act that would show it
		case d.Done.IsZero() && made.After(last.Add(late)):
			f.Message = sprintf("the notice %q was owed by %s, and by %s nobody was told", n.ID, formatTime(last), formatTime(made))
			r.unheard(&f, c.Home(), f.Party)
		case d.Done.IsZero() && made.After(d.Due.Add(late)):
			f.Code, f.Severity, f.At = DeferralUnknown, Unverifiable, d.Due
			f.Message = sprintf("the notice %q was due by %s; it may be deferred until %s, which no act shows", n.ID, formatTime(d.Due), formatTime(d.Latest))
		case !d.Done.IsZero() && d.Done.After(last.Add(late)):
			f.Severity, f.At = Irregular, d.Done
			f.Message = sprintf("the notice %q was given at %s; it was owed by %s. Late notice is still notice", n.ID, formatTime(d.Done), formatTime(last))
		default:
			continue
		}
		r.find(f)
	}
}

func list(fields []agreement.FieldID) string {
	s := ""
	for i, f := range fields {
		if i > 0 {
			s += ", "
		}
		s += string(f)
	}
	return s
}
