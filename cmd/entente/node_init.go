package main

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
)

type nodeInitCmd struct {
	Dir       string            `arg:"" optional:"" name:"DIR" help:"The folder to make."`
	Agreement string            `help:"The text of the agreement, for the party's authorities." placeholder:"FILE"`
	Party     agreement.PartyID `help:"Whose node it is." placeholder:"PARTY"`
	Peer      string            `help:"Where other nodes reach it." placeholder:"HOST:PORT"`
	Desk      string            `help:"Where people reach it." placeholder:"HOST:PORT"`
	World     string            `help:"exercise: nothing of it is real, and its clocks can be set." placeholder:"WORLD"`
	Name      string            `help:"The node's name; its cookies bear it. The party's unless stated." placeholder:"NAME"`
	Database  string            `help:"A postgres:// address; SQLite in the folder unless stated." placeholder:"ADDRESS"`
	Page      bool              `help:"Ask on a page in the browser, on this machine alone."`
}

// filePublic lies beside the card: what the party publishes so that its keys can be written into the text.
const filePublic = "public.json"

func (c nodeInitCmd) Run(a *app) error {
	if c.Page {
		return c.onPage(a)
	}
	asked := false
	if missing := c.missing(); len(missing) > 0 {
		if a.json || !atTerminal(os.Stdin) {
			return usage("missing: %s", strings.Join(missing, ", "))
		}
		if err := c.ask(a); err != nil {
			return err
		}
		asked = true
	}
	out, m, err := c.make(a)
	if err != nil {
		return err
	}
	return a.print(out, func(w io.Writer) {
		fmt.Fprintf(w, "made %s, the node of %s%s\n\n", c.Dir, m.Party(c.Party).Name, worldNote(c.World))
		if asked {
			c.next(w, m)
			return
		}
		fmt.Fprintf(w, "write into the agreement, or let entente agreement keys do it:\n  party %q: key = %q\n", c.Party, out.Key)
		for _, id := range slices.Sorted(maps.Keys(out.Authorities)) {
			fmt.Fprintf(w, "  authority %q of it: key = %q\n", id, out.Authorities[id])
		}
		fmt.Fprintf(w, "\ngive the other parties %s\n", out.Card)
		fmt.Fprintf(w, "take %s away from this machine once everything is signed\n", filepath.Join(c.Dir, "offline"))
	})
}

// missing names what nobody has said and nothing can be done without.
func (c *nodeInitCmd) missing() []string {
	var out []string
	for _, x := range []struct{ said, name string }{
		{c.Dir, "DIR"}, {c.Agreement, "--agreement=FILE"}, {c.Desk, "--desk=HOST:PORT"}, {string(c.Party), "--party=PARTY"}, {c.Peer, "--peer=HOST:PORT"},
	} {
		if x.said == "" {
			out = append(out, x.name)
		}
	}
	return out
}

// checked refuses what no node could be made of.
func (c *nodeInitCmd) checked() error {
	if c.World != agreement.WorldReal && c.World != agreement.WorldExercise {
		return usage("there is no world %q; say --world %s, or nothing", c.World, agreement.WorldExercise)
	}
	for _, address := range []string{c.Peer, c.Desk} {
		if _, _, err := net.SplitHostPort(address); err != nil {
			return usage("%q is no address; write host:port", address)
		}
	}
	return nil
}

// make makes the folder, with the keys of the party and its authorities, and what it publishes of them.
func (c *nodeInitCmd) make(a *app) (*publicKeys, *agreement.Model, error) {
	if err := c.checked(); err != nil {
		return nil, nil, err
	}
	_, m, err := a.sound(c.Agreement)
	if err != nil {
		return nil, nil, err
	}
	out, err := c.makeOf(m)
	return out, m, err
}

func (c *nodeInitCmd) makeOf(m *agreement.Model) (*publicKeys, error) {
	p := m.Party(c.Party)
	if p == nil {
		return nil, fault.New(fault.NotFound, "%s is no party to %s", c.Party, m.Title).Mend("one of its parties makes a node: %v", partyIDs(m))
	}
	if c.Name == "" {
		c.Name = string(c.Party)
	}
	var authorities []agreement.AuthorityID
	for _, x := range p.Authorities {
		authorities = append(authorities, x.ID)
	}
	home, err := node.InitHome(c.Dir, node.Settings{
		Party: c.Party, Name: c.Name, World: c.World, Database: c.Database, Peer: c.Peer, Desk: c.Desk,
	}, authorities, time.Now(), nil)
	if err != nil {
		return nil, err
	}
	out := &publicKeys{Dir: c.Dir, Party: c.Party, World: c.World, Authorities: map[agreement.AuthorityID]string{}, Card: filepath.Join(c.Dir, "card.json")}
	key, err := home.PartyKey()
	if err != nil {
		return nil, err
	}
	out.Key = key.PublicKey().String()
	for _, id := range authorities {
		k, err := home.AuthorityKey(id)
		if err != nil {
			return nil, err
		}
		out.Authorities[id] = k.PublicKey().String()
	}
	b, err := json.MarshalIndent(out, "", "  ")
	if err == nil {
		err = os.WriteFile(filepath.Join(c.Dir, filePublic), append(b, '\n'), 0o644)
	}
	if err != nil {
		return nil, fault.New(fault.Internal, "%s cannot be written", filePublic).Mend("see that you may write the folder").Wrap(err)
	}
	return out, nil
}

// next says the commands that come after a first run, in their order.
func (c *nodeInitCmd) next(w io.Writer, m *agreement.Model) {
	fmt.Fprintf(w, "Next, start it; it can stay running from here on:\n  entente node serve %s\n\n", c.Dir)
	fmt.Fprintf(w, "In another terminal, enter whoever looks after it, and whoever negotiates:\n")
	fmt.Fprintf(w, "  entente node person %s first.admin --name 'First Admin' --admin\n", c.Dir)
	fmt.Fprintf(w, "  entente node person %s first.delegate --name 'First Delegate' --delegate\n\n", c.Dir)
	fmt.Fprintf(w, "To sign %s with the others, give each %s and %s, and take theirs:\n", m.Title, filepath.Join(c.Dir, "card.json"), filepath.Join(c.Dir, filePublic))
	for _, line := range c.signing(m) {
		fmt.Fprintf(w, "  %s\n", line)
	}
	fmt.Fprintf(w, "\nOr negotiate it first, with the text as the first draft:\n  entente draft --help\n\n")
	fmt.Fprintf(w, "Take %s away from this machine once everything is signed.\n", filepath.Join(c.Dir, "offline"))
}

// signing are the commands by which the parties' keys come into the text, and the text onto the node.
func (c *nodeInitCmd) signing(m *agreement.Model) []string {
	world := ""
	if c.World != agreement.WorldReal {
		world = " --world " + c.World
	}
	var keys, cards []string
	for _, p := range m.Parties {
		if p.ID == c.Party {
			keys = append(keys, filepath.Join(c.Dir, filePublic))
			continue
		}
		keys, cards = append(keys, string(p.ID)+"/"+filePublic), append(cards, "--card "+string(p.ID)+"/card.json")
	}
	return []string{
		fmt.Sprintf("entente agreement keys %s%s %s --out signed.md", c.Agreement, world, strings.Join(keys, " ")),
		fmt.Sprintf("entente node adopt %s --agreement signed.md %s --sign", c.Dir, strings.Join(cards, " ")),
	}
}
