package casework

import (
	"fmt"
	"maps"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// CodeExpectation is the code of the findings of Expectations.
const CodeExpectation agreement.FindingCode = "expectation-unmet"

// exampleID names the case in which an example runs.
const exampleID CaseID = "00000000000000000000000000000000"

// Expectations runs the examples of an agreement on the engine and gives an error finding for each that
// does not come out as stated, at the heading of its article (File and column are left to the caller).
// Examples begin at noon of the agreement's first day, in its zone. What an example does not state is
// invented: fields with sample values, the first ground of a closed list, one person per actor with a
// valid signature, 0 for an outside fact. A field that is given as null is left out; an act that is expected to be refused as
// personal-missing is not signed by the person.
//
// The acts under permits and refuses are tried at the very end of the time that the example lets pass,
// where an act is still in time; state and sight are judged as soon as it is over.
func Expectations(m *agreement.Model) []agreement.Finding {
	var findings []agreement.Finding
	for i, all := range played(m) {
		x := &m.Expects[i]
		for _, wrong := range all {
			f := agreement.Finding{
				Severity: agreement.SeverityError, Code: CodeExpectation, Article: x.Article,
				Message: fmt.Sprintf("the example %q does not come out: %s", x.Title, wrong.message), Mend: wrong.mend,
			}
			if c := m.Clause(x.Article); c != nil {
				f.Line, f.Column = c.Line, 1
			}
			findings = append(findings, f)
		}
	}
	return findings
}

// played runs the examples side by side: each by itself, so that the order in which they are done means nothing.
func played(m *agreement.Model) [][]wrong {
	out := make([][]wrong, len(m.Expects))
	all := everybody(m)
	var next atomic.Int64
	var done sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(m.Expects)) {
		done.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= len(m.Expects) {
					return
				}
				ex := example{model: m, everybody: all, expect: &m.Expects[i]}
				out[i] = ex.run()
			}
		})
	}
	done.Wait()
	return out
}

// wrong is one thing that did not come out.
type wrong struct{ message, mend string }

// example is one run of an expect block.
type example struct {
	model     *agreement.Model
	everybody []Actor // of the model, where it is known already
	expect    *agreement.Expect
	procedure *agreement.Procedure
	sides     map[agreement.SideID]agreement.PartyID
	c         *Case
	now       time.Time
	effects   []string  // what the last given act did beside its case
	tried     time.Time // the very end of the time that the example lets pass
	out       []wrong
}

func (x *example) fail(mend, format string, args ...any) {
	x.out = append(x.out, wrong{fmt.Sprintf(format, args...), mend})
}

func (x *example) run() []wrong {
	if x.expect.Record != "" {
		x.record()
		return x.out
	}
	x.procedure = x.model.Procedure(x.expect.Procedure)
	if x.procedure == nil {
		x.fail("name a procedure of this agreement", "there is no procedure %q", x.expect.Procedure)
		return x.out
	}
	x.sides = bindExample(x.model, x.procedure, x.expect)
	loc := x.model.Location()
	x.now = x.model.Starts.Midnight(loc).Add(12 * time.Hour).UTC()
	if e := x.expect; len(e.Given) == 0 && len(e.Permits)+len(e.Refuses) > 0 { // it is about who may open a case
		x.tries()
		return x.out
	}
	if !x.given() {
		return x.out
	}
	x.now = x.model.After(x.expect.At, x.now)
	if !x.settle() {
		return x.out
	}
	x.tried = x.now
	x.tries()
	x.may()
	x.did()
	if !x.expect.At.IsZero() {
		x.now = x.now.Add(tick)
	}
	if x.settle() {
		x.holds()
	}
	return x.out
}

// given plays what has happened; false where it could not have happened.
func (x *example) given() bool {
	for i := range x.expect.Given {
		mv := &x.expect.Given[i]
		n, now, err := x.take(mv)
		if err != nil {
			x.fail("change what is given, or the rule that forbids it", "given act %d, %q, is refused: %s", i+1, mv.Step, err)
			return false
		}
		x.c, x.now = n, now
		x.effects = stepEffects(n)
	}
	if x.c == nil {
		x.fail("add given { act \"…\" { by = side.role } }", "nothing has happened in it")
		return false
	}
	return true
}

