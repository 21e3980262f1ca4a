package agreement

import (
	"slices"
	"strconv"

	"github.com/entente-net/entente/fault"
)

// Section is one article of a text as bytes: text[Start:End], from its heading to the heading that ends it.
type Section struct {
	Article Article
	Title   string
	Start   int // offset of the heading's first byte
	End     int // offset after the last byte
}

// Sections finds the articles of a text, in its order, whether or not its rules compile: a draft has articles long
// before it is sound. What stands before, between and after them (the title, a preamble, other headings) belongs to none.
// The error is *fault.Error agreement-open where nobody could say which article is which: bytes that are no text, quotes or
// lists nested beyond measure, a number twice or one that cannot be read.
func Sections(text []byte) ([]Section, error) {
	c := newCompiler("draft.md", text)
	if len(text) > maxSource {
		return nil, fault.New(fault.TooLarge, "the text has %d bytes, more than %d", len(text), maxSource).Mend("split it into several agreements")
	}
	if at, what, mend := c.src.fault(); what != "" {
		line, column := c.src.place(at)
		return nil, fault.New(fault.AgreementOpen, "line %d, column %d: %s", line, column, what).Mend("%s", mend)
	}
	c.readText()
	for _, f := range c.all() {
		if f.Code == CodeDepth || f.Code == CodeArticleTwice || f.Code == CodeArticleNumber {
			return nil, fault.Refuse(fault.AgreementOpen, string(f.Article), "line %d: %s", f.Line, f.Message).Mend("%s", f.Mend)
		}
	}
	var out []Section
	for i, s := range c.spans {
		end := len(text)
		if i+1 < len(c.spans) {
			end = c.src.lines[c.spans[i+1].from]
		}
		if s.article == "" {
			continue
		}
		cl := slices.IndexFunc(c.m.Articles, func(cl Clause) bool { return cl.Number == s.article })
		out = append(out, Section{Article: s.article, Title: c.m.Articles[cl].Title, Start: c.src.lines[s.from], End: end})
	}
	return out, nil
}

// String names the section as a heading does.
func (s Section) String() string {
	return "Article " + string(s.Article) + " — " + strconv.Quote(s.Title)
}
