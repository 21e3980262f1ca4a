package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
)

type agreementSimulateCmd struct {
	File  string            `arg:"" name:"FILE" help:"The text, with a drill in it."`
	Drill agreement.DrillID `help:"Which drill; all of them unless stated." placeholder:"ID"`
	Seed  uint64            `help:"The number from which all chance is drawn: the same number gives the same course." default:"1" placeholder:"N"`
}

func (c agreementSimulateCmd) Run(a *app) error {
	_, m, err := a.sound(c.File)
	if err != nil {
		return err
	}
	if len(m.Drills) == 0 {
		return fault.New(fault.NotFound, "%s has no drill", c.File).Mend("add drill \"name\" { … }, as docs/language.md shows")
	}
	var names []string
	reports := []casework.Report{}
	for i := range m.Drills {
		d := &m.Drills[i]
		names = append(names, string(d.ID))
		if c.Drill != "" && d.ID != c.Drill {
			continue
		}
		r, err := casework.Simulate(m, d, c.Seed)
		if err != nil {
			return err
		}
		reports = append(reports, r)
	}
	if len(reports) == 0 {
		return fault.New(fault.NotFound, "%s has no drill %q", c.File, c.Drill).Mend("name one of: %s", strings.Join(names, ", "))
	}
	return a.print(map[string]any{"file": c.File, "drills": reports}, func(w io.Writer) {
		for i, r := range reports {
			if i > 0 {
				fmt.Fprintln(w)
			}
			printReport(w, m, r)
		}
	})
}

func printReport(w io.Writer, m *agreement.Model, r casework.Report) {
	const day = "2 January 2006"
	fmt.Fprintf(w, "%s, %s to %s, seed %d\n", r.Title, r.From.In(m.Location()).Format(day), r.Until.In(m.Location()).Format(day), r.Seed)
	for _, c := range r.Cases {
		fmt.Fprintf(w, "\n%s: %s opened\n", c.Title, counted(c.Opened, "case"))
		if c.Refused > 0 {
			fmt.Fprintf(w, "  %d could not be opened: %s\n", c.Refused, c.Because)
		}
		for _, s := range c.Stand {
			fmt.Fprintf(w, "  %5d  %s\n", s.Cases, s.Title)
		}
		for _, k := range r.Clocks {
			if k.Procedure == c.Procedure {
				fmt.Fprintf(w, "  %s\n", clockLine(k))
			}
		}
	}
	if len(r.Figures) > 0 {
		fmt.Fprintln(w)
	}
	for _, f := range r.Figures {
		for i, c := range f.Cells {
			fmt.Fprintln(w, figureLine(f, c, i == 0))
		}
	}
}

// clockLine says how many runs of a clock were missed: "The judge decides: missed in 3 of 24".
func clockLine(k casework.PlayedClock) string {
	ended := k.Began - k.Running
	line := k.Title + ": "
	switch {
	case k.Began == 0:
		return line + "did not begin"
	case ended == 0:
		line += "none has ended"
	case k.Lapsed == 0:
		line += fmt.Sprintf("kept in all %d", ended)
	default:
		line += fmt.Sprintf("missed in %d of %d", k.Lapsed, ended)
	}
	if k.Running > 0 {
		line += fmt.Sprintf("; %d still running", k.Running)
	}
	return line
}

func figureLine(f casework.Figure, c casework.Cell, first bool) string {
	line := f.Title
	if c.Field != "" {
		group := c.Group
		if group == "" {
			group = "not stated"
		}
		line = "  " + group
	}
	value := c.Value
	if value == "" {
		value = "none"
	}
	line += ": " + strings.TrimSpace(value+" "+c.Unit)
	if c.Low != "" {
		line += fmt.Sprintf(" (95 %%: %s to %s)", c.Low, c.High)
	}
	if c.Of != c.N {
		line += fmt.Sprintf(", %d of %d", c.N, c.Of)
	}
	if first && f.Target != "" {
		switch {
		case f.Met == nil:
			line += fmt.Sprintf("; the target %s cannot be judged", f.Target)
		case *f.Met:
			line += fmt.Sprintf("; the target %s is met", f.Target)
		default:
			line += fmt.Sprintf("; the target %s is missed", f.Target)
		}
	}
	return line
}
