// Package node is the application: one party's node. It takes one command or query at a time, each
// write in one transaction, and is the sole writer of its database, its key store and its log.
//
// It wires the pure engine (casework), the signed formats (seal), the log (ledger), the registers
// and the line to the others (peer). It never knows about HTTP, HTML or flags; it never decides
// what is permitted (the agreement does, by casework), and never trusts a counterparty's word
// without its signature.
package node
