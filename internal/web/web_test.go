package web

import (
	"bytes"
	"compress/gzip"
	"html"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/entente-net/entente/fault"
)

// browser is a person at the desk: it keeps cookies and sends forms with the fields they came with.
type browser struct {
	t    *testing.T
	http *http.Client
	base string
	page string // the page last seen
	res  *http.Response
}

func open(t *testing.T, h http.Handler) *browser {
	t.Helper()
	srv := httptest.NewServer(h)
	t.Cleanup(srv.Close)
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &browser{t: t, http: &http.Client{Jar: jar}, base: srv.URL}
}

// login is how the demonstration's persona logs in by hand.
func login(t *testing.T) (*desk, *browser) {
	t.Helper()
	d, h := newDesk(t)
	b := open(t, h)
	b.get("/login")
	b.send("/login", url.Values{"token": {"t2"}, "back": {"/cases"}})
	if b.res.StatusCode != 200 || b.res.Request.URL.Path != "/cases" {
		t.Fatalf("login led to %d %s", b.res.StatusCode, b.res.Request.URL)
	}
	return d, b
}

func (b *browser) do(r *http.Request) {
	b.t.Helper()
	res, err := b.http.Do(r)
	if err != nil {
		b.t.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		b.t.Fatal(err)
	}
	b.page, b.res = string(body), res
	if strings.HasPrefix(res.Header.Get("Content-Type"), "text/html") && strings.Contains(b.page, "<main") {
		for _, f := range checkMarkup(b.page) {
			b.t.Errorf("%s: %s", r.URL.Path, f)
		}
	}
}

func (b *browser) get(path string) {
	b.t.Helper()
	r, err := http.NewRequest(http.MethodGet, b.base+path, nil)
	if err != nil {
		b.t.Fatal(err)
	}
	b.do(r)
}

var hiddenForm = regexp.MustCompile(`<input type="hidden" name="([^"]+)" value="([^"]*)"`)

// hidden gives a hidden field of the page last seen.
func (b *browser) hidden(name string) string {
	for _, m := range hiddenForm.FindAllStringSubmatch(b.page, -1) {
		if m[1] == name {
			return html.UnescapeString(m[2])
		}
	}
	return ""
}

