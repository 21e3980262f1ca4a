package fault

import (
	"errors"
	"fmt"
)

// Code names one kind of refusal or failure. Every code stands in spec/errors.json with its
// HTTP status and its meaning; a test holds the two against each other.
type Code string

// Error is the one error type that crosses a package boundary towards a person or a peer.
// Message says what is wrong, Remedy how to mend it, and Article which article of the agreement
// demands it ("" where none does). Err is internal detail for the operator's log: it is never
// shown to a user and never leaves the node. Message and Remedy are English, or in Lang (BCP 47), where
// whoever made the error for one reader said so by In.
type Error struct {
	Code    Code
	Article string
	Message string
	Remedy  string
	Lang    string
	Err     error
}

// Error gives the sentence a person reads; internal detail stays out of it.
func (e *Error) Error() string {
	s := e.Message
	if e.Article != "" {
		s = "Article " + e.Article + ": " + s
	}
	if e.Remedy != "" {
		s += " (" + e.Remedy + ")"
	}
	return s
}

// Unwrap gives the internal cause.
func (e *Error) Unwrap() error { return e.Err }

// Is holds two errors equal when their codes are, so that errors.Is(err, fault.New(code, …)) works.
func (e *Error) Is(target error) bool {
	t, ok := target.(*Error)
	return ok && t.Code == e.Code
}

// New makes an error without an article.
func New(code Code, format string, args ...any) *Error {
	return &Error{Code: code, Message: fmt.Sprintf(format, args...)}
}

// Refuse makes a refusal that cites an article.
func Refuse(code Code, article, format string, args ...any) *Error {
	return &Error{Code: code, Article: article, Message: fmt.Sprintf(format, args...)}
}

// Mend adds the remedy.
func (e *Error) Mend(format string, args ...any) *Error {
	e.Remedy = fmt.Sprintf(format, args...)
	return e
}

// In says in which language message and remedy are.
func (e *Error) In(lang string) *Error {
	e.Lang = lang
	return e
}

// Wrap adds the internal cause.
func (e *Error) Wrap(err error) *Error {
	e.Err = err
	return e
}

// CodeOf gives the code of an error, or Internal where it is none of ours, or "" for nil.
func CodeOf(err error) Code {
	if err == nil {
		return ""
	}
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return Internal
}
