package agreement

import (
	"bufio"
	"bytes"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// Nearly all that rules are written in is plain: names, numbers, text without escapes, lists, objects, references and calls.
// readPlain reads that much of HCL, and of it alone, in one pass and without making tokens of it, to the very tree that the
// library would give, places included. Whatever else stands in rules, and all that is wrong in them, it leaves to the library.

// maxPlainText bounds a text with letters beyond ASCII, whose columns the library counts with a buffer of its own.
const maxPlainText = 4096

// plainReader goes through plain rules. What it meets and does not know makes it fail, and then nothing that it made counts.
type plainReader struct {
	rules  []byte
	name   string
	at     int // next byte
	base   int // offset of the first byte in the text
	line   int
	column int // of the next byte
	depth  int
	failed bool

	texts []plainText
	paths []plainPath
	attrs []hclsyntax.Attribute
}

// plainText and plainPath are made many at a time: they are most of the tree.
type plainText struct {
	whole hclsyntax.TemplateExpr
	part  hclsyntax.LiteralValueExpr
	parts [1]hclsyntax.Expression
}

type plainPath struct {
	whole hclsyntax.ScopeTraversalExpr
	steps [2]hcl.Traverser
}

// readPlain gives the tree of plain rules; false where they are not plain throughout.
func readPlain(rules []byte, name string, start hcl.Pos) (*hclsyntax.Body, bool) {
	if len(rules) == 0 || rules[len(rules)-1] != '\n' {
		return nil, false
	}
	r := &plainReader{rules: rules, name: name, base: start.Byte, line: start.Line, column: start.Column}
	r.spaces()
	first := r.pos() // of the first token, be it only the end of a line
	body := r.body(first, 0)
	return body, !r.failed
}

func (r *plainReader) pos() hcl.Pos {
	return hcl.Pos{Line: r.line, Column: r.column, Byte: r.base + r.at}
}

func (r *plainReader) since(start hcl.Pos) hcl.Range {
	return hcl.Range{Filename: r.name, Start: start, End: r.pos()}
}

// next gives the next byte, 0 at the end.
func (r *plainReader) next() byte {
	if r.at < len(r.rules) {
		return r.rules[r.at]
	}
	return 0
}

// step goes n bytes on within a line.
func (r *plainReader) step(n int) {
	r.at += n
	r.column += n
}

func (r *plainReader) spaces() {
	for r.at < len(r.rules) && r.rules[r.at] == ' ' {
		r.step(1)
	}
}

// lineEnd goes over the end of a line and a comment before it; false where the line goes on.
func (r *plainReader) lineEnd() bool {
	r.spaces()
	if r.next() == '#' {
		n := bytes.IndexByte(r.rules[r.at:], '\n') // the last byte is one
		if bytes.IndexByte(r.rules[r.at:r.at+n], '\r') >= 0 || !utf8.Valid(r.rules[r.at:r.at+n]) {
			r.failed = true
		}
		r.at += n
	}
	if r.next() != '\n' {
		return false
	}
	r.at++
	r.line, r.column = r.line+1, 1
	return true
}

// blank goes over spaces, ends of lines and comments.
func (r *plainReader) blank() {
	for r.lineEnd() {
	}
}

// mark takes one byte and gives its range.
func (r *plainReader) mark(b byte) hcl.Range {
	start := r.pos()
	if r.next() != b {
		r.failed = true
	} else {
		r.step(1)
	}
	return r.since(start)
}

func (r *plainReader) enter() {
	if r.depth++; r.depth > maxNesting {
		r.failed = true
	}
}

// ident takes a name; "" where none stands here.
func (r *plainReader) ident() (string, hcl.Range) {
	start, from := r.pos(), r.at
	if b := r.next(); b == '_' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' {
		for r.at < len(r.rules) && nameByte(r.rules[r.at]) {
			r.step(1)
		}
	}
	return string(r.rules[from:r.at]), r.since(start)
}

func nameByte(b byte) bool {
	return b == '-' || wordByte(b)
}

// body reads what stands between braces, or in the whole, until the end byte: 0 is the end of the rules.
func (r *plainReader) body(start hcl.Pos, end byte) *hclsyntax.Body {
	b := &hclsyntax.Body{Attributes: hclsyntax.Attributes{}, Blocks: hclsyntax.Blocks{}}
	for !r.failed {
		r.blank()
		if r.next() == end && (end != 0 || r.at == len(r.rules)) {
			if end != 0 {
				r.step(1)
			}
			break
		}
		r.item(b)
	}
	b.SrcRange = r.since(start)
	b.EndRange = hcl.Range{Filename: r.name, Start: b.SrcRange.End, End: b.SrcRange.End}
	return b
}

