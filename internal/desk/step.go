package desk

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/web"
	"github.com/entente-net/entente/seal"
)

// Form gives the form of a step. One that the agreement does not permit now is refused as the node
// refuses it, with the article.
func (d *desk) Form(ctx context.Context, v web.Viewer, a web.Draft) (*web.StepForm, error) {
	who, err := d.who(ctx, v)
	if err != nil {
		return nil, err
	}
	_, f, err := d.formOf(ctx, who, a)
	return f, err
}

func (d *desk) formOf(ctx context.Context, who node.Who, a web.Draft) (*teller, *web.StepForm, error) {
	t := speak(ctx)
	if a.Case == "" {
		return d.openingForm(ctx, t, who, a)
	}
	o, err := d.n.Outline(ctx, who, a.Case)
	if err != nil {
		return nil, nil, err
	}
	x := d.tell(t, o.Case, who)
	for _, f := range o.Offers {
		if f.Step.ID == a.Step && (a.Role == "" || a.Role == f.Role || slices.Contains(x.held, a.Role)) {
			form := d.caseForm(x, o, f)
			return x, &form, nil
		}
	}
	return nil, nil, d.refusal(ctx, who, a, o.Case.Model, o.Case.Procedure)
}

// refusal asks the node why a step is not permitted: with sample values, since it is not for lack of
// values that the step is not open.
func (d *desk) refusal(ctx context.Context, who node.Who, a web.Draft, m *agreement.Model, p *agreement.Procedure) error {
	if p != nil && p.Step(a.Step) != nil {
		s := p.Step(a.Step)
		a.Values = map[agreement.FieldID]any{}
		for _, in := range casework.Form(m, p, s) {
			a.Values[in.Field.ID] = casework.Sample(m, in.Field)
		}
		if len(s.Grounds) > 0 {
			a.Ground = s.Grounds[0]
		}
	}
	if _, err := d.n.Preview(ctx, who, request(a)); err != nil {
		return err
	}
	return fault.New(fault.Conflict, "this step is no longer open").Mend("look at the case again")
}

func (d *desk) openingForm(ctx context.Context, t tongue, who node.Who, a web.Draft) (*teller, *web.StepForm, error) {
	m, err := d.model(a.Agreement)
	if err != nil {
		return nil, nil, err
	}
	for _, role := range who.RolesIn(m.ID) {
		if a.Role != "" && a.Role != role {
			continue
		}
		for _, o := range d.n.Standing(m.ID).Openings(m, casework.Actor{Party: d.n.Party(), Role: role}, d.n.Now()) {
			if o.Procedure.ID != a.Procedure || o.Step.ID != a.Step {
				continue
			}
			sides := maps.Clone(a.Sides)
			if sides == nil {
				sides = map[agreement.SideID]agreement.PartyID{}
			}
			if o.Side != "" {
				sides[o.Side] = d.n.Party()
			}
			x := d.tell(t, blank(m, o.Procedure, sides, d.n.Now()), who)
			form := x.openForm(o, role)
			return x, &form, nil
		}
	}
	return nil, nil, d.refusal(ctx, who, a, m, m.Procedure(a.Procedure))
}

func request(a web.Draft) node.StepRequest {
	return node.StepRequest{
		Agreement: a.Agreement, Procedure: a.Procedure, Sides: a.Sides, Case: a.Case, Step: a.Step, Role: a.Role, Values: a.Values, Ground: a.Ground, Once: a.Nonce, Hit: seal.Digest(a.Hit),
	}
}

// Preview says what would leave and to whom, and everything that is wrong with the inputs.
func (d *desk) Preview(ctx context.Context, v web.Viewer, a web.Draft) (*web.Review, error) {
	who, err := d.who(ctx, v)
	if err != nil {
		return nil, err
	}
	x, f, err := d.formOf(ctx, who, a)
	if err != nil {
		return nil, err
	}
	out := &web.Review{Form: *f, Becomes: f.Becomes, Clocks: x.starting(f.Step), Personal: f.Step.Personal, Held: d.n.KeepsRoleKey(who, f.Role.ID)}
	given := []agreement.FieldID{}
	for _, in := range f.Inputs {
		if val, ok := a.Values[in.Field.ID]; ok {
			given = append(given, in.Field.ID)
			out.Values = append(out.Values, value(x.m, in.Field, val, web.Sight{Sees: web.SeesGave}))
		}
	}
	if out.Problems = x.problems(f, a); len(out.Problems) > 0 {
		return out, nil
	}
	flows, err := d.n.Preview(ctx, who, request(a))
	if err != nil {
		return out, x.mendable(out, err)
	}
	x.draft = a.Values
	out.Outflows = x.outflows(onlyGiven(flows, f.Step, given), f.Step, given)
	out.Witnesses = x.witnesses(out.Outflows)
	if out.Personal {
		out.Signing, err = d.signing(ctx, who, a, out, x.m.ID, f.Role.ID)
	}
	return out, err
}

