package desk

import (
	"context"
	"slices"
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/web"
	"github.com/entente-net/entente/negotiation"
)

// DraftArticle gives one article of the current version, in prose and in rules.
func (d *desk) DraftArticle(ctx context.Context, v web.Viewer, id string, a agreement.Article) (*web.DraftArticleView, error) {
	who, err := d.who(ctx, v)
	if err != nil {
		return nil, err
	}
	t, err := d.n.Negotiation(ctx, who, id)
	if err != nil {
		return nil, err
	}
	now, err := d.n.Draft(ctx, who, id, "")
	if err != nil {
		return nil, err
	}
	before, against, err := d.before(ctx, who, id, t)
	if err != nil {
		return nil, err
	}
	call, lang := d.names(now.Model), speak(ctx).code
	at := slices.IndexFunc(t.Positions, func(p negotiation.Position) bool { return p.Article == a })
	if at < 0 {
		return nil, fault.New(fault.NotFound, "the draft has no Article %s", a).Mend("choose one of the list of its articles")
	}
	rows := d.draftRows(t, call, d.changedArticles(before, now))
	own, _ := d.sectionsOf(now)
	text := articleText(d.rulesIn(now, lang), a, rows[at].Title, own[a])
	out := &web.DraftArticleView{
		Talk: d.talkRow(&t.NegotiationLine), Zone: zoneOf(now.Model, before), Own: call.of(d.n.Party()), Row: rows[at], Prose: text.Prose, Rules: text.Rules, More: text.More, Plain: text.Plain,
		Hash: string(now.Hash), Agreed: slices.Contains(t.Positions[at].Agreed, d.n.Party()),
	}
	if a != web.FrameArticle {
		out.Source = own[a]
	}
	if at > 0 {
		out.Previous = t.Positions[at-1].Article
	}
	if at+1 < len(t.Positions) {
		out.Next = t.Positions[at+1].Article
	}
	if before != nil {
		was, _ := d.sectionsOf(before)
		c := d.comparedArticle(before, now, a, was, own, lang)
		out.Against, out.Before, out.Changes = against, c.Prose, c.Rules
	}
	for _, b := range t.Brackets {
		if b.Article == a {
			out.Brackets = append(out.Brackets, d.bracketView(call, b))
		}
	}
	for _, c := range t.Comments {
		if c.Article == a {
			out.Comments = append(out.Comments, commentView(call, c))
		}
	}
	return out, nil
}

// articleText parts an article into prose and rules, and says the rules in words where there are such.
func articleText(rules map[agreement.Article][]agreement.Explanation, a agreement.Article, title, source string) web.ArticleText {
	prose, written := fenced(source)
	out := web.ArticleText{Number: a, Title: title, Prose: []string{withoutHeading(prose, a)}}
	if rules == nil || a == web.FrameArticle {
		for _, r := range written {
			out.Plain, out.Rules = true, append(out.Rules, web.Rule{Text: r})
		}
		return out
	}
	out.Rules, out.More = foremost(rules[a])
	return out
}

// fenced parts an article's Markdown into what people read and the fences with rules.
func fenced(source string) (prose string, rules []string) {
	var p, r strings.Builder
	inside := false
	for line := range strings.SplitAfterSeq(source, "\n") {
		switch trimmed := strings.TrimRight(line, "\r\n"); {
		case !inside && strings.HasPrefix(trimmed, "```hcl"):
			inside = true
		case inside && trimmed == "```":
			inside = false
			rules = append(rules, r.String())
			r.Reset()
		case inside:
			r.WriteString(line)
		default:
			p.WriteString(line)
		}
	}
	if r.Len() > 0 {
		rules = append(rules, r.String())
	}
	return p.String(), rules
}

// flowed joins the lines of a paragraph, which break where the file does and not where a reader would.
func flowed(prose string) string {
	paragraphs := strings.Split(strings.TrimSpace(prose), "\n\n")
	for i, p := range paragraphs {
		paragraphs[i] = strings.Join(strings.Fields(p), " ")
	}
	return strings.Join(paragraphs, "\n\n")
}

// withoutHeading leaves out an article's own heading, which stands above it on the page.
func withoutHeading(prose string, a agreement.Article) string {
	if a == web.FrameArticle {
		return prose
	}
	_, rest, _ := strings.Cut(prose, "\n")
	return strings.TrimLeft(rest, "\n")
}

// Compare holds two versions against each other.
func (d *desk) Compare(ctx context.Context, v web.Viewer, id, from, to string) (*web.CompareView, error) {
	who, err := d.who(ctx, v)
	if err != nil {
		return nil, err
	}
	t, err := d.n.Negotiation(ctx, who, id)
	if err != nil {
		return nil, err
	}
	now, err := d.n.Draft(ctx, who, id, to)
	if err != nil {
		return nil, err
	}
	var before *node.DraftVersion
	if from == "" {
		if before, _, err = d.before(ctx, who, id, t); err == nil && before == nil {
			before, err = d.n.Draft(ctx, who, id, t.Versions[0].Name)
		}
	} else {
		before, err = d.n.Draft(ctx, who, id, from)
	}
	if err != nil {
		return nil, err
	}
	out := d.compared(ctx, t, before, now)
	return &out, nil
}

