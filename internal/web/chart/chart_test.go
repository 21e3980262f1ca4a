package chart

import (
	"fmt"
	"math"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

func TestAScaleKeepsOrderAndComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := func(name string) float64 { return rapid.Float64Range(-1e6, 1e6).Draw(t, name) }
		d0, r0 := f("d0"), f("r0")
		d1, r1 := d0+rapid.Float64Range(1e-3, 1e6).Draw(t, "d"), r0+rapid.Float64Range(1e-3, 1e6).Draw(t, "r")
		s := NewScale(d0, d1, r0, r1)
		a, b := rapid.Float64Range(d0, d1).Draw(t, "a"), rapid.Float64Range(d0, d1).Draw(t, "b")
		if a < b && s.At(a) > s.At(b) {
			t.Fatalf("%v < %v, and their places are %v and %v", a, b, s.At(a), s.At(b))
		}
		if at := s.At(a); at < r0-1e-6*math.Abs(r0)-1e-6 || at > r1+1e-6*math.Abs(r1)+1e-6 {
			t.Fatalf("%v lies outside", at)
		}
		if back := s.Back(s.At(a)); math.Abs(back-a) > 1e-6*(1+math.Abs(a)+math.Abs(d1-d0)) {
			t.Fatalf("%v came back as %v", a, back)
		}
	})
}

func TestTicksEncloseAndAreEven(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		low := rapid.Float64Range(-1e5, 1e5).Draw(t, "low")
		high := low + rapid.Float64Range(0, 1e5).Draw(t, "more")
		whole := rapid.Bool().Draw(t, "whole")
		ticks := Ticks(low, high, 5, whole)
		n := len(ticks)
		if n < 2 || n > 7 {
			t.Fatalf("%d ticks: %v", n, ticks)
		}
		slack := 1e-6 * (1 + math.Abs(low) + math.Abs(high))
		if ticks[0] > low+slack || ticks[n-1] < high-slack {
			t.Fatalf("%v does not enclose %v to %v", ticks, low, high)
		}
		d := ticks[1] - ticks[0]
		for i := 1; i < n; i++ {
			if math.Abs(ticks[i]-ticks[i-1]-d) > slack {
				t.Fatalf("uneven: %v", ticks)
			}
			if whole && ticks[i] != math.Trunc(ticks[i]) {
				t.Fatalf("not whole: %v", ticks)
			}
		}
	})
}

// Whatever is drawn lies within the drawing, with its interval around it, and mirrored it is the same from the other side.
func TestADrawingStaysWithinItsFrame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := Spec{Format: func(x float64) string { return fmt.Sprint(x) }, Goal: "goal", Last: "last", Bars: rapid.Bool().Draw(t, "bars")}
		if !s.Bars {
			s.Ceiling = 1
		}
		for i := range rapid.IntRange(0, 40).Draw(t, "n") {
			pt := Point{Label: fmt.Sprint(i), Missing: rapid.Bool().Draw(t, "missing")}
			if s.Bars {
				pt.Value = float64(rapid.IntRange(0, 1000).Draw(t, "value"))
				pt.Low, pt.High = pt.Value, pt.Value
			} else {
				pt.Value = rapid.Float64Range(0, 1).Draw(t, "value")
				pt.Low, pt.High = pt.Value*rapid.Float64Range(0, 1).Draw(t, "low"), pt.Value+(1-pt.Value)*rapid.Float64Range(0, 1).Draw(t, "high")
			}
			s.Points = append(s.Points, pt)
		}
		if s.Targeted = rapid.Bool().Draw(t, "targeted"); s.Targeted {
			s.Target = rapid.Float64Range(0, 1).Draw(t, "target")
		}
		plain := Draw(s)
		s.Mirror = true
		turned := Draw(s)
		if len(plain) != len(turned) {
			t.Fatal("a mirrored drawing has other marks")
		}
		for i, m := range plain {
			if m.Kind == "path" {
				continue
			}
			x, y := number(t, m.X), number(t, m.Y)
			if x < 0 || x > Width || y < 0 || y > Height {
				t.Fatalf("%+v lies outside", m)
			}
			want := Width - x - number(t, m.W)
			if got := number(t, turned[i].X); math.Abs(got-want) > .21 {
				t.Fatalf("%+v is mirrored to %v, not %v", m, got, want)
			}
		}
	})
}

func number(t *rapid.T, s string) float64 {
	if s == "" {
		return 0
	}
	x, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return x
}
