package api

import (
	"encoding/json"
	"errors"
	"log/slog"
	"strings"
	"testing"

	"github.com/entente-net/entente/fault"
)

func TestInternalDetailStaysInside(t *testing.T) {
	var log strings.Builder
	l := slog.New(slog.NewTextHandler(&log, nil))
	for _, err := range []error{
		errors.New("dial 10.0.0.7: secret"),
		fault.New(fault.Internal, "something went wrong").Wrap(errors.New("row secret")),
		fault.New(fault.Conflict, "somebody else was first").Wrap(errors.New("secret")),
	} {
		b, jerr := json.Marshal(problem(l, err))
		if jerr != nil {
			t.Fatal(jerr)
		}
		if strings.Contains(string(b), "secret") {
			t.Errorf("the problem tells: %s", b)
		}
	}
	if !strings.Contains(log.String(), "10.0.0.7") || !strings.Contains(log.String(), "row secret") {
		t.Errorf("the log of the operator lacks the causes of internal errors: %s", &log)
	}
}

func TestProblemKeepsArticleAndRemedy(t *testing.T) {
	p := problem(nil, fault.Refuse(fault.WrongRole, "7", "no").Mend("so"))
	if p.Status != 403 || p.Article != "7" || p.Remedy != "so" || p.Detail != "no" || p.Code != "wrong-role" {
		t.Fatalf("%+v", p)
	}
	if q := problem(nil, p); q != p {
		t.Fatal("a problem is made anew")
	}
	if p := problem(nil, fault.New("invented", "x")); p.Status != 500 || p.Code != "internal" {
		t.Fatalf("%+v", p)
	}
}
