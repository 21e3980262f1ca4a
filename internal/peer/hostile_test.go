package peer_test

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/peer"
)

// speaks tries to say something over TLS as set up, and gives what the server says after the handshake. (In
// TLS 1.3 a client learns only with its first read that its certificate was refused.)
func (e *ends) speaks(cfg *tls.Config, say string) ([]byte, error) {
	e.t.Helper()
	raw, err := net.DialTimeout("tcp", e.server.Addr(), time.Second)
	if err != nil {
		e.t.Fatal(err)
	}
	defer func() { _ = raw.Close() }()
	if err := raw.SetDeadline(time.Now().Add(3 * time.Second)); err != nil {
		e.t.Fatal(err)
	}
	cfg.InsecureSkipVerify = true
	c := tls.Client(raw, cfg)
	if err := c.Handshake(); err != nil {
		return nil, err
	}
	if _, err := c.Write([]byte(say)); err != nil {
		return nil, err
	}
	b, err := io.ReadAll(io.LimitReader(c, 1000))
	var late net.Error
	if errors.As(err, &late) && late.Timeout() {
		e.t.Fatalf("the server neither spoke nor closed; it said %q", b)
	}
	return b, err
}

func TestWhoIsNotLetIn(t *testing.T) {
	e := answering(t, nil)
	const preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\x00\x00\x00\x04\x00\x00\x00\x00\x00"
	const request = "POST /peer/v1/letter HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\nx"
	own := []tls.Certificate{e.arland}
	if b, err := e.speaks(&tls.Config{Certificates: own, NextProtos: []string{"h2"}}, preface+strings.Repeat("\x00", 100)); len(b) == 0 {
		t.Fatalf("who is pinned is not let in: %v", err)
	}
	for _, x := range []struct {
		name string
		cfg  *tls.Config
		say  string
	}{
		{"no certificate", &tls.Config{NextProtos: []string{"h2"}}, preface},
		{"a stranger's", &tls.Config{Certificates: []tls.Certificate{certificate(t)}, NextProtos: []string{"h2"}}, preface},
		{"TLS 1.2", &tls.Config{Certificates: own, NextProtos: []string{"h2"}, MaxVersion: tls.VersionTLS12}, preface},
		{"HTTP/1.1 alone", &tls.Config{Certificates: own, NextProtos: []string{"http/1.1"}}, request},
		{"no protocol named", &tls.Config{Certificates: own}, request},
		{"no protocol named, HTTP/2 spoken", &tls.Config{Certificates: own}, preface},
		{"another protocol", &tls.Config{Certificates: own, NextProtos: []string{"h3"}}, preface},
	} {
		b, err := e.speaks(x.cfg, x.say)
		if len(b) > 0 || err == nil || !strings.HasPrefix(err.Error(), "remote error: tls: ") { // an alert, not a mere end
			t.Errorf("%s: the server said %q, %v", x.name, b, err)
		}
	}
	if e.heard() != 0 {
		t.Fatalf("%v", e.letters)
	}
	e.alive()
}

