package api

import (
	"context"
	"io"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/client"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/negotiation"
)

// TalkIn names a negotiation.
type TalkIn struct {
	ID string `path:"id" maxLength:"128" doc:"Its name, or the beginning of it"`
}

func (s *server) negotiations(ctx context.Context, _ *nothing) (*client.NegotiationList, error) {
	who, err := person(ctx)
	if err != nil {
		return nil, err
	}
	list, err := s.n.Negotiations(ctx, who)
	if err != nil {
		return nil, err
	}
	out := &client.NegotiationList{Negotiations: []client.NegotiationLine{}}
	for _, l := range list {
		out.Negotiations = append(out.Negotiations, talkLine(&l))
	}
	return out, nil
}

func talkLine(l *node.NegotiationLine) client.NegotiationLine {
	return client.NegotiationLine{
		ID: negotiation.Short(l.ID), Digest: string(l.ID), Title: l.Title, Agreement: string(l.Agreement), Parties: listOf(l.Parties), Opener: string(l.Opener),
		Opened: l.Opened, Amends: string(l.Amends), Accedes: string(l.Accedes), Version: l.Version, Open: l.Open, Signed: listOf(l.Signed),
		Concluded: string(l.Concluded), InForce: l.InForce,
	}
}

// listOf gives a list that is never null.
func listOf[S ~string](list []S) []string {
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = string(x)
	}
	return out
}

func (s *server) negotiation(ctx context.Context, in *TalkIn) (*client.Negotiation, error) {
	who, err := person(ctx)
	if err != nil {
		return nil, err
	}
	v, err := s.n.Negotiation(ctx, who, in.ID)
	if err != nil {
		return nil, err
	}
	out := &client.Negotiation{
		NegotiationLine: talkLine(&v.NegotiationLine), TextHash: string(v.Current.Hash), Beside: v.Beside, Articles: []client.DraftArticle{},
		Brackets: []client.DraftBracket{}, Comments: []client.DraftComment{}, Obstacles: listOf(v.Obstacles), Changes: []client.DraftChange{},
		History: []client.DraftAct{}, Missing: []client.DraftSeen{}, Forks: []client.DraftSeen{}, RedLines: redLinesOf(v.RedLines), Cases: []client.DraftCase{},
	}
	for _, p := range v.Positions {
		out.Articles = append(out.Articles, client.DraftArticle{
			Article: string(p.Article), Title: p.Title, Digest: string(p.Digest), Status: string(p.Status), By: listOf(p.By), Agreed: listOf(p.Agreed),
			Missing: listOf(p.Missing), Text: v.Bracketed[p.Article],
		})
	}
	for _, b := range v.Brackets {
		out.Brackets = append(out.Brackets, client.DraftBracket{
			ID: negotiation.Short(b.Dispatch), Party: string(b.Party), Article: string(b.Article), From: b.From, To: b.To, Words: b.Words,
		})
	}
	for _, c := range v.Comments {
		out.Comments = append(out.Comments, client.DraftComment{
			Party: string(c.Party), Person: c.Person, Article: string(c.Article), About: c.About, Words: c.Words, Version: c.Version.Number, Sent: c.Sent.Time,
		})
	}
	for _, c := range v.Changes {
		out.Changes = append(out.Changes, client.DraftChange{Article: string(c.Article), Rule: c.Rule, Name: c.Name, Text: c.Text})
	}
	for _, h := range v.History {
		out.History = append(out.History, client.DraftAct{Party: string(h.Party), Number: h.Number, Sent: h.Sent, Says: h.Says, Why: h.Why})
	}
	for _, x := range v.Missing {
		out.Missing = append(out.Missing, client.DraftSeen{Party: x.Party, Number: x.Number, Digest: string(x.Dispatch)})
	}
	for _, x := range v.Forks {
		out.Forks = append(out.Forks, client.DraftSeen{Party: string(x.Party), Number: x.Number, Digest: string(x.Digest)})
	}
	for _, c := range v.Cases {
		out.Cases = append(out.Cases, client.DraftCase{Case: string(c.Case), Moves: c.Moves, Lacks: listOf(c.Lacks)})
	}
	return out, nil
}

type draftTextIn struct {
	TalkIn
	Version string `query:"version" maxLength:"128" doc:"A version's number or name; the current one unless given"`
}

func (s *server) draftText(ctx context.Context, in *draftTextIn) ([]byte, error) {
	who, err := person(ctx)
	if err != nil {
		return nil, err
	}
	return s.n.NegotiationText(ctx, who, in.ID, in.Version)
}

