package agreement

import (
	"bytes"
	"fmt"
	"slices"
	"sort"
	"unicode/utf8"
)

// maxSource bounds a text: the longest treaties are a tenth of it.
const maxSource = 4 << 20

// source is the text with its lines, for positions.
type source struct {
	name  string
	text  []byte
	lines []int // offset of each line's first byte
}

func newSource(name string, text []byte) *source {
	s := &source{name: name, text: text, lines: make([]int, 1, bytes.Count(text, []byte("\n"))+1)}
	for i, b := range text {
		if b == '\n' {
			s.lines = append(s.lines, i+1)
		}
	}
	return s
}

// lineOf gives the 0-based number of the line that holds an offset.
func (s *source) lineOf(offset int) int {
	return sort.Search(len(s.lines), func(i int) bool { return s.lines[i] > offset }) - 1
}

// line gives a line's bytes without its end, by its 0-based number; nil beyond the end.
func (s *source) line(n int) []byte {
	if n < 0 || n >= len(s.lines) {
		return nil
	}
	end := len(s.text)
	if n+1 < len(s.lines) {
		end = s.lines[n+1] - 1
	}
	return s.text[s.lines[n]:end]
}

// place gives line and column of an offset, both from 1, the column in characters.
func (s *source) place(offset int) (line, column int) {
	offset = min(max(offset, 0), len(s.text))
	n := s.lineOf(offset)
	return n + 1, utf8.RuneCount(s.text[s.lines[n]:offset]) + 1
}

// fault tells where a text's encoding is not what everybody reads alike: the offset and what is wrong.
func (s *source) fault() (int, string, string) {
	if bytes.HasPrefix(s.text, []byte("\ufeff")) {
		return 0, "the text begins with a byte order mark", "save it as UTF-8 without a byte order mark"
	}
	for i := 0; i < len(s.text); {
		if b := s.text[i]; b >= ' ' && b < 0x7f || b == '\n' {
			i++
			continue // most of it
		}
		r, n := utf8.DecodeRune(s.text[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			return i, "this is not valid UTF-8", "save the text as UTF-8"
		case r == '\r':
			return i, "the line ends with a carriage return", "save the text with plain line feeds (LF)"
		case r < ' ' && r != '\n' && r != '\t', r == 0x7f:
			return i, fmt.Sprintf("the control character U+%04X stands here", r), "remove it"
		case slices.Contains(hidden, r):
			return i, fmt.Sprintf("the character U+%04X, which changes the order of reading, stands here", r), "remove it: what is signed must read as it is stored"
		}
		i += n
	}
	return 0, "", ""
}

// hidden are the bidirectional controls with which a text can show another order than it has
// (Unicode TR 36). Plain right-to-left letters need none of them.
var hidden = []rune{0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069}
