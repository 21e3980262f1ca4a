package api_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/client"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/api"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/world"
)

// begin is a Monday within the term of the model agreement.
var begin = time.Date(2026, 6, 1, 8, 0, 0, 0, time.UTC)

// stage is a world of three real nodes, the API of each on loopback.
type stage struct {
	*world.Inside
	t    *testing.T
	desk map[agreement.PartyID]*httptest.Server
}

const adminToken = "for the tests"

func newStage(t *testing.T) *stage {
	t.Helper()
	text, err := os.ReadFile("../../bench/northgate.md")
	if err != nil {
		t.Fatal(err)
	}
	w, err := world.NewInside(context.Background(), world.Plan{Dir: filepath.Join(t.TempDir(), "world"), Text: text, Start: begin})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.Close)
	s := &stage{Inside: w, t: t, desk: map[agreement.PartyID]*httptest.Server{}}
	for p, m := range w.Members {
		mux := http.NewServeMux()
		mux.Handle("/api/", api.Handler(m.Node, api.Options{}))
		mux.Handle("/admin/", api.Admin(m.Node, api.AdminOptions{Token: adminToken, Desk: "http://desk", Backup: m.DB.Backup}))
		s.desk[p] = httptest.NewServer(mux)
		t.Cleanup(s.desk[p].Close)
	}
	for p, people := range map[agreement.PartyID]map[auth.PersonID][]agreement.RoleID{
		"arland":      {"ivo": {"officer"}, "petra": {"officer", "supervisor"}, "pia": {"prosecutor"}},
		"belmark":     {"vantor": {"judge"}, "oren": {"prosecutor"}, "nils": {"registrar"}},
		"secretariat": {"maud": {"auditor"}},
	} {
		for id, roles := range people {
			if _, err := w.Enrol(context.Background(), p, id, string(id), roles...); err != nil {
				t.Fatal(err)
			}
		}
	}
	return s
}

func (s *stage) token(p agreement.PartyID, who auth.PersonID) string {
	s.t.Helper()
	token, _, err := s.Node(p).Auth().Begin(context.Background(), who, auth.KindBearer, time.Now(), 0)
	if err != nil {
		s.t.Fatal(err)
	}
	return token
}

func (s *stage) as(p agreement.PartyID, who auth.PersonID) *client.Client {
	s.t.Helper()
	c, err := client.New(s.desk[p].URL, s.token(p, who), nil)
	if err != nil {
		s.t.Fatal(err)
	}
	return c
}

