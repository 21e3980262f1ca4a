package keystore

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"github.com/entente-net/entente/fault"
)

const (
	temporary = ".new-"
	living    = ".key"
	tombstone = ".gone"
)

func (sh *shard) read(name string) ([]byte, error) {
	return os.ReadFile(filepath.Join(sh.dir, name+living))
}

func (sh *shard) write(name string, wrapped []byte) error {
	return writeWhole(sh.dir, name+living, wrapped)
}

func (sh *shard) buried(name string) (bool, error) {
	_, err := os.Lstat(filepath.Join(sh.dir, name+tombstone))
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}

// bury destroys a key: the tombstone first, so that a crash in between leaves a key that is no longer
// used and that the repeated call removes.
func (sh *shard) bury(name string) error {
	gone, err := sh.buried(name)
	if err != nil {
		return err
	}
	if !gone {
		f, err := os.OpenFile(filepath.Join(sh.dir, name+tombstone), os.O_CREATE|os.O_WRONLY, 0o600)
		if err != nil {
			return err
		}
		if err := f.Close(); err != nil {
			return err
		}
		if err := syncDir(sh.dir); err != nil {
			return err
		}
	}
	path := filepath.Join(sh.dir, name+living)
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return syncDir(sh.dir)
	}
	if err != nil {
		return err
	}
	noise := make([]byte, Overhead+keySize)
	rand.Read(noise)
	_, err = f.WriteAt(noise, 0)
	if err == nil {
		err = f.Sync()
	}
	// Where overwriting fails (a full copy-on-write file system) unlinking is still worth doing.
	err = errors.Join(err, f.Close(), os.Remove(path))
	return errors.Join(err, syncDir(sh.dir))
}

// writeWhole makes a new file that is there whole and durably, or not at all; it never replaces one.
func writeWhole(dir, name string, content []byte) error {
	var r [8]byte
	rand.Read(r[:])
	part := filepath.Join(dir, temporary+hex.EncodeToString(r[:]))
	f, err := os.OpenFile(part, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer os.Remove(part)
	_, err = f.Write(content)
	if err == nil {
		err = f.Sync()
	}
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	// Unlike a rename, a link fails where another process was first.
	if err := os.Link(part, filepath.Join(dir, name)); err != nil {
		return err
	}
	return syncDir(dir)
}

func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

// full tells a full disk from other failures.
func full(err error, message string) error {
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) {
		return fault.New(fault.StoreFull, "%s: the disk is full", message).Mend("make room on the disk that holds the key store, then try again").Wrap(err)
	}
	return damaged(err, message)
}

func damaged(err error, message string) error {
	return fault.New(fault.Internal, "%s", message).Mend("run entente node doctor").Wrap(err)
}
