package casework

import (
	"github.com/entente-net/entente/agreement"
)

// wrongValues are what people write into forms, of which a field of a stricter type than text refuses one or another.
var wrongValues = []any{"yesterday", "many", "Nowhere", 5.0}

// PortrayRecord gives an example of what the fields of a record take and refuse, drawn from their types, and of which an
// entry must have; false for a record of which nothing can be said.
func PortrayRecord(m *agreement.Model, r *agreement.Record) (agreement.Expect, bool) {
	x := agreement.Expect{
		Title: "An entry of " + string(r.ID), Article: r.Article, Record: r.ID,
		Accepts: map[agreement.FieldID]any{}, Rejects: map[agreement.FieldID]any{},
	}
	for i := range r.Fields {
		f := &r.Fields[i]
		if f.Required {
			x.Requires = append(x.Requires, f.ID)
		}
		switch f.Type {
		case agreement.TypeList, agreement.TypeFile, agreement.TypeRecord, agreement.TypePoint, agreement.TypeLine, agreement.TypeArea:
			continue // what is made of several values is stated by examples of procedures
		}
		if v := Sample(m, f); m.CheckValue(f, v) == nil {
			x.Accepts[f.ID] = v
		}
		for _, v := range wrongValues {
			if m.CheckValue(f, v) != nil {
				x.Rejects[f.ID] = v
				break
			}
		}
	}
	return x, len(x.Accepts) > 0
}
