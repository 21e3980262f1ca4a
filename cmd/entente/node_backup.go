package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/api"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/serve"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/internal/store/sqlite"
)

type nodeBackupCmd struct {
	Dir  string `arg:"" name:"DIR" help:"The node's folder."`
	File string `arg:"" name:"FILE" help:"The copy to write; nothing may be there."`
}

func (c nodeBackupCmd) Run(a *app) error {
	path, err := absolute(c.File)
	if err != nil {
		return err
	}
	if err := c.backup(a, path); err != nil {
		return err
	}
	info, err := os.Stat(path)
	if err != nil {
		return fault.New(fault.Internal, "the back-up is not where it was written").Wrap(err)
	}
	return a.print(map[string]any{"file": c.File, "bytes": info.Size()}, func(w io.Writer) {
		fmt.Fprintf(w, "wrote %s, %d bytes\n", c.File, info.Size())
		fmt.Fprintf(w, "keys are in no back-up: keep %s by another way, and erase there what is erased here\n", filepath.Join(c.Dir, node.DirVault))
	})
}

// backup needs no more of a node that does not run than its database.
func (c nodeBackupCmd) backup(a *app, path string) error {
	home, err := node.OpenHome(c.Dir)
	if err != nil {
		return err
	}
	n, err := a.live(home)
	if err != nil {
		return err
	}
	if n != nil {
		_, err := adminPost[api.Done](a.ctx, n, "/admin/backup", api.BackupRequest{Path: path})
		return err
	}
	db, err := serve.OpenStore(a.ctx, home, store.Options{})
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	return db.Backup(a.ctx, path)
}

type nodeRestoreCmd struct {
	Dir  string `arg:"" name:"DIR" help:"The node's folder."`
	File string `arg:"" name:"FILE" help:"The back-up."`
}

// restored is what came of it.
type restored struct {
	Dir    string      `json:"dir"`
	Behind *shownError `json:"behind,omitempty"` // the database is older than what the node signed last
}

func (c nodeRestoreCmd) Run(a *app) error {
	home, err := node.OpenHome(c.Dir)
	if err != nil {
		return err
	}
	if home.Database != "" {
		return fault.New(fault.Invalid, "the node's database is not a file in its folder").
			Mend("stop the node, restore with pg_restore, and start it again")
	}
	if n, err := a.live(home); err != nil {
		return err
	} else if n != nil {
		return fault.New(fault.StoreBusy, "the node runs").Mend("stop it before its database is exchanged")
	}
	if err := c.exchange(a.ctx); err != nil {
		return err
	}
	s, err := serve.Open(a.ctx, c.Dir, serve.Options{})
	if err != nil {
		return err
	}
	out := restored{Dir: c.Dir}
	behind := s.Node.Behind()
	if err := s.Close(); err != nil {
		return err
	}
	if behind != nil {
		out.Behind = shownOf(behind)
	}
	if err := a.print(out, func(w io.Writer) {
		fmt.Fprintf(w, "restored the database of %s\n", home.Party)
		if b := out.Behind; b != nil {
			fmt.Fprintf(w, "but it is behind: %s\n  remedy: %s\n", b.Message, b.Remedy)
		} else {
			fmt.Fprintln(w, "it holds everything that the node has signed")
		}
	}); err != nil || behind == nil {
		return err
	}
	return errFindings
}

// exchange puts the back-up in the database's place: a copy is opened first, so that what is no database of
// a node, or a damaged one, takes nobody's place, and at every instant the old one or the new one is there.
func (c nodeRestoreCmd) exchange(ctx context.Context) error {
	place := filepath.Join(c.Dir, node.FileDatabase)
	if db, err := sqlite.Open(ctx, place, store.Options{}); err == nil {
		if err := db.Close(); err != nil {
			return err
		}
	} else if fault.CodeOf(err) == fault.StoreBusy {
		return err // a damaged or missing one is what a restore is for
	}
	trial := filepath.Join(c.Dir, "restore.db")
	defer removeDatabase(trial)
	removeDatabase(trial)
	if err := copyFile(c.File, trial); err != nil {
		return err
	}
	db, err := sqlite.Open(ctx, trial, store.Options{})
	if err != nil {
		return fault.New(fault.Invalid, "%s is no back-up of a node's database", c.File).Mend("give a file that entente node backup wrote").Wrap(err)
	}
	if err := db.Close(); err != nil {
		return err
	}
	for _, beside := range []string{"-wal", "-shm"} {
		if err := os.Remove(place + beside); err != nil && !os.IsNotExist(err) {
			return fault.New(fault.Internal, "what belongs to the old database cannot be removed").Wrap(err)
		}
	}
	if err := os.Rename(trial, place); err != nil {
		return fault.New(fault.Internal, "the database cannot be exchanged").Wrap(err)
	}
	return syncFolder(c.Dir)
}

func removeDatabase(path string) {
	for _, suffix := range []string{"", "-wal", "-shm", ".lock"} {
		_ = os.Remove(path + suffix)
	}
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return usage("%s cannot be read: %s", from, reason(err))
	}
	defer func() { _ = in.Close() }()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err == nil {
		_, err = io.Copy(out, in)
		if err == nil {
			err = out.Sync()
		}
		if cerr := out.Close(); err == nil {
			err = cerr
		}
	}
	if err != nil {
		return fault.New(fault.StoreFull, "the back-up cannot be copied into the node's folder").Mend("make room for it").Wrap(err)
	}
	return nil
}

func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	err = d.Sync()
	if cerr := d.Close(); err == nil {
		err = cerr
	}
	return err
}
