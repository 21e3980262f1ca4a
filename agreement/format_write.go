package agreement

import (
	"slices"
	"strings"
	"unicode/utf8"
)

const (
	// lineWidth is how long a line of rules may become before a list is put on several.
	lineWidth = 120
	indent    = "  "
)

// oneLiners are blocks that stand on one line where they state one thing: they come in rows.
var oneLiners = []string{"state", "act"}

// layRules gives the canonical layout of the rules of one fence, which must parse.
func layRules(rules []byte) []byte {
	var w ruleWriter
	w.body(newRuleReader(rules).body(), "")
	return []byte(w.String())
}

type ruleWriter struct{ strings.Builder }

func (w *ruleWriter) line(margin, text string) {
	w.WriteString(margin + text + "\n")
}

// body writes items one below the other.
func (w *ruleWriter) body(items []ruleItem, margin string) {
	for i := 0; i < len(items); {
		it := &items[i]
		if i > 0 && it.parted(&items[i-1], margin) {
			w.WriteString("\n")
		}
		switch {
		case it.comment():
			w.line(margin, it.head)
		case it.block:
			w.block(it, margin)
		default:
			i += w.attributes(items[i:], margin)
			continue
		}
		i++
	}
}

// parted says whether an empty line stands between an item and the one before. Beside comments it is the
// author's to say, since it tells what a comment speaks of.
func (it *ruleItem) parted(before *ruleItem, margin string) bool {
	switch {
	case before.comment():
		return it.apart
	case before.block:
		return it.comment() || !it.block || it.kind() != before.kind() || it.short(margin) == "" || before.short(margin) == ""
	case it.comment():
		return it.apart
	}
	return it.block
}

func (it *ruleItem) kind() string {
	kind, _, _ := strings.Cut(it.head, " ")
	return kind
}

// short is a block on one line, "" where it does not stand on one.
func (it *ruleItem) short(margin string) string {
	if len(it.opening) > 0 || len(it.items) > 1 || len(it.trailing) > 1 {
		return ""
	}
	if len(it.items) == 0 {
		return it.head + " {}"
	}
	in := &it.items[0]
	if in.value == nil || len(in.trailing) > 0 || !slices.Contains(oneLiners, it.kind()) {
		return ""
	}
	value, ok := in.value.oneLine()
	s := it.head + " { " + in.head + " = " + value + " }"
	if !ok || width(margin+s) > lineWidth {
		return ""
	}
	return s
}

func (w *ruleWriter) block(it *ruleItem, margin string) {
	if s := it.short(margin); s != "" {
		w.line(margin, s+behind(it.trailing))
		return
	}
	w.line(margin, it.head+" {"+behind(it.opening))
	w.body(it.items, margin+indent)
	w.line(margin, "}"+behind(it.trailing))
}

func behind(comments []string) string {
	if len(comments) == 0 {
		return ""
	}
	return " " + strings.Join(comments, " ")
}

// assigned is one line name = value, or the first of several.
type assigned struct {
	name, value string
	trailing    []string
}

// attributes writes the attributes that follow one another, and gives how many.
func (w *ruleWriter) attributes(items []ruleItem, margin string) int {
	var all []assigned
	for i := range items {
		it := &items[i]
		if it.value == nil {
			break
		}
		all = append(all, assigned{it.head, it.value.lay(margin, width(margin+it.head+" = "), 0), it.trailing})
	}
	w.aligned(all, margin)
	return len(all)
}

// aligned writes assignments so that signs and comments of neighbours stand below one another. A value on
// several lines has no neighbours.
func (w *ruleWriter) aligned(all []assigned, margin string) {
	for len(all) > 0 {
		n := slices.IndexFunc(all, func(a assigned) bool { return strings.Contains(a.value, "\n") })
		if n == 0 {
			w.line(margin, all[0].name+" = "+all[0].value+behind(all[0].trailing))
			all = all[1:]
			continue
		}
		if n < 0 {
			n = len(all)
		}
		w.row(all[:n], margin)
		all = all[n:]
	}
}

