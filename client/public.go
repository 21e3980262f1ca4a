package client

import (
	"bytes"
	"context"
	"net/http"
	"net/url"
	"strconv"
)

// AccessCodeHeader carries the code that opens a mailbox: never an address, which others log.
const AccessCodeHeader = "Access-Code"

// Public speaks to a node without a login, as the portal's visitors do.
type Public struct{ c *Client }

// NewPublic makes one, with New's rules for the address.
func NewPublic(address string, via *http.Client) (*Public, error) {
	c, err := New(address, "", via)
	return &Public{c}, err
}

// Agreements lists a page of what the node's party has agreed.
func (p *Public) Agreements(ctx context.Context, cursor string, limit int) (*PublicAgreementList, error) {
	return call[PublicAgreementList](ctx, p.c, http.MethodGet, "/api/public/agreements"+pageOf(cursor, limit), nil, "")
}

// Text gives the signed text, byte for byte.
func (p *Public) Text(ctx context.Context, id string) ([]byte, error) {
	return p.c.bytes(ctx, "/api/public/agreements/"+url.PathEscape(id)+"/text")
}

// Doors lists a page of what anyone may bring.
func (p *Public) Doors(ctx context.Context, id, cursor string, limit int) (*DoorList, error) {
	return call[DoorList](ctx, p.c, http.MethodGet, "/api/public/agreements/"+url.PathEscape(id)+"/doors"+pageOf(cursor, limit), nil, "")
}

// Form says what a filing needs, and to whom which part of it is sealed.
func (p *Public) Form(ctx context.Context, id, procedure, step string) (*DoorForm, error) {
	return call[DoorForm](ctx, p.c, http.MethodGet, "/api/public/agreements/"+url.PathEscape(id)+"/doors/"+url.PathEscape(procedure)+"/"+url.PathEscape(step), nil, "")
}

// File brings something. The nonce is drawn at random, 22 characters at least: as long as the code is not confirmed, the same
// nonce gives the same filing and its code again.
func (p *Public) File(ctx context.Context, f Filing, nonce string) (*Filed, error) {
	return call[Filed](ctx, p.c, http.MethodPost, "/api/public/filings", f, nonce)
}

// Box is the mailbox of a code.
func (p *Public) Box(code string) *Box { return &Box{p.c.with(code)} }

// Box asks and acts for whoever holds a code.
type Box struct{ c *Client }

// Open shows the mailbox.
func (b *Box) Open(ctx context.Context) (*Mailbox, error) {
	return call[Mailbox](ctx, b.c, http.MethodGet, "/api/public/mailbox", nil, "")
}

// Confirm says that the code was read: from then on nothing gives it again.
func (b *Box) Confirm(ctx context.Context) error {
	_, err := call[Noted](ctx, b.c, http.MethodPost, "/api/public/mailbox/confirmation", struct{}{}, "")
	return err
}

// Act takes a later step.
func (b *Box) Act(ctx context.Context, s FilingStep, nonce string) (*StepResult, error) {
	return call[StepResult](ctx, b.c, http.MethodPost, "/api/public/mailbox/acts", s, nonce)
}

// Messages lists a page, oldest first.
func (b *Box) Messages(ctx context.Context, cursor string, limit int) (*MessageList, error) {
	return call[MessageList](ctx, b.c, http.MethodGet, "/api/public/mailbox/messages"+pageOf(cursor, limit), nil, "")
}

// Write sends a message to the office.
func (b *Box) Write(ctx context.Context, text string) error {
	_, err := call[Noted](ctx, b.c, http.MethodPost, "/api/public/mailbox/messages", NewMessage{Text: text}, "")
	return err
}

// Proof gives the proof of filing.
func (b *Box) Proof(ctx context.Context) ([]byte, error) {
	return b.c.bytes(ctx, "/api/public/mailbox/proof")
}

// Content gives what opens the proof: the person's own.
func (b *Box) Content(ctx context.Context) ([]byte, error) {
	return b.c.bytes(ctx, "/api/public/mailbox/content")
}

// Verify says what a file proves.
func (p *Public) Verify(ctx context.Context, file []byte) (*Verified, error) {
	resp, err := p.c.do(ctx, http.MethodPost, "/api/public/verifications", bytes.NewReader(file), "application/octet-stream", "")
	if err != nil {
		return nil, err
	}
	return answer[Verified](resp)
}

func pageOf(cursor string, limit int) string {
	q := url.Values{}
	if cursor != "" {
		q.Set("cursor", cursor)
	}
	if limit > 0 {
		q.Set("limit", strconv.Itoa(limit))
	}
	if len(q) == 0 {
		return ""
	}
	return "?" + q.Encode()
}

func (c *Client) with(code string) *Client {
	out := *c
	out.code = code
	return &out
}
