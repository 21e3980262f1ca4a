package casework

import (
	"math"
	"reflect"
	"testing"

	"github.com/entente-net/entente/agreement"
)

func TestAssess(t *testing.T) {
	m := figuresModel(t)
	r := m.Risk("permits")
	const never = math.MaxUint64
	owes, long, back := "The employer owes wages.", "The stay is long.", "Whoever came back before comes back again."
	for name, x := range map[string]struct {
		values vals
		draw   uint64
		want   Assessment
	}{
		"nothing applies": {
			vals{"employer": vals2{"debts": 1.0}, "days": 90.0, "returned_before": false},
			never,
			Assessment{Score: 0, Lane: "go"},
		},
		"two rules": {
			vals{"employer": vals2{"debts": 1000.5}, "days": 91.0, "returned_before": false},
			never,
			Assessment{Score: 60, Lane: "visit", Fired: ids("debts", "long"), Reasons: []string{owes, long}},
		},
		"who came back": {
			vals{"employer": vals2{"debts": 2000.0}, "days": 10.0, "returned_before": true},
			never,
			Assessment{Score: 10, Lane: "go", Fired: ids("debts", "returned"), Reasons: []string{owes, back}},
		},
		"below 0 is 0": {
			vals{"employer": vals2{"debts": 1.0}, "days": 10.0, "returned_before": true},
			never,
			Assessment{Score: 0, Lane: "go", Fired: ids("returned"), Reasons: []string{back}},
		},
		"what is not given is undecided": {
			vals{"days": 91.0, "employer": vals2{"name": "X"}},
			never,
			Assessment{Score: 20, Lane: "look", Fired: ids("long"), Reasons: []string{long}, Undecided: ids("debts", "returned")},
		},
		"what does not fit is undecided": {
			vals{"days": "many", "employer": "X", "returned_before": nil},
			never,
			Assessment{Score: 0, Lane: "go", Undecided: ids("debts", "long", "returned")},
		},
		"nothing at all": {nil, never, Assessment{Lane: "go", Undecided: ids("debts", "long", "returned")}},
		"drawn": {
			vals{"employer": vals2{"debts": 1.0}, "days": 90.0, "returned_before": false},
			0,
			Assessment{Score: 0, Lane: "look", Random: true},
		},
		"drawn, and further already": {
			vals{"employer": vals2{"debts": 1000.5}, "days": 91.0, "returned_before": false},
			0,
			Assessment{Score: 60, Lane: "visit", Random: true, Fired: ids("debts", "long"), Reasons: []string{owes, long}},
		},
	} {
		x.want.Risk, x.want.Version = "permits", "2026-1"
		if x.want.Fired == nil {
			x.want.Fired, x.want.Reasons = ids(), []string{}
		}
		if x.want.Undecided == nil {
			x.want.Undecided = ids()
		}
		if got := Assess(r, x.values, x.draw); !reflect.DeepEqual(got, x.want) {
			t.Errorf("%s: %+v\nwant %+v", name, got, x.want)
		}
	}
}

type vals2 = map[string]any

func ids(list ...agreement.RiskRuleID) []agreement.RiskRuleID {
	return append([]agreement.RiskRuleID{}, list...)
}

// 2.5 per cent of all numbers are those below 461168601842738790.4.
func TestDraw(t *testing.T) {
	for _, x := range []struct {
		share string
		draw  uint64
		want  bool
	}{
		{"2.5", 0, true},
		{"2.5", 461168601842738790, true},
		{"2.5", 461168601842738791, false},
		{"100", math.MaxUint64, true},
		{"0", 0, false},
		{"", 0, false},
		{"0.000000001", 184467440, true},
		{"0.000000001", 184467441, false},
	} {
		if got := drawn(x.share, x.draw); got != x.want {
			t.Errorf("%s per cent, %d: %v", x.share, x.draw, got)
		}
	}
}
