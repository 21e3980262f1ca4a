package web

import (
	"net/http"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

func (s *server) checkList(w http.ResponseWriter, r *http.Request, p *page) error {
	list, err := s.Registers.Queries(r.Context(), p.viewer)
	if err != nil {
		return err
	}
	return s.send(w, r, http.StatusOK, checkPage(p, list))
}

// query finds the question of the address among those that the viewer may ask.
func (s *server) query(r *http.Request, p *page) (*QueryView, error) {
	list, err := s.Registers.Queries(r.Context(), p.viewer)
	if err != nil {
		return nil, err
	}
	for i := range list {
		q := &list[i]
		if string(q.Agreement) == r.PathValue("agreement") && string(q.Register) == r.PathValue("register") && string(q.Query) == r.PathValue("query") {
			return q, nil
		}
	}
	return nil, p.refused(fault.Forbidden, "question")
}

func (s *server) checkForm(w http.ResponseWriter, r *http.Request, p *page) error {
	q, err := s.query(r, p)
	if err != nil {
		return err
	}
	f := newFilled()
	return s.send(w, r, http.StatusOK, queryPage(p, q, &f, nil, nil))
}

func (s *server) checkAsk(w http.ResponseWriter, r *http.Request, p *page) error {
	q, err := s.query(r, p)
	if err != nil {
		return err
	}
	in := &inputs{raw: r.PostForm, zone: p.zone, lang: p.Language, faults: map[string]string{}, kept: map[string]any{}}
	ask := Question{
		Agreement: q.Agreement, Register: q.Register, Query: q.Query, Match: in.parse(q.On),
		Purpose: agreement.PurposeID(r.PostForm.Get("purpose")), Holder: partyID(r.PostForm.Get("holder")),
	}
	for _, i := range q.On {
		at := "f." + string(i.Field.ID)
		if _, given := ask.Match[i.Field.ID]; !given && i.Required && in.faults[at] == "" {
			in.fail(at, "input.missing")
		}
	}
	if ask.Purpose == "" {
		in.fail("purpose", "input.purpose")
	}
	f := filled{raw: r.PostForm, faults: in.faults, kept: in.kept}
	if len(f.faults) > 0 {
		return s.send(w, r, http.StatusUnprocessableEntity, queryPage(p, q, &f, p.listed(&f, q.On, q.Agreement, nil), nil))
	}
	res, err := s.Registers.Check(r.Context(), p.viewer, ask)
	if e, ok := isFieldFault(err); ok {
		list := p.listed(&f, q.On, q.Agreement, []Problem{{Fault: e}})
		return s.send(w, r, status(err), queryPage(p, q, &f, list, nil))
	} else if err != nil {
		return err
	}
	return s.send(w, r, http.StatusOK, queryPage(p, q, &f, nil, res))
}
