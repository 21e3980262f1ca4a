package agreement

import (
	"bytes"
	"slices"

	"github.com/entente-net/entente/fault"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// Format gives a text in its canonical layout: the rules in the one layout that their words have, blanks
// that mean nothing taken off the ends of lines, one line feed at the end. No word of prose, rules or
// comments changes, and so the model stays as it is, but for the lines of its articles. What Format gave,
// it gives again.
//
// A text that cannot be read gives a *fault.Error with the code agreement-open that wraps its Findings.
// Names and values are not looked at: a draft can be laid out before it is sound.
func Format(text []byte) ([]byte, error) {
	c, err := readForLayout(text)
	if err != nil {
		return nil, err
	}
	edits := c.proseEdits()
	for _, f := range c.fences {
		rules := layRules(c.src.text[f.start:f.end])
		edits = append(edits, edit{f.start, f.end, string(rules)})
		line := c.src.lineOf(f.end)
		edits = append(edits, c.trimmed(line)...)
	}
	out := applyEdits(c.src.text, edits)
	laid, err := readForLayout(out)
	if err != nil {
		return nil, err // blanks can make a text longer than a text may be
	}
	if what := c.differs(laid); what != "" {
		return nil, fault.New(fault.Internal, "the layout would change %s", what).Mend("leave the text as it is, and tell the makers")
	}
	return out, nil
}

// laidText is a text with its fences, read as far as the layout needs.
type laidText struct {
	*compiler
	fences []fence
}

func readForLayout(text []byte) (*laidText, error) {
	c := newCompiler("agreement", text)
	c.parts = true
	c.opened() // what cannot be taken apart is a finding
	t := &laidText{compiler: c}
	if !c.failed() {
		t.fences = c.readText()
	}
	if !c.failed() {
		c.parse(t.fences)
	}
	if c.failed() {
		fs := c.all()
		return nil, fault.New(fault.AgreementOpen, "the text cannot be read: %s", fs[0].Message).
			Mend("mend what entente agreement check reports").Wrap(fs)
	}
	return t, nil
}

// differs says what two layouts of one text do not have in common, "" where they say the same.
func (t *laidText) differs(other *laidText) string {
	if !slices.EqualFunc(t.m.Articles, other.m.Articles, func(a, b Clause) bool {
		return a.Number == b.Number && a.Title == b.Title && slices.Equal(a.Prose, b.Prose)
	}) {
		return "the prose"
	}
	if !slices.EqualFunc(t.fences, other.fences, func(a, b fence) bool { return a.article == b.article }) {
		return "the fences"
	}
	for i, f := range t.fences {
		was, before := significant(t.src.text[f.start:f.end])
		is, after := significant(other.src.text[other.fences[i].start:other.fences[i].end])
		if !slices.EqualFunc(was, is, bytes.Equal) {
			return "the rules of Article " + string(f.article)
		}
		if !slices.EqualFunc(before, after, bytes.Equal) {
			return "the comments of Article " + string(f.article)
		}
	}
	return ""
}

// significant gives what of rules is more than layout: their words in order, and their comments, sorted,
// since a comment amid a value moves before it. Commas are layout: what parses has them where they are needed.
func significant(rules []byte) (words, comments [][]byte) {
	tokens, _ := hclsyntax.LexConfig(rules, "", hcl.InitialPos)
	for _, k := range tokens {
		switch k.Type {
		case hclsyntax.TokenNewline, hclsyntax.TokenComma, hclsyntax.TokenEOF:
		case hclsyntax.TokenComment:
			comments = append(comments, []byte(tidyComment(k.Bytes)))
		case hclsyntax.TokenColon:
			words = append(words, []byte("="))
		default:
			words = append(words, k.Bytes)
		}
	}
	slices.SortFunc(comments, bytes.Compare)
	return words, comments
}

// proseEdits takes blanks off the ends of lines where they mean nothing in Markdown: not in code and HTML,
// and not where they break a line or might stand inside of a span that goes over several lines.
func (t *laidText) proseEdits() []edit {
	src := t.src
	kept := make([]bool, len(src.lines)) // lines in which every blank counts, or that are done
	var edits []edit
	whole := func(lines *text.Segments) {
		if n := lines.Len(); n > 0 {
			for i := src.lineOf(lines.At(0).Start); i <= src.lineOf(lines.At(n-1).Start); i++ {
				kept[i] = true
			}
		}
	}
	words := func(lines *text.Segments) {
		spans := bytes.ContainsAny(lines.Value(src.text), "`<[")
		for i := range lines.Len() {
			n := src.lineOf(lines.At(i).Start)
			kept[n] = true
			blanks := len(src.line(n)) - len(bytes.TrimRight(src.line(n), " \t"))
			if last := i == lines.Len()-1; last || !spans && blanks == 1 {
				edits = append(edits, t.trimmed(n)...)
			}
		}
	}
	_ = ast.Walk(blockParser().Parse(text.NewReader(src.text)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.HTMLBlock:
			whole(n.Lines())
			if n.HasClosure() {
				kept[src.lineOf(n.ClosureLine.Start)] = true
			}
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			whole(n.Lines())
		case *ast.Paragraph, *ast.TextBlock, *ast.Heading:
			words(n.Lines())
		}
		return ast.WalkContinue, nil
	})
	for n := range src.lines {
		if !kept[n] && len(bytes.Trim(src.line(n), " \t")) == 0 {
			edits = append(edits, t.trimmed(n)...)
		}
	}
	return append(edits, t.lastLine(kept)...)
}

// trimmed takes the blanks off the end of a line, unless they keep a backslash from breaking it.
func (t *laidText) trimmed(n int) []edit {
	line := t.src.line(n)
	short := bytes.TrimRight(line, " \t")
	if len(short) == len(line) || bytes.HasSuffix(short, []byte(`\`)) {
		return nil
	}
	at := t.src.lines[n]
	return []edit{{at + len(short), at + len(line), ""}}
}

// lastLine lets a text end with one line feed. Empty lines at the end of code stay.
func (t *laidText) lastLine(kept []bool) []edit {
	src := t.src
	last := len(src.lines) - 1
	if len(src.text) == 0 || last > 0 && kept[last-1] && len(src.line(last)) == 0 {
		return nil
	}
	n := last
	for n > 0 && !kept[n] && len(bytes.Trim(src.line(n), " \t")) == 0 {
		n--
	}
	end := src.lines[n] + len(src.line(n))
	if n == last {
		return []edit{{len(src.text), len(src.text), "\n"}}
	}
	if end+1 >= len(src.text) {
		return nil
	}
	return []edit{{end + 1, len(src.text), ""}}
}

// applyEdits gives a text with all edits. Of two that overlap the one that begins first counts, and of two
// that begin together the longer.
func applyEdits(text []byte, edits []edit) []byte {
	slices.SortStableFunc(edits, func(a, b edit) int {
		if a.from != b.from {
			return a.from - b.from
		}
		return b.to - a.to
	})
	var out []byte
	at := 0
	for _, e := range edits {
		if e.from < at {
			continue
		}
		out = append(append(out, text[at:e.from]...), e.text...)
		at = e.to
	}
	return append(out, text[at:]...)
}