// settle records the silences that are due.
func (x *example) settle() bool {
	x.c = x.c.Settled(x.now)
	due := x.c.Due(x.now)
	if len(due) == 0 {
		return true
	}
	_, err := x.c.Lapse(due[0])
	x.fail("give the fields that the condition reads", "the silence of %q cannot be judged: %s", due[0].Clock, err)
	return false
}

// take tries one act on the case as it stands, or on none.
func (x *example) take(mv *agreement.Move) (*Case, time.Time, error) {
	now := x.model.After(mv.After, x.now)
	move := x.move(mv, now)
	if x.c == nil {
		n, err := Open(x.model, exampleID, x.procedure.ID, x.sides, move)
		return n, now, err
	}
	n, err := x.c.Settled(now).Take(move)
	return n, now, err
}

func (x *example) tries() {
	for i := range x.expect.Permits {
		mv := &x.expect.Permits[i]
		if _, _, err := x.take(mv); err != nil {
			x.fail("change the example, or the rule that forbids the act", "%q should be permitted, but is refused: %s [%s]", mv.Step, err, fault.CodeOf(err))
		}
	}
	for i := range x.expect.Refuses {
		mv := &x.expect.Refuses[i]
		switch _, _, err := x.take(mv); {
		case err == nil:
			x.fail("change the example, or add the rule that forbids the act", "%q should be refused, but is permitted", mv.Step)
		case mv.Because != "" && string(fault.CodeOf(err)) != mv.Because:
			x.fail("state the code with which it is refused", "%q should be refused because of %s, but is because of %s: %s", mv.Step, mv.Because, fault.CodeOf(err), err)
		}
	}
}

// stepEffects gives what the last act did beside its case, in the words of the language.
func stepEffects(c *Case) []string {
	var said []string
	for _, e := range c.Effects(len(c.Taken) - 1) {
		if e.Kind != EffectDisputes && e.Kind != EffectSettles && e.Kind != EffectVerifies { // they follow from the procedure, not from the step
			said = append(said, e.String())
		}
	}
	return said
}

// did holds the effects of the last given act against those stated, in whatever order.
func (x *example) did() {
	if len(x.expect.Effects) == 0 {
		return
	}
	for _, want := range x.expect.Effects {
		if !slices.Contains(x.effects, want) {
			x.fail("change the example, or let the step do so", "the last given act should do this beside its case, and does not: %s", want)
		}
	}
	for _, got := range x.effects {
		if !slices.Contains(x.expect.Effects, got) {
			x.fail("state it under effects, or let the step not do so", "the last given act does this beside its case, and no effect says so: %s", got)
		}
	}
}

// holds checks the state, what is destroyed, and who sees what.
func (x *example) holds() {
	if want := x.expect.State; want != "" && x.c.State != want {
		x.fail("change the example, or the rules that lead to this state", "the case should stand in %q and stands in %q", want, x.c.State)
	}
	for _, f := range x.expect.Erased {
		if err := x.c.usable(f, x.now); fault.CodeOf(err) != fault.Erased {
			x.fail("change the example, or let a clock or the keeping time destroy the field", "%s should be destroyed and is not", f)
		}
	}
	x.duties()
	for _, s := range x.expect.Sees {
		for _, a := range x.viewers(s.By) {
			if err := x.c.Sees(a, s.Field, x.now); err != nil {
				x.fail("change the example, or share the field", "the %s should see %s: %s", roleTitle(x.model, a.Role), s.Field, err)
			}
		}
	}
	x.exact()
	x.closed()
	for _, s := range x.expect.Hidden {
		for _, a := range x.viewers(s.By) {
			if x.c.look(a, s.Field, "", x.now).why == visible {
				x.fail("change the example, or the share that opens the field", "the %s of %s should not see %s and does", roleTitle(x.model, a.Role), a.Party, s.Field)
			}
		}
	}
}