func (s *server) dispatches(ctx context.Context, in *TalkIn) (streamer, error) {
	who, err := person(ctx)
	if err != nil {
		return nil, err
	}
	return func(w io.Writer) error {
		return s.n.Dispatches(ctx, who, in.ID, func(b []byte) error {
			_, err := w.Write(append(b, '\n'))
			return err
		})
	}, nil
}

type draftOpenIn struct{ Body client.DraftOpening }

func (s *server) openDraft(ctx context.Context, in *draftOpenIn) (*client.DraftSaid, error) {
	who, err := person(ctx)
	if err != nil {
		return nil, err
	}
	o := &in.Body
	req := node.OpenRequest{Text: []byte(o.Text), Amends: agreement.ID(o.Amends), Accedes: agreement.PartyID(o.Accedes), Words: o.Words}
	for _, p := range o.With {
		req.With = append(req.With, agreement.PartyID(p))
	}
	id, err := s.n.OpenNegotiation(ctx, who, req)
	if err != nil {
		return nil, err
	}
	return &client.DraftSaid{Negotiation: negotiation.Short(id), Dispatch: negotiation.Short(id)}, nil
}

type draftMoveIn struct {
	TalkIn
	Body client.DraftMove
}

func (s *server) say(ctx context.Context, in *draftMoveIn) (*client.DraftSaid, error) {
	who, err := person(ctx)
	if err != nil {
		return nil, err
	}
	m := &in.Body
	move := node.DraftMove{
		Kind: m.Kind, On: m.On, Text: []byte(m.Text), Article: agreement.Article(m.Article), From: m.From, To: m.To, Bracket: m.Bracket, Words: m.Words, Statement: m.Statement,
	}
	for _, a := range m.Articles {
		move.Articles = append(move.Articles, agreement.Article(a))
	}
	said, err := s.n.Say(ctx, who, in.ID, move)
	if err != nil {
		return nil, err
	}
	return &client.DraftSaid{Negotiation: in.ID, Dispatch: negotiation.Short(said)}, nil
}

func (s *server) contacts(ctx context.Context, _ *nothing) (*client.ContactList, error) {
	who, err := person(ctx)
	if err != nil {
		return nil, err
	}
	list, err := s.n.Contacts(ctx, who)
	if err != nil {
		return nil, err
	}
	out := &client.ContactList{Contacts: []client.Contact{}}
	for _, c := range list {
		out.Contacts = append(out.Contacts, client.Contact{Party: string(c.Party), Address: c.Address, Key: c.Key})
	}
	return out, nil
}

type contactIn struct{ Body client.Card }

func (s *server) addContact(ctx context.Context, in *contactIn) (*client.Done, error) {
	who, err := person(ctx)
	if err != nil {
		return nil, err
	}
	c := &in.Body
	return &client.Done{Done: true}, s.n.AddContact(ctx, who, node.Card{Party: agreement.PartyID(c.Party), Address: c.Address, Certificate: c.Certificate, Key: c.Key})
}

func redLinesOf(list []node.RedLineState) []client.RedLine {
	out := make([]client.RedLine, 0, len(list))
	for _, r := range list {
		out = append(out, client.RedLine{Name: r.Name, Condition: r.Condition, Words: r.Words, Outcome: string(r.Outcome), Why: r.Why})
	}
	return out
}

func (s *server) redLines(ctx context.Context, _ *nothing) (*client.RedLineList, error) {
	who, err := person(ctx)
	if err != nil {
		return nil, err
	}
	list, err := s.n.RedLines(ctx, who)
	return &client.RedLineList{RedLines: redLinesOf(list)}, err
}

type redLineIn struct{ Body client.RedLine }

func (s *server) addRedLine(ctx context.Context, in *redLineIn) (*client.Done, error) {
	who, err := person(ctx)
	if err != nil {
		return nil, err
	}
	return &client.Done{Done: true}, s.n.AddRedLine(ctx, who, in.Body.Name, in.Body.Condition, in.Body.Words)
}

type redLineName struct {
	Name string `path:"name" maxLength:"128"`
}

func (s *server) removeRedLine(ctx context.Context, in *redLineName) (*client.Done, error) {
	who, err := person(ctx)
	if err != nil {
		return nil, err
	}
	return &client.Done{Done: true}, s.n.RemoveRedLine(ctx, who, in.Name)
}

func (s *server) checkRedLines(ctx context.Context, in *TalkIn) (*client.RedLineList, error) {
	who, err := person(ctx)
	if err != nil {
		return nil, err
	}
	list, err := s.n.CheckRedLines(ctx, who, in.ID)
	return &client.RedLineList{RedLines: redLinesOf(list)}, err
}
