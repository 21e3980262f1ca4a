package island

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/entente-net/entente/agreement"
)

func TestGeoJSON(t *testing.T) {
	var c collection
	if err := json.Unmarshal(GeoJSON(), &c); err != nil {
		t.Fatal(err)
	}
	if c.Type != "FeatureCollection" {
		t.Errorf("the file is a %q", c.Type)
	}
	box := [4]float64{180, 90, -180, -90}
	seen := map[string]bool{}
	for i, f := range c.Features {
		p := &Places()[i]
		if f.Type != "Feature" || f.ID != p.ID || p.ID == "" {
			t.Errorf("feature %d: type %q, id %q, and in its properties %q", i, f.Type, f.ID, p.ID)
		}
		if seen[p.ID] {
			t.Errorf("two features are called %s", p.ID)
		}
		seen[p.ID] = true
		for _, l := range Languages {
			if p.Name[l] == "" || p.Short != nil && p.Short[l] == "" || p.Neutral != nil && p.Neutral[l] == "" {
				t.Errorf("%s lacks a name in %s", p.ID, l)
			}
		}
		for _, q := range positions(p) {
			box = [4]float64{min(box[0], q[0]), min(box[1], q[1]), max(box[2], q[0]), max(box[3], q[1])}
			// A piece of ocean in which there is no land.
			if q[0] < -25 || q[0] > -20 || q[1] < -33 || q[1] > -30 {
				t.Errorf("%s lies at %v", p.ID, q)
			}
		}
	}
	if box != c.Box {
		t.Errorf("the box is %v, and the file says %v", box, c.Box)
	}
}

// Every kind has the geometry that one would draw, and what it names is there.
func TestPlaces(t *testing.T) {
	lines := []Kind{KindRiver, KindRoad, KindSegment, KindCorridor}
	areas := []Kind{KindIsland, KindState, KindArea, KindWaters, KindZone, KindMined}
	points := []Kind{KindCrossing, KindPass, KindCapital, KindTown, KindHarbour, KindPost, KindSensitive, KindClinic, KindWaterPoint}
	count := map[Kind]int{}
	for i := range Places() {
		p := &Places()[i]
		count[p.Kind]++
		switch {
		case slices.Contains(lines, p.Kind) != (len(p.Line) >= 2), slices.Contains(areas, p.Kind) != (len(p.Area) == 1),
			slices.Contains(points, p.Kind) != (p.Line == nil && p.Area == nil):
			t.Errorf("%s is a %s of another form", p.ID, p.Kind)
		}
		for _, id := range append(slices.Clone(p.Segments), p.Within, p.Road, p.On) {
			if id != "" && Find(id) == nil {
				t.Errorf("%s names %s, which is not there", p.ID, id)
			}
		}
	}
	for _, k := range slices.Concat(lines, areas, points) {
		if count[k] == 0 {
			t.Errorf("there is no %s", k)
		}
	}
	if count[KindState] != 4 || count[KindCapital] != 4 {
		t.Errorf("%d States and %d capitals", count[KindState], count[KindCapital])
	}
	// The Highlands are claimed and not agreed upon: whatever lies there has a name by road or river.
	for i := range Places() {
		if p := &Places()[i]; p.Kind == KindArea || p.Kind == KindTown && p.Within == "highlands" {
			if p.Neutral == nil {
				t.Errorf("%s has no neutral name", p.ID)
			}
		}
	}
}

// Rings are closed, go round to the left (RFC 7946 section 3.1.6), and no line meets itself.
func TestShapes(t *testing.T) {
	for i := range Places() {
		p := &Places()[i]
		for _, ring := range p.Area {
			if len(ring) < 4 || ring[0] != ring[len(ring)-1] {
				t.Errorf("%s is not closed", p.ID)
			}
			if signedArea(ring) <= 0 {
				t.Errorf("%s goes round to the right", p.ID)
			}
			meetsItself(t, p.ID, ring)
		}
		if p.Line != nil {
			meetsItself(t, p.ID, p.Line)
		}
		if (p.Kind == KindState || p.Kind == KindArea) && (len(p.Area[0]) < 31 || len(p.Area[0]) > 81) {
			t.Errorf("%s has %d vertices", p.ID, len(p.Area[0])-1)
		}
	}
}

