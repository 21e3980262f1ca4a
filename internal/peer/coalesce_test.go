package peer_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"pgregory.net/rapid"

	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/peer"
)

// tower watches the flights of a coalescer.
type tower struct {
	mu       sync.Mutex
	underWay int
	most     int
	batches  [][]int
}

func (w *tower) takeOff(batch []int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.underWay++
	w.most = max(w.most, w.underWay)
	w.batches = append(w.batches, slices.Clone(batch))
}

func (w *tower) land() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.underWay--
}

func doubled(batch []int) []int {
	out := make([]int, len(batch))
	for i, q := range batch {
		out[i] = 2 * q
	}
	return out
}

func TestWhatArrivesMeanwhileRidesTogether(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := &tower{}
		land := make(chan struct{})
		c := peer.NewCoalescer(2, 10, func(_ context.Context, batch []int) ([]int, error) {
			w.takeOff(batch)
			<-land
			w.land()
			return doubled(batch), nil
		})
		var asking sync.WaitGroup
		for q := range 27 {
			asking.Go(func() {
				if a, err := c.Ask(t.Context(), q); err != nil || a != 2*q {
					t.Errorf("question %d: %d, %v", q, a, err)
				}
			})
			synctest.Wait() // one after the other, so that the order of the queue is known
		}
		// The first two left at once, alone; nobody else leaves before one of them lands.
		if len(w.batches) != 2 || len(w.batches[0]) != 1 || len(w.batches[1]) != 1 {
			t.Fatalf("under way at first: %v", w.batches)
		}
		land <- struct{}{}
		synctest.Wait()
		if len(w.batches) != 3 || !slices.Equal(w.batches[2], []int{2, 3, 4, 5, 6, 7, 8, 9, 10, 11}) {
			t.Fatalf("after one landed: %v", w.batches)
		}
		close(land)
		asking.Wait()
		c.Wait()
		if len(w.batches) != 5 || len(w.batches[3]) != 10 || len(w.batches[4]) != 5 || w.most != 2 {
			t.Fatalf("%d flights at once, %v", w.most, w.batches)
		}
	})
}

func TestAFreeFlightLeavesAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := peer.NewCoalescer(1, 100, func(_ context.Context, batch []int) ([]int, error) { return doubled(batch), nil })
		start := time.Now()
		for q := range 100 {
			if a, err := c.Ask(t.Context(), q); err != nil || a != 2*q {
				t.Fatalf("question %d: %d, %v", q, a, err)
			}
		}
		if waited := time.Since(start); waited != 0 {
			t.Fatalf("questions waited for a timer: %s", waited)
		}
	})
}

func TestAnErrorGoesToAllOfItsBatchAndToNobodyElse(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		away := fault.New(fault.PeerAway, "the line is cut")
		gate := make(chan struct{})
		c := peer.NewCoalescer(1, 5, func(_ context.Context, batch []int) ([]int, error) {
			<-gate
			if slices.Contains(batch, 3) {
				return nil, away
			}
			return doubled(batch), nil
		})
		errs := make([]error, 12)
		var asking sync.WaitGroup
		for q := range errs {
			asking.Go(func() { _, errs[q] = c.Ask(t.Context(), q) })
			synctest.Wait()
		}
		close(gate)
		asking.Wait()
		for q, err := range errs { // {0}, {1 … 5}, {6 … 10}, {11}
			if failed := q >= 1 && q <= 5; failed != (err != nil) || failed && !errors.Is(err, away) {
				t.Errorf("question %d: %v", q, err)
			}
		}
	})
}

func TestTooFewAnswersAreAnError(t *testing.T) {
	for _, wrong := range []int{0, 1, 3} {
		synctest.Test(t, func(t *testing.T) {
			gate := make(chan struct{})
			c := peer.NewCoalescer(1, 5, func(_ context.Context, batch []int) ([]int, error) {
				<-gate
				if len(batch) == 2 {
					return make([]int, wrong), nil
				}
				return doubled(batch), nil
			})
			errs := make([]error, 3)
			var asking sync.WaitGroup
			for q := range errs {
				asking.Go(func() { _, errs[q] = c.Ask(t.Context(), q) })
				synctest.Wait()
			}
			close(gate)
			asking.Wait()
			if errs[0] != nil || fault.CodeOf(errs[1]) != fault.Internal || fault.CodeOf(errs[2]) != fault.Internal {
				t.Fatalf("%d answers to 2 questions: %v", wrong, errs)
			}
		})
	}
}

