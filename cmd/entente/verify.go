package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/seal"
)

type verifyCmd struct {
	File      string   `arg:"" name:"FILE" help:"A proof of filing or its content, the proof of an act or entry, a checkpoint, or the text of an agreement."`
	Agreement []string `required:"" help:"The text of an agreement, as it was signed." placeholder:"FILE" sep:"none"`
	Card      []string `help:"The card of a node, where the file brings no certificate along." placeholder:"FILE" sep:"none"`
}

// found is what a file proves.
type found struct {
	Kind      string         `json:"kind"`
	Agreement agreement.ID   `json:"agreement"`
	Party     string         `json:"party,omitempty"`
	Digest    string         `json:"digest"`
	Log       string         `json:"log,omitempty"`
	Index     *uint64        `json:"index,omitempty"`
	Size      uint64         `json:"size,omitempty"`
	Received  *time.Time     `json:"received,omitempty"`
	Cosigned  []cosigned     `json:"cosigned"`
	Unknown   []string       `json:"unverified"`
	Values    map[string]any `json:"values,omitempty"`
	Not       []string       `json:"not"` // what it does not show
}

func (c verifyCmd) Run(a *app) error {
	b, err := readFile(c.File, audit.MaxFile)
	if err != nil {
		return err
	}
	var known []audit.Known
	for _, path := range c.Agreement {
		text, m, err := a.sound(path)
		if err != nil {
			return err
		}
		ring, err := node.NewRing(m)
		if err != nil {
			return err
		}
		for _, card := range c.Card {
			if err := addCard(ring, m, card); err != nil {
				return err
			}
		}
		known = append(known, audit.Known{Text: text, Model: m, Ring: ring})
	}
	x, err := audit.Examine(b, known, time.Now())
	if err != nil {
		return err
	}
	out := found{Kind: x.Kind, Agreement: x.Agreement.ID, Party: string(x.Party), Digest: string(x.Digest), Log: x.Log, Size: x.Size, Cosigned: []cosigned{}, Unknown: x.Unknown, Values: x.Values, Not: notShown(x.Kind)}
	if !x.Received.IsZero() {
		out.Received = &x.Received
	}
	if x.Kind == audit.FileFiling || x.Kind == audit.FileAct || x.Kind == audit.FileEntry {
		out.Index = &x.Index
	}
	for _, s := range x.Cosigned {
		out.Cosigned = append(out.Cosigned, cosigned{string(s.Party), s.At})
	}
	return a.print(out, func(w io.Writer) { out.write(w) })
}

func (x *found) write(w io.Writer) {
	switch x.Kind {
	case audit.FileFiling:
		fmt.Fprintf(w, "something was filed with %s at %s\n  under the digest %s\n", x.Party, x.Received.Format(time.RFC3339), x.Digest)
	case audit.FileContent:
		fmt.Fprintf(w, "this is what was filed with %s at %s\n  under the digest %s\n", x.Party, x.Received.Format(time.RFC3339), x.Digest)
		names := make([]string, 0, len(x.Values))
		for name := range x.Values {
			names = append(names, name)
		}
		slices.Sort(names)
		for _, name := range names {
			fmt.Fprintf(w, "  %s: %v\n", name, x.Values[name])
		}
	case audit.FileCheckpoint:
		fmt.Fprintf(w, "%s signed its log with %d entries\n  root %s\n", x.Party, x.Size, x.Digest)
	case audit.FileAgreement:
		fmt.Fprintf(w, "this is the text of %s, version and all\n  hash %s\n", x.Agreement, x.Digest)
	}
	if x.Index != nil {
		fmt.Fprintf(w, "entry %d stands in the log of %s, which had %d entries\n  of %s\n", *x.Index, x.Party, x.Size, x.Digest)
	}
	for _, s := range x.Cosigned {
		fmt.Fprintf(w, "  cosigned by %s at %s\n", s.Party, s.At.Format(time.RFC3339))
	}
	for _, name := range x.Unknown {
		fmt.Fprintf(w, "  the line of %s is not verified: give its card\n", name)
	}
	for _, n := range x.Not {
		fmt.Fprintf(w, "it does not show %s\n", n)
	}
}

// notShown says what a file does not show, so that nobody reads more into it.
func notShown(kind string) []string {
	switch kind {
	case audit.FileFiling:
		return []string{"what was filed", "that whoever holds this file filed it", "that it was answered"}
	case audit.FileContent:
		return []string{"that it stands in the log: for that there is the proof of filing with the same digest", "that whoever holds this file filed it", "that it is true"}
	case audit.FileAct, audit.FileEntry:
		return []string{"what the entry says: for that the thing itself is hashed and compared with the digest"}
	case audit.FileCheckpoint:
		return []string{"what stands in the log", "that nothing was kept out of it"}
	case audit.FileAgreement:
		return []string{"who signed it: for that there is the agreement's page at each party"}
	}
	return nil
}

func addCard(ring *seal.KeyRing, m *agreement.Model, path string) error {
	b, err := readFile(path, 1<<20)
	if err != nil {
		return err
	}
	var card node.Card
	if err := json.Unmarshal(b, &card); err != nil || card.Certificate == "" {
		return usage("%s is no card of a node", path)
	}
	if m.Party(card.Party) == nil {
		return fault.New(fault.WrongModel, "%s is no party to %s", card.Party, m.ID)
	}
	st, err := seal.DecodeSignedStatement([]byte(card.Certificate))
	if err != nil {
		return err
	}
	_, err = ring.Add(st)
	return err
}
