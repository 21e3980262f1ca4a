package main

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/api"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/seal"
)

type nodeAdoptCmd struct {
	Dir       string   `arg:"" name:"DIR" help:"The node's folder."`
	Agreement string   `required:"" help:"The text, with every party's keys in it." placeholder:"FILE"`
	Card      []string `help:"The cards of the other parties' nodes." placeholder:"FILE" sep:"none"`
	Sign      bool     `help:"Ratify it too, with the party key in the folder."`
}

func (c nodeAdoptCmd) Run(a *app) error {
	text, m, err := a.sound(c.Agreement)
	if err != nil {
		return err
	}
	said, err := a.beside(c.Agreement, m)
	if err != nil {
		return err
	}
	req := api.AdoptRequest{Text: string(text), Cards: []node.Card{}}
	tongues := []string{}
	for _, t := range said {
		req.Translations = append(req.Translations, api.Translation{Language: t.Language, Text: string(t.Text)})
		tongues = append(tongues, t.Language)
	}
	for _, path := range c.Card {
		b, err := readFile(path, 1<<20)
		if err != nil {
			return err
		}
		var card node.Card
		if err := json.Unmarshal(b, &card); err != nil || card.Party == "" || card.Certificate == "" {
			return usage("%s is no card of a node", path)
		}
		req.Cards = append(req.Cards, card)
	}
	n, err := a.reach(c.Dir)
	if err != nil {
		return err
	}
	defer n.close()
	out, err := adminPost[api.Adopted](a.ctx, n, "/admin/adopt", req)
	if err != nil {
		return err
	}
	if c.Sign {
		if err := c.sign(a, n, out.Agreement, text); err != nil {
			return err
		}
	}
	return a.print(map[string]any{"agreement": out.Agreement, "signed": c.Sign, "translations": tongues}, func(w io.Writer) {
		fmt.Fprintf(w, "%s is on the node of %s\n", m.Title, n.home.Party)
		if len(tongues) > 0 {
			fmt.Fprintf(w, "with its translations: %s\n", strings.Join(tongues, ", "))
		}
		if c.Sign {
			fmt.Fprintf(w, "signed for %s; it is in force once every party has signed\n", n.home.Party)
		}
	})
}

// sign ratifies by the node's clock, which an exercise may have set.
func (c nodeAdoptCmd) sign(a *app, n *admin, id agreement.ID, text []byte) error {
	h, err := adminGet[api.Health](a.ctx, n, "/admin/health")
	if err != nil {
		return err
	}
	key, err := n.home.PartyKey()
	if err != nil {
		return err
	}
	st, err := node.MakeRatification(text, n.home.Party, key, h.Now)
	if err != nil {
		return err
	}
	_, err = adminPost[api.Done](a.ctx, n, "/admin/statement", api.StatementRequest{Agreement: id, Statement: string(st.Encode())})
	return err
}

type nodeStatementCmd struct {
	Dir       string       `arg:"" name:"DIR" help:"The node's folder."`
	File      string       `arg:"" name:"FILE" help:"The signed statement."`
	Agreement agreement.ID `help:"Under which agreement, where the node has several." placeholder:"ID"`
}

func (c nodeStatementCmd) Run(a *app) error {
	b, err := readFile(c.File, seal.MaxStatement*2)
	if err != nil {
		return err
	}
	n, err := a.reach(c.Dir)
	if err != nil {
		return err
	}
	defer n.close()
	id, err := n.theAgreement(a.ctx, c.Agreement)
	if err != nil {
		return err
	}
	if _, err := adminPost[api.Done](a.ctx, n, "/admin/statement", api.StatementRequest{Agreement: id, Statement: strings.TrimSpace(string(b))}); err != nil {
		return err
	}
	return a.print(map[string]any{"agreement": id}, func(w io.Writer) { fmt.Fprintf(w, "put into the case of %s\n", id) })
}

