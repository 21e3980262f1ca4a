package desk

import (
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/web"
)

// teller tells one case to one person: the case with every silence that is due, in the person's language.
type teller struct {
	tongue
	c     *casework.Case       // as the engine has it, of the agreement as it was signed
	m     *agreement.Model     // in the person's language, see desk.in
	p     *agreement.Procedure // of m
	party agreement.PartyID
	held  []agreement.RoleID
	now   time.Time
	draft map[agreement.FieldID]any // what is about to be given
}

func (d *desk) tell(t tongue, c *casework.Case, who node.Who) *teller {
	now := d.n.Now()
	m := d.in(t, c.Model)
	return &teller{tongue: t, c: c.Settled(now), m: m, p: m.Procedure(c.Procedure.ID), party: d.n.Party(), held: who.RolesIn(c.Model.ID), now: now}
}

// bearers are the parties whose people an actor of the agreement stands for in this case.
func (x *teller) bearers(a agreement.Actor) []agreement.PartyID {
	if a.Side != "" {
		if p := x.c.Sides[a.Side]; p != "" {
			return []agreement.PartyID{p}
		}
		return nil
	}
	if r := x.m.Role(a.Role); r != nil {
		return r.Held
	}
	return nil
}

// mine says whether the viewer is meant by one of these actors.
func (x *teller) mine(list []agreement.Actor) bool {
	return slices.ContainsFunc(list, func(a agreement.Actor) bool {
		return slices.Contains(x.held, a.Role) && slices.Contains(x.bearers(a), x.party)
	})
}

func (x *teller) roles(list []agreement.Actor) []web.RoleRef {
	var out []web.RoleRef
	for _, a := range list {
		for _, p := range x.bearers(a) {
			r := roleRef(x.m, p, a.Role)
			if !slices.Contains(out, r) {
				out = append(out, r)
			}
		}
	}
	return out
}

// roleNames says roles in a sentence: "the judge of Kingdom of Belmark".
func (x *teller) roleNames(list []agreement.Actor) string {
	var words []string
	for _, r := range x.roles(list) {
		words = append(words, x.say("role.of", "role", lower(r.Title), "party", r.Party.Name))
	}
	return x.either(words)
}

func (x *teller) fieldNames(ids []agreement.FieldID) string {
	return x.list(x.quote(labels(x.m, x.p, ids, x.code)))
}

func (x *teller) state(id agreement.StateID) web.StateView { return stateView(x.m, x.p, id, x.code) }

func (x *teller) stateNames(ids []agreement.StateID) string {
	var words []string
	for _, id := range ids {
		words = append(words, x.state(id).Title)
	}
	return x.either(x.quote(words))
}

// clock shows one clock of the case.
func (x *teller) clock(r casework.Running) web.ClockView {
	cl := x.p.Clock(r.Clock)
	owed := x.c.Owing(cl, r.Started)
	v := web.ClockView{
		Clock: r.Clock, Title: clockTitle(cl), Started: r.Started, Due: r.Due, Warn: r.Warns, Paused: r.Paused, Status: r.Status,
		Silence: cl.Silence, Owed: x.roles(owed), Yours: x.mine(owed), Article: article(x.m, cl.Article),
	}
	if cl.Silence == agreement.SilenceErase {
		v.Grace = r.Grace
	}
	switch r.Status {
	case casework.StatusLapsed:
		v.Effect = x.did(cl, casework.PhaseFinal, "", x.c.State)
	case casework.StatusSealed:
		v.Effect = x.did(cl, casework.PhaseSealed, "", "")
	default:
		v.Effect = x.will(cl, r.Extended)
	}
	return v
}

// clocks shows those that run or are sealed, by their end, and after them those whose silence goes on
// having an effect. What was stopped is over.
func (x *teller) clocks() []web.ClockView {
	var out []web.ClockView
	for _, r := range x.c.StandingClocks(x.now) {
		out = append(out, x.clock(r))
	}
	return out
}

// will says what the silence of a clock does, without the word for it.
func (x *teller) will(cl *agreement.Clock, extended bool) string {
	switch cl.Silence {
	case agreement.SilenceProceed:
		if cl.Decides != "" {
			return agreement.SilenceInWords(x.m, x.p, cl, x.code)
		}
		return x.say("will.proceed", "step", stepTitle(x.p, cl.Takes))
	case agreement.SilenceLapse:
		if cl.To == "" {
			return x.say("will.lapse.closes")
		}
		return x.say("will.lapse", "to", x.state(cl.To).Title)
	case agreement.SilenceErase:
		return x.then(x.say("will.erase", "fields", x.fieldNames(cl.Erases), "grace", cl.Grace.InWords(x.code)), cl)
	case agreement.SilenceRestrict:
		return x.then(x.say("will.restrict", "fields", x.fieldNames(cl.Erases)), cl)
	case agreement.SilenceExplain:
		if extended {
			return x.say("will.explain.once")
		}
		return x.say("will.explain", "extends", cl.Extends.InWords(x.code))
	case agreement.SilenceRemain:
		if l := x.m.Ladder(cl.Ladder); l != nil && len(l.Rungs) > 0 {
			return x.say("will.remain.ladder", "ladder", titled(l.Title, l.ID), "expects", l.Rungs[0].Expects)
		}
		return x.then(x.say("will.remain"), cl)
	default:
		return x.then(x.say("will.suspend"), cl)
	}
}

