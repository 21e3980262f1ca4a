package reader

import (
	"encoding/base64"
	"maps"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
)

// move fills in a step, mostly as its form asks, and now and then not.
func (d *duel) move(id agreement.StepID) casework.Move {
	mv := casework.Move{Step: id, Received: d.now, Personal: !d.chance(10), Values: map[agreement.FieldID]any{}, Person: "somebody"}
	step := d.p.Step(id)
	if step != nil {
		by := pick(d, step.By)
		mv.Side, mv.Role, mv.Party = by.Side, by.Role, d.sides[by.Side]
		if by.Side == "" {
			mv.Party = pick(d, d.m.Role(by.Role).Held)
		}
		mv.Person = casework.Pseudonym(string(mv.Party) + "/" + string(mv.Role))
		d.fill(&mv, step)
	}
	if mv.Person == "somebody" || d.chance(15) {
		mv.Person = pick(d, []casework.Pseudonym{"x", "y", "z"})
	}
	if d.engine != nil && d.chance(12) { // one who has acted already
		if p := pick(d, d.engine.Taken).Person; p != "" {
			mv.Person = p
		}
	}
	d.spoil(&mv)
	if d.chance(25) {
		mv.Proved = d.now.Add(-time.Duration(d.rnd.Int64N(int64(72 * time.Hour)))).Truncate(time.Microsecond)
		if d.engine != nil && len(d.engine.Clocks) > 0 && d.chance(40) {
			if due := pick(d, d.engine.Clocks).Due.Add(time.Duration(d.rnd.IntN(2)) * time.Microsecond); !due.After(d.now) {
				mv.Proved = due
			}
		}
	}
	if d.chance(1) {
		mv.Proved = d.now.Add(time.Microsecond)
	}
	if d.reader != nil && d.chance(60) { // in time, where the sealing that came after is not recorded yet
		if s, ok := d.reader.Next(); ok && !s.Final && d.now.After(s.At) {
			mv.Proved = s.At
		}
	}
	return mv
}

func (d *duel) fill(mv *casework.Move, step *agreement.Step) {
	for _, in := range casework.Form(d.m, d.p, step) {
		f := in.Field
		if !in.Required && d.chance(50) || d.chance(2) {
			continue
		}
		mv.Gives = append(mv.Gives, f.ID)
		if d.chance(8) {
			continue // a commitment that cannot be read here
		}
		mv.Values[f.ID] = d.value(f)
	}
	if len(step.Grounds) > 0 {
		mv.Ground = pick(d, step.Grounds)
	}
	facts := slices.Clone(step.When.Facts)
	most := 3
	for _, q := range d.m.Drawn(step) {
		facts, most = append(facts, casework.FactQuota(q.ID)), q.Number+2
	}
	if p := d.m.Phase(step.Begins); p != nil {
		facts = append(facts, p.Entry.Facts...)
		for i := range d.m.Phases {
			facts = append(facts, d.m.Phases[i].Exit.Facts...)
		}
	}
	for _, name := range facts {
		if mv.Facts == nil {
			mv.Facts = map[string]any{}
		}
		if !d.chance(15) {
			mv.Facts[name] = float64(d.rnd.IntN(most))
			if d.chance(4) {
				mv.Facts[name] = pick(d, []any{"1", true, nil, -1.0, 0.5, float64(1 << 53), 1e300, math.Inf(1)})
			}
		}
	}
	mv.Attested = d.chance(30)
}

// value is one that fits, or now and then one that fits no field.
func (d *duel) value(f *agreement.Field) any {
	if d.chance(3) {
		return pick(d, []any{"", " ", true, 1.5, nil, []any{}, map[string]any{}, map[string]any{"x": "y"}, "two\nlines", strings.Repeat("long", 300), "2026-02-30", -1e300})
	}
	if f.ID == casework.FieldArticle && d.chance(80) {
		return string(pick(d, d.m.Articles).Number)
	}
	if f.SealedTo != "" && d.chance(60) {
		return pick(d, sealed)
	}
	v := d.vary(f, f.Type, casework.Sample(d.m, f))
	if o, ok := v.(map[string]any); ok && d.chance(5) {
		o = maps.Clone(o)
		if keys := slices.Sorted(maps.Keys(o)); len(keys) > 0 {
			if k := pick(d, keys); d.chance(50) {
				delete(o, k)
			} else {
				o[k] = pick(d, []any{"", 1.0, "01.5", "-3.25", "XYZ", "1e3"})
			}
		}
		return o
	}
	return v
}

