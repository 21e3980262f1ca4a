package casework

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// reference is the model of the language's own page.
func reference(t *testing.T) *agreement.Model {
	t.Helper()
	b, err := os.ReadFile("../docs/language.md")
	if err != nil {
		t.Fatal(err)
	}
	m, fs := agreement.Compile("language.md", b)
	if m == nil {
		t.Fatal(fs)
	}
	return m
}

// began opens a case of the reference by its first opening step.
func began(t *testing.T, m *agreement.Model, p agreement.ProcedureID, sides map[agreement.SideID]agreement.PartyID, at time.Time) run {
	t.Helper()
	proc := m.Procedure(p)
	step := proc.Steps[slices.IndexFunc(proc.Steps, func(s agreement.Step) bool { return len(s.From) == 0 })].ID
	c, err := Open(m, "0123456789abcdef0123456789abcdef", p, sides, sampleMove(m, proc, sides, step, at))
	if err != nil {
		t.Fatal(err)
	}
	return run{t, c}
}

// refused asks that a step is refused under Article 6.
func (r run) refused(code fault.Code, id agreement.StepID, at time.Time, change func(*Move)) {
	r.t.Helper()
	mv := r.move(id, at)
	change(&mv)
	_, err := r.Take(mv)
	refuses(r.t, err, code, "6")
}

var deciding = time.Date(2026, 6, 1, 9, 0, 0, 0, time.UTC)

// An independent office of the party that asked decides, and nobody who took another part in the case.
func TestAnOfficeOfTheOwnParty(t *testing.T) {
	r := began(t, reference(t), "report", map[agreement.SideID]agreement.PartyID{"reporting": arland}, deciding).do("list", deciding.Add(time.Hour))
	at := deciding.Add(2 * time.Hour)
	opener := r.Taken[0].Person
	r.do("look-through", at).in("listed")
	r.refused(fault.NotIndependent, "look-through", at, person(opener))
	r.refused(fault.WrongRole, "look-through", at, func(mv *Move) { mv.Role = "officer" })

	// Also where another compiler let one role ask and decide: whoever opened the case does not.
	m := *r.Model
	role := *m.Role("judge")
	role.ID = "officer"
	m.Roles = slices.Clone(m.Roles)
	m.Roles[slices.IndexFunc(m.Roles, func(x agreement.Role) bool { return x.ID == "officer" })] = role
	c := *r.Case
	c.Model, c.Procedure = m.Build(), new(agreement.Procedure)
	*c.Procedure = *r.Procedure
	c.Procedure.Steps = slices.Clone(r.Procedure.Steps)
	c.Procedure.Step("look-through").By[0].Role = "officer"
	mv := sampleMove(c.Model, c.Procedure, c.Sides, "look-through", at)
	mv.Person = opener
	if _, err := c.Take(mv); fault.CodeOf(err) != fault.NotIndependent {
		t.Errorf("who opened the case decides: %v", err)
	}
}

// A grant that its case gave back counts no more, from then on, and is given back once.
func TestAGrantGivenBack(t *testing.T) {
	m := reference(t)
	q := m.Quota("seasonal_work")
	sides := map[agreement.SideID]agreement.PartyID{"asking": arland, "granting": belmark}
	used := func(mv *Move) {
		mv.Facts = map[string]any{"quota:seasonal_work": 0, "quota:seasonal_work_of_one": 0, "indicator:established-violations": 0}
	}
	r := began(t, m, "season", sides, deciding).do("grant", deciding.Add(time.Hour), used).do("give-up", deciding.Add(2*time.Hour))
	var list []Effect
	for i := range r.Taken {
		list = append(list, r.Effects(i)...)
	}
	s := (*Standing)(nil).Apply(list...)
	for _, x := range []struct {
		after time.Duration
		want  int
	}{{30 * time.Minute, 0}, {time.Hour, 1}, {119 * time.Minute, 1}, {2 * time.Hour, 0}, {time.Hour * 24, 0}} {
		if got := s.Used(m, q, belmark, arland, deciding.Add(x.after)); got != x.want {
			t.Errorf("after %s %d grants count, want %d", x.after, got, x.want)
		}
		if got := s.Used(m, m.Quota("seasonal_work_of_one"), belmark, arland, deciding.Add(x.after)); got != x.want {
			t.Errorf("after %s %d grants of the pair count, want %d", x.after, got, x.want)
		}
	}

	at := func(h int) time.Time { return deciding.Add(time.Duration(h) * time.Hour) }
	effect := func(kind EffectKind, c CaseID, entry, hour int) Effect {
		return Effect{Kind: kind, Target: "x", Case: c, Entry: entry, At: at(hour)}
	}
	got := GrantsOf([]Effect{
		effect(EffectUses, "a", 1, 1), effect(EffectUses, "b", 1, 1), effect(EffectUses, "a", 3, 3), effect(EffectReturns, "a", 4, 4),
		effect(EffectReturns, "c", 1, 5), effect(EffectReturns, "a", 5, 6), effect(EffectReturns, "a", 6, 7),
	}, "x")
	if len(got) != 3 || !got[0].Returned.Equal(at(6)) || !got[1].Returned.IsZero() || !got[2].Returned.Equal(at(4)) {
		t.Errorf("the last of its case goes first, and none of another case: %v", got)
	}
}

