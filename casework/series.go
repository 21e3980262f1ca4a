package casework

import "sync/atomic"

// series is the memory behind a list that grows at its end. Values that follow one another share it:
// whoever comes first takes the next place, a second branch from the same value gets a memory of its own. So a
// long list costs no copy of its past at every step, and nobody sees what another appended.
type series[T any] struct {
	used atomic.Int64
	buf  []T
}

// grow gives the list with one more element, and the memory that it is cut from; s is the memory of the list,
// nil where it has none.
func grow[T any](s *series[T], list []T, one T) ([]T, *series[T]) {
	n := len(list)
	if s == nil || n == len(s.buf) || !s.used.CompareAndSwap(int64(n), int64(n+1)) {
		s = &series[T]{buf: make([]T, max(2*n, 8))}
		copy(s.buf, list)
		s.used.Store(int64(n + 1))
	}
	s.buf[n] = one
	return s.buf[: n+1 : n+1], s
}
