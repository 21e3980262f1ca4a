package peer

import (
	"context"
	"crypto/ed25519"
	"crypto/tls"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
)

// anyone takes every key for arland's.
type anyone struct{}

func (anyone) PartyOf(Pin) (agreement.PartyID, bool) { return "arland", true }

func slowCertificate(t *testing.T) tls.Certificate {
	t.Helper()
	_, key, err := ed25519.GenerateKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	c, err := Certificate(key)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// hurried is a server as it is, but with bounds that a test can wait for.
func hurried(t *testing.T, handle Handler) *Server {
	t.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := newServer(ln, slowCertificate(t), anyone{}, handle, slog.New(slog.DiscardHandler))
	for _, d := range []*time.Duration{&s.http.ReadHeaderTimeout, &s.http.ReadTimeout, &s.http.WriteTimeout, &s.http.IdleTimeout} {
		if *d <= 0 || *d > 5*time.Minute {
			t.Fatalf("a bound of %s", *d)
		}
		*d = 300 * time.Millisecond
	}
	s.run(slog.New(slog.DiscardHandler))
	t.Cleanup(func() {
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		_ = s.Close(ctx)
	})
	return s
}

// closes demands that the other side ends the connection before the deadline.
func closes(t *testing.T, c net.Conn, what string) {
	t.Helper()
	if err := c.SetReadDeadline(time.Now().Add(5 * time.Second)); err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(io.Discard, c); errors.Is(err, os.ErrDeadlineExceeded) {
		t.Fatalf("%s: the connection stays open", what)
	}
}

func TestWhoSaysNothingIsPutDown(t *testing.T) {
	s := hurried(t, nil)
	mute, err := net.Dial("tcp", s.Addr())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = mute.Close() }()
	closes(t, mute, "no handshake")

	// (What comes between the handshake and the preface of HTTP/2 has a bound of ten seconds in the standard library.)
	c, err := tls.Dial("tcp", s.Addr(), &tls.Config{Certificates: []tls.Certificate{slowCertificate(t)}, InsecureSkipVerify: true, NextProtos: []string{"h2"}})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = c.Close() }()
	if _, err := c.Write([]byte("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\x00\x00\x00\x04\x00\x00\x00\x00\x00")); err != nil {
		t.Fatal(err)
	}
	closes(t, c, "an idle line")
}

// drip gives a byte now and then, for ever.
type drip struct{ ctx context.Context }

func (d drip) Read(p []byte) (int, error) {
	select {
	case <-d.ctx.Done():
		return 0, io.ErrUnexpectedEOF
	case <-time.After(50 * time.Millisecond):
		p[0] = 'x'
		return 1, nil
	}
}

func slowClient(t *testing.T) *http.Client {
	tr := &http.Transport{Protocols: onlyHTTP2(), TLSClientConfig: &tls.Config{
		Certificates: []tls.Certificate{slowCertificate(t)}, InsecureSkipVerify: true, NextProtos: []string{"h2"},
	}}
	t.Cleanup(tr.CloseIdleConnections)
	return &http.Client{Transport: tr}
}

func TestALetterThatDripsIsCutOff(t *testing.T) {
	heard := make(chan struct{}, 1)
	s := hurried(t, func(_ context.Context, _ agreement.PartyID, letter []byte) ([]byte, error) {
		heard <- struct{}{}
		return letter, nil
	})
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://"+s.Addr()+letterPath, drip{ctx})
	if err != nil {
		t.Fatal(err)
	}
	resp, err := slowClient(t).Do(req)
	if err == nil {
		_ = resp.Body.Close()
		if resp.StatusCode == http.StatusOK {
			t.Fatal("a letter without an end was answered")
		}
	}
	if ctx.Err() != nil {
		t.Fatal("the letter was read for as long as it dripped")
	}
	select {
	case <-heard:
		t.Fatal("a letter without an end was read")
	default:
	}
}

func TestAnAnswerThatNobodyFetchesIsCutOff(t *testing.T) {
	left := make(chan struct{})
	s := hurried(t, func(ctx context.Context, _ agreement.PartyID, _ []byte) ([]byte, error) {
		context.AfterFunc(ctx, func() { close(left) })
		return make([]byte, MaxLetter), nil // more than the other side lets in without reading
	})
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "https://"+s.Addr()+letterPath, http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := slowClient(t).Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	select {
	case <-left:
	case <-time.After(5 * time.Second):
		t.Fatal("the answer waits for its reader for ever")
	}
}