func meetsItself(t *testing.T, id string, line []Position) {
	t.Helper()
	for i := 0; i+1 < len(line); i++ {
		if line[i] == line[i+1] {
			t.Errorf("%s stands still at %v", id, line[i])
		}
		for j := i + 2; j+1 < len(line); j++ {
			if i == 0 && j+2 == len(line) && line[0] == line[len(line)-1] {
				continue // a ring's last side ends where its first begins
			}
			if meet(line[i], line[i+1], line[j], line[j+1]) {
				t.Errorf("%s meets itself at %v and %v", id, line[i], line[j])
			}
		}
	}
}

// The four States and the Highlands are the island, without a gap and without an overlap: each side of a border
// is a side of exactly two of them, in opposite directions, and what is a side of one alone is the coast.
func TestBordersAreShared(t *testing.T) {
	type side [2]Position
	of := map[side]string{}
	for i := range Places() {
		p := &Places()[i]
		if p.Kind != KindState && p.Kind != KindArea {
			continue
		}
		ring := p.Area[0]
		for i := 0; i+1 < len(ring); i++ {
			s := side{ring[i], ring[i+1]}
			if of[s] != "" {
				t.Errorf("%s and %s lie on the same side of %v", p.ID, of[s], s)
			}
			of[s] = p.ID
		}
	}
	coast := map[side]bool{}
	ring := Find("island").Area[0]
	for i := 0; i+1 < len(ring); i++ {
		coast[side{ring[i], ring[i+1]}] = true
	}
	shared := map[string]int{}
	for s, a := range of {
		b := of[side{s[1], s[0]}]
		switch {
		case b == "" && !coast[s]:
			t.Errorf("%s ends at %v, where there is neither sea nor neighbour", a, s)
		case b != "":
			shared[a+" "+b]++
		}
		delete(coast, s)
	}
	if len(coast) > 0 {
		t.Errorf("%d sides of the coast belong to nobody", len(coast))
	}
	for _, pair := range []string{"arland belmark", "arland highlands", "belmark highlands", "belmark free-city", "caldera free-city", "caldera highlands"} {
		if shared[pair] == 0 {
			t.Errorf("no border of %s", pair)
		}
	}
	// Article 1 of the text on law enforcement: Caldera has no land frontier with another Party.
	for _, pair := range []string{"caldera arland", "caldera belmark"} {
		if shared[pair] > 0 {
			t.Errorf("there is a border of %s", pair)
		}
	}
}

func TestPointsLieWhereTheySay(t *testing.T) {
	for i := range Places() {
		p := &Places()[i]
		if p.Within == "" {
			continue
		}
		ring := Find(p.Within).Area[0]
		for _, q := range positions(p) {
			if !inside(q, ring) && !slices.Contains(ring, q) {
				t.Errorf("%s has %v outside %s", p.ID, q, p.Within)
			}
		}
		if p.Line == nil {
			continue
		}
		for i := 0; i+1 < len(p.Line); i++ {
			if !inside(Position{(p.Line[i][0] + p.Line[i+1][0]) / 2, (p.Line[i][1] + p.Line[i+1][1]) / 2}, ring) {
				t.Errorf("%s leaves %s at %v", p.ID, p.Within, p.Line[i])
			}
		}
	}
	for _, q := range Find("roads-of-saltmere").Area[0] {
		if inside(q, Find("island").Area[0]) {
			t.Errorf("the roads of Saltmere are on land at %v", q)
		}
	}
	for i := range Places() {
		if p := &Places()[i]; p.Kind == KindHarbour && !slices.Contains(Find("island").Area[0], p.Point) {
			t.Errorf("%s is not on the coast", p.ID)
		}
	}
}

