package web

import (
	"context"
	"errors"
	"io"
	"net/http"
	"slices"
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
)

// desk is a node in memory: it answers from the gallery's views and keeps what it was asked to do.
type desk struct {
	acts      []Draft
	questions []Question
	runs      int
	preview   func(Draft) (*Review, error)
	refuse    error
}

func (d *desk) Who(r *http.Request) (Viewer, bool) {
	k, err := r.Cookie("entente-test")
	if err != nil {
		return Viewer{}, false
	}
	v := specimenJudge()
	v.Session = k.Value
	v.Audits = k.Value != "officer"
	return v, true
}

func (d *desk) Login(w http.ResponseWriter, _ *http.Request, token string) error {
	if token != "t1" && token != "t2" {
		return fault.New(fault.Unauthorised, "this login link is not valid").Mend("ask for another")
	}
	http.SetCookie(w, &http.Cookie{Name: "entente-test", Value: token, Path: "/", HttpOnly: true})
	return nil
}

func (d *desk) Logout(w http.ResponseWriter, _ *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "entente-test", Path: "/", MaxAge: -1})
}

func (d *desk) Personas(context.Context) ([]Persona, error)          { return specimenPersonas(), nil }
func (d *desk) Frame(context.Context, Viewer) (FrameView, error)     { return specimenFrame(), nil }
func (d *desk) Today(context.Context, Viewer) (*TodayView, error)    { return specimenToday(), nil }
func (d *desk) Tour(context.Context) (*TourView, error)              { return specimenTour(), nil }
func (d *desk) Queries(context.Context, Viewer) ([]QueryView, error) { return specimenQueries(), nil }

func (d *desk) Cases(context.Context, Viewer, CaseQuery) (*CaseList, error) {
	return specimenCases(), nil
}

func (d *desk) Case(_ context.Context, _ Viewer, id casework.CaseID) (*CaseView, error) {
	if id != caseA.ID {
		return nil, fault.New(fault.NotFound, "there is no such case").Mend("look for it under Cases")
	}
	return specimenCase(), nil
}

func (d *desk) Form(_ context.Context, _ Viewer, dr Draft) (*StepForm, error) {
	if d.refuse != nil {
		return nil, d.refuse
	}
	switch dr.Step {
	case "everything":
		f := specimenForm()
		f.Step.ID = "everything"
		f.Values = nil
		return &f, nil
	case "request", "report":
		f := specimenForm()
		f.Case, f.Step, f.Procedure = CaseRef{}, &agreement.Step{ID: dr.Step}, dr.Procedure
		f.Inputs, f.Values = f.Inputs[:2], nil
		return &f, nil
	}
	for _, f := range specimenCase().Offers {
		if f.Step.ID == dr.Step {
			return &f, nil
		}
	}
	return nil, fault.Refuse(fault.WrongRole, "7", "a judge may not take the step %q", dr.Step).Mend("let a prosecutor take it")
}

func (d *desk) Preview(ctx context.Context, v Viewer, dr Draft) (*Review, error) {
	if d.preview != nil {
		return d.preview(dr)
	}
	f, err := d.Form(ctx, v, dr)
	if err != nil {
		return nil, err
	}
	r := specimenReview()
	r.Form, r.Values = *f, nil
	for _, i := range f.Inputs {
		if v, ok := dr.Values[i.Field.ID]; ok {
			r.Values = append(r.Values, Value{Field: i.Field, Value: v, Sight: Sight{Sees: SeesGave}})
		}
	}
	if dr.Values["reasons"] == nil && slices.ContainsFunc(f.Inputs, func(i Input) bool { return i.Field.ID == "reasons" }) {
		r.Problems = append(r.Problems, Problem{Field: "reasons", Fault: fault.Refuse(fault.ReasonsMissing, "7", "the step is reasoned").Mend("say why")})
	}
	return r, nil
}

func (d *desk) Act(_ context.Context, _ Viewer, dr Draft) (*Done, error) {
	if i := slices.IndexFunc(d.acts, func(x Draft) bool { return x.Nonce == dr.Nonce }); i < 0 {
		d.acts = append(d.acts, dr)
	}
	return &Done{Case: caseA.ID, Number: 4}, nil
}

func (d *desk) Check(_ context.Context, _ Viewer, q Question) (*CheckResult, error) {
	d.questions = append(d.questions, q)
	if d.refuse != nil {
		return nil, d.refuse
	}
	return specimenHit(), nil
}

func (d *desk) Agreements(context.Context, Viewer) ([]AgreementRow, error) {
	return []AgreementRow{specimenAgreement().AgreementRow, specimenProposed().AgreementRow}, nil
}

func (d *desk) Agreement(_ context.Context, _ Viewer, id agreement.ID) (*AgreementView, error) {
	if id != "northgate" {
		return nil, fault.New(fault.NotFound, "there is no agreement %q here", id).Mend("look under Agreements")
	}
	return specimenAgreement(), nil
}

func (d *desk) Ledger(context.Context, Viewer, agreement.ID) (*LedgerView, error) {
	return specimenLedger(), nil
}

func (d *desk) Proof(_ context.Context, _ Viewer, _ agreement.ID, n uint64) (*File, error) {
	return &File{Name: "proof.json", Media: "application/json", Data: []byte(`{"index":` + number(n) + `}`)}, nil
}

func (d *desk) ActProof(_ context.Context, _ Viewer, _ casework.CaseID, n uint64) (*File, error) {
	return &File{Name: "act \"" + number(n) + "\".json", Media: "application/json", Data: []byte("{}")}, nil
}

func (d *desk) Audit(context.Context, Viewer, agreement.ID) (*AuditView, error) {
	return specimenAudit(), nil
}

func (d *desk) Run(context.Context, Viewer, agreement.ID, []Upload) error {
	d.runs++
	return nil
}

func (d *desk) Evidence(_ context.Context, _ Viewer, _ agreement.ID, w io.Writer) error {
	if d.refuse != nil {
		return d.refuse
	}
	if _, err := io.WriteString(w, "{\"kind\":\"header\"}\n"); err != nil {
		return err
	}
	if d.runs < 0 {
		return errors.New("the disk went away")
	}
	return nil
}

func newDesk(t *testing.T) (*desk, http.Handler) {
	t.Helper()
	d := &desk{}
	h, err := New(Services{
		Sessions: d, Frame: d, Casebook: d, Steps: d, Registers: d, Library: d, Ledgers: d, Auditor: d, Tour: d,
	}, Options{Name: "test", Development: true})
	if err != nil {
		t.Fatal(err)
	}
	return d, h
}

func (d *desk) Prepared(context.Context, Viewer, string) (*File, error) {
	return &File{Name: "act.json", Media: "application/json", Data: []byte("{}")}, nil
}
