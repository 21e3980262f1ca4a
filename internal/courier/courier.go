package courier

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"net/http"
	"net/netip"
	"syscall"
	"time"

	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/webhook"
)

// Bounds of one errand.
const (
	patience  = 10 * time.Second
	maxHeader = 16 << 10
	maxReply  = 16 << 10
)

// Courier sends for one node. It may be used by several at once.
type Courier struct {
	world string
	http  *http.Client
}

// New makes a courier of a world. roots are whom it trusts; nil: whom the machine does.
func New(world string, roots *x509.CertPool) *Courier {
	c := &Courier{world: world}
	d := &net.Dialer{Timeout: patience, Control: c.control}
	c.http = &http.Client{
		Timeout: patience,
		Transport: &http.Transport{
			Proxy:       nil, // one named in the environment would lead around the look at the address
			DialContext: d.DialContext, TLSClientConfig: &tls.Config{RootCAs: roots, MinVersion: tls.VersionTLS12}, TLSHandshakeTimeout: patience,
			ResponseHeaderTimeout: patience, MaxResponseHeaderBytes: maxHeader, DisableCompression: true, ForceAttemptHTTP2: true,
			MaxIdleConnsPerHost: 1, IdleConnTimeout: 30 * time.Second,
		},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	return c
}

// control looks at each address that is about to be dialled: names are resolved by now.
func (c *Courier) control(_, address string, _ syscall.RawConn) error {
	to, err := netip.ParseAddrPort(address)
	if err != nil || !webhook.Reachable(c.world, to.Addr()) {
		return fault.New(fault.Forbidden, "the address leads to no place of the public network").Mend("name a receiver that the whole network reaches")
	}
	return nil
}

// Post hands a body over and gives the status of the answer; of a redirection too, which is not followed. Errors: invalid and
// forbidden of the address, unavailable where nobody answered.
func (c *Courier) Post(ctx context.Context, address string, header map[string]string, body []byte) (status int, err error) {
	if err := webhook.CheckAddress(c.world, address); err != nil {
		return 0, err
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(body))
	if err != nil {
		return 0, fault.New(fault.Invalid, "the address cannot be used").Wrap(err)
	}
	r.Header.Set("User-Agent", "entente")
	for k, v := range header {
		r.Header.Set(k, v)
	}
	resp, err := c.http.Do(r)
	if err != nil {
		if f := (*fault.Error)(nil); errors.As(err, &f) {
			return 0, f
		}
		return 0, fault.New(fault.Unavailable, "%s", why(err)).Wrap(err)
	}
	defer func() { _ = resp.Body.Close() }()
	_, _ = io.Copy(io.Discard, io.LimitReader(resp.Body, maxReply)) // so that the line can be used again; what it says does not matter
	return resp.StatusCode, nil
}

// why says in a few words what was in the way: the rest may hold addresses of the node's own network.
func why(err error) string {
	var timeout net.Error
	var name *net.DNSError
	var cert *tls.CertificateVerificationError
	switch {
	case errors.As(err, &name):
		return "the receiver's name leads nowhere"
	case errors.As(err, &cert):
		return "the receiver's certificate is not trusted"
	case errors.As(err, &timeout) && timeout.Timeout():
		return "the receiver did not answer in time"
	}
	return "the receiver does not answer"
}
