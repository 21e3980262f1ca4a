package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/island"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/serve"
	"github.com/entente-net/entente/internal/web"
	"github.com/entente-net/entente/internal/world"
)

type demoCmd struct {
	Dir  string `help:"Where the demonstration lives; a second start goes on where the first one stopped." default:"demo-world" placeholder:"DIR"`
	SDN  string `name:"sdn" help:"A real list (OFAC's sdn.csv, with its companions beside it) as Belmark's watch list." placeholder:"FILE"`
	Port int    `help:"The first of twenty ports in a row on 127.0.0.1." default:"7411" placeholder:"PORT"`
	New  bool   `help:"Throw the old demonstration away and begin anew."`
}

// demoFirst is on whose desk the first page is.
const demoFirst agreement.PartyID = "secretariat"

// demoReady marks a folder whose story has been played to its end.
const demoReady = "ready.json"

// demoIdentity opens what was sealed to the investigator. In a world that is not an exercise it is on the investigator's own machine.
const demoIdentity = "investigator.identity"

// demoState is what a second start needs to know.
type demoState struct {
	Port int    `json:"port"`
	SDN  string `json:"sdn"`
}

func (c demoCmd) Run(a *app) error {
	if last := 65536 - 2*len(island.Parties()); c.Port < 1 || c.Port > last {
		return usage("--port is the first of twenty ports, 1 to %d", last)
	}
	dir, err := filepath.Abs(c.Dir)
	if err != nil {
		return err
	}
	if c.New {
		if err := discard(dir); err != nil {
			return err
		}
	}
	var state demoState
	b, err := os.ReadFile(filepath.Join(dir, demoReady))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		// A start that was broken off left something that is no demonstration yet.
		if err := discard(dir); err != nil {
			return err
		}
		state = demoState{Port: c.Port, SDN: c.SDN}
		if err := c.play(a, dir, state); err != nil {
			return err
		}
	case err != nil:
		return err
	default:
		if err := json.Unmarshal(b, &state); err != nil {
			return fault.New(fault.Invalid, "%s is damaged", demoReady).Mend("begin anew with --new").Wrap(err)
		}
		if c.SDN != "" && c.SDN != state.SDN {
			return usage("the demonstration in %s was begun without --sdn %s; add --new to begin anew", c.Dir, c.SDN)
		}
		fmt.Fprintf(a.errs, "entente: goes on where it stopped (%s; --new begins anew)\n", c.Dir)
	}
	return c.run(a, dir, state)
}

// discard removes a demonstration's folder, and nothing that is none.
func discard(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	} else if err != nil {
		return err
	}
	known := map[string]bool{demoReady: true, demoIdentity: true, "agreements": true}
	for _, p := range island.Parties() {
		known[string(p.ID)] = true
	}
	for _, e := range entries {
		if !known[e.Name()] && filepath.Ext(e.Name()) != ".evidence" {
			return usage("%s holds %s, which is no part of a demonstration; name another folder with --dir", dir, e.Name())
		}
	}
	return os.RemoveAll(dir)
}

func addresses(port int) func(agreement.PartyID) (peer, desk string) {
	return func(p agreement.PartyID) (string, string) {
		list := island.Parties()
		i := slices.IndexFunc(list, func(x island.Party) bool { return x.ID == p })
		return fmt.Sprintf("127.0.0.1:%d", port+len(list)+i), fmt.Sprintf("127.0.0.1:%d", port+i)
	}
}

// play makes the world and lets its months pass.
func (c demoCmd) play(a *app, dir string, state demoState) error {
	for i := range 2 * len(island.Parties()) {
		ln, err := listen(fmt.Sprintf("127.0.0.1:%d", state.Port+i))
		if err != nil {
			return usage("port %d of 127.0.0.1 is in use; choose others with --port", state.Port+i)
		}
		_ = ln.Close()
	}
	start := time.Now()
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // a short job that makes much and keeps little
	fmt.Fprintf(a.errs, "entente: makes ten nodes in %s, signs four agreements on them, and plays eighteen months\n", c.Dir)
	i, err := world.MakeIsland(a.ctx, dir, world.Seed, addresses(state.Port))
	if err != nil {
		return err
	}
	defer i.Close()
	i.SDN = state.SDN
	if err := i.Play(a.ctx, func(day time.Time) { fmt.Fprintf(a.errs, "\r  %s ", day.Format(time.DateOnly)) }); err != nil {
		return err
	}
	fmt.Fprint(a.errs, "\r                \r")
	if err := writeAgreements(dir, i); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, demoIdentity), []byte(i.Identity+"\n"), 0o600); err != nil {
		return err
	}
	tour, err := tourOf(a.ctx, i, state)
	if err != nil {
		return err
	}
	for _, p := range island.Parties() {
		if err := serve.WriteTour(filepath.Join(dir, string(p.ID)), tour); err != nil {
			return err
		}
	}
	if err := i.Leave(a.ctx); err != nil {
		return err
	}
	fmt.Fprintf(a.errs, "entente: the story took %.0f s\n", time.Since(start).Seconds())
	b, err := json.Marshal(state)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, demoReady), b, 0o644)
}

// writeAgreements leaves the signed texts for whoever wants to audit with nothing but files.
func writeAgreements(dir string, i *world.Island) error {
	to := filepath.Join(dir, "agreements")
	if err := os.MkdirAll(to, 0o755); err != nil {
		return err
	}
	for id, text := range i.Texts {
		name := filepath.Join(to, string(id)+".md")
		if err := os.WriteFile(name, text, 0o644); err != nil {
			return err
		}
		for _, t := range i.Translations(id) {
			if err := os.WriteFile(agreement.TranslationName(name, t.Language), t.Text, 0o644); err != nil {
				return err
			}
		}
	}
	return nil
}

