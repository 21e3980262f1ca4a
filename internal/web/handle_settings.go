package web

import (
	"net/http"
	"time"

	"github.com/entente-net/entente/agreement"
)

func (s *server) settingsRoutes(mux *http.ServeMux) {
	if s.Settings == nil {
		return
	}
	s.careRoutes(mux)
	s.deputyRoutes(mux)
	mux.HandleFunc("GET /settings", s.desk(s.settings))
	mux.HandleFunc("POST /settings/preferences", s.desk(s.prefer))
	post := func(path, said string, do func(r *http.Request, p *page) error) {
		mux.HandleFunc("POST "+path, s.desk(s.fresh(func(w http.ResponseWriter, r *http.Request, p *page) error {
			if err := do(r, p); err != nil {
				return err
			}
			http.Redirect(w, r, "/settings?said="+said, http.StatusSeeOther)
			return nil
		})))
	}
	post("/settings/devices/end", "device-ended", func(r *http.Request, p *page) error {
		return s.Settings.EndDevice(r.Context(), p.viewer, r.PostForm.Get("device"))
	})
	post("/settings/devices/others", "devices-ended", func(r *http.Request, p *page) error { return s.Settings.EndOthers(r.Context(), p.viewer) })
	post("/settings/passkeys/remove", "passkey-removed", func(r *http.Request, p *page) error {
		return s.Settings.RemovePasskey(r.Context(), p.viewer, r.PostForm.Get("id"))
	})
	post("/settings/keys/certificate", "key-certified", func(r *http.Request, p *page) error {
		return s.Settings.Certificate(r.Context(), p.viewer, r.PostForm.Get("certificate"))
	})
	post("/settings/keys/certify", "key-certified", func(r *http.Request, p *page) error {
		return s.Settings.Certify(r.Context(), p.viewer, r.PostForm.Get("ref"))
	})
	mux.HandleFunc("GET /settings/passkeys/new", s.desk(s.passkeyNew))
	mux.HandleFunc("POST /settings/passkeys/new", s.desk(s.fresh(s.passkeyNew)))
	mux.HandleFunc("POST /settings/passkeys", s.desk(s.passkeyAdd))
	mux.HandleFunc("POST /settings/keys/request", s.desk(s.keyRequest))
}

func (s *server) settings(w http.ResponseWriter, r *http.Request, p *page) error {
	v, err := s.Settings.Profile(r.Context(), p.viewer)
	if err != nil {
		return err
	}
	return s.send(w, r, http.StatusOK, settingsPage(p, v))
}

func (s *server) prefer(w http.ResponseWriter, r *http.Request, p *page) error {
	code := r.PostForm.Get("language")
	if s.cat.find(code) == nil {
		code = ""
	}
	if err := s.Settings.Prefer(r.Context(), p.viewer, code, r.PostForm.Get("zone")); err != nil {
		return err
	}
	cookie := &http.Cookie{Name: languageCookie, Value: code, Path: "/", MaxAge: 365 * 24 * 3600, HttpOnly: true, Secure: s.opt.Secure, SameSite: http.SameSiteLaxMode}
	if code == "" {
		cookie.MaxAge = -1
	}
	http.SetCookie(w, cookie)
	http.Redirect(w, r, "/settings?said=preferences", http.StatusSeeOther)
	return nil
}

// passkeyNew shows the page on which a passkey is made, to a person who confirmed who they are: whoever sits down at an open desk
// must not leave a key of their own behind.
func (s *server) passkeyNew(w http.ResponseWriter, r *http.Request, p *page) error {
	if !p.viewer.Fresh {
		if ok, err := s.confirmed(w, r, p); err != nil || !ok {
			return err
		}
	}
	v, err := s.Settings.Profile(r.Context(), p.viewer)
	if err != nil {
		return err
	}
	return s.send(w, r, http.StatusOK, passkeyPage(p, v))
}

func (s *server) passkeyAdd(w http.ResponseWriter, r *http.Request, p *page) error {
	if ok, err := s.confirmed(w, r, p); err != nil || !ok {
		return err
	}
	if err := s.Settings.AddPasskey(r.Context(), p.viewer, r.PostForm.Get("name"), passkeyIn(r.PostForm)); err != nil {
		return err
	}
	http.Redirect(w, r, "/settings?said=passkey-made#keys", http.StatusSeeOther)
	return nil
}

func (s *server) keyRequest(w http.ResponseWriter, r *http.Request, p *page) error {
	f, err := s.Settings.KeyRequest(r.Context(), p.viewer, r.PostForm.Get("passkey"), agreement.ID(r.PostForm.Get("agreement")), agreement.RoleID(r.PostForm.Get("role")))
	if err != nil {
		return err
	}
	if r.PostForm.Get("file") != "" {
		return download(w, f)
	}
	http.Redirect(w, r, "/settings?said=key-asked#keys", http.StatusSeeOther)
	return nil
}

// zoneChosen is the person's zone by its name, or "".
func (p *page) zoneChosen() string {
	if p.viewer.Zone == nil {
		return ""
	}
	return p.viewer.Zone.String()
}

// seen says when something was used last, or that it never was.
func (p *page) seen(t time.Time) string {
	if t.IsZero() {
		return p.T("settings.never")
	}
	return p.ago(t)
}
