package agreement

import (
	"math/big"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// maxScore bounds what one rule adds, so that no sum of them overflows anywhere.
const maxScore = 1_000_000

func (c *compiler) risk(b *body) {
	r := Risk{
		ID: RiskID(b.label()), Article: b.article, Title: b.text("title", true), Version: b.text("version", true),
		Record: reference[RecordID](b, "record", true, "record"), Random: b.decimal("random", false, true),
		Checked: referenceIn[LaneID](b, "checked", false, "lane", labelsOf(b, "lane")),
	}
	if n, ok := new(big.Rat).SetString(r.Random); ok && n.Cmp(big.NewRat(100, 1)) > 0 {
		c.on(CodeValueForm, c.where[b.path+"/random"], "%s: more than 100 per cent cannot be drawn", b.words()).mend("write the share in per cent, such as \"2.5\"")
	}
	rules := b.blocks("rule", blockLabel)
	r.Rules = make([]RiskRule, 0, len(rules)) // conditions are compiled in place later
	for _, x := range rules {
		rule := RiskRule{
			ID: RiskRuleID(x.label()), When: x.condition("when"), Score: x.whole("score"), Because: x.text("because", true),
		}
		if !x.has("when") {
			c.on(CodeAttrMissing, x.block.DefRange(), "%s does not say when it applies", x.words()).mend("add when = \"case.…\"")
		}
		x.close()
		r.Rules = append(r.Rules, rule)
		c.pendOver(x, &r.Rules[len(r.Rules)-1].When, r.Record, func(f *Field, offset int) {
			if f.Class == ClassProtected {
				c.at(CodeRiskProtected, offset, "the rule %q reads the protected field %q", rule.ID, f.ID).
					mend("decide by what somebody did, never by who they are: remove the rule, or let it read another field")
			}
		})
	}
	for _, x := range b.blocks("lane", blockLabel) {
		r.Lanes = append(r.Lanes, Lane{ID: LaneID(x.label()), Title: x.text("title", true), From: x.count("from")})
		if !x.has("from") {
			c.on(CodeAttrMissing, x.block.DefRange(), "%s does not say from which score on it leads there", x.words()).mend("add from = 0 to the first, and rising numbers to the others")
		}
		x.close()
	}
	if len(rules) == 0 {
		c.on(CodeBlockMissing, b.block.DefRange(), "%s has no rule", b.words()).mend("add rule \"name\" { when = \"case.…\", score = …, because = \"…\" }")
	}
	if len(r.Lanes) == 0 {
		c.on(CodeBlockMissing, b.block.DefRange(), "%s has no lane", b.words()).mend("add lane \"name\" { title = \"…\", from = 0 }")
	}
	b.close()
	c.m.Risks = append(c.m.Risks, r)
}

// whole gives a score: a whole number other than 0, below it where the rule speaks for somebody.
func (b *body) whole(name string) int {
	e := b.attr(name, true)
	if e == nil {
		return 0
	}
	sign := 1
	if u, ok := e.(*hclsyntax.UnaryOpExpr); ok && u.Op == hclsyntax.OpNegate {
		e, sign = u.Val, -1
	}
	if l, ok := e.(*hclsyntax.LiteralValueExpr); ok && l.Val.Type() == cty.Number && !l.Val.IsNull() {
		if n, accuracy := l.Val.AsBigFloat().Int64(); accuracy == big.Exact && n >= -maxScore && n <= maxScore {
			if n == 0 {
				b.c.on(CodeValueForm, e.Range(), "%s: a score of 0 changes nothing", b.words()).mend("write how much the rule weighs, or remove it")
			}
			return sign * int(n)
		}
	}
	b.wrong(e.Range(), name, "a whole number from -1000000 to 1000000", "10")
	return 0
}
