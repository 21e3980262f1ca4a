package world

import (
	"context"
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
)

// A node refuses to release more than has been paid, by whatever case.
func TestNoMoreIsReleasedThanWasPaid(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	funded := func(m *agreement.Model) {
		m.Funds = []agreement.Fund{{ID: "relief", Article: "7", Currency: "EUR", Donors: []agreement.PartyID{"belmark"}}}
		r := m.Record("assistance")
		r.Fields = append(r.Fields, agreement.Field{ID: "price", Type: agreement.TypeAmount, Class: agreement.ClassOfficial})
		a := m.Procedure("assistance")
		for step, entry := range map[agreement.StepID]string{"authorise": "paid", "execute": "released"} {
			s := a.Step(step)
			s.Gives = append(s.Gives, "price")
			s.Money = &agreement.Money{Fund: "relief", Entry: entry, Amount: "price"}
		}
		m.Build()
	}
	p.reworded(funded)
	euros := func(v string) map[string]any { return map[string]any{"currency": "EUR", "value": v} }
	first, second := p.asked("ordinary"), p.asked("ordinary")
	p.do("belmark", p.vantor, first, "authorise", fields{"reasons": "necessary", "price": euros("10")})
	p.do("belmark", p.vantor, second, "authorise", fields{"reasons": "necessary", "price": euros("5")})
	release := func(v string) error {
		_, err := p.Node("belmark").Step(ctx, p.oren, node.StepRequest{Case: second, Step: "execute", Values: fields{"evidence": "x", "price": euros(v)}})
		return err
	}
	refused(t, "more than all paid", release("15.01"), fault.ConditionUnmet, "7")
	_, err := p.Node("belmark").Step(ctx, p.oren, node.StepRequest{Case: first, Step: "execute", Values: fields{"evidence": "x", "price": map[string]any{"currency": "USD", "value": "1"}}})
	refused(t, "another currency", err, fault.FieldInvalid, "7")
	if err := release("15"); err != nil {
		t.Errorf("all that was paid: %v", err)
	}
}
