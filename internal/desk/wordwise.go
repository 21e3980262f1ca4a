package desk

import (
	"unicode"

	"github.com/entente-net/entente/internal/web"
)

// mostSteps bounds what one comparison may cost: words of the one times words of the other, after what is the same at both
// ends is set aside. Beyond it a passage is shown as struck and written anew.
const mostSteps = 4_000_000

// wordDiff compares two texts word by word; what stands between words goes with the word before it.
func wordDiff(old, now string) []web.Span { return spans(words(old), words(now)) }

// lineDiff compares two texts line by line.
func lineDiff(old, now string) []web.Span { return spans(lines(old), lines(now)) }

// words cuts a text so that the pieces joined are the text. Of scripts that are written without spaces every character is a word.
func words(s string) []string {
	var out []string
	start, space := 0, false
	for i, r := range s {
		alone := unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
		if i > start && (space && !unicode.IsSpace(r) || alone) {
			out = append(out, s[start:i])
			start = i
		}
		space = unicode.IsSpace(r)
	}
	if start < len(s) {
		out = append(out, s[start:])
	}
	return out
}

func lines(s string) []string {
	var out []string
	start := 0
	for i := range len(s) {
		if s[i] == '\n' {
			out = append(out, s[start:i+1])
			start = i + 1
		}
	}
	if start < len(s) {
		out = append(out, s[start:])
	}
	return out
}

// spans finds the longest common sequence of two lists of pieces.
func spans(a, b []string) []web.Span {
	var out []web.Span
	add := func(op string, pieces ...string) {
		for _, p := range pieces {
			if len(out) > 0 && out[len(out)-1].Op == op {
				out[len(out)-1].Text += p
			} else {
				out = append(out, web.Span{Op: op, Text: p})
			}
		}
	}
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	add("same", a[:head]...)
	end := a[len(a)-tail:]
	a, b = a[head:len(a)-tail], b[head:len(b)-tail]
	if len(a)*len(b) > mostSteps {
		add("gone", a...)
		add("new", b...)
		add("same", end...)
		return out
	}
	width := len(b) + 1
	length := make([]int32, (len(a)+1)*width)
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				length[i*width+j] = length[(i+1)*width+j+1] + 1
			} else {
				length[i*width+j] = max(length[(i+1)*width+j], length[i*width+j+1])
			}
		}
	}
	var gone, fresh []string
	flush := func() {
		add("gone", gone...)
		add("new", fresh...)
		gone, fresh = nil, nil
	}
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			flush()
			add("same", a[i])
			i, j = i+1, j+1
		case j == len(b) || i < len(a) && length[(i+1)*width+j] >= length[i*width+j+1]:
			gone = append(gone, a[i])
			i++
		default:
			fresh = append(fresh, b[j])
			j++
		}
	}
	flush()
	add("same", end...)
	return out
}

// passage finds the one passage by which a text differs from another and that stands in the old one exactly once; false
// where there is none.
func passage(old, now string) (from, to string, ok bool) {
	a, b := words(old), words(now)
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	if head == len(a) && head == len(b) {
		return "", "", false
	}
	for {
		from, to = join(a[head:len(a)-tail]), join(b[head:len(b)-tail])
		if from != "" && once(old, from) {
			return from, to, true
		}
		if head == 0 && tail == 0 {
			return "", "", false
		}
		head, tail = max(0, head-1), max(0, tail-1)
	}
}

func join(list []string) string {
	n := 0
	for _, s := range list {
		n += len(s)
	}
	out := make([]byte, 0, n)
	for _, s := range list {
		out = append(out, s...)
	}
	return string(out)
}

// once says whether a passage stands in a text exactly once, overlaps counted.
func once(text, part string) bool {
	n := 0
	for i := 0; i+len(part) <= len(text); i++ {
		if text[i:i+len(part)] == part {
			if n++; n > 1 {
				return false
			}
		}
	}
	return n == 1
}
