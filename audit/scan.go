package audit

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"strconv"
	"time"
	"unicode/utf8"

	"github.com/entente-net/entente/fault"
)

// A bundle's lines are canonical, so they can be taken apart without a general JSON parser: there
// is no space between tokens and members are sorted. What a signed object holds inside is not
// judged here: its own decoder does that, strictly, on the very bytes that were cut out.

func malformed(format string, args ...any) *fault.Error {
	return fault.New(fault.Malformed, format, args...)
}

// skip gives the end of the value that begins at b[i].
func skip(b []byte, i, depth int) (int, error) {
	if i >= len(b) {
		return 0, malformed("the line ends in the middle of a value")
	}
	switch c := b[i]; c {
	case '"':
		return skipString(b, i)
	case '{', '[':
		if depth >= MaxDepth {
			return 0, malformed("values are nested more than %d deep", MaxDepth)
		}
		return skipNested(b, i, depth)
	default:
		j := i
		for j < len(b) && b[j] != ',' && b[j] != '}' && b[j] != ']' {
			if b[j] == '"' || b[j] <= ' ' || b[j] >= 0x80 {
				return 0, malformed("a value is not JSON at byte %d", j+1)
			}
			j++
		}
		if !validScalar(b[i:j]) {
			return 0, malformed("a value is not JSON at byte %d", i+1)
		}
		return j, nil
	}
}

// validScalar asks encoding/json only about what is rare: a number that is no plain integer.
func validScalar(v []byte) bool {
	switch string(v) {
	case "null", "true", "false":
		return true
	}
	return len(v) > 0 && len(v) < 64 && json.Valid(v)
}

func skipString(b []byte, i int) (int, error) {
	for j := i + 1; ; {
		k := bytes.IndexByte(b[j:], '"')
		if k < 0 {
			return 0, malformed("the line ends in the middle of a string")
		}
		j += k
		n := 0
		for b[j-1-n] == '\\' {
			n++
		}
		j++
		if n%2 == 0 {
			return j, nil
		}
	}
}

func skipNested(b []byte, i, depth int) (int, error) {
	object := b[i] == '{'
	closing := byte(']')
	if object {
		closing = '}'
	}
	i++
	if i < len(b) && b[i] == closing {
		return i + 1, nil
	}
	for {
		var err error
		if object {
			if i >= len(b) || b[i] != '"' {
				return 0, malformed("an object's member has no name at byte %d", i+1)
			}
			if i, err = skipString(b, i); err != nil {
				return 0, err
			}
			if i >= len(b) || b[i] != ':' {
				return 0, malformed("a member's name is not followed by a colon at byte %d", i+1)
			}
			i++
		}
		if i, err = skip(b, i, depth+1); err != nil {
			return 0, err
		}
		if i >= len(b) {
			return 0, malformed("the line ends in the middle of a value")
		}
		switch b[i] {
		case ',':
			i++
		case closing:
			return i + 1, nil
		default:
			return 0, malformed("an unexpected character at byte %d", i+1)
		}
	}
}

// cut takes an object with exactly the members that names lists, in that order, apart into raw.
// It refuses an unknown, missing, repeated or displaced member: the names are sorted.
func cut(b []byte, names []string, raw [][]byte) error {
	if len(b) < 2 || b[0] != '{' {
		return malformed("an object is expected")
	}
	i := 1
	for n, name := range names {
		if n > 0 {
			if i >= len(b) || b[i] != ',' {
				return malformed("the member %q is missing", name)
			}
			i++
		}
		end := i + len(name) + 3
		if end > len(b) || b[i] != '"' || string(b[i+1:i+1+len(name)]) != name || b[end-2] != '"' || b[end-1] != ':' {
			return malformed("the member %q is expected at byte %d: members are sorted, each stands once, none is unknown", name, i+1)
		}
		next, err := skip(b, end, 1)
		if err != nil {
			return err
		}
		raw[n] = b[end:next]
		i = next
	}
	if i != len(b)-1 || b[i] != '}' {
		return malformed("the object does not end after its last member at byte %d", i+1)
	}
	return nil
}

// each calls fn for the elements of an array.
func each(b []byte, fn func(value []byte) error) error {
	if len(b) < 2 || b[0] != '[' {
		return malformed("a list is expected")
	}
	if string(b) == "[]" {
		return nil
	}
	i := 1
	for {
		next, err := skip(b, i, 1)
		if err != nil {
			return err
		}
		if err := fn(b[i:next]); err != nil {
			return err
		}
		if next >= len(b) {
			return malformed("the list has no end")
		}
		if b[next] == ']' && next == len(b)-1 {
			return nil
		}
		if b[next] != ',' {
			return malformed("an unexpected character in a list")
		}
		i = next + 1
	}
}

// textOf reads a string and refuses any but its canonical form.
func textOf(b []byte) (string, error) {
	if len(b) < 2 || b[0] != '"' {
		return "", malformed("text is expected")
	}
	inner := b[1 : len(b)-1]
	plain := bytes.IndexByte(inner, '\\') < 0
	if plain {
		for _, c := range inner {
			if c < 0x20 {
				return "", malformed("a control character stands in a text")
			}
		}
	}
	if !utf8.Valid(inner) {
		return "", malformed("a text is not UTF-8")
	}
	if plain {
		return string(inner), nil
	}
	var s string
	if err := json.Unmarshal(b, &s); err != nil {
		return "", malformed("a text is not JSON").Wrap(err)
	}
	if !bytes.Equal(appendString(nil, s), b) {
		return "", malformed("a text is not in canonical form")
	}
	return s, nil
}

func numberOf(b []byte) (uint64, error) {
	n, err := strconv.ParseUint(string(b), 10, 53)
	if err != nil || (len(b) > 1 && b[0] == '0') {
		return 0, malformed("a whole number is expected")
	}
	return n, nil
}

func timeOf(b []byte) (time.Time, error) {
	s, err := textOf(b)
	if err != nil {
		return time.Time{}, err
	}
	t, err := time.Parse(timeForm, s)
	if err != nil || formatTime(t) != s {
		return time.Time{}, malformed("an instant must read like %s", timeForm)
	}
	return t, nil
}

func textsOf(b []byte) ([]string, error) {
	var list []string
	err := each(b, func(v []byte) error {
		s, err := textOf(v)
		list = append(list, s)
		return err
	})
	return list, err
}

// bytesOf reads base64 and refuses any form but the encoder's own.
func bytesOf(b []byte, enc *base64.Encoding) ([]byte, error) {
	if len(b) < 2 || b[0] != '"' {
		return nil, malformed("base64 text is expected")
	}
	in := b[1 : len(b)-1]
	out := make([]byte, enc.DecodedLen(len(in)))
	n, err := enc.Strict().Decode(out, in)
	if err != nil || enc.EncodedLen(n) != len(in) {
		return nil, malformed("a text is not base64")
	}
	return out[:n], nil
}

func isNull(b []byte) bool { return string(b) == "null" }
