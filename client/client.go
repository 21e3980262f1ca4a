package client

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/entente-net/entente/fault"
)

// MaxAnswer bounds what is read of one JSON answer, in bytes. Streams (evidence, registers) have no bound.
const MaxAnswer = 64 << 20

// Client speaks for one person to one node. It is safe for concurrent use.
type Client struct {
	base  string
	token string
	code  string // of a mailbox
	http  *http.Client
}

// New makes a client of the node whose desk is at address ("https://…", or "http://…" on loopback), for
// whoever the bearer token belongs to. A nil client is the usual one with a time limit of a minute for
// what is no stream.
func New(address, token string, via *http.Client) (*Client, error) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		return nil, fault.New(fault.Invalid, "%q is no address of a node", address).Mend("write it as https://host:port")
	}
	if u.Scheme == "http" && !loopback(u.Hostname()) {
		return nil, fault.New(fault.Invalid, "the token would travel in clear to %s", u.Host).Mend("write the address as https://host:port")
	}
	if strings.ContainsAny(token, "\r\n") {
		return nil, fault.New(fault.Invalid, "the token has a line end in it").Mend("give the token alone")
	}
	if via == nil {
		// A node sends nobody elsewhere: what was meant for it goes to it, or nowhere.
		via = &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	}
	return &Client{base: strings.TrimSuffix(u.String(), "/"), token: token, http: via}, nil
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

const callTime = time.Minute

// Me says who is logged in.
func (c *Client) Me(ctx context.Context) (*Me, error) {
	return call[Me](ctx, c, http.MethodGet, "/api/me", nil, "")
}

// Agreements lists the node's agreements, without their texts.
func (c *Client) Agreements(ctx context.Context) (*AgreementList, error) {
	return call[AgreementList](ctx, c, http.MethodGet, "/api/agreements", nil, "")
}

// Agreement gives one agreement with its text.
func (c *Client) Agreement(ctx context.Context, id string) (*Agreement, error) {
	return call[Agreement](ctx, c, http.MethodGet, "/api/agreements/"+url.PathEscape(id), nil, "")
}

// Model gives the canonical bytes of an agreement's model.
func (c *Client) Model(ctx context.Context, id string) ([]byte, error) {
	return c.bytes(ctx, "/api/agreements/"+url.PathEscape(id)+"/model")
}

// Check asks one question.
func (c *Client) Check(ctx context.Context, q Check) (*Checked, error) {
	return call[Checked](ctx, c, http.MethodPost, "/api/checks", q, "")
}

// Manifest asks many.
func (c *Client) Manifest(ctx context.Context, m Manifest) (*ManifestChecked, error) {
	return call[ManifestChecked](ctx, c, http.MethodPost, "/api/manifests", m, "")
}

// Cases gives one page of cases; cursor "" is the first, limit 0 the usual length.
func (c *Client) Cases(ctx context.Context, cursor string, limit int) (*CaseList, error) {
	q := url.Values{}
	if cursor != "" {
		q.Set("cursor", cursor)
	}
	if limit > 0 {
		q.Set("limit", strconv.Itoa(limit))
	}
	path := "/api/cases"
	if len(q) > 0 {
		path += "?" + q.Encode()
	}
	return call[CaseList](ctx, c, http.MethodGet, path, nil, "")
}

// Case gives one case.
func (c *Client) Case(ctx context.Context, id string) (*Case, error) {
	return call[Case](ctx, c, http.MethodGet, "/api/cases/"+url.PathEscape(id), nil, "")
}

// Field gives one field, or the refusal that cites the article.
func (c *Client) Field(ctx context.Context, id, field string) (*Field, error) {
	return call[Field](ctx, c, http.MethodGet, "/api/cases/"+url.PathEscape(id)+"/fields/"+url.PathEscape(field), nil, "")
}

// Open opens a case. One value of once is one act, however often it is asked for; "": no such promise.
func (c *Client) Open(ctx context.Context, o Opening, once string) (*StepResult, error) {
	return call[StepResult](ctx, c, http.MethodPost, "/api/cases", o, once)
}

// Act takes a step of a case.
func (c *Client) Act(ctx context.Context, id string, s Step, once string) (*StepResult, error) {
	return call[StepResult](ctx, c, http.MethodPost, "/api/cases/"+url.PathEscape(id)+"/acts", s, once)
}

// Prepare makes the act that a step would be, for the person's own key to sign.
func (c *Client) Prepare(ctx context.Context, id string, s Step) (*Preparation, error) {
	return call[Preparation](ctx, c, http.MethodPost, "/api/cases/"+url.PathEscape(id)+"/preparations", s, "")
}

// PrepareOpening does the same for the act that opens a case.
func (c *Client) PrepareOpening(ctx context.Context, o Opening) (*Preparation, error) {
	return call[Preparation](ctx, c, http.MethodPost, "/api/preparations", o, "")
}

// Ledger gives the state of an agreement's log, with its newest entries.
func (c *Client) Ledger(ctx context.Context, id string, entries int) (*Log, error) {
	return call[Log](ctx, c, http.MethodGet, "/api/ledger/"+url.PathEscape(id)+"?entries="+strconv.Itoa(entries), nil, "")
}

