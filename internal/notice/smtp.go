package notice

import (
	"context"
	"crypto/tls"
	"net"
	"net/smtp"
	"time"

	"github.com/entente-net/entente/fault"
)

// Server is the mail server that takes the letters.
type Server struct {
	Address  string // host:port
	From     string // addr-spec of the sender
	User     string // "": no login
	Password string
	Desk     string      // address of the desk, for the link
	TLS      *tls.Config // nil: the machine's roots, and the host's name
	Plain    bool        // without STARTTLS: to a server on this machine alone
}

// patience is how long one letter may take.
const patience = time.Minute

// Check refuses a server that cannot be meant. Errors: invalid.
func (s *Server) Check() error {
	host, _, err := net.SplitHostPort(s.Address)
	if err != nil {
		return fault.New(fault.Invalid, "%q is no address of a mail server", s.Address).Mend("write it as mail.example.org:587")
	}
	if ip := net.ParseIP(host); s.Plain && (ip == nil || !ip.IsLoopback()) {
		return fault.New(fault.Forbidden, "letters go in the clear to a server on this machine alone").Mend("let it take STARTTLS")
	}
	if err := CheckAddress(s.From); err != nil {
		return err
	}
	return CheckDesk(s.Desk)
}

// Send hands one letter over (RFC 5321), after STARTTLS (RFC 3207) unless the server is one on this machine. An error is one to
// try again after.
func (s *Server) Send(ctx context.Context, to, letter string) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	var d net.Dialer
	conn, err := d.DialContext(ctx, "tcp", s.Address)
	if err != nil {
		return fault.New(fault.Unavailable, "the mail server does not answer").Wrap(err)
	}
	defer func() { _ = conn.Close() }()
	if at, ok := ctx.Deadline(); ok {
		if err := conn.SetDeadline(at); err != nil {
			return fault.New(fault.Unavailable, "the line to the mail server cannot be used").Wrap(err)
		}
	}
	host, _, _ := net.SplitHostPort(s.Address)
	if err := s.speak(conn, host, to, letter); err != nil {
		return fault.New(fault.Unavailable, "the mail server did not take the letter").Wrap(err)
	}
	return nil
}

func (s *Server) speak(conn net.Conn, host, to, letter string) error {
	c, err := smtp.NewClient(conn, host)
	if err != nil {
		return err
	}
	if !s.Plain {
		if ok, _ := c.Extension("STARTTLS"); !ok {
			return fault.New(fault.Forbidden, "the mail server offers no STARTTLS").Mend("let it, or choose another")
		}
		conf := &tls.Config{ServerName: host, MinVersion: tls.VersionTLS12}
		if s.TLS != nil {
			conf = s.TLS.Clone()
		}
		if err := c.StartTLS(conf); err != nil {
			return err
		}
	}
	if s.User != "" {
		if err := c.Auth(smtp.PlainAuth("", s.User, s.Password, host)); err != nil {
			return err
		}
	}
	if err := c.Mail(s.From); err != nil {
		return err
	}
	if err := c.Rcpt(to); err != nil {
		return err
	}
	w, err := c.Data()
	if err != nil {
		return err
	}
	if _, err := w.Write([]byte(letter)); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	return c.Quit()
}
