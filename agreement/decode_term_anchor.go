package agreement

import (
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// anchored is an anchor and where it stands. The paths of blocks without a label, and of acts that happen twice,
// are not their own: findings need the place itself.
type anchored struct {
	Anchor
	at hcl.Range
}

// numbers gives a list of numbers of sentences, sorted.
func (b *body) numbers(name string, e hclsyntax.Expression) []int {
	t, ok := e.(*hclsyntax.TupleConsExpr)
	if !ok {
		b.wrong(e.Range(), name, "a list of numbers of sentences", "[1, 2]")
		return nil
	}
	var out []int
	seen := map[int]bool{}
	for _, x := range t.Exprs {
		n, ok := wholeNumber(x)
		switch {
		case !ok || n < 1:
			b.wrong(x.Range(), name, "a list of numbers of sentences, counted from 1", "[1, 2]")
		case seen[n]:
			b.c.on(CodeValueTwice, x.Range(), "sentence %d stands twice", n).mend("remove one of them")
		default:
			out, seen[n] = append(out, n), true
		}
	}
	slices.Sort(out)
	return out
}

// carries notes which sentences of its article a block carries out. Every block may say it, so that it is asked
// when the block ends rather than by each of them.
func (b *body) carries() {
	a := b.block.Body.Attributes["carries"]
	if a == nil {
		return
	}
	if b.c.where != nil {
		b.c.where[b.path+"/carries"] = a.Expr.Range()
	}
	list := b.numbers("carries", a.Expr)
	some(b, "carries", list)
	if len(list) > 0 {
		rule := b.path[1:]
		if rule == "article" {
			rule += "." + string(b.article) // there is one under each article
		}
		b.c.anchored = append(b.c.anchored, anchored{Anchor{Rule: rule, Article: b.article, Sentences: list}, a.Expr.Range()})
	}
}

// anchors puts what the blocks carry out in the order of the text: inner blocks end before their outer one.
func (c *compiler) anchors() {
	slices.SortStableFunc(c.anchored, func(x, y anchored) int { return x.at.Start.Byte - y.at.Start.Byte })
	for _, a := range c.anchored {
		c.m.Anchors = append(c.m.Anchors, a.Anchor)
	}
}
