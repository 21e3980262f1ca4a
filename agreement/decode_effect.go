package agreement

import (
	"maps"
	"math/big"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// effects reads what a step does beside moving its case, and how else than by one person it is taken.
func (c *compiler) effects(b *body, s *Step, p *Procedure, in local) {
	s.Urgent = referenceIn[ClockID](b, "urgent", false, "clock", in.clocks)
	s.Irregular = referenceIn[StepID](b, "irregular", false, "step", in.steps)
	s.Explains = referencesIn[ClockID](b, "explains", false, "clock", in.clocks)
	s.Defers = titles[NoticeID](b, "defers", "notify", in.notices)
	s.Erases = texts[FieldID](b, "erases", false)
	c.fields(b, "erases", p.Record, s.Erases, c.implicit()...)
	s.Quorum, s.QuorumOf = b.quorum("quorum")
	s.Issues = reference[CredentialID](b, "issues", false, "credential")
	s.Revokes = reference[CredentialID](b, "revokes", false, "credential")
	s.Suspends, s.Restores, s.Renews = c.articles(b, "suspends"), c.articles(b, "restores"), c.articles(b, "renews")
	c.namedArticle(b, s, p, "suspends_named", "suspends")
	c.namedArticle(b, s, p, "restores_named", "restores")
	s.Prolongs = b.length("prolongs", false)
	s.Begins = reference[PhaseID](b, "begins", false, "phase")
	s.Withdraws = b.flag("withdraws")
	s.Uses, s.Returns = reference[QuotaID](b, "uses", false, "quota"), reference[QuotaID](b, "returns", false, "quota")
	s.OwnParty = b.flag("own_party")
	s.Anyone, s.Alone = b.flag("anyone"), b.flag("alone")
	s.Restarts = referencesIn[ClockID](b, "restarts", false, "clock", in.clocks)
	if m := b.one("money"); m != nil {
		s.Money = c.money(m, p)
	}
}

// money reads an entry in a fund. Its window is looked for once the funds are known.
func (c *compiler) money(b *body, p *Procedure) *Money {
	m := &Money{
		Fund:   reference[FundID](b, "fund", true, "fund"),
		Entry:  b.choice("entry", true, "pledged", "paid", "released", "spent", "returned"),
		Amount: FieldID(b.text("amount", true)), Window: WindowID(b.text("window", false)),
	}
	if m.Amount != "" {
		c.where[b.path+"/amount/"+string(m.Amount)] = c.where[b.path+"/amount"]
		c.fields(b, "amount", p.Record, []FieldID{m.Amount})
	}
	b.close()
	return m
}

// publish reads what the public sees of a case.
func (c *compiler) publish(b *body, p *Procedure) *Publish {
	x := &Publish{
		Article: b.article, Fields: texts[FieldID](b, "fields", true), After: c.someStates(b, "after", p), Within: b.length("within", true),
	}
	c.fields(b, "fields", p.Record, x.Fields, c.implicit()...)
	if len(x.Fields) == 0 && b.has("fields") {
		c.on(CodeShareEmpty, c.where[b.path+"/fields"], "the publication names no field").mend("name the fields that are published")
	}
	b.close()
	return x
}

// limits reads what narrows a share beside its actors and states.
func (c *compiler) limits(b *body, s *Share, p *Procedure, in local) {
	s.Code = reference[HandlingID](b, "code", false, "handling")
	if b.has("code") && b.has("handling") {
		c.on(CodeAttrNeedless, c.where[b.path+"/handling"], "%s names a handling code, and writes its handling out beside it", b.words()).
			mend("keep one of them, so that they cannot differ")
	}
	s.Until, s.For = c.stateList(b, "until", false, p), b.length("for", false)
	if s.Precision = b.text("precision", false); b.has("precision") {
		if _, _, err := ParsePrecision(s.Precision); err != nil {
			c.on(CodeValueForm, c.where[b.path+"/precision"], "%s: %v", b.words(), err).
				mend("write \"500 m\" or \"10 km\" for places, \"P1D\" or \"PT1H\" for times")
		}
	}
	if s.Onward = ShareID(b.text("onward", false)); s.Onward != "" {
		b.titled("onward", "share", string(s.Onward), c.where[b.path+"/onward"], in.shares)
	}
}

// titles gives a list of names in words, each of a block of the kind.
func titles[T ~string](b *body, name, kind string, known map[string]hcl.Range) []T {
	list := texts[T](b, name, false)
	return slices.DeleteFunc(list, func(t T) bool {
		return !b.titled(name, kind, string(t), b.c.where[b.path+"/"+name+"/"+string(t)], known)
	})
}

func (b *body) titled(name, kind, title string, at hcl.Range, known map[string]hcl.Range) bool {
	if _, ok := known[title]; ok {
		return true
	}
	b.c.on(CodeNameUnknown, at, "%s: %s names no %s %q of the procedure", b.words(), name, kind, title).
		mend("%s", instead(title, slices.Sorted(maps.Keys(known)), "write the title of a "+kind))
	return false
}

// articles gives numbers of articles that the text has.
func (c *compiler) articles(b *body, name string) []Article {
	list := texts[Article](b, name, false)
	for _, a := range list {
		if find(c.m.Articles, func(cl *Clause) bool { return cl.Number == a }) != nil {
			continue
		}
		known := make([]string, len(c.m.Articles))
		for i := range c.m.Articles {
			known[i] = string(c.m.Articles[i].Number)
		}
		c.on(CodeNameUnknown, c.where[b.path+"/"+name+"/"+string(a)], "the text has no Article %s", a).
			mend("%s", instead(string(a), known, "write an article's number as its heading states it"))
	}
	return list
}

// someStates gives names of states, at least one: a duty that begins after none never begins.
func (c *compiler) someStates(b *body, name string, p *Procedure) []StateID {
	list := c.stateList(b, name, true, p)
	if t, ok := b.attribute(name).(*hclsyntax.TupleConsExpr); ok && len(t.Exprs) == 0 {
		c.on(CodeValueForm, t.Range(), "%s: %s names no state, so that it never applies", b.words(), name).mend("name the states after which it does")
	}
	return list
}

// attribute gives an attribute's expression without asking for it, nil where it is absent.
func (b *body) attribute(name string) hclsyntax.Expression {
	if a := b.block.Body.Attributes[name]; a != nil {
		return a.Expr
	}
	return nil
}

// several gives a number of two or more, 0 where none is stated.
func (b *body) several(name string) int {
	n := b.count(name)
	l, ok := b.attribute(name).(*hclsyntax.LiteralValueExpr)
	if ok && !l.Val.IsNull() && l.Val.Type() == cty.Number && l.Val.AsBigFloat().IsInt() && l.Val.AsBigFloat().Cmp(big.NewFloat(2)) < 0 {
		b.c.on(CodeValueForm, l.Range(), "%s: %s is less than two", b.words(), name).mend("write how many there must be, or remove it")
		return 0
	}
	return n
}
