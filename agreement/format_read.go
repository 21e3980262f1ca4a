package agreement

import (
	"bytes"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// ruleItem is one thing in a body of rules: an attribute, a block, or a comment.
type ruleItem struct {
	apart    bool      // an empty line stands before it
	head     string    // an attribute's name, a block's type and labels, or a comment on lines of its own
	value    *ruleExpr // of an attribute; nil: a block or a comment
	block    bool
	opening  []string // comments behind a block's opening brace
	items    []ruleItem
	trailing []string // comments behind the item, on its last line
}

// comment says that the item is a comment.
func (it *ruleItem) comment() bool { return it.value == nil && !it.block }

// ruleExpr is a value: words without blanks between them, and what stands in brackets.
type ruleExpr struct {
	parts []rulePart
}

type rulePart struct {
	word  string
	open  string // "[", "(", "{", or "" for a word
	elems []ruleElem
	loose []string // comments behind the last element
}

// ruleElem is an element of a list or call, or a member of an object.
type ruleElem struct {
	before   []string
	key      string // of a member
	value    ruleExpr
	trailing []string
}

// ruleReader takes rules apart that are known to parse, word by word, so that every comment is found.
type ruleReader struct {
	src    []byte
	tokens hclsyntax.Tokens
	at     int
	last   int // line on which the last word, or comment behind it, ended
}

func newRuleReader(rules []byte) *ruleReader {
	tokens, _ := hclsyntax.LexConfig(rules, "", hcl.InitialPos)
	return &ruleReader{src: rules, tokens: tokens}
}

func (r *ruleReader) peek() hclsyntax.Token { return r.tokens[r.at] }

func (r *ruleReader) next() hclsyntax.Token {
	t := r.tokens[r.at]
	if t.Type != hclsyntax.TokenEOF {
		r.at++
	}
	if t.Type != hclsyntax.TokenNewline {
		r.last = endLine(t)
	}
	return t
}

// endLine is the line on which a token's last character stands; a comment to the end of its line has the
// line feed in it.
func endLine(t hclsyntax.Token) int {
	if bytes.HasSuffix(t.Bytes, []byte("\n")) {
		return t.Range.End.Line - 1
	}
	return t.Range.End.Line
}

// tidyComment is a comment without blanks at the ends of its lines.
func tidyComment(b []byte) string {
	lines := strings.Split(strings.TrimSuffix(string(b), "\n"), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " \t")
	}
	return strings.Join(lines, "\n")
}

// behind takes the comments that stand on the line of the last word.
func (r *ruleReader) behind() (found []string) {
	for r.peek().Type == hclsyntax.TokenComment && r.peek().Range.Start.Line == r.last {
		found = append(found, tidyComment(r.next().Bytes))
	}
	return found
}

// body reads items up to a closing brace or the end.
func (r *ruleReader) body() []ruleItem {
	var items []ruleItem
	line := r.peek().Range.Start.Line // on which the last item ended
	for {
		t := r.peek()
		switch t.Type {
		case hclsyntax.TokenNewline:
			r.at++
			continue
		case hclsyntax.TokenEOF, hclsyntax.TokenCBrace:
			return items
		}
		apart := t.Range.Start.Line > line+1
		if t.Type == hclsyntax.TokenComment {
			items = append(items, ruleItem{apart: apart, head: tidyComment(r.next().Bytes)})
		} else {
			it, amid := r.item()
			for _, comment := range amid {
				items = append(items, ruleItem{apart: apart, head: comment})
				apart = false
			}
			it.apart = apart
			items = append(items, it)
		}
		line = r.last
	}
}

// item reads an attribute or a block, and the comments that stand amid it.
func (r *ruleReader) item() (it ruleItem, amid []string) {
	var head []string
	for {
		t := r.peek()
		switch t.Type {
		case hclsyntax.TokenComment:
			amid = append(amid, tidyComment(r.next().Bytes))
		case hclsyntax.TokenEqual:
			r.next()
			it.head, it.value = strings.Join(head, " "), r.value(&amid)
			it.trailing = r.behind()
			return it, amid
		case hclsyntax.TokenOBrace:
			r.next()
			it.head, it.block = strings.Join(head, " "), true
			it.opening = r.behind()
			it.items = r.body()
			r.next()
			it.trailing = r.behind()
			return it, amid
		case hclsyntax.TokenEOF:
			return it, amid // not in rules that parse
		default:
			head = append(head, r.word())
		}
	}
}

// word takes one word: a token, or a whole quoted text.
func (r *ruleReader) word() string {
	t := r.next()
	start, end := t.Range.Start.Byte, t.Range.End.Byte
	if t.Type == hclsyntax.TokenOQuote {
		for t.Type != hclsyntax.TokenCQuote && t.Type != hclsyntax.TokenEOF {
			t = r.next()
		}
		end = t.Range.End.Byte
	}
	first := hcl.InitialPos.Byte
	return string(r.src[start-first : end-first])
}

// value reads an attribute's value. What the language does not know is taken as it stands: it cannot be
// laid out by rules that do not speak of it, and the check will refuse it.
func (r *ruleReader) value(before *[]string) *ruleExpr {
	if end, strange := r.strange(); strange {
		from, to := r.at, r.at
		for i := r.at; i < end; i++ {
			if r.tokens[i].Type != hclsyntax.TokenNewline && r.tokens[i].Type != hclsyntax.TokenComment {
				to = i
			}
		}
		r.at, r.last = to+1, endLine(r.tokens[to])
		return &ruleExpr{[]rulePart{{word: string(r.src[r.tokens[from].Range.Start.Byte:r.tokens[to].Range.End.Byte])}}}
	}
	x := r.expr(before)
	return &x
}

