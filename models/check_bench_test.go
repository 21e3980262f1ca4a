package models_test

import (
	"os"
	"runtime"
	"runtime/debug"
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
)

// BenchmarkCheck is what entente agreement check does with each model agreement, inside this process, for profiles: as
// there, nothing is collected on the way. The command itself is timed by BenchmarkModel of cmd/entente.
func BenchmarkCheck(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	for _, name := range texts(b) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				runtime.GC()
				b.StartTimer()
				_, m, fs, err := agreement.Open(os.DirFS("."), name, name)
				if err != nil || m == nil {
					b.Fatal(err, fs)
				}
				if fs := casework.Expectations(m); len(fs) > 0 {
					b.Fatal(fs)
				}
			}
		})
	}
}

// BenchmarkCompile compiles each assembled text as a node does when it starts, under the collector as it is, and
// prints beside milliseconds the megabytes that a compiled model holds.
func BenchmarkCompile(b *testing.B) {
	for _, name := range texts(b) {
		text, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		whole, fs := agreement.Assemble(os.DirFS("."), name, text)
		if fs.Failed() {
			b.Fatal(fs)
		}
		b.Run(name, func(b *testing.B) {
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			var m *agreement.Model
			for b.Loop() {
				if m, fs = agreement.Compile(name, whole.Text); m == nil {
					b.Fatal(fs)
				}
			}
			b.StopTimer()
			runtime.GC()
			runtime.ReadMemStats(&after)
			b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/(1<<20), "MB-held")
			b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N), "ms")
			runtime.KeepAlive(m)
		})
	}
}
