// Package sealtest is a passkey in software, for tests: it answers as an authenticator and a browser do, and lies where told.
//
// It knows nothing of acts or keys of this project: what it says is held to the standard by those who read it.
package sealtest
