package api

import (
	"context"
	"net"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/client"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
)

// What anyone may ask without a login: the same as the portal's pages, for programs. The paths below /api/public.

const (
	publicPrefix  = "/api/public/"
	mailboxPrefix = publicPrefix + "mailbox"
)

// publicRoutes lists them.
func (s *server) publicRoutes(a huma.API) {
	get(s, a, "list-public-agreements", "/public/agreements", "What the node's party has agreed", s.publicAgreements)
	raw(s, a, "get-public-text", "/public/agreements/{id}/text", "The signed text, byte for byte", "text/markdown; charset=utf-8", s.publicText)
	get(s, a, "list-doors", "/public/agreements/{id}/doors", "What anyone may bring here", s.doors)
	get(s, a, "get-door", "/public/agreements/{id}/doors/{procedure}/{step}", "What a filing needs, and to whom which part of it is sealed", s.doorForm)
	post(s, a, "file", "/public/filings", "Bring something; the answer has the access code", http.StatusCreated, maxStep, s.file)
	get(s, a, "open-mailbox", "/public/mailbox", "The mailbox of an access code", s.mailbox)
	post(s, a, "confirm-code", "/public/mailbox/confirmation", "Say that the code was read; from then on nothing gives it again", http.StatusOK, maxSmall, s.confirmCode)
	post(s, a, "take-filing-step", "/public/mailbox/acts", "A later step by whoever holds the code", http.StatusCreated, maxStep, s.filingStep)
	get(s, a, "list-messages", "/public/mailbox/messages", "The words with the office, oldest first", s.messages)
	post(s, a, "write-message", "/public/mailbox/messages", "Write to the office", http.StatusCreated, maxSmall, s.writeMessage)
	raw(s, a, "get-filing-proof", "/public/mailbox/proof", "A signed file by which anyone can verify that something was filed, and when", "application/json", s.filingProof)
	raw(s, a, "get-filing-content", "/public/mailbox/content", "What opens the proof: the person's own", "application/json", s.filingContent)
	s.verifyRoute(a)
}

// describePublic says of an operation that it needs no login, and how it is asked.
func describePublic(_ *huma.OpenAPI, op *huma.Operation) {
	if !strings.HasPrefix(op.Path, "/public/") {
		return
	}
	op.Security = []map[string][]string{}
	op.Tags = []string{"public"}
	if e := exampleOf(op.OperationID); e != nil {
		if op.Extensions == nil {
			op.Extensions = map[string]any{}
		}
		op.Extensions["x-codeSamples"] = []map[string]string{{"lang": "Shell", "label": "curl", "source": e.Curl}}
	}
}

// public serves below /api/public: without a login, bounded by address, and open to pages of any origin where it only looks
// and no code is needed.
func public(l *limits, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		open := !strings.HasPrefix(r.URL.Path, mailboxPrefix)
		if open {
			h.Set("Access-Control-Allow-Origin", "*")
			h.Set("Cross-Origin-Resource-Policy", "cross-origin")
		}
		from := callerOf(r)
		if wait := l.take(from, r.Method != http.MethodGet && r.Method != http.MethodHead); wait > 0 {
			h.Set("Retry-After", strconv.Itoa(wait))
			writeProblem(w, problem(nil, fault.New(fault.CapReached, "too many requests came from here").Mend("wait %d seconds", wait)))
			return
		}
		if open && r.Method == http.MethodGet {
			h.Set("Cache-Control", "public, max-age=30")
		}
		next.ServeHTTP(w, r.WithContext(node.WithCaller(r.Context(), from)))
	})
}

// callerOf is the address against which requests count. Behind a proxy it is the proxy's: no header is believed.
func callerOf(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}

// PageIn asks for a page of a list.
type PageIn struct {
	Cursor string `query:"cursor" doc:"Where an earlier page ended" maxLength:"128"`
	Limit  int    `query:"limit" default:"50" minimum:"1" maximum:"200"`
}