type nodePersonCmd struct {
	Dir       string             `arg:"" name:"DIR" help:"The node's folder."`
	ID        auth.PersonID      `arg:"" name:"PERSON" help:"The person's name within the node: leila.hadad"`
	Name      string             `help:"As others call the person." placeholder:"NAME"`
	Role      []agreement.RoleID `help:"A role; several times for several." placeholder:"ROLE"`
	Agreement agreement.ID       `help:"Under which agreement, where the node has several." placeholder:"ID"`
	Admin     bool               `help:"Looks after the node; holds no role and sees no content."`
	Delegate  bool               `help:"Negotiates: sees drafts, and the party's red lines."`
	Disabled  bool               `help:"May not log in any more."`
	Keys      bool               `help:"In an exercise: let the node make and keep the role keys that the agreement demands."`
}

func (c nodePersonCmd) Run(a *app) error {
	n, err := a.reach(c.Dir)
	if err != nil {
		return err
	}
	defer n.close()
	if c.Name == "" {
		c.Name = string(c.ID)
	}
	p := api.Person{ID: c.ID, Name: c.Name, Admin: c.Admin, Delegate: c.Delegate, Disabled: c.Disabled, Roles: map[agreement.ID][]agreement.RoleID{}}
	if len(c.Role) > 0 {
		id, err := n.theAgreement(a.ctx, c.Agreement)
		if err != nil {
			return err
		}
		p.Roles[id] = c.Role
	}
	if _, err := adminPost[api.Person](a.ctx, n, "/admin/people", p); err != nil {
		return err
	}
	if c.Keys {
		if err := c.custody(a, n, p); err != nil {
			return err
		}
	}
	return a.print(p, func(w io.Writer) { personLine(w, p) })
}

// custody has the node make the keys of those roles whose keys an authority enrols.
func (c nodePersonCmd) custody(a *app, n *admin, p api.Person) error {
	h, err := adminGet[api.Health](a.ctx, n, "/admin/health")
	if err != nil {
		return err
	}
	for _, x := range h.Agreements {
		for _, r := range p.Roles[x.ID] {
			if !slices.Contains(x.Enrolled, r) {
				continue
			}
			if _, err := adminPost[api.Done](a.ctx, n, "/admin/rolekeys", api.RoleKeyRequest{Agreement: x.ID, Person: c.ID, Role: r}); err != nil {
				return err
			}
		}
	}
	return nil
}

func personLine(w io.Writer, p api.Person) {
	fmt.Fprintf(w, "%s (%s)", p.ID, p.Name)
	for _, id := range slices.Sorted(maps.Keys(p.Roles)) {
		for _, r := range p.Roles[id] {
			fmt.Fprintf(w, " %s:%s", id, r)
		}
	}
	if p.Admin {
		fmt.Fprint(w, " looks after the node")
	}
	if p.Delegate {
		fmt.Fprint(w, " negotiates")
	}
	if p.Disabled {
		fmt.Fprint(w, " disabled")
	}
	fmt.Fprintln(w)
}

type nodePeopleCmd struct {
	Dir string `arg:"" name:"DIR" help:"The node's folder."`
}

func (c nodePeopleCmd) Run(a *app) error {
	n, err := a.reach(c.Dir)
	if err != nil {
		return err
	}
	defer n.close()
	list, err := adminGet[api.PersonList](a.ctx, n, "/admin/people")
	if err != nil {
		return err
	}
	return a.print(list, func(w io.Writer) {
		for _, p := range list.People {
			personLine(w, p)
		}
	})
}

type nodeTokenCmd struct {
	Dir    string        `arg:"" name:"DIR" help:"The node's folder."`
	Person auth.PersonID `arg:"" name:"PERSON" help:"Whose token."`
	Life   time.Duration `help:"How long it lasts; thirty days unless stated." placeholder:"DURATION"`
	Out    string        `short:"o" help:"Write the token to this file, for its owner alone." placeholder:"FILE"`
}

