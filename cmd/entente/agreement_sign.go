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
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/seal"
)

// publicKeys is what a party publishes of a node that it has made: what node init prints with --json.
type publicKeys struct {
	Dir         string                           `json:"dir"`
	Party       agreement.PartyID                `json:"party"`
	World       string                           `json:"world"`
	Key         string                           `json:"key"`
	Authorities map[agreement.AuthorityID]string `json:"authorities"`
	Card        string                           `json:"card"` // the path of the card
}

type agreementKeysCmd struct {
	File  string   `arg:"" name:"FILE" help:"The text."`
	Keys  []string `arg:"" optional:"" name:"KEYS" help:"Files with the parties' public keys, as node init --json prints them."`
	World string   `help:"Mark the text as one of this world: exercise." placeholder:"WORLD"`
	Out   string   `short:"o" help:"Where to write the text; nothing else of it changes." placeholder:"FILE"`
}

func (c agreementKeysCmd) Run(a *app) error {
	text, m, err := a.sound(c.File)
	if err != nil {
		return err
	}
	said, err := a.beside(c.File, m)
	if err != nil {
		return err
	}
	keys := map[agreement.PartyID]agreement.PartyKeys{}
	for _, path := range c.Keys {
		b, err := readFile(path, 1<<20)
		if err != nil {
			return err
		}
		var p publicKeys
		if err := json.Unmarshal(b, &p); err != nil || p.Party == "" || p.Key == "" {
			return fault.New(fault.Invalid, "%s holds no public keys of a party", path).Mend("give what entente node init printed with --json")
		}
		if p.World != c.World {
			return fault.New(fault.WrongWorld, "the keys of %s are of the world %q, the text would be of %q", p.Party, p.World, c.World).
				Mend("say --world as the node was made")
		}
		if _, twice := keys[p.Party]; twice {
			return fault.New(fault.Invalid, "two files hold keys of %s", p.Party).Mend("give one for each party")
		}
		keys[p.Party] = agreement.PartyKeys{Key: p.Key, Authorities: p.Authorities}
	}
	if c.World != agreement.WorldReal {
		if text, err = agreement.WithWorld(text, c.World); err != nil {
			return err
		}
	}
	if text, err = agreement.WithKeys(text, keys); err != nil {
		return err
	}
	if a.json && c.Out == "" {
		return a.print(map[string]string{"text": string(text), "text_hash": string(seal.DigestFrom(agreement.TextHash(text)))}, nil)
	}
	if err := a.writeOut(c.Out, text); err != nil || c.Out == "" {
		return err
	}
	for _, t := range said { // what stands beside the text stands beside the one with the keys
		if err := a.writeOut(agreement.TranslationName(c.Out, t.Language), t.Text); err != nil {
			return err
		}
	}
	return a.print(map[string]string{"file": c.Out, "text_hash": string(seal.DigestFrom(agreement.TextHash(text)))}, func(w io.Writer) {
		fmt.Fprintf(w, "wrote %s\n", c.Out)
		for _, p := range slices.Sorted(maps.Keys(keys)) {
			fmt.Fprintf(w, "  %s  %s\n", p, keys[p].Key)
		}
	})
}

type agreementSignCmd struct {
	File  string            `arg:"" name:"FILE" help:"The text, with every party's keys in it."`
	Party agreement.PartyID `required:"" help:"Who signs." placeholder:"PARTY"`
	Key   string            `required:"" help:"The party key." placeholder:"FILE"`
	At    time.Time         `help:"The instant of the signature; now unless stated." placeholder:"INSTANT"`
	Out   string            `short:"o" help:"Where to write the ratification." placeholder:"FILE"`
}

func (c agreementSignCmd) Run(a *app) error {
	text, m, err := a.sound(c.File)
	if err != nil {
		return err
	}
	key, err := readPrivateKey(c.Key)
	if err != nil {
		return err
	}
	p := m.Party(c.Party)
	switch {
	case p == nil:
		return fault.New(fault.NotFound, "%s is no party to the agreement", c.Party)
	case p.Key == "":
		return fault.Refuse(fault.AgreementOpen, string(p.Article), "the text names no key of %s", c.Party).Mend("write the parties' keys into it with entente agreement keys")
	case p.Key != key.PublicKey().String():
		return fault.Refuse(fault.UnknownKey, string(p.Article), "the text names another key of %s", c.Party).Mend("sign with the key that the text names")
	}
	if _, err := a.beside(c.File, m); err != nil { // what is signed with the text is looked at before, not after
		return err
	}
	if c.At.IsZero() {
		c.At = time.Now()
	}
	st, err := node.MakeRatification(text, c.Party, key, c.At)
	if err != nil {
		return err
	}
	return a.product(c.Out, st.Encode(), "ratification")
}

// product writes a signed document to a file or to the output.
func (a *app) product(out string, b []byte, what string) error {
	if out == "" || out == "-" {
		_, err := a.out.Write(append(b, '\n'))
		return err
	}
	if err := a.writeOut(out, b); err != nil {
		return err
	}
	return a.print(map[string]string{what: out}, func(w io.Writer) { fmt.Fprintf(w, "wrote the %s %s\n", what, out) })
}

func readPrivateKey(path string) (seal.PrivateKey, error) {
	b, err := readFile(path, 4096)
	if err != nil {
		return seal.PrivateKey{}, err
	}
	if info, err := os.Stat(path); err == nil && info.Mode().Perm()&0o077 != 0 {
		return seal.PrivateKey{}, fault.New(fault.Forbidden, "others than you may read the key %s", path).Mend("chmod 600 %s", path)
	}
	return seal.ParsePrivateKey(strings.TrimSpace(string(b)))
}
