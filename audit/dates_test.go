package audit_test

import (
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/audit/synth"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
)

// announced is a visit in 60 days, whose preparation is due 14 days before.
func (f *fixture) announced() *synth.Case {
	f.Helper()
	f.w.Tick(time.Minute)
	c, err := f.w.Open("visit", map[agreement.SideID]agreement.PartyID{"visiting": synth.Arland, "hosting": synth.Belmark}, synth.Action{
		Step: "announce", Side: "visiting", Party: synth.Arland, Role: "officer",
		Values: map[agreement.FieldID]any{"begins": f.w.Now.AddDate(0, 0, 60).Format(time.DateOnly)},
	})
	f.ok(err)
	return c
}

func (f *fixture) remind(c *synth.Case) {
	f.Helper()
	f.do(c, synth.Action{Step: "remind", Side: "visiting", Party: synth.Arland, Role: "officer"})
}

// blind are the bundles of a history without the values of a case.
func (f *fixture) blind(c *synth.Case) []*synth.Bundle {
	f.Helper()
	home, other := f.both()
	for _, b := range []*synth.Bundle{home, other} {
		b.Case(c.ID).Disclosures = nil
	}
	return []*synth.Bundle{home, other}
}

// A time limit that counts from a date is judged by the date where the auditor has it, and else by home's word.
func TestAuditOfAClockThatCountsFromADate(t *testing.T) {
	f := world(t, 71)
	c := f.announced()
	f.remind(c)
	f.w.Tick(50 * 24 * time.Hour)
	f.ok(f.w.Settle(c))
	f.settle(6 * time.Hour)
	home, other := f.both()
	r := f.replay(home, other)
	f.clean(r)
	if r.Verified.Lapses != 1 || len(r.Attested) != 0 {
		t.Fatalf("%+v %v", r.Verified, r.Attested)
	}
	r = f.replay(f.blind(c)...)
	f.clean(r)
	ends := 0
	for _, a := range r.Attested {
		if a.Code != audit.ConditionUnseen {
			t.Errorf("%+v", a)
		}
		if strings.Contains(a.Message, "counts from the field begins") {
			ends++
		}
	}
	if ends != 1 || r.Verified.Lapses != 1 {
		t.Errorf("said %d times: %v", ends, r.Attested)
	}
}

// What home states otherwise than the date says is a breach where the date is known.
func TestAuditOfAFalseEnd(t *testing.T) {
	f := world(t, 72)
	c := f.announced()
	f.w.Tick(50 * 24 * time.Hour)
	l := c.Engine.Due(f.w.Now)[0]
	l.At = l.At.Add(-24 * time.Hour)
	f.ok(f.w.RecordLapse(c, l, synth.Belmark))
	f.settle(6 * time.Hour)
	home, other := f.both()
	f.only(f.replay(home, other), want{code: fault.Conflict, party: synth.Belmark, c: c, number: 2})
}

// A silence that home does not record is found where the date is known, and cannot be where it is not.
func TestAuditOfASilenceThatCountsFromADate(t *testing.T) {
	f := world(t, 73)
	c := f.announced()
	f.w.Tick(50 * 24 * time.Hour)
	f.settle(6 * time.Hour)
	home, other := f.both()
	f.only(f.replay(home, other), want{code: audit.LapseMissing, party: synth.Belmark, c: c, step: "preparation"})
	f.clean(f.replay(f.blind(c)...))
	if got := c.Engine.Due(f.w.Now); len(got) != 1 || got[0].Phase != casework.PhaseFinal {
		t.Errorf("%+v", got)
	}
}
