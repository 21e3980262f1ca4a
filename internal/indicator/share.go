package indicator

import (
	"math"
	"strconv"
	"strings"
)

// z95 is the 97.5 % point of the normal distribution.
const z95 = 1.959963984540054

// Share is a part of a whole with its uncertainty.
type Share struct {
	N   int     `json:"n"`
	Of  int     `json:"of"` // 0: there is no share
	Low float64 `json:"low"`
	Top float64 `json:"high"`
}

// ShareOf gives a share with its 95 % score interval (E. B. Wilson, "Probable inference, the law of succession, and
// statistical inference", Journal of the American Statistical Association 22 (1927) 209–212).
func ShareOf(n, of int) Share {
	s := Share{N: n, Of: of}
	if of <= 0 {
		return s
	}
	p, total := float64(n)/float64(of), float64(of)
	middle := p + z95*z95/(2*total)
	half := z95 * math.Sqrt(p*(1-p)/total+z95*z95/(4*total*total))
	scale := 1 + z95*z95/total
	s.Low, s.Top = max(0, (middle-half)/scale), min(1, (middle+half)/scale)
	if n == 0 {
		s.Low = 0 // exactly: the rest is rounding
	}
	if n == of {
		s.Top = 1
	}
	return s
}

// Value is the share itself, 0 to 1.
func (s Share) Value() float64 {
	if s.Of == 0 {
		return 0
	}
	return float64(s.N) / float64(s.Of)
}

// Verdict is what can be said of a figure against its target.
type Verdict string

// The verdicts.
const (
	On      Verdict = "on"    // the whole interval lies on the right side
	Short   Verdict = "short" // the whole interval lies on the wrong side
	Unsaid  Verdict = "open"  // the target lies within the interval
	NoGoals Verdict = ""      // no target is stated, or there is no figure
)

// Judge holds an interval against a target as an agreement states it: ">= 0.95". Where the interval is a single value
// (something counted, not drawn from more), low and high are the same.
func Judge(target string, low, high float64) Verdict {
	comparison, number, ok := strings.Cut(target, " ")
	goal, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
	if !ok || err != nil {
		return NoGoals
	}
	meets := func(x float64) bool {
		switch comparison {
		case "<=":
			return x <= goal
		case ">=":
			return x >= goal
		case "<":
			return x < goal
		default:
			return x > goal
		}
	}
	switch a, b := meets(low), meets(high); {
	case a && b:
		return On
	case !a && !b:
		return Short
	default:
		return Unsaid
	}
}

// Goal gives the number of a target.
func Goal(target string) (float64, bool) {
	_, number, ok := strings.Cut(target, " ")
	goal, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
	return goal, ok && err == nil
}
