// Package storetest is the conformance suite that every dialect of package store must pass.
//
// It owns what "the same on both databases" means: transactions, group commit, what concurrency and crashes may do,
// and what each query gives. It knows no dialect; a dialect's tests hand it a Backend.
package storetest
