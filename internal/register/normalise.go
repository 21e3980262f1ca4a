package register

import (
	"encoding/json"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// maxValue bounds what is normalised: NFKC can make a text eighteen times as long.
const maxValue = 4 << 10

// Normalise gives the form of a value in which it is compared: spec/register.md says what that is for each
// type. It is idempotent. "" means that the value says nothing; such a value matches nothing. The error is a
// *fault.Error: invalid where the type cannot be compared exactly, field-invalid where the value is
// not of the type.
func Normalise(value any, t agreement.Type) (string, error) {
	switch t {
	case agreement.TypeYesNo:
		if b, ok := value.(bool); ok {
			return strconv.FormatBool(b), nil
		}
	case agreement.TypeNumber:
		if s, ok := numberText(value); ok {
			return s, nil
		}
	}
	s, ok := value.(string)
	if !ok || len(s) > maxValue {
		if !Comparable(t) {
			return "", incomparable(t)
		}
		return "", fault.New(fault.FieldInvalid, "a value of type %s is missing, too long or of another type", t)
	}
	// Without this, two texts that differ in broken bytes would compare equal.
	if !isText(s) {
		return "", fault.New(fault.FieldInvalid, "a value of type %s is not valid UTF-8", t)
	}
	switch t {
	case agreement.TypeDocument:
		return documentNumber(s), nil
	case agreement.TypeIdentifier:
		return squeeze(norm.NFKC.String(strings.ToUpper(norm.NFKC.String(s))), ""), nil
	case agreement.TypeName:
		return foldName(s), nil
	case agreement.TypeText, agreement.TypeChoice, agreement.TypePerson:
		return squeeze(norm.NFKC.String(s), " "), nil
	case agreement.TypeCountry:
		return country(s)
	case agreement.TypeDate:
		return date(s)
	case agreement.TypeTime:
		return instant(s)
	case agreement.TypeYesNo:
		if s = squeeze(s, ""); s == "true" || s == "false" || s == "" {
			return s, nil
		}
		return "", fault.New(fault.FieldInvalid, "%q is neither true nor false", clip(s))
	case agreement.TypeNumber:
		if s = squeeze(s, ""); s == "" {
			return "", nil
		}
		if n, ok := numberText(json.Number(s)); ok {
			return n, nil
		}
		return "", fault.New(fault.FieldInvalid, "%q is not a number", clip(s))
	default:
		return "", incomparable(t)
	}
}

// Comparable says whether values of a type can be matched exactly.
func Comparable(t agreement.Type) bool {
	switch t {
	case agreement.TypeDocument, agreement.TypeIdentifier, agreement.TypeName, agreement.TypeText, agreement.TypeChoice,
		agreement.TypePerson, agreement.TypeCountry, agreement.TypeDate, agreement.TypeTime, agreement.TypeYesNo, agreement.TypeNumber:
		return true
	}
	return false
}

func incomparable(t agreement.Type) error {
	return fault.New(fault.Invalid, "values of type %s cannot be compared exactly", t).
		Mend("match on a document, identifier, name, country, date or another plain value")
}

func isText(s string) bool { return strings.ToValidUTF8(s, "") == s }

// documentNumber keeps letters, marks and digits: what a person reads into a form, what a machine reads from
// the zone (with its fillers), and what a list prints with hyphens, dots or slashes come out alike.
func documentNumber(s string) string {
	if plain(s) {
		return s
	}
	s = norm.NFKC.String(strings.ToUpper(norm.NFKC.String(s)))
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Nd, r):
			return '0' + digit(r)
		case unicode.IsLetter(r), unicode.IsMark(r), unicode.IsNumber(r):
			return r
		}
		return -1
	}, s)
	// What was apart may now combine.
	return norm.NFKC.String(s)
}

// plain is the common case, worth a shortcut: A–Z and 0–9 already.
func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && (c < 'A' || c > 'Z') {
			return false
		}
	}
	return true
}

// digit gives the value of a decimal digit of any script. Unicode promises that the ten digits of a script
// stand in a row, in order (chapter 4.6 of the standard).
func digit(r rune) rune {
	if r <= '9' {
		return r - '0'
	}
	zero := r
	for unicode.Is(unicode.Nd, zero-1) && r-zero < 9 {
		zero--
	}
	// Where rows adjoin, each begins at a multiple of ten from the first of the range.
	first := zero
	for unicode.Is(unicode.Nd, first-1) {
		first--
	}
	return (r - first) % 10
}

// squeeze takes white space and invisible signs away at the ends, and puts gap for what lies between.
func squeeze(s, gap string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, s)
	return norm.NFKC.String(strings.Join(strings.Fields(s), gap))
}

// foldName removes differences of case and spacing alone. Spellings and scripts are the business of matching
// by likeness, never of an exact match.
func foldName(s string) string {
	s = squeeze(norm.NFKC.String(s), " ")
	return squeeze(norm.NFKC.String(cases.Fold().String(s)), " ")
}

func country(s string) (string, error) {
	s = strings.ToUpper(squeeze(norm.NFKC.String(s), ""))
	if s == "" {
		return "", nil
	}
	if len(s) != 2 || !plain(s) || s[0] < 'A' || s[1] < 'A' {
		return "", fault.New(fault.FieldInvalid, "%q is not a country", clip(s)).
			Mend("give the two letters of ISO 3166-1, such as \"XA\"")
	}
	return s, nil
}

func date(s string) (string, error) {
	s = squeeze(norm.NFKC.String(s), "")
	if s == "" {
		return "", nil
	}
	d, err := agreement.ParseDate(s)
	if err != nil {
		return "", fault.New(fault.FieldInvalid, "%q is not a date", clip(s)).Mend("give year, month and day, such as \"2026-03-01\"")
	}
	return d.String(), nil
}

func instant(s string) (string, error) {
	s = squeeze(norm.NFKC.String(s), "")
	if s == "" {
		return "", nil
	}
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil || t.UTC().Year() < 0 || t.UTC().Year() > 9999 {
		return "", fault.New(fault.FieldInvalid, "%q is not a time", clip(s)).Mend("give date, time and zone, such as \"2026-03-01T14:30:00Z\"")
	}
	return t.UTC().Truncate(time.Microsecond).Format("2006-01-02T15:04:05.000000Z"), nil
}

// numberText writes a number as the shortest decimal without an exponent, so that 1, 1.0 and 1e0 are one.
func numberText(v any) (string, bool) {
	switch n := v.(type) {
	case json.Number:
		f, err := n.Float64()
		if err != nil {
			return "", false
		}
		return numberText(f)
	case int:
		return numberText(float64(n))
	case float64:
		if n > 1<<53 || n < -(1<<53) || n != n {
			return "", false
		}
		if n == 0 {
			return "0", true // never "-0"
		}
		return strconv.FormatFloat(n, 'f', -1, 64), true
	}
	return "", false
}
