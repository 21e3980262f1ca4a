package web

import (
	"encoding/json"
	"net/url"
	"reflect"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
)

func parsed(t *testing.T, raw url.Values, form ...Input) (map[agreement.FieldID]any, map[string]string) {
	t.Helper()
	s := newGallery(t)
	in := &inputs{raw: raw, zone: specimenZone, lang: s.cat.english, faults: map[string]string{}, kept: map[string]any{}}
	return in.parse(form), in.faults
}

func TestParseScalars(t *testing.T) {
	field := func(ty agreement.Type) Input {
		return Input{Field: specimenField("x", ty, agreement.ClassOfficial, "X", "")}
	}
	for _, c := range []struct {
		name  string
		form  Input
		raw   url.Values
		want  any // nil: absent
		fault bool
	}{
		{"text", field(agreement.TypeText), url.Values{"f.x": {"  a\r\nb "}}, "a\nb", false},
		{"empty", field(agreement.TypeText), url.Values{"f.x": {" "}}, nil, false},
		{"missing", field(agreement.TypeText), url.Values{}, nil, false},
		{"date", field(agreement.TypeDate), url.Values{"f.x": {"2026-11-23"}}, "2026-11-23", false},
		{"no such day", field(agreement.TypeDate), url.Values{"f.x": {"2026-02-30"}}, nil, true},
		{"time on the wall", field(agreement.TypeTime), url.Values{"f.x": {"2026-11-23T09:40"}}, "2026-11-23T09:40:00+02:00", false},
		{"instant", field(agreement.TypeTime), url.Values{"f.x": {"2026-11-23T07:40:00Z"}}, "2026-11-23T07:40:00Z", false},
		{"no time", field(agreement.TypeTime), url.Values{"f.x": {"noon"}}, nil, true},
		{"number", field(agreement.TypeNumber), url.Values{"f.x": {"1 234.5"}}, json.Number("1234.5"), false},
		{"decimal comma", field(agreement.TypeNumber), url.Values{"f.x": {"1,5"}}, nil, true},
		{"two numbers", field(agreement.TypeNumber), url.Values{"f.x": {"1]2"}}, nil, true},
		{"quoted number", field(agreement.TypeNumber), url.Values{"f.x": {`"5"`}}, nil, true},
		{"null", field(agreement.TypeNumber), url.Values{"f.x": {"null"}}, nil, true},
		{"yes", field(agreement.TypeYesNo), url.Values{"f.x": {"yes"}}, true, false},
		{"no", field(agreement.TypeYesNo), url.Values{"f.x": {"no"}}, false, false},
		{"maybe", field(agreement.TypeYesNo), url.Values{"f.x": {"true"}}, nil, true},
		{"country", field(agreement.TypeCountry), url.Values{"f.x": {"xb"}}, "XB", false},
		{"amount", field(agreement.TypeAmount), url.Values{"f.x.value": {"12.50"}, "f.x.currency": {"eur"}}, map[string]any{"currency": "EUR", "value": "12.50"}, false},
		{"amount without currency", field(agreement.TypeAmount), url.Values{"f.x.value": {"12.50"}}, nil, true},
		{"quantity", field(agreement.TypeQuantity), url.Values{"f.x.value": {"3"}, "f.x.unit": {"kg"}}, map[string]any{"unit": "kg", "value": "3"}, false},
		{"point", field(agreement.TypePoint), url.Values{"f.x.lat": {"48.2"}, "f.x.lon": {"-16.3"}}, []any{json.Number("-16.3"), json.Number("48.2")}, false},
		{"half a point", field(agreement.TypePoint), url.Values{"f.x.lat": {"48.2"}}, nil, true},
		{"line", field(agreement.TypeLine), url.Values{"f.x": {"1, 2\n3, 4"}}, []any{[]any{json.Number("2"), json.Number("1")}, []any{json.Number("4"), json.Number("3")}}, false},
		{"line of words", field(agreement.TypeLine), url.Values{"f.x": {"here\nthere"}}, nil, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			values, faults := parsed(t, c.raw, c.form)
			if !reflect.DeepEqual(values["x"], c.want) {
				t.Errorf("got %#v, want %#v", values["x"], c.want)
			}
			if (faults["f.x"] != "") != c.fault {
				t.Errorf("faults: %v", faults)
			}
			if _, there := values["x"]; there != (c.want != nil) {
				t.Errorf("there: %v", there)
			}
		})
	}
}

func TestParseAreaClosesItsRing(t *testing.T) {
	area := Input{Field: specimenField("x", agreement.TypeArea, agreement.ClassOfficial, "X", "")}
	for _, raw := range []string{"0, 0\n0, 1\n1, 1", "0, 0\n0, 1\n1, 1\n0, 0"} {
		values, faults := parsed(t, url.Values{"f.x": {raw}}, area)
		rings, ok := values["x"].([]any)
		if !ok || len(faults) > 0 || len(rings[0].([]any)) != 4 {
			t.Errorf("%q: %v %v", raw, values, faults)
		}
	}
}

