package auth_test

import (
	"slices"
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/auth/authtest"
)

func ministry() *auth.Provider {
	return &auth.Provider{
		ID: "justice", Name: "Ministry", Issuer: "https://id.example", Client: "entente", Claim: "groups",
		Roles: []auth.Grant{
			{Value: "border", Agreement: "northgate", Role: "officer"},
			{Value: "courts", Agreement: "northgate", Role: "judge"},
			{Value: "service", Agreement: "northgate", Role: "prosecutor"},
			{Value: "audit", Agreement: "northgate", Role: "auditor"},
		},
	}
}

func TestWhatAProviderSaysBecomesRoles(t *testing.T) {
	ctx := t.Context()
	claims := func(name string, groups ...any) map[string]any {
		return map[string]any{"preferred_username": name, "name": "Name of " + name, "groups": groups}
	}
	for name, x := range map[string]struct {
		claims  map[string]any
		subject string
		code    fault.Code
		article string
		id      auth.PersonID
		roles   []agreement.RoleID
	}{
		"an officer":                  {claims: claims("dessar", "border", "choir"), subject: "1", id: "dessar", roles: []agreement.RoleID{"officer"}},
		"by an address":               {claims: claims("Leila.Hadad@justice.example", "service"), subject: "2", id: "leila.hadad", roles: []agreement.RoleID{"prosecutor"}},
		"one text for a list":         {claims: map[string]any{"preferred_username": "omar", "groups": "courts"}, subject: "3", id: "omar", roles: []agreement.RoleID{"judge"}},
		"a judge who prosecutes":      {claims: claims("both", "courts", "service"), subject: "4", code: fault.NotIndependent, article: "5"},
		"a role of another party":     {claims: claims("auditor", "audit"), subject: "5", code: fault.WrongRole, article: "5"},
		"nobody here":                 {claims: claims("singer", "choir"), subject: "6", code: fault.Forbidden},
		"without a name":              {claims: map[string]any{"groups": []any{"border"}}, subject: "7", code: fault.Forbidden},
		"with a name that is a path":  {claims: claims("../keeper", "border"), subject: "8", code: fault.Forbidden},
		"without a subject":           {claims: claims("dessar", "border"), code: fault.Unauthorised},
		"who is somebody else's name": {claims: claims("taken", "border"), subject: "10", code: fault.Conflict},
		"the administrator's name":    {claims: claims("keeper", "border"), subject: "11", code: fault.Conflict},
		"somebody who left":           {claims: claims("gone", "border"), subject: "12", code: fault.Unauthorised},
		"somebody enrolled before":    {claims: claims("ilves", "service"), subject: "13", id: "ilves", roles: []agreement.RoleID{"prosecutor"}},
	} {
		t.Run(name, func(t *testing.T) {
			s := service(t, &authtest.Memory{}, "")
			enrolled(t, s, person("ilves", "officer"))
			keeper, gone := person("keeper"), person("gone", "officer")
			keeper.Admin, gone.Disabled = true, true
			enrolled(t, s, keeper)
			enrolled(t, s, gone)
			if _, err := s.ByOpenID(ctx, ministry(), "9", claims("taken", "border"), "arland", models, noon); err != nil {
				t.Fatal(err)
			}
			id, err := s.ByOpenID(ctx, ministry(), x.subject, x.claims, "arland", models, noon)
			if fault.CodeOf(err) != x.code || id != x.id {
				t.Fatalf("%q, %v", id, err)
			}
			if err != nil {
				if e, ok := err.(*fault.Error); !ok || e.Article != x.article {
					t.Errorf("it cites %v", err)
				}
				return
			}
			p, err := s.Person(ctx, id)
			if err != nil || !slices.Equal(p.RolesIn("northgate"), x.roles) || p.Admin || p.Delegate {
				t.Fatalf("%+v, %v", p, err)
			}
			// The subject stays the person, whatever it is called next; and what the provider takes away is gone.
			again := claims("other-name")
			if id, err := s.ByOpenID(ctx, ministry(), x.subject, again, "arland", models, noon); err != nil || id != x.id {
				t.Fatalf("again: %q, %v", id, err)
			}
			if p, err := s.Person(ctx, id); err != nil || len(p.RolesIn("northgate")) != 0 {
				t.Fatalf("roles that were taken away: %+v, %v", p, err)
			}
		})
	}
}

func TestSettingsOfProviders(t *testing.T) {
	for name, x := range map[string]struct {
		change func(*auth.Provider)
		world  string
		right  bool
	}{
		"right":                        {right: true},
		"without TLS":                  {change: func(p *auth.Provider) { p.Issuer = "http://id.example" }},
		"on this machine":              {change: func(p *auth.Provider) { p.Issuer = "http://127.0.0.1:80/x" }},
		"on this machine, an exercise": {change: func(p *auth.Provider) { p.Issuer = "http://127.0.0.1:80/x" }, world: agreement.WorldExercise, right: true},
		"a name like this machine's":   {change: func(p *auth.Provider) { p.Issuer = "http://127.0.0.1.example" }, world: agreement.WorldExercise},
		"a path for an id":             {change: func(p *auth.Provider) { p.ID = "a/b" }},
		"no client":                    {change: func(p *auth.Provider) { p.Client = "" }},
		"no claim":                     {change: func(p *auth.Provider) { p.Claim = "" }},
		"a role for everybody":         {change: func(p *auth.Provider) { p.Roles[0].Value = "" }},
	} {
		p := ministry()
		if x.change != nil {
			x.change(p)
		}
		if err := p.Check(x.world); (err == nil) != x.right {
			t.Errorf("%s: %v", name, err)
		}
	}
}
