package casework

import (
	"encoding/json"
	"iter"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// What an act states of an indicator or a fund does not count, and what a receipt states of a quota does not either.
func TestWhoStatesWhat(t *testing.T) {
	act := map[string]any{"quota:visits": 1.0, "indicator:late": 0.0, "dispute:7": 1.0}
	receipt := map[string]any{"quota:visits": 9.0, "indicator:late": 3.0, "fund:relief": 5.0}
	want := map[string]any{"quota:visits": 1.0, "indicator:late": 3.0, "fund:relief": 5.0, "dispute:7": 1.0}
	if got := Stated(act, receipt); !reflect.DeepEqual(got, want) {
		t.Errorf("%v", got)
	}
	if got := Stated(map[string]any{"indicator:late": 0.0}, nil); len(got) != 0 {
		t.Errorf("an act alone states %v", got)
	}
}

// Home states what the condition of a step reads, and the conditions on which the phase that it begins may begin.
func TestHomeFacts(t *testing.T) {
	cond := func(facts ...string) agreement.Condition { return agreement.Condition{Source: "x", Facts: facts} }
	m := changed(func(m *agreement.Model, p *agreement.Procedure) {
		m.Phases = []agreement.Phase{
			{ID: "full", Entry: cond("indicator:late"), Exit: cond("fund:relief"), ExitTo: "pilot"},
			{ID: "pilot", Entry: cond("indicator:early"), Exit: cond("indicator:other"), ExitTo: "full"},
		}
		p.Step("authorise").When, p.Step("authorise").Begins = cond("indicator:late", "quota:visits"), "full"
	})
	want := []string{"indicator:late", "indicator:other"}
	if got := HomeFacts(m, m.Procedures[0].Step("authorise")); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// Who stands in every case of a procedure, by its text.
func TestEverywhere(t *testing.T) {
	both := []agreement.PartyID{arland, belmark}
	side := func(id agreement.SideID, other agreement.SideID, any ...agreement.PartyID) agreement.Side {
		s := agreement.Side{ID: id, Any: any}
		if other != "" {
			s.Other = []agreement.SideID{other}
		}
		return s
	}
	for _, x := range []struct {
		name  string
		home  agreement.SideID
		sides []agreement.Side
		want  []agreement.PartyID
	}{
		{"two that must differ", "a", []agreement.Side{side("a", "", both...), side("b", "a", both...)}, both},
		{"two that need not", "a", []agreement.Side{side("a", "", both...), side("b", "", both...)}, nil},
		{"a side of one", "a", []agreement.Side{side("a", "", both...), side("b", "", belmark)}, []agreement.PartyID{belmark}},
		{"the depositary as home", "", []agreement.Side{side("a", "", both...), side("b", "", both...)}, []agreement.PartyID{secretariat}},
		{"a third may stand there", "a", []agreement.Side{side("a", "", arland, belmark, secretariat), side("b", "a", both...)}, nil},
	} {
		m := changed(func(m *agreement.Model, p *agreement.Procedure) { p.Home, p.Sides = x.home, x.sides })
		var got []agreement.PartyID
		for _, p := range []agreement.PartyID{arland, belmark, secretariat} {
			if Everywhere(m, &m.Procedures[0], p) {
				got = append(got, p)
			}
		}
		if !slices.Equal(got, x.want) {
			t.Errorf("%s: %v, want %v", x.name, got, x.want)
		}
	}
}

// A fact is what came before the instant, and is stated only where it is one figure that everybody may know.
func TestFind(t *testing.T) {
	count := agreement.Indicator{ID: "opened", Measure: "count", Procedure: "assistance"}
	share := agreement.Indicator{ID: "share", Measure: "share", Procedure: "assistance", Reached: []agreement.StateID{"authorised"}, Among: []agreement.StateID{"executed"}}
	hidden, noisy, listed := count, count, agreement.Indicator{ID: "listed", Measure: "count", Register: "list"}
	hidden.ID, hidden.Minimum, noisy.ID, noisy.Budget = "hidden", 5, "noisy", "0.5"
	m := purse(func(*agreement.Fund) {})
	m.Indicators = []agreement.Indicator{count, share, hidden, noisy, listed}
	m.Build()
	c := open(t, m, start).Case
	known := func(entries bool, s *Standing) Known {
		return Known{
			Cases: func(agreement.ProcedureID) iter.Seq[*Case] { return slices.Values([]*Case{c}) },
			Entries: func(*agreement.Indicator) (iter.Seq[Entry], bool) {
				return slices.Values([]Entry{{At: start}}), entries
			},
			Standing: s,
		}
	}
	unread := paid("1", "EUR")
	unread.Amount, unread.Case = nil, "unread"
	release := paid("7", "EUR")
	release.Money, release.Case = &agreement.Money{Fund: "relief", Entry: EntryReleased, Window: "tents"}, "release"
	release.Donor = ""
	later := start.Add(time.Hour)
	for _, x := range []struct {
		name  string
		known Known
		fact  string
		at    time.Time
		want  string
	}{
		{"a count", known(true, nil), "indicator:opened", later, "1"},
		{"of what comes at the very instant", known(true, nil), "indicator:opened", start, "0"},
		{"of what came just before", known(true, nil), "indicator:opened", start.Add(micro), "1"},
		{"a share of nobody", known(true, nil), "indicator:share", later, ""},
		{"what is too few to be told", known(true, nil), "indicator:hidden", later, ""},
		{"what only noise could say", known(true, nil), "indicator:noisy", later, ""},
		{"entries of a register", known(true, nil), "indicator:listed", later, "1"},
		{"of one that is not held", known(false, nil), "indicator:listed", later, ""},
		{"what no block declares", known(true, nil), "indicator:nothing", later, ""},
		{"an empty fund", known(true, nil), "fund:relief", later, "0"},
		{"what is left of a fund", known(true, (*Standing)(nil).Apply(paid("10", "EUR"), release)), "fund:relief", later, "7"},
		{"a fund with an amount that is not open", known(true, (*Standing)(nil).Apply(paid("10", "EUR"), unread)), "fund:relief", later, ""},
		{"a quota, which the act states", known(true, nil), "quota:visits", later, ""},
	} {
		if got, _, found := x.known.Find(m, x.fact, x.at); got != x.want || found != (x.want != "") {
			t.Errorf("%s: %q (%v), want %q", x.name, got, found, x.want)
		}
	}
}

// Days come in their order, each until something was found about it; a renewal that failed has none after it.
func TestDueDays(t *testing.T) {
	cond := func(fact string) agreement.Condition { return agreement.Condition{Source: "x", Facts: []string{fact}} }
	m := changed(func(m *agreement.Model, _ *agreement.Procedure) {
		m.Declared = "1"
		m.Renewal = &agreement.Renewal{Mode: agreement.RenewalAutomatic, Period: period("P1Y"), Unless: cond("indicator:late")}
		m.Phases = []agreement.Phase{
			{ID: "pilot", Starts: date("2026-03-01")}, {ID: "full", Starts: date("2030-06-01"), Entry: cond("indicator:early")}, {ID: "step", Entry: cond("indicator:early")},
		}
	})
	days := func(s *Standing, at string) (list []string) {
		for _, d := range s.DueDays(m, instant(at)) {
			list = append(list, string(d.Phase)+" "+d.Day.String())
		}
		return list
	}
	for _, x := range []struct {
		name string
		s    *Standing
		at   string
		want []string
	}{
		{"before the last day is over", nil, "2029-02-28T22:59:59.999999Z", nil}, // midnight in Paris is an hour earlier
		{"once it is", nil, "2029-02-28T23:00:00Z", []string{" 2029-02-28"}},
		{"after years away", nil, "2031-03-01T12:00:00Z", []string{" 2029-02-28", " 2030-02-28", "full 2030-06-01", " 2031-02-28"}},
		{"found already", (&Standing{}).Decide(date("2029-02-28"), true).Enter("full", false), "2030-07-01T12:00:00Z", []string{" 2030-02-28"}},
		{"ended", (&Standing{}).Decide(date("2029-02-28"), false), "2030-05-01T12:00:00Z", nil},
		{"prolonged by a step", (*Standing)(nil).Apply(Effect{Kind: EffectRenews, Target: string(m.Declared), Case: "r", At: start, From: start, Prolongs: period("P6M")}), "2029-12-01T12:00:00Z", []string{" 2029-08-31"}},
	} {
		if got := days(x.s, x.at); !slices.Equal(got, x.want) {
			t.Errorf("%s: %v, want %v", x.name, got, x.want)
		}
	}
	m.Renewal.Unless = agreement.Condition{}
	if got := days(nil, "2030-03-01T12:00:00Z"); len(got) != 0 {
		t.Errorf("without an exception %v are to be found", got)
	}
}

// What is found goes by the facts alone; what they leave open begins nothing and ends nothing.
func TestFoundByItsFacts(t *testing.T) {
	m := compiled(t, "../bench/northgate.md")
	renewal := Day{Day: m.Ends}
	facts := func(established, remedied any) map[string]any {
		f := map[string]any{}
		for name, v := range map[string]any{"indicator:established-violations": established, "indicator:remedied-violations": remedied} {
			if v != nil {
				f[name] = v
			}
		}
		return f
	}
	for _, x := range []struct {
		facts map[string]any
		want  bool
	}{
		{facts(0.0, 0.0), true}, {facts(json.Number("2"), json.Number("1")), false}, {facts(2.0, 2.0), true}, {facts(2.0, nil), true}, {nil, true},
	} {
		s := (*Standing)(nil).Found(m, renewal, x.facts)
		if s.Renewals[m.Ends] != x.want {
			t.Errorf("%v: it goes on %v", x.facts, s.Renewals[m.Ends])
		}
		after := m.Ends.After().Midnight(m.Location())
		if got := fault.CodeOf(s.InForce(m, m.Declared, nil, after)); (got == "") != x.want {
			t.Errorf("%v: %q", x.facts, got)
		}
	}
	m.Phases = []agreement.Phase{{ID: "full", Article: "1", Starts: m.Starts, Entry: m.Renewal.Unless}}
	m.Build()
	for want, f := range map[bool]map[string]any{true: facts(2.0, 1.0), false: facts(2.0, nil)} {
		if s := (*Standing)(nil).Found(m, Day{Phase: "full"}, f); s.Entered["full"] != want || len(s.Renewals) > 0 {
			t.Errorf("%v: it begins %v", f, s.Entered["full"])
		}
	}
}
