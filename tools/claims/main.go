package main

import (
	"bufio"
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"strings"
	"time"
)

type claim struct{ group, name, says, command, figure string }

func main() {
	only := flag.String("only", "", "run one group, or one claim by its name")
	flag.Parse()
	claims, err := read("docs/claims.md")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	fmt.Printf("%d cores, %s\n", runtime.NumCPU(), time.Now().UTC().Format(time.DateOnly))
	ran, short := 0, 0
	for _, c := range claims {
		if *only != "" && c.group != *only && c.name != *only {
			continue
		}
		ran++
		verdict, figure := run(c)
		if verdict != "held" {
			short++
		}
		fmt.Printf("%-12s %-11s %-26s %s\n             %s\n", verdict, c.group, c.name, figure, c.says)
	}
	if ran == 0 {
		fmt.Fprintf(os.Stderr, "no claim or group is named %q\n", *only)
		os.Exit(2)
	}
	fmt.Printf("%d held, %d fall short\n", ran-short, short)
	if short > 0 {
		os.Exit(1)
	}
}

var (
	heading = regexp.MustCompile(`^## ([a-z]+)`)
	code    = regexp.MustCompile("^`(.*)`$")
)

func read(path string) ([]claim, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out []claim
	group := ""
	lines := bufio.NewScanner(bytes.NewReader(b))
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if m := heading.FindStringSubmatch(line); m != nil {
			group = m[1]
			continue
		}
		if !strings.HasPrefix(line, "| ") || strings.HasPrefix(line, "| ---") || strings.HasPrefix(line, "| claim ") {
			continue
		}
		cells := strings.Split(strings.Trim(line, "| "), " | ")
		for i := range cells {
			cells[i] = strings.ReplaceAll(cells[i], `\|`, "|") // a bar inside a cell is escaped
		}
		if len(cells) != 5 {
			return nil, fmt.Errorf("%s:%d: a claim has five cells, not %d", path, n, len(cells))
		}
		m := code.FindStringSubmatch(strings.TrimSpace(cells[2]))
		if m == nil {
			return nil, fmt.Errorf("%s:%d: the command stands in backquotes", path, n)
		}
		out = append(out, claim{group, strings.TrimSpace(cells[0]), strings.TrimSpace(cells[1]), m[1], cells[3]})
	}
	return out, lines.Err()
}

func run(c claim) (verdict, figure string) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Hour)
	defer cancel()
	start := time.Now()
	cmd := exec.CommandContext(ctx, "bash", "-c", "set -o pipefail; "+c.command)
	out, err := cmd.CombinedOutput()
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	figure = fmt.Sprintf("%s (%.0f s)", lines[len(lines)-1], time.Since(start).Seconds())
	if err != nil {
		return "falls short", figure
	}
	return "held", figure
}