// vary makes of a sample other values of the same type, on both sides of what conditions ask.
func (d *duel) vary(f *agreement.Field, kind agreement.Type, sample any) any {
	switch kind {
	case agreement.TypeNumber:
		return pick(d, []any{0.0, 1.0, 2.5, 5.0, 6.0, 12.0, 20.0, 21.0, -1.0, float64(1 << 53)})
	case agreement.TypeChoice:
		return pick(d, f.Choices)
	case agreement.TypeYesNo:
		return d.chance(50)
	case agreement.TypeDate:
		if d.m.ID == "dates" {
			return d.now.AddDate(0, 0, d.rnd.IntN(100)-20).Format(time.DateOnly)
		}
		return pick(d, []any{"2026-01-15", "2026-02-28", "2026-03-01", "2026-04-01"})
	case agreement.TypeTime:
		if d.m.ID == "dates" {
			return d.now.Add(time.Duration(d.rnd.Int64N(int64(40*24*time.Hour))) - 35*24*time.Hour).Format(time.RFC3339Nano)
		}
		return pick(d, []any{sample, "2024-12-31T23:59:59.5Z", "2025-01-01T12:45:00+12:45"})
	case agreement.TypeAmount:
		return map[string]any{"currency": "EUR", "value": pick(d, []any{"1.00", "1.5", "1.51", "-2", "0"})}
	case agreement.TypeQuantity:
		return map[string]any{"unit": pick(d, []any{"kg", "t"}), "value": "3"}
	case agreement.TypeText:
		return pick(d, []any{"sample", "another\nword"})
	case agreement.TypePoint:
		return []any{d.rnd.Float64()*380 - 190, float64(d.rnd.IntN(19)*10 - 90)}
	case agreement.TypeName:
		return pick(d, []any{"Sample Person", "Other Person"})
	case agreement.TypeIdentifier:
		return pick(d, []any{"X", "X0000001"})
	case agreement.TypeList:
		list := make([]any, d.rnd.IntN(5))
		for i := range list {
			list[i] = d.vary(f, f.Of, sample.([]any)[0])
		}
		return list
	case agreement.TypeRecord:
		return d.varyRecord(f, sample.(map[string]any))
	}
	return sample
}

func (d *duel) varyRecord(f *agreement.Field, sample map[string]any) any {
	o := maps.Clone(sample)
	if f.Record == "" {
		for i := range d.m.Assessments {
			if a := &d.m.Assessments[i]; agreement.AssessmentField(a.ID) == f.ID && d.chance(20) {
				q := pick(d, a.Questions)
				o[q.ID] = pick(d, q.Answers)
			}
		}
		return o
	}
	fields := d.m.Record(f.Record).Fields
	for i := range fields {
		part := &fields[i]
		if !part.Required && d.chance(20) {
			delete(o, string(part.ID))
			continue
		}
		o[string(part.ID)] = d.vary(part, part.Type, o[string(part.ID)])
	}
	return o
}

// spoil makes one thing of an act wrong, now and then.
func (d *duel) spoil(mv *casework.Move) {
	if !d.chance(18) {
		return
	}
	switch d.rnd.IntN(12) {
	case 0:
		mv.Role = pick(d, d.m.Roles).ID
	case 1:
		mv.Party = pick(d, d.m.Parties).ID
	case 2:
		mv.Side = ""
	case 3:
		if len(d.p.Sides) > 0 {
			mv.Side = pick(d, d.p.Sides).ID
			mv.Party = d.sides[mv.Side]
		}
	case 4:
		mv.Person = ""
	case 5:
		mv.Ground = pick(d, []string{"", "no such ground"})
	case 6:
		mv.Gives = append(slices.Clone(mv.Gives), pick(d, []agreement.FieldID{"nonsense", "reasons", d.m.Record(d.p.Record).Fields[0].ID}))
	case 7:
		if len(mv.Gives) > 0 {
			mv.Gives = mv.Gives[1:]
		}
	case 8:
		if len(mv.Gives) > 0 {
			mv.Gives = append(slices.Clone(mv.Gives), pick(d, mv.Gives))
		}
	case 9:
		delete(mv.Values, agreement.FieldReasons)
		mv.Gives = slices.DeleteFunc(slices.Clone(mv.Gives), func(f agreement.FieldID) bool { return f == agreement.FieldReasons })
	case 10:
		if _, ok := mv.Values[agreement.FieldReasons]; ok {
			mv.Values[agreement.FieldReasons] = pick(d, []any{" \n", "", 3.0})
		}
	case 11:
		mv.Values["nonsense"] = "x"
	}
}

// sealed are texts that begin like one sealed to a role: whole ones, and what is none.
var sealed = func() []any {
	line := base64.StdEncoding.EncodeToString([]byte("age-encryption.org/v1\n" + strings.Repeat("s", 26)))
	short := base64.StdEncoding.EncodeToString([]byte("the rest"))
	pad := base64.StdEncoding.EncodeToString([]byte("the res"))
	out := []any{}
	for _, body := range []string{
		line + "\n", line + "\n" + short + "\n", line + "\n" + pad + "\n", line + "\n" + line + "\n", line + "\n" + pad, short + "\n" + line + "\n",
		line + "\n\n" + short + "\n", line + short + "\n", line + "\n" + pad + "=\n", line + "\n" + short[:5] + "\n", line + "\na clerk\n", "", pad + "\n",
		line[:32] + "\n" + line[32:] + "\n", line + "\r\n", line + "\n" + strings.TrimRight(pad, "=") + "\n",
	} {
		for _, after := range []string{"", "\n", "\n\n", " ", "\nmore"} {
			out = append(out, "-----BEGIN AGE ENCRYPTED FILE-----\n"+body+"-----END AGE ENCRYPTED FILE-----"+after)
		}
	}
	return append(out, "\t"+out[0].(string), "-----BEGIN AGE ENCRYPTED FILE-----")
}()
