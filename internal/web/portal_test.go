package web

import (
	"bytes"
	"encoding/xml"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

const filePath = "/public/northgate/complain/complaint/file"

// file brings a complaint, as far as the page with the code.
func file(t *testing.T) (*office, *browser) {
	t.Helper()
	o, h := newOffice(t)
	b := open(t, h)
	b.get(filePath)
	b.send(filePath, url.Values{"f.grievance": {"I was held for three hours."}, "f.asks": {"reasons"}, "nonce": {b.hidden("nonce")}})
	b.expect(200, "Read it over before you send", "I was held for three hours.", "Not sent yet")
	b.send(filePath, url.Values{"do": {"send"}, "draft": {b.hidden("draft")}})
	b.expect(200, "It is filed", specimenCode, "Type the code back")
	if len(o.filed) != 1 || o.filed[0].Values["grievance"] != "I was held for three hours." || o.filed[0].Nonce == "" {
		t.Fatalf("filed: %+v", o.filed)
	}
	return o, b
}

func TestPortalPagesAnswer(t *testing.T) {
	_, h := newOffice(t)
	b := open(t, h)
	for path, text := range map[string]string{
		"/public": "This is the public site of Kingdom of Belmark.", "/public/northgate": "Mutual assistance",
		"/public/northgate/complain": "Report a wrong in confidence", filePath: "What happened",
		"/public/northgate/decisions": "version 1.3", "/public/northgate/decisions?from=c2": "2 decisions are published",
		"/public/northgate/figures": "Figures", "/public/northgate/briefing": "Briefing", "/public/northgate/changes": "Northgate",
		"/public/verify": "Is it true", "/public/mailbox": "Your code",
	} {
		b.get(path)
		b.expect(200, text)
	}
	b.get("/public/elsewhere/decisions")
	b.expect(404, "To the public pages")
	b.get("/public/northgate/complain/complaint/nothing")
	b.expect(404, "Begin from the list.")
}

func TestWithoutFilingsNothingLeadsThere(t *testing.T) {
	_, h := newDesk(t)
	b := open(t, h)
	b.get("/public")
	b.expect(200, "Northgate")
	for _, never := range []string{"/public/mailbox", "/complain", "/public/verify", "/decisions"} {
		if strings.Contains(b.page, never) {
			t.Errorf("the page leads to %s", never)
		}
	}
	b.get("/public/northgate/complain")
	b.expect(404)
}

func TestFilingWithoutAccount(t *testing.T) {
	o, b := file(t)
	if b.res.Request.URL.Path != mailboxPath || b.res.Request.URL.RawQuery != "" || b.res.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("filing led to %s, %s", b.res.Request.URL, b.res.Header.Get("Cache-Control"))
	}
	for _, k := range b.http.Jar.Cookies(b.res.Request.URL) {
		if strings.Contains(k.Value, "K7RD") {
			t.Errorf("the cookie %s tells the code", k.Name)
		}
	}
	b.send(mailboxPath, url.Values{"do": {"confirm"}, "code": {"K7RD-29XM-HT4B-6WQA"}})
	b.expect(422, "group 3, character 4", "You typed B where the code has P.", "filed all the same", "Change character 4 of that group.")
	b.send(mailboxPath, url.Values{"do": {"confirm"}, "code": {"K7RD"}})
	b.expect(422, "too short", "You typed 4 characters of 16.")
	b.send(mailboxPath, url.Values{"do": {"confirm"}, "code": {" k7rd 29xm-ht4p٦wqa "}})
	b.expect(200, "The code is right.")
	if !o.box.Confirmed || strings.Contains(b.page, specimenCode) {
		t.Error("a code that was typed back is shown no more")
	}
	b.send(mailboxPath+"/proof", url.Values{"do": {"save"}})
	if got := b.res.Header.Get("Content-Disposition"); got != "attachment; filename=proof.json" {
		t.Errorf("proof: %q", got)
	}
	b.get(mailboxPath)
	b.send(mailboxPath+"/proof", url.Values{"do": {"content"}})
	if b.page != `{"content":"of filing"}` {
		t.Errorf("what was filed: %q", b.page)
	}
	b.get(mailboxPath)
	b.send(mailboxPath+"/proof", url.Values{"do": {"verify"}})
	b.expect(200, "It is true", "What it does not show")
}

