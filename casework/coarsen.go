package casework

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
)

// metresPerDegree is the length of a degree of latitude on a sphere with the mean radius of the Earth (6371.0088 km,
// IUGG).
const metresPerDegree = 111_195.08

// unit is how long the steps are in which a time is shown.
type unit struct {
	years, months bool
	exact         time.Duration // days and less
}

// Coarsen gives a value no finer than a share shows it. precision is a distance ("500 m", "10 km") for points,
// lines and areas and lists of them, or one unit of time ("P1Y", "P1M", "P1D", "PT6H", "PT15M") for dates and times.
// What cannot be made coarser so, or does not fit its type, gives nil: then nothing of it is shown. Without a precision
// the value comes back as it is.
//
// A place moves to the nearest node of a grid over the Earth whose rows are the distance apart, and whose columns are
// at each row; half-way between two it goes to the even one (IEEE 754 round to nearest, ties to even), so that no
// direction is preferred. The same place gives the same node every time: asking again tells nothing more. An area
// or a line of which nothing else is left becomes the square, or twice the node, in which it lies. A time moves back to
// the beginning of its unit, in UTC.
func Coarsen(f *agreement.Field, value any, precision string) any {
	if precision == "" {
		return value
	}
	metres, u, ok := parsePrecision(precision)
	if !ok || f == nil {
		return nil
	}
	return coarsen(f.Type, f.Of, value, metres, u)
}

func coarsen(t, of agreement.Type, value any, metres float64, u unit) any {
	switch t {
	case agreement.TypePoint:
		if p, ok := coarsePoint(value, metres); ok {
			return p
		}
	case agreement.TypeLine:
		return coarseLine(value, metres)
	case agreement.TypeArea:
		return coarseArea(value, metres)
	case agreement.TypeTime, agreement.TypeDate:
		return coarseTime(t, value, metres, u)
	case agreement.TypeList:
		list, ok := value.([]any)
		if !ok {
			return nil
		}
		out := make([]any, 0, len(list))
		for _, v := range list {
			c := coarsen(of, "", v, metres, u)
			if c == nil {
				return nil
			}
			out = append(out, c)
		}
		return out
	}
	return nil
}

// parsePrecision reads a distance in metres or a unit of time; the other is zero.
func parsePrecision(s string) (metres float64, u unit, ok bool) {
	if n, rest, found := strings.Cut(s, " "); found {
		x, err := strconv.ParseUint(n, 10, 32)
		scale := map[string]float64{"m": 1, "km": 1000}[rest]
		return float64(x) * scale, unit{}, err == nil && x > 0 && scale > 0
	}
	switch s {
	case "P1Y":
		return 0, unit{years: true}, true
	case "P1M":
		return 0, unit{months: true}, true
	case "P1D":
		return 0, unit{exact: 24 * time.Hour}, true
	}
	n, hours := strings.CutPrefix(s, "PT")
	if !hours || n == "" {
		return 0, unit{}, false
	}
	whole, length := map[byte]time.Duration{'H': 24 * time.Hour, 'M': time.Hour}[n[len(n)-1]], map[byte]time.Duration{'H': time.Hour, 'M': time.Minute}[n[len(n)-1]]
	x, err := strconv.ParseUint(n[:len(n)-1], 10, 8)
	if err != nil || x == 0 || length == 0 {
		return 0, unit{}, false
	}
	exact := time.Duration(x) * length
	return 0, unit{exact: exact}, whole%exact == 0
}

// degrees reads a position.
func degrees(v any) (lon, lat float64, ok bool) {
	p, is := v.([]any)
	if !is || len(p) != 2 {
		return 0, 0, false
	}
	lon, a := number(p[0])
	lat, b := number(p[1])
	return lon, lat, a && b && math.Abs(lon) <= 180 && math.Abs(lat) <= 90
}

