package api

import (
	"context"
	"regexp"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/client"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/seal"
)

type casesIn struct {
	Cursor string `query:"cursor" doc:"Where an earlier page ended" maxLength:"256"`
	Limit  int    `query:"limit" default:"50" minimum:"1" maximum:"200"`
}

func (s *server) cases(ctx context.Context, in *casesIn) (*client.CaseList, error) {
	who, err := person(ctx)
	if err != nil {
		return nil, err
	}
	from, err := node.ParseCursor(in.Cursor)
	if err != nil {
		return nil, err
	}
	lines, next, err := s.n.CasePage(ctx, who, from, in.Limit)
	if err != nil {
		return nil, err
	}
	out := &client.CaseList{Cases: []client.CaseLine{}, Next: next.String()}
	for i := range lines {
		out.Cases = append(out.Cases, lineOf(&lines[i]))
	}
	return out, nil
}

// CaseIn names a case. It is exported, as the parts of a request below are, since the framework reads no others.
type CaseIn struct {
	ID string `path:"id" maxLength:"64" doc:"32 hex digits"`
}

func (s *server) oneCase(ctx context.Context, in *CaseIn) (*client.Case, error) {
	who, err := person(ctx)
	if err != nil {
		return nil, err
	}
	v, err := s.n.Case(ctx, who, casework.CaseID(in.ID))
	if err != nil {
		return nil, err
	}
	return caseOf(v, s.log), nil
}

type fieldIn struct {
	CaseIn
	Field string `path:"field" maxLength:"128"`
}

func (s *server) field(ctx context.Context, in *fieldIn) (*client.Field, error) {
	who, err := person(ctx)
	if err != nil {
		return nil, err
	}
	v, err := s.n.Field(ctx, who, casework.CaseID(in.ID), agreement.FieldID(in.Field))
	if err != nil {
		return nil, err
	}
	return &client.Field{Case: in.ID, Field: in.Field, Value: v}, nil
}

// Once is the header by which a repeated request is the same act.
type Once struct {
	Key string `header:"Idempotency-Key" doc:"One value is one act of yours, however often it is sent; the answer is the first one's" maxLength:"200"`
}

var onceForm = regexp.MustCompile(`^[!-~]{8,200}$`)

func (o Once) value() (string, error) {
	if o.Key != "" && !onceForm.MatchString(o.Key) {
		return "", fault.New(fault.Invalid, "the Idempotency-Key is not 8 to 200 visible ASCII characters").Mend("draw a random one for each act")
	}
	return o.Key, nil
}

type openIn struct {
	Once
	Body client.Opening
}

type actIn struct {
	CaseIn
	Once
	Body client.Step
}

func stepOf(c casework.CaseID, st *client.Step) node.StepRequest {
	req := node.StepRequest{
		Case: c, Step: agreement.StepID(st.Step), Side: agreement.SideID(st.Side), Role: agreement.RoleID(st.Role),
		Values: make(map[agreement.FieldID]any, len(st.Values)), Ground: st.Ground, Prepared: st.Prepared,
	}
	for f, v := range st.Values {
		req.Values[agreement.FieldID(f)] = v
	}
	if p := st.Personal; p != nil {
		req.Personal = &seal.Personal{Algorithm: p.Algorithm, Authenticator: p.Authenticator, Client: p.Client, Key: seal.KeyID(p.Key), Signature: p.Signature}
	}
	return req
}

func openingOf(o *client.Opening) node.StepRequest {
	req := stepOf("", &o.Step)
	req.Agreement, req.Procedure = agreement.ID(o.Agreement), agreement.ProcedureID(o.Procedure)
	req.Hit = seal.Digest(o.Hit)
	req.Sides = make(map[agreement.SideID]agreement.PartyID, len(o.Sides))
	for side, p := range o.Sides {
		req.Sides[agreement.SideID(side)] = agreement.PartyID(p)
	}
	return req
}

func (s *server) open(ctx context.Context, in *openIn) (*client.StepResult, error) {
	return s.step(ctx, openingOf(&in.Body), in.Once)
}

func (s *server) act(ctx context.Context, in *actIn) (*client.StepResult, error) {
	return s.step(ctx, stepOf(casework.CaseID(in.ID), &in.Body), in.Once)
}

func (s *server) step(ctx context.Context, req node.StepRequest, o Once) (*client.StepResult, error) {
	who, err := person(ctx)
	if err != nil {
		return nil, err
	}
	if req.Once, err = o.value(); err != nil {
		return nil, err
	}
	if req.Personal != nil && req.Prepared == "" {
		return nil, fault.New(fault.Invalid, "a signature over an act that was not prepared").
			Mend("prepare the act first, sign what it gives, and send both")
	}
	res, err := s.n.Step(ctx, who, req)
	if err != nil {
		return nil, err
	}
	out := &client.StepResult{Case: string(res.Case), Act: string(res.Act), Number: res.Number, State: string(res.State), Queued: res.Queued, Options: []client.Option{}}
	if len(res.Options) > 0 {
		out.Options = optionsOf(s.modelOf(res.Options[0].Step), res.Options)
	}
	return out, nil
}

// modelOf finds the model that a step is of. (To look at the case for it would be a reading, which is logged.)
func (s *server) modelOf(step *agreement.Step) *agreement.Model {
	for _, m := range s.n.EveryModel() {
		for i := range m.Procedures {
			if m.Procedures[i].Step(step.ID) == step {
				return m
			}
		}
	}
	return &agreement.Model{}
}

func (s *server) prepare(ctx context.Context, in *actIn) (*client.Preparation, error) {
	return s.prepared(ctx, stepOf(casework.CaseID(in.ID), &in.Body))
}

func (s *server) prepareOpening(ctx context.Context, in *openIn) (*client.Preparation, error) {
	return s.prepared(ctx, openingOf(&in.Body))
}

func (s *server) prepared(ctx context.Context, req node.StepRequest) (*client.Preparation, error) {
	who, err := person(ctx)
	if err != nil {
		return nil, err
	}
	if req.Prepared != "" || req.Personal != nil {
		return nil, fault.New(fault.Invalid, "what is prepared has no signature yet").Mend("send prepared and personal with the act itself")
	}
	p, err := s.n.Prepare(ctx, who, req)
	if err != nil {
		return nil, err
	}
	a, err := seal.DecodeAct(p.Act)
	if err != nil {
		return nil, err
	}
	return &client.Preparation{
		Prepared: p.Name, Case: a.Case, Act: string(p.Act), Digest: string(a.Digest()), Expires: p.Expires, Shares: outflowsOf(p.Outflows),
	}, nil
}
