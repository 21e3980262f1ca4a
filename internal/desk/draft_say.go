package desk

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"io/fs"
	"slices"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/web"
	"github.com/entente-net/entente/models"
	"github.com/entente-net/entente/negotiation"
	"github.com/entente-net/entente/seal"
)

// Beginnings are what a negotiation can begin from.
func (d *desk) Beginnings(ctx context.Context, v web.Viewer) (*web.BeginView, error) {
	who, err := d.who(ctx, v)
	if err != nil {
		return nil, err
	}
	contacts, err := d.n.Contacts(ctx, who)
	if err != nil {
		return nil, err
	}
	call := d.names()
	out := &web.BeginView{Own: d.ownParty(speak(ctx))}
	for _, c := range contacts {
		out.Contacts = append(out.Contacts, web.ContactView{Party: call.of(c.Party), Address: c.Address, Key: c.Key})
	}
	if out.Models, err = modelRows(); err != nil {
		return nil, err
	}
	all, err := d.Agreements(ctx, v)
	for _, a := range all {
		if a.Standing == web.StandingInForce || a.Standing == web.StandingEnds {
			out.Agreements = append(out.Agreements, a)
		}
	}
	return out, err
}

// modelRows are the model agreements that the program brings along.
func modelRows() ([]web.ModelRow, error) {
	files, err := fs.Glob(models.Files, "*.md")
	if err != nil {
		return nil, err
	}
	var out []web.ModelRow
	for _, f := range files {
		if _, _, translation := agreement.TranslationOf(f); translation {
			continue
		}
		b, err := fs.ReadFile(models.Files, f)
		if err != nil {
			return nil, err
		}
		title, _, _ := strings.Cut(string(b), "\n")
		out = append(out, web.ModelRow{ID: strings.TrimSuffix(f, ".md"), Title: strings.TrimSpace(strings.TrimLeft(title, "# "))})
	}
	return out, nil
}

// Begin opens a negotiation.
func (d *desk) Begin(ctx context.Context, v web.Viewer, b web.Beginning) (string, error) {
	who, err := d.who(ctx, v)
	if err != nil {
		return "", err
	}
	req := node.OpenRequest{With: b.With, Words: b.Words}
	if b.File != nil {
		if req.Text, err = readUpload(*b.File, seal.MaxDraft); err != nil {
			return "", err
		}
	}
	switch b.From {
	case "file":
		if b.File == nil {
			return "", fault.New(fault.Invalid, "no file was chosen").Mend("choose the Markdown file with the first text")
		}
	case "model":
		if req.Text, err = d.modelText(ctx, who, b.Model); err != nil {
			return "", err
		}
	case "amend", "join":
		if req.Amends, req.With = b.Amends, nil; b.From == "join" {
			if req.Accedes = b.Accedes; b.Accedes == "" {
				return "", fault.New(fault.Invalid, "nobody was chosen who joins").Mend("choose a party whose card is here")
			}
			if b.File == nil {
				return "", fault.New(fault.Invalid, "the text with the party in it is missing").Mend("take the text in force, write the party's block and its name into it, and bring the file")
			}
		}
		if b.File == nil {
			a, err := d.n.Agreement(ctx, b.Amends)
			if err != nil {
				return "", err
			}
			if req.Text, err = agreement.Amending(a.Text); err != nil {
				return "", err
			}
		}
	default:
		return "", fault.New(fault.Invalid, "nothing says from what to begin").Mend("choose a file, a model, or an agreement in force")
	}
	id, err := d.n.OpenNegotiation(ctx, who, req)
	return negotiation.Short(id), err
}

