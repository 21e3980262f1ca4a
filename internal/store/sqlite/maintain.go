package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"

	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
)

// backup copies the database, while it is in use, into a new file that is whole or not there.
func backup(ctx context.Context, from, to string) (err error) {
	to, err = filepath.Abs(to)
	if err != nil {
		return fault.New(fault.Invalid, "the back-up's path cannot be read").Wrap(err)
	}
	if _, err := os.Lstat(to); !errors.Is(err, fs.ErrNotExist) {
		return fault.New(fault.Conflict, "there is a file at the back-up's place already").Mend("choose another name").Wrap(err)
	}
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", OmitHost: true, Path: from, RawQuery: "_pragma=busy_timeout(5000)&_pragma=temp_store(MEMORY)"}).String())
	if err != nil {
		return err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	part := to + ".part"
	if err := os.Remove(part); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fault.New(fault.Internal, "what an interrupted back-up left cannot be removed").Wrap(err)
	}
	defer func() {
		if err != nil {
			os.Remove(part)
		}
	}()
	// VACUUM INTO accepts an empty file; made here, nobody else may read it.
	f, err := os.OpenFile(part, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return fault.New(fault.Invalid, "the back-up cannot be written at that place").Mend("choose a folder that this user may write").Wrap(err)
	}
	defer f.Close()
	if _, err := db.ExecContext(ctx, "VACUUM INTO ?", part); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if err := os.Rename(part, to); err != nil {
		return err
	}
	return syncDir(filepath.Dir(to))
}

func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}

// scrub empties the write-ahead log, into which a page goes before it is overwritten in its place.
func scrub(ctx context.Context, q store.DBTX) (bool, error) {
	var busy, logged, done int64
	// A reader on an old snapshot keeps the log as it is; the next commit must not wait for it.
	if _, err := q.ExecContext(ctx, "PRAGMA busy_timeout(10)"); err != nil {
		return false, err
	}
	err := q.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &logged, &done)
	_, restore := q.ExecContext(context.WithoutCancel(ctx), "PRAGMA busy_timeout(5000)")
	return busy == 0, errors.Join(err, restore)
}
