package casework

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"pgregory.net/rapid"
)

// TestWalk lets a home walk a procedure at random, permitted and forbidden steps alike, and a second
// evaluator that can read only some of the values follow it by the acts that home took.
func TestWalk(t *testing.T) {
	type way struct {
		model     *agreement.Model
		procedure *agreement.Procedure
		standing  *Standing // of home; the far side knows of nothing
	}
	walks := map[string]way{}
	for name, m := range map[string]*agreement.Model{
		"fixture": fixture(), "passage": compiled(t, "testdata/passage.md"), "northgate": compiled(t, "../bench/northgate.md"),
	} {
		for i := range m.Procedures {
			walks[name+" "+string(m.Procedures[i].ID)] = way{m, &m.Procedures[i], nil}
		}
	}
	for _, s := range []agreement.Clock{
		{Silence: agreement.SilenceLapse},
		{Silence: agreement.SilenceProceed, Takes: "done"},
		{Silence: agreement.SilenceSuspend, Stops: states("done")},
		{Silence: agreement.SilenceErase, Erases: fields("evidence", "note"), Grace: period("P1D"), To: "after"},
		{Silence: agreement.SilenceExplain, Extends: period("P5D")},
		{Silence: agreement.SilenceRestrict, Erases: fields("evidence"), To: "after", Stops: states("done")},
	} {
		m := silent(s)
		m.Procedures[0].Step("note").Pauses = []agreement.ClockID{"reply"}
		p := &m.Procedures[0]
		p.Steps = append(p.Steps, agreement.Step{
			ID: "resume", Article: "7", By: []agreement.Actor{by(asked, "officer")}, From: states("waiting", "after", "away"), Resumes: []agreement.ClockID{"reply"},
		})
		walks[string(s.Silence)] = way{m, p, nil}
		d := silent(s)
		d.Procedures[0].Step("finish").Restores = []agreement.Article{"7"} // so that other cases decide about it
		dispute := (*Standing)(nil).Apply(effect(EffectDisputes, "7", "d", start.Add(5*day)), effect(EffectSettles, "", "d", start.Add(30*day)))
		walks[string(s.Silence)+", in dispute"] = way{d, &d.Procedures[0], dispute}
	}
	m := manifold()
	walks["quorum, late acts, steps that erase"] = way{m, &m.Procedures[0], nil}
	walks["and an article that is suspended"] = way{m, &m.Procedures[0], (*Standing)(nil).Apply(effect(EffectSuspends, "8", "x", start.Add(2*day)), effect(EffectRestores, "8", "x", start.Add(9*day)))}
	for name, x := range walks {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				w := &walk{T: t, model: x.model, procedure: x.procedure, standing: x.standing, now: start}
				w.hidden = rapid.SliceOfDistinct(rapid.SampledFrom(w.fields()), rapid.ID[agreement.FieldID]).Draw(t, "hidden")
				w.open()
				t.Repeat(map[string]func(*rapid.T){
					"wait": w.wait, "step": w.step, "attest": w.attest, "": w.check,
				})
			})
		})
	}
}

// manifold is a procedure with what steps have learnt beside moving the case.
func manifold() *agreement.Model {
	return changed(func(m *agreement.Model, p *agreement.Procedure) {
		m.Roles = append(m.Roles, agreement.Role{ID: "envoy", Held: []agreement.PartyID{arland, belmark, secretariat}})
		m.Articles[2].Ends = agreement.Date{}
		envoy := []agreement.Actor{by("", "envoy")}
		p.States = append(p.States, agreement.State{ID: "late"})
		p.Steps = append(p.Steps,
			agreement.Step{ID: "agree", Article: "8", By: envoy, From: states("requested", "late"), To: "authorised", Gives: fields("note"), Quorum: 2, Erases: fields("facts")},
			agreement.Step{ID: "stay", Article: "8", By: envoy, From: states("requested", "late", "authorised"), Quorum: 3, Extends: []agreement.ClockID{"decision"}},
			agreement.Step{ID: "purge", Article: "7", By: []agreement.Actor{by(asked, "judge")}, From: states("requested", "late", "measure-in-force", "authorised"), Erases: fields("facts", "note", "evidence")},
			agreement.Step{
				ID: "refuse-late", Article: "7", By: []agreement.Actor{by(asked, "judge")}, From: states("requested", "measure-in-force"), To: "late", Irregular: "refuse",
				Grounds: []string{agreement.PleaLate, agreement.PleaOral},
			},
			agreement.Step{ID: "resume", Article: "7", By: []agreement.Actor{by(asking, "prosecutor")}, From: states("late"), To: "requested", Suspends: []agreement.Article{"8"}},
		)
	})
}