func (r *plainReader) item(b *hclsyntax.Body) {
	name, at := r.ident()
	if name == "" {
		r.failed = true
		return
	}
	r.spaces()
	switch r.next() {
	case '=':
		a := r.attribute(name, at)
		if _, twice := b.Attributes[name]; twice || !r.lineEnd() {
			r.failed = true
		}
		b.Attributes[name] = a
	case '"', '{':
		b.Blocks = append(b.Blocks, r.block(name, at))
	default:
		r.failed = true
	}
}

func (r *plainReader) attribute(name string, at hcl.Range) *hclsyntax.Attribute {
	if len(r.attrs) == 0 {
		r.attrs = make([]hclsyntax.Attribute, 16)
	}
	a := &r.attrs[0]
	r.attrs = r.attrs[1:]
	a.Name, a.NameRange, a.EqualsRange = name, at, r.mark('=')
	if b := r.next(); b == '=' || b == '>' {
		r.failed = true
	}
	r.spaces()
	a.Expr = r.expression()
	a.SrcRange = r.since(at.Start)
	return a
}

func (r *plainReader) block(kind string, at hcl.Range) *hclsyntax.Block {
	b := &hclsyntax.Block{Type: kind, TypeRange: at}
	for r.next() == '"' && !r.failed {
		start := r.pos()
		label, _ := r.quoted()
		b.Labels, b.LabelRanges = append(b.Labels, label), append(b.LabelRanges, r.since(start))
		r.spaces()
	}
	r.enter()
	b.OpenBraceRange = r.mark('{')
	r.spaces()
	switch r.next() {
	case '\n', '#', '}':
		b.Body = r.body(b.OpenBraceRange.Start, '}')
		b.CloseBraceRange = b.Body.SrcRange
		b.CloseBraceRange.Start = b.CloseBraceRange.End
		b.CloseBraceRange.Start.Byte--
		b.CloseBraceRange.Start.Column--
	default: // one attribute on one line
		name, at := r.ident()
		r.spaces()
		if name == "" || r.next() != '=' {
			r.failed = true
			return b
		}
		a := r.attribute(name, at)
		end := a.SrcRange.End
		b.Body = &hclsyntax.Body{
			Attributes: hclsyntax.Attributes{name: a}, SrcRange: a.SrcRange, EndRange: hcl.Range{Filename: r.name, Start: end, End: end},
		}
		r.spaces()
		b.CloseBraceRange = r.mark('}')
	}
	r.depth--
	if !r.lineEnd() {
		r.failed = true
	}
	return b
}

// quoted takes text between quotation marks and gives the range within them.
func (r *plainReader) quoted() (string, hcl.Range) {
	r.mark('"')
	start, from, ascii := r.pos(), r.at, true
	for i := from; i < len(r.rules); i++ {
		switch c := r.rules[i]; {
		case c == '"':
			text := r.rules[from:i]
			if ascii {
				r.step(i - from)
			} else {
				r.letters(text)
			}
			in := r.since(start)
			r.mark('"')
			return string(text), in
		case c < ' ', c == '\\', c == '$', c == '%':
			r.failed = true
			return "", hcl.Range{}
		case c >= utf8.RuneSelf:
			ascii = false
		}
	}
	r.failed = true
	return "", hcl.Range{}
}

// letters goes over text beyond ASCII, whose columns are what a reader takes for one letter.
func (r *plainReader) letters(text []byte) {
	if len(text) > maxPlainText || !utf8.Valid(text) {
		r.failed = true
		return
	}
	scan := hcl.NewRangeScannerFragment(text, r.name, hcl.Pos{Line: r.line, Column: r.column}, bufio.SplitFunc(func(b []byte, _ bool) (int, []byte, error) { return len(b), b, nil }))
	scan.Scan()
	r.at += len(text)
	r.column = scan.Range().End.Column
}

// expression takes one value. The caller sees by the byte that follows whether it goes on, which no plain value does.
func (r *plainReader) expression() hclsyntax.Expression {
	if r.failed {
		return nil
	}
	start := r.pos()
	switch b := r.next(); {
	case b == '"':
		return r.text(start)
	case b == '[':
		return r.tuple(start)
	case b == '{':
		return r.object(start)
	case b >= '0' && b <= '9':
		return r.number(start)
	case b == '-':
		sign := r.mark('-')
		if n := r.next(); n < '0' || n > '9' {
			r.failed = true
			return nil
		}
		v := r.number(r.pos())
		return &hclsyntax.UnaryOpExpr{Op: hclsyntax.OpNegate, Val: v, SrcRange: r.since(start), SymbolRange: sign}
	default:
		return r.word()
	}
}

func (r *plainReader) text(start hcl.Pos) hclsyntax.Expression {
	if len(r.texts) == 0 {
		r.texts = make([]plainText, 16)
	}
	t := &r.texts[0]
	r.texts = r.texts[1:]
	s, in := r.quoted()
	t.whole.SrcRange = r.since(start)
	if s == "" {
		in = r.since(r.pos()) // after the marks, where the library takes nothing to stand
	}
	t.part = hclsyntax.LiteralValueExpr{Val: cty.StringVal(s), SrcRange: in}
	t.parts[0] = &t.part
	t.whole.Parts = t.parts[:]
	return &t.whole
}

