package negotiation

import (
	"bytes"
	"encoding/json"
	"time"

	"github.com/entente-net/entente/agreement"
)

// plainDay is a day after which months and years are of plain length.
var plainDay = time.Date(2001, time.January, 1, 12, 0, 0, 0, time.UTC)

// periodDays counts the days of a length of time, begun ones as whole.
func periodDays(text string) (int64, error) {
	p, err := agreement.ParsePeriod(text)
	if err != nil {
		return 0, err
	}
	const day = 24 * time.Hour
	return int64((p.AddTo(plainDay, time.UTC).Sub(plainDay) + day - 1) / day), nil
}

// facts is the canonical model as plain values, with the lists that conditions ask for under names that no model has.
func (v *Version) facts(m *agreement.Model) map[string]any {
	if v.known != nil {
		return v.known
	}
	d := json.NewDecoder(bytes.NewReader(m.Canonical()))
	d.UseNumber()
	var out map[string]any
	if err := d.Decode(&out); err != nil {
		return map[string]any{}
	}
	plain(out)
	out["@kept"], out["@actors"], out["@shares"] = keptIn(m), actorsIn(m), sharesIn(m)
	v.known = out
	return out
}

// plain turns numbers into those that CEL counts with, in place.
func plain(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for name, x := range v {
			v[name] = plain(x)
		}
	case []any:
		for i, x := range v {
			v[i] = plain(x)
		}
	case json.Number:
		if n, err := v.Int64(); err == nil {
			return n
		}
		f, _ := v.Float64()
		return f
	}
	return v
}

func keptIn(m *agreement.Model) []any {
	out := []any{}
	fields := func(where string, record agreement.RecordID, kept func(agreement.FieldID) (agreement.Article, any)) {
		r := m.Record(record)
		if r == nil {
			return
		}
		for _, f := range r.Fields {
			article, days := kept(f.ID)
			out = append(out, map[string]any{
				"article": string(article), "where": where, "record": string(r.ID), "field": string(f.ID), "class": string(f.Class), "days": days,
			})
		}
	}
	for i := range m.Procedures {
		p := &m.Procedures[i]
		fields("procedure."+string(p.ID), p.Record, func(f agreement.FieldID) (agreement.Article, any) {
			if k := p.KeepOf(f); k != nil {
				return k.Article, daysOf(k.For)
			}
			return p.Article, int64(forEver)
		})
	}
	for i := range m.Registers {
		r := &m.Registers[i]
		fields("register."+string(r.ID), r.Record, func(agreement.FieldID) (agreement.Article, any) { return r.Article, daysOf(r.Keep) })
	}
	return out
}

func actorsIn(m *agreement.Model) map[string]any {
	out := map[string]any{}
	for i := range m.Procedures {
		p := &m.Procedures[i]
		for j := range p.Steps {
			for _, by := range p.Steps[j].By {
				list, _ := out[string(by.Role)].([]any)
				out[string(by.Role)] = append(list, map[string]any{
					"article": string(p.Steps[j].Article), "procedure": string(p.ID), "step": string(p.Steps[j].ID), "side": string(by.Side),
				})
			}
		}
	}
	return out
}

func sharesIn(m *agreement.Model) map[string]any {
	out := map[string]any{}
	for i := range m.Procedures {
		p := &m.Procedures[i]
		for j := range p.Shares {
			s := &p.Shares[j]
			with, from := []any{}, []any{}
			for _, w := range s.With {
				with = append(with, map[string]any{"role": string(w.Role), "side": string(w.Side)})
			}
			for _, f := range s.From {
				from = append(from, string(f))
			}
			for _, f := range s.Fields {
				list, _ := out[string(f)].([]any)
				out[string(f)] = append(list, map[string]any{
					"article": string(s.Article), "procedure": string(p.ID), "share": string(s.ID), "with": with, "from": from,
					"purpose": string(s.Purpose), "handling": s.Handling,
				})
			}
		}
	}
	return out
}
