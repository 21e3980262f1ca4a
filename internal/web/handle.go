package web

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
)

// The pages that show. What a person does is in handle_step.go and handle_check.go.

func (s *server) today(w http.ResponseWriter, r *http.Request, p *page) error {
	if p.viewer.Admin { // nothing waits for who has no part in the cases but the node itself
		http.Redirect(w, r, "/settings/health", http.StatusSeeOther)
		return nil
	}
	v, err := s.Casebook.Today(r.Context(), p.viewer)
	if err != nil {
		return err
	}
	return s.send(w, r, http.StatusOK, todayPage(p, v))
}

func (s *server) cases(w http.ResponseWriter, r *http.Request, p *page) error {
	v, err := s.Casebook.Cases(r.Context(), p.viewer, CaseQuery{Waiting: r.URL.Query().Get("show") == "waiting", Cursor: r.URL.Query().Get("from")})
	if err != nil {
		return err
	}
	return s.send(w, r, http.StatusOK, casesPage(p, v))
}

func (s *server) oneCase(w http.ResponseWriter, r *http.Request, p *page) error {
	v, err := s.Casebook.Case(r.Context(), p.viewer, casework.CaseID(r.PathValue("case")))
	if err != nil {
		return err
	}
	b, err := s.beside(r, p, v.Case.ID)
	if err != nil {
		return err
	}
	return s.send(w, r, http.StatusOK, casePage(p.at(v.Zone), v, offeredForms(v), b))
}

// offeredForms makes the forms of a case; each keeps its element names apart from the others'.
func offeredForms(v *CaseView) []*stepState {
	forms := make([]*stepState, 0, len(v.Offers))
	for i := range v.Offers {
		forms = append(forms, newStepState(v.Offers[i], "s"+strconv.Itoa(i)+"."))
	}
	return forms
}

func (s *server) agreements(w http.ResponseWriter, r *http.Request, p *page) error {
	list, err := s.Library.Agreements(r.Context(), p.viewer)
	if err != nil {
		return err
	}
	return s.send(w, r, http.StatusOK, agreementsPage(p, list))
}

func (s *server) oneAgreement(w http.ResponseWriter, r *http.Request, p *page) error {
	v, err := s.Library.Agreement(r.Context(), p.viewer, agreementOf(r))
	if err != nil {
		return err
	}
	return s.send(w, r, http.StatusOK, agreementPage(p.at(v.Zone), v))
}

func (s *server) publicPage(r *http.Request) (*page, error) {
	p := &page{
		Language: s.cat.choose(r), languages: s.cat.list, path: r.URL.RequestURI(), public: true, offers: s.offers,
		styles: s.assets.styles, icon: s.assets.icon, scripts: s.assets.scripts,
	}
	frame, err := s.Frame.Frame(r.Context(), Viewer{})
	p.now, p.zone = frame.Now, frame.Zone
	p.frame = FrameView{Node: frame.Node, World: frame.World, Now: frame.Now, Foreign: frame.Foreign}
	if p.zone == nil {
		p.zone = p.now.UTC().Location()
	}
	p.guide = s.guideOf(r)
	return p, err
}

func (s *server) ledgers(w http.ResponseWriter, r *http.Request, p *page) error {
	list, err := s.Library.Agreements(r.Context(), p.viewer)
	if err != nil {
		return err
	}
	if len(list) == 1 {
		http.Redirect(w, r, ledgerPath(list[0].ID), http.StatusSeeOther)
		return nil
	}
	return s.send(w, r, http.StatusOK, ledgersPage(p, list))
}

func (s *server) ledger(w http.ResponseWriter, r *http.Request, p *page) error {
	v, err := s.Ledgers.Ledger(r.Context(), p.viewer, agreementOf(r))
	if err != nil {
		return err
	}
	return s.send(w, r, http.StatusOK, ledgerPage(p.at(v.Zone), v))
}

func (s *server) proof(w http.ResponseWriter, r *http.Request, p *page) error {
	entry := strings.NewReplacer(",", "", " ", "", "\u00a0", "", "\u202f", "", ".", "").Replace(r.URL.Query().Get("entry"))
	n, err := strconv.ParseUint(entry, 10, 64)
	if err != nil {
		return p.refused(fault.Invalid, "entry", "got", r.URL.Query().Get("entry"))
	}
	f, err := s.Ledgers.Proof(r.Context(), p.viewer, agreementOf(r), n)
	if err != nil {
		return err
	}
	return download(w, f)
}

