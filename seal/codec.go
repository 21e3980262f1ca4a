package seal

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/entente-net/entente/fault"
)

// codec writes or reads one value in canonical form. Every type lists its members once, in a function
// that serves both directions: the format cannot drift apart from itself, and what is written is held
// to the same rules as what is read.
//
// Reading accepts the canonical order only. The first error stays; all that follows does nothing.
type codec struct {
	writes bool
	again  bool // it writes what was read a moment ago: what was checked is not checked twice
	fresh  bool // no member of the open object or list is done yet
	what   string
	out    []byte
	in     string
	pos    int
	err    *fault.Error
}

// maxInteger is the largest integer that every JSON reader keeps exactly.
const maxInteger = 1<<53 - 1

func (c *codec) fail(format string, args ...any) {
	if c.err == nil {
		c.err = fault.New(fault.Malformed, c.what+": "+format, args...)
	}
}

func (c *codec) failLarge(format string, args ...any) {
	if c.err == nil {
		c.err = fault.New(fault.TooLarge, c.what+": "+format, args...)
	}
}

// punct writes or expects one character of structure.
func (c *codec) punct(b byte) bool {
	if c.err != nil {
		return false
	}
	if c.writes {
		c.out = append(c.out, b)
		return true
	}
	if c.pos < len(c.in) && c.in[c.pos] == b {
		c.pos++
		return true
	}
	c.fail("expected %q at byte %d", string(b), c.pos)
	return false
}

func (c *codec) open()  { c.punct('{'); c.fresh = true }
func (c *codec) close() { c.punct('}'); c.fresh = false }

// member writes or expects the name of the next member.
func (c *codec) member(name string) bool {
	if c.err != nil {
		return false
	}
	if !c.fresh && !c.punct(',') {
		return false
	}
	c.fresh = false
	if c.writes {
		c.out = append(c.out, '"')
		c.out = append(c.out, name...)
		c.out = append(c.out, '"', ':')
		return true
	}
	rest, n := c.in[c.pos:], len(name)
	if len(rest) < n+3 || rest[0] != '"' || rest[1:1+n] != name || rest[1+n:3+n] != `":` {
		c.fail("expected the member %q at byte %d", name, c.pos)
		return false
	}
	c.pos += n + 3
	return true
}

// maybe says whether an optional member comes next: it stands where it says something, and is left out otherwise, so that
// one value has one form.
func (c *codec) maybe(name string, there bool) bool {
	if c.err != nil || c.writes {
		return c.err == nil && there
	}
	rest := c.in[c.pos:]
	if !c.fresh {
		if rest == "" || rest[0] != ',' {
			return false
		}
		rest = rest[1:]
	}
	return strings.HasPrefix(rest, `"`+name+`":`)
}

// given refuses an optional member that says nothing.
func (c *codec) given(name string, length int) {
	if c.err == nil && length == 0 {
		c.fail("%s is left out where it is empty", name)
	}
}

// str writes or reads a string value; name is for messages only.
func (c *codec) str(name string, s *string, limit int) {
	if c.err != nil {
		return
	}
	if c.writes {
		if !c.again && !utf8.ValidString(*s) {
			c.fail("%s is not valid UTF-8", name)
			return
		}
		if len(*s) > limit {
			c.failLarge("%s has %d bytes, more than %d", name, len(*s), limit)
			return
		}
		c.out = appendString(c.out, *s)
		return
	}
	v, next, ok := readString(c.in, c.pos)
	if !ok {
		c.fail("%s: expected a string at byte %d", name, c.pos)
		return
	}
	if len(v) > limit {
		c.failLarge("%s has %d bytes, more than %d", name, len(v), limit)
		return
	}
	*s, c.pos = v, next
}

// Limits of text members, in bytes.
const (
	limitName  = 256
	limitLine  = 4096
	limitLarge = 64 << 10
)

// name is a short member: an identifier.
func (c *codec) name(name string, s *string) { c.text(name, s, limitName) }

