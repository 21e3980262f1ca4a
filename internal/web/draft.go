package web

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/entente-net/entente/agreement"
)

func talkPath(id string) string { return "/negotiations/" + url.PathEscape(id) }

func draftArticlePath(id string, a agreement.Article) string {
	return talkPath(id) + "/articles/" + url.PathEscape(string(a))
}

func trialPath(id, trial string) string { return talkPath(id) + "/trials/" + url.PathEscape(trial) }

func draftChangesPath(id, from, to string) string {
	return talkPath(id) + "/changes?" + url.Values{"from": {from}, "to": {to}}.Encode()
}

// draftForm is what came back from a form on a page of a negotiation: what was typed, and why it was not taken.
type draftForm struct {
	raw url.Values
	err error
}

func (f *draftForm) get(name string) string {
	if f == nil {
		return ""
	}
	return f.raw.Get(name)
}

// kept gives back what was typed into one of several forms of a page.
func (f *draftForm) kept(kind, name string) string {
	if f.get("kind") != kind {
		return ""
	}
	return f.get(name)
}

func (f *draftForm) has(name, value string) bool {
	return f != nil && slices.Contains(f.raw[name], value)
}

func againstKey(v string) string {
	if v == "in-force" {
		return "force"
	}
	return "before"
}

func signedBy(list []PartyRef, r PartyRef) bool {
	return slices.ContainsFunc(list, func(x PartyRef) bool { return x.ID == r.ID })
}

// anchor is an article's number where an address may name it; what stands before the first is the frame.
func anchor(a agreement.Article) string {
	if a == "" {
		return string(FrameArticle)
	}
	return string(a)
}

// signCommand is what is typed where the party key is.
func signCommand(v *TalkView) string {
	return strings.Join([]string{
		"entente", "agreement", "sign", "draft-" + v.ID + ".md", "--party", string(v.Own.ID), "--key", "party.key", "--out", "signature.json",
	}, " ")
}

// talkTitle is what a negotiation is called.
func (p *page) talkTitle(r TalkRow) string {
	if r.Title == "" {
		return p.T("draft.untitled")
	}
	return r.Title
}

// talkKind says what is negotiated.
func (p *page) talkKind(r TalkRow) string {
	switch r.Kind {
	case "amendment":
		return p.T("draft.kind.amendment")
	case "accession":
		return p.T("draft.kind.accession", "party", r.Accedes.Name)
	default:
		return p.T("draft.kind.first")
	}
}

// talkStanding is the glyph and the word for how far a negotiation is.
func (p *page) talkStanding(r TalkRow) (glyph, word string) {
	switch {
	case r.InForce:
		return "holds", p.T("draft.standing.force")
	case r.Concluded:
		return "ok", p.T("draft.standing.signed")
	case len(r.Signed) > 0:
		return "wait", p.N("draft.standing.signing", len(r.Signed), "of", len(r.Parties))
	case r.Open == 0:
		return "ok", p.T("draft.standing.agreed")
	default:
		return "wait", p.N("draft.standing.open", r.Open)
	}
}

// draftWait says what waits for the viewer's party.
func (p *page) draftWait(w DraftWait) string {
	switch w.What {
	case "agree":
		return p.N("draft.wait.agree", w.Count)
	case "bracket":
		return p.T("draft.wait.bracket", "party", w.By.Name, "article", p.draftArticle(w.Article))
	case "merge":
		return p.N("draft.wait.merge", w.Count)
	default:
		return p.T("draft.wait.sign")
	}
}

func (p *page) draftArticle(a agreement.Article) string {
	if a == FrameArticle {
		return p.T("draft.frame")
	}
	return p.article(a)
}

// draftHeading is an article with its title.
func (p *page) draftHeading(a agreement.Article, title string) string {
	if title == "" {
		return p.draftArticle(a)
	}
	return p.T("draft.heading", "article", p.draftArticle(a), "title", title)
}

func draftGlyph(s DraftState) string {
	switch s {
	case DraftAgreed:
		return "ok"
	case DraftBracketed:
		return "part"
	case DraftOpen:
		return "suspended"
	default:
		return "wait"
	}
}

