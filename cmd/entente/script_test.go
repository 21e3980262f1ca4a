package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/entente-net/entente/internal/api"
)

// The scripts in e2e/ are the specification of the commands: each runs this very program, as processes
// of their own.

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"entente": main})
}

func TestScripts(t *testing.T) {
	models, err := filepath.Abs("../../models")
	if err != nil {
		t.Fatal(err)
	}
	excerpt, err := filepath.Abs("../../agreement/testdata/excerpt.md")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "../../e2e",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("MODELS", models)
			e.Setenv("BENCH", filepath.Join(filepath.Dir(models), "bench"))
			e.Setenv("EXCERPT", excerpt)
			e.Setenv("STORIES", filepath.Join(models, "../e2e/scenarios"))
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "get": get, "await": await, "edit": edit, "ports": ports, "setup-world": setupWorld, "start": start, "halt": halt,
			"told-on-nodes": toldOnNodes,
		},
	})
}

// exits CODE COMMAND…: the command ends with exactly this exit code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND [ARG…]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var e *exec.ExitError
		if !errors.As(err, &e) {
			ts.Fatalf("%v", err)
		}
		got = e.ExitCode()
	}
	if got != want {
		ts.Fatalf("it ended with %d, not %d", got, want)
	}
}

// get NAME PATH [FILE]: sets a variable to a member of a JSON document, by default of the last output.
func get(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 || len(args) > 3 {
		ts.Fatalf("usage: get NAME PATH [FILE]")
	}
	file := "stdout"
	if len(args) == 3 {
		file = args[2]
	}
	var v any
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(file)), &v))
	for _, part := range strings.Split(args[1], ".") {
		switch x := v.(type) {
		case map[string]any:
			v = x[part]
		case []any:
			i, err := strconv.Atoi(part)
			ts.Check(err)
			if i >= len(x) {
				ts.Fatalf("%s has %d elements", args[1], len(x))
			}
			v = x[i]
		default:
			v = nil
		}
	}
	if v == nil {
		ts.Fatalf("there is no %s", args[1])
	}
	ts.Setenv(args[0], fmt.Sprint(v))
}

const patience = 20 * time.Second

// await PATTERN COMMAND…: runs the command until what it prints matches, or patience ends.
func await(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: await PATTERN COMMAND [ARG…]")
	}
	pattern, err := regexp.Compile("(?m)" + args[0])
	ts.Check(err)
	for end := time.Now().Add(patience); ; time.Sleep(100 * time.Millisecond) {
		err := ts.Exec(args[1], args[2:]...)
		out := ts.ReadFile("stdout")
		if err == nil && pattern.MatchString(out) {
			return
		}
		if time.Now().After(end) {
			ts.Fatalf("it never printed %s; last:\n%s%s", args[0], out, ts.ReadFile("stderr"))
		}
	}
}

// edit FROM TO OLD NEW: copies a file with one text exchanged, which must be there exactly once; \n is a line end.
func edit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 4 {
		ts.Fatalf("usage: edit FROM TO OLD NEW")
	}
	lines := strings.NewReplacer(`\n`, "\n")
	text, old := ts.ReadFile(args[0]), lines.Replace(args[2])
	if n := strings.Count(text, old); n != 1 {
		ts.Fatalf("%q stands %d times in %s", old, n, args[0])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(strings.Replace(text, old, lines.Replace(args[3]), 1)), 0o644))
}

// ports NAME…: sets each variable to an address on loopback that is free.
func ports(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: ports NAME…")
	}
	for i, address := range freeAddresses(ts, len(args)) {
		ts.Setenv(args[i], address)
	}
}

// nextPort walks through ports below those that the system gives to outgoing connections, which would else take
// a port between here and the node's start; each is given out once in this process.
var nextPort atomic.Int64

func freeAddresses(ts *testscript.TestScript, n int) []string {
	const low, high = 10_000, 30_000
	nextPort.CompareAndSwap(0, rand.Int64N(high-low))
	var out []string
	for range high - low {
		address := fmt.Sprintf("127.0.0.1:%d", low+nextPort.Add(1)%(high-low))
		ln, err := net.Listen("tcp", address)
		if err != nil {
			continue
		}
		_ = ln.Close()
		if out = append(out, address); len(out) == n {
			return out
		}
	}
	ts.Fatalf("no %d free ports", n)
	return nil
}

