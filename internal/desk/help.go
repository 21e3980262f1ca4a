package desk

import (
	"regexp"
	"slices"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/web"
)

// explain says why a step asks for a field.
func (x *teller) explain(in *web.Input, own *agreement.Step) {
	f := in.Field
	in.Law = x.lawOf(own, f.ID)
	for i := range x.p.Shares {
		s := &x.p.Shares[i]
		if u := x.m.Purpose(s.Purpose); u != nil && slices.Contains(s.Fields, f.ID) {
			in.For = appendNew(in.For, x.say("quote", "text", titled(u.Title, u.ID)))
		}
	}
	reads := regexp.MustCompile(`\bcase\.` + regexp.QuoteMeta(string(f.ID)) + `\b`)
	for i := range x.p.Steps {
		if s := &x.p.Steps[i]; reads.MatchString(s.When.Source) {
			in.Decides = appendNew(in.Decides, x.say("quote", "text", titled(s.Title, s.ID)))
		}
	}
	for i := range x.p.Clocks {
		if cl := &x.p.Clocks[i]; cl.CountsFrom == f.ID {
			in.Counts = appendNew(in.Counts, x.say("quote", "text", clockTitle(cl)))
		}
	}
}

func appendNew(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// lawOf is the article under which a step asks for a field, with the sentence that speaks of the field: of the step's article, or of
// that under which the record stands, or of one that opens the field to somebody. Where none speaks of it, it is the step's article
// with the sentence that speaks of the step.
func (x *teller) lawOf(own *agreement.Step, id agreement.FieldID) web.ArticleRef {
	m, p := x.c.Model, x.c.Procedure
	articles := []agreement.Article{own.Article}
	add := func(a agreement.Article) {
		if !slices.Contains(articles, a) {
			articles = append(articles, a)
		}
	}
	if r := m.Record(p.Record); r != nil && r.Field(id) != nil {
		add(r.Article)
	}
	for i := range m.Assessments {
		if a := &m.Assessments[i]; agreement.AssessmentField(a.ID) == id {
			add(a.Article)
		}
	}
	for i := range p.Shares {
		if s := &p.Shares[i]; slices.Contains(s.Fields, id) {
			add(s.Article)
		}
	}
	hints := []string{inWords(id)}
	if f := m.ProcedureField(p, id); f != nil {
		hints = append(hints, m.LabelOf(f, m.Tongue())) // help speaks of much beside the field
	}
	var found web.ArticleRef
	best := 0
	for _, a := range articles {
		if said, score := quote(m, x.m, a, hints...); score > best {
			best, found = score, article(x.m, a)
			found.Quote = said
		}
	}
	if best > 0 {
		return found
	}
	return quoted(m, x.m, own.Article, titled(own.Title, own.ID))
}
