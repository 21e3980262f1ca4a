package postgres_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/entente-net/entente/internal/store/postgres/pgtest"

	_ "github.com/jackc/pgx/v5/stdlib" // the server's own database is made through it
)

// server is a real PostgreSQL, started once for the package on a socket of its own.
var server struct {
	once sync.Once
	dir  string
	stop func()
	err  error
	made atomic.Int64
}

// place makes an empty database and gives its connection string.
func place(t *testing.T) string {
	t.Helper()
	server.once.Do(func() { server.dir, server.stop, server.err = pgtest.Start() })
	if errors.Is(server.err, pgtest.ErrAbsent) && os.Getenv("CI") == "" {
		t.Skip(server.err)
	}
	if server.err != nil {
		t.Fatal(server.err)
	}
	name := fmt.Sprint("node", server.made.Add(1))
	admin(t, "CREATE DATABASE "+name)
	return at(name)
}

func at(database string) string {
	return fmt.Sprintf("host=%s user=entente dbname=%s sslmode=disable", server.dir, database)
}

func admin(t *testing.T, statement string) {
	t.Helper()
	db, err := sql.Open("pgx", at("postgres"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(context.Background(), statement); err != nil {
		t.Fatal(err)
	}
}
