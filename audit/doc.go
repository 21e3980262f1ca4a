// Package audit proves, offline, whether an agreement was kept: it reads evidence bundles, checks
// every signature, chain and log in them, and replays every act through the agreement's engine.
//
// It owns the evidence bundle (spec/bundle.md): the writer that a node exports with, the reader,
// the replay, and the report with its findings and its stated limits.
//
// It trusts no bundle, and not the node that made it. It never touches a clock, a disk, a network
// or a database: a bundle is a reader, and the instants that matter stand in what was signed. It
// never decides what the agreement permits: that is casework, the same engine that the nodes ran.
package audit
