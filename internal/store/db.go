package store

import (
	"context"
	"database/sql"
	"errors"
	"sync"
	"sync/atomic"
	"time"
)

// Options are what the caller of sqlite.Open and postgres.Open may choose. The zero value is right for most.
type Options struct {
	// Readers bounds the reading transactions that run at once; 0 means 4.
	Readers int
	// MaxBatch bounds the jobs of one transaction; 0 means 512.
	MaxBatch int
	// MaxPages bounds the size of an SQLite database in pages; 0 means no bound but the disk's.
	MaxPages int
	// Volatile lets an SQLite database lose what was written last, or all of it, when the machine loses its power: for one that is
	// worth nothing before it is whole, as that of an exercise while it is being made.
	Volatile bool
}

// Config is what a dialect's package hands to Open.
type Config struct {
	Options
	Dialect Dialect
	Writer  *sql.DB
	Reader  *sql.DB
	Release func() error // after everything else: locks
}

// DB is an open database.
type DB struct {
	dialect Dialect
	writer  *sql.DB
	reader  *sql.DB
	release func() error

	readers chan *conn // nil: not connected yet

	mu     sync.RWMutex // held for reading while enqueuing, so that no job comes after the last
	closed bool
	queue  chan *job
	done   chan struct{}

	sequencer atomic.Pointer[Sequencer]
	w         *conn // the committer's alone
	maxBatch  int
	counters  counters
}

// Open brings the schema up to date and starts the committer. It closes what it was given when it fails.
func Open(ctx context.Context, cfg Config) (*DB, error) {
	readers, batch := cfg.Readers, cfg.MaxBatch
	if readers <= 0 {
		readers = 4
	}
	if batch <= 0 {
		batch = 512
	}
	cfg.Reader.SetMaxOpenConns(readers)
	cfg.Reader.SetMaxIdleConns(readers)
	db := &DB{
		dialect: cfg.Dialect, writer: cfg.Writer, reader: cfg.Reader, release: cfg.Release,
		readers: make(chan *conn, readers), queue: make(chan *job, batch), done: make(chan struct{}), maxBatch: batch,
	}
	for range readers {
		db.readers <- nil
	}
	w, err := connect(ctx, cfg.Writer, &db.dialect)
	if err == nil {
		db.w = w
		err = migrate(ctx, &db.dialect, w)
	}
	if err != nil {
		err = db.dialect.translate(err)
		db.shut()
		return nil, err
	}
	go db.commit()
	return db, nil
}

// SetSequencer says who gives ledger leaves their places. Until then a transaction with leaves fails.
func (db *DB) SetSequencer(s Sequencer) { db.sequencer.Store(&s) }

// View runs fn on a snapshot that writers do not touch.
func (db *DB) View(ctx context.Context, fn func(*Tx) error) error {
	var c *conn
	select {
	case c = <-db.readers:
	case <-ctx.Done():
		return givenUp(ctx.Err())
	case <-db.done:
		return closed()
	}
	keep, err := db.view(ctx, &c, fn)
	if !keep && c != nil {
		c.close()
		c = nil
	}
	db.readers <- c
	return db.dialect.translate(err)
}

func (db *DB) view(ctx context.Context, c **conn, fn func(*Tx) error) (keep bool, err error) {
	for again := true; ; again = false {
		if *c == nil {
			if *c, err = connect(ctx, db.reader, &db.dialect); err != nil {
				return false, err
			}
		}
		err := (*c).do(ctx, db.dialect.BeginRead)
		if err == nil {
			break
		}
		// A server that was started again has forgotten the connections that waited here.
		if !again || db.dialect.Classify(err) != ClassLost {
			return false, err
		}
		(*c).close()
		*c = nil
	}
	g := &guard{conn: *c, ctx: ctx, readOnly: true}
	err = safely(fn, &Tx{Queries: New(g), guard: g})
	// A context that has run out must not keep the snapshot open.
	if rerr := (*c).do(context.WithoutCancel(ctx), "ROLLBACK"); rerr != nil {
		return false, err
	}
	return true, err
}

// Close lets the jobs that wait finish, refuses new ones, and closes the database.
func (db *DB) Close() error {
	db.mu.Lock()
	if db.closed {
		db.mu.Unlock()
		<-db.done
		return nil
	}
	db.closed = true
	close(db.queue)
	db.mu.Unlock()
	<-db.done
	return db.shut()
}

// shut closes connections, then locks. Readers that still run keep their connection until they return it.
func (db *DB) shut() error {
	var errs []error
	for range cap(db.readers) {
		if c := <-db.readers; c != nil {
			errs = append(errs, c.close())
		}
	}
	if db.w != nil {
		errs = append(errs, db.w.close())
	}
	errs = append(errs, db.reader.Close(), db.writer.Close())
	if db.release != nil {
		errs = append(errs, db.release())
	}
	return errors.Join(errs...)
}

// Backup writes a consistent copy of the database to path, which must not exist. Keys are not in
// the database, so what was erased cannot come back with a back-up.
func (db *DB) Backup(ctx context.Context, path string) error {
	return db.dialect.translate(db.dialect.Backup(ctx, path))
}

// Scrub makes deleted bytes go from the files on disk. Call it after erasing. It waits until no reader is on
// a snapshot of before, while commits go on.
func (db *DB) Scrub(ctx context.Context) error {
	for wait := time.Millisecond; ; wait = min(2*wait, 200*time.Millisecond) {
		done := false
		err := db.submit(ctx, &job{raw: func(ctx context.Context, c *conn) (err error) {
			done, err = db.dialect.Scrub(ctx, c)
			return err
		}})
		if err != nil || done {
			return err
		}
		select {
		case <-ctx.Done():
			return givenUp(ctx.Err())
		case <-time.After(wait):
		}
	}
}

// Dialect names the database: "sqlite" or "postgres".
func (db *DB) Dialect() string { return db.dialect.Name }
