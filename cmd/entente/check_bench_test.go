package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// BenchmarkModel is entente agreement check of each model agreement, as a process of its own from its start to its end:
// its parts put in place, all checks, all examples. It prints milliseconds and the lines of the whole.
func BenchmarkModel(b *testing.B) {
	self, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	files, err := filepath.Glob("../../models/*.md")
	if err != nil || len(files) == 0 {
		b.Fatal(files, err)
	}
	command := func(args ...string) []byte {
		cmd := exec.Command(self, args...)
		cmd.Args[0] = "entente" // by which TestMain knows that it is to be the program
		out, err := cmd.CombinedOutput()
		if err != nil {
			b.Fatalf("%v: %v\n%s", args, err, out)
		}
		return out
	}
	for _, file := range wholes(files) {
		lines := bytes.Count(command("agreement", "assemble", file), []byte("\n"))
		b.Run(filepath.Base(file), func(b *testing.B) {
			for b.Loop() {
				if out := command("agreement", "check", file); !bytes.Contains(out, []byte(", sound\n")) {
					b.Fatalf("%s", out)
				}
			}
			b.ReportMetric(float64(lines), "lines")
			b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(b.N), "ms")
		})
	}
}
