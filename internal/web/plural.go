package web

import (
	"regexp"
	"strconv"
	"strings"
)

// How the six languages count and write numbers, after the Unicode CLDR. Its rules are written out here
// for whole numbers, since tables that programs bring along are older than the form "many" of French and
// Spanish, and know no least number of digits before a separator.

// pluralForms are the plural forms that whole numbers take, by language.
var pluralForms = map[string][]string{
	"ar": {"zero", "one", "two", "few", "many", "other"},
	"en": {"one", "other"},
	"es": {"one", "many", "other"},
	"fr": {"one", "many", "other"},
	"ru": {"one", "few", "many", "other"}, // other: of fractions
	"zh": {"other"},
}

// pluralForm gives the form for a whole number.
func pluralForm(code string, n int) string {
	n = max(n, -n)
	ten, hundred := n%10, n%100
	switch code {
	case "ar":
		switch {
		case n == 0:
			return "zero"
		case n == 1:
			return "one"
		case n == 2:
			return "two"
		case hundred >= 3 && hundred <= 10:
			return "few"
		case hundred >= 11:
			return "many"
		}
	case "en":
		if n == 1 {
			return "one"
		}
	case "es", "fr":
		switch {
		case n == 1, n == 0 && code == "fr":
			return "one"
		case n != 0 && n%1_000_000 == 0:
			return "many"
		}
	case "ru":
		switch {
		case ten == 1 && hundred != 11:
			return "one"
		case ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14):
			return "few"
		default:
			return "many"
		}
	}
	return "other"
}

// figures is how a language writes numbers, in Latin digits: times, references and hashes mix with
// numbers on every page.
type figures struct {
	group string // between thousands
	point string // before decimals
	least int    // digits that stand before the first separator at least
	per   string // between a number and the sign for "of a hundred"
}

var figuresOf = map[string]figures{
	"ar": {",", ".", 1, " "},
	"en": {",", ".", 1, " "},
	"es": {".", ",", 2, "\u00a0"},
	"fr": {"\u202f", ",", 1, "\u202f"},
	"ru": {"\u00a0", ",", 1, "\u00a0"},
	"zh": {",", ".", 1, ""},
}

// whole writes a whole number's digits in groups of three.
func (f figures) whole(digits string) string {
	sign := ""
	if rest, ok := strings.CutPrefix(digits, "-"); ok {
		sign, digits = "\u2212", rest
	}
	if len(digits) < 3+f.least {
		return sign + digits
	}
	head := (len(digits)-1)%3 + 1
	var b strings.Builder
	b.WriteString(digits[:head])
	for i := head; i < len(digits); i += 3 {
		b.WriteString(f.group)
		b.WriteString(digits[i : i+3])
	}
	return sign + b.String()
}

// Num writes a whole number with the separators of the language.
func (l *Language) Num(n uint64) string { return figuresOf[l.Code].whole(strconv.FormatUint(n, 10)) }

// Decimal writes a number with so many decimals.
func (l *Language) Decimal(x float64, places int) string {
	return l.exact(strconv.FormatFloat(x, 'f', places, 64))
}

var decimalForm = regexp.MustCompile(`^-?\d+(\.\d+)?$`)

// exact writes a number that stands as a text, with every digit that it has; what is no plain number stays.
func (l *Language) exact(s string) string {
	if !decimalForm.MatchString(s) {
		return s
	}
	f := figuresOf[l.Code]
	before, after, some := strings.Cut(s, ".")
	if !some {
		return f.whole(before)
	}
	return f.whole(before) + f.point + after
}

// Percent writes a share of a hundred with its sign.
func (l *Language) Percent(x float64, places int) string {
	return l.Decimal(x, places) + figuresOf[l.Code].per + "%"
}