// Roads are their segments end to end and lead from place to place; the Bel is the frontier, and reaches the sea.
func TestRoadsAndRivers(t *testing.T) {
	ends := map[Position]bool{}
	for i := range Places() {
		if p := &Places()[i]; p.Line == nil && p.Area == nil {
			ends[p.Point] = true
		}
	}
	coast := Find("island").Area[0]
	for i := range Places() {
		p := &Places()[i]
		switch p.Kind {
		case KindRoad, KindCorridor:
			var whole []Position
			for _, id := range p.Segments {
				s := Find(id)
				if p.Kind == KindRoad && s.Road != p.ID {
					t.Errorf("%s is of %s, not of %s", id, s.Road, p.ID)
				}
				if len(whole) > 0 {
					if whole[len(whole)-1] != s.Line[0] {
						t.Errorf("%s does not begin where the stretch of %s before it ends", id, p.ID)
					}
					whole = whole[:len(whole)-1]
				}
				whole = append(whole, s.Line...)
			}
			if !slices.Equal(whole, p.Line) {
				t.Errorf("%s is not what its segments are", p.ID)
			}
		case KindSegment:
			for _, q := range []Position{p.Line[0], p.Line[len(p.Line)-1]} {
				if !ends[q] && !slices.Contains(coast, q) {
					t.Errorf("%s ends at %v, where there is nothing", p.ID, q)
				}
			}
		}
	}
	bel := Find("river-bel").Line
	if bel[0] != Find("long-pass").Point || !slices.Contains(coast, bel[len(bel)-1]) || !slices.Contains(bel, Find("northgate").Point) {
		t.Error("the Bel does not flow from Long Pass by Northgate to the sea")
	}
	for _, s := range []string{"arland", "belmark"} {
		for _, q := range bel {
			if !slices.Contains(Find(s).Area[0], q) {
				t.Errorf("the Bel leaves the frontier of %s at %v", s, q)
			}
		}
	}
	if z := Find("long-pass-zone").Area[0]; !inside(Find("long-pass").Point, z) {
		t.Error("Long Pass is outside its zone")
	}
}

// What a place gives as a field's value is a value of that type.
func TestValues(t *testing.T) {
	for i := range Places() {
		p := &Places()[i]
		f := agreement.Field{ID: "place", Type: agreement.TypePoint}
		switch {
		case p.Area != nil:
			f.Type = agreement.TypeArea
		case p.Line != nil:
			f.Type = agreement.TypeLine
		}
		if err := new(agreement.Model).CheckValue(&f, p.Value()); err != nil {
			t.Errorf("%s: %v", p.ID, err)
		}
	}
}

func positions(p *Place) []Position {
	switch {
	case p.Area != nil:
		return slices.Concat(p.Area...)
	case p.Line != nil:
		return p.Line
	}
	return []Position{p.Point}
}

func signedArea(ring []Position) (a float64) {
	for i := 0; i+1 < len(ring); i++ {
		a += ring[i][0]*ring[i+1][1] - ring[i+1][0]*ring[i][1]
	}
	return a / 2
}

func inside(q Position, ring []Position) (in bool) {
	for i := 0; i+1 < len(ring); i++ {
		a, b := ring[i], ring[i+1]
		if (a[1] > q[1]) != (b[1] > q[1]) && q[0] < (b[0]-a[0])*(q[1]-a[1])/(b[1]-a[1])+a[0] {
			in = !in
		}
	}
	return in
}

// meet says whether two sides have a point in common.
func meet(a, b, c, d Position) bool {
	turn := func(p, q, r Position) int {
		v := (q[0]-p[0])*(r[1]-p[1]) - (q[1]-p[1])*(r[0]-p[0])
		switch {
		case v > 1e-12:
			return 1
		case v < -1e-12:
			return -1
		}
		return 0
	}
	between := func(p, q, r Position) bool {
		return min(p[0], q[0]) <= r[0] && r[0] <= max(p[0], q[0]) && min(p[1], q[1]) <= r[1] && r[1] <= max(p[1], q[1])
	}
	t1, t2, t3, t4 := turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)
	return t1*t2 < 0 && t3*t4 < 0 || t1 == 0 && between(a, b, c) || t2 == 0 && between(a, b, d) ||
		t3 == 0 && between(c, d, a) || t4 == 0 && between(c, d, b)
}

// The tests above would find what they look for.
func TestShapeTestsSee(t *testing.T) {
	bow := []Position{{0, 0}, {1, 1}, {1, 0}, {0, 1}, {0, 0}}
	if !meet(bow[0], bow[1], bow[2], bow[3]) || meet(Position{0, 0}, Position{1, 0}, Position{0, 1}, Position{1, 1}) {
		t.Error("crossing sides are not seen")
	}
	if square := []Position{{0, 0}, {0, 1}, {1, 1}, {1, 0}, {0, 0}}; signedArea(square) != -1 || !inside(Position{.5, .5}, square) || inside(Position{2, .5}, square) {
		t.Error(fmt.Sprint("a square is not seen: ", signedArea(square)))
	}
}
