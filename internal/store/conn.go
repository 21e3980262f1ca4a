package store

import (
	"context"
	"database/sql"
)

// conn is one database connection with its prepared statements, which stay for as long as it does.
// It fulfils DBTX outside a transaction and under one that was begun by statement: database/sql's own
// transactions would look every statement up again under a lock.
type conn struct {
	raw   *sql.Conn
	query func(string) string
	stmts map[string]*sql.Stmt
}

func connect(ctx context.Context, db *sql.DB, d *Dialect) (*conn, error) {
	raw, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	return &conn{raw: raw, query: d.Query, stmts: make(map[string]*sql.Stmt)}, nil
}

func (c *conn) close() error {
	for _, s := range c.stmts {
		s.Close()
	}
	return c.raw.Close()
}

// PrepareContext gives the statement of the connection's cache. The queries are a closed set, so
// the cache needs no bound.
func (c *conn) PrepareContext(ctx context.Context, query string) (*sql.Stmt, error) {
	if s, ok := c.stmts[query]; ok {
		return s, nil
	}
	said := query
	if c.query != nil {
		said = c.query(query)
	}
	s, err := c.raw.PrepareContext(ctx, said)
	if err != nil {
		return nil, err
	}
	c.stmts[query] = s
	return s, nil
}

func (c *conn) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	s, err := c.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	return s.ExecContext(ctx, args...)
}

func (c *conn) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	s, err := c.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	return s.QueryContext(ctx, args...)
}

func (c *conn) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	s, err := c.PrepareContext(ctx, query)
	if err != nil {
		// A Row cannot be made from an error; asking the connection gives the same one.
		return c.raw.QueryRowContext(ctx, query, args...)
	}
	return s.QueryRowContext(ctx, args...)
}

// do runs a statement without arguments, such as BEGIN.
func (c *conn) do(ctx context.Context, statement string) error {
	_, err := c.ExecContext(ctx, statement)
	return err
}
