package audit_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/audit/synth"
)

// streamed writes a bundle of n acts into a file of the test.
func streamed(t testing.TB, n int) string {
	t.Helper()
	dir := t.TempDir()
	scratch, err := os.Create(filepath.Join(dir, "scratch"))
	if err != nil {
		t.Fatal(err)
	}
	defer scratch.Close()
	name := filepath.Join(dir, "bundle")
	out, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	acts, err := synth.Stream(out, scratch, 3, n)
	if err != nil {
		t.Fatal(err)
	}
	if acts < n {
		t.Fatalf("%d acts were made, %d are wanted", acts, n)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestStreamOf10000(t *testing.T) {
	name := streamed(t, 10_000)
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r, err := audit.Replay(context.Background(), []audit.Input{{Name: "home", From: f}}, audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := r.WriteText(&b); err != nil {
		t.Fatal(err)
	}
	v := r.Verified
	if !r.Kept() || v.Acts < 10_000 || v.ReceiptsInTree < 10_000 || v.Personal < 2_000 || v.Disclosures != 10_000 {
		t.Fatal(b.String())
	}
}

func BenchmarkReplay(b *testing.B) {
	const acts = 100_000
	name := streamed(b, acts)
	b.ResetTimer()
	for range b.N {
		f, err := os.Open(name)
		if err != nil {
			b.Fatal(err)
		}
		r, err := audit.Replay(context.Background(), []audit.Input{{From: f}}, audit.Options{})
		if err != nil || !r.Kept() {
			b.Fatal(err, r)
		}
		f.Close()
	}
	b.ReportMetric(float64(acts)*float64(b.N)/b.Elapsed().Seconds(), "acts/s")
}
