package agreement

import (
	"bytes"
	"os"
	"runtime"
	"sync"
	"testing"
)

func TestShelfSharesWhatIsInUse(t *testing.T) {
	text, err := os.ReadFile("../bench/northgate.md")
	if err != nil {
		t.Fatal(err)
	}
	s := &Shelf{}
	models := make([]*Model, 8)
	var all sync.WaitGroup
	for i := range models {
		all.Go(func() { models[i], _ = s.Compile("x.md", bytes.Clone(text)) })
	}
	all.Wait()
	own, _ := Compile("x.md", text)
	for _, m := range models {
		if m == nil || m != models[0] {
			t.Fatal("the same text gave two models")
		}
	}
	if !bytes.Equal(models[0].Canonical(), own.Canonical()) {
		t.Error("the model of the shelf is not that of the text")
	}
	if other, _ := s.Compile("y.md", text); other == models[0] {
		t.Error("findings stand under the name of another file")
	}
	if m, _ := (*Shelf)(nil).Compile("x.md", text); m == nil || m == models[0] {
		t.Error("a nil shelf shares")
	}

	broken := bytes.Replace(text, []byte("agreement \""), []byte("agreement \"A"), 1)
	for range 2 {
		m, fs := s.Compile("x.md", broken)
		if _, want := Compile("x.md", broken); m != nil || fs.String() != want.String() || len(fs) == 0 {
			t.Errorf("a text with errors gives %v and %s, and should give %s", m, fs, want)
		}
	}

	runtime.KeepAlive(models)
	models = nil
	for range 3 {
		runtime.GC()
	}
	if _, fs := s.Compile("z.md", text); fs.Failed() {
		t.Fatal(fs)
	}
	if n := len(s.texts); n != 1 {
		t.Errorf("%d texts stay on the shelf, and one is in use", n)
	}
}

// A text with warnings gives them to everybody.
func TestShelfKeepsFindings(t *testing.T) {
	text, err := os.ReadFile("testdata/care-uneven.md")
	if err != nil {
		t.Fatal(err)
	}
	s := &Shelf{}
	m, first := s.Compile("x.md", text)
	again, second := s.Compile("x.md", text)
	if m == nil || again != m || len(first) == 0 || first.String() != second.String() {
		t.Errorf("%v, %v\n%s\n%s", m, again, first, second)
	}
}