func TestFilingSaysWhatIsToBeMended(t *testing.T) {
	o, h := newOffice(t)
	b := open(t, h)
	b.get(filePath)
	b.send(filePath, url.Values{"f.grievance": {"I was held."}})
	b.expect(422, "One thing to mend", "What is asked for", "Choose one of the four", "Article 8", "I was held.")
	b.send(filePath, url.Values{"f.grievance": {"I was held."}, "do": {"in-ar"}})
	b.expect(200, "I was held.", "تابع باللغة:")
	if strings.Contains(b.page, `role="alert"`) {
		t.Error("changing the language is no sending")
	}
	b.send(filePath, url.Values{"f.grievance": {"I was held."}, "f.asks": {"reasons"}, tokenField: {"x"}})
	b.expect(403)
	b.get(filePath)
	b.send(filePath, url.Values{"f.grievance": {strings.Repeat("x", maxPublic)}})
	b.expect(413)
	if len(o.filed) != 0 {
		t.Errorf("filed: %+v", o.filed)
	}
}

// What is to be sealed and was not is refused, and never comes back on a page.
func TestUnsealedTextIsRefused(t *testing.T) {
	o, h := newOffice(t)
	b := open(t, h)
	path := "/public/northgate/complain/disclosure/file"
	b.get(path)
	b.expect(200, "age -a -r "+specimenSealTo)
	if strings.Contains(b.page, `data-plain="yes" name=`) {
		t.Error("the control for the plain text has a name")
	}
	b.send(path, url.Values{"f.grievance": {"The inspector takes bribes."}, "f.asks": {"reasons"}})
	b.expect(422, "This is no sealed text")
	if strings.Contains(b.page, "bribes") {
		t.Error("the plain text came back")
	}
	b.send(path, url.Values{"f.grievance": {strings.ReplaceAll(specimenArmor, "\n", "\r\n")}, "f.asks": {"reasons"}})
	b.expect(200, "sealed text, 1 kB")
	draft := b.hidden("draft")
	b.send(path, url.Values{"do": {"edit"}, "draft": {draft}})
	b.expect(200, armorHead)
	b.send(path, url.Values{"do": {"send"}, "draft": {draft}})
	b.expect(200, "It is filed")
	if len(o.filed) != 1 || o.filed[0].Values["grievance"] != specimenArmor {
		t.Errorf("filed: %+v", o.filed)
	}
}

func TestMailboxOpensByCodeAlone(t *testing.T) {
	o, b := file(t)
	b.send(mailboxPath, url.Values{"do": {"close"}})
	b.expect(200, "Closed.", "Your code")
	b.get(mailboxPath + "/steps/northgate/complaint/second-look")
	b.expect(401, "No mailbox is open")
	b.get(mailboxPath)
	b.send(mailboxPath, url.Values{"do": {"write"}, "text": {"hello"}})
	b.expect(401)
	b.get(mailboxPath)
	b.send(mailboxPath, url.Values{"do": {"open"}, "code": {"AAAA-BBBB-CCCC-DDDD"}})
	b.expect(404, "This code opens nothing.")
	b.send(mailboxPath, url.Values{"do": {"open"}, "code": {" "}})
	b.expect(422, "There is no code yet")
	o.box = specimenDecided(true)
	b.send(mailboxPath, url.Values{"do": {"open"}, "code": {"k7rd29xmht4p6wqa"}})
	b.expect(200, "Decided: dismissed", "You can appeal until Wednesday 20 January 2027", "Ask for a second look", "The telephone was not copied.")
	if told, proof := strings.Index(b.page, "The telephone was not copied."), strings.Index(b.page, "Proof of filing"); told > proof {
		t.Error("what was decided comes after the proof")
	}
	b.send(mailboxPath, url.Values{"do": {"write"}, "text": {" "}})
	b.expect(422, "There is no text yet")
	b.send(mailboxPath, url.Values{"do": {"write"}, "text": {"I have a witness.\r\nShe is called Ada."}})
	b.expect(200, "Your message is with the office.", "I have a witness.", "She is called Ada.")
	step := mailboxPath + "/steps/northgate/complaint/second-look"
	b.get(step)
	b.expect(200, "This is added to what you brought.")
	b.send(step, url.Values{"f.grievance": {"The officer was not asked."}, "f.asks": {"reasons"}})
	b.send(step, url.Values{"do": {"send"}, "draft": {b.hidden("draft")}})
	b.expect(200, "Sent. It stands below with its proof.")
	if len(o.added) != 1 || o.added[0].Step != "second-look" || o.added[0].Values["grievance"] != "The officer was not asked." {
		t.Errorf("added: %+v", o.added)
	}
}

