package casework

import (
	"cmp"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// Due gives the silences that are due by now and not recorded yet, in the order of At and then of the
// text; of each clock only the next phase. Apply the first with Lapse, then ask again: what it does can
// undo or bring others. An act at the very instant of the end is in time: a silence is due after it.
func (c *Case) Due(now time.Time) []Lapse {
	var due []Lapse
	for _, l := range c.pending() {
		if now.After(l.At) {
			due = append(due, l)
		}
	}
	return due
}

// pending are all silences that will be recorded if nothing else happens, in order.
func (c *Case) pending() []Lapse {
	var all []Lapse
	for i := range c.Clocks {
		r := &c.Clocks[i]
		if l, ok := c.next(c.Procedure.Clock(r.Clock), r); ok {
			all = append(all, l)
		}
	}
	if len(all) > 1 {
		slices.SortStableFunc(all, func(a, b Lapse) int {
			return cmp.Or(a.At.Compare(b.At), cmp.Compare(c.place(a.Clock), c.place(b.Clock)))
		})
	}
	return all
}

// place is where a clock stands in the text.
func (c *Case) place(id agreement.ClockID) int {
	return slices.IndexFunc(c.Procedure.Clocks, func(cl agreement.Clock) bool { return cl.ID == id })
}

// next is the silence that a clock will end in.
func (c *Case) next(cl *agreement.Clock, r *Running) (Lapse, bool) {
	switch r.Status {
	case StatusRuns:
		end, ok := c.end(cl, r)
		l := Lapse{Clock: cl.ID, Phase: firstPhase(cl), At: end}
		l.Rests = ok && c.Standing != nil && c.rests(cl, l)
		return l, ok
	case StatusSealed:
		return Lapse{Clock: cl.ID, Phase: PhaseFinal, At: r.Grace}, true
	}
	return Lapse{}, false
}

// Lapse records a silence. Refused with conflict unless it is the next one that Due gives, to the instant:
// whether its time has come is for the caller to hold against the receipt. A step taken by default whose
// condition reads what is not open here is refused with condition-unread, and so is the silence of a clock that counts
// from what is not open here (see Unread).
func (c *Case) Lapse(l Lapse) (*Case, error) {
	cl := c.Procedure.Clock(l.Clock)
	if cl == nil {
		return nil, fault.Refuse(fault.NoSuchStep, string(c.Procedure.Article), "%s has no time limit %q", title(c.Procedure.Title, c.Procedure.ID), l.Clock)
	}
	pending := c.pending()
	unread, err := c.checkUnread(cl, l, pending)
	switch {
	case err != nil:
		return nil, err
	case unread:
		pending = []Lapse{l}
	}
	if len(pending) == 0 {
		return nil, fault.Refuse(fault.Conflict, string(cl.Article), "no time limit runs that could lapse").Mend("ask again what is due")
	}
	if p := pending[0]; p.Clock != l.Clock || p.Phase != l.Phase || !p.At.Equal(l.At) {
		return nil, fault.Refuse(fault.Conflict, string(cl.Article), "the next silence is that of %s on %s, not the one recorded", words(p.Clock), c.instant(p.At)).
			Mend("ask again what is due and record the first")
	}
	n := *c
	n.Clocks = slices.Clone(c.Clocks)
	n.Number++
	if err := n.fall(cl, l); err != nil {
		return nil, err
	}
	return &n, nil
}

// fall lets silence have its effect on a fresh copy.
func (c *Case) fall(cl *agreement.Clock, l Lapse) error {
	i := slices.IndexFunc(c.Clocks, func(r Running) bool {
		return r.Clock == cl.ID && (r.Status == StatusRuns || r.Status == StatusSealed)
	})
	r := &c.Clocks[i]
	t := Taken{Clock: cl.ID, Phase: l.Phase, At: l.At, From: c.State, To: c.State}
	if r.Unread { // home has said when it ended
		r.Unread, r.Paused = false, time.Time{}
		c.endAt(cl, r, l.At)
	}
	if !r.Paused.IsZero() { // the pause used up all that pauses may use
		r.Paused = time.Time{}
		c.set(cl, r, l.At)
	}
	switch {
	case l.Phase == PhaseSealed:
		r.Status, r.Fired = StatusSealed, l.At
		c.record(t)
		return nil
	case c.rests(cl, l):
		// Stopped, not lapsed: it has no effect that lasts, and starts anew with its states.
		r.Status, r.Fired, t.Rests = StatusStopped, l.At, true
		c.record(t)
		return nil
	case cl.Silence == agreement.SilenceExplain && !r.Extended:
		c.extend(cl, r)
		r.Fired = l.At
		c.record(t)
		return nil
	}
	r.Status = StatusLapsed
	if r.Fired.IsZero() || cl.Silence != agreement.SilenceErase {
		r.Fired = l.At
	}
	step, to, err := c.silenceDoes(cl, l)
	if err != nil {
		return err
	}
	t.To = cmp.Or(to, c.State)
	if step != nil {
		t.Takes = step.ID
	}
	if cl.Silence == agreement.SilenceErase {
		t.Erases = c.destroy(cl.Erases, l.At)
	} else if step != nil && len(step.Erases) > 0 {
		t.Erases = c.destroy(step.Erases, l.At)
	}
	c.record(t)
	if step != nil {
		c.adjust(step, l.At)
	}
	c.enter(to, l.At, cl.ID)
	if step != nil {
		c.restart(step, l.At)
	}
	if cl.Silence == agreement.SilenceLapse && to == "" {
		c.close(l.At)
	}
	return nil
}

// silenceDoes gives the step that is taken by default, nil where none is, and the state that silence
// leads to, "" where the case stays.
func (c *Case) silenceDoes(cl *agreement.Clock, l Lapse) (*agreement.Step, agreement.StateID, error) {
	if cl.Silence != agreement.SilenceProceed {
		return nil, cl.To, nil
	}
	// Silence cannot do what nobody could have done: not from another state, not under an ended article,
	// not against the step's condition. Then it is recorded and has no effect.
	step := c.Procedure.Step(cl.Takes)
	if v := c.Procedure.Vote(cl.Decides); v != nil {
		if step = c.decided(v); step == nil {
			return nil, cl.To, nil
		}
	}
	if step == nil || !slices.Contains(step.From, c.State) || c.beyondSilence(step) {
		return nil, "", nil
	}
	// By home's knowledge of other cases the article may not be in force, the phase before not be there, or the money.
	if l.Attested && l.Unmet && (Movable(c.Model, step.Article, l.At) || follows(c.Model, step) || step.Money != nil) {
		return nil, "", nil
	}
	if c.checkForce(step, "", l.At, l.Attested) != nil {
		return nil, "", nil
	}
	err := c.checkCondition(step, Move{Facts: l.Facts}, l.At)
	if err == nil {
		err = c.checkBegins(step, Move{Attested: l.Attested && !l.Unmet, Facts: l.Facts}, l.At)
	}
	if err == nil {
		err = c.checkMoney(step, Move{Attested: l.Attested}, l.At)
	}
	switch code := fault.CodeOf(err); {
	case code == "", code == fault.ConditionUnread && l.Attested && !l.Unmet:
		return step, cmp.Or(step.To, cl.To), nil
	case code == fault.ConditionUnread && !l.Attested:
		return nil, "", err
	}
	return nil, "", nil
}

// beyondSilence says that a step needs somebody who takes it: nothing is suspended, put on a list or struck off it, no
// credential is lost and no party made to leave because somebody said nothing, and silence is neither a party of
// a quorum, nor can it say how much of a quota is left, nor has it conduct to plead for.
func (c *Case) beyondSilence(step *agreement.Step) bool {
	return len(step.Suspends) > 0 || step.Adds != "" || step.Strikes != "" || step.Revokes != "" || step.Withdraws || c.joint(step) || step.Uses != "" || step.Irregular != ""
}

// rests says that the article of a clock is in dispute, so that its silence has no automatic effect: nobody may
// win by waiting what the parties read differently (VCLT Art 33, 79). What protects people, erase and
// restrict, goes on, and so does a duty that remains.
func (c *Case) rests(cl *agreement.Clock, l Lapse) bool {
	switch cl.Silence {
	case agreement.SilenceProceed, agreement.SilenceLapse, agreement.SilenceSuspend, agreement.SilenceExplain:
		if l.Attested {
			return l.Rests
		}
		return c.Standing.Disputed(cl.Article, l.At)
	}
	return false
}

// destroy marks the fields of a list that have been given as destroyed, and gives them, sorted.
func (c *Case) destroy(fields []agreement.FieldID, at time.Time) []agreement.FieldID {
	var gone []agreement.FieldID
	for _, f := range fields {
		if _, given := c.Given[f]; given && c.Erased[f].IsZero() && !slices.Contains(gone, f) {
			gone = append(gone, f)
		}
	}
	if len(gone) == 0 {
		return nil
	}
	slices.Sort(gone)
	erased, values := own(c.Erased), own(c.Values)
	for _, f := range gone {
		erased[f] = at
		delete(values, f)
	}
	c.Erased, c.Values = erased, values
	c.giveCoarse(gone, nil)
	return gone
}

// close ends the case: what was asked for has lapsed. Time limits that protect somebody run on, since
// what was obtained must still be destroyed.
func (c *Case) close(at time.Time) {
	c.Closed = at
	for i := range c.Clocks {
		r := &c.Clocks[i]
		s := c.Procedure.Clock(r.Clock).Silence
		if r.Status == StatusRuns && s != agreement.SilenceErase && s != agreement.SilenceRestrict {
			r.Status, r.Paused = StatusStopped, time.Time{}
		}
	}
}

// lastLapse is the clock whose silence closed the case.
func (c *Case) lastLapse() *agreement.Clock {
	for i := len(c.Taken) - 1; i >= 0; i-- {
		if t := &c.Taken[i]; t.Clock != "" && t.At.Equal(c.Closed) {
			if cl := c.under(i).Procedure.Clock(t.Clock); cl.Silence == agreement.SilenceLapse {
				return cl
			}
		}
	}
	return &agreement.Clock{Article: c.Procedure.Article}
}

// Settled is the case as it stands at an instant: with every silence that is due, recorded or not. Where
// one cannot be judged here (condition-unread) it stops before it.
func (c *Case) Settled(now time.Time) *Case {
	for {
		due := c.Due(now)
		if len(due) == 0 {
			return c
		}
		n, err := c.Lapse(due[0])
		if err != nil {
			return c
		}
		c = n
	}
}
