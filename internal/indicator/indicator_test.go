package indicator

import (
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/entente-net/entente/agreement"
)

func drawPart(t *rapid.T) *Part {
	month := func() Month { return Month(fmt.Sprintf("2026-%02d", rapid.IntRange(1, 6).Draw(t, "month"))) }
	p := &Part{Procedure: "p", Opened: month()}
	if rapid.Bool().Draw(t, "over") {
		p.Outcome, p.Ended = rapid.SampledFrom([]agreement.StateID{"granted", "refused"}).Draw(t, "state"), month()
	}
	for range rapid.IntRange(0, 3).Draw(t, "runs") {
		r := Run{Clock: rapid.SampledFrom([]agreement.ClockID{"a", "b"}).Draw(t, "clock"), Month: month(), Status: rapid.SampledFrom([]RunStatus{Runs, InTime, Lapsed}).Draw(t, "status")}
		if r.Status == InTime {
			r.Took = Rounded(time.Duration(rapid.Int64Range(1, int64(90*24*time.Hour)).Draw(t, "took")))
		}
		p.Runs = append(p.Runs, r)
	}
	return p
}

// What is counted as cases move is what counting them all at the end gives, also through the form in which it is stored.
func TestCountsFollowTheirCases(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kept := map[Month]*Counts{}
		add := func(p *Part, n int) {
			for _, m := range p.Months() {
				c := &Counts{}
				if was := kept[m]; was != nil {
					body, err := json.Marshal(was)
					if err == nil {
						err = json.Unmarshal(body, c)
					}
					if err != nil {
						t.Fatal(err)
					}
				}
				c.Add(p, m, n)
				kept[m] = c
			}
		}
		cases := map[int]*Part{}
		for range rapid.IntRange(1, 60).Draw(t, "moves") {
			id := rapid.IntRange(0, 9).Draw(t, "case")
			if was := cases[id]; was != nil {
				add(was, -1)
			}
			cases[id] = drawPart(t)
			add(cases[id], 1)
		}
		again := map[Month]*Counts{}
		for _, p := range cases {
			for _, m := range p.Months() {
				if again[m] == nil {
					again[m] = &Counts{}
				}
				again[m].Add(p, m, 1)
			}
		}
		for m, c := range kept {
			want := again[m]
			if want == nil {
				want = &Counts{}
			}
			if c.Opened != want.Opened || !same(c.Outcomes, want.Outcomes) || !same(c.Clocks, want.Clocks) {
				a, _ := json.Marshal(c)
				b, _ := json.Marshal(want)
				t.Fatalf("%s: kept %s, counted anew %s", m, a, b)
			}
		}
	})
}

func same(a, b any) bool {
	x, y := reflect.ValueOf(a), reflect.ValueOf(b)
	if x.Len() == 0 && y.Len() == 0 {
		return true
	}
	p, _ := json.Marshal(a)
	q, _ := json.Marshal(b)
	return string(p) == string(q)
}

// The quantile is that of the sorted list, with what lapsed beyond every time.
func TestQuantile(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := &ClockCount{Lapsed: rapid.IntRange(0, 10).Draw(t, "lapsed"), Took: map[int]int{}}
		var list []int
		for range rapid.IntRange(0, 30).Draw(t, "n") {
			took := rapid.IntRange(1, 40).Draw(t, "took")
			list = append(list, took)
			c.Took[took]++
			c.InTime++
		}
		for range c.Lapsed {
			list = append(list, math.MaxInt)
		}
		slices.Sort(list)
		for _, share := range []float64{.5, .9} {
			got, ok := c.Quantile(share)
			if len(list) == 0 {
				if ok {
					t.Fatal("a quantile of nothing")
				}
				continue
			}
			want := list[int(math.Ceil(float64(len(list))*share-1e-9))-1]
			if ok != (want != math.MaxInt) || ok && got != want {
				t.Fatalf("%v of %v: %d, %t", share, list, got, ok)
			}
		}
	})
}

func TestRoundedIsNeverLessAndNearlyTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := time.Duration(rapid.Int64Range(1, int64(400*24*time.Hour)).Draw(t, "d"))
		up := time.Duration(Rounded(d)) * time.Minute
		if up < d || up-d > max(time.Minute, d/4) {
			t.Fatalf("%s is told as %s", d, up)
		}
	})
}

func TestWilson(t *testing.T) {
	// Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I, method 3.
	for _, x := range []struct {
		n, of     int
		low, high float64
	}{{81, 263, .2553, .3662}, {15, 148, .0624, .1605}, {0, 20, 0, .1611}, {1, 29, .0061, .1718}} {
		s := ShareOf(x.n, x.of)
		if math.Abs(s.Low-x.low) > 5e-5 || math.Abs(s.Top-x.high) > 5e-5 {
			t.Errorf("%d of %d: %.4f to %.4f, not %.4f to %.4f", x.n, x.of, s.Low, s.Top, x.low, x.high)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		of := rapid.IntRange(1, 5000).Draw(t, "of")
		n := rapid.IntRange(0, of).Draw(t, "n")
		if s := ShareOf(n, of); s.Low < 0 || s.Top > 1 || s.Low > s.Value()+1e-12 || s.Top < s.Value()-1e-12 {
			t.Fatalf("%+v", s)
		}
	})
}

func TestJudge(t *testing.T) {
	for _, x := range []struct {
		target    string
		low, high float64
		want      Verdict
	}{
		{">= 0.95", .96, .99, On},
		{">= 0.95", .90, .94, Short},
		{">= 0.95", .90, .97, Unsaid},
		{">= 0.95", .95, .95, On},
		{"> 0.95", .95, .95, Short},
		{"<= 0.1", .01, .05, On},
		{"<= 0.1", .2, .3, Short},
		{"<= 0.1", .05, .2, Unsaid},
		{"< 3", 3, 3, Short},
		{"", 1, 1, NoGoals},
		{">= x", 1, 1, NoGoals},
	} {
		if got := Judge(x.target, x.low, x.high); got != x.want {
			t.Errorf("%q, %v to %v: %q, not %q", x.target, x.low, x.high, got, x.want)
		}
	}
}

// Nothing that is published, at whatever time, is a sum of fewer than the minimum, and no difference between whatever was
// published at one time and at another gives one: every pool stands in every later release as it was, and the rest is new.
func TestNoDifferenceUndoesThePools(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		least := rapid.IntRange(2, 8).Draw(t, "least")
		series := rapid.SliceOfN(rapid.IntRange(0, 9), 1, 30).Draw(t, "series")
		var before []Pool
		for months := 1; months <= len(series); months++ {
			pools, rest := Pooled("2026-01", series[:months], least)
			if len(pools) < len(before) || !slices.Equal(pools[:len(before)], before) {
				t.Fatalf("what was published, %v, became %v", before, pools)
			}
			before = pools
			told := 0
			next := Month("2026-01")
			for _, p := range pools {
				if p.N != 0 && p.N < least {
					t.Fatalf("%+v tells of fewer than %d", p, least)
				}
				if p.From != next || p.To < p.From {
					t.Fatalf("%v overlap or leave a gap", pools)
				}
				next = p.To.Next()
				told += p.N
			}
			all := 0
			for _, n := range series[:months] {
				all += n
			}
			if rest != (told != all) || all-told >= least || all-told < 0 {
				t.Fatalf("%d of %d are told, rest %t", told, all, rest)
			}
		}
		// Each subset of the published numbers, whoever adds and takes away, is a sum of whole pools: the least that is not
		// nothing is a pool.
		var sums []int
		for i := range before {
			for j := i; j < len(before); j++ {
				sum := 0
				for _, p := range before[i : j+1] {
					sum += p.N
				}
				sums = append(sums, sum)
			}
		}
		for _, s := range sums {
			if s != 0 && s < least {
				t.Fatalf("a difference of %d", s)
			}
		}
	})
}
