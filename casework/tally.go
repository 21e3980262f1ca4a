package casework

import (
	"maps"
	"math/big"
	"slices"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
)

// tally is what one cell counts.
type tally struct {
	field  agreement.FieldID
	group  string
	n, of  int
	took   []time.Duration
	sums   map[string]*big.Rat
	counts map[string]int // of each unit of sums
	hidden bool
}

// tallies are all cells of a figure: all together first, then one list for each dimension.
type tallies struct {
	measure   string
	statistic string
	all       *tally
	fields    []agreement.FieldID
	known     map[agreement.FieldID][]string // the groups that a field can have, where the text lists them
	groups    map[agreement.FieldID]map[string]*tally
	noised    bool
}

func newTallies(m *agreement.Model, x *agreement.Indicator) *tallies {
	t := &tallies{
		measure: x.Measure, statistic: x.Statistic, all: &tally{}, fields: slices.Clone(x.By),
		known: map[agreement.FieldID][]string{}, groups: map[agreement.FieldID]map[string]*tally{},
	}
	if x.Groups != "" {
		t.fields = append([]agreement.FieldID{x.Groups}, slices.DeleteFunc(t.fields, func(f agreement.FieldID) bool { return f == x.Groups })...)
	}
	var record *agreement.Record
	if p := m.Procedure(x.Procedure); p != nil {
		record = m.Record(p.Record)
	} else if r := m.Register(x.Register); r != nil {
		record = m.Record(r.Record)
	}
	for _, f := range t.fields {
		t.groups[f] = map[string]*tally{}
		if record == nil || record.Field(f) == nil {
			continue
		}
		switch field := record.Field(f); field.Type {
		case agreement.TypeChoice:
			t.known[f] = field.Choices
		case agreement.TypeYesNo:
			t.known[f] = []string{"yes", "no"}
		}
		// An empty cell is a cell: that a group does not show must not tell that nobody is in it.
		for _, g := range t.known[f] {
			t.of(f, g)
		}
	}
	return t
}

func (t *tallies) of(f agreement.FieldID, group string) *tally {
	x := t.groups[f][group]
	if x == nil {
		x = &tally{field: f, group: group}
		t.groups[f][group] = x
	}
	return x
}

func (t *tallies) add(it item) {
	t.all.add(it)
	for _, f := range t.fields {
		v, _ := it.value(f)
		t.of(f, groupOf(v)).add(it)
	}
}

func (x *tally) add(it item) {
	x.of++
	if !it.counted {
		return
	}
	x.n++
	x.took = append(x.took, it.took)
	if it.amount != nil {
		if x.sums == nil {
			x.sums, x.counts = map[string]*big.Rat{}, map[string]int{}
		}
		if x.sums[it.unit] == nil {
			x.sums[it.unit] = new(big.Rat)
		}
		x.sums[it.unit].Add(x.sums[it.unit], it.amount)
		x.counts[it.unit]++
	}
}

// groupOf names the group of a value; "" where none is given.
func groupOf(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case bool:
		if v {
			return "yes"
		}
		return "no"
	}
	return ""
}

// dimension gives the tallies of a field: those that the text lists in its order, others by name, "" last.
func (t *tallies) dimension(f agreement.FieldID) []*tally {
	var list []*tally
	for _, g := range t.known[f] {
		list = append(list, t.groups[f][g])
	}
	for _, g := range slices.Sorted(maps.Keys(t.groups[f])) {
		if g != "" && !slices.Contains(t.known[f], g) {
			list = append(list, t.groups[f][g])
		}
	}
	if x := t.groups[f][""]; x != nil {
		list = append(list, x)
	}
	return list
}

// cells turns counts into figures.
func (t *tallies) cells() []Cell {
	cells := t.figures(t.all)
	for i, f := range t.fields {
		for _, x := range t.dimension(f) {
			if t.measure == "disparity" && i == 0 {
				if x.group != "" {
					cells = append(cells, t.disparity(x))
				}
				continue
			}
			cells = append(cells, t.figures(x)...)
		}
	}
	if t.measure == "disparity" {
		widest(cells, t.fields[0])
	}
	return cells
}