func (w *ruleWriter) row(all []assigned, margin string) {
	longest := 0
	for _, a := range all {
		longest = max(longest, width(a.name))
	}
	lines := make([]string, len(all))
	for i, a := range all {
		lines[i] = margin + a.name + strings.Repeat(" ", longest-width(a.name)) + " = " + a.value
	}
	for i := 0; i < len(all); {
		n, far := 0, 0 // neighbours with comments, and how far their values go
		for i+n < len(all) && len(all[i+n].trailing) > 0 {
			far = max(far, width(lines[i+n]))
			n++
		}
		for k := i; k < i+n; k++ {
			w.line("", lines[k]+strings.Repeat(" ", far-width(lines[k]))+behind(all[k].trailing))
		}
		if i += n; i < len(all) {
			w.line("", lines[i])
			i++
		}
	}
}

// flat is a value without any line end of its own.
func (x *ruleExpr) flat() string {
	s, _ := x.oneLine()
	return s
}

// oneLine is a value on one line; false where a comment in it keeps it from standing on one.
func (x *ruleExpr) oneLine() (string, bool) {
	var b strings.Builder
	whole := true
	for i := range x.parts {
		p := &x.parts[i]
		if p.open == "" {
			b.WriteString(p.word)
			whole = whole && !strings.Contains(p.word, "\n")
			continue
		}
		whole = whole && len(p.loose) == 0
		words := make([]string, len(p.elems))
		for k := range p.elems {
			e := &p.elems[k]
			s, ok := e.value.oneLine()
			if whole = whole && ok && len(e.before)+len(e.trailing) == 0; e.key != "" {
				s = e.key + " = " + s
			}
			words[k] = s
		}
		inner := strings.Join(words, ", ")
		if p.open == "{" && inner != "" {
			inner = " " + inner + " "
		}
		b.WriteString(p.open + inner + closer(p.open))
	}
	return b.String(), whole
}

func closer(open string) string {
	return map[string]string{"[": "]", "{": "}", "(": ")"}[open]
}

// lay gives a value as it stands behind a margin: begun in a column, on one line if it fits there with
// what follows it, else with each element on a line of its own.
func (x *ruleExpr) lay(margin string, column, follows int) string {
	if s, ok := x.oneLine(); ok && (column+width(s)+follows <= lineWidth || !x.breaks()) {
		return s
	}
	var b strings.Builder
	for i := range x.parts {
		p := &x.parts[i]
		if p.open == "" || len(p.elems)+len(p.loose) == 0 {
			one := ruleExpr{x.parts[i : i+1]}
			b.WriteString(one.flat())
			continue
		}
		b.WriteString(p.open + "\n")
		b.WriteString(p.inside(margin + indent))
		b.WriteString(margin + closer(p.open))
	}
	return b.String()
}

// breaks says that there is a bracket at which a value can be broken.
func (x *ruleExpr) breaks() bool {
	return slices.ContainsFunc(x.parts, func(p rulePart) bool { return len(p.elems) > 0 })
}

// inside writes the elements of a bracket, one on each line.
func (p *rulePart) inside(margin string) string {
	var w ruleWriter
	var row []assigned
	for i := range p.elems {
		e := &p.elems[i]
		if len(e.before) > 0 {
			w.aligned(row, margin)
			row = nil
		}
		for _, c := range e.before {
			w.line(margin, c)
		}
		if p.open == "{" {
			row = append(row, assigned{e.key, e.value.lay(margin, width(margin+e.key+" = "), 0), e.trailing})
			continue
		}
		w.line(margin, e.value.lay(margin, width(margin), 1)+","+behind(e.trailing))
	}
	w.aligned(row, margin)
	for _, c := range p.loose {
		w.line(margin, c)
	}
	return w.String()
}

func width(s string) int { return utf8.RuneCountInString(s) }
