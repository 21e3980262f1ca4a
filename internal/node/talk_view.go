package node

import (
	"context"
	"slices"
	"strconv"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/negotiation"
	"github.com/entente-net/entente/seal"
)

// NegotiationLine is one negotiation in a list.
type NegotiationLine struct {
	ID        seal.Digest
	Title     string // of the text, where it compiles
	Agreement agreement.ID
	Parties   []agreement.PartyID
	Amends    seal.Digest // ""
	Accedes   agreement.PartyID
	Opener    agreement.PartyID
	Version   int
	Opened    time.Time
	Open      int // articles that are not agreed
	Signed    []agreement.PartyID
	Concluded seal.Digest // the text that this node has taken onto itself; ""
	InForce   bool        // every ratification is in its agreement case
	Of        int         // articles, the frame among them
	Beside    int         // versions that stand beside the current one
	Agree     int         // articles that are not bracketed and that this party has not agreed to
	Brackets  []negotiation.Bracket
	Model     *agreement.Model // of the current version; nil where it does not compile
}

// NegotiationView is how one negotiation stands.
type NegotiationView struct {
	NegotiationLine
	Current   *negotiation.Version
	Positions []negotiation.Position
	Bracketed map[agreement.Article]string // articles with brackets, as negotiators read them
	Comments  []negotiation.Comment
	Obstacles []string // why it may not be signed
	History   []NegotiationAct
	Missing   []seal.Seen // what others have of one another that is not here
	Forks     []NegotiationFork
	Changes   []agreement.Change // against the version before; none where one of them does not compile
	RedLines  []RedLineState     // as checked last; to nobody but this party's delegates
	Cases     []OpenCase         // of an amendment: those that are open under the amended text
	Versions  []DraftVersion     // all texts, by how far they are from the opening; without their bytes and models
	TextFault []string           // of Obstacles: those that are of the text itself, and not of what somebody has yet to say
}

// NegotiationAct is one dispatch, and in words.
type NegotiationAct struct {
	Party    agreement.PartyID
	Number   uint64
	Sent     time.Time
	Says     string
	Why      string
	Kind     string // seal.DispatchOpen …
	Version  int    // that it brings, or is about
	Articles []agreement.Article
	From, To string            // of a bracket
	Whose    agreement.PartyID // whose bracket is accepted or dropped
}

// NegotiationFork is proof that a party said two things under one number.
type NegotiationFork struct {
	Party  agreement.PartyID
	Number uint64
	Digest seal.Digest
}

// OpenCase is a case that is open under the amended text, whether the new one moves it, and why it then could not go on there.
type OpenCase struct {
	Case  casework.CaseID
	Moves bool
	Lacks []string
}

