package desk

import (
	"context"
	"net"
	"net/http"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/openid"
	"github.com/entente-net/entente/internal/web"
)

// Options set a desk up.
type Options struct {
	Name        string   // of the node: stands in the names of its cookies; "": the party's
	Key         []byte   // of the form tokens; empty: drawn at random
	Secure      bool     // cookies only over TLS
	Development bool     // serves /gallery
	Personas    bool     // in an exercise: whoever comes may choose whom to be
	Tour        web.Tour // the start page of the demonstration; nil outside it
	Origin      string   // how browsers write the desk's address; "": as the node's settings say
	OpenID      []*openid.Provider
}

// desk is the node as its people see it. Each method is one page's question.
type desk struct {
	n      *node.Node
	opt    Options
	audits audits
	trials trials
	drafts drafts
}

// New gives the desk and the public pages of a node: everything under / but /api.
func New(n *node.Node, opt Options) (http.Handler, error) {
	if opt.Personas && n.World() != agreement.WorldExercise {
		return nil, fault.New(fault.WrongWorld, "whom to be can be chosen in an exercise alone").Mend("start the desk of a real node without it")
	}
	if opt.Name == "" {
		opt.Name = string(n.Party())
	}
	d := &desk{n: n, opt: opt}
	h, err := web.New(web.Services{
		Sessions: d, Frame: d, Casebook: d, Steps: d, Registers: d, Library: d, Ledgers: d, Auditor: d, Figures: d, Tour: opt.Tour, Searcher: d,
		Decisions: d, Checkpoints: d, Filings: d, Verifier: d, Counter: d, Access: d, Settings: d,
		Negotiations: d, Drafting: d, Trials: d, OwnLines: d, Programmes: d, Notices: d,
	}, web.Options{Name: opt.Name, Key: opt.Key, Secure: opt.Secure, Development: opt.Development})
	if err != nil {
		return nil, err
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h.ServeHTTP(w, r.WithContext(node.WithCaller(r.Context(), caller(r))))
	}), nil
}

// caller is the address against which wrong access codes count. Behind a proxy it is the proxy's: no header is believed.
func caller(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}

// who is the person behind a viewer, as the node knows them now: a role that was taken away is gone.
func (d *desk) who(ctx context.Context, v web.Viewer) (node.Who, error) {
	if v.ID == "" {
		return nil, fault.New(fault.Unauthorised, "nobody is logged in").Mend("log in first")
	}
	p, err := d.n.Auth().Person(ctx, auth.PersonID(v.ID))
	if fault.CodeOf(err) == fault.NotFound {
		return nil, fault.New(fault.Unauthorised, "nobody is logged in, or no longer").Mend("log in again")
	}
	return p, err
}

// in gives an agreement as the reader reads it. All that a page shows of an agreement comes through here; what is decided, stored and
// signed comes from the model itself.
func (d *desk) in(t tongue, m *agreement.Model) *agreement.Model { return d.n.In(m, t.code) }

// model finds an agreement of this node, as it was signed.
func (d *desk) model(id agreement.ID) (*agreement.Model, error) {
	for _, m := range d.n.Models() {
		if m.ID == id {
			return m, nil
		}
	}
	return nil, fault.New(fault.NotFound, "this node is no party to an agreement %q", string(id)).Mend("see the list of agreements")
}
