package node

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"sync"
	"time"

	"github.com/entente-net/entente/fault"
)

// How many wrong codes are taken. A code has 80 bits, so that guessing is hopeless at any rate; the bounds keep the load and
// the noise of trying small, and never keep out somebody whose first try is right.
const (
	wrongBurst   = 10 // of one address, at once
	wrongEvery   = 30 * time.Second
	wrongAll     = 300 // of all addresses together, at once
	wrongAllEach = time.Second
	wrongTakes   = 400 * time.Millisecond // how long a wrong code takes
	maxCallers   = 50_000
)

type callerKey struct{}

// WithCaller notes from where a request came. It is kept in memory, under a hash whose key is drawn at each start, for as
// long as it counts against wrong codes, and is written nowhere.
func WithCaller(ctx context.Context, address string) context.Context {
	return context.WithValue(ctx, callerKey{}, address)
}

func callerOf(ctx context.Context) string {
	s, _ := ctx.Value(callerKey{}).(string)
	return s
}

// guesses counts wrong codes: one bucket for each address and one for all together.
type guesses struct {
	mu  sync.Mutex
	key []byte
	of  map[[16]byte]bucket
	all bucket
}

// bucket is how much has been used at an instant; it empties with time.
type bucket struct {
	used float64
	at   time.Time
}

func (b bucket) now(at time.Time, each time.Duration) bucket {
	if !b.at.IsZero() {
		b.used = max(0, b.used-float64(at.Sub(b.at))/float64(each))
	}
	b.at = at
	return b
}

func (g *guesses) name(address string) [16]byte {
	if g.key == nil {
		g.key = random(32)
	}
	m := hmac.New(sha256.New, g.key)
	m.Write([]byte(address))
	return [16]byte(m.Sum(nil)[:16])
}

// may refuses an address that has given too many wrong codes, whether this one is right or not. While all addresses
// together have given too many, those are refused that have given any: a first try is always heard.
func (g *guesses) may(address string, at time.Time) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	own, all := g.of[g.name(address)].now(at, wrongEvery), g.all.now(at, wrongAllEach)
	if own.used >= wrongBurst || all.used >= wrongAll && own.used >= 1 {
		return fault.New(fault.CapReached, "too many codes that open nothing came from here").Mend("wait a few minutes, and compare the code with your note")
	}
	return nil
}

func (g *guesses) wrong(address string, at time.Time) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.of == nil {
		g.of = map[[16]byte]bucket{}
	}
	name := g.name(address)
	if _, known := g.of[name]; !known && len(g.of) >= maxCallers {
		for k, b := range g.of {
			if b.now(at, wrongEvery).used == 0 {
				delete(g.of, k)
			}
		}
		if len(g.of) >= maxCallers { // a flood: what it costs is bounded, and it says nothing of anybody
			clear(g.of)
		}
	}
	b := g.of[name].now(at, wrongEvery)
	b.used++
	g.of[name] = b
	g.all = g.all.now(at, wrongAllEach)
	g.all.used++
}