// Negotiations lists the negotiations of this node, by when they came here.
func (n *Node) Negotiations(ctx context.Context, who Who) ([]NegotiationLine, error) {
	if err := mayNegotiate(who); err != nil {
		return nil, err
	}
	var out []NegotiationLine
	for _, t := range n.talks.all() {
		err := n.withTalk(ctx, t.s.ID, func(t *talk) error {
			out = append(out, n.lineOfTalk(t))
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(out, func(a, b NegotiationLine) int { return a.Opened.Compare(b.Opened) })
	return out, nil
}

func (n *Node) lineOfTalk(t *talk) NegotiationLine {
	s := t.s
	l := NegotiationLine{
		ID: s.ID, Parties: s.Parties, Amends: s.Opening.Amends, Accedes: agreement.PartyID(s.Opening.Accedes), Opener: agreement.PartyID(s.Opening.Party),
		Version: s.Current().Number, Opened: s.Opening.Sent.Time, Signed: s.Signed(), Concluded: t.concluded,
	}
	if m, _ := s.Current().Model(); m != nil {
		l.Title, l.Agreement, l.Model = m.Title, m.ID, m
	}
	if d, err := n.dealOf(t.concluded); err == nil {
		l.InForce = d.signedByAll()
	}
	for _, p := range s.Positions() {
		if p.Status != negotiation.StatusAgreed {
			l.Open++
		}
		if p.Status != negotiation.StatusBracketed && slices.Contains(p.Missing, n.party) {
			l.Agree++
		}
	}
	l.Of, l.Beside = len(s.Positions()), len(s.Beside())
	for _, b := range s.Brackets() {
		l.Brackets = append(l.Brackets, *b)
	}
	return l
}

// Negotiation gives one negotiation as it stands.
func (n *Node) Negotiation(ctx context.Context, who Who, name string) (*NegotiationView, error) {
	if err := mayNegotiate(who); err != nil {
		return nil, err
	}
	id, err := n.theTalk(name)
	if err != nil {
		return nil, err
	}
	var v *NegotiationView
	var base, now *agreement.Model
	err = n.withTalk(ctx, id, func(t *talk) error {
		s := t.s
		v = &NegotiationView{
			NegotiationLine: n.lineOfTalk(t), Current: s.Current(), Positions: slices.Clone(s.Positions()), Bracketed: map[agreement.Article]string{},
			Comments: s.Comments(), Obstacles: s.Obstacles(), Missing: s.Missing(),
			TextFault: s.TextObstacles(),
		}
		for _, b := range s.Brackets() {
			v.Bracketed[b.Article] = s.Bracketed(b.Article)
		}
		for _, x := range s.History() {
			why := x.Words
			if x.Kind == seal.DispatchComment {
				why = ""
			}
			v.History = append(v.History, actOf(s, x, why))
		}
		for _, x := range s.Versions() {
			v.Versions = append(v.Versions, draftLine(s, x))
		}
		now, _ = s.Current().Model()
		base = s.Base
		before, old := base, s.Opening.Amends
		if len(v.Current.On) > 0 {
			o := s.Version(v.Current.On[0])
			before, _ = o.Model()
			old = o.Hash
		}
		if before != nil && now != nil {
			if t.changes.old != old || t.changes.now != v.Current.Hash {
				t.changes = changes{old, v.Current.Hash, agreement.Diff(before, now)}
			}
			v.Changes = t.changes.list
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	checks, err := n.checksOf(ctx, id, v.Current.Dispatch)
	if err != nil {
		return nil, err
	}
	for _, c := range checks {
		v.RedLines = append(v.RedLines, c.RedLineState)
	}
	if err := n.forksOf(ctx, v); err != nil {
		return nil, err
	}
	if base != nil && now != nil {
		v.Cases, err = n.openUnder(ctx, v.Amends, now)
	}
	return v, err
}

func (n *Node) forksOf(ctx context.Context, v *NegotiationView) error {
	return n.db.View(ctx, func(tx *store.Tx) error {
		v.Forks = nil
		rows, err := tx.ListDispatchForks(ctx, v.ID)
		for _, r := range rows {
			v.Forks = append(v.Forks, NegotiationFork{r.Party, uint64(r.Number), r.Digest})
		}
		return err
	})
}

// openUnder finds the cases that are open under a text, a thousand at most, and holds each to the version that would take its place.
func (n *Node) openUnder(ctx context.Context, text seal.Digest, now *agreement.Model) ([]OpenCase, error) {
	d, err := n.dealOf(text)
	if err != nil {
		return nil, nil
	}
	var rows []store.CaseFile
	for from := (Cursor{Before: 1 << 62}); len(rows) < 1000; {
		page, err := n.caseRows(ctx, from, MaxPage)
		if err != nil {
			return nil, err
		}
		for _, r := range page {
			if r.Agreement == text && !r.Closed && r.ID != d.caseID {
				rows = append(rows, r)
			}
		}
		if len(page) < MaxPage {
			break
		}
		from = Cursor{page[len(page)-1].Updated, page[len(page)-1].ID}
	}
	var out []OpenCase
	for _, r := range rows {
		err := n.withFile(ctx, d, r.ID, func(f *file) error {
			if f.c != nil && !f.c.Over() {
				x := OpenCase{Case: r.ID, Moves: now.Amends != nil && now.Amends.Moving(f.c.Procedure.ID)}
				if x.Moves {
					if err := f.c.Fits(now); err != nil {
						x.Lacks = append(x.Lacks, asFault(err).Message)
					}
				}
				out = append(out, x)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// NegotiationText gives the text of a version: of the current one, or of that with a number or name.
func (n *Node) NegotiationText(ctx context.Context, who Who, name, version string) ([]byte, error) {
	if err := mayNegotiate(who); err != nil {
		return nil, err
	}
	id, err := n.theTalk(name)
	if err != nil {
		return nil, err
	}
	var text []byte
	return text, n.withTalk(ctx, id, func(t *talk) error {
		if version == "" {
			text = t.s.Current().Text
			return nil
		}
		for _, v := range t.s.Versions() {
			if strconv.Itoa(v.Number) == version || negotiation.Named(v.Dispatch, version) {
				if text != nil {
					return fault.New(fault.Invalid, "several versions are called %q", version).Mend("give the beginning of its name in the list of versions")
				}
				text = v.Text
			}
		}
		if text == nil {
			return fault.New(fault.NotFound, "the negotiation has no version %q", clip(version, 80)).Mend("see entente draft show for its history")
		}
		return nil
	})
}

// Dispatches gives all dispatches of a negotiation in the order in which they came here, signed as they are, the opening first.
func (n *Node) Dispatches(ctx context.Context, who Who, name string, each func([]byte) error) error {
	if err := mayNegotiate(who); err != nil {
		return err
	}
	id, err := n.theTalk(name)
	if err != nil {
		return err
	}
	for after := int64(0); ; {
		var page []store.Dispatch
		err := n.db.View(ctx, func(tx *store.Tx) (err error) {
			page, err = tx.ListDispatches(ctx, store.ListDispatchesParams{Negotiation: id, After: after, MaxRows: 50})
			return err
		})
		if err != nil {
			return err
		}
		for _, row := range page {
			if err := each(row.Body); err != nil {
				return err
			}
			after = row.ID
		}
		if len(page) < 50 {
			return nil
		}
	}
}