// signing prepares a personal step for the person's own key: a passkey that is certified for the role, or, where the node keeps
// none for them, a key in a file.
func (d *desk) signing(ctx context.Context, who node.Who, a web.Draft, r *web.Review, id agreement.ID, role agreement.RoleID) (*web.OwnKey, error) {
	var keys []*auth.Passkey
	site, err := d.site()
	if err == nil {
		if keys, err = d.n.SigningPasskeys(ctx, who, id, role, site); err != nil {
			return nil, err
		}
	}
	if r.Held && len(keys) == 0 {
		return nil, nil
	}
	p, err := d.n.Prepare(ctx, who, request(a))
	if err != nil {
		return nil, err
	}
	out := &web.OwnKey{Prepared: p.Name}
	if len(keys) > 0 {
		act, err := seal.DecodeAct(p.Act)
		if err != nil {
			return nil, err
		}
		// One page asks for one key: the challenge names it. The newest stands for the device that was made ready last.
		k := keys[len(keys)-1]
		out.Passkey = &web.PasskeyAsk{Challenge: b64.EncodeToString(act.Challenge(k.Key.ID())), RP: site.RP, Origin: site.Origin, IDs: []string{b64.EncodeToString(k.ID)}}
	}
	return out, nil
}

// Prepared is the act that a review prepared.
func (d *desk) Prepared(ctx context.Context, v web.Viewer, name string) (*web.File, error) {
	who, err := d.who(ctx, v)
	if err != nil {
		return nil, err
	}
	act, err := d.n.Prepared(who, name)
	if err != nil {
		return nil, err
	}
	return &web.File{Name: "act.json", Media: "application/json", Data: act.Encode()}, nil
}

// signed adds what the person signed elsewhere to the request.
func (d *desk) signed(ctx context.Context, who node.Who, a web.Draft, req *node.StepRequest) (err error) {
	if a.Prepared == "" {
		return nil
	}
	req.Prepared = a.Prepared
	if a.Signature != "" {
		req.Personal = &seal.Personal{}
		if err := json.Unmarshal([]byte(a.Signature), req.Personal); err != nil {
			return fault.New(fault.PersonalInvalid, "this is no signature").Mend("paste what entente key sign wrote, whole").Wrap(err)
		}
		return nil
	}
	answer, err := answerOf(a.Passkey)
	if err != nil {
		return err
	}
	req.Personal, err = d.n.SignsByPasskey(ctx, who, a.Prepared, answer)
	return err
}

// onlyGiven leaves out what the step could carry and this act does not.
func onlyGiven(flows []casework.Outflow, s *agreement.Step, given []agreement.FieldID) []casework.Outflow {
	var out []casework.Outflow
	for _, f := range flows {
		f.Fields = slices.DeleteFunc(slices.Clone(f.Fields), func(id agreement.FieldID) bool { return carries(s, id) && !slices.Contains(given, id) })
		if len(f.Fields) > 0 {
			out = append(out, f)
		}
	}
	return out
}

// mendable takes a refusal that other inputs could avoid as a problem of the form, and gives back any other.
func (x *teller) mendable(out *web.Review, err error) error {
	var e *fault.Error
	if !errors.As(err, &e) {
		return err
	}
	switch e.Code {
	case fault.FieldMissing, fault.FieldUnknown, fault.FieldInvalid, fault.GroundUnknown, fault.ReasonsMissing, fault.ConditionUnmet, fault.SideUnbound:
		out.Problems = append(out.Problems, web.Problem{Fault: e})
		return nil
	}
	return err
}