// send posts a form of the page last seen, with its token.
func (b *browser) send(path string, form url.Values) {
	b.t.Helper()
	if !form.Has(tokenField) {
		form.Set(tokenField, b.hidden(tokenField))
	}
	r, err := http.NewRequest(http.MethodPost, b.base+path, strings.NewReader(form.Encode()))
	if err != nil {
		b.t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	b.do(r)
}

func (b *browser) expect(status int, texts ...string) {
	b.t.Helper()
	if b.res.StatusCode != status {
		b.t.Errorf("%s: status %d, want %d", b.res.Request.URL, b.res.StatusCode, status)
	}
	plain := html.UnescapeString(b.page)
	for _, s := range texts {
		if !strings.Contains(plain, s) {
			b.t.Errorf("%s: %q is not on the page", b.res.Request.URL, s)
		}
	}
}

func TestEveryPageAnswers(t *testing.T) {
	_, b := login(t)
	for path, text := range map[string]string{
		"/": "Four things wait for you.", "/cases": "412 cases", "/cases/" + string(caseA.ID): "Where one telephone was",
		"/cases/" + string(caseA.ID) + "/steps/refuse": "essential interests", "/open/northgate/assistance/request": "Document number",
		"/check": "Is this document reported stolen?", "/check/northgate/stolen_documents/is-stolen": "border control",
		"/agreements": "Two agreements", "/agreements/northgate": "Mutual assistance", "/ledger": "Southmere", "/ledger/northgate": "184,612 entries",
		"/ledger/northgate/audit": "0 findings", "/demo": "An evidence order waits for her decision", "/public/northgate": "In force", "/gallery": "step-errors", "/gallery/case": "remain",
	} {
		b.get(path)
		b.expect(200, text)
	}
}

func TestWhoIsNotLoggedIn(t *testing.T) {
	_, h := newDesk(t)
	b := open(t, h)
	b.get("/cases/x?a=1")
	b.expect(200, "Who are you at Kingdom of Belmark?")
	if got := b.res.Request.URL.Query().Get("back"); got != "/cases/x?a=1" {
		t.Errorf("back: %q", got)
	}
	b.send("/check/northgate/stolen_documents/is-stolen", url.Values{})
	b.expect(401, "You are not logged in", "Log in again")
	b.get("/public/northgate")
	b.expect(200, "Northgate Corridor Partnership")
	if strings.Contains(b.page, "Judge Vantor") || b.res.Header.Get("Cache-Control") != "public, max-age=60" {
		t.Error("the public page is not the same for everyone")
	}
	b.get("/login")
	b.send("/login", url.Values{"token": {"wrong"}})
	b.expect(401, "This login link is not valid.")
	b.get("/login?token=t1&back=//evil.example/")
	b.expect(200, "Four things wait")
	if b.res.Request.URL.Host != strings.TrimPrefix(b.base, "http://") {
		t.Errorf("led away to %s", b.res.Request.URL)
	}
	b.send("/logout", url.Values{})
	b.get("/")
	b.expect(200, "Who are you")
}

func TestFormsNeedTheirToken(t *testing.T) {
	d, b := login(t)
	b.get("/check/northgate/stolen_documents/is-stolen")
	good := b.hidden(tokenField)
	form := func(token string) url.Values {
		return url.Values{"f.number": {"N48201763"}, "f.issuing_state": {"XB"}, "purpose": {"border-control"}, tokenField: {token}}
	}
	for _, bad := range []string{"", "x", good[:len(good)-4], strings.Repeat("A", len(good))} {
		b.send("/check/northgate/stolen_documents/is-stolen", form(bad))
		b.expect(403, "This form was not made for this session.")
	}
	other := open(t, b.handler(t))
	other.get("/login")
	b.send("/check/northgate/stolen_documents/is-stolen", form(other.hidden(tokenField)))
	b.expect(403)
	if len(d.questions) != 0 {
		t.Fatalf("asked %d times without a token", len(d.questions))
	}
	b.send("/check/northgate/stolen_documents/is-stolen", form(good))
	b.expect(200, "One hit to compare")
	if len(d.questions) != 1 || d.questions[0].Purpose != "border-control" || d.questions[0].Match["number"] != "N48201763" {
		t.Errorf("asked: %+v", d.questions)
	}
	r, _ := http.NewRequest(http.MethodPost, b.base+"/logout", strings.NewReader(url.Values{tokenField: {good}}.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	b.do(r)
	b.expect(403)
}

func (b *browser) handler(t *testing.T) http.Handler {
	_, h := newDesk(t)
	return h
}

func TestStepIsReadOverThenSigned(t *testing.T) {
	d, b := login(t)
	path := "/cases/" + string(caseA.ID) + "/steps/refuse"
	b.get("/cases/" + string(caseA.ID))
	b.expect(200, "Authorise the measure", "Refuse the request", "If you stay silent: remain")
	b.get(path)
	b.send(path, url.Values{"nonce": {b.hidden("nonce")}, "role": {"judge"}, "f.reasons": {"The <facts> were judged."}, "ground": {"same facts already judged"}})
	b.expect(200, "What leaves when you sign, and to whom", "The <facts> were judged.", "same facts already judged", "gets commitments alone")
	if len(d.acts) != 0 {
		t.Fatal("signed before it was read over")
	}
	draft := b.hidden("draft")
	b.send(path, url.Values{"do": {"edit"}, "draft": {draft}})
	b.expect(200, "The <facts> were judged.", `value="same facts already judged" checked`)
	b.send(path, url.Values{"nonce": {b.hidden("nonce")}, "role": {"judge"}, "f.reasons": {"They were judged in 2024."}, "ground": {"same facts already judged"}})
	draft = b.hidden("draft")
	b.send(path, url.Values{"do": {"sign"}, "draft": {draft}})
	b.expect(200, "Signed and taken.")
	if b.res.Request.URL.Path != "/cases/"+string(caseA.ID) || b.res.Request.Method != http.MethodGet {
		t.Errorf("signing led to %s %s", b.res.Request.Method, b.res.Request.URL)
	}
	b.send(path, url.Values{"do": {"sign"}, "draft": {draft}})
	if len(d.acts) != 1 {
		t.Fatalf("%d acts of one form", len(d.acts))
	}
	a := d.acts[0]
	if a.Values["reasons"] != "They were judged in 2024." || a.Ground != "same facts already judged" || a.Role != "judge" || a.Case != caseA.ID || a.Step != "refuse" {
		t.Errorf("signed %+v", a)
	}
}

func TestStepSaysEverythingThatIsWrong(t *testing.T) {
	_, b := login(t)
	path := "/cases/" + string(caseA.ID) + "/steps/everything"
	b.get(path)
	b.send(path, url.Values{"nonce": {"n"}, "f.reported": {"yesterday"}, "f.count": {"two"}, "f.number": {"N1 & <N2>"}, "f.person.born": {"1987"}})
	b.expect(422, "5 things to mend", "“yesterday” is not a date", "“two” is not a number", "The step is reasoned.", "Person, Date of birth", "Choose the party.", `value="N1 & <N2>"`, `aria-invalid="true"`)
	b.send(path, url.Values{"do": {"sign"}, "draft": {"not base64!"}})
	b.expect(400, "What was filled in did not come back whole.")
	b.get("/cases/" + string(caseA.ID) + "/steps/uphold")
	b.expect(403, "The agreement does not permit this", "Article 7", "Let a prosecutor take it.")
	b.get("/cases/unknown")
	b.expect(404, "There is no such case.")
	b.get("/nothing")
	b.expect(404, "There is no page at this address.")
}

func TestRefusalKeepsWhatWasWritten(t *testing.T) {
	d, b := login(t)
	path := "/cases/" + string(caseA.ID) + "/steps/refuse"
	b.get(path)
	d.preview = func(Draft) (*Review, error) {
		return nil, fault.Refuse(fault.SamePerson, "7", "the person who asked may not decide").Mend("let another judge decide")
	}
	b.send(path, url.Values{"nonce": {"n"}, "role": {"judge"}, "f.reasons": {"Kept words."}})
	b.expect(403, "The person who asked may not decide.", "To mend it: Let another judge decide.", "Article 7", "Kept words.")
}

func TestFilesTravelThroughTheReview(t *testing.T) {
	d, b := login(t)
	path := "/cases/" + string(caseA.ID) + "/steps/everything"
	b.get(path)
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	for k, v := range map[string]string{tokenField: b.hidden(tokenField), "nonce": b.hidden("nonce"), "f.reasons": "See the file.", "side.requested": "arland", "side.requesting": "belmark"} {
		_ = form.WriteField(k, v)
	}
	part, err := form.CreateFormFile("f.evidence", `C:\papers\list.csv`)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = part.Write([]byte("a,b\n"))
	_ = form.Close()
	r, _ := http.NewRequest(http.MethodPost, b.base+path, &body)
	r.Header.Set("Content-Type", form.FormDataContentType())
	b.do(r)
	b.expect(200, "list.csv (application/octet-stream)")
	b.send(path, url.Values{"do": {"edit"}, "draft": {b.hidden("draft")}})
	b.expect(200, "Attached: list.csv.")
	b.send(path, url.Values{"nonce": {"n"}, "kept": {b.hidden("kept")}, "f.reasons": {"See the file."}, "side.requested": {"arland"}, "side.requesting": {"belmark"}})
	b.expect(200, "list.csv")
	b.send(path, url.Values{"do": {"sign"}, "draft": {b.hidden("draft")}})
	if len(d.acts) != 1 {
		t.Fatal("not signed")
	}
	file, _ := d.acts[0].Values["evidence"].(map[string]any)
	if file["name"] != "list.csv" || file["data"] != "YSxiCg==" || file["sha256"] != "5be08c9684a1d25efcee09318204824278b08bbfb4aef973ffefd0b9d7478313" {
		t.Errorf("file: %v", file)
	}
	if d.acts[0].Sides["requested"] != "arland" {
		t.Errorf("sides: %v", d.acts[0].Sides)
	}
}

func TestHitOpensACaseWithItsFields(t *testing.T) {
	_, b := login(t)
	b.get("/check/northgate/stolen_documents/is-stolen")
	b.send("/check/northgate/stolen_documents/is-stolen", url.Values{"f.number": {"N48201763"}, "f.issuing_state": {"xb"}, "purpose": {"border-control"}})
	b.expect(200, "D-20418", "Nothing follows from a hit by itself.")
	b.send("/open/northgate/hit/report", url.Values{"do": {"fill"}, "draft": {b.hidden("draft")}})
	b.expect(200, `value="N48201763"`, `value="XB"`)
	if strings.Contains(b.res.Request.URL.String(), "N48201763") {
		t.Error("a document number stands in an address")
	}
}

func TestQuestionNeedsPurposeAndFields(t *testing.T) {
	d, b := login(t)
	path := "/check/northgate/watch_list/is-sought"
	b.get(path)
	b.send(path, url.Values{"f.number": {"N1"}})
	b.expect(422, "2 things to mend", "Name the lawful purpose", "This is needed to ask the question.")
	if len(d.questions) != 0 {
		t.Error("asked all the same")
	}
	d.refuse = fault.Refuse(fault.CapReached, "2", "the 600 questions of today are used up").Mend("ask again after midnight")
	b.send(path, url.Values{"f.number": {"N1"}, "f.issuing_state": {"XB"}, "purpose": {"border-control"}})
	b.expect(429, "The 600 questions of today are used up.", "Article 2", `value="N1"`)
	b.get("/check/northgate/watch_list/no-such")
	b.expect(403, "No article lets you ask this question.")
}

func TestDownloads(t *testing.T) {
	d, b := login(t)
	b.get("/ledger/northgate/proof?entry=184,612")
	b.expect(200, `{"index":184612}`)
	b.get("/ledger/northgate/proof?entry=last")
	b.expect(400, `“last” is not the number of an entry.`)
	b.get("/cases/" + string(caseA.ID) + "/proofs/2")
	if got := b.res.Header.Get("Content-Disposition"); got != `attachment; filename="act \"2\".json"` {
		t.Errorf("disposition %q", got)
	}
	b.get("/ledger/northgate/audit")
	token := b.hidden(tokenField)
	b.send("/ledger/northgate/evidence", url.Values{tokenField: {token}})
	b.expect(200, `{"kind":"header"}`)
	if got := b.res.Header.Get("Content-Disposition"); got != "attachment; filename=evidence-northgate-20261123T074000Z.jsonl" {
		t.Errorf("disposition %q", got)
	}
	d.refuse = fault.New(fault.Unavailable, "the node is stopping")
	b.send("/ledger/northgate/evidence", url.Values{tokenField: {token}})
	b.expect(503, "The node is stopping.")
	d.refuse, d.runs = nil, -1
	form := strings.NewReader(url.Values{tokenField: {token}}.Encode())
	res, err := b.http.Post(b.base+"/ledger/northgate/evidence", "application/x-www-form-urlencoded", form)
	if err == nil {
		_, err = io.ReadAll(res.Body)
		res.Body.Close()
	}
	if err == nil {
		t.Error("half a bundle looked like a whole one")
	}
}

func TestOnlyAuditorsAudit(t *testing.T) {
	d, b := login(t)
	b.get("/ledger/northgate/audit")
	b.send("/ledger/northgate/audit", url.Values{})
	b.expect(200, "0 findings")
	if d.runs != 1 {
		t.Errorf("%d runs", d.runs)
	}
	u, _ := url.Parse(b.base)
	b.http.Jar.SetCookies(u, []*http.Cookie{{Name: "entente-test", Value: "officer", Path: "/"}})
	b.get("/ledger/northgate")
	if b.expect(200); strings.Contains(b.page, "Collect evidence and audit") {
		t.Error("an officer is offered the audit")
	}
	b.get("/ledger/northgate/audit")
	b.expect(403, "Ask a person who may audit.")
}

func TestHeaders(t *testing.T) {
	_, b := login(t)
	for _, path := range []string{"/", "/public/northgate", "/nothing", "/assets/none.css", "/login"} {
		b.get(path)
		if got := b.res.Header.Get("Content-Security-Policy"); got != policy {
			t.Errorf("%s: policy %q", path, got)
		}
		if b.res.Header.Get("X-Content-Type-Options") != "nosniff" || b.res.Header.Get("Referrer-Policy") != "no-referrer" {
			t.Errorf("%s: %v", path, b.res.Header)
		}
	}
	b.get("/")
	if b.res.Header.Get("Cache-Control") != "no-store" {
		t.Error("a page of the desk may be kept")
	}
	sheet := regexp.MustCompile(`href="(/assets/[^"]+\.css)"`).FindStringSubmatch(b.page)[1]
	b.get(sheet)
	b.expect(200, "--paper")
	if b.res.Header.Get("Cache-Control") != "public, max-age=31536000, immutable" || !strings.HasPrefix(b.res.Header.Get("Content-Type"), "text/css") {
		t.Errorf("stylesheet: %v", b.res.Header)
	}
	r, _ := http.NewRequest(http.MethodGet, b.base+"/", nil)
	r.Header.Set("Accept-Encoding", "br, gzip;q=1")
	b.do(r)
	if b.res.Header.Get("Content-Encoding") != "gzip" {
		t.Fatal("not compressed")
	}
	z, err := gzip.NewReader(strings.NewReader(b.page))
	if err != nil {
		t.Fatal(err)
	}
	if page, _ := io.ReadAll(z); !strings.Contains(string(page), "Four things wait") {
		t.Error("compressed into something else")
	}
	r.Header.Set("Accept-Encoding", "gzip;q=0")
	if acceptsGzip(r) {
		t.Error("compressed for one who refuses it")
	}
}

func TestLanguageIsKept(t *testing.T) {
	_, b := login(t)
	b.get("/language?to=ar&back=/public/northgate")
	b.expect(200, `<html lang="ar" dir="rtl"`, "المادة 7")
	b.get("/")
	b.expect(200, `dir="rtl"`, "القضايا")
	b.get("/language?to=xx&back=https://evil.example")
	b.expect(200, `lang="ar"`)
	r, _ := http.NewRequest(http.MethodGet, b.base+"/public/northgate", nil)
	r.Header.Set("Accept-Language", "de, ar-EG;q=0.8, en;q=0.5")
	other := open(t, b.handler(t))
	r.URL.Host = strings.TrimPrefix(other.base, "http://")
	other.do(r)
	other.expect(200, `lang="ar"`)
}

// An address may name the language of its page: for that page alone, before what the reader chose, and for a
// cache without regard to who asks.
func TestAddressNamesTheLanguage(t *testing.T) {
	_, b := login(t)
	b.get("/language?to=ar&back=/cases")
	b.expect(200, `<html lang="ar" dir="rtl"`)
	if got := strings.Join(b.res.Header.Values("Vary"), ","); strings.Contains(got, "Accept-Language") {
		t.Errorf("a page of one person alone varies by %q", got)
	}
	b.get("/public/northgate?lang=ru")
	b.expect(200, `<html lang="ru" dir="ltr"`, "Статья 7", `hreflang="zh" href="/public/northgate?lang=zh"`, `back=%2Fpublic%2Fnorthgate" lang="fr" hreflang="fr"`)
	if got := strings.Join(b.res.Header.Values("Vary"), ","); strings.Contains(got, "Cookie") || b.res.Header.Get("Cache-Control") == "" {
		t.Errorf("one address, one page, but it varies by %q", got)
	}
	b.get("/public/northgate")
	b.expect(200, `<html lang="ar"`)
	if got := strings.Join(b.res.Header.Values("Vary"), ","); !strings.Contains(got, "Cookie, Accept-Language") {
		t.Errorf("the page depends on its reader, but varies by %q", got)
	}
	b.get("/public/northgate?lang=tlh")
	b.expect(200, `<html lang="ar"`)
	b.get("/cases?lang=es")
	b.expect(200, `<html lang="es"`, "Asuntos")
	b.get("/language?to=zh&back=" + url.QueryEscape("/cases?lang=es"))
	b.expect(200, `<html lang="zh"`, "案件")
	stranger := open(t, b.handler(t))
	stranger.get("/cases?lang=fr")
	stranger.expect(200, `<html lang="fr"`, "Connexion", "Qui êtes-vous")
	for header, want := range map[string]string{
		"fr;q=0, es-MX": "es", "zh-Hant-TW, en;q=0.9": "zh", "ru-KZ;q=0.3, ar;q=0.2": "ru", "de": "en", "": "en", "FR-ca": "fr",
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.Header.Set("Accept-Language", header)
		cat, err := loadCatalogue()
		if err != nil {
			t.Fatal(err)
		}
		if got := cat.choose(r).Code; got != want {
			t.Errorf("%q: %s, not %s", header, got, want)
		}
	}
}

func TestTooLargeFormIsSaid(t *testing.T) {
	_, b := login(t)
	b.get("/check/northgate/stolen_documents/is-stolen")
	b.send("/check/northgate/stolen_documents/is-stolen", url.Values{"f.number": {strings.Repeat("N", 2*maxForm+1)}})
	b.expect(413, "That is too large", "16 MB")
}

func TestInternalDetailStaysInside(t *testing.T) {
	d, b := login(t)
	d.refuse = fault.New(fault.Internal, "x").Wrap(io.ErrUnexpectedEOF)
	b.get("/cases/" + string(caseA.ID) + "/steps/refuse")
	b.expect(500, "Nothing was done and nothing was lost.")
	if strings.Contains(b.page, "unexpected EOF") {
		t.Error("internal detail is shown")
	}
}
