package api_test

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/api"
)

func TestAdminIsForThisMachineAndItsToken(t *testing.T) {
	s := newStage(t)
	for _, head := range [][]string{nil, bearer("wrong"), bearer(s.token("arland", "ivo")), {"Authorization", "Basic " + adminToken}} {
		for _, path := range []string{"/admin/health", "/admin/people", "/admin/evidence/northgate", "/admin/nothing"} {
			resp, b := s.send("arland", http.MethodGet, path, "", head...)
			s.problem(resp, b, http.StatusUnauthorized, fault.Unauthorised)
		}
	}
	h := api.Admin(s.Node("arland"), api.AdminOptions{Token: adminToken})
	for addr, status := range map[string]int{"127.0.0.1:5": 200, "[::1]:5": 200, "192.0.2.7:5": 403, "": 403, "nonsense": 403} {
		r := httptest.NewRequest(http.MethodGet, "/admin/health", nil)
		r.RemoteAddr = addr
		r.Header.Set("Authorization", "Bearer "+adminToken)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != status {
			t.Errorf("from %q: %d", addr, w.Code)
		}
	}
}

func TestAdmin(t *testing.T) {
	ctx := context.Background()
	s := newStage(t)
	own := bearer(adminToken)
	pia := s.as("arland", "pia")
	opened := must(pia.Open(ctx, request(), ""))(t)

	// Whoever looks after the node learns nothing of what is in the cases.
	for _, path := range []string{"/admin/health", "/admin/people"} {
		resp, b := s.send("arland", http.MethodGet, path, "", own...)
		if resp.StatusCode != http.StatusOK {
			t.Fatalf("%s: %d %s", path, resp.StatusCode, b)
		}
		for _, secret := range []string{"marker-7f3a", "Ilyan", opened.Case} {
			if bytes.Contains(b, []byte(secret)) {
				t.Errorf("%s tells %q", path, secret)
			}
		}
	}
	post := func(path, body string) (*http.Response, []byte) {
		return s.send("arland", http.MethodPost, path, body, own...)
	}
	good := func(path, body string, out any) {
		t.Helper()
		resp, b := post(path, body)
		if resp.StatusCode != http.StatusOK {
			t.Fatalf("%s: %d %s", path, resp.StatusCode, b)
		}
		if out != nil {
			if err := json.Unmarshal(b, out); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, c := range []struct {
		path, body string
		status     int
		code       fault.Code
	}{
		{"/admin/people", `{"id":"x","name":"X","colour":"blue"}`, 400, fault.Invalid},
		{"/admin/people", `{"id":"x","id":"y","name":"X"}`, 400, fault.Malformed},
		{"/admin/people", ``, 400, fault.Malformed},
		{"/admin/people", `{"id":"X Y","name":"X"}`, 400, fault.Invalid},
		{"/admin/people", `{"id":"x","name":"X","roles":{"northgate":["judge","officer"]}}`, 403, fault.NotIndependent},
		{"/admin/people", `{"id":"x","name":"X","roles":{"southgate":["judge"]}}`, 404, fault.NotFound},
		{"/admin/people", `"` + strings.Repeat("x", 9<<20) + `"`, 413, fault.TooLarge},
		{"/admin/tokens", `{"person":"nobody"}`, 404, fault.NotFound},
		{"/admin/tokens", `{"person":"ivo","seconds":-1}`, 400, fault.Invalid},
		{"/admin/links", `{"person":"nobody"}`, 404, fault.NotFound},
		{"/admin/rolekeys", `{"agreement":"northgate","person":"ivo","role":"judge"}`, 403, fault.WrongRole},
		{"/admin/rolekeys", `{"agreement":"northgate","person":"ivo","role":"officer"}`, 404, fault.NotFound},
		{"/admin/clock", `{}`, 400, fault.Invalid},
		{"/admin/backup", `{"path":"relative.db"}`, 400, fault.Invalid},
		{"/admin/import", `{"agreement":"northgate","register":"stolen_documents","format":"csv","path":"relative.csv"}`, 400, fault.Invalid},
		{"/admin/import", `{"agreement":"northgate","register":"stolen_documents","format":"csv","path":"/nowhere.csv"}`, 404, fault.NotFound},
		{"/admin/import", `{"agreement":"northgate","register":"stolen_documents","format":"xls","path":"/nowhere.csv"}`, 400, fault.Invalid},
		{"/admin/checkpoint", `{"agreement":"southgate"}`, 404, fault.NotFound},
		{"/admin/proof", `{"agreement":"northgate","index":999999}`, 404, fault.NotFound},
		{"/admin/adopt", `{"text":"# nothing","cards":[]}`, 422, fault.AgreementOpen},
		{"/admin/translation", `{"agreement":"northgate","language":"fr","text":"# rien"}`, 422, fault.AgreementOpen},
		{"/admin/translation", `{"agreement":"northgate","language":"en","text":"# nothing"}`, 400, fault.Invalid},
		{"/admin/translation", `{"agreement":"southgate","language":"fr","text":"# rien"}`, 404, fault.NotFound},
		{"/admin/statement", `{"agreement":"northgate","statement":"{}"}`, 400, fault.Malformed},
		{"/admin/nothing", `{}`, 404, fault.NotFound},
	} {
		resp, b := post(c.path, c.body)
		s.problem(resp, b, c.status, c.code)
	}

	good("/admin/people", `{"id":"leila","name":"Leila","roles":{"northgate":["officer"]}}`, nil)
	var token api.Token
	good("/admin/tokens", `{"person":"leila","seconds":60}`, &token)
	if resp, b := s.send("arland", http.MethodGet, "/api/me", "", bearer(token.Token)...); resp.StatusCode != http.StatusOK || !bytes.Contains(b, []byte("leila")) {
		t.Fatalf("%d %s", resp.StatusCode, b)
	}
	var link api.Link
	good("/admin/links", `{"person":"leila"}`, &link)
	if !strings.HasPrefix(link.URL, "http://desk/login?token=") {
		t.Fatalf("%+v", link)
	}
	path := filepath.Join(t.TempDir(), "copy.db")
	good("/admin/backup", `{"path":"`+path+`"}`, nil)
	if info, err := os.Stat(path); err != nil || info.Size() == 0 {
		t.Fatalf("%v", err)
	}
	list := filepath.Join(t.TempDir(), "list.csv")
	if err := os.WriteFile(list, []byte("number,issuing_state,kind,reported,circumstances\nA1,XA,passport,2026-02-11,\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	good("/admin/import", `{"agreement":"northgate","register":"stolen_documents","format":"csv","path":"`+list+`"}`, nil)
	var note api.LogAnswer
	good("/admin/checkpoint", `{"agreement":"northgate"}`, &note)
	if !strings.Contains(note.Text, "northgate/arland") {
		t.Fatalf("%+v", note)
	}
	good("/admin/proof", `{"agreement":"northgate","index":0}`, &note)
	var lines api.Lines
	good("/admin/ping", `{}`, &lines)
	if len(lines.Lines) != 2 || !*lines.Lines[0].Answers || !*lines.Lines[1].Answers {
		t.Fatalf("%+v", lines)
	}
	if err := s.Stop("belmark"); err != nil {
		t.Fatal(err)
	}
	good("/admin/ping", `{}`, &lines)
	if *lines.Lines[0].Answers || lines.Lines[0].Problem == nil || !*lines.Lines[1].Answers {
		t.Fatalf("%+v", lines)
	}
	good("/admin/clock", `{"now":"2026-06-01T09:00:00Z","frozen":true}`, nil)
	good("/admin/tend", `{}`, nil)
	var health api.Health
	resp, b := s.send("arland", http.MethodGet, "/admin/health", "", own...)
	if err := json.Unmarshal(b, &health); err != nil || resp.StatusCode != http.StatusOK || health.Now.Hour() != 9 || !health.Agreements[0].InForce || health.Behind != nil {
		t.Fatalf("%s", b)
	}
}
