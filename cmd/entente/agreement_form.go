package main

import (
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

type agreementFormCmd struct {
	File      string                `arg:"" name:"FILE" help:"The text."`
	Procedure agreement.ProcedureID `arg:"" name:"PROCEDURE" help:"A procedure of it, as movement."`
	Step      agreement.StepID      `arg:"" name:"STEP" help:"A step of the procedure, as object."`
	Lang      string                `help:"Language of the words: ar, en, es, fr, ru or zh." default:"en"`
	Format    string                `help:"How it is written: markdown, or html, one page for the printer." enum:"markdown,html" default:"markdown"`
}

// Run prints the specimen form of a step, for paper.
func (c agreementFormCmd) Run(a *app) error {
	if err := spoken(c.Lang); err != nil {
		return err
	}
	m, err := a.worded(c.File, c.Lang)
	if err != nil {
		return err
	}
	p := m.Procedure(c.Procedure)
	if p == nil {
		names := make([]string, len(m.Procedures))
		for i := range m.Procedures {
			names[i] = string(m.Procedures[i].ID)
		}
		return fault.New(fault.NotFound, "%s has no procedure %q", c.File, c.Procedure).Mend("name one of: %s", strings.Join(names, ", "))
	}
	s := p.Step(c.Step)
	if s == nil {
		names := make([]string, len(p.Steps))
		for i := range p.Steps {
			names[i] = string(p.Steps[i].ID)
		}
		return fault.New(fault.NotFound, "the procedure %s has no step %q", p.ID, c.Step).Mend("name one of: %s", strings.Join(names, ", "))
	}
	form := agreement.FormMarkdown(m, p, s, c.Lang)
	if c.Format == "html" {
		if form, err = agreement.FormHTML(m, p, s, c.Lang); err != nil {
			return fault.New(fault.Internal, "the form cannot be written").Wrap(err)
		}
	}
	if a.json {
		return a.print(map[string]any{"file": c.File, "procedure": p.ID, "step": s.ID, "lang": c.Lang, "format": c.Format, "form": string(form)}, nil)
	}
	return a.writeOut("", form)
}
