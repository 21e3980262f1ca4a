// Package register owns the data sets that parties hold, as they lie in memory of a node: reading them from
// files, checking every value against the record, and answering exactly whether an entry matches.
//
// A data set is a Set: immutable, sorted, named by the hash of its content, so that two nodes (or one node
// before and after a restart) that hold the same entries speak of the same version. A Live holds the
// set in force and exchanges it at once, while questions go on.
//
// It never decides who may ask, how often, for which purpose or what a hit may reveal: that is the agreement's
// business and the node's. It never stores anything.
package register
