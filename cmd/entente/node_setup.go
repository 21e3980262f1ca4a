package main

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/serve"
	"github.com/entente-net/entente/internal/web"
	"github.com/entente-net/entente/models"
)

// pageSetup makes a node from what its first page was told.
type pageSetup struct {
	a      *app
	c      nodeInitCmd
	text   []byte // as it will be written
	beside map[string][]byte
	model  *agreement.Model
	mu     sync.Mutex
	node   *serve.Serving // once it is made; written under mu
	starts chan *serve.Serving
}

// onPage asks on a page, to which only the address leads that is printed here, on this machine alone. It ends when the node that was
// made and started there ends.
func (c nodeInitCmd) onPage(a *app) error {
	first := web.SetupAnswers{Party: c.Party, World: c.World, Folder: c.Dir, Desk: c.Desk, Peer: c.Peer, Database: c.Database}
	for _, x := range []struct {
		to  *string
		now string
	}{{&first.World, agreement.WorldExercise}, {&first.Folder, "node"}, {&first.Desk, firstDesk}, {&first.Peer, firstPeer}} {
		if *x.to == "" {
			*x.to = x.now
		}
	}
	s := &pageSetup{a: a, c: c, starts: make(chan *serve.Serving, 1)}
	h, token, err := web.NewSetup(s, first)
	if err != nil {
		return err
	}
	ln, err := listen("127.0.0.1:0")
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(a.ctx)
	defer stop()
	page := make(chan error, 1)
	quietly := slog.New(slog.DiscardHandler)
	go func() { page <- serveHTTP(ctx, ln, h, quietly) }()
	address := "http://" + ln.Addr().String() + "/?token=" + token
	fmt.Fprintf(a.errs, "entente: open  %s\n  It is good once, in one browser of this machine. Ctrl-C leaves; nothing is made before the page says so.\n", address)
	select {
	case err := <-page:
		return err
	case <-a.ctx.Done():
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.node != nil {
			return s.node.Close()
		}
		return nil
	case n := <-s.starts:
		log := a.logger(slog.LevelInfo)
		defer func() {
			if err := n.Close(); err != nil {
				log.Error("the node did not close well", "err", err)
			}
		}()
		return serveNode(a.ctx, n, "", log, func(run *running, _, peers net.Addr) {
			fmt.Fprintf(a.errs, "entente: the node of %s runs; desk %s, other nodes %s%s\n", n.Home.Party, run.Address, peers, worldNote(n.Home.World))
		})
	}
}

// Models lists the model agreements, called as the reader's language calls them.
func (s *pageSetup) Models(ctx context.Context) ([]web.SetupText, error) {
	var out []web.SetupText
	for _, name := range modelNames() {
		_, m, _, err := agreement.Open(models.Files, name+".md", name+".md")
		if err != nil || m == nil {
			return nil, fault.New(fault.Internal, "the model %s does not read", name).Wrap(err)
		}
		out = append(out, textOf(name, readIn(ctx, m, func(language string) (*agreement.Translation, error) {
			t, _, err := agreement.OpenTranslation(models.Files, name+".md", name+".md", m, language)
			return t, err
		})))
	}
	return out, nil
}

func readIn(ctx context.Context, m *agreement.Model, open func(language string) (*agreement.Translation, error)) *agreement.Model {
	if language := web.LanguageOf(ctx); language != m.Tongue() && slices.Contains(m.Languages, language) {
		if t, err := open(language); err == nil && t != nil {
			return t.Reading()
		}
	}
	return m
}

func textOf(model string, m *agreement.Model) web.SetupText {
	out := web.SetupText{Model: model, Title: m.Title, Tongue: m.Tongue()}
	for _, p := range m.Parties {
		out.Parties = append(out.Parties, web.PartyRef{ID: p.ID, Name: p.Name, Kind: p.Kind, Tongue: m.Tongue()})
	}
	return out
}

