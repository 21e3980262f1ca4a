package api

import (
	"context"
	"slices"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/client"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
)

type nothing struct{}

func (s *server) me(ctx context.Context, _ *nothing) (*client.Me, error) {
	who, err := person(ctx)
	if err != nil {
		return nil, err
	}
	out := &client.Me{
		ID: string(who.ID), Name: who.Name, Party: string(who.Party), World: s.n.World(), Admin: who.Admin, Roles: map[string][]string{}, Now: s.n.Now(),
	}
	for id := range who.Roles {
		if roles := who.RolesIn(id); len(roles) > 0 {
			out.Roles[string(id)] = texts(roles)
		}
	}
	people := s.n.Auth()
	if cookie, err := request(ctx).Cookie(people.CookieName()); err == nil && request(ctx).Header.Get("Authorization") == "" {
		if _, session, err := people.Authenticate(ctx, cookie.Value, auth.KindCookie, now()); err == nil {
			out.FormToken = people.FormToken(session)
		}
	}
	return out, nil
}

func (s *server) agreements(ctx context.Context, _ *nothing) (*client.AgreementList, error) {
	who, err := person(ctx)
	if err != nil {
		return nil, err
	}
	list, err := s.n.Agreements(ctx)
	if err != nil {
		return nil, err
	}
	out := &client.AgreementList{Agreements: []client.Agreement{}}
	for _, v := range list {
		out.Agreements = append(out.Agreements, agreementOf(s.n.For(who, v), false))
	}
	return out, nil
}

type agreementIn struct {
	ID string `path:"id" maxLength:"128"`
}

func (s *server) agreement(ctx context.Context, in *agreementIn) (*client.Agreement, error) {
	who, err := person(ctx)
	if err != nil {
		return nil, err
	}
	v, err := s.n.Agreement(ctx, agreement.ID(in.ID))
	if err != nil {
		return nil, err
	}
	a := agreementOf(s.n.For(who, v), true)
	turns, err := s.n.Turns(ctx, v.ID)
	if err != nil {
		return nil, err
	}
	for _, t := range turns {
		a.Owed = append(a.Owed, client.Turn{
			Schedule: string(t.Schedule.ID), Title: t.Schedule.Title, Article: string(t.Schedule.Article), Procedure: string(t.Schedule.Opens),
			Day: t.Day.String(), Due: t.Due, Begun: t.Begun, Late: t.Late,
		})
	}
	return &a, nil
}

type agreementTextIn struct {
	ID       string `path:"id" maxLength:"128"`
	Language string `query:"language" maxLength:"35" doc:"One of the agreement's languages. Its own, and the signed text, unless stated." example:"fr"`
}

func (s *server) agreementText(ctx context.Context, in *agreementTextIn) ([]byte, error) {
	if _, err := person(ctx); err != nil {
		return nil, err
	}
	return s.n.TextIn(agreement.ID(in.ID), in.Language)
}

func (s *server) agreementModel(ctx context.Context, in *agreementIn) ([]byte, error) {
	if _, err := person(ctx); err != nil {
		return nil, err
	}
	v, err := s.n.Agreement(ctx, agreement.ID(in.ID))
	if err != nil {
		return nil, err
	}
	return v.Model.Canonical(), nil
}

// holding lets those in who hold one of these roles under an agreement; without any, who holds any role.
func (s *server) holding(ctx context.Context, id agreement.ID, article agreement.Article, roles ...agreement.RoleID) error {
	who, err := person(ctx)
	if err != nil {
		return err
	}
	if err := who.Content(); err != nil {
		return err
	}
	held := who.RolesIn(id)
	if len(held) == 0 {
		return fault.New(fault.Forbidden, "you hold no role under this agreement").Mend("ask whoever looks after the node to enter your role")
	}
	if len(roles) == 0 || slices.ContainsFunc(held, func(r agreement.RoleID) bool { return slices.Contains(roles, r) }) {
		return nil
	}
	return fault.Refuse(fault.WrongRole, string(article), "this belongs to another role").Mend("these roles may: %v", roles)
}
