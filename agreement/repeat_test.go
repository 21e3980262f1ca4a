package agreement

import (
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
)

// telling says that a text is worth reading again and again: not one of the many that are the base text with a flaw.
func telling(file string) bool {
	return !strings.Contains(file, "testdata/") || slices.Contains([]string{"testdata/base.md", "testdata/excerpt.md", "../casework/testdata/passage.md"}, file)
}

// modelHashes gives a line for every agreement of this repository that compiles: its model's hash.
func modelHashes(t testing.TB) []string {
	t.Helper()
	var lines []string
	for file, text := range corpus(t) {
		if !telling(file) {
			continue
		}
		if m, _ := Compile(file, text); m != nil {
			lines = append(lines, fmt.Sprintf("model %s %x", file, sha256.Sum256(m.Canonical())))
		}
	}
	slices.Sort(lines)
	return lines
}

// What one text gives never depends on how often, beside what, or on how many processors it is read.
func TestOneTextOneModel(t *testing.T) {
	texts := corpus(t)
	for _, line := range modelHashes(t) {
		file := strings.Fields(line)[1]
		times := 100
		if len(texts[file]) > 1<<13 {
			times = 12
		}
		t.Run(file, func(t *testing.T) {
			var work sync.WaitGroup
			for i := range times {
				if i%(times/4) == 0 {
					work.Wait()
					defer runtime.GOMAXPROCS(runtime.GOMAXPROCS([]int{1, 2, 3, 8}[i/(times/4)]))
				}
				work.Go(func() {
					m, _ := Compile(file, texts[file])
					if got := fmt.Sprintf("model %s %x", file, sha256.Sum256(m.Canonical())); got != line {
						t.Errorf("time %d: %s, was %s", i, got, line)
					}
				})
			}
			work.Wait()
		})
	}
}

// Nor on where the machine stands and what its people speak: the same program in another process gives the same.
func TestOneTextOneModelAnywhere(t *testing.T) {
	const asked = "PRINT_MODEL_HASHES"
	if os.Getenv(asked) != "" {
		fmt.Println(strings.Join(modelHashes(t), "\n"))
		return
	}
	want := modelHashes(t)
	if len(want) < 5 {
		t.Fatalf("only %d models", len(want))
	}
	for _, place := range [][]string{
		{"TZ=Pacific/Kiritimati", "LANG=tr_TR.UTF-8", "LC_ALL=tr_TR.UTF-8", "GOMAXPROCS=1"},
		{"TZ=America/St_Johns", "LANG=C", "LC_ALL=C", "GOMAXPROCS=7", "GOGC=1"},
		{"TZ=nowhere", "LANG=", "ZONEINFO=/nowhere"},
	} {
		cmd := exec.Command(os.Args[0], "-test.run", "^TestOneTextOneModelAnywhere$")
		cmd.Env = append(append(os.Environ(), place...), asked+"=1")
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%v: %v", place, err)
		}
		var got []string
		for _, line := range strings.Split(string(out), "\n") {
			if strings.HasPrefix(line, "model ") {
				got = append(got, line)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%v gives\n%s\nand not\n%s", place, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}
