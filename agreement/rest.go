package agreement

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// namedRest is a step that lets the article rest, or be in force again, that a field of its case names. Which articles may rest
// each text says under them (may_rest), so that one procedure stands in several texts.
type namedRest struct {
	procedure ProcedureID
	step      StepID
	suspends  bool
	at        hcl.Range // of the field's name
	when      hcl.Range // of the step's own condition
}

// namedArticle reads the field that names the article.
func (c *compiler) namedArticle(b *body, s *Step, p *Procedure, attribute, list string) {
	field, at := FieldID(b.text(attribute, false)), c.where[b.path+"/"+attribute]
	switch {
	case field == "":
		return
	case b.has(list):
		c.on(CodeAttrNeedless, at, "%s lists articles, and lets a field name one", b.words()).mend("keep %s or %s", list, attribute)
		return
	case s.Named != "" && s.Named != field:
		c.on(CodeEffect, at, "%s suspends what one field names, and restores what another does", b.words()).mend("name one field")
		return
	default:
		s.Named = field
	}
	c.where[b.path+"/"+attribute+"/"+string(s.Named)] = at
	c.fields(b, attribute, p.Record, []FieldID{s.Named})
	c.resting = append(c.resting, namedRest{p.ID, s.ID, list == "suspends", at, c.where[b.path+"/when"]})
}

// rests lets the articles that may rest stand where a field names one of them. What suspends is possible only where it does: the
// step has the condition that the field names an article that may rest, before its own.
func (c *compiler) rests() {
	var may []Article
	for i := range c.m.Articles {
		if cl := &c.m.Articles[i]; cl.MayRest {
			may = append(may, cl.Number)
		}
	}
	some := false
	for _, r := range c.resting {
		p := c.m.Procedure(r.procedure)
		s := p.Step(r.step)
		if !c.namesArticle(p, s, r) {
			continue
		}
		if !r.suspends {
			s.Restores = may
			continue
		}
		some, s.Suspends = true, may
		quoted := make([]string, len(may))
		for i, a := range may {
			quoted[i] = "'" + string(a) + "'"
		}
		guard := fmt.Sprintf("%s.%s in [%s]", caseName, s.Named, strings.Join(quoted, ", "))
		own := slices.IndexFunc(c.pending, func(x pendingCondition) bool { return x.cond == &s.When })
		if own < 0 {
			s.When.Source = guard
			c.pending = append(c.pending, pendingCondition{cond: &s.When, at: r.at, record: p.Record, ofCase: true, act: true})
			continue
		}
		c.pending[own].before = len(guard + " && (")
		s.When.Source = guard + " && (" + s.When.Source + ")"
	}
	for _, a := range may {
		if !some {
			c.on(CodeAttrNeedless, c.where["article "+string(a)+"/may_rest"], "Article %s may rest, and no step suspends the article that a field names", a).
				mend("remove it, or write suspends_named = \"article\" into the step that suspends")
		}
	}
}

// namesArticle asks that the field names an article from the opening of the case on, and always the same: what was suspended
// is what is restored.
func (c *compiler) namesArticle(p *Procedure, s *Step, r namedRest) bool {
	f := c.m.ProcedureField(p, s.Named)
	if f == nil {
		return false // said already
	}
	if f.Type != TypeText && f.Type != TypeIdentifier {
		c.on(CodeEffect, r.at, "the field %q is of type %s, and names no article", s.Named, f.Type).mend("name a field of type identifier or text")
		return false
	}
	for i := range p.Steps {
		x := &p.Steps[i]
		if len(x.From) > 0 && slices.Contains(x.Gives, s.Named) || slices.Contains(x.Erases, s.Named) {
			c.on(CodeEffect, r.at, "step %q can change the field %q, so that another article would be restored than was suspended", x.ID, s.Named).
				mend("let the opening of the case alone give it")
			return false
		}
	}
	return true
}