func (c nodeTokenCmd) Run(a *app) error {
	n, err := a.reach(c.Dir)
	if err != nil {
		return err
	}
	defer n.close()
	t, err := adminPost[api.Token](a.ctx, n, "/admin/tokens", api.TokenRequest{Person: c.Person, Seconds: int64(c.Life / time.Second)})
	if err != nil {
		return err
	}
	if c.Out != "" {
		if err := os.WriteFile(c.Out, []byte(t.Token+"\n"), 0o600); err != nil {
			return usage("%s cannot be written: %s", c.Out, reason(err))
		}
		return a.print(map[string]any{"file": c.Out, "expires": t.Expires}, func(w io.Writer) {
			fmt.Fprintf(w, "wrote %s; it is good until %s\n", c.Out, t.Expires.Format(time.RFC3339))
		})
	}
	return a.print(t, func(w io.Writer) { fmt.Fprintln(w, t.Token) })
}

type nodeLoginCmd struct {
	Dir      string        `arg:"" name:"DIR" help:"The node's folder."`
	Person   auth.PersonID `arg:"" name:"PERSON" help:"Who logs in."`
	Reusable bool          `help:"Good until it expires, not only once."`
}

func (c nodeLoginCmd) Run(a *app) error {
	n, err := a.reach(c.Dir)
	if err != nil {
		return err
	}
	defer n.close()
	l, err := adminPost[api.Link](a.ctx, n, "/admin/links", api.LinkRequest{Person: c.Person, Reusable: c.Reusable})
	if err != nil {
		return err
	}
	return a.print(l, func(w io.Writer) { fmt.Fprintln(w, l.URL) })
}

type nodeRolekeyCmd struct {
	Dir         string           `arg:"" name:"DIR" help:"The node's folder."`
	Person      auth.PersonID    `arg:"" name:"PERSON" help:"Whose key."`
	Role        agreement.RoleID `arg:"" name:"ROLE" help:"For which role."`
	Certificate string           `help:"The authority's word for the key (entente key certify); in an exercise the node can make and keep one." placeholder:"FILE"`
	Agreement   agreement.ID     `help:"Under which agreement, where the node has several." placeholder:"ID"`
}

func (c nodeRolekeyCmd) Run(a *app) error {
	req := api.RoleKeyRequest{Person: c.Person, Role: c.Role}
	if c.Certificate != "" {
		b, err := readFile(c.Certificate, seal.MaxStatement*2)
		if err != nil {
			return err
		}
		req.Certificate = strings.TrimSpace(string(b))
	}
	n, err := a.reach(c.Dir)
	if err != nil {
		return err
	}
	defer n.close()
	if req.Agreement, err = n.theAgreement(a.ctx, c.Agreement); err != nil {
		return err
	}
	if _, err := adminPost[api.Done](a.ctx, n, "/admin/rolekeys", req); err != nil {
		return err
	}
	return a.print(map[string]any{"agreement": req.Agreement, "person": c.Person, "role": c.Role}, func(w io.Writer) {
		fmt.Fprintf(w, "the key of %s as %s is enrolled under %s\n", c.Person, c.Role, req.Agreement)
	})
}

type nodeClockCmd struct {
	Dir    string    `arg:"" name:"DIR" help:"The node's folder."`
	At     time.Time `arg:"" name:"INSTANT" help:"What the clock shows: 2026-06-01T08:00:00Z"`
	Freeze bool      `help:"Let it stand still there."`
}

func (c nodeClockCmd) Run(a *app) error {
	n, err := a.reach(c.Dir)
	if err != nil {
		return err
	}
	defer n.close()
	if _, err := adminPost[api.Done](a.ctx, n, "/admin/clock", api.ClockRequest{Now: c.At, Frozen: c.Freeze}); err != nil {
		return err
	}
	return a.print(map[string]any{"now": c.At, "frozen": c.Freeze}, func(w io.Writer) {
		fmt.Fprintf(w, "the clock of %s shows %s\n", n.home.Party, c.At.UTC().Format(time.RFC3339))
	})
}

type nodeTendCmd struct {
	Dir string `arg:"" name:"DIR" help:"The node's folder."`
}

func (c nodeTendCmd) Run(a *app) error {
	n, err := a.reach(c.Dir)
	if err != nil {
		return err
	}
	defer n.close()
	if _, err := adminPost[api.Done](a.ctx, n, "/admin/tend", nil); err != nil {
		return err
	}
	return a.print(map[string]bool{"done": true}, func(w io.Writer) { fmt.Fprintln(w, "what was due has happened") })
}
