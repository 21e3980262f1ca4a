// Package synth makes invented evidence: a small exercise agreement, seeded keys for its parties, and
// histories of any length that keep it, written as evidence bundles.
//
// It serves the audit's tests and its benchmark. It is never part of the product: all that it makes is
// marked as an exercise, and its keys follow from a number.
package synth
