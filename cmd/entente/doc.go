// Command entente is the one binary: the language, the node, its registers and cases, the ledger, the audit, the
// demonstration and the benchmarks. One file per noun.
//
// It parses, calls and prints. What is permitted, kept or proved is decided below it, and nothing of that is decided here.
package main
