package web

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"github.com/entente-net/entente/fault"
)

// figureRoutes are the figures of an agreement, their releases and what is made of them.
func (s *server) figureRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET /figures", s.desk(s.figureIndex))
	mux.HandleFunc("GET /figures/{agreement}", s.desk(s.figures))
	mux.HandleFunc("GET /agreements/{agreement}/changes", s.desk(s.changes))
	mux.HandleFunc("GET /public/{agreement}/changes", s.shelved(s.publicChanges))
	mux.HandleFunc("GET /public/{agreement}/rules/{article}", s.shelved(s.publicRules))
	mux.HandleFunc("GET /public/{agreement}/figures", s.shelved(s.publicFigures))
	mux.HandleFunc("GET /public/{agreement}/figures/dictionary", s.shelved(s.dictionary))
	mux.HandleFunc("GET /public/{agreement}/figures/{release}", s.release)
	mux.HandleFunc("GET /public/{agreement}/briefing", s.shelved(s.briefing))
	mux.HandleFunc("GET /public/{agreement}/briefing/{release}", s.shelved(s.briefing))
	mux.HandleFunc("GET /public/{agreement}/briefing.atom", s.briefingFeed)
}

// figureIndex leads on where there is but one agreement.
func (s *server) figureIndex(w http.ResponseWriter, r *http.Request, p *page) error {
	list, err := s.Library.Agreements(r.Context(), p.viewer)
	if err != nil {
		return err
	}
	if len(list) == 1 {
		http.Redirect(w, r, figuresPath(p, list[0].ID), http.StatusSeeOther)
		return nil
	}
	return s.send(w, r, http.StatusOK, figuresIndex(p, list))
}

func (s *server) figures(w http.ResponseWriter, r *http.Request, p *page) error {
	v, err := s.Figures.Figures(r.Context(), p.viewer, agreementOf(r))
	if err != nil {
		return err
	}
	return s.send(w, r, http.StatusOK, figuresPage(p.at(v.Zone), v))
}

func (s *server) changes(w http.ResponseWriter, r *http.Request, p *page) error {
	v, err := s.Library.Agreement(r.Context(), p.viewer, agreementOf(r))
	if err != nil {
		return err
	}
	return s.send(w, r, http.StatusOK, changesPage(p.at(v.Zone), v))
}

func (s *server) publicChanges(r *http.Request, p *page) (templ.Component, error) {
	v, err := s.Library.Agreement(r.Context(), Viewer{}, agreementOf(r))
	if err != nil {
		return nil, err
	}
	p.about(v.ID, v.Title, v.World)
	return changesPage(p.at(v.Zone), v), nil
}

func (s *server) publicRules(r *http.Request, p *page) (templ.Component, error) {
	v, err := s.Library.Agreement(r.Context(), Viewer{}, agreementOf(r))
	if err != nil {
		return nil, err
	}
	p.about(v.ID, v.Title, v.World)
	for _, a := range v.Articles {
		if string(a.Number) == r.PathValue("article") {
			return rulesPage(p.at(v.Zone), v, a), nil
		}
	}
	return nil, p.refused(fault.NotFound, "article", "got", cut(r.PathValue("article")))
}

// counted tells a public page of which agreement its figures are.
func (p *page) counted(v *FiguresView) *page {
	p.about(v.Agreement.Agreement, v.Agreement.Title, v.World)
	return p.at(v.Zone)
}

func (s *server) publicFigures(r *http.Request, p *page) (templ.Component, error) {
	v, err := s.Figures.Figures(r.Context(), Viewer{}, agreementOf(r))
	if err != nil {
		return nil, err
	}
	return figuresPage(p.counted(v), v), nil
}

func (s *server) dictionary(r *http.Request, p *page) (templ.Component, error) {
	v, err := s.Figures.Figures(r.Context(), Viewer{}, agreementOf(r))
	if err != nil {
		return nil, err
	}
	return dictionaryPage(p.counted(v), v), nil
}

// cut is as much as is quoted of what somebody asked for.
func cut(text string) string {
	if got := []rune(text); len(got) > 20 {
		return string(got[:20]) + "…"
	}
	return text
}

func (p *page) releaseNumber(text string) (int, error) {
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		return 0, p.refused(fault.NotFound, "release", "got", cut(text))
	}
	return n, nil
}

// release serves a release as a page, and with its form at the end of the address as a file that never changes.
func (s *server) release(w http.ResponseWriter, r *http.Request) {
	name, form, file := strings.Cut(r.PathValue("release"), ".")
	if !file {
		s.shelved(func(r *http.Request, p *page) (templ.Component, error) {
			n, err := p.releaseNumber(name)
			if err != nil {
				return nil, err
			}
			v, err := s.Figures.Release(r.Context(), agreementOf(r), n)
			if err != nil {
				return nil, err
			}
			return figuresPage(p.counted(v), v), nil
		})(w, r)
		return
	}
	s.open(func(w http.ResponseWriter, r *http.Request, p *page) error {
		return s.releaseFile(w, r, p, name, form)
	})(w, r)
}

func (s *server) releaseFile(w http.ResponseWriter, r *http.Request, p *page, name, form string) error {
	n, err := p.releaseNumber(name)
	if err != nil {
		return err
	}
	if form != "csv" && form != "json" {
		return p.refused(fault.NotFound, "release.form", "got", cut(form))
	}
	f, err := s.Figures.ReleaseFile(r.Context(), agreementOf(r), n, form)
	if err != nil {
		return err
	}
	h := w.Header()
	// Whatever page anywhere may read what is open, and keep it: it never changes.
	h.Set("Access-Control-Allow-Origin", "*")
	h.Set("Cross-Origin-Resource-Policy", "cross-origin")
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	h.Add("Vary", "Accept-Encoding")
	h.Set("Content-Disposition", `inline; filename="`+strings.NewReplacer(`"`, "", `\`, "").Replace(f.Name)+`"`)
	keep(f.Media, f.Data).write(w, r)
	return nil
}

func (s *server) briefing(r *http.Request, p *page) (templ.Component, error) {
	v, err := s.newest(r, p)
	if err != nil {
		return nil, err
	}
	return briefingPage(p.counted(v), v), nil
}

// newest gives the release that is named, or the last; where there is none, the figures of now without any.
func (s *server) newest(r *http.Request, p *page) (*FiguresView, error) {
	id := agreementOf(r)
	if name := r.PathValue("release"); name != "" {
		n, err := p.releaseNumber(name)
		if err != nil {
			return nil, err
		}
		return s.Figures.Release(r.Context(), id, n)
	}
	v, err := s.Figures.Figures(r.Context(), Viewer{}, id)
	if err != nil || len(v.Releases) == 0 {
		return v, err
	}
	return s.Figures.Release(r.Context(), id, v.Releases[0].Number)
}
