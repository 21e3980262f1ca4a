package postgres

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"net"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"

	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
)

// Open opens the database that a connection string or URL names, which must exist.
func Open(ctx context.Context, url string, opts store.Options) (*store.DB, error) {
	cfg, err := pgx.ParseConfig(url)
	if err != nil {
		// The cause may hold the password, so it stays out even of the detail.
		return nil, fault.New(fault.Invalid, "the PostgreSQL connection string cannot be read").Mend("write it as postgres://user@host/database")
	}
	// A server whose default is off would acknowledge what it has not made durable.
	cfg.RuntimeParams["synchronous_commit"] = "on"
	cfg.RuntimeParams["application_name"] = "entente"
	writer, reader := stdlib.OpenDB(*cfg), stdlib.OpenDB(*cfg)
	writer.SetMaxOpenConns(1)
	db, err := store.Open(ctx, store.Config{
		Options: opts, Writer: writer, Reader: reader,
		Dialect: store.Dialect{
			Name:       "postgres",
			Schema:     func(text string) string { return text },
			BeginWrite: "BEGIN ISOLATION LEVEL SERIALIZABLE",
			BeginRead:  "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
			LockSchema: "SELECT pg_advisory_xact_lock(7305809)",
			Classify:   classify,
			Mark:       mark, Committed: committed,
			Backup: func(ctx context.Context, to string) error { return backup(ctx, url, cfg, to) },
			Scrub:  scrub,
		},
	})
	return db, explain(err, cfg)
}

// explain says what the operator forgot, where the server says so.
func explain(err error, cfg *pgx.ConnConfig) error {
	var e *pgconn.PgError
	if !errors.As(err, &e) {
		return err
	}
	switch e.Code {
	case "3D000":
		return fault.New(fault.NotFound, "the PostgreSQL server has no database %q", cfg.Database).Mend("make it: createdb %s", cfg.Database).Wrap(e)
	case "28000", "28P01":
		return fault.New(fault.Forbidden, "the PostgreSQL server refuses the login of %q", cfg.User).Mend("see user, password and pg_hba.conf").Wrap(e)
	case "42501":
		return fault.New(fault.Forbidden, "the PostgreSQL user %q may not make tables in %q", cfg.User, cfg.Database).
			Mend("let it own the database").Wrap(e)
	}
	return err
}

// classify sorts SQLSTATE codes (PostgreSQL documentation, appendix A).
func classify(err error) store.Class {
	var e *pgconn.PgError
	if errors.As(err, &e) {
		switch {
		case e.Code == "40001", e.Code == "40P01", e.Code == "55P03", e.Code == "25P02":
			// Serialisation, deadlock, lock not available, and what follows where a job passed over one of them.
			return store.ClassConflict
		case e.Code == "53100": // disk full
			return store.ClassFull
		case e.Code == "22021", e.Code == "22P05": // bytes that are no text
			return store.ClassText
		case e.Code == "XX001", e.Code == "XX002":
			return store.ClassDamaged
		case len(e.Code) == 5 && (e.Code[:2] == "08" || e.Code[:3] == "57P"): // connection; server stops or starts
			return store.ClassLost
		}
		return store.ClassOther
	}
	var (
		dial *pgconn.ConnectError
		nerr net.Error
	)
	if errors.As(err, &dial) || errors.As(err, &nerr) || errors.Is(err, driver.ErrBadConn) || errors.Is(err, sql.ErrConnDone) ||
		errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) || errors.Is(err, net.ErrClosed) || pgconn.SafeToRetry(err) {
		return store.ClassLost
	}
	return store.ClassOther
}

func mark(ctx context.Context, q store.DBTX) (id string, err error) {
	// Where nothing was written there is no transaction number, and nothing to find out.
	err = q.QueryRowContext(ctx, "SELECT COALESCE(CAST(pg_current_xact_id_if_assigned() AS TEXT), '')").Scan(&id)
	return id, err
}

func committed(ctx context.Context, q store.DBTX, id string) (bool, error) {
	var status sql.NullString
	if err := q.QueryRowContext(ctx, "SELECT pg_xact_status(CAST(CAST($1 AS TEXT) AS xid8))", id).Scan(&status); err != nil {
		return false, err
	}
	switch status.String {
	case "committed":
		return true, nil
	case "aborted":
		return false, nil
	}
	return false, errors.New("the transaction's outcome is not known yet")
}
