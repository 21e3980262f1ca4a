package casework

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

func figuresModel(t testing.TB) *agreement.Model {
	t.Helper()
	text, err := os.ReadFile("../agreement/testdata/figures.md")
	if err != nil {
		t.Fatal(err)
	}
	m, fs := agreement.Compile("figures.md", text)
	if m == nil {
		t.Fatal(fs)
	}
	return m
}

// permit is a case that is opened on a day of 2026 and moved on after so many days each.
type permit struct {
	opened int // day of the year, from 0
	values map[agreement.FieldID]any
	moves  []agreement.StepID
	after  []int
}

var newYear = instant("2026-01-01T09:00:00Z")

func (p permit) play(t testing.TB, m *agreement.Model, i int) *Case {
	t.Helper()
	proc := m.Procedure("permit")
	sides := map[agreement.SideID]agreement.PartyID{"asking": "arland", "granting": "belmark"}
	at := newYear.AddDate(0, 0, p.opened)
	mv := sampleMove(m, proc, sides, "ask", at)
	for _, f := range slices.Sorted(func(yield func(agreement.FieldID) bool) {
		for f := range p.values {
			if !yield(f) {
				return
			}
		}
	}) {
		with(f, p.values[f])(&mv)
	}
	c, err := Open(m, CaseID(fmt.Sprintf("%032x", i)), "permit", sides, mv)
	if err != nil {
		t.Fatal(err)
	}
	for j, step := range p.moves {
		at = at.AddDate(0, 0, p.after[j])
		mv := sampleMove(m, proc, sides, step, at)
		mv.Facts = map[string]any{"quota:permits": 0.0}
		if c, err = c.Settled(at).Take(mv); err != nil {
			t.Fatal(err)
		}
	}
	return c
}

func fee(currency, value string) map[string]any {
	return map[string]any{"currency": currency, "value": value}
}

type (
	vals  = map[agreement.FieldID]any
	steps = []agreement.StepID
)

// The cases that the figures below are computed of by hand.
var permits = []permit{
	{0, vals{"kind": "harvest", "fee": fee("EUR", "10.10"), "days": 30.0, "employer": map[string]any{"debts": 5.0}}, steps{"grant", "return"}, []int{2, 20}},
	{1, vals{"kind": "harvest", "fee": fee("EUR", "0.20"), "days": 60.5}, steps{"grant"}, []int{4}},
	{2, vals{"kind": "building", "fee": fee("XAF", "1000"), "employer": map[string]any{"debts": 11.0}}, steps{"grant"}, []int{9}},
	{3, vals{"kind": "building"}, steps{"refuse"}, []int{1}},
	{4, vals{"kind": "harvest", "days": json.Number("0.1")}, nil, nil},                           // lapses after ten days
	{40, vals{"kind": "harvest", "days": json.Number("0.2")}, steps{"grant"}, []int{6}},          // in the window of ninety days from day 100 on
	{99, vals{"kind": "care", "days": 2.0}, nil, nil},                                            // still open
	{50, vals{"kind": "care", "fee": fee("EUR", "3")}, steps{"grant", "ask-again"}, []int{3, 1}}, // asked twice, and lapsed
}

func cases(t testing.TB, m *agreement.Model, list []permit) Population {
	all := make([]*Case, len(list))
	for i, p := range list {
		all[i] = p.play(t, m, i)
	}
	return Population{Cases: slices.Values(all)}
}

