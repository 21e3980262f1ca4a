package node_test

import (
	"context"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/internal/store/sqlite"
)

func TestARealClockCannotBeSet(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := node.NewClock(false)
		for _, frozen := range []bool{true, false} {
			if err := c.Set(time.Now().Add(time.Hour), frozen); fault.CodeOf(err) != fault.WrongWorld {
				t.Fatalf("frozen %t: %v", frozen, err)
			}
		}
		if !c.Now().Equal(time.Now()) || c.Offset() != 0 {
			t.Fatalf("it shows %s, the machine %s", c.Now(), time.Now())
		}
	})
}

func TestAnExercisesClock(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := node.NewClock(true)
		if !c.Now().Equal(time.Now()) {
			t.Fatalf("before it is set: %s", c.Now())
		}
		at := time.Date(2026, 6, 1, 10, 0, 0, 1234, time.FixedZone("", 7200))
		if err := c.Set(at, true); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Hour)
		if got := c.Now(); !got.Equal(at.Truncate(time.Microsecond)) || got.Location() != time.UTC || got.Nanosecond() != 1000 {
			t.Fatalf("it should stand still at %s: %s", at, got)
		}
		if err := c.Set(at.Add(48*time.Hour), false); err != nil {
			t.Fatal(err)
		}
		time.Sleep(90 * time.Minute)
		if got := c.Now(); !got.Equal(at.Add(48*time.Hour + 90*time.Minute).Truncate(time.Microsecond)) {
			t.Fatalf("it should have run on: %s", got)
		}
		if err := c.Set(at.Add(-time.Hour), false); err != nil || c.Now().After(at) {
			t.Fatalf("set back: %s, %v", c.Now(), err)
		}
		for _, far := range []time.Time{{}, time.Unix(0, 0).AddDate(-1, 0, 0), time.Date(2300, 1, 1, 0, 0, 0, 0, time.UTC)} {
			before := c.Now()
			if err := c.Set(far, true); fault.CodeOf(err) != fault.Invalid || !c.Now().Equal(before) {
				t.Fatalf("%s: %v, it shows %s", far, err, c.Now())
			}
		}
	})
}

// A node of an exercise that starts again goes on from where its clock was, also where that stood still.
func TestAClockIsRemembered(t *testing.T) {
	ctx := context.Background()
	db, err := sqlite.Open(ctx, filepath.Join(t.TempDir(), "node.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	remembered := func(world string) *node.Clock {
		t.Helper()
		c, err := node.RememberedClock(ctx, db, world)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	if c := remembered(agreement.WorldExercise); c.Offset() != 0 {
		t.Fatalf("a new node's clock is shifted by %s", c.Offset())
	}
	put := func(text string) {
		t.Helper()
		err := db.Update(ctx, func(tx *store.Tx) error {
			return tx.PutMeta(ctx, store.PutMetaParams{Key: "clock-offset", Value: []byte(text)})
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	set := node.NewClock(true)
	at := time.Date(2027, 3, 1, 0, 0, 0, 0, time.UTC)
	for _, frozen := range []bool{true, false} {
		at = at.AddDate(0, 3, 0)
		if err := set.Set(at, frozen); err != nil {
			t.Fatal(err)
		}
		put(set.Offset().String())
		if got := remembered(agreement.WorldExercise).Now(); got.Before(at) || got.After(at.Add(time.Minute)) {
			t.Fatalf("frozen %t: it was set to %s and goes on at %s", frozen, at, got)
		}
		if c := remembered(agreement.WorldReal); c.Offset() != 0 {
			t.Fatal("a real node's clock is shifted")
		}
	}
	put("three months")
	if _, err := node.RememberedClock(ctx, db, agreement.WorldExercise); fault.CodeOf(err) != fault.Internal {
		t.Fatalf("a damaged shift: %v", err)
	}
}
