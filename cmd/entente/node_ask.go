package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/models"
)

// Where a first node listens unless somebody says otherwise: this machine alone.
const (
	firstPeer = "127.0.0.1:8443"
	firstDesk = "127.0.0.1:8080"
)

// errLeft ends a first run that somebody left before anything was made.
var errLeft = fault.New(fault.Conflict, "nothing was made").Mend("run entente node init again when you know; it asks the same")

// question asks until the answer will do. Each stands under one sentence that says what it is for.
func (k *asker) question(explains, what, now string, will func(string) error) (string, error) {
	fmt.Fprintf(k.out, "\n%s\n", explains)
	for {
		fmt.Fprintf(k.out, "%s [%s]: ", what, now)
		line, err := k.in.ReadString('\n')
		if errors.Is(err, io.EOF) && line == "" {
			return "", errLeft // the end of input is no answer
		}
		if line = strings.TrimSpace(line); line == "" {
			line = now
		}
		if err := will(line); err != nil {
			fmt.Fprintf(k.out, "  %s\n", firstOf(err))
			continue
		}
		return line, nil
	}
}

func firstOf(err error) string {
	var wrong usageError
	var f *fault.Error
	switch {
	case errors.As(err, &wrong):
		return wrong.text
	case errors.As(err, &f):
		return f.Message
	}
	return err.Error()
}

// ask asks for what was not said, shows it all, and goes on only when told so.
func (c *nodeInitCmd) ask(a *app) error {
	k := &asker{in: bufio.NewReader(os.Stdin), out: a.errs}
	fmt.Fprintf(k.out, "A node is a party's own machine in an agreement: it keeps the party's keys, cases and log.\n"+
		"Enter takes what stands in brackets; Ctrl-C leaves, and nothing of the node is made before the summary.\n")
	var err error
	set := func(to *string, explains, what, now string, will func(string) error) {
		if err == nil && *to == "" {
			*to, err = k.question(explains, what, now, will)
		}
	}
	set(&c.Agreement, "Which agreement is it for? A text that you have (its path), or a model to begin one's own: "+strings.Join(modelNames(), ", ")+".\n"+
		"It need not be signed yet: it can be the first draft of a negotiation.", "Agreement", "border", a.readable)
	if err != nil {
		return err
	}
	var m *agreement.Model
	if c.Agreement, m, err = a.begun(k, c.Agreement); err != nil {
		return err
	}
	party := string(c.Party)
	set(&party, "Whose node is it? One of the parties of “"+m.Title+"”:\n"+partyLines(m), "Party", string(m.Parties[0].ID), func(s string) error {
		if m.Party(agreement.PartyID(s)) == nil {
			return usage("%s is none of its parties; there are %s", s, partyList(m))
		}
		return nil
	})
	c.Party = agreement.PartyID(party)
	world := c.World
	set(&world, "Is it an exercise? In an exercise nothing is real, clocks can be set, and one may log in by a link; a real node is never one later.", "exercise or real", "exercise", func(s string) error {
		if s != agreement.WorldExercise && s != "real" {
			return usage("say exercise or real")
		}
		return nil
	})
	if c.World = world; world == "real" {
		c.World = agreement.WorldReal
	}
	set(&c.Dir, "Where is its folder? It holds the keys: a place that only you can read, and that is backed up.", "Folder", party, func(s string) error {
		if entries, err := os.ReadDir(s); err == nil && len(entries) > 0 {
			return usage("%s is there already, and not empty; name another", s)
		}
		return nil
	})
	set(&c.Desk, "Where do people reach it in their browsers? Beyond this machine, put a proxy with TLS before it.", "Desk", firstDesk, address)
	set(&c.Peer, "Where do the other parties' nodes reach it? They must be able to connect to this address.", "Other nodes", firstPeer, func(s string) error {
		if err := address(s); err != nil || s != c.Desk {
			return err
		}
		return usage("people reach it there; other nodes need an address of their own")
	})
	database := c.Database
	set(&database, "Where does it keep its data? In a file in the folder, which is enough for one machine, or in PostgreSQL (postgres://…).", "Database", "file", func(s string) error {
		if u, err := url.Parse(s); s != "file" && (err != nil || u.Scheme != "postgres" && u.Scheme != "postgresql") {
			return usage("say file, or an address that begins with postgres://")
		}
		return nil
	})
	if c.Database = database; database == "file" {
		c.Database = ""
	}
	if err != nil {
		return err
	}
	return c.confirm(k, m)
}