func TestMeasures(t *testing.T) {
	m := figuresModel(t)
	over := cases(t, m, permits)
	now := newYear.AddDate(0, 0, 100)
	yes, no := true, false
	for id, want := range map[agreement.IndicatorID]struct {
		cells  []Cell
		met    *bool
		unread int
	}{
		// Granted on days 2, 5, 11, 46 and 53; the window is (day 10, day 100].
		"granted": {[]Cell{
			{N: 3, Of: 3, Value: "3"},
			{Field: "kind", Group: "harvest", N: 1, Of: 1, Value: "1"},
			{Field: "kind", Group: "building", N: 1, Of: 1, Value: "1"},
			{Field: "kind", Group: "care", N: 1, Of: 1, Value: "1"},
		}, &yes, 0},
		// Eight asked; one refused, two lapsed. Wilson: (3+1.9207)/(8+3.8415) ± …
		"refused": {[]Cell{{N: 3, Of: 8, Value: "0.375", Low: "0.1368", High: "0.6943"}}, &no, 0},
		// Five that say nothing of debts have the sample's, 1; one has 5, one of 11 is granted.
		"long": {[]Cell{{N: 1, Of: 1, Value: "1"}}, nil, 0},
		// 1, 2, 3, 4, 6, 9 days: the third of six; nine in ten of six is the sixth. Eight began.
		"time": {[]Cell{{Unit: "days", N: 6, Of: 8, Value: "3"}}, &yes, 0},
		"slow": {[]Cell{{Unit: "days", N: 6, Of: 8, Value: "9"}}, nil, 0},
		// No fee is given in four of the eight.
		"fees": {[]Cell{
			{Unit: "EUR", N: 3, Of: 3, Value: "13.3"},
			{Unit: "XAF", N: 1, Of: 1, Value: "1000"},
			{Field: "kind", Group: "harvest", Unit: "EUR", N: 2, Of: 2, Value: "10.3"},
			{Field: "kind", Group: "building", Unit: "XAF", N: 1, Of: 1, Value: "1000"},
			{Field: "kind", Group: "care", Unit: "EUR", N: 1, Of: 1, Value: "3"},
		}, nil, 4},
		// 30 + 60.5 + 0.1 + 0.2 + 2, and three samples of 1: 0.1 and 0.2 are three tenths here.
		"days": {[]Cell{{N: 8, Of: 8, Value: "95.8"}}, nil, 0},
	} {
		f, err := Measure(m, m.Indicator(id), over, now, nil)
		if err != nil {
			t.Errorf("%s: %v", id, err)
			continue
		}
		if !slices.Equal(f.Cells, want.cells) || f.Unread != want.unread {
			t.Errorf("%s: %+v, %d unread\nwant %+v, %d", id, f.Cells, f.Unread, want.cells, want.unread)
		}
		if (f.Met == nil) != (want.met == nil) || f.Met != nil && *f.Met != *want.met {
			t.Errorf("%s: the target %s is judged %v", id, f.Target, f.Met)
		}
	}
	// Before anything happened there is nothing, and no share of it.
	f, err := Measure(m, m.Indicator("refused"), over, newYear.Add(-time.Hour), nil)
	if err != nil || !slices.Equal(f.Cells, []Cell{{}}) || f.Met != nil {
		t.Errorf("before the first day: %+v, %v", f, err)
	}
	// What is known only later does not change a figure of then.
	f, err = Measure(m, m.Indicator("time"), over, newYear.AddDate(0, 0, 5), nil)
	if err != nil || f.Cells[0].N != 3 || f.Cells[0].Of != 5 || f.Cells[0].Value != "2" {
		t.Errorf("on the fifth day: %+v, %v", f, err)
	}
}

// What was restricted or destroyed is not read, and said to be unread.
func TestMeasureReadsNothingThatIsGone(t *testing.T) {
	m := figuresModel(t)
	over := cases(t, m, permits)
	f, err := Measure(m, m.Indicator("long"), over, newYear.AddDate(0, 0, 300), nil)
	if err != nil || f.Cells[0].N != 0 || f.Unread != 3 {
		t.Errorf("after the stay is over: %+v, %v", f, err)
	}
}

func TestMeasuresOfRegistersAndFunds(t *testing.T) {
	m := figuresModel(t)
	now := newYear.AddDate(0, 0, 10)
	over := Population{
		Entries: slices.Values([]Entry{
			{vals{"name": "X", "debts": 0.1}, now},
			{vals{"name": "Y", "debts": 0.2}, now.Add(-23 * time.Hour)},
			{vals{"name": "Z", "debts": -1.0}, now.Add(-time.Hour)},
			{vals{"name": "W"}, now.Add(-24 * time.Hour)},
			{vals{"debts": 4.0}, now.Add(time.Second)},
		}),
		Payments: []FundEntry{
			{Donor: "arland", Entry: EntryPledged, Amount: "9", Currency: "EUR", At: now},
			{Donor: "arland", Entry: EntryPaid, Amount: "0.1", Currency: "EUR", At: now},
			{Donor: "arland", Entry: EntryPaid, Amount: "0.2", Currency: "EUR", At: now},
			{Donor: "arland", Entry: EntryPaid, Amount: "1/3", Currency: "EUR", At: now},
		},
	}
	for id, want := range map[agreement.IndicatorID]Figure{
		"debts": {Cells: []Cell{{N: 2, Of: 2, Value: "0.3"}}, Unread: 1},
		"asked": {Cells: []Cell{{N: 3, Of: 3, Value: "3"}}},
		"paid":  {Cells: []Cell{{N: 2, Of: 2, Unit: "EUR", Value: "0.3"}}, Unread: 1},
	} {
		f, err := Measure(m, m.Indicator(id), over, now, nil)
		if err != nil || !slices.Equal(f.Cells, want.Cells) || f.Unread != want.Unread {
			t.Errorf("%s: %+v, %v", id, f, err)
		}
	}
}

