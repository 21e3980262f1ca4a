package pgtest

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"sort"
	"strconv"
	"syscall"
)

// ErrAbsent says that no PostgreSQL is installed.
var ErrAbsent = errors.New("PostgreSQL is not installed here: apt-get install postgresql")

// Start initialises and starts a server, and gives the folder of its socket and how to stop it. PostgreSQL refuses to
// run as root, so root lends it another user.
func Start() (dir string, stop func(), err error) {
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if p, err := exec.LookPath("initdb"); err == nil {
		found = append(found, p)
	}
	if len(found) == 0 {
		return "", nil, ErrAbsent
	}
	sort.Strings(found)
	bin := filepath.Dir(found[len(found)-1])
	// Not under the test's own folder: a socket's path may have 107 bytes, and the lent user must get there.
	dir, err = os.MkdirTemp("/tmp", "pg")
	if err != nil {
		return "", nil, err
	}
	remove := func() { os.RemoveAll(dir) }
	attr := &syscall.SysProcAttr{}
	if os.Getuid() == 0 {
		uid, gid := lent()
		attr.Credential = &syscall.Credential{Uid: uid, Gid: gid}
		if err := os.Chown(dir, int(uid), int(gid)); err != nil {
			remove()
			return "", nil, err
		}
	}
	run := func(name string, args ...string) error {
		cmd := exec.Command(filepath.Join(bin, name), args...)
		cmd.Dir, cmd.SysProcAttr = dir, attr
		cmd.Env = append(os.Environ(), "HOME="+dir, "LC_ALL=C.UTF-8")
		if out, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("%s: %w\n%s", name, err, out)
		}
		return nil
	}
	data := filepath.Join(dir, "data")
	if err := run("initdb", "-D", data, "-U", "entente", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"); err != nil {
		remove()
		return "", nil, err
	}
	opts := fmt.Sprintf("-k %s -c listen_addresses='' -c max_connections=60 -c shared_buffers=32MB", dir)
	if err := run("pg_ctl", "-D", data, "-w", "-l", filepath.Join(dir, "log"), "-o", opts, "start"); err != nil {
		remove()
		return "", nil, err
	}
	return dir, func() {
		if err := run("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop"); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
		remove()
	}, nil
}

// lent is the user that packages make for PostgreSQL, or nobody.
func lent() (uid, gid uint32) {
	for _, name := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		id, err1 := strconv.ParseUint(u.Uid, 10, 32)
		group, err2 := strconv.ParseUint(u.Gid, 10, 32)
		if err1 == nil && err2 == nil {
			return uint32(id), uint32(group)
		}
	}
	return 65534, 65534
}
