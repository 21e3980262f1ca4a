package api

import (
	"context"
	"net/url"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/seal"
)

// Person is somebody of the node's staff.
type Person struct {
	ID       auth.PersonID                       `json:"id"`
	Name     string                              `json:"name"`
	Roles    map[agreement.ID][]agreement.RoleID `json:"roles"` // by agreement
	Admin    bool                                `json:"admin,omitempty"`
	Delegate bool                                `json:"delegate,omitempty"` // negotiates: sees drafts, and the party's red lines
	Disabled bool                                `json:"disabled,omitempty"`
}

// PersonList is all of them.
type PersonList struct {
	People []Person `json:"people"`
}

func (a *admin) people(ctx context.Context) (*PersonList, error) {
	all, err := a.n.Auth().People(ctx)
	if err != nil {
		return nil, err
	}
	out := &PersonList{People: []Person{}}
	for _, p := range all {
		out.People = append(out.People, Person{ID: p.ID, Name: p.Name, Roles: p.Roles, Admin: p.Admin, Delegate: p.Delegate, Disabled: p.Disabled})
	}
	return out, nil
}

// addPerson adds a person, or exchanges what is known of one.
func (a *admin) addPerson(ctx context.Context, in *Person) (*Person, error) {
	if in.Roles == nil {
		in.Roles = map[agreement.ID][]agreement.RoleID{}
	}
	return in, a.n.EnrolPerson(ctx, auth.Person{ID: in.ID, Name: in.Name, Roles: in.Roles, Admin: in.Admin, Delegate: in.Delegate, Disabled: in.Disabled})
}

// TokenRequest asks for a bearer token of a person.
type TokenRequest struct {
	Person  auth.PersonID `json:"person"`
	Seconds int64         `json:"seconds,omitempty"` // how long it lasts; 0: as usual
}

// Token is a bearer token: the only copy there is.
type Token struct {
	Token   string    `json:"token"`
	Expires time.Time `json:"expires"`
}

func lifeOf(seconds int64) (time.Duration, error) {
	if seconds < 0 || seconds > int64(auth.MaxLife/time.Second) {
		return 0, fault.New(fault.Invalid, "a token lasts at most %d days", auth.MaxLife/(24*time.Hour))
	}
	return time.Duration(seconds) * time.Second, nil
}

func (a *admin) token(ctx context.Context, in *TokenRequest) (*Token, error) {
	life, err := lifeOf(in.Seconds)
	if err != nil {
		return nil, err
	}
	if _, err := a.n.Auth().Person(ctx, in.Person); err != nil {
		return nil, err
	}
	token, session, err := a.n.Auth().Begin(ctx, in.Person, auth.KindBearer, now(), life)
	if err != nil {
		return nil, err
	}
	return &Token{Token: token, Expires: session.Expires}, nil
}

// LinkRequest asks for a login link to the desk; exercises only.
type LinkRequest struct {
	Person   auth.PersonID `json:"person"`
	Seconds  int64         `json:"seconds,omitempty"`
	Reusable bool          `json:"reusable,omitempty"`
}

// Link is a login link.
type Link struct {
	Token string `json:"token"`
	URL   string `json:"url"`
}

func (a *admin) link(ctx context.Context, in *LinkRequest) (*Link, error) {
	life, err := lifeOf(in.Seconds)
	if err != nil {
		return nil, err
	}
	token, err := a.n.Auth().Link(ctx, in.Person, now(), life, in.Reusable)
	if err != nil {
		return nil, err
	}
	return &Link{Token: token, URL: a.opt.Desk + "/login?token=" + url.QueryEscape(token)}, nil
}

// RoleKeyRequest enrols a person's role key. Without a certificate, in an exercise, the node makes the
// key and keeps it for the person.
type RoleKeyRequest struct {
	Agreement   agreement.ID     `json:"agreement"`
	Person      auth.PersonID    `json:"person"`
	Role        agreement.RoleID `json:"role"`
	Certificate string           `json:"certificate,omitempty"` // canonical JSON of a signed statement
}

func (a *admin) roleKey(ctx context.Context, in *RoleKeyRequest) (*Done, error) {
	var st *seal.SignedStatement
	if in.Certificate != "" {
		var err error
		if st, err = seal.DecodeSignedStatement([]byte(in.Certificate)); err != nil {
			return nil, err
		}
	}
	return &Done{true}, a.n.EnrolRoleKey(ctx, in.Agreement, in.Person, in.Role, st)
}
