package reader

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
)

const degree = 111195.08 // metres of latitude

// Coarse gives a value no finer than a share shows it, nil where nothing of it is shown.
func Coarse(f *Field, v any, precision string) any { return coarser(f.Type, f.Of, v, precision) }

func coarser(kind, of string, v any, precision string) any {
	switch number, rest, place := strings.Cut(precision, " "); {
	case kind == "list":
		list, ok := v.([]any)
		out := []any{}
		for _, e := range list {
			c := coarser(of, "", e, precision)
			ok = ok && c != nil
			out = append(out, c)
		}
		if !ok {
			return nil
		}
		return out
	case place && (kind == "point" || kind == "line" || kind == "area"):
		d, _ := strconv.ParseFloat(number, 64)
		if rest == "km" {
			d *= 1000
		}
		return grid(d).place(kind, v)
	case !place && (kind == "date" || kind == "time"):
		return earlier(kind, v, precision)
	}
	return nil
}

// grid is a grid over the Earth whose nodes are so many metres apart.
type grid float64

func (g grid) rows() float64 { return float64(g) / degree }

// columns is how many degrees of longitude nodes of a row are apart.
func (g grid) columns(lat float64) float64 {
	around := degree * math.Cos(lat*math.Pi/180)
	if 360*around <= float64(g) {
		return 360
	}
	return float64(g) / around
}

// nearest is the multiple of a step that is nearest to x, on the Earth, to five decimals.
func nearest(x, step, bound float64) float64 {
	x = math.RoundToEven(x/step) * step
	return max(-bound, min(bound, fifth(x))) + 0
}

func fifth(x float64) float64 { return math.RoundToEven(x*1e5) / 1e5 }

func (g grid) node(v any) []any {
	if !isPoint(v) {
		return nil
	}
	p := v.([]any)
	lon, _ := numeral(p[0])
	lat, _ := numeral(p[1])
	lat = nearest(lat, g.rows(), 90)
	return []any{nearest(lon, g.columns(lat), 180), lat}
}

// nodes are those of a line, each that follows itself once.
func (g grid) nodes(v any) (run []any) {
	list, _ := v.([]any)
	for _, p := range list {
		n := g.node(p)
		if n == nil {
			return nil
		}
		if k := len(run); k == 0 || !alike(run[k-1], n) {
			run = append(run, any(n))
		}
	}
	return run
}

func alike(a, b any) bool {
	p, q := a.([]any), b.([]any)
	return p[0] == q[0] && p[1] == q[1]
}

func (g grid) place(kind string, v any) any {
	switch kind {
	case "point":
		if n := g.node(v); n != nil {
			return n
		}
		return nil
	case "line":
		switch run := g.nodes(v); len(run) {
		case 0:
			return nil
		case 1:
			return []any{run[0], run[0]}
		default:
			return run
		}
	}
	var rings []any
	list, _ := v.([]any)
	for i, r := range list {
		run := g.nodes(r)
		closed := len(run) >= 4 && alike(run[0], run[len(run)-1])
		switch {
		case run == nil:
			return nil
		case closed:
			rings = append(rings, any(run))
		case i == 0:
			return []any{g.cell(run[0].([]any))}
		}
	}
	if rings == nil {
		return nil
	}
	return rings
}

// cell is the square around a node.
func (g grid) cell(node []any) []any {
	lon, lat := node[0].(float64), node[1].(float64)
	dx, dy := g.columns(lat)/2, g.rows()/2
	corner := func(x, y float64) []any {
		return []any{max(-180, min(180, fifth(x))), max(-90, min(90, fifth(y)))}
	}
	return []any{corner(lon-dx, lat-dy), corner(lon+dx, lat-dy), corner(lon+dx, lat+dy), corner(lon-dx, lat+dy), corner(lon-dx, lat-dy)}
}

// earlier is the beginning of the unit in which a date or time lies.
func earlier(kind string, v any, unit string) any {
	layout := map[string]string{"date": time.DateOnly, "time": time.RFC3339Nano}[kind]
	s, _ := v.(string)
	at, err := time.Parse(layout, s)
	l := parseLength(unit)
	if err != nil || kind == "date" && l.exact > 0 {
		return nil
	}
	at = at.UTC()
	y, m, d := at.Date()
	switch {
	case l.months == 12:
		at = time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC)
	case l.months == 1:
		at = time.Date(y, m, 1, 0, 0, 0, 0, time.UTC)
	default:
		begin := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
		for l.exact > 0 && !begin.Add(l.exact).After(at) {
			begin = begin.Add(l.exact)
		}
		at = begin
	}
	return at.Format(layout)
}

// CoarseNames are the names under which an act that gives a field commits to its coarser values, sorted.
func (a *Agreement) CoarseNames(p *Procedure, id string) (names []string) {
	f := a.field(p, id)
	for _, s := range p.Shares {
		if f == nil || s.Precision == "" || !slices.Contains(s.Fields, id) {
			continue
		}
		kind := f.Type
		if kind == "list" {
			kind = f.Of
		}
		ok := false
		switch place := strings.Contains(s.Precision, " "); kind {
		case "point", "line", "area":
			ok = place
		case "time":
			ok = !place
		case "date":
			ok = !place && !strings.HasPrefix(s.Precision, "PT")
		}
		if ok {
			names = append(names, id+"~"+s.Precision)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}
