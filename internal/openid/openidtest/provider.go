package openidtest

import (
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math/big"
	"net/http"
	"net/http/httptest"
	"net/url"
	"sync"
	"testing"
	"time"
)

// Provider knows one client, and says of whoever logs in what it is told.
type Provider struct {
	URL      string // the issuer
	Client   string
	Secret   string
	Subject  string
	Claims   map[string]any                            // of the subject
	Now      func() time.Time                          // its clock
	Tamper   func(header, claims map[string]any)       // of the next ID tokens
	Resign   func(key *rsa.PrivateKey) *rsa.PrivateKey // signs the next with another key than it publishes
	Answered func(code, state string) url.Values       // what it sends back; nil: code, state and iss

	mu     sync.Mutex
	key    *rsa.PrivateKey
	number int
	codes  map[string]url.Values // the requests for which codes were given
	asked  []url.Values
}

// New serves a provider until the test ends.
func New(t *testing.T) *Provider {
	t.Helper()
	p := &Provider{Client: "entente", Secret: "a-secret-of-the-client", Subject: "1", Claims: map[string]any{}, Now: time.Now, codes: map[string]url.Values{}}
	p.Rotate(t)
	mux := http.NewServeMux()
	srv := httptest.NewServer(mux)
	t.Cleanup(srv.Close)
	p.URL = srv.URL
	mux.HandleFunc("GET /.well-known/openid-configuration", func(w http.ResponseWriter, _ *http.Request) {
		reply(w, map[string]any{
			"issuer": p.URL, "authorization_endpoint": p.URL + "/authorize", "token_endpoint": p.URL + "/token", "jwks_uri": p.URL + "/keys",
			"id_token_signing_alg_values_supported": []string{"RS256"}, "response_types_supported": []string{"code"}, "subject_types_supported": []string{"public"},
		})
	})
	mux.HandleFunc("GET /keys", func(w http.ResponseWriter, _ *http.Request) { reply(w, p.keys()) })
	mux.HandleFunc("GET /authorize", p.authorize)
	mux.HandleFunc("POST /token", p.token)
	return p
}

// Rotate exchanges the signing key.
func (p *Provider) Rotate(t *testing.T) {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.key, p.number = key, p.number+1
}

// Asked gives the requests for logins, in order.
func (p *Provider) Asked() []url.Values {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.asked
}

func reply(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(v) // the reader has gone: nobody is left to tell
}

var b64 = base64.RawURLEncoding

func (p *Provider) keys() any {
	p.mu.Lock()
	defer p.mu.Unlock()
	e := big.NewInt(int64(p.key.E)).Bytes()
	return map[string]any{"keys": []any{map[string]any{
		"kty": "RSA", "alg": "RS256", "use": "sig", "kid": p.kid(), "n": b64.EncodeToString(p.key.N.Bytes()), "e": b64.EncodeToString(e),
	}}}
}

func (p *Provider) kid() string { return fmt.Sprintf("key %d", p.number) }

// authorize logs everybody in who comes.
func (p *Provider) authorize(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	if q.Get("client_id") != p.Client || q.Get("response_type") != "code" || q.Get("code_challenge_method") != "S256" || q.Get("nonce") == "" || q.Get("state") == "" {
		http.Error(w, "this is no request of an authorisation code with PKCE, state and nonce", http.StatusBadRequest)
		return
	}
	code := rand.Text()
	p.mu.Lock()
	p.codes[code] = q
	p.asked = append(p.asked, q)
	p.mu.Unlock()
	to := q.Get("redirect_uri")
	back := url.Values{"code": {code}, "state": {q.Get("state")}, "iss": {p.URL}}
	if p.Answered != nil {
		back = p.Answered(code, q.Get("state"))
	}
	http.Redirect(w, r, to+"?"+back.Encode(), http.StatusFound)
}

// token redeems a code once, for the client that has its verifier.
func (p *Provider) token(w http.ResponseWriter, r *http.Request) {
	client, secret, ok := r.BasicAuth()
	if !ok {
		client, secret = r.FormValue("client_id"), r.FormValue("client_secret")
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	q, known := p.codes[r.FormValue("code")]
	delete(p.codes, r.FormValue("code"))
	sum := sha256.Sum256([]byte(r.FormValue("code_verifier")))
	if !known || client != p.Client || secret != p.Secret || r.FormValue("redirect_uri") != q.Get("redirect_uri") || b64.EncodeToString(sum[:]) != q.Get("code_challenge") {
		w.WriteHeader(http.StatusBadRequest)
		reply(w, map[string]any{"error": "invalid_grant"})
		return
	}
	now := p.Now()
	claims := map[string]any{"iss": p.URL, "sub": p.Subject, "aud": p.Client, "iat": now.Unix(), "exp": now.Add(5 * time.Minute).Unix(), "nonce": q.Get("nonce")}
	if q.Get("max_age") != "" {
		claims["auth_time"] = now.Unix()
	}
	for k, v := range p.Claims {
		claims[k] = v
	}
	header := map[string]any{"alg": "RS256", "kid": p.kid(), "typ": "JWT"}
	if p.Tamper != nil {
		p.Tamper(header, claims)
	}
	key := p.key
	if p.Resign != nil {
		key = p.Resign(key)
	}
	reply(w, map[string]any{"access_token": rand.Text(), "token_type": "Bearer", "expires_in": 300, "id_token": signed(key, header, claims)})
}

func signed(key *rsa.PrivateKey, header, claims map[string]any) string {
	h, _ := json.Marshal(header)
	c, _ := json.Marshal(claims)
	text := b64.EncodeToString(h) + "." + b64.EncodeToString(c)
	if header["alg"] == "none" {
		return text + "."
	}
	sum := sha256.Sum256([]byte(text))
	sig, err := rsa.SignPKCS1v15(nil, key, crypto.SHA256, sum[:])
	if err != nil {
		panic(err)
	}
	return text + "." + b64.EncodeToString(sig)
}
