package casework

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// roughly is the fixture with a place and an hour that the other side sees less finely, and one who answers anew.
func roughly() *agreement.Model {
	return changed(func(m *agreement.Model, p *agreement.Procedure) {
		m.Records[0].Fields = append(m.Records[0].Fields,
			agreement.Field{ID: "place", Type: agreement.TypePoint}, agreement.Field{ID: "hour", Type: agreement.TypeTime})
		for _, s := range []agreement.StepID{"request", "answer"} {
			p.Step(s).Gives = append(p.Step(s).Gives, "place", "hour")
			p.Step(s).Optional = append(p.Step(s).Optional, "place", "hour")
		}
		p.Steps = append(p.Steps, agreement.Step{
			ID: "purge", Article: "8", By: []agreement.Actor{by(asked, "judge")}, From: states("requested"), Erases: fields("place"),
		})
		p.Shares = append(p.Shares,
			agreement.Share{ID: "roughly", Article: "7", Fields: fields("place", "note"), With: []agreement.Actor{by(asked, "judge")}, Precision: "10 km"},
			agreement.Share{ID: "less so", Article: "7", Fields: fields("place"), With: []agreement.Actor{by(asked, "prosecutor")}, Precision: "500 m"},
			agreement.Share{ID: "the same once more", Article: "8", Fields: fields("place"), With: []agreement.Actor{by(asking, "supervisor")}, Precision: "10 km"},
			agreement.Share{ID: "the hour", Article: "7", Fields: fields("hour"), With: []agreement.Actor{by(asked, "judge")}, Precision: "PT1H"},
			agreement.Share{ID: "by mistake", Article: "7", Fields: fields("hour"), With: []agreement.Actor{by(asked, "judge")}, Precision: "1 km"},
			agreement.Share{ID: "exactly", Article: "7", Fields: fields("place"), With: []agreement.Actor{by(asked, "prosecutor")}, From: states("authorised")},
		)
	})
}

func TestCoarseNames(t *testing.T) {
	m := roughly()
	p := &m.Procedures[0]
	for f, want := range map[agreement.FieldID][]agreement.FieldID{
		"place": fields("place~10 km", "place~500 m"), "hour": fields("hour~PT1H"), "note": nil, "facts": nil, "nonsense": nil,
	} {
		if got := CoarseNames(m, p, f); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", f, got, want)
		}
	}
	if f, precision := FieldOf(CoarseName("place", "10 km")); f != "place" || precision != "10 km" {
		t.Errorf("%s %q", f, precision)
	}
	if f, precision := FieldOf("place"); f != "place" || precision != "" {
		t.Errorf("%s %q", f, precision)
	}
	values := map[agreement.FieldID]any{"place": []any{12.5, 48.1}, "facts": "two lorries"}
	got := WithCoarser(m, p, values)
	if !slices.Equal(slices.Sorted(maps.Keys(got)), fields("facts", "place", "place~10 km", "place~500 m")) ||
		!reflect.DeepEqual(got["place~10 km"], any([]any{12.52694, 48.11364})) || len(values) != 2 {
		t.Errorf("%v of %v", got, values)
	}
}

func TestCommits(t *testing.T) {
	m := roughly()
	p := &m.Procedures[0]
	all := WithCoarser(m, p, map[agreement.FieldID]any{"place": []any{12.5, 48.1}, "hour": "2026-04-13T14:37:12Z", "facts": "two lorries"})
	names := slices.Sorted(maps.Keys(all))
	without := func(list []agreement.FieldID, gone ...agreement.FieldID) []agreement.FieldID {
		return except(list, gone)
	}
	with := func(name agreement.FieldID, v any) map[agreement.FieldID]any {
		values := maps.Clone(all)
		values[name] = v
		return values
	}
	for what, x := range map[string]struct {
		names  []agreement.FieldID
		values map[agreement.FieldID]any
		code   fault.Code
	}{
		"as it is":              {names, all, ""},
		"read from the wire":    {names, with("place~10 km", []any{json.Number("12.52694"), json.Number("48.11364")}), ""},
		"nothing can be read":   {names, nil, ""},
		"the exact value alone": {names, map[agreement.FieldID]any{"place": all["place"]}, ""},
		"the coarser values alone, whatever they are": {names, map[agreement.FieldID]any{"place~10 km": []any{0.0, 0.0}}, ""},
		"the field is not given":                      {without(names, "place", "place~10 km", "place~500 m"), nil, ""},
		"one is missing":                              {without(names, "place~500 m"), all, fault.FieldMissing},
		"one is missing, and nothing can be read":     {without(names, "hour~PT1H"), nil, fault.FieldMissing},
		"one besides":                                 {append(slices.Clone(names), "place~1 km"), all, fault.FieldUnknown},
		"of a field that is shown to all as it is":    {append(slices.Clone(names), "facts~1 km"), all, fault.FieldUnknown},
		"by a precision that shows nothing of it":     {append(slices.Clone(names), "hour~1 km"), all, fault.FieldUnknown},
		"of a field that is not given":                {without(names, "place"), nil, fault.FieldUnknown},
		"without a precision":                         {append(slices.Clone(names), "place~"), all, fault.FieldUnknown},
		"the place is another":                        {names, with("place~10 km", []any{12.52694, 48.11365}), fault.Commitment},
		"the place is the exact one":                  {names, with("place~500 m", []any{12.5, 48.1}), fault.Commitment},
		"the place is none":                           {names, with("place~10 km", nil), fault.Commitment},
		"the place is a word":                         {names, with("place~10 km", "Quell"), fault.Commitment},
		"the place has three numbers":                 {names, with("place~10 km", []any{12.52694, 48.11364, 0.0}), fault.Commitment},
		"the hour is the exact one":                   {names, with("hour~PT1H", "2026-04-13T14:37:12Z"), fault.Commitment},
		"the exact one is of another type: that it is is said elsewhere": {names, func() map[agreement.FieldID]any {
			v := with("place", "here")
			v["place~10 km"], v["place~500 m"] = nil, nil
			return v
		}(), ""},
	} {
		mv := Move{Step: "request"}
		err := mv.Commits(m, p, x.names, x.values)
		if x.code == "" {
			if err != nil {
				t.Errorf("%s: %v", what, err)
			}
		} else {
			refuses(t, err, x.code, "7")
		}
		for _, name := range append(mv.Gives, slices.Collect(maps.Keys(mv.Values))...) {
			if f, _ := FieldOf(name); f != name {
				t.Errorf("%s: the engine is told of %q", what, name)
			}
		}
	}
	mv := Move{Step: "request"}
	if err := mv.Commits(m, nil, names, all); err != nil || len(mv.Gives) != 3 {
		t.Errorf("of no procedure: %v, %q", err, mv.Gives)
	}
}

