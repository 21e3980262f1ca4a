// Package models holds the model agreements that the project ships, so that one binary can begin with them.
//
// It never interprets them: each is a file that anyone may copy and change.
package models

import "embed"

// Files are the model agreements, border.md and its like, with the parts that they include.
//
//go:embed *.md common/*.md */examples.md
var Files embed.FS
