package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/entente-net/entente/client"
)

type caseShowCmd struct {
	Args  []string `arg:"" optional:"" name:"DIR CASE" help:"The node's folder, and the case."`
	Field string   `help:"Only this field, or the refusal that cites the article." placeholder:"FIELD"`
	target
}

func (c caseShowCmd) Run(a *app) error {
	api, args, err := c.client(a, c.Args, "CASE")
	if err != nil {
		return err
	}
	if c.Field != "" {
		f, err := api.Field(a.ctx, args[0], c.Field)
		if err != nil {
			return err
		}
		return a.print(f, func(w io.Writer) { fmt.Fprintln(w, shown(f.Value)) })
	}
	v, err := api.Case(a.ctx, args[0])
	if err != nil {
		return err
	}
	return a.print(v, func(w io.Writer) { caseText(w, v) })
}

func caseText(w io.Writer, v *client.Case) {
	fmt.Fprintf(w, "case %s of %s %s: %s\n", v.ID, v.Agreement, v.Version, v.Title)
	fmt.Fprintf(w, "state %s", v.State)
	if v.StateTitle != "" {
		fmt.Fprintf(w, ": %s", v.StateTitle)
	}
	fmt.Fprintln(w)
	for _, side := range slices.Sorted(maps.Keys(v.Sides)) {
		fmt.Fprintf(w, "side %s: %s\n", side, v.Sides[side])
	}
	if v.Dispute != "" {
		fmt.Fprintf(w, "disputed: %s\n", v.Dispute)
	}
	for _, k := range v.Clocks {
		fmt.Fprintf(w, "clock %s (Article %s): due %s, then %s\n", k.Clock, k.Article, k.Due.UTC().Format(time.RFC3339), k.Silence)
	}
	for _, f := range slices.Sorted(maps.Keys(v.Values)) {
		fmt.Fprintf(w, "%s: %s\n", f, indented(shown(v.Values[f])))
	}
	for _, f := range slices.Sorted(maps.Keys(v.Withheld)) {
		fmt.Fprintf(w, "%s: withheld. %s\n", f, v.Withheld[f].Error())
	}
	for i := range v.Acts {
		actLine(w, &v.Acts[i])
	}
	for _, o := range v.Options {
		fmt.Fprintf(w, "open to you: %s (%s, Article %s)%s\n", o.Step, o.Title, o.Article, ownSignature(o.Personal))
		for _, f := range o.Fields {
			need := "may"
			if f.Required {
				need = "must"
			}
			fmt.Fprintf(w, "  %s give %s (%s)\n", need, f.Field, f.Type)
		}
		if len(o.Grounds) > 0 {
			fmt.Fprintf(w, "  grounds: %s\n", strings.Join(o.Grounds, "; "))
		}
	}
}

func ownSignature(personal bool) string {
	if personal {
		return ", with your own signature"
	}
	return ""
}

func actLine(w io.Writer, x *client.Act) {
	what := x.Step
	if x.Clock != "" {
		what = "silence of " + x.Clock
	}
	fmt.Fprintf(w, "act %d: %s (Article %s) by %s %s, %s, %s", x.Number, what, x.Article, x.Party, x.Role, x.Made.UTC().Format(time.RFC3339), x.Status)
	if x.Personal {
		fmt.Fprint(w, ", signed by the person")
	}
	if len(x.Cosigned) > 0 {
		fmt.Fprintf(w, ", cosigned by %s", strings.Join(x.Cosigned, ", "))
	}
	if x.Proved != nil && x.Received != nil && x.Proved.Before(*x.Received) { // it waited for its home at the depositary
		fmt.Fprintf(w, ", there by %s as the depositary proves, received %s", x.Proved.UTC().Format(time.RFC3339), x.Received.UTC().Format(time.RFC3339))
	}
	fmt.Fprintln(w)
	if x.Refusal != nil {
		fmt.Fprintf(w, "  refused: %s\n", x.Refusal.Error())
	}
}

// indented keeps the lines of a long text under their field.
func indented(s string) string { return strings.ReplaceAll(s, "\n", "\n  ") }
