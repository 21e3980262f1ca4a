package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"runtime/debug"

	"github.com/entente-net/entente/fault"
)

// Missing tells whether a query for one row found none.
func Missing(err error) bool { return errors.Is(err, sql.ErrNoRows) }

// panicked is a job's panic, caught so that one defect does not take down everybody's commits.
type panicked struct {
	value any
	stack []byte
}

func (p *panicked) Error() string { return fmt.Sprintf("panic: %v\n%s", p.value, p.stack) }

// safely runs a job and turns its panic into an error.
func safely(fn func(*Tx) error, tx *Tx) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = &panicked{v, debug.Stack()}
		}
	}()
	return fn(tx)
}

// translate makes an error fit to cross the package boundary. What a caller's function returned
// as a *fault.Error stays as it is.
func (d *Dialect) translate(err error) error {
	if err == nil {
		return nil
	}
	if f := (*fault.Error)(nil); errors.As(err, &f) {
		return err
	}
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return fault.New(fault.NotFound, "there is no such entry").Wrap(err)
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return givenUp(err)
	}
	switch d.Classify(err) {
	case ClassFull:
		return fault.New(fault.StoreFull, "the disk is full; nothing was lost and nothing was done").
			Mend("make room on the disk that holds the database, then try again").Wrap(err)
	case ClassConflict:
		return fault.New(fault.Conflict, "others kept changing the same entries; nothing was done").Mend("try again").Wrap(err)
	case ClassDamaged:
		return fault.New(fault.Internal, "the database's files are damaged, or are no database").
			Mend("stop the node, keep the files as they are, and restore a back-up beside them").Wrap(err)
	case ClassLost:
		return fault.New(fault.Unavailable, "the database does not answer; nothing was done").
			Mend("see that the database server runs, then try again").Wrap(err)
	case ClassText:
		return fault.New(fault.Invalid, "a text holds bytes that are not valid text").Wrap(err)
	}
	return fault.New(fault.Internal, "the database reported an error; nothing was done").
		Mend("run entente node doctor").Wrap(err)
}

func givenUp(err error) error {
	return fault.New(fault.Unavailable, "the request was given up before it was done; nothing was done").Wrap(err)
}

func closed() error {
	return fault.New(fault.Unavailable, "the node is stopping; nothing was done").Mend("try again when it is back")
}

var errUnknown = errors.New("the outcome of the commit is unknown")

func unknownOutcome(err error) error {
	return fault.New(fault.Internal, "the database went away while this was being made durable; it may or may not be done").
		Mend("look before you repeat it").Wrap(errors.Join(errUnknown, err))
}
