package casework

import (
	"maps"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
)

// busy is the fixture whose step endorse does everything that a step can do beside its case.
func busy() *agreement.Model {
	return changed(func(m *agreement.Model, p *agreement.Procedure) {
		m.Notice = period("P90D")
		m.Articles[1].Untouchable = true
		m.Records = append(m.Records, agreement.Record{ID: "entry", Fields: []agreement.Field{
			{ID: "note", Type: agreement.TypeText},
			{ID: "facts", Type: agreement.TypeText},
			{ID: "urgency", Type: agreement.TypeText}, // another type than that of the case: it goes nowhere
			{ID: "price", Type: agreement.TypeAmount},
		}})
		m.Records[0].Fields = append(m.Records[0].Fields, agreement.Field{ID: "price", Type: agreement.TypeAmount})
		m.Registers = []agreement.Register{{ID: "list", Record: "entry", Key: fields("facts")}}
		m.Credentials = []agreement.Credential{{ID: "permit", Record: "file", Fields: fields("urgency", "evidence"), Valid: period("P1Y")}, {ID: "pass", Record: "file"}}
		m.Phases = []agreement.Phase{{ID: "full", Articles: []agreement.Article{"8"}}}
		m.Quotas = []agreement.Quota{{ID: "visits", Number: 9}}
		m.Funds = []agreement.Fund{{ID: "relief"}}
		next := assistance()
		next.ID = "next"
		next.Sides = append(slices.Clone(next.Sides), agreement.Side{ID: "third"})
		next.Sides[1].Any = []agreement.PartyID{arland}
		next.Steps = slices.Clone(next.Steps)
		next.Steps[0].Gives = fields("note", "facts")
		m.Procedures = append(m.Procedures, next)
		s := m.Procedures[0].Step("endorse")
		s.Gives, s.OtherThan = fields("price"), nil
		s.Adds, s.Strikes, s.Issues, s.Revokes, s.Opens = "list", "list", "permit", "pass", "next"
		s.Suspends, s.Restores, s.Renews, s.Prolongs = []agreement.Article{"8", "7"}, []agreement.Article{"9"}, []agreement.Article{"1", "8"}, period("P1Y")
		s.Begins, s.Withdraws, s.Uses = "full", true, "visits"
		s.Money = &agreement.Money{Fund: "relief", Entry: "pledged", Amount: "price"}
	})
}

func TestEffects(t *testing.T) {
	m := busy()
	r := open(t, m, start)
	at := start.Add(time.Hour)
	quota := func(mv *Move) { mv.Facts = map[string]any{"quota:visits": 0.0} }
	n := r.do("endorse", at, quota)
	if got := n.Effects(0); got != nil {
		t.Errorf("the opening did %v", got)
	}
	price := map[string]any{"currency": "EUR", "value": "1.00"}
	want := []Effect{
		{Kind: EffectAdds, Target: "list", Fields: fields("facts", "price"), Values: map[agreement.FieldID]any{"facts": "sample", "price": price}},
		{Kind: EffectStrikes, Target: "list", Fields: fields("facts"), Values: map[agreement.FieldID]any{"facts": "sample"}},
		{Kind: EffectIssues, Target: "permit", Fields: fields("urgency"), Values: map[agreement.FieldID]any{"urgency": "ordinary"}, Until: at.AddDate(1, 0, 0)},
		{Kind: EffectRevokes, Target: "pass"},
		{
			Kind: EffectOpens, Target: "next", Fields: fields("facts"), Values: map[agreement.FieldID]any{"facts": "sample"},
			Sides: map[agreement.SideID]agreement.PartyID{asking: arland}, // belmark may not stand on the other there
		},
		{Kind: EffectSuspends, Target: "8"}, // and not 7, which is untouchable
		{Kind: EffectRestores, Target: "9"},
		{Kind: EffectRenews, Target: "1", Prolongs: period("P1Y")},
		{Kind: EffectRenews, Target: "8", Prolongs: period("P1Y")},
		{Kind: EffectBegins, Target: "full"},
		{Kind: EffectWithdraws, Target: "arland", From: at.Add(90 * day)},
		{Kind: EffectUses, Target: "visits", Asker: arland},
		{Kind: EffectPays, Target: "relief", Money: m.Procedures[0].Step("endorse").Money, Amount: price, Donor: arland},
	}
	for i := range want {
		w := &want[i]
		w.Case, w.Entry, w.Nth, w.Article, w.Step, w.Party, w.Role, w.At = n.ID, 1, i, "7", "endorse", arland, "prosecutor", at
		if w.From.IsZero() {
			w.From = at
		}
	}
	got := n.Effects(1)
	for i := range want {
		if i >= len(got) || !reflect.DeepEqual(got[i], want[i]) {
			t.Fatalf("effect %d: %+v\nwant %+v", i, got[i:], want[i])
		}
	}
	if len(got) != len(want) {
		t.Errorf("%v", got[len(want):])
	}
	for _, i := range []int{-1, 2} {
		if got := n.Effects(i); got != nil {
			t.Errorf("entry %d did %v", i, got)
		}
	}
	// What was given anew since is not taken for what it was.
	later := n.do("answer", at.Add(time.Hour))
	if e := later.Effects(1)[0]; !slices.Equal(e.Fields, fields("facts", "price")) || !slices.Equal(slices.Collect(maps.Keys(e.Values)), fields("price")) {
		t.Errorf("%+v", e)
	}
}

