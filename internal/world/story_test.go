package world

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/entente-net/entente/agreement"
)

// TestTheStoryOfTheDemonstration plays it whole and audits all three nodes: an honest history has no findings.
func TestTheStoryOfTheDemonstration(t *testing.T) {
	ctx := context.Background()
	dir := filepath.Join(t.TempDir(), "demo")
	var bundles []string
	err := PlayDemo(ctx, dir, model(t), nil, "", io.Discard, func(w *Inside) error {
		for _, p := range []agreement.PartyID{"arland", "belmark", "secretariat"} {
			path := filepath.Join(dir, string(p)+".evidence")
			f, err := os.Create(path)
			if err != nil {
				return err
			}
			if err := w.Node(p).Evidence(ctx, w.Agreement, f); err != nil {
				return err
			}
			if err := f.Close(); err != nil {
				return err
			}
			bundles = append(bundles, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	replayFiles(t, bundles)
	for _, b := range bundles {
		replayFiles(t, []string{b})
	}
}
