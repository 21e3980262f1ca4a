package world

import (
	"bytes"
	"context"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/seal"
)

// insert puts rules into the model's text, before the words that they are to come before.
func insert(t *testing.T, text []byte, before, rules string) []byte {
	t.Helper()
	out := bytes.Replace(text, []byte(before), []byte(rules+before), 1)
	if len(out) == len(text) {
		t.Fatalf("the model's text has changed: it has no %q", before)
	}
	return out
}

// counted is the model in which a complaint, and a judge's authorisation, read how many complaints were upheld, and in
// which Article 3 is in force in phases alone.
func counted(t *testing.T) *play {
	t.Helper()
	t.Parallel()
	text := unportrayed(model(t))
	text = insert(t, text, "    title = \"File a complaint\"\n", "    when  = \"indicator('established-violations') < 2.0\"\n")
	text = insert(t, text, "procedure \"complaint\" {\n", `phase "trial" {
  title    = "Trial"
  articles = ["3"]
  starts   = "2026-03-01"
  ends     = "2026-06-30"
}

phase "full" {
  title    = "Full operation"
  articles = ["3"]
  starts   = "2026-07-01"
  entry    = "indicator('established-violations') < 1.0"
}

phase "late" {
  title    = "Late operation"
  articles = ["3"]
  starts   = "2026-10-01"
  entry    = "indicator('established-violations') > indicator('remedied-violations')"
}

`)
	p := &play{Inside: newWorld(t, text, node.Config{}), t: t}
	p.people()
	return p
}

func (p *play) complaint() casework.CaseID {
	p.t.Helper()
	return p.open("arland", p.contact, "complaint", "file", fields{"complainant": "Ilyan Dessar", "grievance": "my house was searched", "asks": "reasons"})
}

func (p *play) upheld() casework.CaseID {
	p.t.Helper()
	id := p.complaint()
	p.do("secretariat", p.ombud, id, "uphold", fields{"reasons": "there were none", "order": "an apology"})
	p.do("arland", p.contact, id, "tell", fields{"told": "the answer"})
	return id
}

// stated are the facts of the receipt of a case's act, the same at every node of these.
func (p *play) stated(id casework.CaseID, number int, parties ...agreement.PartyID) []seal.Fact {
	p.t.Helper()
	var facts []seal.Fact
	for i, party := range parties {
		who := map[agreement.PartyID]node.Who{"arland": p.contact, "belmark": p.oren, "secretariat": p.ombud}[party]
		v, err := p.Node(party).Case(context.Background(), who, id)
		if err != nil {
			p.t.Fatal(err)
		}
		got := v.Acts[number-1].Facts
		if i > 0 && (len(got) != len(facts) || len(got) > 0 && got[0] != facts[0]) {
			p.t.Errorf("%s holds %+v, and another %+v", party, got, facts)
		}
		facts = got
	}
	return facts
}

// A step whose condition reads an indicator is decided by home, whoever takes it: home states in its receipt what the
// indicator comes to, and refuses where it comes to too much. What is counted is what came before the act.
func TestHomeStatesAnIndicator(t *testing.T) {
	ctx := context.Background()
	p := counted(t)
	for want := range 2 {
		id := p.upheld()
		facts := p.stated(id, 1, "arland", "secretariat")
		if len(facts) != 1 || facts[0].Name != "indicator:established-violations" || facts[0].Value != string(rune('0'+want)) {
			t.Errorf("complaint %d: the receipt states %+v", want+1, facts)
		}
		p.pass(time.Second)
	}
	_, err := p.Node("arland").Step(ctx, p.contact, node.StepRequest{
		Agreement: p.Agreement, Procedure: "complaint", Step: "file", Values: fields{"complainant": "Ilyan Dessar", "grievance": "again", "asks": "reasons"},
	})
	refused(t, "a third complaint", err, fault.ConditionUnmet, "8")
	r := replay(t, p.bundle("arland"), p.bundle("belmark"), p.bundle("secretariat"))
	if len(r.Findings) > 0 || r.Verified.Facts != 2 || len(r.Attested) > 0 {
		t.Errorf("%s", printed(r))
	}
	// Arland need not know of Belmark's complaints: its bundle alone shows that the figures rest on the secretariat's word.
	r = replay(t, p.bundle("arland"))
	if len(r.Findings) > 0 || r.Verified.Facts != 0 || len(r.Attested) != 1 || r.Attested[0].Code != audit.FactAttested || r.Attested[0].Party != "secretariat" {
		t.Errorf("%s", printed(r))
	}
}

