// Package indicator owns how figures are counted and shown: what one case adds to the counts of its month, the time that
// clocks took, the uncertainty of a share, and what of all that the public may see.
//
// It reads no clock, disk or database: package node keeps the counts, and the pages draw them. What an agreement states as
// an indicator is measured by package casework.
package indicator
