package desk_test

import (
	"encoding/base64"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/desk"
	"github.com/entente-net/entente/internal/openid"
	"github.com/entente-net/entente/internal/openid/openidtest"
	"github.com/entente-net/entente/seal/sealtest"
)

// named serves a party's desk under the name by which browsers call their own machine: passkeys know domains alone.
func (w *town) named(party agreement.PartyID, providers ...*openid.Provider) string {
	w.t.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		w.t.Fatal(err)
	}
	_, port, _ := net.SplitHostPort(ln.Addr().String())
	origin := "http://localhost:" + port
	h, err := w.Members[party].Desk(desk.Options{Personas: true, Origin: origin, OpenID: providers})
	if err != nil {
		w.t.Fatal(err)
	}
	srv := &httptest.Server{Listener: ln, Config: &http.Server{Handler: h}}
	srv.Start()
	w.t.Cleanup(srv.Close)
	w.desks[party] = origin
	return origin
}

// data gives a data attribute of the page's passkey box.
func (b *browser) data(name string) string {
	b.t.Helper()
	m := regexp.MustCompile(`data-` + name + `="([^"]*)"`).FindStringSubmatch(b.page)
	if m == nil {
		b.t.Fatalf("%s: nothing there asks a passkey (%s): %s", b.res.Request.URL, name, b.text())
	}
	return m[1]
}

var raw = base64.RawURLEncoding

// uses lets a passkey answer the form with that button, as the page's script does.
func (b *browser) uses(p *sealtest.Passkey, action string, more ...string) url.Values {
	b.t.Helper()
	challenge, err := raw.DecodeString(b.data("challenge"))
	if err != nil {
		b.t.Fatal(err)
	}
	a, client, sig := p.Get(challenge)
	f := url.Values{
		"form_token": {b.token()}, "passkey-challenge": {b.data("challenge")}, "passkey-id": {raw.EncodeToString(p.ID)}, "passkey-authenticator": {raw.EncodeToString(a)},
		"passkey-client": {client}, "passkey-signature": {raw.EncodeToString(sig)},
	}
	for i := 0; i+1 < len(more); i += 2 {
		f.Set(more[i], more[i+1])
	}
	b.post(action, f)
	return f
}

func (b *browser) token() string {
	b.t.Helper()
	m := regexp.MustCompile(`name="form_token" value="([^"]*)"`).FindStringSubmatch(b.page)
	if m == nil {
		b.t.Fatalf("%s: no form", b.res.Request.URL)
	}
	return m[1]
}

// make makes a passkey under Settings.
func (b *browser) make(p *sealtest.Passkey, name string) {
	b.t.Helper()
	b.get("/settings/passkeys/new")
	b.reads(200, "This needs script in your browser")
	challenge, err := raw.DecodeString(b.data("challenge"))
	if err != nil {
		b.t.Fatal(err)
	}
	a, client := p.Create(challenge)
	b.post("/settings/passkeys", url.Values{
		"form_token": {b.token()}, "name": {name}, "passkey-challenge": {b.data("challenge")}, "passkey-authenticator": {raw.EncodeToString(a)}, "passkey-client": {client},
	})
}

// stale makes a person's last proof of who they are too old.
func (w *town) stale(party agreement.PartyID, id auth.PersonID) {
	w.t.Helper()
	n := w.Node(party)
	all, err := n.Auth().Browsers(w.t.Context(), id, time.Now())
	if err != nil || len(all) == 0 {
		w.t.Fatal(err)
	}
	for _, s := range all {
		if err := n.Auth().Note(w.t.Context(), s, auth.MethodLink, "x", time.Now().Add(-2*auth.FreshFor)); err != nil {
			w.t.Fatal(err)
		}
	}
}

