package desk

import (
	"github.com/entente-net/entente/internal/island"
	"github.com/entente-net/entente/internal/web/chart"
)

// ground is what the exercise's island looks like. It lies where there is no land: on a map of anywhere else it is out of
// sight.
func ground(language string) []chart.Feature {
	var out []chart.Feature
	shape := func(class string, line []island.Position, closed bool) {
		f := chart.Feature{Class: class, Closed: closed}
		for _, c := range line {
			f.Line = append(f.Line, chart.Coordinate{East: c[0], North: c[1]})
		}
		out = append(out, f)
	}
	places := island.Places()
	for i := range places {
		p := &places[i]
		switch p.Kind {
		case island.KindState, island.KindArea:
			for _, ring := range p.Area {
				shape("land", ring, true)
			}
		case island.KindRiver:
			shape("river", p.Line, false)
		case island.KindRoad:
			shape("road", p.Line, false)
		case island.KindTown, island.KindCapital, island.KindCrossing, island.KindHarbour:
			shape("town", []island.Position{p.Point}, false)
			out[len(out)-1].Name = p.Said(language)
		}
	}
	return out
}
