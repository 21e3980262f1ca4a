package casework

import (
	"bytes"
	"os"
	"testing"

	"github.com/entente-net/entente/agreement"
)

// BenchmarkCheck checks an agreement of about 4,000 lines (34 procedures) as entente agreement check does: compile, all
// checks, all examples. It prints lines and the time for 2,000 of them.
func BenchmarkCheck(b *testing.B) {
	text, err := os.ReadFile("testdata/deadlines.md")
	if err != nil {
		b.Fatal(err)
	}
	lines := bytes.Count(text, []byte("\n"))
	for b.Loop() {
		m, fs := agreement.Compile("deadlines.md", text)
		if m == nil {
			b.Fatal(fs)
		}
		if fs := Expectations(m); len(fs) > 0 {
			b.Fatal(fs)
		}
	}
	b.ReportMetric(float64(lines), "lines")
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N)/float64(lines)*2000, "ms/2000-lines")
}
