package seal

import (
	"encoding/base64"
	"strings"
	"time"

	"github.com/entente-net/entente/fault"
)

// b64 is base64url without padding that refuses what would decode from two texts.
var b64 = base64.RawURLEncoding.Strict()

func isBase64(s string, size int) bool {
	if len(s) != b64.EncodedLen(size) {
		return false
	}
	for i := range len(s) {
		if base64Values[s[i]] < 0 {
			return false
		}
	}
	// The bits beyond the last byte must be zero.
	switch size % 3 {
	case 1:
		return base64Values[s[len(s)-1]]&15 == 0
	case 2:
		return base64Values[s[len(s)-1]]&3 == 0
	}
	return true
}

// base64Values gives for each character its six bits, or -1.
var base64Values = func() (t [256]int8) {
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
	for i := range t {
		t[i] = int8(strings.IndexByte(alphabet, byte(i)))
	}
	return t
}()

const timeLayout = "2006-01-02T15:04:05.000000Z"

// TimeOf cuts an instant to the microsecond and to UTC, as it stands in signed bytes.
func TimeOf(t time.Time) Time { return Time{t.UTC().Truncate(time.Microsecond)} }

func parseTime(s string) (Time, bool) {
	if len(s) != len(timeLayout) {
		return Time{}, false
	}
	for i := range len(s) {
		digit := '0' <= s[i] && s[i] <= '9'
		if i == 4 || i == 7 || i == 10 || i == 13 || i == 16 || i == 19 || i == 26 {
			if s[i] != timeLayout[i] {
				return Time{}, false
			}
		} else if !digit {
			return Time{}, false
		}
	}
	n := func(from, to int) (v int) {
		for ; from < to; from++ {
			v = v*10 + int(s[from]-'0')
		}
		return v
	}
	t := time.Date(n(0, 4), time.Month(n(5, 7)), n(8, 10), n(11, 13), n(14, 16), n(17, 19), n(20, 26)*1000, time.UTC)
	// time.Date normalises 30 February and second 60; such a text is not an instant.
	if t.Year() < 1 || t.Month() != time.Month(n(5, 7)) || t.Day() != n(8, 10) ||
		t.Hour() != n(11, 13) || t.Minute() != n(14, 16) || t.Second() != n(17, 19) {
		return Time{}, false
	}
	return Time{t}, true
}

// MarshalJSON gives the form that stands in signed bytes.
func (t Time) MarshalJSON() ([]byte, error) {
	return t.UTC().AppendFormat(nil, `"`+timeLayout+`"`), nil
}

// UnmarshalJSON reads that form and no other.
func (t *Time) UnmarshalJSON(b []byte) error {
	if len(b) > 1 && b[0] == '"' && b[len(b)-1] == '"' {
		if v, ok := parseTime(string(b[1 : len(b)-1])); ok {
			*t = v
			return nil
		}
	}
	return fault.New(fault.Malformed, "%.40s is not an instant in UTC with six decimals", b)
}