// group makes so many cases of an origin, so many of them granted.
func group(origin string, of, granted int) []permit {
	var list []permit
	for i := range of {
		p := permit{0, vals{"origin": origin, "kind": "harvest"}, nil, nil}
		if i < granted {
			p.moves, p.after = steps{"grant"}, []int{1}
		}
		list = append(list, p)
	}
	return list
}

func TestDisparity(t *testing.T) {
	m := figuresModel(t)
	now := newYear.AddDate(0, 0, 5)
	measure := func(lists ...[]permit) Figure {
		t.Helper()
		f, err := Measure(m, m.Indicator("even-hands"), cases(t, m, slices.Concat(lists...)), now, nil)
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	// 12 of 20 against 6 of 20: ratio 2; ln 2 ± 1.96·√(1/12 − 1/20 + 1/6 − 1/20) = 0.6931 ± 0.7591.
	f := measure(group("XA", 20, 12), group("XB", 20, 6), []permit{{0, vals{"kind": "care"}, nil, nil}, {0, vals{"kind": "care"}, nil, nil}, {0, vals{"kind": "care"}, nil, nil}})
	want := []Cell{
		{N: 18, Of: 43, Value: "2", Low: "0.9362", High: "4.2727"},
		{Field: "origin", Group: "XA", N: 12, Of: 20, Value: "2", Low: "0.9362", High: "4.2727"},
		{Field: "origin", Group: "XB", N: 6, Of: 20, Value: "0.5", Low: "0.2340", High: "1.0682"},
	}
	if !slices.Equal(f.Cells, want) || f.Met == nil || *f.Met {
		t.Errorf("%+v\nwant %+v", f.Cells, want)
	}
	// Two of three groups are enough to work out the third: with the smallest goes the next.
	f = measure(group("XA", 20, 10), group("XB", 10, 5), group("XC", 2, 0))
	if c := f.Cells; c[0].Hidden || c[1].Hidden || !c[2].Hidden || !c[3].Hidden || c[2].N+c[3].N+c[2].Of+c[3].Of != 0 {
		t.Errorf("%+v", f.Cells)
	}
	// Of two groups none can be shown where one is small, and the highest ratio neither.
	f = measure(group("XA", 20, 10), group("XB", 2, 2))
	if c := f.Cells; !c[1].Hidden || !c[2].Hidden || c[0].Value != "" || f.Met != nil {
		t.Errorf("%+v", f.Cells)
	}
}

func TestDisclosureControl(t *testing.T) {
	m := figuresModel(t)
	now := newYear.AddDate(0, 0, 5)
	x := m.Indicator("granted-in-public")
	measure := func(lists ...[]permit) []Cell {
		t.Helper()
		f, err := Measure(m, x, cases(t, m, slices.Concat(lists...)), now, nil)
		if err != nil {
			t.Fatal(err)
		}
		return f.Cells
	}
	// All are of one kind, so that even an empty cell would tell it of everybody; the origins 7, 8 and 4 are rounded.
	got := measure(group("XA", 7, 7), group("XB", 9, 8), group("XC", 4, 4))
	want := []Cell{
		{N: 20, Of: 20, Value: "20"},
		{Field: "kind", Group: "harvest", Hidden: true},
		{Field: "kind", Group: "building", Hidden: true},
		{Field: "kind", Group: "care", Hidden: true},
		{Field: "origin", Group: "XA", N: 5, Of: 5, Value: "5"},
		{Field: "origin", Group: "XB", N: 10, Of: 10, Value: "10"},
		{Field: "origin", Group: "XC", N: 5, Of: 5, Value: "5"},
	}
	if !slices.Equal(got, want) {
		t.Errorf("%+v\nwant %+v", got, want)
	}
	// Too few in all: nothing is shown, not even how few.
	for _, c := range measure(group("XA", 2, 2)) {
		if !c.Hidden || c.N != 0 || c.Value != "" {
			t.Errorf("%+v", c)
		}
	}
}

// Whatever the cases are, nobody can work out a cell that stands on fewer than the minimum from what is shown.
func TestHiddenStaysHidden(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		measure := []string{"count", "share"}[rng.IntN(2)]
		tl := &tallies{measure: measure, all: &tally{}, fields: []agreement.FieldID{"f"}, groups: map[agreement.FieldID]map[string]*tally{"f": {}}}
		for g := range 1 + rng.IntN(5) {
			x := tl.of("f", string(rune('a'+g)))
			x.of = rng.IntN(12)
			x.n = x.of
			if measure == "share" {
				x.n = rng.IntN(x.of + 1)
			}
			tl.all.n, tl.all.of = tl.all.n+x.n, tl.all.of+x.of
		}
		const minimum = 4
		tl.control(minimum, 0)
		n, of, hidden := tl.all.n, tl.all.of, 0
		for _, x := range tl.dimension("f") {
			if x.hidden {
				hidden++
				continue
			}
			n, of = n-x.n, of-x.of
			if tl.all.hidden || tl.small(minimum, x) {
				t.Fatalf("a small cell is shown: %+v", *x)
			}
		}
		if few := func(k int) bool { return 0 < k && k < minimum }; !tl.all.hidden && hidden > 0 && hidden < len(tl.groups["f"]) &&
			(hidden == 1 || of < minimum || measure == "share" && (few(n) || few(of-n))) {
			t.Fatalf("%d of %d in %d hidden cells can be worked out", n, of, hidden)
		}
	}
}

