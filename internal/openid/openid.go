package openid

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"sync"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
)

const (
	// Skew is by how much a provider's clock may differ from this machine's.
	Skew = time.Minute
	// Life is how long a person may take at the provider.
	Life = 10 * time.Minute
)

// Provider is one that is configured. It is asked for its document when it is first needed, and again after a failure.
type Provider struct {
	auth.Provider
	Secret string // "": a public client
	HTTP   *http.Client

	mu       sync.Mutex
	provider *oidc.Provider
}

// Trip is what must be remembered between leaving for the provider and coming back.
type Trip struct {
	Provider string    `json:"provider"`
	State    string    `json:"state"`
	Nonce    string    `json:"nonce"`
	Verifier string    `json:"verifier"`
	Back     string    `json:"back"`
	Session  string    `json:"session"` // whose person confirms who they are; "": a login
	Begun    time.Time `json:"begun"`
	Return   string    `json:"return"` // the address that the provider sends the browser to
}

// Encode gives it for auth.Service.State.
func (t *Trip) Encode() []byte {
	b, _ := json.Marshal(t) // texts and an instant
	return b
}

// DecodeTrip reads it back.
func DecodeTrip(b []byte) (*Trip, error) {
	t := &Trip{}
	if err := json.Unmarshal(b, t); err != nil {
		return nil, fault.New(fault.Unauthorised, "this browser did not set out from here").Mend("log in from the login page").Wrap(err)
	}
	return t, nil
}

func (p *Provider) client(ctx context.Context) context.Context {
	c := p.HTTP
	if c == nil {
		c = &http.Client{Timeout: 10 * time.Second}
	}
	return oidc.ClientContext(ctx, c)
}

func (p *Provider) discover(ctx context.Context) (*oidc.Provider, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.provider != nil {
		return p.provider, nil
	}
	// The key set lives on after this request, and must not end with it.
	found, err := oidc.NewProvider(p.client(context.WithoutCancel(ctx)), p.Issuer)
	if err != nil {
		return nil, fault.New(fault.Unavailable, "%s cannot be reached, or is not who it should be", p.Name).Mend("try again in a while, or log in another way").Wrap(err)
	}
	p.provider = found
	return found, nil
}

func (p *Provider) config(found *oidc.Provider, to string) *oauth2.Config {
	scopes := p.Scopes
	if len(scopes) == 0 {
		scopes = []string{"profile"}
	}
	at := found.Endpoint()
	at.AuthStyle = p.style(found)
	return &oauth2.Config{ClientID: p.Client, ClientSecret: p.Secret, Endpoint: at, RedirectURL: to, Scopes: append([]string{oidc.ScopeOpenID}, scopes...)}
}

// style says how the client shows its secret. It is never tried out: a code is redeemed once.
func (p *Provider) style(found *oidc.Provider) oauth2.AuthStyle {
	var said struct {
		Methods []string `json:"token_endpoint_auth_methods_supported"`
	}
	_ = found.Claims(&said) // what is not said is client_secret_basic
	if p.Secret == "" || len(said.Methods) > 0 && !slices.Contains(said.Methods, "client_secret_basic") {
		return oauth2.AuthStyleInParams
	}
	return oauth2.AuthStyleInHeader
}

// Leave begins a trip: the address to send the browser to, and what to remember. session is not empty where
// somebody who is logged in confirms who they are: the provider must ask them again.
func (p *Provider) Leave(ctx context.Context, to, back, session string, now time.Time) (string, *Trip, error) {
	found, err := p.discover(ctx)
	if err != nil {
		return "", nil, err
	}
	t := &Trip{Provider: p.ID, State: draw(), Nonce: draw(), Verifier: oauth2.GenerateVerifier(), Back: back, Session: session, Begun: now.UTC(), Return: to}
	opts := []oauth2.AuthCodeOption{oidc.Nonce(t.Nonce), oauth2.S256ChallengeOption(t.Verifier)}
	if session != "" {
		opts = append(opts, oauth2.SetAuthURLParam("prompt", "login"), oauth2.SetAuthURLParam("max_age", "0"))
	}
	return p.config(found, to).AuthCodeURL(t.State, opts...), t, nil
}

// Arrive takes what the provider sent the browser back with, and gives the subject and what the provider says of it.
func (p *Provider) Arrive(ctx context.Context, t *Trip, q url.Values, now time.Time) (subject string, claims map[string]any, err error) {
	no := func(why string) error {
		return fault.New(fault.Unauthorised, "%s did not say who you are: %s", p.Name, why).Mend("log in again from the login page")
	}
	switch {
	case t.Provider != p.ID:
		return "", nil, no("the answer is another provider's")
	case q.Get("state") == "" || q.Get("state") != t.State:
		return "", nil, no("this answer belongs to no login that was begun in this browser")
	case q.Has("iss") && q.Get("iss") != p.Issuer: // RFC 9207: who answers must be who was asked
		return "", nil, no("somebody else answered")
	case now.Sub(t.Begun) > Life || t.Begun.Sub(now) > Skew:
		return "", nil, no("it took too long")
	case q.Get("error") != "":
		return "", nil, no("it refused the login")
	case q.Get("code") == "":
		return "", nil, no("its answer is empty")
	}
	found, err := p.discover(ctx)
	if err != nil {
		return "", nil, err
	}
	ctx = p.client(ctx)
	token, err := p.config(found, t.Return).Exchange(ctx, q.Get("code"), oauth2.VerifierOption(t.Verifier))
	if err != nil {
		return "", nil, no("its answer could not be redeemed").(*fault.Error).Wrap(err)
	}
	raw, ok := token.Extra("id_token").(string)
	if !ok {
		return "", nil, no("it gave no ID token")
	}
	id, err := found.Verifier(&oidc.Config{ClientID: p.Client, Now: func() time.Time { return now.Add(-Skew) }}).Verify(ctx, raw)
	if err != nil {
		return "", nil, no("its word cannot be verified").(*fault.Error).Wrap(err)
	}
	if id.Nonce != t.Nonce {
		return "", nil, no("its word was given for another login")
	}
	if id.IssuedAt.After(now.Add(Skew)) {
		return "", nil, no("its clock is ahead by more than a minute")
	}
	if err := id.Claims(&claims); err != nil {
		return "", nil, no("its word cannot be read").(*fault.Error).Wrap(err)
	}
	if azp, ok := claims["azp"].(string); ok && azp != p.Client || !ok && len(id.Audience) > 1 {
		return "", nil, no("its word was given to another program")
	}
	if t.Session != "" {
		at, ok := claims["auth_time"].(float64)
		if when := time.Unix(int64(at), 0); !ok || when.Before(t.Begun.Add(-Skew)) || when.After(now.Add(Skew)) {
			return "", nil, no("it did not ask you again")
		}
	}
	return id.Subject, claims, nil
}

func draw() string {
	b := make([]byte, 24)
	_, _ = rand.Read(b) // crypto/rand does not fail
	return base64.RawURLEncoding.EncodeToString(b)
}
