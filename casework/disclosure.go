package casework

// control hides what stands on too few, and rounds what is counted. Hidden is a cell that is smaller than the minimum
// or that splits into a part smaller than it; and as many others of its dimension as are needed so that nobody can work
// it out from the total (A. Hundepool and others, Statistical Disclosure Control, Wiley 2012, chapters 4 and 5:
// threshold rule and secondary suppression). Each dimension is held against the total alone: dimensions are not crossed.
// A sum is not rounded, and no rule looks at whether one contributor dominates it.
func (t *tallies) control(minimum, rounds int) {
	if minimum > 0 {
		if t.small(minimum, t.all) {
			t.hideAll()
		}
		for _, f := range t.fields {
			t.hide(minimum, t.dimension(f))
		}
	}
	if rounds < 2 {
		return
	}
	t.all.round(rounds)
	for _, f := range t.fields {
		for _, x := range t.groups[f] {
			x.round(rounds)
		}
	}
}

// small says that these together are too few, or split into too few.
func (t *tallies) small(minimum int, cells ...*tally) bool {
	n, of := 0, 0
	units := map[string]int{}
	for _, x := range cells {
		n, of = n+x.n, of+x.of
		for unit, k := range x.counts {
			units[unit] += k
		}
	}
	few := func(k int) bool { return 0 < k && k < minimum }
	for _, k := range units {
		if few(k) {
			return true
		}
	}
	if t.measure == "share" || t.measure == "disparity" {
		return of < minimum || few(n) || few(of-n)
	}
	return n < minimum || t.measure == "duration" && few(of-n)
}

// hide hides the small cells of a dimension, then the next smallest, until what is hidden is more than one cell and
// together not small.
func (t *tallies) hide(minimum int, cells []*tally) {
	if len(cells) == 0 || t.all.hidden {
		return
	}
	var hidden []*tally
	for _, x := range cells {
		if t.small(minimum, x) {
			x.hidden = true
			hidden = append(hidden, x)
		}
	}
	for len(hidden) > 0 && len(hidden) < len(cells) && (len(hidden) == 1 || t.small(minimum, hidden...)) {
		var next *tally
		for _, x := range cells {
			if !x.hidden && (next == nil || x.of < next.of) {
				next = x
			}
		}
		next.hidden = true
		hidden = append(hidden, next)
	}
}

func (t *tallies) hideAll() {
	t.all.hidden = true
	for _, f := range t.fields {
		for _, x := range t.groups[f] {
			x.hidden = true
		}
	}
}

// round rounds the counts to the nearest multiple, halves up.
func (x *tally) round(to int) {
	nearest := func(n int) int { return (2*n + to) / (2 * to) * to }
	x.n, x.of = nearest(x.n), nearest(x.of)
	for unit, k := range x.counts {
		x.counts[unit] = nearest(k)
	}
}
