package world

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/serve"
	"github.com/entente-net/entente/seal"
)

// EnvChild tells a test binary that it is to be a node's process: "DIR LISTEN CONTROL".
const EnvChild = "ENTENTE_WORLD_CHILD"

// Process is one node in a process of its own, that can be killed at any instant. Acts are asked for over a small
// control port, since what is tested is the node and not its API.
type Process struct {
	Party   agreement.PartyID
	Dir     string
	Listen  string
	control string
	cmd     *exec.Cmd
	http    http.Client
}

// controlAct is what the control port takes and gives.
type controlAct struct {
	Person  auth.PersonID     `json:"person"`
	Step    node.StepRequest  `json:"step"`
	Ask     node.AskRequest   `json:"ask"`
	Case    casework.CaseID   `json:"case"`
	Code    fault.Code        `json:"code"`
	Message string            `json:"message"`
	Act     seal.Digest       `json:"act"`
	Number  uint64            `json:"number"`
	Queued  bool              `json:"queued"`
	State   agreement.StateID `json:"state"`
	Hits    int               `json:"hits"`
	Acts    []HeldAct         `json:"acts"`
	Waiting int               `json:"waiting"`
}

// HeldAct is one act as a node holds it.
type HeldAct struct {
	Digest seal.Digest `json:"digest"`
	Number uint64      `json:"number"`
	Status string      `json:"status"`
}

// Child is the process: a node and its control port, until it is killed.
func Child(dir, listen, control string) error {
	ctx := context.Background()
	level := slog.LevelError
	if os.Getenv("ENTENTE_LOG") != "" {
		level = slog.LevelDebug
	}
	log := slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: level})).With("node", filepath.Base(dir))
	s, err := serve.Open(ctx, dir, serve.Options{Log: log, Node: node.Config{Cadence: 100 * time.Millisecond, MaxWait: 300 * time.Millisecond}})
	if err != nil {
		return err
	}
	ln, err := net.Listen("tcp", listen)
	if err != nil {
		return err
	}
	if err := s.Start(ln); err != nil {
		return err
	}
	mux := http.NewServeMux()
	serveControl := func(path string, fn func(ctx context.Context, who node.Who, in *controlAct) error) {
		mux.HandleFunc("POST "+path, func(w http.ResponseWriter, r *http.Request) {
			var in controlAct
			d := json.NewDecoder(r.Body)
			d.UseNumber()
			err := d.Decode(&in)
			var who node.Who
			if err == nil && in.Person != "" {
				who, err = s.Node.Auth().Person(r.Context(), in.Person)
			}
			if err == nil {
				err = fn(r.Context(), who, &in)
			}
			if err != nil {
				in.Code, in.Message = fault.CodeOf(err), fmt.Sprintf("%v: %v", err, errors.Unwrap(err))
			}
			_ = json.NewEncoder(w).Encode(in)
		})
	}
	serveControl("/step", func(ctx context.Context, who node.Who, in *controlAct) error {
		res, err := s.Node.Step(ctx, who, in.Step)
		if err == nil {
			in.Case, in.Act, in.Number, in.Queued, in.State = res.Case, res.Act, res.Number, res.Queued, res.State
		}
		return err
	})
	serveControl("/ask", func(ctx context.Context, who node.Who, in *controlAct) error {
		res, err := s.Node.Ask(ctx, who, in.Ask)
		for _, r := range res {
			in.Hits += len(r.Hits)
		}
		return err
	})
	serveControl("/case", func(ctx context.Context, who node.Who, in *controlAct) error {
		v, err := s.Node.Case(ctx, who, in.Case)
		if err != nil {
			return err
		}
		in.State = v.State
		for _, a := range v.Acts {
			in.Acts = append(in.Acts, HeldAct{a.Digest, a.Number, a.Status})
		}
		return nil
	})
	serveControl("/waiting", func(ctx context.Context, _ node.Who, in *controlAct) error {
		n, err := s.Node.Undelivered(ctx)
		in.Waiting = n
		return err
	})
	mux.HandleFunc("GET /evidence", func(w http.ResponseWriter, r *http.Request) {
		if err := s.Node.Evidence(r.Context(), agreement.ID(r.URL.Query().Get("agreement")), w); err != nil {
			panic(http.ErrAbortHandler)
		}
	})
	cl, err := net.Listen("tcp", control)
	if err != nil {
		return err
	}
	return http.Serve(cl, mux) //nolint:gosec // loopback, killed by its parent
}

// NewProcess prepares a process for a member of a world whose own node is stopped.
func NewProcess(m *Member) (*Process, error) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	defer func() { _ = ln.Close() }()
	return &Process{Party: m.Party, Dir: m.Dir, Listen: m.Listen, control: ln.Addr().String(), http: http.Client{Timeout: 20 * time.Second}}, nil
}

// Start starts the process and waits until it answers.
func (p *Process) Start() error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	p.cmd = exec.Command(self)
	p.cmd.Env = append(os.Environ(), EnvChild+"="+p.Dir+" "+p.Listen+" "+p.control)
	p.cmd.Stderr = os.Stderr
	if err := p.cmd.Start(); err != nil {
		return err
	}
	return Await(context.Background(), 20*time.Second, func() (bool, error) {
		_, err := p.Call("/waiting", controlAct{})
		return err == nil, err
	})
}

// Kill kills the process as a power cut would: nothing in it runs any more.
func (p *Process) Kill() {
	if p.cmd != nil && p.cmd.Process != nil {
		_ = p.cmd.Process.Kill()
		_ = p.cmd.Wait()
		p.cmd = nil
		p.http.CloseIdleConnections()
	}
}

// Process gives the running process, to stop and continue it.
func (p *Process) Process() *os.Process { return p.cmd.Process }

// Call asks the control port. The error is one of the line; a refusal stands in the answer.
func (p *Process) Call(path string, in controlAct) (*controlAct, error) {
	b, err := json.Marshal(in)
	if err != nil {
		return nil, err
	}
	resp, err := p.http.Post("http://"+p.control+path, "application/json", bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	defer func() { _ = resp.Body.Close() }()
	var out controlAct
	if err := json.NewDecoder(resp.Body).Decode(&out); err != nil {
		return nil, err
	}
	return &out, nil
}

// Evidence writes the node's evidence bundle to a file beside its folder.
func (p *Process) Evidence(id agreement.ID) (string, error) {
	resp, err := p.http.Get("http://" + p.control + "/evidence?agreement=" + string(id))
	if err != nil {
		return "", err
	}
	defer func() { _ = resp.Body.Close() }()
	path := filepath.Clean(p.Dir) + ".evidence"
	f, err := os.Create(path)
	if err != nil {
		return "", err
	}
	_, err = io.Copy(f, resp.Body)
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	return path, err
}
