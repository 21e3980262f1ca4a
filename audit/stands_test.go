package audit

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

// TestAQuestionUnderASuspendedArticle is reported once for a letter, however many of its questions were answered.
func TestAQuestionUnderASuspendedArticle(t *testing.T) {
	at := time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)
	m := (&agreement.Model{
		ID: "x", Timezone: "Etc/UTC", Declared: "1", Starts: day("2026-01-01"), Articles: []agreement.Clause{{Number: "1"}, {Number: "2"}},
		Procedures: []agreement.Procedure{{ID: "p", Steps: []agreement.Step{{ID: "s", Suspends: []agreement.Article{"2"}}}}},
	}).Build()
	a := &auditor{opts: Options{}.filled(), contracts: contracts{}, col: newCollector(10)}
	ct := &contract{model: m, moving: true}
	q, other := &agreement.Query{ID: "document", Article: "2"}, &agreement.Query{ID: "plate", Article: "1"}
	for range 3 {
		a.stands.question(a, ct, q, "arland", "belmark", at)
		a.stands.question(a, ct, other, "arland", "belmark", at)
	}
	a.stands.effects = map[*contract][]casework.Effect{ct: {{Kind: casework.EffectSuspends, Target: "2", Case: "c", At: at.Add(-day3), From: at.Add(-day3)}}}
	a.stands.parties = map[casework.CaseID][]agreement.PartyID{"c": {"belmark"}}
	a.stands.close(a)
	got := a.col.lists[Breach]
	if len(got) != 1 || got[0].Code != fault.Suspended || got[0].Party != "belmark" || got[0].Step != "document" || got[0].Article != "2" {
		t.Errorf("%v", got)
	}
}

// TestMoreGrantsThanThereAre: in each period by itself, and for each party where the number is its own.
func TestMoreGrantsThanThereAre(t *testing.T) {
	at := time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)
	month, err := agreement.ParsePeriod("P1M")
	if err != nil {
		t.Fatal(err)
	}
	for each, want := range map[bool]int{false: 2, true: 1} {
		m := (&agreement.Model{
			ID: "x", Timezone: "Etc/UTC", Declared: "1", Starts: day("2026-01-01"), Articles: []agreement.Clause{{Number: "1"}},
			Quotas: []agreement.Quota{{ID: "visits", Article: "1", Number: 1, Per: month, Each: each}},
		}).Build()
		a := &auditor{opts: Options{}.filled(), contracts: contracts{}, col: newCollector(10)}
		ct := &contract{model: m, moving: true}
		var effects []casework.Effect
		for i, party := range []agreement.PartyID{"arland", "belmark", "arland", "arland"} {
			e := casework.Effect{Kind: casework.EffectUses, Target: "visits", Case: "c", Entry: i, Party: party, At: at.Add(time.Duration(i) * time.Hour)}
			if i == 3 {
				e.At = at.AddDate(0, 1, 0)
			}
			effects = append(effects, e)
		}
		a.stands.effects = map[*contract][]casework.Effect{ct: effects}
		a.stands.close(a)
		got := slices.Concat(a.col.lists[Breach], a.col.lists[Irregular])
		if len(got) != want || got[0].Code != fault.QuotaUsed || got[len(got)-1].Party != "arland" {
			t.Errorf("each %v: %v", each, got)
		}
	}
}

// TestAGrantGivenBackIsNoneTooMany: what a case gave back counts no more from then on, and not before.
func TestAGrantGivenBackIsNoneTooMany(t *testing.T) {
	at := time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)
	month, err := agreement.ParsePeriod("P1M")
	if err != nil {
		t.Fatal(err)
	}
	m := (&agreement.Model{
		ID: "x", Timezone: "Etc/UTC", Declared: "1", Starts: day("2026-01-01"), Articles: []agreement.Clause{{Number: "1"}},
		Quotas: []agreement.Quota{{ID: "visits", Article: "1", Number: 1, Per: month}},
	}).Build()
	for back, want := range map[time.Duration]int{time.Hour: 0, 2 * time.Hour: 0, 3 * time.Hour: 1} {
		a := &auditor{opts: Options{}.filled(), contracts: contracts{}, col: newCollector(10)}
		a.stands.effects = map[*contract][]casework.Effect{{model: m, moving: true}: {
			{Kind: casework.EffectUses, Target: "visits", Case: "a", Entry: 1, Party: "arland", At: at},
			{Kind: casework.EffectReturns, Target: "visits", Case: "a", Entry: 2, Party: "belmark", At: at.Add(back)},
			{Kind: casework.EffectUses, Target: "visits", Case: "b", Entry: 1, Party: "belmark", At: at.Add(2 * time.Hour)},
		}}
		a.stands.close(a)
		got := slices.Concat(a.col.lists[Breach], a.col.lists[Irregular])
		if len(got) != want || want == 1 && (got[0].Code != fault.QuotaUsed || got[0].Case != "b") {
			t.Errorf("given back after %s: %v", back, got)
		}
	}
}

const day3 = 72 * time.Hour

