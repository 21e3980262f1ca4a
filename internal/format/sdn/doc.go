// Package sdn owns the reading of the sanctions list that the Office of Foreign Assets Control of the
// United States Treasury publishes as CSV: sdn.csv with the persons and things, alt.csv with their other
// names, add.csv with their addresses and sdn_comments.csv with what did not fit into the remarks.
//
// The list says documents, birth dates and nationalities in one column of prose, the remarks; this
// package takes them apart and keeps the prose beside them.
//
// It never decides what a register holds, never matches anybody, and never guesses: what it cannot read
// stays in the remarks, and a country name that it does not know is given as written.
package sdn
