// Command testreport reads `go test -json`, prints failures with their output, one line per package,
// and closes with the count. In CI (CI is set) a skipped test is a failure: no hole stays hidden.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"sort"
	"strings"
)

type event struct {
	Action, Package, Test, Output string
	ImportPath                    string
	Elapsed                       float64
}

func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(make([]byte, 1<<20), 64<<20)
	output := map[string][]string{}
	var passed, failed, skipped int
	var skips []string
	broken := false
	for in.Scan() {
		var e event
		if json.Unmarshal(in.Bytes(), &e) != nil {
			fmt.Println(in.Text())
			continue
		}
		name := e.Package + e.ImportPath + " " + e.Test
		switch e.Action {
		case "output", "build-output":
			output[name] = append(output[name], e.Output)
		case "pass", "fail", "skip":
			if e.Test == "" {
				switch {
				case e.Action == "fail":
					broken = true
					fmt.Printf("FAIL %s\n%s", e.Package, strings.Join(output[name], ""))
				case e.Action == "pass":
					fmt.Printf("ok   %s %.1fs\n", e.Package, e.Elapsed)
				}
				continue
			}
			switch e.Action {
			case "pass":
				passed++
			case "fail":
				failed++
				fmt.Printf("--- %s\n%s", name, strings.Join(output[name], ""))
			case "skip":
				skipped++
				skips = append(skips, name+": "+strings.TrimSpace(strings.Join(output[name], " ")))
			}
			delete(output, name)
		case "build-fail":
			broken = true
			fmt.Printf("BUILD %s\n%s", e.ImportPath, strings.Join(output[name], ""))
		}
	}
	sort.Strings(skips)
	for _, s := range skips {
		fmt.Println("skipped:", s)
	}
	fmt.Printf("%d passed, %d failed, %d skipped\n", passed, failed, skipped)
	switch {
	case in.Err() != nil:
		fmt.Fprintln(os.Stderr, in.Err())
		os.Exit(1)
	case broken || failed > 0:
		os.Exit(1)
	case skipped > 0 && os.Getenv("CI") != "":
		fmt.Fprintln(os.Stderr, "in CI nothing may skip")
		os.Exit(1)
	case passed == 0:
		fmt.Fprintln(os.Stderr, "no test ran")
		os.Exit(1)
	}
}