// strange looks ahead to the end of a value for what the language does not have.
func (r *ruleReader) strange() (end int, found bool) {
	depth := 0
	before := hclsyntax.TokenEqual
	for i := r.at; ; i++ {
		t := r.tokens[i]
		switch t.Type {
		case hclsyntax.TokenEOF:
			return i, found
		case hclsyntax.TokenComment:
			if depth == 0 && bytes.HasSuffix(t.Bytes, []byte("\n")) {
				return i, found
			}
			continue
		case hclsyntax.TokenNewline:
			if depth == 0 {
				return i, found
			}
			continue
		case hclsyntax.TokenCBrace, hclsyntax.TokenCBrack, hclsyntax.TokenCParen:
			if depth--; depth < 0 {
				return i, found
			}
		case hclsyntax.TokenOParen:
			depth++
			found = found || before != hclsyntax.TokenIdent
		case hclsyntax.TokenOBrack:
			depth++
			found = found || operand(before)
		case hclsyntax.TokenOBrace:
			depth++
		case hclsyntax.TokenIdent:
			found = found || string(t.Bytes) == "for" && (before == hclsyntax.TokenOBrack || before == hclsyntax.TokenOBrace)
		case hclsyntax.TokenNumberLit, hclsyntax.TokenMinus, hclsyntax.TokenDot, hclsyntax.TokenComma, hclsyntax.TokenEqual,
			hclsyntax.TokenColon, hclsyntax.TokenOQuote, hclsyntax.TokenQuotedLit, hclsyntax.TokenCQuote:
		default:
			found = true
		}
		before = t.Type
	}
}

// operand says that a bracket behind such a token takes something out of it.
func operand(t hclsyntax.TokenType) bool {
	switch t {
	case hclsyntax.TokenIdent, hclsyntax.TokenNumberLit, hclsyntax.TokenCQuote, hclsyntax.TokenCBrace, hclsyntax.TokenCBrack, hclsyntax.TokenCParen:
		return true
	}
	return false
}

// expr reads a value up to where it ends. Comments amid it go before it.
func (r *ruleReader) expr(before *[]string) ruleExpr {
	var x ruleExpr
	for {
		t := r.peek()
		switch t.Type {
		case hclsyntax.TokenComment:
			if len(x.parts) > 0 && !r.goesOn() {
				return x
			}
			*before = append(*before, tidyComment(r.next().Bytes))
		case hclsyntax.TokenOBrack, hclsyntax.TokenOBrace, hclsyntax.TokenOParen:
			x.parts = append(x.parts, r.group())
		case hclsyntax.TokenIdent, hclsyntax.TokenNumberLit, hclsyntax.TokenMinus, hclsyntax.TokenDot, hclsyntax.TokenOQuote:
			x.parts = append(x.parts, rulePart{word: r.word()})
		case hclsyntax.TokenNewline:
			if !r.goesOn() {
				return x
			}
			r.at++
		default:
			return x
		}
	}
}

// goesOn says whether, behind comments and line ends, the same value goes on: after a dot, or with one.
func (r *ruleReader) goesOn() bool {
	i := r.at
	for r.tokens[i].Type == hclsyntax.TokenComment || r.tokens[i].Type == hclsyntax.TokenNewline {
		i++
	}
	for k := r.at - 1; k >= 0; k-- {
		switch r.tokens[k].Type {
		case hclsyntax.TokenComment, hclsyntax.TokenNewline:
			continue
		case hclsyntax.TokenDot, hclsyntax.TokenMinus, hclsyntax.TokenOBrack, hclsyntax.TokenOBrace, hclsyntax.TokenComma, hclsyntax.TokenOParen:
			return true
		}
		break
	}
	return r.tokens[i].Type == hclsyntax.TokenDot || r.tokens[i].Type == hclsyntax.TokenOParen
}

// group reads what stands in brackets.
func (r *ruleReader) group() rulePart {
	g := rulePart{open: string(r.next().Bytes)}
	closing := map[string]hclsyntax.TokenType{"[": hclsyntax.TokenCBrack, "{": hclsyntax.TokenCBrace, "(": hclsyntax.TokenCParen}[g.open]
	var loose []string
	for {
		t := r.peek()
		switch t.Type {
		case closing, hclsyntax.TokenEOF:
			r.next()
			g.loose = loose
			return g
		case hclsyntax.TokenComma:
			r.next()
			r.after(&g)
		case hclsyntax.TokenNewline:
			r.at++
		case hclsyntax.TokenComment:
			loose = append(loose, tidyComment(r.next().Bytes))
		default:
			e := ruleElem{before: loose}
			loose = nil
			if g.open == "{" {
				key := r.expr(&e.before)
				e.key = key.flat()
				for r.peek().Type == hclsyntax.TokenComment {
					e.before = append(e.before, tidyComment(r.next().Bytes))
				}
				r.next() // the sign between key and value
			}
			e.value = r.expr(&e.before)
			g.elems = append(g.elems, e)
			r.after(&g)
		}
	}
}

// after takes the comments behind an element.
func (r *ruleReader) after(g *rulePart) {
	found := r.behind()
	if len(found) == 0 || len(g.elems) == 0 {
		return
	}
	e := &g.elems[len(g.elems)-1]
	if n := len(e.trailing); n > 0 && !strings.HasPrefix(e.trailing[n-1], "/*") {
		e.before = append(e.before, found...) // nothing can follow a comment to the end of its line
		return
	}
	e.trailing = append(e.trailing, found...)
}