func (d *desk) compared(ctx context.Context, t *node.NegotiationView, before, now *node.DraftVersion) web.CompareView {
	call, lang := d.names(now.Model, before.Model), speak(ctx).code
	out := web.CompareView{
		Talk: d.talkRow(&t.NegotiationLine), Zone: zoneOf(now.Model, before), From: versionView(call, *before, before.Hash == t.Current.Hash),
		To: versionView(call, *now, now.Hash == t.Current.Hash),
	}
	if t.Amends != "" {
		out.Versions = append(out.Versions, web.DraftVersion{Name: node.DraftInForce})
	}
	for _, x := range t.Versions {
		out.Versions = append(out.Versions, versionView(call, x, x.Hash == t.Current.Hash))
	}
	was, a := d.sectionsOf(before)
	own, b := d.sectionsOf(now)
	order := []agreement.Article{web.FrameArticle}
	for _, s := range b {
		order = append(order, s.Article)
	}
	for _, s := range a {
		if !slices.Contains(order, s.Article) {
			order = append(order, s.Article)
		}
	}
	for _, n := range order {
		if was[n] == own[n] {
			continue
		}
		c := d.comparedArticle(before, now, n, was, own, lang)
		for _, s := range slices.Concat(a, b) {
			if s.Article == n {
				c.Title = s.Title
			}
		}
		out.Articles = append(out.Articles, c)
	}
	if before.Model != nil && now.Model != nil {
		for _, c := range d.diff(before, now, lang) {
			if c.Article == "" {
				out.Whole = append(out.Whole, web.ChangeView{Text: c.Text})
			}
		}
	}
	out.Play = d.playOf(before, now)
	return out
}

func (d *desk) comparedArticle(before, now *node.DraftVersion, n agreement.Article, was, own map[agreement.Article]string, lang string) web.ComparedArticle {
	c := web.ComparedArticle{Number: n}
	_, had := was[n]
	_, has := own[n]
	c.Gone, c.New = had && !has, has && !had
	oldProse, oldRules := fenced(was[n])
	newProse, newRules := fenced(own[n])
	if oldProse != newProse {
		c.Prose = wordDiff(flowed(withoutHeading(oldProse, n)), flowed(withoutHeading(newProse, n)))
	}
	if slices.Equal(oldRules, newRules) {
		return c
	}
	if before.Model == nil || now.Model == nil {
		c.Source = lineDiff(strings.Join(oldRules, "\n"), strings.Join(newRules, "\n"))
		return c
	}
	for _, x := range d.diff(before, now, lang) {
		if x.Article == n && x.Rule != "prose" && x.Rule != "expect" {
			c.Rules = append(c.Rules, web.ChangeView{Article: x.Article, Text: x.Text})
		}
	}
	c.Example = len(c.Rules) == 0 && c.Prose == nil && withoutExamples(was[n]) == withoutExamples(own[n])
	return c
}

// DraftText gives a version whole.
func (d *desk) DraftText(ctx context.Context, v web.Viewer, id, version string) (*web.DraftTextView, error) {
	who, err := d.who(ctx, v)
	if err != nil {
		return nil, err
	}
	t, err := d.n.Negotiation(ctx, who, id)
	if err != nil {
		return nil, err
	}
	x, err := d.n.Draft(ctx, who, id, version)
	if err != nil {
		return nil, err
	}
	call, lang := d.names(x.Model), speak(ctx).code
	out := &web.DraftTextView{
		Talk: d.talkRow(&t.NegotiationLine), Zone: zoneOf(x.Model, nil), Version: versionView(call, *x, x.Hash == t.Current.Hash), Hash: string(x.Hash),
		File: web.File{Name: "draft-" + negotiation.Short(t.ID) + "-" + x.Name + ".md", Media: "text/markdown; charset=utf-8", Data: x.Text},
	}
	if x.Model != nil && len(x.Model.Languages) > 0 {
		out.Language = x.Model.Languages[0]
	}
	own, list := d.sectionsOf(x)
	rules := d.rulesIn(x, lang)
	if len(list) > 0 {
		head, _ := fenced(string(x.Text[:list[0].Start]))
		if first, rest, _ := strings.Cut(head, "\n"); strings.HasPrefix(first, "# ") { // it stands above the page
			head = rest
		}
		if strings.TrimSpace(head) != "" {
			out.Articles = append(out.Articles, web.ArticleText{Prose: []string{head}})
		}
	}
	for _, s := range list {
		a := articleText(rules, s.Article, s.Title, own[s.Article])
		a.Rules, a.More = append(a.Rules, a.More...), nil
		out.Articles = append(out.Articles, a)
	}
	return out, nil
}
