package client

import (
	"net/http"

	"github.com/entente-net/entente/fault"
)

// Problem is an error as it travels (RFC 9457).
type Problem struct {
	Type    string   `json:"type" doc:"Where the code is explained, below the API's address"`
	Title   string   `json:"title" doc:"What the code means"`
	Status  int      `json:"status" doc:"The HTTP status"`
	Detail  string   `json:"detail" doc:"What is wrong here"`
	Code    string   `json:"code" doc:"The code, of spec/errors.json"`
	Article string   `json:"article,omitempty" doc:"The article of the agreement that demands it"`
	Remedy  string   `json:"remedy,omitempty" doc:"What to do about it"`
	Errors  []Detail `json:"errors,omitempty" doc:"Every place that is wrong, where there are several"`
}

// Detail is one place of a request that is wrong.
type Detail struct {
	Where   string `json:"where,omitempty"`
	Message string `json:"message"`
}

// Error gives the sentence a person reads.
func (p *Problem) Error() string { return p.Fault().Error() }

// GetStatus gives the HTTP status.
func (p *Problem) GetStatus() int { return p.Status }

// ContentType is that of RFC 9457, section 3.
func (p *Problem) ContentType(string) string { return ProblemType }

// ProblemType is the media type of a problem.
const ProblemType = "application/problem+json"

// Fault gives the problem as the project's error.
func (p *Problem) Fault() *fault.Error {
	e := &fault.Error{Code: fault.Code(p.Code), Article: p.Article, Message: p.Detail, Remedy: p.Remedy}
	if e.Code == "" {
		e.Code = codeOfStatus(p.Status)
	}
	if e.Message == "" {
		e.Message = "the node answered with the status " + http.StatusText(p.Status)
	}
	for i, d := range p.Errors {
		if i == maxShown {
			e.Message += "; …"
			break
		}
		e.Message += "; "
		if d.Where != "" {
			e.Message += d.Where + ": "
		}
		e.Message += d.Message
	}
	return e
}

const maxShown = 20

// codeOfStatus serves answers that come from something between client and node, which knows no codes.
func codeOfStatus(status int) fault.Code {
	switch status {
	case http.StatusUnauthorized:
		return fault.Unauthorised
	case http.StatusForbidden:
		return fault.Forbidden
	case http.StatusNotFound:
		return fault.NotFound
	case http.StatusRequestEntityTooLarge:
		return fault.TooLarge
	case http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return fault.Unavailable
	}
	return fault.Internal
}
