package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/entente-net/entente/client"
)

// routes lists the operations: one line each, so that the whole interface can be read here.
func (s *server) routes(a huma.API) {
	get(s, a, "me", "/me", "Who is logged in", s.me)
	get(s, a, "list-agreements", "/agreements", "The agreements of this node", s.agreements)
	get(s, a, "get-agreement", "/agreements/{id}", "An agreement with its text", s.agreement)
	raw(s, a, "get-agreement-text", "/agreements/{id}/text", "The signed text, byte for byte, or its translation into a language", "text/markdown; charset=utf-8", s.agreementText)
	raw(s, a, "get-agreement-model", "/agreements/{id}/model", "The canonical model, byte for byte", "application/json", s.agreementModel)

	post(s, a, "check", "/checks", "Ask a register one question", http.StatusOK, maxSmall, s.check)
	post(s, a, "check-manifest", "/manifests", "Ask up to a thousand questions, each answered or refused for itself", http.StatusOK, maxManifest, s.manifest)

	get(s, a, "list-cases", "/cases", "Cases, those that moved last first", s.cases)
	post(s, a, "open-case", "/cases", "Open a case", http.StatusCreated, maxStep, s.open)
	get(s, a, "get-case", "/cases/{id}", "A case, as you may see it", s.oneCase)
	get(s, a, "get-field", "/cases/{id}/fields/{field}", "One field of a case, or the refusal that cites the article", s.field)
	post(s, a, "take-step", "/cases/{id}/acts", "Take a step", http.StatusCreated, maxStep, s.act)
	post(s, a, "prepare-step", "/cases/{id}/preparations", "Make the act of a step, for your own key to sign", http.StatusCreated, maxStep, s.prepare)
	post(s, a, "prepare-opening", "/preparations", "Make the act that opens a case, for your own key to sign", http.StatusCreated, maxStep, s.prepareOpening)

	get(s, a, "get-ledger", "/ledger/{agreement}", "The state of an agreement's log", s.ledger)
	raw(s, a, "get-checkpoint", "/ledger/{agreement}/checkpoint", "The last signed checkpoint, a signed note", "text/plain; charset=utf-8", s.checkpoint)
	raw(s, a, "get-proof", "/ledger/{agreement}/proof/{index}", "A file that proves one entry of the log offline", "application/json", s.proof)

	get(s, a, "list-negotiations", "/negotiations", "The negotiations of this node; this and what follows is for its party's delegates", s.negotiations)
	post(s, a, "open-negotiation", "/negotiations", "Begin a negotiation with a first text", http.StatusCreated, maxStep, s.openDraft)
	get(s, a, "get-negotiation", "/negotiations/{id}", "How a negotiation stands", s.negotiation)
	raw(s, a, "get-draft-text", "/negotiations/{id}/text", "The text of a version, byte for byte", "text/markdown; charset=utf-8", s.draftText)
	stream(s, a, "get-dispatches", "/negotiations/{id}/dispatches", "All that was said, signed as it is, one dispatch a line", "application/x-ndjson", s.dispatches)
	post(s, a, "say", "/negotiations/{id}/dispatches", "Say something in a negotiation", http.StatusCreated, maxStep, s.say)
	get(s, a, "check-red-lines", "/negotiations/{id}/redlines", "Hold the current version to the party's red lines, which never leave the node", s.checkRedLines)
	get(s, a, "list-contacts", "/contacts", "The parties with which drafts may be exchanged", s.contacts)
	post(s, a, "add-contact", "/contacts", "Take a party's card", http.StatusCreated, maxSmall, s.addContact)
	get(s, a, "list-red-lines", "/redlines", "The party's red lines", s.redLines)
	post(s, a, "add-red-line", "/redlines", "Keep a condition that every draft must fulfil", http.StatusCreated, maxSmall, s.addRedLine)
	remove(s, a, "remove-red-line", "/redlines/{name}", "Forget a red line", s.removeRedLine)

	stream(s, a, "get-evidence", "/evidence/{agreement}", "This node's evidence bundle; for an auditor", evidenceType, s.evidence)
	stream(s, a, "get-register", "/registers/{agreement}/{register}", "A register as CSV; for its editors", "text/csv; charset=utf-8", s.exportRegister)
	s.importRoute(a)

	s.publicRoutes(a)
	s.openRoutes(a)
}