func TestTheServerOutlivesGarbage(t *testing.T) {
	e := answering(t, nil)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range 60 {
		c, err := net.DialTimeout("tcp", e.server.Addr(), time.Second)
		if err != nil {
			t.Fatal(err)
		}
		garbage := make([]byte, r.IntN(4000))
		for j := range garbage {
			garbage[j] = byte(r.Uint32())
		}
		switch i % 4 {
		case 1: // something like a handshake
			garbage = append([]byte{22, 3, 1, byte(len(garbage) >> 8), byte(len(garbage)), 1, 0, 0}, garbage...)
		case 2:
			garbage = []byte("GET / HTTP/1.0\r\n\r\n")
		case 3: // frames of HTTP/2 that make no sense, from whom we know
			tc := tls.Client(c, &tls.Config{Certificates: []tls.Certificate{e.arland}, InsecureSkipVerify: true, NextProtos: []string{"h2"}})
			if err := tc.Handshake(); err != nil {
				t.Fatal(err)
			}
			_, _ = tc.Write(append([]byte("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), garbage...))
		}
		_, _ = c.Write(garbage)
		_ = c.Close()
	}
	if e.heard() != 0 {
		t.Fatalf("garbage was taken for a letter: %q", e.letters)
	}
	e.alive()
}

// httpClient speaks HTTP/2 as another implementation would.
func (e *ends) httpClient() *http.Client {
	p := &http.Protocols{}
	p.SetHTTP2(true)
	tr := &http.Transport{Protocols: p, TLSClientConfig: &tls.Config{Certificates: []tls.Certificate{e.arland}, InsecureSkipVerify: true, NextProtos: []string{"h2"}}}
	e.t.Cleanup(tr.CloseIdleConnections)
	return &http.Client{Transport: tr, Timeout: 5 * time.Second}
}

func TestOnlyTheOneDoor(t *testing.T) {
	e := answering(t, nil)
	c := e.httpClient()
	for _, x := range []struct {
		method, path string
		status       int
	}{
		{"POST", "/peer/v1/letter", 200},
		{"GET", "/peer/v1/letter", 405},
		{"PUT", "/peer/v1/letter", 405},
		{"POST", "/", 404},
		{"POST", "/peer/v1/letter/", 404},
		{"POST", "/peer/v2/letter", 404},
		{"GET", "/debug/pprof/", 404},
		{"GET", "/api/openapi.json", 404},
		{"GET", "/admin/health", 404},
	} {
		req, err := http.NewRequest(x.method, "https://"+e.server.Addr()+x.path, strings.NewReader("x"))
		if err != nil {
			t.Fatal(err)
		}
		resp, err := c.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		_ = resp.Body.Close()
		if resp.StatusCode != x.status || resp.ProtoMajor != 2 {
			t.Errorf("%s %s: %s %d", x.method, x.path, resp.Proto, resp.StatusCode)
		}
	}
	if e.heard() != 1 {
		t.Fatalf("%d letters", e.heard())
	}
}

// brokenBody gives some bytes and then an error.
type brokenBody struct{ left int }

func (b *brokenBody) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errors.New("the line broke")
	}
	n := min(len(p), b.left)
	b.left -= n
	return n, nil
}

func TestALetterThatBreaksOffIsNotRead(t *testing.T) {
	e := answering(t, nil)
	for _, size := range []int64{-1, 5000} {
		req, err := http.NewRequest(http.MethodPost, "https://"+e.server.Addr()+"/peer/v1/letter", &brokenBody{left: 1000})
		if err != nil {
			t.Fatal(err)
		}
		req.ContentLength = size
		resp, err := e.httpClient().Do(req)
		if err == nil {
			_ = resp.Body.Close()
			t.Fatalf("half a letter got %d", resp.StatusCode)
		}
	}
	// Without a stated length, the bound still holds.
	req, err := http.NewRequest(http.MethodPost, "https://"+e.server.Addr()+"/peer/v1/letter", &brokenBody{left: peer.MaxLetter + 2})
	if err != nil {
		t.Fatal(err)
	}
	resp, err := e.httpClient().Do(req)
	if err == nil {
		_ = resp.Body.Close()
		if resp.StatusCode != http.StatusRequestEntityTooLarge || resp.Header.Get("Entente-Code") != string(fault.TooLarge) {
			t.Fatalf("too much without a length: %d %v", resp.StatusCode, resp.Header)
		}
	}
	if e.heard() != 0 {
		t.Fatalf("%d letters", e.heard())
	}
	e.alive()
}

// hostileServer is another node's listener in wrong hands: it has the right key and answers as it likes.
func hostileServer(t *testing.T, handle http.HandlerFunc) (*peer.Client, *httptest.Server) {
	t.Helper()
	own, theirs := certificate(t), certificate(t)
	s := httptest.NewUnstartedServer(handle)
	s.EnableHTTP2 = true
	s.TLS = &tls.Config{Certificates: []tls.Certificate{theirs}, ClientAuth: tls.RequireAnyClientCert, MinVersion: tls.VersionTLS13}
	s.StartTLS()
	t.Cleanup(func() { s.CloseClientConnections(); s.Close() })
	c := peer.Dial(own, "belmark", s.Listener.Addr().String(), peer.PinOf(theirs.Leaf), time.Second)
	t.Cleanup(c.Close)
	return c, s
}

func TestAnswersThatAreNone(t *testing.T) {
	for _, x := range []struct {
		name   string
		answer http.HandlerFunc
		code   fault.Code
	}{
		{"breaks off", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "1000")
			_, _ = w.Write([]byte("half"))
			panic(http.ErrAbortHandler)
		}, fault.PeerAway},
		{"breaks off without a length", func(w http.ResponseWriter, _ *http.Request) {
			_, _ = w.Write([]byte("half"))
			w.(http.Flusher).Flush()
			panic(http.ErrAbortHandler)
		}, fault.PeerAway},
		{"never ends", func(w http.ResponseWriter, r *http.Request) {
			_, _ = w.Write([]byte("half"))
			w.(http.Flusher).Flush()
			<-r.Context().Done()
		}, fault.PeerAway},
		{"never begins", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }, fault.PeerAway},
		{"ends the stream", func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, fault.PeerAway},
		{"endless", func(w http.ResponseWriter, _ *http.Request) {
			page := make([]byte, 1<<20)
			for range 20 {
				if _, err := w.Write(page); err != nil {
					return
				}
			}
		}, fault.TooLarge},
		{"a status without a code", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusTeapot) }, fault.PeerAway},
		{"a code that is none", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Entente-Code", "<script>alert(1)</script>")
			w.WriteHeader(http.StatusUnprocessableEntity)
		}, fault.PeerAway},
		{"a code as long as a novel", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Entente-Code", strings.Repeat("a", 5000))
			w.WriteHeader(http.StatusUnprocessableEntity)
		}, fault.PeerAway},
		{"a large refusal", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Entente-Code", "wrong-role")
			w.Header().Set("Entente-Message", strings.Repeat("a", 5000)+"\u202e")
			w.WriteHeader(http.StatusUnprocessableEntity)
			_, _ = w.Write(make([]byte, 1<<20))
		}, fault.WrongRole},
		{"no letter of ours", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }, fault.PeerAway},
	} {
		t.Run(x.name, func(t *testing.T) {
			c, _ := hostileServer(t, x.answer)
			start := time.Now()
			b, err := c.Send(t.Context(), []byte("x"))
			if fault.CodeOf(err) != x.code || b != nil {
				t.Fatalf("%d bytes, %v", len(b), err)
			}
			if len(err.Error()) > 700 || strings.Contains(err.Error(), "\u202e") {
				t.Fatalf("what came in is repeated: %.1000q", err)
			}
			if took := time.Since(start); took > 4*time.Second {
				t.Fatalf("the client waited for %s with a limit of 1 s", took)
			}
		})
	}
}