// setup-world [MODEL]: makes a node for each party of a model agreement, northgate unless named, by this program's own
// commands, in an exercise whose clocks show a Monday within its term, starts them and waits until the agreement is in force
// on all. It leaves agreement.md and a folder for each party.
func setupWorld(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) > 1 {
		ts.Fatalf("usage: setup-world [MODEL]")
	}
	model := filepath.Join(ts.Getenv("BENCH"), "northgate.md")
	if len(args) > 0 {
		model = filepath.Join(ts.Getenv("MODELS"), args[0]+".md")
	}
	_, m, findings, err := compiled(model)
	ts.Check(err)
	if m == nil {
		ts.Fatalf("%s", findings)
	}
	var parties []string
	for _, p := range m.Parties {
		parties = append(parties, string(p.ID))
	}
	addresses := freeAddresses(ts, 2*len(parties))
	keys := []string{"agreement", "keys", model, "--world", "exercise", "--out", "agreement.md"}
	for i, p := range parties {
		ts.Check(ts.Exec("entente", "node", "init", p, "--agreement", model, "--party", p, "--world", "exercise",
			"--peer", addresses[2*i], "--desk", addresses[2*i+1], "--json"))
		ts.Check(os.WriteFile(ts.MkAbs(p+".json"), []byte(ts.ReadFile("stdout")), 0o644))
		keys = append(keys, p+".json")
	}
	ts.Check(ts.Exec("entente", keys...))
	for _, p := range parties { // one right after the other, so that their clocks differ by little
		ts.Check(ts.Exec("entente", "node", "clock", p, "2026-06-01T08:00:00Z"))
	}
	for _, p := range parties {
		adopt := []string{"node", "adopt", p, "--agreement", "agreement.md", "--sign"}
		for _, other := range parties {
			if other != p {
				adopt = append(adopt, "--card", filepath.Join(other, "card.json"))
			}
		}
		ts.Check(ts.Exec("entente", adopt...))
		start(ts, false, []string{p})
	}
	for _, p := range parties {
		ts.Check(ts.Exec("entente", "node", "ping", p, "--wait", patience.String()))
		awaitForce(ts, p)
	}
}

func awaitForce(ts *testscript.TestScript, dir string) {
	n, err := (&app{ctx: context.Background()}).reachLive(ts.MkAbs(dir))
	ts.Check(err)
	var h *api.Health
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		h, err = adminGet[api.Health](context.Background(), n, "/admin/health")
		ts.Check(err)
		if len(h.Agreements) == 1 && h.Agreements[0].InForce {
			return
		}
	}
	ts.Fatalf("not in force on %s: %+v", dir, h)
}

// told-on-nodes N FILE: plays the stories of a table on real nodes, and each comes out on N of them. A line names an article, a
// procedure and its stories.
func toldOnNodes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: told-on-nodes N FILE")
	}
	var files []string
	for line := range strings.Lines(ts.ReadFile(args[1])) {
		f := strings.Fields(line)
		if len(f) < 4 || f[0] != "Article" {
			ts.Fatalf("%q does not name an article, a procedure and stories", line)
		}
		for _, name := range f[3:] {
			files = append(files, filepath.Join(ts.Getenv("STORIES"), name+".story"))
		}
	}
	err := ts.Exec("entente", append([]string{"agreement", "story", "--nodes"}, files...)...)
	out := ts.ReadFile("stdout")
	ts.Check(err)
	for _, file := range files {
		if !strings.Contains(out, file+" comes out as told, on "+args[0]+" nodes: ") {
			ts.Fatalf("%s is not said to come out on %s nodes:\n%s", file, args[0], out)
		}
	}
}

// processes are the nodes that scripts have started, by folder; scripts run side by side.
var processes sync.Map

type process struct {
	cmd *exec.Cmd
	out *bytes.Buffer
}

// start DIR [FLAG…]: runs a node in the background, until halt or the end of the script, and waits until it answers.
func start(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: start DIR [FLAG…]")
	}
	dir := ts.MkAbs(args[0])
	serve := append([]string{"node", "serve", dir, "--cadence", "100ms", "--log", "warn"}, args[1:]...)
	p := &process{cmd: exec.Command("entente", serve...), out: &bytes.Buffer{}}
	p.cmd.Stderr, p.cmd.Stdout = p.out, p.out
	ts.Check(p.cmd.Start())
	processes.Store(dir, p)
	ts.Defer(func() {
		if processes.CompareAndDelete(dir, p) {
			_ = p.end(os.Interrupt)
		}
		if p.out.Len() > 0 {
			ts.Logf("the node in %s:\n%s", args[0], p.out)
		}
	})
	for end := time.Now().Add(patience); ; time.Sleep(10 * time.Millisecond) {
		_, err := (&app{ctx: context.Background()}).reachLive(dir)
		if err == nil {
			return
		}
		if time.Now().After(end) {
			ts.Fatalf("the node in %s does not run: %v", args[0], err)
		}
	}
}

// halt DIR [kill]: ends a node that start began: in order, or as kill -9 does.
func halt(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 || len(args) > 2 {
		ts.Fatalf("usage: halt DIR [kill]")
	}
	dir := ts.MkAbs(args[0])
	found, ok := processes.LoadAndDelete(dir)
	if !ok {
		ts.Fatalf("no node runs in %s", args[0])
	}
	p := found.(*process)
	if len(args) == 2 {
		_ = p.end(os.Kill)
		return
	}
	if err := p.end(os.Interrupt); err != nil {
		ts.Fatalf("the node ended with %v:\n%s", err, p.out)
	}
}

func (p *process) end(how os.Signal) error {
	if err := p.cmd.Process.Signal(how); err != nil {
		return err
	}
	t := time.AfterFunc(patience, func() { _ = p.cmd.Process.Kill() })
	defer t.Stop()
	return p.cmd.Wait()
}
