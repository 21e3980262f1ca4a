package store

import "context"

// Class sorts the errors of a database by what can be done about them.
type Class int

// The classes.
const (
	ClassOther    Class = iota // a defect, or a failing disk
	ClassConflict              // another transaction was in the way: run again
	ClassFull                  // no room on the disk
	ClassLost                  // the connection is gone: connect and run again
	ClassText                  // a text that the database cannot hold
	ClassDamaged               // the database's files are not what they should be
)

// Dialect is what differs between the databases.
type Dialect struct {
	Name string

	// Exclusive says that this process has the database for itself, so that a lease which
	// a killed process left behind need not run out first.
	Exclusive bool

	Schema     func(sql string) string // types of the schema files to this database's
	Query      func(sql string) string // what of a query this database wants said otherwise; nil: nothing
	BeginWrite string                  // sees a snapshot, and no other writer's later work
	BeginRead  string                  // sees a snapshot
	LockSchema string                  // holds other processes off while the schema changes; may be ""

	Classify func(error) Class

	// Mark names the open transaction, and Committed tells, after a connection was lost while
	// committing, whether it was committed. Both nil where a commit cannot get lost on the way.
	Mark      func(ctx context.Context, q DBTX) (string, error)
	Committed func(ctx context.Context, q DBTX, mark string) (bool, error)

	// Backup writes a consistent copy to path, which does not exist yet.
	Backup func(ctx context.Context, path string) error

	// Scrub makes deleted bytes go from the database's files and journals. It is called between two commits and
	// must not keep the next one waiting: false means that readers are in the way, and that it wants to be called again.
	Scrub func(ctx context.Context, q DBTX) (bool, error)
}
