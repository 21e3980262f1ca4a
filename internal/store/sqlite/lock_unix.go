//go:build unix

package sqlite

import (
	"errors"
	"os"
	"syscall"

	"github.com/entente-net/entente/fault"
)

// acquire takes the lock that says "this database is in use". The kernel gives it back when the process
// ends, however it ends. SQLite's own locks would let a second process in between two transactions.
func acquire(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, fault.New(fault.Internal, "the database's lock file cannot be opened").Mend("see that this user may write it").Wrap(err)
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		f.Close()
		if errors.Is(err, syscall.EWOULDBLOCK) {
			return nil, fault.New(fault.StoreBusy, "another process has this node's database open").
				Mend("stop the other process, or talk to it").Wrap(err)
		}
		return nil, fault.New(fault.Internal, "the database cannot be locked on this file system").Wrap(err)
	}
	return f, nil
}
