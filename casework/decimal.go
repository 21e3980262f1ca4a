package casework

import (
	"encoding/json"
	"math/big"
	"regexp"
	"strconv"
	"strings"
)

// decimalForm is that of amounts and quantities. Fractions and exponents, which big.Rat would read, are none.
var decimalForm = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,9})?$`)

// decimal reads a decimal number exactly.
func decimal(s string) (*big.Rat, bool) {
	if !decimalForm.MatchString(s) {
		return nil, false
	}
	return new(big.Rat).SetString(s)
}

// exactly writes a sum of decimals with all its digits and no idle zeros.
func exactly(r *big.Rat) string {
	digits, exact := r.FloatPrec()
	if !exact {
		digits = 9
	}
	return r.FloatString(digits)
}

// shown is how many digits after the point a quotient is written with.
const shown = 6

// rounded writes a quotient to six digits, without idle zeros.
func rounded(r *big.Rat) string {
	s := r.FloatString(shown)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// numberOf reads a JSON number as the decimal that was written, not as the binary fraction next to it.
func numberOf(v any) (*big.Rat, bool) {
	switch n := v.(type) {
	case json.Number:
		if r, ok := decimal(string(n)); ok {
			return r, true
		}
		x, err := n.Float64()
		if err != nil {
			return nil, false
		}
		return numberOf(x)
	case float64:
		const safe = 1 << 53 // beyond it readers of JSON differ
		if n != n || n > safe || n < -safe {
			return nil, false
		}
		return new(big.Rat).SetString(strconv.FormatFloat(n, 'f', -1, 64))
	case int:
		return new(big.Rat).SetInt64(int64(n)), true
	}
	return nil, false
}
