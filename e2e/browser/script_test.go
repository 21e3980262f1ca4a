package browser

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"testing"
)

// The browser is one process for the whole run, begun by the first test that needs it.
var chromium struct {
	once     sync.Once
	endpoint string
	fault    string
	stdin    io.Closer
	cmd      *exec.Cmd
}

func TestMain(m *testing.M) {
	code := m.Run()
	if chromium.stdin != nil {
		_ = chromium.stdin.Close()
		_ = chromium.cmd.Wait()
	}
	os.Exit(code)
}

// browse gives where the browser is to be reached.
func browse(t *testing.T) string {
	t.Helper()
	chromium.once.Do(func() {
		if out, err := exec.Command("../../tools/browser.sh").CombinedOutput(); err != nil {
			chromium.fault = "the browser tests need node, npm and chromium; as root on Debian tools/setup.sh node chromium installs them: " + string(out)
			return
		}
		var said bytes.Buffer
		cmd := exec.Command("node", "chromium.mjs")
		cmd.Stderr = &said
		stdin, err := cmd.StdinPipe()
		if err != nil {
			chromium.fault = err.Error()
			return
		}
		stdout, err := cmd.StdoutPipe()
		if err == nil {
			err = cmd.Start()
		}
		if err != nil {
			chromium.fault = err.Error()
			return
		}
		line, err := bufio.NewReader(stdout).ReadString('\n')
		if err != nil {
			_ = cmd.Wait()
			chromium.fault = "the browser does not start: " + said.String()
			return
		}
		chromium.endpoint, chromium.stdin, chromium.cmd = strings.TrimSpace(line), stdin, cmd
	})
	if chromium.fault != "" {
		t.Fatal(chromium.fault)
	}
	return chromium.endpoint
}

// result is one test of a script, as reporter.mjs tells it.
type result struct {
	Name         string `json:"name"`
	Passed       bool   `json:"passed"`
	Skipped      bool   `json:"skipped"`
	Milliseconds int    `json:"milliseconds"`
	Message      string `json:"message"`
}

// run lets a script loose on a stage and makes a subtest of each of its tests.
func run(t *testing.T, script string, stage any) {
	t.Helper()
	endpoint := browse(t)
	b, err := json.Marshal(stage)
	if err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	args := []string{"--test-reporter=./reporter.mjs"}
	if name := within(flag.Lookup("test.run").Value.String(), t.Name()); name != "" {
		args = append(args, "--test-name-pattern=/"+strings.ReplaceAll(name, "_", ".")+"/")
	}
	cmd := exec.CommandContext(t.Context(), "node", append(args, script)...)
	cmd.Env = append(os.Environ(), "ENTENTE_BROWSER="+endpoint, "ENTENTE_STAGE="+string(b))
	cmd.Stderr = &said
	stdout, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	tests := 0
	lines := bufio.NewScanner(stdout)
	lines.Buffer(nil, 4<<20)
	for lines.Scan() {
		var r result
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			t.Logf("%s", lines.Bytes()) // what a script says for its reader
			continue
		}
		tests++
		t.Run(r.Name, func(t *testing.T) {
			t.Logf("%d ms", r.Milliseconds)
			switch {
			case r.Skipped:
				t.Error("skipped: no test here may be")
			case !r.Passed:
				t.Error(brief(r.Message))
			}
		})
	}
	err = cmd.Wait()
	if tests == 0 || err != nil && !t.Failed() {
		t.Fatalf("%s: %d tests, %v\n%s", script, tests, err, said.String())
	}
}

// brief leaves out what lies below the journey itself.
func brief(message string) string {
	var out []string
	for line := range strings.SplitSeq(message, "\n") {
		if strings.Contains(line, "node:internal") || strings.Contains(line, "/node_modules/") {
			continue
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

// within gives what -run asks of a test's own parts, so that the script itself leaves the others out: "phone" of
// TestOfficer/phone|TestJudge, "" for all.
func within(pattern, test string) string {
	depth, from := 0, 0
	for i, c := range pattern + "|" {
		switch {
		case c == '(' || c == '[':
			depth++
		case c == ')' || c == ']':
			depth--
		case c == '|' && depth == 0:
			top, name, _ := strings.Cut(pattern[from:i], "/")
			if ok, err := regexp.MatchString(top, test); ok && err == nil {
				return name
			}
			from = i + 1
		}
	}
	return ""
}

func TestWithin(t *testing.T) {
	for _, c := range []struct{ pattern, test, want string }{
		{"", "TestOfficer", ""},
		{"TestOfficer", "TestOfficer", ""},
		{"TestOfficer/keys|TestJudge/(a|b)", "TestOfficer", "keys"},
		{"TestOfficer/keys|TestJudge/(a|b)", "TestJudge", "(a|b)"},
		{"TestOfficer/keys|TestJudge", "TestJudge", ""},
	} {
		if got := within(c.pattern, c.test); got != c.want {
			t.Errorf("%s of %s: %q, want %q", c.pattern, c.test, got, c.want)
		}
	}
}
