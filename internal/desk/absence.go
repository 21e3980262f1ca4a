package desk

import (
	"context"
	"encoding/json"
	"time"

	"github.com/entente-net/entente/internal/auth"
)

const recordAbsence = "absence"

// absence is who is away until when, and who stands in.
type absence struct {
	Since   time.Time     `json:"since"`
	Until   time.Time     `json:"until"` // not included
	StandIn auth.PersonID `json:"stand_in"`
}

// absence gives a person's, where they are away now or will be.
func (d *desk) absence(ctx context.Context, id auth.PersonID) (absence, bool) {
	var a absence
	r, err := d.n.Auth().Record(ctx, recordAbsence, string(id))
	if err != nil || json.Unmarshal(r.Body, &a) != nil || !d.n.Now().Before(a.Until) {
		return absence{}, false
	}
	return a, true
}
