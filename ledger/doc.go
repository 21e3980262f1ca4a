// Package ledger owns the tamper-evident log that a node keeps per agreement: blind leaves, the RFC 6962 tree and its
// tiles, checkpoints and cosignatures, proofs, and the file in which an entry is shown.
//
// It never decides what is logged nor when, keeps nothing, and touches no clock, disk, network or database: the node
// stores tiles and frontier, and hands in the time of a cosignature.
package ledger
