package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
)

type event struct {
	Action, Package, Test, Output string
	ImportPath                    string
	Elapsed                       float64
}

func main() { os.Exit(report(os.Stdin, os.Stdout, os.Stderr, os.Getenv("CI") != "")) }

// tally is what became of the tests so far.
type tally struct {
	out                     io.Writer
	output                  map[string][]string // of each test that has not ended
	begun                   map[string]bool     // packages that have not ended
	passed, failed, skipped int
	skips                   []string
	broken                  bool // a package failed, or did not build
}

// report gives the exit code: 0 where every test passed and, in CI, none was skipped.
func report(from io.Reader, out, complaints io.Writer, ci bool) int {
	t := &tally{out: out, output: map[string][]string{}, begun: map[string]bool{}}
	in := bufio.NewScanner(from)
	in.Buffer(make([]byte, 1<<20), 64<<20)
	for in.Scan() {
		var e event
		if json.Unmarshal(in.Bytes(), &e) != nil {
			t.printf("%s\n", in.Text())
			continue
		}
		t.take(e)
	}
	slices.Sort(t.skips)
	for _, s := range t.skips {
		t.printf("skipped: %s\n", s)
	}
	t.printf("%d passed, %d failed, %d skipped\n", t.passed, t.failed, t.skipped)
	why := ""
	switch {
	case in.Err() != nil:
		why = in.Err().Error()
	case t.broken || t.failed > 0:
		return 1
	case len(t.begun) > 0: // killed, or out of memory: what never ended did not pass
		why = "broke off in " + strings.Join(slices.Sorted(maps.Keys(t.begun)), ", ")
	case t.skipped > 0 && ci:
		why = "in CI nothing may skip"
	case t.passed == 0:
		why = "no test ran"
	default:
		return 0
	}
	_, _ = fmt.Fprintln(complaints, why)
	return 1
}

func (t *tally) printf(format string, args ...any) { _, _ = fmt.Fprintf(t.out, format, args...) }

func (t *tally) take(e event) {
	name := e.Package + e.ImportPath + " " + e.Test
	switch e.Action {
	case "start":
		t.begun[e.Package] = true
	case "output", "build-output":
		t.output[name] = append(t.output[name], e.Output)
	case "build-fail":
		t.broken = true
		t.printf("BUILD %s\n%s", e.ImportPath, strings.Join(t.output[name], ""))
	case "pass", "fail", "skip":
		if e.Test == "" {
			t.end(e, name)
		} else {
			t.count(e, name)
		}
		delete(t.output, name)
	}
}

// end is a package's.
func (t *tally) end(e event, name string) {
	delete(t.begun, e.Package)
	switch e.Action {
	case "fail":
		t.broken = true
		t.printf("FAIL %s\n%s", e.Package, strings.Join(t.output[name], ""))
	case "pass":
		t.printf("ok   %s %.1fs\n", e.Package, e.Elapsed)
	}
}

func (t *tally) count(e event, name string) {
	switch e.Action {
	case "pass":
		t.passed++
	case "fail":
		t.failed++
		t.printf("--- %s\n%s", name, strings.Join(t.output[name], ""))
	case "skip":
		t.skipped++
		t.skips = append(t.skips, name+": "+strings.TrimSpace(strings.Join(t.output[name], " ")))
	}
}
