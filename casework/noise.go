package casework

import (
	"io"
	"math/big"

	"github.com/entente-net/entente/fault"
)

// noisy adds noise to counts and shares so that what is published hardly depends on any single case (differential
// privacy). The budget epsilon is split evenly between the total and each dimension: the groups of a dimension share no
// case, so that one case changes one of its cells. Of a share, those that are counted and those that are not get noise
// of their own, for the same reason. The groups of a dimension are those that the text lists, and "".
//
// The noise is that of the two-sided geometric mechanism (A. Ghosh, T. Roughgarden and M. Sundararajan, "Universally
// utility-maximizing privacy mechanisms", STOC 2009), drawn exactly, without floating-point numbers, by the method of
// C. Canonne, G. Kamath and T. Steinke, "The discrete Gaussian for differential privacy" (2020), algorithms 1 and 2. It
// protects one case; whoever has many cases is protected less. Budgets of several publications add up.
func (t *tallies) noisy(budget string, noise io.Reader) error {
	epsilon, ok := decimal(budget)
	if !ok || epsilon.Sign() <= 0 {
		return fault.New(fault.Invalid, "the budget %q is no decimal above 0", budget).Mend("state epsilon as a decimal, such as \"0.5\"")
	}
	epsilon = new(big.Rat).Quo(epsilon, big.NewRat(int64(1+len(t.fields)), 1))
	t.noised = true
	cells := []*tally{t.all}
	for _, f := range t.fields {
		t.of(f, "")
		cells = append(cells, t.dimension(f)...)
	}
	for _, x := range cells {
		counted, err := geometric(epsilon, noise)
		if err != nil {
			return err
		}
		rest := x.of - x.n
		x.n = max(0, x.n+counted)
		x.of = x.n
		if t.measure != "share" {
			continue
		}
		other, err := geometric(epsilon, noise)
		if err != nil {
			return err
		}
		x.of += max(0, rest+other)
	}
	return nil
}

// geometric draws a whole number k with a chance in proportion to exp(−epsilon·|k|).
func geometric(epsilon *big.Rat, r io.Reader) (int, error) {
	s, t := epsilon.Num(), epsilon.Denom()
	for {
		u, err := evenly(t, r)
		if err != nil {
			return 0, err
		}
		stays, err := expChance(new(big.Rat).SetFrac(u, t), r)
		if err != nil {
			return 0, err
		}
		if !stays {
			continue
		}
		x := new(big.Int).Set(u)
		for {
			again, err := expChance(big.NewRat(1, 1), r)
			if err != nil {
				return 0, err
			}
			if !again {
				break
			}
			x.Add(x, t)
		}
		k := x.Quo(x, s)
		sign, err := evenly(big.NewInt(2), r)
		if err != nil {
			return 0, err
		}
		if !k.IsInt64() || k.Int64() > 1<<40 {
			continue // no honest source of randomness comes here
		}
		if sign.Sign() == 0 {
			return int(k.Int64()), nil
		}
		if k.Sign() > 0 {
			return -int(k.Int64()), nil
		}
	}
}

// expChance is true with the chance exp(−g), g from 0 to 1.
func expChance(g *big.Rat, r io.Reader) (bool, error) {
	for k := int64(1); ; k++ {
		den := new(big.Int).Mul(g.Denom(), big.NewInt(k))
		u, err := evenly(den, r)
		if err != nil {
			return false, err
		}
		if u.Cmp(g.Num()) >= 0 {
			return k%2 == 1, nil
		}
	}
}

// evenly draws a number from 0 to below n.
func evenly(n *big.Int, r io.Reader) (*big.Int, error) {
	bits := new(big.Int).Sub(n, big.NewInt(1)).BitLen()
	buf := make([]byte, (bits+7)/8)
	for {
		if _, err := io.ReadFull(r, buf); err != nil {
			return nil, fault.New(fault.Internal, "there is no randomness for the noise").Wrap(err)
		}
		if len(buf) > 0 && bits%8 != 0 {
			buf[0] &= 1<<(bits%8) - 1
		}
		if x := new(big.Int).SetBytes(buf); x.Cmp(n) < 0 {
			return x, nil
		}
	}
}