// problems are all that is wrong with the inputs, each by its field.
func (x *teller) problems(f *web.StepForm, a web.Draft) []web.Problem {
	var out []web.Problem
	cited := string(f.Step.Article)
	for _, in := range f.Inputs {
		v, given := a.Values[in.Field.ID]
		label := x.m.LabelOf(in.Field, x.code)
		switch {
		case !given && in.Required && in.Field.ID == agreement.FieldReasons:
			out = append(out, web.Problem{Field: in.Field.ID, Fault: fault.Refuse(fault.ReasonsMissing, cited, "%s", x.say("problem.reasons")).Mend("%s", x.say("problem.reasons.do")).In(x.code)})
		case !given && in.Required:
			out = append(out, web.Problem{Field: in.Field.ID, Fault: fault.Refuse(fault.FieldMissing, cited, "%s", x.say("problem.missing", "label", label)).Mend("%s", x.say("problem.fill")).In(x.code)})
		case given:
			if e := x.checked(in, v, cited); e != nil {
				out = append(out, web.Problem{Field: in.Field.ID, Fault: e})
			}
		}
	}
	if len(f.Step.Grounds) > 0 && !slices.Contains(f.Step.Grounds, a.Ground) {
		out = append(out, web.Problem{Fault: fault.Refuse(fault.GroundUnknown, cited, "%s", x.say("problem.ground")).Mend("%s", x.either(x.words(f.Step))).In(x.code)})
	}
	return out
}

// words are the grounds of a step as people read them.
func (x *teller) words(s *agreement.Step) []string {
	var out []string
	for _, g := range s.Grounds {
		out = append(out, s.Word(g))
	}
	return out
}

// checked holds one value against its field, and an assessment against the answers that block the step.
func (x *teller) checked(in web.Input, v any, cited string) *fault.Error {
	if err := x.m.CheckValue(in.Field, v); err != nil {
		var e *fault.Error
		if !errors.As(err, &e) {
			return fault.Refuse(fault.FieldInvalid, cited, "%s", err.Error())
		}
		return &fault.Error{Code: e.Code, Article: cited, Message: x.plain(in.Field, e.Message), Remedy: e.Remedy, Lang: e.Lang}
	}
	answers, ok := v.(map[string]any)
	if in.Assessment == nil || !ok {
		return nil
	}
	for _, q := range in.Assessment.Questions {
		if s, _ := answers[q.ID].(string); slices.Contains(q.Blocks, s) {
			return fault.Refuse(fault.ConditionUnmet, string(in.Assessment.Article), "%s", x.say("problem.blocks", "answer", q.Word(s), "question", q.Text)).Mend("%s", x.say("problem.blocks.do")).In(x.code)
		}
	}
	return nil
}

// plain puts the label in the place of the identifier with which the language's check begins its message. It
// stays English, as the rest of that message is: the page says the kind of it in the reader's language above.
func (x *teller) plain(f *agreement.Field, message string) string {
	rest, ok := strings.CutPrefix(message, "the field "+string(f.ID))
	if !ok {
		return message
	}
	label := x.m.LabelOf(f, "en")
	path, what, _ := strings.Cut(rest, " ")
	r := x.m.Record(f.Record)
	for part := range strings.SplitSeq(strings.TrimPrefix(path, "."), ".") {
		if r == nil || part == "" {
			break
		}
		p := r.Field(agreement.FieldID(part))
		if p == nil {
			break
		}
		label, r = x.m.LabelOf(p, "en"), x.m.Record(p.Record)
	}
	return "“" + label + "” " + what
}

// witnesses are the parties of the case that get commitments alone.
func (x *teller) witnesses(flows []web.Outflow) []web.PartyRef {
	var out []web.PartyRef
	for _, p := range x.c.Parties() {
		if p != x.party && !slices.ContainsFunc(flows, func(o web.Outflow) bool { return o.To.Party.ID == p }) {
			out = append(out, partyRef(x.m, p))
		}
	}
	return out
}

// Act signs and sends. The nonce of the form makes it one act, however often it is sent.
func (d *desk) Act(ctx context.Context, v web.Viewer, a web.Draft) (*web.Done, error) {
	who, err := d.who(ctx, v)
	if err != nil {
		return nil, err
	}
	if a.Nonce == "" {
		return nil, fault.New(fault.Invalid, "this form has no name of its own").Mend("open the step again from the case")
	}
	req := request(a)
	if err := d.signed(ctx, who, a, &req); err != nil {
		return nil, err
	}
	res, err := d.n.Step(ctx, who, req)
	if err != nil {
		return nil, err
	}
	return &web.Done{Case: res.Case, Number: res.Number, Queued: res.Queued}, nil
}
