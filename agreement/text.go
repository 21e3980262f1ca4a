package agreement

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// maxContainers bounds how deep quotes and lists are nested, which the Markdown parser walks by recursion.
const maxContainers = 64

var (
	// An article's heading, in the six languages: "Article 7 — Title", "المادة ٧ — …", "第7条 …".
	articleForm = regexp.MustCompile(`^(?:(?:Article|Artículo|Статья|المادة)[ \t\x{a0}]+([0-9٠-٩]{1,4}[a-z]?|premier|1er|Ier|primero|1\.?º|الأولى)|第[ \t]*([0-9]{1,4}[a-z]?)[ \t]*条)(?:[ \t]*[—–:：.-][ \t]*|[ \t]+|$)(.*)$`)
	articleLike = regexp.MustCompile(`^(?i:article|artículo|статья|المادة)(?:[ \t]|[0-9]|$)|^第[ \t]*[0-9]`)
	containers  = regexp.MustCompile(`^[ \t>*+\-]*(?:[0-9]+[.)][ \t]*[ \t>*+\-]*)*`)
	rulesForm   = regexp.MustCompile(`(?m)^[ \t>]*(?:` + strings.Join(topBlocks, "|") + `)[ \t]*(?:"[^"\n]*"[ \t]*)?\{[ \t]*$|^[ \t>]*(?:` + strings.Join(topBlocks, "|") + `)[ \t]+"[^"\n]*"[ \t]*\{`)
)

var firstForms = map[string]bool{"premier": true, "1er": true, "Ier": true, "primero": true, "1º": true, "1.º": true, "الأولى": true}

// westernDigits turns Arabic-Indic digits into those in which articles are cited.
var westernDigits = strings.NewReplacer("٠", "0", "١", "1", "٢", "2", "٣", "3", "٤", "4", "٥", "5", "٦", "6", "٧", "7", "٨", "8", "٩", "9")

// fence is a piece of rules: its bytes in the text and the article it stands under.
type fence struct {
	start, end int
	article    Article
}

// span is where an article's heading stands, for citing it.
type span struct {
	from    int // line, 0-based
	article Article
}

// blockParser finds blocks only: inline marks carry no rules, and leaving them out keeps the time linear.
func blockParser() parser.Parser {
	return parser.NewParser(parser.WithBlockParsers(
		util.Prioritized(parser.NewSetextHeadingParser(), 100),
		util.Prioritized(parser.NewThematicBreakParser(), 200),
		util.Prioritized(parser.NewListParser(), 300),
		util.Prioritized(parser.NewListItemParser(), 400),
		util.Prioritized(parser.NewCodeBlockParser(), 500),
		util.Prioritized(parser.NewATXHeadingParser(), 600),
		util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
		util.Prioritized(parser.NewBlockquoteParser(), 800),
		util.Prioritized(parser.NewHTMLBlockParser(), 900),
		util.Prioritized(parser.NewParagraphParser(), 1000),
	))
}

// readText splits the text into articles and fences of rules.
func (c *compiler) readText() []fence {
	for n := range c.src.lines {
		line := c.src.line(n)
		if len(line) <= maxContainers {
			continue // too short for so many marks
		}
		lead := containers.Find(line)
		if bytes.Count(lead, []byte(">"))+bytes.Count(lead, []byte("- "))+bytes.Count(lead, []byte("* "))+
			bytes.Count(lead, []byte("+ "))+bytes.Count(lead, []byte(". "))+bytes.Count(lead, []byte(") ")) > maxContainers {
			c.at(CodeDepth, c.src.lines[n], "quotes and lists are nested more than %d deep", maxContainers).mend("nest less")
			c.deep = true
			return nil
		}
	}
	doc := blockParser().Parse(text.NewReader(c.src.text))
	t := &textReader{c: c, level: 7, used: map[int]bool{}}
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		t.block(n, true)
	}
	t.prose()
	return t.fences
}

// textReader walks the blocks in the order of the text.
type textReader struct {
	c       *compiler
	fences  []fence
	article Article // "" outside every article
	level   int     // of the article's heading
	used    map[int]bool
}

