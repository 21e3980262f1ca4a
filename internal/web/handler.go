package web

import (
	"crypto/rand"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// Services are what the pages need. Tour is nil outside the demonstration; without Filings, Verifier, Decisions or Counter
// their pages are not there, and nothing leads to them.
type Services struct {
	Sessions     Sessions
	Frame        Frame
	Casebook     Casebook
	Steps        Steps
	Registers    Registers
	Library      Library
	Ledgers      Ledgers
	Auditor      Auditor
	Figures      Figures
	Tour         Tour
	Filings      Filings
	Verifier     Verifier
	Decisions    Decisions
	Checkpoints  Checkpoints
	Counter      Counter
	Searcher     Searcher
	Access       Access
	Settings     Settings
	Negotiations Negotiations
	Drafting     Drafting
	Trials       Trials
	OwnLines     OwnLines
	Programmes   Programmes
	Notices      Notices
}

// Options set the handler up.
type Options struct {
	Name        string // of the node: names its cookies
	Key         []byte // of the form tokens; several processes of one node share it; empty: drawn at random
	Secure      bool   // cookies only over TLS
	Development bool   // serves /gallery
}

type server struct {
	Services
	opt    Options
	cat    *catalogue
	assets *assets
	mux    *http.ServeMux
	offers map[string]bool // the parts of the portal that have a page here
	shelf  *shelf          // public pages, as last drawn
}

// New gives the handler of the desk and the public pages. It answers everything under / but /api.
func New(services Services, opt Options) (http.Handler, error) {
	s, err := newServer(services, opt)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	s.routes(mux)
	s.offers = portalOffers(mux)
	if opt.Development {
		if err := s.galleryRoutes(mux); err != nil {
			return nil, err
		}
	}
	return s.guard(mux), nil
}

func newServer(services Services, opt Options) (*server, error) {
	if len(opt.Key) == 0 {
		opt.Key = make([]byte, 32)
		if _, err := rand.Read(opt.Key); err != nil {
			return nil, err
		}
	}
	cat, err := loadCatalogue()
	if err != nil {
		return nil, err
	}
	files, err := loadAssets()
	if err != nil {
		return nil, err
	}
	return &server{Services: services, opt: opt, cat: cat, assets: files, shelf: newShelf()}, nil
}

// catchAll answers for every address that is no page.
const catchAll = "GET /"

func (s *server) routes(mux *http.ServeMux) {
	s.mux = mux
	mux.HandleFunc("GET /assets/{name}", s.assets.serve)
	mux.HandleFunc("GET /language", s.language)
	mux.HandleFunc("GET /login", s.open(s.loginForm))
	mux.HandleFunc("POST /login", s.open(s.login))
	mux.HandleFunc("POST /logout", s.open(s.logout))
	s.portalRoutes(mux)
	s.counterRoutes(mux)
	if s.Figures != nil {
		s.figureRoutes(mux)
	}
	if s.Tour != nil {
		mux.HandleFunc("GET /demo", s.open(s.tour))
		s.guideRoutes(mux)
	}
	s.accessRoutes(mux)
	s.settingsRoutes(mux)
	mux.HandleFunc("GET /{$}", s.desk(s.today))
	s.searchRoutes(mux)
	mux.HandleFunc("GET /cases", s.desk(s.cases))
	mux.HandleFunc("GET /cases/{case}", s.desk(s.oneCase))
	mux.HandleFunc("GET /cases/{case}/proofs/{number}", s.desk(s.actProof))
	mux.HandleFunc("GET /cases/{case}/steps/{step}", s.desk(s.stepShow))
	mux.HandleFunc("POST /cases/{case}/steps/{step}", s.desk(s.stepPost))
	mux.HandleFunc("GET /open/{agreement}/{procedure}/{step}", s.desk(s.stepShow))
	mux.HandleFunc("POST /open/{agreement}/{procedure}/{step}", s.desk(s.stepPost))
	mux.HandleFunc("GET /check", s.desk(s.checkList))
	mux.HandleFunc("GET /check/{agreement}/{register}/{query}", s.desk(s.checkForm))
	mux.HandleFunc("POST /check/{agreement}/{register}/{query}", s.desk(s.checkAsk))
	mux.HandleFunc("GET /agreements", s.desk(s.agreements))
	mux.HandleFunc("GET /agreements/{agreement}", s.desk(s.oneAgreement))
	mux.HandleFunc("GET /ledger", s.desk(s.ledgers))
	mux.HandleFunc("GET /ledger/{agreement}", s.desk(s.ledger))
	mux.HandleFunc("GET /ledger/{agreement}/proof", s.desk(s.proof))
	mux.HandleFunc("GET /ledger/{agreement}/audit", s.desk(s.auditor(s.audit)))
	mux.HandleFunc("POST /ledger/{agreement}/audit", s.desk(s.auditor(s.auditRun)))
	mux.HandleFunc("POST /ledger/{agreement}/evidence", s.desk(s.auditor(s.evidence)))
	s.draftRoutes(mux)
	s.noticeRoutes(mux)
	mux.HandleFunc("GET /programme", s.desk(s.programme))
	mux.HandleFunc(catchAll, s.open(func(_ http.ResponseWriter, _ *http.Request, p *page) error {
		return p.refused(fault.NotFound, "page")
	}))
}

// handler answers for a page; an error becomes the problem page.
type handler func(w http.ResponseWriter, r *http.Request, p *page) error

// open serves with or without a login.
func (s *server) open(h handler) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		r = told(r, s.cat.choose(r))
		p, err := s.page(w, r)
		if err == nil && r.Method == http.MethodPost {
			err = s.form(w, r, p)
		}
		if err == nil {
			err = h(w, r, p)
		}
		if err != nil {
			s.problem(w, r, p, err)
		}
	}
}