func TestPasskeysAtTheDesk(t *testing.T) {
	w := newTown(t)
	origin := w.named("belmark")
	id := w.asked(request...)
	judge := w.as("belmark", "Judge Vantor")
	phone := sealtest.New("vantor's phone", "localhost", origin)
	phone.Count = 1
	other := *phone
	other.Origin = "http://localhost:1"
	judge.make(&other, "elsewhere")
	judge.reads(400, "made for another page")
	judge.make(phone, "phone")
	judge.reads(200, "The passkey is made", "phone", "not certified yet")
	mine := regexp.MustCompile(`class="fingerprint"[^>]*>([^<]*)<`).FindStringSubmatch(judge.page)[1]
	judge.press("Take the request as a file")
	if judge.res.Header.Get("Content-Type") != "application/json" || !strings.Contains(judge.page, `"entente/key-request/1"`) {
		t.Fatalf("the request: %s", judge.page)
	}
	ref := ""
	{
		tal := w.as("belmark", "Oren Tal")
		tal.get("/settings")
		tal.reads(200, "Certify the keys of others", mine)
		ref = tal.form("certify").fields.Get("ref")
		judge.get("/settings")
		judge.post("/settings/keys/certify", url.Values{"form_token": {judge.token()}, "ref": {ref}})
		judge.reads(403, "Nobody certifies their own key")
		tal.press("certify")
		tal.reads(200, "The key is certified")
	}
	step := "/cases/" + id + "/steps/authorise"
	judge.get(step)
	judge.press("Read it over", "f.reasons", "Necessary and proportionate.")
	judge.reads(200, "Sign with your passkey and send", "This needs script")
	draft := judge.form("Sign with your passkey").fields.Get("draft")
	page := judge.page
	// An answer for another act: of the same step, reviewed again.
	judge.get(step)
	judge.press("Read it over", "f.reasons", "Another reason.")
	judge.uses(phone, step, "draft", draft, "do", "sign")
	judge.reads(403, "The passkey did not sign this act")
	judge.page = page
	stranger := sealtest.New("a stranger's", "localhost", origin)
	judge.uses(stranger, step, "draft", draft, "do", "sign")
	judge.reads(403, "not one of yours")
	judge.page = page
	judge.uses(&other, step, "draft", draft, "do", "sign")
	judge.reads(403, "The passkey did not sign this act")
	judge.page = page
	w.stale("belmark", "vantor") // a passkey that signs the act is itself the proof
	answer := judge.uses(phone, step, "draft", draft, "do", "sign")
	judge.reads(200, "Authorised, waits for execution", "signed by the person’s own key")
	judge.post(step, answer)
	judge.reads(409)

	// It logs in, once for each answer.
	judge.press("Log out")
	judge.reads(200, "Log in with a passkey")
	again := judge.uses(phone, "/login/passkey", "back", "//evil.example/")
	judge.reads(200)
	if got := judge.res.Request.URL; got.Host != strings.TrimPrefix(origin, "http://") || got.Path != "/" {
		t.Fatalf("the way back leads to %s", got)
	}
	judge.press("Log out")
	again.Set("form_token", judge.token())
	judge.post("/login/passkey", again)
	judge.reads(401, "used already")
	judge.get("/login")
	lagging := *phone
	lagging.Count = 1
	judge.uses(&lagging, "/login/passkey")
	judge.reads(401, "counted backwards")
	judge.get("/login")
	judge.uses(stranger, "/login/passkey")
	judge.reads(401, "opens no desk here")
	judge.get("/login")
	judge.uses(&other, "/login/passkey")
	judge.reads(401, "opens no desk here")
}

// asked has Arland's prosecutor ask for assistance, and gives the case.
func (w *town) asked(values ...string) string {
	w.t.Helper()
	b := w.as("arland", "Pia Anselm")
	b.get("/cases")
	b.follow("Ask for assistance")
	b.press("Read it over", values...)
	b.press("Sign and send")
	b.reads(200)
	w.settle()
	return strings.TrimPrefix(b.res.Request.URL.Path, "/cases/")
}

