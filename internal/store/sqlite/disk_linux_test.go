package sqlite_test

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// tinyDisk mounts a file system of 4 MB in memory with a file on it that can be removed to make room.
func tinyDisk(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=4m"); err != nil {
		t.Skipf("this user may not mount a file system (%v); the conformance suite fills a database by its page limit instead", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	if err := os.WriteFile(filepath.Join(dir, "ballast"), make([]byte, 1<<20), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}
