package desk

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/web"
)

// nearEnd is how long before its end an agreement is shown as ending.
const nearEnd = 180 * 24 * time.Hour

// Agreements lists what this node is party to.
func (d *desk) Agreements(ctx context.Context, v web.Viewer) ([]web.AgreementRow, error) {
	all, err := d.n.Agreements(ctx)
	if err != nil {
		return nil, err
	}
	var out []web.AgreementRow
	for _, a := range all {
		out = append(out, d.row(speak(ctx), a, v))
	}
	return out, nil
}

func (d *desk) row(t tongue, a *node.AgreementView, v web.Viewer) web.AgreementRow {
	m := d.in(t, a.Model)
	out := web.AgreementRow{ID: m.ID, Title: m.Title, Tongue: m.Tongue(), Version: m.Version, Starts: m.Starts.Midnight(m.Location()), Articles: len(m.Articles)}
	if !m.Ends.IsZero() {
		out.Ends = m.Ends.After().Midnight(m.Location())
	}
	for i := range m.Parties {
		out.Parties = append(out.Parties, partyRef(m, m.Parties[i].ID))
	}
	for _, states := range a.Cases {
		for _, n := range states {
			if v.ID != "" { // how many cases there are is not for the public
				out.Cases += n
			}
		}
	}
	out.Standing = standing(a, d.n.Now(), out.Starts, out.Ends)
	return out
}

func standing(a *node.AgreementView, now, starts, ends time.Time) web.Standing {
	switch {
	case len(a.Signed) < len(a.Model.Parties):
		return web.StandingProposed
	case now.Before(starts):
		return web.StandingAwaits
	case ends.IsZero():
		return web.StandingInForce
	case !now.Before(ends):
		return web.StandingEnded
	case ends.Sub(now) < nearEnd:
		return web.StandingEnds
	default:
		return web.StandingInForce
	}
}

// Agreement gives the living agreement: the same to everyone, with or without a login.
func (d *desk) Agreement(ctx context.Context, v web.Viewer, id agreement.ID) (*web.AgreementView, error) {
	a, err := d.n.Agreement(ctx, id)
	if err != nil {
		return nil, err
	}
	t := speak(ctx)
	m := d.in(t, a.Model)
	out := &web.AgreementView{
		AgreementRow: d.row(t, a, v), Zone: m.Location(), World: m.World, Depositary: partyRef(m, m.Depositary), Languages: m.Languages, Tongues: d.n.Tongues(a.Model), Authentic: m.Authentic,
		Prevails: m.Prevails, Text: string(a.TextHash), Model: string(a.ModelHash),
	}
	for i := range m.Parties {
		p := m.Parties[i].ID
		out.Signed = append(out.Signed, web.Signing{Party: partyRef(m, p), At: a.Signed[p]})
	}
	out.Renewal = renewal(t, m)
	figures, err := d.Figures(ctx, v, id)
	if err != nil {
		return nil, err
	}
	d.textVersions(t, out)
	explained := m
	if said := d.n.Translated(a.Model, t.code); said != nil {
		explained = said.Model() // conditions name choices, which it says in its own words
	}
	rules := agreement.Explain(explained, t.code)
	for i := range m.Articles {
		x := d.article(t, a, m, &m.Articles[i], out.Standing, rules)
		if v.ID == "" {
			x.By = web.CaseRef{}
		}
		kept(t, &x, figures)
		out.Articles = append(out.Articles, x)
	}
	return out, nil
}

func (d *desk) article(t tongue, a *node.AgreementView, m *agreement.Model, c *agreement.Clause, whole web.Standing, rules []agreement.Explanation) web.ArticleView {
	v := web.ArticleView{Number: c.Number, Title: c.Title, Prose: c.Prose, Standing: whole}
	if whole == web.StandingEnds {
		v.Standing = web.StandingInForce // said once, of the agreement
	}
	if !c.Ends.IsZero() {
		v.Ends = c.Ends.After().Midnight(m.Location())
		if whole != web.StandingProposed && whole != web.StandingAwaits {
			v.Standing = web.StandingEnds
			if !m.InForce(c.Number, d.n.Now()) {
				v.Standing = web.StandingEnded
			}
		}
	}
	for _, s := range c.Survives {
		v.Survives = append(v.Survives, t.say("survives."+string(s)))
	}
	var own []agreement.Explanation
	for _, r := range rules {
		// What survives is said apart, and who is party stands at the top of the page. What else these say is not.
		said := r.Rule == "article" && !c.Untouchable && len(c.ByPeople) == 0 || r.Rule == "party" && plainParty(m.Party(agreement.PartyID(r.Name)))
		if r.Article == c.Number && !said {
			own = append(own, r)
		}
	}
	v.Rules, v.More = foremost(own)
	d.rests(m, &v)
	return v
}