func (t *tallies) figures(x *tally) []Cell {
	c := Cell{Field: x.field, Group: x.group, N: x.n, Of: x.of}
	if x.hidden {
		return []Cell{{Field: x.field, Group: x.group, Hidden: true}}
	}
	switch t.measure {
	case "count":
		c.Of, c.Value = x.n, exactly(new(big.Rat).SetInt64(int64(x.n)))
	case "share", "disparity":
		if x.of > 0 {
			c.Value = rounded(big.NewRat(int64(x.n), int64(x.of)))
			if !t.noised { // an interval that knows nothing of the noise would be too narrow
				c.Low, c.High = wilson(x.n, x.of)
			}
		}
	case "duration":
		c.Unit = "days"
		if len(x.took) > 0 {
			c.Value = rounded(big.NewRat(int64(quantile(x.took, t.statistic)), int64(24*time.Hour)))
		}
	case "sum":
		return x.bySum(c)
	}
	return []Cell{c}
}

// bySum gives one cell for each unit, by name: nothing is converted.
func (x *tally) bySum(c Cell) []Cell {
	c.Of = c.N
	if len(x.sums) == 0 {
		return []Cell{c}
	}
	var cells []Cell
	for _, unit := range slices.Sorted(maps.Keys(x.sums)) {
		c.Unit, c.N, c.Value = unit, x.counts[unit], exactly(x.sums[unit])
		c.Of = c.N
		cells = append(cells, c)
	}
	return cells
}

// quantile is the smallest duration that half, or nine in ten, do not exceed.
func quantile(took []time.Duration, statistic string) time.Duration {
	sorted := slices.Sorted(slices.Values(took))
	rank := (len(sorted) + 1) / 2
	if statistic == "p90" {
		rank = (9*len(sorted) + 9) / 10
	}
	return sorted[rank-1]
}

// disparity compares a group with all other known groups.
func (t *tallies) disparity(x *tally) Cell {
	if x.hidden {
		return Cell{Field: x.field, Group: x.group, Hidden: true}
	}
	c := Cell{Field: x.field, Group: x.group, N: x.n, Of: x.of}
	n, of := 0, 0
	for g, o := range t.groups[x.field] {
		if g != x.group && g != "" {
			n, of = n+o.n, of+o.of
		}
	}
	if x.of > 0 && n > 0 {
		c.Value = rounded(new(big.Rat).Mul(big.NewRat(int64(x.n), int64(x.of)), big.NewRat(int64(of), int64(n))))
	}
	if x.of > 0 && of > 0 {
		c.Low, c.High = katz(x.n, x.of, n, of)
	}
	return c
}

// widest lets the first cell stand for the group that is furthest above the others.
func widest(cells []Cell, field agreement.FieldID) {
	all := &cells[0]
	all.Value, all.Low, all.High = "", "", ""
	if all.Hidden {
		return
	}
	var most *big.Rat
	for i := range cells[1:] {
		c := &cells[i+1]
		if c.Field != field || c.Value == "" {
			continue
		}
		if r, _ := new(big.Rat).SetString(c.Value); most == nil || r.Cmp(most) > 0 {
			most, all.Value, all.Low, all.High = r, c.Value, c.Low, c.High
		}
	}
}

// met holds the figure of all together against the target, as it is shown: an answer from the exact value would tell
// more than the value does.
func met(target string, cells []Cell) *bool {
	comparison, number, ok := strings.Cut(target, " ")
	if !ok || cells[0].Hidden || cells[0].Value == "" || len(cells) > 1 && cells[1].Field == "" {
		return nil // nothing to judge, or sums of several units
	}
	value, okValue := new(big.Rat).SetString(cells[0].Value)
	goal, okGoal := decimal(number)
	if !okValue || !okGoal {
		return nil
	}
	yes := false
	switch d := value.Cmp(goal); comparison {
	case "<=":
		yes = d <= 0
	case ">=":
		yes = d >= 0
	case "<":
		yes = d < 0
	case ">":
		yes = d > 0
	}
	return &yes
}