// walk is one history: home reads everything, far lacks the values of the hidden fields.
type walk struct {
	*rapid.T
	model     *agreement.Model
	procedure *agreement.Procedure
	standing  *Standing
	hidden    []agreement.FieldID
	home, far *Case
	now       time.Time
	states    []agreement.StateID // as steps and silences led
}

func (w *walk) fields() []agreement.FieldID {
	r := w.model.Record(w.procedure.Record)
	ids := []agreement.FieldID{agreement.FieldReasons}
	for i := range r.Fields {
		ids = append(ids, r.Fields[i].ID)
	}
	return ids
}

// sides are any that the procedure permits.
func (w *walk) sides() map[agreement.SideID]agreement.PartyID {
	bound := map[agreement.SideID]agreement.PartyID{}
	if !bindFrom(w.model, w.procedure, 0, nil, bound) {
		w.Fatal("no parties for the sides")
	}
	return bound
}

// seen is the move as the far evaluator reads it.
func (w *walk) seen(mv Move) Move {
	values := map[agreement.FieldID]any{}
	for f, v := range mv.Values {
		if !slices.Contains(w.hidden, f) {
			values[f] = v
		}
	}
	mv.Values, mv.Attested = values, true
	return mv
}

func (w *walk) open() {
	first := slices.IndexFunc(w.procedure.Steps, func(s agreement.Step) bool { return len(s.From) == 0 })
	mv := sampleMove(w.model, w.procedure, w.sides(), w.procedure.Steps[first].ID, w.now)
	var err, far error
	if w.home, err = Open(w.model, "c", w.procedure.ID, w.sides(), mv); err != nil {
		w.Fatal(err)
	}
	if w.far, far = Open(w.model, "c", w.procedure.ID, w.sides(), w.seen(mv)); far != nil {
		w.Fatal(far)
	}
	w.home.Standing = w.standing // a fresh value that nobody else has seen
	w.states = []agreement.StateID{w.home.State}
}

// wait lets time pass: a little, much, or to the edges of what is next.
func (w *walk) wait(t *rapid.T) {
	next := w.home.Next()
	switch rapid.IntRange(0, 4).Draw(t, "how") {
	case 0:
		w.now = w.now.Add(time.Duration(rapid.IntRange(0, 100).Draw(t, "hours")) * time.Hour)
	case 1:
		w.now = w.now.Add(micro)
	case 2:
		if next.After(w.now) {
			w.now = next.Add(-micro)
		}
	case 3:
		if next.After(w.now) {
			w.now = next
		}
	case 4:
		w.now = w.now.Add(time.Duration(rapid.IntRange(1, 50).Draw(t, "days")) * day)
	}
}

