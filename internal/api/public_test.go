package api_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/client"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/api"
	"github.com/entente-net/entente/internal/world"
)

// openTown is a world under the common articles with the interface of the secretariat's node.
func openTown(t *testing.T) (*world.Inside, *httptest.Server) {
	t.Helper()
	text, err := os.ReadFile("../../models/common/reference.md")
	if err != nil {
		t.Fatal(err)
	}
	whole, findings := agreement.Assemble(os.DirFS("../../models/common"), "reference.md", text)
	if findings.Failed() {
		t.Fatal(findings)
	}
	w, err := world.NewInside(t.Context(), world.Plan{Dir: filepath.Join(t.TempDir(), "world"), Text: whole.Text, Start: begin})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.Close)
	srv := httptest.NewServer(api.Handler(w.Node("secretariat"), api.Options{}))
	t.Cleanup(srv.Close)
	return w, srv
}

var word = regexp.MustCompile(`(?s)"((?:[^"\\]|\\.)*)"|'([^']*)'|(\\\n)|([^\s"'\\]+)`)

// curl does what curl would with the flags that the examples use; files are those of dir.
func curl(t *testing.T, command, dir string, vars map[string]string) (int, []byte) {
	t.Helper()
	var args []string
	for _, m := range word.FindAllStringSubmatch(command, -1) {
		switch {
		case m[3] != "":
		case m[2] != "":
			args = append(args, m[2])
		default:
			args = append(args, os.Expand(m[1]+m[4], func(name string) string {
				if vars[name] == "" {
					t.Fatalf("%s: what is $%s?", command, name)
				}
				return vars[name]
			}))
		}
	}
	if args[0] != "curl" {
		t.Fatalf("no curl: %s", command)
	}
	method, url, out := http.MethodGet, "", ""
	var body []byte
	head := http.Header{}
	for i := 1; i < len(args); i++ {
		next := func() string { i++; return args[i] }
		switch a := args[i]; a {
		case "-s":
		case "-X":
			method = next()
		case "-o":
			out = next()
		case "-d":
			body = []byte(next())
		case "--data-binary":
			b, err := os.ReadFile(filepath.Join(dir, strings.TrimPrefix(next(), "@")))
			if err != nil {
				t.Fatal(err)
			}
			body = b
		case "-H":
			name, value, _ := strings.Cut(next(), ": ")
			head.Set(name, value)
		default:
			if url != "" || strings.HasPrefix(a, "-") {
				t.Fatalf("%s: what is %q?", command, a)
			}
			url = a
		}
	}
	req, err := http.NewRequestWithContext(t.Context(), method, url, bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header = head
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	if out != "" {
		if err := os.WriteFile(filepath.Join(dir, out), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return resp.StatusCode, b
}

// Every command of the cookbook works as it stands there, and is the example of its operation; no public operation is without one.
func TestCookbook(t *testing.T) {
	_, srv := openTown(t)
	page, err := os.ReadFile("../../docs/cookbook.md")
	if err != nil {
		t.Fatal(err)
	}
	var commands []string
	for _, m := range regexp.MustCompile("(?s)```sh\n(.*?)\n```").FindAllSubmatch(page, -1) {
		commands = append(commands, string(m[1]))
	}
	if len(commands) != len(api.Examples) {
		t.Errorf("%d commands for %d examples", len(commands), len(api.Examples))
	}
	dir, vars := t.TempDir(), map[string]string{"NODE": srv.URL, "NONCE": "0123456789abcdef0123456789abcdef"}
	answers := map[string]map[string]any{}
	for _, e := range api.Examples {
		if !slices.Contains(commands, e.Curl) {
			t.Errorf("the cookbook lacks\n%s", e.Curl)
		}
		status, b := curl(t, e.Curl, dir, vars)
		if status >= 300 {
			t.Fatalf("%s\n%d: %s", e.Curl, status, b)
		}
		var v map[string]any
		if json.Unmarshal(b, &v) == nil {
			answers[e.Operation] = v
		}
		if e.Operation == "file" {
			vars["CODE"], _ = v["code"].(string)
		}
	}
	if v := answers["verify-file"]; v["holds"] != true || v["kind"] != "proof-of-filing" || v["party"] != "secretariat" {
		t.Errorf("the proof: %v", v)
	}
	if v := fmt.Sprint(answers["list-messages"]["messages"]); !strings.Contains(v, "When may I come?") {
		t.Errorf("the messages: %v", v)
	}
	if v := answers["open-mailbox"]; v["state"] != "filed" || v["values"].(map[string]any)["grievance"] != "My son was held for nine hours." {
		t.Errorf("the mailbox: %v", v)
	}

	resp, err := http.Get(srv.URL + "/api/openapi.json")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	var doc struct {
		Paths map[string]map[string]struct {
			OperationID string                    `json:"operationId"`
			Security    []map[string][]string     `json:"security"`
			Samples     []struct{ Source string } `json:"x-codeSamples"`
		}
	}
	if err := json.NewDecoder(resp.Body).Decode(&doc); err != nil {
		t.Fatal(err)
	}
	described := 0
	for path, ops := range doc.Paths {
		if !strings.Contains(path, "/public/") {
			continue
		}
		for method, op := range ops {
			described++
			if len(op.Samples) != 1 || op.Security == nil || len(op.Security) != 0 || !slices.ContainsFunc(api.Examples, func(e api.Example) bool { return e.Operation == op.OperationID && e.Curl == op.Samples[0].Source }) {
				t.Errorf("%s %s: no example that runs, or a login: %+v", method, path, op)
			}
		}
	}
	if described != len(api.Examples) {
		t.Errorf("%d operations for %d examples", described, len(api.Examples))
	}
}

func TestPublicInterface(t *testing.T) {
	w, srv := openTown(t)
	ctx := t.Context()
	p, err := client.NewPublic(srv.URL, nil)
	if err != nil {
		t.Fatal(err)
	}
	// Pages of one, to the end, and no element twice.
	var names []string
	for cursor := ""; ; {
		l, err := p.Doors(ctx, "common", cursor, 1)
		if err != nil || len(l.Doors) != 1 {
			t.Fatalf("%+v, %v", l, err)
		}
		names = append(names, l.Doors[0].Procedure)
		if cursor = l.Next; cursor == "" {
			break
		}
	}
	if got := strings.Join(names, " "); got != "complaint integrity-report retaliation data-request" {
		t.Errorf("doors: %s", got)
	}
	if _, err := p.Doors(ctx, "common", "nowhere", 1); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("a cursor of no page: %v", err)
	}
	form, err := p.Form(ctx, "common", "complaint", "file")
	if err != nil || len(form.Fields) != 9 || !slices.Contains(form.Sides["concerned"], "belmark") {
		t.Fatalf("%+v, %v", form, err)
	}
	filing := client.Filing{
		Agreement: "common", Procedure: "complaint", Step: "file", Sides: map[string]string{"concerned": "belmark"},
		Values: map[string]any{"complainant": "M", "told_in": "writing", "language": "x", "named": false, "grievance": "g", "matter": "m", "asks": "reasons"},
	}
	if _, err := p.File(ctx, filing, "short"); err == nil {
		t.Error("a nonce that can be guessed is taken")
	}
	nonce := strings.Repeat("n", 32)
	filed, err := p.File(ctx, filing, nonce)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := p.File(ctx, filing, nonce); err != nil || again.Code != filed.Code || again.Case != filed.Case {
		t.Errorf("filed again: %+v, %v", again, err)
	}
	box := p.Box(filed.Code)
	if err := box.Confirm(ctx); err != nil {
		t.Fatal(err)
	}
	if _, err := p.File(ctx, filing, nonce); fault.CodeOf(err) != fault.Replayed {
		t.Errorf("the nonce after the code was confirmed: %v", err)
	}
	if _, err := box.Act(ctx, client.FilingStep{Step: "contest", Values: map[string]any{"second_look": "x"}}, nonce); fault.CodeOf(err) != fault.WrongState {
		t.Errorf("a step before its time: %v", err)
	}
	if err := box.Write(ctx, strings.Repeat("x", 30_000)); err == nil {
		t.Error("a message without end is taken")
	}
	content, err := box.Content(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if v, err := p.Verify(ctx, content); err != nil || !v.Holds || v.Kind != "content-of-filing" {
		t.Errorf("%+v, %v", v, err)
	}
	if v, err := p.Verify(ctx, []byte("a letter")); err != nil || v.Holds || v.Why == nil {
		t.Errorf("%+v, %v", v, err)
	}
	_ = w
	// Any origin may look where no code is needed, and nowhere else; nothing of a mailbox is kept on the way.
	for path, open := range map[string]bool{"/api/public/agreements": true, "/api/public/agreements/common/doors": true, "/api/public/mailbox": false} {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, srv.URL+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set(client.AccessCodeHeader, filed.Code)
		req.Header.Set("Origin", "https://elsewhere.example")
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		_ = resp.Body.Close()
		if got := resp.Header.Get("Access-Control-Allow-Origin"); resp.StatusCode != 200 || (got == "*") != open || (resp.Header.Get("Cache-Control") == "no-store") == open {
			t.Errorf("%s: %d, origin %q, cache %q", path, resp.StatusCode, got, resp.Header.Get("Cache-Control"))
		}
	}
	// A code is no login, and the desk's interface needs one.
	c, err := client.New(srv.URL, filed.Code, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Case(ctx, filed.Case); fault.CodeOf(err) != fault.Unauthorised {
		t.Errorf("the desk with a code: %v", err)
	}
	// Whoever asks without end is told to wait.
	waits := 0
	for range 400 {
		resp, err := http.Get(srv.URL + "/api/public/agreements?limit=1")
		if err != nil {
			t.Fatal(err)
		}
		_ = resp.Body.Close()
		if resp.StatusCode == http.StatusTooManyRequests && resp.Header.Get("Retry-After") != "" {
			waits++
		}
	}
	if waits == 0 {
		t.Error("nobody was told to wait")
	}
}