// The cookie of a mailbox ends by the node's clock, and no other browser or node can make one.
func TestMailboxCookie(t *testing.T) {
	s := newGallery(t)
	w := &headers{Header_: http.Header{}}
	s.keepOpen(w, specimenCode, specimenNow)
	r := &http.Request{Header: http.Header{"Cookie": {strings.SplitN(w.Header_.Get("Set-Cookie"), ";", 2)[0]}}}
	if got := s.openCode(r, specimenNow.Add(openFor-1e9)); got != specimenCode {
		t.Errorf("opened %q", got)
	}
	if got := s.openCode(r, specimenNow.Add(openFor)); got != "" {
		t.Errorf("opened %q after its time", got)
	}
	if got := newGallery(t).openCode(r, specimenNow); got != "" {
		t.Errorf("another node opened %q", got)
	}
	for _, want := range []string{"HttpOnly", "SameSite=Strict", "Path=/public/mailbox", "Max-Age=1200"} {
		if !strings.Contains(w.Header_.Get("Set-Cookie"), want) {
			t.Errorf("the cookie lacks %s", want)
		}
	}
}

type headers struct {
	http.ResponseWriter
	Header_ http.Header
}

func (h *headers) Header() http.Header { return h.Header_ }

func TestVerifyFilesAndText(t *testing.T) {
	_, h := newOffice(t)
	b := open(t, h)
	b.get("/public/verify")
	var body bytes.Buffer
	m := multipart.NewWriter(&body)
	_ = m.WriteField(tokenField, b.hidden(tokenField))
	for name, text := range map[string]string{"a.json": "proof", "b.json": "forged", "c.bin": strings.Repeat("x", maxVerified+1)} {
		f, err := m.CreateFormFile("file", name)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = f.Write([]byte(text))
	}
	_ = m.Close()
	r, _ := http.NewRequest(http.MethodPost, b.base+"/public/verify", &body)
	r.Header.Set("Content-Type", m.FormDataContentType())
	b.do(r)
	b.expect(200, "One of 3 is true", "a.json", "No text with this hash", "larger than 4 MB", "Who vouches for it", "not kept")
	b.send("/public/verify", url.Values{"text": {"something"}})
	b.expect(200, "It does not hold", "This is no proof and no text", "Give the file as it was saved.")
	b.send("/public/verify", url.Values{})
	b.expect(422, "Nothing was given")
}

func TestDecisionFeed(t *testing.T) {
	_, h := newOffice(t)
	b := open(t, h)
	b.get("/public/northgate/decisions.atom")
	var feed atomFeed
	if err := xml.Unmarshal([]byte(b.page), &feed); err != nil {
		t.Fatal(err)
	}
	if b.res.Header.Get("Content-Type") != "application/atom+xml; charset=utf-8" || len(feed.Entries) != 2 ||
		feed.Entries[0].ID != "tag:entente,2026:northgate/decisions/0a1b2c3d4e5f" || !strings.Contains(feed.Entries[0].Content.Text, "version 1.3") ||
		feed.Updated != "2026-11-03T07:40:00Z" {
		t.Errorf("feed: %+v", feed)
	}
}