// send is a request as somebody would write it by hand; head has pairs of names and values.
func (s *stage) send(p agreement.PartyID, method, path, body string, head ...string) (*http.Response, []byte) {
	s.t.Helper()
	req, err := http.NewRequest(method, s.desk[p].URL+path, strings.NewReader(body))
	if err != nil {
		s.t.Fatal(err)
	}
	if body != "" {
		req.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i < len(head); i += 2 {
		req.Header.Set(head[i], head[i+1])
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		s.t.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return resp, b
}

// problem demands that an answer is a problem document with this status and code.
func (s *stage) problem(resp *http.Response, b []byte, status int, code fault.Code) *client.Problem {
	s.t.Helper()
	p := &client.Problem{}
	if err := json.Unmarshal(b, p); err != nil {
		s.t.Fatalf("no problem document but %d %s: %.300s", resp.StatusCode, resp.Header.Get("Content-Type"), b)
	}
	if resp.StatusCode != status || p.Status != status || p.Code != string(code) || resp.Header.Get("Content-Type") != client.ProblemType {
		s.t.Fatalf("want %d %s, got %d (%s): %s", status, code, resp.StatusCode, resp.Header.Get("Content-Type"), b)
	}
	if p.Type != "/api/errors/"+p.Code || p.Title == "" || p.Detail == "" || p.Remedy == "" {
		s.t.Fatalf("an unfinished problem document: %s", b)
	}
	return p
}

func bearer(token string) []string { return []string{"Authorization", "Bearer " + token} }

// hit opens a review of a hit, a case of one side and small forms.
func hit(number string) client.Opening {
	return client.Opening{Agreement: "northgate", Procedure: "hit", Step: client.Step{Step: "open", Values: map[string]any{
		"register": "stolen documents", "number": number, "answer": "passport",
	}}}
}

func request() client.Opening {
	return client.Opening{Agreement: "northgate", Procedure: "assistance", Step: client.Step{Step: "request", Values: map[string]any{
		"offence": map[string]any{"description": "smuggling of persons", "provision": "Penal Code 201", "punishable_in_both": true},
		"facts":   "two lorries with a marker-7f3a", "measure": "location of one telephone", "person": "Ilyan Dessar", "urgency": "ordinary",
		"assessment_proportionality": map[string]any{"milder": "no", "weight": "yes"},
	}}}
}

func want(t *testing.T, err error, code fault.Code, article string) {
	t.Helper()
	f, ok := err.(*fault.Error)
	if !ok || f.Code != code || f.Article != article {
		t.Fatalf("want %s of Article %q, got %v", code, article, err)
	}
}

// description is the OpenAPI document, as far as the tests read it.
type description struct {
	OpenAPI string                              `json:"openapi"`
	Paths   map[string]map[string]describedPath `json:"paths"`
}

type describedPath struct {
	OperationID string                     `json:"operationId"`
	Summary     string                     `json:"summary"`
	Responses   map[string]json.RawMessage `json:"responses"`
}

func (s *stage) describe() description {
	s.t.Helper()
	resp, b := s.send("arland", http.MethodGet, "/api/openapi.json", "")
	var d description
	if err := json.Unmarshal(b, &d); err != nil || resp.StatusCode != http.StatusOK {
		s.t.Fatalf("%d: %v", resp.StatusCode, err)
	}
	return d
}

// open asks without login: there is an answer that any page may read, or there is no such release.
func (s *stage) open(path string) {
	s.t.Helper()
	resp, b := s.send("arland", http.MethodGet, "/api"+strings.NewReplacer("{agreement}", "northgate", "{release}", "1.json").Replace(path), "")
	if strings.HasSuffix(path, "{release}") {
		s.problem(resp, b, http.StatusNotFound, fault.NotFound)
		return
	}
	if resp.StatusCode != http.StatusOK || resp.Header.Get("Access-Control-Allow-Origin") != "*" || resp.Header.Get("ETag") == "" || !bytes.Contains(b, []byte(`"releases":[]`)) {
		s.t.Errorf("%s: %d %v: %s", path, resp.StatusCode, resp.Header, b)
	}
}

func TestDescription(t *testing.T) {
	s := newStage(t)
	d := s.describe()
	if !strings.HasPrefix(d.OpenAPI, "3.1.") {
		t.Fatalf("OpenAPI %s", d.OpenAPI)
	}
	paths := []string{
		"/me", "/agreements", "/agreements/{id}", "/agreements/{id}/model", "/agreements/{id}/text", "/checks", "/manifests", "/cases", "/cases/{id}",
		"/cases/{id}/fields/{field}", "/cases/{id}/acts", "/cases/{id}/preparations", "/preparations", "/ledger/{agreement}",
		"/ledger/{agreement}/checkpoint", "/ledger/{agreement}/proof/{index}", "/evidence/{agreement}", "/registers/{agreement}/{register}",
		"/negotiations", "/negotiations/{id}", "/negotiations/{id}/text", "/negotiations/{id}/dispatches", "/negotiations/{id}/redlines", "/contacts", "/redlines", "/redlines/{name}",
		"/public/{agreement}/figures", "/public/{agreement}/figures/{release}",
	}
	for _, p := range paths {
		if len(d.Paths[p]) == 0 {
			t.Errorf("%s is not described", p)
		}
	}
	maps.DeleteFunc(d.Paths, func(path string, _ map[string]describedPath) bool { return strings.HasPrefix(path, "/public/") }) // see TestCookbook
	if len(d.Paths) != len(paths) {
		t.Errorf("%d paths are described, the test knows %d", len(d.Paths), len(paths))
	}
	// Nothing but what is open to everybody answers anybody who is not logged in, however well the request is formed.
	fill := strings.NewReplacer("{id}", "northgate", "{field}", "facts", "{agreement}", "northgate", "{register}", "stolen_documents", "{index}", "0", "{name}", "a-year")
	bodies := map[string]any{
		"/checks":    client.Check{Agreement: "a", Register: "r", Query: "q", Match: map[string]string{}},
		"/manifests": client.Manifest{Checks: []client.Check{{Agreement: "a", Register: "r", Query: "q", Match: map[string]string{}}}},
		"/cases":     hit("B1"), "/preparations": hit("B1"), "/cases/{id}/acts": client.Step{Step: "x"}, "/cases/{id}/preparations": client.Step{Step: "x"},
		"/negotiations": client.DraftOpening{Text: "x"}, "/negotiations/{id}/dispatches": client.DraftMove{Kind: "agree"}, "/contacts": client.Card{}, "/redlines": client.RedLine{},
	}
	for path, methods := range d.Paths {
		if strings.HasPrefix(path, "/public/") {
			s.open(path)
			continue
		}
		for method, op := range methods {
			if op.OperationID == "" || op.Summary == "" || len(op.Responses) < 3 {
				t.Errorf("%s %s is hardly described", method, path)
			}
			body := ""
			if method == "post" {
				b, err := json.Marshal(bodies[path])
				if err != nil {
					t.Fatal(err)
				}
				body = string(b)
			}
			for _, head := range [][]string{nil, bearer("eb1_" + strings.Repeat("A", 43)), {"Authorization", "Basic YTpi"}, {"Cookie", auth.CookieName("arland") + "=ec1_x"}} {
				resp, b := s.send("arland", strings.ToUpper(method), "/api"+fill.Replace(path), body, head...)
				s.problem(resp, b, http.StatusUnauthorized, fault.Unauthorised)
				if resp.Header.Get("WWW-Authenticate") == "" {
					t.Errorf("%s %s does not say how to log in", method, path)
				}
			}
		}
	}
}

func TestBadRequests(t *testing.T) {
	s := newStage(t)
	ivo := bearer(s.token("arland", "ivo"))
	check := `{"agreement":"northgate","register":"stolen_documents","query":"document","purpose":"border-control","match":{"number":"B1","issuing_state":"XB"}}`
	if resp, b := s.send("arland", http.MethodPost, "/api/checks", check, ivo...); resp.StatusCode != http.StatusOK {
		t.Fatalf("the good request: %d %s", resp.StatusCode, b)
	}
	for _, c := range []struct {
		name, method, path, body string
		status                   int
		code                     fault.Code
		says                     string
	}{
		{"unknown member", "POST", "/api/checks", strings.Replace(check, `"query"`, `"colour":"blue","query"`, 1), 400, fault.Invalid, "colour"},
		{"another case", "POST", "/api/checks", strings.Replace(check, `"query"`, `"Query"`, 1), 400, fault.Invalid, "Query"},
		{"twice", "POST", "/api/checks", strings.Replace(check, `"query"`, `"query":"x","query"`, 1), 400, fault.Invalid, "query"},
		{"missing", "POST", "/api/checks", `{"agreement":"northgate"}`, 400, fault.Invalid, "register"},
		{"another type", "POST", "/api/checks", strings.Replace(check, `"B1"`, `1`, 1), 400, fault.Invalid, "number"},
		{"no JSON", "POST", "/api/checks", `{`, 400, fault.Invalid, ""},
		{"two documents", "POST", "/api/checks", check + check, 400, fault.Invalid, "end"},
		{"no UTF-8", "POST", "/api/checks", strings.Replace(check, "B1", "B\xff", 1), 400, fault.Invalid, "UTF-8"},
		{"deep", "POST", "/api/cases/x/acts", `{"step":"x","values":{"a":` + strings.Repeat("[", 100) + strings.Repeat("]", 100) + `}}`, 400, fault.Invalid, ""},
		{"empty", "POST", "/api/checks", ` `, 400, fault.Invalid, ""},
		{"large", "POST", "/api/checks", strings.Replace(check, "B1", strings.Repeat("B", 65<<10), 1), 413, fault.TooLarge, ""},
		{"no question", "POST", "/api/manifests", `{"checks":[]}`, 400, fault.Invalid, "checks"},
		{"too many questions", "POST", "/api/manifests", `{"checks":[` + strings.Repeat(check+",", 1000) + check + `]}`, 400, fault.Invalid, "checks"},
		{"unknown parameter", "GET", "/api/cases?colour=blue", "", 400, fault.Invalid, "colour"},
		{"limit", "GET", "/api/cases?limit=0", "", 400, fault.Invalid, "limit"},
		{"limit of text", "GET", "/api/cases?limit=x", "", 400, fault.Invalid, "limit"},
		{"cursor", "GET", "/api/cases?cursor=x", "", 400, fault.Invalid, ""},
		{"index", "GET", "/api/ledger/northgate/proof/-1", "", 400, fault.Invalid, "index"},
		{"no such index", "GET", "/api/ledger/northgate/proof/9999999", "", 404, fault.NotFound, ""},
		{"no such agreement", "GET", "/api/agreements/southgate", "", 404, fault.NotFound, "southgate"},
		{"no such language", "GET", "/api/agreements/northgate/text?language=fr", "", 404, fault.NotFound, "no such language"},
		{"no such case", "GET", "/api/cases/0123", "", 404, fault.NotFound, ""},
		{"no such path", "GET", "/api/nothing", "", 404, fault.NotFound, "/api/nothing"},
		{"no such method", "DELETE", "/api/cases", "", 404, fault.NotFound, "DELETE"},
		{"signature without act", "POST", "/api/cases/0123/acts", `{"step":"x","personal":{"algorithm":"ed25519","key":"k","signature":"s"}}`, 400, fault.Invalid, "prepared"},
		{"no such error", "GET", "/api/errors/nothing", "", 404, fault.NotFound, ""},
	} {
		resp, b := s.send("arland", c.method, c.path, c.body, ivo...)
		p := s.problem(resp, b, c.status, c.code)
		if !bytes.Contains(b, []byte(c.says)) {
			t.Errorf("%s: the problem does not say %q: %s", c.name, c.says, b)
		}
		if strings.Contains(p.Detail, "sql") || strings.Contains(p.Detail, "/tmp") {
			t.Errorf("%s: internal detail: %s", c.name, b)
		}
	}
	resp, b := s.send("arland", http.MethodPost, "/api/checks", check, append(ivo, "Content-Type", "text/plain")...)
	if resp.StatusCode != http.StatusUnsupportedMediaType {
		t.Fatalf("%d: %s", resp.StatusCode, b)
	}
	resp, b = s.send("arland", http.MethodPost, "/api/cases", "{}", append(ivo, "Idempotency-Key", "with a space")...)
	s.problem(resp, b, 400, fault.Invalid)
	if resp, _ := s.send("arland", http.MethodGet, "/api/errors", ""); resp.StatusCode != http.StatusOK {
		t.Fatal("the table of codes is public")
	}
}
