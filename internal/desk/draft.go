package desk

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/web"
	"github.com/entente-net/entente/negotiation"
)

// names calls parties as a draft does, as the text that it amends does, or as any agreement of this node does.
type names struct {
	d  *desk
	in []*agreement.Model
}

func (d *desk) names(in ...*agreement.Model) names { return names{d, append(in, d.n.Models()...)} }

func (x names) of(id agreement.PartyID) web.PartyRef {
	for _, m := range x.in {
		if m != nil && m.Party(id) != nil {
			return partyRef(m, id)
		}
	}
	return partyRef(nil, id)
}

func (x names) all(ids []agreement.PartyID) []web.PartyRef {
	var out []web.PartyRef
	for _, id := range ids {
		out = append(out, x.of(id))
	}
	return out
}

// Negotiations lists them, those that wait for the viewer's party first.
func (d *desk) Negotiations(ctx context.Context, v web.Viewer) (*web.TalkList, error) {
	who, err := d.who(ctx, v)
	if err != nil {
		return nil, err
	}
	out := &web.TalkList{}
	lines, err := d.n.Negotiations(ctx, who)
	if err != nil {
		return nil, err
	}
	for i := range lines {
		out.Rows = append(out.Rows, d.talkRow(&lines[i]))
	}
	slices.SortStableFunc(out.Rows, func(a, b web.TalkRow) int {
		if x, y := len(a.Waits) > 0, len(b.Waits) > 0; x != y {
			if x {
				return -1
			}
			return 1
		}
		return b.Opened.Compare(a.Opened)
	})
	return out, nil
}

func (d *desk) talkRow(t *node.NegotiationLine) web.TalkRow {
	call := d.names(t.Model)
	r := web.TalkRow{
		ID: negotiation.Short(t.ID), Title: t.Title, Agreement: t.Agreement, Kind: "first", Parties: call.all(t.Parties), Opener: call.of(t.Opener),
		Opened: t.Opened, Version: t.Version, Open: t.Open, Of: t.Of, Signed: call.all(t.Signed), Concluded: t.Concluded != "", InForce: t.InForce,
	}
	switch {
	case t.Accedes != "":
		r.Kind, r.Accedes = "accession", call.of(t.Accedes)
	case t.Amends != "":
		r.Kind = "amendment"
	}
	r.Waits = d.waitsInTalk(t, call)
	return r
}

// waitsInTalk is what the others, or the text, wait for from this party.
func (d *desk) waitsInTalk(t *node.NegotiationLine, call names) []web.DraftWait {
	if t.Concluded != "" {
		return nil
	}
	if t.Beside > 0 {
		return []web.DraftWait{{What: "merge", Count: t.Beside + 1}}
	}
	var out []web.DraftWait
	for _, b := range t.Brackets {
		if b.Party != d.n.Party() {
			out = append(out, web.DraftWait{What: "bracket", Count: 1, By: call.of(b.Party), Article: b.Article})
		}
	}
	if t.Agree > 0 {
		out = append(out, web.DraftWait{What: "agree", Count: t.Agree})
	}
	if t.Open == 0 && !slices.Contains(t.Signed, d.n.Party()) {
		out = append(out, web.DraftWait{What: "sign", Count: 1})
	}
	return out
}

// Negotiation gives one as it stands.
func (d *desk) Negotiation(ctx context.Context, v web.Viewer, id string) (*web.TalkView, error) {
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
	call := d.names(now.Model)
	out := &web.TalkView{
		TalkRow: d.talkRow(&t.NegotiationLine), Zone: zoneOf(now.Model, before), Own: call.of(d.n.Party()), World: d.n.World(), Hash: string(now.Hash), Author: call.of(now.Author),
		Words: now.Words, Beside: t.Beside, Against: against, MaySign: len(t.Obstacles) == 0 && t.Concluded == "" && !slices.Contains(t.Signed, d.n.Party()),
		SignHere: d.n.SignsHere(), Findings: findingViews(now.Findings), Trials: d.trialsOf(v, t.ID, now.Hash), Faults: t.TextFault,
	}
	if now.Model == nil {
		out.Faults = nil // they are the findings, which are shown with their lines
	}
	lang := speak(ctx).code
	out.Articles = d.draftRows(t, call, d.changedArticles(before, now))
	if before != nil && before.Model != nil && now.Model != nil {
		for _, c := range d.diff(before, now, lang) {
			if c.Rule != "prose" && c.Rule != "expect" {
				out.Changes = append(out.Changes, web.ChangeView{Article: c.Article, Text: c.Text})
			}
		}
	}
	for _, b := range t.Brackets {
		out.Brackets = append(out.Brackets, d.bracketView(call, b))
	}
	for _, c := range t.Comments {
		if c.Article == "" {
			out.Comments = append(out.Comments, commentView(call, c))
		}
	}
	for _, r := range t.RedLines {
		out.RedLines = append(out.RedLines, web.RedLineView{Name: r.Name, Outcome: string(r.Outcome), Why: r.Why})
	}
	if err := d.lineWords(ctx, who, out.RedLines); err != nil {
		return nil, err
	}
	for _, x := range slices.Backward(t.Versions) {
		out.Versions = append(out.Versions, versionView(call, x, x.Name == now.Name))
	}
	for _, h := range slices.Backward(t.History) {
		a := web.TalkAct{By: call.of(h.Party), At: h.Sent, Kind: h.Kind, Version: h.Version, Articles: h.Articles, From: h.From, To: h.To, Words: h.Why}
		if h.Whose != "" {
			a.Whose = call.of(h.Whose)
		}
		out.History = append(out.History, a)
	}
	for _, c := range t.Cases {
		out.Cases = append(out.Cases, web.MovedCase{Case: web.CaseRef{ID: c.Case, Reference: reference(c.Case)}, Moves: c.Moves, Lacks: c.Lacks})
	}
	for _, x := range t.Missing {
		out.Missing = append(out.Missing, web.MissingView{Party: call.of(agreement.PartyID(x.Party)), Number: x.Number})
	}
	for _, x := range t.Forks {
		out.Forks = append(out.Forks, web.MissingView{Party: call.of(x.Party), Number: x.Number})
	}
	return out, nil
}