// Text reads what the node begins with.
func (s *pageSetup) Text(ctx context.Context, model string, text []byte) (*web.SetupText, error) {
	s.beside = map[string][]byte{}
	if model == "" {
		m, findings := agreement.Compile("agreement.md", text)
		if m == nil || findings.Failed() {
			return nil, fault.New(fault.AgreementOpen, "the text has findings: %s", firstLineOf(findings)).
				Mend("see all of them with entente agreement check; a text that includes parts is brought as entente agreement assemble prints it")
		}
		s.text, s.model = text, m
		out := textOf("", m)
		return &out, nil
	}
	if !slices.Contains(modelNames(), model) {
		return nil, fault.New(fault.NotFound, "there is no model %q", model).Mend("choose one of those on the page")
	}
	whole, m, _, err := agreement.Open(models.Files, model+".md", model+".md")
	if err != nil || m == nil {
		return nil, fault.New(fault.Internal, "the model %s does not read", model).Wrap(err)
	}
	list, _, err := agreement.OpenTranslations(models.Files, model+".md", model+".md", m)
	if err != nil {
		return nil, fault.New(fault.Internal, "the model's translations of %s do not read", model).Wrap(err)
	}
	for _, t := range list {
		s.beside[t.Language] = t.Text
	}
	s.text, s.model = whole.Text, m
	out := textOf(model, readIn(ctx, m, func(language string) (*agreement.Translation, error) {
		for _, t := range list {
			if t.Language == language {
				return t, nil
			}
		}
		return nil, nil
	}))
	return &out, nil
}

func firstLineOf(findings agreement.Findings) string {
	line, _, _ := strings.Cut(findings.String(), "\n")
	return line
}

// Make makes the folder, with the text in it.
func (s *pageSetup) Make(_ context.Context, said web.SetupAnswers) (*web.SetupMade, error) {
	c := s.c
	c.Dir, c.Party, c.World, c.Desk, c.Peer, c.Database = said.Folder, said.Party, said.World, said.Desk, said.Peer, said.Database
	if err := c.checked(); err != nil {
		return nil, asked(err)
	}
	if err := address(c.Peer); err != nil || c.Peer == c.Desk {
		return nil, fault.New(fault.Invalid, "other nodes need an address of their own, host:port").Mend("choose another port than that of the desk")
	}
	if entries, err := os.ReadDir(c.Dir); err == nil && len(entries) > 0 {
		return nil, fault.New(fault.Conflict, "%s is there already, and not empty", c.Dir).Mend("name another folder")
	}
	c.Agreement = filepath.Join(c.Dir, "agreement.md")
	if _, err := c.makeOf(s.model); err != nil {
		return nil, err
	}
	if err := writeNew(c.Agreement, s.text); err != nil {
		return nil, asked(err)
	}
	for language, text := range s.beside {
		if err := writeNew(agreement.TranslationName(c.Agreement, language), text); err != nil {
			return nil, asked(err)
		}
	}
	n, err := serve.Open(s.a.ctx, c.Dir, serve.Options{Log: s.a.logger(slog.LevelWarn)})
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	s.c, s.node = c, n
	s.mu.Unlock()
	return &web.SetupMade{
		Folder: c.Dir, Text: c.Agreement, Give: []string{filepath.Join(c.Dir, "card.json"), filepath.Join(c.Dir, filePublic)},
		Away: filepath.Join(c.Dir, "offline"), Then: c.signing(s.model),
	}, nil
}

// asked turns wrong use into what a page can show.
func asked(err error) error {
	if wrong, ok := err.(usageError); ok {
		return fault.New(fault.Invalid, "%s", wrong.text).Mend("correct it and read it over again")
	}
	return err
}

// Enrol enters one of the first people.
func (s *pageSetup) Enrol(ctx context.Context, p web.SetupPerson) error {
	if s.node == nil {
		return fault.New(fault.Conflict, "there is no node yet")
	}
	return s.node.Node.EnrolPerson(ctx, auth.Person{ID: auth.PersonID(p.ID), Name: p.Name, Admin: p.Admin, Delegate: !p.Admin})
}

// Start hands the node over to be served, and gives the way into its desk: in an exercise a link for each of the first people.
func (s *pageSetup) Start(ctx context.Context) ([]web.SetupPerson, error) {
	if s.node == nil {
		return nil, fault.New(fault.Conflict, "there is no node yet")
	}
	people, err := s.node.Node.Auth().People(ctx)
	if err != nil {
		return nil, err
	}
	var out []web.SetupPerson
	for _, p := range people {
		x := web.SetupPerson{ID: string(p.ID), Name: p.Name, Admin: p.Admin, Link: "http://" + s.c.Desk + "/"}
		if s.node.Home.World == agreement.WorldExercise {
			token, err := s.node.Node.Auth().Link(ctx, p.ID, time.Now(), 0, false)
			if err != nil {
				return nil, err
			}
			x.Link = "http://" + s.c.Desk + "/login?token=" + token
		}
		out = append(out, x)
	}
	s.starts <- s.node
	return out, nil
}
