package main

import (
	"fmt"
	"io"
	"os"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

type agreementAssembleCmd struct {
	File string `arg:"" name:"FILE" help:"Text of an agreement that includes parts, or a translation beside it."`
	Out  string `short:"o" help:"Where to write the whole." placeholder:"FILE"`
}

// Run prints the whole of a sound text, or writes it.
func (c agreementAssembleCmd) Run(a *app) error {
	text, err := c.whole(a)
	if err != nil {
		return err
	}
	if c.Out == "" && !a.json {
		_, err := a.out.Write(text)
		return err
	}
	hash := seal.DigestFrom(agreement.TextHash(text))
	if c.Out == "" {
		return a.print(map[string]string{"text": string(text), "text_hash": string(hash)}, nil)
	}
	if err := a.writeOut(c.Out, text); err != nil {
		return err
	}
	return a.print(map[string]string{"file": c.Out, "text_hash": string(hash)}, func(w io.Writer) {
		fmt.Fprintf(w, "wrote %s\n  text  %s\n", c.Out, hash)
	})
}

// whole gives a sound text, or the translation of one.
func (c agreementAssembleCmd) whole(a *app) ([]byte, error) {
	of, language, is := agreement.TranslationOf(c.File)
	if _, err := os.Stat(of); !is || err != nil {
		text, _, err := a.sound(c.File)
		return text, err
	}
	_, m, err := a.sound(of)
	if err != nil {
		return nil, err
	}
	list, err := a.beside(of, m)
	if err != nil {
		return nil, err
	}
	for _, t := range list {
		if t.Language == language {
			return t.Text, nil
		}
	}
	return nil, fault.New(fault.Invalid, "%s is none of the languages of %s", language, of).Mend("name it in languages of the block agreement")
}
