package client

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/entente-net/entente/fault"
)

// answers gives a client of a server that answers everything with one handler.
func answers(t *testing.T, h http.HandlerFunc) *Client {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	c, err := New(s.URL+"/", "token", nil)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestAddress(t *testing.T) {
	for _, bad := range []string{"", "127.0.0.1:80", "ftp://host", "https://", "://", "http://%zz"} {
		if _, err := New(bad, "t", nil); fault.CodeOf(err) != fault.Invalid {
			t.Errorf("%q: %v", bad, err)
		}
	}
	if _, err := New("https://host", "a\nb", nil); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("a token of two lines: %v", err)
	}
}

func TestRequest(t *testing.T) {
	c := answers(t, func(w http.ResponseWriter, r *http.Request) {
		b, _ := io.ReadAll(r.Body)
		if r.Method != http.MethodPost || r.URL.EscapedPath() != "/api/cases/a%2Fb/acts" || r.Header.Get("Authorization") != "Bearer token" ||
			r.Header.Get("Idempotency-Key") != "once" || string(b) != `{"step":"s","values":{"n":12345678901234567}}` {
			t.Errorf("%s %s %v %s", r.Method, r.URL.EscapedPath(), r.Header, b)
		}
		w.WriteHeader(http.StatusCreated)
		_, _ = io.WriteString(w, `{"case":"a","number":7}`)
	})
	res, err := c.Act(context.Background(), "a/b", Step{Step: "s", Values: map[string]any{"n": 12345678901234567}}, "once")
	if err != nil || res.Number != 7 {
		t.Fatalf("%+v %v", res, err)
	}
}

func TestProblems(t *testing.T) {
	for _, c := range []struct {
		status     int
		kind, body string
		want       fault.Error
	}{
		{403, ProblemType, `{"status":403,"detail":"no","code":"wrong-role","article":"7","remedy":"so"}`, fault.Error{Code: fault.WrongRole, Article: "7", Message: "no", Remedy: "so"}},
		{403, ProblemType + "; charset=utf-8", `{"detail":"no","code":"not-shared"}`, fault.Error{Code: fault.NotShared, Message: "no"}},
		{400, ProblemType, `{"detail":"no","code":"invalid","errors":[{"where":"body.a","message":"x"},{"message":"y"}]}`, fault.Error{Code: fault.Invalid, Message: "no; body.a: x; y"}},
		{502, "text/html", "<h1>Bad Gateway</h1>", fault.Error{Code: fault.Unavailable, Message: "the node answered with the status Bad Gateway"}},
		{401, "text/plain", "", fault.Error{Code: fault.Unauthorised, Message: "the node answered with the status Unauthorized"}},
		{500, ProblemType, `{`, fault.Error{Code: fault.Internal, Message: "the node answered with the status Internal Server Error"}},
	} {
		cl := answers(t, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", c.kind)
			w.WriteHeader(c.status)
			_, _ = io.WriteString(w, c.body)
		})
		_, err := cl.Me(context.Background())
		f, ok := err.(*fault.Error)
		if !ok || *f != c.want {
			t.Errorf("%d %s: %+v", c.status, c.body, err)
		}
	}
}

func TestAnswersThatCannotBeRead(t *testing.T) {
	ctx := context.Background()
	c := answers(t, func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "<html>") })
	if _, err := c.Me(ctx); fault.CodeOf(err) != fault.Malformed {
		t.Errorf("no JSON: %v", err)
	}
	c = answers(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "100")
		_, _ = io.WriteString(w, strings.Repeat("x", 50))
	})
	if _, err := c.Me(ctx); fault.CodeOf(err) != fault.Unavailable {
		t.Errorf("a part: %v", err)
	}
	var out bytes.Buffer
	if err := c.Evidence(ctx, "a", &out); fault.CodeOf(err) != fault.Unavailable {
		t.Errorf("a stream that broke off: %v", err)
	}
	c = answers(t, func(w http.ResponseWriter, _ *http.Request) {
		chunk := bytes.Repeat([]byte{' '}, 1<<20)
		for range MaxAnswer>>20 + 1 {
			_, _ = w.Write(chunk)
		}
	})
	if _, err := c.Me(ctx); fault.CodeOf(err) != fault.TooLarge {
		t.Errorf("a large one: %v", err)
	}
	gone := httptest.NewServer(http.NotFoundHandler())
	gone.Close()
	c, err := New(gone.URL, "t", nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Me(ctx); fault.CodeOf(err) != fault.Unavailable {
		t.Errorf("nobody there: %v", err)
	}
}
