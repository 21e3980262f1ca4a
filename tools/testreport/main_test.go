package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const (
	start   = `{"Action":"start","Package":"a/b"}` + "\n"
	run     = `{"Action":"run","Package":"a/b","Test":"TestOne"}` + "\n" + `{"Action":"output","Package":"a/b","Test":"TestOne","Output":"what it said\n"}` + "\n"
	pass    = `{"Action":"pass","Package":"a/b","Test":"TestOne","Elapsed":0.1}` + "\n"
	fail    = `{"Action":"fail","Package":"a/b","Test":"TestOne","Elapsed":0.1}` + "\n"
	skip    = `{"Action":"skip","Package":"a/b","Test":"TestOne","Elapsed":0.1}` + "\n"
	passed  = `{"Action":"output","Package":"a/b","Output":"ok a/b\n"}` + "\n" + `{"Action":"pass","Package":"a/b","Elapsed":1.25}` + "\n"
	failed  = `{"Action":"output","Package":"a/b","Output":"FAIL a/b\n"}` + "\n" + `{"Action":"fail","Package":"a/b","Elapsed":1.25}` + "\n"
	noTests = `{"Action":"output","Package":"a/c","Output":"?   a/c [no test files]\n"}` + "\n" + `{"Action":"skip","Package":"a/c","Elapsed":0}` + "\n"
	noBuild = `{"ImportPath":"a/d","Action":"build-output","Output":"d.go:3:1: syntax error\n"}` + "\n" + `{"ImportPath":"a/d","Action":"build-fail"}` + "\n" +
		`{"Action":"start","Package":"a/d"}` + "\n" + `{"Action":"output","Package":"a/d","Output":"FAIL a/d [build failed]\n"}` + "\n" +
		`{"Action":"fail","Package":"a/d","Elapsed":0,"FailedBuild":"a/d"}` + "\n"
)

func TestReport(t *testing.T) {
	for _, x := range []struct {
		name, feed string
		ci         bool
		code       int
		says       []string
		silent     string // what must not be printed
	}{
		{"all passed", start + run + pass + passed, true, 0, []string{"ok   a/b 1.2s", "1 passed, 0 failed, 0 skipped"}, "what it said"},
		{"one failed", start + run + fail + failed, false, 1, []string{"--- a/b TestOne\nwhat it said\n", "FAIL a/b", "0 passed, 1 failed"}, "ok   a/b"},
		{"skipped at home", start + run + pass + strings.ReplaceAll(run+skip, "TestOne", "TestTwo") + passed, false, 0, []string{"skipped: a/b TestTwo: what it said", "1 passed, 0 failed, 1 skipped"}, "CI"},
		{"skipped in CI", start + run + pass + strings.ReplaceAll(run+skip, "TestOne", "TestTwo") + passed, true, 1, []string{"skipped: a/b TestTwo", "in CI nothing may skip"}, "FAIL"},
		{"everything skipped", start + run + skip + passed, false, 1, []string{"0 passed, 0 failed, 1 skipped", "no test ran"}, "FAIL"},
		{"does not build", noBuild + start + run + pass + passed, false, 1, []string{"BUILD a/d\nd.go:3:1: syntax error\n", "FAIL a/d", "1 passed, 0 failed"}, ""},
		{"a package without tests", start + run + pass + passed + noTests, true, 0, []string{"1 passed, 0 failed, 0 skipped"}, "a/c"},
		{"nothing ran", "", false, 1, []string{"0 passed, 0 failed, 0 skipped", "no test ran"}, ""},
		{"only packages without tests", noTests, false, 1, []string{"no test ran"}, ""},
		{"a panic outside of any test", start + run + pass + `{"Action":"output","Package":"a/b","Output":"panic: boom\n"}` + "\n" + failed, false, 1, []string{"FAIL a/b\npanic: boom\n"}, "ok   a/b"},
		{"killed in a test", start + run + pass + strings.ReplaceAll(run, "TestOne", "TestTwo"), false, 1, []string{"1 passed", "broke off in a/b"}, "ok   a/b"},
		{"what is no JSON", "go: downloading\n" + start + run + pass + passed, true, 0, []string{"go: downloading\n", "1 passed"}, ""},
		{"a setup that failed", "pattern ./nothing: no such directory\n", false, 1, []string{"pattern ./nothing", "no test ran"}, ""},
	} {
		t.Run(x.name, func(t *testing.T) {
			var out, complaints bytes.Buffer
			if code := report(strings.NewReader(x.feed), &out, &complaints, x.ci); code != x.code {
				t.Errorf("exit %d, want %d", code, x.code)
			}
			all := out.String() + complaints.String()
			for _, s := range x.says {
				if !strings.Contains(all, s) {
					t.Errorf("%q is missing in:\n%s", s, all)
				}
			}
			if x.silent != "" && strings.Contains(all, x.silent) {
				t.Errorf("%q stands in:\n%s", x.silent, all)
			}
		})
	}
}

type brokenPipe struct{ r io.Reader }

func (b brokenPipe) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return n, err
}

func TestAFeedThatCannotBeReadFails(t *testing.T) {
	var out, complaints bytes.Buffer
	if report(brokenPipe{strings.NewReader(start + run + pass + passed)}, &out, &complaints, false) != 1 || complaints.Len() == 0 {
		t.Fatalf("%s%s", &out, &complaints)
	}
}

// What go itself writes, of a module that fails in every way at once.
func TestWhatGoWrites(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"go.mod":           "module example.org/m\n\ngo 1.24\n",
		"good/a_test.go":   "package good\n\nimport \"testing\"\n\nfunc TestGood(*testing.T) {}\n",
		"bad/a_test.go":    "package bad\n\nimport \"testing\"\n\nfunc TestBad(t *testing.T) { t.Error(\"because\") }\nfunc TestLater(t *testing.T) { t.Skip(\"one day\") }\n",
		"broken/a_test.go": "package broken\n\nfunc f() { return 1 }\n",
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("go", "test", "-json", "-vet=off", "./...")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=")
	feed, err := cmd.Output()
	if err == nil {
		t.Fatal("go test passed a module that does not build")
	}
	var out, complaints bytes.Buffer
	if code := report(bytes.NewReader(feed), &out, &complaints, false); code != 1 {
		t.Errorf("exit %d", code)
	}
	for _, s := range []string{"1 passed, 1 failed, 1 skipped", "ok   example.org/m/good", "FAIL example.org/m/bad", "because", "skipped: example.org/m/bad TestLater", "one day", "BUILD example.org/m/broken", "too many return values"} {
		if !strings.Contains(out.String(), s) {
			t.Errorf("%q is missing in:\n%s", s, &out)
		}
	}
}