func coarsePoint(v any, metres float64) ([]any, bool) {
	lon, lat, ok := degrees(v)
	if !ok || metres <= 0 {
		return nil, false
	}
	row := metres / metresPerDegree
	lat = snap(lat, row, 90)
	return []any{snap(lon, columns(lat, metres), 180), lat}, true
}

// columns is how many degrees the columns of a row are apart; at the poles, where they meet, there is one.
func columns(lat, metres float64) float64 {
	width := float64(metresPerDegree * math.Cos(lat*math.Pi/180))
	if width*360 <= metres {
		return 360
	}
	return metres / width
}

// snap moves a coordinate to the nearest multiple of a step, ties to even, within bounds, and writes it to a
// hundred-thousandth of a degree (about a metre): so the last bits of a computation show on no machine.
func snap(x, step, bound float64) float64 {
	n := math.RoundToEven(float64(x / step))
	x = math.RoundToEven(float64(float64(n*step)*1e5)) / 1e5
	return max(-bound, min(bound, x)) + 0 // no negative zero
}

func coarseLine(v any, metres float64) any {
	line := coarseRun(v, metres)
	switch len(line) {
	case 0:
		return nil
	case 1:
		return []any{line[0], line[0]}
	}
	return line
}

// coarseRun coarsens positions one after another and leaves out those that fall together; nil where one is none.
func coarseRun(v any, metres float64) []any {
	list, ok := v.([]any)
	if !ok {
		return nil
	}
	var out []any
	for _, one := range list {
		p, ok := coarsePoint(one, metres)
		if !ok {
			return nil
		}
		if n := len(out); n > 0 && same(out[n-1], p) {
			continue
		}
		out = append(out, p)
	}
	return out
}

func same(a any, b []any) bool {
	p := a.([]any)
	return p[0] == b[0] && p[1] == b[1]
}

// coarseArea coarsens the rings of an area: the outer one, and the holes of which a ring is left.
func coarseArea(v any, metres float64) any {
	rings, ok := v.([]any)
	if !ok || len(rings) == 0 {
		return nil
	}
	var out []any
	for i, r := range rings {
		ring := coarseRun(r, metres)
		switch {
		case ring == nil:
			return nil
		case len(ring) >= 4 && same(ring[0], ring[len(ring)-1].([]any)):
			out = append(out, any(ring))
		case i == 0:
			return []any{square(ring[0].([]any), metres)}
		}
	}
	return out
}

// square is the cell of the grid around a node.
func square(node []any, metres float64) []any {
	lon, lat := node[0].(float64), node[1].(float64)
	dy, dx := metres/metresPerDegree/2, columns(lat, metres)/2
	at := func(x, y float64) []any {
		return []any{max(-180, min(180, math.Round(float64(lon+x)*1e5)/1e5)), max(-90, min(90, math.Round(float64(lat+y)*1e5)/1e5))}
	}
	return []any{at(-dx, -dy), at(dx, -dy), at(dx, dy), at(-dx, dy), at(-dx, -dy)}
}

// coarseTime moves a date or a time back to the beginning of its unit.
func coarseTime(t agreement.Type, v any, metres float64, u unit) any {
	s, ok := v.(string)
	if !ok || metres > 0 {
		return nil
	}
	form := time.RFC3339Nano
	if t == agreement.TypeDate {
		form = time.DateOnly
	}
	at, err := time.Parse(form, s)
	if err != nil || t == agreement.TypeDate && u.exact > 0 && u.exact < 24*time.Hour {
		return nil
	}
	at = at.UTC()
	switch {
	case u.years:
		at = time.Date(at.Year(), time.January, 1, 0, 0, 0, 0, time.UTC)
	case u.months:
		at = time.Date(at.Year(), at.Month(), 1, 0, 0, 0, 0, time.UTC)
	default:
		day := time.Date(at.Year(), at.Month(), at.Day(), 0, 0, 0, 0, time.UTC)
		at = day.Add(at.Sub(day).Truncate(u.exact))
	}
	return at.Format(form)
}
