package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/api"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/peer"
	"github.com/entente-net/entente/seal"
)

type nodeDoctorCmd struct {
	Dir string `arg:"" name:"DIR" help:"The node's folder."`
}

// sight is one thing that the doctor looked at.
type sight struct {
	What    string `json:"what"`
	Level   string `json:"level"` // ok, warning, error
	Message string `json:"message"`
	Mend    string `json:"mend,omitempty"`
}

const (
	levelOK      = "ok"
	levelWarning = "warning"
	levelError   = "error"
)

// examination gathers what the doctor sees.
type examination struct {
	a    *app
	home *node.Home
	list []sight
}

func (e *examination) add(what, level, mend, format string, args ...any) {
	e.list = append(e.list, sight{What: what, Level: level, Message: fmt.Sprintf(format, args...), Mend: mend})
}

func (e *examination) ok(what, format string, args ...any) { e.add(what, levelOK, "", format, args...) }

func (e *examination) failed(what string, err error) {
	s := shownOf(err)
	e.add(what, levelError, s.Remedy, "%s", s.Message)
}

// shownOf shows any error as a command does.
func shownOf(err error) *shownError {
	var f *fault.Error
	if !errors.As(err, &f) {
		f = fault.New(fault.Internal, "something went wrong").Wrap(err)
	}
	return &shownError{Code: f.Code, Article: f.Article, Message: f.Message, Remedy: f.Remedy}
}

func (c nodeDoctorCmd) Run(a *app) error {
	home, err := node.OpenHome(c.Dir)
	if err != nil {
		return err
	}
	e := &examination{a: a, home: home}
	e.folder()
	e.card()
	e.disk()
	e.running()
	bad, doubts := 0, 0
	for _, s := range e.list {
		switch s.Level {
		case levelError:
			bad++
		case levelWarning:
			doubts++
		}
	}
	err = a.print(map[string]any{"party": home.Party, "world": home.World, "sights": e.list, "errors": bad, "warnings": doubts}, func(w io.Writer) {
		for _, s := range e.list {
			fmt.Fprintf(w, "%-8s %-10s %s\n", s.Level, s.What, s.Message)
			if s.Mend != "" && s.Level != levelOK {
				fmt.Fprintf(w, "%-8s %-10s mend: %s\n", "", "", s.Mend)
			}
		}
		fmt.Fprintf(w, "%s, %s\n", counted(bad, "error"), counted(doubts, "warning"))
	})
	if err == nil && bad > 0 {
		return errFindings
	}
	return err
}

// folder sees that secrets are for the node's user alone, and where the party key lies.
func (e *examination) folder() {
	open := 0
	for _, sub := range []string{"offline", "keys", node.DirVault, "run"} {
		err := filepath.WalkDir(filepath.Join(e.home.Dir, sub), func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			info, err := d.Info()
			if err != nil {
				return err
			}
			if info.Mode().Perm()&0o077 != 0 {
				if open++; open <= 5 {
					e.add("folder", levelError, "chmod go-rwx "+path, "others than the node's user may use %s", path)
				}
			}
			return nil
		})
		if err != nil && !os.IsNotExist(err) {
			e.add("folder", levelError, "run this as the node's own user", "%s cannot be read: %s", sub, reason(err))
		}
	}
	if open == 0 {
		e.ok("folder", "keys and secrets are for the node's user alone")
	}
	_, err := e.home.PartyKey()
	switch {
	case err == nil && e.home.World == agreement.WorldReal:
		e.add("keys", levelWarning, "take the folder offline to a safe place, and remove it here", "the party key lies on this machine: whoever breaks in can be the party for ever")
	case err == nil:
		e.ok("keys", "the keys are here; the party key too, as befits an exercise")
	default:
		e.ok("keys", "the node's keys are here, the party key is not")
	}
}