func (t *textReader) block(n ast.Node, top bool) {
	switch n := n.(type) {
	case *ast.Heading:
		if top {
			t.heading(n)
		}
	case *ast.FencedCodeBlock:
		t.fenced(n, top)
	case *ast.CodeBlock, *ast.HTMLBlock, *ast.Paragraph, *ast.TextBlock:
		t.plain(n)
	default:
		for k := n.FirstChild(); k != nil; k = k.NextSibling() {
			t.block(k, false)
		}
	}
}

func (t *textReader) heading(h *ast.Heading) {
	if h.Lines().Len() == 0 {
		return
	}
	at := h.Lines().At(0).Start
	line := t.c.src.lineOf(at)
	words := strings.TrimSpace(string(h.Lines().Value(t.c.src.text)))
	t.used[line] = true
	if h.Lines().Len() > 1 || t.underlined(line) {
		for i := line; i <= line+h.Lines().Len(); i++ {
			t.used[i] = true
		}
	}
	parts := articleForm.FindStringSubmatch(words)
	if parts == nil && t.c.parts {
		parts = letterWanted.FindStringSubmatch(words) // a part, before its articles have numbers
	}
	if parts == nil {
		if articleLike.MatchString(words) {
			t.c.at(CodeArticleNumber, at, "the heading %q looks like an article's, but its number cannot be read", words).
				mend("write \"Article 7 — Title\": the number in digits, at most one small letter after it")
		}
		if h.Level <= t.level {
			t.article, t.level = "", 7
			t.c.spans = append(t.c.spans, span{line, ""})
		}
		return
	}
	if ordinal := strings.Fields(strings.ToLower(parts[3])); len(ordinal) > 0 && slices.Contains([]string{"bis", "ter", "quater", "quinquies"}, ordinal[0]) {
		t.c.at(CodeArticleNumber, at, "the heading %q has a number that cannot be read: %s would be its title", words, ordinal[0]).
			mend("write the number with a small letter: \"Article %sa\"", parts[1])
		return
	}
	if parts[1] != "" && !strings.ContainsAny(parts[1], "023456789٠٢٣٤٥٦٧٨٩") && len(parts[1]) > 1 && firstForms[parts[1]] {
		parts[1] = "1" // the first article has a name of its own in French, Spanish and Arabic treaties
	}
	number := Article(westernDigits.Replace(parts[1] + parts[2]))
	if first, twice := t.c.clauseLine(number); twice {
		t.c.at(CodeArticleTwice, at, "Article %s already stands in line %d", number, first).mend("give each article a number of its own")
	} else {
		t.c.m.Articles = append(t.c.m.Articles, Clause{Number: number, Title: strings.TrimSpace(parts[3]), Line: line + 1})
	}
	t.article, t.level = number, h.Level
	t.c.spans = append(t.c.spans, span{line, number})
}

// underlined says whether the line after is a setext underline, which the node does not tell.
func (t *textReader) underlined(line int) bool {
	return !bytes.HasPrefix(bytes.TrimLeft(t.c.src.line(line), " "), []byte("#"))
}

// plain looks for rules that stand where no rule may stand.
func (t *textReader) plain(n ast.Node) {
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		value := seg.Value(t.c.src.text)
		if bytes.IndexByte(value, '{') < 0 && bytes.IndexByte(value, '`') < 0 {
			continue // neither opens a block nor a fence
		}
		if rulesForm.Match(bytes.TrimRight(value, "\n")) || bytes.HasPrefix(bytes.TrimSpace(value), []byte("```hcl")) {
			t.c.at(CodeFenceMissing, seg.Start, "this looks like a rule, but it does not stand in a fence, so nothing would run it").
				mend("put it between a line ```hcl and a line ```, both at the left margin")
			return
		}
	}
}

