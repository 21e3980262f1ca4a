package web

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/web/chart"
)

// The map of a case: the places that its fields hold, as far as the viewer sees them. No tiles, no script: whatever stands on
// the map stands in the table below it, under the same code.

// mapPlace is one place of a case.
type mapPlace struct {
	chart.Feature
	what  string // the field, in words
	where string // its coordinates, in words
}

// placesOf gathers points, lines and areas, also from records and lists.
func placesOf(p *page, values []Value) []mapPlace {
	var out []mapPlace
	counts := map[agreement.Type]int{}
	add := func(t agreement.Type, label string, v any) {
		var line []chart.Coordinate
		letter, closed := "P", false
		switch t {
		case agreement.TypePoint:
			if c, ok := coordinate(v); ok {
				line = []chart.Coordinate{c}
			}
		case agreement.TypeLine:
			line, letter = coordinates(v), "L"
		case agreement.TypeArea:
			if rings, ok := v.([]any); ok && len(rings) > 0 {
				line, letter, closed = coordinates(rings[0]), "A", true
			}
		}
		if len(line) == 0 {
			return
		}
		counts[t]++
		m := mapPlace{Feature: chart.Feature{Code: letter + strconv.Itoa(counts[t]), Line: line, Closed: closed}, what: label}
		m.where = p.where(line, closed)
		out = append(out, m)
	}
	var walk func(values []Value, before string)
	walk = func(values []Value, before string) {
		for _, v := range values {
			label := p.label(v.Field)
			if before != "" {
				label = before + p.T("list.comma") + label
			}
			walk(v.Parts, label)
			if v.Value == nil {
				continue
			}
			if list, ok := v.Value.([]any); ok && v.Field.Type == agreement.TypeList {
				for _, e := range list {
					add(v.Field.Of, label, e)
				}
				continue
			}
			add(v.Field.Type, label, v.Value)
		}
	}
	walk(values, "")
	return out
}

func coordinate(v any) (chart.Coordinate, bool) {
	pair, ok := v.([]any)
	if !ok || len(pair) < 2 {
		return chart.Coordinate{}, false
	}
	east, ok1 := degrees(pair[0])
	north, ok2 := degrees(pair[1])
	return chart.Coordinate{East: east, North: north}, ok1 && ok2 && math.Abs(north) <= 90 && math.Abs(east) <= 360
}

func degrees(v any) (float64, bool) {
	switch n := v.(type) {
	case float64:
		return n, true
	case json.Number:
		f, err := n.Float64()
		return f, err == nil
	}
	return 0, false
}

func coordinates(v any) []chart.Coordinate {
	list, _ := v.([]any)
	var out []chart.Coordinate
	for _, e := range list {
		if c, ok := coordinate(e); ok {
			out = append(out, c)
		}
	}
	return out
}

// where says coordinates: one of a point, both ends of a line, how many corners an area has.
func (p *page) where(line []chart.Coordinate, closed bool) string {
	at := func(c chart.Coordinate) string { return p.degree(c.North, true, 4) + " " + p.degree(c.East, false, 4) }
	switch n := len(line); {
	case n == 1:
		return at(line[0])
	case closed:
		if line[0] == line[n-1] && n > 1 {
			n--
		}
		return p.N("figures.map.area", n, "at", at(line[0]))
	default:
		return p.T("figures.map.line", "from", at(line[0]), "to", at(line[len(line)-1]))
	}
}

// degree says a latitude or longitude: "31.5° S".
func (p *page) degree(v float64, north bool, digits int) string {
	key := map[bool]map[bool]string{true: {true: "figures.map.n", false: "figures.map.s"}, false: {true: "figures.map.e", false: "figures.map.w"}}[north][v >= 0]
	text := strconv.FormatFloat(math.Abs(v), 'f', digits, 64)
	if digits != 4 {
		text = strconv.FormatFloat(math.Abs(v), 'g', 6, 64)
	}
	return p.T(key, "n", text)
}

func (p *page) mapMarks(places []mapPlace, ground []chart.Feature) []chart.Mark {
	s := chart.MapSpec{
		Ground: ground, Mirror: p.Dir == "rtl", Degree: func(v float64, north bool) string { return p.degree(math.Round(v*1e6)/1e6, north, 0) },
		Scale: func(km float64) string {
			if km < 1 {
				return p.T("figures.map.m", "n", fmt.Sprint(math.Round(km*1000)))
			}
			return p.T("figures.map.km", "n", fmt.Sprint(km))
		},
	}
	for _, m := range places {
		s.Places = append(s.Places, m.Feature)
	}
	return chart.DrawMap(s)
}
