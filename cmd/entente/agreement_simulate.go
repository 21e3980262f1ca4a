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
	File    string            `arg:"" name:"FILE" help:"The text, with a drill in it."`
	Against string            `help:"Another version of the text: who waits longer under it, and which times are missed more often?" placeholder:"NEW"`
	Drill   agreement.DrillID `help:"Which drill; all of them unless stated." placeholder:"ID"`
	Seed    uint64            `help:"The number from which all chance is drawn: the same number gives the same course." default:"1" placeholder:"N"`
}

func (c agreementSimulateCmd) Run(a *app) error {
	if c.Against != "" {
		return c.compare(a)
	}
	_, m, err := a.sound(c.File)
	if err != nil {
		return err
	}
	drills, err := c.drills(m)
	if err != nil {
		return err
	}
	reports := make([]casework.Report, len(drills))
	for i, d := range drills {
		if reports[i], err = casework.Simulate(m, d, c.Seed); err != nil {
			return err
		}
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

// drills are those that are to be played.
func (c agreementSimulateCmd) drills(m *agreement.Model) ([]*agreement.Drill, error) {
	if len(m.Drills) == 0 {
		return nil, fault.New(fault.NotFound, "%s has no drill", c.File).Mend("add drill \"name\" { … }, as docs/language.md shows")
	}
	var names []string
	var out []*agreement.Drill
	for i := range m.Drills {
		d := &m.Drills[i]
		names = append(names, string(d.ID))
		if c.Drill == "" || d.ID == c.Drill {
			out = append(out, d)
		}
	}
	if len(out) == 0 {
		return nil, fault.New(fault.NotFound, "%s has no drill %q", c.File, c.Drill).Mend("name one of: %s", strings.Join(names, ", "))
	}
	return out, nil
}

// compare plays the drills on both texts. The examples of a text that was just changed need not come out yet.
func (c agreementSimulateCmd) compare(a *app) error {
	_, old, err := a.sound(c.File)
	if err != nil {
		return err
	}
	drills, err := c.drills(old)
	if err != nil {
		return err
	}
	now, _, err := a.legible(c.Against)
	if err != nil {
		return err
	}
	all := []casework.Comparison{}
	for _, d := range drills {
		other := now.Drill(d.ID)
		if other == nil {
			return fault.New(fault.NotFound, "%s has no drill %q", c.Against, d.ID).Mend("leave the drill in both texts, or choose another with --drill")
		}
		x, err := casework.Compare(old, d, now, other, c.Seed)
		if err != nil {
			return err
		}
		all = append(all, x)
	}
	return a.print(map[string]any{"file": c.File, "against": c.Against, "drills": all}, func(w io.Writer) {
		for i, x := range all {
			if i > 0 {
				fmt.Fprintln(w)
			}
			printComparison(w, old, x)
		}
	})
}

func printComparison(w io.Writer, m *agreement.Model, x casework.Comparison) {
	fmt.Fprintf(w, "%s, seed %d\n", x.Title, x.Seed)
	if len(x.Waits)+len(x.Clocks)+len(x.Figures) == 0 {
		fmt.Fprintln(w, "\nNobody waits longer or less, no time is missed more or less often, and the measures are the same.")
		return
	}
	if len(x.Waits) > 0 {
		fmt.Fprintf(w, "\nWho waits for others:\n")
	}
	for _, k := range x.Waits {
		fmt.Fprintf(w, "  %s: %s, %s: %s\n", k.Title, m.Role(k.Role).Title, m.Party(k.Party).Name, waitLine(k))
	}
	if len(x.Waits) > 0 {
		fmt.Fprintln(w, "  Those who have no step in the procedure wait with them, and are not counted.")
	}
	if len(x.Clocks) > 0 {
		fmt.Fprintf(w, "\nTimes:\n")
	}
	for _, k := range x.Clocks {
		_, was, _ := strings.Cut(clockLine(k.Old), k.Old.Title+": ")
		_, is, _ := strings.Cut(clockLine(k.Now), k.Now.Title+": ")
		fmt.Fprintf(w, "  %s: %s: %s; before: %s\n", k.Case, k.Old.Title, is, was)
	}
	if len(x.Figures) > 0 {
		fmt.Fprintf(w, "\nMeasures:\n")
	}
	for _, f := range x.Figures {
		fmt.Fprintf(w, "  %s\n    before: %s\n", figureLine(f.Now, f.Now.Cells[0], true), figureLine(f.Old, f.Old.Cells[0], true))
	}
}

func waitLine(k casework.ComparedWait) string {
	var parts []string
	if k.Longer > 0 {
		parts = append(parts, fmt.Sprintf("longer in %d of %d, by %s at most", k.Longer, k.Cases, span(k.Most)))
	}
	if k.Shorter > 0 {
		parts = append(parts, fmt.Sprintf("less in %d of %d, by %s at most", k.Shorter, k.Cases, span(-k.Least)))
	}
	return strings.Join(parts, "; ")
}

// span says a number of seconds in hours and minutes.
func span(seconds int64) string {
	h, m := seconds/3600, seconds%3600/60
	switch {
	case h > 0 && m > 0:
		return fmt.Sprintf("%s and %s", counted(int(h), "hour"), counted(int(m), "minute"))
	case h > 0:
		return counted(int(h), "hour")
	case m > 0:
		return counted(int(m), "minute")
	}
	return counted(int(seconds), "second")
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
