package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
)

func main() {
	n := flag.Int("n", 500, "how many mutants")
	seed := flag.Uint64("seed", 1, "of the generator")
	all := flag.Bool("all", false, "print every mutant and what noticed it")
	explained := flag.String("explained", "docs/mutants.md", "where survivors are explained")
	flag.Parse()
	pages, err := load(flag.Args())
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	words, err := os.ReadFile(*explained)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	os.Exit(run(pages, *n, *seed, *all, string(words)))
}

func load(files []string) ([]*page, error) {
	var pages []*page
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		whole, fs := agreement.Assemble(os.DirFS(filepath.Dir(f)), f, b)
		if fs.Failed() {
			return nil, fs
		}
		pages = append(pages, read(f, whole.Text))
	}
	if len(pages) == 0 {
		return nil, fmt.Errorf("name the agreements to mutate")
	}
	return pages, nil
}

// run draws, judges and prints; the result is the exit status.
func run(pages []*page, n int, seed uint64, all bool, explained string) int {
	sound := map[string]map[string]bool{}
	for _, p := range pages {
		sound[p.file] = map[string]bool{}
		for _, f := range judge(p.file, []byte(strings.Join(p.lines, "\n"))) {
			sound[p.file][key(f)] = true
		}
	}
	mutants := draw(pages, n, rand.New(rand.NewPCG(seed, seed)))
	noticed := make([]string, len(mutants))
	var wg sync.WaitGroup
	lanes := make(chan struct{}, runtime.NumCPU())
	for i, m := range mutants {
		wg.Go(func() {
			lanes <- struct{}{}
			defer func() { <-lanes }()
			for _, f := range judge(m.file, m.text) {
				if !sound[m.file][key(f)] {
					noticed[i] = string(f.Code)
					return
				}
			}
		})
	}
	wg.Wait()
	tally, caught, unexplained := map[string][2]int{}, 0, 0
	for i, m := range mutants {
		t := tally[m.kind]
		t[1]++
		if noticed[i] != "" {
			t[0]++
			caught++
		}
		tally[m.kind] = t
		switch {
		case noticed[i] == "" && !strings.Contains(explained, m.name()):
			unexplained++
			fmt.Printf("survives, unexplained: %s:%d %s\n", m.file, m.line, m.name())
		case noticed[i] == "":
			fmt.Printf("survives: %s:%d %s\n", m.file, m.line, m.name())
		case all:
			fmt.Printf("noticed (%s): %s:%d %s\n", noticed[i], m.file, m.line, m.name())
		}
	}
	for _, kind := range kindsOfMistakes {
		fmt.Printf("%-16s %3d of %3d noticed\n", kind, tally[kind][0], tally[kind][1])
	}
	fmt.Printf("%d of %d mutants of %d agreements noticed, %.1f %%; %d survivors, %d of them unexplained\n",
		caught, len(mutants), len(pages), 100*float64(caught)/float64(max(1, len(mutants))), len(mutants)-caught, unexplained)
	if unexplained > 0 || 100*caught < 95*len(mutants) || len(mutants) < n {
		return 1
	}
	return 0
}

// name says what the mistake is, without the line, so that an explanation outlives edits elsewhere in the text.
func (m mutant) name() string {
	if m.now == "" {
		return fmt.Sprintf("%s: `%s`", m.kind, m.was)
	}
	return fmt.Sprintf("%s: `%s` to `%s`", m.kind, m.was, m.now)
}

// judge gives what check says: the compiler's findings and the examples that do not come out.
func judge(file string, text []byte) []agreement.Finding {
	m, fs := agreement.Compile(file, text)
	if m == nil {
		return fs
	}
	return append(fs, casework.Expectations(m)...)
}

// key tells findings apart wherever they moved to.
func key(f agreement.Finding) string { return string(f.Code) + " " + f.Message }
