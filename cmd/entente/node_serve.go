package main

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/api"
	"github.com/entente-net/entente/internal/desk"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/notice"
	"github.com/entente-net/entente/internal/serve"
)

type nodeServeCmd struct {
	Dir        string        `arg:"" name:"DIR" help:"The node's folder."`
	Listen     string        `help:"Where to listen for other nodes, where that is not where they reach it." placeholder:"HOST:PORT"`
	Log        slog.Level    `help:"What to log: debug, info, warn or error." default:"info" placeholder:"LEVEL"`
	Cadence    time.Duration `help:"How often a grown log gets a checkpoint." placeholder:"DURATION"`
	SMTP       string        `help:"The mail server that takes letters to the people of the node, by STARTTLS." placeholder:"HOST:PORT"`
	SMTPFrom   string        `help:"From which address they come." placeholder:"ADDRESS"`
	SMTPUser   string        `help:"As whom to log in there." placeholder:"NAME"`
	SMTPSecret string        `help:"A file with the password." placeholder:"FILE"`
	DeskURL    string        `help:"Where people reach the desk, for the link in letters; as the node's folder says unless stated." placeholder:"URL"`
	RelayAfter time.Duration `help:"How long the home of a case may be silent before an act goes by the depositary." placeholder:"DURATION"`
}

func (c nodeServeCmd) Run(a *app) error {
	quiet()
	if c.Cadence < 0 || c.RelayAfter < 0 {
		return usage("a duration is not negative")
	}
	log := a.logger(c.Log)
	mail, err := c.mail()
	if err != nil {
		return err
	}
	s, err := serve.Open(a.ctx, c.Dir, serve.Options{Log: log, Node: node.Config{Cadence: c.Cadence, RelayAfter: c.RelayAfter, Mail: mail}})
	if err != nil {
		return err
	}
	defer func() {
		if err := s.Close(); err != nil {
			log.Error("the node did not close well", "err", err)
		}
	}()
	return serveNode(a.ctx, s, c.Listen, log, func(run *running, people, peers net.Addr) {
		fmt.Fprintf(a.errs, "entente: the node of %s runs; desk %s, other nodes %s%s\n", s.Home.Party, run.Address, peers, worldNote(s.Home.World))
		if ip := people.(*net.TCPAddr).IP; s.Home.World == agreement.WorldReal && !ip.IsLoopback() {
			log.Warn("the desk speaks plain HTTP beyond this machine; put a proxy with TLS before it", "desk", s.Home.Desk)
		}
	})
}

// mail is the mail server of the node; nil where none is named.
func (c nodeServeCmd) mail() (*notice.Server, error) {
	if c.SMTP == "" {
		return nil, nil
	}
	s := &notice.Server{Address: c.SMTP, From: c.SMTPFrom, User: c.SMTPUser, Desk: c.DeskURL}
	if s.Desk == "" {
		home, err := node.OpenHome(c.Dir)
		if err != nil {
			return nil, err
		}
		s.Desk = "http://" + home.Desk
	}
	if c.SMTPSecret != "" {
		b, err := readFile(c.SMTPSecret, 4096)
		if err != nil {
			return nil, err
		}
		s.Password = strings.TrimSpace(string(b))
	}
	return s, s.Check()
}

// serveNode lets an open node run, for people and for other nodes, until ctx ends. runs hears when both are listened to.
func serveNode(ctx context.Context, s *serve.Serving, listenAt string, log *slog.Logger, runs func(run *running, people, peers net.Addr)) error {
	people, err := listen(s.Home.Desk)
	if err != nil {
		return err
	}
	defer func() { _ = people.Close() }()
	if listenAt == "" {
		listenAt = s.Home.Peer
	}
	peers, err := listen(listenAt)
	if err != nil {
		return err
	}
	if err := s.Start(peers); err != nil {
		return err
	}
	run := &running{Address: "http://" + reachable(people.Addr()), Token: drawToken(), Process: os.Getpid(), Started: time.Now().UTC()}
	h, err := pages(s, run, log)
	if err != nil {
		return err
	}
	if err := writeRunning(s.Home.Dir, run); err != nil {
		return err
	}
	defer func() { _ = os.Remove(filepath.Join(s.Home.Dir, runFile)) }()
	runs(run, people.Addr(), peers.Addr())
	calendar, stop := context.WithCancel(ctx)
	var kept sync.WaitGroup
	kept.Go(func() { s.KeepCalendar(calendar, log) })
	defer kept.Wait()
	defer stop()
	return serveHTTP(ctx, people, h, log)
}

// pages puts together what the desk's address answers.
func pages(s *serve.Serving, run *running, log *slog.Logger) (http.Handler, error) {
	mux := http.NewServeMux()
	mux.Handle("/api/", api.Handler(s.Node, api.Options{Log: log}))
	mux.Handle("/admin/", api.Admin(s.Node, api.AdminOptions{Token: run.Token, Desk: run.Address, Backup: s.DB.Backup, Log: log}))
	h, err := s.Desk(desk.Options{})
	if err != nil {
		return nil, err
	}
	mux.Handle("/", h)
	return mux, nil
}

// serveHTTP serves until ctx ends, then lets what runs finish.
func serveHTTP(ctx context.Context, ln net.Listener, h http.Handler, log *slog.Logger) error {
	server := &http.Server{
		Handler: h, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10,
		ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelDebug),
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(ln) }()
	select {
	case err := <-ended:
		return fault.New(fault.Unavailable, "the desk stopped listening").Wrap(err)
	case <-ctx.Done():
	}
	log.Info("stopping")
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := server.Shutdown(ctx); err != nil && !errors.Is(err, http.ErrServerClosed) {
		_ = server.Close()
	}
	return nil
}

func listen(address string) (net.Listener, error) {
	ln, err := net.Listen("tcp", address)
	if err != nil {
		return nil, fault.New(fault.Unavailable, "nobody can listen on %s", address).
			Mend("another program may hold the port, or the address is not this machine's; see entente node doctor").Wrap(err)
	}
	return ln, nil
}

// reachable turns "every address" into one that can be dialled from this machine.
func reachable(addr net.Addr) string {
	t := *addr.(*net.TCPAddr)
	if t.IP.IsUnspecified() {
		t.IP = net.IPv4(127, 0, 0, 1)
	}
	return t.String()
}

func drawToken() string {
	b := make([]byte, 32)
	_, _ = rand.Read(b) // never fails (crypto/rand, Go 1.24)
	return "ea1_" + base64.RawURLEncoding.EncodeToString(b)
}

// writeRunning leaves the old file or the new one, whole, and never for others to read.
func writeRunning(dir string, r *running) error {
	path := filepath.Join(dir, runFile)
	b, err := json.Marshal(r)
	if err == nil {
		err = os.MkdirAll(filepath.Dir(path), 0o700)
	}
	if err == nil {
		_ = os.Remove(path + ".new") // an interrupted one may have other permissions
		err = os.WriteFile(path+".new", append(b, '\n'), 0o600)
	}
	if err == nil {
		err = os.Rename(path+".new", path)
	}
	if err != nil {
		return fault.New(fault.Internal, "%s cannot be written", runFile).Mend("see that the node may write its folder").Wrap(err)
	}
	return nil
}