// A counterparty must not make this node write to a third place.
func TestNoLetterIsSentOn(t *testing.T) {
	var elsewhere atomic.Int64
	third := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		elsewhere.Add(1)
		_, _ = io.Copy(w, r.Body)
	}))
	defer third.Close()
	for _, status := range []int{301, 302, 303, 307, 308} {
		var here atomic.Int64
		c, s := hostileServer(t, func(w http.ResponseWriter, _ *http.Request) {
			if here.Add(1) > 1 {
				_, _ = w.Write([]byte("an answer"))
				return
			}
			w.Header().Set("Location", third.URL)
			w.WriteHeader(status)
		})
		if b, err := c.Send(t.Context(), []byte("who was asked about")); fault.CodeOf(err) != fault.PeerAway {
			t.Errorf("%d: %q, %v", status, b, err)
		}
		if here.Load() != 1 {
			t.Errorf("%d: %d requests at %s", status, here.Load(), s.URL)
		}
	}
	if elsewhere.Load() != 0 {
		t.Fatalf("%d letters went to a third place", elsewhere.Load())
	}
}

func TestAPanicCostsOneLetter(t *testing.T) {
	e := answering(t, func(_ context.Context, _ agreement.PartyID, letter []byte) ([]byte, error) {
		if bytes.Equal(letter, []byte("boom")) {
			panic("a defect")
		}
		return letter, nil
	})
	if _, err := e.usual().Send(t.Context(), []byte("boom")); fault.CodeOf(err) != fault.PeerAway {
		t.Fatalf("%v", err)
	}
	e.alive()
}
