package seal

import (
	"bytes"
	"encoding/json"
	"math"
	"math/big"
	"sort"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/gowebpki/jcs"

	"github.com/entente-net/entente/fault"
)

const hex = "0123456789abcdef"

// appendString writes a string as RFC 8785 section 3.2.2.2 says: only what must be escaped is.
func appendString(out []byte, s string) []byte {
	out = append(out, '"')
	start := 0
	for i := range len(s) {
		b := s[i]
		if b >= 0x20 && b != '"' && b != '\\' {
			continue
		}
		out = append(out, s[start:i]...)
		start = i + 1
		switch b {
		case '"', '\\':
			out = append(out, '\\', b)
		case '\b':
			out = append(out, '\\', 'b')
		case '\t':
			out = append(out, '\\', 't')
		case '\n':
			out = append(out, '\\', 'n')
		case '\f':
			out = append(out, '\\', 'f')
		case '\r':
			out = append(out, '\\', 'r')
		default:
			out = append(out, '\\', 'u', '0', '0', hex[b>>4], hex[b&15])
		}
	}
	out = append(out, s[start:]...)
	return append(out, '"')
}

// Canonical writes a JSON value in the form of RFC 8785. It takes what ParseJSON gives, and besides float64,
// int, int64, uint64, []string and map[string]string. Numbers at or beyond 2^53, and decimals that
// a double does not keep, are refused: they must be strings.
func Canonical(v any) ([]byte, error) { return appendValue(nil, v, 0) }

// CheckCanonical refuses bytes that are not exactly the canonical form of what they say, and gives that value.
func CheckCanonical(b []byte) (any, error) {
	v, err := ParseJSON(b)
	if err != nil {
		return nil, err
	}
	again, err := Canonical(v)
	if err != nil {
		return nil, err
	}
	if !bytes.Equal(b, again) {
		return nil, fault.New(fault.Malformed, "the JSON is not in canonical form").
			Mend("write it as RFC 8785 says")
	}
	return v, nil
}

