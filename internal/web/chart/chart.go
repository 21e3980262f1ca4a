package chart

import (
	"fmt"
	"math"
	"strings"
)

// The drawing's size in user units, and the edges of its plot. Texts are sized by the stylesheet: 12.5 units, 16 on a phone,
// where a unit is about three quarters of a pixel.
const (
	Width, Height        = 460.0, 250.0
	left, right          = 44.0, 448.0
	top, bottom          = 24.0, 214.0
	labelY               = 236.0
	mostTicks, mostNames = 5, 7
)

// Point is one value of a series, from the first to the last in time.
type Point struct {
	Label     string // below the axis
	Value     float64
	Low, High float64 // the interval; equal to Value where there is none
	Missing   bool    // nothing is known there: the line breaks
}

// Spec is what to draw.
type Spec struct {
	Points   []Point
	Bars     bool    // counts: bars from zero
	Whole    bool    // ticks are whole numbers
	Zero     bool    // the axis begins at nothing
	Ceiling  float64 // the axis may end no higher; 0: it may
	Target   float64
	Targeted bool
	Mirror   bool                 // from right to left
	Format   func(float64) string // of ticks
	Goal     string               // beside the target line
	Last     string               // beside the last value
}

// Mark is one thing to draw.
type Mark struct {
	Kind   string // path, circle, rect, text
	Class  string
	D      string // of a path
	X, Y   string
	R      string // of a circle
	W, H   string // of a rect
	Anchor string // of a text
	Text   string
}

func num(x float64) string {
	return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.1f", x), "0"), ".")
}

type pen struct {
	mirror bool
	marks  []Mark
}

func (p *pen) x(x float64) float64 {
	if p.mirror {
		return Width - x
	}
	return x
}

func (p *pen) line(class string, x0, y0, x1, y1 float64) {
	p.marks = append(p.marks, Mark{Kind: "path", Class: class, D: "M" + num(p.x(x0)) + " " + num(y0) + "L" + num(p.x(x1)) + " " + num(y1)})
}

func (p *pen) text(class string, x, y float64, anchor, text string) {
	if text != "" {
		// In a page from right to left the anchors turn with the direction of the text.
		p.marks = append(p.marks, Mark{Kind: "text", Class: class, X: num(p.x(x)), Y: num(y), Anchor: anchor, Text: text})
	}
}

// Draw lays a series out.
func Draw(s Spec) []Mark {
	p := &pen{mirror: s.Mirror}
	low, high := extent(s)
	ticks := Ticks(low, high, mostTicks, s.Whole)
	y := NewScale(ticks[0], ticks[len(ticks)-1], bottom, top)
	for _, t := range ticks {
		if s.Ceiling > 0 && t > s.Ceiling+1e-9 {
			continue
		}
		p.line("grid", left, y.At(t), right, y.At(t))
		p.text("", left-7, y.At(t)+4, "end", s.Format(t))
	}
	n := len(s.Points)
	x := func(i int) float64 {
		if n < 2 {
			return (left + right) / 2
		}
		pad := 14.0
		if s.Bars {
			pad = min(40, (right-left)/float64(n)/2)
		}
		return NewScale(0, float64(n-1), left+pad, right-pad).At(float64(i))
	}
	if s.Bars {
		p.bars(s, x, y)
	} else {
		p.series(s, x, y)
	}
	p.line("axis", left, bottom, right, bottom)
	every := (n + mostNames - 1) / mostNames
	for i, pt := range s.Points {
		if (n-1-i)%max(1, every) == 0 { // the last always has its name
			p.text("", x(i), labelY, "middle", pt.Label)
		}
	}
	return p.marks
}

// extent is the domain of the values, their intervals and the target.
func extent(s Spec) (low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	see := func(v float64) { low, high = min(low, v), max(high, v) }
	for _, pt := range s.Points {
		if !pt.Missing {
			see(pt.Low)
			see(pt.High)
			see(pt.Value)
		}
	}
	if s.Targeted {
		see(s.Target)
	}
	if s.Bars || s.Zero || math.IsInf(low, 0) {
		see(0)
	}
	if s.Bars || high <= low {
		high = max(high, 1)
	}
	if s.Ceiling > 0 {
		high = min(max(high, low+.1*s.Ceiling), s.Ceiling)
		low = min(low, high-.1*s.Ceiling)
	}
	return low, high
}