func (s *server) actProof(w http.ResponseWriter, r *http.Request, p *page) error {
	n, err := strconv.ParseUint(r.PathValue("number"), 10, 64)
	if err != nil {
		return p.refused(fault.Invalid, "act", "got", r.PathValue("number"))
	}
	f, err := s.Ledgers.ActProof(r.Context(), p.viewer, casework.CaseID(r.PathValue("case")), n)
	if err != nil {
		return err
	}
	return download(w, f)
}

func attachment(h http.Header, name, media string) {
	h.Set("Content-Type", media)
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	h.Set("Cache-Control", "no-store")
}

func download(w http.ResponseWriter, f *File) error {
	attachment(w.Header(), f.Name, f.Media)
	w.Header().Set("Content-Length", strconv.Itoa(len(f.Data)))
	_, _ = w.Write(f.Data) // the reader has gone: nobody is left to tell
	return nil
}

func (s *server) audit(w http.ResponseWriter, r *http.Request, p *page) error {
	v, err := s.Auditor.Audit(r.Context(), p.viewer, agreementOf(r))
	if err != nil {
		return err
	}
	return s.send(w, r, http.StatusOK, auditPage(p.at(v.Zone), v))
}

func (s *server) auditRun(w http.ResponseWriter, r *http.Request, p *page) error {
	var others []Upload
	if r.MultipartForm != nil {
		for _, h := range files(r.MultipartForm.File)["bundle"] {
			others = append(others, Upload{Name: h.Filename, Open: func() (io.ReadCloser, error) { return h.Open() }})
		}
	}
	if err := s.Auditor.Run(r.Context(), p.viewer, agreementOf(r), others); err != nil {
		return err
	}
	http.Redirect(w, r, ledgerPath(agreementOf(r))+"/audit", http.StatusSeeOther)
	return nil
}

// evidence streams the bundle. What fails before the first byte is a page; what fails after it breaks
// the line, so that half a bundle never looks like a whole one.
func (s *server) evidence(w http.ResponseWriter, r *http.Request, p *page) error {
	id := agreementOf(r)
	out := &lateWriter{w: w, head: func(h http.Header) {
		attachment(h, "evidence-"+safeName(string(id))+"-"+p.now.UTC().Format("20060102T150405Z")+".jsonl", "application/jsonl")
	}}
	err := s.Auditor.Evidence(r.Context(), p.viewer, id, out)
	if err != nil && out.begun {
		panic(http.ErrAbortHandler)
	}
	return err
}

func safeName(s string) string {
	for _, c := range s {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			sum := sha256.Sum256([]byte(s))
			return hex.EncodeToString(sum[:8])
		}
	}
	return s
}

// lateWriter sets the headers with the first byte.
type lateWriter struct {
	w     http.ResponseWriter
	head  func(http.Header)
	begun bool
}

func (l *lateWriter) Write(b []byte) (int, error) {
	if !l.begun {
		l.begun = true
		l.head(l.w.Header())
	}
	return l.w.Write(b)
}

func (s *server) loginForm(w http.ResponseWriter, r *http.Request, p *page) error {
	to := back(r.URL.Query().Get("back"))
	if token := r.URL.Query().Get("token"); token != "" {
		if err := s.Sessions.Login(w, r, token); err != nil {
			return err
		}
		http.Redirect(w, r, to, http.StatusSeeOther)
		return nil
	}
	people, err := s.Sessions.Personas(r.Context())
	if err != nil {
		return err
	}
	ways, err := s.ways(r, p)
	if err != nil {
		return err
	}
	return s.send(w, r, http.StatusOK, loginPage(p, people, ways, to))
}

func (s *server) login(w http.ResponseWriter, r *http.Request, p *page) error {
	err := s.Sessions.Login(w, r, r.PostForm.Get("token"))
	if err != nil {
		return err
	}
	http.Redirect(w, r, back(r.PostForm.Get("back")), http.StatusSeeOther)
	return nil
}

func (s *server) logout(w http.ResponseWriter, r *http.Request, p *page) error {
	s.Sessions.Logout(w, r)
	http.Redirect(w, r, "/login", http.StatusSeeOther)
	return nil
}

func (s *server) tour(w http.ResponseWriter, r *http.Request, p *page) error {
	v, err := s.Tour.Tour(r.Context())
	if err != nil {
		return err
	}
	for i := range v.Guides {
		v.Guides[i].Stops = s.there(v.Guides[i].Stops)
	}
	return s.send(w, r, http.StatusOK, tourPage(p, v))
}

// isFieldFault says whether an error is one that the person can mend in the form.
func isFieldFault(err error) (*fault.Error, bool) {
	var e *fault.Error
	return e, errors.As(err, &e)
}

func partyID(s string) agreement.PartyID { return agreement.PartyID(s) }
