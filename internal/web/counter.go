package web

import (
	"net/http"
	"strings"
	"time"

	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
)

func (s *server) counterRoutes(mux *http.ServeMux) {
	if s.Counter == nil {
		return
	}
	mux.HandleFunc("POST /cases/{case}/notes", s.desk(s.counterNote))
	mux.HandleFunc("POST /cases/{case}/messages", s.desk(s.counterReply))
	mux.HandleFunc("GET /cases/{case}/code", s.desk(s.counterAsk))
	mux.HandleFunc("POST /cases/{case}/code", s.desk(s.counterCode))
}

func caseOf(r *http.Request) casework.CaseID { return casework.CaseID(r.PathValue("case")) }

// beside gives what stands beside a case, where this node keeps any.
func (s *server) beside(r *http.Request, p *page, id casework.CaseID) (*BesideView, error) {
	if s.Counter == nil {
		return nil, nil
	}
	return s.Counter.Beside(r.Context(), p.viewer, id)
}

func counterText(r *http.Request, p *page) (string, error) {
	text := strings.TrimSpace(strings.ReplaceAll(r.PostForm.Get("text"), "\r\n", "\n"))
	switch {
	case text == "":
		return "", fault.New(fault.FieldMissing, "%s", p.T("mailbox.write.empty")).Mend("%s", p.T("mailbox.write.empty.mend")).In(p.Code)
	case len(text) > maxMessage:
		return "", fault.New(fault.TooLarge, "%s", p.T("mailbox.write.long", "limit", maxMessage)).Mend("%s", p.T("mailbox.write.long.mend")).In(p.Code)
	}
	return text, nil
}

func (s *server) counterNote(w http.ResponseWriter, r *http.Request, p *page) error {
	text, err := counterText(r, p)
	if err == nil {
		err = s.Counter.Note(r.Context(), p.viewer, caseOf(r), text)
	}
	if err != nil {
		return err
	}
	http.Redirect(w, r, casePath(caseOf(r))+"?said=noted#beside", http.StatusSeeOther)
	return nil
}

func (s *server) counterReply(w http.ResponseWriter, r *http.Request, p *page) error {
	text, err := counterText(r, p)
	if err == nil {
		err = s.Counter.Reply(r.Context(), p.viewer, caseOf(r), text)
	}
	if err != nil {
		return err
	}
	http.Redirect(w, r, casePath(caseOf(r))+"?said=replied#words", http.StatusSeeOther)
	return nil
}

// counterAsk stands before the code, which is shown once.
func (s *server) counterAsk(w http.ResponseWriter, r *http.Request, p *page) error {
	v, err := s.Casebook.Case(r.Context(), p.viewer, caseOf(r))
	if err != nil {
		return err
	}
	b, err := s.beside(r, p, v.Case.ID)
	if err != nil {
		return err
	}
	if b == nil || !b.Code {
		return fault.New(fault.Forbidden, "%s", p.T("counter.code.none")).Mend("%s", p.T("counter.code.none.mend")).In(p.Code)
	}
	return s.send(w, r, http.StatusOK, codePage(p.at(v.Zone), v, b))
}

func (s *server) counterCode(w http.ResponseWriter, r *http.Request, p *page) error {
	if l := s.cat.find(r.PostForm.Get("language")); l != nil { // the slip is the person's: it speaks their language
		p.Language = l
		r = told(r, l)
	}
	slip, err := s.Counter.GiveCode(r.Context(), p.viewer, caseOf(r))
	if err != nil {
		return err
	}
	w.Header().Set("Cache-Control", "no-store")
	return s.send(w, r, http.StatusOK, slipPage(p.at(slip.Zone), slip))
}

// given says when a code was given, where one was.
func (p *page) codeGiven(at time.Time) string {
	if at.IsZero() {
		return p.T("counter.code.never")
	}
	return p.T("counter.code.given", "at", p.instant(at))
}