// desk serves to those who are logged in; others are led to the door and back.
func (s *server) desk(h handler) http.HandlerFunc {
	return s.open(func(w http.ResponseWriter, r *http.Request, p *page) error {
		if p.known {
			return h(w, r, p)
		}
		if r.Method == http.MethodGet {
			door := "/login?back=" + url.QueryEscape(p.path)
			if s.cat.addressed(r) != nil {
				door = inLanguage(door, p.Code)
			}
			http.Redirect(w, r, door, http.StatusSeeOther)
			return nil
		}
		return p.refused(fault.Unauthorised, "session")
	})
}

// auditor serves to those who may collect evidence.
func (s *server) auditor(h handler) handler {
	return func(w http.ResponseWriter, r *http.Request, p *page) error {
		if !p.viewer.Audits {
			return p.refused(fault.Forbidden, "audit")
		}
		return h(w, r, p)
	}
}

// page gathers what every page shows.
func (s *server) page(w http.ResponseWriter, r *http.Request) (*page, error) {
	p := &page{
		Language: s.cat.choose(r), languages: s.cat.list, path: r.URL.RequestURI(),
		zone: time.UTC, styles: s.assets.styles, icon: s.assets.icon, scripts: s.assets.scripts, offers: s.offers,
	}
	if r.Method != http.MethodGet {
		p.path = r.URL.Path
	}
	p.tour = s.Tour != nil
	p.viewer, p.known = s.Sessions.Who(r)
	frame, err := s.Frame.Frame(r.Context(), p.viewer)
	if err != nil {
		return p, err
	}
	p.frame, p.now = frame, frame.Now
	if frame.Zone != nil {
		p.zone = frame.Zone
	}
	p.token = s.formToken(w, r, p.viewer.Session)
	if z := p.viewer.Zone; z != nil {
		p.zone, p.own = z, z
	}
	if _, err := r.Cookie(languageCookie); err != nil && s.cat.addressed(r) == nil {
		if l := s.cat.find(p.viewer.Language); l != nil {
			p.Language = l
		}
	}
	p.guide = s.guideOf(r)
	p.hear(r)
	return p, nil
}

// hear takes the message of success that a redirect brought along.
func (p *page) hear(r *http.Request) {
	if said := "said." + r.URL.Query().Get("said"); p.Has(said) {
		p.said = said
	}
}

func agreementOf(r *http.Request) agreement.ID { return agreement.ID(r.PathValue("agreement")) }

// back gives a path of this site to return to; anything else becomes the start page.
func back(path string) string {
	if !strings.HasPrefix(path, "/") || strings.HasPrefix(path, "//") || strings.ContainsAny(path, "\\\r\n") {
		return "/"
	}
	return path
}

func (s *server) language(w http.ResponseWriter, r *http.Request) {
	if l := s.cat.find(r.URL.Query().Get("to")); l != nil {
		s.keepLanguage(w, l)
	}
	http.Redirect(w, r, inLanguage(back(r.URL.Query().Get("back")), ""), http.StatusSeeOther) // the choice holds from now on
}

func (s *server) keepLanguage(w http.ResponseWriter, l *Language) {
	http.SetCookie(w, &http.Cookie{
		Name: languageCookie, Value: l.Code, Path: "/", MaxAge: 365 * 24 * 3600,
		HttpOnly: true, Secure: s.opt.Secure, SameSite: http.SameSiteLaxMode,
	})
}
