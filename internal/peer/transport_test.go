package peer_test

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/peer"
)

// pinned is a trust list that a test can change.
type pinned struct {
	mu sync.Mutex
	m  map[peer.Pin]agreement.PartyID
}

func (p *pinned) PartyOf(pin peer.Pin) (agreement.PartyID, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	party, ok := p.m[pin]
	return party, ok
}

func (p *pinned) set(pin peer.Pin, party agreement.PartyID) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if party == "" {
		delete(p.m, pin)
		return
	}
	p.m[pin] = party
}

func certificate(t *testing.T) tls.Certificate {
	t.Helper()
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	c, err := peer.Certificate(key)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// ends are two nodes: belmark listens, arland writes.
type ends struct {
	t                *testing.T
	server           *peer.Server
	arland, belmark  tls.Certificate
	pins             *pinned
	mu               sync.Mutex
	letters, senders []string
}

func listen(t *testing.T) net.Listener {
	t.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	return ln
}

// answering starts the server; nil echoes every letter.
func answering(t *testing.T, handle peer.Handler) *ends {
	t.Helper()
	e := &ends{t: t, arland: certificate(t), belmark: certificate(t)}
	e.pins = &pinned{m: map[peer.Pin]agreement.PartyID{peer.PinOf(e.arland.Leaf): "arland"}}
	if handle == nil {
		handle = func(_ context.Context, _ agreement.PartyID, letter []byte) ([]byte, error) { return letter, nil }
	}
	e.server = peer.Serve(listen(t), e.belmark, e.pins, func(ctx context.Context, from agreement.PartyID, letter []byte) ([]byte, error) {
		e.mu.Lock()
		e.senders, e.letters = append(e.senders, string(from)), append(e.letters, string(letter[:min(len(letter), 100)]))
		e.mu.Unlock()
		return handle(ctx, from, letter)
	}, slog.New(slog.DiscardHandler))
	t.Cleanup(func() { closeNow(t, e.server) })
	return e
}

func closeNow(t *testing.T, s *peer.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if err := s.Close(ctx); err != nil && !errors.Is(err, net.ErrClosed) {
		t.Error(err)
	}
}

// dial is a client with this key, which expects that one.
func (e *ends) dial(own tls.Certificate, want tls.Certificate) *peer.Client {
	c := peer.Dial(own, "belmark", e.server.Addr(), peer.PinOf(want.Leaf), 5*time.Second)
	e.t.Cleanup(c.Close)
	return c
}

func (e *ends) usual() *peer.Client { return e.dial(e.arland, e.belmark) }

func (e *ends) heard() int {
	e.mu.Lock()
	defer e.mu.Unlock()
	return len(e.letters)
}

// alive demands that a letter still gets its answer.
func (e *ends) alive() {
	e.t.Helper()
	if b, err := e.usual().Send(e.t.Context(), []byte("are you there")); err != nil || string(b) != "are you there" {
		e.t.Fatalf("the server serves no more: %q, %v", b, err)
	}
}

func TestALetterAndItsAnswer(t *testing.T) {
	e := answering(t, nil)
	c := e.usual()
	if c.Party() != "belmark" {
		t.Fatal(c.Party())
	}
	for _, letter := range []string{"", "a", strings.Repeat("long ", 1<<18)} {
		b, err := c.Send(t.Context(), []byte(letter))
		if err != nil || string(b) != letter {
			t.Fatalf("%d bytes: %d, %v", len(letter), len(b), err)
		}
	}
	if e.senders[0] != "arland" {
		t.Fatalf("the letter came from %q", e.senders[0])
	}
}

func TestManyLettersAtOnce(t *testing.T) {
	e := answering(t, nil)
	c := e.usual()
	var sending sync.WaitGroup
	for i := range 32 {
		sending.Go(func() {
			letter := bytes.Repeat([]byte{byte(i)}, 100_000)
			if b, err := c.Send(t.Context(), letter); err != nil || !bytes.Equal(b, letter) {
				t.Errorf("letter %d: %d bytes, %v", i, len(b), err)
			}
		})
	}
	sending.Wait()
}

func TestOnlyPinnedKeys(t *testing.T) {
	e := answering(t, nil)
	stranger := certificate(t)
	if _, err := e.dial(stranger, e.belmark).Send(t.Context(), []byte("x")); fault.CodeOf(err) != fault.PeerAway {
		t.Errorf("a stranger's key: %v", err)
	}
	_, err := e.dial(e.arland, stranger).Send(t.Context(), []byte("x"))
	if fault.CodeOf(err) != fault.UnknownKey {
		t.Errorf("the server has another key: %v", err)
	}
	var f *fault.Error
	if errors.As(err, &f) && f.Remedy == "" {
		t.Error("no word on what to do about another key")
	}
	if e.heard() != 0 {
		t.Fatalf("letters were read: %v", e.letters)
	}
	e.alive()
}

func TestARevokedPinLosesItsConnectionAtTheNextLetter(t *testing.T) {
	e := answering(t, nil)
	c := e.usual()
	if _, err := c.Send(t.Context(), []byte("one")); err != nil {
		t.Fatal(err)
	}
	e.pins.set(peer.PinOf(e.arland.Leaf), "")
	if _, err := c.Send(t.Context(), []byte("two")); fault.CodeOf(err) != fault.UnknownKey {
		t.Fatalf("on the open connection: %v", err)
	}
	if _, err := e.usual().Send(t.Context(), []byte("three")); fault.CodeOf(err) != fault.PeerAway {
		t.Fatalf("on a new one: %v", err)
	}
	if e.heard() != 1 {
		t.Fatalf("a revoked key was heard: %v", e.letters)
	}
	e.pins.set(peer.PinOf(e.arland.Leaf), "chelmia") // whose the key is, is asked for each letter
	if _, err := c.Send(t.Context(), []byte("four")); err != nil || e.senders[1] != "chelmia" {
		t.Fatalf("%v, %v", e.senders, err)
	}
}

func TestRefusalsTravelInHeaders(t *testing.T) {
	var refusal error
	e := answering(t, func(_ context.Context, _ agreement.PartyID, letter []byte) ([]byte, error) {
		if string(letter) == "are you there" {
			return letter, nil
		}
		return nil, refusal
	})
	c := e.usual()
	for _, x := range []struct {
		name    string
		refusal error
		code    fault.Code
		says    string
	}{
		{"with an article", fault.Refuse(fault.WrongRole, "7", "the step belongs to a judge").Mend("ask a judge"), fault.WrongRole, "Article 7: the step belongs to a judge"},
		{"with what no header bears", fault.New(fault.Malformed, "a\r\nEntente-Code: internal\x00 é\x7f"), fault.Malformed, "a  Entente-Code: internal"},
		{"long", fault.New(fault.Malformed, "%s", strings.Repeat("long ", 1000)), fault.Malformed, "long long"},
		{"too large", fault.New(fault.TooLarge, "too many items"), fault.TooLarge, "too many items"},
		{"internal", fault.New(fault.Internal, "a defect").Wrap(errors.New("/var/lib/secret")), fault.PeerAway, ""},
		{"no fault", fmt.Errorf("reading /var/lib/secret"), fault.PeerAway, ""},
		{"full", fault.New(fault.StoreFull, "the disk is full"), fault.PeerAway, ""},
		{"stopping", fault.New(fault.Unavailable, "stopping"), fault.PeerAway, ""},
	} {
		refusal = x.refusal
		b, err := c.Send(t.Context(), []byte("x"))
		if b != nil || fault.CodeOf(err) != x.code || !strings.Contains(err.Error(), x.says) {
			t.Errorf("%s: %q, %v", x.name, b, err)
			continue
		}
		if len(err.Error()) > 700 || strings.ContainsAny(err.Error(), "\r\n\x00\x7f") || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: %q", x.name, err)
		}
	}
	e.alive()
}

