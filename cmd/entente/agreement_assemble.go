package main

import (
	"fmt"
	"io"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/seal"
)

type agreementAssembleCmd struct {
	File string `arg:"" name:"FILE" help:"Text of an agreement that includes parts."`
	Out  string `short:"o" help:"Where to write the whole." placeholder:"FILE"`
}

// Run prints the whole of a sound text, or writes it.
func (c agreementAssembleCmd) Run(a *app) error {
	text, _, err := a.sound(c.File)
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