type answer[O any] struct{ Body *O }

func (s *server) operation(id, method, path, summary string, status int) huma.Operation {
	return huma.Operation{OperationID: id, Method: method, Path: path, Summary: summary, DefaultStatus: status, Errors: []int{
		http.StatusBadRequest, http.StatusUnauthorized, http.StatusForbidden, http.StatusNotFound, http.StatusConflict, http.StatusServiceUnavailable,
	}}
}

// get registers an operation that only looks.
func get[I, O any](s *server, a huma.API, id, path, summary string, do func(context.Context, *I) (*O, error)) {
	huma.Register(a, s.operation(id, http.MethodGet, path, summary, http.StatusOK), func(ctx context.Context, in *I) (*answer[O], error) {
		out, err := do(ctx, in)
		if err != nil {
			return nil, problem(s.log, err)
		}
		return &answer[O]{out}, nil
	})
}

// remove registers an operation that takes something away.
func remove[I, O any](s *server, a huma.API, id, path, summary string, do func(context.Context, *I) (*O, error)) {
	huma.Register(a, s.operation(id, http.MethodDelete, path, summary, http.StatusOK), func(ctx context.Context, in *I) (*answer[O], error) {
		out, err := do(ctx, in)
		if err != nil {
			return nil, problem(s.log, err)
		}
		return &answer[O]{out}, nil
	})
}

// post registers an operation that takes a body.
func post[I, O any](s *server, a huma.API, id, path, summary string, status int, most int64, do func(context.Context, *I) (*O, error)) {
	op := s.operation(id, http.MethodPost, path, summary, status)
	op.MaxBodyBytes = most
	huma.Register(a, op, func(ctx context.Context, in *I) (*answer[O], error) {
		out, err := do(ctx, in)
		if err != nil {
			return nil, problem(s.log, err)
		}
		return &answer[O]{out}, nil
	})
}

type bytesAnswer struct {
	ContentType string `header:"Content-Type"`
	Body        []byte
}

// raw registers an operation whose answer is bytes that were signed or hashed as they are.
func raw[I any](s *server, a huma.API, id, path, summary, kind string, do func(context.Context, *I) ([]byte, error)) {
	op := s.operation(id, http.MethodGet, path, summary, http.StatusOK)
	op.Responses = responseOf(kind)
	huma.Register(a, op, func(ctx context.Context, in *I) (*bytesAnswer, error) {
		b, err := do(ctx, in)
		if err != nil {
			return nil, problem(s.log, err)
		}
		return &bytesAnswer{ContentType: kind, Body: b}, nil
	})
}

// stream registers an operation whose answer is written as it is made. What fails before the first byte is
// a problem; what fails later breaks the connection, so that nobody takes a part for the whole.
func stream[I any](s *server, a huma.API, id, path, summary, kind string, do func(context.Context, *I) (streamer, error)) {
	op := s.operation(id, http.MethodGet, path, summary, http.StatusOK)
	op.Responses = responseOf(kind)
	huma.Register(a, op, func(ctx context.Context, in *I) (*huma.StreamResponse, error) {
		write, err := do(ctx, in)
		if err != nil {
			return nil, problem(s.log, err)
		}
		return &huma.StreamResponse{Body: func(c huma.Context) {
			w := &lateHeader{c: c, kind: kind}
			if err := write(w); err != nil {
				s.broken(w, err)
			}
		}}, nil
	})
}

func responseOf(kind string) map[string]*huma.Response {
	media, _, _ := cutMedia(kind)
	return map[string]*huma.Response{"200": {Description: "OK", Content: map[string]*huma.MediaType{media: {Schema: &huma.Schema{Type: "string"}}}}}
}

var _ huma.StatusError = (*client.Problem)(nil)
