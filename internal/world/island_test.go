package world

import (
	"context"
	"testing"
	"time"
)

// The same seed makes the same island: every log of every node has the same root.
func TestTheIslandIsTheSame(t *testing.T) {
	t.Parallel()
	var roots [2]map[string]string
	for n := range roots {
		begun := time.Now()
		i, err := MakeIsland(context.Background(), t.TempDir(), Seed, nil)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("made in %s", time.Since(begun))
		begun = time.Now()
		if err := i.Play(context.Background(), nil); err != nil {
			t.Fatal(err)
		}
		t.Logf("%d stories in %s", len(i.Tellings), time.Since(begun))
		if roots[n], err = i.Roots(context.Background()); err != nil {
			t.Fatal(err)
		}
		i.Close()
	}
	for log, root := range roots[0] {
		if roots[1][log] != root {
			t.Errorf("%s: %s and %s", log, root, roots[1][log])
		}
	}
	if len(roots[0]) < 20 {
		t.Errorf("only %d logs", len(roots[0]))
	}
}
