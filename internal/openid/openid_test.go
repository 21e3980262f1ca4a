package openid_test

import (
	"crypto/rand"
	"crypto/rsa"
	"net/http"
	"net/url"
	"testing"
	"time"

	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/openid"
	"github.com/entente-net/entente/internal/openid/openidtest"
)

const back = "http://localhost:7412/login/openid/justice/return"

func of(p *openidtest.Provider, id string) *openid.Provider {
	return &openid.Provider{Provider: auth.Provider{ID: id, Name: "Justice", Issuer: p.URL, Client: p.Client, Claim: "groups"}, Secret: p.Secret}
}

// follow is what the browser does at the provider: it comes back with what the address then holds.
func follow(t *testing.T, address string) url.Values {
	t.Helper()
	c := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	res, err := c.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	_ = res.Body.Close()
	to, err := res.Location()
	if err != nil {
		t.Fatalf("%d: %v", res.StatusCode, err)
	}
	return to.Query()
}

func leave(t *testing.T, p *openid.Provider, session string) (url.Values, *openid.Trip) {
	t.Helper()
	to, trip, err := p.Leave(t.Context(), back, "/cases", session, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	kept, err := openid.DecodeTrip(trip.Encode())
	if err != nil {
		t.Fatal(err)
	}
	return follow(t, to), kept
}

func TestThereAndBack(t *testing.T) {
	at := openidtest.New(t)
	at.Claims = map[string]any{"groups": []string{"judges"}, "preferred_username": "vantor"}
	p := of(at, "justice")
	q, trip := leave(t, p, "")
	sub, claims, err := p.Arrive(t.Context(), trip, q, time.Now())
	if err != nil || sub != "1" || claims["preferred_username"] != "vantor" || trip.Back != "/cases" {
		t.Fatalf("%s, %v, %v", sub, claims, err)
	}
	if asked := at.Asked()[0]; asked.Has("prompt") || asked.Get("redirect_uri") != back {
		t.Errorf("asked for %v", asked)
	}
	if _, _, err := p.Arrive(t.Context(), trip, q, time.Now()); fault.CodeOf(err) != fault.Unauthorised {
		t.Errorf("a code twice: %v", err)
	}
	at.Rotate(t)
	q, trip = leave(t, p, "a session")
	if _, _, err := p.Arrive(t.Context(), trip, q, time.Now()); err != nil {
		t.Errorf("after the provider's keys were exchanged: %v", err)
	}
	if asked := at.Asked()[1]; asked.Get("prompt") != "login" || asked.Get("max_age") != "0" {
		t.Errorf("to confirm it asked for %v", asked)
	}
}

func TestWhatDoesNotComeBackRight(t *testing.T) {
	at, other := openidtest.New(t), openidtest.New(t)
	stranger, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	claim := func(name string, v any) func(*openidtest.Provider) {
		return func(p *openidtest.Provider) { p.Tamper = func(_, c map[string]any) { c[name] = v } }
	}
	for name, x := range map[string]struct {
		at      func(*openidtest.Provider)
		way     func(url.Values, *openid.Trip)
		session string
		now     time.Duration
		right   bool
	}{
		"nothing":                      {right: true},
		"another state":                {way: func(q url.Values, _ *openid.Trip) { q.Set("state", "x") }},
		"no state":                     {way: func(q url.Values, trip *openid.Trip) { q.Del("state"); trip.State = "" }},
		"another issuer in the answer": {way: func(q url.Values, _ *openid.Trip) { q.Set("iss", other.URL) }},
		"no issuer in the answer":      {way: func(q url.Values, _ *openid.Trip) { q.Del("iss") }, right: true}, // RFC 9207 is not everywhere
		"a trip to another provider":   {way: func(_ url.Values, trip *openid.Trip) { trip.Provider = "health" }},
		"an error":                     {way: func(q url.Values, _ *openid.Trip) { q.Set("error", "access_denied") }},
		"no code":                      {way: func(q url.Values, _ *openid.Trip) { q.Del("code") }},
		"another's code":               {way: func(q url.Values, _ *openid.Trip) { q.Set("code", "x") }},
		"another verifier":             {way: func(_ url.Values, trip *openid.Trip) { trip.Verifier += "x" }},
		"another way back":             {way: func(_ url.Values, trip *openid.Trip) { trip.Return += "x" }},
		"another nonce":                {way: func(_ url.Values, trip *openid.Trip) { trip.Nonce += "x" }},
		"too late":                     {now: 11 * time.Minute},
		"begun in the future":          {now: -5 * time.Minute},
		"a clock behind by half":       {at: func(p *openidtest.Provider) { p.Now = func() time.Time { return time.Now().Add(-30 * time.Second) } }, right: true},
		"a clock ahead by half":        {at: func(p *openidtest.Provider) { p.Now = func() time.Time { return time.Now().Add(30 * time.Second) } }, right: true},
		"a clock ahead by more":        {at: func(p *openidtest.Provider) { p.Now = func() time.Time { return time.Now().Add(3 * time.Minute) } }},
		"a word that has expired":      {at: claim("exp", time.Now().Add(-2*time.Minute).Unix())},
		"within the skew":              {at: claim("exp", time.Now().Add(-30*time.Second).Unix()), right: true},
		"for another program":          {at: claim("aud", "another")},
		"for two programs":             {at: claim("aud", []string{"entente", "another"})},
		"for two, and meant for this": {at: func(p *openidtest.Provider) {
			p.Tamper = func(_, c map[string]any) { c["aud"], c["azp"] = []string{"entente", "another"}, "entente" }
		}, right: true},
		"meant for another":              {at: claim("azp", "another")},
		"of another issuer":              {at: claim("iss", other.URL)},
		"with another nonce in it":       {at: claim("nonce", "x")},
		"signed by a stranger":           {at: func(p *openidtest.Provider) { p.Resign = func(*rsa.PrivateKey) *rsa.PrivateKey { return stranger } }},
		"not signed":                     {at: func(p *openidtest.Provider) { p.Tamper = func(h, _ map[string]any) { h["alg"] = "none" } }},
		"by the client's secret":         {at: func(p *openidtest.Provider) { p.Tamper = func(h, _ map[string]any) { h["alg"] = "HS256" } }},
		"confirmed":                      {session: "s", right: true},
		"not asked again":                {session: "s", at: claim("auth_time", time.Now().Add(-time.Hour).Unix())},
		"silent on when it asked":        {session: "s", at: func(p *openidtest.Provider) { p.Tamper = func(_, c map[string]any) { delete(c, "auth_time") } }},
		"asked in the future":            {session: "s", at: claim("auth_time", time.Now().Add(time.Hour).Unix())},
		"the other's code and state mix": {way: func(q url.Values, _ *openid.Trip) { q.Set("iss", other.URL); q.Set("code", "of the other") }},
	} {
		t.Run(name, func(t *testing.T) {
			at.Tamper, at.Resign, at.Now = nil, nil, time.Now
			if x.at != nil {
				x.at(at)
			}
			p := of(at, "justice")
			q, trip := leave(t, p, x.session)
			if x.way != nil {
				x.way(q, trip)
			}
			sub, _, err := p.Arrive(t.Context(), trip, q, time.Now().Add(x.now))
			if x.right != (err == nil) || err == nil && sub != "1" {
				t.Fatalf("%q, %v", sub, err)
			}
			if err != nil && fault.CodeOf(err) != fault.Unauthorised {
				t.Errorf("it says %v", err)
			}
		})
	}
	at.Tamper, at.Resign, at.Now = nil, nil, time.Now
	// Mix-up: a browser that set out for one provider is sent back by the other, which hopes to be given the first one's code.
	p, o := of(at, "justice"), of(other, "health")
	q, _ := leave(t, p, "")
	_, trip := leave(t, o, "")
	if _, _, err := o.Arrive(t.Context(), trip, q, time.Now()); fault.CodeOf(err) != fault.Unauthorised {
		t.Errorf("mixed up: %v", err)
	}
	gone := &openid.Provider{Provider: auth.Provider{ID: "gone", Name: "Gone", Issuer: "http://127.0.0.1:1", Client: "x"}}
	if _, _, err := gone.Leave(t.Context(), back, "/", "", time.Now()); fault.CodeOf(err) != fault.Unavailable {
		t.Errorf("a provider that is not there: %v", err)
	}
}
