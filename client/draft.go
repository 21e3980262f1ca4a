package client

import (
	"context"
	"io"
	"net/http"
	"net/url"
)

// Negotiations lists the negotiations of a node. This and all that follows is for its party's delegates.
func (c *Client) Negotiations(ctx context.Context) (*NegotiationList, error) {
	return call[NegotiationList](ctx, c, http.MethodGet, "/api/negotiations", nil, "")
}

// Negotiation gives one as it stands.
func (c *Client) Negotiation(ctx context.Context, id string) (*Negotiation, error) {
	return call[Negotiation](ctx, c, http.MethodGet, "/api/negotiations/"+url.PathEscape(id), nil, "")
}

// DraftText gives the text of a version, byte for byte; "": the current one.
func (c *Client) DraftText(ctx context.Context, id, version string) ([]byte, error) {
	path := "/api/negotiations/" + url.PathEscape(id) + "/text"
	if version != "" {
		path += "?version=" + url.QueryEscape(version)
	}
	return c.bytes(ctx, path)
}

// Dispatches writes all dispatches of a negotiation, one signed dispatch in canonical form a line.
func (c *Client) Dispatches(ctx context.Context, id string, w io.Writer) error {
	return c.stream(ctx, "/api/negotiations/"+url.PathEscape(id)+"/dispatches", w)
}

// OpenDraft begins a negotiation.
func (c *Client) OpenDraft(ctx context.Context, o DraftOpening) (*DraftSaid, error) {
	return call[DraftSaid](ctx, c, http.MethodPost, "/api/negotiations", o, "")
}

// Say says something in a negotiation.
func (c *Client) Say(ctx context.Context, id string, m DraftMove) (*DraftSaid, error) {
	return call[DraftSaid](ctx, c, http.MethodPost, "/api/negotiations/"+url.PathEscape(id)+"/dispatches", m, "")
}

// Contacts lists with whom drafts may be exchanged.
func (c *Client) Contacts(ctx context.Context) (*ContactList, error) {
	return call[ContactList](ctx, c, http.MethodGet, "/api/contacts", nil, "")
}

// AddContact takes a party's card.
func (c *Client) AddContact(ctx context.Context, card Card) (*Done, error) {
	return call[Done](ctx, c, http.MethodPost, "/api/contacts", card, "")
}

// RedLines lists the party's red lines.
func (c *Client) RedLines(ctx context.Context) (*RedLineList, error) {
	return call[RedLineList](ctx, c, http.MethodGet, "/api/redlines", nil, "")
}

// AddRedLine keeps a condition that every draft must fulfil.
func (c *Client) AddRedLine(ctx context.Context, r RedLine) (*Done, error) {
	return call[Done](ctx, c, http.MethodPost, "/api/redlines", r, "")
}

// RemoveRedLine forgets one.
func (c *Client) RemoveRedLine(ctx context.Context, name string) (*Done, error) {
	return call[Done](ctx, c, http.MethodDelete, "/api/redlines/"+url.PathEscape(name), nil, "")
}

// CheckRedLines holds the current version of a negotiation to all red lines now.
func (c *Client) CheckRedLines(ctx context.Context, id string) (*RedLineList, error) {
	return call[RedLineList](ctx, c, http.MethodGet, "/api/negotiations/"+url.PathEscape(id)+"/redlines", nil, "")
}
