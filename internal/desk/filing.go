package desk

import (
	"context"
	"maps"
	"slices"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/web"
)

// mostTells is how many of the clocks that follow a filing are named at its door.
const mostTells = 3

// Doors lists what anyone may bring here.
func (d *desk) Doors(ctx context.Context, id agreement.ID) ([]web.Door, error) {
	m, err := d.model(id)
	if err != nil {
		return nil, err
	}
	doors, err := d.n.Doors(id)
	if err != nil {
		return nil, err
	}
	t := speak(ctx)
	var out []web.Door
	for _, o := range doors {
		x := d.tell(t, blank(m, o.Procedure, map[agreement.SideID]agreement.PartyID{o.Side: d.n.Party()}, d.n.Now()), nil)
		read := x.m // in the reader's words
		door := web.Door{Opening: opening(m, read, o.Opening, o.Role), Tells: x.tells(o.Step)}
		door.Title = titled(x.p.Title, x.p.ID)
		if c := read.Clause(o.Procedure.Article); c != nil && len(c.Prose) > 0 {
			if s := sentences(c.Prose[0]); len(s) > 0 {
				door.What = s[0]
			}
		}
		if slices.ContainsFunc(out, func(other web.Door) bool { return other.What == door.What }) { // the article is about that one first
			door.What = quoted(m, read, o.Procedure.Article, titled(o.Procedure.Title, o.Procedure.ID), titled(o.Step.Title, o.Step.ID)).Quote
		}
		for _, in := range casework.Form(m, o.Procedure, o.Step) {
			if to := d.n.SealKeys(m.ID, in.Field.SealedTo); len(to) > 0 {
				door.Sealed = roleTitle(read, in.Field.SealedTo)
			}
		}
		out = append(out, door)
	}
	return out, nil
}

// tells says which clocks run once a case was brought: those that its first state starts, then those of the states to which
// their silence leads.
func (x *teller) tells(s *agreement.Step) []string {
	var out []string
	seen := map[agreement.StateID]bool{}
	for at := s.To; at != "" && !seen[at] && len(out) < mostTells; {
		seen[at] = true
		next := agreement.StateID("")
		for i := range x.p.Clocks {
			cl := &x.p.Clocks[i]
			if !slices.Contains(cl.Starts, at) || cl.CountsFrom != "" {
				continue
			}
			if says := x.say("kept.says", "clock", clockTitle(cl), "within", cl.Within.InWords(x.code)); len(out) < mostTells && !slices.Contains(out, says) {
				out = append(out, says)
			}
			if next == "" {
				next = cl.To
			}
		}
		at = next
	}
	return out
}

// atDoor is the form of an opening step as whoever files sees it.
func (d *desk) atDoor(ctx context.Context, a web.Draft) (*teller, *web.StepForm, error) {
	m, err := d.model(a.Agreement)
	if err != nil {
		return nil, nil, err
	}
	doors, err := d.n.Doors(a.Agreement)
	if err != nil {
		return nil, nil, err
	}
	for _, o := range doors {
		if o.Procedure.ID != a.Procedure || o.Step.ID != a.Step {
			continue
		}
		sides := maps.Clone(a.Sides)
		if sides == nil {
			sides = map[agreement.SideID]agreement.PartyID{}
		}
		sides[o.Side] = d.n.Party()
		x := d.tell(speak(ctx), blank(m, o.Procedure, sides, d.n.Now()), nil)
		x.held = []agreement.RoleID{o.Role}
		form := x.openForm(o.Opening, o.Role)
		d.seal(x.m, form.Inputs)
		return x, &form, nil
	}
	return nil, nil, fault.New(fault.NotFound, "nothing of this name may be brought here by anyone").Mend("see what the public pages of this node take")
}

// seal says to whom the browser seals what only one office may read.
func (d *desk) seal(m *agreement.Model, list []web.Input) {
	for i := range list {
		if to := d.n.SealKeys(m.ID, list[i].Field.SealedTo); len(to) > 0 {
			list[i].SealTo, list[i].SealRole = to[0], roleTitle(m, list[i].Field.SealedTo)
		}
		d.seal(m, list[i].Parts)
	}
}

// inMailbox is the form of a later step as whoever holds the code sees it.
func (d *desk) inMailbox(ctx context.Context, code string, a web.Draft) (*teller, *web.StepForm, error) {
	f, err := d.n.OpenFiling(ctx, code)
	if err != nil {
		return nil, nil, err
	}
	if f.View == nil {
		return nil, nil, fault.New(fault.PeerAway, "the case is still on its way to the node that orders it").Mend("look again later; nothing is lost")
	}
	x := d.filerTeller(ctx, f, f.View.Case)
	for _, o := range f.Offers {
		if o.Step.ID == a.Step {
			form := d.caseForm(x, &node.Outline{CaseLine: f.View.CaseLine, Case: f.View.Case, Home: f.View.Home}, o)
			d.seal(x.m, form.Inputs)
			return x, &form, nil
		}
	}
	cited := string(x.p.Article)
	if s := x.p.Step(a.Step); s != nil {
		cited = string(s.Article)
	}
	return nil, nil, fault.Refuse(fault.WrongState, cited, "this cannot be done in your case now").Mend("see in the mailbox what can")
}

