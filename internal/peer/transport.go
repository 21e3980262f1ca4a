package peer

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"regexp"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// MaxLetter is the largest letter that a node reads, in bytes.
const MaxLetter = 8 << 20

const letterPath = "/peer/v1/letter"

// Handler takes a letter from an authenticated party and gives the letter that answers it. An
// error is told to the other side by its code and message only.
type Handler func(ctx context.Context, from agreement.PartyID, letter []byte) ([]byte, error)

// Server is the listening end.
type Server struct {
	http *http.Server
	ln   net.Listener
}

// Serve accepts connections until Close.
func Serve(ln net.Listener, own tls.Certificate, pins Pins, handle Handler, log *slog.Logger) *Server {
	s := newServer(ln, own, pins, handle, log)
	s.run(log)
	return s
}

func newServer(ln net.Listener, own tls.Certificate, pins Pins, handle Handler, log *slog.Logger) *Server {
	mux, room := http.NewServeMux(), &room{used: map[agreement.PartyID]int64{}}
	mux.HandleFunc("POST "+letterPath, func(w http.ResponseWriter, r *http.Request) {
		from, err := partyOf(*r.TLS, pins) // again: the pin may have been revoked since the handshake
		if err != nil {
			refuse(w, err)
			return
		}
		held := &metered{from: r.Body, room: room, party: from}
		defer held.giveBack()
		body, err := readLetter(held, r.ContentLength)
		if err != nil {
			refuse(w, err)
			return
		}
		answer, err := handle(r.Context(), from, body)
		if err != nil {
			log.Info("letter refused", "from", from, "code", fault.CodeOf(err), "why", err)
			refuse(w, err)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write(answer)
	})
	return &Server{ln: ln, http: &http.Server{
		Handler:           mux,
		Protocols:         onlyHTTP2(),
		TLSConfig:         serverTLS(own, pins),
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       60 * time.Second,
		WriteTimeout:      2 * time.Minute, // who does not fetch the answer holds nothing for ever
		IdleTimeout:       5 * time.Minute,
		MaxHeaderBytes:    16 << 10,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelDebug),
		HTTP2: &http.HTTP2Config{
			MaxConcurrentStreams:          1024,
			MaxReceiveBufferPerConnection: 16 << 20,
			MaxReceiveBufferPerStream:     4 << 20,
		},
	}}
}

func (s *Server) run(log *slog.Logger) {
	go func() {
		if err := s.http.ServeTLS(s.ln, "", ""); err != nil && !errors.Is(err, http.ErrServerClosed) {
			log.Error("peer listener ended", "err", err)
		}
	}()
}

func onlyHTTP2() *http.Protocols {
	p := &http.Protocols{}
	p.SetHTTP2(true)
	return p
}

// Addr is the address that the server listens on.
func (s *Server) Addr() string { return s.ln.Addr().String() }

// Close stops listening, and waits for the letters under way until ctx ends.
func (s *Server) Close(ctx context.Context) error {
	if err := s.http.Shutdown(ctx); err != nil {
		return s.http.Close()
	}
	return nil
}

func readLetter(r io.Reader, size int64) ([]byte, error) {
	if size > MaxLetter {
		return nil, fault.New(fault.TooLarge, "a letter of %d bytes; at most %d are read", size, MaxLetter).Mend("send fewer items in one letter")
	}
	var buf bytes.Buffer
	if size > 0 {
		buf.Grow(int(min(size, 64<<10)) + bytes.MinRead) // what is announced is not there yet
	}
	if _, err := buf.ReadFrom(io.LimitReader(r, MaxLetter+1)); err != nil {
		if f := (*fault.Error)(nil); errors.As(err, &f) {
			return nil, f
		}
		return nil, fault.New(fault.Malformed, "the letter broke off after %d bytes", buf.Len()).Wrap(err)
	}
	if buf.Len() > MaxLetter {
		return nil, fault.New(fault.TooLarge, "a letter of more than %d bytes", MaxLetter).Mend("send fewer items in one letter")
	}
	return buf.Bytes(), nil
}

