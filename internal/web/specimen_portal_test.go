package web

import (
	"bytes"
	"context"
	"net/http"
	"slices"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
)

// office is a node in memory that takes filings: one mailbox, opened by one code.
type office struct {
	filed, added []Draft
	box          *MailboxView
	notes        []Note
	given        int
	drawn        int
}

func (o *office) Doors(_ context.Context, id agreement.ID) ([]Door, error) {
	o.drawn++
	if id != "northgate" {
		return nil, nil
	}
	return specimenDoors(), nil
}

func (o *office) find(code string) error {
	if o.box == nil || code != o.box.Code {
		return fault.New(fault.NotFound, "this code opens nothing").Mend("type it as it stands on your paper")
	}
	return nil
}

func (o *office) FilingForm(_ context.Context, code string, d Draft) (*StepForm, error) {
	if code != "" {
		if err := o.find(code); err != nil {
			return nil, err
		}
	}
	if !slices.Contains([]agreement.StepID{"file", "second-look"}, d.Step) {
		return nil, fault.New(fault.NoSuchStep, "there is no step %q for anyone", d.Step).Mend("begin from the list")
	}
	f := specimenFilingForm(d.Procedure == "disclosure")
	f.Step = &agreement.Step{ID: d.Step, Article: "8"}
	f.Procedure, f.Agreement = d.Procedure, d.Agreement
	return &f, nil
}

func (o *office) FilingPreview(ctx context.Context, code string, d Draft) (*Review, error) {
	f, err := o.FilingForm(ctx, code, d)
	if err != nil {
		return nil, err
	}
	r := &Review{Form: *f, Outflows: f.Outflows, Clocks: []ClockView{specimenAnswerClock()}}
	if d.Values["asks"] == nil {
		r.Problems = specimenFilingProblems()
	}
	for _, i := range f.Inputs {
		if v, ok := d.Values[i.Field.ID]; ok {
			r.Values = append(r.Values, Value{Field: i.Field, Value: v, Sight: Sight{Sees: SeesGave}})
		}
	}
	return r, nil
}

func (o *office) File(_ context.Context, d Draft) (*Filed, error) {
	if !slices.ContainsFunc(o.filed, func(x Draft) bool { return x.Nonce == d.Nonce }) {
		o.filed = append(o.filed, d)
		o.box = specimenMailbox()
	}
	return &Filed{Code: o.box.Code, Reference: o.box.Reference, At: o.box.Filed, Case: caseA.ID}, nil
}

func (o *office) Add(_ context.Context, code string, d Draft) (*Done, error) {
	if err := o.find(code); err != nil {
		return nil, err
	}
	o.added = append(o.added, d)
	return &Done{Case: caseA.ID, Number: 3}, nil
}

func (o *office) TypedBack(_ context.Context, code string) error {
	o.box.Confirmed = true
	return o.find(code)
}

func (o *office) Mailbox(_ context.Context, code string) (*MailboxView, error) {
	if err := o.find(code); err != nil {
		return nil, err
	}
	return o.box, nil
}

func (o *office) FilingProof(_ context.Context, code string) (*File, error) {
	return &File{Name: "proof.json", Media: "application/json", Data: []byte(`{"proof":"of filing"}`)}, o.find(code)
}

func (o *office) FilingContent(_ context.Context, code string) (*File, error) {
	return &File{Name: "what-was-filed.json", Media: "application/json", Data: []byte(`{"content":"of filing"}`)}, o.find(code)
}

func (o *office) Write(_ context.Context, code, text string) error {
	o.box.Messages = append(o.box.Messages, Message{At: specimenNow, Text: text})
	return o.find(code)
}

func (o *office) Verify(_ context.Context, file []byte) (*VerifyView, error) {
	switch {
	case bytes.Contains(file, []byte("proof")):
		return specimenVerified().View, nil
	case bytes.Contains(file, []byte("forged")):
		return specimenFalse().View, nil
	}
	return nil, fault.New(fault.Invalid, "this is no proof and no text that Entente knows").Mend("give the file as it was saved")
}

func (o *office) Decisions(_ context.Context, id agreement.ID, from string) (*DecisionList, error) {
	if id != "northgate" {
		return nil, fault.New(fault.NotFound, "there is no agreement %q here", id).Mend("look under all agreements")
	}
	v := specimenDecisions()
	if from != "" {
		v.Rows, v.Next = v.Rows[1:], ""
	}
	return v, nil
}

func (o *office) Beside(context.Context, Viewer, casework.CaseID) (*BesideView, error) {
	v := specimenBeside()
	v.Notes = append(v.Notes, o.notes...)
	if o.given > 0 {
		v.Given = specimenNow
	} else {
		v.Given = time.Time{}
	}
	return v, nil
}

func (o *office) Note(_ context.Context, v Viewer, _ casework.CaseID, text string) error {
	o.notes = append(o.notes, Note{At: specimenNow, By: v.Name, Text: text})
	return nil
}

func (o *office) Reply(_ context.Context, _ Viewer, _ casework.CaseID, text string) error {
	if o.box == nil {
		return fault.New(fault.NotFound, "nobody can read it").Mend("give the person a code first")
	}
	o.box.Messages = append(o.box.Messages, Message{At: specimenNow, Office: "Filing officer", Text: text})
	return nil
}

func (o *office) GiveCode(context.Context, Viewer, casework.CaseID) (*Slip, error) {
	o.given++
	return specimenSlip(), nil
}

func newOffice(t testing.TB) (*office, http.Handler) {
	t.Helper()
	d, o := &desk{}, &office{}
	h, err := New(Services{
		Sessions: d, Frame: d, Casebook: d, Steps: d, Registers: d, Library: d, Ledgers: d, Auditor: d, Tour: d, Figures: counted{},
		Filings: o, Verifier: o, Decisions: o, Counter: o,
	}, Options{Name: "test", Development: true})
	if err != nil {
		t.Fatal(err)
	}
	return o, h
}

// counted publishes one release.
type counted struct{}

func (counted) Figures(context.Context, Viewer, agreement.ID) (*FiguresView, error) {
	return specimenFigures(), nil
}

func (counted) Release(context.Context, agreement.ID, int) (*FiguresView, error) {
	return specimenFigures(), nil
}

func (counted) ReleaseFile(_ context.Context, _ agreement.ID, number int, form string) (*File, error) {
	return &File{Name: form, Media: "text/plain", Data: []byte{byte(number)}}, nil
}
