package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// forTests says that a package serves tests alone: suites, inventors of histories, the harness of worlds. Scripts and
// the texts that the compiler is held against are tests too.
func forTests(path string) bool {
	for _, dir := range []string{"internal/store/storetest/", "internal/auth/authtest/", "audit/synth/", "internal/world/"} {
		if strings.HasPrefix(path, dir) {
			return true
		}
	}
	return false
}

func main() {
	out, err := exec.Command("git", "ls-files", "*.go", "e2e/*.txtar", "agreement/testdata/*.md").Output()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	var files []int
	packages := map[string]int{}
	var code, tests int
	var long, undocumented []string
	for _, path := range strings.Fields(string(out)) {
		if strings.HasSuffix(path, "_templ.go") || strings.HasSuffix(path, ".gen.go") {
			continue
		}
		b, err := os.ReadFile(path)
		if err != nil {
			continue // deleted and not committed yet
		}
		lines := bytes.Count(b, []byte("\n"))
		if strings.HasSuffix(path, "_test.go") || !strings.HasSuffix(path, ".go") || forTests(path) {
			tests += lines
			continue
		}
		code += lines
		if filepath.Base(path) != "doc.go" {
			files = append(files, lines)
		}
		if lines > 500 {
			long = append(long, fmt.Sprintf("%s (%d)", path, lines))
		}
		packages[filepath.Dir(path)] += lines
	}
	for dir := range packages {
		if _, err := os.Stat(filepath.Join(dir, "doc.go")); err != nil {
			undocumented = append(undocumented, dir)
		}
	}
	slices.Sort(files)
	median, ninth := files[len(files)/2], files[len(files)*9/10]
	ratio := float64(tests) / float64(code)
	for _, l := range long {
		fmt.Println("over 500 lines:", l)
	}
	for _, d := range undocumented {
		fmt.Println("without doc.go:", d)
	}
	fmt.Printf("%d files, %d lines of code, %d of tests (%.2f); median file %d lines, nine in ten under %d; %d packages, %d without doc.go\n",
		len(files), code, tests, ratio, median, ninth, len(packages), len(undocumented))
	if median < 80 || median > 170 || ninth >= 500 || ratio < .7 || ratio > 1.5 || len(undocumented) > 0 {
		os.Exit(1)
	}
}
