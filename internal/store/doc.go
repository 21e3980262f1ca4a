// Package store owns the node's database: its schema, its transactions and the one place where
// things become durable.
//
// SQL is written once, in files, for SQLite and PostgreSQL (sql/schema, sql/query); sqlc makes the
// methods of Queries from them (tools/generate.sh), and the packages sqlite and postgres fill in
// what differs, a Dialect. One conformance suite, storetest, runs on both.
//
// All writing goes through DB.Update. One goroutine, the committer, runs the jobs that have gathered
// in one transaction, lets the Sequencer give their ledger leaves their places in the same
// transaction, and makes all of it durable with one fsync. A job that fails takes only itself back.
//
// The package never decides what is permitted, never reads a clock for the domain (every instant is
// an argument), never encrypts, and never holds a key: what must be erasable arrives encrypted.
//
// # Trust
//
// Whoever can read the database sees who deals with whom, when and how often, case numbers, states
// and the signed heads, and ciphertext; without the key store it gives away no erasable value. Whoever
// can write it can withhold, delete or reorder: receipts, counterparties' cosignatures and the
// checkpoint kept outside it make that provable, and nothing here prevents it. Bytes that were
// deleted are overwritten (SQLite's secure_delete, Scrub) as far as file system and disk permit; PostgreSQL only
// frees them. What erasure promises rests on the destroyed key, not on that.
package store
