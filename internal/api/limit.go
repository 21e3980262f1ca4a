package api

import (
	"crypto/rand"
	"crypto/sha256"
	"math"
	"sync"
	"time"
)

// How many public requests are taken of one address: looks, and what is sent. Many people may come from one address (a
// library, a camp, a mobile network), so that the bounds are against machines and not against them.
const (
	looksBurst = 200
	looksEach  = 100 * time.Millisecond
	sendsBurst = 60
	sendsEach  = 2 * time.Second
	maxHeard   = 50_000
)

// limits counts requests by address, under a hash whose key is drawn at each start. It is in memory alone, and forgets an
// address as soon as its bucket is empty.
type limits struct {
	mu  sync.Mutex
	key [16]byte
	of  map[[16]byte]*heard
}

type heard struct {
	looks, sends float64
	at           time.Time
}

func newLimits() *limits {
	l := &limits{of: map[[16]byte]*heard{}}
	_, _ = rand.Read(l.key[:]) // crypto/rand does not fail
	return l
}

// take counts a request, and gives how many seconds to wait where there were too many; 0: it is taken.
func (l *limits) take(address string, sends bool) int { return l.takeAt(address, sends, time.Now()) }

func (l *limits) takeAt(address string, sends bool, at time.Time) int {
	l.mu.Lock()
	defer l.mu.Unlock()
	sum := sha256.Sum256(append(l.key[:], address...))
	name := [16]byte(sum[:16])
	h := l.of[name]
	if h == nil {
		if len(l.of) >= maxHeard {
			l.sweep(at)
		}
		h = &heard{at: at}
		l.of[name] = h
	}
	h.empty(at)
	used, burst, each := &h.looks, float64(looksBurst), looksEach
	if sends {
		used, burst, each = &h.sends, float64(sendsBurst), sendsEach
	}
	if *used+1 > burst {
		return max(1, int(math.Ceil((*used+1-burst)*each.Seconds())))
	}
	*used++
	return 0
}

func (h *heard) empty(at time.Time) {
	passed := float64(at.Sub(h.at))
	h.looks, h.sends, h.at = max(0, h.looks-passed/float64(looksEach)), max(0, h.sends-passed/float64(sendsEach)), at
}

// sweep forgets who has been quiet; in a flood of addresses everybody, so that what it costs is bounded.
func (l *limits) sweep(at time.Time) {
	for name, h := range l.of {
		if h.empty(at); h.looks == 0 && h.sends == 0 {
			delete(l.of, name)
		}
	}
	if len(l.of) >= maxHeard {
		clear(l.of)
	}
}
