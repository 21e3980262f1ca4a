package bench

import (
	"crypto/ed25519"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"time"
)

// fsync is the median time in microseconds to make 4 KiB at the end of a file durable: the physical limit
// of a commit.
func fsync(dir string) float64 {
	f, err := os.Create(filepath.Join(dir, "fsync"))
	if err != nil {
		return 0
	}
	defer func() { _ = f.Close() }()
	page := make([]byte, 4096)
	times := make([]time.Duration, 200)
	for i := range times {
		start := time.Now()
		if _, err := f.Write(page); err != nil {
			return 0
		}
		if err := f.Sync(); err != nil {
			return 0
		}
		times[i] = time.Since(start)
	}
	slices.Sort(times)
	return float64(times[len(times)/2]) / float64(time.Microsecond)
}

// signatures is what one letter and its answer cost in signatures, in microseconds of one core: two are made,
// two are verified.
func signatures() float64 {
	public, private, err := ed25519.GenerateKey(nil)
	if err != nil {
		return 0
	}
	message := make([]byte, 400)
	const n = 500
	start := time.Now()
	for range n {
		if !ed25519.Verify(public, message, ed25519.Sign(private, message)) {
			return 0
		}
	}
	return 2 * float64(time.Since(start)) / n / float64(time.Microsecond)
}

// verification is what verifying one signature costs, in microseconds of one core.
func verification() float64 {
	public, private, err := ed25519.GenerateKey(nil)
	if err != nil {
		return 0
	}
	message := make([]byte, 700)
	signature := ed25519.Sign(private, message)
	const n = 1000
	start := time.Now()
	for range n {
		if !ed25519.Verify(public, message, signature) {
			return 0
		}
	}
	return float64(time.Since(start)) / n / float64(time.Microsecond)
}

// processCPU is how long this process has run on all cores together.
func processCPU() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
