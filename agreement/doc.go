// Package agreement is the language: a literate Markdown file becomes a checked, typed, immutable Model.
//
// It owns parsing, checking, the canonical form, differences and plain words. It never touches a
// clock, a disk, a network or a database, and never knows how a case runs: that is casework.
package agreement