func TestAFreshLoginForWhatIsDoneInOnesName(t *testing.T) {
	w := newTown(t)
	id := w.asked(request...)
	judge := w.as("belmark", "Judge Vantor")
	judge.get("/cases/" + id + "/steps/authorise")
	judge.press("Read it over", "f.reasons", "Necessary and proportionate.")
	w.stale("belmark", "vantor")
	judge.press("Sign and send")
	judge.reads(401, "Confirm that it is you", "Nothing was done yet")
	f := judge.form("I am Judge Vantor")
	forged := url.Values{}
	for k, v := range f.fields {
		forged[k] = v
	}
	link, err := w.Node("belmark").Auth().Link(t.Context(), "tal", time.Now(), 0, true)
	if err != nil {
		t.Fatal(err)
	}
	forged.Set("confirm-link", link)
	page := judge.page
	judge.post(f.action, forged)
	judge.reads(403, "somebody else than who is logged in")
	judge.page = page
	judge.press("I am Judge Vantor")
	judge.reads(200, "Authorised, waits for execution", "signed by the person’s own key")

	w.stale("belmark", "vantor")
	judge.get("/settings")
	second := w.as("belmark", "Judge Vantor")
	judge.get("/settings")
	judge.press("Log out all others")
	judge.press("I am Judge Vantor")
	judge.reads(200, "All your other devices are logged out")
	second.get("/settings")
	second.reads(200, "Who are you")
}

func TestSessionsThatAreOver(t *testing.T) {
	w := newTown(t)
	judge := w.as("belmark", "Judge Vantor")
	u, _ := url.Parse(judge.base)
	var stolen *http.Cookie
	for _, c := range judge.http.Jar.Cookies(u) {
		if c.Name == "entente-belmark" {
			stolen = c
		}
	}
	use := func(base string, c *http.Cookie) *browser {
		b := newBrowser(t, base)
		at, _ := url.Parse(base)
		b.http.Jar.SetCookies(at, []*http.Cookie{c})
		b.get("/settings")
		return b
	}
	use(judge.base, stolen).reads(200, "Devices")
	// A cookie of one node opens no other, under its own name or the other's.
	use(w.desks["arland"], stolen).reads(200, "Who are you")
	use(w.desks["arland"], &http.Cookie{Name: "entente-arland", Value: stolen.Value}).reads(200, "Who are you")
	judge.get("/settings")
	judge.press("Log out")
	use(judge.base, stolen).reads(200, "Who are you")

	// A role that is taken away is gone at once, and so is a person who is disabled.
	n := w.Node("belmark")
	tal := w.as("belmark", "Oren Tal")
	p, err := n.Auth().Person(t.Context(), "tal")
	if err != nil {
		t.Fatal(err)
	}
	id := w.asked(urgent()...)
	tal.get("/cases/" + id)
	tal.reads(200, "Two lorries crossed at night.")
	without := *p
	without.Roles = map[agreement.ID][]agreement.RoleID{}
	if err := n.EnrolPerson(t.Context(), without); err != nil {
		t.Fatal(err)
	}
	tal.get("/cases/" + id)
	tal.lacks("Two lorries crossed at night.")
	gone := *p
	gone.Disabled = true
	if err := n.EnrolPerson(t.Context(), gone); err != nil {
		t.Fatal(err)
	}
	tal.get("/settings")
	tal.reads(200, "Who are you")
	for _, to := range []string{"//evil.example", "https://evil.example", "/\\evil.example", "/%0d%0aLocation:x", "javascript:alert(1)", "\\\\evil"} {
		b := newBrowser(t, w.desks["belmark"])
		b.get("/")
		f := b.form("Be Judge Vantor")
		f.fields.Set("back", to)
		b.post(f.action, f.fields)
		if b.res.Request.URL.Host != u.Host {
			t.Errorf("%q leads to %s", to, b.res.Request.URL)
		}
	}
}

