package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/entente-net/entente/fault"
)

// A guided tour leads over real pages: which stop one is at stands in a cookie, so that the bar stays while one looks around, without
// script and without a word of it in the pages' addresses.

// guideStop is where one is on a tour.
type guideStop struct {
	who   string
	place int // from 0
	of    int
	stop  TourStop
}

func (g *guideStop) path(place int) string { return guidePath(g.who, place) }

func guidePath(who string, place int) string {
	return "/demo/" + url.PathEscape(who) + "/" + strconv.Itoa(place+1)
}

// guided is the address at which a guide's tour begins; "" where there is none.
func (g TourGuide) guided() string {
	if len(g.Stops) == 0 || g.URL == "" {
		return ""
	}
	u, err := url.Parse(g.URL)
	if err != nil {
		return ""
	}
	first := guidePath(g.Who, 0)
	if u.Path != "/login" {
		return (&url.URL{Scheme: u.Scheme, Host: u.Host, Path: first}).String()
	}
	q := u.Query()
	q.Set("back", first)
	u.RawQuery = q.Encode()
	return u.String()
}

func (p *page) guidedWords(g TourGuide) string {
	return p.N("guide.begin", len(g.Stops), "count", p.Count(len(g.Stops)))
}

// called is what an agreement is called in a language.
func (a TourAgreement) called(language string) string {
	if t := a.Titles[language]; t != "" {
		return t
	}
	return a.Title
}

func (p *page) leaveGuide() string { return "/demo/leave?back=" + url.QueryEscape(p.path) }

func (s *server) guideRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET /demo/leave", s.open(s.leaveTour))
	mux.HandleFunc("GET /demo/{who}/{stop}", s.open(s.guideTo))
}

func (s *server) guideCookie() string { return "entente-" + s.opt.Name + "-guide" }

// stopsOf are a guide's stops.
func (s *server) stopsOf(r *http.Request, who string) []TourStop {
	v, err := s.Tour.Tour(r.Context())
	if err != nil || v == nil {
		return nil
	}
	for _, g := range v.Guides {
		if g.Who == who {
			return s.there(g.Stops)
		}
	}
	return nil
}

// there leaves out the stops whose pages this site does not have: a demonstration may be older or younger than the program.
func (s *server) there(stops []TourStop) []TourStop {
	return slices.DeleteFunc(slices.Clone(stops), func(x TourStop) bool {
		path, _, _ := strings.Cut(x.At, "#")
		if path == "waits" {
			return false
		}
		_, pattern := s.mux.Handler(&http.Request{Method: http.MethodGet, URL: &url.URL{Path: path}})
		return pattern == "" || pattern == catchAll
	})
}

// guideOf is where a reader is on a tour, nil where they are on none.
func (s *server) guideOf(r *http.Request) *guideStop {
	if s.Tour == nil {
		return nil
	}
	k, err := r.Cookie(s.guideCookie())
	if err != nil {
		return nil
	}
	who, n, _ := strings.Cut(k.Value, ".")
	place, err := strconv.Atoi(n)
	stops := s.stopsOf(r, who)
	if err != nil || place < 0 || place >= len(stops) {
		return nil
	}
	return &guideStop{who: who, place: place, of: len(stops), stop: stops[place]}
}

// guideTo notes the stop and leads to its page.
func (s *server) guideTo(w http.ResponseWriter, r *http.Request, p *page) error {
	who := r.PathValue("who")
	stops := s.stopsOf(r, who)
	n, err := strconv.Atoi(r.PathValue("stop"))
	if err != nil || n < 1 || n > len(stops) {
		return fault.New(fault.NotFound, "the demonstration has no such stop").Mend("begin at its first page, /demo")
	}
	to, err := s.stopAt(r, p, stops[n-1].At)
	if err != nil {
		return err
	}
	http.SetCookie(w, &http.Cookie{
		Name: s.guideCookie(), Value: who + "." + strconv.Itoa(n-1), Path: "/", HttpOnly: true, Secure: s.opt.Secure, SameSite: http.SameSiteLaxMode,
	})
	http.Redirect(w, r, to, http.StatusSeeOther)
	return nil
}

// stopAt is the page of a stop. What waits for somebody moves on while the demonstration lives: where nothing waits any more, the
// newest case stands for it, and where there is none, the list.
func (s *server) stopAt(r *http.Request, p *page, at string) (string, error) {
	what, part, _ := strings.Cut(at, "#")
	if what != "waits" {
		return back(at), nil
	}
	if part != "" {
		part = "#" + part
	}
	if !p.known {
		return "/login?back=" + url.QueryEscape(p.path), nil
	}
	for _, q := range []CaseQuery{{Waiting: true}, {}} {
		list, err := s.Casebook.Cases(r.Context(), p.viewer, q)
		if err != nil {
			return "", err
		}
		if len(list.Rows) > 0 {
			return casePath(list.Rows[0].Case.ID) + part, nil
		}
	}
	return "/cases", nil
}

// leaveTour ends the tour where one is.
func (s *server) leaveTour(w http.ResponseWriter, r *http.Request, _ *page) error {
	http.SetCookie(w, &http.Cookie{Name: s.guideCookie(), Path: "/", MaxAge: -1, HttpOnly: true, Secure: s.opt.Secure, SameSite: http.SameSiteLaxMode})
	http.Redirect(w, r, back(r.URL.Query().Get("back")), http.StatusSeeOther)
	return nil
}
