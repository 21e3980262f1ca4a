// Package pgtest starts a real PostgreSQL on a socket of its own, for tests.
//
// It installs nothing, and never touches a server that it did not start.
package pgtest