// plainJSON knows the values that are plainly canonical, without the cost of reading them: short whole numbers, truth
// values, and printable ASCII texts without escapes.
func plainJSON(s string) bool {
	switch {
	case s == "true" || s == "false" || s == "null" || s == "0":
		return true
	case s == "" || len(s) == 1 && s[0] == '"':
		return false
	case s[0] == '"':
		for i := 1; i < len(s)-1; i++ {
			if b := s[i]; b < 0x20 || b > 0x7e || b == '"' || b == '\\' {
				return false
			}
		}
		return s[len(s)-1] == '"'
	}
	if s[0] < '1' || s[0] > '9' || len(s) > 15 {
		return false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

func appendValue(out []byte, v any, depth int) ([]byte, error) {
	if depth > maxDepth {
		return nil, fault.New(fault.Malformed, "the value is nested deeper than %d levels", maxDepth)
	}
	switch v := v.(type) {
	case nil:
		return append(out, "null"...), nil
	case bool:
		return strconv.AppendBool(out, v), nil
	case string:
		if !utf8.ValidString(v) {
			return nil, fault.New(fault.Malformed, "a text is not valid UTF-8")
		}
		return appendString(out, v), nil
	case json.Number:
		return appendNumber(out, string(v))
	case float64:
		return appendFloat(out, v)
	case int:
		return appendInteger(out, int64(v))
	case int64:
		return appendInteger(out, v)
	case uint64:
		if v > maxInteger {
			return nil, tooGreat(strconv.FormatUint(v, 10))
		}
		return strconv.AppendUint(out, v, 10), nil
	case []any:
		return appendList(out, v, depth)
	case []string:
		return appendList(out, v, depth)
	case map[string]any:
		return appendObject(out, v, depth)
	case map[string]string:
		return appendObject(out, v, depth)
	}
	return nil, fault.New(fault.Malformed, "a value of the kind %T has no JSON form here", v)
}

func appendList[T any](out []byte, l []T, depth int) ([]byte, error) {
	out = append(out, '[')
	var err error
	for i, e := range l {
		if i > 0 {
			out = append(out, ',')
		}
		if out, err = appendValue(out, e, depth+1); err != nil {
			return nil, err
		}
	}
	return append(out, ']'), nil
}

func appendObject[T any](out []byte, m map[string]T, depth int) ([]byte, error) {
	names := make([]string, 0, len(m))
	folded := make(map[string]bool, len(m))
	for n := range m {
		if !utf8.ValidString(n) {
			return nil, fault.New(fault.Malformed, "the name of a member is not valid UTF-8")
		}
		if f := strings.ToLower(n); folded[f] {
			return nil, fault.New(fault.Malformed, "the member %q stands twice but for its case", n)
		} else {
			folded[f] = true
		}
		names = append(names, n)
	}
	sort.Slice(names, func(i, j int) bool { return lessUTF16(names[i], names[j]) })
	out = append(out, '{')
	var err error
	for i, n := range names {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(appendString(out, n), ':')
		if out, err = appendValue(out, m[n], depth+1); err != nil {
			return nil, err
		}
	}
	return append(out, '}'), nil
}

// lessUTF16 orders by UTF-16 code units, as RFC 8785 section 3.2.3 does. It differs from the order of
// bytes only where a character beyond U+FFFF meets one from U+E000 on.
func lessUTF16(a, b string) bool {
	for i := 0; i < len(a) && i < len(b); i++ {
		if a[i] == b[i] {
			continue
		}
		if a[i] >= 0xee && b[i] >= 0xee {
			x, y := utf16.Encode([]rune(a)), utf16.Encode([]rune(b))
			for k := 0; k < len(x) && k < len(y); k++ {
				if x[k] != y[k] {
					return x[k] < y[k]
				}
			}
		}
		return a[i] < b[i]
	}
	return len(a) < len(b)
}

func tooGreat(n string) *fault.Error {
	return fault.New(fault.Malformed, "the number %.40s is not kept exactly by every JSON reader", n).
		Mend("write it as a text")
}

func appendInteger(out []byte, n int64) ([]byte, error) {
	if n > maxInteger || n < -maxInteger {
		return nil, tooGreat(strconv.FormatInt(n, 10))
	}
	return strconv.AppendInt(out, n, 10), nil
}

func appendFloat(out []byte, f float64) ([]byte, error) {
	if math.IsNaN(f) || math.Abs(f) > maxInteger {
		return nil, tooGreat(strconv.FormatFloat(f, 'g', -1, 64))
	}
	s, err := jcs.NumberToJSON(f)
	if err != nil {
		return nil, fault.New(fault.Malformed, "a number has no JSON form").Wrap(err)
	}
	return append(out, s...), nil
}

func appendNumber(out []byte, text string) ([]byte, error) {
	if len(text) > 64 {
		return nil, tooGreat(text)
	}
	if len(text) < 16 && strings.Trim(text, "0123456789") == "" && (text == "0" || text[:1] > "0") {
		return append(out, text...), nil
	}
	f, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return nil, tooGreat(text)
	}
	if f == 0 { // which a number too small becomes as well
		mantissa, _, _ := strings.Cut(strings.ToLower(text), "e")
		if strings.Trim(mantissa, "-0.") != "" {
			return nil, tooGreat(text)
		}
		return append(out, '0'), nil
	}
	got, err := appendFloat(out, f)
	if err != nil {
		return nil, err
	}
	// Up to 15 digits a double always keeps, away from the smallest numbers.
	if len(strings.Trim(text, "-0.")) <= 15 && math.Abs(f) > 1e-300 {
		return got, nil
	}
	// Beyond, it may stand for the number only if its shortest text is the same number.
	want, ok := new(big.Rat).SetString(text)
	have, fine := new(big.Rat).SetString(string(got[len(out):]))
	if !ok || !fine || want.Cmp(have) != 0 {
		return nil, tooGreat(text)
	}
	return got, nil
}
