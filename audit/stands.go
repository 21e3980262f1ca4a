package audit

import (
	"slices"
	"sync"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
)

// stands is what cases did to how their agreements stand, and what in other cases depends on it. Cases are replayed one
// by one, in the order of their names; only when all have been can be said which article was in force when.
type stands struct {
	mu      sync.Mutex
	effects map[*contract][]casework.Effect
	parties map[casework.CaseID][]agreement.PartyID // of the cases that had effects
	homes   map[casework.CaseID]agreement.PartyID
	asked   []asked
	letters map[questioned]bool

	facts   []statedFact
	counted map[*contract][]*counted
	moved   map[*contract][]moneyMoved
}

// questioned is a question that was answered: however many of its kind stand in one letter.
type questioned struct {
	ct            *contract
	query         *agreement.Query
	asker, holder agreement.PartyID
	at            time.Time
}

// asked is one act, or one silence, that was right only if the agreement stood so. There may be as many as acts: they
// are small, and those of one case share it.
type asked struct {
	ct     *contract
	c      *casework.Case  // name, model, procedure, sides and opening
	step   *agreement.Step // of an act
	party  agreement.PartyID
	number uint64
	at     time.Time
	shown  bool // home's bundle is here

	clock  *agreement.Clock // of a silence
	rested bool             // as home says
}

func (x *asked) finding(code fault.Code) Finding {
	f := Finding{Code: code, Case: x.c.ID, Agreement: x.ct.model.ID, Number: x.number, Party: x.party, At: x.at}
	if x.clock != nil {
		f.Step, f.Article = agreement.StepID(x.clock.ID), x.clock.Article
	} else {
		f.Step, f.Article = x.step.ID, x.step.Article
	}
	return f
}

// moved keeps what the case did beside itself.
func (r *caseRun) moved() {
	c := r.last()
	if c == nil {
		return
	}
	c = c.Carried(r.until(c.Home()), r.a.later())
	texts := slices.DeleteFunc(r.texts(c), func(ct *contract) bool { return !ct.moving })
	if len(texts) == 0 || !r.moves(c) {
		return
	}
	var effects []casework.Effect
	var money []moneyMoved
	done := 0
	for i, st := range r.states { // right after each entry, while its values can be read
		for ; st != nil && done < len(st.Taken); done++ {
			for _, e := range st.Effects(done) {
				effects = append(effects, e)
				if e.Kind == casework.EffectPays || e.Kind == casework.EffectVerifies {
					money = append(money, moneyMoved{e, r.list[i].received(), c.ID})
				}
			}
		}
	}
	s := &r.a.stands
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.effects == nil {
		s.effects, s.parties, s.homes = map[*contract][]casework.Effect{}, map[casework.CaseID][]agreement.PartyID{}, map[casework.CaseID]agreement.PartyID{}
	}
	for _, ct := range texts { // what a case did beside itself counts under every text under which it has been
		s.effects[ct] = append(s.effects[ct], effects...)
	}
	if len(money) > 0 {
		if s.moved == nil {
			s.moved = map[*contract][]moneyMoved{}
		}
		s.moved[r.ct] = append(s.moved[r.ct], money...)
	}
	s.parties[c.ID], s.homes[c.ID] = c.Parties(), c.Home()
}

// moves says whether the acts of the case can have moved how an agreement stands.
func (r *caseRun) moves(c *casework.Case) bool {
	for ; c != nil; c = c.Before {
		if casework.Moves(c.Model, c.Procedure) {
			return true
		}
	}
	return false
}

// stood notes an act that was permitted if its article was in force by what other cases did.
func (r *caseRun) stood(c *casework.Case, e *entry, m casework.Move) {
	step := c.Procedure.Step(m.Step)
	at := m.Received
	if !m.Proved.IsZero() {
		at = m.Proved
	}
	if !r.ct.moving || step == nil || !casework.Movable(c.Model, step.Article, at) {
		return
	}
	r.ask(c, asked{step: step, party: m.Party, number: e.number, at: at})
}

