package web

import (
	"strings"
)

// tidyCode writes a code as it is printed: capital letters and digits in groups of four. Spaces and strokes do not matter,
// and digits of other scripts are read as what they are.
func tidyCode(s string) string {
	var b strings.Builder
	n := 0
	for _, c := range s {
		c = plainChar(c)
		if c == 0 {
			continue
		}
		if n > 0 && n%4 == 0 {
			b.WriteByte('-')
		}
		b.WriteRune(c)
		n++
	}
	return b.String()
}

// plainChar gives the letter or digit of a code, or 0 for what is no part of one.
func plainChar(c rune) rune {
	switch {
	case c >= 'a' && c <= 'z':
		return c - 'a' + 'A'
	case c >= 'A' && c <= 'Z' || c >= '0' && c <= '9':
		return c
	case c >= '٠' && c <= '٩':
		return c - '٠' + '0'
	case c >= '۰' && c <= '۹':
		return c - '۰' + '0'
	case c == ' ' || c == '-' || c == '‐' || c == '–' || c == '—' || c == '_' || c == '.' || c == '\u00a0' || c == '\u202f':
		return 0
	default:
		if c < 0x20 || c >= 0x200b && c <= 0x200f || c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 {
			return 0
		}
		return c
	}
}

// slip says where a code that was typed back differs from the right one. Group and Place count from 1; 0: it is only too
// short or too long.
type slip struct {
	Group, Place  int
	Typed, Right  string // the groups
	One, Instead  string // the characters
	Short         bool
	Length, Given int // characters
}

// compareCodes gives nil where both are the same code.
func compareCodes(typed, right string) *slip {
	typed, right = tidyCode(typed), tidyCode(right)
	if typed == right {
		return nil
	}
	mine, theirs := strings.Split(typed, "-"), strings.Split(right, "-")
	for g := range theirs {
		if g >= len(mine) {
			break
		}
		a, b := []rune(mine[g]), []rune(theirs[g])
		for i := range min(len(a), len(b)) {
			if a[i] != b[i] {
				return &slip{Group: g + 1, Place: i + 1, Typed: mine[g], Right: theirs[g], One: string(a[i]), Instead: string(b[i])}
			}
		}
	}
	return &slip{Short: len(typed) < len(right), Length: len(strings.ReplaceAll(right, "-", "")), Given: len([]rune(strings.ReplaceAll(typed, "-", "")))}
}
