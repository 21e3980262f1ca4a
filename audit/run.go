package audit

import (
	"context"
	"errors"
	"reflect"
	"sync"

	"github.com/entente-net/entente/fault"
)

// job is one case, or one line of the query section, for a worker.
type job struct {
	key    caseKey
	parts  []*part
	stream *stream // of a query
	line   Line
}

// pool runs jobs on several goroutines, and stops at the first error.
type pool struct {
	a      *auditor
	jobs   chan *job
	wg     sync.WaitGroup
	ctx    context.Context
	cancel context.CancelFunc
	free   sync.Pool

	mu  sync.Mutex
	err error // the first of a worker
}

// maxIdle is the largest buffer that is kept for the next case.
const maxIdle = 1 << 20

func (a *auditor) newPool(ctx context.Context) *pool {
	p := &pool{a: a, jobs: make(chan *job, 8*a.opts.Workers)}
	p.ctx, p.cancel = context.WithCancel(ctx)
	p.free.New = func() any { return &part{} }
	for range a.opts.Workers {
		p.wg.Go(p.work)
	}
	return p
}

func (p *pool) work() {
	for j := range p.jobs {
		if p.ctx.Err() != nil {
			continue
		}
		if err := p.do(j); err != nil {
			p.mu.Lock()
			if p.err == nil {
				p.err = err
			}
			p.mu.Unlock()
			p.cancel()
		}
	}
}

func (p *pool) do(j *job) error {
	if j.stream != nil {
		return j.stream.named(p.a.auditQuery(j.stream, j.line))
	}
	err := p.a.auditCase(j.key, j.parts)
	for _, x := range j.parts {
		if cap(x.buf) <= maxIdle {
			p.free.Put(x)
		}
	}
	return err
}

func (p *pool) put(j *job) error {
	select {
	case p.jobs <- j:
		return nil
	case <-p.ctx.Done():
		return p.ctx.Err()
	}
}

// close waits for the workers and gives the first error. What a worker found wrong stands before what the
// reader found further on, such as that the sum at the end is another.
func (p *pool) close(err error) error {
	close(p.jobs)
	p.wg.Wait()
	if err == nil {
		err = p.ctx.Err()
	}
	p.cancel()
	if p.err != nil {
		return p.err
	}
	return err
}

// body reads cases and queries of all bundles. Cases are merged as they come: each bundle has them in
// the same order.
func (a *auditor) body(ctx context.Context) error {
	p := a.newPool(ctx)
	return stopped(p.close(a.feed(p)))
}

// stopped turns a cancelled context into an error of ours.
func stopped(err error) error {
	if !errors.Is(err, context.Canceled) && !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return fault.New(fault.Internal, "the audit was stopped before its end").Wrap(err)
}

func (a *auditor) feed(p *pool) error {
	for {
		j, err := a.nextCase(p)
		if err != nil {
			return err
		}
		if j == nil {
			break
		}
		if j.key.own {
			// Others cite the head of the agreement's own case: it must be known before them.
			if err := p.do(j); err != nil {
				return err
			}
			continue
		}
		if err := p.put(j); err != nil {
			return err
		}
	}
	for _, s := range a.bundles {
		for s.next.Kind == KindQuery {
			l := s.next
			l.Bytes = append([]byte(nil), l.Bytes...)
			if err := p.put(&job{stream: s, line: l}); err != nil {
				return err
			}
			if err := s.advance(); err != nil {
				return s.named(err)
			}
		}
		// After the end line nothing may follow.
		if err := s.advance(); err != nil {
			return s.named(err)
		}
	}
	return nil
}

// nextCase gathers the case with the lowest key from every bundle that has it.
func (a *auditor) nextCase(p *pool) (*job, error) {
	var low caseKey
	found := false
	keys := make([]caseKey, len(a.bundles))
	has := make([]bool, len(a.bundles))
	for i, s := range a.bundles {
		k, ok, err := s.peekCase()
		if err != nil {
			return nil, s.named(err)
		}
		keys[i], has[i] = k, ok
		if ok && (!found || k.less(low)) {
			low, found = k, true
		}
	}
	if !found {
		return nil, nil
	}
	j := &job{key: low}
	for i, s := range a.bundles {
		if !has[i] || keys[i] != low {
			continue
		}
		x := p.free.Get().(*part)
		if err := s.readCase(low, x); err != nil {
			return nil, s.named(err)
		}
		j.parts = append(j.parts, x)
	}
	return j, nil
}

// add sums counts; every member is a number of things.
func (c *Counts) add(o *Counts) {
	to, from := reflect.ValueOf(c).Elem(), reflect.ValueOf(o).Elem()
	for i := range to.NumField() {
		if n := from.Field(i).Uint(); n != 0 {
			to.Field(i).SetUint(to.Field(i).Uint() + n)
		}
	}
}
