package node

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"strings"
	"time"

	"github.com/entente-net/entente/seal"
)

func trimSpace(s string) string { return strings.TrimSpace(s) }

func hexOf(b []byte) string { return hex.EncodeToString(b) }

// sealTime cuts an instant to the microseconds in which signed bytes state it.
func sealTime(t time.Time) seal.Time { return seal.Time{Time: t.UTC().Truncate(time.Microsecond)} }

// decodeJSON reads canonical JSON as agreement.Model.CheckValue takes it.
func decodeJSON(text string) (any, error) {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	var v any
	err := d.Decode(&v)
	return v, err
}

func isMissing(err error) bool { return errors.Is(err, fs.ErrNotExist) }
