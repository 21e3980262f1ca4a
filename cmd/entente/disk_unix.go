//go:build linux || darwin

package main

import "syscall"

// freeBytes says how much room the disk under a folder has for this user.
func freeBytes(dir string) (uint64, bool) {
	var s syscall.Statfs_t
	if err := syscall.Statfs(dir, &s); err != nil {
		return 0, false
	}
	return s.Bavail * uint64(s.Bsize), true
}
