package world

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/seal"
)

func TestMain(m *testing.M) {
	if child := strings.Fields(os.Getenv(EnvChild)); len(child) == 3 {
		fmt.Fprintln(os.Stderr, "a node's process ended:", Child(child[0], child[1], child[2]))
		os.Exit(3)
	}
	flag.Parse()
	set := false
	flag.Visit(func(f *flag.Flag) { set = set || f.Name == "test.parallel" })
	if !set {
		_ = flag.Set("test.parallel", "4") // worlds wait most of the time: for clocks, lines and disks
	}
	os.Exit(m.Run())
}

// front is two nodes in processes of their own, with people, under load.
type front struct {
	w         *Inside
	processes map[agreement.PartyID]*Process

	mu    sync.Mutex
	acked map[seal.Digest]casework.CaseID // acts of which the author was told that they are kept
	cases map[casework.CaseID]bool
	asked atomic.Int64
	fails atomic.Int64
}

func newFront(t *testing.T, dir string) *front {
	t.Helper()
	ctx := context.Background()
	w, err := NewInside(ctx, Plan{Dir: dir, Text: model(t)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.Close)
	w.must(t, "arland", "pia", "prosecutor")
	w.must(t, "arland", "mira", "officer")
	w.must(t, "belmark", "vantor", "judge")
	w.must(t, "belmark", "oren", "prosecutor")
	list := "number,issuing_state,kind,reported,circumstances\nN1,XB,passport,2026-05-01,invented\n"
	if _, err := w.Node("belmark").Import(ctx, w.Agreement, "stolen_documents", node.ImportCSV, "list.csv", strings.NewReader(list)); err != nil {
		t.Fatal(err)
	}
	f := &front{w: w, processes: map[agreement.PartyID]*Process{}, acked: map[seal.Digest]casework.CaseID{}, cases: map[casework.CaseID]bool{}}
	for _, p := range []agreement.PartyID{"arland", "belmark"} {
		if err := w.Stop(p); err != nil {
			t.Fatal(err)
		}
		pr, err := NewProcess(w.Members[p])
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(pr.Kill)
		f.processes[p] = pr
		if err := pr.Start(); err != nil {
			t.Fatal(err)
		}
	}
	return f
}

// step takes a step and remembers what was acknowledged.
func (f *front) step(p agreement.PartyID, person auth.PersonID, req node.StepRequest) (*controlAct, error) {
	out, err := f.processes[p].Call("/step", controlAct{Person: person, Step: req})
	if err != nil {
		return nil, err
	}
	if out.Code == "" {
		f.mu.Lock()
		f.acked[out.Act] = out.Case
		f.cases[out.Case] = true
		f.mu.Unlock()
	}
	return out, nil
}

// work opens cases and takes them to their end, whatever happens to the nodes.
func (f *front) work(ctx context.Context, lane int) {
	for i := 0; ctx.Err() == nil; i++ {
		req := node.StepRequest{Agreement: f.w.Agreement, Procedure: "assistance", Step: "request", Values: request("ordinary"), Once: fmt.Sprintf("%d-%d-a", lane, i)}
		open := f.insist(ctx, "arland", "pia", req)
		if open == nil {
			continue
		}
		f.insist(ctx, "belmark", "vantor", node.StepRequest{Case: open.Case, Step: "authorise", Values: map[agreement.FieldID]any{"reasons": "necessary"}, Once: fmt.Sprintf("%d-%d-b", lane, i)})
		f.insist(ctx, "belmark", "oren", node.StepRequest{Case: open.Case, Step: "execute", Values: map[agreement.FieldID]any{"evidence": "found"}, Once: fmt.Sprintf("%d-%d-c", lane, i)})
		out, err := f.processes["arland"].Call("/ask", controlAct{Person: "mira", Ask: node.AskRequest{
			Agreement: f.w.Agreement, Register: "stolen_documents", Query: "document", Purpose: "border-control", Match: map[agreement.FieldID]string{"number": "N1", "issuing_state": "XB"},
		}})
		if err == nil && out.Code == "" {
			f.asked.Add(1)
			if out.Hits != 1 {
				f.fails.Add(1)
			}
		}
	}
}

// insist repeats a step under one name until it is done or refused for good: a person who presses again.
func (f *front) insist(ctx context.Context, p agreement.PartyID, person auth.PersonID, req node.StepRequest) *controlAct {
	for ctx.Err() == nil {
		out, err := f.step(p, person, req)
		if err == nil && out.Code == "" {
			return out
		}
		if err == nil {
			switch out.Code {
			case fault.NotFound, fault.Conflict, fault.Unavailable, fault.PeerAway, fault.WrongState, fault.Internal:
			default:
				f.fails.Add(1)
				fmt.Fprintln(os.Stderr, "refused:", out.Code, out.Message)
				return nil
			}
		}
		time.Sleep(20 * time.Millisecond)
	}
	return nil
}

// settle waits until both nodes have nothing more to tell each other.
func (f *front) settle(t *testing.T) {
	t.Helper()
	err := Await(context.Background(), 20*time.Second, func() (bool, error) {
		total := 0
		for _, p := range f.processes {
			out, err := p.Call("/waiting", controlAct{})
			if err != nil {
				return false, err
			}
			total += out.Waiting
		}
		return total == 0, nil
	})
	if err != nil {
		t.Fatalf("the nodes do not come to rest: %v", err)
	}
}

// check holds both sides against each other and against what was acknowledged, and audits them.
func (f *front) check(t *testing.T) {
	t.Helper()
	held := map[agreement.PartyID]map[seal.Digest]HeldAct{}
	person := map[agreement.PartyID]auth.PersonID{"arland": "pia", "belmark": "oren"}
	for id := range f.cases {
		var first []HeldAct
		for _, p := range []agreement.PartyID{"arland", "belmark"} {
			out, err := f.processes[p].Call("/case", controlAct{Person: person[p], Case: id})
			if err != nil || out.Code != "" {
				t.Fatalf("%s: case %s: %v %v %s", p, id, err, out.Code, out.Message)
			}
			numbers := map[uint64]bool{}
			var taken []HeldAct
			for _, a := range out.Acts {
				if held[p] == nil {
					held[p] = map[seal.Digest]HeldAct{}
				}
				held[p][a.Digest] = a
				if a.Status == "taken" {
					if numbers[a.Number] {
						t.Errorf("%s: case %s has number %d twice", p, id, a.Number)
					}
					numbers[a.Number] = true
					taken = append(taken, a)
				} else if a.Status != "refused" {
					t.Errorf("%s: case %s: act %s is left %s", p, id, a.Digest, a.Status)
				}
			}
			if first == nil {
				first = taken
			} else if fmt.Sprint(first) != fmt.Sprint(taken) {
				t.Errorf("case %s differs:\narland  %v\nbelmark %v", id, first, taken)
			}
		}
	}
	for act, id := range f.acked {
		for p, acts := range held {
			if a, ok := acts[act]; !ok || a.Status == "queued" {
				t.Errorf("%s: the acknowledged act %s of case %s is lost (%+v)", p, act, id, a)
			}
		}
	}
	var bundles []string
	for _, p := range f.processes {
		path, err := p.Evidence(f.w.Agreement)
		if err != nil {
			t.Fatal(err)
		}
		bundles = append(bundles, path)
	}
	replayFiles(t, bundles)
	if f.fails.Load() > 0 {
		t.Errorf("%d steps were refused or answered wrongly", f.fails.Load())
	}
	t.Logf("%d acts acknowledged in %d cases, %d questions answered", len(f.acked), len(f.cases), f.asked.Load())
}

// replayFiles audits bundles and demands no findings.
func replayFiles(t *testing.T, paths []string) {
	t.Helper()
	for _, x := range replayed(t, paths).Findings {
		t.Errorf("the audit finds: %+v", x)
	}
}

func replayed(t *testing.T, paths []string) *audit.Report {
	t.Helper()
	var sources []audit.Input
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = f.Close() }()
		sources = append(sources, audit.Input{Name: path, From: f})
	}
	rep, err := audit.Replay(context.Background(), sources, audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return rep
}

func killing(t *testing.T, kills int) {
	f := newFront(t, t.TempDir()+"/world")
	ctx, stop := context.WithCancel(context.Background())
	var wg sync.WaitGroup
	for lane := range 4 {
		wg.Go(func() { f.work(ctx, lane) })
	}
	r := rand.New(rand.NewPCG(7, uint64(kills)))
	for i := range kills {
		time.Sleep(time.Duration(20+r.IntN(400)) * time.Millisecond)
		victim := f.processes[[]agreement.PartyID{"arland", "belmark"}[r.IntN(2)]]
		victim.Kill()
		time.Sleep(time.Duration(r.IntN(100)) * time.Millisecond)
		if err := victim.Start(); err != nil {
			t.Fatalf("after kill %d: %v", i+1, err)
		}
	}
	time.Sleep(500 * time.Millisecond)
	stop()
	wg.Wait()
	f.settle(t)
	f.check(t)
}

// TestKilledAtRandom is the short form that every build runs; the campaign kills two hundred times.
func TestKilledAtRandom(t *testing.T) { killing(t, 6) }