func (w *walk) step(t *rapid.T) {
	step := &w.procedure.Steps[rapid.IntRange(0, len(w.procedure.Steps)-1).Draw(t, "step")]
	mv := sampleMove(w.model, w.procedure, w.home.Sides, step.ID, w.now)
	mv.Facts = map[string]any{"quota:convoys": rapid.SampledFrom([]float64{0, 1}).Draw(t, "quota")}
	if len(step.By) == 1 && step.By[0].Side == "" {
		mv.Party = rapid.SampledFrom(w.model.Role(step.By[0].Role).Held).Draw(t, "acting party")
	}
	if len(step.Grounds) > 0 {
		mv.Ground = rapid.SampledFrom(step.Grounds).Draw(t, "ground")
	}
	mv.Person = Pseudonym(rapid.SampledFrom([]string{string(mv.Person), "x", "y"}).Draw(t, "person"))
	if rapid.IntRange(0, 9).Draw(t, "odd") == 0 {
		mv.Role = rapid.SampledFrom(w.model.Roles).Draw(t, "role").ID
		mv.Party = rapid.SampledFrom(w.model.Parties).Draw(t, "party").ID
	}
	if f := w.model.Record(w.procedure.Record).Field("cargo"); f != nil && slices.Contains(mv.Gives, "cargo") {
		mv.Values["cargo"] = rapid.SampledFrom(f.Choices).Draw(t, "cargo")
	}
	if back := rapid.IntRange(0, 60).Draw(t, "proved hours before"); back > 0 {
		mv.Proved = w.now.Add(-time.Duration(back) * time.Hour)
	}
	w.settle()
	before, old := fmt.Sprintf("%+v", *w.home), w.home
	n, err := w.home.Take(mv)
	if got := fmt.Sprintf("%+v", *old); got != before {
		w.Fatalf("the case changed:\n%s\n%s", before, got)
	}
	if err != nil {
		if e, ok := err.(*fault.Error); !ok || n != nil || e.Code == fault.Internal || e.Article == "" {
			w.Fatalf("refused without a proper error: %v", err)
		}
		return
	}
	want := step.To
	if n.Taken[len(n.Taken)-1].Lacks > 0 {
		want = ""
	}
	if want != "" && n.State != want || want == "" && n.State != old.State {
		w.Fatalf("%s led from %q to %q", step.ID, old.State, n.State)
	}
	if len(step.From) == 0 || !slices.Contains(step.From, old.State) && !belated(step, mv.Ground) {
		w.Fatalf("%s was taken in %q", step.ID, old.State)
	}
	far, err := w.far.Take(w.seen(mv))
	if err != nil {
		w.Fatalf("the far side cannot follow %s: %v", step.ID, err)
	}
	w.home, w.far = n, far
	w.states = append(w.states, n.State)
}

// settle records on both sides what silence did, home first.
func (w *walk) settle() {
	for due := w.home.Due(w.now); len(due) > 0; due = w.home.Due(w.now) {
		n, err := w.home.Lapse(due[0])
		if err != nil {
			w.Fatalf("%+v: %v", due[0], err)
		}
		l := due[0]
		l.Attested, l.Unmet = true, n.Taken[len(n.Taken)-1].Takes == ""
		far, err := w.far.Lapse(l)
		if err != nil {
			w.Fatalf("the far side cannot follow %+v: %v", l, err)
		}
		w.home, w.far = n, far
		w.states = append(w.states, n.State)
	}
}

func (w *walk) attest(t *rapid.T) {
	w.settle()
	p := rapid.SampledFrom(w.home.Parties()).Draw(t, "party")
	for _, e := range w.home.ErasuresOf(p, w.now) {
		a := Attestation{Party: p, Fields: e.Fields, All: e.All, Received: w.now}
		n, err := w.home.Attest(a)
		if err != nil {
			w.Fatalf("%+v: %v", e, err)
		}
		far, err := w.far.Attest(a)
		if err != nil {
			w.Fatalf("the far side: %+v: %v", e, err)
		}
		w.home, w.far = n, far
		w.states = append(w.states, n.State)
	}
	if left := w.home.ErasuresOf(p, w.now); len(left) != 0 {
		w.Fatalf("%s attested everything and still owes %+v", p, left)
	}
}

