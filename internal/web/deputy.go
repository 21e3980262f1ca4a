package web

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// Deputies are who acts for whom: somebody stands in for who is away, and a role is lent for a time.
type Deputies interface {
	Deputies(ctx context.Context, v Viewer) (*DeputyView, error)
	// Away keeps from when to when the viewer is away, and who stands in; a zero last day ends it.
	Away(ctx context.Context, v Viewer, first, last time.Time, standIn string) error
	// Lend asks for a role to be lent.
	Lend(ctx context.Context, v Viewer, l Lending) error
	AnswerLending(ctx context.Context, v Viewer, id string, yes bool) error
	EndLending(ctx context.Context, v Viewer, id string) error
}

// Lending is what a person asks for.
type Lending struct {
	Agreement   agreement.ID
	Role        agreement.RoleID
	To          string
	First, Last time.Time // days, both included, at midnight of the viewer's zone
}

// DeputyView is the page of absence and delegation.
type DeputyView struct {
	People   []DeputyPerson // who may stand in, or be lent a role
	Roles    []DeputyRole   // of the viewer's own
	First    time.Time      // of an absence; zero: none
	Last     time.Time      // its last day
	StandIn  string         // name
	For      []DeputyAway   // whom the viewer stands in for
	Lendings []LendingView
}

// DeputyPerson is a colleague.
type DeputyPerson struct{ ID, Name string }

// DeputyRole is a role that can be lent.
type DeputyRole struct {
	Agreement agreement.ID
	Title     string // of the agreement
	Role      RoleRef
}

// DeputyAway is somebody for whom the viewer stands in.
type DeputyAway struct {
	Name string
	Last time.Time
	// Waits is what waits for them and the viewer's roles permit; Others counts what wants a role that the viewer has not.
	Waits  []Wait
	Others int
}

// LendingView is a delegation.
type LendingView struct {
	ID          string
	Role        RoleRef
	Article     ArticleRef
	From, To    string
	First, Last time.Time
	Second      string // who accepted it; "": it waits
	Works       bool   // now
	MayAccept   bool
	MayEnd      bool
}

func (s *server) deputyRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET /settings/deputies", s.desk(func(w http.ResponseWriter, r *http.Request, p *page) error {
		v, err := s.Settings.Deputies(r.Context(), p.viewer)
		if err != nil {
			return err
		}
		return s.send(w, r, http.StatusOK, deputiesPage(p, v))
	}))
	post := func(path, said string, do func(r *http.Request, p *page) error) {
		mux.HandleFunc("POST "+path, s.desk(s.fresh(func(w http.ResponseWriter, r *http.Request, p *page) error {
			if err := do(r, p); err != nil {
				return err
			}
			http.Redirect(w, r, "/settings/deputies?said="+said, http.StatusSeeOther)
			return nil
		})))
	}
	post("/settings/deputies/away", "away-kept", func(r *http.Request, p *page) error {
		first, last, err := p.days(r)
		if err != nil {
			return err
		}
		return s.Settings.Away(r.Context(), p.viewer, first, last, r.PostForm.Get("person"))
	})
	post("/settings/deputies/back", "away-ended", func(r *http.Request, p *page) error {
		return s.Settings.Away(r.Context(), p.viewer, time.Time{}, time.Time{}, "")
	})
	post("/settings/deputies/lend", "lending-asked", func(r *http.Request, p *page) error {
		first, last, err := p.days(r)
		if err != nil {
			return err
		}
		id, role, _ := strings.Cut(r.PostForm.Get("role"), "/")
		return s.Settings.Lend(r.Context(), p.viewer, Lending{Agreement: agreement.ID(id), Role: agreement.RoleID(role), To: r.PostForm.Get("person"), First: first, Last: last})
	})
	post("/settings/deputies/answer", "lending-answered", func(r *http.Request, p *page) error {
		return s.Settings.AnswerLending(r.Context(), p.viewer, r.PostForm.Get("lending"), r.PostForm.Get("answer") == "yes")
	})
	post("/settings/deputies/end", "lending-ended", func(r *http.Request, p *page) error {
		return s.Settings.EndLending(r.Context(), p.viewer, r.PostForm.Get("lending"))
	})
}

// days reads a first and a last day, in the page's zone.
func (p *page) days(r *http.Request) (first, last time.Time, err error) {
	for _, x := range []struct {
		name string
		to   *time.Time
	}{{"first", &first}, {"last", &last}} {
		if *x.to, err = time.ParseInLocation("2006-01-02", r.PostForm.Get(x.name), p.zone); err != nil {
			return first, last, fault.New(fault.Invalid, "%q is not a day", r.PostForm.Get(x.name)).Mend("write it as year, month and day: 2026-11-23")
		}
	}
	return first, last, nil
}

// isoDay is a day as a date field holds it.
func (p *page) isoDay(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return p.in(t).Format("2006-01-02")
}
