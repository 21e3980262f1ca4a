//go:build !unix

package sqlite

import (
	"os"

	"github.com/entente-net/entente/fault"
)

// acquire refuses: without a lock that dies with its process a second one could write beside the first.
func acquire(string) (*os.File, error) {
	return nil, fault.New(fault.Unavailable, "SQLite databases need a Unix system here").Mend("use PostgreSQL")
}
