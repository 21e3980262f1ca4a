package api

import (
	"bytes"
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/json"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/seal"
)

// AdminOptions set the admin surface up.
type AdminOptions struct {
	Token  string                                       // who has it looks after the node; never empty
	Desk   string                                       // the desk's own address, for login links: "http://127.0.0.1:8080"
	Backup func(ctx context.Context, path string) error // writes a copy of the database
	Log    *slog.Logger
}

// maxAdmin bounds a body of the admin surface, in bytes: an agreement and its cards are the largest.
const maxAdmin = 8 << 20

type admin struct {
	n   *node.Node
	opt AdminOptions
}

// Admin serves everything under /admin: to whoever has the token, on this machine alone. It gives nothing
// of what is in a case.
func Admin(n *node.Node, o AdminOptions) http.Handler {
	if o.Token == "" {
		panic("an admin surface without a token")
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	a := &admin{n: n, opt: o}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /admin/health", answers(a, a.health))
	mux.HandleFunc("GET /admin/people", answers(a, a.people))
	mux.HandleFunc("POST /admin/people", takes(a, a.addPerson))
	mux.HandleFunc("POST /admin/tokens", takes(a, a.token))
	mux.HandleFunc("POST /admin/links", takes(a, a.link))
	mux.HandleFunc("POST /admin/rolekeys", takes(a, a.roleKey))
	mux.HandleFunc("POST /admin/clock", takes(a, a.clock))
	mux.HandleFunc("POST /admin/tend", answers(a, a.tend))
	mux.HandleFunc("POST /admin/ping", answers(a, a.ping))
	mux.HandleFunc("POST /admin/backup", takes(a, a.backup))
	mux.HandleFunc("POST /admin/import", takes(a, a.importList))
	mux.HandleFunc("POST /admin/checkpoint", takes(a, a.checkpoint))
	mux.HandleFunc("POST /admin/proof", takes(a, a.proof))
	mux.HandleFunc("POST /admin/release", takes(a, a.release))
	mux.HandleFunc("GET /admin/releases/{agreement}", answersAbout(a, a.releases))
	mux.HandleFunc("POST /admin/adopt", takes(a, a.adopt))
	mux.HandleFunc("POST /admin/translation", takes(a, a.translation))
	mux.HandleFunc("POST /admin/statement", takes(a, a.statement))
	mux.HandleFunc("GET /admin/webhooks", answers(a, a.webhooks))
	mux.HandleFunc("POST /admin/webhooks", takes(a, a.addWebhook))
	mux.HandleFunc("POST /admin/webhooks/remove", takes(a, a.removeWebhook))
	mux.HandleFunc("GET /admin/evidence/{agreement}", a.evidence)
	mux.HandleFunc("/admin/", func(w http.ResponseWriter, r *http.Request) {
		a.fail(w, fault.New(fault.NotFound, "there is no %s %s", r.Method, firstLine(r.URL.Path)))
	})
	return a.guard(mux)
}

// guard lets in who has the token, from this machine. A page in a browser has neither.
func (a *admin) guard(next http.Handler) http.Handler {
	want := sha256.Sum256([]byte(a.opt.Token))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		if host, _, err := net.SplitHostPort(r.RemoteAddr); err != nil || !net.ParseIP(host).IsLoopback() {
			a.fail(w, fault.New(fault.Forbidden, "a node is administered on its own machine alone"))
			return
		}
		scheme, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
		got := sha256.Sum256([]byte(strings.TrimSpace(token)))
		if !strings.EqualFold(scheme, "bearer") || subtle.ConstantTimeCompare(got[:], want[:]) != 1 {
			a.fail(w, fault.New(fault.Unauthorised, "this is no valid admin token").Mend("read it from run/admin.json in the node's folder"))
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (a *admin) fail(w http.ResponseWriter, err error) { writeProblem(w, problem(a.opt.Log, err)) }

func (a *admin) reply(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		a.opt.Log.Warn("an answer could not be sent", "err", err)
	}
}

// answers serves an operation without a body.
func answers[O any](a *admin, do func(context.Context) (*O, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		out, err := do(r.Context())
		if err != nil {
			a.fail(w, err)
			return
		}
		a.reply(w, out)
	}
}

// takes serves an operation with a JSON body, read strictly.
func takes[I, O any](a *admin, do func(context.Context, *I) (*O, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		in := new(I)
		if err := readStrictly(http.MaxBytesReader(w, r.Body, maxAdmin), in); err != nil {
			a.fail(w, err)
			return
		}
		out, err := do(r.Context(), in)
		if err != nil {
			a.fail(w, err)
			return
		}
		a.reply(w, out)
	}
}

func readStrictly(r io.Reader, v any) error {
	b, err := io.ReadAll(r)
	if err != nil {
		return fault.New(fault.TooLarge, "the body has more than %d bytes, or broke off", maxAdmin).Wrap(err)
	}
	if _, err := seal.ParseJSON(b); err != nil {
		return err
	}
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		return fault.New(fault.Invalid, "the body cannot be read: %s", firstLine(err.Error())).Mend("see spec/api.md for its members").Wrap(err)
	}
	return nil
}

// Done is the answer of an operation that has nothing to say.
type Done struct {
	Done bool `json:"done"`
}

func (a *admin) evidence(w http.ResponseWriter, r *http.Request) {
	late := &lateBody{w: w, kind: evidenceType}
	if err := a.n.Evidence(r.Context(), agreement.ID(r.PathValue("agreement")), late); err != nil {
		if late.begun {
			a.opt.Log.Warn("the evidence broke off", "err", err)
			panic(http.ErrAbortHandler)
		}
		a.fail(w, err)
	}
}

// lateBody sets the content type with the first byte, so that an error before it is still a problem.
type lateBody struct {
	w     http.ResponseWriter
	kind  string
	begun bool
}

func (l *lateBody) Write(b []byte) (int, error) {
	if !l.begun {
		l.begun = true
		l.w.Header().Set("Content-Type", l.kind)
	}
	return l.w.Write(b)
}
