package store

import (
	"context"
	"database/sql"
	"strings"

	"github.com/entente-net/entente/fault"
)

// Tx is one job's view of the open transaction. It is valid until the job's function returns, and for
// one goroutine. Rows must be read to the end before anything is written.
type Tx struct {
	*Queries
	guard *guard
	runs  []*Run
}

// AddRun puts leaves into the ledger. They get their places when the transaction commits: run.First
// is set when Update returns, or is Unplaced where another process holds the ledger's lease.
func (tx *Tx) AddRun(run *Run) error {
	if tx.guard.readOnly {
		return fault.New(fault.Internal, "a ledger entry in a transaction that only reads")
	}
	if err := run.check(); err != nil {
		return err
	}
	run.First = Unplaced
	tx.runs = append(tx.runs, run)
	tx.guard.wrote = true
	return nil
}

// guard stands between the generated queries and the connection. It notes whether a job wrote,
// so that the refusal of a job that only read costs nobody a rollback, and whether a statement failed,
// since PostgreSQL permits no more work after one and SQLite must not differ.
type guard struct {
	*conn
	ctx      context.Context //nolint:containedctx // stands in for the callers': see there
	readOnly bool
	wrote    bool
	failed   error
}

// The context of a caller is not used: one caller's giving up must not break the transaction that many share.

func (g *guard) ExecContext(_ context.Context, query string, args ...any) (sql.Result, error) {
	g.wrote = true
	if g.readOnly {
		return nil, fault.New(fault.Internal, "writing in a transaction that only reads")
	}
	r, err := g.conn.ExecContext(g.ctx, query, args...)
	g.note(err)
	return r, err
}

func (g *guard) QueryContext(_ context.Context, query string, args ...any) (*sql.Rows, error) {
	g.look(query)
	r, err := g.conn.QueryContext(g.ctx, query, args...)
	g.note(err)
	return r, err
}

func (g *guard) QueryRowContext(_ context.Context, query string, args ...any) *sql.Row {
	g.look(query)
	r := g.conn.QueryRowContext(g.ctx, query, args...)
	g.note(r.Err())
	return r
}

func (g *guard) PrepareContext(_ context.Context, query string) (*sql.Stmt, error) {
	g.wrote = true // nobody knows what it will be used for
	s, err := g.conn.PrepareContext(g.ctx, query)
	g.note(err)
	return s, err
}

func (g *guard) note(err error) {
	if err != nil && g.failed == nil {
		g.failed = err
	}
}

// look takes everything for a write that is not plainly a read.
func (g *guard) look(query string) {
	if strings.HasPrefix(query, "-- name:") {
		if _, after, ok := strings.Cut(query, "\n"); ok {
			query = after
		}
	}
	if !strings.HasPrefix(query, "SELECT") {
		g.wrote = true
	}
}

// Setting gives what the database says about itself, for the operator's check-up: "PRAGMA synchronous",
// "SHOW fsync".
func (tx *Tx) Setting(ctx context.Context, statement string) (value string, err error) {
	err = tx.guard.QueryRowContext(ctx, statement).Scan(&value)
	return value, err
}

// Run runs one statement without arguments, for the operator's upkeep.
func (tx *Tx) Run(ctx context.Context, statement string) error {
	_, err := tx.guard.ExecContext(ctx, statement)
	return err
}