// card holds the card that others got against the keys that are here.
func (e *examination) card() {
	st, err := seal.DecodeSignedStatement([]byte(e.home.Card.Certificate))
	if err != nil {
		e.failed("card", err)
		return
	}
	said, err := seal.DecodeStatement([]byte(st.Statement))
	cert, ok := said.(*seal.NodeCertificate)
	if err != nil || !ok {
		e.add("card", levelError, "make the card again with the party key", "the card carries no certificate of a node")
		return
	}
	now, until := time.Now(), cert.Until.Time
	switch {
	case cert.Sign != e.home.Sign.PublicKey().String() || cert.Seal != e.home.Seal.PublicKey().String() || cert.TLS != string(peer.PinOf(e.home.Certificate.Leaf)):
		e.add("card", levelError, "put the keys that belong to this card back", "the keys in this folder are not those that the certificate names: no other node will know this one")
	case !now.Before(until):
		e.add("card", levelError, "have the party key certify the node again", "the node's certificate ended on %s", until.Format(time.DateOnly))
	case until.Sub(now) < 90*24*time.Hour:
		e.add("card", levelWarning, "have the party key certify the node again in time", "the node's certificate ends on %s", until.Format(time.DateOnly))
	default:
		e.ok("card", "the certificate names the keys that are here, until %s", until.Format(time.DateOnly))
	}
}

func (e *examination) disk() {
	free, known := freeBytes(e.home.Dir)
	switch {
	case !known:
		e.add("disk", levelWarning, "", "this system does not say how much room is left")
	case free < 100<<20:
		e.add("disk", levelError, "make room", "%d MiB are left on the disk", free>>20)
	case free < 1<<30:
		e.add("disk", levelWarning, "make room soon", "%d MiB are left on the disk", free>>20)
	default:
		e.ok("disk", "%d GiB are left", free>>30)
	}
}

// running looks at what only an open database tells: that of the process that has it, or this one's.
func (e *examination) running() {
	n, err := e.a.reach(e.home.Dir)
	if err != nil {
		e.failed("database", err)
		return
	}
	defer n.close()
	ctx, cancel := context.WithTimeout(e.a.ctx, 30*time.Second)
	defer cancel()
	h, err := adminGet[api.Health](ctx, n, "/admin/health")
	if err != nil {
		e.failed("database", err)
		return
	}
	if n.live {
		e.ok("database", "the node runs at %s", n.base)
	} else {
		e.ok("database", "it opens; the node does not run")
		e.port("desk", e.home.Desk)
		e.port("peer", e.home.Peer)
	}
	if h.Behind != nil {
		e.add("log", levelError, h.Behind.Remedy, "%s", h.Behind.Detail)
	} else {
		e.ok("log", "the database holds the last signed checkpoint")
	}
	e.clock(h)
	for _, x := range h.Agreements {
		if x.InForce {
			e.ok("agreement", "%s is in force; its log has %d entries", x.ID, x.LogSize)
		} else {
			e.add("agreement", levelWarning, "it is in force once every party has signed, within its term", "%s is not in force: %s", x.ID, x.Why)
		}
	}
	if len(h.Agreements) == 0 {
		e.add("agreement", levelWarning, "take one onto it with entente node adopt", "the node has no agreement yet")
	}
	e.lines(ctx, n)
}

func (e *examination) clock(h *api.Health) {
	now := time.Now()
	switch {
	case now.Year() < 2026:
		e.add("clock", levelError, "set the machine's clock by a common source", "the machine's clock shows %s", now.UTC().Format(time.RFC3339))
	case h.World == agreement.WorldExercise:
		e.ok("clock", "the exercise's clock shows %s", h.Now.Format(time.RFC3339))
	default:
		e.ok("clock", "%s; the lines below say whether others agree", h.Now.Format(time.RFC3339))
	}
}

func (e *examination) lines(ctx context.Context, n *admin) {
	all, err := adminPost[api.Lines](ctx, n, "/admin/ping", nil)
	if err != nil {
		e.failed("line", err)
		return
	}
	for _, l := range all.Lines {
		skew := time.Duration(l.SkewMS) * time.Millisecond
		switch {
		case l.Answers == nil || !*l.Answers:
			why, mend := "no answer", ""
			if l.Problem != nil {
				why, mend = l.Problem.Detail, l.Problem.Remedy
			}
			e.add("line", levelWarning, mend, "%s at %s: %s", l.Party, l.Address, why)
		case skew.Abs() > 30*time.Second:
			e.add("clock", levelWarning, "set both clocks by a common source", "the clock of %s differs by %s", l.Party, skew)
		default:
			e.ok("line", "%s at %s answers", l.Party, l.Address)
		}
	}
}

func (e *examination) port(what, address string) {
	ln, err := net.Listen("tcp", address)
	if err != nil {
		e.add(what, levelError, "free the port, or change node.json", "nobody can listen on %s: %s", address, err)
		return
	}
	_ = ln.Close()
	e.ok(what, "%s is free", address)
}