// A public page is drawn once for many readers, has a tag, and is the same with and without a login.
func TestPublicPagesAreShelved(t *testing.T) {
	o, h := newOffice(t)
	b := open(t, h)
	b.get("/public/northgate/complain")
	tag, page := b.res.Header.Get("ETag"), b.page
	if tag == "" || b.res.Header.Get("Cache-Control") != "public, max-age=60" || len(b.res.Cookies()) != 0 {
		t.Errorf("headers: %v", b.res.Header)
	}
	for range 20 {
		b.get("/public/northgate/complain?junk=1")
	}
	if o.drawn != 1 || b.page != page {
		t.Errorf("drawn %d times", o.drawn)
	}
	r, _ := http.NewRequest(http.MethodGet, b.base+"/public/northgate/complain", nil)
	r.Header.Set("If-None-Match", `"x", `+tag)
	b.do(r)
	if b.res.StatusCode != http.StatusNotModified || b.page != "" {
		t.Errorf("status %d, %d bytes", b.res.StatusCode, len(b.page))
	}
	b.get("/language?to=ar&back=/public/northgate/complain%23back")
	if b.res.Request.URL.Fragment != "back" {
		t.Errorf("the place was lost: %s", b.res.Request.URL)
	}
	b.expect(200, "سبق أن قدّمت شيئاً")
}

func TestShelfIsBounded(t *testing.T) {
	f := newShelf()
	for i := range 2 * shelfRoom {
		k := f.place(number(uint64(i)), specimenNow)
		if (k == nil) != (i >= shelfRoom) {
			t.Fatalf("place %d: %v", i, k)
		}
		if k != nil {
			k.plain, k.at = []byte("x"), specimenNow
		}
	}
	if f.place("late", specimenNow.Add(Fresh)) == nil {
		t.Error("what is stale makes no room")
	}
}

func TestCounter(t *testing.T) {
	o, h := newOffice(t)
	b := open(t, h)
	b.get("/login")
	b.send("/login", url.Values{"token": {"t2"}, "back": {"/"}})
	path := "/cases/" + string(caseA.ID)
	b.get(path)
	b.expect(200, "Never leaves this node", "She came with her sister", "Give the person a code")
	b.send(path+"/notes", url.Values{"text": {"Call her at ten."}})
	b.expect(200, "The note is kept, at this node alone.", "Call her at ten.")
	b.send(path+"/notes", url.Values{"text": {""}})
	b.expect(422, "There is no text yet")
	b.get(path)
	b.send(path+"/messages", url.Values{"text": {"Which lane?"}})
	b.expect(404, "Give the person a code first.")
	b.get(path + "/code")
	b.expect(200, "No code was given to the person yet.")
	b.send(path+"/code", url.Values{"language": {"ar"}})
	b.expect(200, specimenCode, "ما أخبرتنا به قُدّم", "اطبع القسيمة")
	if o.given != 1 || b.res.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("given %d times, %s", o.given, b.res.Header.Get("Cache-Control"))
	}
}

func TestCodes(t *testing.T) {
	for typed, want := range map[string]string{
		"k7rd 29xm ht4p 6wqa": specimenCode, "K7RD–29XM—HT4P_6WQA": specimenCode, "\u2066K7RD29XM\u2069HT4P٦WQA": specimenCode, "": "", "К7": "К7",
	} {
		if got := tidyCode(typed); got != want {
			t.Errorf("%q became %q, not %q", typed, got, want)
		}
	}
	if compareCodes("k7rd29xmht4p6wqa", specimenCode) != nil {
		t.Error("the same code differs")
	}
	if s := compareCodes("K7RD-29XM-HT4P-6WQAA", specimenCode); s == nil || s.Short || s.Given != 17 {
		t.Errorf("too long: %+v", s)
	}
	if s := compareCodes("", specimenCode); s == nil || !s.Short || s.Given != 0 {
		t.Errorf("nothing: %+v", s)
	}
}
