package casework

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

func TestSharesThatShut(t *testing.T) {
	m := changed(func(_ *agreement.Model, p *agreement.Procedure) {
		p.Shares[0].From, p.Shares[0].For = states("executed"), period("P3D")          // evidence
		p.Shares[1].Until = states("authorised")                                       // facts
		p.Shares[2].From, p.Shares[2].For, p.Shares[2].Until = nil, period("P5D"), nil // reasons
	})
	prosecutor, judge := Actor{Party: arland, Role: "prosecutor"}, Actor{Party: belmark, Role: "judge"}
	r := open(t, m, start)
	if err := r.Sees(judge, "facts", start.Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	n := r.do("authorise", start.Add(day)).do("execute", start.Add(2*day))
	for _, x := range []struct {
		who  Actor
		f    agreement.FieldID
		at   time.Time
		open bool
	}{
		{judge, "facts", start.Add(2 * day), false}, // the case has been in authorised
		{prosecutor, "evidence", start.Add(5 * day), true},
		{prosecutor, "evidence", start.Add(5*day + micro), false}, // three days from the first entry
		{prosecutor, "reasons", start.Add(5 * day), true},         // from the opening of the case
		{prosecutor, "reasons", start.Add(5*day + micro), false},
	} {
		err := n.Sees(x.who, x.f, x.at)
		if (err == nil) != x.open {
			t.Errorf("%s at %s: %v", x.f, x.at, err)
		} else if err != nil {
			refuses(t, err, fault.NotShared, "7")
		}
		if slices.Contains(n.Entitled(x.who.Party, x.at), x.f) != x.open {
			t.Errorf("%s at %s: entitled to %v", x.f, x.at, n.Entitled(x.who.Party, x.at))
		}
	}
	// What a share opens no more does not leave by the next step either.
	for _, o := range r.at(start.Add(6*day)).Options(judge, start.Add(6*day)) {
		for _, f := range o.Shares {
			if slices.Contains(f.Fields, "reasons") {
				t.Errorf("%s would still let the reasons out", o.Step.ID)
			}
		}
	}
}

func TestSharesWithAPrecision(t *testing.T) {
	m := changed(func(m *agreement.Model, p *agreement.Procedure) {
		m.Records[0].Fields = append(m.Records[0].Fields, agreement.Field{ID: "place", Type: agreement.TypePoint})
		p.Step("request").Gives = append(p.Step("request").Gives, "place")
		p.Shares = append(p.Shares,
			agreement.Share{ID: "roughly", Article: "7", Fields: fields("place"), With: []agreement.Actor{by(asked, "judge"), by(asked, "prosecutor"), by(asking, "supervisor")}, Precision: "10 km"},
			agreement.Share{ID: "exactly", Article: "7", Fields: fields("place"), With: []agreement.Actor{by(asked, "prosecutor")}, From: states("authorised")},
		)
	})
	r := open(t, m, start)
	judge, prosecutor := Actor{Party: belmark, Role: "judge"}, Actor{Party: belmark, Role: "prosecutor"}
	share, err := r.Grant(judge, "place", start)
	if err != nil || share.Precision != "10 km" {
		t.Fatalf("%v %v", share, err)
	}
	refuses(t, r.MayHold(judge, "place", start), fault.NotShared, "7")
	if got := r.Entitled(belmark, start); slices.Contains(got, "place") {
		t.Errorf("the exact place would leave: %v", got)
	}
	if share, err := r.Grant(Actor{Party: arland, Role: "prosecutor"}, "place", start); share != nil || err != nil {
		t.Errorf("the giver sees %v %v", share, err)
	}
	n := r.do("authorise", start.Add(day))
	if share, err := n.Grant(prosecutor, "place", start.Add(day)); err != nil || share.ID != "exactly" {
		t.Errorf("%v %v", share, err)
	}
	if share, _ := n.Grant(judge, "place", start.Add(day)); share == nil || share.ID != "roughly" {
		t.Errorf("the judge's share is %v", share)
	}
	if got := n.Entitled(belmark, start.Add(day)); !slices.Contains(got, "place") {
		t.Errorf("entitled to %v", got)
	}
	for _, o := range r.Options(judge, start) {
		for _, f := range o.Shares {
			if want := o.Step.ID == "authorise"; slices.Contains(f.Fields, "place") && (!want || f.Share.ID != "exactly") {
				t.Errorf("%s lets the place out by %s", o.Step.ID, f.Share.ID)
			}
		}
	}
}

func TestCoarsen(t *testing.T) {
	point := func(lon, lat float64) []any { return []any{lon, lat} }
	of := func(t agreement.Type) *agreement.Field { return &agreement.Field{Type: t} }
	list := &agreement.Field{Type: agreement.TypeList, Of: agreement.TypePoint}
	square := []any{point(-0.04497, -0.04497), point(0.04497, -0.04497), point(0.04497, 0.04497), point(-0.04497, 0.04497), point(-0.04497, -0.04497)}
	for _, x := range []struct {
		field     *agreement.Field
		value     any
		precision string
		want      any
	}{
		{of(agreement.TypePoint), point(12.5, 48.1), "", point(12.5, 48.1)},
		{of(agreement.TypePoint), point(12.5, 48.1), "10 km", point(12.52694, 48.11364)},
		{of(agreement.TypePoint), point(12.5001, 48.1002), "10 km", point(12.52694, 48.11364)},
		{of(agreement.TypePoint), point(12.5, 48.1), "500 m", point(12.49672, 48.10015)},
		{of(agreement.TypePoint), point(-0.01, -0.01), "10 km", point(0, 0)},
		{of(agreement.TypePoint), point(17, 89.99), "100 km", point(0, 89.93204)},
		{of(agreement.TypePoint), point(179.99, 0), "100 km", point(179.86407, 0)},
		{of(agreement.TypeLine), []any{point(0, 0), point(0.01, 0.01), point(1, 0)}, "10 km", []any{point(0, 0), point(0.98925, 0)}},
		{of(agreement.TypeLine), []any{point(0, 0), point(0.01, 0.01)}, "10 km", []any{point(0, 0), point(0, 0)}},
		{of(agreement.TypeArea), []any{[]any{point(0, 0), point(0.01, 0), point(0.01, 0.01), point(0, 0)}}, "10 km", []any{square}},
		{of(agreement.TypeArea), []any{[]any{point(0, 0), point(1, 0), point(1, 1), point(0, 0)}}, "50 km", []any{[]any{point(0, 0), point(0.89932, 0), point(0.89943, 0.89932), point(0, 0)}}},
		{list, []any{point(-0.01, -0.01)}, "10 km", []any{point(0, 0)}},
		{list, []any{point(-0.01, -0.01), "x"}, "10 km", nil},
		{of(agreement.TypeTime), "2026-04-13T14:37:12.5+02:00", "P1D", "2026-04-13T00:00:00Z"},
		{of(agreement.TypeTime), "2026-04-13T00:30:00+02:00", "P1D", "2026-04-12T00:00:00Z"},
		{of(agreement.TypeTime), "2026-04-13T14:37:12Z", "PT6H", "2026-04-13T12:00:00Z"},
		{of(agreement.TypeTime), "2026-04-13T14:37:12Z", "PT15M", "2026-04-13T14:30:00Z"},
		{of(agreement.TypeTime), "2026-04-13T14:37:12Z", "P1M", "2026-04-01T00:00:00Z"},
		{of(agreement.TypeDate), "2026-04-13", "P1Y", "2026-01-01"},
		{of(agreement.TypeDate), "2026-04-13", "P1D", "2026-04-13"},
		// What cannot be shown so is not shown.
		{of(agreement.TypeDate), "2026-04-13", "PT6H", nil},
		{of(agreement.TypeDate), "2026-04-13", "10 km", nil},
		{of(agreement.TypePoint), point(12.5, 48.1), "P1D", nil},
		{of(agreement.TypeText), "Quell", "10 km", nil},
		{of(agreement.TypePoint), "here", "10 km", nil},
		{of(agreement.TypePoint), point(12.5, math.NaN()), "10 km", nil},
		{of(agreement.TypePoint), point(500, 0), "10 km", nil},
		{of(agreement.TypeArea), []any{}, "10 km", nil},
		{of(agreement.TypeLine), []any{}, "10 km", nil},
		{of(agreement.TypeTime), "yesterday", "P1D", nil},
		{nil, "x", "10 km", nil},
	} {
		if got := Coarsen(x.field, x.value, x.precision); !reflect.DeepEqual(got, x.want) && fmt.Sprint(got) != fmt.Sprint(x.want) {
			t.Errorf("%v to %q: %v, want %v", x.value, x.precision, got, x.want)
		}
	}
	for _, bad := range []string{"10", "10 miles", "0 km", "-1 km", "1.5 km", "PT5H", "PT7M", "PT", "PT0H", "P2D", "km", " km", "PT999H", "10 km "} {
		if _, _, ok := parsePrecision(bad); ok {
			t.Errorf("%q is read as a precision", bad)
		}
	}
}

// FuzzCoarsen: a place moves by no more than half a cell and the rounding, and to where it stays.
func FuzzCoarsen(f *testing.F) {
	f.Add(12.5, 48.1, uint32(10_000))
	f.Add(-180.0, 90.0, uint32(1))
	f.Add(179.999999, -89.9, uint32(20_000_000))
	f.Fuzz(func(t *testing.T, lon, lat float64, metres uint32) {
		p, ok := coarsePoint([]any{lon, lat}, float64(metres))
		if !ok {
			return
		}
		x, y := p[0].(float64), p[1].(float64)
		if math.Abs(x) > 180 || math.Abs(y) > 90 || math.IsNaN(x) || math.IsNaN(y) {
			t.Fatalf("%v,%v at %d m goes to %v", lon, lat, metres, p)
		}
		if moved := math.Abs(y-lat) * metresPerDegree; moved > float64(metres)/2+2 && math.Abs(y) != 90 {
			t.Fatalf("%v,%v at %d m moves %v m to the north", lon, lat, metres, moved)
		}
	})
}
