package casework

import (
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// purse is the fixture whose case is paid into a fund by its endorsement and released by its decision; the window's
// milestone is a case that was executed.
func purse(change func(f *agreement.Fund)) *agreement.Model {
	return changed(func(m *agreement.Model, p *agreement.Procedure) {
		m.Records[0].Fields = append(m.Records[0].Fields, agreement.Field{ID: "price", Type: agreement.TypeAmount})
		m.Funds = []agreement.Fund{{ID: "relief", Article: "7", Currency: "EUR", Donors: []agreement.PartyID{arland}, Windows: []agreement.Window{{ID: "tents", Ceiling: "150"}}}}
		s := p.Step("endorse")
		s.Gives, s.OtherThan = fields("price"), nil
		s.Money = &agreement.Money{Fund: "relief", Entry: EntryPaid, Amount: "price", Window: "tents"}
		p.Step("authorise").Money = &agreement.Money{Fund: "relief", Entry: EntryReleased, Amount: "price", Window: "tents"}
		change(&m.Funds[0])
	})
}

func paid(value, currency string) Effect {
	return Effect{
		Kind: EffectPays, Target: "relief", Case: "other", At: start, From: start, Money: &agreement.Money{Fund: "relief", Entry: EntryPaid, Window: "tents"},
		Donor: arland, Amount: map[string]any{"currency": currency, "value": value},
	}
}

// An entry is held against what stands in the fund by the cases that are known, when it is made.
func TestMoneyIsThereWhenItIsReleased(t *testing.T) {
	executed := effect(EffectVerifies, Milestone("relief", "tents"), "done", start.Add(-time.Hour))
	later := effect(EffectVerifies, Milestone("relief", "tents"), "done", start.Add(48*time.Hour))
	sealed := paid("1", "EUR")
	sealed.Amount = nil
	none := func(*agreement.Fund) {}
	milestone := func(f *agreement.Fund) {
		f.Windows[0].Milestone, f.Windows[0].Verified = "assistance", []agreement.StateID{"executed"}
	}
	kept := &Standing{}
	for _, x := range []struct {
		name     string
		change   func(*agreement.Fund)
		standing *Standing
		price    any
		step     agreement.StepID
		want     fault.Code
	}{
		{"a payment", none, kept, map[string]any{"currency": "EUR", "value": "150"}, "endorse", ""},
		{"above the ceiling", none, kept, map[string]any{"currency": "EUR", "value": "150.01"}, "endorse", fault.ConditionUnmet},
		{"above it by what others paid", none, kept.Apply(paid("100", "EUR")), map[string]any{"currency": "EUR", "value": "50.01"}, "endorse", fault.ConditionUnmet},
		{"what no book can hold is in none", none, kept.Apply(paid("100", "XAF")), map[string]any{"currency": "EUR", "value": "50.01"}, "endorse", ""},
		{"another currency", none, kept, map[string]any{"currency": "XAF", "value": "1"}, "endorse", fault.FieldInvalid},
		{"nothing", none, kept, map[string]any{"currency": "EUR", "value": "0"}, "endorse", fault.Invalid},
		{"by no donor", func(f *agreement.Fund) { f.Donors = []agreement.PartyID{belmark} }, kept, map[string]any{"currency": "EUR", "value": "1"}, "endorse", fault.SideUnbound},
		{"an amount that cannot be read", none, kept, nil, "endorse", fault.ConditionUnread},
		{"nobody keeps the fund", none, nil, map[string]any{"currency": "EUR", "value": "999"}, "endorse", ""},
		{"whoever trusts", none, Trusting(), map[string]any{"currency": "EUR", "value": "999"}, "endorse", ""},
		{"beside another's amount that is not open here, at home", none, kept.Apply(sealed), map[string]any{"currency": "EUR", "value": "150.01"}, "endorse", fault.ConditionUnmet},
		{"a release of what was paid", none, kept.Apply(paid("10", "EUR")), "10", "authorise", ""},
		{"of more", none, kept.Apply(paid("10", "EUR")), "10.01", "authorise", fault.ConditionUnmet},
		{"before the milestone", milestone, kept.Apply(paid("10", "EUR")), "10", "authorise", fault.ConditionUnmet},
		{"after it", milestone, kept.Apply(paid("10", "EUR"), executed), "10", "authorise", ""},
		{"before it, though it is reached by now", milestone, kept.Apply(paid("10", "EUR"), later), "10", "authorise", fault.ConditionUnmet},
	} {
		m := purse(x.change)
		p := &m.Procedures[0]
		at := start.Add(time.Hour)
		c, err := x.standing.Open(m, "c", p.ID, sidesOf, sampleMove(m, p, sidesOf, "request", start))
		if err != nil {
			t.Fatal(err)
		}
		mv := sampleMove(m, p, sidesOf, x.step, at)
		if s, given := x.price.(string); given { // as an act before gave it
			c.Given, c.Values = own(c.Given), own(c.Values)
			c.Given["price"], c.Values["price"] = 0, map[string]any{"currency": "EUR", "value": s}
		} else if mv.Values["price"] = x.price; x.price == nil {
			delete(mv.Values, "price")
		}
		_, err = c.Take(mv)
		if got := fault.CodeOf(err); got != x.want {
			t.Errorf("%s: %v, want %q", x.name, err, x.want)
		}
		if mv.Awaits = true; strings.Contains(x.name, "not open here") {
			if _, err = c.Take(mv); err != nil {
				t.Errorf("%s: where home judges it is refused: %v", x.name, err)
			}
		}
		mv.Attested = true
		if _, err = c.Take(mv); err != nil {
			t.Errorf("%s: who follows home refuses it: %v", x.name, err)
		}
	}
}

// A case that comes to a state in which a milestone counts as verified says so beside itself, by an act or by silence, and
// the entries of a fund are judged in their order once all are known.
func TestOverdrawn(t *testing.T) {
	m := purse(func(f *agreement.Fund) {
		f.Windows[0].Milestone, f.Windows[0].Verified = "assistance", []agreement.StateID{"authorised"}
	})
	at := start.Add(time.Hour)
	r := open(t, m, start)
	c := r.do("authorise", at, func(mv *Move) { mv.Attested = true })
	got := c.Effects(1)
	if len(got) != 2 || got[1].String() != "verifies relief/tents" || !got[1].From.Equal(at) {
		t.Fatalf("%v", got)
	}
	s := (*Standing)(nil).Apply(got[1:]...)
	if w := &m.Funds[0].Windows[0]; s.Verified(&m.Funds[0], w, at.Add(-micro)) || !s.Verified(&m.Funds[0], w, at) || s.Equal(nil) {
		t.Error("the milestone counts from another instant")
	}
	release := func(value string, after time.Duration, id CaseID) Effect {
		e := paid(value, "EUR")
		e.Money, e.Donor, e.At, e.From, e.Case = &agreement.Money{Fund: "relief", Entry: EntryReleased, Window: "tents"}, "", at.Add(after), at.Add(after), id
		return e
	}
	for _, x := range []struct {
		name    string
		effects []Effect
		want    fault.Code
		by      CaseID
	}{
		{"covered", []Effect{paid("10", "EUR"), release("10", 1, "b")}, "", ""},
		{"twice", []Effect{release("6", 2, "c"), paid("10", "EUR"), release("6", 1, "b")}, fault.ConditionUnmet, "c"},
		{"before the milestone", []Effect{paid("10", "EUR"), release("1", -1, "b")}, fault.ConditionUnmet, "b"},
		{"unread", []Effect{{Kind: EffectPays, Target: "relief", Case: "u", At: start, Money: &agreement.Money{Fund: "relief", Entry: EntryPaid}}, release("1", 1, "b")}, fault.ConditionUnread, "u"},
	} {
		wrong := s.Apply(x.effects...).Overdrawn(m)
		switch {
		case x.want == "" && len(wrong) == 0:
		case len(wrong) != 1 || fault.CodeOf(wrong[0].Err) != x.want || wrong[0].Effect.Case != x.by:
			t.Errorf("%s: %+v", x.name, wrong)
		}
	}
}
