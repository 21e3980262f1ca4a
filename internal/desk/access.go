package desk

import (
	"context"
	"encoding/base64"
	"net/http"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/openid"
	"github.com/entente-net/entente/internal/web"
	"github.com/entente-net/entente/seal"
)

var b64 = base64.RawURLEncoding

// site is where people use their passkeys.
func (d *desk) site() (seal.Site, error) {
	if d.opt.Origin != "" {
		return nodeSite(d.opt.Origin, d.n.World())
	}
	return d.n.Site()
}

// session gives the session behind a request.
func (d *desk) session(r *http.Request) (*auth.Person, *auth.Session, error) {
	k, err := r.Cookie(d.n.Auth().CookieName())
	if err != nil {
		return nil, nil, fault.New(fault.Unauthorised, "nobody is logged in").Mend("log in first")
	}
	return d.n.Auth().Authenticate(r.Context(), k.Value, auth.KindCookie, time.Now())
}

// enter begins a browser's session: whoever was logged in there before is not any more.
func (d *desk) enter(w http.ResponseWriter, r *http.Request, token string, s *auth.Session, m auth.Method) error {
	if err := d.n.Auth().Note(r.Context(), s, m, r.UserAgent(), time.Now()); err != nil {
		return err
	}
	if k, err := r.Cookie(d.n.Auth().CookieName()); err == nil {
		if err := d.n.Auth().End(r.Context(), k.Value); err != nil { // one browser is one person
			return err
		}
	}
	http.SetCookie(w, d.cookie(token, int(auth.CookieLife/time.Second)))
	return nil
}

// Ways says how one can log in, or confirm who one is.
func (d *desk) Ways(ctx context.Context, v web.Viewer) (*web.Ways, error) {
	out := &web.Ways{}
	for _, p := range d.opt.OpenID {
		out.Providers = append(out.Providers, web.ProviderRef{ID: p.ID, Name: p.Name})
	}
	if err := d.passkeyWay(ctx, v, out); err != nil || v.ID == "" {
		return out, err
	}
	if d.n.World() == agreement.WorldExercise {
		link, err := d.n.Auth().Link(ctx, auth.PersonID(v.ID), time.Now(), time.Hour, true)
		if err != nil {
			return nil, err
		}
		out.Link = link
	}
	return out, nil
}

func (d *desk) passkeyWay(ctx context.Context, v web.Viewer, out *web.Ways) error {
	site, err := d.site()
	if err != nil {
		out.Why = speak(ctx).plainFault(err)
		return nil
	}
	purpose := auth.PurposeLogin
	var ids []string
	if v.ID != "" {
		purpose = auth.PurposeConfirm
		mine, err := d.n.Auth().Passkeys(ctx, auth.PersonID(v.ID))
		if err != nil {
			return err
		}
		for _, k := range mine {
			if k.Site == site {
				ids = append(ids, b64.EncodeToString(k.ID))
			}
		}
		if len(ids) == 0 {
			return nil
		}
	}
	c, err := d.n.Auth().Challenge(purpose, v.Session, time.Now())
	if err != nil {
		return err
	}
	out.Passkey = &web.PasskeyAsk{Challenge: b64.EncodeToString(c), RP: site.RP, Origin: site.Origin, IDs: ids}
	return nil
}

func answerOf(a web.PasskeyAnswer) (auth.Answer, error) {
	return auth.ParseAnswer(a.Challenge, a.ID, a.Authenticator, a.Client, a.Signature)
}

// LoginByPasskey opens a session for whose passkey it is.
func (d *desk) LoginByPasskey(w http.ResponseWriter, r *http.Request, a web.PasskeyAnswer) error {
	site, err := d.site()
	if err != nil {
		return err
	}
	answer, err := answerOf(a)
	if err != nil {
		return err
	}
	token, s, err := d.n.Auth().LoginByPasskey(r.Context(), answer, "", site, time.Now())
	if err != nil {
		return err
	}
	return d.enter(w, r, token, s, auth.MethodPasskey)
}