// Single fields are destroyed at a time of their own; the case goes with the last of all.
func TestSingleFieldsKept(t *testing.T) {
	m := reference(t)
	sides := map[agreement.SideID]agreement.PartyID{"requesting": arland, "requested": belmark}
	r := began(t, m, "assistance", sides, deciding).do("refuse", deciding.Add(time.Hour))
	end := m.After(m.Procedure("assistance").Keeps[0].For, deciding.Add(time.Hour))
	last := m.After(m.Procedure("assistance").Keep.For, deciding.Add(time.Hour))
	if got := r.Next(); !got.Equal(end.Add(tick)) {
		t.Errorf("the first thing to look after is on %s, want %s", got, end.Add(tick))
	}
	if owed := r.Erasures(end); len(owed) > 0 {
		t.Errorf("too early: %v", owed)
	}
	owed := r.Erasures(end.Add(time.Second))
	if len(owed) != 1 || owed[0].All || !slices.Equal(owed[0].Fields, fields("person")) || owed[0].Keep != "the name of the person" || !owed[0].Due.Equal(end) {
		t.Fatalf("owed are %v", owed)
	}
	if r.barrier("person", end).kind != free || r.barrier("person", end.Add(time.Second)).kind != keptLong || r.barrier("offence", end.Add(time.Second)).kind != free {
		t.Error("not the field alone is barred once its time is over")
	}
	if err := r.usable("person", end.Add(time.Second)); fault.CodeOf(err) != fault.Erased || !strings.Contains(err.Error(), "person") {
		t.Errorf("%v", err)
	}
	attest := func(c *Case, a Attestation) (*Case, fault.Code) {
		n, err := c.Attest(a)
		return n, fault.CodeOf(err)
	}
	after := end.Add(time.Hour)
	if _, code := attest(r.Case, Attestation{Party: arland, Fields: fields("person"), Received: end}); code != fault.Conflict {
		t.Errorf("attested before its time: %s", code)
	}
	if _, code := attest(r.Case, Attestation{Party: arland, Fields: fields("offence"), Received: after}); code != fault.Conflict {
		t.Errorf("attested what is kept for longer: %s", code)
	}
	if _, code := attest(r.Case, Attestation{Party: arland, All: true, Received: after}); code != fault.Conflict {
		t.Errorf("attested the whole case too early: %s", code)
	}
	n, code := attest(r.Case, Attestation{Party: arland, Fields: fields("person"), Received: after})
	if code != "" {
		t.Fatal(code)
	}
	if len(n.ErasuresOf(arland, after)) > 0 || len(n.ErasuresOf(belmark, after)) != 1 {
		t.Error("one party's word is another's, or none")
	}
	owed = n.ErasuresOf(arland, last.Add(time.Second))
	if len(owed) != 1 || !owed[0].All || !owed[0].Due.Equal(last) {
		t.Errorf("at the end are owed %v", owed)
	}
	if n.barrier("offence", last).kind != free || n.barrier("offence", last.Add(time.Second)).kind != keptLong {
		t.Error("the rest is not destroyed with the case")
	}
	if n, code = attest(n, Attestation{Party: belmark, All: true, Received: last.Add(time.Hour)}); code != "" || len(n.ErasuresOf(belmark, last.Add(time.Hour))) > 0 {
		t.Errorf("the whole case settles what was owed of single fields too: %s", code)
	}
}

