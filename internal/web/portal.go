package web

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/a-h/templ"

	"github.com/entente-net/entente/agreement"
)

// The portal is for everyone, without login. Pages that are the same for all readers of a language are drawn once and kept on
// the shelf; pages with a form, or with anything of a person, are drawn for the one reader and stored nowhere.

func (s *server) portalRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET /public", s.shelved(s.portalHome))
	mux.HandleFunc("GET /public/{agreement}", s.shelved(s.portalAgreement))
	if s.Decisions != nil {
		mux.HandleFunc("GET /public/{agreement}/decisions", s.shelved(s.portalDecisions))
		mux.HandleFunc("GET /public/{agreement}/decisions.atom", s.decisionFeed)
	}
	if s.Verifier != nil {
		mux.HandleFunc("GET /public/verify", s.anyone(s.verifyShow))
		mux.HandleFunc("POST /public/verify", s.anyone(s.verifyPost))
	}
	if s.Filings == nil {
		return
	}
	mux.HandleFunc("GET /public/{agreement}/complain", s.shelved(s.portalDoors))
	mux.HandleFunc("GET /public/{agreement}/complain/{procedure}/{step}", s.anyone(s.filingShow))
	mux.HandleFunc("POST /public/{agreement}/complain/{procedure}/{step}", s.anyone(s.filingPost))
	mux.HandleFunc("GET /public/mailbox", s.anyone(s.mailboxShow))
	mux.HandleFunc("POST /public/mailbox", s.anyone(s.mailboxPost))
	mux.HandleFunc("POST /public/mailbox/proof", s.anyone(s.mailboxProof))
	mux.HandleFunc("GET /public/mailbox/steps/{agreement}/{procedure}/{step}", s.anyone(s.mailboxStepShow))
	mux.HandleFunc("POST /public/mailbox/steps/{agreement}/{procedure}/{step}", s.anyone(s.mailboxStepPost))
}

// portalParts are the parts of the portal in the order of its navigation; one without an agreement in its address is there for all.
var portalParts = []struct{ name, pattern string }{
	{"agreement", "/public/{agreement}"},
	{"figures", "/public/{agreement}/figures"},
	{"decisions", "/public/{agreement}/decisions"},
	{"briefing", "/public/{agreement}/briefing"},
	{"complain", "/public/{agreement}/complain"},
	{"verify", "/public/verify"},
	{"mailbox", "/public/mailbox"},
	{"feed", "/public/{agreement}/decisions.atom"},
}

// portalOffers finds which parts have a page: the navigation leads to no other.
func portalOffers(mux *http.ServeMux) map[string]bool {
	offers := map[string]bool{}
	for _, part := range portalParts {
		at := &url.URL{Path: portalAddress(part.pattern, "a")}
		_, pattern := mux.Handler(&http.Request{Method: http.MethodGet, URL: at, Host: "localhost"})
		offers[part.name] = pattern == "GET "+part.pattern
	}
	return offers
}

func portalAddress(pattern string, id agreement.ID) string {
	rest, ok := strings.CutPrefix(pattern, "/public/{agreement}")
	if !ok {
		return pattern
	}
	return publicPath(id) + rest
}

func decisionsPath(id agreement.ID) string { return publicPath(id) + "/decisions" }

func doorsPath(id agreement.ID) string { return publicPath(id) + "/complain" }

func doorPath(o Opening) string {
	return doorsPath(o.Agreement) + "/" + url.PathEscape(string(o.Procedure)) + "/" + url.PathEscape(string(o.Step))
}

const mailboxPath = "/public/mailbox"

func mailboxStepPath(o Opening) string {
	return mailboxPath + "/steps/" + url.PathEscape(string(o.Agreement)) + "/" + url.PathEscape(string(o.Procedure)) + "/" + url.PathEscape(string(o.Step))
}

// portalNav is the main list of the portal.
func (p *page) portalNav(here string) []navItem {
	id := p.frame.Agreement.Agreement
	var items []navItem
	if id == "" {
		items = append(items, navItem{text: p.T("portal.nav.home"), href: "/public", here: here == "home"})
	}
	for _, part := range portalParts {
		of := portalAddress(part.pattern, id) != part.pattern
		if !p.offers[part.name] || of && id == "" || part.name == "feed" || part.name == "mailbox" && id != "" {
			continue
		}
		items = append(items, navItem{text: p.T("portal.nav." + part.name), href: portalAddress(part.pattern, id), here: part.name == under(here, id)})
	}
	return items
}

