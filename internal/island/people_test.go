package island

import (
	"regexp"
	"slices"
	"sync"
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/models"
)

// texts are the four agreements, compiled once.
var texts = sync.OnceValue(func() map[agreement.ID]*agreement.Model {
	out := map[agreement.ID]*agreement.Model{}
	for _, id := range Agreements {
		name := string(id) + ".md"
		_, m, findings, err := agreement.Open(models.Files, name, name)
		if err != nil || len(findings) > 0 || m.ID != id {
			panic(name + " is no agreement")
		}
		out[id] = m
	}
	return out
})

func TestPeople(t *testing.T) {
	people := People()
	if n := len(people); n < 60 || n > 120 {
		t.Errorf("%d people", n)
	}
	form := regexp.MustCompile(`^[a-z]+\.[a-z]+$`)
	ids, names := map[string]bool{}, map[string]bool{}
	for _, p := range people {
		if !form.MatchString(p.ID) || ids[p.ID] || names[p.Name] {
			t.Errorf("%s (%s) is not told apart from somebody", p.ID, p.Name)
		}
		ids[p.ID], names[p.Name] = true, true
		if p.Admin != (len(p.Roles) == 0) {
			t.Errorf("%s looks after the node and holds a role, or neither", p.ID)
		}
		who := auth.Person{ID: auth.PersonID(p.ID), Name: p.Name, Party: p.Party, Roles: p.Roles, Delegate: p.Delegate, Admin: p.Admin}
		if err := who.Check(func(id agreement.ID) *agreement.Model { return texts()[id] }); err != nil {
			t.Errorf("%s: %v", p.ID, err)
		}
	}
}

// Whatever role a party may fill under an agreement, somebody fills it.
func TestRolesAreHeld(t *testing.T) {
	for _, id := range Agreements {
		m := texts()[id]
		for _, r := range m.Roles {
			for _, party := range r.Held {
				if len(whoHolds(id, party, []agreement.RoleID{r.ID})) == 0 {
					t.Errorf("%s: nobody of %s is %s", id, party, r.ID)
				}
			}
		}
	}
}

// whoHolds gives the people of a party who hold one of these roles.
func whoHolds(id agreement.ID, party agreement.PartyID, roles []agreement.RoleID) (out []string) {
	for _, p := range People() {
		if p.Party == party && slices.ContainsFunc(p.Roles[id], func(r agreement.RoleID) bool { return slices.Contains(roles, r) }) {
			out = append(out, p.ID)
		}
	}
	return out
}

// Where a step asks for another person than those before it, there is one, at every party that may be that side.
func TestSecondPairsOfEyes(t *testing.T) {
	found := 0
	for _, id := range Agreements {
		m := texts()[id]
		for i := range m.Procedures {
			p := &m.Procedures[i]
			// roles gives who may take a step for a side.
			roles := func(step *agreement.Step, side agreement.SideID) (out []agreement.RoleID) {
				for _, a := range step.By {
					if a.Side == side {
						out = append(out, a.Role)
					}
				}
				return out
			}
			for j := range p.Steps {
				later := &p.Steps[j]
				for k := range p.Steps {
					earlier := &p.Steps[k]
					if !slices.Contains(later.OtherThan, earlier.ID) {
						continue
					}
					for _, side := range p.Sides {
						second, first := roles(later, side.ID), roles(earlier, side.ID)
						if len(second) == 0 || len(first) == 0 {
							continue // other sides: other parties' people
						}
						for _, party := range side.Any {
							found++
							a, b := whoHolds(id, party, first), whoHolds(id, party, second)
							if len(a) == 0 || len(b) == 0 || len(a) == 1 && len(b) == 1 && a[0] == b[0] {
								t.Errorf("%s, %s: at %s nobody is left for %s after %s", id, p.ID, party, later.ID, earlier.ID)
							}
						}
					}
				}
			}
		}
	}
	if found < 50 {
		t.Errorf("only %d second looks were found", found)
	}
}

func TestTen(t *testing.T) {
	guides := Ten()
	if len(guides) != 10 {
		t.Fatalf("%d people on the first page", len(guides))
	}
	people := People()
	for _, g := range guides {
		for _, text := range []Text{g.Office, g.Waits, g.Does} {
			for _, l := range Languages {
				if text[l] == "" {
					t.Errorf("%s: a sentence lacks in %s", g.Who, l)
				}
			}
		}
		i := slices.IndexFunc(people, func(p Person) bool { return p.ID == g.Person })
		switch {
		case g.Who == "citizen":
			if g.Person != "" {
				t.Error("the citizen has a login")
			}
		case i < 0:
			t.Errorf("%s: there is no %s", g.Who, g.Person)
		case people[i].Does["en"] != g.Does["en"]:
			t.Errorf("%s does not know what to do", g.Person)
		case g.Who == "negotiator" && !people[i].Delegate:
			t.Errorf("%s may not negotiate", g.Person)
		}
	}
	n := 0
	for _, p := range people {
		if p.Does != nil {
			n++
		}
	}
	if n != 9 {
		t.Errorf("%d people have something to try", n)
	}
}