func TestWhoGivesUpLeavesTheQuestionUnderWay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := &tower{}
		c := peer.NewCoalescer(1, 5, func(ctx context.Context, batch []int) ([]int, error) {
			w.takeOff(batch)
			time.Sleep(time.Second)
			w.land()
			return doubled(batch), ctx.Err()
		})
		var asking sync.WaitGroup
		asking.Go(func() {
			ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
			defer cancel()
			if _, err := c.Ask(ctx, 1); !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("who gave up got %v", err)
			}
		})
		synctest.Wait()
		asking.Go(func() {
			ctx, cancel := context.WithCancel(t.Context())
			cancel()
			if _, err := c.Ask(ctx, 2); !errors.Is(err, context.Canceled) {
				t.Errorf("who had given up before got %v", err)
			}
		})
		synctest.Wait()
		asking.Go(func() { // rides with one who gave up, and is answered all the same
			if a, err := c.Ask(t.Context(), 3); err != nil || a != 6 {
				t.Errorf("the other one: %d, %v", a, err)
			}
		})
		asking.Wait()
		c.Wait()
		if len(w.batches) != 2 || !slices.Equal(w.batches[1], []int{2, 3}) {
			t.Fatalf("%v", w.batches)
		}
	})
}

// Whatever the delays: nobody waits for ever (a lost wake-up is a deadlock, which the bubble reports), the
// bounds hold, and the queue keeps its order.
func TestCoalescerUnderAnyDelays(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		flights, most := rapid.IntRange(1, 4).Draw(rt, "flights"), rapid.IntRange(1, 5).Draw(rt, "most")
		arrives := rapid.SliceOfN(rapid.IntRange(0, 20), 1, 40).Draw(rt, "arrives")
		takes := rapid.SliceOfN(rapid.IntRange(0, 9), 1, 10).Draw(rt, "takes")
		w := &tower{}
		answers := make([]int, len(arrives))
		synctest.Test(t, func(t *testing.T) {
			var n atomic.Int64
			c := peer.NewCoalescer(flights, most, func(_ context.Context, batch []int) ([]int, error) {
				w.takeOff(batch)
				time.Sleep(time.Duration(takes[int(n.Add(1))%len(takes)]) * time.Millisecond)
				w.land()
				return doubled(batch), nil
			})
			var asking sync.WaitGroup
			for q, at := range arrives {
				asking.Go(func() {
					time.Sleep(time.Duration(at) * time.Millisecond)
					answers[q], _ = c.Ask(t.Context(), q)
				})
			}
			asking.Wait()
			c.Wait()
		})
		seen := make([]int, len(arrives))
		for _, b := range w.batches {
			if len(b) == 0 || len(b) > most {
				rt.Fatalf("a batch of %d, %d at most", len(b), most)
			}
			for i, q := range b {
				seen[q]++
				if i > 0 && arrives[b[i-1]] > arrives[q] {
					rt.Fatalf("out of order: %v", b)
				}
			}
		}
		for q := range arrives {
			if answers[q] != 2*q || seen[q] != 1 {
				rt.Fatalf("question %d: answer %d, sent %d times", q, answers[q], seen[q])
			}
		}
		if w.most > flights || w.underWay != 0 {
			rt.Fatalf("%d flights at once of %d, %d left", w.most, flights, w.underWay)
		}
	})
}

func TestTenThousandQuestionsOfSixtyFour(t *testing.T) {
	const askers, questions, flights = 64, 10_000, 4
	w := &tower{}
	c := peer.NewCoalescer(flights, 16, func(_ context.Context, batch []int) ([]int, error) {
		w.takeOff(batch)
		defer w.land()
		if d := rand.IntN(4); d > 0 {
			time.Sleep(time.Duration(d) * 50 * time.Microsecond)
		}
		return doubled(batch), nil
	})
	var next, answered atomic.Int64
	var asking sync.WaitGroup
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	for range askers {
		asking.Go(func() {
			for {
				q := int(next.Add(1)) - 1
				if q >= questions {
					return
				}
				if a, err := c.Ask(ctx, q); err != nil || a != 2*q {
					t.Errorf("question %d: %d, %v", q, a, err)
					return
				}
				answered.Add(1)
			}
		})
	}
	asking.Wait()
	c.Wait()
	sent := 0
	for _, b := range w.batches {
		sent += len(b)
	}
	if answered.Load() != questions || sent != questions || w.most > flights {
		t.Fatalf("%d answered, %d sent, %d flights at once", answered.Load(), sent, w.most)
	}
	if len(w.batches) > questions/2 {
		t.Errorf("%d letters for %d questions: they do not ride together", len(w.batches), questions)
	}
}
