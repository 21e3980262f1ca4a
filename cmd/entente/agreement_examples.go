package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
)

type agreementExamplesCmd struct {
	File      string                  `arg:"" name:"FILE" help:"Text of an agreement."`
	Procedure []agreement.ProcedureID `help:"Only this procedure." placeholder:"NAME"`
}

// Run draws closed examples from the rules: every state that a case can come to, with all that anybody may then do
// and see, and what the fields of each record take of which the text has no example. They are for people to read and to keep in the text, where they notice every later slip.
func (c agreementExamplesCmd) Run(a *app) error {
	_, m, err := a.sound(c.File)
	if err != nil {
		return err
	}
	for _, id := range c.Procedure {
		if m.Procedure(id) == nil {
			return usage("%s has no procedure %q", c.File, id)
		}
	}
	var all []agreement.Expect
	for i := range m.Procedures {
		if p := &m.Procedures[i]; len(c.Procedure) == 0 || slices.Contains(c.Procedure, p.ID) {
			drawn := casework.Portray(m, p)
			all = append(all, drawn...)
			var not []string
			for _, s := range p.States {
				if !slices.ContainsFunc(drawn, func(x agreement.Expect) bool { return x.State == s.ID }) {
					not = append(not, string(s.ID))
				}
			}
			if len(not) > 0 && !a.json {
				fmt.Fprintf(a.errs, "%s: no way was found to %s; write examples of them by hand\n", p.ID, strings.Join(not, ", "))
			}
		}
	}
	for i := range m.Records {
		r := &m.Records[i]
		said := slices.ContainsFunc(m.Expects, func(x agreement.Expect) bool { return x.Record == r.ID })
		if x, ok := casework.PortrayRecord(m, r); ok && !said && len(c.Procedure) == 0 {
			all = append(all, x)
		}
	}
	text, err := agreement.WriteExpects(all)
	if err != nil {
		return err
	}
	return a.print(map[string]any{"expects": all, "text": text}, func(w io.Writer) { fmt.Fprint(w, text) })
}
