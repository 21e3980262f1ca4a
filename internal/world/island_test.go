package world

import (
	"context"
	"testing"
	"time"

	"github.com/entente-net/entente/internal/island"
)

// The same seed makes the same island: every log of every node has the same root. And whoever replays what the nodes
// show finds nothing: each agreement from all sides, and from each alone.
func TestTheStoryOfTheDemonstration(t *testing.T) {
	t.Parallel()
	first, second := played(t), played(t)
	roots, again := rootsOf(t, first), rootsOf(t, second)
	second.Close()
	for log, root := range roots {
		if again[log] != root {
			t.Errorf("%s: %s, and the second time %s", log, root, again[log])
		}
	}
	if len(roots) < 20 {
		t.Errorf("only %d logs", len(roots))
	}
	for _, id := range island.Agreements {
		t.Run(string(id), func(t *testing.T) { audited(t, first.Inside, id) })
	}
}

func played(t *testing.T) *Island {
	t.Helper()
	begun := time.Now()
	i, err := MakeIsland(context.Background(), t.TempDir(), Seed, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(i.Close)
	made := time.Since(begun)
	if err := i.Play(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	t.Logf("made in %s, %d stories in %s", made, len(i.Tellings), time.Since(begun)-made)
	return i
}

func rootsOf(t *testing.T, i *Island) map[string]string {
	t.Helper()
	roots, err := i.Roots(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return roots
}

// Whom the first page lets one be, each can be, and something waits for them.
func TestWhomOneCanBe(t *testing.T) {
	for _, g := range island.Ten() {
		if g.Person == "" {
			continue
		}
		found := false
		for _, p := range island.People() {
			found = found || p.ID == g.Person && (p.Delegate || len(p.Roles) > 0)
		}
		if !found {
			t.Errorf("%s is nobody", g.Person)
		}
	}
}
