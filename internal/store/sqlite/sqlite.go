package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
)

// Open opens or creates the database at path. A second process gets fault.StoreBusy.
func Open(ctx context.Context, path string, opts store.Options) (*store.DB, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, fault.New(fault.Invalid, "the database's path %q cannot be read", path).Wrap(err)
	}
	if _, err := os.Stat(filepath.Dir(abs)); err != nil {
		return nil, fault.New(fault.NotFound, "the folder of the database does not exist").Mend("create it with entente node init").Wrap(err)
	}
	lock, err := acquire(abs + ".lock")
	if err != nil {
		return nil, err
	}
	if err := private(abs); err != nil {
		lock.Close()
		return nil, err
	}
	writer, err := sql.Open("sqlite", dsn(abs, opts, false))
	if err != nil {
		lock.Close()
		return nil, fault.New(fault.Internal, "the database cannot be opened").Wrap(err)
	}
	reader, err := sql.Open("sqlite", dsn(abs, opts, true))
	if err != nil {
		writer.Close()
		lock.Close()
		return nil, fault.New(fault.Internal, "the database cannot be opened").Wrap(err)
	}
	writer.SetMaxOpenConns(1)
	return store.Open(ctx, store.Config{
		Options: opts, Writer: writer, Reader: reader, Release: lock.Close,
		Dialect: store.Dialect{
			Name: "sqlite", Exclusive: true,
			Schema: schema, Query: query, BeginWrite: "BEGIN IMMEDIATE", BeginRead: "BEGIN", Classify: classify,
			Backup: func(ctx context.Context, to string) error { return backup(ctx, abs, to) },
			Scrub:  scrub,
		},
	})
}

// private makes the file before SQLite does, so that nobody but the node's user ever may read it.
func private(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return fault.New(fault.Internal, "the database file cannot be opened").Mend("see that this user may write it").Wrap(err)
	}
	return f.Close()
}

// dsn names the database. Pragmas hold for a connection, so they stand where every connection meets them.
func dsn(path string, opts store.Options, readOnly bool) string {
	q := url.Values{}
	q.Add("_pragma", "busy_timeout(5000)") // first: the next ones may meet a lock
	q.Add("_pragma", "journal_mode(WAL)")
	if opts.Volatile {
		q.Add("_pragma", "synchronous(OFF)")
	} else {
		q.Add("_pragma", "synchronous(FULL)")
	}
	q.Add("_pragma", "foreign_keys(ON)")
	q.Add("_pragma", "secure_delete(ON)")
	q.Add("_pragma", "wal_autocheckpoint(1000)")
	q.Add("_pragma", "journal_size_limit(67108864)")
	q.Add("_pragma", "temp_store(MEMORY)") // temporary files would escape secure_delete
	if readOnly {
		// Every commit empties the readers' caches: a large one costs more to give up and to fill anew than it saves, since the
		// system has the file in memory too. Measured with 8,000 cases
		// while others wrote: deep in the list of cases 24 ms instead of 43 with 8 MB (95th percentile); other pages as before.
		q.Add("_pragma", "cache_size(-512)")
		q.Add("_pragma", "query_only(ON)")
	} else {
		q.Add("_pragma", "cache_size(-32000)")
		q.Add("_txlock", "immediate")
		if opts.MaxPages > 0 {
			q.Add("_pragma", "max_page_count("+strconv.Itoa(opts.MaxPages)+")")
		}
	}
	return (&url.URL{Scheme: "file", OmitHost: true, Path: path, RawQuery: q.Encode()}).String()
}

var (
	types    = strings.NewReplacer("BIGSERIAL PRIMARY KEY", "INTEGER PRIMARY KEY AUTOINCREMENT", "BYTEA", "BLOB", "BIGINT", "INTEGER", "BOOLEAN", "INTEGER")
	endTable = regexp.MustCompile(`(?m)^\);`)
)

// schema gives SQLite's types, and makes tables strict: PostgreSQL refuses a wrong type, so SQLite must.
func schema(text string) string { return endTable.ReplaceAllString(types.Replace(text), ") STRICT;") }

var limit = regexp.MustCompile(`\bLIMIT \$`)

// query hides the value of a LIMIT from SQLite's planner, which otherwise plans a statement anew whenever one is bound: a
// tenth of the processor's time for a list of cases, by a profile.
func query(text string) string { return limit.ReplaceAllString(text, "LIMIT +$$") }

// classify sorts SQLite's result codes (https://www.sqlite.org/rescode.html); the low byte is the primary one.
func classify(err error) store.Class {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return store.ClassOther
	}
	switch e.Code() & 0xff {
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
		return store.ClassConflict
	case lib.SQLITE_FULL:
		return store.ClassFull
	case lib.SQLITE_CORRUPT, lib.SQLITE_NOTADB:
		return store.ClassDamaged
	}
	return store.ClassOther
}
