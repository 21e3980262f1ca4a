package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/client"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/api"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/serve"
)

// runFile says, below a node's folder, how to reach the process that runs it. Only the node's own user may
// read it: whoever has its token looks after the node.
const runFile = "run/admin.json"

type running struct {
	Address string    `json:"address"` // of the desk: "http://127.0.0.1:8080"
	Token   string    `json:"token"`
	Process int       `json:"process"`
	Started time.Time `json:"started"`
}

func readRunning(dir string) (*running, error) {
	b, err := os.ReadFile(filepath.Join(dir, runFile))
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	} else if err != nil {
		return nil, fault.New(fault.Forbidden, "%s cannot be read: %s", runFile, reason(err)).Mend("run this as the node's own user")
	}
	r := new(running)
	if err := json.Unmarshal(b, r); err != nil || r.Address == "" || r.Token == "" {
		return nil, nil // an unfinished one: nobody runs
	}
	return r, nil
}

// admin reaches a node's admin surface: that of the process that runs it, or, where none does, of the
// folder opened here.
type admin struct {
	base  string
	token string
	http  *http.Client
	live  bool
	home  *node.Home
	close func()
}

// reach finds the running node of a folder, or opens the folder where it does not run.
func (a *app) reach(dir string) (*admin, error) {
	home, err := node.OpenHome(dir)
	if err != nil {
		return nil, err
	}
	if c, err := a.live(home); c != nil || err != nil {
		return c, err
	}
	s, err := serve.Open(a.ctx, dir, serve.Options{})
	if err != nil {
		return nil, err
	}
	const token = "own"
	h := api.Admin(s.Node, api.AdminOptions{Token: token, Desk: "http://" + home.Desk, Backup: s.DB.Backup})
	return &admin{
		base: "http://node", token: token, http: &http.Client{Transport: inside{h}}, home: home,
		close: func() { _ = s.Close() },
	}, nil
}

// reachLive finds the running node of a folder, and refuses where it does not run.
func (a *app) reachLive(dir string) (*admin, error) {
	home, err := node.OpenHome(dir)
	if err != nil {
		return nil, err
	}
	c, err := a.live(home)
	if err == nil && c == nil {
		err = fault.New(fault.Unavailable, "the node in %s does not run", dir).Mend("start it with entente node serve %s", dir)
	}
	return c, err
}

// live gives nil where no process answers: what an interrupted one left behind does not count.
func (a *app) live(home *node.Home) (*admin, error) {
	r, err := readRunning(home.Dir)
	if r == nil || err != nil {
		return nil, err
	}
	c := &admin{base: r.Address, token: r.Token, http: &http.Client{}, live: true, home: home, close: func() {}}
	_, err = adminGet[api.Health](a.ctx, c, "/admin/health")
	switch fault.CodeOf(err) {
	case "":
		return c, nil
	case fault.PeerAway, fault.Unauthorised, fault.NotFound: // nobody, or another program on that port
		return nil, nil
	}
	return nil, err
}

func adminGet[O any](ctx context.Context, c *admin, path string) (*O, error) {
	return adminCall[O](ctx, c, http.MethodGet, path, nil)
}

func adminPost[O any](ctx context.Context, c *admin, path string, in any) (*O, error) {
	if in == nil {
		in = struct{}{}
	}
	return adminCall[O](ctx, c, http.MethodPost, path, in)
}

func adminCall[O any](ctx context.Context, c *admin, method, path string, in any) (*O, error) {
	var body io.Reader
	if in != nil {
		b, err := json.Marshal(in)
		if err != nil {
			return nil, err
		}
		body = bytes.NewReader(b)
	}
	resp, err := c.do(ctx, method, path, body)
	if err != nil {
		return nil, err
	}
	defer func() { _ = resp.Body.Close() }()
	out := new(O)
	if err := json.NewDecoder(resp.Body).Decode(out); err != nil {
		return nil, fault.New(fault.Unavailable, "the node's answer cannot be read").Wrap(err)
	}
	return out, nil
}

