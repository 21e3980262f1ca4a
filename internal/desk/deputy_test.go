package desk_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/node"
)

// What somebody does in a role that another lent them says so to their own side, without saying who lent it.
func TestALentRoleOnTheTimeline(t *testing.T) {
	w := newTown(t)
	ctx, n := context.Background(), w.Node("arland")
	models := func(agreement.ID) *agreement.Model { return n.Models()[0] }
	d := auth.Delegation{Agreement: w.Agreement, Role: "officer", Giver: "ilves", Taker: "anselm", Since: w.Now().Add(-time.Hour), Until: w.Now().Add(time.Hour)}
	if err := n.Auth().Delegate(ctx, d, models); err != nil {
		t.Fatal(err)
	}
	all, err := n.Auth().Delegations(ctx)
	if err == nil {
		err = n.Auth().Accept(ctx, all[0].ID, "dessar", true, models)
	}
	if err != nil {
		t.Fatal(err)
	}
	does := func(who auth.PersonID, req node.StepRequest) *node.StepResult {
		t.Helper()
		p, err := n.Auth().Person(ctx, who)
		if err != nil {
			t.Fatal(err)
		}
		res, err := n.Step(ctx, p, req)
		if err != nil {
			t.Fatal(err)
		}
		return res
	}
	opened := does("anselm", node.StepRequest{
		Agreement: w.Agreement, Procedure: "hit", Step: "open", Sides: map[agreement.SideID]agreement.PartyID{"checking": "arland", "holding": "belmark"},
		Values: map[agreement.FieldID]any{"register": "stolen documents", "number": "P1234567", "issuing_state": "XB", "answer": "reported stolen"},
	})
	does("dessar", node.StepRequest{Agreement: w.Agreement, Case: opened.Case, Step: "compare", Values: map[agreement.FieldID]any{"comparison": "the same", "reasons": "The photograph."}})
	w.settle()
	b := w.as("arland", "Officer Dessar")
	b.get("/cases/" + string(opened.Case))
	b.reads(200, "Border officer, in a lent role, known here as")
	if got := strings.Count(b.text(), "in a lent role"); got != 1 {
		t.Errorf("%d acts are said to be in a lent role", got)
	}
	other := w.as("belmark", "Oren Tal")
	other.get("/cases/" + string(opened.Case))
	other.lacks("in a lent role")
}