// viewers are those an example speaks of. A role that the bound party does not fill is still asked for:
// the answer is that it sees nothing.
func (x *example) viewers(w agreement.Actor) []Actor {
	if all := x.c.bearers(w); len(all) > 0 {
		return all
	}
	return []Actor{{Party: x.sides[w.Side], Role: w.Role}}
}

// move fills in what an example leaves open.
func (x *example) move(mv *agreement.Move, now time.Time) Move {
	move := Move{
		Step: mv.Step, Side: mv.By.Side, Role: mv.By.Role, Person: Pseudonym(mv.Person), Ground: mv.Ground,
		Personal: mv.Because != string(fault.PersonalMissing), Received: now, Values: map[agreement.FieldID]any{},
	}
	if move.Person == "" {
		move.Person = Pseudonym(string(mv.By.Side) + "." + string(mv.By.Role))
	}
	move.Party = x.sides[mv.By.Side]
	if r := x.model.Role(mv.By.Role); mv.By.Side == "" && r != nil && len(r.Held) > 0 {
		move.Party = r.Held[0]
	}
	for f, v := range mv.Gives {
		if v != nil {
			move.Gives, move.Values[f] = append(move.Gives, f), v
		}
	}
	slices.Sort(move.Gives)
	step := x.procedure.Step(mv.Step)
	if step == nil {
		return move
	}
	for _, in := range Form(x.model, x.procedure, step) {
		f := in.Field
		if _, stated := mv.Gives[f.ID]; !stated && in.Required {
			move.Gives, move.Values[f.ID] = append(move.Gives, f.ID), Sample(x.model, f)
		}
	}
	if move.Ground == "" && len(step.Grounds) > 0 && mv.Because != string(fault.GroundUnknown) {
		move.Ground = step.Grounds[0]
	}
	move.Facts = x.facts(mv, step)
	return move
}

// facts are the outside facts that the step reads: as stated, and else 0.
func (x *example) facts(mv *agreement.Move, step *agreement.Step) map[string]any {
	read := slices.Clone(step.When.Facts)
	if p := x.model.Phase(step.Begins); p != nil {
		read = append(read, p.Entry.Facts...)
		for i := range x.model.Phases { // by whose ramp it may begin
			if o := &x.model.Phases[i]; o.ExitTo == p.ID {
				read = append(read, o.Exit.Facts...)
			}
		}
	}
	for _, q := range x.model.Drawn(step) {
		read = append(read, FactQuota(q.ID))
	}
	if len(read)+len(mv.Facts) == 0 {
		return nil
	}
	facts := make(map[string]any, len(read))
	for _, name := range read {
		facts[name] = 0.0
	}
	maps.Copy(facts, mv.Facts)
	return facts
}

// bindExample finds parties for the sides that fill the roles in which the example acts; where there are
// none, any parties that may stand there, and the engine says what is wrong.
func bindExample(m *agreement.Model, p *agreement.Procedure, x *agreement.Expect) map[agreement.SideID]agreement.PartyID {
	need := map[agreement.SideID][]agreement.RoleID{}
	for _, moves := range [][]agreement.Move{x.Given, x.Permits} {
		for i := range moves {
			need[moves[i].By.Side] = append(need[moves[i].By.Side], moves[i].By.Role)
		}
	}
	bound := map[agreement.SideID]agreement.PartyID{}
	if !bindFrom(m, p, 0, need, bound) {
		bindFrom(m, p, 0, nil, bound)
	}
	return bound
}

func bindFrom(m *agreement.Model, p *agreement.Procedure, i int, need map[agreement.SideID][]agreement.RoleID, bound map[agreement.SideID]agreement.PartyID) bool {
	if i == len(p.Sides) {
		return true
	}
	s := &p.Sides[i]
	for _, party := range candidates(m, p, s, bound) {
		if slices.ContainsFunc(need[s.ID], func(r agreement.RoleID) bool { return !holds(m, r, party) }) {
			continue
		}
		bound[s.ID] = party
		if bindFrom(m, p, i+1, need, bound) {
			return true
		}
		delete(bound, s.ID)
	}
	return false
}