func (c *nodeInitCmd) confirm(k *asker, m *agreement.Model) error {
	database := c.Database
	if database == "" {
		database = "a file in the folder"
	} else if u, err := url.Parse(database); err == nil {
		database = u.Redacted()
	}
	kind := "real"
	if c.World == agreement.WorldExercise {
		kind = "an exercise: nothing of it is real"
	}
	fmt.Fprintf(k.out, "\n  agreement    %s (%s)\n  party        %s, %s\n  world        %s\n  folder       %s\n  desk         http://%s\n  other nodes  %s\n  database     %s\n",
		m.Title, c.Agreement, c.Party, m.Party(c.Party).Name, kind, c.Dir, c.Desk, c.Peer, database)
	said, err := k.question("The keys are drawn now; the folder can be thrown away as long as nothing is signed.", "Make it? yes or no", "yes", func(s string) error {
		if s != "yes" && s != "y" && s != "no" && s != "n" {
			return usage("say yes or no")
		}
		return nil
	})
	if err == nil && strings.HasPrefix(said, "n") {
		err = errLeft
	}
	return err
}

// readable says what is wrong with an answer that names neither a model nor a sound text.
func (a *app) readable(s string) error {
	if slices.Contains(modelNames(), s) {
		return nil
	}
	_, m, findings, err := compiled(s)
	if err == nil && (m == nil || findings.Failed()) {
		err = usage("%s has findings; see them with entente agreement check %s", s, s)
	}
	return err
}

// begun gives the text to begin with. Of a model it leaves one's own copy, with its translations, where there is none yet.
func (a *app) begun(k *asker, said string) (string, *agreement.Model, error) {
	if !slices.Contains(modelNames(), said) {
		_, m, err := a.sound(said)
		return said, m, err
	}
	path, err := k.question("A model is copied, so that you can change it. Where to? A file that is there is taken as it stands.", "Your copy", said+".md", func(s string) error {
		if _, err := os.Stat(s); err == nil {
			return a.readable(s)
		}
		if info, err := os.Stat(filepath.Dir(s)); err != nil || !info.IsDir() {
			return usage("there is no folder %s", filepath.Dir(s))
		}
		return nil
	})
	if err != nil {
		return "", nil, err
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		if err := copyModel(said, path); err != nil {
			return "", nil, err
		}
		fmt.Fprintf(k.out, "  wrote %s; to put other parties into it, entente agreement new --from %s\n", path, said)
	}
	_, m, err := a.sound(path)
	return path, m, err
}

// copyModel writes a model whole, with its translations beside it.
func copyModel(name, path string) error {
	whole, m, found, err := agreement.Open(models.Files, name+".md", name+".md")
	if err != nil || m == nil {
		return fault.New(fault.Internal, "the model %s does not read", name).Wrap(found)
	}
	said, found, err := agreement.OpenTranslations(models.Files, name+".md", name+".md", m)
	if err != nil || found.Failed() {
		return fault.New(fault.Internal, "the model's translations of %s do not read", name).Wrap(found)
	}
	if err := writeNew(path, whole.Text); err != nil {
		return err
	}
	for _, t := range said {
		beside := agreement.TranslationName(path, t.Language)
		if _, err := os.Lstat(beside); err == nil {
			continue
		}
		if err := writeNew(beside, t.Text); err != nil {
			return err
		}
	}
	return nil
}

func partyLines(m *agreement.Model) string {
	lines := make([]string, len(m.Parties))
	for i, p := range m.Parties {
		lines[i] = fmt.Sprintf("  %-14s %s", p.ID, p.Name)
	}
	return strings.Join(lines, "\n")
}

func address(s string) error {
	if _, port, err := net.SplitHostPort(s); err != nil || port == "" {
		return usage("%q is no address; write host:port", s)
	}
	return nil
}
