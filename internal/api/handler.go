package api

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/seal"
)

// Version is that of the API, which stands in its description.
const Version = "1.0"

// Bounds of bodies, in bytes.
const (
	maxSmall    = 64 << 10
	maxManifest = 2 << 20
	maxStep     = 8 << 20   // files travel in a step's values
	maxRegister = 512 << 20 // a list is read as it comes
)

// FormHeader is where a browser's session says that the request is its own: auth's form token, as
// GET /api/me gives it. A bearer's request needs none.
const FormHeader = "X-Form-Token"

// Options set the interface up.
type Options struct {
	Log *slog.Logger // nil: nothing is logged
}

type server struct {
	n   *node.Node
	log *slog.Logger
}

// Handler serves everything under /api.
func Handler(n *node.Node, o Options) http.Handler {
	adapt()
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	s := &server{n: n, log: o.Log}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /api/errors", errorList)
	mux.HandleFunc("GET /api/errors/{code}", errorList)
	mux.HandleFunc("/api/", func(w http.ResponseWriter, r *http.Request) {
		writeProblem(w, problem(s.log, fault.New(fault.NotFound, "there is no %s %s", r.Method, firstLine(r.URL.Path)).
			Mend("see /api/openapi.json for what there is")))
	})
	described := newAPI(mux)
	s.routes(described)
	description, err := json.Marshal(described.OpenAPI())
	if err != nil {
		panic("the API cannot be described: " + err.Error()) // found by the first test that makes a handler
	}
	mux.HandleFunc("GET /api/openapi.json", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/openapi+json")
		_, _ = w.Write(description)
	})
	whole := http.NewServeMux()
	whole.Handle(publicPrefix, plain(public(newLimits(), mux)))
	whole.Handle("/", s.guard(mux))
	return whole
}

// plain sets what every answer has.
func plain(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		next.ServeHTTP(w, r)
	})
}

func newAPI(mux *http.ServeMux) huma.API {
	c := huma.DefaultConfig("Entente", Version)
	c.Info.Description = "One party's node of an agreement. Every error is a problem document (RFC 9457) with a code, the article that demands it, and what to do."
	c.CreateHooks, c.OpenAPIPath, c.DocsPath, c.SchemasPath = nil, "", "", ""
	c.Formats = map[string]huma.Format{"application/json": strictJSON, "json": strictJSON}
	c.RejectUnknownQueryParameters = true
	c.OnAddOperation = append(c.OnAddOperation, describePublic)
	c.Components.SecuritySchemes = map[string]*huma.SecurityScheme{
		"bearer":  {Type: "http", Scheme: "bearer", Description: "A token that the node's administrator gave a person."},
		"session": {Type: "apiKey", In: "cookie", Name: auth.CookieName("{node}"), Description: "A browser's session at the desk; what changes something carries the header " + FormHeader + " besides."},
	}
	c.Security = []map[string][]string{{"bearer": {}}, {"session": {}}}
	return humago.NewWithPrefix(mux, "/api", c)
}

// strictJSON reads JSON as signed formats are read: no member twice, nothing after the end, bounded depth.
// Numbers stay as they were written.
var strictJSON = huma.Format{
	Marshal: func(w io.Writer, v any) error {
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		return enc.Encode(v)
	},
	Unmarshal: func(b []byte, v any) error {
		if _, loose := v.(*any); loose { // what the framework holds against the schema, before it reads the values
			if _, err := seal.ParseJSON(b); err != nil {
				return err
			}
			return json.Unmarshal(b, v)
		}
		d := json.NewDecoder(bytes.NewReader(b))
		d.UseNumber()
		return d.Decode(v)
	},
}

// login is who asks, and the request itself for those who read or write streams.
type login struct {
	who node.Who
	err error
	req *http.Request
}

type loginKey struct{}

// guard finds out who asks, and sets what every answer has. Whether somebody must be logged in is said by
// each operation: the description itself is public.
func (s *server) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Cache-Control", "no-store")
		h.Set("X-Content-Type-Options", "nosniff")
		l := &login{}
		l.who, l.err = s.authenticate(r)
		if fault.CodeOf(l.err) == fault.Unauthorised {
			h.Set("WWW-Authenticate", `Bearer realm="entente"`)
		}
		ctx := context.WithValue(r.Context(), loginKey{}, l)
		l.req = r.WithContext(ctx)
		next.ServeHTTP(w, l.req)
	})
}

func (s *server) authenticate(r *http.Request) (node.Who, error) {
	ctx, people := r.Context(), s.n.Auth()
	if given := r.Header.Get("Authorization"); given != "" {
		scheme, token, _ := strings.Cut(given, " ")
		if !strings.EqualFold(scheme, "bearer") {
			return nil, fault.New(fault.Unauthorised, "only bearer tokens are taken").Mend("send Authorization: Bearer …")
		}
		p, _, err := people.Authenticate(ctx, strings.TrimSpace(token), auth.KindBearer, now())
		return p, err
	}
	cookie, err := r.Cookie(people.CookieName())
	if err != nil {
		return nil, fault.New(fault.Unauthorised, "nobody is logged in").Mend("send Authorization: Bearer … with a valid token")
	}
	p, session, err := people.Authenticate(ctx, cookie.Value, auth.KindCookie, now())
	if err != nil {
		return nil, err
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		if err := people.CheckForm(session, r.Header.Get(FormHeader)); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// Sessions, tokens and links live on the machine's time: a program is not part of the exercise whose clock
// jumps by months.
func now() time.Time { return time.Now().UTC() }

// person gives who is logged in.
func person(ctx context.Context) (node.Who, error) {
	l, ok := ctx.Value(loginKey{}).(*login)
	if !ok {
		return nil, errors.New("a request without its guard")
	}
	return l.who, l.err
}

func request(ctx context.Context) *http.Request { return ctx.Value(loginKey{}).(*login).req }
