package casework

import (
	"math"
	"strconv"
)

// z95 is the 97.5 % point of the normal distribution. Intervals are shown to four digits after the point, and nothing is
// decided by them: the last bits of a logarithm differ between processors.
const z95 = 1.959963984540054

func digits(x float64) string { return strconv.FormatFloat(x, 'f', 4, 64) }

// wilson gives the 95 % score interval of a share (E. B. Wilson, "Probable inference, the law of succession, and
// statistical inference", Journal of the American Statistical Association 22 (1927) 209–212).
func wilson(n, of int) (low, high string) {
	p, total := float64(n)/float64(of), float64(of)
	middle := p + z95*z95/(2*total)
	half := z95 * math.Sqrt(p*(1-p)/total+z95*z95/(4*total*total))
	scale := 1 + z95*z95/total
	return digits(max(0, (middle-half)/scale)), digits(min(1, (middle+half)/scale))
}

// katz gives the 95 % interval of the ratio of two shares by its logarithm (D. Katz, J. Baptista, S. P. Azen and
// M. C. Pike, "Obtaining confidence intervals for the risk ratio in cohort studies", Biometrics 34 (1978) 469–474).
// Where a count is 0 or whole, one half is added to all four numbers (S. D. Walter, "The distribution of Levin's
// measure of attributable risk", Biometrika 62 (1975) 371–374), since the logarithm would have no variance or no value.
func katz(a, ofA, b, ofB int) (low, high string) {
	x, nx, y, ny := float64(a), float64(ofA), float64(b), float64(ofB)
	if a == 0 || b == 0 || a == ofA && b == ofB {
		x, nx, y, ny = x+.5, nx+.5, y+.5, ny+.5
	}
	ratio := math.Log(x / nx * ny / y)
	half := z95 * math.Sqrt(1/x-1/nx+1/y-1/ny)
	return digits(math.Exp(ratio - half)), digits(math.Exp(ratio + half))
}