// under is the part of the portal under which a page stands: what one brought is under complaints, where these have an item.
func under(here string, id agreement.ID) string {
	switch {
	case here == "agreements":
		return "agreement"
	case here == "mailbox" && id != "":
		return "complain"
	default:
		return here
	}
}

// anyone serves a page with a form, or of one person, to whoever comes: it is stored nowhere, and its forms are bound to the
// browser by a cookie that says nothing else.
func (s *server) anyone(h handler) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		r = told(r, s.cat.choose(r))
		w.Header().Set("Cache-Control", "no-store")
		p, err := s.publicPage(r)
		if err == nil {
			p.token = s.formToken(w, r, "")
			p.hear(r)
			if r.Method == http.MethodPost {
				p.path = r.URL.Path
				err = s.form(w, r, p)
			}
		}
		if err == nil {
			err = h(w, r, p)
		}
		if err != nil {
			s.problem(w, r, p, err)
		}
	}
}

// about puts the page under an agreement: its title stands in the header, and the navigation is its.
func (p *page) about(id agreement.ID, title, world string) {
	p.frame.Agreement = ArticleRef{Agreement: id, Title: title}
	p.frame.World = world
}

func (s *server) portalHome(r *http.Request, p *page) (templ.Component, error) {
	list, err := s.Library.Agreements(r.Context(), Viewer{})
	if err != nil {
		return nil, err
	}
	p.frame.Agreement = ArticleRef{}
	return homePage(p, list), nil
}

// portalAgreement is the living agreement: the same for everyone, whoever is logged in.
func (s *server) portalAgreement(r *http.Request, p *page) (templ.Component, error) {
	v, err := s.Library.Agreement(r.Context(), Viewer{}, agreementOf(r))
	if err != nil {
		return nil, err
	}
	p.about(v.ID, v.Title, v.World)
	return agreementPage(p.at(v.Zone), v), nil
}

func (s *server) portalDoors(r *http.Request, p *page) (templ.Component, error) {
	v, err := s.Library.Agreement(r.Context(), Viewer{}, agreementOf(r))
	if err != nil {
		return nil, err
	}
	doors, err := s.Filings.Doors(r.Context(), v.ID)
	if err != nil {
		return nil, err
	}
	p.about(v.ID, v.Title, v.World)
	return doorsPage(p.at(v.Zone), doors), nil
}

func (s *server) portalDecisions(r *http.Request, p *page) (templ.Component, error) {
	v, err := s.Decisions.Decisions(r.Context(), agreementOf(r), r.URL.Query().Get("from"))
	if err != nil {
		return nil, err
	}
	p.about(v.Agreement, v.Title, v.World)
	return decisionsPage(p.at(v.Zone), v), nil
}

// footLinks are what stands at the foot of every page of the portal.
func (p *page) footLinks() []Link {
	var list []Link
	if !p.public {
		return nil
	}
	if p.offers["verify"] {
		list = append(list, Link{p.T("portal.nav.verify"), "/public/verify"})
	}
	if p.offers["mailbox"] {
		list = append(list, Link{p.T("portal.nav.mailbox"), mailboxPath})
	}
	if feed := p.feedPath(); feed != "" {
		list = append(list, Link{p.T("portal.feed"), feed})
	}
	return append(list, Link{p.T("portal.nav.home"), "/public"})
}

// feedPath is the feed of decisions of the page's agreement; "" where there is none.
func (p *page) feedPath() string {
	if !p.public || !p.offers["feed"] || p.frame.Agreement.Agreement == "" {
		return ""
	}
	return decisionsPath(p.frame.Agreement.Agreement) + ".atom"
}

// ways lead from an agreement in the list to what one can read and do under it.
func (p *page) ways(id agreement.ID) []Link {
	var list []Link
	for _, part := range portalParts {
		if path := portalAddress(part.pattern, id); path != part.pattern && part.name != "feed" && (p.offers[part.name] || part.name == "agreement") {
			list = append(list, Link{p.T("portal.way." + part.name), path})
		}
	}
	return list
}
