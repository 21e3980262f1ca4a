package desk

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/web"
	"github.com/entente-net/entente/negotiation"
	"github.com/entente-net/entente/seal"
)

// trials are the changes that this process holds and nobody has said, and the plays of drills, each once for a pair of texts.
type trials struct {
	mu    sync.Mutex
	all   []*trial // the oldest first
	plays map[[2]seal.Digest]*play
	order [][2]seal.Digest
}

// trial is one change, seen by whoever made it alone.
type trial struct {
	id      string
	talk    seal.Digest
	person  string
	article agreement.Article
	source  string
	on      seal.Digest // hash of the text that it changes
	base    *node.DraftVersion
	text    []byte
	tried   *node.DraftVersion
	lines   []node.RedLineState // how it stood to them when it was tried
	made    time.Time
}

// Bounds: a trial holds a text, a play holds little.
const (
	mostTrials = 64
	mostPlays  = 256
	playSeed   = 1
)

// play is one run of the drills on two texts.
type play struct {
	mu     sync.Mutex
	done   int
	total  int
	drills []casework.Comparison
	failed error
	over   chan struct{}
}

// Try takes a change and begins to play it.
func (d *desk) Try(ctx context.Context, v web.Viewer, id string, c web.DraftChange) (string, error) {
	who, err := d.who(ctx, v)
	if err != nil {
		return "", err
	}
	t, err := d.n.Negotiation(ctx, who, id)
	if err != nil {
		return "", err
	}
	now, err := d.n.Draft(ctx, who, id, "")
	if err != nil {
		return "", err
	}
	text := []byte(c.Text)
	if c.Article != "" {
		if text, err = withArticle(now.Text, c.Article, c.Text); err != nil {
			return "", err
		}
	}
	x := &trial{
		talk: t.ID, person: v.ID, article: c.Article, source: c.Text, on: now.Hash, base: now, text: text, made: d.n.Now(),
		id: negotiation.Short(seal.DigestOf(fmt.Appendf(nil, "%s\n%s\n%s\n%s", t.ID, v.ID, now.Hash, text))),
	}
	if x.tried, x.lines, err = d.n.TryDraft(ctx, who, text); err != nil {
		return "", err
	}
	d.trials.mu.Lock()
	d.trials.all = slices.DeleteFunc(d.trials.all, func(o *trial) bool { return o.id == x.id })
	d.trials.all = append(d.trials.all, x)
	if n := len(d.trials.all); n > mostTrials {
		d.trials.all = slices.Clone(d.trials.all[n-mostTrials:])
	}
	d.trials.mu.Unlock()
	if x.tried.Model != nil && now.Model != nil && x.tried.Hash != now.Hash {
		d.start(ctx, now, x.tried)
	}
	return x.id, nil
}

// withArticle puts an article's new Markdown into the place of its old one. Browsers send line ends as CR LF.
func withArticle(text []byte, a agreement.Article, source string) ([]byte, error) {
	source = strings.ReplaceAll(source, "\r\n", "\n")
	list, err := agreement.Sections(text)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(list, func(s agreement.Section) bool { return s.Article == a })
	if i < 0 {
		return nil, fault.New(fault.NotFound, "the draft has no Article %s", a).Mend("choose one of the list of its articles")
	}
	s := list[i]
	old := string(text[s.Start:s.End])
	if strings.TrimRight(old, "\n") == strings.TrimRight(source, "\n") {
		source = old // what stands after the last line of a form is not said
	} else {
		source = strings.TrimRight(source, "\n") + old[len(strings.TrimRight(old, "\n")):]
	}
	out := slices.Concat(text[:s.Start], []byte(source), text[s.End:])
	now, err := agreement.Sections(out)
	if err != nil {
		return nil, err
	}
	if len(now) != len(list) || now[i].Article != a {
		return nil, fault.Refuse(fault.Invalid, string(a), "what was written is no longer Article %s alone", a).
			Mend("leave the heading of the article as it is, and write no other article's; to add or strike articles, bring a whole text")
	}
	return out, nil
}

// trialOf finds a trial of the viewer's.
func (d *desk) trialOf(v web.Viewer, id string) (*trial, error) {
	d.trials.mu.Lock()
	defer d.trials.mu.Unlock()
	for _, x := range d.trials.all {
		if x.id == id && x.person == v.ID {
			return x, nil
		}
	}
	return nil, fault.New(fault.NotFound, "what you tried is no longer here").Mend("try it again: nothing of it was sent")
}

