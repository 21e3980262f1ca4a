package main

import "runtime/debug"

// quiet lets the collector run less often where memory is at hand, and no further: a node stays below 300 MB.
func quiet() {
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(240 << 20)
}
