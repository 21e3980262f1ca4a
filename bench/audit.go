package bench

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/audit/synth"
	"github.com/entente-net/entente/fault"
)

// AuditReport is what `entente bench audit` prints.
type AuditReport struct {
	Cores     int     `json:"cores"`
	Acts      int     `json:"acts"`
	Bundle    float64 `json:"bundle_mb"`
	Seconds   float64 `json:"seconds"`
	PeakMB    float64 `json:"peak_mb"` // of this process, while it audits
	Findings  int     `json:"findings"`
	Signature float64 `json:"signature_us"` // to verify one signature on one core
	Ratio     float64 `json:"ratio"`        // of the time that the signatures alone would take on all cores
}

// Audit measures the replay of a history of acts, each with a signature and a receipt, from a bundle on disk.
func Audit(ctx context.Context, acts int, progress io.Writer) (*AuditReport, error) {
	if acts < 1 {
		return nil, fault.New(fault.Invalid, "a history of %d acts", acts).Mend("measure one at least")
	}
	dir, err := os.MkdirTemp("", "entente-bench-")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	path := filepath.Join(dir, "bundle")
	_, _ = fmt.Fprintf(progress, "inventing a history of %d acts (not measured)\n", acts)
	made, err := invent(path, filepath.Join(dir, "scratch"), acts)
	if err != nil {
		return nil, err
	}
	r := &AuditReport{Cores: runtime.NumCPU(), Acts: made, Signature: verification()}
	if info, err := os.Stat(path); err == nil {
		r.Bundle = float64(info.Size()) / 1e6
	}
	runtime.GC()
	debug.FreeOSMemory()
	// A quarter below the bound that is claimed: the collector works harder rather than let memory grow past it.
	debug.SetMemoryLimit(150 << 20)
	debug.SetGCPercent(100)
	resetPeak()
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	start := time.Now()
	rep, err := audit.Replay(ctx, []audit.Input{{Name: "bundle", From: bufio.NewReaderSize(f, 1<<20)}}, audit.Options{})
	if err != nil {
		return nil, err
	}
	r.Seconds = time.Since(start).Seconds()
	r.PeakMB, r.Findings = peak(), len(rep.Findings)
	r.Ratio = r.Seconds / (float64(made) * r.Signature / 1e6 / float64(r.Cores))
	return r, nil
}

func invent(path, scratch string, acts int) (int, error) {
	f, err := os.Create(path)
	if err != nil {
		return 0, err
	}
	tmp, err := os.Create(scratch)
	if err != nil {
		return 0, err
	}
	defer func() { _ = tmp.Close() }()
	w := bufio.NewWriterSize(f, 1<<20)
	made, err := synth.Stream(w, tmp, 1, acts)
	if err == nil {
		err = w.Flush()
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	return made, err
}

// resetPeak lets the kernel count the highest resident size anew (proc(5), clear_refs).
func resetPeak() { _ = os.WriteFile("/proc/self/clear_refs", []byte("5"), 0) }

// peak is the highest resident size since resetPeak, in MB.
func peak() float64 {
	b, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(b)) {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			kb, _ := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(rest), " kB"), 64)
			return kb * 1024 / 1e6
		}
	}
	return 0
}

// Print writes the report for people.
func (r *AuditReport) Print(w io.Writer) {
	_, _ = fmt.Fprintf(w, "%d acts with a signature and a receipt each, a bundle of %.0f MB, %d cores\n", r.Acts, r.Bundle, r.Cores)
	_, _ = fmt.Fprintf(w, "replayed in %.1f s, %.0f MB at the highest, %d findings; %.2f times what verifying the signatures alone takes on all cores (%.0f µs each)\n",
		r.Seconds, r.PeakMB, r.Findings, r.Ratio, r.Signature)
}
