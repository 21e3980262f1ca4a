package api

import (
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"strings"
	"sync"

	"github.com/danielgtaylor/huma/v2"

	"github.com/entente-net/entente/client"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/spec"
)

// problem makes the document of an error. What is no error of ours is a defect: it goes to the log, and
// nobody outside learns what it was.
func problem(log *slog.Logger, err error) *client.Problem {
	var p *client.Problem
	if errors.As(err, &p) {
		return p
	}
	var e *fault.Error
	if !errors.As(err, &e) {
		e = fault.New(fault.Internal, "something went wrong inside the node").Wrap(err)
	}
	known := spec.ErrorOf(e.Code)
	if e.Code == fault.Internal && log != nil {
		log.Error("a request failed", "err", err, "cause", e.Err)
	}
	p = &client.Problem{
		Type: "/api/errors/" + string(known.Code), Title: known.Meaning, Status: known.Status,
		Detail: e.Message, Code: string(known.Code), Article: e.Article, Remedy: e.Remedy,
	}
	if p.Remedy == "" {
		p.Remedy = known.Remedy
	}
	return p
}

// writeProblem sends a problem where no framework does.
func writeProblem(w http.ResponseWriter, p *client.Problem) {
	w.Header().Set("Content-Type", client.ProblemType)
	w.Header().Set("Cache-Control", "no-store")
	if p.Status == http.StatusUnauthorized {
		w.Header().Set("WWW-Authenticate", `Bearer realm="entente"`)
	}
	w.WriteHeader(p.Status)
	_ = json.NewEncoder(w).Encode(p)
}

// adapt makes the framework's own errors (a member that is unknown, a body that is too large) problems of
// ours, and member names case-sensitive. Both are settings of the whole process: nothing else uses it.
var adapt = sync.OnceFunc(func() {
	huma.ValidateStrictCasing = true
	huma.NewError = func(status int, message string, errs ...error) huma.StatusError {
		code := fault.Invalid
		switch status {
		case http.StatusRequestEntityTooLarge:
			code = fault.TooLarge
		case http.StatusUnauthorized:
			code = fault.Unauthorised
		case http.StatusForbidden:
			code = fault.Forbidden
		case http.StatusNotFound:
			code = fault.NotFound
		case http.StatusInternalServerError:
			code = fault.Internal
		}
		for _, err := range errs {
			var e *fault.Error
			if errors.As(err, &e) {
				return problem(nil, e)
			}
		}
		p := problem(nil, fault.New(code, "%s", message))
		if code == fault.Invalid && status != http.StatusUnprocessableEntity {
			p.Status = status // 406, 408, 415 say more than 400
		}
		for _, err := range errs {
			var d *huma.ErrorDetail
			if errors.As(err, &d) {
				p.Errors = append(p.Errors, client.Detail{Where: d.Location, Message: d.Message})
			} else if err != nil && code != fault.Internal {
				p.Errors = append(p.Errors, client.Detail{Message: firstLine(err.Error())})
			}
		}
		return p
	}
	huma.NewErrorWithContext = func(_ huma.Context, status int, message string, errs ...error) huma.StatusError {
		return huma.NewError(status, message, errs...)
	}
})

func firstLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	if len(s) > 200 {
		s = s[:200] + "…"
	}
	return s
}

// errorList serves the table of codes.
func errorList(w http.ResponseWriter, r *http.Request) {
	var v any = spec.ErrorCodes()
	if code := r.PathValue("code"); code != "" {
		e := spec.ErrorOf(fault.Code(code))
		if string(e.Code) != code {
			writeProblem(w, problem(nil, fault.New(fault.NotFound, "there is no code %q", firstLine(code))))
			return
		}
		v = e
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(v) // fails where the reader has gone
}
