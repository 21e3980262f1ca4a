package indicator

import (
	"bytes"
	"encoding/csv"
	"fmt"
)

// Columns are those of the CSV: one row for each number that was published, its meaning in the data dictionary.
var Columns = []string{"table", "article", "procedure", "item", "from", "to", "n", "of", "value", "low", "high", "median_minutes", "p90_minutes", "unit", "target", "hidden"}

// CSV gives a release as rows, with a header.
func (r *Release) CSV() []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	_ = w.Write(Columns) // a buffer does not fail
	row := func(cells ...any) {
		out := make([]string, len(Columns))
		for i, c := range cells {
			out[i] = fmt.Sprint(c)
		}
		_ = w.Write(out)
	}
	some := func(n int) any {
		if n == 0 {
			return ""
		}
		return n
	}
	for _, c := range r.Clocks {
		for _, p := range c.Periods {
			value, low, high := "", "", ""
			if p.Ended > 0 {
				value, low, high = fmt.Sprintf("%.4f", p.Share().Value()), fmt.Sprintf("%.4f", p.Low), fmt.Sprintf("%.4f", p.High)
			}
			row("clock", c.Article, c.Procedure, c.Clock, p.From, p.To, p.InTime, p.Ended, value, low, high, some(p.Median), some(p.P90))
		}
	}
	for _, c := range r.Cases {
		for _, p := range c.Opened.Pools {
			row("opened", c.Article, c.Procedure, "", p.From, p.To, p.N)
		}
		for _, o := range c.Outcomes {
			for _, p := range o.Pools {
				row("outcome", c.Article, c.Procedure, o.State, p.From, p.To, p.N)
			}
		}
	}
	for _, x := range r.Indicators {
		for _, c := range x.Cells {
			item := string(x.Indicator)
			if c.Field != "" {
				item += "/" + string(c.Field) + "=" + c.Group
			}
			from := ""
			if !x.From.IsZero() {
				from = x.From.UTC().Format("2006-01-02")
			}
			n, of := any(c.N), any(c.Of)
			if c.Hidden {
				n, of = "", ""
			}
			row("indicator", "", "", item, from, x.Until.UTC().Format("2006-01-02"), n, of, c.Value, c.Low, c.High, "", "", c.Unit, x.Target, c.Hidden)
		}
	}
	w.Flush()
	return b.Bytes()
}