// Checkpoint gives the last signed note.
func (c *Client) Checkpoint(ctx context.Context, id string) ([]byte, error) {
	return c.bytes(ctx, "/api/ledger/"+url.PathEscape(id)+"/checkpoint")
}

// Proof gives the file that proves one entry of the log.
func (c *Client) Proof(ctx context.Context, id string, index uint64) ([]byte, error) {
	return c.bytes(ctx, "/api/ledger/"+url.PathEscape(id)+"/proof/"+strconv.FormatUint(index, 10))
}

// Evidence writes the node's evidence bundle of an agreement.
func (c *Client) Evidence(ctx context.Context, id string, w io.Writer) error {
	return c.stream(ctx, "/api/evidence/"+url.PathEscape(id), w)
}

// Export writes a register as CSV.
func (c *Client) Export(ctx context.Context, agreement, register string, w io.Writer) error {
	return c.stream(ctx, "/api/registers/"+url.PathEscape(agreement)+"/"+url.PathEscape(register), w)
}

// Import exchanges the whole data set of a register for a CSV list.
func (c *Client) Import(ctx context.Context, agreement, register string, csv io.Reader) (*Imported, error) {
	resp, err := c.do(ctx, http.MethodPut, "/api/registers/"+url.PathEscape(agreement)+"/"+url.PathEscape(register), csv, "text/csv", "")
	if err != nil {
		return nil, err
	}
	return answer[Imported](resp)
}

func (c *Client) bytes(ctx context.Context, path string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, callTime)
	defer cancel()
	resp, err := c.do(ctx, http.MethodGet, path, nil, "", "")
	if err != nil {
		return nil, err
	}
	defer func() { _ = resp.Body.Close() }()
	return readAll(resp.Body)
}

func (c *Client) stream(ctx context.Context, path string, w io.Writer) error {
	resp, err := c.do(ctx, http.MethodGet, path, nil, "", "")
	if err != nil {
		return err
	}
	defer func() { _ = resp.Body.Close() }()
	if _, err := io.Copy(w, resp.Body); err != nil {
		return fault.New(fault.Unavailable, "the answer broke off before its end").Mend("ask again; what was written is not whole").Wrap(err)
	}
	return nil
}

func call[O any](ctx context.Context, c *Client, method, path string, in any, once string) (*O, error) {
	ctx, cancel := context.WithTimeout(ctx, callTime)
	defer cancel()
	var body io.Reader
	kind := ""
	if in != nil {
		b, err := json.Marshal(in)
		if err != nil {
			return nil, fault.New(fault.Invalid, "the request cannot be written").Wrap(err)
		}
		body, kind = bytes.NewReader(b), "application/json"
	}
	resp, err := c.do(ctx, method, path, body, kind, once)
	if err != nil {
		return nil, err
	}
	return answer[O](resp)
}

func answer[O any](resp *http.Response) (*O, error) {
	defer func() { _ = resp.Body.Close() }()
	b, err := readAll(resp.Body)
	if err != nil {
		return nil, err
	}
	d := json.NewDecoder(bytes.NewReader(b))
	d.UseNumber() // a value goes on as it came
	out := new(O)
	if err := d.Decode(out); err != nil {
		return nil, fault.New(fault.Malformed, "the node's answer cannot be read").Mend("see that it is a node's desk that answers at this address").Wrap(err)
	}
	return out, nil
}

// do sends a request, and gives an answer of success alone.
func (c *Client) do(ctx context.Context, method, path string, body io.Reader, kind, once string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, method, c.base+path, body)
	if err != nil {
		return nil, fault.New(fault.Invalid, "the request cannot be made").Wrap(err)
	}
	if c.token != "" {
		req.Header.Set("Authorization", "Bearer "+c.token)
	}
	if c.code != "" {
		req.Header.Set(AccessCodeHeader, c.code)
	}
	req.Header.Set("Accept", "application/json, */*")
	if kind != "" {
		req.Header.Set("Content-Type", kind)
	}
	if once != "" {
		req.Header.Set("Idempotency-Key", once)
	}
	resp, err := c.http.Do(req)
	if err != nil {
		var f *fault.Error
		if errors.As(err, &f) {
			return nil, f
		}
		return nil, fault.New(fault.Unavailable, "the node at %s does not answer", c.base).Mend("see that it runs: entente node ping").Wrap(err)
	}
	if resp.StatusCode < 300 {
		return resp, nil
	}
	defer func() { _ = resp.Body.Close() }()
	return nil, problemOf(resp).Fault()
}

func problemOf(resp *http.Response) *Problem {
	p := &Problem{}
	if kind, _, _ := mime.ParseMediaType(resp.Header.Get("Content-Type")); kind == ProblemType {
		if b, err := readAll(resp.Body); err == nil && json.Unmarshal(b, p) != nil {
			p = &Problem{}
		}
	}
	p.Status = resp.StatusCode
	return p
}

func readAll(r io.Reader) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, MaxAnswer+1))
	if err != nil {
		return nil, fault.New(fault.Unavailable, "the answer broke off before its end").Mend("ask again").Wrap(err)
	}
	if len(b) > MaxAnswer {
		return nil, fault.New(fault.TooLarge, "the answer has more than %d bytes", MaxAnswer)
	}
	return b, nil
}