// modelText is a model as a first text of this party: of its world, with the keys of those parties whose cards are here.
func (d *desk) modelText(ctx context.Context, who node.Who, name string) ([]byte, error) {
	all, err := modelRows()
	if err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(all, func(m web.ModelRow) bool { return m.ID == name }) {
		return nil, fault.New(fault.NotFound, "there is no model %q", name).Mend("choose one of the list")
	}
	whole, m, found, err := agreement.Open(models.Files, name+".md", name+".md")
	if err != nil || m == nil {
		return nil, fault.New(fault.Internal, "the model %s does not read", name).Wrap(found)
	}
	text, err := agreement.WithWorld(whole.Text, d.n.World())
	if err != nil {
		return nil, err
	}
	contacts, err := d.n.Contacts(ctx, who)
	if err != nil {
		return nil, err
	}
	keys := map[agreement.PartyID]agreement.PartyKeys{}
	for _, c := range append(contacts, node.Contact{Party: d.n.Party(), Key: d.n.PartyKey()}) {
		if c.Key != "" && m.Party(c.Party) != nil {
			keys[c.Party] = agreement.PartyKeys{Key: c.Key}
		}
	}
	return agreement.WithKeys(text, keys)
}

// Contact takes a party's card.
func (d *desk) Contact(ctx context.Context, v web.Viewer, card web.Upload) error {
	who, err := d.who(ctx, v)
	if err != nil {
		return err
	}
	b, err := readUpload(card, 1<<20)
	if err != nil {
		return err
	}
	var c node.Card
	if err := json.Unmarshal(b, &c); err != nil || c.Party == "" || c.Certificate == "" {
		return fault.New(fault.Invalid, "%s is no card of a node", card.Name).Mend("bring the card.json that the other party's node wrote")
	}
	return d.n.AddContact(ctx, who, c)
}

// Say says one thing.
func (d *desk) Say(ctx context.Context, v web.Viewer, id string, m web.DraftMove) error {
	who, err := d.who(ctx, v)
	if err != nil {
		return err
	}
	_, err = d.n.Say(ctx, who, id, node.DraftMove{
		Kind: m.Kind, On: m.On, Articles: m.Articles, Article: m.Article, From: lineEnds(m.From), To: lineEnds(m.To), Bracket: m.Bracket, Words: lineEnds(m.Words),
		Statement: strings.TrimSpace(m.Statement),
	})
	return err
}

// lineEnds makes of a browser's CR LF the line end of texts.
func lineEnds(s string) string { return strings.ReplaceAll(s, "\r\n", "\n") }

// SignHere signs with the party key in the node's folder, in an exercise.
func (d *desk) SignHere(ctx context.Context, v web.Viewer, id, text string) error {
	who, err := d.who(ctx, v)
	if err != nil {
		return err
	}
	return d.n.SignHere(ctx, who, id, seal.Digest(text))
}

// RedLines gives all red lines, and how each draft that is not concluded stands to them.
func (d *desk) RedLines(ctx context.Context, v web.Viewer) (*web.RedLinesView, error) {
	who, err := d.who(ctx, v)
	if err != nil {
		return nil, err
	}
	lines, err := d.n.RedLines(ctx, who)
	if err != nil {
		return nil, err
	}
	out := &web.RedLinesView{Own: d.ownParty(speak(ctx)), Held: map[string][]web.RedLineView{}}
	for _, r := range lines {
		out.Lines = append(out.Lines, redLineView(r))
	}
	if len(lines) == 0 {
		return out, nil
	}
	list, err := d.Negotiations(ctx, v)
	if err != nil {
		return nil, err
	}
	for _, t := range list.Rows {
		if t.Concluded {
			continue
		}
		held, err := d.n.CheckRedLines(ctx, who, t.ID)
		if err != nil {
			return nil, err
		}
		out.Talks = append(out.Talks, t)
		for _, r := range held {
			out.Held[t.ID] = append(out.Held[t.ID], redLineView(r))
		}
	}
	return out, nil
}

func redLineView(r node.RedLineState) web.RedLineView {
	return web.RedLineView{Name: r.Name, Condition: r.Condition, Words: r.Words, Outcome: string(r.Outcome), Why: r.Why}
}

// AddRedLine keeps a red line.
func (d *desk) AddRedLine(ctx context.Context, v web.Viewer, l web.RedLineView) error {
	who, err := d.who(ctx, v)
	if err != nil {
		return err
	}
	return d.n.AddRedLine(ctx, who, strings.TrimSpace(l.Name), strings.TrimSpace(lineEnds(l.Condition)), strings.TrimSpace(lineEnds(l.Words)))
}

