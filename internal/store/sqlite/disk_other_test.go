//go:build !linux

package sqlite_test

import "testing"

func tinyDisk(t *testing.T) string {
	t.Skip("a small file system in memory is only made on Linux; the conformance suite fills a database by its page limit instead")
	return ""
}
