package agreement

import (
	"regexp"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// topBlocks are the blocks that may stand in a fence.
var topBlocks = []string{
	"agreement", "article", "party", "role", "purpose", "record", "register", "ladder", "assessment", "procedure", "expect",
	"calendar", "handling", "credential", "schedule", "phase", "declaration", "annex", "undertaking", "concordance",
	"indicator", "quota", "fund", "risk", "drill",
}

// maxNesting bounds brackets within brackets, which the HCL parser walks by recursion.
const maxNesting = 32

// rule is one top-level block and its article.
type rule struct {
	block   *hclsyntax.Block
	article Article
}

// parse reads the fences' HCL. The language takes of HCL only blocks, attributes, literals, lists, objects,
// references and the call entering(…): whatever else HCL has is refused here, before its parser sees it.
func (c *compiler) parse(fences []fence) {
	read := c.readFences(fences)
	for i, f := range fences {
		if !c.lex(read[i].tokens) {
			c.ghost(c.src.text[f.start:f.end])
			continue
		}
		body, diags := read[i].body, read[i].diags
		told := map[string]bool{} // an open quotation mark is said once, not on every line after it
		for _, d := range diags {
			if told[d.Summary] {
				continue
			}
			told[d.Summary] = true
			at := f.start
			if d.Subject != nil {
				at = d.Subject.Start.Byte
			}
			c.at(CodeSyntax, at, "%s: %s", strings.TrimSuffix(d.Summary, "."), strings.TrimSuffix(firstSentence(d.Detail), ".")).
				mend("write it as in docs/language.md: name = value, or name \"id\" { … }")
		}
		if diags.HasErrors() {
			c.ghost(c.src.text[f.start:f.end])
			continue
		}
		for _, a := range sortedAttributes(body) {
			c.on(CodeBlockMissing, a.NameRange, "%q stands outside of every block", a.Name).mend("put it into the block that it belongs to")
		}
		for _, b := range body.Blocks {
			c.rules = append(c.rules, rule{b, f.article})
		}
	}
}

// readFence is what the parser makes of a fence.
type readFence struct {
	tokens hclsyntax.Tokens // none of plain rules, which hold nothing that lex would refuse
	body   *hclsyntax.Body
	diags  hcl.Diagnostics
}

// readFences parses the fences side by side: each by itself, so that the order in which they are done means nothing.
// What is nested too deep for the parser is not given to it.
func (c *compiler) readFences(fences []fence) []readFence {
	out := make([]readFence, len(fences))
	sideBySide(len(fences), func(i int) {
		f := fences[i]
		rules := c.src.text[f.start:f.end]
		line, _ := c.src.place(f.start)
		start := hcl.Pos{Line: line, Column: 1, Byte: f.start}
		if body, plain := readPlain(rules, c.src.name, start); plain {
			out[i].body = body
			return
		}
		out[i].tokens, _ = hclsyntax.LexConfig(rules, c.src.name, start)
		if !tooDeep(out[i].tokens) {
			file, diags := hclsyntax.ParseConfig(rules, c.src.name, start)
			out[i].body, out[i].diags = file.Body.(*hclsyntax.Body), diags
		}
	})
	return out
}

// sideBySide does something for each number below n, on all processors. It ends when all is done.
func sideBySide(n int, do func(i int)) {
	var next atomic.Int64
	var all sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	all.Wait()
}

func tooDeep(tokens hclsyntax.Tokens) bool {
	depth := 0
	for _, t := range tokens {
		switch t.Type {
		case hclsyntax.TokenOBrace, hclsyntax.TokenOBrack, hclsyntax.TokenOParen:
			if depth++; depth > maxNesting {
				return true
			}
		case hclsyntax.TokenCBrace, hclsyntax.TokenCBrack, hclsyntax.TokenCParen:
			depth--
		case hclsyntax.TokenTemplateInterp, hclsyntax.TokenTemplateControl:
			return true // refused before its depth matters
		}
	}
	return false
}

func firstSentence(s string) string {
	if i := strings.Index(s, ". "); i >= 0 {
		s = s[:i]
	}
	return strings.ReplaceAll(s, "\n", " ")
}

// lex refuses what the language does not take of HCL.
func (c *compiler) lex(tokens hclsyntax.Tokens) bool {
	depth := 0
	for i, t := range tokens {
		switch t.Type {
		case hclsyntax.TokenOBrace, hclsyntax.TokenOBrack, hclsyntax.TokenOParen:
			if depth++; depth > maxNesting {
				c.on(CodeDepth, t.Range, "brackets are nested more than %d deep", maxNesting).mend("nest less")
				return false
			}
		case hclsyntax.TokenCBrace, hclsyntax.TokenCBrack, hclsyntax.TokenCParen:
			depth--
		case hclsyntax.TokenTemplateInterp, hclsyntax.TokenTemplateControl:
			c.on(CodeExpression, t.Range, "text cannot contain %q: nothing is put together when the agreement is read", string(t.Bytes)).
				mend("write the text out")
			return false
		case hclsyntax.TokenOHeredoc:
			c.on(CodeExpression, t.Range, "text stands between quotation marks, on one line").mend("write \"…\"")
			return false
		case hclsyntax.TokenMinus:
			if i+1 < len(tokens) && tokens[i+1].Type == hclsyntax.TokenNumberLit {
				continue
			}
			fallthrough
		case hclsyntax.TokenBang, hclsyntax.TokenStar, hclsyntax.TokenSlash, hclsyntax.TokenPlus, hclsyntax.TokenPercent,
			hclsyntax.TokenEqualOp, hclsyntax.TokenNotEqual, hclsyntax.TokenLessThan, hclsyntax.TokenLessThanEq,
			hclsyntax.TokenGreaterThan, hclsyntax.TokenGreaterThanEq, hclsyntax.TokenAnd, hclsyntax.TokenOr,
			hclsyntax.TokenQuestion, hclsyntax.TokenEllipsis, hclsyntax.TokenFatArrow, hclsyntax.TokenDoubleColon:
			c.on(CodeExpression, t.Range, "the rules know no %q: an attribute states a value, it computes none", string(t.Bytes)).
				mend("write the value, or a condition as text in the attribute when")
			return false
		}
	}
	return true
}

var ghostForm = regexp.MustCompile(`(?m)^[ \t]*(` + strings.Join(topBlocks, "|") + `|authority)[ \t]+"([^"\n]*)"`)

// ghost notes what a piece of rules that could not be read would have declared, so that one slip does not
// make a hundred names unknown.
func (c *compiler) ghost(rules []byte) {
	for _, m := range ghostForm.FindAllSubmatch(rules, -1) {
		c.ghosts[string(m[1])+" "+string(m[2])] = true
	}
}
