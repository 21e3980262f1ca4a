package world

import (
	"net"
	"sync"
	"sync/atomic"
	"time"
)

// Proxy stands on the line to one node. It can be cut, so that what is under way is lost as on a
// real line, and slowed.
type Proxy struct {
	ln     net.Listener
	target atomic.Pointer[string]
	cut    atomic.Bool
	delay  atomic.Int64

	mu    sync.Mutex
	conns map[net.Conn]struct{}
}

// NewProxy listens on loopback and passes on to target ("host:port").
func NewProxy(target string) (*Proxy, error) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	p := &Proxy{ln: ln, conns: map[net.Conn]struct{}{}}
	p.Aim(target)
	go p.accept()
	return p, nil
}

// Addr is where the proxy listens.
func (p *Proxy) Addr() string { return p.ln.Addr().String() }

// Aim makes new connections lead to target.
func (p *Proxy) Aim(target string) { p.target.Store(&target) }

// Cut breaks all connections and lets none through until Mend.
func (p *Proxy) Cut() {
	p.cut.Store(true)
	p.mu.Lock()
	defer p.mu.Unlock()
	for c := range p.conns {
		_ = c.Close()
	}
}

// Mend lets connections through again.
func (p *Proxy) Mend() { p.cut.Store(false) }

// Slow holds every piece back by d before it is passed on.
func (p *Proxy) Slow(d time.Duration) { p.delay.Store(int64(d)) }

// Close ends the proxy.
func (p *Proxy) Close() {
	_ = p.ln.Close()
	p.Cut()
}

func (p *Proxy) accept() {
	for {
		in, err := p.ln.Accept()
		if err != nil {
			return
		}
		if p.cut.Load() {
			_ = in.Close()
			continue
		}
		out, err := net.DialTimeout("tcp", *p.target.Load(), 5*time.Second)
		if err != nil {
			_ = in.Close()
			continue
		}
		p.track(in)
		p.track(out)
		go p.pass(in, out)
		go p.pass(out, in)
	}
}

func (p *Proxy) track(c net.Conn) {
	p.mu.Lock()
	p.conns[c] = struct{}{}
	p.mu.Unlock()
	if p.cut.Load() {
		_ = c.Close()
	}
}

func (p *Proxy) pass(from, to net.Conn) {
	defer func() {
		_ = from.Close()
		_ = to.Close()
		p.mu.Lock()
		delete(p.conns, from)
		delete(p.conns, to)
		p.mu.Unlock()
	}()
	buf := make([]byte, 32<<10)
	for {
		n, err := from.Read(buf)
		if n > 0 {
			if d := p.delay.Load(); d > 0 {
				time.Sleep(time.Duration(d))
			}
			if p.cut.Load() {
				return
			}
			if _, werr := to.Write(buf[:n]); werr != nil {
				return
			}
		}
		if err != nil {
			return
		}
	}
}