func (r *plainReader) number(start hcl.Pos) hclsyntax.Expression {
	from, dot := r.at, false
	for r.at < len(r.rules) {
		b := r.rules[r.at]
		if b == '.' && !dot && r.at+1 < len(r.rules) && r.rules[r.at+1] >= '0' && r.rules[r.at+1] <= '9' {
			dot = true
		} else if b < '0' || b > '9' {
			break
		}
		r.step(1)
	}
	if b := r.next(); b == '.' || nameByte(b) {
		r.failed = true
		return nil
	}
	v, err := cty.ParseNumberVal(string(r.rules[from:r.at]))
	if err != nil {
		r.failed = true
	}
	return &hclsyntax.LiteralValueExpr{Val: v, SrcRange: r.since(start)}
}

// word takes what begins with a name: a reference, a call, or one of the three words that are values.
func (r *plainReader) word() hclsyntax.Expression {
	name, at := r.ident()
	switch {
	case name == "":
		r.failed = true
		return nil
	case r.next() == '(':
		return r.call(name, at)
	}
	switch name {
	case "true":
		return &hclsyntax.LiteralValueExpr{Val: cty.True, SrcRange: at}
	case "false":
		return &hclsyntax.LiteralValueExpr{Val: cty.False, SrcRange: at}
	case "null":
		return &hclsyntax.LiteralValueExpr{Val: cty.NullVal(cty.DynamicPseudoType), SrcRange: at}
	}
	if len(r.paths) == 0 {
		r.paths = make([]plainPath, 16)
	}
	p := &r.paths[0]
	r.paths = r.paths[1:]
	p.whole.Traversal = append(hcl.Traversal(p.steps[:0]), hcl.TraverseRoot{Name: name, SrcRange: at})
	for r.next() == '.' {
		dot := r.pos()
		r.step(1)
		part, _ := r.ident()
		if part == "" {
			r.failed = true
			return nil
		}
		p.whole.Traversal = append(p.whole.Traversal, hcl.TraverseAttr{Name: part, SrcRange: r.since(dot)})
	}
	p.whole.SrcRange = r.since(at.Start)
	return &p.whole
}

// more goes from one element to the next: true after a comma, false before the end byte.
func (r *plainReader) more(end byte) bool {
	r.blank()
	switch r.next() {
	case ',':
		r.step(1)
		r.blank()
		return r.next() != end
	case end:
	default:
		r.failed = true
	}
	return false
}

func (r *plainReader) call(name string, at hcl.Range) hclsyntax.Expression {
	c := &hclsyntax.FunctionCallExpr{Name: name, NameRange: at}
	r.enter()
	c.OpenParenRange = r.mark('(')
	r.blank()
	for more := r.next() != ')'; more && !r.failed; more = r.more(')') {
		c.Args = append(c.Args, r.expression())
	}
	r.depth--
	c.CloseParenRange = r.mark(')')
	return c
}

// loops says whether a for expression begins here, which rules do not know.
func (r *plainReader) loops() bool {
	const word = "for"
	return bytes.HasPrefix(r.rules[r.at:], []byte(word)) && (r.at+len(word) == len(r.rules) || !nameByte(r.rules[r.at+len(word)]))
}

func (r *plainReader) tuple(start hcl.Pos) hclsyntax.Expression {
	t := &hclsyntax.TupleConsExpr{}
	r.enter()
	t.OpenRange = r.mark('[')
	r.blank()
	if r.loops() {
		r.failed = true
	}
	for more := r.next() != ']'; more && !r.failed; more = r.more(']') {
		t.Exprs = append(t.Exprs, r.expression())
	}
	r.depth--
	r.mark(']')
	t.SrcRange = r.since(start)
	return t
}

func (r *plainReader) object(start hcl.Pos) hclsyntax.Expression {
	o := &hclsyntax.ObjectConsExpr{}
	r.enter()
	o.OpenRange = r.mark('{')
	r.blank()
	if r.loops() {
		r.failed = true
	}
	for !r.failed && r.next() != '}' {
		b := r.next()
		if b != '"' && (b == '-' || !nameByte(b) || b >= '0' && b <= '9') {
			r.failed = true
			break
		}
		key := r.expression()
		r.spaces()
		r.mark('=')
		if b := r.next(); b == '=' || b == '>' {
			r.failed = true
		}
		r.spaces()
		o.Items = append(o.Items, hclsyntax.ObjectConsItem{KeyExpr: &hclsyntax.ObjectConsKeyExpr{Wrapped: key}, ValueExpr: r.expression()})
		switch r.spaces(); {
		case r.next() == ',':
			r.step(1)
			r.blank()
		case r.next() == '}':
		case r.lineEnd():
			r.blank()
		default:
			r.failed = true
		}
	}
	r.depth--
	r.mark('}')
	o.SrcRange = r.since(start)
	return o
}