// page cuts a list after the element whose name the cursor is.
func page[T any](in PageIn, all []T, name func(*T) string) ([]T, string, error) {
	from := 0
	if in.Cursor != "" {
		from = slices.IndexFunc(all, func(x T) bool { return name(&x) == in.Cursor }) + 1
		if from == 0 {
			return nil, "", fault.New(fault.Invalid, "the cursor %q is of no page of this list", firstLine(in.Cursor)).Mend("take the next of the page before, or leave it out")
		}
	}
	rest := all[from:]
	if len(rest) <= in.Limit {
		return rest, "", nil
	}
	return rest[:in.Limit], name(&rest[in.Limit-1]), nil
}

func (s *server) publicAgreements(_ context.Context, in *PageIn) (*client.PublicAgreementList, error) {
	ctx := context.Background()
	list, err := s.n.Agreements(ctx)
	if err != nil {
		return nil, err
	}
	all := make([]client.PublicAgreement, 0, len(list))
	for _, v := range list {
		a := agreementOf(v, false)
		all = append(all, client.PublicAgreement{
			ID: a.ID, Title: a.Title, Version: a.Version, World: a.World, TextHash: a.TextHash, InForce: a.InForce, Languages: append([]string{}, v.Model.Languages...), Parties: a.Parties,
		})
	}
	out := &client.PublicAgreementList{}
	out.Agreements, out.Next, err = page(*in, all, func(a *client.PublicAgreement) string { return a.ID })
	return out, err
}

func (s *server) publicText(ctx context.Context, in *agreementIn) ([]byte, error) {
	v, err := s.n.Agreement(ctx, agreement.ID(in.ID))
	if err != nil {
		return nil, err
	}
	return v.Text, nil
}

type doorsIn struct {
	PageIn
	ID string `path:"id" maxLength:"128"`
}

func (s *server) doors(_ context.Context, in *doorsIn) (*client.DoorList, error) {
	m, doors, err := s.doorsOf(in.ID)
	if err != nil {
		return nil, err
	}
	all := make([]client.Door, 0, len(doors))
	for i := range doors {
		all = append(all, s.doorOf(m, &doors[i]))
	}
	out := &client.DoorList{}
	out.Doors, out.Next, err = page(in.PageIn, all, func(d *client.Door) string { return d.Procedure + "/" + d.Step })
	return out, err
}

func (s *server) doorsOf(id string) (*agreement.Model, []node.Door, error) {
	doors, err := s.n.Doors(agreement.ID(id))
	if err != nil {
		return nil, nil, err
	}
	for _, m := range s.n.Models() {
		if m.ID == agreement.ID(id) {
			return m, doors, nil
		}
	}
	return nil, nil, fault.New(fault.NotFound, "this node is no party to an agreement %q", firstLine(id))
}

func (s *server) doorOf(m *agreement.Model, d *node.Door) client.Door {
	out := client.Door{
		Agreement: string(m.ID), Procedure: string(d.Procedure.ID), Step: string(d.Step.ID), Title: d.Procedure.Title, Article: string(d.Step.Article), Office: string(d.Role),
	}
	for _, in := range casework.Form(m, d.Procedure, d.Step) {
		out.Sealed = out.Sealed || len(s.n.SealKeys(m.ID, in.Field.SealedTo)) > 0
	}
	return out
}

type doorIn struct {
	ID        string `path:"id" maxLength:"128"`
	Procedure string `path:"procedure" maxLength:"128"`
	Step      string `path:"step" maxLength:"128"`
}

