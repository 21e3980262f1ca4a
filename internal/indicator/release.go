package indicator

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
)

// Release is what a node publishes of an agreement, once: its bytes never change. What turns out wrong is put right by a
// later release that says so.
type Release struct {
	Format    string            `json:"format"` // FormatRelease
	Agreement agreement.ID      `json:"agreement"`
	Title     string            `json:"title"`
	Version   string            `json:"version"` // of the agreement
	World     string            `json:"world,omitempty"`
	Party     agreement.PartyID `json:"party"` // whose node counted
	Number    int               `json:"number"`
	Made      time.Time         `json:"made"`
	Corrects  int               `json:"corrects,omitempty"` // the number of the release that this one puts right
	Note      string            `json:"note,omitempty"`     // what was wrong there
	Control   string            `json:"control"`            // Control
	Tables
	Indicators []casework.Figure `json:"indicators"` // those whose time had come
}

// FormatRelease names the form of a release.
const FormatRelease = "entente-figures/1"

// Control is how a release protects people, in the words of its data dictionary.
const Control = "months with fewer cases than the minimum are told together with the months after them; indicators as the agreement states for each"

// Encode gives the bytes of a release and their digest, "sha256:" and base64 without padding, as all digests here are written.
func (r *Release) Encode() ([]byte, string, error) {
	b, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return nil, "", err
	}
	b = append(b, '\n')
	sum := sha256.Sum256(b)
	return b, "sha256:" + base64.RawURLEncoding.EncodeToString(sum[:]), nil
}

// DecodeRelease reads what Encode wrote.
func DecodeRelease(b []byte) (*Release, error) {
	var r Release
	if err := json.Unmarshal(b, &r); err != nil {
		return nil, fault.New(fault.Malformed, "the release cannot be read").Wrap(err)
	}
	if r.Format != FormatRelease {
		return nil, fault.New(fault.Malformed, "the release is of the form %q, not %q", r.Format, FormatRelease)
	}
	return &r, nil
}
