package desk

import (
	"context"
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/web"
)

const (
	mostFound    = 40
	mostArticles = 12
)

// Search looks through the cases that a viewer may see, the articles, and what the viewer may begin.
func (d *desk) Search(ctx context.Context, v web.Viewer, query string) (*web.SearchView, error) {
	who, err := d.who(ctx, v)
	if err != nil {
		return nil, err
	}
	out := &web.SearchView{Query: query}
	words := node.Words(query)
	if len(words) == 0 {
		return out, nil
	}
	d.searchArticles(speak(ctx), out, words)
	if who.Content() != nil {
		return out, nil // who looks after the machine finds what everybody may read
	}
	found, more, err := d.n.Search(ctx, who, query, mostFound)
	if err != nil {
		return nil, err
	}
	t := speak(ctx)
	out.More = more
	for _, f := range found {
		x := d.tell(t, f.Case, who)
		c := web.FoundCase{Case: x.refOf(f.Outline), State: x.state(x.c.State), Updated: f.Updated, Fields: labels(x.m, x.p, f.Fields, t.code)}
		if c.State.Final = x.c.Over(); c.State.Title == "" {
			c.State.Title = inWords(x.c.State)
		}
		_, c.Yours = d.waitsIn(x, f.Outline, who)
		out.Cases = append(out.Cases, c)
	}
	for _, o := range d.openings(t, who) {
		if node.HasWords(o.Title, words) {
			out.Opens = append(out.Opens, o)
		}
	}
	queries, err := d.Queries(ctx, v)
	if err != nil {
		return nil, err
	}
	for _, q := range queries {
		if node.HasWords(q.Title+" "+q.Of, words) {
			out.Checks = append(out.Checks, q)
		}
	}
	return out, nil
}

// searchArticles looks in the reader's language, and in that in which the agreement was signed: people know it by either.
func (d *desk) searchArticles(t tongue, out *web.SearchView, words []string) {
	for _, own := range d.n.Models() {
		m := d.in(t, own)
		for i := range m.Articles {
			c := &m.Articles[i]
			if len(out.Articles) == mostArticles || !inClause(c, words) && !inClause(&own.Articles[i], words) {
				continue
			}
			a := web.FoundArticle{ArticleRef: article(m, c.Number), Of: m.Title}
			for _, paragraph := range c.Prose {
				for _, s := range sentences(paragraph) {
					if a.Quote == "" && node.HasWords(s, words[:1]) {
						a.Quote = s
					}
				}
			}
			out.Articles = append(out.Articles, a)
		}
	}
}

func inClause(c *agreement.Clause, words []string) bool {
	return node.HasWords(c.Title+" "+strings.Join(c.Prose, " "), words)
}
