package chart

import (
	"fmt"
	"math"
)

// Coordinate is a place on the ground: degrees east and north.
type Coordinate struct{ East, North float64 }

// Feature is something on a map: one coordinate is a point, several a line, and several that close an area.
type Feature struct {
	Code   string // beside it, and in the table below the map; "" of the ground
	Name   string // of the ground: a town's, a state's
	Class  string // of the ground: land, border, river, way, town
	Line   []Coordinate
	Closed bool
}

// MapSpec is what to draw: places, and under them what is known of the ground.
type MapSpec struct {
	Places []Feature
	Ground []Feature
	Mirror bool // the page reads from right to left: texts stand on the other side; the map itself never turns
	Degree func(value float64, north bool) string
	Scale  func(km float64) string
}

// The map's size in user units.
const (
	MapWidth, MapHeight = 720.0, 440.0
	mapEdge             = 8.0
	// kmPerDegree is a degree of latitude on the mean sphere of the Earth (radius 6371.0088 km, IUGG).
	kmPerDegree = 111.19508
	// leastExtent is what a map shows at least, in degrees of latitude: about eleven kilometres.
	leastExtent = .1
)

// DrawMap lays places out: an equirectangular map, true to scale at its middle, which errs by less than a per cent over the
// few degrees of one case. Places across the date line are drawn on its nearer side.
func DrawMap(s MapSpec) []Mark {
	p := &pen{}
	project := projection(s)
	inside := func(x, y float64) bool { return x >= 0 && x <= MapWidth && y >= 0 && y <= MapHeight }
	p.marks = append(p.marks, Mark{Kind: "rect", Class: "sea", X: "0", Y: "0", W: num(MapWidth), H: num(MapHeight)})
	for _, f := range s.Ground {
		if len(f.Line) > 1 {
			p.marks = append(p.marks, Mark{Kind: "path", Class: f.Class, D: outline(f, project)})
		}
	}
	graticule(p, s, project)
	start := "start"
	for _, f := range s.Ground {
		if len(f.Line) == 0 || f.Name == "" {
			continue
		}
		if x, y := project.at(f.Line[0]); len(f.Line) == 1 && inside(x, y) {
			p.marks = append(p.marks, Mark{Kind: "circle", Class: "town", X: num(x), Y: num(y), R: "4"})
			p.marks = append(p.marks, Mark{Kind: "text", Class: "name minor", X: num(x), Y: num(min(MapHeight-8, y+20)), Anchor: "middle", Text: f.Name})
		}
	}
	for _, f := range s.Places {
		if len(f.Line) == 0 {
			continue
		}
		x, y := project.at(f.Line[0])
		switch {
		case len(f.Line) == 1:
			p.marks = append(p.marks, Mark{Kind: "circle", Class: "halo", X: num(x), Y: num(y), R: "11"}, Mark{Kind: "circle", Class: "spot", X: num(x), Y: num(y), R: "7.5"})
		case f.Closed:
			p.marks = append(p.marks, Mark{Kind: "path", Class: "zone", D: outline(f, project)})
		default:
			p.marks = append(p.marks, Mark{Kind: "path", Class: "casing", D: outline(f, project)}, Mark{Kind: "path", Class: "way", D: outline(f, project)})
		}
		anchor, at := start, x+14
		if x > MapWidth-80 {
			anchor, at = "end", x-14
		}
		if s.Mirror { // anchors turn with the direction of the text
			anchor = map[string]string{"start": "end", "end": "start"}[anchor]
		}
		p.marks = append(p.marks, Mark{Kind: "text", Class: "code", X: num(at), Y: num(min(MapHeight-8, max(20, y-8))), Anchor: anchor, Text: f.Code})
	}
	bar(p, s, project)
	return p.marks
}

// project carries coordinates to the drawing.
type projected struct {
	east, north float64 // the middle
	shrink      float64 // of a degree of longitude there
	unit        float64 // user units for a degree of latitude
}

func (m projected) at(c Coordinate) (x, y float64) {
	return MapWidth/2 + wrap(c.East-m.east)*m.shrink*m.unit, MapHeight/2 - (c.North-m.north)*m.unit
}

// wrap brings a difference of longitudes to the shorter way round.
func wrap(d float64) float64 { return math.Mod(math.Mod(d+180, 360)+360, 360) - 180 }

func projection(s MapSpec) projected {
	var first *Coordinate
	west, east, south, north := 0.0, 0.0, 90.0, -90.0
	for _, f := range s.Places {
		for i := range f.Line {
			c := &f.Line[i]
			if first == nil {
				first = c
			}
			d := wrap(c.East - first.East)
			west, east, south, north = min(west, d), max(east, d), min(south, c.North), max(north, c.North)
		}
	}
	if first == nil {
		return projected{shrink: 1, unit: MapHeight / 180}
	}
	m := projected{east: wrap(first.East + (west+east)/2), north: (south + north) / 2}
	m.shrink = max(.05, math.Cos(m.north*math.Pi/180))
	high := max(leastExtent, 1.5*(north-south))
	wide := max(leastExtent, 1.5*(east-west)*m.shrink)
	m.unit = min((MapHeight-2*mapEdge)/high, (MapWidth-2*mapEdge)/wide)
	return m
}

func outline(f Feature, m projected) string {
	d := ""
	for i, c := range f.Line {
		x, y := m.at(c)
		mark := "L"
		if i == 0 {
			mark = "M"
		}
		d += mark + num(x) + " " + num(y)
	}
	if f.Closed {
		d += "Z"
	}
	return d
}

// graticule draws the round meridians and parallels, named at the edge.
func graticule(p *pen, s MapSpec, m projected) {
	halfHigh, halfWide := MapHeight/2/m.unit, MapWidth/2/m.unit/m.shrink
	start := "start"
	if s.Mirror {
		start = "end"
	}
	for _, t := range Ticks(m.north-halfHigh, m.north+halfHigh, 4, false) {
		_, y := m.at(Coordinate{m.east, t})
		if y > 14 && y < MapHeight-14 && math.Abs(t) <= 90 {
			p.line("wave", 0, y, MapWidth, y)
			p.marks = append(p.marks, Mark{Kind: "text", X: num(mapEdge), Y: num(y - 5), Anchor: start, Text: s.Degree(t, true)})
		}
	}
	for _, t := range Ticks(m.east-halfWide, m.east+halfWide, 5, false) {
		x, _ := m.at(Coordinate{t, m.north})
		if x > 60 && x < MapWidth-30 && math.Abs(t-m.east) < 180 {
			p.line("wave", x, 0, x, MapHeight)
			p.marks = append(p.marks, Mark{Kind: "text", X: num(x), Y: num(18), Anchor: "middle", Text: s.Degree(wrap(t), false)})
		}
	}
}

// bar draws a round distance, to scale at the middle of the map.
func bar(p *pen, s MapSpec, m projected) {
	perKM := m.unit / kmPerDegree
	power := math.Pow(10, math.Floor(math.Log10(MapWidth/4/perKM)))
	km := power
	for _, s := range steps {
		if s*power*perKM <= MapWidth/4 {
			km = s * power
		}
	}
	long := km * perKM
	y := MapHeight - 16.0
	x := MapWidth - 20 - long
	p.marks = append(p.marks, Mark{Kind: "path", Class: "scale", D: fmt.Sprintf("M%s %sv6H%sv-6", num(x), num(y-6), num(x+long))})
	p.marks = append(p.marks, Mark{Kind: "text", X: num(x + long/2), Y: num(y - 12), Anchor: "middle", Text: s.Scale(km)})
}