// question notes a question that was answered, which was right only if its article was in force by what cases did. The
// holder answers for it as home does for an act.
func (s *stands) question(a *auditor, ct *contract, q *agreement.Query, asker, holder agreement.PartyID, at time.Time) {
	if !ct.moving || !casework.Movable(ct.model, q.Article, at) {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	k := questioned{ct, q, asker, holder, at}
	if s.letters[k] {
		return
	}
	if s.letters == nil {
		s.letters = map[questioned]bool{}
	}
	s.letters[k] = true
	p := &agreement.Procedure{Article: q.Article, Home: "asked", Sides: []agreement.Side{{ID: "asking"}, {ID: "asked"}}}
	c := &casework.Case{Model: ct.model, Procedure: p, Sides: map[agreement.SideID]agreement.PartyID{"asking": asker, "asked": holder}, Opened: at}
	shown := slices.ContainsFunc(a.bundles, func(b *stream) bool { return b.header.Party == holder })
	s.asked = append(s.asked, asked{ct: ct, c: c, step: &agreement.Step{ID: agreement.StepID(q.ID), Article: q.Article}, party: holder, at: at, shown: shown})
}

// rested notes what home said of a silence: whether its article was in dispute.
func (r *caseRun) rested(c *casework.Case, e *entry, l casework.Lapse, stated bool) {
	if !r.ct.disputes && !stated {
		return
	}
	cl := c.Procedure.Clock(l.Clock)
	switch cl.Silence {
	case agreement.SilenceProceed, agreement.SilenceLapse, agreement.SilenceSuspend, agreement.SilenceExplain:
		r.ask(c, asked{clock: cl, rested: stated, party: c.Home(), number: e.number, at: l.At})
	}
}

func (r *caseRun) ask(c *casework.Case, x asked) {
	if r.slim == nil {
		r.slim = &casework.Case{ID: c.ID, Model: c.Model, Procedure: c.Procedure, Sides: c.Sides, Opened: c.Opened, Before: c.Before, Moved: c.Moved}
	}
	x.ct, x.c, x.shown = r.ct, r.slim, r.shows(c.Home())
	s := &r.a.stands
	s.mu.Lock()
	defer s.mu.Unlock()
	s.asked = append(s.asked, x)
}

// close folds what all cases did, and judges what depended on it.
func (s *stands) close(a *auditor) {
	s.mu.Lock()
	defer s.mu.Unlock()
	folded := map[*contract]*casework.Standing{}
	for ct, effects := range s.effects {
		folded[ct] = (*casework.Standing)(nil).Apply(effects...)
		quotas(a, ct, folded[ct].Grants)
		s.money(a, ct, folded[ct])
	}
	stages := map[*contract][]*casework.Standing{}
	for _, ct := range a.contracts {
		if ct.model == nil {
			continue
		}
		stages[ct] = s.days(a, ct, folded[ct])
		folded[ct] = stages[ct][len(stages[ct])-1]
	}
	s.recount(a)
	for i := range s.asked {
		x := &s.asked[i]
		if x.clock != nil {
			s.silence(a, x, folded[x.ct])
		} else if err := folded[x.ct].Force(x.c, x.step, x.party, x.at); err != nil {
			s.act(a, x, folded[x.ct], err, s.late(a, x, stages[x.ct]))
		}
	}
}

// quotas counts the grants of every quota in each of its periods, in the order in which they were used. Each home counts
// those that it knows of, so that more than there are is no breach by itself.
func quotas(a *auditor, ct *contract, grants []casework.Effect) {
	type count struct {
		quota agreement.QuotaID
		party agreement.PartyID // "" where the number is for all
		asker agreement.PartyID // "" where it is not towards each that asks
		from  time.Time
	}
	used := map[count][]time.Time{} // when those that were given back count no more; zero: they count
	back := map[agreement.QuotaID][]casework.Grant{}
	nth := map[string]int{}
	for i := range grants {
		g := &grants[i]
		if g.Kind != casework.EffectUses {
			continue
		}
		of := agreement.QuotaID(g.Target)
		if back[of] == nil {
			back[of] = casework.GrantsOf(grants, of)
		}
		grant := back[of][nth[g.Target]]
		nth[g.Target]++
		for j := range ct.model.Quotas {
			q := &ct.model.Quotas[j]
			if string(q.Counted()) != g.Target {
				continue
			}
			k := count{quota: q.ID}
			k.from, _ = casework.QuotaPeriod(ct.model, q, g.At)
			if q.Each || q.Pair {
				k.party = g.Party
			}
			if q.Pair {
				k.asker = g.Asker
			}
			used[k] = slices.DeleteFunc(used[k], func(t time.Time) bool { return !t.IsZero() && !t.After(g.At) })
			if used[k] = append(used[k], grant.Returned); len(used[k]) <= q.Number {
				continue
			}
			a.col.add(Finding{
				Code: fault.QuotaUsed, Severity: Irregular, Party: g.Party, Agreement: ct.model.ID, Article: g.Article, Case: g.Case, Step: g.Step, At: g.At,
				Message: sprintf("this is grant %d of the quota %s in its period, which has %d", len(used[k]), q.ID, q.Number),
			})
		}
	}
}

// money holds the entries of every fund against each other, in the order in which they were made. Who had part in all
// the cases of those before knew that the money was not there.
func (s *stands) money(a *auditor, ct *contract, standing *casework.Standing) {
	for _, x := range standing.Overdrawn(ct.model) {
		e := &x.Effect
		why := faultOf(x.Err)
		f := Finding{
			Code: why.Code, Severity: Irregular, Party: s.homes[e.Case], Agreement: ct.model.ID, Article: e.Article, Case: e.Case, Step: e.Step, At: e.At,
			Message: sprintf("%s; which of the entries before it %s knew of cannot be seen", why.Message, s.homes[e.Case]),
		}
		switch {
		case why.Code == fault.ConditionUnread:
			f.Code, f.Severity, f.Message = ConditionUnseen, Attested, why.Message+": that the money was there rests on the receipts"
		case !slices.ContainsFunc(x.After, func(id casework.CaseID) bool { return !slices.Contains(s.parties[id], s.homes[e.Case]) }):
			f.Severity, f.Message = Breach, why.Message
		}
		a.col.add(f)
	}
}

// knew says whether home took part in the case that decided, and had a while to let it count.
func (s *stands) knew(a *auditor, x *asked, by casework.CaseID, since time.Time) bool {
	return slices.Contains(s.parties[by], x.c.Home()) && x.at.After(since.Add(a.opts.Late))
}

// late says that an act was permitted by what had been found about its days when it was taken: that the agreement had
// ended, home could not know.
func (s *stands) late(a *auditor, x *asked, stages []*casework.Standing) bool {
	n := 0
	for n < len(x.ct.days) && !x.ct.days[n].received.Add(a.opts.Late).After(x.at) {
		n++
	}
	return n < len(stages)-1 && stages[n].Force(x.c, x.step, x.party, x.at) == nil
}

// act reports an act under an article that was not in force.
func (s *stands) act(a *auditor, x *asked, standing *casework.Standing, err error, late bool) {
	why := faultOf(err)
	f := x.finding(why.Code)
	f.Severity = Unverifiable
	f.Message = why.Message + "; whether home knew of it when it took the act cannot be seen"
	if late {
		f.Severity, f.Message = Irregular, why.Message+"; this was found only afterwards"
		a.col.add(f)
		return
	}
	switch why.Code {
	case fault.Suspended:
		by := standing.SuspendedBy(x.step.Article, x.at)
		if i := slices.IndexFunc(standing.Suspended[x.step.Article], func(i casework.Interval) bool { return i.Case == by && !x.at.Before(i.From) }); i >= 0 && s.knew(a, x, by, standing.Suspended[x.step.Article][i].From) {
			f.Severity, f.Message = Breach, why.Message
		}
	case fault.Withdrawn:
		if x.shown {
			f.Severity, f.Message = Breach, why.Message
		}
	default: // what would have let it be in force is an act that the bundles do not show
		f.Severity = Attested
		f.Message = why.Message + "; home took the act nevertheless, and its bundle is not here to show why"
		if x.shown {
			f.Severity, f.Message = Breach, why.Message
		}
	}
	a.col.add(f)
}

// silence reports a silence that rested, or did not, other than the disputes of the bundles say.
func (s *stands) silence(a *auditor, x *asked, standing *casework.Standing) {
	disputed := standing.Disputed(x.clock.Article, x.at)
	if disputed == x.rested {
		return
	}
	f := x.finding(fault.Conflict)
	f.Severity = Attested
	if x.rested {
		f.Message = sprintf("%s says that Article %s is in dispute, so that the silence of %s has no effect; no bundle shows the dispute", x.party, x.clock.Article, x.clock.ID)
		switch {
		case standing.Disputed("", x.at):
			f.Message = sprintf("%s says that Article %s is in dispute, so that the silence of %s has no effect; which article an open dispute is about is not open to the auditor", x.party, x.clock.Article, x.clock.ID)
		case x.shown:
			f.Severity = Breach
		}
		a.col.add(f)
		return
	}
	f.Severity = Unverifiable
	f.Message = sprintf("Article %s was in dispute, and the silence of %s had its effect nevertheless", x.clock.Article, x.clock.ID)
	for _, d := range standing.Disputes[x.clock.Article] {
		if !x.at.Before(d.From) && (d.Until.IsZero() || x.at.Before(d.Until)) && s.knew(a, x, d.Case, d.From) {
			f.Severity = Breach
		}
	}
	a.col.add(f)
}

// irregular lists conduct that was recorded for what it was, apart from breaches.
func (r *caseRun) irregular(c *casework.Case) {
	for _, x := range c.Irregular() {
		f := Finding{Code: IrregularAct, Severity: Irregular, Party: x.Party, Article: x.Article, Number: r.numberOf(&c.Taken[x.Entry]), Step: x.Step, At: x.At}
		f.Message = sprintf("the act stands in the place of %q, with the plea: %s; ", x.Place, x.Plea)
		switch {
		case x.Answered.IsZero():
			f.Message += "nobody has confirmed or contested it yet"
		case x.Answer == "":
			f.Message += sprintf("nobody answered it, and the time for %q ran out at %s", x.Clock, formatTime(x.Answered))
		case x.Confirmed:
			f.Message += sprintf("it was confirmed by %q at %s", x.Answer, formatTime(x.Answered))
		default:
			f.Message += sprintf("it was contested by %q at %s", x.Answer, formatTime(x.Answered))
		}
		r.find(f)
	}
}

// numberOf is the place in the case of an entry of the history, 0 where it has none of its own.
func (r *caseRun) numberOf(t *casework.Taken) uint64 {
	for _, e := range r.list {
		if e.act != nil && stepOf(e) == t.Step && e.received().Equal(t.Received) {
			return e.number
		}
	}
	return 0
}