func (c *codec) text(name string, s *string, limit int) {
	if c.member(name) {
		c.str(name, s, limit)
	}
}

// oneOf is a member with a closed list of values.
func (c *codec) oneOf(name string, s *string, values ...string) {
	c.name(name, s)
	if c.err != nil {
		return
	}
	for _, v := range values {
		if *s == v {
			return
		}
	}
	c.fail("%s %q is not one of %s", name, *s, strings.Join(values, ", ")) // a copy, lest every call pay for the list
}

func (c *codec) world(s *string) { c.oneOf("world", s, WorldReal, WorldExercise) }

// binary is a member of exactly size bytes in base64url; empty is allowed where optional.
func (c *codec) binary(name string, s *string, size int, optional bool) {
	if c.member(name) {
		c.binaryValue(name, s, size, optional)
	}
}

func (c *codec) binaryValue(name string, s *string, size int, optional bool) {
	c.str(name, s, limitName)
	if c.err != nil || *s == "" && optional {
		return
	}
	if !isBase64(*s, size) {
		c.fail("%s is not %d bytes in base64url", name, size)
	}
}

func (c *codec) nonce(s *string)     { c.binary("nonce", s, 16, false) }
func (c *codec) signature(s *string) { c.binary("signature", s, 64, false) }

func (c *codec) keyID(name string, k *KeyID) {
	s := string(*k)
	c.binary(name, &s, 16, false)
	*k = KeyID(s)
}

func (c *codec) digest(name string, d *Digest, optional bool) {
	if c.member(name) {
		c.digestValue(name, d, optional)
	}
}

func (c *codec) digestValue(name string, d *Digest, optional bool) {
	s := string(*d)
	c.str(name, &s, limitName)
	if c.err != nil {
		return
	}
	if (s != "" || !optional) && !Digest(s).Valid() {
		c.fail("%s is not sha256: with 32 bytes in base64url", name)
		return
	}
	*d = Digest(s)
}

func (c *codec) uint(name string, n *uint64) {
	if !c.member(name) {
		return
	}
	if c.writes {
		if *n > maxInteger {
			c.fail("%s is above 2^53-1", name)
			return
		}
		c.out = strconv.AppendUint(c.out, *n, 10)
		return
	}
	start, v := c.pos, uint64(0)
	for c.pos < len(c.in) && '0' <= c.in[c.pos] && c.in[c.pos] <= '9' && c.pos-start < 17 {
		v = v*10 + uint64(c.in[c.pos]-'0')
		c.pos++
	}
	if c.pos == start || v > maxInteger {
		c.fail("%s: expected a whole number up to 2^53-1 at byte %d", name, start)
		return
	}
	*n = v
}

func (c *codec) boolean(name string, b *bool) {
	if !c.member(name) {
		return
	}
	switch {
	case c.writes:
		c.out = strconv.AppendBool(c.out, *b)
	case c.skip("true"):
		*b = true
	case c.skip("false"):
		*b = false
	default:
		c.fail("%s: expected true or false at byte %d", name, c.pos)
	}
}

// skip passes over a literal, or says that it is not there.
func (c *codec) skip(literal string) bool {
	if c.err != nil || len(c.in)-c.pos < len(literal) || c.in[c.pos:c.pos+len(literal)] != literal {
		return false
	}
	c.pos += len(literal)
	return true
}

func (c *codec) time(name string, t *Time) {
	if !c.member(name) {
		return
	}
	if c.writes {
		if y := t.UTC().Year(); y < 1 || y > 9999 {
			c.fail("%s: the year %d has not four digits", name, y)
			return
		}
		c.out = append(c.out, '"')
		c.out = t.UTC().AppendFormat(c.out, timeLayout)
		c.out = append(c.out, '"')
		return
	}
	var s string
	start := c.pos
	c.str(name, &s, limitName)
	if c.err != nil {
		return
	}
	v, ok := parseTime(s)
	if !ok {
		c.fail("%s: expected an instant in UTC with six decimals at byte %d", name, start)
		return
	}
	*t = v
}

