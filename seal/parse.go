package seal

import (
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/entente-net/entente/fault"
)

// maxDepth bounds the nesting of JSON values.
const maxDepth = 32

// readString reads any JSON string at pos of valid UTF-8; the caller compares bytes where only the
// canonical spelling may pass.
func readString(in string, pos int) (s string, next int, ok bool) {
	if pos >= len(in) || in[pos] != '"' {
		return "", pos, false
	}
	pos++
	for i := pos; i < len(in); i++ {
		switch b := in[i]; {
		case b == '"':
			return in[pos:i], i + 1, true
		case b == '\\':
			return readEscaped(in, pos, i)
		case b < 0x20:
			return "", pos, false
		}
	}
	return "", pos, false
}

// readEscaped goes on where the first backslash stands.
func readEscaped(in string, start, i int) (s string, next int, ok bool) {
	out := append(make([]byte, 0, i-start+32), in[start:i]...)
	for i < len(in) {
		b := in[i]
		switch {
		case b == '"':
			return string(out), i + 1, true
		case b < 0x20:
			return "", i, false
		case b != '\\':
			out = append(out, b)
			i++
			continue
		}
		if i+1 >= len(in) {
			return "", i, false
		}
		if at := strings.IndexByte(`"\/bfnrt`, in[i+1]); at >= 0 {
			out = append(out, "\"\\/\b\f\n\r\t"[at])
			i += 2
			continue
		}
		r, ok := readHex(in, i)
		if !ok {
			return "", i, false
		}
		i += 6
		if utf16.IsSurrogate(r) {
			low, ok := readHex(in, i)
			if r = utf16.DecodeRune(r, low); !ok || r == utf8.RuneError {
				return "", i, false // half a pair is no character
			}
			i += 6
		}
		out = utf8.AppendRune(out, r)
	}
	return "", i, false
}

func readHex(in string, i int) (rune, bool) {
	if i+6 > len(in) || in[i] != '\\' || in[i+1] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(in[i+2:i+6], 16, 16)
	return rune(n), err == nil
}

// ParseJSON reads one JSON value strictly: valid UTF-8, no member twice in an object nor twice but for
// its case, no half surrogate pairs, nothing after the end, at most 32 levels. Numbers come as json.Number.
// White space, member order and spelling are free: use CheckCanonical where they are not.
func ParseJSON(b []byte) (any, error) {
	if !utf8.Valid(b) {
		return nil, fault.New(fault.Malformed, "the JSON is not valid UTF-8")
	}
	p := parser{in: string(b)}
	v := p.value(0)
	p.space()
	if p.err == nil && p.pos != len(p.in) {
		p.fail("data after the end of the JSON value, at byte %d", p.pos)
	}
	if p.err != nil {
		return nil, p.err
	}
	return v, nil
}

type parser struct {
	in  string
	pos int
	err *fault.Error
}

func (p *parser) fail(format string, args ...any) any {
	if p.err == nil {
		p.err = fault.New(fault.Malformed, format, args...)
	}
	return nil
}

func (p *parser) space() {
	for p.pos < len(p.in) && strings.IndexByte(" \t\r\n", p.in[p.pos]) >= 0 {
		p.pos++
	}
}

func (p *parser) next(b byte) bool {
	p.space()
	if p.err == nil && p.pos < len(p.in) && p.in[p.pos] == b {
		p.pos++
		return true
	}
	return false
}

func (p *parser) value(depth int) any {
	p.space()
	if p.err != nil {
		return nil
	}
	if depth > maxDepth {
		return p.fail("the JSON is nested deeper than %d levels", maxDepth)
	}
	if p.pos >= len(p.in) {
		return p.fail("the JSON ends in the middle")
	}
	switch p.in[p.pos] {
	case '{':
		return p.object(depth)
	case '[':
		return p.array(depth)
	case '"':
		s, next, ok := readString(p.in, p.pos)
		if !ok {
			return p.fail("a broken JSON string at byte %d", p.pos)
		}
		p.pos = next
		return s
	}
	for _, w := range []struct {
		text string
		v    any
	}{{"true", true}, {"false", false}, {"null", nil}} {
		if strings.HasPrefix(p.in[p.pos:], w.text) {
			p.pos += len(w.text)
			return w.v
		}
	}
	return p.number()
}

func (p *parser) number() any {
	start := p.pos
	digits := func() (n int) {
		for p.pos < len(p.in) && '0' <= p.in[p.pos] && p.in[p.pos] <= '9' {
			p.pos++
			n++
		}
		return n
	}
	is := func(set string) bool {
		if p.pos < len(p.in) && strings.IndexByte(set, p.in[p.pos]) >= 0 {
			p.pos++
			return true
		}
		return false
	}
	is("-")
	whole := p.pos
	n := digits()
	good := n > 0 && (n == 1 || p.in[whole] != '0')
	if good && is(".") {
		good = digits() > 0
	}
	if good && is("eE") {
		is("+-")
		good = digits() > 0
	}
	if !good {
		return p.fail("no JSON value at byte %d", start)
	}
	return json.Number(p.in[start:p.pos])
}

func (p *parser) array(depth int) any {
	p.pos++
	l := []any{}
	if p.next(']') {
		return l
	}
	for p.err == nil {
		l = append(l, p.value(depth+1))
		if p.next(']') {
			return l
		}
		if !p.next(',') {
			return p.fail("expected , or ] at byte %d", p.pos)
		}
	}
	return nil
}

func (p *parser) object(depth int) any {
	p.pos++
	m := map[string]any{}
	if p.next('}') {
		return m
	}
	folded := map[string]bool{}
	for p.err == nil {
		p.space()
		name, next, ok := readString(p.in, p.pos)
		if !ok {
			return p.fail("expected the name of a member at byte %d", p.pos)
		}
		if _, twice := m[name]; twice {
			return p.fail("the member %q stands twice, at byte %d", name, p.pos)
		}
		// Many readers match names without regard to case: two such members would be read differently.
		fold := strings.ToLower(name)
		if folded[fold] {
			return p.fail("the member %q stands twice but for its case, at byte %d", name, p.pos)
		}
		folded[fold] = true
		p.pos = next
		if !p.next(':') {
			return p.fail("expected : at byte %d", p.pos)
		}
		m[name] = p.value(depth + 1)
		if p.next('}') {
			return m
		}
		if !p.next(',') {
			return p.fail("expected , or } at byte %d", p.pos)
		}
	}
	return nil
}
