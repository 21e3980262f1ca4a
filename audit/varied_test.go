package audit_test

import (
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit/synth"
)

// varied plays acts of every kind until there are n of them, with all that honest parties do.
func (f *fixture) varied(n int) (acts int) {
	f.Helper()
	var open []*synth.Case
	for i := 0; ; i++ {
		var c *synth.Case
		switch i % 8 {
		case 3: // refused, on a ground of the list
			c = f.open("ordinary")
			x := f.judge("refuse")
			x.Ground = "political offence"
			f.do(c, x)
		case 4: // urgent and upheld
			c = f.urgent()
			f.do(c, f.judge("uphold"))
			f.do(c, prosecutor("execute", map[agreement.FieldID]any{"evidence": "a second time"}))
			f.do(c, prosecutor("inform", map[agreement.FieldID]any{"told": "that it was heard"}))
			x := prosecutor("countersign", nil)
			x.Person = "p-second"
			f.do(c, x)
		case 5: // refused by home, and left to lie
			c = f.open("ordinary")
			f.ok(f.w.Refuse(c, prosecutor("execute", nil), "wrong-state"))
		case 6: // a complaint, whose home is the depositary
			f.w.Tick(time.Minute)
			var err error
			c, err = f.w.Open("complaint", map[agreement.SideID]agreement.PartyID{"complaining": synth.Arland, "deciding": synth.Secretariat}, synth.Action{
				Step: "complain", Side: "complaining", Party: synth.Arland, Role: "officer", Values: map[agreement.FieldID]any{"matter": "a delay"},
			})
			f.ok(err)
			f.do(c, synth.Action{Step: "answer", Side: "deciding", Party: synth.Secretariat, Role: "ombudsperson", Values: text("it was late")})
		case 7: // a hit with its review
			f.ask(synth.Question("X1"), map[string]any{"reported": "2026-02-01"})
			f.review()
			c = f.w.Cases[len(f.w.Cases)-1]
		default:
			c = f.whole()
		}
		if i%200 == 4 { // urgent, and nobody upholds it
			open = append(open, f.urgent())
		}
		open = append(open, c)
		if i%50 == 49 {
			f.settle(6 * time.Hour)
			for _, c := range open {
				f.ok(f.w.Settle(c))
			}
		}
		if i%400 == 399 {
			open = open[len(open)-100:]
		}
		acts = len(f.w.Own.Entries)
		for _, c := range f.w.Cases {
			acts += len(c.Entries)
		}
		if acts >= n {
			return acts
		}
	}
}

// TestHonest10000: all bundles of an honest history of 10,000 acts, audited together, have no finding.
func TestHonest10000(t *testing.T) {
	f := world(t, 43)
	f.w.Tick(time.Hour)
	acts := f.varied(10_000)
	f.w.Tick(20 * 24 * time.Hour)
	for _, c := range f.w.Cases {
		f.ok(f.w.Settle(c))
	}
	f.settle(26 * time.Hour)
	home, other := f.both()
	r := f.replay(home, other, f.w.Bundle(synth.Secretariat, f.w.Now))
	f.clean(r)
	v := r.Verified
	if v.Acts < uint64(acts) || v.Lapses < 100 || v.Erasures == 0 || v.Refusals == 0 || v.Questions == 0 || v.ReceiptsInTree < uint64(acts) || v.Opened != v.Leaves {
		t.Fatalf("%d acts: %+v", acts, v)
	}
	if len(r.Unverifiable) > 0 || len(r.Attested) > 0 {
		t.Fatalf("%v %v", r.Unverifiable, r.Attested)
	}
	// Each alone is honest too: what one side cannot see is not held against it.
	f.clean(f.replay(home))
	f.clean(f.replay(other))
}