// list writes or reads a member that is a list, item by item. An empty list reads as nil.
func list[T any](c *codec, name string, l *[]T, limit int, item func(*codec, *T)) {
	if !c.member(name) || !c.punct('[') {
		return
	}
	if c.writes {
		if len(*l) > limit {
			c.failLarge("%s has %d items, more than %d", name, len(*l), limit)
			return
		}
		for i := range *l {
			if i > 0 {
				c.out = append(c.out, ',')
			}
			item(c, &(*l)[i])
		}
		c.punct(']')
		c.fresh = false
		return
	}
	*l = nil
	for c.err == nil && !c.skip("]") {
		if len(*l) > 0 && !c.punct(',') {
			return
		}
		if len(*l) == limit {
			c.failLarge("%s has more than %d items", name, limit)
			return
		}
		var v T
		item(c, &v)
		*l = append(*l, v)
	}
	c.fresh = false
}

// optional writes or reads a member that may be null.
func optional[T any](c *codec, name string, p **T, value func(*codec, *T)) {
	if !c.member(name) {
		return
	}
	if c.writes {
		if *p == nil {
			c.out = append(c.out, "null"...)
			return
		}
		value(c, *p)
		return
	}
	if c.skip("null") {
		*p = nil
		return
	}
	*p = new(T)
	value(c, *p)
}

// sorted holds a list to a strictly rising order of names: one set has one form.
func sorted[T any](c *codec, name string, l []T, key func(*T) string) {
	for i := 1; i < len(l) && c.err == nil; i++ {
		if key(&l[i-1]) >= key(&l[i]) {
			c.fail("%s is not sorted, or names %q twice", name, key(&l[i]))
		}
	}
}

// encode writes a value. A value that breaks the rules is written nevertheless as far as it goes: whoever
// signs asks for the error, and whoever decodes refuses it.
func encode[T any](what string, v *T, members func(*codec, *T)) ([]byte, error) {
	c := codec{writes: true, what: what, out: make([]byte, 0, 1024)}
	members(&c, v)
	if c.err != nil {
		return c.out, c.err
	}
	return c.out, nil
}

// decode reads a value, writes it again and compares the bytes.
func decode[T any](what string, b []byte, limit int, members func(*codec, *T)) (*T, error) {
	if len(b) > limit {
		return nil, fault.New(fault.TooLarge, "%s has %d bytes, more than %d", what, len(b), limit)
	}
	if !utf8.Valid(b) {
		return nil, fault.New(fault.Malformed, "%s is not valid UTF-8", what)
	}
	c := codec{what: what, in: string(b)}
	v := new(T)
	members(&c, v)
	if c.err == nil && c.pos != len(c.in) {
		c.fail("data after the end, at byte %d", c.pos)
	}
	if c.err != nil {
		return nil, diagnose(what, b, c.err)
	}
	w := codec{writes: true, again: true, what: what, out: make([]byte, 0, len(b)+64)}
	members(&w, v)
	if w.err != nil {
		return nil, w.err
	}
	if !bytes.Equal(b, w.out) {
		return nil, diagnose(what, b, fault.New(fault.Malformed, "%s is not in canonical form", what))
	}
	return v, nil
}

// diagnose looks for the simplest thing that is wrong, for the message only: the bytes are refused already.
func diagnose(what string, b []byte, first *fault.Error) *fault.Error {
	v, err := ParseJSON(b)
	if err != nil {
		return fault.New(fault.Malformed, "%s: %s", what, err.Error())
	}
	canonical, err := Canonical(v)
	if err != nil {
		return fault.New(fault.Malformed, "%s: %s", what, err.Error())
	}
	if !bytes.Equal(canonical, b) {
		i := 0
		for i < len(b) && i < len(canonical) && b[i] == canonical[i] {
			i++
		}
		return fault.New(fault.Malformed, "%s is not in canonical form from byte %d on", what, i)
	}
	return first
}
