package register

import (
	"os"
	"strings"
	"testing"
)

// The specification states the version of no entries and normal forms as examples; both must be true.
func TestSpecificationStatesWhatIsDone(t *testing.T) {
	b, err := os.ReadFile("../../spec/register.md")
	if err != nil {
		t.Fatal(err)
	}
	spec := string(b)
	def, rec := watchList()
	if v := mustLoad(t, def, rec, listed()).Version(); !strings.Contains(spec, v) {
		t.Errorf("the version of no entries is %s", v)
	}
	rows := 0
	for line := range strings.Lines(spec) {
		cells := strings.Split(line, " | ")
		if len(cells) != 3 || !strings.Contains(cells[1], "`") {
			continue
		}
		in := strings.Trim(cells[1], "`")
		want := strings.Trim(strings.TrimSuffix(strings.TrimSpace(cells[2]), " |"), "`")
		if want == "(empty)" {
			want = ""
		}
		rows++
		typ := strings.TrimPrefix(cells[0], "| ")
		for _, c := range normalForms {
			if string(c.t) == typ {
				if got, err := Normalise(in, c.t); err != nil || got != want {
					t.Errorf("%s %q gives %q, %v; the specification says %q", typ, in, got, err, want)
				}
				break
			}
		}
	}
	if rows < 10 {
		t.Errorf("%d examples were found", rows)
	}
}
