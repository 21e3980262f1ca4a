package main

import (
	"bytes"
	"context"
	"html"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/serve"
	"github.com/entente-net/entente/internal/web"
)

// visitor is a browser at the pages of a first run.
type visitor struct {
	t    *testing.T
	http *http.Client
	base string
	page string
	code int
}

func (v *visitor) do(r *http.Request) {
	v.t.Helper()
	res, err := v.http.Do(r)
	if err != nil {
		v.t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	b, err := io.ReadAll(res.Body)
	if err != nil {
		v.t.Fatal(err)
	}
	v.page, v.code = html.UnescapeString(string(b)), res.StatusCode
}

func (v *visitor) get(path string) {
	v.t.Helper()
	r, err := http.NewRequest(http.MethodGet, v.base+path, nil)
	if err != nil {
		v.t.Fatal(err)
	}
	v.do(r)
}

var formTokenForm = regexp.MustCompile(`name="form_token" value="([^"]*)"`)

// send posts a form of the page, with a file where one is given.
func (v *visitor) send(path string, file []byte, pairs ...string) {
	v.t.Helper()
	token := formTokenForm.FindStringSubmatch(v.page)
	if token == nil {
		v.t.Fatalf("no form on the page: %s", v.page)
	}
	var b bytes.Buffer
	m := multipart.NewWriter(&b)
	_ = m.WriteField("form_token", token[1])
	for i := 0; i+1 < len(pairs); i += 2 {
		_ = m.WriteField(pairs[i], pairs[i+1])
	}
	if file != nil {
		w, _ := m.CreateFormFile("file", "ours.md")
		_, _ = w.Write(file)
	}
	_ = m.Close()
	r, err := http.NewRequest(http.MethodPost, v.base+path, &b)
	if err != nil {
		v.t.Fatal(err)
	}
	r.Header.Set("Content-Type", m.FormDataContentType())
	v.do(r)
}

func (v *visitor) reads(code int, words ...string) {
	v.t.Helper()
	if v.code != code {
		v.t.Errorf("status %d, not %d", v.code, code)
	}
	for _, w := range words {
		if !strings.Contains(v.page, w) {
			v.t.Errorf("nobody reads %q in %s", w, v.page)
		}
	}
}

// A first run on the page: only who has the address comes in, once; what cannot be is said; the node is made, the first people are
// entered, and it starts.
func TestTheFirstRunOnAPage(t *testing.T) {
	dir := t.TempDir()
	a := &app{ctx: context.Background(), in: strings.NewReader(""), out: io.Discard, errs: io.Discard}
	s := &pageSetup{a: a, starts: make(chan *serve.Serving, 1)}
	first := web.SetupAnswers{World: agreement.WorldExercise, Folder: filepath.Join(dir, "node"), Desk: firstDesk, Peer: firstPeer}
	h, token, err := web.NewSetup(s, first)
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(h)
	defer srv.Close()
	visit := func() *visitor {
		jar, err := cookiejar.New(nil)
		if err != nil {
			t.Fatal(err)
		}
		return &visitor{t: t, http: &http.Client{Jar: jar}, base: srv.URL}
	}
	stranger := visit()
	stranger.get("/")
	stranger.reads(403, "not for you")
	stranger.get("/?token=" + strings.Repeat("0", len(token)))
	stranger.reads(403, "not for you")

	v := visit()
	v.get("/?token=" + token)
	v.reads(200, "What does it begin with?", "Border Partnership of Arland and Belmark", "A text of ours")
	late := visit()
	late.get("/?token=" + token)
	late.reads(403, "not for you")
	res, err := stranger.http.PostForm(srv.URL+"/setup/make", url.Values{"form_token": {"x"}})
	if err != nil || res.StatusCode != http.StatusForbidden {
		t.Errorf("a stranger's form: %v %v", res.StatusCode, err)
	}
	_ = res.Body.Close()

	v.get("/language?to=ar")
	v.get("/")
	v.reads(200, "شراكة الحدود")
	v.get("/language?to=en")
	v.get("/")
	v.send("/setup/text", []byte("# nothing\n"), "model", "")
	v.reads(422, "The text has findings")
	v.send("/setup/text", nil, "model", "border")
	v.reads(200, "Whose node is it?", "Kingdom of Belmark", "Court of the Island")
	v.send("/setup/answers", nil, "world", "exercise", "folder", "x", "desk", firstDesk, "peer", firstPeer)
	v.reads(422, "It was not said whose node it is")
	taken := filepath.Join(dir, "taken")
	if err := os.MkdirAll(filepath.Join(taken, "of"), 0o700); err != nil {
		t.Fatal(err)
	}
	v.send("/setup/answers", nil, "party", "belmark", "world", "exercise", "folder", taken, "desk", firstDesk, "peer", firstPeer)
	v.reads(200, "Is this right?", "Kingdom of Belmark", taken)
	v.send("/setup/make", nil)
	v.reads(409, "is there already", "Whose node is it?")
	v.send("/setup/answers", nil, "party", "belmark", "world", "exercise", "folder", first.Folder, "desk", firstDesk, "peer", firstPeer)
	if _, err := os.Stat(first.Folder); err == nil {
		t.Error("the folder is there before it was said to make it")
	}
	v.send("/setup/make", nil)
	v.reads(200, "Your node is made", "card.json", "public.json", "entente node adopt", "--card arland/card.json")
	for _, name := range []string{"card.json", "public.json", "agreement.md", "agreement.fr.md", "agreement.ar.md", "offline/party.key"} {
		if _, err := os.Stat(filepath.Join(first.Folder, name)); err != nil {
			t.Error(err)
		}
	}
	v.send("/setup/person", nil, "name", "Ada Venn", "id", "Ada Venn", "does", "admin")
	v.reads(400, "Your node is made")
	v.send("/setup/person", nil, "name", "Ada Venn", "id", "ada.venn", "does", "admin")
	v.send("/setup/person", nil, "name", "Noor Haddan", "id", "noor", "does", "delegate")
	v.reads(200, "Ada Venn", "Noor Haddan", "Negotiates")
	v.send("/setup/start", nil)
	v.reads(200, "It runs", "Begin as Ada Venn", "http://"+firstDesk+"/login?token=")
	n := <-s.starts
	defer func() { _ = n.Close() }()
	if p, err := n.Node.Auth().Person(context.Background(), auth.PersonID("noor")); err != nil || !p.Delegate || p.Admin {
		t.Errorf("%+v %v", p, err)
	}
}