// Refusals of a whole letter travel in headers: the body is reserved for signed letters, and
// nothing that is not signed is ever taken for one.
func refuse(w http.ResponseWriter, err error) {
	code := fault.CodeOf(err)
	message := "internal error"
	var f *fault.Error
	if errors.As(err, &f) {
		message = (&fault.Error{Article: f.Article, Message: f.Message}).Error() // the remedy is the reader's own node's to give
	}
	w.Header().Set("Entente-Code", string(code))
	w.Header().Set("Entente-Message", headerText(message))
	status := http.StatusUnprocessableEntity
	switch code {
	case fault.Internal, fault.StoreFull, fault.Unavailable:
		status = http.StatusServiceUnavailable
	case fault.TooLarge:
		status = http.StatusRequestEntityTooLarge
	}
	w.WriteHeader(status)
}

// codeForm is how a code is written; anything else is not repeated.
var codeForm = regexp.MustCompile(`^[a-z][a-z-]{0,39}$`)

// headerText makes text fit for a header, and what came in one fit for a log.
func headerText(s string) string {
	out := []byte(s)
	if len(out) > 512 {
		out = out[:512]
	}
	for i, b := range out {
		if b < 0x20 || b > 0x7e {
			out[i] = ' '
		}
	}
	return string(out)
}

// Client sends letters to one party.
type Client struct {
	party agreement.PartyID
	url   string
	http  *http.Client
}

// Dial prepares a client; the connection is made when the first letter goes out and made again
// whenever it was lost.
func Dial(own tls.Certificate, party agreement.PartyID, address string, pin Pin, timeout time.Duration) *Client {
	transport := &http.Transport{
		TLSClientConfig:       clientTLS(own, pin),
		Protocols:             onlyHTTP2(),
		MaxIdleConnsPerHost:   2,
		IdleConnTimeout:       5 * time.Minute,
		TLSHandshakeTimeout:   timeout,
		ResponseHeaderTimeout: timeout,
		DialContext:           (&net.Dialer{Timeout: timeout, KeepAlive: 15 * time.Second}).DialContext,
		HTTP2: &http.HTTP2Config{
			SendPingTimeout:               10 * time.Second, // a dead line is noticed, not waited for
			PingTimeout:                   5 * time.Second,
			MaxReceiveBufferPerConnection: 16 << 20,
			MaxReceiveBufferPerStream:     4 << 20,
		},
	}
	return &Client{party: party, url: "https://" + address + letterPath, http: &http.Client{
		Transport: transport, Timeout: timeout,
		// A letter goes to the node whose key is pinned, or nowhere: the other side sends it to no third place.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
}

// Party is whom the client reaches.
func (c *Client) Party() agreement.PartyID { return c.party }

// Send gives the letter that answers this one. The error is peer-away where the other node could
// not be reached or did not finish its answer, and the other node's own refusal otherwise.
func (c *Client) Send(ctx context.Context, letter []byte) ([]byte, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.url, bytes.NewReader(letter))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Content-Type", "application/json")
	resp, err := c.http.Do(req)
	if err != nil {
		var f *fault.Error
		if errors.As(err, &f) {
			return nil, f
		}
		return nil, fault.New(fault.PeerAway, "the node of %s does not answer", c.party).Wrap(err)
	}
	defer func() { _ = resp.Body.Close() }()
	if resp.StatusCode != http.StatusOK {
		_, _ = io.Copy(io.Discard, io.LimitReader(resp.Body, 64<<10))
		code := fault.Code(resp.Header.Get("Entente-Code"))
		if !codeForm.MatchString(string(code)) || resp.StatusCode == http.StatusServiceUnavailable {
			return nil, fault.New(fault.PeerAway, "the node of %s could not take the letter now", c.party).
				Wrap(fmt.Errorf("status %d, code %q", resp.StatusCode, code))
		}
		return nil, fault.New(code, "the node of %s refused the letter: %s", c.party, headerText(resp.Header.Get("Entente-Message")))
	}
	body, err := readLetter(resp.Body, resp.ContentLength)
	if err != nil {
		var f *fault.Error
		if errors.As(err, &f) && f.Code == fault.Malformed {
			return nil, fault.New(fault.PeerAway, "the answer of the node of %s broke off", c.party).Wrap(err)
		}
		return nil, err
	}
	return body, nil
}

// Close drops idle connections.
func (c *Client) Close() { c.http.CloseIdleConnections() }
