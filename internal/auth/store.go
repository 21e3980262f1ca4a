package auth

import (
	"context"
	"time"
)

// People is where a node keeps its people.
type People interface {
	// PersonByID gives a *fault.Error not-found where there is none.
	PersonByID(context.Context, PersonID) (*Person, error)
	// PutPerson adds or exchanges.
	PutPerson(context.Context, *Person) error
	// People gives all, by id.
	People(context.Context) ([]*Person, error)
}

// Sessions is where a node keeps its sessions and the login links that are not used up.
type Sessions interface {
	PutSession(context.Context, *Session) error
	// SessionByHash gives a *fault.Error not-found where there is none.
	SessionByHash(context.Context, TokenHash) (*Session, error)
	// DeleteSession says whether it was there: of two who delete at once only one hears true.
	DeleteSession(context.Context, TokenHash) (bool, error)
}

// Store is what the service needs.
type Store interface {
	People
	Sessions
}

// TokenHash is the SHA-256 of a token.
type TokenHash [32]byte

// Kind says what a token is good for: one kind is never taken for another.
type Kind string

// Kinds of tokens.
const (
	KindCookie Kind = "cookie" // a browser's session
	KindBearer Kind = "bearer" // a program at the API
	KindLink   Kind = "link"   // a login link that works once
)

// Session is one login.
type Session struct {
	Hash    TokenHash
	Person  PersonID
	Kind    Kind
	Created time.Time
	Expires time.Time
}
