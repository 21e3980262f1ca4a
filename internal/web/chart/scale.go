package chart

import "math"

// Scale carries numbers from a domain to a range of user units.
type Scale struct{ d0, d1, r0, r1 float64 }

// NewScale makes a scale; a domain without extent lies in the middle of the range.
func NewScale(d0, d1, r0, r1 float64) Scale { return Scale{d0, d1, r0, r1} }

// At gives the place of a number.
func (s Scale) At(x float64) float64 {
	if s.d1 == s.d0 {
		return (s.r0 + s.r1) / 2
	}
	return s.r0 + (x-s.d0)/(s.d1-s.d0)*(s.r1-s.r0)
}

// Back gives the number at a place.
func (s Scale) Back(y float64) float64 {
	if s.r1 == s.r0 {
		return (s.d0 + s.d1) / 2
	}
	return s.d0 + (y-s.r0)/(s.r1-s.r0)*(s.d1-s.d0)
}

// steps are the distances that people read at once.
var steps = []float64{1, 2, 5, 10}

// step gives the least readable distance that parts an extent into at most so many pieces.
func step(extent float64, most int) float64 {
	if extent <= 0 || math.IsInf(extent, 0) || math.IsNaN(extent) {
		return 1
	}
	raw := extent / float64(max(1, most))
	power := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, s := range steps {
		if s*power >= raw*(1-1e-9) {
			return s * power
		}
	}
	return 10 * power
}

// Ticks gives round numbers that enclose low and high, at most so many pieces and one more apart; the first and the last are
// the ends of the axis. Whole asks for whole numbers.
func Ticks(low, high float64, most int, whole bool) []float64 {
	if high < low {
		low, high = high, low
	}
	if high == low {
		high = low + 1
	}
	d := step(high-low, most)
	if whole {
		d = max(1, math.Ceil(d))
	}
	first, last := math.Floor(low/d+1e-9), math.Ceil(high/d-1e-9)
	if last == first { // an extent that is less than rounding
		last++
	}
	var out []float64
	for i := first; i <= last; i++ {
		out = append(out, i*d)
	}
	return out
}
