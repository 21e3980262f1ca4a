package store

import (
	"context"
	"database/sql"
	"errors"
	"math/rand/v2"
	"sync/atomic"
	"time"

	"github.com/entente-net/entente/fault"
)

// What a transaction gets before it is given up: attempts while the server restarts, and time while others are in its
// way. A count would not do for these: of two that commit without rest, the slower may lose many times in a row.
const (
	attempts = 10
	contest  = 15 * time.Second
)

// job is one Update that waits for its commit, or raw work on the writing connection between two commits.
type job struct {
	ctx   context.Context //nolint:containedctx // whose giving up takes a waiting job out of the queue
	fn    func(*Tx) error
	raw   func(ctx context.Context, c *conn) error
	state atomic.Int32
	done  chan error
}

const (
	waiting int32 = iota
	running
	givenBack
)

// Stats counts what the committer did since the database was opened.
type Stats struct {
	Jobs       uint64 // jobs that were run to an end, refused ones included
	Commits    uint64
	Reruns     uint64 // transactions run again, for a failed job or for a conflict
	LastJobs   uint64 // jobs of the last transaction
	LastMicros uint64 // how long it took, commit included
}

type counters struct{ jobs, commits, reruns, lastJobs, lastMicros atomic.Uint64 }

// Stats gives the committer's counts.
func (db *DB) Stats() Stats {
	c := &db.counters
	return Stats{c.jobs.Load(), c.commits.Load(), c.reruns.Load(), c.lastJobs.Load(), c.lastMicros.Load()}
}

// Waiting gives the number of jobs that wait for the next transaction.
func (db *DB) Waiting() int { return len(db.queue) }

// Update runs fn in the next transaction and returns when its work is durable, or when it was taken back
// because fn returned an error. fn shares its transaction with other jobs, runs on the committer's goroutine,
// and may be run more than once: it must be quick, set its results afresh each time, and call nothing that waits.
//
// A context that ends while the job waits takes it out; once it runs, its outcome is awaited.
func (db *DB) Update(ctx context.Context, fn func(*Tx) error) error {
	return db.submit(ctx, &job{fn: fn})
}

func (db *DB) submit(ctx context.Context, j *job) error {
	if err := ctx.Err(); err != nil {
		return givenUp(err)
	}
	j.ctx, j.done = ctx, make(chan error, 1)
	db.mu.RLock()
	if db.closed {
		db.mu.RUnlock()
		return closed()
	}
	select {
	case db.queue <- j:
		db.mu.RUnlock()
	case <-ctx.Done():
		db.mu.RUnlock()
		return givenUp(ctx.Err())
	}
	select {
	case err := <-j.done:
		return err
	case <-ctx.Done():
		if j.state.CompareAndSwap(waiting, givenBack) {
			return givenUp(ctx.Err())
		}
		return <-j.done
	}
}

// A transaction of as many jobs as crowd says that more are on their way; then the next one waits gatherTime
// for them. A single caller never waits.
const (
	crowd      = 4
	gatherTime = 3 * time.Millisecond
)

// commit is the committer: it takes what has gathered while the last transaction was made durable.
func (db *DB) commit() {
	defer close(db.done)
	batch := make([]*job, 0, db.maxBatch)
	for j := range db.queue {
		crowded := len(batch) >= crowd
		batch = append(batch[:0], j)
		if crowded && j.raw == nil {
			// Under load a moment's wait lets many share what one commit costs.
			time.Sleep(gatherTime)
		}
	gather:
		for len(batch) < db.maxBatch && batch[len(batch)-1].raw == nil {
			select {
			case j, ok := <-db.queue:
				if !ok {
					break gather
				}
				batch = append(batch, j)
			default:
				break gather
			}
		}
		db.run(batch)
		clear(batch)
	}
}

// run brings every job of a batch to its end.
func (db *DB) run(batch []*job) {
	ctx := context.Background()
	live := make([]*job, 0, len(batch))
	var raw *job
	for _, j := range batch {
		if !j.state.CompareAndSwap(waiting, running) {
			continue
		}
		if j.raw != nil {
			raw = j
		} else {
			live = append(live, j)
		}
	}
	if len(live) > 0 {
		start := time.Now()
		verdicts, err := db.transact(ctx, live)
		if err != nil && len(live) > 1 && db.oneToBlame(err) {
			verdicts, err = db.singly(ctx, live), nil
		}
		c := &db.counters
		c.jobs.Add(uint64(len(live)))
		c.lastJobs.Store(uint64(len(live)))
		c.lastMicros.Store(uint64(time.Since(start).Microseconds()))
		for i, j := range live {
			if err != nil {
				j.done <- db.dialect.translate(err)
			} else {
				j.done <- db.dialect.translate(verdicts[i])
			}
		}
	}
	if raw != nil {
		err := db.reconnect(ctx)
		if err == nil {
			err = raw.raw(raw.ctx, db.w)
		}
		raw.done <- db.dialect.translate(err)
	}
}

// oneToBlame tells whether what failed the whole transaction may be the doing of one job in it: a ledger that is
// not there, or so much to write that the disk had no room for it.
func (db *DB) oneToBlame(err error) bool {
	class := db.dialect.Classify(err)
	return class != ClassConflict && class != ClassLost && !errors.Is(err, errUnknown)
}

// singly gives each job a transaction of its own.
func (db *DB) singly(ctx context.Context, live []*job) []error {
	verdicts := make([]error, len(live))
	for i := range live {
		own, err := db.transact(ctx, live[i:i+1])
		if err == nil {
			err = own[0]
		}
		verdicts[i] = err
	}
	return verdicts
}

