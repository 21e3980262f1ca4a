// Package models holds the model agreements that the project ships, so that one binary can begin with them.
//
// It never interprets them: each is a file that anyone may copy and change.
package models

import _ "embed"

// Northgate is northgate.md: a border and assistance agreement between two states and a secretariat.
//
//go:embed northgate.md
var Northgate []byte