func (d *desk) trialsOf(v web.Viewer, talk, now seal.Digest) []web.TrialRow {
	d.trials.mu.Lock()
	defer d.trials.mu.Unlock()
	var out []web.TrialRow
	for _, x := range slices.Backward(d.trials.all) {
		if x.talk == talk && x.person == v.ID {
			out = append(out, web.TrialRow{ID: x.id, Article: x.article, Made: x.made, Stale: x.on != now})
		}
	}
	return out
}

// Trial shows what a change would do.
func (d *desk) Trial(ctx context.Context, v web.Viewer, id, name string) (*web.TrialView, error) {
	who, err := d.who(ctx, v)
	if err != nil {
		return nil, err
	}
	x, err := d.trialOf(v, name)
	if err != nil {
		return nil, err
	}
	t, err := d.n.Negotiation(ctx, who, id)
	if err != nil {
		return nil, err
	}
	if t.ID != x.talk {
		return nil, fault.New(fault.NotFound, "what you tried belongs to another negotiation").Mend("open it from there")
	}
	tried := x.tried
	out := &web.TrialView{
		Compare: d.compared(ctx, t, x.base, tried), ID: x.id, Article: x.article, Source: x.source, Stale: x.on != t.Current.Hash, Sound: tried.Model != nil,
		Nothing: tried.Hash == x.on, Findings: findingViews(fresh(x.base.Findings, tried.Findings)), Made: x.made,
	}
	out.Compare.To.Number = 0
	_, list := d.sectionsOf(x.base)
	for _, s := range list {
		if s.Article == x.article {
			out.Title = s.Title
			old := string(x.base.Text[s.Start:s.End])
			out.From, out.To, out.Bracket = passage(old, articleIn(x.text, s.Article))
			for i := range out.Findings { // a line is found in the form, where the article begins at 1
				if out.Findings[i].Article == s.Article && out.Findings[i].Line > 0 {
					out.Findings[i].Line -= strings.Count(string(x.base.Text[:s.Start]), "\n")
				}
			}
		}
	}
	for _, r := range x.lines {
		out.RedLines = append(out.RedLines, web.RedLineView{Name: r.Name, Words: r.Words, Condition: r.Condition, Outcome: string(r.Outcome), Why: r.Why})
	}
	return out, nil
}

// fresh leaves out the warnings that the text had before: they are none of the change's. An error always counts.
func fresh(before, now agreement.Findings) agreement.Findings {
	return slices.DeleteFunc(slices.Clone(now), func(f agreement.Finding) bool {
		return f.Severity == agreement.SeverityWarning && slices.ContainsFunc(before, func(o agreement.Finding) bool {
			return o.Message == f.Message && o.SourceLine == f.SourceLine
		})
	})
}

func articleIn(text []byte, a agreement.Article) string {
	return part(text).own[a]
}

// Propose says what was tried.
func (d *desk) Propose(ctx context.Context, v web.Viewer, id, name, as, words string) error {
	who, err := d.who(ctx, v)
	if err != nil {
		return err
	}
	x, err := d.trialOf(v, name)
	if err != nil {
		return err
	}
	m := node.DraftMove{Kind: seal.DispatchVersion, On: string(x.on), Text: x.text, Words: words}
	if as == "bracket" {
		from, to, ok := "", "", false
		if x.article != "" {
			from, to, ok = passage(articleIn(x.base.Text, x.article), articleIn(x.text, x.article))
		}
		if !ok {
			return fault.Refuse(fault.Invalid, string(x.article), "the change is no passage that could stand in brackets").Mend("propose it as a new version")
		}
		m = node.DraftMove{Kind: seal.DispatchBracket, On: string(x.on), Article: x.article, From: from, To: to, Words: words}
	}
	if _, err := d.n.Say(ctx, who, id, m); err != nil {
		return err
	}
	d.trials.mu.Lock()
	d.trials.all = slices.DeleteFunc(d.trials.all, func(o *trial) bool { return o == x })
	d.trials.mu.Unlock()
	return nil
}

// Play runs the drills on two versions.
func (d *desk) Play(ctx context.Context, v web.Viewer, id, from, to string) error {
	who, err := d.who(ctx, v)
	if err != nil {
		return err
	}
	before, err := d.n.Draft(ctx, who, id, from)
	if err != nil {
		return err
	}
	now, err := d.n.Draft(ctx, who, id, to)
	if err != nil {
		return err
	}
	if before.Model == nil || now.Model == nil {
		return fault.New(fault.AgreementOpen, "one of the two texts does not compile").Mend("mend its findings first")
	}
	d.start(ctx, before, now)
	return nil
}

