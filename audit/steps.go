package audit

import (
	"errors"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

// open reads the disclosures of all bundles and gives each entry the values that the auditor may see.
func (r *caseRun) open() {
	for _, v := range r.views {
		for i := range v.disclosed {
			d := &v.disclosed[i]
			_, e := r.at(d.number)
			if e == nil || e.act == nil || e.changed {
				continue // what happened to its act has been said
			}
			parsed, err := seal.ParseDisclosure(d.value)
			if err == nil {
				err = fault.New(fault.Commitment, "the act with the number %d does not give the field %q", d.number, parsed.Field)
				for _, g := range e.act.Act.Gives {
					if g.Field == parsed.Field {
						_, err = seal.CheckDisclosure(d.value, g)
					}
				}
			}
			if err != nil {
				r.breach(e, fault.CodeOf(err), v.b.header.Party, "a disclosure in the bundle of %s is not what was committed to: %s", v.b.header.Party, faultOf(err).Message)
				continue
			}
			d.field = agreement.FieldID(parsed.Field)
			if e.values == nil {
				e.values = map[agreement.FieldID]any{}
			}
			e.values[d.field] = parsed.Value
			r.counts.Disclosures++
		}
	}
}

// replay takes every entry through the engine. What the engine refuses is a breach; the replay then
// goes on as if it had been permitted, so that one wrong does not make all that follows wrong.
func (r *caseRun) replay() {
	r.states = make([]*casework.Case, len(r.list))
	var c *casework.Case
	for i, e := range r.list {
		if e.number != uint64(i+1) || e.act == nil || (i > 0 && c == nil) {
			r.notJudged(e)
			return
		}
		c = r.step(c, e)
		r.states[i] = c
		if c == nil && i+1 < len(r.list) {
			r.notJudged(r.list[i+1])
			return
		}
	}
}

func (r *caseRun) notJudged(e *entry) {
	r.find(Finding{
		Code: NotJudged, Severity: Unverifiable, Number: e.number,
		Message: sprintf("from number %d on the case cannot be replayed", e.number),
	})
}

func (r *caseRun) step(c *casework.Case, e *entry) *casework.Case {
	a := &e.act.Act
	if c != nil {
		if c = r.carry(c, e); c == nil {
			return nil
		}
		if home := c.Home(); string(home) != e.receipt.Receipt.Home && !e.doubted {
			r.breach(e, fault.NotHome, agreement.PartyID(e.receipt.Receipt.Home), "%s gave the receipt; home of the case is %s", e.receipt.Receipt.Home, home)
		}
		if a.Procedure != string(c.Procedure.ID) && !e.changed {
			r.breach(e, fault.NoSuchStep, agreement.PartyID(a.Party), "the act is of the procedure %q, the case of %q", a.Procedure, c.Procedure.ID)
		}
	}
	switch {
	case c == nil && a.Kind == seal.KindStep:
		return r.opening(e)
	case c == nil:
		r.breach(e, fault.WrongState, agreement.PartyID(a.Party), "the case does not begin with a step")
		return nil
	case a.Kind == seal.KindStep:
		r.counts.Steps++
		return r.take(c, e)
	case a.Kind == seal.KindLapse:
		r.counts.Lapses++
		return r.lapse(c, e)
	case a.Kind == seal.KindErased:
		r.counts.Erasures++
		return r.attest(c, e)
	}
	r.breach(e, fault.NoSuchStep, agreement.PartyID(a.Party), "an act of the kind %q has no place in this case", a.Kind)
	return c
}

// move is the act as the engine sees it. The error is for what it commits to: the replay goes on with it all the same.
func (r *caseRun) move(e *entry) (casework.Move, error) {
	a := &e.act.Act
	m := casework.Move{
		Step: agreement.StepID(a.Step), Side: agreement.SideID(a.Side), Party: agreement.PartyID(a.Party), Role: agreement.RoleID(a.Role),
		Person: casework.Pseudonym(a.Person), Ground: a.Ground,
		// Whether the signature counts was asked before, and answered by a finding of its own.
		Personal: e.act.Personal != nil, Received: e.received(), Signer: string(a.Key),
	}
	if proved := e.receipt.Receipt.Proved.Time; proved.Before(m.Received) {
		m.Proved = proved
	}
	var names []agreement.FieldID
	for _, g := range a.Gives {
		names = append(names, agreement.FieldID(g.Field))
	}
	m.Facts = casework.Stated(factsOf(a.Facts), factsOf(e.receipt.Receipt.Facts))
	err := m.Commits(r.ct.model, r.ct.model.Procedure(agreement.ProcedureID(a.Procedure)), names, e.values)
	return m, err
}

// committed is move for an act that has its place: what it commits to and should not, or does not and should, its author
// answers for.
func (r *caseRun) committed(e *entry) casework.Move {
	m, err := r.move(e)
	if err != nil && !e.changed {
		r.refused(e, err)
	}
	return m
}

// unseen notes that a condition could not be evaluated here, and on whose word it is taken as met.
func (r *caseRun) unseen(e *entry, err error) {
	f := faultOf(err)
	found := Finding{
		Code: ConditionUnseen, Severity: Attested, Party: agreement.PartyID(e.receipt.Receipt.Home), Article: agreement.Article(f.Article),
		Number: e.number, Step: stepOf(e), At: e.received(),
		Message: "the condition reads what is not open to the auditor: that it was met rests on home's receipt",
	}
	if errors.Is(err, casework.ErrUnreadEnd) {
		found.Message = f.Message + ": whether it had ended rests on home's receipts"
		if !slices.ContainsFunc(r.findings, func(x Finding) bool { return x.Code == found.Code && x.Message == found.Message }) {
			r.find(found) // once of each clock of the case
		}
		return
	}
	for _, v := range r.views {
		for _, j := range v.verdicts {
			if j.Number >= e.number {
				found.Party = j.Party
				found.Message = sprintf("the condition reads what has been destroyed since; %s logged before that the replay up to number %d came to %q", j.Party, j.Number, j.Result)
			}
		}
	}
	r.find(found)
}

// refused turns the engine's no into a breach of the party that acted.
func (r *caseRun) refused(e *entry, err error) {
	f := faultOf(err)
	r.find(Finding{
		Code: f.Code, Severity: Breach, Party: agreement.PartyID(e.act.Act.Party), Article: agreement.Article(f.Article),
		Number: e.number, Step: stepOf(e), At: e.received(), Message: f.Message,
	})
}

func (r *caseRun) opening(e *entry) *casework.Case {
	a := &e.act.Act
	r.counts.Steps++
	sides := make(map[agreement.SideID]agreement.PartyID, len(a.Sides))
	for _, b := range a.Sides {
		sides[agreement.SideID(b.Side)] = agreement.PartyID(b.Party)
	}
	m := r.committed(e)
	open := func(model *agreement.Model) (*casework.Case, error) {
		return r.ct.trusting().Open(model, r.key.id, agreement.ProcedureID(a.Procedure), sides, m)
	}
	c, err := open(r.ct.model)
	if fault.CodeOf(err) == fault.ConditionUnread && !unstated(r.ct.model.Procedure(agreement.ProcedureID(a.Procedure)).Step(m.Step), m) {
		r.unseen(e, err)
		m.Attested = true
		c, err = open(r.ct.model)
	}
	if err != nil && !e.changed {
		r.refused(e, err)
	}
	if err != nil {
		c = r.forceOpen(sides, m)
	} else {
		r.stood(c, e, m)
	}
	if c != nil {
		r.stated(c, e, agreement.Article(a.Article), stepOf(e), e.receipt.Receipt.Facts, e.counts())
	}
	if c != nil && string(c.Home()) != e.receipt.Receipt.Home && !e.doubted {
		r.breach(e, fault.NotHome, agreement.PartyID(e.receipt.Receipt.Home), "%s gave the receipt; home of the case is %s", e.receipt.Receipt.Home, c.Home())
	}
	return c
}

func (r *caseRun) take(c *casework.Case, e *entry) *casework.Case {
	m := r.committed(e)
	r.stated(c, e, agreement.Article(e.act.Act.Article), stepOf(e), e.receipt.Receipt.Facts, e.counts())
	n, err := c.Take(m)
	// Silences that were due before, and of which nothing is recorded, have their effect nevertheless.
	for fault.CodeOf(err) == fault.ClockLapsed || errors.Is(err, casework.ErrUnreadEnd) {
		if errors.Is(err, casework.ErrUnreadEnd) {
			r.unseen(e, err)
			m.Ends = true
			n, err = c.Take(m)
			continue
		}
		due := c.Due(m.Received)
		if len(due) == 0 || r.inGrace(c, due[0], m) {
			break
		}
		r.unrecorded(c, due[0], e.received(), e.number)
		if c = r.fall(c, due[0], nil); c == nil {
			return nil
		}
		n, err = c.Take(m)
	}
	if fault.CodeOf(err) == fault.ConditionUnread && !unstated(c.Procedure.Step(m.Step), m) {
		r.unseen(e, err)
		m.Attested = true
		n, err = c.Take(m)
	}
	if err == nil {
		r.stood(c, e, m)
		return n
	}
	if !e.changed {
		r.refused(e, err)
	}
	return force(c, m)
}

// unstated says that a condition which reads outside facts alone lacks one: then home had nothing to judge it by either.
func unstated(step *agreement.Step, m casework.Move) bool {
	return len(step.When.Reads) == 0 && slices.ContainsFunc(step.When.Facts, func(name string) bool { _, ok := m.Facts[name]; return !ok })
}

// inGrace: the end of the time need not be recorded before an act that was done in time.
func (r *caseRun) inGrace(c *casework.Case, l casework.Lapse, m casework.Move) bool {
	return l.Phase == casework.PhaseSealed && !m.Proved.IsZero() && !m.Proved.After(l.At)
}

// fall records a silence whether or not its condition can be read here; then home's act says which way
// it went. e is nil for a silence of which there is no act.
func (r *caseRun) fall(c *casework.Case, l casework.Lapse, e *entry) *casework.Case {
	if e != nil {
		l.Facts = factsOf(e.act.Act.Facts)
		r.stated(c, e, c.Procedure.Clock(l.Clock).Article, agreement.StepID(l.Clock), e.act.Act.Facts, l.At)
	}
	if e != nil && r.ct.moving { // what other cases decide home knew; whether it was so is asked at the end
		article := c.Procedure.Clock(l.Clock).Article
		stated := slices.ContainsFunc(e.act.Act.Facts, func(f seal.Fact) bool { return f.Name == casework.FactDispute(article) })
		r.rested(c, e, l, stated)
		if casework.Movable(c.Model, article, l.At) || stated || pays(c, l) {
			if _, err := c.Lapse(l); fault.CodeOf(err) == fault.ConditionUnread {
				r.unseen(e, err)
			}
			l.Attested, l.Rests, l.Unmet = true, stated, e.act.Act.Step == ""
		}
	}
	n, err := c.Lapse(l)
	if fault.CodeOf(err) == fault.ConditionUnread {
		if e != nil {
			r.unseen(e, err)
		}
		l.Attested, l.Unmet = true, e != nil && e.act.Act.Step == ""
		n, err = c.Lapse(l)
	} else if err == nil && e != nil && !e.changed {
		if took := n.Taken[len(n.Taken)-1].Takes; e.act.Act.Step != string(took) {
			r.breach(e, fault.Conflict, agreement.PartyID(e.act.Act.Party), "the lapse says that silence took the step %q; by the agreement it took %q", e.act.Act.Step, took)
		}
	}
	if err != nil {
		return nil
	}
	return n
}

// pays says that silence takes a step that makes an entry in a fund: whether the money was there other cases decide.
func pays(c *casework.Case, l casework.Lapse) bool {
	s := c.Procedure.Step(c.Procedure.Clock(l.Clock).Takes)
	return s != nil && s.Money != nil
}

// unrecorded reports a clock that ran out without its consequence, once for each clock.
func (r *caseRun) unrecorded(c *casework.Case, l casework.Lapse, by time.Time, number uint64) {
	r.lapsed = true
	cl := c.Procedure.Clock(l.Clock)
	for _, f := range r.findings {
		if f.Code == LapseMissing && f.Step == agreement.StepID(l.Clock) {
			return
		}
	}
	f := Finding{
		Code: LapseMissing, Severity: Breach, Party: c.Home(), Article: cl.Article, Number: number, Step: agreement.StepID(l.Clock), At: l.At,
		Message: sprintf("the time limit %s ran out at %s, and by %s its consequence (%s) was not recorded", l.Clock, formatTime(l.At), formatTime(by), cl.Silence),
	}
	if number == 0 { // at the end of the history
		r.unheard(&f, c.Home(), "")
	}
	r.find(f)
}

func (r *caseRun) lapse(c *casework.Case, e *entry) *casework.Case {
	a := &e.act.Act
	home := c.Home()
	if a.Party != string(home) && !e.changed {
		r.breach(e, fault.NotHome, agreement.PartyID(a.Party), "%s recorded a lapse; only home, %s, records what silence means", a.Party, home)
	}
	is := func(l casework.Lapse) bool { return string(l.Clock) == a.Clock && string(l.Phase) == a.Phase }
	for {
		due := c.Due(e.received())
		i := slices.IndexFunc(due, is)
		if l, ok := r.saidEnd(c, e); ok {
			if len(due) == 0 || !due[0].At.Before(l.At) {
				return r.fall(c, l, e)
			}
			i = 1
		}
		if i < 0 {
			return r.early(c, e, is)
		}
		if i == 0 {
			return r.fall(c, due[0], e)
		}
		r.unrecorded(c, due[0], e.received(), e.number)
		if c = r.fall(c, due[0], nil); c == nil {
			return nil
		}
	}
}

// saidEnd gives the silence of a clock that counts from what is not open to the auditor, as home's act states its end.
// Where the auditor knows the end, what home states is held against it.
func (r *caseRun) saidEnd(c *casework.Case, e *entry) (casework.Lapse, bool) {
	a := &e.act.Act
	id := agreement.ClockID(a.Clock)
	var at time.Time
	for _, f := range a.Facts {
		if v, err := seal.ParseJSON([]byte(f.Value)); err == nil && f.Name == casework.FactEnd(id) {
			at, _ = casework.StatedEnd(v)
		}
	}
	if at.IsZero() || at.After(e.received()) {
		return casework.Lapse{}, false
	}
	for _, l := range c.Due(e.received()) {
		if l.Clock == id && string(l.Phase) == a.Phase && !l.At.Equal(at) && !e.changed {
			r.breach(e, fault.Conflict, agreement.PartyID(a.Party), "the lapse says that the time %s ended at %s; by the agreement it ended at %s", id, formatTime(at), formatTime(l.At))
		}
	}
	return c.Unread(id, casework.Phase(a.Phase), at)
}

// early reports a lapse that was not due. Its effect is let happen if the clock runs at all.
func (r *caseRun) early(c *casework.Case, e *entry, is func(casework.Lapse) bool) *casework.Case {
	all := c.Due(e.received().AddDate(1000, 0, 0))
	i := slices.IndexFunc(all, is)
	if e.changed {
		return c
	}
	a := &e.act.Act
	f := Finding{
		Code: LapseEarly, Severity: Breach, Party: agreement.PartyID(a.Party), Number: e.number, Step: agreement.StepID(a.Clock), At: e.received(),
		Message: sprintf("the lapse of %q (%s) is recorded, and no such time limit was running", a.Clock, a.Phase),
	}
	if cl := c.Procedure.Clock(agreement.ClockID(a.Clock)); cl != nil {
		f.Article = cl.Article
	}
	if i >= 0 {
		f.Message = sprintf("the lapse of %s (%s) is recorded at %s; it was due at %s", a.Clock, a.Phase, formatTime(e.received()), formatTime(all[i].At))
	}
	r.find(f)
	if i != 0 {
		return c
	}
	return r.fall(c, all[0], e)
}

// phaseAll marks an attestation that the whole case was destroyed.
const phaseAll = "all"

func (r *caseRun) attest(c *casework.Case, e *entry) *casework.Case {
	a := &e.act.Act
	at := casework.Attestation{Party: agreement.PartyID(a.Party), Received: e.received(), Signer: string(a.Key), All: a.Phase == phaseAll}
	for _, g := range a.Gives {
		at.Fields = append(at.Fields, agreement.FieldID(g.Field))
	}
	n, err := c.Attest(at)
	if err != nil {
		if !e.changed {
			r.refused(e, err)
		}
		return c
	}
	return n
}
