package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/serve"
	"github.com/entente-net/entente/internal/web"
	"github.com/entente-net/entente/internal/world"
	"github.com/entente-net/entente/models"
)

type demoCmd struct {
	Dir  string `help:"Where the demonstration lives; a second start goes on where the first one stopped." default:"demo-world" placeholder:"DIR"`
	SDN  string `name:"sdn" help:"A real list (OFAC's sdn.csv, with its companions beside it) as Belmark's watch list." placeholder:"FILE"`
	Port int    `help:"The first of six ports in a row on 127.0.0.1." default:"7411" placeholder:"PORT"`
	New  bool   `help:"Throw the old demonstration away and begin anew."`
}

// demoParties is the order in which the desks are shown.
var demoParties = []agreement.PartyID{"arland", "belmark", "secretariat"}

// demoReady marks a folder whose story has been played to its end.
const demoReady = "ready.json"

// demoState is what a second start needs to know.
type demoState struct {
	Port int    `json:"port"`
	SDN  string `json:"sdn"`
}

func (c demoCmd) Run(a *app) error {
	if c.Port < 1 || c.Port > 65529 {
		return usage("--port is the first of six ports, 1 to 65529")
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
	known := map[string]bool{demoReady: true, "agreement.md": true, "arland": true, "belmark": true, "secretariat": true}
	for _, e := range entries {
		if !known[e.Name()] && filepath.Ext(e.Name()) != ".evidence" {
			return usage("%s holds %s, which is no part of a demonstration; name another folder with --dir", dir, e.Name())
		}
	}
	return os.RemoveAll(dir)
}

func addresses(port int) func(agreement.PartyID) (peer, desk string) {
	return func(p agreement.PartyID) (string, string) {
		for i, q := range demoParties {
			if q == p {
				return fmt.Sprintf("127.0.0.1:%d", port+3+i), fmt.Sprintf("127.0.0.1:%d", port+i)
			}
		}
		return "", ""
	}
}

// play makes the world and lets its weeks pass.
func (c demoCmd) play(a *app, dir string, state demoState) error {
	for i := range 6 {
		ln, err := listen(fmt.Sprintf("127.0.0.1:%d", state.Port+i))
		if err != nil {
			return usage("port %d of 127.0.0.1 is in use; choose others with --port", state.Port+i)
		}
		_ = ln.Close()
	}
	start := time.Now()
	fmt.Fprintf(a.errs, "entente: makes three nodes in %s, signs the agreement on them, and plays some weeks of cases\n", c.Dir)
	err := world.PlayDemo(a.ctx, dir, models.Northgate, addresses(state.Port), state.SDN, a.errs, func(w *world.Inside) error {
		if err := os.WriteFile(filepath.Join(dir, "agreement.md"), w.Text, 0o644); err != nil {
			return err
		}
		tour, err := tourOf(a.ctx, w, state)
		if err != nil {
			return err
		}
		for _, p := range demoParties {
			if err := serve.WriteTour(filepath.Join(dir, string(p)), tour); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	fmt.Fprintf(a.errs, "entente: the story took %.0f s\n", time.Since(start).Seconds())
	b, err := json.Marshal(state)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, demoReady), b, 0o644)
}

// tourOf is the start page: whom one can be, and what to try first.
func tourOf(ctx context.Context, w *world.Inside, state demoState) (*web.TourView, error) {
	at := addresses(state.Port)
	base := func(p agreement.PartyID) string { _, desk := at(p); return "http://" + desk }
	v, err := w.Node("secretariat").Agreement(ctx, w.Agreement)
	if err != nil {
		return nil, err
	}
	tour := &web.TourView{Agreement: v.Model.Title, Public: base("secretariat") + "/public/" + string(w.Agreement)}
	login := map[string]string{}
	for _, p := range demoParties {
		def := v.Model.Party(p)
		d := web.TourDesk{Party: web.PartyRef{ID: p, Name: def.Name, Kind: def.Kind}, URL: base(p)}
		for _, c := range world.Cast {
			if c.Party != p {
				continue
			}
			token, err := w.Node(p).Auth().Link(ctx, c.ID, time.Now(), 365*24*time.Hour, true)
			if err != nil {
				return nil, err
			}
			url := base(p) + "/login?token=" + token
			login[string(c.ID)] = url
			d.People = append(d.People, web.TourPerson{Name: c.Name, Role: v.Model.Role(c.Role).Title, Does: c.Does, URL: url})
		}
		tour.Desks = append(tour.Desks, d)
	}
	tour.Tries = tries(login)
	tour.Words = map[string]map[string]string{"ar": tourArabic}
	return tour, nil
}

// run starts the three processes and waits until somebody stops them.
func (c demoCmd) run(a *app, dir string, state demoState) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	var nodes []*exec.Cmd
	ended := make(chan error, len(demoParties))
	stop := func() {
		for _, n := range nodes {
			_ = n.Process.Signal(syscall.SIGTERM)
		}
		for range nodes {
			<-ended
		}
	}
	for _, p := range demoParties {
		node := exec.Command(self, "node", "serve", "--log", "warn", filepath.Join(dir, string(p)))
		node.Stderr = indent{a.errs}
		node.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // Ctrl-C reaches this process, which stops them in order
		if err := node.Start(); err != nil {
			stop()
			return err
		}
		nodes = append(nodes, node)
		go func() { ended <- node.Wait() }()
	}
	at := addresses(state.Port)
	for _, p := range demoParties {
		_, desk := at(p)
		err := world.Await(a.ctx, 20*time.Second, func() (bool, error) {
			resp, err := http.Get("http://" + desk + "/demo") //nolint:gosec,noctx // loopback
			if err != nil {
				return false, err
			}
			_ = resp.Body.Close()
			return resp.StatusCode == http.StatusOK, nil
		})
		if err != nil {
			stop()
			return fault.New(fault.Unavailable, "the node of %s did not start", p).Mend("see what it said above; begin anew with --new").Wrap(err)
		}
	}
	_, desk := at("secretariat")
	start := "http://" + desk + "/demo"
	err = a.print(map[string]any{"start": start, "dir": dir}, func(w io.Writer) {
		fmt.Fprintf(w, "\n  Open  %s\n\n", start)
		fmt.Fprintf(w, "  There you choose whom to be: an officer, a judge, a prosecutor, the auditor and others, of three nodes.\n")
		fmt.Fprintf(w, "  Try first: as Mira Tol of Arland, check document %s, issued by XB. Belmark reported it stolen.\n", world.StolenDocument)
		fmt.Fprintf(w, "  Ctrl-C stops it. A second start goes on where this one stopped.\n\n")
	})
	if err != nil {
		stop()
		return err
	}
	select {
	case <-a.ctx.Done():
		stop()
		return nil
	case err := <-ended:
		nodes = nodes[:len(nodes)-1] // one has been waited for
		stop()
		return fault.New(fault.Unavailable, "a node ended by itself").Mend("see what it said above").Wrap(err)
	}
}

// indent keeps what the nodes say apart from what the demonstration says.
type indent struct{ w io.Writer }

func (i indent) Write(b []byte) (int, error) {
	if _, err := i.w.Write(append([]byte("  "), b...)); err != nil {
		return 0, err
	}
	return len(b), nil
}