// start plays a pair of texts unless that was done, and waits a moment for a short run to end; a longer one goes on when the
// page is left.
func (d *desk) start(ctx context.Context, before, now *node.DraftVersion) {
	key := [2]seal.Digest{before.Hash, now.Hash}
	d.trials.mu.Lock()
	if d.trials.plays == nil {
		d.trials.plays = map[[2]seal.Digest]*play{}
	}
	p := d.trials.plays[key]
	if p == nil {
		p = &play{over: make(chan struct{})}
		d.trials.plays[key] = p
		if d.trials.order = append(d.trials.order, key); len(d.trials.order) > mostPlays {
			delete(d.trials.plays, d.trials.order[0])
			d.trials.order = d.trials.order[1:]
		}
		go p.run(before.Model, now.Model)
	}
	d.trials.mu.Unlock()
	select {
	case <-p.over:
	case <-time.After(soon):
	case <-ctx.Done():
	}
}

func (p *play) run(old, now *agreement.Model) {
	defer close(p.over)
	type pair struct{ before, after *agreement.Drill }
	var pairs []pair
	for i := range old.Drills {
		if other := now.Drill(old.Drills[i].ID); other != nil {
			pairs = append(pairs, pair{&old.Drills[i], other})
		}
	}
	p.mu.Lock()
	p.total = len(pairs)
	p.mu.Unlock()
	for _, x := range pairs {
		c, err := casework.Compare(old, x.before, now, x.after, playSeed)
		p.mu.Lock()
		p.done++
		if err != nil {
			p.failed = err
		} else {
			p.drills = append(p.drills, c)
		}
		p.mu.Unlock()
	}
}

// playOf is how far a pair of texts was played.
func (d *desk) playOf(before, now *node.DraftVersion) web.PlayView {
	switch {
	case before.Model == nil || now.Model == nil:
		return web.PlayView{Why: "no-model"}
	case !slices.ContainsFunc(before.Model.Drills, func(x agreement.Drill) bool { return now.Model.Drill(x.ID) != nil }):
		return web.PlayView{Why: "no-drill"}
	}
	v := web.PlayView{Can: true}
	d.trials.mu.Lock()
	p := d.trials.plays[[2]seal.Digest{before.Hash, now.Hash}]
	d.trials.mu.Unlock()
	if p == nil {
		return v
	}
	select {
	case <-p.over:
		v.Ran = true
	default:
		v.Running = true
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	v.Done, v.Total, v.Failed = p.done, p.total, p.failed
	for _, c := range p.drills {
		v.Drills = append(v.Drills, playedDrill(before.Model, now.Model, c))
	}
	return v
}

func playedDrill(old, now *agreement.Model, c casework.Comparison) web.PlayedDrill {
	out := web.PlayedDrill{Title: titled(c.Title, c.Drill)}
	for _, k := range c.Clocks {
		out.Clocks = append(out.Clocks, web.PlayedClock{
			Case: k.Case, Title: k.Now.Title, WasLate: k.Old.Lapsed, WasOf: k.Old.Began - k.Old.Running, NowLate: k.Now.Lapsed, NowOf: k.Now.Began - k.Now.Running,
			WasOpen: k.Old.Running, NowOpen: k.Now.Running,
		})
	}
	slices.SortStableFunc(out.Clocks, func(a, b web.PlayedClock) int { return (b.NowLate - b.WasLate) - (a.NowLate - a.WasLate) })
	for _, w := range c.Waits {
		m := now
		if m.Role(w.Role) == nil {
			m = old
		}
		out.Waits = append(out.Waits, web.PlayedWait{
			Case: w.Title, Role: roleRef(m, w.Party, w.Role), Cases: w.Cases, Longer: w.Longer, Shorter: w.Shorter,
			Most: time.Duration(w.Most) * time.Second, Least: -time.Duration(w.Least) * time.Second,
		})
	}
	for _, f := range c.Figures {
		g := web.PlayedFigure{Title: f.Now.Title, Target: f.Now.Target, Met: f.Now.Met}
		if len(f.Old.Cells) > 0 {
			g.Was, g.Unit = f.Old.Cells[0].Value, f.Old.Cells[0].Unit
		}
		if len(f.Now.Cells) > 0 {
			g.Now, g.Unit = f.Now.Cells[0].Value, f.Now.Cells[0].Unit
		}
		out.Figures = append(out.Figures, g)
	}
	return out
}