func TestCoarseValuesOfACase(t *testing.T) {
	m := roughly()
	judge := Actor{Party: belmark, Role: "judge"}
	giving := func(values map[agreement.FieldID]any, read ...agreement.FieldID) func(*Move) {
		return func(mv *Move) {
			names, known := slices.Sorted(maps.Keys(WithCoarser(m, &m.Procedures[0], values))), map[agreement.FieldID]any{}
			for _, name := range read {
				known[name] = WithCoarser(m, &m.Procedures[0], values)[name]
			}
			mv.Gives, mv.Values = nil, nil
			if err := mv.Commits(m, &m.Procedures[0], names, known); err != nil {
				t.Fatal(err)
			}
		}
	}
	r := open(t, m, start)
	h := start.Add(day)
	// Who sees it coarsely holds what was committed to, and no more.
	n := r.do("answer", h, giving(map[agreement.FieldID]any{"facts": "three", "place": []any{12.5, 48.1}}, "place~10 km"))
	if _, read := n.Values["place"]; read || !reflect.DeepEqual(n.Coarse["place~10 km"], any([]any{12.52694, 48.11364})) {
		t.Errorf("%v, %v", n.Values, n.Coarse)
	}
	if got, want := n.Entitled(belmark, h), fields("place~10 km", "place~500 m"); !slices.Equal(slices.DeleteFunc(got, func(f agreement.FieldID) bool {
		f, _ = FieldOf(f)
		return f != "place"
	}), want) {
		t.Errorf("entitled to %q, want %q", got, want)
	}
	if err := n.MayHold(judge, "place~10 km", h); err != nil {
		t.Error(err)
	}
	refuses(t, n.MayHold(judge, "place", h), fault.NotShared, "7")
	refuses(t, n.MayHold(judge, "place~500 m", h), fault.NotShared, "7")
	refuses(t, n.MayHold(Actor{Party: secretariat, Role: "clerk"}, "place~10 km", h), fault.NotShared, "7")
	for _, name := range fields("place", "place~10 km", "place~500 m") {
		if err := n.MayHold(Actor{Party: arland, Role: "prosecutor"}, name, h); err != nil {
			t.Errorf("the giver: %v", err)
		}
	}
	authorised := n.do("authorise", h.Add(day))
	for _, name := range fields("place", "place~10 km", "place~500 m") { // with the exact one come those that follow from it
		if !slices.Contains(authorised.Entitled(belmark, h.Add(day)), name) {
			t.Errorf("the prosecutor's node is not entitled to %s", name)
		}
	}
	// Given anew, and not read here: the older one is hidden. The case before has not changed.
	if again := n.do("answer", h.Add(2*day), giving(map[agreement.FieldID]any{"facts": "four", "place": []any{1.0, 1.0}}, "facts")); len(again.Coarse) > 0 || len(n.Coarse) != 1 {
		t.Errorf("%v, and before %v", again.Coarse, n.Coarse)
	}
	// It is destroyed with its field.
	if gone := n.do("purge", h.Add(2*day)); len(gone.Coarse) > 0 {
		t.Errorf("%v is still there", gone.Coarse)
	} else {
		refuses(t, gone.MayHold(judge, "place~10 km", h.Add(2*day)), fault.Erased, "8")
	}
	// What would leave: the place, to each as fine as may be.
	var got []string
	for _, o := range r.Options(Actor{Party: arland, Role: "prosecutor"}, h) {
		for _, f := range o.Shares {
			if o.Step.ID == "answer" && slices.Contains(f.Fields, "place") {
				got = append(got, string(f.Role)+" by "+string(f.Share.ID))
			}
		}
	}
	if want := []string{"judge by roughly", "prosecutor by less so", "supervisor by the same once more"}; !slices.Equal(got, want) {
		t.Errorf("the place leaves to %q, want %q", got, want)
	}
}
