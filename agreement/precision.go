package agreement

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
)

var metresForm = regexp.MustCompile(`^([1-9][0-9]{0,7}) (m|km)$`)

// maxMetres is half of the way round the Earth: beyond it a place says nothing.
const maxMetres = 20_000_000

// fineHours and fineMinutes divide the day and the hour, so that what they cut begins at midnight or on the hour.
var (
	fineHours   = []int{1, 2, 3, 4, 6, 8, 12}
	fineMinutes = []int{1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30}
)

// ParsePrecision reads how fine a share shows its fields: a distance ("500 m", "10 km") in metres for places, or
// one unit of time for times: "P1Y", "P1M", "P1D", or hours and minutes that divide the day and the hour ("PT6H",
// "PT15M"), so that everybody cuts at the same instants. The other of the two is zero.
func ParsePrecision(s string) (metres int, unit Period, err error) {
	if m := metresForm.FindStringSubmatch(s); m != nil {
		n, err := strconv.Atoi(m[1])
		if m[2] == "km" {
			n *= 1000
		}
		if err != nil || n > maxMetres {
			return 0, Period{}, fmt.Errorf("%q is farther than half of the way round the Earth", s)
		}
		return n, Period{}, nil
	}
	p, err := ParsePeriod(s)
	if err != nil {
		return 0, Period{}, fmt.Errorf("%q is no precision such as \"10 km\" or \"P1D\"", s)
	}
	numbers, units := p.parts()
	if len(numbers) != 1 {
		return 0, Period{}, fmt.Errorf("%q is not one unit of time", s)
	}
	n, ok := numbers[0], false
	switch units[0] {
	case "year", "month", "day":
		ok = n == 1
	case "hour":
		ok = slices.Contains(fineHours, n)
	case "minute":
		ok = slices.Contains(fineMinutes, n)
	}
	if !ok {
		return 0, Period{}, fmt.Errorf("%q does not divide the calendar evenly", s)
	}
	return 0, p, nil
}

// Coarsens says whether values of a field can be shown no finer than a precision: places by a distance, times by a unit of
// time, dates by one of a day or more, and lists of these.
func (f *Field) Coarsens(precision string) bool {
	metres, unit, err := ParsePrecision(precision)
	if err != nil {
		return false
	}
	coarser := func(t Type) bool {
		switch t {
		case TypePoint, TypeLine, TypeArea:
			return metres > 0
		case TypeTime:
			return metres == 0
		case TypeDate:
			if metres > 0 {
				return false
			}
			_, units := unit.parts()
			return units[0] != "hour" && units[0] != "minute"
		}
		return false
	}
	return coarser(f.Type) || coarser(f.Of)
}
