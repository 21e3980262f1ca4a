package desk

import (
	"slices"

	"github.com/entente-net/entente/internal/web"
)

// foreign lists the agreements of this node that cannot be read in the reader's language.
func (d *desk) foreign(t tongue) []web.Foreign {
	var out []web.Foreign
	for _, m := range d.n.Models() {
		has := d.n.Tongues(m)
		if !slices.Contains(has, t.code) {
			out = append(out, web.Foreign{Agreement: m.ID, Title: m.Title, Reads: m.Tongue(), Has: has})
		}
	}
	return out
}
