package serve

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/entente-net/entente/internal/web"
)

// fileTour is the demonstration's start page, in the folder of an exercise's node.
const fileTour = "tour.json"

// WriteTour puts the demonstration's start page into a node's folder.
func WriteTour(dir string, t *web.TourView) error {
	b, err := json.MarshalIndent(t, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, fileTour), b, 0o600)
}

// tour reads it again for each visitor; nil where there is none.
type tour struct{ path string }

func tourIn(dir string) web.Tour {
	path := filepath.Join(dir, fileTour)
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return tour{path}
}

func (t tour) Tour(context.Context) (*web.TourView, error) {
	b, err := os.ReadFile(t.path)
	if err != nil {
		return nil, err
	}
	v := &web.TourView{}
	return v, json.Unmarshal(b, v)
}
