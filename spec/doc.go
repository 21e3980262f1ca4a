// Package spec holds the formats as another implementer needs them, and carries those that the
// program itself reads: the table of error codes.
//
// It never computes anything: what is not a file does not belong here.
package spec
