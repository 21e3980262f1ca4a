package agreement

import (
	"slices"
	"strings"
)

// checkAnchors holds prose and rules against each other: which sentences oblige somebody, and what carries them
// out. Where an article has rules but none says which sentence it carries out, they stand for the whole article.
func (c *compiler) checkAnchors() {
	for i := range c.m.Articles {
		c.checkClauseAnchors(&c.m.Articles[i])
	}
}

func (c *compiler) checkClauseAnchors(cl *Clause) {
	list := sentences(cl.Prose)
	people := c.place("article " + string(cl.Number) + "/by_people")
	var anchors []anchored
	for _, a := range c.anchored {
		if a.Article == cl.Number {
			anchors = append(anchors, a)
		}
	}
	carried := map[int]string{}
	for _, a := range anchors {
		for _, n := range a.Sentences {
			if n > len(list) {
				c.on(CodeAnchorUnknown, a.at, "Article %s has %s, and no sentence %d", cl.Number, counted(len(list), "sentence"), n).mend("count the sentences of its prose from 1")
			}
			if carried[n] == "" {
				carried[n] = a.Rule
			}
		}
	}
	for _, n := range cl.ByPeople {
		if n > len(list) {
			c.on(CodeAnchorUnknown, people, "Article %s has %s, and no sentence %d", cl.Number, counted(len(list), "sentence"), n).mend("count the sentences of its prose from 1")
		}
		if carried[n] != "" {
			c.on(CodeContradict, people, "sentence %d is said to be carried out by people and by no rule, but %s says that it carries it out", n, carried[n]).mend("take it out of by_people, or out of carries")
		}
		carried[n] = "people"
	}
	blocks, rules := c.blocksUnder(cl.Number)
	switch {
	case len(anchors) > 0:
		c.checkAnchored(cl, rules, anchors)
	case len(cl.ByPeople) == 0 && blocks > 0, blocks > 1:
		return // the blocks stand for the whole article
	}
	c.checkCarried(cl, list, carried)
}

// wording are the blocks that only give others their words: nothing follows from them alone.
var wording = []string{"agreement", "article", "party", "role", "purpose", "record", "calendar", "concordance", "expect"}

// blocksUnder gives the number of all blocks under an article, and those of them that are rules.
func (c *compiler) blocksUnder(number Article) (all int, rules []rule) {
	for _, r := range c.rules {
		if r.article != number {
			continue
		}
		all++
		if !slices.Contains(wording, r.block.Type) {
			rules = append(rules, r)
		}
	}
	return all, rules
}

// checkAnchored warns of rules that say nothing where others say what they carry out.
func (c *compiler) checkAnchored(cl *Clause, rules []rule, anchors []anchored) {
	for _, r := range rules {
		own := r.block.Type + "." + r.block.Labels[0]
		if !slices.ContainsFunc(anchors, func(a anchored) bool { return a.Rule == own || strings.HasPrefix(a.Rule, own+"/") }) {
			c.on(CodeRuleUnanchored, r.block.DefRange(), "other rules of Article %s say which sentence they carry out, but %s %q does not", cl.Number, r.block.Type, r.block.Labels[0]).
				mend("add carries = [1], with the number of its sentence; if no sentence asks for the rule, the prose should")
		}
	}
}

// maxUncarried bounds what is said of one article: whoever has mended so many will look at the rest.
const maxUncarried = 100

// checkCarried warns of sentences that oblige somebody and that nothing carries out.
func (c *compiler) checkCarried(cl *Clause, list []sentence, carried map[int]string) {
	if len(c.m.Languages) == 0 {
		return
	}
	said := 0
	for i, s := range list {
		word, obliged := obliges(s.text, c.m.Languages[0])
		if !obliged || carried[i+1] != "" {
			continue
		}
		if said++; said > maxUncarried {
			return
		}
		c.at(CodeSentenceUncarried, c.sentenceAt(cl, s), "sentence %d of Article %s says %s, and no rule carries it out: “%s”", i+1, cl.Number, quote(word), short(s.text)).
			mend("add carries = [%d] to the rule that does, or article { by_people = [%d] } if people do", i+1, i+1)
	}
}

// sentenceAt gives the offset of a sentence in the text. A paragraph's lines follow each other in the text.
func (c *compiler) sentenceAt(cl *Clause, s sentence) int {
	starts := c.paragraphs[cl.Number]
	if s.paragraph >= len(starts) {
		return c.src.lines[cl.Line-1]
	}
	before := cl.Prose[s.paragraph][:s.offset]
	line := starts[s.paragraph] + strings.Count(before, "\n")
	return c.src.lines[line] + len(before) - (strings.LastIndexByte(before, '\n') + 1)
}

// short cuts a sentence for a message.
func short(s string) string {
	runes := []rune(s)
	if len(runes) > 120 {
		return strings.TrimSpace(string(runes[:120])) + " …"
	}
	return s
}

func counted(n int, what string) string {
	switch n {
	case 0:
		return "no " + what
	case 1:
		return "1 " + what
	}
	return english.count(n) + " " + what + "s"
}