func TestCountsAreRounded(t *testing.T) {
	for n, want := range map[int]int{0: 0, 2: 0, 3: 5, 7: 5, 8: 10} {
		x := &tally{n: n}
		if x.round(5); x.n != want {
			t.Errorf("%d is rounded to %d, want %d", n, x.n, want)
		}
	}
	for n, want := range map[int]int{4: 0, 5: 10, 14: 10, 15: 20} {
		x := &tally{n: n}
		if x.round(10); x.n != want {
			t.Errorf("%d is rounded to %d, want %d", n, x.n, want)
		}
	}
}

func TestNoise(t *testing.T) {
	m := figuresModel(t)
	x := m.Indicator("noisy")
	over := cases(t, m, permits)
	if _, err := Measure(m, x, over, newYear.AddDate(0, 0, 100), nil); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("without noise: %v", err)
	}
	if _, err := Measure(m, x, over, newYear.AddDate(0, 0, 100), bytes.NewReader(nil)); fault.CodeOf(err) != fault.Internal {
		t.Errorf("without randomness: %v", err)
	}
	f, err := Measure(m, x, over, newYear.AddDate(0, 0, 100), rand.NewChaCha8([32]byte{1}))
	if err != nil || len(f.Cells) != 5 || f.Cells[4].Group != "" {
		t.Errorf("%+v, %v", f, err)
	}
	share := *m.Indicator("refused")
	share.Budget = "100000" // so much that there is hardly any noise
	if f, err := Measure(m, &share, over, newYear.AddDate(0, 0, 100), rand.NewChaCha8([32]byte{1})); err != nil || !slices.Equal(f.Cells, []Cell{{N: 3, Of: 8, Value: "0.375"}}) {
		t.Errorf("%+v, %v", f, err)
	}
	again, err := Measure(m, x, over, newYear.AddDate(0, 0, 100), rand.NewChaCha8([32]byte{1}))
	if err != nil || !slices.Equal(f.Cells, again.Cells) {
		t.Errorf("the same randomness gave %+v and %+v", f.Cells, again.Cells)
	}
}

// The geometric mechanism's chances are (1−a)/(1+a)·a^|k| with a = exp(−epsilon): for epsilon ln 2, which is near
// 0.693147, a third of all draws are 0, a sixth 1 and a sixth −1.
func TestGeometricNoise(t *testing.T) {
	epsilon, _ := decimal("0.693147")
	source := rand.NewChaCha8([32]byte{7})
	const draws = 30_000
	seen := map[int]int{}
	for range draws {
		k, err := geometric(epsilon, source)
		if err != nil {
			t.Fatal(err)
		}
		seen[k]++
	}
	for k, want := range map[int]float64{0: 1. / 3, 1: 1. / 6, -1: 1. / 6, 2: 1. / 12, -2: 1. / 12, 5: 1. / 96} {
		if got := float64(seen[k]) / draws; got < want-.012 || got > want+.012 {
			t.Errorf("%d comes in %.4f of the draws, want %.4f", k, got, want)
		}
	}
}