func TestOpenIDAtTheDesk(t *testing.T) {
	w := newTown(t)
	at, rogue := openidtest.New(t), openidtest.New(t)
	provider := func(id, name string, p *openidtest.Provider) *openid.Provider {
		return &openid.Provider{Secret: p.Secret, Provider: auth.Provider{
			ID: id, Name: name, Issuer: p.URL, Client: p.Client, Claim: "groups",
			Roles: []auth.Grant{{Value: "courts", Agreement: w.Agreement, Role: "judge"}, {Value: "service", Agreement: w.Agreement, Role: "prosecutor"}},
		}}
	}
	origin := w.named("belmark", provider("justice", "Ministry of Justice", at), provider("rogue", "Rogue", rogue))
	at.Claims = map[string]any{"preferred_username": "ormond", "name": "Judge Ormond", "groups": []string{"courts"}}
	b := newBrowser(t, origin)
	b.get("/settings")
	b.follow("Log in with Ministry of Justice")
	b.reads(200, "Judge Ormond", "Your roles: Judge", "your party’s login")
	if asked := at.Asked()[0]; asked.Get("redirect_uri") != origin+"/login/openid/justice/return" {
		t.Errorf("asked for %v", asked)
	}
	// Again, where it must be fresh: the provider is told to ask anew.
	w.stale("belmark", "ormond")
	b.get("/settings/passkeys/new")
	b.reads(401, "Confirm with Ministry of Justice")
	b.follow("Confirm with Ministry of Justice")
	b.reads(200, "Close this tab")
	if asked := at.Asked()[1]; asked.Get("max_age") != "0" || asked.Get("prompt") != "login" {
		t.Errorf("to confirm it asked for %v", asked)
	}
	b.get("/settings/passkeys/new")
	b.reads(200, "Name of the passkey")
	w.stale("belmark", "ormond")
	at.Subject, at.Claims = "2", map[string]any{"preferred_username": "kern", "groups": []string{"courts"}}
	b.get("/login/openid/justice?again=yes")
	b.reads(403, "somebody else than who is logged in")

	// What the agreement forbids is refused with the article.
	at.Subject, at.Claims = "3", map[string]any{"preferred_username": "both", "groups": []string{"courts", "service"}}
	b = newBrowser(t, origin)
	b.get("/login/openid/justice")
	b.reads(403, "independent", "Article")

	// An answer that was brought elsewhere: no state of this browser, a state of another's, and one that was used.
	at.Subject, at.Claims = "1", map[string]any{"preferred_username": "ormond", "groups": []string{"courts"}}
	b = newBrowser(t, origin)
	b.get("/login/openid/justice/return?code=x&state=y")
	b.reads(401, "did not set out from here")
	b = newBrowser(t, origin)
	b.http.CheckRedirect = func(r *http.Request, _ []*http.Request) error {
		if strings.HasSuffix(r.URL.Path, "/return") {
			return http.ErrUseLastResponse
		}
		return nil
	}
	res, err := b.http.Get(origin + "/login/openid/justice?back=" + url.QueryEscape("https://evil.example/"))
	if err != nil {
		t.Fatal(err)
	}
	_ = res.Body.Close()
	to, err := res.Location()
	if err != nil {
		t.Fatal(err)
	}
	b.http.CheckRedirect = nil
	victim := newBrowser(t, origin)
	victim.get(to.RequestURI())
	victim.reads(401, "did not set out from here")
	// Mixed up: the other provider's return is reached with this one's answer.
	b.get(strings.Replace(to.RequestURI(), "/justice/", "/rogue/", 1))
	b.reads(401)
	b.get("/login/openid/justice?back=" + url.QueryEscape("https://evil.example/"))
	b.reads(200)
	if b.res.Request.URL.Host != strings.TrimPrefix(origin, "http://") {
		t.Errorf("the way back leads to %s", b.res.Request.URL)
	}
	b.get(to.RequestURI())
	b.reads(401)
}
