package node

import (
	"context"
	"sync/atomic"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
)

// Clock tells the time. Only exercise worlds may shift it.
type Clock struct {
	exercise bool
	offset   atomic.Int64 // nanoseconds
	frozen   atomic.Int64 // unix nanoseconds; 0: it runs
}

// NewClock makes a clock; only that of an exercise world can be shifted.
func NewClock(exercise bool) *Clock { return &Clock{exercise: exercise} }

// Now is the instant in UTC with microseconds.
func (c *Clock) Now() time.Time {
	if f := c.frozen.Load(); f != 0 {
		return time.Unix(0, f).UTC().Truncate(time.Microsecond)
	}
	return time.Now().Add(time.Duration(c.offset.Load())).UTC().Truncate(time.Microsecond)
}

// Set makes the clock show an instant, and then run on from there or, frozen, stand still.
func (c *Clock) Set(t time.Time, frozen bool) error {
	if !c.exercise {
		return fault.New(fault.WrongWorld, "the clock of a real node cannot be set").
			Mend("clocks are injected in exercise worlds alone")
	}
	if t.Year() < 1970 || t.Year() > 2200 {
		return fault.New(fault.Invalid, "the clock of an exercise shows the years 1970 to 2200").Mend("give an instant within them")
	}
	c.offset.Store(int64(time.Until(t))) // also where it stands still: a second start goes on from there
	if frozen {
		c.frozen.Store(t.UnixNano())
	} else {
		c.frozen.Store(0)
	}
	return nil
}

// Offset is by how much the clock is shifted.
func (c *Clock) Offset() time.Duration { return time.Duration(c.offset.Load()) }

// RememberedClock is the clock of a node that starts: the machine's, or an exercise's as it was last set.
func RememberedClock(ctx context.Context, db *store.DB, world string) (*Clock, error) {
	c := NewClock(world == agreement.WorldExercise)
	if !c.exercise {
		return c, nil
	}
	var text []byte
	err := db.View(ctx, func(tx *store.Tx) error {
		var err error
		text, err = tx.GetMeta(ctx, metaClock)
		return err
	})
	if fault.CodeOf(err) == fault.NotFound {
		return c, nil
	} else if err != nil {
		return nil, err
	}
	d, err := time.ParseDuration(string(text))
	if err != nil {
		return nil, fault.New(fault.Internal, "the exercise's clock cannot be read").Wrap(err)
	}
	c.offset.Store(int64(d))
	return c, nil
}