// filerTeller tells a case to whoever holds its code: with the eyes of the offices that entered it.
func (d *desk) filerTeller(ctx context.Context, f *node.Filing, c *casework.Case) *teller {
	x := d.tell(speak(ctx), c, nil)
	for _, a := range f.Offices {
		if !slices.Contains(x.held, a.Role) {
			x.held = append(x.held, a.Role)
		}
	}
	return x
}

func (d *desk) filingForm(ctx context.Context, code string, a web.Draft) (*teller, *web.StepForm, error) {
	if code == "" {
		return d.atDoor(ctx, a)
	}
	return d.inMailbox(ctx, code, a)
}

// FilingForm gives the form of a step for anyone.
func (d *desk) FilingForm(ctx context.Context, code string, a web.Draft) (*web.StepForm, error) {
	_, f, err := d.filingForm(ctx, code, a)
	return f, err
}

func filingRequest(a web.Draft) node.FilingRequest {
	return node.FilingRequest{Agreement: a.Agreement, Procedure: a.Procedure, Sides: a.Sides, Step: a.Step, Values: a.Values, Ground: a.Ground, Nonce: a.Nonce}
}

// FilingPreview says what would leave and to whom, and everything that is wrong with the inputs.
func (d *desk) FilingPreview(ctx context.Context, code string, a web.Draft) (*web.Review, error) {
	x, f, err := d.filingForm(ctx, code, a)
	if err != nil {
		return nil, err
	}
	out := &web.Review{Form: *f, Becomes: f.Becomes, Clocks: x.starting(f.Step)}
	given := []agreement.FieldID{}
	for _, in := range f.Inputs {
		val, ok := a.Values[in.Field.ID]
		if !ok {
			continue
		}
		given = append(given, in.Field.ID)
		out.Values = append(out.Values, value(x.m, in.Field, val, web.Sight{Sees: web.SeesGave}))
	}
	out.Problems = x.problems(f, a)
	for _, in := range f.Inputs {
		if val, ok := a.Values[in.Field.ID]; ok && in.SealTo != "" && !agreement.IsSealed(val) {
			out.Problems = append(out.Problems, web.Problem{Field: in.Field.ID, Fault: fault.Refuse(fault.FieldInvalid, string(f.Step.Article), "%s", x.say("filing.plain", "label", x.m.LabelOf(in.Field, x.code))).
				Mend("%s", x.say("filing.plain.do", "role", in.SealRole))})
		}
	}
	if len(out.Problems) > 0 {
		return out, nil
	}
	flows, err := d.n.PreviewFiling(ctx, code, filingRequest(a))
	if err != nil {
		return out, x.mendable(out, err)
	}
	x.draft = a.Values
	out.Outflows = x.outflows(onlyGiven(flows, f.Step, given), f.Step, given)
	out.Witnesses = x.witnesses(out.Outflows)
	return out, nil
}

// File opens the case.
func (d *desk) File(ctx context.Context, a web.Draft) (*web.Filed, error) {
	f, err := d.n.File(ctx, filingRequest(a))
	if err != nil {
		return nil, err
	}
	return &web.Filed{Code: string(f.Code), Reference: reference(f.Case), At: f.At, Case: f.Case}, nil
}

// Add takes a later step.
func (d *desk) Add(ctx context.Context, code string, a web.Draft) (*web.Done, error) {
	if a.Nonce == "" {
		return nil, fault.New(fault.Invalid, "this form has no name of its own").Mend("open it again from the mailbox")
	}
	res, err := d.n.AddToFiling(ctx, code, filingRequest(a))
	if err != nil {
		return nil, err
	}
	return &web.Done{Case: res.Case, Number: res.Number, Queued: res.Queued}, nil
}

// Confirm notes that the code was typed back.
func (d *desk) TypedBack(ctx context.Context, code string) error { return d.n.ConfirmFiling(ctx, code) }

// Write puts a message to the office.
func (d *desk) Write(ctx context.Context, code, text string) error {
	return d.n.WriteToOffice(ctx, code, text)
}

// FilingProof is the proof of filing as a file.
func (d *desk) FilingProof(ctx context.Context, code string) (*web.File, error) {
	return d.filingFile(ctx, code, "proof-of-filing", d.n.FilingProof)
}

// FilingContent is what opens the proof: the person's own, with the salts.
func (d *desk) FilingContent(ctx context.Context, code string) (*web.File, error) {
	return d.filingFile(ctx, code, "what-was-filed", d.n.FilingContent)
}

func (d *desk) filingFile(ctx context.Context, code, name string, of func(context.Context, string) ([]byte, error)) (*web.File, error) {
	b, err := of(ctx, code)
	if err != nil {
		return nil, err
	}
	f, err := d.n.OpenFiling(ctx, code)
	if err != nil {
		return nil, err
	}
	return &web.File{Name: name + "-" + reference(f.Case) + ".json", Media: "application/json", Data: b}, nil
}
