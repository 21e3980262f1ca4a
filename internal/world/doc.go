// Package world owns the test worlds: several real nodes, on real networks, with faults between
// them and clocks that can be set.
//
// It starts nodes as processes of the one binary (Processes), with a proxy on every line so that
// lines can be cut and slowed, or inside the test with injected clocks, for months that pass in
// seconds (Inside). It is an exercise world always: nothing that it signs passes for real. The
// product never imports it, but for `entente demo` and `entente bench`, which live in such worlds.
package world
