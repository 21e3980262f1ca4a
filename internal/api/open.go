package api

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"

	"github.com/danielgtaylor/huma/v2"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/indicator"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/seal"
)

// What is open to everybody: no login, any page of any origin may read it, and what never changes may be kept for ever.

// OpenRelease is one release in the list.
type OpenRelease struct {
	Number   int             `json:"number"`
	Made     string          `json:"made"`
	From     indicator.Month `json:"from"`
	Until    indicator.Month `json:"until"`
	Version  string          `json:"version" doc:"Of the agreement"`
	SHA256   seal.Digest     `json:"sha256" doc:"Of the JSON file, byte for byte; it stands in the log too"`
	Corrects int             `json:"corrects,omitempty" doc:"The release that this one puts right"`
	Note     string          `json:"note,omitempty" doc:"What was wrong there"`
	JSON     string          `json:"json" doc:"Where the file is"`
	CSV      string          `json:"csv"`
}

// OpenReleases are all releases of an agreement's figures.
type OpenReleases struct {
	Agreement agreement.ID  `json:"agreement"`
	Columns   []string      `json:"columns" doc:"Of the CSV, in their order"`
	Releases  []OpenRelease `json:"releases"`
}

// openAnswer is bytes that anybody may read and keep.
type openAnswer struct {
	ContentType string `header:"Content-Type"`
	Origin      string `header:"Access-Control-Allow-Origin"`
	Resource    string `header:"Cross-Origin-Resource-Policy"`
	Caching     string `header:"Cache-Control"`
	ETag        string `header:"ETag"`
	Status      int
	Body        []byte
}

type publicIn struct {
	Agreement string `path:"agreement" maxLength:"128"`
	Match     string `header:"If-None-Match"`
}

type openReleaseIn struct {
	publicIn
	Release string `path:"release" maxLength:"16" doc:"The number with its form: 3.json, 3.csv"`
}

func (s *server) openRoutes(a huma.API) {
	open := func(id, path, summary, kind string) huma.Operation {
		op := s.operation(id, http.MethodGet, path, summary, http.StatusOK)
		op.Security = []map[string][]string{}
		op.Errors = []int{http.StatusNotFound, http.StatusServiceUnavailable}
		op.Responses = responseOf(kind)
		return op
	}
	huma.Register(a, open("list-releases", "/public/{agreement}/figures", "The releases of an agreement's figures; for everybody", "application/json"),
		func(ctx context.Context, in *publicIn) (*openAnswer, error) {
			list, err := s.n.Releases(ctx, agreement.ID(in.Agreement))
			if err != nil {
				return nil, problem(s.log, err)
			}
			body, err := json.Marshal(releasesOf(agreement.ID(in.Agreement), list))
			if err != nil {
				return nil, problem(s.log, err)
			}
			return openBytes(in.Match, "application/json", "public, max-age=60", append(body, '\n')), nil
		})
	huma.Register(a, open("get-release", "/public/{agreement}/figures/{release}", "A release, as JSON or CSV; it never changes", "application/octet-stream"),
		func(ctx context.Context, in *openReleaseIn) (*openAnswer, error) {
			r, form, err := s.openRelease(ctx, in)
			if err != nil {
				return nil, problem(s.log, err)
			}
			const forEver = "public, max-age=31536000, immutable"
			if form == "csv" {
				return openBytes(in.Match, "text/csv; charset=utf-8; header=present", forEver, r.CSV()), nil
			}
			return openBytes(in.Match, "application/json", forEver, r.Body), nil
		})
}

func openBytes(match, kind, caching string, body []byte) *openAnswer {
	out := &openAnswer{
		ContentType: kind, Origin: "*", Resource: "cross-origin", Caching: caching, ETag: `"` + string(seal.DigestOf(body)) + `"`, Status: http.StatusOK, Body: body,
	}
	if match == out.ETag {
		out.Status, out.Body = http.StatusNotModified, nil
	}
	return out
}

func (s *server) openRelease(ctx context.Context, in *openReleaseIn) (*node.Release, string, error) {
	list, err := s.n.Releases(ctx, agreement.ID(in.Agreement))
	if err != nil {
		return nil, "", err
	}
	for _, form := range []string{"json", "csv"} {
		for _, r := range list {
			if in.Release == strconv.Itoa(r.Number)+"."+form {
				return r, form, nil
			}
		}
	}
	return nil, "", fault.New(fault.NotFound, "there is no release %.20q", in.Release).Mend("name one of the list with its form, such as 1.json")
}

func releasesOf(id agreement.ID, list []*node.Release) *OpenReleases {
	out := &OpenReleases{Agreement: id, Columns: indicator.Columns, Releases: []OpenRelease{}}
	for _, r := range list {
		at := fmt.Sprintf("/api/public/%s/figures/%d", id, r.Number)
		out.Releases = append(out.Releases, OpenRelease{
			Number: r.Number, Made: r.Made.UTC().Format("2006-01-02T15:04:05Z"), From: r.From, Until: r.Until, Version: r.Version, SHA256: r.Digest,
			Corrects: r.Corrects, Note: r.Note, JSON: at + ".json", CSV: at + ".csv",
		})
	}
	return out
}

// ReleaseRequest asks for a release.
type ReleaseRequest struct {
	Agreement agreement.ID `json:"agreement"`
	Corrects  int          `json:"corrects,omitempty"`
	Note      string       `json:"note,omitempty"`
	IfDue     bool         `json:"if_due,omitempty"` // only where a month has ended since the last
}

func (a *admin) release(ctx context.Context, in *ReleaseRequest) (*OpenReleases, error) {
	if in.IfDue {
		if due, err := a.n.ReleaseDue(ctx, in.Agreement); err != nil || !due {
			return &OpenReleases{Agreement: in.Agreement, Columns: indicator.Columns, Releases: []OpenRelease{}}, err
		}
	}
	r, err := a.n.Publish(ctx, in.Agreement, in.Corrects, in.Note)
	if err != nil {
		return nil, err
	}
	return releasesOf(in.Agreement, []*node.Release{r}), nil
}

func (a *admin) releases(ctx context.Context, id agreement.ID) (*OpenReleases, error) {
	list, err := a.n.Releases(ctx, id)
	if err != nil {
		return nil, err
	}
	return releasesOf(id, list), nil
}

// answersAbout serves what is asked of one agreement.
func answersAbout[O any](a *admin, do func(context.Context, agreement.ID) (*O, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		out, err := do(r.Context(), agreement.ID(r.PathValue("agreement")))
		if err != nil {
			a.fail(w, err)
			return
		}
		a.reply(w, out)
	}
}