// draftStanding says how an article stands, and by whom.
func (p *page) draftStanding(r DraftRow) string {
	by := p.partyNames(r.By)
	switch r.State {
	case DraftAgreed:
		return p.T("draft.state.agreed")
	case DraftBracketed:
		return p.T("draft.state.bracketed", "parties", by)
	case DraftOpen:
		return p.T("draft.state.open", "parties", by)
	default:
		return p.T("draft.state.proposed", "parties", by)
	}
}

func (p *page) partyNames(list []PartyRef) string {
	words := make([]string, len(list))
	for i, r := range list {
		words[i] = r.Name
	}
	return p.list(words)
}

// versionWord is what a version is called: "version 3", "the text in force", "what you tried".
func (p *page) versionWord(v DraftVersion) string {
	switch {
	case v.Name == "in-force":
		return p.T("draft.version.force")
	case v.Number == 0:
		return p.T("draft.version.tried")
	default:
		return p.T("draft.version.n", "number", v.Number)
	}
}

func (v *TalkView) foremost() (first, rest []DraftRow) {
	for _, r := range v.Articles {
		if v.Against == "" || r.Changed || r.Brackets > 0 || r.Comments > 0 || r.State == DraftOpen {
			first = append(first, r)
		} else {
			rest = append(rest, r)
		}
	}
	return first, rest
}

// alike says how all of a list stand, where they stand alike.
func alike(list []DraftRow) (DraftRow, bool) {
	for _, r := range list {
		if r.State != list[0].State || len(r.Missing) != len(list[0].Missing) {
			return DraftRow{}, false
		}
		for i := range r.Missing {
			if r.Missing[i] != list[0].Missing[i] {
				return DraftRow{}, false
			}
		}
	}
	if len(list) == 0 {
		return DraftRow{}, false
	}
	return list[0], true
}

// talkAct says one thing that was said.
func (p *page) talkAct(a TalkAct) string {
	var names []string
	for _, n := range a.Articles {
		names = append(names, p.draftArticle(n))
	}
	articles := p.list(names)
	switch a.Kind {
	case "open":
		return p.T("draft.act.open")
	case "version":
		return p.T("draft.act.version", "number", a.Version)
	case "agree":
		if len(names) > 4 {
			return p.N("draft.act.agree.many", len(names))
		}
		return p.T("draft.act.agree", "articles", articles)
	case "reopen":
		return p.T("draft.act.reopen", "articles", articles)
	case "bracket":
		return p.T("draft.act.bracket", "articles", articles, "from", clipWords(a.From), "to", clipWords(a.To))
	case "accept":
		return p.T("draft.act.accept", "party", a.Whose.Name, "articles", articles, "number", a.Version)
	case "drop":
		return p.T("draft.act.drop", "articles", articles)
	case "comment":
		if len(names) == 0 {
			return p.T("draft.act.comment", "words", clipWords(a.To))
		}
		return p.T("draft.act.comment.on", "articles", articles, "words", clipWords(a.To))
	default:
		return p.T("draft.act.sign", "number", a.Version)
	}
}

// clipWords shows a passage on one line.
func clipWords(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 90 {
		s = string(r[:90]) + "…"
	}
	if s == "" {
		return "–"
	}
	return s
}

// lateSentence is what a person would say of a time under both texts.
func (p *page) lateSentence(k PlayedClock) string {
	now := p.N("draft.play.late", k.NowLate, "of", k.NowOf)
	if k.NowLate == 0 {
		now = p.N("draft.play.kept", k.NowOf)
	}
	was := p.N("draft.play.was", k.WasLate, "of", k.WasOf)
	if k.WasLate == 0 {
		was = p.N("draft.play.was.kept", k.WasOf)
	}
	if k.NowOf == 0 {
		now = p.T("draft.play.unbegun")
	}
	if k.WasOf == 0 {
		was = p.T("draft.play.was.unbegun")
	}
	return now + " " + was
}

func playGlyph(k PlayedClock) string {
	// By shares: the same number of misses in fewer cases is worse.
	if k.NowLate*max(1, k.WasOf) > k.WasLate*max(1, k.NowOf) {
		return "below"
	}
	return "ok"
}

