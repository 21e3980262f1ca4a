package models_test

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/entente-net/entente/agreement"
)

// BenchmarkCompile compiles each assembled text as a node does when it starts, under the collector as it is, and
// prints beside milliseconds the megabytes that a compiled model holds.
func BenchmarkCompile(b *testing.B) {
	files, err := filepath.Glob("*.md")
	if err != nil {
		b.Fatal(err)
	}
	for _, name := range files {
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
