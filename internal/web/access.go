package web

import (
	"context"
	"net/http"
	"net/url"
	"strings"

	"github.com/entente-net/entente/fault"
)

// Access is how people prove who they are, besides login links: by passkey, and by their party's own provider.
type Access interface {
	// Ways says how one can log in here or, where the viewer is somebody, confirm who one is.
	Ways(ctx context.Context, v Viewer) (*Ways, error)
	// LoginByPasskey opens a session for whose passkey it is.
	LoginByPasskey(w http.ResponseWriter, r *http.Request, a PasskeyAnswer) error
	// Confirm makes the viewer's session fresh: by a passkey, or by a login link's token in an exercise.
	Confirm(r *http.Request, v Viewer, a PasskeyAnswer, link string) error
	// Leave gives the address of a provider's login page; again is true where somebody confirms who they are.
	Leave(w http.ResponseWriter, r *http.Request, v Viewer, provider, back string, again bool) (string, error)
	// Arrive takes a browser that a provider sent back, and says where it goes on.
	Arrive(w http.ResponseWriter, r *http.Request, v Viewer, provider string) (string, error)
}

// Ways are the ways of logging in.
type Ways struct {
	Passkey   *PasskeyAsk // nil: none can be used here
	Why       string      // why none can, as a sentence; "" where it is no matter
	Providers []ProviderRef
	Link      string // in an exercise, to confirm: a login link's token of the viewer
}

// ProviderRef is a party's own provider of logins.
type ProviderRef struct{ ID, Name string }

// PasskeyAsk is what a passkey is asked. All texts but the site's are base64url.
type PasskeyAsk struct {
	Challenge  string
	RP, Origin string
	IDs        []string // of the passkeys that may answer; none: whichever the device has
}

// PasskeyAnswer is what a page's script brings back; empty where there is none.
type PasskeyAnswer struct {
	Challenge, ID, Authenticator, Client, Signature string
}

func (a PasskeyAnswer) given() bool { return a.Signature != "" }

func passkeyIn(form url.Values) PasskeyAnswer {
	return PasskeyAnswer{
		Challenge: form.Get("passkey-challenge"), ID: form.Get("passkey-id"), Authenticator: form.Get("passkey-authenticator"),
		Client: form.Get("passkey-client"), Signature: form.Get("passkey-signature"),
	}
}

func (s *server) accessRoutes(mux *http.ServeMux) {
	if s.Access == nil {
		return
	}
	mux.HandleFunc("POST /login/passkey", s.open(s.loginPasskey))
	mux.HandleFunc("GET /login/openid/{provider}", s.open(s.leave))
	mux.HandleFunc("GET /login/openid/{provider}/return", s.open(s.arrive))
	mux.HandleFunc("GET /login/confirmed", s.desk(func(w http.ResponseWriter, r *http.Request, p *page) error {
		return s.send(w, r, http.StatusOK, confirmedPage(p))
	}))
	mux.HandleFunc("GET /prepared/{name}", s.desk(s.prepared))
}

func (s *server) ways(r *http.Request, p *page) (*Ways, error) {
	if s.Access == nil {
		return &Ways{}, nil
	}
	return s.Access.Ways(r.Context(), p.viewer)
}

func (s *server) loginPasskey(w http.ResponseWriter, r *http.Request, p *page) error {
	if p.known {
		return fault.New(fault.Conflict, "somebody is logged in already").Mend("log out first")
	}
	if err := s.Access.LoginByPasskey(w, r, passkeyIn(r.PostForm)); err != nil {
		return err
	}
	http.Redirect(w, r, back(r.PostForm.Get("back")), http.StatusSeeOther)
	return nil
}

func (s *server) leave(w http.ResponseWriter, r *http.Request, p *page) error {
	again := r.URL.Query().Get("again") != ""
	if again && !p.known {
		return fault.New(fault.Unauthorised, "your session has ended").Mend("log in again")
	}
	to, err := s.Access.Leave(w, r, p.viewer, r.PathValue("provider"), back(r.URL.Query().Get("back")), again)
	if err != nil {
		return err
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
	return nil
}

func (s *server) arrive(w http.ResponseWriter, r *http.Request, p *page) error {
	to, err := s.Access.Arrive(w, r, p.viewer, r.PathValue("provider"))
	if err != nil {
		return err
	}
	http.Redirect(w, r, back(to), http.StatusSeeOther)
	return nil
}

// fresh serves to those who proved lately who they are; others are asked first, and lose nothing of what they sent.
func (s *server) fresh(h handler) handler {
	return func(w http.ResponseWriter, r *http.Request, p *page) error {
		ok, err := s.confirmed(w, r, p)
		if err != nil || !ok {
			return err
		}
		return h(w, r, p)
	}
}

// confirmed says whether the person proved lately who they are. Where not, it has asked.
func (s *server) confirmed(w http.ResponseWriter, r *http.Request, p *page) (bool, error) {
	if p.viewer.Fresh || s.Access == nil {
		return true, nil
	}
	a, link := passkeyIn(r.PostForm), r.PostForm.Get("confirm-link")
	if r.PostForm.Get("confirm") != "" && (a.given() || link != "") {
		if err := s.Access.Confirm(r, p.viewer, a, link); err != nil {
			return false, err
		}
		p.viewer.Fresh = true
		return true, nil
	}
	ways, err := s.ways(r, p)
	if err != nil {
		return false, err
	}
	return false, s.send(w, r, http.StatusUnauthorized, confirmPage(p, ways, r.URL.RequestURI(), carriedFields(r.PostForm)))
}

// carriedField is one of a form that waits until its person has confirmed who they are.
type carriedField struct{ name, value string }

func carriedFields(form url.Values) []carriedField {
	var out []carriedField
	for _, name := range sortedKeys(form) {
		if name == tokenField || name == "confirm" || strings.HasPrefix(name, "confirm-") || strings.HasPrefix(name, "passkey-") {
			continue
		}
		for _, v := range form[name] {
			out = append(out, carriedField{name, v})
		}
	}
	return out
}

func (s *server) prepared(w http.ResponseWriter, r *http.Request, p *page) error {
	f, err := s.Steps.Prepared(r.Context(), p.viewer, r.PathValue("name"))
	if err != nil {
		return err
	}
	return download(w, f)
}

// elsewhere is this page at the site where passkeys work.
func (p *page) elsewhere(a *PasskeyAsk) string { return a.Origin + p.path }
