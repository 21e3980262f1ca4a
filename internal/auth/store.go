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
	// SessionsOf gives a person's sessions of one kind that have not expired, the oldest first.
	SessionsOf(context.Context, PersonID, Kind, time.Time) ([]*Session, error)
	// PutUse notes a session's use.
	PutUse(context.Context, TokenHash, Use) error
}

// Store is what the service needs.
type Store interface {
	People
	Sessions
	Passkeys
	Records
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
	Use     Use // of a browser's
}

// Record is something that a node keeps about its people besides who they are.
type Record struct {
	Kind    string
	Ref     string // one of its kind
	Person  PersonID
	Body    []byte
	Created time.Time
}

// Records is where a node keeps it.
type Records interface {
	PutRecord(context.Context, *Record) error
	// RecordByRef gives a *fault.Error not-found where there is none.
	RecordByRef(ctx context.Context, kind, ref string) (*Record, error)
	// RecordsOf gives those of a kind, the newest first.
	RecordsOf(ctx context.Context, kind string, most int) ([]*Record, error)
	DeleteRecord(ctx context.Context, kind, ref string) (bool, error)
}