// A home that counts otherwise than the text says is shown to have stated a wrong figure.
func TestAHomeThatMiscounts(t *testing.T) {
	p := counted(t)
	v, err := p.Node("secretariat").Agreement(context.Background(), p.Agreement)
	if err != nil {
		t.Fatal(err)
	}
	v.Model.Indicator("established-violations").Reached = []agreement.StateID{"inadmissible"}
	p.upheld()
	p.pass(time.Second)
	id := p.upheld()
	if facts := p.stated(id, 1, "arland", "secretariat"); len(facts) != 1 || facts[0].Value != "0" {
		t.Fatalf("it states %+v", facts)
	}
	p.pass(time.Second)
	r := replay(t, p.bundle("arland"), p.bundle("secretariat"))
	if len(r.Findings) != 1 || r.Findings[0].Code != audit.FactWrong || r.Findings[0].Party != "secretariat" || r.Findings[0].Severity != audit.Breach || r.Findings[0].Case != id {
		t.Errorf("%s", printed(r))
	}
}

// On the day of a phase the depositary finds whether it begins, by the facts of that day, and all sides come to the same.
func TestAPhaseBeginsOnItsDayWhereItsConditionHolds(t *testing.T) {
	ctx := context.Background()
	p := counted(t)
	open := func() error {
		_, err := p.Node("arland").Step(ctx, p.officer, node.StepRequest{
			Agreement: p.Agreement, Procedure: "hit", Step: "open", Values: fields{"register": "stolen documents", "number": "P1", "issuing_state": "XB", "answer": "x"},
		})
		return err
	}
	phases := func(want ...agreement.PhaseID) {
		t.Helper()
		for _, party := range all {
			v, err := p.Node(party).Agreement(ctx, p.Agreement)
			if err != nil {
				t.Fatal(err)
			}
			if got := p.Node(party).Standing(p.Agreement).Phases(v.Model, p.Now()); len(got) != len(want) || len(got) > 0 && got[0] != want[0] {
				t.Errorf("%s: the phases are %v, want %v", party, got, want)
			}
		}
	}
	phases("trial")
	p.at(instant("2026-06-30T22:00:00Z")) // midnight at Northgate
	phases("full")
	if err := open(); err != nil {
		t.Errorf("in full operation: %v", err)
	}
	// The next phase waits for a complaint that was upheld and not remedied. The secretariat is away on the day, and the
	// remedy that comes after it changes nothing of what it finds when it is back.
	id := p.upheld()
	if err := p.Stop("secretariat"); err != nil {
		t.Fatal(err)
	}
	if err := p.SetClock(ctx, instant("2026-10-02T10:00:00Z")); err != nil {
		t.Fatal(err)
	}
	if err := p.Start(ctx, "secretariat"); err != nil {
		t.Fatal(err)
	}
	p.quiet()
	_ = id
	phases("late")
	if err := p.Stop("arland"); err != nil { // and a node that starts anew knows it
		t.Fatal(err)
	}
	if err := p.Start(ctx, "arland"); err != nil {
		t.Fatal(err)
	}
	phases("late")
	p.found(2)
	r := replay(t, p.bundle("arland"), p.bundle("belmark"), p.bundle("secretariat"))
	if len(r.Findings) > 0 {
		t.Errorf("%s", printed(r))
	}
}

// found counts what the depositary has found, at every node: each day once.
func (p *play) found(want int) {
	p.t.Helper()
	for _, party := range all {
		if n := bytes.Count(p.bundle(party), []byte(`"kind":"found"`)); n != want {
			p.t.Errorf("%s holds %d findings, want %d", party, n, want)
		}
	}
}

// A renewal is found to fail where the exception holds on the last day, and the agreement ends; where it does not, it
// goes on. The one day decides, however often a node was stopped since.
func TestARenewalIsDecidedOnItsDay(t *testing.T) {
	ctx := context.Background()
	for _, blocked := range []bool{false, true} {
		t.Run(map[bool]string{false: "goes on", true: "is blocked"}[blocked], func(t *testing.T) {
			p := begun(t)
			p.at(instant("2029-01-10T10:00:00Z"))
			id := p.upheld()
			if !blocked {
				p.do("arland", p.contact, id, "remedy", fields{"done": "we apologised"})
			}
			p.at(instant("2029-02-28T22:00:00Z"))
			for _, party := range all {
				v, err := p.Node(party).Agreement(ctx, p.Agreement)
				if err != nil || v.InForce == blocked {
					t.Errorf("%s: in force %v, %s, %v", party, v.InForce, v.Why, err)
				}
			}
			_, err := p.Node("arland").Step(ctx, p.pia, node.StepRequest{Agreement: p.Agreement, Procedure: "assistance", Step: "request", Values: request("ordinary")})
			if got := fault.CodeOf(err); blocked && got != fault.NotInForce || !blocked && err != nil {
				t.Errorf("a request: %v", err)
			}
			p.at(instant("2029-03-05T22:00:00Z"))
			p.found(1)
			r := replay(t, p.bundle("arland"), p.bundle("belmark"), p.bundle("secretariat"))
			if len(r.Findings) > 0 {
				t.Errorf("%s", printed(r))
			}
		})
	}
}
