package desk_test

import (
	"bufio"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/mail"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/entente-net/entente/internal/notice"
)

// mailbox is a mail server on this machine that takes letters after STARTTLS alone.
type mailbox struct {
	mu      sync.Mutex
	letters []string // each with its envelope's addressee before it
	address string
	roots   *x509.CertPool
}

func newMailbox(t *testing.T) *mailbox {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	about := &x509.Certificate{
		SerialNumber: big.NewInt(1), NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
		IsCA: true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, about, about, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	b := &mailbox{address: ln.Addr().String(), roots: x509.NewCertPool()}
	b.roots.AddCert(cert)
	conf := &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key}}, MinVersion: tls.VersionTLS12}
	var serving sync.WaitGroup
	serving.Go(func() {
		for {
			c, err := ln.Accept()
			if err != nil {
				return
			}
			serving.Go(func() { b.serve(c, conf) })
		}
	})
	t.Cleanup(func() {
		_ = ln.Close()
		serving.Wait()
	})
	return b
}

// serve speaks as much of RFC 5321 as a sender needs.
func (b *mailbox) serve(c net.Conn, conf *tls.Config) {
	defer func() { _ = c.Close() }()
	_ = c.SetDeadline(time.Now().Add(time.Minute))
	r := bufio.NewReader(c)
	say := func(s string) { _, _ = fmt.Fprintf(c, "%s\r\n", s) }
	say("220 mailbox")
	secure, addressee := false, ""
	for {
		line, err := r.ReadString('\n')
		if err != nil {
			return
		}
		switch verb := strings.ToUpper(strings.Fields(line + " x")[0]); {
		case verb == "EHLO" && !secure:
			say("250-mailbox")
			say("250 STARTTLS")
		case verb == "EHLO":
			say("250 mailbox")
		case verb == "STARTTLS":
			say("220 go on")
			over := tls.Server(c, conf)
			if over.Handshake() != nil {
				return
			}
			c, r, secure = over, bufio.NewReader(over), true
		case !secure:
			say("530 STARTTLS first")
		case verb == "RCPT":
			addressee = strings.TrimSpace(line)
			say("250 ok")
		case verb == "DATA":
			say("354 go on")
			var letter strings.Builder
			for {
				l, err := r.ReadString('\n')
				if err != nil {
					return
				}
				if l == ".\r\n" {
					break
				}
				letter.WriteString(l)
			}
			b.mu.Lock()
			b.letters = append(b.letters, addressee+"\n"+letter.String())
			b.mu.Unlock()
			say("250 taken")
		case verb == "QUIT":
			say("221 bye")
			return
		default:
			say("250 ok")
		}
	}
}

func (b *mailbox) all() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return append([]string(nil), b.letters...)
}

// What waits for a person is told once, on a page and by a letter that says nothing of what it is.
func TestNotices(t *testing.T) {
	box := newMailbox(t)
	server := &notice.Server{Address: box.address, From: "entente@belmark.example", Desk: "https://desk.belmark.example", TLS: &tls.Config{RootCAs: box.roots, ServerName: "127.0.0.1", MinVersion: tls.VersionTLS12}}
	if err := server.Check(); err != nil {
		t.Fatal(err)
	}
	w := newTownWith(t, northgate(t), server)
	judge := w.as("belmark", "Judge Vantor")
	judge.get("/notices")
	judge.reads(200, "You have looked at all notices", "Nothing was told you yet.")
	judge.follow("How you are told")
	judge.press("Keep it", "mode", "now", "address", "Vantor <v@court.example>")
	judge.reads(400, "is no e-mail address")
	judge.press("Keep it", "address", "v@court.example")
	judge.reads(200, "It is kept")

	asking := w.as("arland", "Pia Anselm")
	asking.get("/open/northgate/assistance/request")
	asking.press("Read it over", request...)
	asking.press("Sign and send")
	asking.reads(200)
	w.settle()
	for range 2 { // each thing once, however often is asked
		if err := w.Node("belmark").Tell(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	letters := box.all()
	if len(letters) != 1 {
		t.Fatalf("%d letters came: %v", len(letters), letters)
	}
	to, letter, _ := strings.Cut(letters[0], "\n")
	m, err := mail.ReadMessage(strings.NewReader(letter))
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(base64.NewDecoder(base64.StdEncoding, m.Body))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(to, "v@court.example") || !strings.Contains(string(body), "Something waits for you at the desk of Kingdom of Belmark, under Article 7") ||
		!strings.Contains(string(body), "https://desk.belmark.example/notices") {
		t.Errorf("%s: %s", to, body)
	}
	for _, secret := range []string{"Ilyan", "Voss", "lorries", "Vantor", "Anselm", "Smuggling"} {
		if strings.Contains(string(body), secret) || strings.Contains(letter, secret) {
			t.Errorf("the letter says %q", secret)
		}
	}
	judge.get("/notices")
	judge.reads(200, "One notice that you have not looked at", "Waits for you", "Article 7")
	judge.press("I have looked at all of them")
	judge.reads(200, "You have looked at all notices", "All notices are marked")
	w.pass(7*24*time.Hour + 12*time.Hour) // of the eight days that a judge has, less than one is left
	if err := w.Node("belmark").Tell(context.Background()); err != nil {
		t.Fatal(err)
	}
	judge.get("/notices")
	judge.reads(200, "One notice that you have not looked at", "Its time is near")
	if n := len(box.all()); n != 2 {
		t.Errorf("%d letters came", n)
	}
	asking.get("/notices")
	asking.lacks("Its time is near")
}
