package peer

import (
	"context"
	"sync"

	"github.com/entente-net/entente/fault"
)

// Coalescer gathers questions to one peer: at most Flights letters are under way, and whatever
// arrives meanwhile rides in the next one. A question never waits for a timer: where a flight is
// free it leaves at once. This is the largest gain in speed there is, since a signature, a commit
// and a round trip are then shared by all who ride together.
type Coalescer[Q, A any] struct {
	send    func(ctx context.Context, batch []Q) ([]A, error)
	most    int
	flights chan struct{}

	mu    sync.Mutex
	queue []ticket[Q, A]
	wg    sync.WaitGroup
}

type ticket[Q, A any] struct {
	q    Q
	done chan outcome[A]
}

type outcome[A any] struct {
	a   A
	err error
}

// NewCoalescer makes one. send answers a batch of 1 to most questions, one answer each in order.
func NewCoalescer[Q, A any](flights, most int, send func(ctx context.Context, batch []Q) ([]A, error)) *Coalescer[Q, A] {
	return &Coalescer[Q, A]{send: send, most: most, flights: make(chan struct{}, flights)}
}

// Ask waits for the answer to one question. A caller that gives up leaves its question under way:
// it was asked, and the trace says so.
func (c *Coalescer[Q, A]) Ask(ctx context.Context, q Q) (A, error) {
	t := ticket[Q, A]{q: q, done: make(chan outcome[A], 1)}
	c.mu.Lock()
	c.queue = append(c.queue, t)
	c.mu.Unlock()
	select {
	case c.flights <- struct{}{}:
		c.wg.Add(1)
		go c.fly()
	default: // all flights are under way; the first to land takes the queue along
	}
	select {
	case o := <-t.done:
		return o.a, o.err
	case <-ctx.Done():
		var none A
		return none, fault.New(fault.Unavailable, "the answer was not waited for").Mend("what was asked stands in the log; ask again").Wrap(ctx.Err())
	}
}

// fly holds a flight slot for as long as there is something to send.
func (c *Coalescer[Q, A]) fly() {
	defer c.wg.Done()
	for {
		batch := c.take()
		if len(batch) == 0 {
			<-c.flights
			// A question may have been queued between take and the release: it found no free slot.
			if !c.waiting() {
				return
			}
			select {
			case c.flights <- struct{}{}:
				continue
			default:
				return // another one flies, and takes it along
			}
		}
		questions := make([]Q, len(batch))
		for i := range batch {
			questions[i] = batch[i].q
		}
		answers, err := c.send(context.Background(), questions)
		if err == nil && len(answers) != len(batch) {
			err = fault.New(fault.Internal, "%d answers to %d questions", len(answers), len(batch))
		}
		for i := range batch {
			o := outcome[A]{err: err}
			if err == nil {
				o.a = answers[i]
			}
			batch[i].done <- o
		}
	}
}

func (c *Coalescer[Q, A]) take() []ticket[Q, A] {
	c.mu.Lock()
	defer c.mu.Unlock()
	n := min(len(c.queue), c.most)
	if n == 0 {
		return nil
	}
	batch := make([]ticket[Q, A], n)
	copy(batch, c.queue)
	rest := copy(c.queue, c.queue[n:])
	clear(c.queue[rest:])
	c.queue = c.queue[:rest]
	return batch
}

func (c *Coalescer[Q, A]) waiting() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.queue) > 0
}

// Wait returns when nothing is under way any more.
func (c *Coalescer[Q, A]) Wait() { c.wg.Wait() }