func (w *walk) check(*rapid.T) {
	w.settle()
	if due := w.home.Due(w.now); len(due) != 0 {
		w.Fatalf("due after all is recorded: %v", due)
	}
	w.sameOnBothSides()
	w.historyHolds()
	for i := range w.procedure.Sides {
		w.sightHolds(w.home.Sides[w.procedure.Sides[i].ID])
	}
	if next := w.home.Next(); !next.IsZero() {
		c := w.home.Settled(next.Add(-micro))
		if c != w.home {
			w.Fatalf("something is due before %s", next)
		}
		if len(w.home.Due(next)) == 0 && len(w.home.Erasures(next)) == 0 {
			w.Fatalf("nothing to do at %s", next)
		}
	}
}

func (w *walk) sameOnBothSides() {
	h, f := w.home, w.far
	if h.State != f.State || h.Number != f.Number || !reflect.DeepEqual(h.Taken, f.Taken) || !reflect.DeepEqual(h.Clocks, f.Clocks) ||
		!reflect.DeepEqual(h.Erased, f.Erased) || !reflect.DeepEqual(h.Entered, f.Entered) || !reflect.DeepEqual(h.Given, f.Given) || h.Closed != f.Closed {
		w.Fatalf("the sides differ:\n%+v\n%+v", h, f)
	}
	for f, v := range w.far.Values {
		if !reflect.DeepEqual(v, w.home.Values[f]) {
			w.Fatalf("the far side reads another %s", f)
		}
	}
}

// historyHolds: numbers without gaps, states that follow one another, and no silence twice.
func (w *walk) historyHolds() {
	c := w.home
	if int(c.Number) != len(c.Taken) || len(w.states) != len(c.Taken) {
		w.Fatalf("number %d, %d in the history, %d moves", c.Number, len(c.Taken), len(w.states))
	}
	type fired struct {
		clock agreement.ClockID
		phase Phase
		at    time.Time
	}
	once := map[fired]bool{}
	from := agreement.StateID("")
	for i, t := range c.Taken {
		if t.From != from || t.To != w.states[i] {
			w.Fatalf("entry %d goes from %q to %q, the case from %q to %q", i, t.From, t.To, from, w.states[i])
		}
		from = t.To
		if step := w.procedure.Step(t.Step); step != nil {
			// A pause that was proved in time lifts the seal, and the clock may come to its end anew.
			for _, id := range slices.Concat(step.Pauses, step.Extends) {
				maps.DeleteFunc(once, func(f fired, _ bool) bool { return f.clock == id && f.phase == PhaseSealed })
			}
		}
		if t.Clock == "" {
			continue
		}
		f := fired{t.Clock, t.Phase, t.At}
		if once[f] {
			w.Fatalf("%v twice", f)
		}
		once[f] = true
	}
	runs := map[agreement.ClockID]bool{}
	for _, r := range c.Clocks {
		if r.Status == StatusRuns || r.Status == StatusSealed {
			if runs[r.Clock] {
				w.Fatalf("%s runs twice", r.Clock)
			}
			runs[r.Clock] = true
		}
		if r.Due.Before(r.Started) || r.Grace.Before(r.Due) {
			w.Fatalf("%+v", r)
		}
	}
}

// sightHolds: what a party is entitled to, one of its roles sees; nothing destroyed is read or seen.
func (w *walk) sightHolds(p agreement.PartyID) {
	open := w.home.Entitled(p, w.now)
	for _, f := range open {
		if _, gone := w.home.Erased[f]; gone {
			w.Fatalf("%s is destroyed and open to %s", f, p)
		}
	}
	for f := range w.home.Erased {
		if _, ok := w.home.Values[f]; ok {
			w.Fatalf("%s is destroyed and read", f)
		}
	}
	for i := range w.model.Roles {
		a := Actor{Party: p, Role: w.model.Roles[i].ID}
		for _, o := range w.home.Options(a, w.now) {
			if !slices.Contains(o.Step.From, w.home.State) && o.Step.Irregular == "" {
				w.Fatalf("%s is offered in %q", o.Step.ID, w.home.State)
			}
		}
	}
}