// waitSentence says how much longer somebody waits for others.
func (p *page) waitSentence(w PlayedWait) string {
	var parts []string
	if w.Longer > 0 {
		parts = append(parts, p.N("draft.play.longer", w.Longer, "of", w.Cases, "span", p.span(w.Most)))
	}
	if w.Shorter > 0 {
		parts = append(parts, p.N("draft.play.shorter", w.Shorter, "of", w.Cases, "span", p.span(w.Least)))
	}
	return strings.Join(parts, " ")
}

// playFound says in one sentence what the drills found, for a title.
func (p *page) playFound(v PlayView) string {
	worse := 0
	var clock PlayedClock
	for _, d := range v.Drills {
		for _, k := range d.Clocks {
			if playGlyph(k) == "below" {
				worse++
				clock = k
			}
		}
	}
	switch {
	case worse == 1:
		return p.N("draft.play.worse.one", clock.NowLate, "clock", clock.Title, "of", clock.NowOf)
	case worse > 1:
		return p.N("draft.play.worse", worse)
	case p.playSame(v):
		return p.T("draft.play.same")
	default:
		return p.T("draft.play.better")
	}
}

func (p *page) playSame(v PlayView) bool {
	for _, d := range v.Drills {
		if len(d.Clocks)+len(d.Waits)+len(d.Figures) > 0 {
			return false
		}
	}
	return true
}

func outcomeGlyph(outcome string) string {
	switch outcome {
	case "holds":
		return "ok"
	case "crossed":
		return "below"
	default:
		return "part"
	}
}

func (p *page) outcome(r RedLineView) string { return p.T("draft.line." + r.Outcome) }

// linesFound says in one sentence how a draft stands to the red lines.
func (p *page) linesFound(list []RedLineView) string {
	crossed := 0
	for _, r := range list {
		if r.Outcome != "holds" {
			crossed++
		}
	}
	if crossed == 0 {
		return p.N("draft.lines.hold", len(list))
	}
	return p.N("draft.lines.crossed", crossed, "of", len(list))
}

// sourceRows is how high the field for an article is: enough to see it, and no more than a screen.
func sourceRows(s string) string {
	n := strings.Count(s, "\n") + 2
	return strconv.Itoa(min(28, max(10, n)))
}

// pieces cuts long stretches that stay the same to what stands around a change.
func pieces(list []Span) []Span {
	const around = 160
	var out []Span
	for i, s := range list {
		if s.Op != "same" || len(s.Text) < 3*around {
			out = append(out, s)
			continue
		}
		head, tail := "", ""
		if i > 0 {
			head = cutAfter(s.Text, around)
		}
		if i < len(list)-1 {
			tail = cutBefore(s.Text, around)
		}
		out = append(out, Span{"same", head}, Span{"cut", ""}, Span{"same", tail})
	}
	return out
}

func cutAfter(s string, n int) string {
	if i := strings.IndexAny(s[n:], " \n"); i >= 0 {
		return s[:n+i]
	}
	return s
}

func cutBefore(s string, n int) string {
	if i := strings.LastIndexAny(s[:len(s)-n], " \n"); i >= 0 {
		return s[i:]
	}
	return s
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

func num(n int) string { return strconv.Itoa(n) }

func moveButton(kind string) string {
	if kind == "agree" {
		return "btn"
	}
	return "btn second"
}

// trialTitle says the most important of what a change would do.
func (p *page) trialTitle(v *TrialView) string {
	switch {
	case v.Nothing:
		return p.T("draft.trial.nothing")
	case !v.Sound:
		return p.T("draft.trial.unsound")
	case v.Compare.Play.Ran && v.Compare.Play.Failed == nil:
		return p.playFound(v.Compare.Play)
	default:
		return p.T("draft.trial.title")
	}
}

// fenceMark begins the rules in an article's Markdown.
const fenceMark = "```hcl"

// exampleLine is a condition that a red line could state.
const exampleLine = "draft.kept().all(k, k.days <= 365)"

// some is a plural with a word of its own for none.
func (p *page) some(n int, none, key string) string {
	if n == 0 {
		return p.T(none)
	}
	return p.N(key, n)
}
