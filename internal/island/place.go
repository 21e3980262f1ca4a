package island

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"sync"

	"github.com/entente-net/entente/agreement"
)

// Text is the same words in each of Languages.
type Text map[string]string

// In gives the words in a language, in English where that language has none.
func (t Text) In(language string) string {
	if s := t[language]; s != "" {
		return s
	}
	return t["en"]
}

// Languages are those in which the island's places, parties and people are described: the four agreements have
// texts in the first three of them.
var Languages = []string{"en", "fr", "ar", "es", "ru", "zh"}

// Kind says what a place is.
type Kind string

// The kinds of places.
const (
	KindIsland     Kind = "island"
	KindState      Kind = "state"
	KindArea       Kind = "area" // land of which the agreements say nothing, since they prejudice nothing
	KindWaters     Kind = "waters"
	KindRiver      Kind = "river"
	KindRoad       Kind = "road"
	KindSegment    Kind = "segment"  // a stretch of a road, as a notice of movement names it
	KindCorridor   Kind = "corridor" // stretches of several roads, one after the other
	KindZone       Kind = "trade-zone"
	KindMined      Kind = "mined-area"
	KindCrossing   Kind = "crossing"
	KindPass       Kind = "pass"
	KindCapital    Kind = "capital"
	KindTown       Kind = "town"
	KindHarbour    Kind = "harbour"
	KindPost       Kind = "observation-post"
	KindSensitive  Kind = "sensitive-point"
	KindClinic     Kind = "clinic"
	KindWaterPoint Kind = "water-point"
)

// Position is longitude and latitude in degrees (RFC 7946 section 3.1.1).
type Position [2]float64

// Place is one feature of the map.
type Place struct {
	ID       string            `json:"id"`
	Kind     Kind              `json:"kind"`
	Name     Text              `json:"name"`
	Short    Text              `json:"short,omitempty"`    // of a State
	Neutral  Text              `json:"neutral,omitempty"`  // by the names of roads, rivers, passes and harbours
	Party    agreement.PartyID `json:"party,omitempty"`    // of a State
	Within   string            `json:"within,omitempty"`   // the State or area in which it lies
	On       string            `json:"on,omitempty"`       // the river of a crossing
	Road     string            `json:"road,omitempty"`     // of a segment
	Segments []string          `json:"segments,omitempty"` // of a road or a corridor, in their order
	Label    *Position         `json:"label,omitempty"`    // where the name stands on the map

	// One of these, by what the place is.
	Point Position     `json:"-"`
	Line  []Position   `json:"-"`
	Area  [][]Position `json:"-"` // rings, the outer one first
}

// Said gives the name by which an agreement that prejudices nothing may call the place.
func (p *Place) Said(language string) string {
	if p.Neutral != nil {
		return p.Neutral.In(language)
	}
	return p.Name.In(language)
}

// Value gives the place as the value of a field of the type point, line or area.
func (p *Place) Value() any {
	position := func(q Position) any { return []any{q[0], q[1]} }
	line := func(ps []Position) any {
		out := make([]any, len(ps))
		for i, q := range ps {
			out[i] = position(q)
		}
		return out
	}
	switch {
	case p.Area != nil:
		out := make([]any, len(p.Area))
		for i, ring := range p.Area {
			out[i] = line(ring)
		}
		return out
	case p.Line != nil:
		return line(p.Line)
	}
	return position(p.Point)
}

//go:embed island.geojson
var geoJSON []byte

// GeoJSON is the whole map (RFC 7946).
func GeoJSON() []byte { return geoJSON }

// collection is the file as it is written.
type collection struct {
	Type     string     `json:"type"`
	Box      [4]float64 `json:"bbox"` // west, south, east, north
	Features []struct {
		Type     string `json:"type"`
		ID       string `json:"id"`
		Place    Place  `json:"properties"`
		Geometry struct {
			Type        string          `json:"type"`
			Coordinates json.RawMessage `json:"coordinates"`
		} `json:"geometry"`
	} `json:"features"`
}

var atlas = sync.OnceValue(func() (a struct {
	places []Place
	byID   map[string]*Place
},
) {
	var c collection
	if err := json.Unmarshal(geoJSON, &c); err != nil {
		panic("island: island.geojson: " + err.Error())
	}
	a.places = make([]Place, len(c.Features))
	a.byID = make(map[string]*Place, len(c.Features))
	for i := range c.Features {
		f := &c.Features[i]
		p := f.Place
		into := map[string]any{"Point": &p.Point, "LineString": &p.Line, "Polygon": &p.Area}[f.Geometry.Type]
		if into == nil {
			panic(fmt.Sprintf("island: %s has a geometry of the type %q", f.ID, f.Geometry.Type))
		}
		if err := json.Unmarshal(f.Geometry.Coordinates, into); err != nil {
			panic(fmt.Sprintf("island: %s: %v", f.ID, err))
		}
		a.places[i] = p
		a.byID[p.ID] = &a.places[i]
	}
	return a
})

// Places are all places of the map, areas before lines and lines before points. They must not be changed.
func Places() []Place { return atlas().places }

// Find gives a place by its id, nil where there is none. It must not be changed.
func Find(id string) *Place { return atlas().byID[id] }