// tourOf is the first page: the parties, whom one can be, and what waits for them.
func tourOf(ctx context.Context, i *world.Island, state demoState) (*web.TourView, error) {
	at := addresses(state.Port)
	base := func(p agreement.PartyID) string { _, desk := at(p); return "http://" + desk }
	login := func(p *auth.Person) (string, error) {
		n := i.Node(p.Party)
		token, err := n.Auth().Link(ctx, p.ID, n.Now(), 365*24*time.Hour, true)
		return base(p.Party) + "/login?token=" + token, err
	}
	tour := &web.TourView{Today: i.Now(), Map: web.Said{}}
	for _, l := range island.Languages {
		tour.Map[l] = island.Map(l)
	}
	names, titles := map[agreement.PartyID]web.Said{}, map[agreement.ID]*agreement.Model{}
	for _, p := range island.Parties() {
		names[p.ID] = web.Said(p.Name)
	}
	for _, id := range island.Agreements {
		v, err := i.Node(demoFirst).Agreement(ctx, id)
		if err != nil {
			return nil, err
		}
		titles[id] = v.Model
		said := web.Said{}
		for _, l := range i.Node(demoFirst).Tongues(v.Model) {
			said[l] = i.Node(demoFirst).In(v.Model, l).Title
		}
		row := web.TourAgreement{Title: v.Model.Title, Titles: said, URL: base(demoFirst) + "/public/" + string(id)}
		for _, p := range v.Model.Parties {
			row.Parties = append(row.Parties, names[p.ID])
		}
		tour.Agreements = append(tour.Agreements, row)
	}
	for _, g := range island.Ten() {
		guide := web.TourGuide{Who: g.Who, Office: web.Said(g.Office), Waits: web.Said(g.Waits), Does: web.Said(g.Does), URL: tour.Agreements[0].URL}
		if g.Person != "" {
			p := i.Person(auth.PersonID(g.Person))
			url, err := login(p)
			if err != nil {
				return nil, err
			}
			guide.Name, guide.URL = p.Name, url
		}
		for _, s := range island.Stops(g.Who) {
			guide.Stops = append(guide.Stops, web.TourStop{At: s.At, Title: web.Said(s.Title), Look: web.Said(s.Look)})
		}
		tour.Guides = append(tour.Guides, guide)
	}
	people := island.People()
	for _, p := range island.Parties() {
		d := web.TourParty{ID: p.ID, Kind: p.Kind, Name: web.Said(p.Name), About: web.Said(p.About), URL: base(p.ID)}
		for _, c := range people {
			if c.Party != p.ID {
				continue
			}
			url, err := login(i.Person(auth.PersonID(c.ID)))
			if err != nil {
				return nil, err
			}
			d.People = append(d.People, web.TourPerson{Name: c.Name, Roles: offices(titles, c), Admin: c.Admin, URL: url})
		}
		tour.Parties = append(tour.Parties, d)
	}
	return tour, nil
}

// offices are the titles of a person's roles, each once.
func offices(models map[agreement.ID]*agreement.Model, p island.Person) string {
	var out []string
	for _, id := range island.Agreements {
		for _, r := range p.Roles[id] {
			if t := models[id].Role(r).Title; !slices.Contains(out, t) {
				out = append(out, t)
			}
		}
	}
	return strings.Join(out, ", ")
}

// run lets the ten nodes work in this process, each with its own database, keys and addresses, until somebody stops them.
func (c demoCmd) run(a *app, dir string, state demoState) error {
	quiet()
	log := a.logger(slog.LevelWarn)
	ctx, cancel := context.WithCancel(a.ctx)
	defer cancel()
	library := node.NewLibrary()
	list := island.Parties()
	ready, ended := make(chan agreement.PartyID, len(list)), make(chan error, len(list))
	var all sync.WaitGroup
	for _, p := range list {
		all.Go(func() {
			ended <- func() error {
				s, err := serve.Open(ctx, filepath.Join(dir, string(p.ID)), serve.Options{Log: log, Node: node.Config{Library: library}})
				if err != nil {
					return err
				}
				defer func() { _ = s.Close() }()
				return serveNode(ctx, s, "", log, func(*running, net.Addr, net.Addr) { ready <- p.ID })
			}()
		})
	}
	for range list {
		select {
		case <-ready:
		case err := <-ended:
			cancel()
			all.Wait()
			return err
		}
	}
	_, desk := addresses(state.Port)(demoFirst)
	start := "http://" + desk + "/demo"
	err := a.print(map[string]any{"start": start, "dir": dir}, func(w io.Writer) {
		fmt.Fprintf(w, "\n  Open  %s\n\n", start)
		fmt.Fprintf(w, "  There you choose whom to be: ten people of ten parties introduce the island, and what waits for them.\n")
		fmt.Fprintf(w, "  Try first: as Mira Tol of Arland, check document %s, issued by XB. Belmark reported it stolen.\n", island.StolenDocument)
		fmt.Fprintf(w, "  Reports of corruption are sealed in the browser; Dina Faro of the Ombudsperson opens them there with %s.\n", filepath.Join(c.Dir, demoIdentity))
		fmt.Fprintf(w, "  Ctrl-C stops it. A second start goes on where this one stopped.\n\n")
	})
	if err == nil {
		select {
		case <-ctx.Done():
		case err = <-ended:
			if err != nil {
				err = fault.New(fault.Unavailable, "a node ended by itself").Mend("see what it said above").Wrap(err)
			}
		}
	}
	cancel()
	all.Wait()
	return err
}