// A vote is counted when its time is over: each party once, by its last word.
func TestVotes(t *testing.T) {
	m := reference(t)
	sides := map[agreement.SideID]agreement.PartyID{"proposing": arland, "second": belmark, "third": "secretariat"}
	as := func(side agreement.SideID) func(*Move) {
		return func(mv *Move) { mv.Side, mv.Party, mv.Person = side, sides[side], Pseudonym(side) }
	}
	at := func(h int) time.Time { return deciding.Add(time.Duration(h) * time.Hour) }
	open := began(t, m, "meeting", sides, deciding).do("put-to-the-vote", at(1), as("second"))
	open.in("proposed")
	open.refused(fault.QuorumTwice, "put-to-the-vote", at(1), as("second"))
	open = open.do("put-to-the-vote", at(2), as("third")).in("open")
	for what, x := range map[string]struct {
		votes []string // by the sides in their order, after one another
		want  agreement.StateID
	}{
		"two to one":              {[]string{"accept", "accept", "reject"}, "adopted"},
		"one to two":              {[]string{"reject", "accept", "reject"}, "rejected"},
		"a tie":                   {[]string{"accept", "reject", "abstain"}, "rejected"},
		"one and one abstention":  {[]string{"accept", "abstain", ""}, "adopted"},
		"abstentions alone":       {[]string{"abstain", "abstain", "abstain"}, "rejected"},
		"one alone":               {[]string{"accept", "", ""}, "adjourned"},
		"nobody":                  {nil, "adjourned"},
		"a change of mind":        {[]string{"reject", "accept", "reject", "accept"}, "adopted"},
		"a change of mind, again": {[]string{"accept", "accept", "", "reject", "", "", "accept"}, "adopted"},
	} {
		r := open
		for i, v := range x.votes {
			if v != "" {
				r = r.do(agreement.StepID(v), at(3+i), as(m.Procedure("meeting").Sides[i%3].ID)).in("open")
				if r.Taken[len(r.Taken)-1].Lacks == 0 || len(r.Effects(len(r.Taken)-1)) > 0 {
					t.Errorf("%s: a vote has an effect by itself", what)
				}
			}
		}
		due := r.clock("voting").Due
		if got := r.Settled(due).State; got != "open" {
			t.Errorf("%s: decided before its time: %s", what, got)
		}
		if got := r.Settled(due.Add(time.Second)).State; got != x.want {
			t.Errorf("%s: the case stands in %s, want %s", what, got, x.want)
		}
	}

	// What must be agreed by all waits for all.
	r := began(t, m, "meeting", sides, deciding).do("agree", at(1), as("proposing")).do("agree", at(2), as("second")).in("proposed")
	if missing := r.missing(r.Procedure.Step("agree")); missing != 1 {
		t.Errorf("%d are missing", missing)
	}
	r.do("agree", at(3), as("third")).in("adopted")
}

// A clock runs for as long as the party that owes the act has declared.
func TestADeclaredTime(t *testing.T) {
	m := reference(t)
	for owing, days := range map[agreement.PartyID]int{arland: 15, belmark: 8} {
		other := map[agreement.PartyID]agreement.PartyID{arland: belmark, belmark: arland}[owing]
		r := began(t, m, "assistance", map[agreement.SideID]agreement.PartyID{"requesting": other, "requested": owing}, deciding)
		if got, want := r.clock("decision").Due.UTC().Format(time.DateOnly), deciding.AddDate(0, 0, days).Format(time.DateOnly); got != want { // it ends with its last day
			t.Errorf("%s owes the decision until %s, want %s", owing, got, want)
		}
		r = r.do("put-off", deciding.Add(time.Hour))
		cl := r.Procedure.Clock("decision")
		run := r.clock("decision")
		if latest, _ := r.latest(cl, &run); latest.UTC().Format(time.DateOnly) != deciding.AddDate(0, 0, days+14).Format(time.DateOnly) {
			t.Errorf("%s may put it off until %s", owing, latest)
		}
	}
	two := &agreement.Clock{Owed: []agreement.Actor{by("a", "x"), by("b", "x"), by("", "x"), by("a", "y")}}
	if got := two.Owing(map[agreement.SideID]agreement.PartyID{"a": arland, "b": belmark}); !slices.Equal(got, []agreement.PartyID{arland, belmark}) {
		t.Errorf("owing are %v", got)
	}
}