func TestLargeLetters(t *testing.T) {
	var answer []byte
	e := answering(t, func(_ context.Context, _ agreement.PartyID, letter []byte) ([]byte, error) {
		if string(letter) == "are you there" {
			return letter, nil
		}
		return answer, nil
	})
	c := e.usual()
	if _, err := c.Send(t.Context(), make([]byte, peer.MaxLetter)); err != nil {
		t.Fatalf("the largest letter that there may be: %v", err)
	}
	if _, err := c.Send(t.Context(), make([]byte, peer.MaxLetter+1)); fault.CodeOf(err) != fault.TooLarge {
		t.Fatalf("a letter that is too large: %v", err)
	}
	if e.heard() != 1 {
		t.Fatalf("%d letters were heard", e.heard())
	}
	answer = make([]byte, peer.MaxLetter)
	if b, err := c.Send(t.Context(), []byte("x")); err != nil || len(b) != peer.MaxLetter {
		t.Fatalf("the largest answer that there may be: %d bytes, %v", len(b), err)
	}
	answer = append(answer, 0)
	if _, err := c.Send(t.Context(), []byte("x")); fault.CodeOf(err) != fault.TooLarge {
		t.Fatalf("an answer that is too large: %v", err)
	}
	e.alive()
}

func TestNobodyThere(t *testing.T) {
	ln := listen(t)
	if err := ln.Close(); err != nil {
		t.Fatal(err)
	}
	c := peer.Dial(certificate(t), "belmark", ln.Addr().String(), peer.PinOf(certificate(t).Leaf), time.Second)
	if _, err := c.Send(t.Context(), []byte("x")); fault.CodeOf(err) != fault.PeerAway || errors.Unwrap(err) == nil {
		t.Fatalf("%v", err)
	}
}

func TestClosingLetsLettersUnderWayLand(t *testing.T) {
	begun, land := make(chan struct{}), make(chan struct{})
	e := answering(t, func(_ context.Context, _ agreement.PartyID, letter []byte) ([]byte, error) {
		close(begun)
		<-land
		return letter, nil
	})
	answer := make(chan error, 1)
	go func() {
		_, err := e.usual().Send(context.Background(), []byte("the last letter"))
		answer <- err
	}()
	<-begun
	closed := make(chan error, 1)
	go func() { closed <- e.server.Close(t.Context()) }()
	select {
	case err := <-closed:
		t.Fatalf("closed over a letter under way: %v", err)
	case <-time.After(50 * time.Millisecond):
	}
	close(land)
	if err := <-answer; err != nil {
		t.Fatalf("the letter under way: %v", err)
	}
	if err := <-closed; err != nil {
		t.Fatal(err)
	}
	if _, err := e.usual().Send(t.Context(), []byte("x")); fault.CodeOf(err) != fault.PeerAway {
		t.Fatalf("after closing: %v", err)
	}
}