// plainParty says that there is nothing more to say of a party than who it is.
func plainParty(p *agreement.Party) bool {
	return p == nil || len(p.Unrecognised) == 0 && !slices.ContainsFunc(p.Authorities, func(a agreement.Authority) bool {
		return len(a.Competence) > 0 || !a.Forwards.IsZero()
	})
}

// mostRules is how many rules stand open beside an article; the others are folded below them.
const mostRules = 6

// foremost parts the rules of an article: those that readers look for first (time limits and what silence
// means, who may ask what, how long things are kept, who must be told) and all others.
func foremost(rules []agreement.Explanation) (first, more []web.Rule) {
	if len(rules) <= mostRules {
		for _, r := range rules {
			first = append(first, rulesOf(r)...)
		}
		return first, nil
	}
	left := mostRules
	chosen := make([]bool, len(rules))
	for _, kind := range []string{"agreement", "clock", "query", "keep", "notify", "ladder"} {
		for i, r := range rules {
			if r.Rule == kind && left > 0 {
				chosen[i] = true
				left--
			}
		}
	}
	for i, r := range rules {
		if chosen[i] && r.Rule == "query" && len(r.Sentences) > 0 {
			// Who may ask what, and for which purpose; the rest of it below.
			first = append(first, web.Rule{Text: r.Sentences[0]})
			more = append(more, web.Rule{Text: r.Text})
		} else if chosen[i] {
			first = append(first, rulesOf(r)...)
		} else {
			more = append(more, rulesOf(r)...)
		}
	}
	return first, more
}

// rulesOf sets what silence means apart from the rest of a clock's rule.
func rulesOf(r agreement.Explanation) []web.Rule {
	before, after, ok := strings.Cut(r.Text, r.Silence)
	if r.Silence == "" || !ok {
		return []web.Rule{{Text: r.Text}}
	}
	out := []web.Rule{{Text: strings.TrimSpace(before)}, {Text: r.Silence, Heavy: true}}
	if after = strings.TrimSpace(after); after != "" {
		out = append(out, web.Rule{Text: after})
	}
	return out
}

// rests says whether an article that would be in force is suspended, or has no effect in this phase.
func (d *desk) rests(m *agreement.Model, v *web.ArticleView) {
	if v.Standing != web.StandingInForce && v.Standing != web.StandingEnds {
		return
	}
	now, s := d.n.Now(), d.n.Standing(m.ID)
	v.Disputed = s.Disputed(v.Number, now)
	if id := s.SuspendedBy(v.Number, now); id != "" {
		v.Standing, v.By = web.StandingSuspended, web.CaseRef{ID: id, Reference: reference(id)}
		for _, i := range s.Suspended[v.Number] {
			if i.Case == id && (v.Since.IsZero() || i.From.After(v.Since)) {
				v.Since = i.From
			}
		}
		return
	}
	if s.InForce(m, v.Number, nil, now) != nil {
		v.Standing = web.StandingRests
	}
}

// kept says how the time limits and indicators of an article stand.
func kept(t tongue, v *web.ArticleView, f *web.FiguresView) {
	for _, c := range f.Clocks {
		if c.Article != v.Number || c.All.Ended == 0 && !c.Rest && c.Running == 0 {
			continue
		}
		says := t.say("kept.says", "clock", c.Title, "within", c.Within)
		if c.Before {
			says = t.say("kept.before", "clock", c.Title, "within", c.Within)
		}
		k := web.Kept{
			Count: c.All.InTime, Of: c.All.Ended, Says: says, Low: c.All.Low, High: c.All.High,
			Running: c.Running, Few: c.Rest, Least: c.Least,
		}
		if k.Of > 0 {
			k.Key = "k-" + string(c.Procedure) + "-" + string(c.Clock)
		}
		v.Kept = append(v.Kept, k)
	}
	for _, x := range f.Indicators {
		if x.Reference.Number == v.Number {
			v.Figures = append(v.Figures, x)
		}
	}
}

// textVersions lists the versions, each with what it changed in the one before.
func (d *desk) textVersions(t tongue, v *web.AgreementView) {
	var was *agreement.Model
	for _, x := range d.n.Versions(v.ID) {
		row := web.VersionRow{Version: x.Model.Version, Text: string(x.TextHash), Current: x.Current, Signed: x.Signed}
		if was != nil {
			row.Was = was.Version
			for _, c := range agreement.DiffIn(was, x.Model, t.code) {
				row.Changes = append(row.Changes, web.Change{Article: c.Article, Text: c.Text})
			}
			if x.Current {
				v.Changes = len(row.Changes)
			}
		}
		v.Versions, was = append(v.Versions, row), x.Model
	}
}