func (t *textReader) fenced(n *ast.FencedCodeBlock, top bool) {
	src := t.c.src
	start, end, open := t.extent(n)
	if open < 0 {
		return
	}
	first := string(src.line(open))
	info := strings.TrimSpace(strings.TrimLeft(strings.TrimLeft(first, " \t>-*+0123456789.)"), "`~"))
	content := src.text[start:end]
	lower := strings.ToLower(info)
	rules := strings.HasPrefix(lower, "hcl") || strings.HasPrefix(lower, "terraform") || lower == "tf" ||
		strings.Contains(lower, " hcl") || rulesForm.Match(content)
	if (top || rules) && (end == len(src.text) || !closes(src.line(src.lineOf(end)), first)) {
		t.c.at(CodeFenceOpen, src.lines[open], "this fence is never closed, so the rest of the text belongs to it").
			mend("close it with a line of the same marks at the left margin")
		return
	}
	if !rules {
		return
	}
	if at := bytes.Index(content, []byte("\n```")); at >= 0 {
		t.c.ghost(content)
		t.c.at(CodeFenceOpen, src.lines[open], "this fence is not closed before the next one begins in line %d", src.lineOf(start+at+1)+1).
			mend("close it with a line ``` at the left margin")
		return
	}
	if marks := strings.TrimLeft(first, "`"); !top || marks != "hcl" || len(first)-len(marks) < 3 {
		t.c.ghost(content)
		t.c.at(CodeFenceForm, src.lines[open], "this fence holds rules, but its form is not the one that is read").
			mend("begin it at the left margin with exactly ```hcl, nothing before or after, outside of quotes and lists")
		return
	}
	if includeForm.Match(content) {
		if t.c.parts {
			return // laid out as it stands
		}
		t.c.ghost(content)
		t.c.at(CodeInclude, src.lines[open+1], "this text includes a part, and what is signed and run is the whole").
			mend("put it together: entente agreement assemble FILE")
		return
	}
	if t.article == "" {
		t.c.ghost(content)
		t.c.at(CodeRuleOutside, src.lines[open], "these rules stand under no article").
			mend("put a heading such as \"## Article 1 — Parties\" before them")
		return
	}
	for i := open; i <= src.lineOf(end); i++ {
		t.used[i] = true
	}
	t.fences = append(t.fences, fence{start, end, t.article})
}

// extent gives the bytes of a fence's content and the line that opens it, -1 where it is empty and bare.
func (t *textReader) extent(n *ast.FencedCodeBlock) (start, end, open int) {
	src := t.c.src
	if k := n.Lines().Len(); k > 0 {
		start, end = src.lines[src.lineOf(n.Lines().At(0).Start)], n.Lines().At(k-1).Stop
		return start, end, src.lineOf(start) - 1
	}
	if n.Info == nil {
		return 0, 0, -1
	}
	open = src.lineOf(n.Info.Segment.Start)
	if open+1 >= len(src.lines) {
		return len(src.text), len(src.text), open
	}
	return src.lines[open+1], src.lines[open+1], open
}

// closes says whether a line closes the fence that first opened.
func closes(line []byte, first string) bool {
	first = strings.TrimLeft(first, " \t>-*+0123456789.)")
	l := strings.TrimSpace(strings.TrimLeft(string(line), " \t>"))
	if l == "" || first == "" || strings.Trim(l, first[:1]) != "" {
		return false
	}
	return len(l) >= len(first)-len(strings.TrimLeft(first, first[:1]))
}

// prose collects each article's paragraphs: what stands between blank lines and is neither heading nor rule.
func (t *textReader) prose() {
	for i := range t.c.m.Articles {
		cl := &t.c.m.Articles[i]
		var paragraph []string
		flush := func() {
			if len(paragraph) > 0 {
				cl.Prose = append(cl.Prose, strings.Join(paragraph, "\n"))
				paragraph = nil
			}
		}
		for n := cl.Line; n < len(t.c.src.lines) && t.c.articleAt(n) == cl.Number; n++ {
			line := strings.TrimRight(string(t.c.src.line(n)), " \t")
			if t.used[n] || strings.TrimSpace(line) == "" {
				flush()
				continue
			}
			if len(paragraph) == 0 {
				t.c.paragraphs[cl.Number] = append(t.c.paragraphs[cl.Number], n)
			}
			paragraph = append(paragraph, line)
		}
		flush()
	}
}
