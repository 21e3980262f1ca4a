package auth_test

import (
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/auth/authtest"
)

func TestRolesAreLent(t *testing.T) {
	ctx, now := t.Context(), noon
	s, err := auth.New(&authtest.Memory{}, auth.Config{Node: "arland", Secret: []byte("0123456789abcdef0123456789abcdef"), Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	for id, roles := range map[auth.PersonID][]agreement.RoleID{"leila": {"officer"}, "omar": {"prosecutor"}, "ilves": {"officer"}, "vantor": {"judge"}, "ormond": {"judge"}, "ada": nil} {
		enrolled(t, s, person(id, roles...))
	}
	keeper := person("keeper")
	keeper.Admin = true
	enrolled(t, s, keeper)
	lend := func(giver, taker auth.PersonID, role agreement.RoleID, since, until time.Duration) error {
		return s.Delegate(ctx, auth.Delegation{Agreement: "northgate", Role: role, Giver: giver, Taker: taker, Since: noon.Add(since), Until: noon.Add(until)}, models)
	}
	for name, x := range map[string]struct {
		err  error
		code fault.Code
	}{
		"a role that one has not":        {lend("leila", "omar", "judge", 0, time.Hour), fault.WrongRole},
		"an independent role beside one": {lend("vantor", "omar", "judge", 0, time.Hour), fault.NotIndependent},
		"a role beside an independent":   {lend("leila", "vantor", "officer", 0, time.Hour), fault.NotIndependent},
		"to who looks after the node":    {lend("leila", "keeper", "officer", 0, time.Hour), fault.Forbidden},
		"to oneself":                     {lend("leila", "leila", "officer", 0, time.Hour), fault.Forbidden},
		"to who holds it":                {lend("leila", "ilves", "officer", 0, time.Hour), fault.Conflict},
		"to nobody":                      {lend("leila", "nobody", "officer", 0, time.Hour), fault.NotFound},
		"that is over":                   {lend("leila", "omar", "officer", -2*time.Hour, -time.Hour), fault.Invalid},
		"that ends before it begins":     {lend("leila", "omar", "officer", 2*time.Hour, time.Hour), fault.Invalid},
		"for a year":                     {lend("leila", "omar", "officer", 0, 365*24*time.Hour), fault.Invalid},
	} {
		if fault.CodeOf(x.err) != x.code {
			t.Errorf("%s: %v", name, x.err)
		}
	}
	if err := lend("leila", "omar", "officer", time.Hour, 2*time.Hour); err != nil {
		t.Fatal(err)
	}
	all, err := s.Delegations(ctx)
	if err != nil || len(all) != 1 {
		t.Fatal(all, err)
	}
	id := all[0].ID
	holds := func(at time.Duration, want bool) {
		t.Helper()
		now = noon.Add(at)
		p, err := s.Person(ctx, "omar")
		if err != nil || p.Holds("northgate", "officer") != want || !p.Holds("northgate", "prosecutor") || (p.For("northgate", "officer") == "leila") != want {
			t.Errorf("after %v: %v, %v", at, p.RolesIn("northgate"), err)
		}
	}
	holds(90*time.Minute, false) // nobody has accepted it
	now = noon
	for _, who := range []auth.PersonID{"leila", "omar", "vantor", "ada"} {
		if err := s.Accept(ctx, id, who, true, models); fault.CodeOf(err) != fault.Forbidden {
			t.Errorf("accepted by %s: %v", who, err)
		}
	}
	if err := s.Accept(ctx, id, "ilves", true, models); err != nil {
		t.Fatal(err)
	}
	if err := s.Accept(ctx, id, "keeper", true, models); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("accepted twice: %v", err)
	}
	holds(30*time.Minute, false)
	holds(time.Hour, true)
	holds(2*time.Hour-1, true)
	if err := lend("omar", "ada", "officer", time.Hour, 2*time.Hour); fault.CodeOf(err) != fault.WrongRole {
		t.Errorf("a borrowed role is lent on: %v", err)
	}
	gone := person("leila", "prosecutor")
	enrolled(t, s, gone) // the giver lost the role
	holds(time.Hour, false)
	enrolled(t, s, person("leila", "officer"))
	holds(time.Hour, true)
	holds(2*time.Hour, false)
	now = noon.Add(time.Hour)
	ilves, _ := s.Person(ctx, "ilves")
	if err := s.EndDelegation(ctx, id, ilves); fault.CodeOf(err) != fault.Forbidden {
		t.Errorf("ended by a third: %v", err)
	}
	leila, _ := s.Person(ctx, "leila")
	if err := s.EndDelegation(ctx, id, leila); err != nil {
		t.Fatal(err)
	}
	holds(time.Hour, false)
	// They stay one person to what wants two.
	if tied, err := s.Tied(ctx, "leila", "northgate"); err != nil || len(tied) != 1 || tied[0].ID != "omar" {
		t.Errorf("%v, %v", tied, err)
	}
	if tied, err := s.Tied(ctx, "omar", "southgate"); err != nil || len(tied) != 0 {
		t.Errorf("%v, %v", tied, err)
	}
	now = noon
	if err := lend("vantor", "ada", "judge", 0, time.Hour); err != nil { // who holds nothing may be judge
		t.Fatal(err)
	}
	all, _ = s.Delegations(ctx)
	for _, d := range all {
		if d.Giver == "vantor" {
			if err := s.Accept(ctx, d.ID, "ormond", false, models); err != nil {
				t.Fatal(err)
			}
			if err := s.Accept(ctx, d.ID, "ormond", true, models); fault.CodeOf(err) != fault.NotFound {
				t.Errorf("accepted after it was refused: %v", err)
			}
		}
	}
}
