package audit_test

import (
	"bytes"
	"context"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/audit/synth"
)

// The sides of a request in the tests: Arland asks, Belmark decides and is home.
var sides = map[agreement.SideID]agreement.PartyID{"requesting": synth.Arland, "requested": synth.Belmark}

type fixture struct {
	*testing.T
	w *synth.World
}

func world(t *testing.T, seed uint64) *fixture {
	t.Helper()
	w, err := synth.New(seed)
	f := &fixture{t, w}
	f.ok(err)
	w.Tick(time.Hour)
	f.ok(w.Checkpoint())
	return f
}

func (f *fixture) ok(err error) {
	f.Helper()
	if err != nil {
		f.Fatal(err)
	}
}

func text(s string) map[agreement.FieldID]any { return map[agreement.FieldID]any{"reasons": s} }

func request(urgency string) synth.Action {
	return synth.Action{
		Step: "request", Side: "requesting", Party: synth.Arland, Role: "prosecutor",
		Values: map[agreement.FieldID]any{"offence": "theft of a tractor", "urgency": urgency},
	}
}

func (f *fixture) judge(step agreement.StepID) synth.Action {
	return synth.Action{
		Step: step, Side: "requested", Party: synth.Belmark, Role: "judge", Values: text("necessary and proportionate"),
		Key: f.w.Nodes[synth.Belmark].Judge,
	}
}

func prosecutor(step agreement.StepID, values map[agreement.FieldID]any) synth.Action {
	return synth.Action{Step: step, Side: "requested", Party: synth.Belmark, Role: "prosecutor", Values: values}
}

func (f *fixture) open(urgency string) *synth.Case {
	f.Helper()
	f.w.Tick(time.Minute)
	c, err := f.w.Open("assistance", sides, request(urgency))
	f.ok(err)
	return c
}

func (f *fixture) do(c *synth.Case, x synth.Action) {
	f.Helper()
	f.w.Tick(time.Minute)
	f.ok(f.w.Do(c, x))
}

// whole plays a request from its opening to the notice to the person.
func (f *fixture) whole() *synth.Case {
	f.Helper()
	c := f.open("ordinary")
	f.do(c, f.judge("authorise"))
	f.do(c, prosecutor("execute", map[agreement.FieldID]any{"evidence": "found in a barn", "lead": "ask the neighbour"}))
	second := prosecutor("countersign", nil)
	second.Person = "p-second"
	f.do(c, second)
	f.do(c, prosecutor("inform", map[agreement.FieldID]any{"told": "that the barn was searched"}))
	return c
}

// urgent plays a measure that a judge has to uphold.
func (f *fixture) urgent() *synth.Case {
	f.Helper()
	c := f.open("danger to life")
	f.do(c, prosecutor("act-at-once", map[agreement.FieldID]any{"evidence": "heard on the telephone"}))
	return c
}

func (f *fixture) replay(list ...*synth.Bundle) *audit.Report {
	f.Helper()
	r, err := f.tryReplay(audit.Options{}, list...)
	f.ok(err)
	return r
}

func (f *fixture) tryReplay(o audit.Options, list ...*synth.Bundle) (*audit.Report, error) {
	f.Helper()
	var in []audit.Input
	for _, b := range list {
		var buf bytes.Buffer
		f.ok(b.Write(&buf))
		in = append(in, audit.Input{Name: string(b.Header.Party), From: &buf})
	}
	return audit.Replay(context.Background(), in, o)
}

// both gathers the bundles of both states, made now.
func (f *fixture) both() (home, other *synth.Bundle) {
	return f.w.Bundle(synth.Belmark, f.w.Now), f.w.Bundle(synth.Arland, f.w.Now)
}

func (f *fixture) clean(r *audit.Report) {
	f.Helper()
	if !r.Kept() {
		var b bytes.Buffer
		f.ok(r.WriteText(&b))
		f.Fatalf("an honest history has findings:\n%s", b.String())
	}
}

func TestHonestHistory(t *testing.T) {
	f := world(t, 1)
	for range 10 {
		f.whole()
	}
	f.w.Tick(time.Hour)
	f.ok(f.w.Checkpoint())
	home, other := f.both()
	r := f.replay(home, other, f.w.Bundle(synth.Secretariat, f.w.Now))
	f.clean(r)
	var b bytes.Buffer
	f.ok(r.WriteText(&b))
	t.Log(b.String())
}