// RemoveRedLine forgets one.
func (d *desk) RemoveRedLine(ctx context.Context, v web.Viewer, name string) error {
	who, err := d.who(ctx, v)
	if err != nil {
		return err
	}
	return d.n.RemoveRedLine(ctx, who, name)
}

// LoadRedLines takes those of a file that are this party's. One that is kept already in other words refuses the whole file, so
// that none is taken by halves.
func (d *desk) LoadRedLines(ctx context.Context, v web.Viewer, file web.Upload) (int, error) {
	who, err := d.who(ctx, v)
	if err != nil {
		return 0, err
	}
	text, err := readUpload(file, 1<<20)
	if err != nil {
		return 0, err
	}
	lines, err := negotiation.ReadRedLines(file.Name, text)
	if err != nil {
		return 0, err
	}
	kept, err := d.n.RedLines(ctx, who)
	if err != nil {
		return 0, err
	}
	var fresh []negotiation.HeldRedLine
	own := 0
	for _, l := range lines {
		if l.Party != d.n.Party() {
			continue
		}
		own++
		switch i := slices.IndexFunc(kept, func(k node.RedLineState) bool { return k.Name == l.Name }); {
		case i < 0:
			fresh = append(fresh, l)
		case kept[i].Condition != l.Condition || kept[i].Words != l.Words:
			return 0, fault.New(fault.Conflict, "another red line %s is kept here", l.Name).Mend("give one of them another name, or take the kept one away")
		}
	}
	if own == 0 {
		return 0, fault.New(fault.NotFound, "%s has no red line of %s", file.Name, d.n.Party()).Mend("write party = %q in its blocks", string(d.n.Party()))
	}
	for _, l := range fresh {
		if err := d.n.AddRedLine(ctx, who, l.Name, l.Condition, l.Words); err != nil {
			return 0, err
		}
	}
	return len(fresh), nil
}

// Playbook holds a negotiation to a playbook.
func (d *desk) Playbook(ctx context.Context, v web.Viewer, id string, file web.Upload) (*web.PlaybookView, error) {
	who, err := d.who(ctx, v)
	if err != nil {
		return nil, err
	}
	text, err := readUpload(file, 1<<20)
	if err != nil {
		return nil, err
	}
	book, err := negotiation.ReadPlaybook(file.Name, text)
	if err != nil {
		return nil, err
	}
	t, err := d.n.Negotiation(ctx, who, id)
	if err != nil {
		return nil, err
	}
	progress, err := d.n.Progress(ctx, who, id, book)
	if err != nil {
		return nil, err
	}
	out := &web.PlaybookView{Talk: d.talkRow(&t.NegotiationLine), Name: book.Name}
	for _, p := range progress {
		m := web.MilestoneView{Name: p.Name, Words: p.Words, Met: p.Met, Late: p.Late, Left: p.Left, Why: p.Why}
		if !p.By.IsZero() {
			m.By = p.By.Midnight(time.UTC)
		}
		if f := p.Fallback; f != nil {
			m.Offer, m.Fallback = f.Name, &web.BracketView{Article: f.Article, From: f.From, To: f.To, Words: f.Words}
		}
		out.Milestones = append(out.Milestones, m)
	}
	return out, nil
}

func readUpload(u web.Upload, most int64) ([]byte, error) {
	f, err := u.Open()
	if err != nil {
		return nil, fault.New(fault.Invalid, "the file %s cannot be read", u.Name).Mend("choose it again").Wrap(err)
	}
	defer func() { _ = f.Close() }()
	b, err := io.ReadAll(io.LimitReader(f, most+1))
	switch {
	case err != nil:
		return nil, fault.New(fault.Invalid, "the file %s cannot be read", u.Name).Mend("choose it again").Wrap(err)
	case int64(len(b)) > most:
		return nil, fault.New(fault.TooLarge, "the file %s has more than %d bytes", u.Name, most).Mend("bring a smaller one")
	case len(bytes.TrimSpace(b)) == 0:
		return nil, fault.New(fault.Invalid, "the file %s is empty", u.Name).Mend("choose another")
	}
	return b, nil
}
