package node_test

import (
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/node"
)

// Four eyes see through a delegation: who lent a role and who borrowed it are one person to a step that wants another than the one before.
func TestFourEyesSeeThroughADelegation(t *testing.T) {
	s := alone(t, nil)
	ctx, n := t.Context(), s.Node("arland")
	for id, roles := range map[auth.PersonID][]agreement.RoleID{"lena": {"officer"}, "bruno": {"supervisor"}, "carla": {"officer"}} {
		if err := n.EnrolPerson(ctx, auth.Person{ID: id, Name: string(id), Roles: map[agreement.ID][]agreement.RoleID{s.Agreement: roles}}); err != nil {
			t.Fatal(err)
		}
	}
	person := func(id auth.PersonID) node.Who {
		p, err := n.Auth().Person(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	models := func(agreement.ID) *agreement.Model { return n.Models()[0] }
	now := n.Now()
	d := auth.Delegation{Agreement: s.Agreement, Role: "officer", Giver: "lena", Taker: "bruno", Since: now.Add(-time.Hour), Until: now.Add(time.Hour)}
	if err := n.Auth().Delegate(ctx, d, models); err != nil {
		t.Fatal(err)
	}
	all, err := n.Auth().Delegations(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if err := n.Auth().Accept(ctx, all[0].ID, "carla", true, models); err != nil {
		t.Fatal(err)
	}
	if p := person("bruno"); !p.Holds(s.Agreement, "officer") || p.For(s.Agreement, "officer") != "lena" {
		t.Fatalf("%v", p.RolesIn(s.Agreement))
	}
	opened, err := n.Step(ctx, person("lena"), hitOn("P7654321"))
	if err != nil {
		t.Fatal(err)
	}
	compare := node.StepRequest{Case: opened.Case, Step: "compare", Values: values{"comparison": "the same", "reasons": "the photograph"}}
	if _, err := n.Step(ctx, person("lena"), compare); err != nil {
		t.Fatal(err)
	}
	confirm := because(opened.Case, "confirm")
	if _, err := n.Step(ctx, person("bruno"), confirm); fault.CodeOf(err) != fault.SamePerson {
		t.Fatalf("who borrowed her role confirms what she compared: %v", err)
	}
	// Not even once it is over.
	if err := n.Auth().EndDelegation(ctx, all[0].ID, person("lena")); err != nil {
		t.Fatal(err)
	}
	if _, err := n.Step(ctx, person("bruno"), confirm); fault.CodeOf(err) != fault.SamePerson {
		t.Fatalf("after its end: %v", err)
	}
	if res, err := n.Step(ctx, person("carla"), confirm); err != nil || res.State != "confirmed" {
		t.Fatalf("somebody else: %+v, %v", res, err)
	}
}