func (c *admin) do(ctx context.Context, method, path string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, method, c.base+path, body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+c.token)
	req.Header.Set("Content-Type", "application/json")
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, fault.New(fault.PeerAway, "the node at %s does not answer", c.base).Mend("see whether it still runs").Wrap(err)
	}
	if resp.StatusCode < 300 {
		return resp, nil
	}
	defer func() { _ = resp.Body.Close() }()
	p := &client.Problem{}
	if b, err := io.ReadAll(io.LimitReader(resp.Body, 1<<20)); err == nil {
		_ = json.Unmarshal(b, p)
	}
	p.Status = resp.StatusCode
	return nil, p.Fault()
}

// theAgreement is the one that is named, or the only one that the node has.
func (c *admin) theAgreement(ctx context.Context, id agreement.ID) (agreement.ID, error) {
	if id != "" {
		return id, nil
	}
	h, err := adminGet[api.Health](ctx, c, "/admin/health")
	if err != nil {
		return "", err
	}
	names := make([]string, len(h.Agreements))
	for i, x := range h.Agreements {
		names[i] = string(x.ID)
	}
	only, err := onlyOne(names)
	return agreement.ID(only), err
}

func onlyOne(names []string) (string, error) {
	switch len(names) {
	case 1:
		return names[0], nil
	case 0:
		return "", fault.New(fault.NotFound, "the node has no agreement yet").Mend("take one onto it with entente node adopt")
	}
	return "", usage("the node has several agreements; say --agreement with one of %s", strings.Join(names, ", "))
}

// person gives a client of the API as a person of a running node's staff.
func (c *admin) person(ctx context.Context, who string) (*client.Client, error) {
	t, err := adminPost[api.Token](ctx, c, "/admin/tokens", map[string]any{"person": who, "seconds": 600})
	if err != nil {
		return nil, err
	}
	return client.New(c.base, t.Token, nil)
}

// inside carries requests to a handler in this process, so that a folder without a process answers as one
// with a process does.
type inside struct{ h http.Handler }

func (t inside) RoundTrip(r *http.Request) (*http.Response, error) {
	pr, pw := io.Pipe()
	w := &pipeAnswer{header: http.Header{}, body: pw, ready: make(chan int, 1)}
	req := r.Clone(r.Context())
	req.RemoteAddr, req.RequestURI = "127.0.0.1:0", r.URL.RequestURI()
	if req.Body == nil {
		req.Body = http.NoBody
	}
	go func() {
		defer func() {
			if p := recover(); p != nil {
				_ = pw.CloseWithError(fmt.Errorf("the answer broke off: %v", p))
			}
			w.WriteHeader(http.StatusOK)
			_ = pw.Close()
		}()
		t.h.ServeHTTP(w, req)
	}()
	select {
	case status := <-w.ready:
		return &http.Response{StatusCode: status, Header: w.header.Clone(), Body: pr, Request: r, ProtoMajor: 1, ProtoMinor: 1, ContentLength: -1}, nil
	case <-r.Context().Done():
		_ = pr.Close()
		return nil, r.Context().Err()
	}
}

type pipeAnswer struct {
	header http.Header
	body   *io.PipeWriter
	ready  chan int
	begun  bool
}

func (w *pipeAnswer) Header() http.Header { return w.header }

func (w *pipeAnswer) WriteHeader(status int) {
	if !w.begun {
		w.begun = true
		w.ready <- status
	}
}

func (w *pipeAnswer) Write(b []byte) (int, error) {
	w.WriteHeader(http.StatusOK)
	return w.body.Write(b)
}

// escape makes a path's part of an identifier.
func escape[S ~string](s S) string { return url.PathEscape(string(s)) }

func (a *app) logger(level slog.Level) *slog.Logger {
	o := &slog.HandlerOptions{Level: level}
	if a.json {
		return slog.New(slog.NewJSONHandler(a.errs, o))
	}
	return slog.New(slog.NewTextHandler(a.errs, o))
}