func TestParseNested(t *testing.T) {
	form := specimenForm().Inputs
	values, faults := parsed(t, url.Values{
		"f.person.name": {"Ilyan Dessar"}, "f.person.born": {"1987-04-12"},
		"f.plates":           {"AB 12\n\n CD 34 "},
		"f.witnesses.0.name": {"A"}, "f.witnesses.2.name": {"B"}, "f.witnesses.2.born": {"soon"}, "f.witnesses.999999.name": {"far"},
		"f.assessment_proportionality.necessary": {"yes, none would"},
		"f.unasked":                              {"x"},
	}, form...)
	want := map[agreement.FieldID]any{
		"person":                     map[string]any{"name": "Ilyan Dessar", "born": "1987-04-12"},
		"plates":                     []any{"AB 12", "CD 34"},
		"witnesses":                  []any{map[string]any{"name": "A"}, map[string]any{"name": "B"}},
		"assessment_proportionality": map[string]any{"necessary": "yes, none would"},
	}
	if !reflect.DeepEqual(values, want) {
		t.Errorf("got %#v", values)
	}
	if len(faults) != 1 || faults["f.witnesses.2.born"] == "" {
		t.Errorf("faults: %v", faults)
	}
}

func TestParseListOfNumbersNamesTheLine(t *testing.T) {
	_, faults := parsed(t, url.Values{"f.n": {"1\ntwo\n3"}}, Input{Field: listField("n", agreement.TypeNumber, "N")})
	if got := faults["f.n"]; got != "Line 2: “two” is not a number. Use digits, and a point before decimals." {
		t.Errorf("got %q", got)
	}
}

// What was parsed, written back and parsed again is the same: going back from the review loses nothing.
func TestRefillIsTheIdentity(t *testing.T) {
	form := specimenForm().Inputs
	values := map[agreement.FieldID]any{
		"number": "N48201763", "issuing_state": "XB", "kind": "passport", "reported": "2026-10-02",
		"seen": "2026-11-22T23:15:00+02:00", "count": json.Number("2"), "urgent": false,
		"worth": map[string]any{"currency": "EUR", "value": "12.50"}, "weight": map[string]any{"unit": "kg", "value": "3"},
		"place":  []any{json.Number("16.3"), json.Number("48.2")},
		"route":  []any{[]any{json.Number("1"), json.Number("2")}, []any{json.Number("3"), json.Number("4")}},
		"zone":   []any{[]any{[]any{json.Number("0"), json.Number("0")}, []any{json.Number("0"), json.Number("1")}, []any{json.Number("1"), json.Number("1")}, []any{json.Number("0"), json.Number("0")}}},
		"person": map[string]any{"name": "Ilyan"}, "plates": []any{"AB 12", "CD 34"},
		"witnesses":                  []any{map[string]any{"name": "A"}, map[string]any{"name": "B", "born": "1987-04-12"}},
		"assessment_proportionality": map[string]any{"necessary": "yes, none would", "proportionate": "no"},
		"reasons":                    "First line.\nSecond line.",
	}
	again, faults := parsed(t, refill(form, values, specimenZone), form...)
	if len(faults) > 0 {
		t.Fatalf("faults: %v", faults)
	}
	if !reflect.DeepEqual(again, values) {
		t.Errorf("got  %#v\nwant %#v", again, values)
	}
}

func TestTimes(t *testing.T) {
	s := newGallery(t)
	p := s.galleryPage(galleryStates()[0])
	for _, c := range []struct{ got, want string }{
		{p.instant(specimenNow), "Monday 23 November 2026, 09:40"},
		{p.near(after(8*time.Hour + 25*time.Minute)), "today, 18:05"},
		{p.near(after(15 * time.Hour)), "tomorrow, 00:40"},
		{p.near(after(14*time.Hour + 20*time.Minute)), "tomorrow, 00:00"},
		{p.ago(after(3 * day)), "in 3 days"},
		{p.ago(before(2 * time.Minute)), "2 minutes ago"},
		{p.ago(before(20 * time.Second)), "just now"},
		{p.span(4*day + 9*time.Hour + 59*time.Minute), "4 days 9 hours"},
		{p.span(48*time.Hour - time.Second), "1 day 23 hours"},
		{p.span(59 * time.Second), "less than a minute"},
		{p.span(time.Hour), "1 hour"},
		{p.zoneName(), "UTC+02:00"},
		{p.at(time.UTC).zoneName(), "UTC"},
		{p.short(time.Date(2025, 1, 2, 3, 4, 0, 0, specimenZone)), "Thu 2 Jan, 03:04 (2025)"},
		{p.lastDay(time.Date(2029, 3, 1, 0, 0, 0, 0, specimenZone)), "28 February 2029"},
		{p.machine(specimenNow), "2026-11-23T09:40:00+02:00"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

// A page that cannot be read is a page with a reason; no input makes the parser fall over.
func FuzzInputs(f *testing.F) {
	f.Add("f.witnesses.0.name=A&f.count=1e9&f.seen=2026-11-23T09:40")
	f.Add("f.person.name=%00&f.zone=1,2&f.place.lat=1&f.place.lon=NaN")
	s, err := newServer(Services{}, Options{})
	if err != nil {
		f.Fatal(err)
	}
	form := specimenForm().Inputs
	f.Fuzz(func(t *testing.T, query string) {
		raw, err := url.ParseQuery(query)
		if err != nil {
			return
		}
		in := &inputs{raw: raw, zone: specimenZone, lang: s.cat.english, faults: map[string]string{}, kept: map[string]any{}}
		values := in.parse(form)
		d := Draft{Values: values}
		var back Draft
		if err := back.load(d.encode()); err != nil {
			t.Fatalf("%q gave values that do not travel: %v", query, err)
		}
		refill(form, back.Values, specimenZone)
	})
}
