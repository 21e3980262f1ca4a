package models_test

import (
	"os"
	"runtime"
	"runtime/debug"
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
)

// BenchmarkModel checks each model agreement with its parts as entente agreement check does, which collects no garbage:
// assemble, compile, all checks, all examples. It prints milliseconds and the lines of the whole.
func BenchmarkModel(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	for _, name := range texts(b) {
		b.Run(name, func(b *testing.B) {
			lines := 0
			for b.Loop() {
				b.StopTimer()
				runtime.GC()
				b.StartTimer()
				whole, m, fs, err := agreement.Open(os.DirFS("."), name, name)
				if err != nil || m == nil {
					b.Fatal(err, fs)
				}
				if fs := casework.Expectations(m); len(fs) > 0 {
					b.Fatal(fs)
				}
				lines = 0
				for _, c := range whole.Text {
					if c == '\n' {
						lines++
					}
				}
			}
			b.ReportMetric(float64(lines), "lines")
			b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N), "ms")
		})
	}
}