func (x *teller) then(s string, cl *agreement.Clock) string {
	if cl.To == "" {
		return s
	}
	return s + x.say("space") + x.say("will.to", "to", x.state(cl.To).Title)
}

// did says what the silence of a clock did.
func (x *teller) did(cl *agreement.Clock, phase casework.Phase, takes agreement.StepID, to agreement.StateID) string {
	switch {
	case phase == casework.PhaseSealed:
		return x.say("did.sealed", "fields", x.fieldNames(cl.Erases), "grace", cl.Grace.InWords(x.code))
	case cl.Silence == agreement.SilenceProceed && takes == "":
		return x.say("did.proceed.none")
	case cl.Silence == agreement.SilenceProceed:
		return x.say("did.proceed", "step", stepTitle(x.p, takes))
	case cl.Silence == agreement.SilenceLapse && cl.To == "":
		return x.say("did.lapse.closes")
	case cl.Silence == agreement.SilenceLapse:
		return x.say("did.lapse", "to", x.state(cl.To).Title)
	case cl.Silence == agreement.SilenceErase:
		return x.say("did.erase", "fields", x.fieldNames(cl.Erases))
	case cl.Silence == agreement.SilenceRestrict:
		return x.say("did.restrict", "fields", x.fieldNames(cl.Erases))
	case cl.Silence == agreement.SilenceExplain && !cl.Extends.IsZero():
		return x.say("did.explain", "extends", cl.Extends.InWords(x.code))
	case cl.Silence == agreement.SilenceExplain:
		return x.say("did.explain.once")
	case cl.Silence == agreement.SilenceRemain:
		return x.remained(cl)
	default:
		return x.say("did.suspend")
	}
}

// remained names the rung of the ladder that has been reached.
func (x *teller) remained(cl *agreement.Clock) string {
	l := x.m.Ladder(cl.Ladder)
	if l == nil || len(l.Rungs) == 0 {
		return x.say("did.remain")
	}
	expects := l.Rungs[0].Expects
	for _, r := range x.c.Ladders(x.now) {
		for _, rung := range l.Rungs {
			if r.Clock == cl.ID && r.Rung.ID == rung.ID {
				expects = rung.Expects
			}
		}
	}
	return x.say("did.remain.ladder", "ladder", titled(l.Title, l.ID), "expects", expects)
}

// next are the things that will be due, by their time: clocks, rungs of ladders, duties to tell somebody, and
// the end of the keeping time.
func (x *teller) next() []web.NextView {
	var out []web.NextView
	for _, r := range x.c.Clocks {
		cl := x.p.Clock(r.Clock)
		if r.Status == casework.StatusRuns && r.Paused.IsZero() {
			out = append(out, web.NextView{Party: x.firstOf(x.c.Owing(cl, r.Started)), Title: clockTitle(cl), By: r.Due, Effect: x.will(cl, r.Extended)})
		}
		if l := x.m.Ladder(cl.Ladder); r.Status == casework.StatusLapsed && l != nil {
			for _, g := range l.Rungs {
				if at := x.m.AfterOn(cl, g.After, r.Fired); at.After(x.now) {
					out = append(out, web.NextView{Party: x.firstOf(g.Tells), Title: x.say("next.rung", "expects", g.Expects), By: at, Effect: x.say("next.rung.if", "ladder", titled(l.Title, l.ID))})
				}
			}
		}
	}
	for _, u := range x.c.Notices() {
		if u.Done.IsZero() && u.Notice.By != "" {
			s := x.p.Step(u.Notice.By)
			out = append(out, web.NextView{Party: x.firstOf(s.By), Title: titled(s.Title, s.ID), By: u.Due, Effect: x.say("next.notice.if")})
		}
	}
	for _, k := range x.p.KeepTimes() {
		if end, ok := x.keptUntil(k); ok && end.After(x.now) {
			effect := x.say("next.keep.if")
			if len(x.p.Keeps) > 0 {
				effect = x.keptFor(k)
			}
			out = append(out, web.NextView{Party: partyRef(x.m, x.c.Home()), Title: x.keepTitle(k), By: end, Effect: effect})
		}
	}
	slices.SortStableFunc(out, func(a, b web.NextView) int { return a.By.Compare(b.By) })
	return out
}

func (x *teller) firstOf(list []agreement.Actor) web.PartyRef {
	for _, r := range x.roles(list) {
		return r.Party
	}
	return partyRef(x.m, x.c.Home())
}

// keepTitle says what a keeping time ends with, and which it is where a case has several.
func (x *teller) keepTitle(k *agreement.Keep) string {
	if k.ID == "" {
		return x.say("next.keep")
	}
	return x.say("entry.of", "kind", x.say("next.keep"), "what", x.m.Called(x.p.ID, "keep", string(k.ID)))
}

// side is what a side of the case is called.
func (x *teller) side(id agreement.SideID) string {
	return capital(x.m.Called(x.p.ID, "side", string(id)))
}

// keptUntil is when a keeping time ends: it begins with the last entry into a state that the article names.
func (x *teller) keptUntil(k *agreement.Keep) (time.Time, bool) {
	var began time.Time
	for _, t := range x.c.Taken {
		if t.To != t.From && slices.Contains(k.After, t.To) {
			began = t.At
		}
	}
	return x.m.After(k.For, began), !began.IsZero()
}