func day(s string) agreement.Date {
	d, err := agreement.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// TestWhatOtherCasesDecide: an act under an article that another case had suspended, a term that nobody prolonged, a phase
// that nobody began and a dispute that nobody opened are what they are by whose bundles are here, and by what home
// could know.
func TestWhatOtherCasesDecide(t *testing.T) {
	begin := time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)
	step := &agreement.Step{ID: "act", Article: "7"}
	clock := &agreement.Clock{ID: "reply", Article: "7", Silence: agreement.SilenceLapse}
	m := (&agreement.Model{
		ID: "x", Timezone: "Etc/UTC", Declared: "1", Starts: day("2026-01-01"), Ends: day("2027-12-31"),
		Articles: []agreement.Clause{{Number: "1"}, {Number: "7"}, {Number: "8"}},
		Phases:   []agreement.Phase{{ID: "full", Article: "1", Articles: []agreement.Article{"8"}}},
	}).Build()
	procedure := &agreement.Procedure{ID: "p", Article: "7", Home: "b", Sides: []agreement.Side{{ID: "a"}, {ID: "b"}}}
	effect := func(kind casework.EffectKind, target string) casework.Effect {
		return casework.Effect{Kind: kind, Target: target, Case: "other", At: begin, From: begin}
	}
	in8 := *step
	in8.Article = "8"
	for _, x := range []struct {
		name    string
		effects []casework.Effect
		knows   bool // home has part in the other case
		asked   asked
		want    Severity // "": no finding
		code    fault.Code
		says    string
	}{
		{name: "in force", asked: asked{step: step, at: begin.Add(time.Hour)}},
		{name: "suspended, and home knew", effects: []casework.Effect{effect(casework.EffectSuspends, "7")}, knows: true, asked: asked{step: step, at: begin.Add(3 * time.Hour)}, want: Breach, code: fault.Suspended, says: "suspended by the case other"},
		{name: "suspended, and the word was under way", effects: []casework.Effect{effect(casework.EffectSuspends, "7")}, knows: true, asked: asked{step: step, at: begin.Add(time.Minute)}, want: Unverifiable, code: fault.Suspended, says: "cannot be seen"},
		{name: "suspended, and home has no part in it", effects: []casework.Effect{effect(casework.EffectSuspends, "7")}, asked: asked{step: step, at: begin.Add(3 * time.Hour)}, want: Unverifiable, code: fault.Suspended},
		{name: "before it was suspended", effects: []casework.Effect{effect(casework.EffectSuspends, "7")}, knows: true, asked: asked{step: step, at: begin.Add(-time.Hour)}},
		{name: "a phase that a case began", effects: []casework.Effect{effect(casework.EffectBegins, "full")}, asked: asked{step: &in8, at: begin.Add(time.Hour)}},
		{name: "a phase that nobody began, by home's own bundle", asked: asked{step: &in8, at: begin, shown: true}, want: Breach, code: fault.NotInForce, says: "has not begun"},
		{name: "a phase of which the bundles show no beginning", asked: asked{step: &in8, at: begin}, want: Attested, code: fault.NotInForce, says: "its bundle is not here"},
		{name: "after the end, by home's own bundle", asked: asked{step: step, at: begin.AddDate(2, 0, 0), shown: true}, want: Breach, code: fault.NotInForce, says: "the last day of the agreement"},
		{name: "after a party had left", effects: []casework.Effect{effect(casework.EffectWithdraws, "arland")}, asked: asked{step: step, at: begin.Add(time.Hour), shown: true}, want: Breach, code: fault.Withdrawn, says: "arland"},
		{name: "it rests by a dispute", effects: []casework.Effect{effect(casework.EffectDisputes, "7")}, asked: asked{clock: clock, rested: true, at: begin.Add(time.Hour), shown: true}},
		{name: "it rests by no dispute", asked: asked{clock: clock, rested: true, at: begin, shown: true}, want: Breach, code: fault.Conflict, says: "no bundle shows the dispute"},
		{name: "it rests, by a word alone", asked: asked{clock: clock, rested: true, at: begin}, want: Attested, code: fault.Conflict},
		{name: "it rests by a dispute that cannot be read", effects: []casework.Effect{effect(casework.EffectDisputes, "")}, asked: asked{clock: clock, rested: true, at: begin.Add(time.Hour), shown: true}, want: Attested, code: fault.Conflict, says: "not open to the auditor"},
		{name: "it should have rested", effects: []casework.Effect{effect(casework.EffectDisputes, "7")}, knows: true, asked: asked{clock: clock, at: begin.Add(3 * time.Hour)}, want: Breach, code: fault.Conflict, says: "had its effect nevertheless"},
		{name: "it should have rested, and home need not have known", effects: []casework.Effect{effect(casework.EffectDisputes, "7")}, asked: asked{clock: clock, at: begin.Add(3 * time.Hour)}, want: Unverifiable, code: fault.Conflict},
	} {
		a := &auditor{opts: Options{}.filled(), contracts: contracts{}, col: newCollector(10)}
		ct := &contract{digest: seal.Digest("x"), model: m, moving: true}
		s := &a.stands
		s.effects = map[*contract][]casework.Effect{ct: x.effects}
		s.parties = map[casework.CaseID][]agreement.PartyID{}
		if x.knows {
			s.parties["other"] = []agreement.PartyID{"belmark"}
		}
		x.asked.ct, x.asked.party = ct, "arland"
		x.asked.c = &casework.Case{Model: m, Procedure: procedure, Sides: map[agreement.SideID]agreement.PartyID{"a": "arland", "b": "belmark"}, Opened: begin}
		s.asked = []asked{x.asked}
		s.close(a)
		var got []Finding
		for _, sev := range []Severity{Breach, Irregular, Attested, Unverifiable} {
			got = append(got, a.col.lists[sev]...)
		}
		switch {
		case x.want == "" && len(got) == 0:
		case len(got) != 1 || got[0].Severity != x.want || got[0].Code != x.code || !strings.Contains(got[0].Message, x.says):
			t.Errorf("%s: %v", x.name, got)
		}
	}
}