func (p *pen) bars(s Spec, x func(int) float64, y Scale) {
	w := min(34, (right-left)/float64(max(1, len(s.Points)))*.62)
	for i, pt := range s.Points {
		if pt.Missing || pt.Value == 0 {
			continue
		}
		at := p.x(x(i)) - w/2
		p.marks = append(p.marks, Mark{Kind: "rect", Class: "bar", X: num(at), Y: num(y.At(pt.Value)), W: num(w), H: num(bottom - y.At(pt.Value))})
	}
	p.goal(s, y)
	p.last(s, x, y)
}

func (p *pen) series(s Spec, x func(int) float64, y Scale) {
	runs := runsOf(s.Points)
	for _, r := range runs {
		if r[1]-r[0] == 1 { // alone: a whisker, since a band has no width
			pt := s.Points[r[0]]
			if pt.Low != pt.High {
				p.whisker(x(r[0]), y.At(pt.Low), y.At(pt.High))
			}
			continue
		}
		var up, down []string
		for i := r[0]; i < r[1]; i++ {
			up = append(up, num(p.x(x(i)))+" "+num(y.At(s.Points[i].High)))
			down = append([]string{num(p.x(x(i))) + " " + num(y.At(s.Points[i].Low))}, down...)
		}
		p.marks = append(p.marks, Mark{Kind: "path", Class: "band", D: "M" + strings.Join(append(up, down...), "L") + "Z"})
	}
	p.goal(s, y)
	for _, r := range runs {
		var line []string
		for i := r[0]; i < r[1]; i++ {
			line = append(line, num(p.x(x(i)))+" "+num(y.At(s.Points[i].Value)))
		}
		if len(line) > 1 {
			p.marks = append(p.marks, Mark{Kind: "path", Class: "line", D: "M" + strings.Join(line, "L")})
		}
		for i := r[0]; i < r[1]; i++ {
			p.marks = append(p.marks, Mark{Kind: "circle", Class: "dot", X: num(p.x(x(i))), Y: num(y.At(s.Points[i].Value)), R: "3.5"})
		}
	}
	p.last(s, x, y)
}

func (p *pen) whisker(x, y0, y1 float64) {
	p.line("whisker", x, y0, x, y1)
	p.line("whisker", x-6, y0, x+6, y0)
	p.line("whisker", x-6, y1, x+6, y1)
}

func (p *pen) goal(s Spec, y Scale) {
	if !s.Targeted {
		return
	}
	at := y.At(s.Target)
	p.line("target", left, at, right, at)
	above := at - 6
	if above < 14 {
		above = at + 16
	}
	p.text("strong", left+4, above, "start", s.Goal)
}

// last names the last value beside its dot, on the side on which the target's name is not.
func (p *pen) last(s Spec, x func(int) float64, y Scale) {
	n := len(s.Points)
	if n == 0 || s.Points[n-1].Missing || s.Last == "" {
		return
	}
	at := y.At(s.Points[n-1].Value)
	above := at - 10
	if above < 12 {
		above = at + 20
	}
	anchor, place := "end", x(n-1)+8
	if n == 1 {
		anchor, place = "start", x(0)+12
		above = at + 4
	}
	p.text("strong", place, above, anchor, s.Last)
}

// runsOf parts a series where nothing is known: from and to, without to.
func runsOf(points []Point) [][2]int {
	var out [][2]int
	from := -1
	for i := range points {
		switch {
		case points[i].Missing && from >= 0:
			out = append(out, [2]int{from, i})
			from = -1
		case !points[i].Missing && from < 0:
			from = i
		}
	}
	if from >= 0 {
		out = append(out, [2]int{from, len(points)})
	}
	return out
}