func (s *server) doorForm(_ context.Context, in *doorIn) (*client.DoorForm, error) {
	m, doors, err := s.doorsOf(in.ID)
	if err != nil {
		return nil, err
	}
	for i := range doors {
		d := &doors[i]
		if string(d.Procedure.ID) != in.Procedure || string(d.Step.ID) != in.Step {
			continue
		}
		out := &client.DoorForm{Door: s.doorOf(m, d), Fields: []client.FormField{}, Sides: map[string][]string{}, Grounds: texts(d.Step.Grounds)}
		for _, f := range casework.Form(m, d.Procedure, d.Step) {
			x := client.FormField{
				Field: string(f.Field.ID), Type: string(f.Field.Type), Label: m.LabelOf(f.Field, ""), Help: f.Field.Help["en"], Required: f.Required, Choices: f.Field.Choices,
			}
			if to := s.n.SealKeys(m.ID, f.Field.SealedTo); len(to) > 0 {
				x.SealTo = to[0]
			}
			out.Fields = append(out.Fields, x)
		}
		for j := range d.Procedure.Sides {
			if side := &d.Procedure.Sides[j]; side.ID != d.Side {
				out.Sides[string(side.ID)] = texts(side.Any)
			}
		}
		return out, nil
	}
	return nil, fault.New(fault.NotFound, "nothing of this name may be brought here by anyone").Mend("see the list of doors")
}

// Nonce is the header by which a repeated filing is the same.
type Nonce struct {
	Key string `header:"Idempotency-Key" required:"true" doc:"Drawn at random, 22 to 128 characters: one value is one filing" minLength:"22" maxLength:"128" pattern:"^[!-~]+$"`
}

type fileIn struct {
	Nonce
	Body client.Filing
}

func (s *server) file(ctx context.Context, in *fileIn) (*client.Filed, error) {
	req := filingOf(in.Body.Step, in.Body.Values, in.Body.Ground, in.Key)
	req.Agreement, req.Procedure = agreement.ID(in.Body.Agreement), agreement.ProcedureID(in.Body.Procedure)
	req.Sides = map[agreement.SideID]agreement.PartyID{}
	for side, p := range in.Body.Sides {
		req.Sides[agreement.SideID(side)] = agreement.PartyID(p)
	}
	f, err := s.n.File(ctx, req)
	if err != nil {
		return nil, err
	}
	return &client.Filed{Code: string(f.Code), Case: string(f.Case), At: f.At, Queued: f.Queued}, nil
}

func filingOf(step string, values map[string]any, ground, nonce string) node.FilingRequest {
	req := node.FilingRequest{Step: agreement.StepID(step), Values: make(map[agreement.FieldID]any, len(values)), Ground: ground, Nonce: nonce}
	for f, v := range values {
		req.Values[agreement.FieldID(f)] = v
	}
	return req
}

type verifyIn struct {
	RawBody []byte `contentType:"application/octet-stream"`
}

func (s *server) verifyRoute(a huma.API) {
	op := s.operation("verify-file", http.MethodPost, "/public/verifications", "What a file proves: a proof of filing, its content, a proof of an act or entry, a checkpoint, a text", http.StatusOK)
	op.MaxBodyBytes = audit.MaxFile
	huma.Register(a, op, func(ctx context.Context, in *verifyIn) (*answer[client.Verified], error) {
		return &answer[client.Verified]{s.verified(ctx, in.RawBody)}, nil
	})
}

// verified examines a file and keeps nothing of it. That it does not hold is an answer too.
func (s *server) verified(_ context.Context, file []byte) *client.Verified {
	known := s.n.Known()
	x, err := audit.Examine(file, known, now())
	if err != nil { // an exercise's clock may be elsewhere
		if y, again := audit.Examine(file, known, s.n.Now()); again == nil {
			x, err = y, nil
		}
	}
	out := &client.Verified{
		Kind: x.Kind, Holds: err == nil, Party: string(x.Party), Digest: string(x.Digest), Log: x.Log, Index: x.Index, Size: x.Size, Received: instant(x.Received), Cosigned: byParty(x),
	}
	if err != nil {
		out.Why, out.Cosigned = problem(s.log, err), byParty(&audit.Examined{})
		return out
	}
	out.Agreement = string(x.Agreement.ID)
	for p, at := range x.Signed {
		if out.Signed == nil {
			out.Signed = map[string]time.Time{}
		}
		out.Signed[string(p)] = at
	}
	return out
}

func byParty(x *audit.Examined) map[string]time.Time {
	out := map[string]time.Time{}
	for _, c := range x.Cosigned {
		out[string(c.Party)] = c.At
	}
	return out
}