// errAgain says that a job failed after it had written, so that the batch must be run again with savepoints.
var errAgain = errors.New("a job failed after writing")

// transact runs the jobs until a transaction of theirs is durable or cannot be. It gives each job's error, or
// the one error that hit them all.
func (db *DB) transact(ctx context.Context, live []*job) ([]error, error) {
	savepoints := false
	began := time.Now()
	for attempt := 1; ; attempt++ {
		verdicts, err := db.attempt(ctx, live, savepoints)
		switch {
		case err == nil:
			return verdicts, nil
		case errors.Is(err, errAgain):
			savepoints = true
			db.counters.reruns.Add(1)
			continue
		}
		var f *fault.Error
		class := db.dialect.Classify(err)
		goOn := class == ClassLost && attempt < attempts || class == ClassConflict && time.Since(began) < contest
		if !goOn || errors.As(err, &f) {
			return nil, err
		}
		db.counters.reruns.Add(1)
		// Processes that collided must not collide again in step.
		time.Sleep(time.Duration(rand.Int64N(int64(time.Millisecond) << min(attempt, 6))))
	}
}

// attempt is one transaction.
func (db *DB) attempt(ctx context.Context, live []*job, savepoints bool) (verdicts []error, err error) {
	if err := db.reconnect(ctx); err != nil {
		return nil, err
	}
	if err := db.w.do(ctx, db.dialect.BeginWrite); err != nil {
		db.abandon(ctx)
		return nil, err
	}
	defer func() {
		if err != nil {
			db.abandon(ctx)
		}
	}()
	g := &guard{conn: db.w, ctx: ctx}
	tx := &Tx{Queries: New(g), guard: g}
	verdicts = make([]error, len(live))
	for i, j := range live {
		if verdicts[i], err = db.one(ctx, tx, j, savepoints); err != nil {
			return nil, err
		}
	}
	if len(tx.runs) > 0 {
		s := db.sequencer.Load()
		if s == nil {
			return nil, fault.New(fault.Internal, "ledger entries before the ledger was opened")
		}
		g.failed = nil
		if err := (*s).Sequence(ctx, tx, tx.runs); err != nil {
			return nil, err
		}
		if g.failed != nil {
			return nil, g.failed
		}
	}
	return verdicts, db.finish(ctx)
}

// one runs one job. Its verdict is its own; err hits the whole transaction.
func (db *DB) one(ctx context.Context, tx *Tx, j *job, savepoints bool) (verdict, err error) {
	g := tx.guard
	g.wrote, g.failed = false, nil
	placed := len(tx.runs)
	if savepoints {
		if err := db.w.do(ctx, "SAVEPOINT job"); err != nil {
			return nil, err
		}
	}
	verdict = safely(j.fn, tx)
	if g.failed == nil && dubious(verdict) {
		g.failed = verdict
	}
	if g.failed != nil {
		if c := db.dialect.Classify(g.failed); c == ClassConflict || c == ClassLost {
			return nil, g.failed
		}
		if verdict == nil {
			verdict = g.failed // a statement's failure that the job passed over
		}
	}
	if verdict != nil {
		tx.runs = tx.runs[:placed]
		if !savepoints {
			if g.wrote || g.failed != nil {
				return nil, errAgain
			}
			return verdict, nil
		}
		if err := db.w.do(ctx, "ROLLBACK TO SAVEPOINT job"); err != nil {
			// A full disk can take the whole transaction with it: then its reason is everybody's.
			return nil, errors.Join(g.failed, err)
		}
	}
	if savepoints {
		return verdict, db.w.do(ctx, "RELEASE SAVEPOINT job")
	}
	return verdict, nil
}

// dubious tells whether an error may come from the database without having passed the guard, as one does that
// arrives between two rows. After such a one PostgreSQL turns a commit into a rollback and does not call it an error.
func dubious(err error) bool {
	if err == nil || errors.Is(err, sql.ErrNoRows) {
		return false
	}
	f := (*fault.Error)(nil)
	return !errors.As(err, &f) || f.Err != nil
}

// finish commits, and finds out what became of the transaction where the answer got lost.
func (db *DB) finish(ctx context.Context) error {
	mark := ""
	if db.dialect.Mark != nil {
		m, err := db.dialect.Mark(ctx, db.w)
		if err != nil {
			return err
		}
		mark = m
	}
	err := db.w.do(ctx, "COMMIT")
	if err == nil {
		db.counters.commits.Add(1)
		return nil
	}
	if db.dialect.Classify(err) != ClassLost || mark == "" {
		return err
	}
	for attempt := 1; attempt <= attempts; attempt++ {
		db.drop()
		if cerr := db.reconnect(ctx); cerr == nil {
			if done, merr := db.dialect.Committed(ctx, db.w, mark); merr == nil {
				if done {
					db.counters.commits.Add(1)
					return nil
				}
				return err // rolled back for certain: may be run again
			}
		}
		time.Sleep(time.Duration(attempt) * 100 * time.Millisecond)
	}
	return unknownOutcome(err)
}

// abandon leaves no transaction open; a connection that cannot even do that is dropped.
func (db *DB) abandon(ctx context.Context) {
	if db.w == nil {
		return
	}
	// SQLite may have rolled back by itself; then this fails and says nothing about the connection.
	if err := db.w.do(ctx, "ROLLBACK"); err != nil {
		db.drop()
	}
}

func (db *DB) drop() {
	if db.w != nil {
		db.w.close()
		db.w = nil
	}
}

func (db *DB) reconnect(ctx context.Context) error {
	if db.w != nil {
		return nil
	}
	w, err := connect(ctx, db.writer, &db.dialect)
	if err != nil {
		return err
	}
	db.w = w
	return nil
}