// Confirm makes the viewer's session fresh.
func (d *desk) Confirm(r *http.Request, v web.Viewer, a web.PasskeyAnswer, link string) error {
	_, s, err := d.session(r)
	if err != nil {
		return err
	}
	if a.Signature == "" {
		return d.n.Auth().Confirm(r.Context(), s, link, r.UserAgent(), time.Now())
	}
	site, err := d.site()
	if err != nil {
		return err
	}
	answer, err := answerOf(a)
	if err != nil {
		return err
	}
	id, err := d.n.Auth().ByPasskey(r.Context(), answer, auth.PurposeConfirm, v.Session, site, time.Now())
	if err != nil {
		return err
	}
	return d.n.Auth().ConfirmAs(r.Context(), s, id, auth.MethodPasskey, r.UserAgent(), time.Now())
}

func (d *desk) provider(id string) (*openid.Provider, error) {
	for _, p := range d.opt.OpenID {
		if p.ID == id {
			return p, nil
		}
	}
	return nil, fault.New(fault.NotFound, "this node knows no provider of that name").Mend("log in from the login page")
}

func (d *desk) tripCookie(value string, age int) *http.Cookie {
	return &http.Cookie{
		Name: d.n.Auth().CookieName() + "-openid", Value: value, Path: "/login/openid/", MaxAge: age, HttpOnly: true, Secure: d.opt.Secure, SameSite: http.SameSiteLaxMode,
	}
}

// Leave gives the address of a provider's login page. The way back is an address of this desk alone, and each provider has its own.
func (d *desk) Leave(w http.ResponseWriter, r *http.Request, v web.Viewer, provider, back string, again bool) (string, error) {
	p, err := d.provider(provider)
	if err != nil {
		return "", err
	}
	site, err := d.site()
	if err != nil {
		return "", err
	}
	session := ""
	if again {
		session = v.Session
	}
	to, trip, err := p.Leave(r.Context(), site.Origin+"/login/openid/"+p.ID+"/return", back, session, time.Now())
	if err != nil {
		return "", err
	}
	http.SetCookie(w, d.tripCookie(b64.EncodeToString(d.n.Auth().State(trip.Encode())), int(openid.Life/time.Second)))
	return to, nil
}

// Arrive takes a browser that a provider sent back.
func (d *desk) Arrive(w http.ResponseWriter, r *http.Request, v web.Viewer, provider string) (string, error) {
	ctx, now := r.Context(), time.Now()
	p, err := d.provider(provider)
	if err != nil {
		return "", err
	}
	trip, err := d.trip(r)
	if err != nil {
		return "", err
	}
	http.SetCookie(w, d.tripCookie("", -1))
	first, err := d.n.Auth().UseOnce(ctx, trip.State, now.Add(openid.Life))
	if err == nil && !first {
		err = fault.New(fault.Unauthorised, "this login was finished already").Mend("log in again from the login page")
	}
	if err != nil {
		return "", err
	}
	if trip.Session != "" && trip.Session != v.Session {
		return "", fault.New(fault.Forbidden, "somebody else is logged in now than who set out to confirm").Mend("begin again")
	}
	subject, claims, err := p.Arrive(ctx, trip, r.URL.Query(), now)
	if err != nil {
		return "", err
	}
	id, err := d.n.ByOpenID(ctx, &p.Provider, subject, claims)
	if err != nil {
		return "", err
	}
	if trip.Session != "" {
		_, s, err := d.session(r)
		if err != nil {
			return "", err
		}
		return trip.Back, d.n.Auth().ConfirmAs(ctx, s, id, auth.MethodOpenID, r.UserAgent(), now)
	}
	token, s, err := d.n.Auth().Begin(ctx, id, auth.KindCookie, now, 0)
	if err != nil {
		return "", err
	}
	return trip.Back, d.enter(w, r, token, s, auth.MethodOpenID)
}

func (d *desk) trip(r *http.Request) (*openid.Trip, error) {
	k, err := r.Cookie(d.tripCookie("", 0).Name)
	if err != nil {
		return nil, fault.New(fault.Unauthorised, "this browser did not set out from here").Mend("log in from the login page")
	}
	raw, err := b64.DecodeString(k.Value)
	body, ok := d.n.Auth().OpenState(raw)
	if err != nil || !ok {
		return nil, fault.New(fault.Unauthorised, "this browser did not set out from here").Mend("log in from the login page")
	}
	return openid.DecodeTrip(body)
}
