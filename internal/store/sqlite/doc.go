// Package sqlite opens the node's database as an SQLite file, the default.
//
// It owns what is particular to SQLite: write-ahead log with a full sync at every commit, one writing
// connection and several reading ones, overwritten deletions, and the lock that keeps a second process out.
// It never holds SQL of the domain.
package sqlite