func TestEffectsOfAQuorumAndOfSilence(t *testing.T) {
	m := changed(func(m *agreement.Model, p *agreement.Procedure) {
		m.Roles = append(m.Roles, agreement.Role{ID: "envoy", Held: []agreement.PartyID{arland, belmark}})
		p.Steps = append(p.Steps, agreement.Step{ID: "agree", Article: "7", By: []agreement.Actor{by("", "envoy")}, From: states("requested"), Quorum: 2, Suspends: []agreement.Article{"8"}})
	})
	one := open(t, m, start).do("agree", start.Add(time.Hour))
	if got := one.Effects(1); got != nil {
		t.Errorf("one of two did %v", got)
	}
	two := one.do("agree", start.Add(2*time.Hour), func(mv *Move) { mv.Party, mv.Person = belmark, "b" })
	if got := two.Effects(2); len(got) != 1 || got[0].String() != "suspends 8" || got[0].Party != belmark || two.Effects(1) != nil {
		t.Errorf("%v", got)
	}
	m = silent(agreement.Clock{Silence: agreement.SilenceProceed, Takes: "done"})
	m.Procedures[0].Step("done").Restores = []agreement.Article{"8"}
	n := open(t, m, start).at(tenDays.Add(micro)).in("done")
	if got := n.Effects(1); len(got) != 1 || got[0].String() != "restores 8" || got[0].Party != "" || !got[0].At.Equal(tenDays) {
		t.Errorf("%+v", got)
	}
}

func TestEffectsOfADiscrepancy(t *testing.T) {
	m := silent(agreement.Clock{Silence: agreement.SilenceLapse})
	m.Records[0].Fields = append(m.Records[0].Fields, agreement.Field{ID: FieldArticle, Type: agreement.TypeText})
	p := &m.Procedures[0]
	p.Discrepancy = true
	p.Step("open").Gives = append(p.Step("open").Gives, FieldArticle)
	p.Step("note").Gives = append(p.Step("note").Gives, FieldArticle)
	m.Build()
	names := func(art string) func(*Move) {
		return func(mv *Move) { mv.Values = maps.Clone(mv.Values); mv.Values[FieldArticle] = art }
	}
	said := func(c *Case) (all []string) {
		for i := range c.Taken {
			for _, e := range c.Effects(i) {
				all = append(all, e.String())
			}
		}
		return all
	}
	begin := func(art string) run {
		mv := sampleMove(m, p, sidesOf, "open", start)
		names(art)(&mv)
		c, err := Open(m, "d", p.ID, sidesOf, mv)
		if err != nil {
			t.Fatal(err)
		}
		return run{t, c}
	}
	r := begin("8")
	for name, x := range map[string]struct {
		c    run
		want []string
	}{
		"open":                {r, []string{"disputes 8"}},
		"by a step":           {r.do("done", start.Add(day)).do("finish", start.Add(2*day)), []string{"disputes 8", "settles"}},
		"by silence":          {r.at(tenDays.Add(micro)), []string{"disputes 8", "settles"}},
		"no article":          {begin("77"), nil},
		"another one as well": {r.do("note", start.Add(day), names("9")), []string{"disputes", "disputes 9"}}, // the first cannot be read any more: ask right after the act
	} {
		if got := said(x.c.Case); !slices.Equal(got, x.want) {
			t.Errorf("%s: %v", name, got)
		}
	}
	// Who cannot read the article knows that there is a dispute, and not about what.
	mv := sampleMove(m, p, sidesOf, "open", start)
	delete(mv.Values, FieldArticle)
	c, err := Open(m, "d", p.ID, sidesOf, mv)
	if err != nil || !slices.Equal(said(c), []string{"disputes"}) {
		t.Errorf("%v %v", c.Effects(0), err)
	}
	s := (*Standing)(nil).Apply(c.Effects(0)...)
	if s.Disputed("8", start.Add(day)) || !s.Disputed("", start.Add(day)) {
		t.Errorf("%+v", s.Disputes)
	}
}
