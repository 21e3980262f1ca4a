package api

import (
	"context"
	"strconv"

	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/client"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
)

// CodeIn carries the access code of a mailbox.
type CodeIn struct {
	Code string `header:"Access-Code" required:"true" maxLength:"64" doc:"K7RD-29XM-HT4P-6WQA. It stands in a header and never in an address, which others log"`
}

func (s *server) mailbox(ctx context.Context, in *CodeIn) (*client.Mailbox, error) {
	f, err := s.n.OpenFiling(ctx, in.Code)
	if err != nil {
		return nil, err
	}
	out := &client.Mailbox{
		Code: string(f.Code), Confirmed: f.Confirmed, Case: string(f.Case), Agreement: string(f.Agreement), Filed: f.Filed, Pending: f.View == nil,
		Clocks: []client.Clock{}, Values: map[string]any{}, Withheld: map[string]*client.Problem{}, Acts: []client.Act{}, Options: []client.Option{},
	}
	for i := range f.Acts {
		out.Acts = append(out.Acts, actOf(&f.Acts[i]))
	}
	if f.View == nil {
		return out, nil
	}
	l := lineOf(&f.View.CaseLine)
	out.Procedure, out.Title, out.State, out.StateName, out.Closed, out.Clocks = l.Procedure, l.Title, l.State, l.StateTitle, l.Closed, l.Clocks
	for id, v := range f.View.Values {
		out.Values[string(id)] = v
	}
	for id, why := range f.View.Withheld {
		out.Withheld[string(id)] = problem(s.log, why)
	}
	for _, o := range f.Offers {
		out.Options = append(out.Options, optionsOf(f.View.Case.Model, []casework.Option{o.Option})...)
	}
	return out, nil
}

type confirmIn struct {
	CodeIn
	Body struct{}
}

func (s *server) confirmCode(ctx context.Context, in *confirmIn) (*client.Noted, error) {
	return &client.Noted{Noted: true}, s.n.ConfirmFiling(ctx, in.Code)
}

type filingStepIn struct {
	CodeIn
	Nonce
	Body client.FilingStep
}

func (s *server) filingStep(ctx context.Context, in *filingStepIn) (*client.StepResult, error) {
	res, err := s.n.AddToFiling(ctx, in.Code, filingOf(in.Body.Step, in.Body.Values, in.Body.Ground, in.Key))
	if err != nil {
		return nil, err
	}
	out := &client.StepResult{Case: string(res.Case), Act: string(res.Act), Number: res.Number, State: string(res.State), Queued: res.Queued, Options: []client.Option{}}
	if len(res.Options) > 0 {
		out.Options = optionsOf(s.modelOf(res.Options[0].Step), res.Options)
	}
	return out, nil
}

type messagesIn struct {
	CodeIn
	PageIn
}

func (s *server) messages(ctx context.Context, in *messagesIn) (*client.MessageList, error) {
	f, err := s.n.OpenFiling(ctx, in.Code)
	if err != nil {
		return nil, err
	}
	words, err := s.n.Words(ctx, f)
	if err != nil {
		return nil, err
	}
	from := 0
	if in.Cursor != "" {
		if from, err = strconv.Atoi(in.Cursor); err != nil || from < 0 || from > len(words) {
			return nil, fault.New(fault.Invalid, "the cursor %q is of no page of this list", firstLine(in.Cursor)).Mend("take the next of the page before, or leave it out")
		}
	}
	out := &client.MessageList{Messages: []client.Message{}}
	for _, w := range words[from:min(len(words), from+in.Limit)] {
		m := client.Message{At: w.At, From: node.WordPerson, Text: w.Text}
		if w.Kind == node.WordOffice {
			m.From = node.WordOffice
		}
		out.Messages = append(out.Messages, m)
	}
	if next := from + in.Limit; next < len(words) {
		out.Next = strconv.Itoa(next)
	}
	return out, nil
}

type writeIn struct {
	CodeIn
	Body client.NewMessage
}

func (s *server) writeMessage(ctx context.Context, in *writeIn) (*client.Noted, error) {
	return &client.Noted{Noted: true}, s.n.WriteToOffice(ctx, in.Code, in.Body.Text)
}

func (s *server) filingProof(ctx context.Context, in *CodeIn) ([]byte, error) {
	return s.n.FilingProof(ctx, in.Code)
}

func (s *server) filingContent(ctx context.Context, in *CodeIn) ([]byte, error) {
	return s.n.FilingContent(ctx, in.Code)
}