// before is what the current version is held against: of an amendment the text in force, else the version in whose place it came.
// nil where there is neither.
func (d *desk) before(ctx context.Context, who node.Who, id string, t *node.NegotiationView) (*node.DraftVersion, string, error) {
	if t.Amends != "" {
		v, err := d.n.Draft(ctx, who, id, node.DraftInForce)
		if fault.CodeOf(err) == fault.NotFound {
			return nil, "", nil
		}
		return v, node.DraftInForce, err
	}
	if len(t.Current.On) == 0 {
		return nil, "", nil
	}
	v, err := d.n.Draft(ctx, who, id, negotiation.Short(t.Current.On[0]))
	if err != nil {
		return nil, "", err
	}
	return v, v.Name, nil
}

func zoneOf(m *agreement.Model, before *node.DraftVersion) *time.Location {
	switch {
	case m != nil:
		return m.Location()
	case before != nil && before.Model != nil:
		return before.Model.Location()
	}
	return nil
}

func (d *desk) draftRows(t *node.NegotiationView, call names, changed map[agreement.Article]bool) []web.DraftRow {
	self := d.n.Party()
	var out []web.DraftRow
	for _, p := range t.Positions {
		r := web.DraftRow{
			Number: p.Article, Title: p.Title, State: web.DraftState(p.Status), By: call.all(p.By), Missing: call.all(p.Missing), Changed: changed[p.Article],
			Waits: t.Concluded == "" && p.Status != negotiation.StatusBracketed && slices.Contains(p.Missing, self),
		}
		for _, b := range t.Brackets {
			if b.Article == p.Article {
				r.Brackets++
				r.Waits = r.Waits || b.Party != self
			}
		}
		for _, c := range t.Comments {
			if c.Article == p.Article {
				r.Comments++
			}
		}
		out = append(out, r)
	}
	return out
}

// withoutExamples leaves out the fences that hold examples alone: they say what the rules already do, and parties draw them anew.
func withoutExamples(article string) string {
	var out, fence strings.Builder
	inside := false
	for line := range strings.SplitAfterSeq(article, "\n") {
		switch trimmed := strings.TrimRight(line, "\r\n"); {
		case !inside && strings.HasPrefix(trimmed, "```hcl"):
			inside = true
		case inside && trimmed == "```":
			inside = false
			if !strings.HasPrefix(strings.TrimSpace(fence.String()), "expect ") {
				out.WriteString(fence.String())
			}
			fence.Reset()
		case inside:
			fence.WriteString(line)
		case trimmed != "":
			out.WriteString(line)
		}
	}
	return out.String()
}

func (d *desk) changedArticles(before, now *node.DraftVersion) map[agreement.Article]bool {
	out := map[agreement.Article]bool{}
	if before == nil {
		return out
	}
	a, _ := d.sectionsOf(before)
	b, _ := d.sectionsOf(now)
	for n, s := range b {
		out[n] = withoutExamples(a[n]) != withoutExamples(s)
	}
	return out
}

func (d *desk) bracketView(call names, b negotiation.Bracket) web.BracketView {
	return web.BracketView{
		ID: negotiation.Short(b.Dispatch), By: call.of(b.Party), Own: b.Party == d.n.Party(), Article: b.Article, From: b.From, To: b.To, Words: b.Words,
	}
}

func commentView(call names, c negotiation.Comment) web.CommentView {
	return web.CommentView{By: call.of(c.Party), Person: c.Person, Article: c.Article, About: c.About, Words: c.Words, Version: c.Version.Number, At: c.Sent.Time}
}

func versionView(call names, x node.DraftVersion, current bool) web.DraftVersion {
	v := web.DraftVersion{Number: x.Number, Name: x.Name, Sent: x.Sent, Words: x.Words, Current: current}
	if x.Author != "" {
		v.Author = call.of(x.Author)
	}
	return v
}

func findingViews(list agreement.Findings) []web.FindingView {
	var out []web.FindingView
	for _, f := range list {
		out = append(out, web.FindingView{
			Error: f.Severity == agreement.SeverityError, Article: f.Article, Line: f.Line, Source: strings.TrimSpace(f.SourceLine), Message: f.Message, Mend: f.Mend,
		})
	}
	return out
}

// lineWords adds to the outcomes of red lines what they mean, which the outcomes do not repeat.
func (d *desk) lineWords(ctx context.Context, who node.Who, list []web.RedLineView) error {
	if len(list) == 0 {
		return nil
	}
	all, err := d.n.RedLines(ctx, who)
	for i := range list {
		for _, r := range all {
			if r.Name == list[i].Name {
				list[i].Words, list[i].Condition = r.Words, r.Condition
			}
		}
	}
	return err
}

// draftsWaiting are the negotiations that wait for the viewer's party; nobody's but a delegate's business.
func (d *desk) draftsWaiting(ctx context.Context, v web.Viewer, who node.Who) ([]web.TalkRow, error) {
	if !who.Delegate {
		return nil, nil
	}
	list, err := d.Negotiations(ctx, v)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(list.Rows, func(r web.TalkRow) bool { return len(r.Waits) == 0 }), nil
}
